/*
 * Torture: the connection breaks at the n-th statement or byte, for every n of a small scenario.
 * Whatever breaks, each command is answered once and the answer is true: ERR_OK means it is there,
 * a definite refusal means it is not, unknown may be either.
 *
 * Without SPR_FAULTS the same scenario shows that the switches are not in the program.
 */
#include "fault.h"
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMMANDS = 6, READS = 3 };

static bool is_there(unsigned round, int i) {
    return strcmp(world_sql("SELECT count(*) FROM gedaan WHERE tekst = '%u-%d'", round, i), "1") ==
           0;
}

struct tally {
    unsigned ok, unknown, refused;
};

static void check_answer(const struct reply *reply, bool there, struct tally *tally) {
    assert_int_equal(reply->calls, 1);
    if (reply->err == ERR_OK) {
        assert_true(there);
        tally->ok++;
    } else if (reply->err == ERR_UITKOMST_ONBEKEND) {
        tally->unknown++;
    } else {
        assert_int_equal(reply->err, ERR_OPSLAG_WEG);
        assert_false(there);
        tally->refused++;
    }
}

static void play(unsigned round, struct tally *tally) {
    struct store_config config = world_config();
    config.batch_commands = 2;
    config.read_connections = 1;
    struct reply writes[COMMANDS] = {0}, reads[READS] = {0};
    const char *const params[] = {"a", "b"};
    char text[32];
    fault_restart();
    world_start_anyhow(&config);
    for (int i = 0; i < COMMANDS; i++) {
        snprintf(text, sizeof text, "%u-%d", round, i);
        world_do(&writes[i], "doe", "s", "1", text);
        if (i < READS)
            world_call(&reads[i], STORE_READ, "api.echo", params, 2);
    }
    world_await(writes, COMMANDS);
    world_await(reads, READS);
    /* Nothing may come twice: let everything that could still come, come. */
    WORLD_UNTIL(world_figures().up);
    store_free(world.store);
    world.store = NULL;
    for (int i = 0; i < COMMANDS; i++)
        check_answer(&writes[i], is_there(round, i), tally);
    for (int i = 0; i < READS; i++)
        assert_int_equal(reads[i].calls, 1);
    assert_string_equal(world_sql("SELECT count(*) FROM (SELECT tekst FROM gedaan"
                                  " GROUP BY tekst HAVING count(*) > 1) t"),
                        "0");
}

static struct tally torture(const char *kind, unsigned first, unsigned last, unsigned step) {
    struct tally tally = {0};
    for (unsigned n = first; n <= last; n += step) {
        char fault[64];
        snprintf(fault, sizeof fault, "%s:%u", kind, n);
        setenv("SPR_FAULT_STORE", fault, 1);
        play(n, &tally);
    }
    unsetenv("SPR_FAULT_STORE");
    return tally;
}

/* What must be seen at least once: a torture that never hurts shows nothing. */
static void expect_unknown(const struct tally *tally) {
    assert_int_not_equal(tally->ok, 0);
#ifdef SPR_FAULTS
    assert_int_not_equal(tally->unknown, 0);
#else
    assert_int_equal(tally->unknown + tally->refused, 0);
#endif
}

static void test_before_the_nth_statement(void **state) {
    (void)state;
    struct tally tally = torture("before", 1, 14, 1);
    expect_unknown(&tally);
}

static void test_after_the_nth_statement(void **state) {
    (void)state;
    struct tally tally = torture("after", 1, 14, 1);
    expect_unknown(&tally);
}

static void test_at_the_nth_byte(void **state) {
    (void)state;
    struct tally tally = torture("byte", 1, 2000, 37);
    expect_unknown(&tally);
}

/* The positive control of every durability test: an ack that comes before its commit. */
static void test_ack_before_commit(void **state) {
    (void)state;
    struct store_config config = world_config();
    struct reply replies[2] = {0};
    setenv("SPR_FAULT", "ack_before_commit", 1);
    world_start(&config);
    world_do(&replies[0], "doe", "s", "1", "weg");
    world_await(replies, 1);
    assert_int_equal(replies[0].err, ERR_OK);
    world_kill("write");
    WORLD_UNTIL(!world_figures().write_up);
    WORLD_UNTIL(world_figures().write_up);
    world_do(&replies[1], "doe", "s", "1", "blijft");
    world_await(replies, 2);
    assert_int_equal(replies[1].err, ERR_OK);
    WORLD_UNTIL(world_figures().in_flight == 0 && strcmp(world_sql("SELECT count(*) FROM gedaan"
                                                                   " WHERE tekst = 'blijft'"),
                                                         "1") == 0);
    unsetenv("SPR_FAULT");
#ifdef SPR_FAULTS
    assert_string_equal(world_sql("SELECT count(*) FROM gedaan WHERE tekst = 'weg'"), "0");
#else
    assert_string_equal(world_sql("SELECT count(*) FROM gedaan WHERE tekst = 'weg'"), "1");
#endif
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, world_reset, world_tidy)
    const struct CMUnitTest tests[] = {
        TEST(before_the_nth_statement),
        TEST(after_the_nth_statement),
        TEST(at_the_nth_byte),
        TEST(ack_before_commit),
    };
    log_init(LOG_ERROR, 0);
    return cmocka_run_group_tests(tests, world_open, world_close);
}
