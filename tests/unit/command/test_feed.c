/* feed and live: what hints of other processes do, with a database that is away. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct world {
    struct loop *loop;
    struct store *store;
    struct fanout *fanout;
    struct commands *commands;
    struct cursor cursor;
    char heard[8192];
    int answers;
    enum err err;
};

static void on_dirty(void *ctx) {
    (void)ctx;
}

static void on_more(struct cursor *cursor) {
    (void)cursor;
}

static void on_purge(struct cursor *cursor, uint64_t seq) {
    (void)cursor;
    (void)seq;
}

static void on_live(void *ctx, const char *stroom, const char *frame, size_t len) {
    struct world *w = ctx;
    size_t at = strlen(w->heard);
    const char *json = memchr(frame, '{', len); /* behind the header */
    snprintf(w->heard + at, sizeof w->heard - at, "%s %.*s\n", stroom,
             (int)(len - (size_t)(json - frame)), json);
}

static int setup(void **state) {
    struct world *w = mem_alloc(sizeof *w);
    struct store_config store = {.conninfo = "host=/nowhere dbname=spr", .wait_ms = 20};
    struct store_hooks hooks = {0};
    struct fanout_limits fanout = fanout_limits_default();
    struct command_limits limits = command_limits_default();
    limits.waiting = 2;
    limits.live_entries = 3;
    log_init(LOG_ERROR, 0);
    w->loop = loop_new();
    w->store = store_new(w->loop, &store, &hooks);
    w->fanout = fanout_new(&fanout);
    w->commands = commands_new(w->loop, w->store, w->fanout, &limits);
    fanout_set_readers(w->fanout, &(struct fanout_readers){w, on_dirty, on_more, on_purge});
    commands_on_live(w->commands, on_live, w);
    cursor_init(&w->cursor);
    struct stream *stream = fanout_hold(w->fanout, "tafel:1");
    cursor_attach(&w->cursor, stream, 4, 4);
    fanout_release(stream);
    *state = w;
    return 0;
}

static int teardown(void **state) {
    struct world *w = *state;
    cursor_detach(&w->cursor);
    commands_stop(w->commands);
    store_free(w->store);
    commands_free(w->commands);
    fanout_free(w->fanout);
    loop_free(w->loop);
    free(w);
    return 0;
}

static uint64_t feed_reads(const struct world *w) {
    struct command_figures figures;
    command_figures_get(w->commands, &figures);
    return figures.feed_reads;
}

static void test_hints_ask_the_log(void **state) {
    struct world *w = *state;
    commands_on_hint(w->commands, "spr", "tafel:2=9 tafel:1=4 kamer:1", false);
    assert_int_equal(feed_reads(w), 0); /* nothing new here */
    commands_on_hint(w->commands, "spr", "tafel:1=6", true);
    assert_int_equal(feed_reads(w), 0); /* our own: its rows are on their way */
    commands_on_hint(w->commands, "spr", "buiten:1=2 tafel:1=5", false);
    assert_int_equal(feed_reads(w), 1);
    commands_on_hint(w->commands, "spr", "tafel:1=6", false);
    assert_int_equal(feed_reads(w), 1); /* one read at a time */
}

static void test_nonsense_in_a_hint(void **state) {
    struct world *w = *state;
    static const char *const hints[] = {
        "",         " ",         "=",          "tafel:1",
        "tafel:1=", "tafel:1=x", "tafel:1=-5", "tafel:1=99999999999999999999999",
        "= 5"};
    for (size_t i = 0; i < COUNT_OF(hints); i++) {
        commands_on_hint(w->commands, "spr", hints[i], false);
        commands_on_hint(w->commands, "spr_live", hints[i], false);
    }
    assert_int_equal(feed_reads(w), 0);
    assert_string_equal(w->heard, "");
}

static void test_rows_after_a_commit(void **state) {
    struct world *w = *state;
    const struct store_row rows[] = {
        {"gebeurtenis", "tafel:1", 5, "vijf", 4},
        {"antwoord", "", 0, "{}", 2},
        {"gebeurtenis", "tafel:9", 1, "weg", 3},
        {"gebeurtenis", "tafel:1", 6, "zes", 3},
    };
    const char *frames;
    size_t len;
    commands_publish(w->commands, rows, COUNT_OF(rows));
    assert_int_equal(cursor_take(&w->cursor, 1000, &frames, &len), FANOUT_FRAMES);
    assert_int_equal(len, 2 + 4 + 2 + 3);
    assert_memory_equal(frames + 2, "vijf", 4);
}

