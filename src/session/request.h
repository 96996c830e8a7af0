/* request: one plain HTTP request while it is under way; shared by request.c and http.c only. */
#ifndef SPR_SESSION_REQUEST_H
#define SPR_SESSION_REQUEST_H

#include "sessions.h"

struct download;

struct session_request {
    struct list link; /* in sessions.requests */
    struct sessions *sessions;
    const struct wire_def *def;
    void *request;                                                        /* the caller's */
    void (*reply)(void *request, const struct session_http_reply *reply); /* NULL: cancelled */
    bool *answered; /* set while the caller is still in session_http */
    bool english, secure, cacheable;
    char if_none_match[72];
    char sessie[SESSION_HASH_BYTES];
    char set_cookie[IDENTITY_COOKIE_BYTES];
    char content_range[72];    /* "": none */
    struct download *download; /* NULL: an answer in one piece */
};

struct session_request *request_new(struct sessions *sessions, const struct session_http *http);
void request_free(struct session_request *r);
void request_header(struct session_http_reply *reply, const char *name, const char *value);
/* Each answers once and ends the request. */
void request_end(struct session_request *r, struct session_http_reply *reply);
void request_ok(struct session_request *r, const char *bytes, size_t len);
void request_error(struct session_request *r, const struct wire_error *error, const char *allow);
void request_fail(struct session_request *r, enum err err, const char *refusal, size_t len);

#endif
