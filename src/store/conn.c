/* See conn.h. The state moves in one place: enter(). */
#include "conn.h"
#include "fault.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_PAUSE_MS = 20, LONGEST_PAUSE_MS = 1000, CONNECT_MS = 5000, COMPLAIN_EVERY = 20 };

/* Also set for every session: an operator's "off" or "local" must not turn an ack into a promise
 * that a power cut breaks. */
static const char session_sql[] =
    "SELECT set_config('synchronous_commit', 'on', false)"
    " WHERE current_setting('synchronous_commit') IN ('off', 'local')";

static void on_ready(void *ctx, unsigned what);
static void on_timer(void *ctx);

static void enter(struct conn *conn, enum conn_state state) {
    conn->state = state;
}

/* ---- losing it ------------------------------------------------------------------------------ */

static int64_t pause_ms(const struct conn *conn) {
    int64_t most = FIRST_PAUSE_MS;
    for (unsigned i = 1; i < conn->failures && most < LONGEST_PAUSE_MS; i++)
        most *= 2;
    if (most > LONGEST_PAUSE_MS)
        most = LONGEST_PAUSE_MS;
    /* Jitter, so that the workers of a machine do not come back all at once. */
    return most / 2 + (int64_t)random_below((uint64_t)most / 2 + 1);
}

static void hang_up(struct conn *conn) {
    loop_fd_stop(&conn->fd); /* before the socket goes */
    loop_timer_stop(&conn->timer);
    loop_undefer(&conn->broken);
    PQclear(conn->result);
    conn->result = NULL;
    PQfinish(conn->pg);
    conn->pg = NULL;
    conn_forget_prepared(conn);
}

static void tell_end(struct conn *conn, enum conn_end end, const PGresult *result) {
    conn_on_done *on_done = conn->on_done;
    conn->on_done = NULL;
    conn->query = NULL;
    if (on_done != NULL)
        on_done(conn->ctx, end, result);
}

/* The first line: what follows is advice and context. */
static void complain(const struct conn *conn, const char *why) {
    char line[256];
    snprintf(line, sizeof line, "%.*s", (int)strcspn(why, "\n"), why);
    log_warn("store.down", LOG_STR("lane", conn->config.name), LOG_STR("why", line),
             LOG_NUM("tries", conn->failures));
}

static void lose(struct conn *conn, const char *why) {
    enum conn_state was = conn->state;
    conn->failures = was >= CONN_IDLE ? 1 : conn->failures + 1;
    if (conn->failures % COMPLAIN_EVERY == 1)
        complain(conn, why);
    hang_up(conn);
    enter(conn, CONN_DOWN);
    loop_timer_start(&conn->timer, pause_ms(conn));
    if (was >= CONN_IDLE)
        conn->hooks.on_down(conn->hooks.ctx);
    tell_end(conn, conn->sent ? CONN_LOST : CONN_UNSENT, NULL);
}

static void on_broken(void *ctx) {
    struct conn *conn = ctx;
    lose(conn, conn->pg != NULL ? PQerrorMessage(conn->pg) : "");
}

void conn_renew(struct conn *conn) {
    if (conn->state != CONN_DOWN)
        loop_defer(conn->loop, &conn->broken);
}

/* ---- making it ------------------------------------------------------------------------------ */

/* The only warning that matters: a COMMIT that no longer waits for its standby. The name of the
 * function it comes from is the one thing in it that is not translated. */
static void on_notice(void *ctx, const PGresult *notice) {
    struct conn *conn = ctx;
    const char *from = PQresultErrorField(notice, PG_DIAG_SOURCE_FUNCTION);
    if (from != NULL && strcmp(from, "SyncRepWaitForLSN") == 0)
        conn->unsafe_reply = true;
}

static void dial(struct conn *conn) {
    enter(conn, CONN_CONNECTING);
    conn->pg = conn_dial(&conn->config);
    PQsetNoticeReceiver(conn->pg, on_notice, conn);
    if (PQstatus(conn->pg) == CONNECTION_BAD) {
        lose(conn, PQerrorMessage(conn->pg));
        return;
    }
    loop_timer_start(&conn->timer, CONNECT_MS);
    loop_fd_start(&conn->fd, PQsocket(conn->pg), LOOP_WRITE);
}

