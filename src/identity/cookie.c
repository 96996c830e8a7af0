/*
 * cookie: where a browser keeps its session.
 *
 * Invariant: what came over plain http never counts on https, nor the other way round: a page on
 * another port of this machine, or someone on the line, cannot plant a session.
 */
#include "identity/identity.h"

#include <stdio.h>
#include <string.h>

#include "evidence/evidence.h"

enum { TOKEN_LEAST = 16, NAME_BYTES = 32 };

static bool is_token_char(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
}

static bool is_token(const char *text, size_t len) {
    if (len < TOKEN_LEAST || len >= IDENTITY_TOKEN_BYTES) {
        return false;
    }
    for (size_t i = 0; i < len; i++) {
        if (!is_token_char(text[i])) {
            return false;
        }
    }
    return true;
}

bool identity_token_hash(const char *token, char hash[static IDENTITY_HASH_BYTES]) {
    size_t len = strlen(token);
    hash[0] = '\0';
    if (!is_token(token, len)) {
        return false;
    }
    evidence_sha256_hex(token, len, hash);
    return true;
}

static void cookie_name(struct identity_mode mode, char out[static NAME_BYTES]) {
    if (mode.secure) {
        snprintf(out, NAME_BYTES, "__Host-spr");
    } else {
        snprintf(out, NAME_BYTES, "spr_lokaal_%u", mode.port);
    }
}

bool identity_cookie_find(const char *header, struct identity_mode mode,
                          char token[static IDENTITY_TOKEN_BYTES]) {
    char name[NAME_BYTES];
    cookie_name(mode, name);
    size_t name_len = strlen(name);
    token[0] = '\0';
    for (const char *at = header; *at;) {
        at += strspn(at, " \t;");
        size_t len = strcspn(at, ";");
        if (len > name_len && strncmp(at, name, name_len) == 0 && at[name_len] == '=') {
            const char *value = at + name_len + 1;
            size_t value_len = len - name_len - 1;
            while (value_len > 0 && (value[value_len - 1] == ' ' || value[value_len - 1] == '\t')) {
                value_len--;
            }
            /* Two of them means that somebody else set one; neither is believed. */
            if (token[0] || !is_token(value, value_len)) {
                token[0] = '\0';
                return false;
            }
            memcpy(token, value, value_len);
            token[value_len] = '\0';
        }
        at += len;
    }
    return token[0] != '\0';
}

void identity_cookie_set(const char *token, struct identity_mode mode,
                         char out[static IDENTITY_COOKIE_BYTES]) {
    char name[NAME_BYTES];
    cookie_name(mode, name);
    snprintf(out, IDENTITY_COOKIE_BYTES, "%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000%s",
             name, token, mode.secure ? "; Secure" : "");
}

void identity_cookie_clear(struct identity_mode mode, char out[static IDENTITY_COOKIE_BYTES]) {
    char name[NAME_BYTES];
    cookie_name(mode, name);
    snprintf(out, IDENTITY_COOKIE_BYTES, "%s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0%s", name,
             mode.secure ? "; Secure" : "");
}
