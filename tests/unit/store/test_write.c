/* The write lane: natural batches, order, bounds, and what each kind of failure means. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int count(const char *where) {
    return atoi(world_sql("SELECT count(*) FROM gedaan WHERE %s", where));
}

static void test_lone_command(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply reply = {0};
    world_do(&reply, "doe", "s", "1", "héél gewoon");
    assert_int_equal(reply.calls, 0);
    world_await(&reply, 1);
    assert_int_equal(reply.err, ERR_OK);
    assert_string_equal(reply.text, "antwoord  0 héél gewoon\ngebeurtenis tafel:1 1 -\n");
    assert_int_equal(world_figures().batches, 1);
    assert_int_equal(count("tekst = 'héél gewoon'"), 1);
}

static void test_all_that_wait_are_one_transaction(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[50] = {0};
    char text[16];
    for (int i = 0; i < 50; i++) {
        snprintf(text, sizeof text, "%d", i);
        world_do(&replies[i], "doe", "s", i % 2 == 0 ? "2" : "1", text);
    }
    world_await(replies, 50);
    assert_int_equal(world_figures().batches, 1);
    assert_string_equal(world_sql("SELECT count(DISTINCT rug::text) FROM gedaan"), "1");
    for (int i = 0; i < 50; i++) {
        int seq = i % 2 == 0 ? 26 + i / 2 : 1 + i / 2;
        char expected[64];
        snprintf(expected, sizeof expected, "antwoord  0 %d\ngebeurtenis tafel:%d %d -\n", i,
                 i % 2 == 0 ? 2 : 1, seq);
        assert_string_equal(replies[i].text, expected);
        /* The callbacks come in the order of execution. */
        assert_int_equal(replies[i].order, seq);
    }
}

static void test_batch_is_bounded(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.batch_commands = 16;
    world_start(&config);
    struct reply replies[40] = {0};
    for (int i = 0; i < 40; i++)
        world_do(&replies[i], "doe", "s", "1", "x");
    world_await(replies, 40);
    assert_int_equal(world_figures().batches, 3);
    assert_int_equal(world_figures().largest_batch, 16);
    assert_string_equal(world_sql("SELECT count(DISTINCT rug::text) FROM gedaan"), "3");
}

static void test_batch_is_bounded_in_bytes(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.batch_bytes = 10000;
    world_start(&config);
    static char large[4001], too_large[10001];
    memset(large, 'a', sizeof large - 1);
    memset(too_large, 'a', sizeof too_large - 1);
    struct reply replies[5] = {0}, refused = {0};
    for (int i = 0; i < 5; i++)
        world_do(&replies[i], "doe", "s", "1", large);
    assert_int_equal(world_submit(&refused, "doe", "s", "1", too_large), ERR_TE_GROOT);
    world_await(replies, 5);
    assert_int_equal(world_figures().batches, 3);
    assert_int_equal(refused.calls, 0);
}

static void test_queue_is_bounded(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.queue_commands = 3;
    world_start(&config);
    struct reply replies[4] = {0};
    for (int i = 0; i < 3; i++)
        world_do(&replies[i], "doe", "s", "1", "x");
    assert_int_equal(world_submit(&replies[3], "doe", "s", "1", "x"), ERR_TE_DRUK);
    world_await(replies, 3);
    world_do(&replies[3], "doe", "s", "1", "x");
    world_await(replies, 4);
    assert_int_equal(world_figures().refused, 1);
}

static void test_nulls_and_refusals_pass(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[2] = {0};
    world_do(&replies[0], "doe", "s", NULL, NULL);
    world_do(&replies[1], "weiger", "s", "1", "{\"code\":\"x\"}");
    world_await(replies, 2);
    assert_int_equal(replies[0].err, ERR_OK);
    assert_string_equal(replies[0].text, "antwoord  0 niets\ngebeurtenis  1 -\n");
    assert_int_equal(replies[1].err, ERR_OK);
    assert_string_equal(replies[1].text, "weigering  0 {\"code\":\"x\"}\n");
    assert_int_equal(count("tafel IS NULL AND namens IS NULL AND tekst IS NULL"), 1);
}

