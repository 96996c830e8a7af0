/* rows: from a libpq result to the rows that a callback gets. */
#ifndef SPR_STORE_ROWS_H
#define SPR_STORE_ROWS_H

#include "store/store.h"

#include <libpq-fe.h>

/* Row number at, whose column soort is number first. Points into the result. */
struct store_row rows_get(const PGresult *result, int at, int first);

#endif
