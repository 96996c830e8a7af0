/* The line to the database: what is lost, what is unknown, what waits, and coming back. */
#include "world.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int count(const char *where) {
    return atoi(world_sql("SELECT count(*) FROM gedaan WHERE %s", where));
}

static void wait_for_count(const char *query_part, int least) {
    while (atoi(world_sql("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND"
                          " datname = current_database() AND query LIKE '%%%s%%'"
                          " AND pid <> pg_backend_pid()",
                          query_part)) < least)
        loop_turn(world.loop, true);
}

static void wait_in_database(const char *query_part) {
    wait_for_count(query_part, 1);
}

static void test_in_flight_is_unknown_and_queued_is_not(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply flying = {0}, queued = {0};
    world_do(&flying, "traag", "s", "1", "60");
    wait_in_database("verwerk");
    world_do(&queued, "doe", "s", "1", "x");
    world_kill("write");
    world_await(&flying, 1);
    assert_int_equal(flying.err, ERR_UITKOMST_ONBEKEND);
    assert_int_equal(world_figures().unknown, 1);
    world_await(&queued, 1);
    assert_int_equal(queued.err, ERR_OK);
    assert_int_equal(count("true"), 1);
    WORLD_UNTIL(world_figures().up);
    assert_int_equal(world_figures().reconnects, 1);
    /* up, down, up */
    assert_int_equal(world.states, 3);
}

static void test_away_too_long(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.wait_ms = 100;
    world_start(&config);
    world_keep_out(true);
    world_kill("%");
    WORLD_UNTIL(!world_figures().write_up && !world_figures().read_up);
    assert_false(store_is_up(world.store));
    struct reply write = {0}, read = {0}, after = {0};
    world_do(&write, "doe", "s", "1", "x");
    world_call(&read, STORE_READ, "api.pid", NULL, 0);
    world_await(&write, 1);
    world_await(&read, 1);
    assert_int_equal(write.err, ERR_OPSLAG_WEG);
    assert_int_equal(read.err, ERR_OPSLAG_WEG);
    world_keep_out(false);
    WORLD_UNTIL(world.up);
    world_do(&after, "doe", "s", "1", "y");
    world_await(&after, 1);
    assert_int_equal(after.err, ERR_OK);
    assert_string_equal(world_sql("SELECT string_agg(tekst, '') FROM gedaan"), "y");
}

static void test_nobody_there_from_the_start(void **state) {
    (void)state;
    struct store_config config = {.conninfo = "host=/nonexistent dbname=none", .wait_ms = 50};
    world_start_anyhow(&config);
    struct reply replies[2] = {0};
    world_do(&replies[0], "doe", "s", "1", "x");
    world_call(&replies[1], STORE_BULK, "api.pid", NULL, 0);
    world_await(replies, 2);
    assert_int_equal(replies[0].err, ERR_OPSLAG_WEG);
    assert_int_equal(replies[1].err, ERR_OPSLAG_WEG);
    assert_int_equal(world.states, 0);
}

static void test_conninfo_that_cannot_be_read(void **state) {
    (void)state;
    struct store_config config = {.conninfo = "host=/nonexistent zin=onzin", .wait_ms = 50};
    world_start_anyhow(&config);
    struct reply reply = {0};
    world_do(&reply, "doe", "s", "1", "x");
    world_await(&reply, 1);
    assert_int_equal(reply.err, ERR_OPSLAG_WEG);
}

/* A stopped process answers nothing, not even its timeouts: the deadline of the store decides. */
static void test_silence_ends(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.write_ms = 400;
    world_start(&config);
    struct reply flying = {0}, after = {0};
    world_do(&flying, "traag", "s", "1", "60");
    wait_in_database("verwerk");
    pid_t backend = atoi(world_sql("SELECT pid FROM pg_stat_activity WHERE datname ="
                                   " current_database() AND application_name LIKE 'spr write %%'"));
    assert_int_equal(kill(backend, SIGSTOP), 0);
    world_await(&flying, 1);
    assert_int_equal(kill(backend, SIGCONT), 0);
    assert_int_equal(flying.err, ERR_UITKOMST_ONBEKEND);
    world_do(&after, "doe", "s", "1", "x");
    world_await(&after, 1);
    assert_int_equal(after.err, ERR_OK);
}

/* PostgreSQL answers success with a warning when the wait for its standby is cancelled: the post
 * is there, but not as safe as an ack says. */
