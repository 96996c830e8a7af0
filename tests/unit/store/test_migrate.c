/* Migrate: once, in order, whole or not at all, and never over something it does not know. */
#include "migrate.h"
#include "world.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char said[8192];

static void on_step(void *ctx, const char *sentence) {
    (void)ctx;
    size_t len = strlen(said);
    snprintf(said + len, sizeof said - len, "%s\n", sentence);
}

#define FILE_OF(path, text)                                                                        \
    { .name = (path), .bytes = (text), .len = sizeof(text) - 1 }
static const char ground[] =
    "CREATE SCHEMA IF NOT EXISTS spr;"
    "CREATE TABLE spr.migratie (name text PRIMARY KEY, sha256 text NOT NULL,"
    " at timestamptz NOT NULL DEFAULT now());";

static enum err run(const struct embed_file *files, size_t n) {
    said[0] = '\0';
    return migrate_run(world.migrate_conninfo, files, n, on_step, NULL);
}

static int fresh(void **state) {
    world_sql("DROP SCHEMA IF EXISTS spr CASCADE");
    world_sql("DROP SCHEMA IF EXISTS rule CASCADE");
    return world_reset(state);
}

static const struct embed_file first[] = {
    /* Out of order on purpose: names decide. */
    FILE_OF("sql/roles.sql", "INSERT INTO spr.spoor (wat) VALUES ('roles')"),
    FILE_OF("sql/api/b.sql", "INSERT INTO spr.spoor (wat) VALUES ('api')"),
    FILE_OF("sql/gen/a.sql", "INSERT INTO spr.spoor (wat) VALUES ('gen')"),
    FILE_OF("sql/rule/z.sql", "INSERT INTO spr.spoor (wat) VALUES (rule.later())"),
    FILE_OF("sql/rule/a.sql", "CREATE SCHEMA IF NOT EXISTS rule;"
                              "CREATE OR REPLACE FUNCTION rule.later() RETURNS text LANGUAGE sql AS"
                              " $$ SELECT 'rule'::text $$"),
    FILE_OF("sql/state/010_spoor.sql",
            "CREATE TABLE spr.spoor (nr int GENERATED ALWAYS AS IDENTITY, wat text)"),
    FILE_OF("sql/state/001_grond.sql", ground),
    FILE_OF("sql/demo/000.sql", "SELECT nooit()"),
    FILE_OF("sql/schema.lock.sql", "SELECT nooit()"),
};

static void test_from_nothing_and_again(void **state) {
    (void)state;
    assert_int_equal(run(first, COUNT_OF(first)), ERR_OK);
    assert_non_null(strstr(said, "Applying sql/state/010_spoor.sql."));
    assert_non_null(strstr(said, "up to date"));
    assert_string_equal(world_sql("SELECT string_agg(wat, ' ' ORDER BY nr) FROM spr.spoor"),
                        "rule gen api roles");
    assert_string_equal(world_sql("SELECT string_agg(name, ' ' ORDER BY name) FROM spr.migratie"),
                        "001_grond.sql 010_spoor.sql");
    assert_string_equal(world_sql("SELECT sha256 = encode(sha256('%s'), 'hex')"
                                  " FROM spr.migratie WHERE name = '001_grond.sql'",
                                  ground),
                        "t");
    /* The second time only what is applied whole. */
    assert_int_equal(run(first, COUNT_OF(first)), ERR_OK);
    assert_null(strstr(said, "Applying sql/state"));
    assert_string_equal(world_sql("SELECT count(*) FROM spr.spoor"), "8");
}

static void test_a_new_file(void **state) {
    (void)state;
    assert_int_equal(run(first, COUNT_OF(first)), ERR_OK);
    const struct embed_file more[] = {
        FILE_OF("sql/state/001_grond.sql", ground),
        first[5],
        FILE_OF("sql/state/020_meer.sql", "ALTER TABLE spr.spoor ADD COLUMN meer int"),
    };
    assert_int_equal(run(more, COUNT_OF(more)), ERR_OK);
    assert_non_null(strstr(said, "Applying sql/state/020_meer.sql."));
    assert_null(strstr(said, "010"));
    /* The older program does not know that file. */
    assert_int_equal(run(first, COUNT_OF(first)), ERR_INTERN);
    assert_non_null(strstr(said, "A newer version has migrated this database (020_meer.sql)"));
}

static void test_a_changed_file_is_refused(void **state) {
    (void)state;
    assert_int_equal(run(first, COUNT_OF(first)), ERR_OK);
    const struct embed_file changed[] = {
        FILE_OF("sql/state/001_grond.sql", ground),
        FILE_OF("sql/state/010_spoor.sql", "CREATE TABLE spr.anders (nr int)"),
        FILE_OF("sql/rule/a.sql", "DROP TABLE spr.spoor"),
    };
    assert_int_equal(run(changed, COUNT_OF(changed)), ERR_INTERN);
    assert_non_null(strstr(said, "sql/state/010_spoor.sql was applied to this database and has "
                                 "changed since."));
    assert_string_equal(world_sql("SELECT count(*) FROM spr.spoor"), "4");
}

