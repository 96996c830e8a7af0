/* cookie: only ours, only of this mode, never two. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "identity/identity.h"

#include <string.h>

#define T "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDE"

static const struct identity_mode local = {false, 8080}, secure = {true, 8080};

static void test_find(void **state) {
    (void)state;
    static const struct {
        const char *header;
        bool secure, found;
    } cases[] = {
        {"spr_lokaal_8080=" T, false, true},
        {"a=b; spr_lokaal_8080=" T "; c=d", false, true},
        {"a=b;spr_lokaal_8080=" T " ", false, true},
        {"__Host-spr=" T, true, true},
        {"__Host-spr=" T, false, false},
        {"spr_lokaal_8080=" T, true, false},
        {"spr_lokaal_8081=" T, false, false},
        {"xspr_lokaal_8080=" T, false, false},
        {"spr_lokaal_80801=" T, false, false},
        {"spr_lokaal_8080=" T "; spr_lokaal_8080=" T, false, false},
        {"spr_lokaal_8080=" T "; spr_lokaal_8080=", false, false},
        {"spr_lokaal_8080=kort", false, false},
        {"spr_lokaal_8080=\"" T "\"", false, false},
        {"spr_lokaal_8080=" T "%20", false, false},
        {"spr_lokaal_8080=" T T T, false, false},
        {"spr_lokaal_8080", false, false},
        {"", false, false},
        {";;;", false, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        char token[IDENTITY_TOKEN_BYTES];
        bool found = identity_cookie_find(cases[i].header, cases[i].secure ? secure : local, token);
        if (found != cases[i].found) {
            fail_msg("%s: %d", cases[i].header, found);
        }
        assert_string_equal(token, found ? T : "");
    }
}

static void test_set(void **state) {
    (void)state;
    char out[IDENTITY_COOKIE_BYTES];
    identity_cookie_set(T, secure, out);
    assert_ptr_equal(strstr(out, "__Host-spr=" T "; Path=/; "), out);
    assert_non_null(strstr(out, "; HttpOnly"));
    assert_non_null(strstr(out, "; Secure"));
    assert_non_null(strstr(out, "; SameSite=Lax"));
    assert_null(strstr(out, "Domain"));
    identity_cookie_set(T, local, out);
    assert_ptr_equal(strstr(out, "spr_lokaal_8080=" T "; "), out);
    assert_null(strstr(out, "Secure"));
    identity_cookie_clear(secure, out);
    assert_ptr_equal(strstr(out, "__Host-spr=; "), out);
    assert_non_null(strstr(out, "Max-Age=0"));
}

static void test_hash(void **state) {
    (void)state;
    char hash[IDENTITY_HASH_BYTES];
    /* sha256 of "proef-sessie-van-wil", by sha256sum */
    assert_true(identity_token_hash("proef-sessie-van-wil", hash));
    assert_string_equal(hash, "ee005d1ee812dd0470c1194558d8e293a3fd233fef422482b1c672fe996b6f4a");
    assert_false(identity_token_hash("", hash));
    assert_string_equal(hash, "");
    assert_false(identity_token_hash("kort", hash));
    assert_false(identity_token_hash("met een spatie erin en lang", hash));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_set),
        cmocka_unit_test(test_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
