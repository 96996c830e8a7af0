/*
 * line: one WebSocket connection of a measuring client to a server on this machine.
 *
 * Invariant: nothing here is shared with the server; a frame that is not a whole, final text frame
 * ends the program, because what is measured would then mean nothing.
 */
#ifndef BENCH_LINE_H
#define BENCH_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct line {
    int fd;
    char *part; /* the beginning of a frame whose rest is still to come */
    size_t part_len;
};

typedef void line_on_text(void *ctx, const char *text, size_t len);

/* Ends the program with a sentence. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
uint64_t now_ns(void);

/* Connects to 127.0.0.1 and upgrades; waits for that, and no longer afterwards. */
void line_open(struct line *line, unsigned port, const char *token);
void line_send(struct line *line, const char *text, size_t len);
/* Reads once what is there and hands over each whole message. False: the server closed. */
bool line_read(struct line *line, line_on_text *on_text, void *ctx);

#endif
