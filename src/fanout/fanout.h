/*
 * fanout: for each stream that has readers here, a ring of ready frames that all readers share,
 * and a cursor per reader.
 *
 * Invariant: a ring holds consecutive events and grows only by head + 1. What a cursor takes
 * follows without a hole on what it took before, or it is told that it fell off the ring.
 *
 * A ring holds only what the log holds after the commit. It is never the truth, so it may be
 * thrown away at any moment: a reader that misses it reads pages from the log.
 */
#ifndef SPR_FANOUT_H
#define SPR_FANOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"

struct fanout;
struct stream;
struct cursor;

enum { FANOUT_NAME_BYTES = 96 }; /* a longer stream name is no stream */

struct fanout_limits {
    size_t ring_bytes;  /* frames kept per stream */
    size_t ring_frames; /* the same, counted; a power of two */
    size_t total_bytes; /* all rings; above it each ring keeps only its newest part */
    size_t streams;     /* followed in this process */
};
struct fanout_limits fanout_limits_default(void);

struct fanout *fanout_new(const struct fanout_limits *limits);
void fanout_free(struct fanout *fanout); /* only when no cursor is attached */

/* ---- the side of the log ------------------------------------------------------------------ */

/* Events after `after` exist or may exist and must be read from the log. Not called again for the
 * stream before fanout_filled. It may publish at once, but not attach or detach. */
void fanout_on_gap(struct fanout *fanout,
                   void (*on_gap)(void *ctx, const char *name, uint64_t after), void *ctx);

/* An event, committed. Ignored when nobody reads the stream or it is already here. */
void fanout_publish(struct fanout *fanout, const char *name, uint64_t seq, const char *bytes,
                    size_t len);
/* The content of seq changed in the log: no old copy of it leaves this process any more. */
void fanout_purge(struct fanout *fanout, const char *name, uint64_t seq);
/* The log's head is at least seq, as somebody says. */
void fanout_hint(struct fanout *fanout, const char *name, uint64_t seq);
/* The read that on_gap asked for is over. */
void fanout_filled(struct fanout *fanout, const char *name, bool done);
/* The log's head and its hash as just read: shows a gap, and once a stream has been quiet for
 * quiet_ms its readers are told, once. */
void fanout_head(struct fanout *fanout, const char *name, uint64_t seq, const char *h,
                 int64_t quiet_ms);
/* Calls fn with the name of every stream that has a reader. */
void fanout_each(struct fanout *fanout, void (*fn)(void *ctx, const char *name), void *ctx);

/* ---- the side of the readers ---------------------------------------------------------------- */

struct fanout_readers {
    void *ctx;
    void (*on_dirty)(void *ctx);            /* call fanout_sweep before this turn ends */
    void (*on_more)(struct cursor *cursor); /* from the sweep: there may be something to take */
    /* seq changed: a copy the reader holds itself, read from the log, must not leave. */
    void (*on_purge)(struct cursor *cursor, uint64_t seq);
};
void fanout_set_readers(struct fanout *fanout, const struct fanout_readers *readers);
/* Tells the readers of streams that grew; none of them may attach or detach meanwhile. */
void fanout_sweep(struct fanout *fanout);

/* Holds the stream while its reader asks for admission, so that what is published meanwhile is
 * not missed. NULL: the name is no stream's, or too many are followed. */
struct stream *fanout_hold(struct fanout *fanout, const char *name);
void fanout_release(struct stream *stream);
struct stream *fanout_find(struct fanout *fanout, const char *name);
const char *stream_name(const struct stream *stream);
/* fn may detach the cursor it is given. */
void stream_each(struct stream *stream, void (*fn)(void *ctx, struct cursor *cursor), void *ctx);

/* One reader of one stream, embedded in the reader. Only fanout changes the fields. */
struct cursor {
    struct list link; /* in the stream's readers */
    struct stream *stream;
    uint64_t at;   /* the next seq to take */
    uint64_t told; /* the head it was told */
};

enum fanout_take {
    FANOUT_NOTHING,  /* the reader has everything */
    FANOUT_FRAMES,   /* frames were given */
    FANOUT_FELL_OFF, /* the next event is not in the ring: read it from the log */
};

void cursor_init(struct cursor *cursor);
/* Reads on after `since`; log_head is the head that the log gave with the admission. */
void cursor_attach(struct cursor *cursor, struct stream *stream, uint64_t since, uint64_t log_head);
void cursor_detach(struct cursor *cursor); /* nothing happens when it is not attached */
/* The next frames, whole and consecutive, at most max bytes but at least one. They are shared and
 * stay valid until something is published or purged. The cursor moves on. */
enum fanout_take cursor_take(struct cursor *cursor, size_t max, const char **frames, size_t *len);
/* The reader took everything before seq from the log itself. */
void cursor_advance(struct cursor *cursor, uint64_t seq);
bool cursor_is_behind(const struct cursor *cursor); /* something is left to take or to read */

struct fanout_figures {
    size_t streams, cursors, ring_bytes;
    uint64_t published, gaps, purged, fell_off;
};
void fanout_figures_get(const struct fanout *fanout, struct fanout_figures *out);

#endif