static void arm(struct conn *conn) {
    int left = PQflush(conn->pg);
    if (left < 0)
        loop_defer(conn->loop, &conn->broken);
    else
        loop_fd_start(&conn->fd, PQsocket(conn->pg), LOOP_READ | (left > 0 ? LOOP_WRITE : 0u));
}

static void greet(struct conn *conn) {
    PQsetnonblocking(conn->pg, 1);
    struct bytes sql;
    bytes_init(&sql, 4096);
    bytes_add_str(&sql, session_sql);
    if (conn->config.hello != NULL)
        bytes_add_format(&sql, "; %s", conn->config.hello);
    enter(conn, CONN_PREPARING_SESSION);
    if (sql.full || PQsendQuery(conn->pg, sql.data) == 0)
        loop_defer(conn->loop, &conn->broken);
    else
        arm(conn);
    bytes_fini(&sql);
}

static void on_connecting(struct conn *conn) {
    /* libpq may close this socket and open another under the same number. */
    loop_fd_stop(&conn->fd);
    switch (PQconnectPoll(conn->pg)) {
    case PGRES_POLLING_OK:
        greet(conn);
        break;
    case PGRES_POLLING_READING:
        loop_fd_start(&conn->fd, PQsocket(conn->pg), LOOP_READ);
        break;
    case PGRES_POLLING_WRITING:
        loop_fd_start(&conn->fd, PQsocket(conn->pg), LOOP_WRITE);
        break;
    default:
        lose(conn, PQerrorMessage(conn->pg));
    }
}

static void on_greeted(struct conn *conn) {
    loop_timer_stop(&conn->timer);
    log_info("store.up", LOG_STR("lane", conn->config.name), LOG_NUM("tries", conn->failures),
             LOG_NUM("backend", PQbackendPID(conn->pg)));
    conn->failures = 0;
    conn->ups++;
    enter(conn, CONN_IDLE);
    conn->hooks.on_up(conn->hooks.ctx);
}

/* ---- statements ----------------------------------------------------------------------------- */

static bool knows(const struct conn *conn, const char *name) {
    for (size_t i = 0; i < conn->n_prepared; i++)
        if (strcmp(conn->prepared[i], name) == 0)
            return true;
    return false;
}

static void remember(struct conn *conn, const char *name) {
    conn->prepared = mem_resize(conn->prepared, (conn->n_prepared + 1) * sizeof *conn->prepared);
    conn->prepared[conn->n_prepared++] = mem_strdup(name);
}

void conn_forget_prepared(struct conn *conn) {
    for (size_t i = 0; i < conn->n_prepared; i++)
        free(conn->prepared[i]);
    free(conn->prepared);
    conn->prepared = NULL;
    conn->n_prepared = 0;
}

/* Sends what comes next for the query: its PREPARE, once per connection, or the execution. */
static void send_step(struct conn *conn) {
    const struct conn_query *query = conn->query;
    conn->preparing = !knows(conn, query->name);
    conn->sent = !conn->preparing;
    fault_before_send(PQsocket(conn->pg));
    int accepted = conn->preparing
                       ? PQsendPrepare(conn->pg, query->name, query->sql, query->n, query->types)
                       : PQsendQueryPrepared(conn->pg, query->name, query->n, query->values,
                                             query->lengths, query->formats, 0);
    if (accepted == 0)
        loop_defer(conn->loop, &conn->broken);
    else
        arm(conn);
    fault_after_send(PQsocket(conn->pg));
}

void conn_send(struct conn *conn, const struct conn_query *query, conn_on_done *on_done,
               void *ctx) {
    MUST(conn->state == CONN_IDLE);
    enter(conn, CONN_BUSY);
    conn->query = query;
    conn->on_done = on_done;
    conn->ctx = ctx;
    conn->unsafe_reply = false;
    loop_timer_start(&conn->timer, conn->config.statement_ms + conn->config.statement_ms / 2);
    send_step(conn);
}

/* FATAL and PANIC end the session: what was under way may or may not have been committed. */
static bool is_fatal(const PGresult *result) {
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    return severity != NULL && (strcmp(severity, "FATAL") == 0 || strcmp(severity, "PANIC") == 0);
}

