/* out: templates, frames, answers and problems. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

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

static void test_template(void **state) {
    (void)state;
    struct wire_bytes json =
        wire_json(&arena, "{'a':%s,'b':%d,'c':%lld,'d':%zu,'e':%.*s,'f':'100%%'}", "x\"\\\n\x01y",
                  -1, 9007199254740991LL, (size_t)7, 4, "[1] rest");
    assert_string_equal(json.p, "{\"a\":\"x\\\"\\\\\\n\\u0001y\",\"b\":-1,\"c\":9007199254740991,"
                                "\"d\":7,\"e\":[1] ,\"f\":\"100%\"}");
    assert_int_equal(json.len, strlen(json.p));
    const char *volatile none = NULL; /* or gcc sees through it */
    assert_string_equal(wire_json(&arena, "%s", none).p, "null");
    assert_string_equal(wire_json(&arena, "%s", "it's 5%").p, "\"it's 5%\"");
}

/* The three forms of a length in RFC 6455 §5.2, at their borders. */
static void test_frame_header(void **state) {
    (void)state;
    unsigned char head[WIRE_FRAME_HEADER_MAX];
    assert_int_equal(wire_frame_header(head, 0), 2);
    assert_memory_equal(head, "\x81\x00", 2);
    assert_int_equal(wire_frame_header(head, 125), 2);
    assert_memory_equal(head, "\x81\x7d", 2);
    assert_int_equal(wire_frame_header(head, 126), 4);
    assert_memory_equal(head, "\x81\x7e\x00\x7e", 4);
    assert_int_equal(wire_frame_header(head, 65535), 4);
    assert_memory_equal(head, "\x81\x7e\xff\xff", 4);
    assert_int_equal(wire_frame_header(head, 65536), 10);
    assert_memory_equal(head, "\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10);
}

static void test_reply_ok(void **state) {
    (void)state;
    struct wire_bytes frame = wire_reply_ok(&arena, 7, "{\"id\":\"33\"}", 11);
    assert_int_equal(frame.len, 2 + 25);
    assert_memory_equal(frame.p, "\x81\x19{\"re\":7,\"ok\":{\"id\":\"33\"}}", frame.len);
    size_t size = 300 * 1024;
    char *large = calloc(1, size);
    assert_non_null(large);
    memset(large, '1', size);
    frame = wire_reply_ok(&arena, 7, large, size);
    assert_int_equal(frame.len, 10 + strlen("{\"re\":7,\"ok\":}") + size);
    assert_int_equal(frame.p[frame.len - 1], '}');
    free(large);
}

static void test_reply_error(void **state) {
    (void)state;
    const struct wire_problem problem = {"args.tekst", "te_lang", "Korter.", "Shorter."};
    const struct wire_error error = {
        .code = ERR_ONGELDIG, .problems = &problem, .problem_count = 1, .retry_ms = 250};
    struct wire_bytes frame = wire_reply_error(&arena, 3, &error);
    const char *tail = ",\"problems\":[{\"path\":\"args.tekst\",\"code\":\"te_lang\",\"detail\":"
                       "\"Korter.\",\"detailEn\":\"Shorter.\"}],\"retryMs\":250}}";
    const char *head = "{\"re\":3,\"error\":{\"code\":\"ongeldig\",\"status\":400,";
    assert_memory_equal(frame.p + 4, head, strlen(head));
    assert_string_equal(frame.p + frame.len - strlen(tail), tail);
    const struct wire_error own = {.code = ERR_VERKEERDE_TOESTAND,
                                   .detail_nl = "De ronde is dicht."};
    frame = wire_reply_error(&arena, 3, &own);
    assert_non_null(strstr(frame.p, "\"detail\":\"De ronde is dicht.\""));
    assert_non_null(strstr(frame.p, err_get(ERR_VERKEERDE_TOESTAND)->en));
}

static void test_problem_json(void **state) {
    (void)state;
    const struct wire_problem problem = {"args.tekst", "te_lang", "Korter.", "Shorter."};
    const struct wire_error error = {
        .code = ERR_ONGELDIG, .problems = &problem, .problem_count = 1};
    const char *dutch = wire_problem_json(&arena, &error, NULL).p;
    assert_non_null(strstr(dutch, err_get(ERR_ONGELDIG)->nl));
    assert_non_null(strstr(dutch, "\"detail\":\"Korter.\""));
    assert_null(strstr(dutch, "Shorter."));
    const char *english = wire_problem_json(&arena, &error, "en").p;
    assert_non_null(strstr(english, err_get(ERR_ONGELDIG)->title_en));
    assert_non_null(strstr(english, "\"detail\":\"Shorter.\""));
}

static void read_refusal(const char *json, struct wire_error *out) {
    wire_read_refusal(&arena, json, strlen(json), out);
}

static void test_refusal(void **state) {
    (void)state;
    struct wire_error error;
    read_refusal("{\"code\":\"te_druk\",\"detail\":\"Straks.\",\"retryMs\":5000}", &error);
    assert_int_equal(error.code, ERR_TE_DRUK);
    assert_string_equal(error.detail_nl, "Straks.");
    assert_null(error.detail_en);
    assert_int_equal(error.retry_ms, 5000);
    read_refusal("{\"code\":\"verzonnen\"}", &error);
    assert_int_equal(error.code, ERR_INTERN);
    read_refusal("geen json", &error);
    assert_int_equal(error.code, ERR_INTERN);
    read_refusal("{\"code\":\"te_druk\",\"detail\":null}", &error);
    assert_null(error.detail_nl);
}

static void test_read_field(void **state) {
    (void)state;
    const char *json = "{\"epoch\":\"e1\",\"kop\":13,\"leeg\":null,\"lijst\":[]}";
    size_t len = strlen(json);
    assert_string_equal(wire_read_field(&arena, json, len, "epoch"), "e1");
    assert_string_equal(wire_read_field(&arena, json, len, "kop"), "13");
    assert_null(wire_read_field(&arena, json, len, "leeg"));
    assert_null(wire_read_field(&arena, json, len, "lijst"));
    assert_null(wire_read_field(&arena, json, len, "weg"));
    assert_null(wire_read_field(&arena, "[", 1, "epoch"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_template, setup, teardown),
        cmocka_unit_test(test_frame_header),
        cmocka_unit_test_setup_teardown(test_reply_ok, setup, teardown),
        cmocka_unit_test_setup_teardown(test_reply_error, setup, teardown),
        cmocka_unit_test_setup_teardown(test_problem_json, setup, teardown),
        cmocka_unit_test_setup_teardown(test_refusal, setup, teardown),
        cmocka_unit_test_setup_teardown(test_read_field, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
