/* http: what is answered without a database: who may ask, from where, and how often. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEY    "0123456789abcdef"
#define COOKIE "spr_lokaal_8080=0123456789abcdef0123456789abcdef0123456789a"

struct answer {
    unsigned status;
    int times;
    char body[4096], headers[1024];
};

static void take_reply(void *request, const struct session_http_reply *reply) {
    struct answer *answer = request;
    size_t at = 0;
    answer->times++;
    answer->status = reply->status;
    snprintf(answer->body, sizeof answer->body, "%.*s", (int)reply->body_len,
             reply->body ? reply->body : "");
    for (size_t i = 0; i < reply->n_headers; i++) {
        at += (size_t)snprintf(answer->headers + at, sizeof answer->headers - at, "%s: %s\n",
                               reply->headers[i].name, reply->headers[i].value);
    }
}

static struct session_http ask_for(const char *method, const char *path, const char *body) {
    return (struct session_http){.method = method,
                                 .path = path,
                                 .query = "",
                                 .body = body,
                                 .body_len = strlen(body),
                                 .content_type = "application/json",
                                 .idempotency_key = strstr(path, "bijdragen") ? KEY : "",
                                 .namens = "",
                                 .if_none_match = "",
                                 .accept_language = "",
                                 .sec_fetch_site = "",
                                 .from = {"192.0.2.1", COOKIE, "", false},
                                 .reply = take_reply};
}

/* Asks, and waits for the answer: one of the database that is away, or one before it. */
static struct answer ask(struct world *w, struct session_http http) {
    struct answer answer = {0};
    http.request = &answer;
    struct session_request *pending = session_http(w->sessions, &http);
    assert_int_equal(answer.times, pending ? 0 : 1);
    while (answer.times == 0) {
        loop_turn(w->loop, true);
    }
    return answer;
}

static void code_is(const struct answer *answer, unsigned status, const char *code) {
    char part[64];
    snprintf(part, sizeof part, "\"code\":\"%s\"", code);
    if (answer->status != status || !strstr(answer->body, part)) {
        fail_msg("%u %s, not %u %s", answer->status, answer->body, status, code);
    }
}

static int setup(void **state) {
    *state = world_new(NULL);
    return 0;
}

static int teardown(void **state) {
    world_free(*state);
    return 0;
}

#define POST_BODY "{\"onderwerp\":\"1\",\"tekst\":\"x\",\"soort\":\"bijdrage\"}"

static void test_nobody(void **state) {
    struct session_http http = ask_for("GET", "/v1/tafels", "");
    http.from.cookie = "";
    struct answer answer = ask(*state, http);
    code_is(&answer, 401, "niet_ingelogd");
    http.from.cookie = "__Host-spr=0123456789abcdef0123456789abcdef0123456789a";
    answer = ask(*state, http); /* the cookie of https counts for nothing here */
    code_is(&answer, 401, "niet_ingelogd");
    assert_non_null(strstr(answer.headers, "cache-control: no-store\n"));
    http = ask_for("POST", "/v1/tafels/1/bijdragen", "{\"onzin\":1}");
    http.from.cookie = "";
    answer = ask(*state, http); /* nothing is said about what was asked */
    code_is(&answer, 401, "niet_ingelogd");
}

static void test_from_a_page_of_somebody_else(void **state) {
    struct session_http http = ask_for("POST", "/v1/tafels/1/bijdragen", POST_BODY);
    struct answer answer = ask(*state, http); /* neither header: no browser of today */
    code_is(&answer, 403, "niet_toegestaan");
    http.origin_present = true;
    answer = ask(*state, http);
    code_is(&answer, 403, "niet_toegestaan");
    http.sec_fetch_site = "same-origin"; /* the Origin says more */
    answer = ask(*state, http);
    code_is(&answer, 403, "niet_toegestaan");
    http.origin_present = false;
    http.sec_fetch_site = "cross-site";
    answer = ask(*state, http);
    code_is(&answer, 403, "niet_toegestaan");
}

static void test_from_our_own_page(void **state) {
    struct session_http http = ask_for("POST", "/v1/tafels/1/bijdragen", POST_BODY);
    http.sec_fetch_site = "same-origin";
    struct answer answer = ask(*state, http);
    code_is(&answer, 503, "opslag_weg"); /* it came as far as the database */
    http.sec_fetch_site = "";
    http.origin_present = http.origin_allowed = true;
    answer = ask(*state, http);
    code_is(&answer, 503, "opslag_weg");
}

