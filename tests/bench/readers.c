/*
 * readers: the process that reads. Each reader follows one stream from the head on.
 *
 * Invariant: an event that is not the next one of its stream ends the program.
 */
#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>

#include "load.h"

enum { GREETED_AT_ONCE = 32, DRAIN_SECONDS = 20, LOOKS_PER_SECOND = 100 };

struct reader {
    struct line line;
    const struct place *place;
    uint64_t seq;
    bool is_first; /* of its stream */
};

static const struct options *options;
static struct shared *shared;
static struct event_base *base;
static struct reader *readers;
static unsigned n_greeted, n_ready;
static unsigned have[RING]; /* how many readers have the post in this place of the ring */

static void on_readable(evutil_socket_t fd, short what, void *ctx);

static void greet_next(void) {
    struct reader *r = &readers[n_greeted++];
    char text[256];
    static const char hello[] = "{\"id\":1,\"do\":\"hello\",\"args\":{\"taal\":\"nl\"}}";
    int len = snprintf(text, sizeof text,
                       "{\"id\":2,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:%s\",\"epoch\":"
                       "\"%s\",\"since\":%llu}}",
                       r->place->tafel, options->epoch, (unsigned long long)r->place->seq);
    line_open(&r->line, options->port, r->place->token);
    line_send(&r->line, hello, sizeof hello - 1);
    line_send(&r->line, text, (size_t)len);
    event_add(event_new(base, r->line.fd, EV_READ | EV_PERSIST, on_readable, r), NULL);
}

static void on_reply(struct reader *r, const char *text, size_t len) {
    char since[48];
    int n = snprintf(since, sizeof since, "\"since\":%llu,", (unsigned long long)r->seq);
    if (len < 13 || strncmp(text + 8, "\"ok\"", 4) != 0)
        die("a reader is refused: %.*s", (int)len, text);
    if (text[6] != '2')
        return;
    if (memmem(text, len, since, (size_t)n) == NULL)
        die("a reader begins elsewhere: %.*s", (int)len, text);
    if (n_greeted < options->n_readers)
        greet_next();
    if (++n_ready == options->n_readers)
        atomic_store(&shared->ready, true);
}

/* The last of all readers has the next post of the one stream. */
static void count_complete(uint64_t post) {
    unsigned *count = &have[post % RING];
    if (++*count < options->n_readers)
        return;
    *count = 0;
    atomic_store(&shared->complete, post);
    eventfd_write(shared->progress, 1);
    if (atomic_load(&shared->measuring))
        histogram_add(&shared->last, now_ns() - atomic_load(&shared->sent_ns[post % RING]));
}

/* The text of a post tells when it left. */
static void time_one(const char *text, size_t len) {
    const char *at = memmem(text, len, "t@", 2);
    if (at != NULL && at + 24 < text + len)
        histogram_add(&shared->one, now_ns() - strtoull(at + 2, NULL, 10));
}

static void on_text(void *ctx, const char *text, size_t len) {
    static const char event[] = "{\"stroom\":\"tafel:";
    struct reader *r = ctx;
    if (strncmp(text, "{\"re\":", 6) == 0) {
        on_reply(r, text, len);
        return;
    }
    if (len < 64 || strncmp(text, event, sizeof event - 1) != 0)
        return; /* heartbeats and the like */
    const char *at = text + sizeof event - 1;
    size_t name = strlen(r->place->tafel);
    if (strncmp(at, r->place->tafel, name) != 0 || strncmp(at + name, "\",\"seq\":", 8) != 0)
        die("an event of another stream: %.60s", text);
    uint64_t seq = strtoull(at + name + 8, NULL, 10);
    if (seq != r->seq + 1)
        die("tafel:%s: event %llu came after %llu", r->place->tafel, (unsigned long long)seq,
            (unsigned long long)r->seq);
    r->seq = seq;
    atomic_fetch_add_explicit(&shared->delivered, 1, memory_order_relaxed);
    atomic_fetch_add_explicit(&shared->bytes, len + 4, memory_order_relaxed);
    if (options->lockstep)
        count_complete(seq - r->place->seq);
    if (r->is_first && atomic_load_explicit(&shared->measuring, memory_order_relaxed))
        time_one(text, len);
}

static void on_readable(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what;
    struct reader *r = ctx;
    if (!line_read(&r->line, on_text, r))
        die("the server closed the line of a reader");
}

static bool has_everything(void) {
    for (unsigned i = 0; i < options->n_readers; i++) {
        uint64_t head = atomic_load(&shared->heads[readers[i].place->stream]);
        if (readers[i].seq < head)
            return false;
    }
    return true;
}

static void on_look(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what, (void)ctx;
    static unsigned looks;
    if (!atomic_load(&shared->finished))
        return;
    if (has_everything())
        event_base_loopbreak(base);
    else if (++looks > DRAIN_SECONDS * LOOKS_PER_SECOND)
        die("events are lost: a reader lacks some %d s after the last answer", DRAIN_SECONDS);
}

void readers_run(const struct options *given, struct shared *memory) {
    const struct timeval often = {.tv_usec = 1000000 / LOOKS_PER_SECOND};
    bool seen[PLACES_MAX] = {false};
    options = given;
    shared = memory;
    base = event_base_new();
    readers = calloc(options->n_readers + 1, sizeof *readers);
    if (base == NULL || readers == NULL)
        die("no memory for %u readers", options->n_readers);
    for (unsigned i = 0; i < options->n_readers; i++) {
        struct reader *r = &readers[i];
        r->place = &options->places[i % options->n_places];
        r->seq = r->place->seq;
        r->is_first = !seen[r->place->stream];
        seen[r->place->stream] = true;
    }
    struct event *look = event_new(base, -1, EV_PERSIST, on_look, NULL);
    event_add(look, &often);
    if (options->n_readers == 0)
        atomic_store(&shared->ready, true);
    while (n_greeted < options->n_readers && n_greeted < GREETED_AT_ONCE)
        greet_next();
    event_base_dispatch(base);
}
