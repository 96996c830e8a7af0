/*
 * writers: the process that posts. Each writer keeps a number of posts in flight; in lockstep that
 * number is counted until the last reader has them.
 *
 * Invariant: every post is answered with ok, and the run ends only after the last answer.
 */
#include <event2/event.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "load.h"

enum { WINDOW_MAX = 256, TEXT_MAX = 8192 };

struct writer {
    struct line line;
    const struct place *place;
    uint64_t next; /* id of the next post; hello had 1 */
    unsigned unanswered;
    bool welcome;
    uint64_t sent_ns[WINDOW_MAX];
};

static const struct options *options;
static struct shared *shared;
static struct posts *posts;
static struct event_base *base;
static struct writer *writers;
static writers_on_mark *on_mark;
static void *mark_ctx;
static uint64_t n_sent, n_acked, began_ns, acked_before, delivered_before, bytes_before;
static bool is_over;
static char padding[TEXT_MAX + 1];

static void post(struct writer *w) {
    static char text[TEXT_MAX + 1024];
    uint64_t now = now_ns(), id = w->next++;
    size_t pad = options->text_bytes > 24 ? options->text_bytes - 24 : 0;
    int len = snprintf(
        text, sizeof text,
        "{\"id\":%llu,\"do\":\"bijdrage.plaatsen\",\"sleutel\":\"b%08x-%04x-%012llx\","
        "\"namens\":\"%s\",\"tafel\":\"%s\",\"args\":{\"onderwerp\":\"%s\",\"soort\":\"bijdrage\","
        "\"tekst\":\"t@%020llu @%.*s\"}}",
        (unsigned long long)id, (unsigned)getpid(), (unsigned)(w - writers), (unsigned long long)id,
        w->place->namens, w->place->tafel, w->place->onderwerp, (unsigned long long)now, (int)pad,
        padding);
    w->sent_ns[id % WINDOW_MAX] = now;
    w->unanswered++;
    n_sent++;
    if (options->lockstep)
        atomic_store(&shared->sent_ns[n_sent % RING], now);
    line_send(&w->line, text, (size_t)len);
}

static bool has_room(const struct writer *w) {
    if (is_over || !w->welcome)
        return false;
    return options->lockstep ? n_sent - atomic_load(&shared->complete) < options->window &&
                                   w->unanswered < options->window
                             : w->unanswered < options->window;
}

static void pump(struct writer *w) {
    while (has_room(w))
        post(w);
    if (is_over && n_acked == n_sent)
        event_base_loopbreak(base);
}

static void on_reply(struct writer *w, const char *text, size_t len) {
    char *end;
    uint64_t id = strtoull(text + 6, &end, 10), now = now_ns();
    if (strncmp(end, ",\"ok\":", 6) != 0)
        die("a writer is refused: %.*s", (int)len, text);
    if (id == 1) {
        w->welcome = true;
        return;
    }
    const char *seq = memmem(text, len, "\"seq\":", 6);
    if (seq == NULL)
        die("an answer without a place: %.*s", (int)len, text);
    uint64_t at = strtoull(seq + 6, NULL, 10);
    if (at > atomic_load(&shared->heads[w->place->stream]))
        atomic_store(&shared->heads[w->place->stream], at);
    w->unanswered--;
    n_acked++;
    if (atomic_load_explicit(&shared->measuring, memory_order_relaxed))
        histogram_add(&posts->ack, now - w->sent_ns[id % WINDOW_MAX]);
}

static void on_text(void *ctx, const char *text, size_t len) {
    if (strncmp(text, "{\"re\":", 6) == 0)
        on_reply(ctx, text, len);
}

static void on_readable(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what;
    struct writer *w = ctx;
    if (!line_read(&w->line, on_text, w))
        die("the server closed the line of a writer");
    pump(w);
}

static void on_progress(evutil_socket_t fd, short what, void *ctx) {
    (void)what, (void)ctx;
    eventfd_t count;
    eventfd_read(fd, &count);
    for (unsigned i = 0; i < options->n_writers; i++)
        pump(&writers[i]);
}

/* The readers outlive the writers, or something is wrong. */
static void on_child(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what, (void)ctx;
    die("the readers ended first");
}

static void on_begin(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what, (void)ctx;
    acked_before = n_acked;
    delivered_before = atomic_load(&shared->delivered);
    bytes_before = atomic_load(&shared->bytes);
    began_ns = now_ns();
    on_mark(mark_ctx, true);
    atomic_store(&shared->measuring, true);
}

static void on_end(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what, (void)ctx;
    atomic_store(&shared->measuring, false);
    on_mark(mark_ctx, false);
    posts->ns = now_ns() - began_ns;
    posts->posts = n_acked - acked_before;
    posts->deliveries = atomic_load(&shared->delivered) - delivered_before;
    posts->bytes = atomic_load(&shared->bytes) - bytes_before;
    is_over = true;
    pump(&writers[0]);
}

static void after(double seconds, event_callback_fn call) {
    struct timeval wait = {.tv_sec = (time_t)seconds,
                           .tv_usec = (suseconds_t)((seconds - (double)(time_t)seconds) * 1e6)};
    event_base_once(base, -1, EV_TIMEOUT, call, NULL, &wait);
}

static void open_writer(struct writer *w, unsigned i) {
    static const char hello[] = "{\"id\":1,\"do\":\"hello\",\"args\":{\"taal\":\"nl\"}}";
    w->place = &options->places[i % options->n_places];
    w->next = 2;
    line_open(&w->line, options->port, w->place->token);
    event_add(event_new(base, w->line.fd, EV_READ | EV_PERSIST, on_readable, w), NULL);
    line_send(&w->line, hello, sizeof hello - 1);
}

void writers_run(const struct options *given, struct shared *memory, struct posts *into,
                 writers_on_mark *mark, void *ctx) {
    options = given;
    shared = memory;
    posts = into;
    on_mark = mark;
    mark_ctx = ctx;
    memset(padding, 'a', TEXT_MAX);
    base = event_base_new();
    writers = calloc(options->n_writers, sizeof *writers);
    if (base == NULL || writers == NULL || options->window > WINDOW_MAX)
        die("%u writers with %u posts in flight are too many", options->n_writers, options->window);
    for (unsigned i = 0; i < options->n_writers; i++)
        open_writer(&writers[i], i);
    event_add(event_new(base, shared->progress, EV_READ | EV_PERSIST, on_progress, NULL), NULL);
    event_add(evsignal_new(base, SIGCHLD, on_child, NULL), NULL);
    after(options->warm, on_begin);
    after(options->warm + options->seconds, on_end);
    event_base_dispatch(base);
    atomic_store(&shared->finished, true);
}
