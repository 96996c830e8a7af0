/*
 * http: what becomes of a plain request. /v1 goes to the sessions, the rest are static files.
 *
 * Invariant: from the socket come exactly the head and the bytes that Content-Length promised; what
 * a client sends behind them is never read as a request, nor as body.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "inside.h"
#include "wire/wire.h"

enum {
    BODY_BYTES_PER_SECOND = 500,
    WAIT_MS = 75 * 1000, /* above every deadline of the rooms below */
};

struct request {
    struct head head;
    char *bytes; /* the head, which its spans point into */
    struct bytes body;
    struct session_request *pending;
    uint64_t left; /* of a body that comes in parts */
};

void http_request_free(struct conn *conn) {
    struct request *request = conn->request;
    if (!request)
        return;
    conn->request = NULL;
    if (request->pending)
        session_http_cancel(request->pending);
    bytes_fini(&request->body);
    free(request->bytes);
    free(request);
}

/* ---- to the sessions and back ----------------------------------------------------------- */

static void on_reply(void *ctx, const struct session_http_reply *reply) {
    struct conn *conn = ctx;
    struct request *request = conn->request;
    MUST(conn->state == CONN_WAIT);
    request->pending = reply->more;
    request->left = reply->more ? reply->body_len : 0;
    struct answer answer = {
        .status = reply->status,
        .content_type = reply->content_type,
        .headers = reply->headers,
        .n_headers = reply->n_headers,
        .body = reply->body,
        .body_len = reply->body_len,
        .head_only = request->head.method == HEAD_HEAD,
        .is_api = true,
    };
    answer_send(conn, &answer);
}

static void on_part(void *ctx, const char *bytes, size_t len) {
    struct conn *conn = ctx;
    struct request *request = conn->request;
    MUST(conn->state == CONN_WAIT && len <= request->left);
    request->left -= len;
    if (request->left == 0 || len == 0)
        request->pending = NULL;
    if (len == 0) {
        conn_close(
            conn); /* the length told that more was to come: the client sees it is not whole */
        return;
    }
    bytes_fini(&conn->out);
    bytes_init(&conn->out, len);
    bytes_add(&conn->out, bytes, len);
    conn_put(conn);
}

bool http_more(struct conn *conn) {
    struct request *request = conn->request;
    if (!request || request->left == 0)
        return false;
    conn->state = CONN_WAIT;
    loop_fd_stop(&conn->io);
    loop_timer_start(&conn->timer, WAIT_MS);
    session_http_more(request->pending);
    return true;
}

void http_on_late(struct conn *conn) {
    if (conn->request->left > 0) {
        conn_close(conn); /* the head is out: no other answer can be given */
        return;
    }
    if (conn->request->pending)
        session_http_cancel(conn->request->pending);
    conn->request->pending = NULL;
    answer_err(conn, ERR_UITKOMST_ONBEKEND);
}

static void ask_sessions(struct conn *conn) {
    struct request *request = conn->request;
    const struct head *head = &request->head;
    char address[ADDRESS_TEXT];
    address_print(&conn->address, address);
    struct session_http http = {
        .method = head->method == HEAD_HEAD ? "GET" : head->method_name,
        .path = head->path.at,
        .query = head->query.at ? head->query.at : "",
        .body = request->body.data ? request->body.data : "",
        .body_len = request->body.len,
        .content_type = head_text(head, HEAD_CONTENT_TYPE),
        .idempotency_key = head_text(head, HEAD_IDEMPOTENCY_KEY),
        .namens = head_text(head, HEAD_NAMENS),
        .if_none_match = head_text(head, HEAD_IF_NONE_MATCH),
        .range = head_text(head, HEAD_RANGE),
        .if_range = head_text(head, HEAD_IF_RANGE),
        .head_only = head->method == HEAD_HEAD,
        .accept_language = head_text(head, HEAD_ACCEPT_LANGUAGE),
        .sec_fetch_site = head_text(head, HEAD_FETCH_SITE),
        .origin_present = head->field[HEAD_ORIGIN].at != NULL,
        .origin_allowed = head->field[HEAD_ORIGIN].at != NULL, /* others did not pass the door */
        .from = {.address = address,
                 .cookie = head_text(head, HEAD_COOKIE),
                 .bearer = head_bearer(head),
                 .secure = conn->secure},
        .request = conn,
        .reply = on_reply,
        .part = on_part,
    };
    conn->state = CONN_WAIT;
    loop_fd_stop(&conn->io);
    loop_timer_start(&conn->timer, WAIT_MS);
    struct session_request *pending = session_http(conn->net->sessions, &http);
    if (pending && conn->state == CONN_WAIT)
        request->pending = pending; /* request lives: the answer was not given yet */
}

