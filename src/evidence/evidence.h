/*
 * evidence: hashes and tokens, over OpenSSL's EVP. Later rounds put the Merkle tree here.
 *
 * Invariant: a token leaves this room once, in clear, for its owner; everybody else gets its hash.
 */
#ifndef SPR_EVIDENCE_H
#define SPR_EVIDENCE_H

#include <stddef.h>
#include <stdint.h>

enum {
    EVIDENCE_HEX = 65,   /* SHA-256 in hex, with its NUL */
    EVIDENCE_TOKEN = 44, /* 32 random bytes in base64url without padding, with its NUL */
};

void evidence_sha256(const void *bytes, size_t len, uint8_t out[32]);
void evidence_sha256_hex(const void *bytes, size_t len, char out[EVIDENCE_HEX]);
void evidence_token(char out[EVIDENCE_TOKEN]);
/* Takes as long for equal as for different. */
int evidence_equal(const char *a, const char *b, size_t len);

#endif
