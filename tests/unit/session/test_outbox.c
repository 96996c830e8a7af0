/* outbox: one write a turn, whole frames, nothing while blocked, nobody starved. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_small(struct session_limits *limits) {
    limits->write_bytes = 64;
}

static void make_hasty(struct session_limits *limits) {
    limits->stalled_ms = 1;
    limits->heartbeat_ms = 16;
}

static int setup(void **state) {
    *state = world_new(NULL);
    return 0;
}

static int setup_small(void **state) {
    *state = world_new(make_small);
    return 0;
}

static int setup_hasty(void **state) {
    *state = world_new(make_hasty);
    return 0;
}

static int teardown(void **state) {
    world_free(*state);
    return 0;
}

static void test_events_of_a_turn_are_one_write(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    follow_as(end.s, "tafel:1", 4, 4);
    follow_as(end.s, "kamer:2", 0, 0);
    publish(w, "tafel:1", 5, "a5");
    publish(w, "tafel:1", 6, "a6");
    publish(w, "kamer:2", 1, "b1");
    outbox_add(end.s, "\x81\x02hi", 4);
    assert_int_equal(end.writes, 0);
    world_turn(w);
    assert_int_equal(end.writes, 1);
    assert_string_equal(end_heard(&end), "hi\na5\na6\nb1\n");
    end_gone(&end);
}

static void test_nothing_while_blocked(void **state) {
    struct world *w = *state;
    struct wire_end slow, quick;
    end_open_live(w, &slow, "9");
    end_open_live(w, &quick, "10");
    follow_as(slow.s, "tafel:1", 0, 0);
    follow_as(quick.s, "tafel:1", 0, 0);
    slow.block = true;
    publish(w, "tafel:1", 1, "a1");
    world_turn(w);
    publish(w, "tafel:1", 2, "a2");
    publish(w, "tafel:1", 3, "a3");
    world_turn(w);
    assert_int_equal(slow.writes, 1);
    assert_string_equal(end_heard(&quick), "a1\na2\na3\n");
    slow.block = false;
    session_writable(slow.s);
    world_turn(w);
    assert_int_equal(slow.writes, 2);
    assert_string_equal(end_heard(&slow), "a1\na2\na3\n");
    end_gone(&slow);
    end_gone(&quick);
}

static void test_a_loud_stream_starves_nobody(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    follow_as(end.s, "tafel:1", 0, 0);
    follow_as(end.s, "tafel:2", 0, 0);
    for (uint64_t seq = 1; seq <= 100; seq++) {
        publish(w, "tafel:1", seq, "luid");
    }
    publish(w, "tafel:2", 1, "stil");
    loop_turn(w->loop, false);
    loop_turn(w->loop, false);
    const char *heard = end_heard(&end);
    assert_non_null(strstr(heard, "stil"));
    assert_true(end.largest <= 64 + 6);
    for (int i = 0; i < 40; i++) {
        world_turn(w);
    }
    end_heard(&end);
    assert_int_equal(end.s->n_follows, 2);
    assert_false(cursor_is_behind(&follow_find(end.s, "tafel:1")->cursor));
    end_gone(&end);
}

static void test_own_frames_are_bounded(void **state) {
    struct world *w = *state;
    struct wire_end end;
    char frame[1004] = "\x81\x7e\x03\xe8";
    end_open_live(w, &end, "9");
    memset(frame + 4, 'x', 1000);
    end.block = true;
    outbox_add(end.s, frame, sizeof frame);
    world_turn(w);
    for (int i = 0; i < 400 && !end.closed; i++) {
        outbox_add(end.s, frame, sizeof frame);
        assert_true(end.s->out.len <= 256 * 1024);
    }
    assert_int_equal(end.closed, 4408);
    end_gone(&end);
}

static void test_no_progress_is_closed(void **state) {
    struct world *w = *state;
    struct wire_end slow, quick;
    end_open_live(w, &slow, "9");
    end_open_live(w, &quick, "10");
    slow.block = true;
    while (!slow.closed) {
        loop_turn(w->loop, true); /* heartbeats; the first one blocks */
    }
    assert_int_equal(slow.closed, 4408);
    assert_string_equal(slow.why, "te_traag");
    assert_int_equal(quick.closed, 0);
    assert_non_null(strstr(end_heard(&quick), "{\"hartslag\":1}\n"));
    end_gone(&slow);
    end_gone(&quick);
}

static void test_a_page_that_was_purged_is_not_sent(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    struct follow *f = follow_as(end.s, "tafel:1", 0, 3);
    end.block = true;
    outbox_add(end.s, "\x81\x02hi", 4);
    world_turn(w);
    f->page = mem_alloc(sizeof *f->page);
    bytes_init(&f->page->frames, 1000);
    bytes_add(&f->page->frames, "\x81\x06geheim", 8);
    f->page->after = 2;
    fanout_purge(w->fanout, "tafel:1", 1);
    assert_null(f->page);
    end.block = false;
    session_writable(end.s);
    world_turn(w);
    assert_null(strstr(end_heard(&end), "geheim"));
    end_gone(&end);
}

static void test_a_page_then_the_ring(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    struct follow *f = follow_as(end.s, "tafel:1", 0, 2);
    f->page = mem_alloc(sizeof *f->page);
    bytes_init(&f->page->frames, 1000);
    bytes_add(&f->page->frames,
              "\x81\x02"
              "a1\x81\x02"
              "a2",
              8);
    f->page->after = 3;
    publish(w, "tafel:1", 3, "a3");
    world_turn(w);
    world_turn(w);
    assert_string_equal(end_heard(&end), "a1\na2\na3\n");
    end_gone(&end);
}

static void note_empty(void *ctx) {
    *(bool *)ctx = true;
}

static void test_drain(void **state) {
    struct world *w = *state;
    struct wire_end ends[50];
    bool empty = false;
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        end_open_live(w, &ends[i], "9");
    }
    sessions_drain(w->sessions, 1, note_empty, &empty);
    struct session_origin origin = {.address = "", .cookie = "", .bearer = ""};
    assert_null(session_open(w->sessions, ends[0].s->transport, &ends[0], &origin));
    assert_true(ends[0].reading_stopped);
    size_t left = COUNT_OF(ends);
    size_t waves = 0;
    while (left > 0) {
        size_t before = left;
        loop_turn(w->loop, true);
        for (size_t i = 0; i < COUNT_OF(ends); i++) {
            if (ends[i].closed && ends[i].s) {
                assert_int_equal(ends[i].closed, 1012);
                assert_string_equal(end_heard(&ends[i]), "{\"vertrek\":{\"over\":1000}}\n");
                end_gone(&ends[i]);
                ends[i].s = NULL;
                left--;
            }
        }
        waves += left < before;
    }
    assert_true(waves > 1);
    while (!empty) {
        loop_turn(w->loop, true);
    }
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_events_of_a_turn_are_one_write),
        TEST(test_nothing_while_blocked),
        cmocka_unit_test_setup_teardown(test_a_loud_stream_starves_nobody, setup_small, teardown),
        TEST(test_own_frames_are_bounded),
        cmocka_unit_test_setup_teardown(test_no_progress_is_closed, setup_hasty, teardown),
        TEST(test_a_page_that_was_purged_is_not_sent),
        TEST(test_a_page_then_the_ring),
        TEST(test_drain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
