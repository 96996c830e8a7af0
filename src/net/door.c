/*
 * door: accepts, peeks, judges. A good head goes on to the router or to libwebsockets, with not a
 * byte of it consumed; a bad one gets its one answer and the connection ends.
 *
 * Invariant: each state of a connection has an absolute end that no trickle of bytes moves.
 */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "inside.h"

enum {
    SPARE_CONNECTIONS = 64, /* above the ceiling, for telling the client so */
    WRITE_MS = 30 * 1000,
    WRITE_BYTES_PER_MS = 4,
    LINGER_MS = 2 * 1000,
};

bool conn_is_work(const struct conn *conn) {
    return conn->state != CONN_LINGER && !conn->is_private;
}

static void conn_free(void *object) {
    struct conn *conn = object;
    if (conn->state != CONN_SOCKET) { /* else ws_adopt did it */
        loop_fd_fini(&conn->io);
        loop_timer_fini(&conn->timer);
    }
    bytes_fini(&conn->out);
    free(conn);
}

void conn_close(struct conn *conn) {
    struct net *net = conn->net;
    http_request_free(conn);
    if (conn->state != CONN_SOCKET) {
        loop_fd_stop(&conn->io);
        loop_timer_stop(&conn->timer);
        close(conn->fd);
    }
    conn->fd = -1;
    if (conn->peer)
        peers_leave(conn->peer);
    conn->peer = NULL;
    list_remove(&conn->link);
    net->n_conns--;
    loop_retire(net->loop, conn, conn_free);
    net_check_empty(net);
}

/* ---- reading the head ------------------------------------------------------------------- */

void conn_read_on(struct conn *conn, enum conn_state state, int64_t within_ms) {
    conn->state = state;
    loop_timer_start(&conn->timer, within_ms);
    loop_fd_start(&conn->io, conn->fd, LOOP_READ);
}

/* Wakes only when there is more than was seen. Level triggering would spin on peeked bytes. */
static void set_low_water(int fd, size_t bytes) {
    int value = (int)bytes;
    (void)setsockopt(fd, SOL_SOCKET, SO_RCVLOWAT, &value, sizeof value);
}

/* A trusted proxy speaks for its client, who is counted from here on. */
static bool take_client(struct conn *conn, const struct head *head) {
    struct net *net = conn->net;
    if (conn->is_private || !proxies_has(&net->proxies, &conn->address))
        return true;
    proxies_client(&net->proxies, head, &conn->address, &conn->secure);
    if (proxies_has(&net->proxies, &conn->address))
        return true; /* the proxy itself asks */
    conn->peer = peers_enter(&net->peers, &conn->address, loop_now_ms(net->loop));
    net->counts.limited += conn->peer == NULL;
    return conn->peer != NULL;
}

static void pass(struct conn *conn, const struct head *head, const char *bytes) {
    set_low_water(conn->fd, 1);
    if (!take_client(conn, head))
        answer_err(conn, ERR_TE_VEEL_VERBINDINGEN);
    else if (conn->is_private)
        metrics_answer(conn, head);
    else if (head->websocket && conn->net->draining)
        answer_err(conn, ERR_VERTREK);
    else if (head->websocket)
        ws_adopt(conn, head, bytes);
    else
        http_begin(conn, head, bytes);
}

static void on_head(struct conn *conn) {
    static char peeked[HEAD_MAX]; /* one for all: nothing is kept between two looks */
    struct net *net = conn->net;
    ssize_t n = recv(conn->fd, peeked, sizeof peeked, MSG_PEEK | MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0) {
        conn_close(conn);
        return;
    }
    struct head head;
    enum err err;
    const struct head_policy *policy = conn->is_private ? &net->private_policy : &net->policy;
    enum head_verdict verdict = head_parse(policy, peeked, (size_t)n, &head, &err);
    if (verdict == HEAD_MORE && (size_t)n == conn->seen) {
        verdict = HEAD_BAD; /* awake without a new byte: the client has closed its side */
        err = ERR_VERZOEK_ONLEESBAAR;
    }
    conn->seen = (size_t)n;
    if (verdict == HEAD_MORE) {
        set_low_water(conn->fd, conn->seen + 1);
    } else if (verdict == HEAD_BAD) {
        net->counts.refused++;
        answer_err(conn, err);
    } else {
        pass(conn, &head, peeked);
    }
}

/* ---- writing the answer, and its end ---------------------------------------------------- */

