/*
 * drain: this process goes away and nobody loses anything by it.
 *
 * Invariant: a session is told to come back elsewhere, and closed, only when everything it asked
 * was answered, or when the time is up. Closing goes in slices, so that those who come back do not
 * come back all at once.
 */
#include "sessions.h"

#include <stdlib.h>

enum { TICK_MS = 50, SLICE_LEAST = 20, RETURN_MS = 1000 };

struct drain {
    struct sessions *sessions;
    struct loop_timer timer;
    struct loop_deferred empty;
    int64_t until_ms;
    void (*on_empty)(void *ctx);
    void *ctx;
};

static void on_empty(void *ctx) {
    struct drain *drain = ctx;
    void (*call)(void *) = drain->on_empty;
    drain->on_empty = NULL;
    loop_timer_stop(&drain->timer);
    if (call) {
        call(drain->ctx);
    }
}

void drain_gone(struct sessions *sessions) {
    struct drain *drain = sessions->drain;
    if (drain && sessions->by_id.count == 0 && list_is_empty(&sessions->requests)) {
        loop_defer(sessions->loop, &drain->empty);
    }
}

static void say_farewell(struct session *s) {
    if (!s->told_leave && s->state != SESSION_CLOSING) {
        s->told_leave = true;
        arena_reset(&s->sessions->arena);
        outbox_json(s, wire_json(&s->sessions->arena, "{'vertrek':{'over':%d}}", RETURN_MS));
        outbox_flush(s);
    }
}

static void on_tick(void *ctx) {
    struct drain *drain = ctx;
    struct sessions *sessions = drain->sessions;
    int64_t left_ms = drain->until_ms - loop_now_ms(sessions->loop);
    int64_t ticks = left_ms > TICK_MS ? left_ms / TICK_MS : 1;
    size_t slice = sessions->by_id.count / (size_t)ticks + SLICE_LEAST;
    for (struct map_node *node = NULL; slice > 0 && (node = map_next(&sessions->by_id, node));) {
        struct session *s = CONTAINER_OF(node, struct session, node);
        bool done = s->n_asked == 0 || FAULT("vertrek-zonder-antwoord");
        if (s->state != SESSION_CLOSING && (done || left_ms <= 0)) {
            say_farewell(s);
            session_close(s, 1012, "vertrek");
            slice--;
        }
    }
    drain_gone(sessions);
}

void sessions_drain(struct sessions *sessions, unsigned seconds, void (*call)(void *ctx),
                    void *ctx) {
    MUST(!sessions->drain);
    struct drain *drain = mem_alloc(sizeof *drain);
    drain->sessions = sessions;
    drain->on_empty = call;
    drain->ctx = ctx;
    drain->until_ms = loop_now_ms(sessions->loop) + (int64_t)seconds * 1000;
    sessions->drain = drain;
    for (struct map_node *node = NULL; (node = map_next(&sessions->by_id, node));) {
        struct session *s = CONTAINER_OF(node, struct session, node);
        if (s->state != SESSION_CLOSING && !s->paused) {
            s->paused = true;
            s->transport->pause(s->ws, true);
        }
    }
    loop_deferred_init(&drain->empty, on_empty, drain);
    loop_timer_init(&drain->timer, sessions->loop, on_tick, drain);
    loop_timer_repeat(&drain->timer, TICK_MS);
    if (FAULT("vertrek-zonder-antwoord")) {
        on_tick(drain);
    }
}

void drain_free(struct drain *drain) {
    if (drain) {
        loop_timer_fini(&drain->timer);
        loop_undefer(&drain->empty);
        free(drain);
    }
}
