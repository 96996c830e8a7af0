/*
 * line: one WebSocket connection of a measuring client to a server on this machine.
 *
 * Invariant: nothing here is shared with the server. What is not a whole WebSocket frame of a
 * server is a reason to end the line: what is measured would then mean nothing.
 */
#ifndef BENCH_LINE_H
#define BENCH_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SEND_MAX = 1 << 15 };

struct line {
    int fd;
    bool is_upgraded, is_raw;
    char *part; /* the beginning of a frame whose rest is still to come */
    size_t part_len;
};

typedef void line_on_message(void *ctx, const char *bytes, size_t len);

/* Ends the program with a sentence. */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));
uint64_t now_ns(void);

/*
 * Connects from 127.0.0.SOURCE and asks for an upgrade of PATH; more is further lines of the head.
 * Without a path nothing is asked, and what comes are packets of MQTT without WebSocket around
 * them. With receive_bytes the kernel keeps no more than that for a reader who does not read. Here
 * and below: NULL, or what went wrong.
 */
const char *line_open(struct line *line, unsigned source, unsigned port, const char *path,
                      const char *more, int receive_bytes);
const char *line_send(struct line *line, bool is_binary, const char *bytes, size_t len);
/* Reads once what is there and hands over each whole message. */
const char *line_read(struct line *line, line_on_message *on_message, void *ctx);
void line_close(struct line *line);

#endif
