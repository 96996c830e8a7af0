/*
 * request: the answer to one plain HTTP request, given once.
 *
 * Invariant: every answer that depends on who asks says that it may not be kept by anybody in
 * between; a reader's copy is checked by ETag.
 */
#include "download.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "evidence/evidence.h"

struct session_request *request_new(struct sessions *sessions, const struct session_http *http) {
    struct session_request *r = mem_alloc(sizeof *r);
    r->sessions = sessions;
    r->request = http->request;
    r->reply = http->reply;
    r->secure = http->from.secure;
    r->english = strncmp(http->accept_language, "en", 2) == 0;
    snprintf(r->if_none_match, sizeof r->if_none_match, "%s", http->if_none_match);
    list_init(&r->link);
    list_push(&sessions->requests, &r->link);
    sessions->figures.http_under_way++;
    return r;
}

void request_header(struct session_http_reply *reply, const char *name, const char *value) {
    MUST(reply->n_headers < SESSION_HTTP_HEADERS);
    reply->headers[reply->n_headers++] = (struct session_http_header){name, value};
}

void request_free(struct session_request *r) {
    struct sessions *sessions = r->sessions;
    list_remove(&r->link);
    download_free(r->download);
    explicit_bzero(r->set_cookie, sizeof r->set_cookie);
    free(r);
    drain_gone(sessions);
}

void request_end(struct session_request *r, struct session_http_reply *reply) {
    if (r->reply) {
        r->reply(r->request, reply);
    }
    if (r->answered) {
        *r->answered = true;
    }
    r->sessions->figures.http_under_way--;
    request_free(r);
}

void request_ok(struct session_request *r, const char *bytes, size_t len) {
    struct session_http_reply reply = {.status = 200};
    char etag[EVIDENCE_HEX + 2];
    if (r->def) {
        reply.status = (unsigned)r->def->status;
    }
    request_header(&reply, "cache-control", "private, no-cache");
    if (r->set_cookie[0]) {
        request_header(&reply, "set-cookie", r->set_cookie);
    }
    if (r->def && r->def->reply && len > 0) {
        reply.content_type = "application/json";
        reply.body = bytes;
        reply.body_len = len;
    }
    if (r->cacheable) {
        etag[0] = '"';
        evidence_sha256_hex(bytes, len, etag + 1);
        memcpy(etag + 33, "\"", 2); /* half of the hash is plenty */
        request_header(&reply, "etag", etag);
        if (strcmp(r->if_none_match, etag) == 0) {
            reply.status = 304;
            reply.content_type = NULL;
            reply.body_len = 0;
        }
    }
    request_end(r, &reply);
}

void request_error(struct session_request *r, const struct wire_error *error, const char *allow) {
    struct arena arena;
    char retry[24];
    arena_init(&arena, REPLY_ARENA);
    struct wire_bytes problem = wire_problem_json(&arena, error, r->english ? "en" : "nl");
    struct session_http_reply reply = {.status = (unsigned)err_get(error->code)->http,
                                       .content_type = "application/problem+json",
                                       .body = problem.p,
                                       .body_len = problem.len};
    request_header(&reply, "cache-control", "no-store");
    request_header(&reply, "content-language", r->english ? "en" : "nl");
    if (allow) {
        request_header(&reply, "allow", allow);
    }
    if (error->retry_ms > 0) {
        snprintf(retry, sizeof retry, "%lld", (long long)(error->retry_ms + 999) / 1000);
        request_header(&reply, "retry-after", retry);
    }
    if (r->set_cookie[0]) {
        request_header(&reply, "set-cookie", r->set_cookie);
    }
    if (r->content_range[0] && reply.status == 416) {
        request_header(&reply, "content-range", r->content_range);
    }
    request_end(r, &reply);
    arena_fini(&arena);
}

void request_fail(struct session_request *r, enum err err, const char *refusal, size_t len) {
    struct arena arena;
    struct wire_error error = {.code = err};
    arena_init(&arena, REPLY_ARENA);
    if (refusal) {
        wire_read_refusal(&arena, refusal, len, &error);
    }
    if (error.code == ERR_TE_DRUK && error.retry_ms == 0) {
        error.retry_ms = 1000;
    }
    request_error(r, &error, NULL);
    arena_fini(&arena);
}

void session_http_cancel(struct session_request *request) {
    if (request->download) {
        download_cancel(request);
    } else {
        request->reply = NULL;
    }
}
