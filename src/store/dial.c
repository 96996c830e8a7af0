/*
 * dial: with which settings a connection is made. What the operator wrote in the conninfo stays;
 * what is added here are the time limits every lane must have.
 */
#include "conn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { KEYS = 12 };

struct params {
    const char *keys[KEYS + 1], *values[KEYS + 1];
    size_t n;
};

static void add(struct params *params, const char *key, const char *value) {
    MUST(params->n < KEYS);
    params->keys[params->n] = key;
    params->values[params->n++] = value;
}

/* The operator's value for key, copied, or NULL. */
static char *given(const char *conninfo, const char *key) {
    char *found = NULL;
    PQconninfoOption *options = PQconninfoParse(conninfo, NULL);
    for (PQconninfoOption *option = options; option != NULL && option->keyword != NULL; option++)
        if (option->val != NULL && strcmp(option->keyword, key) == 0)
            found = mem_strdup(option->val);
    PQconninfoFree(options);
    return found;
}

static void add_default(struct params *params, const char *conninfo, const char *key,
                        const char *value) {
    char *theirs = given(conninfo, key);
    if (theirs == NULL)
        add(params, key, value);
    free(theirs);
}

/* A network that swallows everything shows within half a minute: to us, and to PostgreSQL, where a
 * machine that vanished would else keep its locks for hours. Options of the operator come later on
 * the command line, and so win. */
static const char theirs_options[] = " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5"
                                     " -c tcp_keepalives_count=3 -c tcp_user_timeout=25000";

PGconn *conn_dial(const struct conn_config *config) {
    char name[64];
    snprintf(name, sizeof name, "spr %s %u", config->name, config->worker);
    char *options = given(config->conninfo, "options");
    struct bytes settings;
    bytes_init(&settings, 4096);
    bytes_add_str(&settings, theirs_options);
    bytes_add_format(&settings, " %s -c statement_timeout=%u -c lock_timeout=%u",
                     options != NULL ? options : "", config->statement_ms, config->lock_ms);
    bytes_add_str(&settings, " -c idle_in_transaction_session_timeout=10000"
                             " -c TimeZone=UTC -c DateStyle=ISO -c search_path=pg_catalog");
    free(options);

    struct params params = {0};
    add(&params, "dbname", config->conninfo); /* expanded, so it comes first */
    add(&params, "options", settings.full ? "" : settings.data);
    add(&params, "application_name", name);
    add(&params, "client_encoding", "UTF8");
    if (config->writes)
        add_default(&params, config->conninfo, "target_session_attrs", "read-write");
    add_default(&params, config->conninfo, "keepalives_idle", "10");
    add_default(&params, config->conninfo, "keepalives_interval", "5");
    add_default(&params, config->conninfo, "keepalives_count", "3");
    add_default(&params, config->conninfo, "tcp_user_timeout", "25000");
    PGconn *pg = PQconnectStartParams(params.keys, params.values, 1);
    bytes_fini(&settings);
    MUST(pg != NULL);
    return pg;
}
