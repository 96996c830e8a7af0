/* See rows.h. Columns soort, stroom, seq, bytes in text format. */
#include "rows.h"

#include <stdlib.h>

struct store_row rows_get(const PGresult *result, int at, int first) {
    return (struct store_row){.soort = PQgetvalue(result, at, first),
                              .stroom = PQgetvalue(result, at, first + 1),
                              .seq = strtoll(PQgetvalue(result, at, first + 2), NULL, 10),
                              .bytes = PQgetvalue(result, at, first + 3),
                              .len = (size_t)PQgetlength(result, at, first + 3)};
}