/* ---- static ----------------------------------------------------------------------------- */

static void send_openapi(struct conn *conn) {
    struct wire_bytes openapi = wire_get_openapi();
    struct answer answer = {
        .status = 200,
        .content_type = "application/json",
        .cache = "public, max-age=300",
        .body = openapi.p,
        .body_len = openapi.len,
        .body_stays = true,
        .head_only = conn->request->head.method == HEAD_HEAD,
        .is_api = true,
    };
    /* The standard wants machines of other sites to be able to read what the API is. */
    static const struct session_http_header cors = {"Access-Control-Allow-Origin", "*"};
    answer.headers = &cors;
    answer.n_headers = 1;
    answer_send(conn, &answer);
}

static void send_file(struct conn *conn) {
    const struct head *head = &conn->request->head;
    struct files_ask ask = {
        .path = head->path.at,
        .accept = head_text(head, HEAD_ACCEPT),
        .accept_encoding = head_text(head, HEAD_ACCEPT_ENCODING),
        .if_none_match = head_text(head, HEAD_IF_NONE_MATCH),
    };
    struct files_found found;
    if (!files_find(&conn->net->files, &ask, &found)) {
        answer_err(conn, ERR_NIET_GEVONDEN);
        return;
    }
    struct session_http_header headers[3] = {{"ETag", found.etag}, {"Vary", "Accept-Encoding"}};
    size_t n = 2;
    if (found.encoding && !found.is_unchanged)
        headers[n++] = (struct session_http_header){"Content-Encoding", found.encoding};
    struct answer answer = {
        .status = found.is_unchanged ? 304 : 200,
        .content_type = found.is_unchanged ? NULL : found.content_type,
        .cache = found.is_immutable ? "public, max-age=31536000, immutable" : "no-cache",
        .headers = headers,
        .n_headers = n,
        .body = found.bytes,
        .body_len = found.len,
        .body_stays = true,
        .head_only = head->method == HEAD_HEAD,
    };
    answer_send(conn, &answer);
}

static void dispatch(struct conn *conn) {
    const struct head *head = &conn->request->head;
    bool reads = head->method == HEAD_GET || head->method == HEAD_HEAD;
    const char *path = head->path.at;
    if (reads && strcmp(path, "/v1/openapi.json") == 0)
        send_openapi(conn);
    else if (strcmp(path, "/v1") == 0 || strncmp(path, "/v1/", 4) == 0)
        ask_sessions(conn);
    else if (reads)
        send_file(conn);
    else
        answer_err(conn, ERR_METHODE_NIET_TOEGESTAAN);
}

/* ---- reading ---------------------------------------------------------------------------- */

void http_on_body(struct conn *conn) {
    static char chunk[64 * 1024];
    struct request *request = conn->request;
    size_t left = (size_t)request->head.content_length - request->body.len;
    ssize_t n = recv(conn->fd, chunk, left < sizeof chunk ? left : sizeof chunk, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0) {
        conn_close(conn);
        return;
    }
    bytes_add(&request->body, chunk, (size_t)n);
    if (request->body.len == request->head.content_length)
        dispatch(conn);
}

void http_begin(struct conn *conn, const struct head *head, const char *bytes) {
    struct request *request = mem_alloc(sizeof *request);
    *request = (struct request){.head = *head, .bytes = mem_memdup(bytes, head->len)};
    head_move(&request->head, bytes, request->bytes);
    bytes_init(&request->body, (size_t)head->content_length);
    conn->request = request;

    static char consumed[HEAD_MAX]; /* the head was only peeked at so far */
    if (recv(conn->fd, consumed, head->len, MSG_DONTWAIT) != (ssize_t)head->len) {
        conn_close(conn);
        return;
    }
    if (!head->has_body) {
        dispatch(conn);
        return;
    }
    static const char go_on[] = "HTTP/1.1 100 Continue\r\n\r\n";
    if (head->wants_continue)
        (void)!send(conn->fd, go_on, sizeof go_on - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    uint64_t slowest = head->content_length * 1000 / BODY_BYTES_PER_SECOND;
    conn_read_on(conn, CONN_BODY, conn->net->limits.body_ms + (int64_t)slowest);
}
