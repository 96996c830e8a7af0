/*
 * What the files of net share: the net itself and one connection.
 *
 * A connection is always in exactly one state, and moves forwards only:
 *
 *   HEAD ─► BODY ─► WAIT ─► WRITE ─► LINGER ─► gone
 *     ├───────┴───────┴──◄────┘                 ▲
 *     └─► SOCKET ───────────────────────────────┘
 *
 * HEAD    peeks until the head is whole (door.c)        BODY    reads what Content-Length promised
 * WAIT    its request is with the sessions (http.c)     WRITE   sends the one answer
 * LINGER  sent and half closed; drops what still comes, so that no RST overtakes the answer
 * SOCKET  the file descriptor belongs to libwebsockets (ws.c)
 */
#ifndef SPR_NET_INSIDE_H
#define SPR_NET_INSIDE_H

#include "files.h"
#include "head.h"
#include "loop/loop.h"
#include "net.h"
#include "peers.h"
#include "proxy.h"
#include "session/session.h"

struct lws_context;
struct lws_vhost;
struct request;
struct ws;

enum conn_state { CONN_HEAD, CONN_BODY, CONN_WAIT, CONN_WRITE, CONN_LINGER, CONN_SOCKET };

struct conn {
    struct list link; /* in net->conns */
    struct net *net;
    enum conn_state state;
    bool is_private;
    bool secure;
    int fd; /* -1: not ours (any more) */
    size_t seen;
    struct loop_fd io;
    struct loop_timer timer; /* the absolute end of the present state */
    struct peer *peer;       /* NULL: not counted */
    struct address address;
    struct request *request; /* from a good head until the answer is sent */
    struct ws *ws;           /* in SOCKET */
    struct bytes out;        /* head of the answer, and its body when it was copied */
    const char *tail;        /* body of the answer that outlives the connection */
    size_t tail_len;
};

/* Counters only grow. */
struct net_counts {
    uint64_t accepted;
    uint64_t limited;      /* turned away by a ceiling, before a head was read */
    uint64_t refused;      /* heads that did not pass the door */
    uint64_t responses[6]; /* by hundreds of the status */
    uint64_t sockets_opened;
    uint64_t messages, message_bytes, writes, write_bytes;
};

struct net {
    struct loop *loop;
    struct sessions *sessions;
    struct arena arena; /* the configuration's strings */
    struct net_limits limits;
    struct net_hooks hooks;
    const char *trusted_types;
    struct head_policy policy, private_policy;
    struct proxies proxies;
    struct peers peers;
    struct files files;
    struct loop_listener *listener, *private_listener;
    struct loop_timer second;
    struct list conns;
    size_t n_conns, n_sockets;
    struct lws_context *lws;
    struct lws_vhost *vhost;
    struct net_counts counts;
    char safety[2][1024]; /* the security headers, without and with HSTS */
    bool draining;
    struct loop_deferred drained;
    void (*on_empty)(void *ctx);
    void *on_empty_ctx;
};

/* ---- door.c ----------------------------------------------------------------------------- */
void door_on_accept(void *ctx, int fd, const struct sockaddr *peer, size_t len);
void door_on_accept_private(void *ctx, int fd, const struct sockaddr *peer, size_t len);
void conn_close(struct conn *conn); /* frees it late */
void conn_put(struct conn *conn);   /* conn->out and tail are ready: WRITE, then LINGER */
void conn_read_on(struct conn *conn, enum conn_state state, int64_t within_ms);
bool conn_is_work(const struct conn *conn); /* does a drain wait for it? */

/* ---- answer.c: fills conn->out and sends ------------------------------------------------ */
struct answer {
    unsigned status;
    const char *content_type; /* NULL: no body */
    const char *cache;        /* NULL: no-store */
    const struct session_http_header *headers;
    size_t n_headers;
    const char *body; /* NULL: it follows in parts */
    size_t body_len;
    bool body_stays; /* it outlives the connection: not copied */
    bool head_only;  /* HEAD: the headers of the answer to GET */
    bool is_api;
};
void answer_prepare(struct net *net); /* what is the same in every answer */
void answer_send(struct conn *conn, const struct answer *answer);
void answer_err(struct conn *conn, enum err err);
const char *answer_reason(unsigned status);

/* ---- http.c ----------------------------------------------------------------------------- */
void http_begin(struct conn *conn, const struct head *head, const char *bytes);
void http_on_body(struct conn *conn);
void http_on_late(struct conn *conn);      /* the time of WAIT is over */
bool http_more(struct conn *conn);         /* what was there is sent: does more follow? WAIT */
void http_request_free(struct conn *conn); /* cancels what is still with the sessions */

/* ---- ws.c ------------------------------------------------------------------------------- */
enum err ws_start(struct net *net) MUST_CHECK;
void ws_stop(struct net *net);
void ws_adopt(struct conn *conn, const struct head *head, const char *bytes);

/* ---- metrics.c: the private listener ---------------------------------------------------- */
void metrics_answer(struct conn *conn, const struct head *head);

/* ---- net.c ------------------------------------------------------------------------------ */
void net_check_empty(struct net *net);

#endif
