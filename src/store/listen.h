/*
 * listen: the lane for hints between processes, in and out. A hint may be lost: the log is the
 * truth, and whoever hears "*" looks there.
 */
#ifndef SPR_STORE_LISTEN_H
#define SPR_STORE_LISTEN_H

#include "conn.h"
#include "store/store.h"

struct listen {
    struct loop *loop;
    struct conn conn;
    struct list outgoing; /* struct hint */
    struct hint *flying;
    unsigned n_outgoing;
    struct loop_deferred pump;
    bool was_up;
    void (*on_hint)(void *ctx, const char *channel, const char *payload, int pid);
    void *ctx;
};

void listen_init(struct listen *listen, struct loop *loop, const struct conn_config *config,
                 void (*on_hint)(void *, const char *, const char *, int), void *ctx);
void listen_fini(struct listen *listen);
void listen_notify(struct listen *listen, const char *channel, const char *payload);

#endif
