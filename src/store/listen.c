/* See listen.h. */
#include "listen.h"

#include <stdlib.h>
#include <string.h>

/* PostgreSQL refuses payloads of 8000 bytes and more. */
enum { OUTGOING_MAX = 256, PAYLOAD_MAX = 7999 };

struct hint {
    struct list link;
    char *params[2]; /* channel, payload */
    struct conn_query query;
};

static void hint_free(struct hint *hint) {
    free(hint->params[0]);
    free(hint->params[1]);
    free(hint);
}

static void on_done(void *ctx, enum conn_end end, const PGresult *result) {
    struct listen *listen = ctx;
    if (end == CONN_RESULT && PQresultStatus(result) != PGRES_TUPLES_OK)
        log_warn("store.notify_failed", LOG_STR("why", PQresultErrorMessage(result)));
    hint_free(listen->flying);
    listen->flying = NULL;
    loop_defer(listen->loop, &listen->pump);
}

static void pump(void *ctx) {
    struct listen *listen = ctx;
    if (listen->flying != NULL || listen->n_outgoing == 0 || !conn_is_idle(&listen->conn))
        return;
    listen->flying = CONTAINER_OF(list_take(&listen->outgoing), struct hint, link);
    listen->n_outgoing--;
    conn_send(&listen->conn, &listen->flying->query, on_done, listen);
}

void listen_notify(struct listen *listen, const char *channel, const char *payload) {
    if (!conn_is_up(&listen->conn) || listen->n_outgoing >= OUTGOING_MAX ||
        strnlen(payload, PAYLOAD_MAX + 1) > PAYLOAD_MAX) {
        log_debug("store.notify_dropped", LOG_STR("channel", channel));
        return;
    }
    struct hint *hint = mem_alloc(sizeof *hint);
    list_init(&hint->link);
    hint->params[0] = mem_strdup(channel);
    hint->params[1] = mem_strdup(payload);
    hint->query = (struct conn_query){.name = "notify",
                                      .sql = "SELECT pg_notify($1, $2)",
                                      .n = 2,
                                      .values = (const char *const *)hint->params};
    list_push(&listen->outgoing, &hint->link);
    listen->n_outgoing++;
    loop_defer(listen->loop, &listen->pump);
}

static void on_notify(void *ctx, const char *channel, const char *payload, int pid) {
    struct listen *listen = ctx;
    listen->on_hint(listen->ctx, channel, payload, pid);
}

static void on_up(void *ctx) {
    struct listen *listen = ctx;
    /* Whatever was said while nobody listened: look at everything. */
    if (listen->was_up)
        listen->on_hint(listen->ctx, "spr", "*", 0);
    listen->was_up = true;
}

static void on_down(void *ctx) {
    (void)ctx; /* hints that wait are sent after the reconnect; they are still true */
}

void listen_init(struct listen *listen, struct loop *loop, const struct conn_config *config,
                 void (*on_hint)(void *, const char *, const char *, int), void *ctx) {
    *listen = (struct listen){.loop = loop, .on_hint = on_hint, .ctx = ctx};
    list_init(&listen->outgoing);
    loop_deferred_init(&listen->pump, pump, listen);
    struct conn_config listening = *config;
    listening.hello = "LISTEN spr; LISTEN spr_live";
    struct conn_hooks hooks = {
        .ctx = listen, .on_up = on_up, .on_down = on_down, .on_notify = on_notify};
    conn_init(&listen->conn, loop, &listening, &hooks);
    conn_start(&listen->conn);
}

void listen_fini(struct listen *listen) {
    conn_fini(&listen->conn);
    for (struct list *link; (link = list_take(&listen->outgoing)) != NULL;)
        hint_free(CONTAINER_OF(link, struct hint, link));
    loop_undefer(&listen->pump);
}