static void test_a_raise_hurts_nobody_else(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[5] = {0};
    for (int i = 0; i < 5; i++)
        world_do(&replies[i], i == 2 ? "raise" : "doe", i == 2 ? "boos" : "s", "1",
                 i == 2 ? "XX001" : "x");
    world_await(replies, 5);
    for (int i = 0; i < 5; i++)
        assert_int_equal(replies[i].err, i == 2 ? ERR_INTERN : ERR_OK);
    assert_int_equal(world_figures().guarded, 1);
    assert_int_equal(count("true"), 4);

    /* The raiser runs alone from now on; the others still go together. */
    struct reply later[6] = {0};
    for (int i = 0; i < 6; i++)
        world_do(&later[i], i % 3 == 0 ? "raise" : "doe", i % 3 == 0 ? "boos" : "s", "1",
                 i % 3 == 0 ? "XX001" : "x");
    world_await(later, 6);
    for (int i = 0; i < 6; i++)
        assert_int_equal(later[i].err, i % 3 == 0 ? ERR_INTERN : ERR_OK);
    assert_int_equal(world_figures().guarded, 3);
    assert_int_equal(count("true"), 8);
    assert_string_equal(world_sql("SELECT max(n) FROM (SELECT count(*) n FROM gedaan"
                                  " GROUP BY rug::text) t"),
                        "4");
}

/* A refusal that was raised is the command's own affair, but its session runs alone afterwards. */
static void test_a_raised_refusal(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[4] = {0};
    world_do(&replies[0], "raise", "s", "1", "SP001");
    world_await(replies, 1);
    assert_int_equal(replies[0].err, ERR_OK);
    assert_string_equal(replies[0].text, "weigering SP001 0 fout\n");
    for (int i = 1; i < 4; i++)
        world_do(&replies[i], i == 1 ? "raise" : "doe", i == 1 ? "s" : "t", "1", "SP001");
    world_await(replies, 4);
    assert_string_equal(replies[1].text, "weigering SP001 0 fout\n");
    /* One plain and one guarded for each refusal, and one batch of the others. */
    assert_int_equal(world_figures().guarded, 2);
    assert_string_equal(world_sql("SELECT count(DISTINCT rug::text) FROM gedaan"), "1");
}

static void test_order_of_a_session_set_apart(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[9] = {0};
    char text[16];
    world_do(&replies[8], "doe", "s", "1", "x");
    world_do(&replies[0], "raise", "boos", "1", "XX001");
    for (int i = 1; i < 8; i++) {
        snprintf(text, sizeof text, "%d", i);
        world_do(&replies[i], "doe", "boos", "1", text);
    }
    world_await(replies, 9);
    assert_string_equal(
        world_sql("SELECT string_agg(tekst, '' ORDER BY nr) FROM gedaan WHERE sessie = 'boos'"),
        "1234567");
}

static void test_error_at_commit_is_no_ack(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[2] = {0};
    world_do(&replies[0], "laat", "s", "1", "x");
    world_await(replies, 1);
    assert_int_equal(replies[0].err, ERR_INTERN);
    assert_int_equal(replies[0].n, 0);
    assert_int_equal(count("true"), 0);
    world_do(&replies[1], "doe", "t", "1", "x");
    world_await(replies, 2);
    assert_int_equal(replies[1].err, ERR_OK);
}

