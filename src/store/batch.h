/*
 * batch: commands that go to the database in one call, and so in one transaction.
 *
 * Invariant: a command is in exactly one list; item i of a batch has volg i + 1 and is NULL once it
 * was answered or put back.
 */
#ifndef SPR_STORE_BATCH_H
#define SPR_STORE_BATCH_H

#include "conn.h"
#include "store/store.h"

enum { BATCH_COLUMNS = 5, BATCH_COMMANDS_MAX = 1024 };

/* One command with its own copy of its strings, behind it in the same memory. */
struct command {
    struct list link;
    const char *column[BATCH_COLUMNS]; /* doe, sessie, namens, tafel, verzoek; may be NULL */
    size_t len[BATCH_COLUMNS];
    size_t bytes;
    int64_t since_ms;
    bool alone; /* its batch failed as a whole in a way that names nobody: now one by one */
    store_on_rows *on_rows;
    void *ctx;
};

struct batch {
    struct command *items[BATCH_COMMANDS_MAX];
    size_t n, bytes;
    bool guarded;   /* api.verwerk_bewaakt: a subtransaction per command */
    unsigned tries; /* replays so far */
    int64_t sent_us;
    /* The five text[] parameters in PostgreSQL's binary form, and the query that points to them. */
    struct bytes params[BATCH_COLUMNS];
    const char *values[BATCH_COLUMNS];
    int lengths[BATCH_COLUMNS];
    struct conn_query query;
};

struct command *command_new(const struct store_command *from, store_on_rows *on_rows, void *ctx);
void command_free(struct command *command);
/* Calls back and frees. */
void command_end(struct command *command, enum err err, const struct store_row *rows, size_t n);

void batch_init(struct batch *batch, size_t bytes_max);
void batch_fini(struct batch *batch);
void batch_add(struct batch *batch, struct command *command);
void batch_encode(struct batch *batch); /* makes query ready */
void batch_end_all(struct batch *batch, enum err err);
void batch_clear(struct batch *batch);

/* Gives every command its rows, in the order in which the database executed them. on_fault hears
 * the commands that raised (guarded only), before their callback. */
void batch_answer(struct batch *batch, const PGresult *result,
                  void (*on_fault)(void *ctx, const struct command *command, const char *sqlstate),
                  void *ctx);

#endif
