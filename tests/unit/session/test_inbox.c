/* inbox: order, ceilings, and what a session hears when it does not keep to the protocol. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "world.h"

#include <stdio.h>
#include <string.h>

static int setup(void **state) {
    *state = world_new(NULL);
    return 0;
}

static int teardown(void **state) {
    world_free(*state);
    return 0;
}

static void starts(const char *text, const char *with) {
    if (strncmp(text, with, strlen(with)) != 0) {
        fail_msg("\"%s\" does not start with \"%s\"", text, with);
    }
}

static void test_hello_without_cookie(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open(w, &end, "");
    end_say(&end, "{\"id\":1,\"do\":\"hello\",\"args\":{\"taal\":\"nl\"}}");
    starts(end_heard(&end), "{\"re\":1,\"error\":{\"code\":\"niet_ingelogd\"");
    assert_int_equal(end.closed, 4401);
    end_say(&end, "{\"id\":2,\"do\":\"hello\",\"args\":{}}"); /* nobody listens any more */
    assert_string_equal(end_heard(&end), "");
    end_gone(&end);
}

static void test_a_cookie_of_the_other_mode_is_none(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open(w, &end, "__Host-spr=0123456789abcdef0123456789abcdef0123456789a");
    end_say(&end, "{\"id\":1,\"do\":\"hello\",\"args\":{}}");
    assert_int_equal(end.closed, 4401);
    end_gone(&end);
}

static void test_the_database_is_away(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open(w, &end, "spr_lokaal_8080=0123456789abcdef0123456789abcdef0123456789a");
    end_say(&end, "{\"id\":1,\"do\":\"hello\",\"args\":{}}");
    while (end.got.len == 0) {
        loop_turn(w->loop, true);
    }
    starts(end_heard(&end), "{\"re\":1,\"error\":{\"code\":\"opslag_weg\"");
    assert_int_equal(end.closed, 0);                          /* it is not the session's fault */
    end_say(&end, "{\"id\":2,\"do\":\"hello\",\"args\":{}}"); /* nor is it greeted yet */
    while (end.got.len == 0) {
        loop_turn(w->loop, true);
    }
    starts(end_heard(&end), "{\"re\":2,\"error\":{\"code\":\"opslag_weg\"");
    end_gone(&end);
}

static void test_something_before_hello(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open(w, &end, "");
    end_say(&end, "{\"id\":7,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:1\"}}");
    starts(end_heard(&end), "{\"re\":7,\"error\":{\"code\":\"protocolfout\"");
    assert_int_equal(end.closed, 4400);
    end_gone(&end);
}

static void test_no_json(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    end_say(&end, "hallo");
    assert_int_equal(end.closed, 1007);
    end_gone(&end);
    end_open_live(w, &end, "9");
    end_say(&end, "[1,2]");
    assert_true(end.closed == 4400 || end.closed == 1007);
    end_gone(&end);
}

static void test_what_cannot_be_answered_now_goes_in_turn(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    follow_as(end.s, "tafel:1", 0, 0);
    snprintf(end.s->sessie, sizeof end.s->sessie, "%064d", 0);
    /* The first waits for the database; the others are known at once. */
    end_say(&end, "{\"id\":1,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:2\"}}");
    end_say(&end, "{\"id\":2,\"do\":\"unsubscribe\",\"args\":{\"stroom\":\"tafel:1\"}}");
    end_say(&end, "{\"id\":3,\"do\":\"bestaat.niet\",\"args\":{}}");
    assert_int_equal(end.got.len, 0);
    assert_non_null(follow_find(end.s, "tafel:1"));
    while (end.got.len == 0) {
        loop_turn(w->loop, true);
    }
    const char *heard = end_heard(&end);
    starts(heard, "{\"re\":1,\"error\":{\"code\":\"opslag_weg\"");
    const char *second = strstr(heard, "\n{\"re\":2,\"ok\":{}}\n");
    assert_non_null(second);
    assert_non_null(strstr(second, "\n{\"re\":3,\"error\":{\"code\":\"onbekende_opdracht\""));
    assert_null(follow_find(end.s, "tafel:1"));
    end_gone(&end);
}

