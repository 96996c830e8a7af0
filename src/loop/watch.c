/*
 * watch: what makes the loop wake: file descriptors, timers and signals.
 *
 * Invariant: the libevent object exists from init to fini (for a signal: from start to stop); a
 * stopped watcher is never called.
 */
#include "loop_internal.h"

#include <event2/event.h>

/* ---- fds ----------------------------------------------------------------------------------- */

static void on_fd(evutil_socket_t file, short what, void *ctx) {
    (void)file;
    struct loop_fd *fd = ctx;
    unsigned ready = (what & EV_READ ? LOOP_READ : 0u) | (what & EV_WRITE ? LOOP_WRITE : 0u);
    fd->on_ready(fd->ctx, ready);
}

void loop_fd_init(struct loop_fd *fd, struct loop *loop, void (*on_ready)(void *, unsigned),
                  void *ctx) {
    *fd = (struct loop_fd){.loop = loop, .on_ready = on_ready, .ctx = ctx, .fd = -1};
    fd->event = event_new(loop->base, -1, 0, on_fd, fd);
    MUST(fd->event != NULL);
}

void loop_fd_fini(struct loop_fd *fd) {
    if (fd->event != NULL)
        event_free(fd->event);
    fd->event = NULL;
}

void loop_fd_start(struct loop_fd *fd, int file, unsigned what) {
    if (fd->fd == file && fd->what == what)
        return;
    loop_fd_stop(fd);
    if (what == 0)
        return;
    int events = EV_PERSIST | (what & LOOP_READ ? EV_READ : 0) | (what & LOOP_WRITE ? EV_WRITE : 0);
    MUST(event_assign(fd->event, fd->loop->base, file, (short)events, on_fd, fd) == 0);
    MUST(event_add(fd->event, NULL) == 0);
    fd->fd = file;
    fd->what = what;
}

void loop_fd_stop(struct loop_fd *fd) {
    if (fd->what != 0)
        event_del(fd->event);
    fd->what = 0;
    fd->fd = -1;
}

/* ---- timers -------------------------------------------------------------------------------- */

static void on_timer(evutil_socket_t file, short what, void *ctx) {
    (void)file;
    (void)what;
    struct loop_timer *timer = ctx;
    timer->on_time(timer->ctx);
}

void loop_timer_init(struct loop_timer *timer, struct loop *loop, void (*on_time)(void *),
                     void *ctx) {
    *timer = (struct loop_timer){.loop = loop, .on_time = on_time, .ctx = ctx};
    timer->event = event_new(loop->base, -1, 0, on_timer, timer);
    MUST(timer->event != NULL);
}

void loop_timer_fini(struct loop_timer *timer) {
    if (timer->event != NULL)
        event_free(timer->event);
    timer->event = NULL;
}

static void timer_add(struct loop_timer *timer, int64_t ms, int flags) {
    MUST(ms >= 0);
    event_del(timer->event);
    MUST(event_assign(timer->event, timer->loop->base, -1, (short)flags, on_timer, timer) == 0);
    struct timeval after = {.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000};
    MUST(event_add(timer->event, &after) == 0);
}

void loop_timer_start(struct loop_timer *timer, int64_t after_ms) {
    timer_add(timer, after_ms, 0);
}

void loop_timer_repeat(struct loop_timer *timer, int64_t every_ms) {
    MUST(every_ms > 0);
    timer_add(timer, every_ms, EV_PERSIST);
}

void loop_timer_stop(struct loop_timer *timer) {
    if (timer->event != NULL)
        event_del(timer->event);
}

bool loop_timer_is_running(const struct loop_timer *timer) {
    return timer->event != NULL && event_pending(timer->event, EV_TIMEOUT, NULL) != 0;
}

/* ---- signals ------------------------------------------------------------------------------- */

static void on_signal(evutil_socket_t number, short what, void *ctx) {
    (void)what;
    struct loop_signal *signal = ctx;
    signal->on_signal(signal->ctx, (int)number);
}

void loop_signal_start(struct loop_signal *signal, struct loop *loop, int number,
                       void (*on)(void *, int), void *ctx) {
    *signal = (struct loop_signal){.on_signal = on, .ctx = ctx};
    signal->event = evsignal_new(loop->base, number, on_signal, signal);
    MUST(signal->event != NULL && event_add(signal->event, NULL) == 0);
}

void loop_signal_stop(struct loop_signal *signal) {
    if (signal->event != NULL)
        event_free(signal->event);
    signal->event = NULL;
}
