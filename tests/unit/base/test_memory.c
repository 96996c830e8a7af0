/* arena, bytes, and dying. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs the function in a child and returns how it ended; stderr into out. */
static int in_child(void (*run)(void), char *out, size_t size) {
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    if (child == 0) {
        signal(SIGABRT, SIG_DFL);
        dup2(pipes[1], STDERR_FILENO);
        close(pipes[0]);
        run();
        _exit(0);
    }
    close(pipes[1]);
    size_t len = 0;
    for (ssize_t n; len < size - 1 && (n = read(pipes[0], out + len, size - 1 - len)) > 0;)
        len += (size_t)n;
    out[len] = '\0';
    close(pipes[0]);
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static void assert_dies(void (*run)(void), const char *saying) {
    static char said[65536];
    int status = in_child(run, said, sizeof said);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
    assert_non_null(strstr(said, saying));
}

static void test_arena(void **state) {
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    char *texts[300];
    for (int i = 0; i < 300; i++)
        texts[i] = arena_printf(&arena, "%d-%0*d", i, i, 7);
    char *large = arena_alloc(&arena, 100000);
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal(large[i], 0);
    for (int i = 0; i < 300; i++) {
        char expected[400];
        snprintf(expected, sizeof expected, "%d-%0*d", i, i, 7);
        assert_string_equal(texts[i], expected);
    }
    for (size_t size = 0; size < 40; size++) {
        void *got = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)got % _Alignof(max_align_t), 0);
        memset(got, 0xff, size);
    }
    arena_reset(&arena);
    assert_int_equal(arena.used, 0);
    /* What is handed out again is zeroed. */
    const char *again = arena_alloc(&arena, 2000);
    for (size_t i = 0; i < 2000; i++)
        assert_int_equal(again[i], 0);
    assert_memory_equal(arena_memdup(&arena, "a\0b", 3), "a\0b", 4);
    arena_fini(&arena);
}

static void pass_the_arena_ceiling(void) {
    struct arena arena;
    arena_init(&arena, 1000);
    char *fits = arena_alloc(&arena, 1000);
    fits[999] = 'x';
    fits = arena_alloc(&arena, 1);
    fits[0] = 'x';
}

static void test_arena_ceiling(void **state) {
    (void)state;
    assert_dies(pass_the_arena_ceiling, "arena: 1 bytes more than its ceiling of 1000");
}

static void test_bytes(void **state) {
    (void)state;
    struct bytes bytes;
    bytes_init(&bytes, 1 << 16);
    assert_null(bytes.data);
    bytes_add(&bytes, "", 0);
    assert_string_equal(bytes.data, "");
    for (int i = 0; i < 1000; i++)
        bytes_add_format(&bytes, "%d,", i);
    bytes_add_str(&bytes, "einde");
    bytes_add_char(&bytes, '.');
    assert_int_equal(bytes.len, 10 * 2 + 90 * 3 + 900 * 4 + 6);
    assert_string_equal(bytes.data + bytes.len - 10, "999,einde.");
    bytes_drop(&bytes, bytes.len - 6);
    assert_string_equal(bytes.data, "einde.");
    size_t len = 0;
    char *taken = bytes_take(&bytes, &len);
    assert_string_equal(taken, "einde.");
    assert_int_equal(len, 6);
    free(taken);
    assert_int_equal(bytes.len, 0);
    taken = bytes_take(&bytes, NULL);
    assert_string_equal(taken, "");
    free(taken);
    bytes_fini(&bytes);
}

static void test_bytes_ceiling(void **state) {
    (void)state;
    struct bytes bytes;
    bytes_init(&bytes, 10);
    bytes_add(&bytes, "12345", 5);
    bytes_add(&bytes, "67890", 5);
    assert_false(bytes.full);
    assert_string_equal(bytes.data, "1234567890");
    bytes_add_char(&bytes, 'x');
    assert_true(bytes.full);
    /* Once full, what would fit is not added either: no holes. */
    bytes_drop(&bytes, 5);
    bytes_add_char(&bytes, 'x');
    assert_string_equal(bytes.data, "67890");
    bytes_clear(&bytes);
    bytes_add_format(&bytes, "%s", "12345678901");
    assert_true(bytes.full);
    assert_int_equal(bytes.len, 0);
    bytes_clear(&bytes);
    bytes_add_json(&bytes, "\"\"\"\"\"", 5);
    assert_true(bytes.full);
    assert_string_equal(bytes.data, "");
    bytes_fini(&bytes);
}

static void json(const char *text, size_t len, const char *expected) {
    struct bytes bytes;
    bytes_init(&bytes, 256);
    bytes_add_json(&bytes, text, len);
    assert_string_equal(bytes.data, expected);
    bytes_fini(&bytes);
}

static void test_bytes_json(void **state) {
    (void)state;
    json("", 0, "\"\"");
    json("gewoon", 6, "\"gewoon\"");
    json("\"\\\n\r\t\x01", 6, "\"\\\"\\\\\\n\\r\\t\\u0001\"");
    json("a\0b", 3, "\"a\\u0000b\"");
    json("é€𝄞", 9, "\"é€𝄞\"");
    /* Not UTF-8: alone, cut off, overlong, a surrogate, above the last code point. */
    json("a\xff"
         "b",
         3,
         "\"a\xef\xbf\xbd"
         "b\"");
    json("\xc3", 1, "\"\xef\xbf\xbd\"");
    json("\xc0\x80", 2, "\"\xef\xbf\xbd\xef\xbf\xbd\"");
    json("\xe0\x80\x80", 3, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    json("\xed\xa0\x80", 3, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    json("\xf4\x90\x80\x80", 4, "\"\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\"");
    json("\xe2\x82x", 3, "\"\xef\xbf\xbd\xef\xbf\xbdx\"");
}

static void find_a_bug(void) {
    MUST(1 + 1 == 3);
}

static void test_die(void **state) {
    (void)state;
    assert_dies(find_a_bug, "1 + 1 == 3");
}

static void use_too_much(void) {
    char *got = mem_alloc(SIZE_MAX / 2);
    got[0] = 'x';
}

static void test_out_of_memory(void **state) {
    (void)state;
    /* ASan ends the process before mem_alloc does, and differently. */
    static char said[65536];
    int status = in_child(use_too_much, said, sizeof said);
    assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) != 0);
}

static void test_copies(void **state) {
    (void)state;
    assert_null(mem_strdup(NULL));
    char *copy = mem_strdup("tekst");
    assert_string_equal(copy, "tekst");
    free(copy);
    copy = mem_memdup(NULL, 0);
    assert_string_equal(copy, "");
    free(copy);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_arena),         cmocka_unit_test(test_arena_ceiling),
        cmocka_unit_test(test_bytes),         cmocka_unit_test(test_bytes_ceiling),
        cmocka_unit_test(test_bytes_json),    cmocka_unit_test(test_die),
        cmocka_unit_test(test_out_of_memory), cmocka_unit_test(test_copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
