/*
 * outbox: what goes out of one session. Its own frames first, then the streams it follows, in
 * turn.
 *
 * Invariant: at most one write per turn of the loop, always whole frames; while the transport is
 * blocked nothing is written, and what waits is bounded: own frames by outbox_bytes, events by
 * being read from the shared ring or the log only when they can go.
 */
#include "sessions.h"

#include <stdlib.h>
#include <string.h>

enum { SMALL_BYTES = 1024 };

static const char heartbeat[] = "\x81\x0e{\"hartslag\":1}";

/* Pieces that go out together. A single piece is not copied. */
struct gather {
    struct sessions *sessions;
    const char *frames;
    size_t len;
    bool overflow;
};

void outbox_init(struct sessions *sessions) {
    const struct session_limits *limits = &sessions->config.limits;
    /* Own frames, a heartbeat, a write full of events, and one frame more than fits. */
    sessions->scratch_size =
        limits->outbox_bytes + limits->write_bytes + 2UL * (WIRE_MESSAGE_MAX + 4096);
    sessions->scratch = mem_alloc(sessions->scratch_size);
}

void outbox_fini(struct sessions *sessions) {
    free(sessions->scratch);
    sessions->scratch = NULL;
}

void outbox_schedule(struct session *s) {
    if (s->blocked || s->state == SESSION_CLOSING || list_is_linked(&s->flush)) {
        return;
    }
    list_push(&s->sessions->flush, &s->flush);
    loop_defer(s->sessions->loop, &s->sessions->turn);
}

void outbox_add(struct session *s, const char *frames, size_t len) {
    bytes_add(&s->out, frames, len);
    if (s->out.full) {
        s->sessions->figures.too_slow++;
        session_close_for(s, ERR_TE_TRAAG);
        return;
    }
    outbox_schedule(s);
}

void outbox_json(struct session *s, struct wire_bytes json) {
    struct wire_bytes frame = wire_frame(&s->sessions->arena, json.p, json.len);
    outbox_add(s, frame.p, frame.len);
}

static void gather_add(struct gather *gather, const char *frames, size_t len) {
    char *scratch = gather->sessions->scratch;
    if (gather->len == 0) {
        gather->frames = frames;
    } else if (gather->len + len > gather->sessions->scratch_size) {
        gather->overflow = true;
        return;
    } else {
        if (gather->frames != scratch) {
            memcpy(scratch, gather->frames, gather->len);
            gather->frames = scratch;
        }
        memcpy(scratch + gather->len, frames, len);
    }
    gather->len += len;
}

/* Takes what one stream has ready, at most max bytes but at least a frame. */
static void gather_follow(struct gather *gather, struct follow *f, size_t max) {
    if (f->page) {
        f->page->sending = true;
        gather_add(gather, f->page->frames.data, f->page->frames.len);
        return;
    }
    const char *frames;
    size_t len;
    switch (cursor_take(&f->cursor, max, &frames, &len)) {
    case FANOUT_FRAMES:
        gather_add(gather, frames, len);
        break;
    case FANOUT_FELL_OFF:
        page_want(f);
        break;
    case FANOUT_NOTHING:
        break;
    }
}

/* Goes round the streams until none has anything or the write is full. True: there may be more. */
static bool gather_follows(struct session *s, struct gather *gather) {
    size_t limit = s->sessions->config.limits.write_bytes;
    size_t taken = 0;
    for (size_t idle = 0; idle < s->n_follows && taken < limit;) {
        struct follow *f = CONTAINER_OF(s->follows.next, struct follow, link);
        if (f->page && taken > 0) {
            return true; /* a page is a write of its own */
        }
        list_remove(&f->link);
        list_push(&s->follows, &f->link);
        bool page = f->page != NULL;
        size_t before = gather->len;
        gather_follow(gather, f, limit - taken);
        if (page) {
            return true;
        }
        taken += gather->len - before;
        idle = gather->len > before ? 0 : idle + 1;
    }
    return taken >= limit;
}

static void forget_sent(struct session *s) {
    bytes_clear(&s->out);
    if (s->out.cap > SMALL_BYTES) {
        bytes_fini(&s->out); /* an idle session holds no large buffer */
    }
    LIST_EACH(&s->follows, link) {
        struct follow *f = CONTAINER_OF(link, struct follow, link);
        if (f->page && f->page->sending) {
            page_sent(f);
        }
    }
}

static void write_out(struct session *s, const struct gather *gather) {
    struct sessions *sessions = s->sessions;
    sessions->figures.writes++;
    sessions->figures.bytes_sent += gather->len;
    switch (s->transport->write(s->ws, gather->frames, gather->len)) {
    case SESSION_SENT:
        break;
    case SESSION_BLOCKED:
        s->blocked = true;
        s->since_ms = loop_now_ms(sessions->loop);
        break;
    case SESSION_BROKEN:
        s->state = SESSION_CLOSING; /* session_gone follows */
        break;
    }
}

void outbox_flush(struct session *s) {
    if (s->blocked || s->state == SESSION_CLOSING) {
        return;
    }
    struct gather gather = {.sessions = s->sessions};
    if (s->out.len > 0) {
        gather_add(&gather, s->out.data, s->out.len);
    }
    if (s->beat) {
        gather_add(&gather, heartbeat, sizeof heartbeat - 1);
        s->beat = false;
    }
    bool more = gather_follows(s, &gather);
    if (gather.len > 0) {
        write_out(s, &gather);
        forget_sent(s);
    }
    if (gather.overflow) {
        log_error("session.frame_too_large", LOG_NUM("session", s->id));
        session_close_for(s, ERR_INTERN);
        return;
    }
    inbox_unpause(s);
    if (more) {
        outbox_schedule(s);
    }
}
