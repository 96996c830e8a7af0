/*
 * http: plain requests. The registry says which command or query a path is; the few routes of the
 * session itself are here.
 *
 * Invariant: a request that changes something and is carried by a cookie comes from a page of our
 * own: it says so by an allowed Origin or by Sec-Fetch-Site, or it is refused.
 */
#include "download.h"

#include <stdio.h>
#include <string.h>

static bool is_safe_method(const char *method) {
    return strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0;
}

/* A browser that is new enough for this site always sends one of the two with such a request. */
static bool is_from_own_page(const struct session_http *http) {
    return http->origin_present ? http->origin_allowed
                                : strcmp(http->sec_fetch_site, "same-origin") == 0;
}

static bool is_from_elsewhere(const struct session_http *http) {
    return http->origin_present
               ? !http->origin_allowed
               : http->sec_fetch_site[0] && strcmp(http->sec_fetch_site, "same-origin") != 0;
}

/* Whose request this is: r->sessie stays empty when nobody's. */
static enum err take_credentials(struct session_request *r, const struct session_http *http) {
    struct identity_mode mode = {http->from.secure, r->sessions->config.cookie_port};
    char token[IDENTITY_TOKEN_BYTES];
    if (http->from.bearer[0]) {
        identity_token_hash(http->from.bearer, r->sessie);
        return ERR_OK;
    }
    if (!identity_cookie_find(http->from.cookie, mode, token)) {
        return ERR_OK;
    }
    identity_token_hash(token, r->sessie);
    explicit_bzero(token, sizeof token);
    return is_safe_method(http->method) || is_from_own_page(http) ? ERR_OK : ERR_NIET_TOEGESTAAN;
}

/* ---- the session itself ---------------------------------------------------------------------- */

static void on_welcome(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct session_request *r = ctx;
    if (err != ERR_OK || n == 0) {
        request_fail(r, err == ERR_OK ? ERR_INTERN : err, NULL, 0);
    } else if (strcmp(rows[0].soort, "antwoord") != 0) {
        request_fail(r, ERR_INTERN, rows[0].bytes, rows[0].len);
    } else {
        struct arena arena;
        arena_init(&arena, REPLY_ARENA);
        struct wire_bytes welcome = hello_welcome(r->sessions, &arena, rows[0].bytes, rows[0].len);
        request_ok(r, welcome.p, welcome.len);
        arena_fini(&arena);
    }
}

static void read_session(struct session_request *r) {
    const char *params[] = {r->sessie};
    enum err err = store_call(r->sessions->store, STORE_READ, "api.sessie_lezen", params,
                              COUNT_OF(params), on_welcome, r);
    if (err != ERR_OK) {
        request_fail(r, err, NULL, 0);
    }
}

static void on_login(void *ctx, enum err err, const char *session_token) {
    struct session_request *r = ctx;
    if (err != ERR_OK) {
        request_fail(r, err, NULL, 0);
        return;
    }
    struct identity_mode mode = {r->secure, r->sessions->config.cookie_port};
    identity_cookie_set(session_token, mode, r->set_cookie);
    identity_token_hash(session_token, r->sessie);
    read_session(r);
}

static void open_session(struct session_request *r, const struct wire_request *request) {
    enum err err = identity_login_start(r->sessions->store, IDENTITY_LINK,
                                        wire_arg_text(request, "token"), on_login, r);
    if (err != ERR_OK) {
        request_fail(r, err, NULL, 0);
    }
}

static void on_closed(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct session_request *r = ctx;
    (void)rows;
    (void)n;
    if (err != ERR_OK) {
        request_fail(r, err, NULL, 0);
        return;
    }
    struct identity_mode mode = {r->secure, r->sessions->config.cookie_port};
    identity_cookie_clear(mode, r->set_cookie);
    request_ok(r, NULL, 0);
}

static void close_session(struct session_request *r) {
    const char *params[] = {r->sessie};
    enum err err = store_call(r->sessions->store, STORE_READ, "api.sessie_sluiten", params,
                              COUNT_OF(params), on_closed, r);
    if (err != ERR_OK) {
        request_fail(r, err, NULL, 0);
    }
}

/* A guest has no session: the secret of the meeting is in the arguments. */
static void on_guest(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct session_request *r = ctx;
    if (err != ERR_OK || n == 0) {
        request_fail(r, err == ERR_OK ? ERR_INTERN : err, NULL, 0);
    } else if (strcmp(rows[0].soort, "antwoord") != 0) {
        request_fail(r, ERR_INTERN, rows[0].bytes, rows[0].len);
    } else {
        request_ok(r, rows[0].bytes, rows[0].len);
    }
}

