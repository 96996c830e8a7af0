/*
 * login: what a person presents is exchanged for a session.
 *
 * Invariant: a proof works once, and the session it opens has a new secret that only its owner
 * gets; the store hears the hashes of both.
 *
 * A way to log in is a row of `ways`: the function of the database that takes the hash of the
 * proof and the hash of the new session. A mail code is a row of its own; a flow with more steps
 * (OIDC) ends in one.
 */
#include "identity/identity.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "evidence/evidence.h"
#include "store/store.h"

struct login {
    identity_on_login *on_login;
    void *ctx;
    char token[EVIDENCE_TOKEN];
};

static const struct {
    const char *open; /* (proof hash, session hash) → antwoord or weigering */
} ways[] = {
    [IDENTITY_LINK] = {"api.sessie_openen"},
};

static void on_opened(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct login *login = ctx;
    if (err == ERR_OK && (n == 0 || strcmp(rows[0].soort, "antwoord") != 0)) {
        err = ERR_INLOGLINK_ONGELDIG;
    }
    login->on_login(login->ctx, err, err == ERR_OK ? login->token : NULL);
    explicit_bzero(login->token, sizeof login->token);
    free(login);
}

enum err identity_login_start(struct store *store, enum identity_way way, const char *proof,
                              identity_on_login *on_login, void *ctx) {
    char proof_hash[IDENTITY_HASH_BYTES], session_hash[IDENTITY_HASH_BYTES];
    if (!identity_token_hash(proof, proof_hash)) {
        return ERR_INLOGLINK_ONGELDIG;
    }
    struct login *login = mem_alloc(sizeof *login);
    login->on_login = on_login;
    login->ctx = ctx;
    evidence_token(login->token);
    MUST(identity_token_hash(login->token, session_hash));
    const char *params[] = {proof_hash, session_hash};
    enum err err =
        store_call(store, STORE_READ, ways[way].open, params, COUNT_OF(params), on_opened, login);
    if (err != ERR_OK) {
        free(login);
    }
    return err;
}

enum err identity_link_new(const char *owner_conninfo, const char *base_url, const char *who,
                           struct bytes *out) {
    char token[EVIDENCE_TOKEN], hash[IDENTITY_HASH_BYTES];
    evidence_token(token);
    MUST(identity_token_hash(token, hash));
    const char *params[] = {who, hash};
    /* A number is a person's id; a name must be one person's. */
    static const char sql[] =
        "SELECT rule.inloglink_maken(min(p.id), $2, interval '10 minutes') "
        "FROM spr.persoon p WHERE p.id::text = $1 OR p.naam = $1 HAVING count(*) = 1";
    struct bytes answer;
    bytes_init(&answer, 4096);
    enum err err = store_query_sync(owner_conninfo, sql, params, COUNT_OF(params), &answer);
    if (err != ERR_OK) {
        bytes_add(out, answer.data, answer.len);
    } else if (answer.len == 0) {
        bytes_add_format(out, "no person, or more than one, is known as \"%s\"", who);
        err = ERR_NIET_GEVONDEN;
    } else {
        bytes_add_format(out, "%s/inloggen#%s", base_url, token);
    }
    bytes_fini(&answer);
    explicit_bzero(token, sizeof token);
    return err;
}
