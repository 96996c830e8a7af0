/*
 * load: what the two processes of the load client share. Writers post; readers, in a process of
 * their own, check that every event of their stream arrives, in order and once.
 */
#ifndef BENCH_LOAD_H
#define BENCH_LOAD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "histogram.h"
#include "line.h"

enum { PLACES_MAX = 1024, RING = 4096 };

/* Where somebody may post: a line of the file of places. */
struct place {
    char token[64], namens[24], tafel[24], onderwerp[24];
    uint64_t seq;    /* head of the stream before the run */
    unsigned stream; /* places of one tafel share it */
};

struct options {
    unsigned port, n_readers, n_writers, window, text_bytes;
    bool lockstep; /* what is in flight is not what is unanswered but what some reader lacks */
    double seconds, warm;
    const char *epoch; /* of the heads in places */
    struct place places[PLACES_MAX];
    unsigned n_places;
};

/* Memory of both processes. Each field has one writer. */
struct shared {
    /* written by the readers */
    atomic_bool ready;
    atomic_uint_fast64_t delivered, bytes;
    atomic_uint_fast64_t complete; /* posts of the one stream that every reader has (lockstep) */
    struct histogram one, last; /* from post to the first reader of a stream; to the last of all */
    /* written by the writers */
    atomic_bool measuring, finished;
    atomic_uint_fast64_t heads[PLACES_MAX]; /* last seq of each stream, from the answers */
    atomic_uint_fast64_t sent_ns[RING];     /* when each post of the one stream left (lockstep) */
    int progress;                           /* eventfd: complete moved */
};

/* Returns when every reader has everything that was posted. */
void readers_run(const struct options *options, struct shared *shared);

struct posts {
    uint64_t posts, deliveries, bytes, ns;
    struct histogram ack;
};

/* Called when the measured stretch begins and ends. */
typedef void writers_on_mark(void *ctx, bool begins);
void writers_run(const struct options *options, struct shared *shared, struct posts *posts,
                 writers_on_mark *on_mark, void *ctx);

#endif
