/*
 * loop: the one event loop of a process, over libevent, which no other room sees.
 *
 * Invariant: everything happens on the loop's thread. A turn is: wait, run what became ready,
 * run what was deferred, free what was retired. A callback is never called from inside the call
 * that asked for it, and an object given to loop_retire is valid until its turn ends.
 *
 * fds, timers, deferred calls and signals are embedded in their owner: init once, start and stop
 * at will, fini before the memory goes. Stopping what is stopped is allowed.
 */
#ifndef SPR_LOOP_H
#define SPR_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"

struct event;
struct sockaddr;
struct loop;

struct loop *loop_new(void);
/* Runs the deferred calls and the retired that are left. Never from within a callback. */
void loop_free(struct loop *loop);
void loop_run(struct loop *loop);  /* until loop_stop */
void loop_stop(struct loop *loop); /* after the present turn */
/* One turn, for tests; with wait it sleeps until something happens. */
void loop_turn(struct loop *loop, bool wait);
void *loop_native(struct loop *loop);   /* struct event_base *, for libwebsockets only */
int64_t loop_now_ms(struct loop *loop); /* monotonic, read once a turn */

/* ---- fds: level triggered. The fd stays the owner's; stop before closing it ----------------- */
enum { LOOP_READ = 1, LOOP_WRITE = 2 };
struct loop_fd {
    struct loop *loop;
    struct event *event;
    void (*on_ready)(void *ctx, unsigned what); /* LOOP_READ | LOOP_WRITE */
    void *ctx;
    int fd;
    unsigned what;
};
void loop_fd_init(struct loop_fd *fd, struct loop *loop, void (*on_ready)(void *, unsigned),
                  void *ctx);
void loop_fd_fini(struct loop_fd *fd);
void loop_fd_start(struct loop_fd *fd, int file, unsigned what); /* what 0 stops */
void loop_fd_stop(struct loop_fd *fd);

/* ---- timers -------------------------------------------------------------------------------- */
struct loop_timer {
    struct loop *loop;
    struct event *event;
    void (*on_time)(void *ctx);
    void *ctx;
};
void loop_timer_init(struct loop_timer *timer, struct loop *loop, void (*on_time)(void *),
                     void *ctx);
void loop_timer_fini(struct loop_timer *timer);
void loop_timer_start(struct loop_timer *timer, int64_t after_ms); /* once; restarts */
void loop_timer_repeat(struct loop_timer *timer, int64_t every_ms);
void loop_timer_stop(struct loop_timer *timer);
bool loop_timer_is_running(const struct loop_timer *timer);

/* ---- deferred calls: once at the end of this turn, however often asked. Asked while the deferred
 * calls run, it follows at the end of the next turn, which then does not sleep. ---------------- */
struct loop_deferred {
    struct list link;
    void (*call)(void *ctx);
    void *ctx;
};
void loop_deferred_init(struct loop_deferred *deferred, void (*call)(void *), void *ctx);
void loop_defer(struct loop *loop, struct loop_deferred *deferred);
void loop_undefer(struct loop_deferred *deferred);

/* ---- late death: free_it(object) after everything else of this turn ---------------------------
 */
void loop_retire(struct loop *loop, void *object, void (*free_it)(void *));

/* ---- signals --------------------------------------------------------------------------------- */
struct loop_signal {
    struct event *event;
    void (*on_signal)(void *ctx, int signal);
    void *ctx;
};
void loop_signal_start(struct loop_signal *signal, struct loop *loop, int number,
                       void (*on_signal)(void *, int), void *ctx);
void loop_signal_stop(struct loop_signal *signal);

/* ---- listeners ------------------------------------------------------------------------------- */
struct loop_listener;
struct loop_listen {
    const char *address; /* "127.0.0.1:8080", "[::1]:0", "unix:/run/spr.sock" */
    bool reuse_port;     /* several processes on one port */
    int backlog;         /* 0: what the system allows */
    /* fd is the callee's: non-blocking, close-on-exec. */
    void (*on_accept)(void *ctx, int fd, const struct sockaddr *peer, size_t peer_len);
    void *ctx;
};
/* When it fails, *why (if given) is a sentence in a static buffer. When the process has no file
 * descriptor left, a spare one is spent to accept and close at once, so that accept never spins. */
enum err loop_listener_open(struct loop *loop, const struct loop_listen *listen,
                            struct loop_listener **out, const char **why) MUST_CHECK;
void loop_listener_close(struct loop_listener *listener);
void loop_listener_pause(struct loop_listener *listener, bool paused);
unsigned loop_listener_port(const struct loop_listener *listener); /* 0 for unix: */

#endif