static void test_a_machine_needs_no_page(void **state) {
    struct session_http http = ask_for("POST", "/v1/tafels/1/bijdragen", POST_BODY);
    http.from.cookie = "";
    http.from.bearer = "0123456789abcdef0123456789abcdef0123456789a";
    struct answer answer = ask(*state, http);
    code_is(&answer, 503, "opslag_weg");
}

static void test_login_is_not_for_other_pages(void **state) {
    struct session_http http =
        ask_for("POST", "/v1/sessies", "{\"token\":\"0123456789abcdef0123456789abcdef\"}");
    http.from.cookie = "";
    http.origin_present = true;
    struct answer answer = ask(*state, http);
    code_is(&answer, 403, "niet_toegestaan");
    http.origin_allowed = true;
    answer = ask(*state, http);
    code_is(&answer, 503, "opslag_weg");
    assert_null(strstr(answer.headers, "set-cookie"));
}

static void test_what_is_asked_wrongly(void **state) {
    struct session_http http = ask_for("GET", "/v1/bestaat-niet", "");
    struct answer answer = ask(*state, http);
    code_is(&answer, 404, "niet_gevonden");
    http = ask_for("PUT", "/v1/tafels", "");
    http.sec_fetch_site = "same-origin";
    answer = ask(*state, http);
    code_is(&answer, 405, "methode_niet_toegestaan");
    assert_non_null(strstr(answer.headers, "allow: "));
    http = ask_for("POST", "/v1/tafels/1/bijdragen", POST_BODY);
    http.sec_fetch_site = "same-origin";
    http.content_type = "text/plain";
    answer = ask(*state, http);
    code_is(&answer, 415, "verkeerd_mediatype");
    http.content_type = "application/jsonp";
    answer = ask(*state, http);
    code_is(&answer, 415, "verkeerd_mediatype");
    http.content_type = "application/json; charset=utf-8";
    http.body = "{\"onderwerp\":1}";
    http.body_len = strlen(http.body);
    http.accept_language = "en-GB";
    answer = ask(*state, http);
    code_is(&answer, 400, "ongeldig");
    assert_non_null(strstr(answer.headers, "content-language: en\n"));
}

static void test_the_client_goes_away(void **state) {
    struct world *w = *state;
    struct answer answer = {0};
    struct session_http http = ask_for("GET", "/v1/tafels", "");
    http.request = &answer;
    struct session_request *pending = session_http(w->sessions, &http);
    assert_non_null(pending);
    session_http_cancel(pending);
    while (!list_is_empty(&w->sessions->requests)) {
        loop_turn(w->loop, true);
    }
    assert_int_equal(answer.times, 0);
}

static void make_strict(struct session_limits *limits) {
    limits->http_rate = 1;
    limits->http_burst = 3;
}

static int setup_strict(void **state) {
    *state = world_new(make_strict);
    return 0;
}

static void test_too_often(void **state) {
    struct session_http http = ask_for("GET", "/v1/bestaat-niet", "");
    struct answer answer = {0};
    for (int i = 0; i < 4; i++) {
        answer = ask(*state, http);
    }
    code_is(&answer, 429, "te_druk");
    assert_non_null(strstr(answer.headers, "retry-after: "));
    http.from.address = "192.0.2.2";
    answer = ask(*state, http);
    code_is(&answer, 404, "niet_gevonden");
}

static void note_empty(void *ctx) {
    *(bool *)ctx = true;
}

static void test_drain_waits_for_requests(void **state) {
    struct world *w = *state;
    struct answer early = {0};
    bool empty = false;
    struct session_http http = ask_for("GET", "/v1/tafels", "");
    http.request = &early;
    assert_non_null(session_http(w->sessions, &http));
    sessions_drain(w->sessions, 5, note_empty, &empty);
    struct answer late = ask(w, ask_for("GET", "/v1/tafels", ""));
    code_is(&late, 503, "vertrek");
    while (!empty) {
        loop_turn(w->loop, true);
    }
    code_is(&early, 503, "opslag_weg");
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_nobody),
        TEST(test_from_a_page_of_somebody_else),
        TEST(test_from_our_own_page),
        TEST(test_a_machine_needs_no_page),
        TEST(test_login_is_not_for_other_pages),
        TEST(test_what_is_asked_wrongly),
        TEST(test_the_client_goes_away),
        cmocka_unit_test_setup_teardown(test_too_often, setup_strict, teardown),
        TEST(test_drain_waits_for_requests),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
