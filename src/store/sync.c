/* See sync.h. */
#include "sync.h"

#include <string.h>

enum { OLDEST_SERVER = 150000 };

static void on_notice(void *ctx, const PGresult *notice) {
    (void)ctx;
    const char *severity = PQresultErrorField(notice, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != NULL && strcmp(severity, "WARNING") == 0)
        log_warn("database.warning",
                 LOG_STR("message", PQresultErrorField(notice, PG_DIAG_MESSAGE_PRIMARY)));
}

static void add_trimmed(struct bytes *into, const char *message) {
    size_t len = strlen(message);
    while (len > 0 && message[len - 1] == '\n')
        len--;
    bytes_add(into, message, len);
}

PGconn *sync_open(const char *conninfo, struct bytes *sentence) {
    /* A network that swallows everything shows here too; what conninfo says comes later and wins.
     */
    static const char *const keys[] = {
        "keepalives_idle",  "keepalives_interval",
        "keepalives_count", "tcp_user_timeout",
        "dbname",           NULL,
    };
    const char *const values[] = {"10", "5", "3", "25000", conninfo, NULL};
    bytes_clear(sentence);
    PGconn *pg = PQconnectdbParams(keys, values, 1);
    MUST(pg != NULL);
    if (PQstatus(pg) != CONNECTION_OK) {
        bytes_add_str(sentence, "The database does not answer: ");
        add_trimmed(sentence, PQerrorMessage(pg));
    } else if (PQserverVersion(pg) < OLDEST_SERVER) {
        bytes_add_format(sentence, "The database is PostgreSQL %d; version 15 or newer is needed.",
                         PQserverVersion(pg) / 10000);
    } else {
        PQsetNoticeReceiver(pg, on_notice, NULL);
        return pg;
    }
    PQfinish(pg);
    return NULL;
}

bool sync_value(PGconn *pg, const char *sql, const char *const *params, size_t n,
                struct bytes *out) {
    bytes_clear(out);
    PGresult *result = PQexecParams(pg, sql, (int)n, NULL, params, NULL, NULL, 0);
    ExecStatusType status = PQresultStatus(result);
    bool good = status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK;
    if (!good)
        add_trimmed(out, PQerrorMessage(pg));
    else if (PQntuples(result) > 0 && PQnfields(result) > 0)
        bytes_add(out, PQgetvalue(result, 0, 0), (size_t)PQgetlength(result, 0, 0));
    else
        bytes_add(out, "", 0);
    PQclear(result);
    return good;
}

enum err store_query_sync(const char *conninfo, const char *sql, const char *const *params,
                          size_t n, struct bytes *out) {
    PGconn *pg = sync_open(conninfo, out);
    if (pg == NULL)
        return ERR_OPSLAG_WEG;
    bool good = sync_value(pg, sql, params, n, out);
    PQfinish(pg);
    return good ? ERR_OK : ERR_INTERN;
}
