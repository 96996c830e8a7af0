/*
 * answer: builds the one answer of a connection. Every answer closes its connection, says how long
 * it is, and carries the security headers.
 */
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "inside.h"
#include "wire/wire.h"

enum { OWN_HEADERS_MAX = 4 * 1024, PROBLEM_MAX = 64 * 1024 };

static const struct {
    unsigned status;
    const char *text;
} reasons[] = {
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {304, "Not Modified"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {411, "Length Required"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {421, "Misdirected Request"},
    {426, "Upgrade Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
};

const char *answer_reason(unsigned status) {
    for (size_t i = 0; i < COUNT_OF(reasons); i++)
        if (reasons[i].status == status)
            return reasons[i].text;
    return "";
}

void answer_prepare(struct net *net) {
    for (int secure = 0; secure < 2; secure++) {
        int n = snprintf(
            net->safety[secure], sizeof net->safety[secure],
            "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
            "img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
            "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'; trusted-types %s\r\n"
            "X-Content-Type-Options: nosniff\r\n"
            "Referrer-Policy: no-referrer\r\n"
            "Cross-Origin-Opener-Policy: same-origin\r\n"
            "Cross-Origin-Resource-Policy: same-origin\r\n"
            "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
            "%s",
            net->trusted_types ? net->trusted_types : "'none'",
            secure ? "Strict-Transport-Security: max-age=31536000\r\n" : "");
        MUST(n > 0 && (size_t)n < sizeof net->safety[secure]);
    }
}

static void add_date(struct bytes *out) {
    time_t now = (time_t)(clock_wall_us() / 1000000);
    struct tm tm;
    char text[64];
    gmtime_r(&now, &tm);
    strftime(text, sizeof text, "Date: %a, %d %b %Y %H:%M:%S GMT\r\n", &tm);
    bytes_add_str(out, text);
}

/* A value from below must not end its line: that would be ours to answer for. */
static bool is_one_line(const char *value) {
    return !value[strcspn(value, "\r\n")];
}

static void add_header(struct bytes *out, const char *name, const char *value) {
    if (is_one_line(value))
        bytes_add_format(out, "%s: %s\r\n", name, value);
}

static bool has_header(const struct answer *answer, const char *name) {
    for (size_t i = 0; i < answer->n_headers; i++)
        if (strcasecmp(answer->headers[i].name, name) == 0)
            return true;
    return false;
}

void answer_send(struct conn *conn, const struct answer *answer) {
    struct net *net = conn->net;
    struct bytes *out = &conn->out;
    bool has_body = answer->content_type != NULL;
    bool copies = has_body && answer->body && !answer->head_only && !answer->body_stays;
    loop_fd_stop(&conn->io);
    size_t ceiling = OWN_HEADERS_MAX + (copies ? answer->body_len : 0);
    for (size_t i = 0; i < answer->n_headers; i++)
        ceiling += strlen(answer->headers[i].name) + strlen(answer->headers[i].value) + 4;
    bytes_init(out, ceiling);
    bytes_add_format(out, "HTTP/1.1 %u %s\r\nConnection: close%s\r\n", answer->status,
                     answer_reason(answer->status), answer->status == 426 ? ", upgrade" : "");
    add_date(out);
    if (has_body)
        add_header(out, "Content-Type", answer->content_type);
    if (has_body || (answer->status != 204 && answer->status != 304))
        bytes_add_format(out, "Content-Length: %zu\r\n", has_body ? answer->body_len : 0);
    if (!has_header(answer, "cache-control"))
        add_header(out, "Cache-Control", answer->cache ? answer->cache : "no-store");
    if (answer->is_api)
        add_header(out, "API-Version", wire_api_version);
    for (size_t i = 0; i < answer->n_headers; i++)
        add_header(out, answer->headers[i].name, answer->headers[i].value);
    bytes_add_str(out, net->safety[conn->secure]);
    bytes_add_str(out, "\r\n");
    if (copies)
        bytes_add(out, answer->body, answer->body_len);
    else if (has_body && answer->body && !answer->head_only)
        conn->tail = answer->body, conn->tail_len = answer->body_len;
    MUST(!out->full);
    net->counts.responses[answer->status / 100 % 6]++;
    conn_put(conn);
}

void answer_err(struct conn *conn, enum err err) {
    static const struct session_http_header allow = {"Allow", "GET, HEAD"}; /* of a file */
    static const struct session_http_header retry = {"Retry-After", "60"};
    static const struct session_http_header upgrade[] = {{"Upgrade", "websocket"},
                                                         {"Sec-WebSocket-Version", "13"}};
    struct arena arena;
    arena_init(&arena, PROBLEM_MAX);
    struct wire_error problem = {.code = err};
    struct wire_bytes body = wire_problem_json(&arena, &problem, NULL);
    struct answer answer = {.status = (unsigned)err_get(err)->http,
                            .content_type = "application/problem+json",
                            .body = body.p,
                            .body_len = body.len};
    if (answer.status == 405)
        answer.headers = &allow, answer.n_headers = 1;
    if (answer.status == 426)
        answer.headers = upgrade, answer.n_headers = COUNT_OF(upgrade);
    if (answer.status == 429 || answer.status == 503)
        answer.headers = &retry, answer.n_headers = 1;
    answer_send(conn, &answer);
    arena_fini(&arena);
}
