/* err, log, id, chance and time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void test_err(void **state) {
    (void)state;
    for (unsigned i = 0; i < ERR_COUNT; i++) {
        const char *name = err_name((enum err)i);
        assert_int_equal(err_by_name(name, strlen(name)), i);
    }
    assert_string_equal(err_name(ERR_NIET_GEVONDEN), "niet_gevonden");
    assert_int_equal(err_get(ERR_NIET_GEVONDEN)->http, 404);
    assert_int_equal(err_by_name("niet_gevonde", 12), ERR_INTERN);
    assert_int_equal(err_by_name("", 0), ERR_INTERN);
    assert_string_equal(err_name((enum err)ERR_COUNT), "intern");
    assert_int_equal(err_by_sqlstate(NULL), ERR_INTERN);
    assert_int_equal(err_by_sqlstate("zzzzz"), ERR_INTERN);
}

/* Every error that claims an SQLSTATE is found by it. */
static void test_err_by_sqlstate(void **state) {
    (void)state;
    unsigned claimed = 0;
    for (unsigned i = 1; i < ERR_COUNT; i++) {
        const char *sqlstate = err_get((enum err)i)->sqlstate;
        if (sqlstate == NULL)
            continue;
        claimed++;
        assert_string_equal(err_get(err_by_sqlstate(sqlstate))->sqlstate, sqlstate);
    }
    assert_int_not_equal(claimed, 0);
}

/* Runs with stderr going to a file, and returns what was written. */
static const char *logged(enum log_level least, void (*run)(void)) {
    static char text[65536];
    char path[] = "/tmp/spr-log.XXXXXX";
    int file = mkstemp(path), saved = dup(STDERR_FILENO);
    assert_true(file >= 0 && saved >= 0);
    unlink(path);
    dup2(file, STDERR_FILENO);
    log_init(least, 3);
    run();
    dup2(saved, STDERR_FILENO);
    close(saved);
    ssize_t len = pread(file, text, sizeof text - 1, 0);
    assert_true(len >= 0);
    text[len] = '\0';
    close(file);
    return text;
}

static void log_three(void) {
    log_debug("a.b", LOG_NUM("n", 1));
    log_info("store.up", LOG_STR("lane", "a \"quoted\" \x01 \xff"), LOG_NUM("ms", -5));
    log_error("c.d", LOG_NUM("n", INT64_MIN));
}

static void test_log(void **state) {
    (void)state;
    const char *text = logged(LOG_INFO, log_three);
    assert_null(strstr(text, "a.b"));
    assert_non_null(strstr(text, ",\"level\":\"info\",\"event\":\"store.up\",\"pid\":"));
    assert_non_null(strstr(text, ",\"worker\":3,\"lane\":\"a \\\"quoted\\\" \\u0001 \xef\xbf\xbd\","
                                 "\"ms\":-5}\n"));
    assert_non_null(strstr(text, "\"level\":\"error\",\"event\":\"c.d\""));
    assert_non_null(strstr(text, "\"n\":-9223372036854775808}\n"));
    assert_non_null(strstr(logged(LOG_DEBUG, log_three), "a.b"));
}

static void log_much(void) {
    static char large[20000];
    memset(large, 'x', sizeof large - 1);
    log_info("groot", LOG_STR("a", large), LOG_STR("b", large), LOG_STR("c", large),
             LOG_STR("d", large), LOG_STR("e", large), LOG_NUM("n", 1));
}

static void test_log_line_is_bounded_and_whole(void **state) {
    (void)state;
    const char *text = logged(LOG_INFO, log_much);
    size_t len = strlen(text);
    assert_true(len > 1000 && len <= 4096);
    assert_string_equal(text + len - 3, "\"}\n");
    assert_ptr_equal(strchr(text, '\n'), text + len - 1);
}

static void id(const char *text, bool good, uint64_t expected) {
    uint64_t value = 0;
    assert_int_equal(id_parse(text, strlen(text), &value), good);
    if (good)
        assert_int_equal(value, expected);
}

static void test_id(void **state) {
    (void)state;
    id("1", true, 1);
    id("17", true, 17);
    id("9223372036854775807", true, INT64_MAX);
    id("9223372036854775808", false, 0);
    id("99999999999999999999", false, 0);
    id("", false, 0);
    id("0", false, 0);
    id("01", false, 0);
    id("-1", false, 0);
    id("+1", false, 0);
    id(" 1", false, 0);
    id("1x", false, 0);
    id("1.0", false, 0);
}

static void test_random(void **state) {
    (void)state;
    unsigned seen[7] = {0};
    for (int i = 0; i < 7000; i++) {
        uint64_t got = random_below(7);
        assert_true(got < 7);
        seen[got]++;
    }
    /* Some 26 standard deviations: never by chance. */
    for (int i = 0; i < 7; i++)
        assert_true(seen[i] > 200);
    assert_int_equal(random_below(1), 0);
    unsigned char a[32], b[32];
    random_fill(a, sizeof a);
    random_fill(b, sizeof b);
    assert_memory_not_equal(a, b, sizeof a);
}

static void test_clock(void **state) {
    (void)state;
    int64_t before = clock_mono_us();
    assert_true(clock_mono_us() >= before);
    assert_true(clock_mono_ms() >= before / 1000);
    /* 2026 or later, and microseconds. */
    assert_true(clock_wall_us() > INT64_C(1767225600000000));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_err),   cmocka_unit_test(test_err_by_sqlstate),
        cmocka_unit_test(test_log),   cmocka_unit_test(test_log_line_is_bounded_and_whole),
        cmocka_unit_test(test_id),    cmocka_unit_test(test_random),
        cmocka_unit_test(test_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
