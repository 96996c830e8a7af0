/* See pool.h. */
#include "pool.h"
#include "rows.h"
#include "verdict.h"

#include <stdlib.h>
#include <string.h>

enum { PARAMS_MAX = 8, TRIES_MAX = 3 };

struct call {
    struct list link;
    const char *function; /* a literal: also the name of the prepared statement */
    char *sql;
    char *params[PARAMS_MAX];
    struct conn_query query;
    size_t bytes;
    int64_t since_ms;
    unsigned tries;
    store_on_rows *on_rows;
    void *ctx;
};

static struct call *call_new(const char *function, const char *const *params, size_t n) {
    MUST(n <= PARAMS_MAX);
    struct call *call = mem_alloc(sizeof *call);
    struct bytes sql;
    bytes_init(&sql, 256);
    bytes_add_format(&sql, "SELECT * FROM %s(", function);
    for (size_t i = 0; i < n; i++) {
        bytes_add_format(&sql, "%s$%zu", i > 0 ? "," : "", i + 1);
        call->params[i] = mem_strdup(params[i]);
        call->bytes += params[i] != NULL ? strlen(params[i]) : 0;
    }
    bytes_add_char(&sql, ')');
    MUST(!sql.full);
    list_init(&call->link);
    call->function = function;
    call->sql = bytes_take(&sql, NULL);
    call->query = (struct conn_query){.name = function,
                                      .sql = call->sql,
                                      .n = (int)n,
                                      .values = (const char *const *)call->params};
    return call;
}

static void call_free(struct call *call) {
    for (size_t i = 0; i < PARAMS_MAX; i++)
        free(call->params[i]);
    free(call->sql);
    free(call);
}

static void enqueue(struct pool *pool, struct call *call, bool front) {
    if (front)
        list_push_front(&pool->queue, &call->link);
    else
        list_push(&pool->queue, &call->link);
    pool->waiting++;
    pool->waiting_bytes += call->bytes;
    if (!loop_timer_is_running(&pool->expiry))
        loop_timer_start(&pool->expiry, pool->config.wait_ms);
    loop_defer(pool->loop, &pool->pump);
}

static void dequeue(struct pool *pool, struct call *call) {
    list_remove(&call->link);
    pool->waiting--;
    pool->waiting_bytes -= call->bytes;
}

static void refuse(struct call *call, enum err err) {
    call->on_rows(call->ctx, err, NULL, 0);
    call_free(call);
}

static void answer(struct call *call, const PGresult *result) {
    int n = PQntuples(result);
    if (n > 0 && PQnfields(result) < 4) {
        log_error("store.call_columns", LOG_STR("function", call->function),
                  LOG_NUM("columns", PQnfields(result)));
        refuse(call, ERR_INTERN);
        return;
    }
    struct store_row *rows = mem_alloc((size_t)n * sizeof *rows);
    for (int i = 0; i < n; i++)
        rows[i] = rows_get(result, i, 0);
    call->on_rows(call->ctx, ERR_OK, rows, (size_t)n);
    free(rows);
    call_free(call);
}

static void on_error(struct pool_worker *worker, struct call *call, const PGresult *result) {
    enum verdict verdict = verdict_of(result);
    const char *sqlstate = verdict_sqlstate(result);
    if (verdict == VERDICT_STALE || verdict == VERDICT_STANDBY)
        conn_renew(&worker->conn);
    bool again = verdict == VERDICT_AGAIN || verdict == VERDICT_STALE;
    if (again && ++call->tries < TRIES_MAX) {
        enqueue(worker->pool, call, true);
        return;
    }
    log_warn("store.call_failed", LOG_STR("function", call->function),
             LOG_STR("sqlstate", sqlstate), LOG_STR("why", verdict_message(result)));
    refuse(call, verdict_err(verdict, sqlstate));
}

static void on_done(void *ctx, enum conn_end end, const PGresult *result) {
    struct pool_worker *worker = ctx;
    struct call *call = worker->call;
    worker->call = NULL;
    loop_defer(worker->pool->loop, &worker->pool->pump);
    if (end == CONN_UNSENT)
        enqueue(worker->pool, call, true);
    else if (end == CONN_LOST)
        refuse(call, ERR_UITKOMST_ONBEKEND);
    else if (verdict_of(result) == VERDICT_FINE)
        answer(call, result);
    else
        on_error(worker, call, result);
}

