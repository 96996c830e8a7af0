/*
 * pulse: once a second the clock's tick, the words of what was said taken apart for searching, and
 * the question whether the database is well.
 *
 * Invariant: at most one of each is under way, so that a slow database is not asked faster than it
 * answers.
 */
#include "server.h"

#include <stdio.h>
#include <string.h>

#include "wire/wire.h"

enum { BEAT_MS = 1000, HEALTH_ARENA = 65536 };

static void on_ticked(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct server *server = ctx;
    server->pulse.ticking = false;
    if (err == ERR_OK) {
        commands_publish(server->commands, rows, n);
    }
}

static void on_indexed(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct server *server = ctx;
    (void)err, (void)rows, (void)n; /* asked again at the next beat */
    server->pulse.indexing = false;
}

static void on_health(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct server *server = ctx;
    struct pulse *pulse = &server->pulse;
    struct arena arena;
    pulse->asking = false;
    if (err != ERR_OK || n == 0) {
        return;
    }
    arena_init(&arena, HEALTH_ARENA);
    const char *schema = wire_read_field(&arena, rows[0].bytes, rows[0].len, "schema");
    snprintf(pulse->schema, sizeof pulse->schema, "%s", schema ? schema : "");
    bool ok = strcmp(pulse->schema, store_schema()) >= 0;
    if (!ok && pulse->schema_ok) {
        log_warn("store.schema_old", LOG_STR("has", pulse->schema),
                 LOG_STR("needs", store_schema()));
    }
    pulse->schema_ok = ok;
    arena_fini(&arena);
}

void pulse_beat(struct server *server) {
    struct pulse *pulse = &server->pulse;
    if (!store_is_up(server->store)) {
        return;
    }
    if (!pulse->ticking && !server->draining) {
        pulse->ticking = store_call(server->store, STORE_READ, "api.klok_tik", NULL, 0, on_ticked,
                                    server) == ERR_OK;
    }
    if (!pulse->indexing && !server->draining) {
        pulse->indexing = store_call(server->store, STORE_BULK, "api.zoekwoorden_bijwerken", NULL,
                                     0, on_indexed, server) == ERR_OK;
    }
    if (!pulse->asking) {
        pulse->asking = store_call(server->store, STORE_READ, "api.gezondheid", NULL, 0, on_health,
                                   server) == ERR_OK;
    }
}

static void on_beat(void *ctx) {
    pulse_beat(ctx);
}

void pulse_init(struct server *server) {
    loop_timer_init(&server->pulse.timer, server->loop, on_beat, server);
    loop_timer_repeat(&server->pulse.timer, BEAT_MS);
}

void pulse_fini(struct server *server) {
    loop_timer_fini(&server->pulse.timer);
}

bool pulse_is_ready(const struct server *server, const char **why) {
    bool ready = false;
    if (server->draining) {
        *why = "draining";
    } else if (!store_is_up(server->store)) {
        *why = "database away";
    } else if (!server->pulse.schema[0]) {
        *why = "database not yet asked";
    } else if (!server->pulse.schema_ok) {
        *why = "schema older than this program";
    } else {
        *why = "ready";
        ready = true;
    }
    return ready;
}
