/*
 * conn: one connection to PostgreSQL that is kept up for ever, and the one statement that may be
 * under way on it.
 *
 * Invariant: after conn_send exactly one on_done follows, on the loop, never inside conn_send; and
 * a result is given only after ReadyForQuery, that is after the COMMIT: the rows of an implicit
 * transaction arrive before it.
 */
#ifndef SPR_STORE_CONN_H
#define SPR_STORE_CONN_H

#include "loop/loop.h"

#include <libpq-fe.h>

enum conn_state { CONN_DOWN, CONN_CONNECTING, CONN_PREPARING_SESSION, CONN_IDLE, CONN_BUSY };

/* How a statement ended. LOST: the connection went after it was sent, so nobody knows. UNSENT: it
 * went before, so it was not executed. */
enum conn_end { CONN_RESULT, CONN_LOST, CONN_UNSENT };

struct conn_config {
    const char *conninfo;
    const char *name; /* of the lane, for application_name and the log; a literal */
    unsigned worker;
    unsigned statement_ms; /* statement_timeout */
    unsigned lock_ms;      /* lock_timeout; 0: none */
    bool writes;           /* wants a primary */
    const char *hello;     /* SQL to run on every new connection, or NULL; a literal */
};

struct conn_hooks {
    void *ctx;
    void (*on_up)(void *ctx); /* idle for the first time after being down */
    void (*on_down)(void *ctx);
    void (*on_notify)(void *ctx, const char *channel, const char *payload, int pid); /* or NULL */
};

/* A statement with parameters. name: of the prepared statement, the key by which the connection
 * remembers it; both are copied only where noted. */
struct conn_query {
    const char *name; /* copied */
    const char *sql;  /* used until it is prepared: must live until on_done */
    int n;
    const Oid *types; /* NULL: PostgreSQL infers */
    const char *const *values;
    const int *lengths; /* NULL with text parameters */
    const int *formats; /* NULL: all text */
};

/* result is NULL unless CONN_RESULT, and cleared after on_done. */
typedef void conn_on_done(void *ctx, enum conn_end end, const PGresult *result);

struct conn {
    struct loop *loop;
    struct conn_config config;
    struct conn_hooks hooks;
    enum conn_state state;
    PGconn *pg;
    struct loop_fd fd;
    struct loop_timer timer;     /* when down: the next try; else: the deadline */
    struct loop_deferred broken; /* a loss seen inside conn_send is told at the end of the turn */
    unsigned failures;           /* tries in a row that did not succeed */
    uint64_t ups;
    char **prepared; /* names of statements this connection knows */
    size_t n_prepared;
    bool preparing;    /* busy with the PREPARE of query; what follows is its execution */
    bool sent;         /* the statement itself went out */
    bool unsafe_reply; /* PostgreSQL warned that a synchronous wait was cancelled */
    const struct conn_query *query;
    PGresult *result;
    conn_on_done *on_done;
    void *ctx;
};

void conn_init(struct conn *conn, struct loop *loop, const struct conn_config *config,
               const struct conn_hooks *hooks);
void conn_fini(struct conn *conn); /* a statement under way ends LOST or UNSENT first */
void conn_start(struct conn *conn);
bool conn_is_idle(const struct conn *conn);
bool conn_is_up(const struct conn *conn);
int conn_pid(const struct conn *conn); /* of the backend; 0 when down */
/* Only when idle. The query and what it points to must live until on_done. */
void conn_send(struct conn *conn, const struct conn_query *query, conn_on_done *on_done, void *ctx);
/* Throws the connection away and makes a new one; for a server that turned out to be no primary. */
void conn_renew(struct conn *conn);

/* ---- internal: dial.c and conn.c ---------------------------------------------------------- */
PGconn *conn_dial(const struct conn_config *config);
void conn_forget_prepared(struct conn *conn);

#endif
