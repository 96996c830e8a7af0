/*
 * hello: who this session is, as the log's side knows it, and what this server is like.
 *
 * Invariant: the welcome is made from one read of the store; what stands in it about the person
 * passes through as bytes.
 */
#include "sessions.h"

#include <stdio.h>
#include <string.h>

struct wire_bytes hello_welcome(struct sessions *sessions, struct arena *arena, const char *bytes,
                                size_t len) {
    const struct sessions_config *config = &sessions->config;
    const struct session_limits *limits = &config->limits;
    /* Ours first, then the members of the object that SQL made, its brace included. */
    return wire_json(arena,
                     "{'welkom':{'versie':%s,'proces':%d,'hartslagMs':%d,"
                     "'limieten':{'berichtBytes':%d,'tekstBytes':%d,'onbeantwoord':%d},"
                     "%.*s}",
                     config->version, (int)config->worker, (int)limits->heartbeat_ms,
                     (int)WIRE_MESSAGE_MAX, (int)WIRE_TEXT_MAX, (int)limits->unanswered,
                     (int)(len > 0 ? len - 1 : 0), len > 0 ? bytes + 1 : "");
}

/* The row stands in the person's own stream. */
static void take_person(struct session *s, const char *stroom) {
    static const char prefix[] = "persoon:";
    if (strncmp(stroom, prefix, sizeof prefix - 1) == 0) {
        snprintf(s->persoon, sizeof s->persoon, "%s", stroom + sizeof prefix - 1);
    }
}

static void on_read(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct asked *asked = ctx;
    asked->under_way = false;
    if (err != ERR_OK || n == 0) {
        asked_fail(asked, err == ERR_OK ? ERR_INTERN : err, NULL, 0);
    } else if (strcmp(rows[0].soort, "antwoord") != 0) {
        asked_fail(asked, ERR_INTERN, rows[0].bytes, rows[0].len);
    } else if (!asked->s) {
        asked_ok(asked, NULL, 0);
    } else {
        struct session *s = asked->s;
        take_person(s, rows[0].stroom);
        struct wire_bytes welcome =
            hello_welcome(s->sessions, &s->sessions->arena, rows[0].bytes, rows[0].len);
        asked_ok(asked, welcome.p, welcome.len);
    }
}

void hello_start(struct asked *asked) {
    struct session *s = asked->s;
    s->state = SESSION_GREETING;
    if (!s->sessie[0]) {
        asked_fail(asked, ERR_NIET_INGELOGD, NULL, 0);
        return;
    }
    const char *params[] = {s->sessie};
    asked->under_way = true;
    enum err err = store_call(s->sessions->store, STORE_READ, "api.sessie_lezen", params,
                              COUNT_OF(params), on_read, asked);
    if (err != ERR_OK) {
        asked->under_way = false;
        asked_fail(asked, err, NULL, 0);
    }
}
