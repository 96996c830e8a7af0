/* stream: what fanout knows of one stream; shared by the files of this room only. */
#ifndef SPR_FANOUT_STREAM_H
#define SPR_FANOUT_STREAM_H

#include "fanout/fanout.h"
#include "ring.h"

struct fanout {
    struct fanout_limits limits;
    struct map streams;
    struct list dirty;
    size_t ring_bytes, cursors;
    void (*on_gap)(void *ctx, const char *name, uint64_t after);
    void *gap_ctx;
    struct fanout_readers readers;
    struct fanout_figures figures;
};

struct stream {
    struct map_node node;
    struct list dirty; /* in fanout.dirty while readers must be told */
    struct list cursors;
    struct fanout *fanout;
    struct ring ring;
    uint64_t known; /* the log's head is at least this */
    size_t holds;   /* cursors, and those that ask for admission */
    bool open;      /* ring.next is known from the log */
    bool filling;   /* on_gap was called */
    int64_t grew_ms;
    struct bytes head_frame; /* tells head_seq and its hash to readers of a quiet stream */
    uint64_t head_seq;
    char name[FANOUT_NAME_BYTES];
};

/* Readers may have something to take. */
void stream_mark(struct stream *stream);
/* Asks for what is known to be in the log and is not here. */
void stream_check(struct stream *stream);

#endif
