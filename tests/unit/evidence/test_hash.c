/* SHA-256 against FIPS 180-4 vectors, and tokens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "evidence/evidence.h"

#include <string.h>

static void hashes_to(const char *text, const char *expected) {
    char hex[EVIDENCE_HEX];
    evidence_sha256_hex(text, strlen(text), hex);
    assert_string_equal(hex, expected);
}

static void test_sha256(void **state) {
    (void)state;
    hashes_to("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    hashes_to("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    hashes_to("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void test_tokens(void **state) {
    (void)state;
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    unsigned seen[128] = {0};
    char last[EVIDENCE_TOKEN] = "";
    for (int i = 0; i < 500; i++) {
        char token[EVIDENCE_TOKEN];
        evidence_token(token);
        assert_int_equal(strlen(token), 43);
        assert_int_equal(strspn(token, digits), 43);
        assert_string_not_equal(token, last);
        memcpy(last, token, sizeof last);
        for (int at = 0; at < 42; at++)
            seen[(unsigned char)token[at]]++;
        /* 256 bits are 42 digits and four bits: the last digit ends in two zero bits. */
        assert_int_equal((strchr(digits, token[42]) - digits) % 4, 0);
    }
    /* Each of the 64 digits some 328 times. */
    for (const char *digit = digits; *digit != '\0'; digit++)
        assert_true(seen[(unsigned char)*digit] > 150);
}

static void test_equal(void **state) {
    (void)state;
    assert_true(evidence_equal("abcd", "abcd", 4));
    assert_false(evidence_equal("abcd", "abce", 4));
    assert_true(evidence_equal("abcd", "abce", 3));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sha256),
        cmocka_unit_test(test_tokens),
        cmocka_unit_test(test_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
