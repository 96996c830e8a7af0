/* See world.h. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct world world;

/* verzoek is the text to write; what is done with it is in doe. */
static const char schema_sql[] =
    "CREATE SCHEMA api;"
    "CREATE TABLE gedaan (nr int GENERATED ALWAYS AS IDENTITY, sessie text, tafel text,"
    " namens text, tekst text, proef int DEFAULT 1, rug xid8 DEFAULT pg_current_xact_id());"
    "CREATE TABLE slot (tafel text PRIMARY KEY); INSERT INTO slot VALUES ('1'), ('2');"
    "CREATE FUNCTION laat() RETURNS trigger LANGUAGE plpgsql AS"
    " 'BEGIN IF NEW.proef = 0 THEN RAISE ''te laat''; END IF; RETURN NULL; END';"
    "CREATE CONSTRAINT TRIGGER laat AFTER INSERT ON gedaan DEFERRABLE INITIALLY DEFERRED"
    " FOR EACH ROW EXECUTE FUNCTION laat();"
    "CREATE TYPE api.volgregel AS (volg int, soort text, stroom text, seq bigint, bytes text);"
    "CREATE TYPE api.regel AS (soort text, stroom text, seq bigint, bytes text);"
    "CREATE FUNCTION api.een(doe text, sessie text, namens text, tafel text, verzoek text)"
    " RETURNS SETOF api.regel LANGUAGE plpgsql SET search_path = public AS $$"
    "DECLARE n int; BEGIN"
    " IF doe = 'weiger' THEN RETURN QUERY SELECT 'weigering', NULL, NULL::bigint, verzoek; RETURN;"
    " END IF;"
    " IF doe = 'slot' THEN PERFORM 1 FROM slot s WHERE s.tafel = een.tafel FOR UPDATE; END IF;"
    " IF doe = 'traag' THEN PERFORM pg_sleep(verzoek::float8); END IF;"
    " IF doe = 'zwijg' THEN RETURN; END IF;"
    " INSERT INTO gedaan (sessie, tafel, namens, tekst, proef)"
    "  VALUES (sessie, tafel, namens, verzoek, CASE doe WHEN 'laat' THEN 0 ELSE 1 END)"
    "  RETURNING nr INTO n;"
    " IF doe = 'raise' THEN RAISE 'fout' USING ERRCODE = verzoek; END IF;"
    " RETURN QUERY SELECT 'antwoord', NULL, NULL::bigint, coalesce(verzoek, 'niets');"
    " RETURN QUERY SELECT 'gebeurtenis', 'tafel:' || tafel, n::bigint, coalesce(namens, '-');"
    "END $$;"
    "CREATE FUNCTION api.verwerk(doe text[], sessie text[], namens text[], tafel text[],"
    " verzoek text[]) RETURNS SETOF api.volgregel LANGUAGE plpgsql SET search_path = public AS $$"
    "DECLARE i int; BEGIN"
    " FOR i IN SELECT u.o FROM unnest(tafel) WITH ORDINALITY u(t, o) ORDER BY u.t, u.o LOOP"
    "  RETURN QUERY SELECT i, r.* FROM"
    "   api.een(doe[i], sessie[i], namens[i], tafel[i], verzoek[i]) r;"
    " END LOOP; END $$;"
    "CREATE FUNCTION api.verwerk_bewaakt(doe text[], sessie text[], namens text[], tafel text[],"
    " verzoek text[]) RETURNS SETOF api.volgregel LANGUAGE plpgsql SET search_path = public AS $$"
    "DECLARE i int; BEGIN"
    " FOR i IN SELECT u.o FROM unnest(tafel) WITH ORDINALITY u(t, o) ORDER BY u.t, u.o LOOP"
    "  BEGIN RETURN QUERY SELECT i, r.* FROM"
    "    api.een(doe[i], sessie[i], namens[i], tafel[i], verzoek[i]) r;"
    "  EXCEPTION WHEN SQLSTATE 'SP001' THEN"
    "   RETURN NEXT ROW(i, 'weigering', 'SP001', NULL, SQLERRM)::api.volgregel;"
    "  WHEN deadlock_detected OR lock_not_available OR disk_full THEN RAISE;"
    "  WHEN OTHERS THEN RETURN NEXT ROW(i, 'fout', NULL, NULL,"
    "    jsonb_build_object('bericht', SQLERRM, 'sqlstate', SQLSTATE)::text)::api.volgregel;"
    "  END;"
    " END LOOP; END $$;"
    "CREATE FUNCTION api.echo(a text, b text) RETURNS SETOF api.regel LANGUAGE sql AS"
    " $$ SELECT 'rij', a, length(b)::bigint, b $$;"
    "CREATE FUNCTION api.lijst(a text[]) RETURNS SETOF api.regel LANGUAGE sql AS"
    " $$ SELECT 'rij', x, o, '' FROM unnest(a) WITH ORDINALITY u(x, o) ORDER BY o $$;"
    "CREATE FUNCTION api.traag(s text) RETURNS SETOF api.regel LANGUAGE plpgsql AS"
    " $$ BEGIN PERFORM pg_sleep(s::float8); RETURN QUERY SELECT 'rij', s, 0::bigint, ''; END $$;"
    "CREATE FUNCTION api.pid() RETURNS SETOF api.regel LANGUAGE sql AS"
    " $$ SELECT 'rij', '', pg_backend_pid()::bigint, current_setting('statement_timeout') $$;";

