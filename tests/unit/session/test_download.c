/* download: which bytes a Range asks for, and hex that becomes bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "download.h"

#include <string.h>

static void range_is(const char *text, uint64_t total, enum download_range kind, uint64_t first,
                     uint64_t end) {
    uint64_t from = 77, to = 78;
    enum download_range got = download_range_read(text, total, &from, &to);
    if (got != kind) {
        fail_msg("%s of %d: %d, not %d", text, (int)total, (int)got, (int)kind);
    }
    if (kind == DOWNLOAD_RANGE_PART) {
        assert_int_equal(from, first);
        assert_int_equal(to, end);
    } else { /* nothing is written that was not asked for */
        assert_int_equal(from, 77);
        assert_int_equal(to, 78);
    }
}

static void test_a_part(void **state) {
    (void)state;
    range_is("bytes=0-0", 10, DOWNLOAD_RANGE_PART, 0, 1);
    range_is("bytes=0-", 10, DOWNLOAD_RANGE_PART, 0, 10);
    range_is("bytes=9-", 10, DOWNLOAD_RANGE_PART, 9, 10);
    range_is("bytes=3-5", 10, DOWNLOAD_RANGE_PART, 3, 6);
    range_is("bytes=3-999999999999999", 10, DOWNLOAD_RANGE_PART, 3, 10);
    range_is("bytes=-1", 10, DOWNLOAD_RANGE_PART, 9, 10);
    range_is("bytes=-10", 10, DOWNLOAD_RANGE_PART, 0, 10);
    range_is("bytes=-11", 10, DOWNLOAD_RANGE_PART, 0, 10);
    range_is("bytes=0-0", 1, DOWNLOAD_RANGE_PART, 0, 1);
}

static void test_a_part_that_is_not_there(void **state) {
    (void)state;
    range_is("bytes=10-", 10, DOWNLOAD_RANGE_WRONG, 0, 0);
    range_is("bytes=10-20", 10, DOWNLOAD_RANGE_WRONG, 0, 0);
    range_is("bytes=-0", 10, DOWNLOAD_RANGE_WRONG, 0, 0);
    range_is("bytes=1-", 1, DOWNLOAD_RANGE_WRONG, 0, 0);
}

static void test_what_cannot_be_read_asks_for_everything(void **state) {
    (void)state;
    static const char *const texts[] = {
        "",          "bytes",      "bytes=",        "bytes=-",      "bytes=--1",  "bytes=1",
        "bytes=5-3", "bytes=1-2x", "bytes=x-2",     "bytes=1-2,4-", "bytes= 1-2", "lines=1-2",
        "BYTES=1-2", "bytes=+1-2", "bytes=1-2-3",   "bytes=-1-2",   "bytes=-x",   "bytes=1--2",
        "bytes=1 -", "bytes=0x1-", "bytes=1-2\r\n", "bytes=1.0-2",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        range_is(texts[i], 10, DOWNLOAD_RANGE_NONE, 0, 0);
    }
    range_is("bytes=1000000000000000-", 10, DOWNLOAD_RANGE_NONE, 0, 0); /* 16 digits */
}

static void test_unhex(void **state) {
    (void)state;
    char all[512];
    static const char digits[] = "0123456789abcdef";
    for (int i = 0; i < 256; i++) {
        all[2 * i] = digits[i / 16];
        all[2 * i + 1] = digits[i % 16];
    }
    assert_int_equal(download_unhex(all, sizeof all), 256);
    for (int i = 0; i < 256; i++) {
        assert_int_equal((unsigned char)all[i], i);
    }
    char odd[] = "0a0", capital[] = "0A", strange[] = "0g", none[] = "";
    assert_int_equal(download_unhex(odd, 3), 0);
    assert_int_equal(download_unhex(capital, 2), 0);
    assert_int_equal(download_unhex(strange, 2), 0);
    assert_int_equal(download_unhex(none, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_part),
        cmocka_unit_test(test_a_part_that_is_not_there),
        cmocka_unit_test(test_what_cannot_be_read_asks_for_everything),
        cmocka_unit_test(test_unhex),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
