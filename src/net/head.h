/*
 * head: the strict parser of HTTP/1.1 request heads. Bytes → verdict, no I/O, no memory of its own.
 *
 * Invariant: a good head has exactly one reading. What another parser could read differently
 * (RFC 9112 §11) is bad, so nothing behind this parser has to agree with it about doubtful input.
 * The verdict depends on the bytes alone, never on how they arrived.
 */
#ifndef SPR_NET_HEAD_H
#define SPR_NET_HEAD_H

#include "base/base.h"

enum {
    HEAD_MAX = 16 * 1024, /* of the whole head */
    HEAD_TARGET_MAX = 2048,
    HEAD_LINES_MAX = 64,
};

struct head_span {
    const char *at; /* NULL: absent */
    size_t len;
};

/* Exact strings, lower case. */
struct head_policy {
    const char *const *hosts;
    size_t n_hosts;
    const char *const *origins;
    size_t n_origins;
    uint64_t body_bytes;
    bool any_host; /* the private listener: probes name it as they like */
};

enum head_method { HEAD_GET, HEAD_HEAD, HEAD_POST, HEAD_PUT, HEAD_PATCH, HEAD_DELETE };

/* The header fields that somebody here looks at; all others are checked and forgotten. */
enum head_field {
    HEAD_HOST,
    HEAD_ORIGIN,
    HEAD_CONTENT_LENGTH,
    HEAD_CONTENT_TYPE,
    HEAD_TRANSFER_ENCODING,
    HEAD_EXPECT,
    HEAD_CONNECTION,
    HEAD_UPGRADE,
    HEAD_WS_KEY,
    HEAD_WS_VERSION,
    HEAD_WS_PROTOCOL,
    HEAD_COOKIE,
    HEAD_AUTHORIZATION,
    HEAD_IDEMPOTENCY_KEY,
    HEAD_NAMENS,
    HEAD_ACCEPT,
    HEAD_ACCEPT_ENCODING,
    HEAD_ACCEPT_LANGUAGE,
    HEAD_IF_NONE_MATCH,
    HEAD_RANGE,
    HEAD_IF_RANGE,
    HEAD_FETCH_SITE,
    HEAD_FORWARDED_PROTO,
    HEAD_FORWARDED_FOR,
    HEAD_FIELDS,
};

struct head {
    enum head_method method;
    const char *method_name;
    struct head_span path;  /* percent-encoded as it came, but checked */
    struct head_span query; /* after the '?' */
    struct head_span field[HEAD_FIELDS];
    uint64_t content_length;
    bool has_body; /* content_length > 0 */
    bool wants_continue;
    bool upgrade_connection; /* a Connection header names "upgrade" */
    bool websocket;
    size_t len; /* of the head, with its last empty line */
};

enum head_verdict { HEAD_MORE, HEAD_BAD, HEAD_GOOD };

/* ERR_OK goes with MORE and GOOD; with BAD, err says which answer is due. On GOOD the spans of out
 * point into bytes. */
enum head_verdict head_parse(const struct head_policy *policy, const char *bytes, size_t len,
                             struct head *out, enum err *err);

/* The parsed bytes were copied to `to`: makes every span point there, and ends each by a NUL. */
void head_move(struct head *head, const char *from, char *to);

/* The text of a moved span; "" when absent. */
const char *head_text(const struct head *head, enum head_field field);
/* The token of "Authorization: Bearer …"; "" when there is none. */
const char *head_bearer(const struct head *head);

#endif
