/* request and http: bytes that cannot be written as JSON in the contract suite, and what a request
 * leaves behind for the caller. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "schema.h"
#include "wire/wire.h"

static struct arena arena;

static int setup(void **state) {
    (void)state;
    arena_init(&arena, 4 * 1024 * 1024);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    arena_fini(&arena);
    return 0;
}

static enum err parse(const char *bytes, size_t len, struct wire_request *out) {
    return wire_parse_request(&arena, bytes, len, out);
}

#define COMMAND(args)                                                                              \
    "{\"id\":7,\"do\":\"bijdrage.plaatsen\",\"sleutel\":\"k0123456789abcdef\","                    \
    "\"namens\":\"3\",\"tafel\":\"1\",\"args\":" args "}"

static void test_command(void **state) {
    (void)state;
    struct wire_request request;
    const char *text = COMMAND("{\"tekst\":\"Dag\",\"onderwerp\":\"4\"}");
    assert_int_equal(parse(text, strlen(text), &request), ERR_OK);
    assert_int_equal(request.id, 7);
    assert_string_equal(request.def->name, "bijdrage.plaatsen");
    assert_string_equal(request.def->sql, "api.bijdrage_plaatsen");
    assert_int_equal(request.def->kind, WIRE_COMMAND);
    assert_string_equal(request.sleutel, "k0123456789abcdef");
    assert_string_equal(request.namens, "3");
    assert_string_equal(request.tafel, "1");
    assert_string_equal(request.verzoek.p, "{\"args\":{\"onderwerp\":\"4\",\"tekst\":\"Dag\"},"
                                           "\"sleutel\":\"k0123456789abcdef\"}");
    assert_int_equal(request.verzoek.len, strlen(request.verzoek.p));
}

static void test_refused_command_can_be_answered(void **state) {
    (void)state;
    struct wire_request request;
    const char *text = COMMAND("{\"tekst\":7}");
    assert_int_equal(parse(text, strlen(text), &request), ERR_ONGELDIG);
    assert_int_equal(request.error.code, ERR_ONGELDIG);
    assert_int_equal(request.error.problem_count, 2);
    assert_int_equal(request.id, 7);
    for (size_t i = 0; i < request.error.problem_count; i++) {
        assert_true(strlen(request.error.problems[i].nl) > 5);
        assert_true(strlen(request.error.problems[i].en) > 5);
    }
}

static void test_bytes_that_are_no_text(void **state) {
    (void)state;
    static const char *const bad[] = {"\xff", "\xc3", "\xc0\xaf", "\xed\xa0\x80",
                                      "\xf4\x90\x80\x80"};
    for (size_t i = 0; i < COUNT_OF(bad); i++) {
        struct wire_request request;
        const char *text = arena_printf(&arena, "{\"id\":7,\"do\":\"hello\",\"x\":\"%s\"}", bad[i]);
        assert_int_equal(parse(text, strlen(text), &request), ERR_GEEN_JSON);
        assert_int_equal(request.id, 0);
        assert_null(request.def);
    }
    struct wire_request request;
    assert_int_equal(parse("{\"id\":7,\"do\":\"hello\"}\0", 23, &request), ERR_GEEN_JSON);
    assert_int_equal(parse("\xef\xbb\xbf{\"id\":7}", 11, &request), ERR_GEEN_JSON);
}

static void test_no_more_problems_than_the_ceiling(void **state) {
    (void)state;
    struct wire_request request;
    struct bytes text;
    bytes_init(&text, WIRE_MESSAGE_MAX);
    bytes_add_str(&text, "{\"id\":7,\"do\":\"hello\",\"args\":{");
    for (int i = 0; i < 60; i++)
        bytes_add_format(&text, "%s\"k%d\":1", i > 0 ? "," : "", i);
    bytes_add_str(&text, "}}");
    assert_int_equal(parse(text.data, text.len, &request), ERR_ONGELDIG);
    assert_int_equal(request.error.problem_count, WIRE_PROBLEMS_MAX);
    bytes_fini(&text);
}

/* A long name is shown cut off, between two characters. */
static void test_long_names_are_cut(void **state) {
    (void)state;
    struct wire_request request;
    const char *text = arena_printf(
        &arena, "{\"id\":7,\"do\":\"hello\",\"args\":{\"%047d\xc3\xa9\xc3\xa9\":1}}", 0);
    assert_int_equal(parse(text, strlen(text), &request), ERR_ONGELDIG);
    assert_int_equal(request.error.problem_count, 1);
    assert_string_equal(request.error.problems[0].path, arena_printf(&arena, "args.%047d", 0));
}

