/*
 * Any bytes as a Cookie header and as a bearer token: what is found is a token that stands in the
 * header once, under the name of this mode; and what we set ourselves is found again.
 */
#include <stdlib.h>
#include <string.h>

#include "identity/identity.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_hash(const char *token, bool must) {
    char hash[IDENTITY_HASH_BYTES];
    bool good = identity_token_hash(token, hash);
    MUST(good == (hash[0] != '\0') && (good || !must));
    MUST(!good || strspn(hash, "0123456789abcdef") == 64);
}

static void check_mode(const char *header, struct identity_mode mode) {
    char token[IDENTITY_TOKEN_BYTES], again[IDENTITY_TOKEN_BYTES], set[IDENTITY_COOKIE_BYTES];
    if (!identity_cookie_find(header, mode, token)) {
        MUST(token[0] == '\0');
        return;
    }
    MUST(strstr(header, token));
    check_hash(token, true);
    identity_cookie_set(token, mode, set);
    MUST(identity_cookie_find(set, mode, again) && strcmp(token, again) == 0);
    mode.secure = !mode.secure;
    MUST(!identity_cookie_find(set, mode, again));
    identity_cookie_clear(mode, set);
    MUST(!identity_cookie_find(set, mode, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *header = mem_memdup(data, size);
    check_mode(header, (struct identity_mode){.secure = true});
    check_mode(header, (struct identity_mode){.port = 8080});
    check_hash(header, false);
    free(header);
    return 0;
}
