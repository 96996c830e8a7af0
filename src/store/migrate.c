/*
 * migrate: brings a database to the schema of this program. sql/state/NNN_*.sql are applied once
 * each, in order of name, and remembered with their checksum in spr.migratie (which the first of
 * them makes); sql/rule, sql/gen, sql/api and sql/roles.sql are applied whole every time.
 *
 * Invariant: all of it is one transaction under one advisory lock, so a database has the schema of
 * one version or of another, never of half of one. A state file that was applied and changed since
 * is refused, and so is a database that knows state files this program does not. It never waits
 * long for a table: who waits for a table makes everybody who comes later wait behind it, and
 * people are writing. Instead it lets go of everything and begins again.
 */
#include "migrate.h"
#include "sync.h"

#include "embed_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SENTENCE_MAX = 4096, TRIES = 300, PAUSE_S = 1 };

static const char state_folder[] = "sql/state/";
/* What is applied every time, in this order. Function bodies bind late, so order within a folder
 * does not matter; the generated policy fills tables that state and rule define. */
static const char *const repeated[] = {"sql/rule/", "sql/gen/", "sql/api/", "sql/roles.sql"};

struct migration {
    PGconn *pg;
    const struct embed_file **files; /* sorted by name */
    size_t n;
    struct bytes sentence, value;
    unsigned tries;
    bool busy; /* a table was in use, or waited for in a circle: nothing is wrong */
    void (*on_step)(void *ctx, const char *sentence);
    void *ctx;
};

static bool starts_with(const char *text, const char *start) {
    return strncmp(text, start, strlen(start)) == 0;
}

static void tell(struct migration *m) {
    m->on_step(m->ctx, m->sentence.data != NULL ? m->sentence.data : "");
    bytes_clear(&m->sentence);
}

static void say(struct migration *m, const char *sentence) {
    bytes_clear(&m->sentence);
    bytes_add_str(&m->sentence, sentence);
    tell(m);
}

static bool value(struct migration *m, const char *sql, const char *param) {
    const char *const params[] = {param};
    if (sync_value(m->pg, sql, params, param != NULL ? 1 : 0, &m->value))
        return true;
    say(m, m->value.data);
    return false;
}

static bool is_true(const struct migration *m) {
    return m->value.len == 1 && m->value.data[0] == 't';
}

/* ---- one file ------------------------------------------------------------------------------- */

static unsigned line_of(const char *text, const char *position) {
    unsigned line = 1;
    /* The position counts characters; a continuation byte of UTF-8 is none. */
    for (long left = strtol(position, NULL, 10) - 1; left > 0 && *text != '\0'; text++) {
        line += *text == '\n';
        left -= (text[1] & 0xc0) != 0x80;
    }
    return line;
}

static bool says_busy(const PGresult *result) {
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state != NULL && (strcmp(state, "55P03") == 0 || strcmp(state, "40P01") == 0);
}

static void explain(struct migration *m, const struct embed_file *file, const PGresult *result) {
    m->busy = says_busy(result);
    if (m->busy && m->tries < TRIES) {
        if (m->tries == 1) {
            bytes_add_format(&m->sentence, "%s needs a table that is in use. Trying again.",
                             file->name);
            tell(m);
        }
        return;
    }
    const char *position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *context = PQresultErrorField(result, PG_DIAG_CONTEXT);
    bytes_clear(&m->sentence);
    bytes_add_str(&m->sentence, file->name);
    if (position != NULL)
        bytes_add_format(&m->sentence, ":%u", line_of(file->bytes, position));
    bytes_add_format(&m->sentence, ": %s", message != NULL ? message : PQerrorMessage(m->pg));
    if (detail != NULL)
        bytes_add_format(&m->sentence, " (%s)", detail);
    if (context != NULL)
        bytes_add_format(&m->sentence, " in %s", context);
    bytes_add_str(&m->sentence, ". Nothing was changed.");
    tell(m);
}

static bool apply(struct migration *m, const struct embed_file *file) {
    PGresult *result = PQexec(m->pg, file->bytes);
    ExecStatusType status = PQresultStatus(result);
    bool good =
        status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
    if (!good)
        explain(m, file, result);
    else if (PQtransactionStatus(m->pg) != PQTRANS_INTRANS) {
        bytes_add_format(&m->sentence, "%s ends the transaction. Take COMMIT and ROLLBACK out.",
                         file->name);
        tell(m);
        good = false;
    }
    PQclear(result);
    return good;
}

/* ---- state: once each ----------------------------------------------------------------------- */

static bool remember(struct migration *m, const struct embed_file *file) {
    const char *const params[] = {file->name + strlen(state_folder), file->bytes};
    if (sync_value(m->pg,
                   "INSERT INTO spr.migratie (name, sha256)"
                   " VALUES ($1, encode(sha256(convert_to($2, 'UTF8')), 'hex'))",
                   params, 2, &m->value))
        return true;
    say(m, m->value.data);
    return false;
}

/* What the database knows of this file: "" nothing, "t" the same bytes, "f" other bytes. */
static bool compare(struct migration *m, const struct embed_file *file) {
    const char *const params[] = {file->name + strlen(state_folder), file->bytes};
    if (sync_value(m->pg,
                   "SELECT sha256 = encode(sha256(convert_to($2, 'UTF8')), 'hex')"
                   " FROM spr.migratie WHERE name = $1",
                   params, 2, &m->value))
        return true;
    say(m, m->value.data);
    return false;
}

static bool migrate_state_file(struct migration *m, const struct embed_file *file, bool first) {
    if (!first && !compare(m, file))
        return false;
    if (first || m->value.len == 0) {
        bytes_add_format(&m->sentence, "Applying %s.", file->name);
        tell(m);
        return apply(m, file) && remember(m, file);
    }
    if (is_true(m))
        return true;
    bytes_add_format(&m->sentence,
                     "%s was applied to this database and has changed since. Put back what it was "
                     "and write the change as a new file.",
                     file->name);
    tell(m);
    return false;
}

