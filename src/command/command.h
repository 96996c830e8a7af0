/*
 * command: the only waiter. A request of a session becomes one call of the store; its answer goes
 * back to the session and its events go to fan-out, both only after the commit.
 *
 * Invariant: a command is received, admitted, sent and done, in this order and once each; its
 * callback is called exactly once unless it was cancelled.
 *
 * Also here: what only the log can tell (gaps, heads of streams, changed rights), and the live
 * signals, which are about who is here now and are in no log.
 */
#ifndef SPR_COMMAND_H
#define SPR_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"

struct loop;
struct store;
struct store_row;
struct fanout;
struct wire_def;
struct command;
struct command_engine;

struct command_limits {
    uint32_t waiting;       /* commands received and not yet done, in this process */
    uint32_t retry_ms;      /* told to those that are refused */
    uint32_t heads_ms;      /* between two looks at the heads of followed streams */
    uint32_t quiet_ms;      /* a stream this long without events tells its head */
    uint32_t live_ms;       /* between two live hints to other processes */
    uint32_t live_lease_ms; /* how long a live signal holds */
    uint32_t live_entries;  /* live signals remembered */
};

/* Who asks for what. Strings are copied; "" means none. */
struct command_request {
    const struct wire_def *def;
    const char *sessie; /* hash of the session's token, hex */
    const char *namens;
    const char *tafel;
    const char *verzoek; /* JSON, ready for SQL */
    size_t verzoek_len;
};

/* bytes: the reply as JSON, or for err != ERR_OK the refusal as SQL gave it, or NULL. Valid during
 * the call only. */
typedef void command_done(void *ctx, enum err err, const char *bytes, size_t len);

struct command_limits command_limits_default(void);
struct command_engine *commands_new(struct loop *loop, struct store *store,
                                    const struct command_limits *limits);
void commands_free(struct command_engine *engine);

/* The hooks for fanout_new, and the fan-out itself once it is there. */
struct fanout_hooks;
struct fanout_hooks commands_fanout_hooks(struct command_engine *engine);
void commands_start(struct command_engine *engine, struct fanout *fanout);

/* NULL and *refused set: not admitted, done will not be called. */
struct command *command_submit(struct command_engine *engine, const struct command_request *request,
                               command_done *done, void *ctx, enum err *refused);

/* Nobody waits for the answer any more; what was sent still happens. */
void command_cancel(struct command *command);

/* A live signal of a person who follows the stream: to all readers of the stream, here and in the
 * other processes. frame_json is the whole {"live":…} object. */
struct command_live {
    const char *soort; /* "aanwezig", "typt" */
    const char *stroom;
    const char *persoon;
    const char *organisatie;
    bool over; /* it ended */
};
void command_live(struct command_engine *engine, const struct command_live *signal);

/* A reader began to follow: who is here now, one ready frame at a time. */
void command_live_each(struct command_engine *engine, const char *stroom,
                       void (*fn)(void *ctx, const char *frame, size_t len), void *ctx);

/* Frames that are in no log go straight to the readers. Set by session. */
void commands_on_live(struct command_engine *engine,
                      void (*fn)(void *ctx, const char *stroom, const char *frame, size_t len),
                      void *ctx);

struct command_figures {
    size_t waiting;
    uint64_t submitted, done, refused, failed, gap_reads, live_in, live_out;
};
void command_figures(const struct command_engine *engine, struct command_figures *out);
size_t commands_waiting(const struct command_engine *engine);

#endif
