/*
 * ring: consecutive ready frames of one stream, in slabs, so that a run of frames is one piece of
 * memory and goes out in one write.
 *
 * Invariant: it holds exactly the events low … next - 1, each as a whole frame inside one slab.
 */
#ifndef SPR_FANOUT_RING_H
#define SPR_FANOUT_RING_H

#include "base/base.h"

enum { RING_SLAB_MIN = 2 * 1024, RING_SLAB_MAX = 64 * 1024 };

struct ring_slab {
    struct list link;
    uint64_t last; /* seq of its newest frame */
    uint32_t len, cap;
    char data[];
};

struct ring_entry {
    struct ring_slab *slab;
    uint32_t at; /* where the frame begins */
    uint32_t end;
};

struct ring {
    struct list slabs;          /* oldest first */
    struct ring_entry *entries; /* of seq: entries[seq & (cap - 1)] */
    size_t cap, frames_max;
    uint64_t low, next;
    size_t bytes; /* of all slabs, used or not */
};

void ring_init(struct ring *ring, size_t frames_max);
void ring_fini(struct ring *ring);

/* Empty, with the given seq to come next. */
void ring_reset(struct ring *ring, uint64_t next);

/* Adds event `next`; drops the oldest so that at most bytes_max stay. */
void ring_add(struct ring *ring, const char *payload, size_t len, size_t bytes_max);

/* Wipes every frame up to and including seq. */
void ring_wipe(struct ring *ring, uint64_t seq);

/* The run of frames that begins at seq, which must be held: at most max bytes, at least one
 * frame. Returns the seq after it. */
uint64_t ring_run(const struct ring *ring, uint64_t seq, size_t max, const char **frames,
                  size_t *len);

#endif
