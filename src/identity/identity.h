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

enum {
    IDENTITY_TOKEN_BYTES = 65, /* longest token that is looked at, with its NUL */
    IDENTITY_HASH_BYTES = 65,  /* SHA-256 as hex, with its NUL */
    IDENTITY_COOKIE_BYTES = 256,
};

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
typedef void identity_on_login(void *ctx, enum err err, const char *session_token);

/* Exchanges the proof. Refused at once, or ERR_OK and on_login comes later, once. */
enum err identity_login_start(struct store *store, enum identity_way way, const char *proof,
                              identity_on_login *on_login, void *ctx) MUST_CHECK;

/* A one-time link for a person, made with the owner's rights; blocks, for the command line. who:
 * a person's number or name. out gets the address; on failure a sentence. */
enum err identity_link_new(const char *owner_conninfo, const char *base_url, const char *who,
                           struct bytes *out) MUST_CHECK;

#endif
