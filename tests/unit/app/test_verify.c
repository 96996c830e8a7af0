/*
 * An exported log is gone over: what holds is said, and whatever is done to it is found. The log in
 * tests/fixtures was made by another program, in another language, from the description alone.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/base.h"

enum { FILE_MAX = 65536, LINES = 9 };

static char whole[FILE_MAX];
static size_t size;
static char said[4096];

static int check(const char *text, size_t len) {
    char *copy = mem_memdup(text, len);
    FILE *file = fmemopen(copy, len, "r");
    memset(said, 0, sizeof said);
    FILE *out = fmemopen(said, sizeof said, "w");
    assert_non_null(file);
    assert_non_null(out);
    int code = app_verify_file(file, out);
    fclose(file);
    fclose(out);
    free(copy);
    return code;
}

static void says(const char *part) {
    if (!strstr(said, part))
        fail_msg("not said: %s\nbut: %s", part, said);
}

static const char *line_at(unsigned number, size_t *len) {
    const char *at = whole;
    while (--number > 0)
        at = strchr(at, '\n') + 1;
    *len = (size_t)(strchr(at, '\n') - at) + 1;
    return at;
}

/* The file with its lines in this order; 0 ends it. */
static int check_lines(const unsigned *order) {
    static char text[FILE_MAX];
    size_t used = 0;
    for (; *order; order++) {
        size_t len;
        const char *line = line_at(*order, &len);
        memcpy(text + used, line, len);
        used += len;
    }
    return check(text, used);
}

static void test_good(void **state) {
    (void)state;
    assert_int_equal(check(whole, size), APP_OK);
    says("tafel:3: events 1 to 3 hold; the content of 1 of them is absent, with its reason.\n");
    says("buiten:3: events 3 to 4 hold; what came before them is not in this file; the content");
    /* Streams may stand through each other. */
    assert_int_equal(check_lines((const unsigned[]){6, 1, 2, 7, 3, 4, 8, 9, 5, 0}), APP_OK);
}

static void test_every_byte(void **state) {
    (void)state;
    static const unsigned char changes[] = {0x01, 0x20};
    char *text = mem_memdup(whole, size);
    for (size_t at = 0; at < size; at++) {
        for (size_t i = 0; i < sizeof changes; i++) {
            text[at] = (char)(text[at] ^ changes[i]);
            if (check(text, size) != APP_FAILED)
                fail_msg("byte %zu changed by %#x was not found: %s", at, changes[i], said);
            says("The first line that does not hold is line ");
            text[at] = whole[at];
        }
    }
    free(text);
}

static void test_every_cut(void **state) {
    (void)state;
    size_t len_of;
    /* Where one stream is whole and the next did not begin, nothing is missing of what is there. */
    size_t first = (size_t)(line_at(5, &len_of) - whole);
    first += len_of;
    for (size_t len = 1; len < size; len++)
        assert_int_equal(check(whole, len), len == first ? APP_OK : APP_FAILED);
}

static void test_lines(void **state) {
    (void)state;
    assert_int_equal(check_lines((const unsigned[]){1, 3, 2, 4, 5, 0}), APP_FAILED);
    says("line 2: tafel:3, after event 0: the event before it is missing.");
    says("tafel:3: no event holds; line 2 and what follows it do not.");
    assert_int_equal(check_lines((const unsigned[]){1, 2, 4, 5, 6, 7, 8, 9, 0}), APP_FAILED);
    says("tafel:3: events 1 to 1 hold");
    says("buiten:3: events 3 to 4 hold");
    says("The first line that does not hold is line 3.");
    assert_int_equal(check_lines((const unsigned[]){1, 2, 2, 3, 4, 5, 0}), APP_FAILED);
    says("an event with this number stood before it");
    assert_int_equal(check_lines((const unsigned[]){1, 2, 3, 4, 0}), APP_FAILED);
    says("tafel:3: events 1 to 3 hold; the content of 1 of them is absent, with its reason; its "
         "end is missing.");
    assert_int_equal(check_lines((const unsigned[]){1, 2, 3, 5, 0}), APP_FAILED);
    says("the stream does not end here");
    assert_int_equal(check_lines((const unsigned[]){2, 3, 0}), APP_FAILED);
    says("its stream did not begin in this file");
    assert_int_equal(check_lines((const unsigned[]){1, 2, 3, 4, 5, 1, 0}), APP_FAILED);
    says("its stream began or ended before");
}

static void test_hostile(void **state) {
    (void)state;
    static char line[3 * FILE_MAX];
    assert_int_equal(check("\n", 1), APP_FAILED);
    assert_int_equal(check("{}\n", 3), APP_FAILED);
    assert_int_equal(check("[[[[[[[[[[[[[[[[[[[[\n", 21), APP_FAILED);
    assert_int_equal(check("{\"stroom\":\"a\xff\"}\n", 16), APP_FAILED);
    memset(line, 'x', sizeof line);
    line[sizeof line - 1] = '\n';
    assert_int_equal(check(line, sizeof line), APP_FAILED);
    says("line 1: this line is longer than one may be.");
    static const char name[] = "{\"grens\":\"begin\",\"stroom\":\"\\u001b[2J\",\"epoch\":\"a\","
                               "\"seq\":0,\"h\":\"b\"}\n";
    assert_int_equal(check(name, sizeof name - 1), APP_FAILED);
    says("line 1: this is no name of a stream.");
}

static int read_fixture(void **state) {
    (void)state;
    FILE *file = fopen("tests/fixtures/logboek.jsonl", "r");
    size = file ? fread(whole, 1, sizeof whole - 1, file) : 0;
    if (file)
        fclose(file);
    return size > 0 ? 0 : -1;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),      cmocka_unit_test(test_every_byte),
        cmocka_unit_test(test_every_cut), cmocka_unit_test(test_lines),
        cmocka_unit_test(test_hostile),
    };
    return cmocka_run_group_tests(tests, read_fixture, NULL);
}
