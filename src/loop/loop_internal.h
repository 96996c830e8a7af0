/* loop_internal: the loop itself, for the files of this room. */
#ifndef SPR_LOOP_INTERNAL_H
#define SPR_LOOP_INTERNAL_H

#include "loop/loop.h"

struct event_base;

struct loop {
    struct event_base *base;
    struct list deferred; /* struct loop_deferred */
    struct list retired;  /* struct retired */
    int64_t now_ms;       /* 0: not read in this turn yet */
    bool stopped;
};

#endif