static void on_tick(void *ctx) {
    (void)ctx;
}

const char *world_sql(const char *format, ...) {
    static char value[8192];
    char sql[8192];
    va_list args;
    va_start(args, format);
    vsnprintf(sql, sizeof sql, format, args);
    va_end(args);
    PGresult *result = PQexec(world.admin, sql);
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        fail_msg("%s: %s", sql, PQresultErrorMessage(result));
    value[0] = '\0';
    if (PQntuples(result) > 0)
        snprintf(value, sizeof value, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    return value;
}

static PGconn *connect_to(const char *conninfo) {
    PGconn *pg = PQconnectdb(conninfo);
    if (PQstatus(pg) != CONNECTION_OK)
        fail_msg("%s: %s", conninfo, PQerrorMessage(pg));
    return pg;
}

int world_open(void **state) {
    (void)state;
    const char *given = getenv("SPR_TEST_DATABASE");
    if (given == NULL) {
        print_error("Set SPR_TEST_DATABASE to the conninfo of a superuser of a test cluster.\n");
        return -1;
    }
    char name[64];
    snprintf(name, sizeof name, "unit_%d", (int)getpid());
    world.admin = connect_to(given);
    world_sql("CREATE DATABASE %s ENCODING 'UTF8' TEMPLATE template0", name);
    PQfinish(world.admin);
    snprintf(world.conninfo, sizeof world.conninfo, "%s dbname=%s", given, name);
    world.admin = connect_to(world.conninfo);
    world_sql("SET client_min_messages = error");
    world_sql("%s", schema_sql);
    /* The store comes in as a role of its own, which can be kept out. */
    world_sql("CREATE ROLE %s LOGIN; GRANT USAGE ON SCHEMA api TO %s;"
              " GRANT ALL ON ALL TABLES IN SCHEMA public TO %s",
              name, name, name);
    snprintf(world.migrate_conninfo, sizeof world.migrate_conninfo, "%s", world.conninfo);
    size_t at = strlen(world.conninfo);
    snprintf(world.conninfo + at, sizeof world.conninfo - at, " user=%s", name);
    return 0;
}

int world_close(void **state) {
    (void)state;
    char *name = strdup(world_sql("SELECT current_database()"));
    PQfinish(world.admin);
    world.admin = connect_to(getenv("SPR_TEST_DATABASE"));
    world_sql("DROP DATABASE %s WITH (FORCE)", name);
    world_sql("DROP ROLE %s", name);
    PQfinish(world.admin);
    free(name);
    return 0;
}

int world_reset(void **state) {
    (void)state;
    world_sql("TRUNCATE gedaan RESTART IDENTITY");
    world.replies = world.states = world.hints = world.own_hints = 0;
    world.up = false;
    world.last_hint[0] = '\0';
    world.store = NULL;
    world.loop = loop_new();
    loop_timer_init(&world.tick, world.loop, on_tick, NULL);
    loop_timer_repeat(&world.tick, 20);
    return 0;
}

int world_tidy(void **state) {
    (void)state;
    if (world.store != NULL)
        store_free(world.store);
    world_keep_out(false); /* a test that failed left the next ones outside */
    loop_timer_fini(&world.tick);
    loop_free(world.loop);
    return 0;
}

void world_kill(const char *lane) {
    world_sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              " WHERE datname = current_database() AND application_name LIKE 'spr %s %%'",
              lane);
}