/* Drops what the client still sends. */
static void on_linger(struct conn *conn) {
    static char dropped[64 * 1024];
    ssize_t n = recv(conn->fd, dropped, sizeof dropped, MSG_DONTWAIT);
    if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
        conn_close(conn);
}

static void linger(struct conn *conn) {
    http_request_free(conn);
    set_low_water(conn->fd, 1);
    shutdown(conn->fd, SHUT_WR);
    conn_read_on(conn, CONN_LINGER, LINGER_MS);
    net_check_empty(conn->net);
}

static void on_write(struct conn *conn) {
    while (conn->out.len + conn->tail_len > 0) {
        bool more = conn->out.len > 0 && conn->tail_len > 0;
        const char *from = conn->out.len > 0 ? conn->out.data : conn->tail;
        size_t len = conn->out.len > 0 ? conn->out.len : conn->tail_len;
        ssize_t n = send(conn->fd, from, len, MSG_NOSIGNAL | MSG_DONTWAIT | (more ? MSG_MORE : 0));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EAGAIN) {
            loop_fd_start(&conn->io, conn->fd, LOOP_WRITE);
            return;
        }
        if (n < 0) {
            conn_close(conn);
            return;
        }
        if (conn->out.len > 0)
            bytes_drop(&conn->out, (size_t)n);
        else
            conn->tail += n, conn->tail_len -= (size_t)n;
    }
    if (!http_more(conn))
        linger(conn);
}

void conn_put(struct conn *conn) {
    conn->state = CONN_WRITE;
    size_t len = conn->out.len + conn->tail_len;
    loop_timer_start(&conn->timer, WRITE_MS + (int64_t)(len / WRITE_BYTES_PER_MS));
    on_write(conn);
}

/* ---- events of one connection ----------------------------------------------------------- */

static void on_ready(void *ctx, unsigned what) {
    (void)what;
    struct conn *conn = ctx;
    if (conn->state == CONN_HEAD)
        on_head(conn);
    else if (conn->state == CONN_BODY)
        http_on_body(conn);
    else if (conn->state == CONN_WRITE)
        on_write(conn);
    else if (conn->state == CONN_LINGER)
        on_linger(conn);
}

static void on_time(void *ctx) {
    struct conn *conn = ctx;
    bool began = conn->state == CONN_BODY || (conn->state == CONN_HEAD && conn->seen > 0);
    if (began)
        answer_err(conn, ERR_VERZOEK_TE_TRAAG);
    else if (conn->state == CONN_WAIT)
        http_on_late(conn);
    else
        conn_close(conn);
}

static struct conn *conn_new(struct net *net, int fd, const struct address *address) {
    struct conn *conn = mem_alloc(sizeof *conn);
    *conn = (struct conn){.net = net, .fd = fd, .address = *address};
    loop_fd_init(&conn->io, net->loop, on_ready, conn);
    loop_timer_init(&conn->timer, net->loop, on_time, conn);
    list_init(&conn->link);
    list_push(&net->conns, &conn->link);
    net->n_conns++;
    int on = 1;
    (void)setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return conn;
}

void door_on_accept(void *ctx, int fd, const struct sockaddr *peer, size_t len) {
    (void)len;
    struct net *net = ctx;
    struct address address;
    address_read(&address, peer);
    net->counts.accepted++;
    if (net->n_conns >= (size_t)net->limits.connections + SPARE_CONNECTIONS) {
        net->counts.limited++;
        close(fd);
        return;
    }
    struct conn *conn = conn_new(net, fd, &address);
    bool is_full = net->n_conns > net->limits.connections;
    if (!is_full && !proxies_has(&net->proxies, &address))
        conn->peer = peers_enter(&net->peers, &address, loop_now_ms(net->loop));
    if (is_full || (!conn->peer && !proxies_has(&net->proxies, &address))) {
        net->counts.limited++;
        answer_err(conn, is_full ? ERR_SERVER_VOL : ERR_TE_VEEL_VERBINDINGEN);
        return;
    }
    conn_read_on(conn, CONN_HEAD, net->limits.head_ms);
}

/* The private listener has no limits of its own: it is the operator's. */
void door_on_accept_private(void *ctx, int fd, const struct sockaddr *peer, size_t len) {
    (void)len;
    struct net *net = ctx;
    struct address address;
    address_read(&address, peer);
    struct conn *conn = conn_new(net, fd, &address);
    conn->is_private = true;
    conn_read_on(conn, CONN_HEAD, net->limits.head_ms);
}
