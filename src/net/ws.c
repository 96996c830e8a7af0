/*
 * ws: the only file that calls libwebsockets. Upgrades that passed the door are given to it;
 * what it reads becomes whole messages for the session, what the session writes are ready frames.
 *
 * Invariant: while libwebsockets holds back unsent bytes of a connection (BLOCKED), nothing more is
 * written to it, so its unbounded backlog never holds more than one write. Who is told to go is
 * read to the end: a socket closed with unread bytes takes back what was sent, the last answers
 * with it.
 */
#include <libwebsockets.h>
#include <stdlib.h>
#include <string.h>

#include "inside.h"

enum {
    RX_BYTES = 1024,        /* what one connection costs when idle */
    TX_BYTES = 1024 * 1024, /* above any write: lws cuts writes at its rx size otherwise */
    LWS_HEAD_BYTES = 20480, /* above HEAD_MAX, so that lws never judges a size */
    CLOSE_SECONDS = 5,      /* to get a close frame out */
    CLOSE_TRY_AGAIN_LATER = 1013,
    CLOSE_PROTOCOL = 1002,
    CLOSE_TOO_BIG = 1009,
    CLOSE_NO_BINARY = 1003,
    CLOSE_REASON_MAX = 123,
    CLOSE_FRAME_HEAD = 4, /* opcode, length, code */
};

struct ws {
    struct conn *conn;
    struct lws *wsi;
    struct session *session; /* NULL before it opened and after it went */
    struct greeting *greeting;
    struct bytes partial; /* a message of which a part is still to come */
    char *close_reason;
    uint16_t close_code; /* 0: stays open */
    bool is_blocked, close_sent;
};

/* The head of the upgrade, until the session has opened. */
struct greeting {
    struct head head;
    char *bytes;
};

/* ---- the transport of the session ------------------------------------------------------- */

static void kill_soon(struct ws *ws) {
    lws_set_timeout(ws->wsi, PENDING_TIMEOUT_USER_REASON_BASE, LWS_TO_KILL_ASYNC);
}

static enum session_write ws_write(void *ctx, const void *frames, size_t len) {
    struct ws *ws = ctx;
    struct net_counts *counts = &ws->conn->net->counts;
    if (ws->close_code)
        return SESSION_BROKEN;
    MUST(!ws->is_blocked && len <= TX_BYTES);
    unsigned char *bytes; /* lws only reads them, but its parameter lacks the const */
    memcpy(&bytes, &frames, sizeof bytes);
    if (lws_write(ws->wsi, bytes, len, LWS_WRITE_HTTP) < 0) {
        ws->close_code = CLOSE_TRY_AGAIN_LATER;
        kill_soon(ws);
        return SESSION_BROKEN;
    }
    counts->writes++;
    counts->write_bytes += len;
    ws->is_blocked = lws_partial_buffered(ws->wsi);
    return ws->is_blocked ? SESSION_BLOCKED : SESSION_SENT;
}

/* The close frame can only be sent from the writable callback, behind what is held back. */
static void ws_close(void *ctx, uint16_t code, const char *reason) {
    struct ws *ws = ctx;
    if (ws->close_code)
        return;
    ws->close_code = code;
    ws->close_reason = mem_strdup(reason ? reason : "");
    lws_rx_flow_control(ws->wsi, 1); /* the answer to the close frame must be read */
    lws_set_timeout(ws->wsi, PENDING_TIMEOUT_CLOSE_SEND, CLOSE_SECONDS);
    lws_callback_on_writable(ws->wsi);
}

static void ws_pause(void *ctx, bool stop_reading) {
    struct ws *ws = ctx;
    lws_rx_flow_control(ws->wsi, !stop_reading);
}

static const struct session_transport transport = {
    .write = ws_write, .close = ws_close, .pause = ws_pause};

/* ---- callbacks: a value other than 0 closes the connection ------------------------------ */

static int end_now(struct ws *ws, uint16_t code, const char *reason) {
    char text[CLOSE_REASON_MAX + 1];
    size_t len = strnlen(reason, CLOSE_REASON_MAX);
    memcpy(text, reason, len);
    ws->close_code = code;
    lws_close_reason(ws->wsi, (enum lws_close_status)code, (unsigned char *)text, len);
    return -1;
}

