/*
 * slice: one turn of one side. Posts for so long, by a window or by a rate, and ends when every
 * post is answered and every reader has everything. All of that is measured: what is in flight when
 * the posting ends counts, with the time that it takes, so that a slice of few batches is still
 * right.
 */
#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"

/* What nothing is heard of for so long is lost: a peer is told of, ours ends the program. */
enum { DRAIN_SECONDS = 20, LOOKS_PER_SECOND = 1000, IN_FLIGHT_MAX = 128 };

struct slice slice;

static void (*on_slice_end)(void);
static struct event *look;
static uint64_t drain_until_ns, drained;
static unsigned next_writer;
static bool is_pumping;

static struct member *writer_at(unsigned i) {
    return slice.side->members[slice.side->n_readers + i];
}

/* ---- posts ----------------------------------------------------------------------------------- */

static void post(struct member *member, uint64_t when) {
    static char text[TEXT_MAX];
    struct side *side = member->side;
    uint64_t number = ++member->next;
    int stamp = snprintf(text, sizeof text, "t@%020llu.%05u.%010llu@", (unsigned long long)when,
                         member->index, (unsigned long long)number);
    size_t len = side->text_bytes > (unsigned)stamp ? side->text_bytes : (size_t)stamp;
    memset(text + stamp, 'a', len - (size_t)stamp);
    text[len] = '\0';
    member->sent_ns[number % WINDOW_MAX] = when;
    member->unanswered++;
    side->n_sent++;
    side->n_expected += side->places[member->place->stream].n_readers;
    side->sent_ns[side->n_sent % RING] = when;
    side->peer->post(member, number, text, len);
}

static bool has_room(const struct member *member) {
    const struct side *side = member->side;
    if (member->unanswered >= side->window)
        return false;
    return !side->lockstep || side->n_sent - side->n_complete < side->window;
}

static void pump_windows(void) {
    uint64_t before;
    do {
        before = slice.side->n_sent;
        for (unsigned i = 0; i < slice.side->n_writers; i++)
            if (has_room(writer_at(i)) && slice.side->fault[0] == '\0')
                post(writer_at(i), now_ns());
    } while (slice.side->n_sent > before);
}

/* What is late keeps the time when it was due, so that waiting is seen. */
static void pump_rate(void) {
    struct side *side = slice.side;
    uint64_t due = (uint64_t)((double)(now_ns() - slice.began_ns) / 1e9 * slice.rate);
    uint64_t readers = side->n_readers > 0 ? side->n_readers : 1;
    for (unsigned tried = 0; slice.n_due < due && tried < side->n_writers;) {
        struct member *member = writer_at(next_writer++ % side->n_writers);
        bool is_far = (side->n_expected - side->n_delivered) / readers >= IN_FLIGHT_MAX;
        if (!has_room(member) || is_far || side->fault[0] != '\0') {
            tried++;
            continue;
        }
        tried = 0;
        post(member, slice.began_ns + (uint64_t)((double)slice.n_due++ / slice.rate * 1e9));
    }
}

/* ---- begin and end --------------------------------------------------------------------------- */

static void read_slow(struct side *side, bool reads) {
    for (unsigned i = 0; i < side->n_readers; i++) {
        struct member *member = side->members[i];
        if (!member->is_slow || i >= slice.n_slow)
            continue;
        if (reads)
            event_add(member->event, NULL);
        else
            event_del(member->event);
    }
}

/* The posting ends. Memory is of this moment: what stood still moves again. */
static void end(void) {
    slice.is_over = true;
    groups_mark_memory(slice.side);
    drained = UINT64_MAX;
    read_slow(slice.side, true);
}

/* What did not come will not: the next turn begins anew. */
static void give_up(struct side *side) {
    uint64_t lost = side->n_expected - side->n_delivered + side->n_sent - side->n_acked;
    if (side->fault[0] == '\0' && side->peer->is_ours)
        die("%s: %llu events or answers are lost: they are not there after %d s", side->name,
            (unsigned long long)lost, DRAIN_SECONDS);
    side->n_wrong += lost;
    side->n_delivered = side->n_expected;
    side->n_acked = side->n_complete = side->n_sent;
    memset(side->have, 0, sizeof side->have);
    for (unsigned i = 0; i < side->n_writers; i++)
        writer_at(i)->unanswered = 0;
    for (unsigned i = 0; i < side->n_readers; i++)
        side->members[i]->got = side->n_sent;
}

static void look_for_end(void) {
    struct side *side = slice.side;
    bool is_complete = side->n_acked == side->n_sent && side->n_delivered == side->n_expected;
    if (drained != side->n_delivered + side->n_acked) { /* slow is not lost */
        drained = side->n_delivered + side->n_acked;
        drain_until_ns = now_ns() + DRAIN_SECONDS * 1000000000ULL;
    }
    if (!is_complete && side->fault[0] == '\0' && now_ns() < drain_until_ns)
        return;
    if (!is_complete)
        give_up(side);
    slice.is_measuring = false;
    slice.ended_ns = now_ns();
    groups_mark(side, false);
    slice.acked = side->n_acked - slice.acked;
    slice.delivered = side->n_delivered - slice.delivered;
    slice.bytes = side->bytes - slice.bytes;
    slice.wrong = side->n_wrong - slice.wrong;
    event_del(look);
    on_slice_end();
    slice.side = NULL;
}

void slice_pump(void) {
    if (slice.side == NULL || is_pumping)
        return;
    if (slice.is_over) {
        look_for_end();
        return;
    }
    is_pumping = true; /* a dialect may hear its answer while it speaks */
    if (slice.rate > 0)
        pump_rate();
    else if (slice.side->n_writers > 0)
        pump_windows();
    is_pumping = false;
}

static void on_look(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what, (void)ctx;
    if (!slice.is_over && now_ns() >= slice.began_ns + (uint64_t)(slice.seconds * 1e9))
        end();
    slice_pump();
}

void slice_start(struct side *side, double seconds, double rate, unsigned n_slow,
                 void (*on_end)(void)) {
    static const struct timeval often = {.tv_usec = 1000000 / LOOKS_PER_SECOND};
    slice = (struct slice){.side = side, .seconds = seconds, .rate = rate, .n_slow = n_slow};
    slice.acked = side->n_acked;
    slice.delivered = side->n_delivered;
    slice.bytes = side->bytes;
    slice.wrong = side->n_wrong;
    on_slice_end = on_end;
    groups_mark(side, true);
    slice.began_ns = now_ns();
    slice.is_measuring = true;
    if (look == NULL)
        look = event_new(base, -1, EV_PERSIST, on_look, NULL);
    event_add(look, &often);
    read_slow(side, false);
    slice_pump();
}
