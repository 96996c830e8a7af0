/*
 * loop: the turn. libevent waits and calls what became ready; then come the deferred calls; then
 * the retired are freed.
 *
 * Invariant: memory given to loop_retire is freed after every callback of the turn has returned, so
 * no callback can return into freed memory, and nobody needs to know who is still on the stack.
 */
#include "loop_internal.h"

#include <event2/event.h>
#include <stdlib.h>

struct retired {
    struct list link;
    void *object;
    void (*free_it)(void *);
};

struct loop *loop_new(void) {
    struct loop *loop = mem_alloc(sizeof *loop);
    loop->base = event_base_new();
    if (loop->base == NULL)
        die("libevent has no way to wait on this system");
    list_init(&loop->deferred);
    list_init(&loop->retired);
    return loop;
}

static void run_deferred(struct loop *loop) {
    struct list now = LIST_INIT(now);
    list_move_all(&now, &loop->deferred);
    for (struct list *link; (link = list_take(&now)) != NULL;) {
        struct loop_deferred *deferred = CONTAINER_OF(link, struct loop_deferred, link);
        deferred->call(deferred->ctx);
    }
}

static void free_retired(struct loop *loop) {
    for (struct list *link; (link = list_take(&loop->retired)) != NULL;) {
        struct retired *retired = CONTAINER_OF(link, struct retired, link);
        retired->free_it(retired->object);
        free(retired);
    }
}

void loop_free(struct loop *loop) {
    while (!list_is_empty(&loop->deferred))
        run_deferred(loop);
    free_retired(loop);
    event_base_free(loop->base);
    free(loop);
}

void loop_turn(struct loop *loop, bool wait) {
    /* What was deferred in the last turn's deferred calls must not wait for an event. */
    bool sleep = wait && list_is_empty(&loop->deferred);
    /* Read when first asked for, which is after the wait. */
    loop->now_ms = 0;
    MUST(event_base_loop(loop->base, EVLOOP_ONCE | (sleep ? 0 : EVLOOP_NONBLOCK)) >= 0);
    run_deferred(loop);
    free_retired(loop);
}

void loop_run(struct loop *loop) {
    loop->stopped = false;
    while (!loop->stopped)
        loop_turn(loop, true);
}

void loop_stop(struct loop *loop) {
    loop->stopped = true;
    event_base_loopbreak(loop->base);
}

void *loop_native(struct loop *loop) {
    return loop->base;
}

int64_t loop_now_ms(struct loop *loop) {
    if (loop->now_ms == 0)
        loop->now_ms = clock_mono_ms();
    return loop->now_ms;
}

void loop_deferred_init(struct loop_deferred *deferred, void (*call)(void *), void *ctx) {
    list_init(&deferred->link);
    deferred->call = call;
    deferred->ctx = ctx;
}

void loop_defer(struct loop *loop, struct loop_deferred *deferred) {
    if (!list_is_linked(&deferred->link))
        list_push(&loop->deferred, &deferred->link);
}

void loop_undefer(struct loop_deferred *deferred) {
    list_remove(&deferred->link);
}

void loop_retire(struct loop *loop, void *object, void (*free_it)(void *)) {
    struct retired *retired = mem_alloc(sizeof *retired);
    *retired = (struct retired){.object = object, .free_it = free_it};
    list_init(&retired->link);
    list_push(&loop->retired, &retired->link);
}