static void forget_greeting(struct ws *ws) {
    if (ws->greeting)
        free(ws->greeting->bytes);
    free(ws->greeting);
    ws->greeting = NULL;
}

static int on_established(struct ws *ws, struct lws *wsi) {
    struct conn *conn = ws->conn;
    char address[ADDRESS_TEXT];
    address_print(&conn->address, address);
    const struct head *head = &ws->greeting->head;
    struct session_origin origin = {
        .address = address,
        .cookie = head_text(head, HEAD_COOKIE),
        .bearer = head_bearer(head),
        .secure = conn->secure,
    };
    ws->wsi = wsi;
    conn->net->counts.sockets_opened++;
    ws->session = session_open(conn->net->sessions, &transport, ws, &origin);
    forget_greeting(ws);
    return ws->session ? 0 : end_now(ws, CLOSE_TRY_AGAIN_LATER, "vol");
}

static int on_receive(struct ws *ws, const char *bytes, size_t len) {
    struct net *net = ws->conn->net;
    bool is_last = lws_is_final_fragment(ws->wsi);
    if (ws->close_code || !ws->session)
        return 0;                       /* on its way out: nothing more is taken */
    if (lws_get_reserved_bits(ws->wsi)) /* of extensions, which nobody agreed on */
        return end_now(ws, CLOSE_PROTOCOL, "rsv");
    if (lws_frame_is_binary(ws->wsi))
        return end_now(ws, CLOSE_NO_BINARY, "alleen tekst");
    if (ws->partial.len + len > net->limits.message_bytes)
        return end_now(ws, CLOSE_TOO_BIG, "bericht te groot");
    net->counts.message_bytes += len;
    if (!is_last || ws->partial.len > 0)
        bytes_add(&ws->partial, bytes, len);
    if (!is_last)
        return 0;
    net->counts.messages++;
    if (ws->partial.len == 0) {
        session_message(ws->session, bytes, len);
    } else {
        session_message(ws->session, ws->partial.data, ws->partial.len);
        bytes_fini(&ws->partial);
        bytes_init(&ws->partial, net->limits.message_bytes);
    }
    return 0;
}

/* Not by libwebsockets, which closes the socket as soon as it reads anything after its close frame.
 * What still comes is read and dropped, until the other side says close too or the time is up. */
static int say_close(struct ws *ws) {
    const char *reason = ws->close_reason ? ws->close_reason : "";
    size_t len = strnlen(reason, CLOSE_REASON_MAX);
    unsigned char frame[CLOSE_FRAME_HEAD + CLOSE_REASON_MAX] = {
        0x88, (unsigned char)(2 + len), (unsigned char)(ws->close_code >> 8),
        (unsigned char)ws->close_code};
    if (ws->close_sent)
        return 0;
    ws->close_sent = true;
    lws_set_timeout(ws->wsi, PENDING_TIMEOUT_CLOSE_ACK, CLOSE_SECONDS); /* to answer it */
    memcpy(frame + CLOSE_FRAME_HEAD, reason, len);
    return lws_write(ws->wsi, frame, CLOSE_FRAME_HEAD + len, LWS_WRITE_HTTP) < 0 ? -1 : 0;
}

static int on_writable(struct ws *ws) {
    if (ws->close_code)
        return say_close(ws);
    if (ws->is_blocked && !lws_partial_buffered(ws->wsi)) {
        ws->is_blocked = false;
        session_writable(ws->session);
    }
    return 0;
}

static void on_closed(struct ws *ws) {
    struct session *session = ws->session;
    ws->session = NULL;
    if (session)
        session_gone(session);
}

/* The last word of lws about a connection, also when it never became a WebSocket. */
static void on_destroyed(struct ws *ws) {
    struct conn *conn = ws->conn;
    on_closed(ws);
    forget_greeting(ws);
    bytes_fini(&ws->partial);
    free(ws->close_reason);
    conn->ws = NULL;
    conn->net->n_sockets--;
    conn_close(conn);
    free(ws);
}

