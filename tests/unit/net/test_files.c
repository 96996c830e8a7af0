/* Which static file answers which request, in which coding. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "files.h"

static char dir[64];

static const struct {
    const char *path, *text;
} tree[] = {
    {"/index.html", "<!doctype html>"},
    {"/robots.txt", "User-agent: *"},
    {"/.hidden", "secret"},
    {"/assets/app-1A2B3C4D.js", "plain"},
    {"/assets/app-1A2B3C4D.js.gz", "zipped"},
    {"/assets/app-1A2B3C4D.js.br", "brotli"},
    {"/assets/short-1a2b.css", "css"},
    {"/assets/only.js.gz", "no plain one"},
};

static void write_tree(bool with_index) {
    char name[256];
    snprintf(dir, sizeof dir, "/tmp/spr-files-XXXXXX");
    assert_non_null(mkdtemp(dir));
    snprintf(name, sizeof name, "%s/assets", dir);
    assert_int_equal(mkdir(name, 0700), 0);
    for (size_t i = with_index ? 0 : 1; i < COUNT_OF(tree); i++) {
        snprintf(name, sizeof name, "%s%s", dir, tree[i].path);
        FILE *out = fopen(name, "w");
        assert_non_null(out);
        fputs(tree[i].text, out);
        fclose(out);
    }
}

static void remove_tree(void) {
    char name[256];
    for (size_t i = 0; i < COUNT_OF(tree); i++) {
        snprintf(name, sizeof name, "%s%s", dir, tree[i].path);
        unlink(name);
    }
    snprintf(name, sizeof name, "%s/assets", dir);
    rmdir(name);
    rmdir(dir);
}

static struct files_ask ask_for(const char *path) {
    return (struct files_ask){path, "*/*", "", ""};
}

static void assert_found(const struct files *files, struct files_ask ask, const char *bytes) {
    struct files_found found;
    bool is_found = files_find(files, &ask, &found);
    assert_int_equal(is_found, bytes != NULL);
    if (is_found) {
        assert_int_equal(found.len, strlen(bytes));
        assert_memory_equal(found.bytes, bytes, found.len);
    }
}

static void test_find(void **state) {
    (void)state;
    struct files files;
    write_tree(true);
    assert_null(files_load(&files, dir, 1000));

    assert_found(&files, ask_for("/"), "<!doctype html>");
    assert_found(&files, ask_for("/index.html"), "<!doctype html>");
    assert_found(&files, ask_for("/robots.txt"), "User-agent: *");
    assert_found(&files, ask_for("/robots"), NULL);
    assert_found(&files, ask_for("/.hidden"), NULL);
    assert_found(&files, ask_for("/assets"), NULL);
    assert_found(&files, ask_for("/assets/only.js"), NULL);
    assert_found(&files, ask_for("/../files"), NULL);

    struct files_ask page = ask_for("/tafels/7");
    assert_found(&files, page, NULL); /* not a navigation */
    page.accept = "text/html,application/xhtml+xml;q=0.9";
    assert_found(&files, page, "<!doctype html>");
    page.path = "/tafels/7.js";
    assert_found(&files, page, NULL);
    page.path = "/tafels.oud/7";
    assert_found(&files, page, "<!doctype html>");

    files_fini(&files);
    remove_tree();
}

static void test_codings(void **state) {
    (void)state;
    static const struct {
        const char *accept, *encoding, *bytes;
    } rows[] = {
        {"", NULL, "plain"},
        {"identity", NULL, "plain"},
        {"gzip", "gzip", "zipped"},
        {"gzip, deflate, br", "br", "brotli"},
        {"br;q=1.0, gzip;q=0.8", "br", "brotli"},
        {"br;q=0, gzip", "gzip", "zipped"},
        {"br;q=0.000, gzip;q=0.001", "gzip", "zipped"},
        {"br; q=0,gzip;q=0", NULL, "plain"},
        {"brx, xgzip", NULL, "plain"},
        {"BR", "br", "brotli"},
    };
    struct files files;
    write_tree(true);
    assert_null(files_load(&files, dir, 1000));
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct files_ask ask = ask_for("/assets/app-1A2B3C4D.js");
        struct files_found found;
        ask.accept_encoding = rows[i].accept;
        assert_true(files_find(&files, &ask, &found));
        assert_memory_equal(found.bytes, rows[i].bytes, strlen(rows[i].bytes));
        if (rows[i].encoding)
            assert_string_equal(found.encoding, rows[i].encoding);
        else
            assert_null(found.encoding);
        assert_true(found.is_immutable);
        assert_string_equal(found.content_type, "text/javascript; charset=utf-8");
    }
    files_fini(&files);
    remove_tree();
}

static void test_etags(void **state) {
    (void)state;
    struct files files;
    struct files_found plain, packed, again;
    char list[128];
    write_tree(true);
    assert_null(files_load(&files, dir, 1000));
    struct files_ask ask = ask_for("/assets/app-1A2B3C4D.js");
    assert_true(files_find(&files, &ask, &plain));
    ask.accept_encoding = "br";
    assert_true(files_find(&files, &ask, &packed));
    assert_string_not_equal(plain.etag, packed.etag);
    assert_false(packed.is_unchanged);

    snprintf(list, sizeof list, "\"other\", %s", packed.etag);
    ask.if_none_match = list;
    assert_true(files_find(&files, &ask, &again) && again.is_unchanged);
    ask.if_none_match = plain.etag;
    assert_true(files_find(&files, &ask, &again) && !again.is_unchanged);
    ask.if_none_match = "*";
    assert_true(files_find(&files, &ask, &again) && again.is_unchanged);

    ask = ask_for("/assets/short-1a2b.css");
    assert_true(files_find(&files, &ask, &again));
    assert_false(again.is_immutable);
    files_fini(&files);
    remove_tree();
}

static void test_what_cannot_be_loaded(void **state) {
    (void)state;
    struct files files;
    assert_non_null(files_load(&files, "/nonexistent/web", 1000));
    files_fini(&files);
    write_tree(true);
    assert_non_null(files_load(&files, dir, 10));
    files_fini(&files);
    remove_tree();
    write_tree(false);
    assert_non_null(files_load(&files, dir, 1000));
    files_fini(&files);
    remove_tree();
    assert_null(files_load(&files, NULL, 0)); /* a server without the browser client */
    assert_found(&files, ask_for("/"), NULL);
    files_fini(&files);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_codings),
        cmocka_unit_test(test_etags),
        cmocka_unit_test(test_what_cannot_be_loaded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
