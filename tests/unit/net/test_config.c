/* What the operator may write, and the hosts that follow from the origins. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "config.h"

static const char *const origins[] = {"https://spr.example", "http://127.0.0.1:8080",
                                      "https://b.example:443", "http://[::1]"};

static struct net_config good(void) {
    return (struct net_config){.listen = "127.0.0.1:8080",
                               .private_listen = "[::1]:9180",
                               .origins = origins,
                               .n_origins = COUNT_OF(origins),
                               .limits = net_limits_default()};
}

static void test_good(void **state) {
    (void)state;
    struct net_config config = good();
    assert_null(net_config_explain(&config));
    config.private_listen = NULL;
    config.listen = "0.0.0.0:0";
    assert_null(net_config_explain(&config));
}

static void assert_explains(const struct net_config *config, const char *word) {
    const char *why = net_config_explain(config);
    assert_non_null(why);
    assert_non_null(strstr(why, word));
}

static void test_addresses(void **state) {
    (void)state;
    static const char *const rows[] = {"",       "8080",        ":8080",      "localhost:8080",
                                       "::1:80", "127.0.0.1:",  "127.0.0.1",  "127.0.0.1:65536",
                                       "[::1]",  "[1.2.3.4:80", "1.2.3.4:-1", "1.2.3.4:80x"};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct net_config config = good();
        config.listen = rows[i];
        assert_explains(&config, "SPR_LISTEN");
        config = good();
        config.private_listen = rows[i];
        assert_explains(&config, "SPR_PRIVATE");
    }
    struct net_config config = good();
    config.private_listen = "127.0.0.1:65535";
    config.worker = 1;
    assert_explains(&config, "SPR_PRIVATE");
}

static void test_origins(void **state) {
    (void)state;
    static const char *const rows[] = {"",
                                       "spr.example",
                                       "https://",
                                       "https://spr.example/",
                                       "https://Spr.example",
                                       "ftp://spr.example",
                                       "https://a@spr.example",
                                       "*"};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct net_config config = good();
        config.origins = &rows[i];
        config.n_origins = 1;
        assert_explains(&config, "SPR_ORIGINS");
    }
    struct net_config config = good();
    config.n_origins = 0;
    assert_explains(&config, "SPR_ORIGINS");
}

static void test_proxies_and_limits(void **state) {
    (void)state;
    static const char *const wrong = "10.0.0.0/40";
    struct net_config config = good();
    config.trusted_proxies = &wrong;
    config.n_trusted_proxies = 1;
    assert_explains(&config, "SPR_TRUSTED_PROXIES");
    config = good();
    config.limits.body_bytes = 1024 * 1024 + 1;
    assert_explains(&config, "1 MiB");
    config = good();
    config.limits.message_bytes = 65537;
    assert_explains(&config, "64 KiB");
    config = good();
    config.limits.connections = 0;
    assert_explains(&config, "connections");
}

static void test_hosts(void **state) {
    (void)state;
    static const char *const more = "probe.internal";
    static const char *const want[] = {"probe.internal", "spr.example",   "spr.example:443",
                                       "127.0.0.1:8080", "b.example:443", "b.example",
                                       "[::1]",          "[::1]:80"};
    struct net_config config = good();
    config.hosts = &more;
    config.n_hosts = 1;
    struct net net = {0};
    arena_init(&net.arena, 65536);
    config_take(&net, &config);
    assert_int_equal(net.policy.n_hosts, COUNT_OF(want));
    for (size_t i = 0; i < COUNT_OF(want); i++)
        assert_string_equal(net.policy.hosts[i], want[i]);
    proxies_fini(&net.proxies);
    arena_fini(&net.arena);
}

static void test_private_port_of_a_worker(void **state) {
    (void)state;
    char address[CONFIG_ADDRESS];
    struct net_config config = good();
    config.worker = 3;
    config_private_address(&config, address);
    assert_string_equal(address, "[::1]:9183");
    config.private_listen = "127.0.0.1:0";
    config_private_address(&config, address);
    assert_string_equal(address, "127.0.0.1:0");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),    cmocka_unit_test(test_addresses),
        cmocka_unit_test(test_origins), cmocka_unit_test(test_proxies_and_limits),
        cmocka_unit_test(test_hosts),   cmocka_unit_test(test_private_port_of_a_worker),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