static void note_guest(struct session_request *r, const struct wire_request *request) {
    const char *params[] = {wire_arg_text(request, "geheim"), wire_arg_text(request, "naam")};
    enum err err = store_call(r->sessions->store, STORE_READ, "api.gast_melden", params,
                              COUNT_OF(params), on_guest, r);
    if (err != ERR_OK) {
        request_fail(r, err, NULL, 0);
    }
}

/* ---- every other route ------------------------------------------------------------------------
 */

static void on_done(void *ctx, enum err err, const char *bytes, size_t len) {
    struct session_request *r = ctx;
    if (err != ERR_OK) {
        request_fail(r, err, bytes, len);
        return;
    }
    request_ok(r, bytes, len);
}

static bool needs_session(const struct wire_def *def) {
    return strcmp(def->name, "sessie.openen") != 0 && strcmp(def->name, "gast.melden") != 0;
}

static void dispatch(struct session_request *r, const struct wire_request *request,
                     const struct session_http *http) {
    const char *name = request->def->name;
    r->def = request->def;
    if (strcmp(name, "sessie.openen") == 0) {
        open_session(r, request);
    } else if (strcmp(name, "gast.melden") == 0) {
        note_guest(r, request);
    } else if (strcmp(name, "sessie.lezen") == 0) {
        read_session(r);
    } else if (strcmp(name, "sessie.sluiten") == 0) {
        close_session(r);
    } else if (strcmp(name, "bestand.lezen") == 0) {
        download_start(r, request, http);
    } else {
        enum err refused;
        r->cacheable = request->def->kind == WIRE_QUERY;
        if (!command_submit(r->sessions->commands, r->sessie, request, on_done, r, &refused)) {
            request_fail(r, refused, NULL, 0);
        }
    }
}

static bool is_json(const char *content_type) {
    static const char json[] = "application/json";
    size_t len = sizeof json - 1;
    return strncmp(content_type, json, len) == 0 && strchr("; ", content_type[len]);
}

/* What can be refused without reading the request any further. */
static bool refuse(struct session_request *r, const struct session_http *http) {
    struct sessions *sessions = r->sessions;
    struct wire_error error = {0};
    bool login = strcmp(http->path, "/v1/sessies") == 0 && !is_safe_method(http->method);
    if (sessions->drain) {
        error.code = ERR_VERTREK;
        error.retry_ms = 1000;
    } else if (!address_take(sessions, http->from.address, login, &error.retry_ms)) {
        error.code = ERR_TE_DRUK;
    } else if (sessions->figures.http_under_way > sessions->config.limits.http_requests) {
        error.code = ERR_TE_DRUK;
        error.retry_ms = 1000;
    } else if (login && is_from_elsewhere(http)) {
        error.code = ERR_NIET_TOEGESTAAN;
    } else if (http->body_len > 0 && !is_json(http->content_type)) {
        error.code = ERR_VERKEERD_MEDIATYPE;
    } else if (!login) {
        error.code = take_credentials(r, http);
    }
    if (error.code == ERR_OK) {
        return false;
    }
    sessions->figures.refused_busy += error.code == ERR_TE_DRUK;
    request_error(r, &error, NULL);
    return true;
}

struct session_request *session_http(struct sessions *sessions, const struct session_http *http) {
    sessions->figures.requests++;
    bool answered = false;
    struct session_request *r = request_new(sessions, http);
    r->answered = &answered;
    if (refuse(r, http)) {
        return NULL;
    }
    struct arena arena;
    struct wire_request request = {0};
    struct wire_http in = {.method = http->method,
                           .path = http->path,
                           .query = http->query,
                           .sleutel = http->idempotency_key,
                           .namens = http->namens,
                           .body = http->body,
                           .body_len = http->body_len};
    arena_init(&arena, REPLY_ARENA);
    bool wrong = wire_http_request(&arena, &in, &request) != ERR_OK;
    if (request.def && needs_session(request.def) && !r->sessie[0]) {
        request_fail(r, ERR_NIET_INGELOGD, NULL, 0); /* before anything is said about the rest */
    } else if (wrong || !request.def) {
        request_error(r, &request.error, request.allow);
    } else {
        dispatch(r, &request, http);
    }
    arena_fini(&arena);
    if (answered) {
        return NULL;
    }
    r->answered = NULL;
    return r;
}
