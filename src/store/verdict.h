/*
 * verdict: what an error of PostgreSQL means for the command or call it befell. The one place that
 * knows SQLSTATEs.
 */
#ifndef SPR_STORE_VERDICT_H
#define SPR_STORE_VERDICT_H

#include "base/base.h"

#include <libpq-fe.h>

enum verdict {
    VERDICT_FINE,
    VERDICT_AGAIN,   /* nothing was done; the same may succeed now: deadlock, lock, serialisation */
    VERDICT_SLOW,    /* nothing was done: it took longer than statement_timeout */
    VERDICT_FULL,    /* no room on disk */
    VERDICT_STANDBY, /* this server only reads: a failover went on elsewhere */
    VERDICT_STALE,   /* the plan is of an older schema: renew the connection and try again */
    VERDICT_RAISE,   /* a command raised: a bug */
};

enum verdict verdict_of(const PGresult *result);
enum verdict verdict_of_sqlstate(const char *sqlstate);
/* The definite refusal that goes with it. */
enum err verdict_err(enum verdict verdict, const char *sqlstate);
/* "" when the result has none. */
const char *verdict_sqlstate(const PGresult *result);
/* For the log: the message, unless it may quote what a user wrote. */
const char *verdict_message(const PGresult *result);

#endif