static int on_lws(struct lws *wsi, enum lws_callback_reasons reason, void *user, void *in,
                  size_t len) {
    (void)user;
    struct ws *ws = wsi ? lws_get_opaque_user_data(wsi) : NULL;
    switch (reason) {
    case LWS_CALLBACK_FILTER_PROTOCOL_CONNECTION:
        return ws ? 0 : -1;
    case LWS_CALLBACK_FILTER_HTTP_CONNECTION: /* plain requests are never given to lws */
    case LWS_CALLBACK_HTTP:
        return -1;
    case LWS_CALLBACK_ESTABLISHED:
        return ws ? on_established(ws, wsi) : -1;
    case LWS_CALLBACK_RECEIVE:
        return ws ? on_receive(ws, in, len) : -1;
    case LWS_CALLBACK_SERVER_WRITEABLE:
        return ws ? on_writable(ws) : -1;
    case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE: /* an answer to ours is the end; no third frame */
        return ws && ws->close_sent ? -1 : 0;
    case LWS_CALLBACK_CLOSED:
        if (ws)
            on_closed(ws);
        return 0;
    case LWS_CALLBACK_WSI_DESTROY:
        if (ws)
            on_destroyed(ws);
        return 0;
    default:
        return 0;
    }
}

/* ---- giving a connection away ----------------------------------------------------------- */

void ws_adopt(struct conn *conn, const struct head *head, const char *bytes) {
    struct net *net = conn->net;
    struct ws *ws = mem_alloc(sizeof *ws);
    *ws = (struct ws){.conn = conn, .greeting = mem_alloc(sizeof *ws->greeting)};
    *ws->greeting = (struct greeting){.head = *head, .bytes = mem_memdup(bytes, head->len)};
    head_move(&ws->greeting->head, bytes, ws->greeting->bytes);
    bytes_init(&ws->partial, net->limits.message_bytes);
    conn->ws = ws;
    conn->state = CONN_SOCKET;
    net->n_sockets++;
    loop_fd_fini(&conn->io);
    loop_timer_fini(&conn->timer);

    lws_adopt_desc_t what = {
        .vh = net->vhost,
        .type = LWS_ADOPT_SOCKET | LWS_ADOPT_HTTP,
        .fd = {.sockfd = conn->fd},
        .opaque = ws,
    };
    conn->fd = -1; /* lws closes it, also when it refuses it */
    if (!lws_adopt_descriptor_vhost_via_info(&what) && conn->ws)
        on_destroyed(ws);
}

/* ---- the context ------------------------------------------------------------------------ */

static void on_lws_log(int level, const char *line) {
    (void)level;
    log_warn("libwebsockets", LOG_STR("line", line));
}

enum err ws_start(struct net *net) {
    static const struct lws_protocols protocols[] = {{.name = "spr.v1",
                                                      .callback = on_lws,
                                                      .rx_buffer_size = RX_BYTES,
                                                      .tx_packet_size = TX_BYTES},
                                                     LWS_PROTOCOL_LIST_TERM};
    /* A ping after 25 s of silence; 55 s without a pong is the end. */
    static const lws_retry_bo_t life = {.secs_since_valid_ping = 25, .secs_since_valid_hangup = 55};
    void *loops[] = {loop_native(net->loop)};
    struct lws_context_creation_info info = {
        .port = CONTEXT_PORT_NO_LISTEN_SERVER,
        .protocols = protocols,
        .options = LWS_SERVER_OPTION_LIBEVENT | LWS_SERVER_OPTION_VALIDATE_UTF8 |
                   LWS_SERVER_OPTION_DISABLE_IPV6,
        .foreign_loops = loops,
        .max_http_header_data2 = LWS_HEAD_BYTES,
        .pt_serv_buf_size = LWS_HEAD_BYTES,
        .retry_and_idle_policy = &life,
        .timeout_secs = CLOSE_SECONDS,
        .vhost_name = "spr",
    };
    lws_set_log_level(LLL_ERR, on_lws_log);
    net->lws = lws_create_context(&info);
    net->vhost = net->lws ? lws_get_vhost_by_name(net->lws, info.vhost_name) : NULL;
    return net->vhost ? ERR_OK : ERR_INTERN;
}

void ws_stop(struct net *net) {
    if (net->lws)
        lws_context_destroy(net->lws);
    net->lws = NULL;
}