static void test_an_error_changes_nothing_and_says_where(void **state) {
    (void)state;
    assert_int_equal(run(first, COUNT_OF(first)), ERR_OK);
    const struct embed_file bad[] = {
        FILE_OF("sql/state/001_grond.sql", ground),
        first[5],
        FILE_OF("sql/state/030_goed.sql", "CREATE TABLE spr.half (nr int)"),
        FILE_OF("sql/state/040_fout.sql", "-- é\nSELECT 1;\nCREATE TABL spr.fout (nr int);"),
    };
    assert_int_equal(run(bad, COUNT_OF(bad)), ERR_INTERN);
    assert_non_null(strstr(said, "sql/state/040_fout.sql:3: syntax error"));
    assert_string_equal(world_sql("SELECT to_regclass('spr.half') IS NULL"), "t");
    assert_string_equal(world_sql("SELECT count(*) FROM spr.migratie"), "2");
}

static void test_a_file_that_commits_is_refused(void **state) {
    (void)state;
    const struct embed_file commits[] = {
        FILE_OF("sql/state/001_grond.sql", "CREATE SCHEMA spr; COMMIT; CREATE TABLE spr.x (i int)"),
    };
    assert_int_equal(run(commits, 1), ERR_INTERN);
    assert_non_null(strstr(said, "sql/state/001_grond.sql ends the transaction."));
}

static void test_two_at_once_wait_for_each_other(void **state) {
    (void)state;
    world_sql("BEGIN; SELECT pg_advisory_xact_lock(hashtext('spr.migratie'));"
              " SET LOCAL idle_in_transaction_session_timeout = 0");
    pid_t child = fork();
    if (child == 0) {
        said[0] = '\0';
        enum err err = run(first, COUNT_OF(first));
        _exit(err == ERR_OK && strstr(said, "Waiting for another migration") != NULL ? 0 : 1);
    }
    while (strcmp(world_sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                            " AND NOT granted AND database ="
                            " (SELECT oid FROM pg_database WHERE datname = current_database())"),
                  "1") != 0)
        loop_turn(world.loop, true);
    world_sql("ROLLBACK");
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
}

/* A table in use is not waited for: everybody who comes later would wait behind it. */
static void test_a_table_in_use_is_left_alone(void **state) {
    (void)state;
    static const char waiting[] = "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                  " AND relation = 'spr.spoor'::regclass";
    assert_int_equal(run(first, COUNT_OF(first)), ERR_OK);
    const struct embed_file more[] = {
        FILE_OF("sql/state/001_grond.sql", ground),
        first[5],
        FILE_OF("sql/state/020_meer.sql", "ALTER TABLE spr.spoor ADD COLUMN meer int"),
    };
    world_sql("BEGIN; SELECT FROM spr.spoor; SET LOCAL idle_in_transaction_session_timeout = 0");
    pid_t child = fork();
    if (child == 0) {
        enum err err = run(more, COUNT_OF(more));
        _exit(err == ERR_OK && strstr(said, "is in use. Trying again.") != NULL ? 0 : 1);
    }
    WORLD_UNTIL(strcmp(world_sql(waiting), "1") == 0);
    WORLD_UNTIL(strcmp(world_sql(waiting), "0") == 0);
    world_sql("COMMIT");
    int status = -1;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_string_equal(world_sql("SELECT count(meer) FROM spr.spoor"), "0");
}

static void test_nobody_there(void **state) {
    (void)state;
    said[0] = '\0';
    assert_int_equal(migrate_run("host=/nonexistent", first, 1, on_step, NULL), ERR_OPSLAG_WEG);
    assert_non_null(strstr(said, "The database does not answer: "));
}

static void test_query_sync(void **state) {
    (void)state;
    struct bytes out;
    bytes_init(&out, 1024);
    const char *const params[] = {"2", NULL};
    assert_int_equal(store_query_sync(world.conninfo, "SELECT $1::int + 40, $2", params, 2, &out),
                     ERR_OK);
    assert_string_equal(out.data, "42");
    assert_int_equal(store_query_sync(world.conninfo, "SELECT 1 WHERE false", NULL, 0, &out),
                     ERR_OK);
    assert_string_equal(out.data, "");
    assert_int_equal(store_query_sync(world.conninfo, "SELECT 1/0", NULL, 0, &out), ERR_INTERN);
    assert_string_equal(out.data, "ERROR:  division by zero");
    bytes_fini(&out);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, fresh, world_tidy)
    const struct CMUnitTest tests[] = {
        TEST(from_nothing_and_again),
        TEST(a_new_file),
        TEST(a_changed_file_is_refused),
        TEST(an_error_changes_nothing_and_says_where),
        TEST(a_file_that_commits_is_refused),
        TEST(two_at_once_wait_for_each_other),
        TEST(a_table_in_use_is_left_alone),
        TEST(nobody_there),
        TEST(query_sync),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
