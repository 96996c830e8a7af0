/* The turn: what is called when, and what never is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop/loop.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct loop *loop;
static char trace[256];
/* What a callback adds to the trace. */
static char letter_1[] = "1", letter_2[] = "2", letter_a[] = "a", letter_b[] = "b",
            letter_s[] = "s", letter_z[] = "z";

static void note(const char *what) {
    size_t len = strlen(trace);
    snprintf(trace + len, sizeof trace - len, "%s", what);
}

static int setup(void **state) {
    (void)state;
    loop = loop_new();
    trace[0] = '\0';
    return 0;
}

static int teardown(void **state) {
    (void)state;
    loop_free(loop);
    return 0;
}

/* ---- deferred and retired ------------------------------------------------------------------- */

static struct loop_deferred first, second;

static void on_first(void *ctx) {
    note(ctx);
    loop_defer(loop, &second);
}

static void on_second(void *ctx) {
    note(ctx);
}

static void on_dead(void *object) {
    note("d");
    free(object);
}

static void test_deferred_once_at_the_end(void **state) {
    (void)state;
    loop_deferred_init(&first, on_second, letter_1);
    loop_deferred_init(&second, on_second, letter_2);
    loop_defer(loop, &second);
    loop_defer(loop, &first);
    loop_defer(loop, &second);
    assert_string_equal(trace, "");
    loop_turn(loop, false);
    assert_string_equal(trace, "21");
    loop_turn(loop, false);
    assert_string_equal(trace, "21");
}

/* Asked during the deferred calls: the next turn, which does not sleep although it may. */
static void test_deferred_by_deferred(void **state) {
    (void)state;
    loop_deferred_init(&first, on_first, letter_1);
    loop_deferred_init(&second, on_second, letter_2);
    loop_defer(loop, &first);
    loop_turn(loop, false);
    assert_string_equal(trace, "1");
    loop_turn(loop, true);
    assert_string_equal(trace, "12");
}

static void test_undefer(void **state) {
    (void)state;
    loop_deferred_init(&first, on_second, letter_1);
    loop_undefer(&first);
    loop_defer(loop, &first);
    loop_undefer(&first);
    loop_turn(loop, false);
    assert_string_equal(trace, "");
}

static void retire_now(void *ctx) {
    loop_retire(loop, ctx, on_dead);
    note("r");
}

static void test_the_retired_die_last(void **state) {
    (void)state;
    loop_deferred_init(&first, retire_now, malloc(1));
    loop_deferred_init(&second, on_second, letter_2);
    loop_retire(loop, malloc(1), on_dead);
    loop_defer(loop, &first);
    loop_defer(loop, &second);
    loop_turn(loop, false);
    assert_string_equal(trace, "r2dd");
}

static void test_free_runs_what_is_left(void **state) {
    (void)state;
    loop_deferred_init(&first, on_first, letter_1);
    loop_deferred_init(&second, on_second, letter_2);
    loop_defer(loop, &first);
    loop_retire(loop, malloc(1), on_dead);
    loop_free(loop);
    assert_string_equal(trace, "12d");
    loop = loop_new();
}

/* ---- fds ------------------------------------------------------------------------------------ */

static unsigned ready;

static void on_ready(void *ctx, unsigned what) {
    (void)ctx;
    ready |= what;
    note("f");
}

static void test_fd(void **state) {
    (void)state;
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    struct loop_fd in, out;
    loop_fd_init(&in, loop, on_ready, NULL);
    loop_fd_init(&out, loop, on_ready, NULL);
    loop_fd_start(&in, pipes[0], LOOP_READ);
    loop_turn(loop, false);
    assert_string_equal(trace, "");
    assert_int_equal(write(pipes[1], "x", 1), 1);
    /* Level triggered: as long as nobody reads. */
    loop_turn(loop, true);
    loop_turn(loop, true);
    assert_string_equal(trace, "ff");
    assert_int_equal(ready, LOOP_READ);
    loop_fd_stop(&in);
    loop_fd_stop(&in);
    ready = 0;
    loop_fd_start(&out, pipes[1], LOOP_WRITE);
    loop_turn(loop, true);
    assert_int_equal(ready, LOOP_WRITE);
    loop_fd_start(&out, pipes[1], 0);
    trace[0] = '\0';
    loop_turn(loop, false);
    assert_string_equal(trace, "");
    loop_fd_fini(&in);
    loop_fd_fini(&out);
    close(pipes[0]);
    close(pipes[1]);
}

