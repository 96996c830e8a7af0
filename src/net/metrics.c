/*
 * metrics: what the private listener tells: /healthz, /readyz and /metrics (Prometheus text
 * format 0.0.4). No names, addresses or ids of people: those are not the operator's to collect.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inside.h"

enum { SCRAPE_MAX = 256 * 1024 };

struct net_scrape {
    struct bytes text;
    const char *last; /* the name whose HELP and TYPE were written */
};

void net_scrape_add(struct net_scrape *scrape, enum net_metric kind, const char *name,
                    const char *labels, double value, const char *help) {
    struct bytes *text = &scrape->text;
    if (!scrape->last || strcmp(scrape->last, name) != 0)
        bytes_add_format(text, "# HELP %s %s\n# TYPE %s %s\n", name, help, name,
                         kind == NET_COUNTER ? "counter" : "gauge");
    scrape->last = name;
    bytes_add_format(text, labels && *labels ? "%s{%s} " : "%s%s ", name, labels ? labels : "");
    bool is_whole = value > -1e15 && value < 1e15 && (double)(int64_t)value == value;
    bytes_add_format(text, is_whole ? "%.0f\n" : "%.9g\n", value);
}

static void add_own(struct net_scrape *scrape, const struct net *net) {
    static const char *const classes[] = {"class=\"0xx\"", "class=\"1xx\"", "class=\"2xx\"",
                                          "class=\"3xx\"", "class=\"4xx\"", "class=\"5xx\""};
    const struct net_counts *counts = &net->counts;
    const struct {
        enum net_metric kind;
        const char *name;
        double value;
        const char *help;
    } rows[] = {
        {NET_GAUGE, "spr_connections", (double)net->n_conns, "Open sockets of all kinds."},
        {NET_GAUGE, "spr_websockets", (double)net->n_sockets, "Open WebSockets."},
        {NET_GAUGE, "spr_peers", net->peers.map.count, "Client addresses remembered."},
        {NET_GAUGE, "spr_draining", net->draining, "1 while the process is on its way out."},
        {NET_COUNTER, "spr_accepted_total", (double)counts->accepted, "Connections accepted."},
        {NET_COUNTER, "spr_limited_total", (double)counts->limited,
         "Connections turned away by a ceiling."},
        {NET_COUNTER, "spr_heads_refused_total", (double)counts->refused,
         "Requests that did not pass the door."},
        {NET_COUNTER, "spr_websockets_opened_total", (double)counts->sockets_opened,
         "WebSockets opened."},
        {NET_COUNTER, "spr_ws_messages_total", (double)counts->messages,
         "WebSocket messages read."},
        {NET_COUNTER, "spr_ws_message_bytes_total", (double)counts->message_bytes,
         "Bytes of WebSocket messages read."},
        {NET_COUNTER, "spr_ws_writes_total", (double)counts->writes, "Writes to WebSockets."},
        {NET_COUNTER, "spr_ws_write_bytes_total", (double)counts->write_bytes,
         "Bytes written to WebSockets."},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        net_scrape_add(scrape, rows[i].kind, rows[i].name, NULL, rows[i].value, rows[i].help);
    for (size_t i = 2; i < COUNT_OF(classes); i++)
        net_scrape_add(scrape, NET_COUNTER, "spr_http_responses_total", classes[i],
                       (double)counts->responses[i], "Plain HTTP responses by class of status.");
}

static void send_text(struct conn *conn, const struct head *head, unsigned status, const char *type,
                      const char *text, size_t len) {
    struct answer answer = {.status = status,
                            .content_type = type,
                            .body = text,
                            .body_len = len,
                            .head_only = head->method == HEAD_HEAD};
    answer_send(conn, &answer);
}

static void send_ready(struct conn *conn, const struct head *head) {
    const struct net *net = conn->net;
    const char *why = "ready";
    bool ready = !net->draining;
    if (!ready)
        why = "draining";
    else if (net->hooks.ready)
        ready = net->hooks.ready(net->hooks.app, &why);
    char text[256];
    int n = snprintf(text, sizeof text, "%s\n", why);
    send_text(conn, head, ready ? 200 : 503, "text/plain; charset=utf-8", text,
              (size_t)n < sizeof text ? (size_t)n : sizeof text - 1);
}

static void send_metrics(struct conn *conn, const struct head *head) {
    const struct net *net = conn->net;
    struct net_scrape scrape = {0};
    bytes_init(&scrape.text, SCRAPE_MAX);
    add_own(&scrape, net);
    if (net->hooks.metrics)
        net->hooks.metrics(net->hooks.app, &scrape);
    send_text(conn, head, 200, "text/plain; version=0.0.4; charset=utf-8", scrape.text.data,
              scrape.text.len);
    bytes_fini(&scrape.text);
}

static bool path_is(const struct head *head, const char *path) {
    return head->path.len == strlen(path) && memcmp(head->path.at, path, head->path.len) == 0;
}

void metrics_answer(struct conn *conn, const struct head *head) {
    if (head->method != HEAD_GET && head->method != HEAD_HEAD)
        answer_err(conn, ERR_METHODE_NIET_TOEGESTAAN);
    else if (path_is(head, "/healthz"))
        send_text(conn, head, 200, "text/plain; charset=utf-8", "ok\n", 3);
    else if (path_is(head, "/readyz"))
        send_ready(conn, head);
    else if (path_is(head, "/metrics"))
        send_metrics(conn, head);
    else
        answer_err(conn, ERR_NIET_GEVONDEN);
}