static bool migrate_state(struct migration *m) {
    if (!value(m, "SELECT to_regclass('spr.migratie') IS NULL", NULL))
        return false;
    bool first = is_true(m);
    for (size_t i = 0; i < m->n; i++) {
        if (!starts_with(m->files[i]->name, state_folder))
            continue;
        if (!migrate_state_file(m, m->files[i], first))
            return false;
        first = false;
    }
    return true;
}

/* A database that a newer version migrated must not get the functions of an older one. */
static bool refuse_newer(struct migration *m) {
    struct bytes names;
    bytes_init(&names, SENTENCE_MAX * 16);
    const char **known = mem_alloc((m->n + 1) * sizeof *known);
    size_t n = 0;
    for (size_t i = 0; i < m->n; i++)
        if (starts_with(m->files[i]->name, state_folder))
            known[n++] = m->files[i]->name + strlen(state_folder);
    store_array(&names, known, n);
    free(known);
    bool good = !names.full && value(m,
                                     "SELECT coalesce(string_agg(name, ', ' ORDER BY name), '')"
                                     " FROM spr.migratie WHERE name <> ALL ($1::text[])",
                                     names.data);
    bytes_fini(&names);
    if (good && m->value.len > 0) {
        bytes_add_format(&m->sentence,
                         "A newer version has migrated this database (%s). Use that version.",
                         m->value.data);
        tell(m);
        good = false;
    }
    return good;
}

/* ---- the whole ------------------------------------------------------------------------------ */

static bool migrate_repeated(struct migration *m) {
    size_t applied = 0;
    for (size_t part = 0; part < COUNT_OF(repeated); part++) {
        for (size_t i = 0; i < m->n; i++) {
            if (!starts_with(m->files[i]->name, repeated[part]))
                continue;
            if (!apply(m, m->files[i]))
                return false;
            applied++;
        }
    }
    bytes_add_format(&m->sentence, "Applied %zu files of functions and rights.", applied);
    tell(m);
    return true;
}

static bool begin(struct migration *m) {
    if (!value(m, "BEGIN", NULL) ||
        !value(m,
               "SELECT set_config('search_path', '', true),"
               " set_config('check_function_bodies', 'off', true),"
               " set_config('statement_timeout', '0', true)",
               NULL) ||
        !value(m,
               "SELECT pg_encoding_to_char(encoding) FROM pg_database"
               " WHERE datname = current_database()",
               NULL))
        return false;
    if (strcmp(m->value.data, "UTF8") != 0) {
        say(m, "The database is not in UTF-8. Create it with ENCODING 'UTF8' TEMPLATE template0.");
        return false;
    }
    if (!value(m, "SELECT pg_try_advisory_xact_lock(hashtext('spr.migratie'))", NULL))
        return false;
    if (is_true(m) || FAULT("migratie-zonder-slot"))
        return true;
    say(m, "Waiting for another migration of this database.");
    return value(m, "SELECT pg_advisory_xact_lock(hashtext('spr.migratie'))", NULL);
}

/* Less than the server itself waits for a lock, so that no command of it gives up because of us. */
static bool be_modest(struct migration *m) {
    return FAULT("migratie-wacht") || value(m, "SET LOCAL lock_timeout = '400ms'", NULL);
}

static bool migrate_once(struct migration *m) {
    m->busy = false;
    m->tries++;
    return begin(m) && be_modest(m) && migrate_state(m) && refuse_newer(m) && migrate_repeated(m) &&
           value(m, "COMMIT", NULL);
}

static bool migrate(struct migration *m) {
    static const struct timespec pause = {.tv_sec = PAUSE_S};
    while (!migrate_once(m)) {
        if (!m->busy || m->tries >= TRIES || !value(m, "ROLLBACK", NULL))
            return false;
        nanosleep(&pause, NULL);
    }
    say(m, "The database is up to date.");
    return true;
}

static int by_name(const void *a, const void *b) {
    const struct embed_file *const *left = a, *const *right = b;
    return strcmp((*left)->name, (*right)->name);
}

enum err migrate_run(const char *conninfo, const struct embed_file *files, size_t n,
                     void (*on_step)(void *, const char *), void *ctx) {
    struct migration m = {.n = n, .on_step = on_step, .ctx = ctx};
    bytes_init(&m.sentence, SENTENCE_MAX);
    bytes_init(&m.value, SENTENCE_MAX);
    m.files = mem_alloc((n + 1) * sizeof *m.files);
    for (size_t i = 0; i < n; i++)
        m.files[i] = &files[i];
    qsort(m.files, n, sizeof *m.files, by_name);
    m.pg = sync_open(conninfo, &m.sentence);
    enum err err = m.pg == NULL ? ERR_OPSLAG_WEG : migrate(&m) ? ERR_OK : ERR_INTERN;
    if (m.pg == NULL)
        tell(&m);
    PQfinish(m.pg); /* what was not committed is rolled back */
    free(m.files);
    bytes_fini(&m.sentence);
    bytes_fini(&m.value);
    return err;
}

enum err store_migrate(const char *conninfo, void (*on_step)(void *, const char *), void *ctx) {
    return migrate_run(conninfo, embed_sql, embed_sql_count, on_step, ctx);
}

const char *store_schema(void) {
    const char *newest = "";
    for (size_t i = 0; i < embed_sql_count; i++) {
        const char *name = embed_sql[i].name;
        if (starts_with(name, state_folder) && strcmp(name + strlen(state_folder), newest) > 0)
            newest = name + strlen(state_folder);
    }
    return newest;
}