static void pump(void *ctx) {
    struct pool *pool = ctx;
    for (unsigned i = 0; i < pool->config.connections && pool->waiting > 0; i++) {
        struct pool_worker *worker = &pool->workers[i];
        if (worker->call != NULL || !conn_is_idle(&worker->conn))
            continue;
        worker->call = CONTAINER_OF(pool->queue.next, struct call, link);
        dequeue(pool, worker->call);
        pool->calls++;
        conn_send(&worker->conn, &worker->call->query, on_done, worker);
    }
}

/* The queue is in order of arrival but for the few that were put back in front, which are older. */
static void on_expiry(void *ctx) {
    struct pool *pool = ctx;
    int64_t now = loop_now_ms(pool->loop);
    enum err err = pool->up > 0 ? ERR_TE_DRUK : ERR_OPSLAG_WEG;
    while (pool->waiting > 0) {
        struct call *call = CONTAINER_OF(pool->queue.next, struct call, link);
        int64_t left = call->since_ms + pool->config.wait_ms - now;
        if (left > 0) {
            loop_timer_start(&pool->expiry, left);
            return;
        }
        dequeue(pool, call);
        refuse(call, err);
    }
}

static void on_up(void *ctx) {
    struct pool_worker *worker = ctx;
    loop_defer(worker->pool->loop, &worker->pool->pump);
    if (worker->pool->up++ == 0)
        worker->pool->on_change(worker->pool->ctx);
}

static void on_down(void *ctx) {
    struct pool_worker *worker = ctx;
    if (--worker->pool->up == 0)
        worker->pool->on_change(worker->pool->ctx);
}

void pool_init(struct pool *pool, struct loop *loop, const struct pool_config *config,
               void (*on_change)(void *), void *ctx) {
    *pool = (struct pool){.loop = loop, .config = *config, .on_change = on_change, .ctx = ctx};
    list_init(&pool->queue);
    loop_deferred_init(&pool->pump, pump, pool);
    loop_timer_init(&pool->expiry, loop, on_expiry, pool);
    pool->workers = mem_alloc(config->connections * sizeof *pool->workers);
    for (unsigned i = 0; i < config->connections; i++) {
        struct pool_worker *worker = &pool->workers[i];
        worker->pool = pool;
        struct conn_hooks hooks = {.ctx = worker, .on_up = on_up, .on_down = on_down};
        conn_init(&worker->conn, loop, &config->conn, &hooks);
        conn_start(&worker->conn);
    }
}

void pool_fini(struct pool *pool) {
    pool->closing = true;
    for (unsigned i = 0; i < pool->config.connections; i++)
        conn_fini(&pool->workers[i].conn);
    while (pool->waiting > 0) {
        struct call *call = CONTAINER_OF(pool->queue.next, struct call, link);
        dequeue(pool, call);
        refuse(call, ERR_OPSLAG_WEG);
    }
    loop_undefer(&pool->pump);
    loop_timer_fini(&pool->expiry);
    free(pool->workers);
}

enum err pool_call(struct pool *pool, const char *function, const char *const *params, size_t n,
                   store_on_rows *on_rows, void *ctx) {
    if (pool->closing)
        return ERR_OPSLAG_WEG;
    if (pool->waiting >= pool->config.queue_calls ||
        pool->waiting_bytes >= pool->config.queue_bytes)
        return ERR_TE_DRUK;
    struct call *call = call_new(function, params, n);
    call->on_rows = on_rows;
    call->ctx = ctx;
    call->since_ms = loop_now_ms(pool->loop);
    enqueue(pool, call, false);
    return ERR_OK;
}

bool pool_has_pid(const struct pool *pool, int pid) {
    for (unsigned i = 0; i < pool->config.connections; i++)
        if (conn_pid(&pool->workers[i].conn) == pid)
            return true;
    return false;
}

uint64_t pool_ups(const struct pool *pool) {
    uint64_t ups = 0;
    for (unsigned i = 0; i < pool->config.connections; i++)
        ups += pool->workers[i].conn.ups;
    return ups;
}
