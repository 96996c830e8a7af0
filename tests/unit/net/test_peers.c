/* How many connections an address may have, and how fast; time is given, never waited for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "peers.h"

static struct address address_of(const char *text) {
    struct address address;
    assert_true(address_parse(&address, text, strlen(text)));
    return address;
}

static void test_open(void **state) {
    (void)state;
    struct peers peers;
    struct address one = address_of("203.0.113.9"), other = address_of("203.0.113.10");
    peers_init(&peers, 2, 0);
    struct peer *a = peers_enter(&peers, &one, 0);
    struct peer *b = peers_enter(&peers, &one, 0);
    assert_non_null(a);
    assert_ptr_equal(a, b);
    assert_null(peers_enter(&peers, &one, 0));
    assert_non_null(peers_enter(&peers, &other, 0));
    peers_leave(a);
    assert_non_null(peers_enter(&peers, &one, 0));
    peers_fini(&peers);
}

static void test_rate(void **state) {
    (void)state;
    struct peers peers;
    struct address one = address_of("203.0.113.9");
    peers_init(&peers, 0, 10);
    for (int i = 0; i < 20; i++) {
        struct peer *peer = peers_enter(&peers, &one, 1000);
        assert_non_null(peer);
        peers_leave(peer);
    }
    assert_null(peers_enter(&peers, &one, 1000));
    assert_null(peers_enter(&peers, &one, 1099));
    assert_non_null(peers_enter(&peers, &one, 1101));
    assert_null(peers_enter(&peers, &one, 1101));
    peers_fini(&peers);
}

static void test_one_subscriber_is_a_64(void **state) {
    (void)state;
    struct peers peers;
    struct address a = address_of("2001:db8:1:2::1"), b = address_of("2001:db8:1:2:ffff::9");
    struct address c = address_of("2001:db8:1:3::1");
    peers_init(&peers, 1, 0);
    assert_non_null(peers_enter(&peers, &a, 0));
    assert_null(peers_enter(&peers, &b, 0));
    assert_non_null(peers_enter(&peers, &c, 0));
    peers_fini(&peers);
}

static void test_sweep(void **state) {
    (void)state;
    struct peers peers;
    struct address one = address_of("203.0.113.9"), other = address_of("203.0.113.10");
    peers_init(&peers, 0, 1);
    struct peer *stays = peers_enter(&peers, &one, 0);
    struct peer *goes = peers_enter(&peers, &other, 0);
    assert_non_null(stays);
    assert_non_null(goes);
    peers_leave(goes);
    peers_sweep(&peers, 2000); /* its bucket is not full again yet: forgetting would be a gift */
    assert_int_equal(peers.map.count, 2);
    peers_sweep(&peers, 2001);
    assert_int_equal(peers.map.count, 1);
    peers_leave(stays);
    peers_sweep(&peers, 9000);
    assert_int_equal(peers.map.count, 0);
    peers_fini(&peers);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open),
        cmocka_unit_test(test_rate),
        cmocka_unit_test(test_one_subscriber_is_a_64),
        cmocka_unit_test(test_sweep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
