/*
 * die: the end of a process that found a bug or has no memory left, and the allocator that ends
 * that way.
 *
 * Invariant: nothing here allocates on the way down, and nothing of what users sent is printed.
 */
#include "base/base.h"

#include <execinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

_Noreturn void die(const char *format, ...) {
    char line[512];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(line, sizeof line - 1, format, args);
    va_end(args);
    size_t n = len < 0 ? 0 : (size_t)len < sizeof line - 1 ? (size_t)len : sizeof line - 2;
    line[n++] = '\n';
    /* Nothing can be done about a stderr that does not take it. */
    ssize_t ignored = write(STDERR_FILENO, line, n);
    (void)ignored;
    void *frames[64];
    backtrace_symbols_fd(frames, backtrace(frames, (int)COUNT_OF(frames)), STDERR_FILENO);
    abort();
}

#ifdef SPR_FAULTS
/* Test builds only: SPR_FAULT_ALLOC=n makes the n-th allocation of the process fail. */
static bool fault_strikes(void) {
    static long left = -1;
    if (left < 0) {
        const char *text = getenv("SPR_FAULT_ALLOC");
        left = text != NULL ? strtol(text, NULL, 10) : 0;
    }
    return left > 0 && --left == 0;
}
#else
static bool fault_strikes(void) {
    return false;
}
#endif

void *mem_alloc(size_t size) {
    void *got = fault_strikes() ? NULL : calloc(1, size > 0 ? size : 1);
    if (got == NULL)
        die("out of memory: %zu bytes", size);
    return got;
}

void *mem_resize(void *old, size_t size) {
    void *got = fault_strikes() ? NULL : realloc(old, size > 0 ? size : 1);
    if (got == NULL)
        die("out of memory: %zu bytes", size);
    return got;
}

char *mem_memdup(const void *from, size_t len) {
    char *copy = mem_alloc(len + 1);
    if (len > 0)
        memcpy(copy, from, len);
    return copy;
}

char *mem_strdup(const char *text) {
    return text == NULL ? NULL : mem_memdup(text, strlen(text));
}
