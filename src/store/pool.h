/*
 * pool: the lanes for reading. A queue of calls in front of a few connections; each connection has
 * one call under way, so a slow one holds up no more than itself.
 *
 * Invariant: a call is in the queue, or under way on one connection, or answered.
 */
#ifndef SPR_STORE_POOL_H
#define SPR_STORE_POOL_H

#include "conn.h"
#include "store/store.h"

struct pool_worker {
    struct pool *pool;
    struct conn conn;
    struct call *call; /* under way, or NULL */
};

struct pool_config {
    struct conn_config conn;
    unsigned connections, queue_calls, wait_ms;
    size_t queue_bytes;
};

struct pool {
    struct loop *loop;
    struct pool_config config;
    struct pool_worker *workers;
    struct list queue; /* struct call */
    struct loop_deferred pump;
    struct loop_timer expiry;
    unsigned waiting, up;
    size_t waiting_bytes;
    uint64_t calls;
    bool closing;                 /* takes no new calls */
    void (*on_change)(void *ctx); /* the first connection came or the last one went */
    void *ctx;
};

void pool_init(struct pool *pool, struct loop *loop, const struct pool_config *config,
               void (*on_change)(void *), void *ctx);
void pool_fini(struct pool *pool);
enum err pool_call(struct pool *pool, const char *function, const char *const *params, size_t n,
                   store_on_rows *on_rows, void *ctx) MUST_CHECK;
bool pool_has_pid(const struct pool *pool, int pid);
uint64_t pool_ups(const struct pool *pool);

#endif
