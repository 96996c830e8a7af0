/* commands: the engine's inside, shared by the files of this room only. */
#ifndef SPR_COMMAND_COMMANDS_H
#define SPR_COMMAND_COMMANDS_H

#include "command/command.h"

/* What only the log can tell. */
struct feed {
    struct commands *commands;
    struct map reads; /* struct feed_read, by stream */
    struct loop_timer heads;
    size_t heads_open; /* calls of api.koppen not yet answered */
};

struct live {
    struct commands *commands;
    struct map entries;          /* struct live_entry */
    struct list present, typing; /* the same, soonest to expire first */
    struct list unsent;          /* entries that other processes have not heard of */
    struct loop_timer tick;
    void (*on_live)(void *ctx, const char *stroom, const char *frame, size_t len);
    void *ctx;
};

struct commands {
    struct loop *loop;
    struct store *store;
    struct fanout *fanout;
    struct command_limits limits;
    struct list sent;
    struct feed feed;
    struct live live;
    struct command_figures figures;
};

void feed_init(struct feed *feed, struct commands *commands);
void feed_fini(struct feed *feed);
void feed_stop(struct feed *feed);
void feed_heads(struct feed *feed); /* looks at the heads of all followed streams now */
void feed_hint(struct feed *feed, const char *payload);
/* Rows wis and gebeurtenis, after the commit, in order. */
void feed_rows(struct feed *feed, const struct store_row *rows, size_t n);

void live_init(struct live *live, struct commands *commands);
void live_fini(struct live *live);
void live_stop(struct live *live);
void live_hint(struct live *live, const char *payload);

#endif
