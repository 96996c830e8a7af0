/* Sessions set apart: forgiven in time, and never more than there is room for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "apart.h"

#include <stdio.h>

static void test_until(void **state) {
    (void)state;
    struct apart apart;
    apart_init(&apart);
    assert_false(apart_has(&apart, "a", 0));
    apart_add(&apart, "a", 100);
    apart_add(&apart, "b", 200);
    assert_true(apart_has(&apart, "a", 99));
    assert_false(apart_has(&apart, "a", 100));
    assert_false(apart_has(&apart, "a", 0));
    assert_true(apart_has(&apart, "b", 150));
    apart_fini(&apart);
}

static void test_again_lasts_longer(void **state) {
    (void)state;
    struct apart apart;
    apart_init(&apart);
    apart_add(&apart, "a", 100);
    apart_add(&apart, "a", 300);
    assert_int_equal(apart.by_session.count, 1);
    assert_true(apart_has(&apart, "a", 299));
    apart_fini(&apart);
}

static void test_the_oldest_makes_room(void **state) {
    (void)state;
    struct apart apart;
    char session[32];
    apart_init(&apart);
    for (int i = 0; i <= APART_MAX; i++) {
        snprintf(session, sizeof session, "sessie-%d", i);
        apart_add(&apart, session, 1000);
        /* Who raises again is the youngest once more. */
        apart_add(&apart, "sessie-1", 1000);
    }
    assert_int_equal(apart.by_session.count, APART_MAX);
    assert_false(apart_has(&apart, "sessie-0", 1));
    assert_true(apart_has(&apart, "sessie-1", 1));
    assert_true(apart_has(&apart, session, 1));
    apart_fini(&apart);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_until),
        cmocka_unit_test(test_again_lasts_longer),
        cmocka_unit_test(test_the_oldest_makes_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
