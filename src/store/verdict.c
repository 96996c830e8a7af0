/* See verdict.h. */
#include "verdict.h"

#include <string.h>

static const struct {
    const char *sqlstate;
    enum verdict verdict;
} table[] = {
    {"40P01", VERDICT_AGAIN},   /* deadlock_detected */
    {"55P03", VERDICT_AGAIN},   /* lock_not_available: lock_timeout */
    {"40001", VERDICT_AGAIN},   /* serialization_failure */
    {"57014", VERDICT_SLOW},    /* query_canceled: statement_timeout */
    {"53100", VERDICT_FULL},    /* disk_full */
    {"25006", VERDICT_STANDBY}, /* read_only_sql_transaction */
    {"0A000", VERDICT_STALE},   /* cached plan must not change result type */
    {"26000", VERDICT_STALE},   /* the prepared statement is gone (DISCARD by a pooler) */
};

const char *verdict_sqlstate(const PGresult *result) {
    const char *sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return sqlstate != NULL ? sqlstate : "";
}

enum verdict verdict_of_sqlstate(const char *sqlstate) {
    for (size_t i = 0; i < COUNT_OF(table); i++)
        if (strcmp(sqlstate, table[i].sqlstate) == 0)
            return table[i].verdict;
    return VERDICT_RAISE;
}

enum verdict verdict_of(const PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return VERDICT_FINE;
    return verdict_of_sqlstate(verdict_sqlstate(result));
}

enum err verdict_err(enum verdict verdict, const char *sqlstate) {
    switch (verdict) {
    case VERDICT_FINE:
        return ERR_OK;
    case VERDICT_AGAIN:
    case VERDICT_SLOW:
        return ERR_TE_DRUK;
    case VERDICT_FULL:
        return ERR_OPSLAG_VOL;
    case VERDICT_STANDBY:
    case VERDICT_STALE:
        return ERR_OPSLAG_WEG;
    case VERDICT_RAISE:
        break;
    }
    return err_by_sqlstate(sqlstate);
}

const char *verdict_message(const PGresult *result) {
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    /* Class 22, data exception, repeats the data. */
    bool quotes = strncmp(verdict_sqlstate(result), "22", 2) == 0;
    return message == NULL || quotes ? "" : message;
}
