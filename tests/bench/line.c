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

enum { READ_BYTES = 1 << 20, FRAME_MAX = 1 << 17 };
enum opcode { TEXT = 0x81, BINARY = 0x82, CLOSE = 0x88, PING = 0x89, PONG = 0x8a };

struct frame {
    enum opcode opcode;
    const char *bytes;
    size_t len;
};

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

static const char *connect_to(struct line *line, unsigned source, unsigned port) {
    struct sockaddr_in from = {.sin_family = AF_INET,
                               .sin_addr.s_addr = htonl(INADDR_LOOPBACK - 1 + source)};
    struct sockaddr_in to = {.sin_family = AF_INET,
                             .sin_port = htons((uint16_t)port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    int on = 1;
    /* Without this a port is bound to one connection, whoever is at the other end. */
    setsockopt(line->fd, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    if (bind(line->fd, (struct sockaddr *)&from, sizeof from) != 0 ||
        connect(line->fd, (struct sockaddr *)&to, sizeof to) != 0)
        return strerror(errno);
    setsockopt(line->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(line->fd, F_SETFL, O_NONBLOCK);
    return NULL;
}

const char *line_open(struct line *line, unsigned source, unsigned port, const char *path,
                      const char *more, int receive_bytes) {
    char text[1024];
    int len = snprintf(text, sizeof text,
                       "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%u\r\nOrigin: http://127.0.0.1:%u\r\n"
                       "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: " KEY "\r\n%s\r\n",
                       path, port, port, more);
    *line = (struct line){.fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (line->fd < 0)
        return strerror(errno);
    if (receive_bytes > 0) {
        /* Segments of Ethernet: with those of loopback the server's kernel would take megabytes. */
        int segment = 1400;
        setsockopt(line->fd, SOL_SOCKET, SO_RCVBUF, &receive_bytes, sizeof receive_bytes);
        setsockopt(line->fd, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
    }
    const char *fault = connect_to(line, source, port);
    line->is_raw = line->is_upgraded = path == NULL;
    if (fault != NULL || path == NULL)
        return fault;
    return send(line->fd, text, (size_t)len, MSG_NOSIGNAL) == len ? NULL : strerror(errno);
}

/* The mask is all zeroes: valid, and the bytes stay as they are. */
static const char *send_frame(struct line *line, enum opcode opcode, const char *bytes,
                              size_t len) {
    static char frame[SEND_MAX + 8];
    size_t head = len < 126 ? 6 : 8;
    if (len > SEND_MAX)
        return "a message is too long";
    memset(frame, 0, head);
    frame[0] = (char)opcode;
    frame[1] = (char)(0x80 | (len < 126 ? len : 126));
    if (len >= 126) {
        frame[2] = (char)(len >> 8);
        frame[3] = (char)len;
    }
    memcpy(frame + head, bytes, len);
    if (send(line->fd, frame, head + len, MSG_NOSIGNAL) != (ssize_t)(head + len))
        return errno == EAGAIN ? "the server does not take a message" : strerror(errno);
    return NULL;
}

const char *line_send(struct line *line, bool is_binary, const char *bytes, size_t len) {
    if (line->is_raw)
        return send(line->fd, bytes, len, MSG_NOSIGNAL) == (ssize_t)len
                   ? NULL
                   : "the server does not take a packet";
    return send_frame(line, is_binary ? BINARY : TEXT, bytes, len);
}

/* How long the frame at the beginning of these bytes is; 0: not yet whole; -1: none. */
static ssize_t frame_at(const char *bytes, size_t len, struct frame *frame) {
    const unsigned char *at = (const unsigned char *)bytes;
    size_t head = 2;
    if (len < 2)
        return 0;
    if ((at[0] & 0xf0) != 0x80 || at[1] > 126)
        return -1;
    frame->opcode = at[0];
    frame->len = at[1];
    if (frame->len == 126) {
        if (len < 4)
            return 0;
        head = 4;
        frame->len = (size_t)at[2] << 8 | at[3];
    }
    frame->bytes = bytes + head;
    return head + frame->len <= len ? (ssize_t)(head + frame->len) : 0;
}

/* The same for a packet of MQTT, of which the whole is the message. */
static ssize_t packet_at(const char *bytes, size_t len, struct frame *frame) {
    size_t at = 1, body = 0;
    for (unsigned shift = 0; at < len && shift < 28; shift += 7) {
        body |= (size_t)(bytes[at] & 127) << shift;
        if ((bytes[at++] & 128) != 0)
            continue;
        *frame = (struct frame){.opcode = BINARY, .bytes = bytes, .len = at + body};
        return frame->len <= len ? (ssize_t)frame->len : 0;
    }
    return 0;
}

static const char *take(struct line *line, const struct frame *frame, line_on_message *on_message,
                        void *ctx) {
    static char closed[64];
    const unsigned char *at = (const unsigned char *)frame->bytes;
    switch (frame->opcode) {
    case TEXT:
    case BINARY:
        on_message(ctx, frame->bytes, frame->len);
        return NULL;
    case PING:
        return send_frame(line, PONG, frame->bytes, frame->len);
    case PONG:
        return NULL;
    case CLOSE:
        snprintf(closed, sizeof closed, "the server closes: %u",
                 frame->len >= 2 ? (unsigned)(at[0] << 8 | at[1]) : 0);
        return closed;
    }
    return "a frame of an unknown kind";
}

/* The answer to the upgrade; its length, 0 when it is not yet whole, -1 when it is none. */
static ssize_t head_at(const char *bytes, size_t len) {
    const char *end = memmem(bytes, len, "\r\n\r\n", 4);
    if (end == NULL)
        return 0;
    size_t head = (size_t)(end - bytes) + 4;
    return strncmp(bytes, "HTTP/1.1 101 ", 13) == 0 && memmem(bytes, head, ACCEPT, 28) != NULL
               ? (ssize_t)head
               : -1;
}

static const char *keep(struct line *line, const char *at, size_t len) {
    char *part = len > 0 && len <= FRAME_MAX ? realloc(line->part, len) : line->part;
    if (len > FRAME_MAX || (len > 0 && part == NULL))
        return "a frame is too long";
    line->part = part;
    line->part_len = len;
    if (len > 0)
        memcpy(part, at, len);
    return NULL;
}

const char *line_read(struct line *line, line_on_message *on_message, void *ctx) {
    struct frame frame;
    const char *at = buffer, *fault = NULL;
    memcpy(buffer, line->part, line->part_len);
    ssize_t n = recv(line->fd, buffer + line->part_len, READ_BYTES, 0), len = 0;
    if (n < 0 && errno == EAGAIN)
        return NULL;
    if (n <= 0)
        return n < 0 ? strerror(errno) : "the server ends the connection";
    const char *end = buffer + line->part_len + n;
    if (!line->is_upgraded && (len = head_at(at, (size_t)(end - at))) > 0) {
        line->is_upgraded = true;
        at += len;
        on_message(ctx, NULL, 0);
    }
    while (line->is_upgraded && fault == NULL && line->fd >= 0 &&
           (len = line->is_raw ? packet_at(at, (size_t)(end - at), &frame)
                               : frame_at(at, (size_t)(end - at), &frame)) > 0) {
        fault = take(line, &frame, on_message, ctx);
        at += len;
    }
    if (len < 0)
        return line->is_upgraded ? "not a frame of a server" : "no upgrade to WebSocket";
    return fault != NULL ? fault : keep(line, at, (size_t)(end - at));
}

void line_close(struct line *line) {
    if (line->fd >= 0)
        close(line->fd);
    free(line->part);
    *line = (struct line){.fd = -1};
}
