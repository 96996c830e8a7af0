/*
 * load: what the parts of the load client share. A side is one server and the crowd that talks to
 * it; a member of the crowd is one connection, that reads or writes. The sides take turns.
 *
 * Invariant: a reader counts an event only when it is the next one. Ours ends the program when it
 * is not; a peer's is counted as lost or misplaced and told.
 */
#ifndef BENCH_LOAD_H
#define BENCH_LOAD_H

#include <stdbool.h>
#include <stdint.h>

#include "histogram.h"
#include "line.h"

struct event_base;
struct event;

enum { PLACES_MAX = 1024, RING = 4096, WINDOW_MAX = 256, TEXT_MAX = 1 << 14, ALSO_MAX = 2 };
enum { GROUPS_MAX = 4, PIDS_MAX = 64, FAULT_MAX = 256 };

/* Where somebody may post: a line of the file of places. A peer knows only the tafel: its room. */
struct place {
    char token[64], namens[24], tafel[24], onderwerp[24], persoon[24];
    uint64_t seq;    /* head of the stream before the run */
    unsigned stream; /* places of one tafel share it */
    unsigned n_readers;
};

/* Processes that count as one. */
struct group {
    const char *name;
    int name_len, pids[PIDS_MAX];
    unsigned n;
    double before_s, spent_s;
    uint64_t before_kib, after_kib;
};

struct side;

struct member {
    struct line line;
    struct side *side;
    struct place *place;
    struct event *event;
    unsigned index;
    bool writes, is_open, is_timed, is_slow;
    unsigned step;             /* of the greeting; the dialect's */
    uint64_t opened_ns;        /* when it began to connect */
    uint64_t seq, got;         /* last event of the stream; how many of the run */
    uint64_t next, unanswered; /* a writer's posts */
    uint64_t *sent_ns;         /* a writer's, by number */
    uint32_t seen[];           /* a reader's last post of each writer, when unnumbered */
};

/* A dialect: what members say to a server, and what its messages mean. */
struct peer {
    const char *name;
    bool is_binary;
    bool is_numbered; /* events carry the seq of their stream */
    bool is_ours;     /* a fault ends the program */
    const char *path, *writers_path, *head;
    void (*greet)(struct member *member); /* the connection is upgraded */
    void (*on_message)(struct member *member, const char *bytes, size_t len);
    void (*post)(struct member *member, uint64_t number, const char *text, size_t len);
};

struct side {
    const char *name, *epoch, *also[ALSO_MAX];
    const struct peer *peer;
    unsigned port, n_readers, n_writers, window, text_bytes, behind, n_slow, n_places, n_streams;
    bool lockstep; /* what is in flight is not what is unanswered but what some reader lacks */
    struct place *places;
    struct group groups[GROUPS_MAX];
    unsigned n_groups;
    struct member **members; /* readers, then writers */
    unsigned n_asked, n_open, n_again;
    uint64_t n_sent, n_acked, n_complete, n_delivered, n_expected, bytes, n_wrong;
    unsigned have[RING];    /* how many readers have the post in this place of the ring */
    uint64_t sent_ns[RING]; /* when it left; of use when one writer posts to one stream */
    struct histogram open_ms;
    char fault[FAULT_MAX];
};

/* What is measured in one turn of a side. */
struct slice {
    struct side *side;
    double seconds, rate;
    unsigned n_slow;
    bool is_measuring, is_over;
    uint64_t began_ns, ended_ns, n_due, acked, delivered, bytes, wrong;
    struct histogram ack, each, last; /* post to answer; to some readers; to the last of all */
};
extern struct slice slice;
extern struct event_base *base;

/* ---- dialects (peers/), and what they tell ---- */

const struct peer *peer_find(const char *name);
void member_say(struct member *member, const char *text, size_t len);
void member_sayf(struct member *member, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void member_ready(struct member *member);
void member_acked(struct member *member, uint64_t number);
/* text holds the stamp of the post; seq counts for numbered dialects. */
void member_event(struct member *member, uint64_t seq, const char *text, size_t len);

/* ---- side.c ---- */

void side_fault(struct side *side, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Connects everybody; calls back when all are ready, or never. */
void side_open(struct side *side, void (*on_open)(struct side *side));
void side_close(struct side *side);

/* ---- slice.c: one at a time ---- */

/* A turn of a side; ends when all is delivered. */
void slice_start(struct side *side, double seconds, double rate, unsigned n_slow,
                 void (*on_end)(void));
/* Posts as much as the window or the rate admits. */
void slice_pump(void);

/* ---- group.c: processor time and memory of others ---- */

void group_add(struct side *side, char *text);
void groups_mark(struct side *side, bool begins);
void groups_mark_memory(struct side *side);

#endif
