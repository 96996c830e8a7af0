/* Whose word is taken about the client, and what it says then. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "proxy.h"

static struct proxies trusted(void) {
    struct proxies proxies = {0};
    assert_true(proxies_add(&proxies, "127.0.0.1"));
    assert_true(proxies_add(&proxies, "10.0.0.0/8"));
    assert_true(proxies_add(&proxies, "192.0.2.128/25"));
    assert_true(proxies_add(&proxies, "fd00::/8"));
    return proxies;
}

static void test_ranges(void **state) {
    (void)state;
    static const struct {
        const char *address;
        bool inside;
    } rows[] = {
        {"127.0.0.1", true},       {"127.0.0.2", false},   {"10.255.0.3", true},
        {"11.0.0.1", false},       {"192.0.2.127", false}, {"192.0.2.128", true},
        {"fd12::1", true},         {"fe80::1", false},     {"::1", false},
        {"::ffff:10.1.1.1", true},
    };
    struct proxies proxies = trusted();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct address address;
        assert_true(address_parse(&address, rows[i].address, strlen(rows[i].address)));
        assert_int_equal(proxies_has(&proxies, &address), rows[i].inside);
    }
    proxies_fini(&proxies);
}

static void test_everything(void **state) {
    (void)state;
    struct proxies proxies = {0};
    struct address address;
    assert_true(proxies_add(&proxies, "0.0.0.0/0"));
    assert_true(address_parse(&address, "203.0.113.9", strlen("203.0.113.9")));
    assert_true(proxies_has(&proxies, &address));
    assert_true(address_parse(&address, "2001:db8::1", strlen("2001:db8::1")));
    assert_false(proxies_has(&proxies, &address));
    proxies_fini(&proxies);
}

static void test_not_a_range(void **state) {
    (void)state;
    static const char *const rows[] = {"",           "localhost",   "10.0.0.0/33", "10.0.0.0/-1",
                                       "10.0.0.0/",  "fd00::/129",  "10.0.0",      "10.0.0.0/8x",
                                       "1.2.3.4:80", "10.0.0.0/08", " 10.0.0.1"};
    struct proxies proxies = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        assert_false(proxies_add(&proxies, rows[i]));
    assert_int_equal(proxies.n, 0);
}

static struct head_span span(const char *text) {
    return (struct head_span){text, text ? strlen(text) : 0};
}

static void test_client(void **state) {
    (void)state;
    static const struct {
        const char *hops, *proto, *client;
        bool secure;
    } rows[] = {
        {"203.0.113.9", "https", "203.0.113.9", true},
        {"203.0.113.9", "HTTPS", "203.0.113.9", true},
        {"203.0.113.9", "http", "203.0.113.9", false},
        {"203.0.113.9", NULL, "203.0.113.9", false},
        {"203.0.113.9", "https,http", "203.0.113.9", false},
        {"6.6.6.6, 203.0.113.9", "https", "203.0.113.9", true},
        {"6.6.6.6,203.0.113.9, 10.0.0.7 ,\t10.0.0.8", "https", "203.0.113.9", true},
        {"10.0.0.7, 10.0.0.8", "https", "10.0.0.7", true},
        {"203.0.113.9:5555", "https", "203.0.113.9", true},
        {"[2001:db8::5]:443", "https", "2001:db8::5", true},
        {"2001:db8::5", "https", "2001:db8::5", true},
        {"203.0.113.9, unknown", "https", "127.0.0.1", true},
        {"203.0.113.9, nonsense, 10.0.0.8", "https", "10.0.0.8", true},
        {"", "https", "127.0.0.1", true},
        {",", "https", "127.0.0.1", true},
        {NULL, "https", "127.0.0.1", true},
    };
    struct proxies proxies = trusted();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct head head = {0};
        head.field[HEAD_FORWARDED_FOR] = span(rows[i].hops);
        head.field[HEAD_FORWARDED_PROTO] = span(rows[i].proto);
        struct address client;
        bool secure = false;
        char text[ADDRESS_TEXT];
        assert_true(address_parse(&client, "127.0.0.1", strlen("127.0.0.1")));
        proxies_client(&proxies, &head, &client, &secure);
        address_print(&client, text);
        assert_string_equal(text, rows[i].client);
        assert_int_equal(secure, rows[i].secure);
    }
    proxies_fini(&proxies);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranges),
        cmocka_unit_test(test_everything),
        cmocka_unit_test(test_not_a_range),
        cmocka_unit_test(test_client),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
