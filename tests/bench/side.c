/* side: the crowd that talks to one server: how it comes, and what each member hears. */
#include <event2/event.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load.h"

/* Connections from one address stay far below what its ports allow. */
enum { AT_ONCE = 64, PER_ADDRESS = 5000, SLOW_RECEIVE_BYTES = 4096, TIMED = 64 };

static void (*on_side_open)(struct side *side);

void side_fault(struct side *side, const char *format, ...) {
    va_list args;
    if (side->fault[0] != '\0')
        return;
    va_start(args, format);
    vsnprintf(side->fault, sizeof side->fault, format, args);
    va_end(args);
    if (side->peer->is_ours)
        die("%s: %s", side->name, side->fault);
    for (char *at = side->fault; *at != '\0'; at++)
        if (*at == '"' || *at == '\\' || (unsigned char)*at < ' ')
            *at = '\'';
}

void member_say(struct member *member, const char *text, size_t len) {
    const char *fault = line_send(&member->line, member->side->peer->is_binary, text, len);
    if (fault != NULL)
        side_fault(member->side, "%s", fault);
}

void member_sayf(struct member *member, const char *format, ...) {
    static char text[SEND_MAX];
    va_list args;
    va_start(args, format);
    int len = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    member_say(member, text, (size_t)len < sizeof text ? (size_t)len : sizeof text);
}

/* ---- what is heard --------------------------------------------------------------------------- */

/* The last of all readers has the next post of the one stream. */
static void count_complete(struct side *side, uint64_t post) {
    unsigned *count = &side->have[post % RING];
    if (++*count < side->n_readers)
        return;
    *count = 0;
    side->n_complete = post;
    if (slice.is_measuring && slice.side == side)
        histogram_add(&slice.last, now_ns() - side->sent_ns[post % RING]);
}

static void wrong(struct member *member, const char *what, uint64_t got, uint64_t before) {
    struct side *side = member->side;
    if (side->peer->is_ours)
        die("%s, tafel %s: %s: %llu came after %llu", side->name, member->place->tafel, what,
            (unsigned long long)got, (unsigned long long)before);
    side->n_wrong++;
}

/* The text of a post: t@<when>.<writer>.<number>@ */
static void check_stamp(struct member *member, const char *text, size_t len) {
    struct side *side = member->side;
    const char *at = memmem(text, len, "t@", 2);
    if (at == NULL || at + 38 > text + len) {
        wrong(member, "an event without its text", 0, member->got);
        return;
    }
    char *end;
    uint64_t when = strtoull(at + 2, &end, 10);
    unsigned long writer = strtoul(end + 1, &end, 10), number = strtoul(end + 1, &end, 10);
    if (!side->peer->is_numbered && writer < side->n_writers) {
        if (number != member->seen[writer] + 1UL)
            wrong(member, "a post is not the next of its writer", number, member->seen[writer]);
        member->seen[writer] = (uint32_t)number;
    }
    if (member->is_timed && slice.is_measuring && slice.side == side)
        histogram_add(&slice.each, now_ns() - when);
}

void member_event(struct member *member, uint64_t seq, const char *text, size_t len) {
    struct side *side = member->side;
    if (side->peer->is_numbered && seq != member->seq + 1)
        wrong(member, "an event is not the next", seq, member->seq);
    member->seq = seq;
    if (!member->is_open && side->behind > 0) {
        if (seq == member->place->seq)
            member_ready(member);
        return;
    }
    member->got++;
    side->n_delivered++;
    side->bytes += len + (len < 126 ? 2 : 4);
    if (member->is_timed || !side->peer->is_numbered)
        check_stamp(member, text, len);
    if (side->n_streams == 1 && side->n_writers == 1)
        count_complete(side, member->got);
}

void member_acked(struct member *member, uint64_t number) {
    if (member->unanswered == 0) {
        wrong(member, "an answer to nothing", number, member->next);
        return;
    }
    member->unanswered--;
    member->side->n_acked++;
    if (slice.is_measuring && slice.side == member->side)
        histogram_add(&slice.ack, now_ns() - member->sent_ns[number % WINDOW_MAX]);
}

/* ---- how a crowd comes ----------------------------------------------------------------------- */

