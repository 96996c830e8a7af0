/*
 * command: the only waiter. A request of a session becomes one call of the store; its answer goes
 * back to the session and its events go to fan-out, both only after the commit.
 *
 * Invariant: a command is admitted, sent and done, in this order and once each; done is called
 * exactly once unless the command was cancelled, and never inside the call that submitted it.
 *
 * Also here: what only the log can tell (gaps and heads of streams), and the live signals, which
 * are about who is here now and stand in no log.
 */
#ifndef SPR_COMMAND_H
#define SPR_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"
#include "fanout/fanout.h"
#include "loop/loop.h"
#include "store/store.h"
#include "wire/wire.h"

struct command;
struct commands;

struct command_limits {
    uint32_t waiting;      /* sent and not yet done, in this process */
    uint32_t retry_ms;     /* told to those that are refused for being too many */
    uint32_t heads_ms;     /* between two looks at the heads of followed streams */
    uint32_t quiet_ms;     /* a stream this long without events tells its head */
    uint32_t feed_events;  /* events in one read of the log */
    uint32_t live_ms;      /* between two live hints to other processes */
    uint32_t present_ms;   /* lease of "aanwezig" */
    uint32_t typing_ms;    /* lease of every other live signal */
    uint32_t live_entries; /* live signals remembered */
};
struct command_limits command_limits_default(void);

/* err ERR_OK: bytes is the reply as JSON. Else bytes is the refusal as SQL gave it, or NULL.
 * Valid during the call only. */
typedef void command_on_done(void *ctx, enum err err, const char *bytes, size_t len);

/* The fan-out must outlive the commands; the store is freed before them, so that it can call back
 * what is still open. */
struct commands *commands_new(struct loop *loop, struct store *store, struct fanout *fanout,
                              const struct command_limits *limits);
void commands_free(struct commands *commands);
/* Stops the timers; what is under way still finishes. */
void commands_stop(struct commands *commands);

/* sessie: the hash of the session's token. Refused at once (NULL, *refused): too many wait, or
 * the request is neither a command nor a query. */
struct command *command_submit(struct commands *commands, const char *sessie,
                               const struct wire_request *request, command_on_done *on_done,
                               void *ctx, enum err *refused) MUST_CHECK;
/* Nobody waits for the answer any more; what was sent still happens. */
void command_cancel(struct command *command);

/* Hooks for the store, passed on by the application. */
void commands_on_hint(struct commands *commands, const char *channel, const char *payload,
                      bool own);
void commands_on_state(struct commands *commands, bool up);

/* Rows wis and gebeurtenis of a write that was not a command of a session, after its commit. */
void commands_publish(struct commands *commands, const struct store_row *rows, size_t n);

/* ---- live ------------------------------------------------------------------------------------ */

/* A signal of a person who follows the stream, to all its readers in all processes. A session
 * says begin once, renew as often as the browser does, and end when it leaves; the signal is over
 * when no session of that person holds it any more, at the latest when its lease ends. */
enum command_live_act { LIVE_BEGIN, LIVE_RENEW, LIVE_END };
struct command_live {
    const char *soort; /* "aanwezig", "typt" */
    const char *stroom;
    const char *persoon;
    const char *organisatie; /* "" none */
    const char *onderwerp;   /* "" none */
};
void command_live_signal(struct commands *commands, enum command_live_act act,
                         const struct command_live *of);
/* fn gets a ready frame for the readers of a stream. */
void commands_on_live(struct commands *commands,
                      void (*fn)(void *ctx, const char *stroom, const char *frame, size_t len),
                      void *ctx);
/* Who is here now, for a new reader of the stream. */
void command_live_each(struct commands *commands, const char *stroom,
                       void (*fn)(void *ctx, const char *frame, size_t len), void *ctx);

struct command_figures {
    size_t waiting, live_entries;
    uint64_t done, refused, failed, feed_reads, live_in, live_out;
};
void command_figures_get(const struct commands *commands, struct command_figures *out);

#endif
