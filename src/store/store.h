/*
 * store: the way to PostgreSQL and the only room that sees libpq.
 *
 * Four lanes, each with connections of its own, so that nothing slow waits before a post: write
 * (one connection, batches), read, bulk, and listen (hints of other processes).
 *
 * Invariant: a write's callback gets ERR_OK only after its transaction is durable. Any other
 * outcome is definite (not done, never will be), except ERR_UITKOMST_ONBEKEND, which is resolved
 * by the command's key. The store never sends a write again after its outcome became unknown.
 *
 * Callbacks run on the loop, never inside the call that asked; each accepted call gets exactly
 * one, also when the store is freed. Strings given are copied, strings and rows received are
 * valid during the callback only.
 */
#ifndef SPR_STORE_H
#define SPR_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"
#include "loop/loop.h"

struct store;

enum store_lane { STORE_READ, STORE_BULK };

/* 0 means the default in brackets. The ceilings are what makes the memory of a lane finite. */
struct store_config {
    const char *conninfo;      /* role spr_server; copied */
    unsigned worker;           /* shows in application_name */
    unsigned read_connections; /* [2] */
    unsigned bulk_connections; /* [1] */
    unsigned batch_commands;   /* [256] most commands in one transaction */
    size_t batch_bytes;        /* [2 MiB] most bytes in one transaction */
    unsigned queue_commands;   /* [4096] waiting per lane; more is refused with ERR_TE_DRUK */
    size_t queue_bytes;        /* [16 MiB] */
    unsigned wait_ms;          /* [5000] in the queue while the database is away */
    unsigned write_ms;         /* [5000] statement_timeout of the lanes; a connection that has */
    unsigned read_ms;          /* [5000] not answered at one and a half times this is dropped */
    unsigned bulk_ms;          /* [60000] */
    unsigned lock_ms;          /* [1000] lock_timeout of the write lane */
    unsigned apart_ms;         /* [60000] how long a session whose command raised runs alone */
};

/* A row of api.regel; a NULL column is "" with len 0. */
struct store_row {
    const char *soort;  /* antwoord | weigering | gebeurtenis | wis | kop | … */
    const char *stroom; /* "tafel:1" */
    int64_t seq;        /* 0 when NULL */
    const char *bytes;  /* NUL-terminated */
    size_t len;
};

/* With err ≠ ERR_OK there are no rows. */
typedef void store_on_rows(void *ctx, enum err err, const struct store_row *rows, size_t n);

struct store_hooks {
    void *ctx; /* each hook may be NULL */
    /* Write and read lanes are both there (true), or no longer (false). Called on change. */
    void (*on_state)(void *ctx, bool up);
    /* "spr": heads that moved, "stroom=seq stroom=seq" or "*"; "spr_live": live signals. own: sent
     * by this process. After the listen lane was lost and is back, one "spr" hint "*" follows. */
    void (*on_hint)(void *ctx, const char *channel, const char *payload, bool own);
};

struct store *store_new(struct loop *loop, const struct store_config *config,
                        const struct store_hooks *hooks);
/* Calls back what is still open (ERR_OPSLAG_WEG, or ERR_UITKOMST_ONBEKEND if already sent). */
void store_free(struct store *store);
bool store_is_up(const struct store *store);

/* NULL is SQL's NULL; verzoek is the JSON {"sleutel","args"}. No U+0000 anywhere. */
struct store_command {
    const char *doe, *sessie, *namens, *tafel, *verzoek;
};

/* A command on its way to api.verwerk, in one transaction with all that wait. Callbacks come in
 * the order of execution, so events of one stream come in order of seq.
 * Refused at once, without a callback: ERR_TE_DRUK (the queue is at its ceiling). */
enum err store_submit(struct store *store, const struct store_command *command,
                      store_on_rows *on_rows, void *ctx) MUST_CHECK;

/* SELECT * FROM function(params…): columns soort, stroom, seq, bytes. function is a literal of the
 * program ("api.koppen"), never input. Arrays go as text: store_array. */
enum err store_call(struct store *store, enum store_lane lane, const char *function,
                    const char *const *params, size_t n, store_on_rows *on_rows,
                    void *ctx) MUST_CHECK;
/* Adds the items as one PostgreSQL array literal. */
void store_array(struct bytes *into, const char *const *items, size_t n);

/* Best effort, nothing is kept when the listen lane is away. The caller throttles. */
void store_notify(struct store *store, const char *channel, const char *payload);

struct store_figures {
    uint64_t batches, commands, replays, guarded, unknown, refused, reconnects, reads;
    uint64_t batch_us;      /* time of all batches together, sent to answered */
    uint64_t largest_batch; /* commands */
    uint32_t waiting, in_flight, reads_waiting;
    size_t waiting_bytes;
    bool up, write_up, read_up, bulk_up, listen_up;
};
void store_figures_get(const struct store *store, struct store_figures *out);

/* ---- for the command line: these block ------------------------------------------------------- */

/* Brings the database to the schema built into this program, as the owner role. on_step hears a
 * sentence a step; when it fails the last one says what is wrong and what to do. */
enum err store_migrate(const char *conninfo, void (*on_step)(void *ctx, const char *sentence),
                       void *ctx) MUST_CHECK;
/* The newest state migration built into this program: a database that has it, or a newer one, is
 * one this program can work with. */
const char *store_schema(void);
/* One statement, first column of the first row into out (empty for no row). On failure out is the
 * database's sentence. */
enum err store_query_sync(const char *conninfo, const char *sql, const char *const *params,
                          size_t n, struct bytes *out) MUST_CHECK;

/* ---- for who may block, a thread of its own or the command line -------------------------------
 */
enum { STORE_SYNC_COLUMNS = 64 };
struct store_sync;
/* NULL value: SQL's NULL. Strings live during the call. */
typedef void store_on_row(void *ctx, const char *const *values, const size_t *lengths, size_t n);
/* NULL, with a sentence, when the database does not answer. name shows in application_name. */
struct store_sync *store_sync_open(const char *conninfo, const char *name, struct bytes *sentence);
void store_sync_close(struct store_sync *sync); /* NULL is fine */
/* Called once a second while a statement has nothing to say; false cancels the statement. */
void store_sync_while(struct store_sync *sync, bool (*on_wait)(void *ctx), void *ctx);
void store_sync_cancel(const struct store_sync *sync); /* also from within on_row */
bool store_sync_is_up(const struct store_sync *sync);
/* Rows come one by one, so that a statement of any size takes the memory of one. */
enum err store_sync_rows(struct store_sync *sync, const char *sql, const char *const *params,
                         size_t n, store_on_row *on_row, void *ctx) MUST_CHECK;

#endif
