/*
 * fanout: for each stream that has readers here, a ring of ready frames that all readers share,
 * and a cursor per reader.
 *
 * Invariant: a ring holds consecutive events and grows only by head + 1. What a cursor takes
 * follows without a hole on what it took before, or it is told that it fell off the ring.
 *
 * A ring holds only what the log holds after the commit; it is never the truth, so it may be
 * thrown away at any moment: a reader that misses it reads pages from the log.
 */
#ifndef SPR_FANOUT_H
#define SPR_FANOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct fanout;
struct stream;

enum { FANOUT_NAME_BYTES = 96 }; /* a longer stream name is no stream */

struct fanout_limits {
    uint32_t ring_bytes;   /* frames kept per stream */
    uint32_t ring_frames;  /* the same, counted */
    uint32_t streams;      /* streams followed in this process */
};

/* Called from within publish, hint and tell; they may take from cursors but not attach or detach
 * them. */
struct fanout_hooks {
    void *ctx;
    /* Something must be read from the log: events after `after` exist or may exist. Called once;
     * again only after fanout_filled(). */
    void (*on_gap)(void *ctx, struct stream *stream, uint64_t after);
};

/* One reader of one stream. Embedded in the reader; only fanout touches its fields. */
struct cursor {
    struct stream *stream;
    struct cursor *prev, *next; /* in the stream's list */
    uint64_t at;                /* the next seq to take */
    uint64_t told;              /* head frame of this seq was taken */
    void (*on_more)(struct cursor *cursor); /* there is something to take */
    void (*on_purge)(struct cursor *cursor, uint64_t seq); /* seq changed: drop copies of it */
};

enum fanout_take {
    FANOUT_NOTHING,  /* at the head */
    FANOUT_FRAMES,   /* frames were given */
    FANOUT_FELL_OFF, /* the next event is not in the ring: read it from the log */
};

struct fanout_limits fanout_limits_default(void);
struct fanout *fanout_new(const struct fanout_limits *limits, const struct fanout_hooks *hooks);
void fanout_free(struct fanout *fanout); /* only when no cursor is attached */

/* The stream of that name when someone here reads it or is about to, else NULL. */
struct stream *fanout_find(struct fanout *fanout, const char *name);

/* Holds the stream while its reader asks for admission; every get has one release. Hints are
 * remembered from here on, so nothing falls between the answer and the attach. NULL: the name is
 * too long, or there are too many streams. */
struct stream *fanout_get(struct fanout *fanout, const char *name);
void fanout_release(struct stream *stream);

const char *stream_name(const struct stream *stream);
uint64_t stream_head(const struct stream *stream); /* highest seq known to be in the log */

/* An event, committed. Ignored when nobody reads the stream or it is known; a gap calls on_gap. */
void fanout_publish(struct fanout *fanout, const char *name, uint64_t seq, const char *bytes,
                    size_t len, uint64_t now_ms);

/* The content of seq changed in the log: no old copy of it leaves this process any more. */
void fanout_purge(struct fanout *fanout, const char *name, uint64_t seq);

/* The log's head is at least seq, as somebody says. */
void fanout_hint(struct fanout *fanout, const char *name, uint64_t seq);
void fanout_hint_all(struct fanout *fanout); /* a hint was lost or too long: look everywhere */

/* The read that on_gap asked for is over, done or failed. */
void fanout_filled(struct stream *stream, bool done);

/* Head of the log as just read, with its hash: fills a gap, and tells readers of a stream that
 * has been quiet for quiet_ms its head, once. */
void fanout_head(struct fanout *fanout, const char *name, uint64_t seq, const char *h,
                 uint64_t now_ms, uint64_t quiet_ms);

/* Starts reading after `since`; log_head is the head the log gave with the admission. */
void cursor_attach(struct cursor *cursor, struct stream *stream, uint64_t since,
                   uint64_t log_head);
void cursor_detach(struct cursor *cursor); /* nothing happens when it is not attached */

/* The next frames, whole and consecutive, at most max bytes but at least one frame; they are
 * shared and valid until control returns to the loop. The cursor moves on. */
enum fanout_take cursor_take(struct cursor *cursor, size_t max, const char **frames, size_t *len);

/* The reader took everything below seq from the log itself. */
void cursor_advance(struct cursor *cursor, uint64_t seq);

/* Calls fn for every stream with a reader; fn must not attach or detach. */
void fanout_each(struct fanout *fanout, void (*fn)(void *ctx, struct stream *stream), void *ctx);
void stream_each(struct stream *stream, void (*fn)(void *ctx, struct cursor *cursor), void *ctx);

struct fanout_figures {
    size_t streams, cursors, ring_bytes;
    uint64_t published, gaps, purged, fell_off;
};
void fanout_figures(const struct fanout *fanout, struct fanout_figures *out);

#endif
