/* See store.h: a connection of its own for who may block, a thread or the command line. */
#include "sync.h"

#include <poll.h>
#include <stdlib.h>

enum { WAIT_MS = 1000, WHY_BYTES = 256 };

struct store_sync {
    PGconn *pg;
    bool (*on_wait)(void *ctx);
    void *ctx;
};

struct store_sync *store_sync_open(const char *conninfo, const char *name, struct bytes *sentence) {
    PGconn *pg = sync_open(conninfo, sentence);
    if (pg == NULL)
        return NULL;
    const char *const params[] = {name};
    struct bytes out;
    bytes_init(&out, 4096);
    bool good = sync_value(pg, "SELECT set_config('application_name', $1, false)", params, 1, &out);
    bytes_fini(&out);
    if (!good) {
        PQfinish(pg);
        return NULL;
    }
    struct store_sync *sync = mem_alloc(sizeof *sync);
    sync->pg = pg;
    return sync;
}

void store_sync_close(struct store_sync *sync) {
    if (sync != NULL)
        PQfinish(sync->pg);
    free(sync);
}

bool store_sync_is_up(const struct store_sync *sync) {
    return PQstatus(sync->pg) == CONNECTION_OK;
}

struct columns {
    const char *values[STORE_SYNC_COLUMNS];
    size_t lengths[STORE_SYNC_COLUMNS];
    size_t n;
};

static void take_row(const PGresult *result, int row, struct columns *out) {
    out->n = (size_t)PQnfields(result);
    for (int i = 0; i < (int)out->n; i++) {
        out->values[i] = PQgetisnull(result, row, i) ? NULL : PQgetvalue(result, row, i);
        out->lengths[i] = (size_t)PQgetlength(result, row, i);
    }
}

static enum err hear(const PGresult *result, store_on_row *on_row, void *ctx) {
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK)
        return ERR_OK;
    if ((status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) ||
        PQnfields(result) > STORE_SYNC_COLUMNS) {
        const char *sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
        log_warn("store.sync_failed", LOG_STR("sqlstate", sqlstate ? sqlstate : "-"),
                 LOG_STR("why", PQresultErrorMessage(result)));
        return ERR_INTERN;
    }
    struct columns columns;
    for (int row = 0; row < PQntuples(result); row++) {
        take_row(result, row, &columns);
        if (on_row != NULL)
            on_row(ctx, columns.values, columns.lengths, columns.n);
    }
    return ERR_OK;
}

void store_sync_while(struct store_sync *sync, bool (*on_wait)(void *ctx), void *ctx) {
    sync->on_wait = on_wait;
    sync->ctx = ctx;
}

void store_sync_cancel(const struct store_sync *sync) {
    char why[WHY_BYTES];
    PGcancel *handle = PQgetCancel(sync->pg);
    if (handle != NULL && PQcancel(handle, why, sizeof why) != 1)
        log_warn("store.sync_cancel", LOG_STR("why", why));
    PQfreeCancel(handle);
}

/* The next result, after telling whoever wants to know that it takes long. */
static PGresult *next_result(const struct store_sync *sync) {
    bool asked = false;
    while (sync->on_wait != NULL && PQisBusy(sync->pg)) {
        struct pollfd fd = {.fd = PQsocket(sync->pg), .events = POLLIN};
        int ready = poll(&fd, 1, WAIT_MS);
        if (ready > 0 && PQconsumeInput(sync->pg) != 1)
            break;
        if (ready == 0 && !asked && !sync->on_wait(sync->ctx)) {
            asked = true;
            store_sync_cancel(sync);
        }
    }
    return PQgetResult(sync->pg);
}

enum err store_sync_rows(struct store_sync *sync, const char *sql, const char *const *params,
                         size_t n, store_on_row *on_row, void *ctx) {
    enum err err = ERR_OK;
    if (PQsendQueryParams(sync->pg, sql, (int)n, NULL, params, NULL, NULL, 0) != 1)
        return ERR_OPSLAG_WEG;
    PQsetSingleRowMode(sync->pg);
    for (PGresult *result; (result = next_result(sync)) != NULL; PQclear(result)) {
        enum err heard = err == ERR_OK ? hear(result, on_row, ctx) : err;
        err = err == ERR_OK ? heard : err;
    }
    return err;
}
