/*
 * world: real rooms up to session, with a transport in memory. The database is away: what needs it
 * is answered so, and what does not is tested here.
 */
#ifndef SPR_TESTS_SESSION_WORLD_H
#define SPR_TESTS_SESSION_WORLD_H

#include "sessions.h"

/* One end of a connection in memory. */
struct wire_end {
    struct bytes got; /* everything written and not yet looked at */
    size_t writes;
    size_t largest;
    bool block; /* the next writes are taken, but block */
    bool reading_stopped;
    int closed; /* close code, 0: open */
    char why[64];
    struct session *s;
};

struct world {
    struct loop *loop;
    struct store *store;
    struct fanout *fanout;
    struct commands *commands;
    struct sessions *sessions;
};

struct world *world_new(void (*change)(struct session_limits *limits));
void world_free(struct world *world);
void world_turn(struct world *world); /* what is to be said now is said */

/* A session that was greeted, without a database having been asked. */
void end_open_live(struct world *world, struct wire_end *end, const char *persoon);
void end_open(struct world *world, struct wire_end *end, const char *cookie);
void end_say(struct wire_end *end, const char *text);
void end_gone(struct wire_end *end);
/* The payloads written since the last look, each followed by a newline. */
const char *end_heard(struct wire_end *end);

/* Follows as if the store had admitted it: after `since`, where the log's head is. */
struct follow *follow_as(struct session *s, const char *stroom, uint64_t since, uint64_t head);
void publish(struct world *world, const char *stroom, uint64_t seq, const char *text);

#endif
