/* bucket: a burst, then a rate, never more. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world.h"

#include <stdio.h>

static void test_burst_then_rate(void **state) {
    (void)state;
    struct bucket bucket = {0};
    int64_t retry = 0, now = 1000000;
    int taken = 0;
    while (bucket_take(&bucket, now, 2000, 5, &retry)) {
        taken++;
    }
    assert_int_equal(taken, 5);
    assert_true(retry > 0 && retry <= 501);
    assert_false(bucket_take(&bucket, now + retry / 2, 2000, 5, &retry));
    assert_true(bucket_take(&bucket, now + 501, 2000, 5, &retry));
    taken = 0;
    while (bucket_take(&bucket, now + 3600 * 1000, 2000, 5, &retry)) {
        taken++;
    }
    assert_int_equal(taken, 5);
}

static void make_strict(struct session_limits *limits) {
    limits->http_rate = 1;
    limits->http_burst = 3;
    limits->login_rate = 2;
}

static void test_addresses_are_apart(void **state) {
    (void)state;
    struct world *w = world_new(make_strict);
    int64_t retry = 0;
    assert_true(address_take(w->sessions, "192.0.2.1", true, &retry));
    assert_true(address_take(w->sessions, "192.0.2.1", true, &retry));
    assert_false(address_take(w->sessions, "192.0.2.1", true, &retry));
    assert_true(retry > 1000);
    assert_true(address_take(w->sessions, "192.0.2.1", false, &retry));
    assert_false(address_take(w->sessions, "192.0.2.1", false, &retry));
    assert_true(address_take(w->sessions, "192.0.2.2", true, &retry));
    world_free(w);
}

static void test_addresses_are_bounded(void **state) {
    (void)state;
    struct world *w = world_new(NULL);
    int64_t retry;
    char text[24];
    for (int i = 0; i < 50000; i++) {
        snprintf(text, sizeof text, "10.%d.%d.%d", i >> 16, i >> 8 & 255, i & 255);
        assert_true(address_take(w->sessions, text, false, &retry));
        assert_true(w->sessions->addresses.count <= 20000);
    }
    world_free(w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_burst_then_rate),
        cmocka_unit_test(test_addresses_are_apart),
        cmocka_unit_test(test_addresses_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