static bool is_failed(const PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    return status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK;
}

/* ReadyForQuery was seen: the statement, its transaction included, is over. */
static void on_complete(struct conn *conn) {
    PGresult *result = conn->result;
    conn->result = NULL;
    if (conn->state == CONN_PREPARING_SESSION) {
        bool failed = result == NULL || is_failed(result);
        PQclear(result);
        if (failed)
            lose(conn, PQerrorMessage(conn->pg));
        else
            on_greeted(conn);
    } else if (conn->state == CONN_BUSY && conn->preparing && result != NULL &&
               !is_failed(result)) {
        PQclear(result);
        MUST(conn->query != NULL);
        remember(conn, conn->query->name);
        send_step(conn);
    } else if (conn->state == CONN_BUSY) {
        loop_timer_stop(&conn->timer);
        enter(conn, CONN_IDLE);
        tell_end(conn, CONN_RESULT, result);
        PQclear(result);
    }
}

/* Keeps the last result, but an error above all: an error after the rows is a failed COMMIT. */
static void keep_result(struct conn *conn, PGresult *result) {
    if (conn->result != NULL && is_failed(conn->result)) {
        PQclear(result);
        return;
    }
    PQclear(conn->result);
    conn->result = result;
}

static void take_notifies(struct conn *conn) {
    for (PGnotify *got; conn->pg != NULL && (got = PQnotifies(conn->pg)) != NULL;) {
        if (conn->hooks.on_notify != NULL)
            conn->hooks.on_notify(conn->hooks.ctx, got->relname, got->extra, got->be_pid);
        PQfreemem(got);
    }
}

static void on_input(struct conn *conn) {
    fault_on_input(PQsocket(conn->pg));
    if (PQconsumeInput(conn->pg) == 0) {
        lose(conn, PQerrorMessage(conn->pg));
        return;
    }
    take_notifies(conn);
    while (conn->pg != NULL && conn->state != CONN_IDLE && PQisBusy(conn->pg) == 0) {
        PGresult *result = PQgetResult(conn->pg);
        if (result == NULL) {
            on_complete(conn);
        } else if (is_failed(result) &&
                   (is_fatal(result) || PQstatus(conn->pg) == CONNECTION_BAD)) {
            PQclear(result);
            lose(conn, PQerrorMessage(conn->pg));
        } else {
            keep_result(conn, result);
        }
    }
}

static void on_ready(void *ctx, unsigned what) {
    struct conn *conn = ctx;
    if (conn->state == CONN_CONNECTING) {
        on_connecting(conn);
        return;
    }
    if (what & LOOP_READ)
        on_input(conn);
    if (conn->pg != NULL && what & LOOP_WRITE)
        arm(conn);
}

/* ---- life ----------------------------------------------------------------------------------- */

static void on_timer(void *ctx) {
    struct conn *conn = ctx;
    if (conn->state == CONN_DOWN)
        dial(conn);
    else
        lose(conn, "no answer in time");
}

void conn_init(struct conn *conn, struct loop *loop, const struct conn_config *config,
               const struct conn_hooks *hooks) {
    *conn = (struct conn){.loop = loop, .config = *config, .hooks = *hooks, .state = CONN_DOWN};
    loop_fd_init(&conn->fd, loop, on_ready, conn);
    loop_timer_init(&conn->timer, loop, on_timer, conn);
    loop_deferred_init(&conn->broken, on_broken, conn);
}

void conn_start(struct conn *conn) {
    loop_timer_start(&conn->timer, 0);
}

void conn_fini(struct conn *conn) {
    hang_up(conn);
    enter(conn, CONN_DOWN);
    tell_end(conn, conn->sent ? CONN_LOST : CONN_UNSENT, NULL);
    loop_fd_fini(&conn->fd);
    loop_timer_fini(&conn->timer);
}

bool conn_is_idle(const struct conn *conn) {
    return conn->state == CONN_IDLE && !list_is_linked(&conn->broken.link);
}

bool conn_is_up(const struct conn *conn) {
    return conn->state >= CONN_IDLE;
}

int conn_pid(const struct conn *conn) {
    return conn_is_up(conn) ? PQbackendPID(conn->pg) : 0;
}
