/*
 * sessions: all connections of this process, and what comes to them by time.
 *
 * Invariant: a session is in exactly one slice from open to gone; each slice has its heartbeat
 * once in heartbeat_ms, so that ten thousand heartbeats are not one burst.
 */
#include "sessions.h"

#include <stdlib.h>
#include <string.h>

struct session_limits sessions_limits_default(void) {
    return (struct session_limits){
        .sessions = 20000,
        .streams = 64,
        .unanswered = 8,
        .rate = 20,
        .burst = 60,
        .http_rate = 50,
        .http_burst = 200,
        .login_rate = 20,
        .http_requests = 2000,
        .downloads = 200,
        .outbox_bytes = 256 * 1024,
        .write_bytes = 64 * 1024,
        .page_reads = 64,
        .heartbeat_ms = 4000,
        .stalled_ms = 30000,
        .rights_ms = 250,
        .hello_ms = 10000,
        .snapshot_offer = 2000,
    };
}

static void on_dirty(void *ctx) {
    struct sessions *sessions = ctx;
    loop_defer(sessions->loop, &sessions->turn);
}

static void on_more(struct cursor *cursor) {
    struct follow *f = CONTAINER_OF(cursor, struct follow, cursor);
    if (f->s) {
        outbox_schedule(f->s);
    }
}

static void on_purge(struct cursor *cursor, uint64_t seq) {
    page_purge(CONTAINER_OF(cursor, struct follow, cursor), seq);
}

/* The end of a turn: everybody who has something to say says it, in one write each. */
static void on_turn(void *ctx) {
    struct sessions *sessions = ctx;
    fanout_sweep(sessions->fanout);
    struct list now = LIST_INIT(now);
    list_move_all(&now, &sessions->flush);
    for (struct list *link; (link = list_take(&now));) {
        outbox_flush(CONTAINER_OF(link, struct session, flush));
    }
}

struct live_frame {
    const char *bytes;
    size_t len;
};

static void add_live(void *ctx, struct cursor *cursor) {
    const struct live_frame *frame = ctx;
    struct follow *f = CONTAINER_OF(cursor, struct follow, cursor);
    /* Nobody waits for a signal like this one; a reader who is behind does without. */
    if (f->s && !f->s->blocked) {
        outbox_add(f->s, frame->bytes, frame->len);
    }
}

static void on_live(void *ctx, const char *stroom, const char *frame, size_t len) {
    struct sessions *sessions = ctx;
    struct stream *stream = fanout_find(sessions->fanout, stroom);
    if (stream) {
        stream_each(stream, add_live, &(struct live_frame){frame, len});
    }
}

static void check_time(struct session *s, int64_t now) {
    const struct session_limits *limits = &s->sessions->config.limits;
    if (s->state == SESSION_CLOSING) {
        return;
    }
    if (s->blocked && now - s->since_ms > limits->stalled_ms) {
        s->sessions->figures.too_slow++;
        session_close_for(s, ERR_TE_TRAAG);
    } else if (s->state == SESSION_FRESH && now - s->since_ms > limits->hello_ms) {
        session_close_for(s, ERR_PROTOCOLFOUT);
    }
}

static void on_beat(void *ctx) {
    struct sessions *sessions = ctx;
    int64_t now = loop_now_ms(sessions->loop);
    sessions->slice = (sessions->slice + 1) % SLICES;
    if (sessions->slice == 0) {
        address_forget_idle(sessions);
    }
    LIST_EACH(&sessions->slices[sessions->slice], link) {
        struct session *s = CONTAINER_OF(link, struct session, slice);
        check_time(s, now);
        if (s->state == SESSION_LIVE) {
            s->beat = true;
            outbox_schedule(s);
        }
    }
    page_next(sessions);
}

struct sessions *sessions_new(struct loop *loop, struct store *store, struct commands *commands,
                              struct fanout *fanout, const struct sessions_config *config) {
    struct sessions *sessions = mem_alloc(sizeof *sessions);
    sessions->loop = loop;
    sessions->store = store;
    sessions->commands = commands;
    sessions->fanout = fanout;
    sessions->config = *config;
    sessions->config.version = sessions->version = mem_strdup(config->version);
    for (unsigned i = 0; i < SLICES; i++) {
        list_init(&sessions->slices[i]);
    }
    list_init(&sessions->flush);
    list_init(&sessions->page_wait);
    list_init(&sessions->requests);
    map_init(&sessions->by_id);
    map_init(&sessions->addresses);
    arena_init(&sessions->arena, REPLY_ARENA);
    outbox_init(sessions);
    loop_deferred_init(&sessions->turn, on_turn, sessions);
    loop_timer_init(&sessions->beat, loop, on_beat, sessions);
    loop_timer_repeat(&sessions->beat, config->limits.heartbeat_ms / SLICES);
    fanout_set_readers(fanout, &(struct fanout_readers){.ctx = sessions,
                                                        .on_dirty = on_dirty,
                                                        .on_more = on_more,
                                                        .on_purge = on_purge});
    commands_on_live(commands, on_live, sessions);
    sessions->rights = rights_new(sessions);
    return sessions;
}

void sessions_stop(struct sessions *sessions) {
    rights_stop(sessions->rights);
    loop_timer_stop(&sessions->beat);
    loop_undefer(&sessions->turn);
    commands_on_live(sessions->commands, NULL, NULL);
}

void sessions_free(struct sessions *sessions) {
    MUST(sessions->by_id.count == 0);
    rights_free(sessions->rights);
    drain_free(sessions->drain);
    loop_timer_fini(&sessions->beat);
    loop_undefer(&sessions->turn);
    map_fini(&sessions->by_id);
    address_fini(sessions);
    outbox_fini(sessions);
    arena_fini(&sessions->arena);
    free(sessions->version);
    free(sessions);
}

void sessions_figures_get(const struct sessions *sessions, struct sessions_figures *out) {
    *out = sessions->figures;
    out->sessions = sessions->by_id.count;
}
