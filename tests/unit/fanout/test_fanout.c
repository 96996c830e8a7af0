/* fanout: head + 1, gaps, purges, quiet heads, and cursors that follow without a hole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "fanout/fanout.h"
#include "frames.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct world {
    struct fanout *fanout;
    char gap[FANOUT_NAME_BYTES];
    uint64_t gap_after;
    int gaps, dirty, more, purges;
    uint64_t purged;
};

static struct world *world_of_test; /* on_more and on_purge get only a cursor */

static void on_gap(void *ctx, const char *name, uint64_t after) {
    struct world *w = ctx;
    snprintf(w->gap, sizeof w->gap, "%s", name);
    w->gap_after = after;
    w->gaps++;
}

static void on_dirty(void *ctx) {
    ((struct world *)ctx)->dirty++;
}

static void on_more(struct cursor *cursor) {
    (void)cursor;
    world_of_test->more++;
}

static void on_purge(struct cursor *cursor, uint64_t seq) {
    (void)cursor;
    world_of_test->purges++;
    world_of_test->purged = seq;
}

static int setup(void **state) {
    struct world *w = mem_alloc(sizeof *w);
    struct fanout_limits limits = fanout_limits_default();
    limits.ring_bytes = 8 * 1024;
    limits.streams = 3;
    w->fanout = fanout_new(&limits);
    fanout_on_gap(w->fanout, on_gap, w);
    fanout_set_readers(w->fanout, &(struct fanout_readers){w, on_dirty, on_more, on_purge});
    *state = world_of_test = w;
    return 0;
}

static int teardown(void **state) {
    struct world *w = *state;
    fanout_free(w->fanout);
    free(w);
    return 0;
}

static void attach(struct world *w, struct cursor *cursor, const char *name, uint64_t since,
                   uint64_t head) {
    struct stream *stream = fanout_hold(w->fanout, name);
    assert_non_null(stream);
    cursor_init(cursor);
    cursor_attach(cursor, stream, since, head);
    fanout_release(stream);
}

static void publish(struct world *w, const char *name, uint64_t seq) {
    char text[16];
    int len = snprintf(text, sizeof text, "e%d", (int)seq);
    fanout_publish(w->fanout, name, seq, text, (size_t)len);
}

static const char *take(struct cursor *cursor, size_t max) {
    const char *frames;
    size_t len;
    switch (cursor_take(cursor, max, &frames, &len)) {
    case FANOUT_FRAMES:
        return frames_text(frames, len);
    case FANOUT_FELL_OFF:
        return "fell off";
    case FANOUT_NOTHING:
        break;
    }
    return "";
}

static void test_readers_share_and_follow(void **state) {
    struct world *w = *state;
    struct cursor a, b;
    attach(w, &a, "tafel:1", 4, 4);
    attach(w, &b, "tafel:1", 4, 4);
    publish(w, "tafel:1", 5);
    publish(w, "tafel:1", 6);
    publish(w, "tafel:1", 6); /* known already */
    publish(w, "tafel:2", 1); /* nobody reads it */
    assert_int_equal(w->dirty, 1);
    fanout_sweep(w->fanout);
    assert_int_equal(w->more, 2);
    assert_string_equal(take(&a, 1000), "e5 e6 ");
    assert_string_equal(take(&a, 1000), "");
    assert_string_equal(take(&b, 3), "e5 ");
    assert_true(cursor_is_behind(&b));
    assert_string_equal(take(&b, 1000), "e6 ");
    assert_int_equal(w->gaps, 0);
    cursor_detach(&a);
    cursor_detach(&b);
    assert_null(fanout_find(w->fanout, "tafel:1"));
}

static void test_only_head_plus_one(void **state) {
    struct world *w = *state;
    struct cursor a;
    attach(w, &a, "tafel:1", 2, 2);
    publish(w, "tafel:1", 5);
    assert_int_equal(w->gaps, 1);
    assert_int_equal(w->gap_after, 2);
    publish(w, "tafel:1", 6); /* asked once only */
    assert_int_equal(w->gaps, 1);
    assert_string_equal(take(&a, 1000), "");
    for (uint64_t seq = 3; seq <= 5; seq++) {
        publish(w, "tafel:1", seq);
    }
    fanout_filled(w->fanout, "tafel:1", true); /* 6 was seen: there is more */
    assert_int_equal(w->gaps, 2);
    assert_int_equal(w->gap_after, 5);
    publish(w, "tafel:1", 6);
    fanout_filled(w->fanout, "tafel:1", true);
    assert_int_equal(w->gaps, 2);
    assert_string_equal(take(&a, 1000), "e3 e4 e5 e6 ");
    cursor_detach(&a);
}

static void test_a_failed_read_waits_for_the_next_word(void **state) {
    struct world *w = *state;
    struct cursor a;
    attach(w, &a, "tafel:1", 0, 0);
    fanout_hint(w->fanout, "tafel:1", 2);
    assert_int_equal(w->gaps, 1);
    fanout_filled(w->fanout, "tafel:1", false);
    assert_int_equal(w->gaps, 1);
    fanout_head(w->fanout, "tafel:1", 2, "ab", 4000);
    assert_int_equal(w->gaps, 2);
    cursor_detach(&a);
}