/* A closed fd whose number returns is a new one. */
static void test_fd_number_returns(void **state) {
    (void)state;
    struct loop_fd in;
    loop_fd_init(&in, loop, on_ready, NULL);
    for (int round = 0; round < 3; round++) {
        int pipes[2];
        assert_int_equal(pipe(pipes), 0);
        loop_fd_start(&in, pipes[0], LOOP_READ);
        assert_int_equal(write(pipes[1], "x", 1), 1);
        loop_turn(loop, true);
        loop_fd_stop(&in);
        close(pipes[0]);
        close(pipes[1]);
    }
    assert_string_equal(trace, "fff");
    loop_fd_fini(&in);
}

/* ---- timers and signals --------------------------------------------------------------------- */

static struct loop_timer timers[3];

static void on_time(void *ctx) {
    note(ctx);
}

static void on_stop(void *ctx) {
    note(ctx);
    loop_stop(loop);
}

static void test_timers(void **state) {
    (void)state;
    loop_timer_init(&timers[0], loop, on_stop, letter_z);
    loop_timer_init(&timers[1], loop, on_time, letter_b);
    loop_timer_init(&timers[2], loop, on_time, letter_a);
    loop_timer_start(&timers[0], 60);
    loop_timer_start(&timers[1], 1);
    loop_timer_start(&timers[1], 20); /* starting again moves it */
    loop_timer_start(&timers[2], 5);
    assert_true(loop_timer_is_running(&timers[1]));
    loop_run(loop);
    assert_string_equal(trace, "abz");
    assert_false(loop_timer_is_running(&timers[1]));
    loop_timer_start(&timers[1], 0);
    loop_timer_stop(&timers[1]);
    loop_turn(loop, false);
    assert_string_equal(trace, "abz");
    for (int i = 0; i < 3; i++)
        loop_timer_fini(&timers[i]);
}

static unsigned beats;

static void on_beat(void *ctx) {
    (void)ctx;
    if (++beats == 3)
        loop_stop(loop);
}

static void test_repeating_timer(void **state) {
    (void)state;
    struct loop_timer timer;
    loop_timer_init(&timer, loop, on_beat, NULL);
    loop_timer_repeat(&timer, 1);
    loop_run(loop);
    assert_int_equal(beats, 3);
    assert_true(loop_timer_is_running(&timer));
    loop_timer_fini(&timer);
}

static void on_signal(void *ctx, int number) {
    note(ctx);
    assert_int_equal(number, SIGUSR1);
    loop_stop(loop);
}

static void test_signal(void **state) {
    (void)state;
    struct loop_signal watch;
    loop_signal_start(&watch, loop, SIGUSR1, on_signal, letter_s);
    raise(SIGUSR1);
    loop_run(loop);
    assert_string_equal(trace, "s");
    loop_signal_stop(&watch);
    loop_signal_stop(&watch);
}

static void on_late(void *ctx) {
    *(int64_t *)ctx = loop_now_ms(loop);
    loop_stop(loop);
}

static void test_now(void **state) {
    (void)state;
    int64_t before = loop_now_ms(loop), after = 0;
    struct loop_timer timer;
    loop_timer_init(&timer, loop, on_late, &after);
    loop_timer_start(&timer, 30);
    loop_run(loop);
    loop_turn(loop, false);
    /* A callback sees the time after the wait, not the time before it. */
    assert_true(after >= before + 29);
    loop_timer_fini(&timer);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(deferred_once_at_the_end),
        TEST(deferred_by_deferred),
        TEST(undefer),
        TEST(the_retired_die_last),
        TEST(free_runs_what_is_left),
        TEST(fd),
        TEST(fd_number_returns),
        TEST(timers),
        TEST(repeating_timer),
        TEST(signal),
        TEST(now),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