static void test_too_many_unanswered(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    char text[100];
    for (int i = 1; i <= 8; i++) {
        snprintf(text, sizeof text,
                 "{\"id\":%d,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:%d\"}}", i, i);
        assert_false(end.reading_stopped);
        end_say(&end, text);
    }
    assert_true(end.reading_stopped);
    end_say(&end, "{\"id\":9,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:9\"}}");
    while (end.got.len == 0) {
        loop_turn(w->loop, true);
    }
    assert_non_null(strstr(end_heard(&end), "{\"re\":9,\"error\":{\"code\":\"te_druk\""));
    assert_false(end.reading_stopped);
    end_gone(&end);
}

static void test_gone_while_the_store_works(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    end_say(&end, "{\"id\":1,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:1\"}}");
    end_say(&end, "{\"id\":2,\"do\":\"unsubscribe\",\"args\":{\"stroom\":\"tafel:1\"}}");
    end_gone(&end);
    for (int i = 0; i < 5 && fanout_find(w->fanout, "tafel:1"); i++) {
        loop_turn(w->loop, true);
    }
}

static void test_a_flood_is_closed(void **state) {
    struct world *w = *state;
    struct wire_end end;
    end_open_live(w, &end, "9");
    int said = 0;
    while (!end.closed && said < 1000) {
        end_say(&end, "{\"id\":1,\"do\":\"unsubscribe\",\"args\":{\"stroom\":\"tafel:1\"}}");
        end_heard(&end);
        world_turn(w);
        said++;
    }
    assert_int_equal(end.closed, 4429);
    assert_true(said > 60); /* a burst is no flood */
    end_gone(&end);
}

static void test_live_only_to_followers(void **state) {
    struct world *w = *state;
    struct wire_end one, two;
    end_open_live(w, &one, "9");
    end_open_live(w, &two, "10");
    follow_as(two.s, "tafel:1", 0, 0);
    static const char present[] = "{\"id\":1,\"do\":\"aanwezig\",\"tafel\":\"1\","
                                  "\"args\":{\"stroom\":\"tafel:1\"}}";
    end_say(&one, present);
    world_turn(w);
    starts(end_heard(&one), "{\"re\":1,\"error\":{\"code\":\"niet_gevonden\"");
    assert_string_equal(end_heard(&two), "");
    follow_as(one.s, "tafel:1", 0, 0);
    end_say(&one, present);
    world_turn(w);
    assert_non_null(strstr(end_heard(&two), "\"persoon\":\"9\",\"soort\":\"aanwezig\""));
    end_say(&one, present); /* a renewal in the first half of the lease costs nobody anything */
    world_turn(w);
    assert_string_equal(end_heard(&two), "");
    end_gone(&one);
    world_turn(w);
    assert_non_null(strstr(end_heard(&two), "\"tot\":0"));
    end_gone(&two);
}

static void test_who_comes_later_hears_who_is_there(void **state) {
    struct world *w = *state;
    struct wire_end one, two;
    end_open_live(w, &one, "9");
    end_open_live(w, &two, "10");
    follow_as(one.s, "tafel:1", 0, 0);
    end_say(&one, "{\"id\":1,\"do\":\"aanwezig\",\"tafel\":\"1\","
                  "\"args\":{\"stroom\":\"tafel:1\"}}");
    follow_as(two.s, "tafel:1", 0, 0);
    world_turn(w);
    assert_non_null(strstr(end_heard(&two), "\"persoon\":\"9\""));
    end_gone(&one);
    end_gone(&two);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(test_hello_without_cookie),
        TEST(test_a_cookie_of_the_other_mode_is_none),
        TEST(test_the_database_is_away),
        TEST(test_something_before_hello),
        TEST(test_no_json),
        TEST(test_what_cannot_be_answered_now_goes_in_turn),
        TEST(test_too_many_unanswered),
        TEST(test_gone_while_the_store_works),
        TEST(test_a_flood_is_closed),
        TEST(test_live_only_to_followers),
        TEST(test_who_comes_later_hears_who_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
