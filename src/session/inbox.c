/*
 * inbox: what one session asks, and the order of its answers.
 *
 * Invariant: at most `unanswered` questions are open; answers leave in the order of the
 * questions, and what a question changes in the session itself (following, live signals) happens
 * when its answer leaves.
 */
#include "sessions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FLOOD = 200, FULL_RETRY_MS = 250 };

static void asked_free(struct asked *asked) {
    list_remove(&asked->link);
    if (asked->follow) {
        follow_free(asked->follow);
    }
    free(asked->frame);
    free(asked);
}

static struct asked *asked_new(struct session *s, const struct wire_request *request) {
    struct asked *asked = mem_alloc(sizeof *asked);
    asked->s = s;
    asked->id = request->id;
    asked->def = request->def;
    list_init(&asked->link);
    list_push(&s->asked, &asked->link);
    s->n_asked++;
    return asked;
}

/* ---- the answer ------------------------------------------------------------------------------ */

/* What the answer changes, now that it is out. */
static void take_effect(struct session *s, struct asked *asked) {
    if (asked->err != ERR_OK) {
        if (err_get(asked->err)->close == 4401) {
            session_close_for(s, asked->err);
        } else if (asked->kind == ASKED_HELLO && s->state == SESSION_GREETING) {
            s->state = SESSION_FRESH; /* not greeted: it may say hello again */
        }
        return;
    }
    switch (asked->kind) {
    case ASKED_COMMAND:
        break;
    case ASKED_HELLO:
        s->state = s->state == SESSION_GREETING ? SESSION_LIVE : s->state;
        break;
    case ASKED_SUBSCRIBE:
        follow_begin(asked);
        break;
    case ASKED_UNSUBSCRIBE:
    case ASKED_LIVE: {
        struct follow *f = follow_find(s, asked->stroom);
        if (f && asked->kind == ASKED_LIVE) {
            follow_live(f, asked);
        } else if (f) {
            follow_end(f);
        }
        break;
    }
    }
}

/* What needs no store is decided when its turn comes: whether the stream is followed then. */
static void answer_local(struct session *s, struct asked *asked) {
    struct wire_bytes frame;
    if (follow_find(s, asked->stroom)) {
        frame = wire_reply_ok(&s->sessions->arena, asked->id, "{}", 2);
    } else {
        asked->err = ERR_NIET_GEVONDEN;
        frame = wire_reply_error(&s->sessions->arena, asked->id,
                                 &(struct wire_error){.code = asked->err});
    }
    outbox_add(s, frame.p, frame.len);
}

static void release(struct session *s) {
    while (!list_is_empty(&s->asked)) {
        struct asked *asked = CONTAINER_OF(s->asked.next, struct asked, link);
        if (!asked->done) {
            break;
        }
        if (asked->kind == ASKED_SUBSCRIBE && asked->err == ERR_OK && follow_is_stale(asked)) {
            follow_again(asked);
            break;
        }
        list_remove(&asked->link);
        s->n_asked--;
        if (asked->frame) {
            outbox_add(s, asked->frame, asked->frame_len);
        } else {
            answer_local(s, asked);
        }
        take_effect(s, asked);
        asked_free(asked);
    }
    inbox_unpause(s);
}

static void release_if_first(struct asked *asked) {
    if (asked->s->asked.next == &asked->link) {
        release(asked->s);
    }
}

static void answer(struct asked *asked, enum err err, struct wire_bytes frame) {
    struct session *s = asked->s;
    asked->done = true;
    asked->err = err;
    asked->frame = mem_memdup(frame.p, frame.len);
    asked->frame_len = frame.len;
    arena_reset(&s->sessions->arena);
    release_if_first(asked);
}

void asked_ok(struct asked *asked, const char *bytes, size_t len) {
    if (!asked->s) {
        asked_free(asked);
        return;
    }
    if (len > asked->s->out.ceiling / 2) {
        asked_fail(asked, ERR_TE_GROOT, NULL, 0); /* that much is for plain HTTP */
        return;
    }
    answer(asked, ERR_OK, wire_reply_ok(&asked->s->sessions->arena, asked->id, bytes, len));
}

void asked_error(struct asked *asked, const struct wire_error *error) {
    if (!asked->s) {
        asked_free(asked);
        return;
    }
    answer(asked, error->code, wire_reply_error(&asked->s->sessions->arena, asked->id, error));
}

void asked_fail(struct asked *asked, enum err err, const char *refusal, size_t len) {
    struct wire_error error = {.code = err};
    if (asked->s && refusal) {
        wire_read_refusal(&asked->s->sessions->arena, refusal, len, &error);
    }
    if (error.code == ERR_TE_DRUK && error.retry_ms == 0) {
        error.retry_ms = FULL_RETRY_MS;
    }
    asked_error(asked, &error);
}

/* ---- the question ---------------------------------------------------------------------------- */

static void on_command(void *ctx, enum err err, const char *bytes, size_t len) {
    struct asked *asked = ctx;
    asked->under_way = false;
    if (err != ERR_OK) {
        asked_fail(asked, err, bytes, len);
        return;
    }
    asked_ok(asked, bytes, len);
}