static void test_args_of_control(void **state) {
    (void)state;
    struct wire_request request;
    const char *text =
        "{\"id\":2,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:1\",\"since\":12}}";
    assert_int_equal(parse(text, strlen(text), &request), ERR_OK);
    assert_string_equal(wire_arg_text(&request, "stroom"), "tafel:1");
    assert_int_equal(wire_arg_int(&request, "since", -1), 12);
    assert_null(wire_arg_text(&request, "epoch"));
    assert_null(wire_arg_text(&request, "since"));
    assert_int_equal(wire_arg_int(&request, "stroom", -1), -1);
    assert_int_equal(wire_arg_int(&request, "verzonnen", -1), -1);
}

static void test_every_row_is_found(void **state) {
    (void)state;
    size_t count;
    const struct wire_def *defs = wire_get_defs(&count);
    assert_true(count > 30);
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(defs[i].name);
        assert_ptr_equal(wire_find_def(defs[i].name, len), &defs[i]);
        assert_null(wire_find_def(defs[i].name, len - 1));
        assert_true(i == 0 || strcmp(defs[i - 1].name, defs[i].name) < 0);
        assert_int_equal(defs[i].sql != NULL,
                         defs[i].kind == WIRE_COMMAND || defs[i].kind == WIRE_QUERY);
    }
    assert_null(wire_find_def("", 0));
    assert_null(wire_find_def("zz", 2));
}

static void test_http(void **state) {
    (void)state;
    struct wire_request request;
    const char *body = "{\"onderwerp\":\"4\",\"tekst\":\"Dag\"}";
    struct wire_http in = {.method = "POST",
                           .path = "/v1/tafels/1/bijdragen",
                           .sleutel = "k0123456789abcdef",
                           .namens = "3",
                           .body = body,
                           .body_len = strlen(body)};
    assert_int_equal(wire_http_request(&arena, &in, &request), ERR_OK);
    assert_string_equal(request.tafel, "1");
    assert_string_equal(request.namens, "3");
    assert_int_equal(request.def->status, 201);
    assert_int_equal(request.id, 0);
    in.method = "PUT";
    assert_int_equal(wire_http_request(&arena, &in, &request), ERR_METHODE_NIET_TOEGESTAAN);
    assert_non_null(strstr(request.allow, "POST"));
    assert_non_null(strstr(request.allow, "GET"));
    in.path = "/v1/tafels/1/bijdragenx";
    assert_int_equal(wire_http_request(&arena, &in, &request), ERR_NIET_GEVONDEN);
    assert_null(request.allow);
}

static void test_own_contract(void **state) {
    (void)state;
    char why[200] = "";
    const struct wire_def *def = wire_find_def("bijdrage.plaatsen", 17);
    const char *good = "{\"id\":\"33\",\"stroom\":\"tafel:1\",\"seq\":13}";
    const char *bad = "{\"id\":33,\"stroom\":\"tafel:1\",\"seq\":13}";
    assert_true(wire_check_reply(def, good, strlen(good), why, sizeof(why)));
    assert_false(wire_check_reply(def, bad, strlen(bad), why, sizeof(why)));
    assert_non_null(strstr(why, "bijdrage.plaatsen.id: soort"));
    assert_false(wire_check_reply(def, "{", 1, why, sizeof(why)));
    def = wire_find_def("sessie.sluiten", 14);
    assert_true(wire_check_reply(def, "", 0, why, sizeof(why)));
    assert_false(wire_check_reply(def, "{}", 2, why, sizeof(why)));
}

static void test_openapi_is_there(void **state) {
    (void)state;
    struct wire_bytes openapi = wire_get_openapi();
    assert_true(openapi.len > 1000);
    assert_int_equal(openapi.p[0], '{');
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        WITH_ARENA(test_command),
        WITH_ARENA(test_refused_command_can_be_answered),
        WITH_ARENA(test_bytes_that_are_no_text),
        WITH_ARENA(test_no_more_problems_than_the_ceiling),
        WITH_ARENA(test_long_names_are_cut),
        WITH_ARENA(test_args_of_control),
        cmocka_unit_test(test_every_row_is_found),
        WITH_ARENA(test_http),
        cmocka_unit_test(test_own_contract),
        cmocka_unit_test(test_openapi_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