static void test_nothing_falls_between_admission_and_attach(void **state) {
    struct world *w = *state;
    struct cursor a;
    struct stream *stream = fanout_hold(w->fanout, "tafel:1");
    publish(w, "tafel:1", 8); /* committed after the answer "head is 7" was made */
    cursor_init(&a);
    cursor_attach(&a, stream, 7, 7);
    fanout_release(stream);
    assert_int_equal(w->gaps, 1);
    assert_int_equal(w->gap_after, 7);
    cursor_detach(&a);
}

static void test_a_reader_from_before_the_ring(void **state) {
    struct world *w = *state;
    struct cursor a;
    attach(w, &a, "tafel:1", 2, 7);
    assert_true(cursor_is_behind(&a));
    assert_string_equal(take(&a, 1000), "fell off");
    publish(w, "tafel:1", 8);
    cursor_advance(&a, 6); /* a page brought 3, 4 and 5 */
    assert_string_equal(take(&a, 1000), "fell off");
    cursor_advance(&a, 8);
    assert_string_equal(take(&a, 1000), "e8 ");
    cursor_detach(&a);
}

static void test_a_slow_reader_falls_off(void **state) {
    struct world *w = *state;
    struct cursor a;
    attach(w, &a, "tafel:1", 0, 0);
    for (uint64_t seq = 1; seq <= 4000; seq++) {
        publish(w, "tafel:1", seq);
    }
    assert_string_equal(take(&a, 1000), "fell off");
    struct fanout_figures figures;
    fanout_figures_get(w->fanout, &figures);
    assert_true(figures.ring_bytes <= 8 * 1024);
    cursor_detach(&a);
    fanout_figures_get(w->fanout, &figures);
    assert_int_equal(figures.ring_bytes, 0);
}

static void test_a_purge_sends_readers_to_the_log(void **state) {
    struct world *w = *state;
    struct cursor ahead, behind;
    attach(w, &ahead, "tafel:1", 0, 0);
    attach(w, &behind, "tafel:1", 0, 0);
    for (uint64_t seq = 1; seq <= 4; seq++) {
        publish(w, "tafel:1", seq);
    }
    assert_string_equal(take(&ahead, 1000), "e1 e2 e3 e4 ");
    fanout_purge(w->fanout, "tafel:1", 2);
    publish(w, "tafel:1", 5);
    assert_int_equal(w->purges, 2);
    assert_int_equal(w->purged, 2);
    assert_string_equal(take(&ahead, 1000), "e5 ");
    assert_string_equal(take(&behind, 1000), "fell off");
    cursor_detach(&ahead);
    cursor_detach(&behind);
}

static void test_a_quiet_head_is_told_once(void **state) {
    struct world *w = *state;
    struct cursor a, b;
    attach(w, &a, "tafel:1", 0, 0);
    publish(w, "tafel:1", 1);
    fanout_head(w->fanout, "tafel:1", 1, "ab", 4000); /* not quiet yet */
    assert_string_equal(take(&a, 1000), "e1 ");
    assert_string_equal(take(&a, 1000), "");
    attach(w, &b, "tafel:1", 1, 1); /* heard the head with the admission */
    fanout_head(w->fanout, "tafel:1", 1, "ab", 0);
    fanout_head(w->fanout, "tafel:1", 1, "ab", 0);
    assert_string_equal(take(&a, 1000),
                        "{\"kop\":{\"stroom\":\"tafel:1\",\"seq\":1,\"h\":\"ab\"}} ");
    assert_string_equal(take(&a, 1000), "");
    assert_string_equal(take(&b, 1000), "");
    publish(w, "tafel:1", 2);
    fanout_head(w->fanout, "tafel:1", 2, "cd", 0);
    assert_string_equal(take(&b, 1000), "e2 ");
    assert_string_equal(take(&b, 1000),
                        "{\"kop\":{\"stroom\":\"tafel:1\",\"seq\":2,\"h\":\"cd\"}} ");
    cursor_detach(&a);
    cursor_detach(&b);
}

static void count(void *ctx, const char *name) {
    assert_non_null(name);
    ++*(int *)ctx;
}

static void test_streams_are_bounded(void **state) {
    struct world *w = *state;
    struct cursor cursors[3];
    char name[FANOUT_NAME_BYTES + 1];
    for (int i = 0; i < 3; i++) {
        snprintf(name, sizeof name, "tafel:%d", i);
        attach(w, &cursors[i], name, 0, 0);
    }
    assert_null(fanout_hold(w->fanout, "tafel:4"));
    assert_null(fanout_hold(w->fanout, ""));
    memset(name, 'x', FANOUT_NAME_BYTES);
    name[FANOUT_NAME_BYTES] = '\0';
    assert_null(fanout_hold(w->fanout, name));
    int n = 0;
    fanout_each(w->fanout, count, &n);
    assert_int_equal(n, 3);
    for (int i = 0; i < 3; i++) {
        cursor_detach(&cursors[i]);
        cursor_detach(&cursors[i]);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_readers_share_and_follow),
        TEST(test_only_head_plus_one),
        TEST(test_a_failed_read_waits_for_the_next_word),
        TEST(test_nothing_falls_between_admission_and_attach),
        TEST(test_a_reader_from_before_the_ring),
        TEST(test_a_slow_reader_falls_off),
        TEST(test_a_purge_sends_readers_to_the_log),
        TEST(test_a_quiet_head_is_told_once),
        TEST(test_streams_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
