/*
 * session: one connection of one person. Turns messages and requests into commands and queries,
 * and gives each reader the events of the streams it follows, in order and without a hole.
 *
 * Invariant: a session's answers leave in the order of its questions, and an event leaves only
 * after the session was allowed to follow its stream.
 *
 * The transport below the socket belongs to net; it comes in as a table of functions.
 */
#ifndef SPR_SESSION_H
#define SPR_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct loop;
struct store;
struct commands;
struct fanout;
struct sessions;
struct session;
struct session_request;
struct session_http_reply;

/* What became of bytes given to a transport. After BLOCKED the bytes are the transport's own (all
 * of them were taken) and nothing more may be written before session_writable(). */
enum session_write { SESSION_SENT, SESSION_BLOCKED, SESSION_BROKEN };

struct session_transport {
    /* Ready WebSocket frames, whole, to be sent as they are; valid during the call only. */
    enum session_write (*write)(void *ws, const void *frames, size_t len);
    /* Ends the connection; session_gone() follows later, never from within this call. */
    void (*close)(void *ws, uint16_t code, const char *reason);
    /* Stops or resumes reading; messages already read may still arrive. */
    void (*pause)(void *ws, bool stop_reading);
};

/* Where a connection or request comes from, as the door saw it. Strings are never NULL. */
struct session_origin {
    const char *address; /* the client's, through trusted proxies */
    const char *cookie;  /* the Cookie header as it came, "" without */
    const char *bearer;  /* the token of "Authorization: Bearer", "" without */
    bool secure;         /* https, as a trusted proxy said */
};

/* Every ceiling is configuration; sessions_limits_default gives what a small server runs on. */
struct session_limits {
    uint32_t sessions;       /* WebSocket sessions in this process */
    uint32_t streams;        /* streams one session may follow */
    uint32_t unanswered;     /* commands of one session under way */
    uint32_t rate;           /* commands a second of one session, refill of its bucket */
    uint32_t burst;          /* size of that bucket */
    uint32_t http_rate;      /* requests a second of one client address */
    uint32_t http_burst;     /* size of that bucket */
    uint32_t login_rate;     /* logins a minute of one client address */
    uint32_t http_requests;  /* requests under way in this process */
    uint32_t downloads;      /* files being downloaded from this process */
    uint32_t outbox_bytes;   /* unsent output of one session */
    uint32_t write_bytes;    /* events in one write */
    uint32_t page_reads;     /* reads of the log under way for readers that are behind */
    uint32_t heartbeat_ms;   /* between two heartbeats */
    uint32_t stalled_ms;     /* no progress of a reader before it is closed */
    uint32_t rights_ms;      /* between two looks at the rights */
    uint32_t hello_ms;       /* from connect to hello */
    uint32_t snapshot_offer; /* events behind from which a snapshot is offered */
};

struct sessions_config {
    const char *version;  /* of the server, told in the welcome */
    unsigned worker;      /* index of this process, told in the welcome */
    unsigned cookie_port; /* in the name of the cookie on plain loopback http */
    struct session_limits limits;
};

struct sessions_figures {
    size_t sessions, http_under_way, downloads;
    uint64_t opened, messages, requests, bytes_sent, writes, pages, too_slow, refused_busy;
    uint64_t rights_ended, download_bytes;
};

struct session_limits sessions_limits_default(void);

/* The config is copied. The rooms below must outlive the sessions. */
struct sessions *sessions_new(struct loop *loop, struct store *store, struct commands *commands,
                              struct fanout *fanout, const struct sessions_config *config);
/* Stops what comes by time; for the end, before the rooms below go. */
void sessions_stop(struct sessions *sessions);
void sessions_free(struct sessions *sessions); /* only after the last session_gone() */
void sessions_figures_get(const struct sessions *sessions, struct sessions_figures *out);

/* A WebSocket was accepted. NULL: no room, the transport closes it itself with 1013. */
struct session *session_open(struct sessions *sessions, const struct session_transport *transport,
                             void *ws, const struct session_origin *origin);
void session_message(struct session *s, const char *bytes, size_t len); /* a whole text message */
void session_writable(struct session *s);                               /* after BLOCKED */
void session_gone(struct session *s); /* the socket is closed; s is dead to the caller */

/* The next bytes of a body that comes in parts; none: it cannot go on, break the connection. */
typedef void session_on_part(void *request, const char *bytes, size_t len);

/* One plain HTTP request; strings are never NULL, "" when absent, and copied when kept. */
struct session_http {
    const char *method;
    const char *path;  /* as it came, still percent-encoded, without the query */
    const char *query; /* as it came, after the '?' */
    const char *body;
    size_t body_len;
    const char *content_type, *idempotency_key, *accept_language, *sec_fetch_site;
    const char *if_none_match, *range, *if_range;
    const char *namens;                             /* Spr-Namens */
    bool origin_present, origin_allowed, head_only; /* an Origin came; it is in the list; HEAD */
    struct session_origin from;
    void *request; /* the caller's, handed back in reply */
    void (*reply)(void *request, const struct session_http_reply *reply);
    session_on_part *part;
};

struct session_http_header {
    const char *name, *value; /* the name in lower case */
};

enum { SESSION_HTTP_HEADERS = 8 };

/* Valid during the call only. */
struct session_http_reply {
    unsigned status;
    const char *content_type; /* NULL when there is no body */
    struct session_http_header headers[SESSION_HTTP_HEADERS];
    const char *body; /* NULL when it comes in parts, or not at all */
    size_t n_headers, body_len;
    struct session_request *more; /* not NULL: ask session_http_more() until body_len bytes came */
};

/* Answers exactly once, at once or later, unless cancelled. Returns a handle to cancel with, or
 * NULL when the answer has been given. */
struct session_request *session_http(struct sessions *sessions, const struct session_http *http);

/* The part before was sent: part is called with the next, later or at once. The request is dead to
 * the caller with its last part, or an empty one. */
void session_http_more(struct session_request *request);
/* The client went away; neither reply nor part will be called. */
void session_http_cancel(struct session_request *request);

/* Lets commands under way finish, tells every reader when to come back, closes 1012 in slices
 * within the given time, then calls once. New sessions and requests are refused. */
void sessions_drain(struct sessions *sessions, unsigned seconds, void (*call)(void *ctx),
                    void *ctx);

#endif
