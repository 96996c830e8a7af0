/*
 * world: a database of its own for each test program, with a small api.verwerk in it whose commands
 * misbehave on request, and a loop that is turned until something happened.
 *
 * SPR_TEST_DATABASE is the conninfo (key=value form) of a superuser; without it the tests fail.
 */
#ifndef TEST_STORE_WORLD_H
#define TEST_STORE_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <libpq-fe.h>

#include "loop/loop.h"
#include "store/store.h"

/* One command or call and what came of it. */
struct reply {
    unsigned calls; /* how often the callback came: must become 1 */
    enum err err;
    size_t n;
    char text[4096]; /* "soort stroom seq bytes\n" per row */
    unsigned order;  /* the how manieth callback of the world this was */
};

struct world {
    char conninfo[1024];         /* as the store comes in */
    char migrate_conninfo[1024]; /* as the superuser comes in */
    PGconn *admin;               /* in the database of the test */
    struct loop *loop;
    struct loop_timer tick;
    struct store *store;
    unsigned replies;
    unsigned states, hints, own_hints;
    bool up;
    char last_hint[256];
};

extern struct world world;

int world_open(void **state); /* for the group */
int world_close(void **state);
int world_reset(void **state); /* before each test: empty tables, no store */
int world_tidy(void **state);  /* after each test */

void world_start(const struct store_config *config); /* and waits until the store is up */
void world_start_anyhow(const struct store_config *config);
struct store_config world_config(void);

/* Value of the first column of the first row; "" without one. In a static buffer. */
const char *world_sql(const char *format, ...) FORMATS(1, 2);
void world_kill(const char *lane); /* its connections; "%" is all */
void world_keep_out(bool out);     /* new connections of the store are refused */
/* Turns the loop until the condition holds; fails the test after a minute. */
#define WORLD_UNTIL(condition)                                                                     \
    for (int64_t limit_ = clock_mono_ms() + 60000; !(condition); loop_turn(world.loop, true))      \
    assert_true(clock_mono_ms() < limit_)

enum err world_submit(struct reply *reply, const char *doe, const char *sessie, const char *tafel,
                      const char *verzoek) MUST_CHECK;
/* As world_submit; the test fails when it is not accepted. */
void world_do(struct reply *reply, const char *doe, const char *sessie, const char *tafel,
              const char *verzoek);
void world_call(struct reply *reply, enum store_lane lane, const char *function,
                const char *const *params, size_t n);
void world_await(const struct reply *replies, size_t n);
struct store_figures world_figures(void);

#endif