static void start_command(struct asked *asked, const struct wire_request *request) {
    struct session *s = asked->s;
    enum err refused;
    asked->kind = ASKED_COMMAND;
    asked->under_way = true;
    if (!command_submit(s->sessions->commands, s->sessie, request, on_command, asked, &refused)) {
        asked->under_way = false;
        asked_fail(asked, refused, NULL, 0);
    }
}

static void copy_arg(char *into, size_t size, const struct wire_request *request,
                     const char *name) {
    const char *text = wire_arg_text(request, name);
    snprintf(into, size, "%s", text ? text : "");
}

/* Live signals and the end of following need no store: they wait only for their turn. */
static void start_local(struct asked *asked, enum asked_kind kind,
                        const struct wire_request *request) {
    asked->kind = kind;
    copy_arg(asked->stroom, sizeof asked->stroom, request, "stroom");
    copy_arg(asked->onderwerp, sizeof asked->onderwerp, request, "onderwerp");
    asked->done = true;
    release_if_first(asked);
}

static void start(struct asked *asked, const struct wire_request *request) {
    const struct wire_def *def = request->def;
    if (def->kind == WIRE_COMMAND || def->kind == WIRE_QUERY) {
        start_command(asked, request);
    } else if (def->kind == WIRE_LIVE) {
        start_local(asked, ASKED_LIVE, request);
    } else if (strcmp(def->name, "hello") == 0) {
        asked->kind = ASKED_HELLO;
        hello_start(asked);
    } else if (strcmp(def->name, "subscribe") == 0) {
        asked->kind = ASKED_SUBSCRIBE;
        follow_start(asked, request);
    } else if (strcmp(def->name, "unsubscribe") == 0) {
        start_local(asked, ASKED_UNSUBSCRIBE, request);
    } else {
        asked_fail(asked, ERR_ONBEKENDE_OPDRACHT, NULL, 0);
    }
}

static bool is_hello(const struct wire_request *request) {
    return request->def && strcmp(request->def->name, "hello") == 0;
}

/* ERR_OK, or why this question is not even looked at. */
static enum err refuse(struct session *s, int64_t *retry_ms) {
    const struct session_limits *limits = &s->sessions->config.limits;
    *retry_ms = 0;
    if (s->sessions->drain) {
        return ERR_VERTREK;
    }
    if (s->n_asked >= limits->unanswered) {
        *retry_ms = FULL_RETRY_MS;
        return ERR_TE_DRUK;
    }
    if (!bucket_take(&s->bucket, loop_now_ms(s->sessions->loop), limits->rate * 1000, limits->burst,
                     retry_ms)) {
        return ERR_TE_DRUK;
    }
    return ERR_OK;
}

static void pause_if_full(struct session *s) {
    const struct session_limits *limits = &s->sessions->config.limits;
    bool full = s->n_asked >= limits->unanswered || s->out.len > limits->write_bytes;
    if (full && !s->paused && s->state != SESSION_CLOSING) {
        s->paused = true;
        s->transport->pause(s->ws, true);
    }
}

void inbox_unpause(struct session *s) {
    const struct session_limits *limits = &s->sessions->config.limits;
    if (s->paused && s->state != SESSION_CLOSING && !s->sessions->drain &&
        s->n_asked < limits->unanswered && s->out.len <= limits->write_bytes) {
        s->paused = false;
        s->transport->pause(s->ws, false);
    }
}

void inbox_take(struct session *s, const char *bytes, size_t len) {
    struct sessions *sessions = s->sessions;
    struct wire_request request = {0};
    arena_reset(&sessions->arena);
    enum err err = wire_parse_request(&sessions->arena, bytes, len, &request);
    if (request.id == 0) {
        session_close_for(s, err);
        return;
    }
    int64_t retry_ms;
    enum err refused = refuse(s, &retry_ms);
    s->refused_in_row = refused == ERR_OK ? 0 : s->refused_in_row + 1;
    if (s->refused_in_row > FLOOD) {
        session_close_for(s, ERR_TE_DRUK);
        return;
    }
    struct asked *asked = asked_new(s, &request);
    if (refused != ERR_OK) {
        sessions->figures.refused_busy++;
        asked_error(asked, &(struct wire_error){.code = refused, .retry_ms = retry_ms});
    } else if (err != ERR_OK) {
        asked_error(asked, &request.error);
    } else if ((s->state == SESSION_FRESH) != is_hello(&request)) {
        asked_fail(asked, ERR_PROTOCOLFOUT, NULL, 0);
        session_close_for(s, ERR_PROTOCOLFOUT);
        return;
    } else {
        start(asked, &request);
    }
    pause_if_full(s);
}

void inbox_fini(struct session *s) {
    LIST_EACH(&s->asked, link) {
        struct asked *asked = CONTAINER_OF(link, struct asked, link);
        list_remove(&asked->link);
        asked->s = NULL;
        if (!asked->under_way) {
            asked_free(asked);
        }
    }
    s->n_asked = 0;
}
