/* text: NFC, control characters, and the forms of strings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "text.h"

static enum text_verdict verdict(const char *text, bool one_line) {
    char *out = NULL;
    size_t len = 0;
    enum text_verdict got = text_normalise(text, strlen(text), one_line, &out, &len);
    free(out);
    return got;
}

static void test_normal_form(void **state) {
    (void)state;
    char *out = NULL;
    size_t len = 0;
    assert_int_equal(text_normalise("Cafe\xcc\x81", 6, false, &out, &len), TEXT_CHANGED);
    assert_int_equal(len, 5);
    assert_memory_equal(out, "Caf\xc3\xa9", 5);
    free(out);
    assert_int_equal(verdict("Caf\xc3\xa9", false), TEXT_SAME);
    assert_int_equal(verdict("", false), TEXT_SAME);
    assert_int_equal(verdict("\xf0\x9f\x98\x80", false), TEXT_SAME);
    /* Compatibility forms stay what they are: NFC, not NFKC. */
    assert_int_equal(verdict("\xef\xac\x81", false), TEXT_SAME);
    /* Hangul jamo are put together. */
    assert_int_equal(verdict("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", false), TEXT_CHANGED);
}

static void test_control_characters(void **state) {
    (void)state;
    char text[4] = "a?b";
    for (int c = 1; c < 0x80; c++) {
        text[1] = (char)c;
        bool control = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
        assert_int_equal(verdict(text, false), control ? TEXT_CONTROL : TEXT_SAME);
    }
    assert_int_equal(verdict("a\xc2\x80", false), TEXT_CONTROL);
    assert_int_equal(verdict("a\xc2\x9f", false), TEXT_CONTROL);
    assert_int_equal(verdict("a\xc2\xa0", false), TEXT_SAME);
    assert_int_equal(verdict("a\nb", true), TEXT_LINES);
    assert_int_equal(verdict("a\tb", true), TEXT_LINES);
    assert_int_equal(verdict("a\nb\x01", true), TEXT_CONTROL);
    assert_int_equal(verdict("a\n\xc3\xa9", true), TEXT_LINES);
}

static void test_utf8(void **state) {
    (void)state;
    assert_true(text_is_utf8("caf\xc3\xa9", 5));
    assert_true(text_is_utf8("", 0));
    assert_false(text_is_utf8("\xc3", 1));
    assert_false(text_is_utf8("\xc0\xaf", 2));
    assert_false(text_is_utf8("\xed\xa0\x80", 3));
    assert_false(text_is_utf8("\xf4\x90\x80\x80", 4));
    assert_false(text_is_utf8("\xff", 1));
    assert_false(text_is_utf8("a\0b", 3));
    assert_int_equal(text_code_points("e\xcc\x81\xf0\x9f\x98\x80", 7), 3);
}

static bool id(const char *text) {
    return text_is_id(text, strlen(text));
}
static bool date(const char *text) {
    return text_is_date(text, strlen(text));
}
static bool moment(const char *text) {
    return text_is_date_time(text, strlen(text));
}
static bool key(const char *text) {
    return text_is_key(text, strlen(text));
}

static void test_forms(void **state) {
    (void)state;
    assert_true(id("0"));
    assert_true(id("9223372036854775807"));
    assert_false(id("9223372036854775808"));
    assert_false(id("18446744073709551617"));
    assert_false(id(""));
    assert_false(id("01"));
    assert_false(id("-1"));
    assert_true(date("2024-02-29"));
    assert_false(date("2023-02-29"));
    assert_false(date("1900-02-29"));
    assert_true(date("2000-02-29"));
    assert_false(date("2026-00-10"));
    assert_false(date("2026-04-31"));
    assert_true(moment("2026-02-03T13:00:00Z"));
    assert_true(moment("2026-02-03T13:00:00.123456Z"));
    assert_false(moment("2026-02-03T13:00:00.1234567Z"));
    assert_false(moment("2026-02-03T13:00:00.Z"));
    assert_false(moment("2026-02-03T13:00:00,1Z"));
    assert_false(moment("2026-02-03T24:00:00Z"));
    assert_false(moment("2026-02-03T13:00:00+01"));
    assert_false(moment("2026-02-03"));
    assert_true(key("k0123456789abcdef"));
    assert_false(key("k0123456789abcd"));
    assert_false(key("k0123456789 abcdef"));
    assert_false(key("k0123456789abcd\xc3\xa9"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_normal_form),
        cmocka_unit_test(test_control_characters),
        cmocka_unit_test(test_utf8),
        cmocka_unit_test(test_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
