/* ring: consecutive frames, dropped from the old end, wiped for good. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "frames.h"
#include "ring.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void add(struct ring *ring, size_t len, size_t most) {
    char *payload = mem_alloc(len + 1);
    memset(payload, 'a' + (int)(ring->next % 26), len);
    ring_add(ring, payload, len, most);
    free(payload);
}

static void test_runs_are_whole_frames(void **state) {
    (void)state;
    struct ring ring;
    const char *frames;
    size_t len;
    ring_init(&ring, 64);
    for (int i = 0; i < 5; i++) {
        add(&ring, 3, 1 << 20);
    }
    assert_int_equal(ring_run(&ring, 1, 1000, &frames, &len), 6);
    assert_string_equal(frames_text(frames, len), "bbb ccc ddd eee fff ");
    assert_int_equal(ring_run(&ring, 2, 11, &frames, &len), 4);
    assert_string_equal(frames_text(frames, len), "ccc ddd ");
    assert_int_equal(ring_run(&ring, 5, 1, &frames, &len), 6); /* at least one */
    assert_string_equal(frames_text(frames, len), "fff ");
    ring_fini(&ring);
}

static void test_old_frames_go(void **state) {
    (void)state;
    struct ring ring;
    ring_init(&ring, 1024);
    for (int i = 0; i < 600; i++) {
        add(&ring, 1000, 64 * 1024);
        assert_true(ring.bytes <= 64 * 1024);
        assert_true(ring.low <= ring.next - 1);
    }
    assert_true(ring.low > 1);
    for (uint64_t seq = ring.low; seq < ring.next;) {
        const char *frames;
        size_t len;
        uint64_t after = ring_run(&ring, seq, 20000, &frames, &len);
        assert_true(after > seq && len <= 20000);
        assert_non_null(frames_text(frames, len));
        assert_int_equal(frames[4], 'a' + (int)(seq % 26));
        seq = after;
    }
    ring_fini(&ring);
}

static void test_count_is_bounded(void **state) {
    (void)state;
    struct ring ring;
    ring_init(&ring, 16);
    for (int i = 0; i < 100; i++) {
        add(&ring, 2, 1 << 20);
    }
    assert_int_equal(ring.next - ring.low, 16);
    ring_fini(&ring);
}

static void test_a_frame_larger_than_the_ring(void **state) {
    (void)state;
    struct ring ring;
    const char *frames;
    size_t len;
    ring_init(&ring, 16);
    add(&ring, 10, 4096);
    add(&ring, 10000, 4096);
    assert_int_equal(ring.low, 2);
    assert_int_equal(ring_run(&ring, 2, 100, &frames, &len), 3);
    assert_int_equal(len, 10004);
    ring_fini(&ring);
}

static void test_wiped_text_is_gone(void **state) {
    (void)state;
    struct ring ring;
    const char *frames;
    size_t len;
    ring_init(&ring, 64);
    for (int i = 0; i < 6; i++) {
        add(&ring, 3, 1 << 20);
    }
    struct ring_slab *slab = ring.entries[1].slab;
    ring_wipe(&ring, 3);
    assert_int_equal(ring.low, 4);
    assert_null(memmem(slab->data, slab->len, "ddd", 3));
    assert_int_equal(ring_run(&ring, 4, 100, &frames, &len), 7);
    assert_string_equal(frames_text(frames, len), "eee fff ggg ");
    ring_wipe(&ring, 2); /* no longer here: nothing happens */
    ring_wipe(&ring, 7); /* not yet here */
    assert_int_equal(ring.low, 4);
    ring_wipe(&ring, 6);
    assert_int_equal(ring.low, 7);
    assert_int_equal(ring.bytes, 0);
    add(&ring, 3, 1 << 20);
    assert_int_equal(ring_run(&ring, 7, 100, &frames, &len), 8);
    ring_fini(&ring);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_runs_are_whole_frames),
        cmocka_unit_test(test_old_frames_go),
        cmocka_unit_test(test_count_is_bounded),
        cmocka_unit_test(test_a_frame_larger_than_the_ring),
        cmocka_unit_test(test_wiped_text_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
