/*
 * command: from a checked request to one call of the store, and back.
 *
 * Invariant: the events of a command are published before its answer is given, so a text that was
 * hidden is gone from the rings before the one who hid it hears so.
 */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

enum { REFUSAL_BYTES = 8 * WIRE_MESSAGE_MAX };

struct command {
    struct list link; /* in commands.sent, until done */
    struct commands *commands;
    const struct wire_def *def;
    command_on_done *on_done; /* NULL: cancelled, or answered */
    void *ctx;
    bool write;
};

struct command_limits command_limits_default(void) {
    return (struct command_limits){
        .waiting = 4096,
        .retry_ms = 1000,
        .heads_ms = 1000,
        .quiet_ms = 4000,
        .feed_events = 500,
        .live_ms = 250,
        .present_ms = 45000,
        .typing_ms = 6000,
        .live_entries = 20000,
    };
}

struct commands *commands_new(struct loop *loop, struct store *store, struct fanout *fanout,
                              const struct command_limits *limits) {
    struct commands *commands = mem_alloc(sizeof *commands);
    commands->loop = loop;
    commands->store = store;
    commands->fanout = fanout;
    commands->limits = *limits;
    list_init(&commands->sent);
    feed_init(&commands->feed, commands);
    live_init(&commands->live, commands);
    return commands;
}

void commands_stop(struct commands *commands) {
    feed_stop(&commands->feed);
    live_stop(&commands->live);
}

void commands_free(struct commands *commands) {
    MUST(list_is_empty(&commands->sent));
    feed_fini(&commands->feed);
    live_fini(&commands->live);
    free(commands);
}

static void command_free(struct command *command) {
    list_remove(&command->link);
    command->commands->figures.waiting--;
    free(command);
}

static void answer(struct command *command, enum err err, const char *bytes, size_t len) {
    command_on_done *on_done = command->on_done;
    command->on_done = NULL;
    if (on_done) {
        on_done(command->ctx, err, bytes, len);
    }
}

/* The refusal of SQL names its own error. */
static enum err refusal_code(const struct store_row *row) {
    struct arena arena;
    struct wire_error error = {0};
    arena_init(&arena, REFUSAL_BYTES);
    wire_read_refusal(&arena, row->bytes, row->len, &error);
    enum err code = error.code == ERR_OK ? ERR_INTERN : error.code;
    arena_fini(&arena);
    return code;
}

/* What we promise about replies holds in every test that hears one. */
static void check_reply(const struct command *command, const struct store_row *row) {
#ifndef NDEBUG
    char why[200];
    if (!wire_check_reply(command->def, row->bytes, row->len, why, sizeof why)) {
        log_error("contract.reply", LOG_STR("do", command->def->name), LOG_STR("why", why));
    }
#else
    (void)command;
    (void)row;
#endif
}

static void command_done(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct command *command = ctx;
    struct command_figures *figures = &command->commands->figures;
    if (err != ERR_OK || n == 0) {
        figures->failed++;
        answer(command, err == ERR_OK ? ERR_INTERN : err, NULL, 0);
    } else if (strcmp(rows[0].soort, "weigering") == 0) {
        figures->refused++;
        answer(command, refusal_code(&rows[0]), rows[0].bytes, rows[0].len);
    } else {
        figures->done++;
        check_reply(command, &rows[0]);
        if (command->write) {
            feed_rows(&command->commands->feed, rows + 1, n - 1);
        }
        answer(command, ERR_OK, rows[0].bytes, rows[0].len);
    }
    command_free(command);
}

static const char *or_null(const char *text) {
    return text[0] ? text : NULL;
}

/* A snapshot may take long; it must not stand before short reads. */
static enum store_lane lane_of(const struct wire_def *def) {
    return strstr(def->name, "momentopname") ? STORE_BULK : STORE_READ;
}

static enum err send(struct command *command, const char *sessie,
                     const struct wire_request *request) {
    struct store *store = command->commands->store;
    if (request->def->kind == WIRE_QUERY) {
        const char *params[] = {sessie, request->verzoek.p};
        return store_call(store, lane_of(request->def), request->def->sql, params, COUNT_OF(params),
                          command_done, command);
    }
    struct store_command call = {
        .doe = request->def->name,
        .sessie = sessie,
        .namens = or_null(request->namens),
        .tafel = or_null(request->tafel),
        .verzoek = request->verzoek.p,
    };
    command->write = true;
    return store_submit(store, &call, command_done, command);
}

struct command *command_submit(struct commands *commands, const char *sessie,
                               const struct wire_request *request, command_on_done *on_done,
                               void *ctx, enum err *refused) {
    enum wire_kind kind = request->def->kind;
    *refused = ERR_OK;
    if (kind != WIRE_COMMAND && kind != WIRE_QUERY) {
        *refused = ERR_ONBEKENDE_OPDRACHT;
        return NULL;
    }
    if (commands->figures.waiting >= commands->limits.waiting) {
        *refused = ERR_TE_DRUK;
        return NULL;
    }
    struct command *command = mem_alloc(sizeof *command);
    command->commands = commands;
    command->def = request->def;
    command->on_done = on_done;
    command->ctx = ctx;
    list_init(&command->link);
    list_push(&commands->sent, &command->link);
    commands->figures.waiting++;
    *refused = send(command, sessie, request);
    if (*refused != ERR_OK) {
        command_free(command);
        return NULL;
    }
    return command;
}

void command_cancel(struct command *command) {
    command->on_done = NULL;
}

void commands_on_hint(struct commands *commands, const char *channel, const char *payload,
                      bool own) {
    if (strcmp(channel, "spr_live") == 0) {
        if (!own) {
            live_hint(&commands->live, payload);
        }
    } else if (strcmp(payload, "*") == 0) {
        feed_heads(&commands->feed);
    } else if (!own) {
        /* Own commits are published from their own rows; a hint that overtakes them would only
         * cost a read. */
        feed_hint(&commands->feed, payload);
    }
}

void commands_on_state(struct commands *commands, bool up) {
    if (up) {
        feed_heads(&commands->feed);
    }
}

void commands_publish(struct commands *commands, const struct store_row *rows, size_t n) {
    feed_rows(&commands->feed, rows, n);
}

void command_figures_get(const struct commands *commands, struct command_figures *out) {
    *out = commands->figures;
    out->live_entries = commands->live.entries.count;
}
