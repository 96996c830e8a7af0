/* The reading lanes and the hints. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void test_call(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply reply = {0};
    const char *const params[] = {"tafel:1", "tekst met ' en \" en é"};
    world_call(&reply, STORE_READ, "api.echo", params, 2);
    assert_int_equal(reply.calls, 0);
    world_await(&reply, 1);
    assert_int_equal(reply.err, ERR_OK);
    assert_string_equal(reply.text, "rij tafel:1 21 tekst met ' en \" en é\n");
}

static void test_null_param(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply reply = {0};
    const char *const params[] = {NULL, "x"};
    world_call(&reply, STORE_READ, "api.echo", params, 2);
    world_await(&reply, 1);
    assert_string_equal(reply.text, "rij  1 x\n");
}

static void test_array(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    const char *const items[] = {"gewoon", "met \"quote\" en \\", "", "a,b}{", "NULL", " spatie "};
    struct bytes literal;
    bytes_init(&literal, 1024);
    store_array(&literal, items, 6);
    const char *const params[] = {literal.data};
    struct reply replies[2] = {0};
    world_call(&replies[0], STORE_READ, "api.lijst", params, 1);
    bytes_clear(&literal);
    store_array(&literal, NULL, 0);
    const char *const none[] = {literal.data};
    world_call(&replies[1], STORE_READ, "api.lijst", none, 1);
    world_await(replies, 2);
    bytes_fini(&literal);
    assert_string_equal(replies[0].text, "rij gewoon 1 \nrij met \"quote\" en \\ 2 \nrij  3 \n"
                                         "rij a,b}{ 4 \nrij NULL 5 \nrij  spatie  6 \n");
    assert_int_equal(replies[1].err, ERR_OK);
    assert_int_equal(replies[1].n, 0);
}

static void test_many_in_order_of_arrival(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.read_connections = 1;
    world_start(&config);
    struct reply replies[100] = {0};
    const char *const params[] = {"a", "b"};
    for (int i = 0; i < 100; i++)
        world_call(&replies[i], STORE_READ, "api.echo", params, 2);
    world_await(replies, 100);
    for (unsigned i = 0; i < 100; i++)
        assert_int_equal(replies[i].order, i + 1);
}

static void test_slow_bulk_holds_up_no_read(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply slow = {0}, quick = {0}, write = {0};
    const char *const long_time[] = {"60"}, *const params[] = {"a", "b"};
    world_call(&slow, STORE_BULK, "api.traag", long_time, 1);
    world_call(&quick, STORE_READ, "api.echo", params, 2);
    world_do(&write, "doe", "s", "1", "x");
    world_await(&quick, 1);
    world_await(&write, 1);
    assert_int_equal(slow.calls, 0);
    world_kill("bulk");
    world_await(&slow, 1);
    assert_int_equal(slow.err, ERR_UITKOMST_ONBEKEND);
}

static void test_failures(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.read_ms = 200;
    world_start(&config);
    struct reply missing = {0}, slow = {0}, after = {0};
    const char *const long_time[] = {"60"}, *const params[] = {"a", "b"};
    world_call(&missing, STORE_READ, "api.bestaat_niet", params, 2);
    world_call(&slow, STORE_READ, "api.traag", long_time, 1);
    world_await(&missing, 1);
    world_await(&slow, 1);
    assert_int_equal(missing.err, ERR_INTERN);
    assert_int_equal(slow.err, ERR_TE_DRUK);
    world_call(&after, STORE_READ, "api.echo", params, 2);
    world_await(&after, 1);
    assert_int_equal(after.err, ERR_OK);
}

static void test_queue_is_bounded(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.queue_commands = 2;
    world_start(&config);
    struct reply replies[2] = {0};
    const char *const params[] = {"a", "b"};
    world_call(&replies[0], STORE_READ, "api.echo", params, 2);
    world_call(&replies[1], STORE_READ, "api.echo", params, 2);
    assert_int_equal(store_call(world.store, STORE_READ, "api.echo", params, 2, NULL, NULL),
                     ERR_TE_DRUK);
    world_await(replies, 2);
}

static void test_lanes_have_time_limits(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.read_ms = 1234;
    config.bulk_ms = 5678;
    world_start(&config);
    struct reply replies[2] = {0};
    world_call(&replies[0], STORE_READ, "api.pid", NULL, 0);
    world_call(&replies[1], STORE_BULK, "api.pid", NULL, 0);
    world_await(replies, 2);
    assert_non_null(strstr(replies[0].text, "1234ms"));
    assert_non_null(strstr(replies[1].text, "5678ms"));
}

static void test_hints(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    world_sql("SELECT pg_notify('spr', 'tafel:1=7')");
    WORLD_UNTIL(world.hints == 1);
    assert_string_equal(world.last_hint, "spr tafel:1=7");
    assert_int_equal(world.own_hints, 0);
    world_sql("SELECT pg_notify('iets_anders', 'x')");
    store_notify(world.store, "spr_live", "een 'live' signaal");
    store_notify(world.store, "spr_live", "nog een");
    WORLD_UNTIL(world.hints == 3);
    assert_string_equal(world.last_hint, "spr_live nog een");
    assert_int_equal(world.own_hints, 2);
}

static void test_too_large_a_hint_is_dropped(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    static char large[8001];
    memset(large, 'x', sizeof large - 1);
    store_notify(world.store, "spr_live", large);
    store_notify(world.store, "spr_live", "klein");
    WORLD_UNTIL(world.hints == 1);
    assert_string_equal(world.last_hint, "spr_live klein");
}

/* What was said while nobody listened is lost, so everything has to be looked at. */
static void test_back_on_the_line_means_look_at_everything(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    assert_int_equal(world.hints, 0);
    world_kill("listen");
    WORLD_UNTIL(world.hints == 1);
    assert_string_equal(world.last_hint, "spr *");
    world_sql("SELECT pg_notify('spr', 'tafel:1=8')");
    WORLD_UNTIL(world.hints == 2);
    assert_string_equal(world.last_hint, "spr tafel:1=8");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, world_reset, world_tidy)
    const struct CMUnitTest tests[] = {
        TEST(call),
        TEST(null_param),
        TEST(array),
        TEST(many_in_order_of_arrival),
        TEST(slow_bulk_holds_up_no_read),
        TEST(failures),
        TEST(queue_is_bounded),
        TEST(lanes_have_time_limits),
        TEST(hints),
        TEST(too_large_a_hint_is_dropped),
        TEST(back_on_the_line_means_look_at_everything),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
