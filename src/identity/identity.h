/*
 * identity: who is asking. Tokens, cookies and the ways to log in.
 *
 * Invariant: a token leaves this room only towards its owner; below it and in every log there is
 * only the hash of it.
 */
#ifndef SPR_IDENTITY_H
#define SPR_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/base.h"

struct store;
struct identity;
struct identity_login;

enum {
    IDENTITY_TOKEN_BYTES = 44, /* 32 random bytes as base64url, with its NUL */
    IDENTITY_HASH_BYTES = 65,  /* SHA-256 as hex, with its NUL */
    IDENTITY_COOKIE_BYTES = 256,
};

/* A new secret. Aborts when the machine has no randomness. */
void identity_token_new(char token[static IDENTITY_TOKEN_BYTES]);

/* The hash under which the store knows a token. False: it does not look like a token. */
bool identity_token_hash(const char *token, char hash[static IDENTITY_HASH_BYTES]);

/* Where the browser's session stands: over https `__Host-spr`, on loopback without TLS
 * `spr_lokaal_<port>`. Neither is accepted in the other mode. */
struct identity_mode {
    bool secure;
    unsigned port;
};

/* Finds the session's token in a Cookie header. False: none, or more than one. */
bool identity_cookie_find(const char *header, struct identity_mode mode,
                          char token[static IDENTITY_TOKEN_BYTES]);
/* Values for Set-Cookie: the session, and its end. */
void identity_cookie_set(const char *token, struct identity_mode mode,
                         char out[static IDENTITY_COOKIE_BYTES]);
void identity_cookie_clear(struct identity_mode mode, char out[static IDENTITY_COOKIE_BYTES]);

/* A way to log in: what the person presents is exchanged for a session. The one-time link is the
 * first; a mail code and OIDC are further rows with their own `open`. */
enum identity_way { IDENTITY_LINK };

/* session_token is the new secret, for the cookie; only when err is ERR_OK. */
typedef void identity_logged_in(void *ctx, enum err err, const char *session_token);

struct identity *identity_new(struct store *store);
void identity_free(struct identity *identity);

/* Exchanges the proof; the callback comes once unless cancelled. */
struct identity_login *identity_login(struct identity *identity, enum identity_way way,
                                      const char *proof, identity_logged_in *done, void *ctx);
void identity_login_cancel(struct identity_login *login);

#endif
