/*
 * follow: which streams a session reads, from admission to the end.
 *
 * Invariant: a cursor is attached only after the store admitted this session to this stream, and
 * after the answer that says so has left. The stream is held from the question on, so that what
 * is published between the store's answer and the attach is not missed.
 */
#include "sessions.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct follow *follow_find(const struct session *s, const char *stroom) {
    LIST_EACH(&s->follows, link) {
        struct follow *f = CONTAINER_OF(link, struct follow, link);
        if (strcmp(stream_name(f->held), stroom) == 0) {
            return f;
        }
    }
    return NULL;
}

static struct command_live presence(const struct follow *f) {
    return (struct command_live){.soort = "aanwezig",
                                 .stroom = stream_name(f->held),
                                 .persoon = f->s->persoon,
                                 .organisatie = f->organisatie,
                                 .onderwerp = ""};
}

void follow_free(struct follow *f) {
    cursor_detach(&f->cursor);
    page_fini(f);
    fanout_release(f->held);
    free(f);
}

void follow_end(struct follow *f) {
    struct session *s = f->s;
    if (f->present) {
        struct command_live live = presence(f);
        command_live_signal(s->sessions->commands, LIVE_END, &live);
    }
    list_remove(&f->link);
    s->n_follows--;
    follow_free(f);
}

/* A count in an answer of the store: an id, or 0. */
static bool read_count(struct arena *arena, const struct store_row *row, const char *name,
                       uint64_t *out) {
    const char *text = wire_read_field(arena, row->bytes, row->len, name);
    *out = 0;
    return text && (strcmp(text, "0") == 0 || id_parse(text, strlen(text), out));
}

static void on_admitted(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct asked *asked = ctx;
    asked->under_way = false;
    if (err != ERR_OK || n == 0) {
        asked_fail(asked, err == ERR_OK ? ERR_INTERN : err, NULL, 0);
        return;
    }
    const struct store_row *row = &rows[0];
    if (strcmp(row->soort, "antwoord") != 0) {
        asked_fail(asked, ERR_INTERN, row->bytes, row->len);
        return;
    }
    if (asked->s) {
        struct arena *arena = &asked->s->sessions->arena;
        if (!read_count(arena, row, "since", &asked->since) ||
            !read_count(arena, row, "kop", &asked->head)) {
            asked_fail(asked, ERR_INTERN, NULL, 0);
            return;
        }
    }
    asked_ok(asked, row->bytes, row->len);
}

static void ask_admission(struct asked *asked) {
    struct session *s = asked->s;
    const char *params[] = {s->sessie, stream_name(asked->follow->held), asked->epoch,
                            asked->since_text};
    asked->rights_at = rights_known(s->sessions->rights);
    asked->under_way = true;
    enum err err = store_call(s->sessions->store, STORE_READ, "api.stroom_volgen", params,
                              COUNT_OF(params), on_admitted, asked);
    if (err != ERR_OK) {
        asked->under_way = false;
        asked_fail(asked, err, NULL, 0);
    }
}

/* A yes may wait long for its turn. Whoever has no cursor yet is not among those whose rights are
 * looked at, so what changed meanwhile is asked for again. */
bool follow_is_stale(const struct asked *asked) {
    return asked->rights_at != rights_known(asked->s->sessions->rights);
}

void follow_again(struct asked *asked) {
    free(asked->frame);
    asked->frame = NULL;
    asked->done = false;
    ask_admission(asked);
}

void follow_start(struct asked *asked, const struct wire_request *request) {
    struct session *s = asked->s;
    struct sessions *sessions = s->sessions;
    const char *stroom = wire_arg_text(request, "stroom");
    const char *epoch = wire_arg_text(request, "epoch");
    snprintf(asked->epoch, sizeof asked->epoch, "%s", epoch ? epoch : "");
    snprintf(asked->since_text, sizeof asked->since_text, "%" PRId64,
             wire_arg_int(request, "since", 0));
    if (s->n_follows >= sessions->config.limits.streams && !follow_find(s, stroom)) {
        asked_fail(asked, ERR_TE_DRUK, NULL, 0);
        return;
    }
    struct stream *stream = fanout_hold(sessions->fanout, stroom);
    if (!stream) {
        asked_fail(asked, ERR_NIET_GEVONDEN, NULL, 0);
        return;
    }
    struct follow *f = mem_alloc(sizeof *f);
    list_init(&f->link);
    list_init(&f->wait);
    cursor_init(&f->cursor);
    f->held = stream;
    asked->follow = f;
    ask_admission(asked);
}

static void add_presence(void *ctx, const char *frame, size_t len) {
    outbox_add(ctx, frame, len);
}

void follow_begin(struct asked *asked) {
    struct session *s = asked->s;
    struct follow *f = asked->follow;
    asked->follow = NULL;
    const char *stroom = stream_name(f->held);
    struct follow *before = follow_find(s, stroom);
    if (before) {
        /* Asked again, from another place: the new one takes over, the person stays present. */
        f->present = before->present;
        memcpy(f->organisatie, before->organisatie, sizeof f->organisatie);
        before->present = false;
        follow_end(before);
    }
    f->s = s;
    list_push(&s->follows, &f->link);
    s->n_follows++;
    cursor_attach(&f->cursor, f->held, asked->since, asked->head);
    if (asked->head - asked->since > s->sessions->config.limits.snapshot_offer &&
        asked->head > asked->since) {
        outbox_json(s, wire_json(&s->sessions->arena, "{'aanbod':{'stroom':%s,'kop':%lld}}", stroom,
                                 (long long)asked->head));
    }
    command_live_each(s->sessions->commands, stroom, add_presence, s);
    outbox_schedule(s);
}

void follow_live(struct follow *f, const struct asked *asked) {
    struct session *s = f->s;
    struct command_live live = {.soort = asked->def->name,
                                .stroom = asked->stroom,
                                .persoon = s->persoon,
                                .organisatie = asked->organisatie,
                                .onderwerp = asked->onderwerp};
    enum command_live_act act = LIVE_RENEW;
    if (!s->persoon[0]) {
        return;
    }
    if (strcmp(live.soort, "aanwezig") == 0 && !f->present) {
        f->present = true;
        memcpy(f->organisatie, asked->organisatie, sizeof f->organisatie);
        act = LIVE_BEGIN;
    }
    command_live_signal(s->sessions->commands, act, &live);
}
