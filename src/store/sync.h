/* sync: a connection that blocks, for the command line. Never used while serving. */
#ifndef SPR_STORE_SYNC_H
#define SPR_STORE_SYNC_H

#include "store/store.h"

#include <libpq-fe.h>

/* NULL when it fails; then sentence says why and what to do. The caller closes with PQfinish. */
PGconn *sync_open(const char *conninfo, struct bytes *sentence);
/* First column of the first row, "" without one, copied into out. On failure out is the database's
 * own message. */
bool sync_value(PGconn *pg, const char *sql, const char *const *params, size_t n,
                struct bytes *out) MUST_CHECK;

#endif
