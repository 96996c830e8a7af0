/*
 * hash: SHA-256 and tokens. A failure of the library here is a broken installation, not a case to
 * handle.
 */
#include "evidence/evidence.h"

#include "base/base.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <unistd.h>

void evidence_sha256(const void *bytes, size_t len, uint8_t out[32]) {
    unsigned size = 0;
    MUST(EVP_Digest(bytes, len, out, &size, EVP_sha256(), NULL) == 1 && size == 32);
}

static void write_hex(const uint8_t hash[32], char out[EVIDENCE_HEX]) {
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < 32; i++) {
        out[2 * i] = digits[hash[i] >> 4];
        out[2 * i + 1] = digits[hash[i] & 15];
    }
    out[EVIDENCE_HEX - 1] = '\0';
}

void evidence_sha256_hex(const void *bytes, size_t len, char out[EVIDENCE_HEX]) {
    uint8_t hash[32];
    evidence_sha256(bytes, len, hash);
    write_hex(hash, out);
}

bool evidence_sha256_file(int fd, char out[EVIDENCE_HEX], uint64_t *size) {
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    uint8_t hash[32];
    char part[16384];
    ssize_t n;
    MUST(ctx != NULL && EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) == 1);
    for (*size = 0; (n = read(fd, part, sizeof part)) > 0; *size += (uint64_t)n)
        MUST(EVP_DigestUpdate(ctx, part, (size_t)n) == 1);
    MUST(EVP_DigestFinal_ex(ctx, hash, NULL) == 1);
    EVP_MD_CTX_free(ctx);
    write_hex(hash, out);
    return n == 0;
}

void evidence_token(char out[EVIDENCE_TOKEN]) {
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    uint8_t chance[33] = {0}; /* 32 random bytes; the last fills up the last digit with zeros */
    random_fill(chance, 32);
    for (size_t digit = 0; digit < EVIDENCE_TOKEN - 1; digit++) {
        size_t bit = digit * 6, at = bit / 8, shift = bit % 8;
        unsigned pair = (unsigned)chance[at] << 8 | chance[at + 1];
        out[digit] = digits[pair >> (10 - shift) & 63];
    }
    out[EVIDENCE_TOKEN - 1] = '\0';
    OPENSSL_cleanse(chance, sizeof chance);
}

int evidence_equal(const char *a, const char *b, size_t len) {
    return CRYPTO_memcmp(a, b, len) == 0;
}