static void on_done(void *ctx, enum err err, const char *bytes, size_t len) {
    struct world *w = ctx;
    (void)bytes;
    (void)len;
    w->answers++;
    w->err = err;
}

static void test_waiting_is_bounded_and_answered(void **state) {
    struct world *w = *state;
    const struct wire_def *def = wire_find_def("tafel.lijst", strlen("tafel.lijst"));
    struct wire_request request = {
        .def = def, .sleutel = "", .namens = "", .tafel = "", .verzoek = {"{}", 2}};
    enum err refused;
    assert_non_null(def);
    struct command *first = command_submit(w->commands, "s", &request, on_done, w, &refused);
    assert_non_null(first);
    assert_non_null(command_submit(w->commands, "s", &request, on_done, w, &refused));
    assert_null(command_submit(w->commands, "s", &request, on_done, w, &refused));
    assert_int_equal(refused, ERR_TE_DRUK);
    assert_int_equal(w->answers, 0); /* never inside the call */
    command_cancel(first);
    while (w->answers == 0) {
        loop_turn(w->loop, true);
    }
    assert_int_equal(w->err, ERR_OPSLAG_WEG);
    assert_non_null(command_submit(w->commands, "s", &request, on_done, w, &refused));
}

static void test_only_commands_and_queries_go_to_the_store(void **state) {
    struct world *w = *state;
    struct wire_request request = {.def = wire_find_def("aanwezig", strlen("aanwezig"))};
    enum err refused;
    assert_non_null(request.def);
    assert_null(command_submit(w->commands, "s", &request, on_done, w, &refused));
    assert_int_equal(refused, ERR_ONBEKENDE_OPDRACHT);
}

static void test_live_of_other_processes(void **state) {
    struct world *w = *state;
    commands_on_hint(w->commands, "spr_live",
                     "aanwezig tafel:1 9 5 - 45000\ntypt tafel:1 8 - 4 6000\n", false);
    assert_non_null(strstr(w->heard, "tafel:1 {\"live\":{\"onderwerp\":null,\"organisatie\":\"5\","
                                     "\"persoon\":\"9\",\"soort\":\"aanwezig\""));
    assert_non_null(strstr(w->heard, "\"onderwerp\":\"4\",\"organisatie\":null,\"persoon\":\"8\","
                                     "\"soort\":\"typt\""));
    w->heard[0] = '\0';
    commands_on_hint(w->commands, "spr_live", "aanwezig tafel:1 9 5 - 45000\n", false);
    assert_string_equal(w->heard, ""); /* known, and far from its end */
    commands_on_hint(w->commands, "spr_live", "aanwezig tafel:1 9 - - 0\n", false);
    assert_non_null(strstr(w->heard, "\"tot\":0"));
}

static void test_who_is_here_is_not_ended_from_elsewhere(void **state) {
    struct world *w = *state;
    struct command_live live = {"aanwezig", "tafel:1", "9", "5", ""};
    command_live_signal(w->commands, LIVE_BEGIN, &live);
    command_live_signal(w->commands, LIVE_BEGIN, &live); /* a second device */
    w->heard[0] = '\0';
    commands_on_hint(w->commands, "spr_live", "aanwezig tafel:1 9 - - 0\n", false);
    command_live_signal(w->commands, LIVE_END, &live);
    assert_string_equal(w->heard, "");
    command_live_signal(w->commands, LIVE_END, &live);
    assert_non_null(strstr(w->heard, "\"tot\":0"));
}

static void test_live_entries_are_bounded(void **state) {
    struct world *w = *state;
    char person[24];
    struct command_figures figures;
    for (int i = 0; i < 50; i++) {
        snprintf(person, sizeof person, "%d", i);
        struct command_live live = {"typt", "tafel:1", person, "", ""};
        command_live_signal(w->commands, LIVE_RENEW, &live);
    }
    command_figures_get(w->commands, &figures);
    assert_int_equal(figures.live_entries, 3);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_hints_ask_the_log),
        TEST(test_nonsense_in_a_hint),
        TEST(test_rows_after_a_commit),
        TEST(test_waiting_is_bounded_and_answered),
        TEST(test_only_commands_and_queries_go_to_the_store),
        TEST(test_live_of_other_processes),
        TEST(test_who_is_here_is_not_ended_from_elsewhere),
        TEST(test_live_entries_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