static void on_message(void *ctx, const char *bytes, size_t len) {
    struct member *member = ctx;
    if (bytes == NULL)
        member->side->peer->greet(member);
    else if (len > 0)
        member->side->peer->on_message(member, bytes, len);
}

static void on_readable(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what;
    struct member *member = ctx;
    const char *fault = line_read(&member->line, on_message, member);
    if (fault != NULL) {
        event_del(member->event);
        side_fault(member->side, "%s %u: %s", member->writes ? "writer" : "reader", member->index,
                   fault);
    } else if (slice.side == member->side) {
        slice_pump();
    }
}

static void open_next(struct side *side) {
    const struct peer *peer = side->peer;
    struct member *member = side->members[side->n_asked++];
    char head[256];
    /* Only ours looks at it, and a cookie of a stranger hurts nobody. */
    snprintf(head, sizeof head, "%sCookie: spr_lokaal_%u=%s\r\n", peer->head, side->port,
             member->place->token);
    member->opened_ns = now_ns();
    const char *path = member->writes && peer->writers_path ? peer->writers_path : peer->path;
    const char *fault = line_open(&member->line, 1 + side->n_asked / PER_ADDRESS, side->port, path,
                                  head, member->is_slow ? SLOW_RECEIVE_BYTES : 0);
    if (fault != NULL) {
        side_fault(side, "connection %u: %s", side->n_asked, fault);
        return;
    }
    member->event = event_new(base, member->line.fd, EV_READ | EV_PERSIST, on_readable, member);
    event_add(member->event, NULL);
    if (path == NULL)
        peer->greet(member);
}

static unsigned count(const struct side *side) {
    return side->n_readers + side->n_writers;
}

void member_ready(struct member *member) {
    struct side *side = member->side;
    if (member->is_open)
        return;
    member->is_open = true;
    histogram_add(&side->open_ms, now_ns() - member->opened_ns);
    side->n_open++;
    if (side->n_asked < count(side) && side->fault[0] == '\0')
        open_next(side);
    if (side->n_open == count(side))
        on_side_open(side);
}

static struct member *make_member(struct side *side, unsigned i) {
    bool writes = i >= side->n_readers;
    unsigned index = writes ? i - side->n_readers : i, every = side->n_readers / TIMED + 1;
    size_t seen = writes || side->peer->is_numbered ? 0 : side->n_writers * sizeof(uint32_t);
    struct member *member = calloc(1, sizeof *member + seen);
    uint64_t *sent_ns = writes ? calloc(WINDOW_MAX, sizeof *sent_ns) : NULL;
    if (member == NULL || (writes && sent_ns == NULL))
        die("no memory for %u members", count(side));
    *member = (struct member){.side = side,
                              .line.fd = -1,
                              .writes = writes,
                              .sent_ns = sent_ns,
                              .index = index,
                              .place = &side->places[index % side->n_places]};
    member->seq = member->place->seq - side->behind;
    member->is_slow = !writes && i < side->n_slow;
    member->is_timed = !writes && !member->is_slow && index % every == every - 1;
    return member;
}

void side_open(struct side *side, void (*on_open)(struct side *side)) {
    on_side_open = on_open;
    side->members = calloc(count(side), sizeof(struct member *));
    if (side->members == NULL)
        die("no memory for %u members", count(side));
    for (unsigned i = 0; i < side->n_places; i++)
        side->places[i].n_readers = 0;
    for (unsigned i = 0; i < count(side); i++) {
        side->members[i] = make_member(side, i);
        if (!side->members[i]->writes)
            side->places[side->members[i]->place->stream].n_readers++;
    }
    while (side->n_asked < count(side) && side->n_asked < AT_ONCE && side->fault[0] == '\0')
        open_next(side);
}

void side_close(struct side *side) {
    for (unsigned i = 0; side->members != NULL && i < count(side); i++) {
        if (side->members[i]->event != NULL)
            event_free(side->members[i]->event);
        line_close(&side->members[i]->line);
        free(side->members[i]->sent_ns);
        free(side->members[i]);
    }
    free(side->members);
    side->members = NULL;
    side->n_asked = side->n_open = 0;
}