/* A raise that only the COMMIT shows escapes the guarded variant too: one by one then. */
static void test_error_at_commit_in_a_batch(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[4] = {0};
    for (int i = 0; i < 4; i++)
        world_do(&replies[i], i == 1 ? "laat" : "doe", i == 1 ? "boos" : "s", "1", "x");
    world_await(replies, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(replies[i].err, i == 1 ? ERR_INTERN : ERR_OK);
    assert_int_equal(count("true"), 3);
}

static void test_slow_command_in_a_batch(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.write_ms = 300;
    world_start(&config);
    struct reply replies[4] = {0};
    for (int i = 0; i < 4; i++)
        world_do(&replies[i], i == 1 ? "traag" : "doe", i == 1 ? "boos" : "s", "1", "9");
    world_await(replies, 4);
    for (int i = 0; i < 4; i++)
        assert_int_equal(replies[i].err, i == 1 ? ERR_TE_DRUK : ERR_OK);
    assert_int_equal(count("true"), 3);
    assert_int_equal(world_figures().unknown, 0);
}

static void test_lock_is_waited_for_and_replayed(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.lock_ms = 50;
    world_start(&config);
    world_sql("BEGIN; SELECT 1 FROM slot WHERE tafel = '1' FOR UPDATE");
    struct reply replies[2] = {0};
    world_do(&replies[0], "slot", "s", "1", "x");
    WORLD_UNTIL(world_figures().replays >= 1);
    assert_int_equal(replies[0].calls, 0);
    world_sql("ROLLBACK");
    world_await(replies, 1);
    assert_int_equal(replies[0].err, ERR_OK);
    assert_int_equal(count("true"), 1);
}

static void test_lock_that_stays(void **state) {
    (void)state;
    struct store_config config = world_config();
    config.lock_ms = 50;
    world_start(&config);
    world_sql("BEGIN; SELECT 1 FROM slot WHERE tafel = '1' FOR UPDATE");
    struct reply replies[3] = {0};
    world_do(&replies[0], "slot", "s", "1", "x");
    world_do(&replies[1], "slot", "s", "2", "x");
    world_do(&replies[2], "doe", "s", "3", "x");
    world_await(replies, 3);
    world_sql("ROLLBACK");
    assert_int_equal(replies[0].err, ERR_TE_DRUK);
    assert_int_equal(replies[1].err, ERR_OK);
    assert_int_equal(replies[2].err, ERR_OK);
    assert_int_equal(count("tafel = '1'"), 0);
    /* Meeting a lock is nobody's fault: the session stays in the batches. */
    uint64_t before = world_figures().batches;
    struct reply after[2] = {0};
    world_do(&after[0], "doe", "s", "1", "x");
    world_do(&after[1], "doe", "t", "1", "x");
    world_await(after, 2);
    assert_int_equal(world_figures().batches, before + 1);
}

static void test_own_sqlstate_has_its_own_error(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[2] = {0};
    world_do(&replies[0], "raise", "s", "1", "53100");
    world_await(replies, 1);
    assert_int_equal(replies[0].err, ERR_OPSLAG_VOL);
    world_do(&replies[1], "doe", "s", "1", "x");
    world_await(replies, 2);
    assert_int_equal(replies[1].err, ERR_OK);
}

static void test_silence_of_the_database_is_unknown(void **state) {
    (void)state;
    struct store_config config = world_config();
    world_start(&config);
    struct reply replies[2] = {0};
    world_do(&replies[0], "zwijg", "s", "1", "x");
    world_do(&replies[1], "doe", "s", "1", "x");
    world_await(replies, 2);
    assert_int_equal(replies[0].err, ERR_UITKOMST_ONBEKEND);
    assert_int_equal(replies[1].err, ERR_OK);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, world_reset, world_tidy)
    const struct CMUnitTest tests[] = {
        TEST(lone_command),
        TEST(all_that_wait_are_one_transaction),
        TEST(batch_is_bounded),
        TEST(batch_is_bounded_in_bytes),
        TEST(queue_is_bounded),
        TEST(nulls_and_refusals_pass),
        TEST(a_raise_hurts_nobody_else),
        TEST(a_raised_refusal),
        TEST(order_of_a_session_set_apart),
        TEST(error_at_commit_is_no_ack),
        TEST(error_at_commit_in_a_batch),
        TEST(slow_command_in_a_batch),
        TEST(lock_is_waited_for_and_replayed),
        TEST(lock_that_stays),
        TEST(own_sqlstate_has_its_own_error),
        TEST(silence_of_the_database_is_unknown),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