static void test_cancelled_synchronous_wait_is_no_ack(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    world_sql("SET synchronous_commit = local");
    world_sql("ALTER SYSTEM SET synchronous_standby_names = 'niemand'");
    world_sql("SELECT pg_reload_conf()");
    while (strcmp(world_sql("SHOW synchronous_standby_names"), "niemand") != 0)
        loop_turn(world.loop, true);
    struct reply replies[2] = {0};
    world_do(&replies[0], "doe", "s", "1", "x");
    /* The checkpointer tells the backends a moment after the reload; until then there is no wait.
     */
    while (replies[0].calls == 0 &&
           strcmp(world_sql("SELECT count(*) FROM pg_stat_activity"
                            " WHERE wait_event = 'SyncRep' AND datname = current_database()"),
                  "0") == 0)
        loop_turn(world.loop, false);
    bool waited = replies[0].calls == 0;
    world_sql("SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
              " WHERE wait_event = 'SyncRep' AND datname = current_database()");
    world_await(replies, 1);
    world_sql("ALTER SYSTEM RESET synchronous_standby_names");
    world_sql("SELECT pg_reload_conf()");
    assert_true(waited);
    assert_int_equal(replies[0].err, ERR_UITKOMST_ONBEKEND);
    assert_int_equal(replies[0].n, 0);
    world_do(&replies[1], "doe", "s", "1", "y");
    world_await(replies, 2);
    assert_int_equal(replies[1].err, ERR_OK);
}

static void test_commit_is_always_synchronous(void **state) {
    (void)state;
    char name[64];
    snprintf(name, sizeof name, "%s", world_sql("SELECT current_database()"));
    world_sql("ALTER DATABASE %s SET synchronous_commit = off", name);
    struct store_config config = world_config();
    world_start(&config);
    struct reply reply = {0};
    world_sql("CREATE OR REPLACE FUNCTION api.stand() RETURNS SETOF api.regel LANGUAGE sql AS"
              " $$ SELECT 'rij', current_setting('synchronous_commit'), 0::bigint, '' $$");
    world_call(&reply, STORE_READ, "api.stand", NULL, 0);
    world_await(&reply, 1);
    world_sql("ALTER DATABASE %s RESET synchronous_commit", name);
    assert_string_equal(reply.text, "rij on 0 \n");
}

static void test_schema_changes_under_a_prepared_statement(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[2] = {0};
    const char *const params[] = {"a", "b"};
    world_call(&replies[0], STORE_BULK, "api.echo", params, 2);
    world_await(replies, 1);
    assert_string_equal(replies[0].text, "rij a 1 b\n");
    world_sql("DROP FUNCTION api.echo(text, text);"
              "CREATE FUNCTION api.echo(a text, b text, OUT soort text, OUT stroom text,"
              " OUT seq int, OUT bytes text) RETURNS SETOF record LANGUAGE sql AS"
              " $$ SELECT 'nieuw', a, 7, b $$");
    world_call(&replies[1], STORE_BULK, "api.echo", params, 2);
    world_await(replies, 2);
    assert_int_equal(replies[1].err, ERR_OK);
    assert_string_equal(replies[1].text, "nieuw a 7 b\n");
}

static void test_free_answers_everything(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply flying = {0}, queued = {0}, reads[4] = {0};
    const char *const params[] = {"60"};
    world_do(&flying, "traag", "s", "1", "60");
    for (int i = 0; i < 4; i++)
        world_call(&reads[i], STORE_READ, "api.traag", params, 1);
    wait_in_database("verwerk");
    wait_for_count("api.traag", 2);
    world_do(&queued, "doe", "s", "1", "x");
    store_free(world.store);
    world.store = NULL;
    assert_int_equal(flying.calls, 1);
    assert_int_equal(flying.err, ERR_UITKOMST_ONBEKEND);
    assert_int_equal(queued.calls, 1);
    assert_int_equal(queued.err, ERR_OPSLAG_WEG);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(reads[i].calls, 1);
        assert_int_equal(reads[i].err, i < 2 ? ERR_UITKOMST_ONBEKEND : ERR_OPSLAG_WEG);
    }
    world_kill("%");
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, world_reset, world_tidy)
    const struct CMUnitTest tests[] = {
        TEST(in_flight_is_unknown_and_queued_is_not),
        TEST(away_too_long),
        TEST(nobody_there_from_the_start),
        TEST(conninfo_that_cannot_be_read),
        TEST(silence_ends),
        TEST(cancelled_synchronous_wait_is_no_ack),
        TEST(commit_is_always_synchronous),
        TEST(schema_changes_under_a_prepared_statement),
        TEST(free_answers_everything),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
