/*
 * chain: a stretch of a stream, gone over event by event, as an outsider would: from what stands
 * in the events alone.
 *
 * Invariant: after a sentence the chain stands where it stood, so nothing that follows is believed.
 */
#include "evidence/evidence.h"

#include "base/base.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <string.h>

enum { HASH = 32 };

struct part {
    const void *bytes;
    size_t len;
};

static void hash_parts(const struct part *parts, size_t n, uint8_t out[HASH]) {
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    unsigned size = 0;
    MUST(ctx != NULL && EVP_DigestInit_ex(ctx, EVP_sha256(), NULL) == 1);
    for (size_t i = 0; i < n; i++)
        MUST(EVP_DigestUpdate(ctx, parts[i].bytes, parts[i].len) == 1);
    MUST(EVP_DigestFinal_ex(ctx, out, &size) == 1 && size == HASH);
    EVP_MD_CTX_free(ctx);
}

static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Small letters only: one hash is written in one way. */
static bool read_hex(const char *text, uint8_t out[HASH]) {
    for (size_t i = 0; i < HASH; i++) {
        int high = digit(text[2 * i]);
        int low = high < 0 ? -1 : digit(text[2 * i + 1]);
        if (low < 0)
            return false;
        out[i] = (uint8_t)(high * 16 + low);
    }
    return text[(size_t)2 * HASH] == '\0';
}

void evidence_chain_begin(struct evidence_chain *chain, const char *stroom, const char *epoch) {
    const struct part parts[] = {{"spr.v1", 6}, {stroom, strlen(stroom)}, {epoch, strlen(epoch)}};
    *chain = (struct evidence_chain){0};
    hash_parts(parts, COUNT_OF(parts), chain->h);
}

bool evidence_chain_resume(struct evidence_chain *chain, int64_t seq, const char *h) {
    *chain = (struct evidence_chain){.seq = seq};
    return read_hex(h, chain->h);
}

bool evidence_chain_is_at(const struct evidence_chain *chain, int64_t seq, const char *h) {
    uint8_t given[HASH];
    return chain->seq == seq && read_hex(h, given) && memcmp(given, chain->h, HASH) == 0;
}

/* Does the text, under its salt, give the commitment? */
static bool seals(const char *salt, const char *text, const char *commitment) {
    uint8_t bytes[HASH], given[HASH], made[HASH];
    if (!read_hex(salt, bytes) || !read_hex(commitment, given))
        return false;
    const struct part parts[] = {{bytes, HASH}, {text, strlen(text)}};
    hash_parts(parts, COUNT_OF(parts), made);
    return memcmp(given, made, HASH) == 0;
}

static const char *check_content(const struct evidence_event *event) {
    static const char *const reasons[] = {"verborgen", "ingetrokken", "herzien", "gewist"};
    bool known = false;
    for (size_t i = 0; event->afwezig && i < COUNT_OF(reasons); i++)
        known = known || strcmp(event->afwezig, reasons[i]) == 0;
    if (event->afwezig && (!known || event->inhoud || event->zout))
        return "its content is said to be absent, but not in a way that exists";
    if (!event->afwezig && (!event->inhoud || !event->zout))
        return "its content is missing, and no reason is given";
    if (event->inhoud && !seals(event->zout, event->inhoud, event->leaf_inhoud))
        return "its content is not what was committed to";
    if (!event->door != !event->doorzout ||
        (!event->door && (!event->afwezig || strcmp(event->afwezig, "gewist") != 0)))
        return "its author is missing, and it was not erased";
    if (event->door && !seals(event->doorzout, event->door, event->leaf_door))
        return "its author is not who was committed to";
    return NULL;
}

const char *evidence_chain_step(struct evidence_chain *chain, const struct evidence_event *event) {
    uint8_t h[HASH], given[HASH];
    if (event->seq != chain->seq + 1)
        return event->seq <= chain->seq ? "an event with this number stood before it"
                                        : "the event before it is missing";
    if (strcmp(event->stroom, event->leaf_stroom) != 0 || event->seq != event->leaf_seq)
        return "its place is not the one in its leaf";
    if (strlen(event->at) >= sizeof chain->at || strcmp(event->at, chain->at) <= 0)
        return "its time is not after that of the event before it";
    const struct part parts[] = {{chain->h, HASH}, {event->leaf, strlen(event->leaf)}};
    hash_parts(parts, COUNT_OF(parts), h);
    if (!read_hex(event->h, given) || memcmp(h, given, HASH) != 0)
        return "its hash does not follow from the hash before it and its leaf";
    const char *wrong = check_content(event);
    if (wrong)
        return wrong;
    memcpy(chain->h, h, HASH);
    memcpy(chain->at, event->at, strlen(event->at) + 1);
    chain->seq++;
    return NULL;
}
