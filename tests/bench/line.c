/* See line.h. */
#include "line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

/* The example of RFC 6455: every connection may use the same. */
#define KEY    "dGhlIHNhbXBsZSBub25jZQ=="
#define ACCEPT "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="

enum { READ_BYTES = 1 << 20, FRAME_MAX = 1 << 17, SEND_MAX = 1 << 15 };

/* One for the whole process: a frame that is cut off moves to the line's own memory. */
static char buffer[FRAME_MAX + READ_BYTES];

void die(const char *format, ...) {
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

uint64_t now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000U + (uint64_t)t.tv_nsec;
}

static void upgrade(struct line *line, unsigned port, const char *token) {
    char text[1024];
    int len = snprintf(text, sizeof text,
                       "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nOrigin: http://127.0.0.1:%u\r\n"
                       "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Protocol: spr.v1\r\nSec-WebSocket-Key: " KEY "\r\n"
                       "Cookie: spr_lokaal_%u=%s\r\n\r\n",
                       port, port, port, token);
    if (send(line->fd, text, (size_t)len, MSG_NOSIGNAL) != len)
        die("the server does not take a request: %s", strerror(errno));
    size_t have = 0;
    for (text[0] = '\0'; strstr(text, "\r\n\r\n") == NULL; text[have] = '\0') {
        ssize_t n = recv(line->fd, text + have, sizeof text - 1 - have, 0);
        if (n <= 0)
            die("the server ends an upgrade: %s", n < 0 ? strerror(errno) : text);
        have += (size_t)n;
    }
    /* A server speaks only when spoken to, so nothing can follow the head yet. */
    if (strncmp(text, "HTTP/1.1 101 ", 13) != 0 || strstr(text, ACCEPT) == NULL)
        die("no WebSocket but: %s", text);
}

void line_open(struct line *line, unsigned port, const char *token) {
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int on = 1;
    *line = (struct line){.fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (line->fd < 0 || connect(line->fd, (struct sockaddr *)&to, sizeof to) != 0)
        die("no connection to port %u: %s", port, strerror(errno));
    setsockopt(line->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    upgrade(line, port, token);
    fcntl(line->fd, F_SETFL, O_NONBLOCK);
}

/* The mask is all zeroes: valid, and the bytes stay as they are. */
void line_send(struct line *line, const char *text, size_t len) {
    static char frame[SEND_MAX + 8];
    size_t head = len < 126 ? 6 : 8;
    if (len > SEND_MAX)
        die("a message of %zu bytes is too long", len);
    memset(frame, 0, head);
    frame[0] = (char)0x81;
    frame[1] = (char)(0x80 | (len < 126 ? len : 126));
    if (len >= 126) {
        frame[2] = (char)(len >> 8);
        frame[3] = (char)len;
    }
    memcpy(frame + head, text, len);
    if (send(line->fd, frame, head + len, MSG_NOSIGNAL) != (ssize_t)(head + len))
        die("the server does not take a message: %s", strerror(errno));
}

/* The frame at the beginning of these bytes; 0: not yet whole. */
static size_t frame_at(const char *bytes, size_t len, const char **text, size_t *text_len) {
    const unsigned char *at = (const unsigned char *)bytes;
    size_t head = 2;
    if (len < 2)
        return 0;
    if (at[0] == 0x88)
        die("the server closes: %u", len >= 4 ? (unsigned)(at[2] << 8 | at[3]) : 0);
    if ((at[0] != 0x81 && at[0] != 0x89) || at[1] > 126)
        die("not a text frame of a server: %02x %02x", at[0], at[1]);
    size_t payload = at[1];
    if (payload == 126) {
        if (len < 4)
            return 0;
        head = 4;
        payload = (size_t)at[2] << 8 | at[3];
    }
    *text = bytes + head;
    *text_len = at[0] == 0x81 ? payload : 0; /* a ping has no text; runs are too short to answer */
    return head + payload <= len ? head + payload : 0;
}

bool line_read(struct line *line, line_on_text *on_text, void *ctx) {
    char *at = buffer;
    memcpy(buffer, line->part, line->part_len);
    ssize_t n = recv(line->fd, buffer + line->part_len, READ_BYTES, 0);
    if (n <= 0)
        return n < 0 && errno == EAGAIN;
    const char *end = buffer + line->part_len + n, *text;
    size_t text_len;
    for (size_t len; (len = frame_at(at, (size_t)(end - at), &text, &text_len)) > 0; at += len)
        if (text_len > 0)
            on_text(ctx, text, text_len);
    line->part_len = (size_t)(end - at);
    if (line->part_len == 0)
        return true;
    line->part = realloc(line->part, FRAME_MAX);
    if (line->part == NULL || line->part_len > FRAME_MAX)
        die("a frame is too long");
    memcpy(line->part, at, line->part_len);
    return true;
}
