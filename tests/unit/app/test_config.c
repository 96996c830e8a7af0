/* config: keys from environment and file, and a sentence for every mistake. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

static char path[64];

static int setup(void **state) {
    (void)state;
    static char *kept[] = {NULL};
    environ = kept;
    snprintf(path, sizeof path, "/tmp/spr-config-%d", (int)getpid());
    FILE *made = fopen(path, "wx");
    assert_non_null(made);
    return fclose(made);
}

static int teardown(void **state) {
    (void)state;
    return unlink(path);
}

static void write_file(const char *text) {
    FILE *to = fopen(path, "w");
    assert_non_null(to);
    assert_true(fputs(text, to) >= 0);
    fclose(to);
}

/* All mistakes, each on its line. */
static char *explained(struct app_config *config) {
    static char text[8192];
    FILE *to = fmemopen(text, sizeof text, "w");
    app_config_explain(config, to);
    fclose(to);
    return text;
}

static void has(const char *text, const char *part) {
    if (!strstr(text, part)) {
        fail_msg("\"%s\" is not in: %s", part, text);
    }
}

static void test_least(void **state) {
    (void)state;
    setenv("SPR_DATABASE", "dbname=spr", 1);
    struct app_config *config = app_config_new(NULL);
    assert_string_equal(explained(config), "");
    assert_int_equal(config->workers, 1);
    assert_int_equal(config->port, 8080);
    assert_int_equal(config->origins.n, 2);
    assert_string_equal(config->origins.items[0], "http://127.0.0.1:8080");
    assert_string_equal(config->origins.items[1], "http://localhost:8080");
    assert_string_equal(config->url, "http://127.0.0.1:8080");
    app_config_free(config);
}

static void test_file_and_environment(void **state) {
    (void)state;
    write_file("# the site\n\nSPR_DATABASE=\"dbname=x user=y\"\n  SPR_WORKERS=3\r\n"
               "SPR_LIMIT_RATE=7\nSPR_ORIGINS=https://a.example, https://b.example\n"
               "SPR_LISTEN=0.0.0.0:9000\nSPR_TRUSTED_PROXIES=127.0.0.1\nSPR_DRAIN_SECONDS=0\n");
    setenv("SPR_WORKERS", "2", 1);
    struct app_config *config = app_config_new(path);
    assert_string_equal(explained(config), "");
    assert_string_equal(config->database, "dbname=x user=y");
    assert_int_equal(config->workers, 2); /* the environment goes first */
    assert_int_equal(config->session.rate, 7);
    assert_int_equal(config->drain_seconds, 0);
    assert_int_equal(config->origins.n, 2);
    assert_string_equal(config->origins.items[1], "https://b.example");
    assert_string_equal(config->url, "https://a.example");
    app_config_set(config, "SPR_WORKERS", "5"); /* an option of the command line goes before both */
    assert_int_equal(config->workers, 5);
    app_config_free(config);
}

static void test_every_mistake_is_told(void **state) {
    (void)state;
    write_file("SPR_WORKERS=0\nSPR_LIMIT_RATE=veel\nSPR_LISTN=x\nzomaar\n"
               "SPR_LISTEN=0.0.0.0:80\nSPR_LOG=luid\nSPR_DRAIN_SECONDS=-1\n");
    setenv("SPR_LIMIT_RAET", "1", 1);
    struct app_config *config = app_config_new(path);
    const char *text = explained(config);
    has(text, "SPR_WORKERS is \"0\", but must be a whole number from 1 to 64.");
    has(text, "SPR_LIMIT_RATE is \"veel\"");
    has(text, "SPR_DRAIN_SECONDS is \"-1\"");
    has(text, "line 3: \"SPR_LISTN\" is no key");
    has(text, "line 4 is not of the form KEY=value");
    has(text, "\"SPR_LIMIT_RAET\" in the environment is no key");
    has(text, "SPR_ORIGINS is empty");
    has(text, "SPR_DATABASE is not set");
    has(text, "SPR_LOG is \"luid\"");
    app_config_free(config);
}

static void test_plain_http_only_at_home(void **state) {
    (void)state;
    setenv("SPR_DATABASE", "dbname=spr", 1);
    setenv("SPR_ORIGINS", "http://sprekend.example", 1);
    struct app_config *config = app_config_new(NULL);
    has(explained(config), "SPR_ORIGINS has http://sprekend.example, but only https:// is safe");
    app_config_free(config);
}

static void test_no_file(void **state) {
    (void)state;
    struct app_config *config = app_config_new("/nergens/spr.conf");
    has(explained(config), "/nergens/spr.conf cannot be read");
    app_config_free(config);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_least),
        TEST(test_file_and_environment),
        TEST(test_every_mistake_is_told),
        TEST(test_plain_http_only_at_home),
        TEST(test_no_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