void world_keep_out(bool out) {
    char *name = strdup(world_sql("SELECT current_database()"));
    world_sql("ALTER ROLE %s %s", name, out ? "NOLOGIN" : "LOGIN");
    free(name);
}

static void on_state(void *ctx, bool up) {
    (void)ctx;
    world.states++;
    world.up = up;
}

static void on_hint(void *ctx, const char *channel, const char *payload, bool own) {
    (void)ctx;
    world.hints++;
    world.own_hints += own;
    snprintf(world.last_hint, sizeof world.last_hint, "%s %s", channel, payload);
}

struct store_config world_config(void) {
    return (struct store_config){.conninfo = world.conninfo};
}

void world_start_anyhow(const struct store_config *config) {
    struct store_hooks hooks = {.on_state = on_state, .on_hint = on_hint};
    world.store = store_new(world.loop, config, &hooks);
}

/* All of them: one that comes in later would not be kept out, nor killed with the others. */
void world_start(const struct store_config *config) {
    unsigned reads = config->read_connections > 0 ? config->read_connections : 2;
    unsigned bulk = config->bulk_connections > 0 ? config->bulk_connections : 1;
    world_start_anyhow(config);
    WORLD_UNTIL(world_figures().up && world_figures().listen_up && world_figures().bulk_up);
    /* LIKE: with the fault of an early ack the write lane rests in a transaction. */
    WORLD_UNTIL(
        atoi(world_sql("SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle%%' AND"
                       " datname = current_database() AND application_name LIKE 'spr %%'")) >=
        (int)(2 + reads + bulk));
}

static void on_rows(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct reply *reply = ctx;
    reply->calls++;
    reply->err = err;
    reply->n = n;
    reply->order = ++world.replies;
    size_t at = 0;
    for (size_t i = 0; i < n && at < sizeof reply->text; i++)
        at +=
            (size_t)snprintf(reply->text + at, sizeof reply->text - at, "%s %s %lld %s\n",
                             rows[i].soort, rows[i].stroom, (long long)rows[i].seq, rows[i].bytes);
}

enum err world_submit(struct reply *reply, const char *doe, const char *sessie, const char *tafel,
                      const char *verzoek) {
    struct store_command command = {
        .doe = doe, .sessie = sessie, .tafel = tafel, .verzoek = verzoek};
    return store_submit(world.store, &command, on_rows, reply);
}

void world_do(struct reply *reply, const char *doe, const char *sessie, const char *tafel,
              const char *verzoek) {
    assert_int_equal(world_submit(reply, doe, sessie, tafel, verzoek), ERR_OK);
}

void world_call(struct reply *reply, enum store_lane lane, const char *function,
                const char *const *params, size_t n) {
    assert_int_equal(store_call(world.store, lane, function, params, n, on_rows, reply), ERR_OK);
}

void world_await(const struct reply *replies, size_t n) {
    for (size_t i = 0; i < n; i++)
        WORLD_UNTIL(replies[i].calls > 0);
}

struct store_figures world_figures(void) {
    struct store_figures figures;
    store_figures_get(world.store, &figures);
    return figures;
}
