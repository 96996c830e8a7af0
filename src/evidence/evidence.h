/*
 * evidence: hashes and tokens, over OpenSSL's EVP. Later rounds put the Merkle tree here.
 *
 * Invariant: a token leaves this room once, in clear, for its owner; everybody else gets its hash.
 */
#ifndef SPR_EVIDENCE_H
#define SPR_EVIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    EVIDENCE_HEX = 65,   /* SHA-256 in hex, with its NUL */
    EVIDENCE_TOKEN = 44, /* 32 random bytes in base64url without padding, with its NUL */
};

void evidence_sha256(const void *bytes, size_t len, uint8_t out[32]);
void evidence_sha256_hex(const void *bytes, size_t len, char out[EVIDENCE_HEX]);
/* From where it stands to its end; false when it cannot be read. */
bool evidence_sha256_file(int fd, char out[EVIDENCE_HEX], uint64_t *size);
void evidence_token(char out[EVIDENCE_TOKEN]);
/* Takes as long for equal as for different. */
int evidence_equal(const char *a, const char *b, size_t len);

/* ---- chain: h(n) = SHA-256(h(n-1) ‖ leaf), gone over by who does not trust us ------------------
 */
struct evidence_chain {
    uint8_t h[32];
    int64_t seq; /* of the last event that holds */
    char at[32]; /* its time; "" before the first */
};

/* An event and what its leaf says. NULL: absent. Commitments, salts and h in hex. */
struct evidence_event {
    const char *stroom, *leaf, *h, *inhoud, *zout, *door, *doorzout, *afwezig;
    int64_t seq;
    const char *leaf_stroom, *at, *leaf_door, *leaf_inhoud;
    int64_t leaf_seq;
};

void evidence_chain_begin(struct evidence_chain *chain, const char *stroom, const char *epoch);
/* Goes on after seq, from a hash that is taken as given. false: h is none. */
bool evidence_chain_resume(struct evidence_chain *chain, int64_t seq, const char *h);
bool evidence_chain_is_at(const struct evidence_chain *chain, int64_t seq, const char *h);
/* NULL: it holds, and the chain moved on. Else why not, to follow the name of the event. */
const char *evidence_chain_step(struct evidence_chain *chain, const struct evidence_event *event);

#endif
