/*
 * store: the four lanes together, and what the rooms above may ask of them.
 *
 * Invariant: lanes share nothing but the loop, so a lane that is slow or gone leaves the others
 * alone.
 */
#include "listen.h"
#include "pool.h"
#include "write.h"

#include <stdlib.h>

struct store {
    struct store_hooks hooks;
    struct write write;
    struct pool read, bulk;
    struct listen listen;
    char *conninfo;
    bool up;
};

static unsigned or_default(unsigned given, unsigned otherwise) {
    return given != 0 ? given : otherwise;
}

static size_t or_default_bytes(size_t given, size_t otherwise) {
    return given != 0 ? given : otherwise;
}

static bool all_up(const struct store *store) {
    return conn_is_up(&store->write.conn) && store->read.up > 0;
}

static void on_change(void *ctx) {
    struct store *store = ctx;
    bool up = all_up(store);
    if (up == store->up)
        return;
    store->up = up;
    if (store->hooks.on_state != NULL)
        store->hooks.on_state(store->hooks.ctx, up);
}

static bool is_own(const struct store *store, int pid) {
    return pid != 0 &&
           (pid == conn_pid(&store->write.conn) || pid == conn_pid(&store->listen.conn) ||
            pool_has_pid(&store->read, pid) || pool_has_pid(&store->bulk, pid));
}

static void on_hint(void *ctx, const char *channel, const char *payload, int pid) {
    struct store *store = ctx;
    if (store->hooks.on_hint != NULL)
        store->hooks.on_hint(store->hooks.ctx, channel, payload, is_own(store, pid));
}

static void on_bulk_change(void *ctx) {
    (void)ctx; /* exports and snapshots may wait; the store is up without them */
}

static struct conn_config lane(const struct store *store, const struct store_config *config,
                               const char *name, unsigned statement_ms) {
    return (struct conn_config){.conninfo = store->conninfo,
                                .name = name,
                                .worker = config->worker,
                                .statement_ms = statement_ms,
                                .lock_ms = or_default(config->lock_ms, 1000)};
}

static void init_write(struct store *store, struct loop *loop, const struct store_config *config) {
    struct write_config write = {
        .conn = lane(store, config, "write", or_default(config->write_ms, 5000)),
        .batch_commands = or_default(config->batch_commands, 256),
        .batch_bytes = or_default_bytes(config->batch_bytes, 2u << 20),
        .queue_commands = or_default(config->queue_commands, 4096),
        .queue_bytes = or_default_bytes(config->queue_bytes, 16u << 20),
        .wait_ms = or_default(config->wait_ms, 5000),
        .apart_ms = or_default(config->apart_ms, 60000),
    };
    write.conn.writes = true;
    if (write.batch_commands > BATCH_COMMANDS_MAX)
        write.batch_commands = BATCH_COMMANDS_MAX;
    write_init(&store->write, loop, &write, on_change, store);
}

static void init_pool(struct pool *pool, struct store *store, struct loop *loop,
                      const struct store_config *config, bool bulk) {
    unsigned bulk_ms = or_default(config->bulk_ms, 60000);
    unsigned read_ms = or_default(config->read_ms, 5000);
    struct pool_config reading = {
        .conn = lane(store, config, bulk ? "bulk" : "read", bulk ? bulk_ms : read_ms),
        .connections = bulk ? or_default(config->bulk_connections, 1)
                            : or_default(config->read_connections, 2),
        .queue_calls = or_default(config->queue_commands, 4096),
        .queue_bytes = or_default_bytes(config->queue_bytes, 16u << 20),
        .wait_ms = or_default(config->wait_ms, 5000),
    };
    /* Some calls write: opening a session, for one. */
    reading.conn.writes = true;
    pool_init(pool, loop, &reading, bulk ? on_bulk_change : on_change, store);
}

struct store *store_new(struct loop *loop, const struct store_config *config,
                        const struct store_hooks *hooks) {
    struct store *store = mem_alloc(sizeof *store);
    store->conninfo = mem_strdup(config->conninfo);
    if (hooks != NULL)
        store->hooks = *hooks;
    init_write(store, loop, config);
    init_pool(&store->read, store, loop, config, false);
    init_pool(&store->bulk, store, loop, config, true);
    struct conn_config listening = lane(store, config, "listen", or_default(config->read_ms, 5000));
    listening.writes = true; /* a standby hears no hints */
    listen_init(&store->listen, loop, &listening, on_hint, store);
    return store;
}

void store_free(struct store *store) {
    store->hooks = (struct store_hooks){0};
    write_fini(&store->write);
    pool_fini(&store->read);
    pool_fini(&store->bulk);
    listen_fini(&store->listen);
    free(store->conninfo);
    free(store);
}

bool store_is_up(const struct store *store) {
    return store->up;
}

enum err store_submit(struct store *store, const struct store_command *command,
                      store_on_rows *on_rows, void *ctx) {
    return write_submit(&store->write, command, on_rows, ctx);
}

enum err store_call(struct store *store, enum store_lane lane_of, const char *function,
                    const char *const *params, size_t n, store_on_rows *on_rows, void *ctx) {
    struct pool *pool = lane_of == STORE_BULK ? &store->bulk : &store->read;
    return pool_call(pool, function, params, n, on_rows, ctx);
}

void store_array(struct bytes *into, const char *const *items, size_t n) {
    bytes_add_char(into, '{');
    for (size_t i = 0; i < n; i++) {
        bytes_add_str(into, i > 0 ? ",\"" : "\"");
        for (const char *at = items[i]; *at != '\0'; at++) {
            if (*at == '"' || *at == '\\')
                bytes_add_char(into, '\\');
            bytes_add_char(into, *at);
        }
        bytes_add_char(into, '"');
    }
    bytes_add_char(into, '}');
}

void store_notify(struct store *store, const char *channel, const char *payload) {
    listen_notify(&store->listen, channel, payload);
}

void store_figures_get(const struct store *store, struct store_figures *out) {
    const struct write *write = &store->write;
    *out = write->figures;
    out->waiting = write->n_waiting;
    out->waiting_bytes = write->waiting_bytes;
    out->in_flight = write->flying != NULL ? (uint32_t)write->flying->n : 0;
    out->reads = store->read.calls + store->bulk.calls;
    out->reads_waiting = store->read.waiting + store->bulk.waiting;
    uint64_t ups =
        write->conn.ups + store->listen.conn.ups + pool_ups(&store->read) + pool_ups(&store->bulk);
    uint64_t first = 2 + store->read.config.connections + store->bulk.config.connections;
    out->reconnects = ups > first ? ups - first : 0;
    out->up = store->up;
    out->write_up = conn_is_up(&write->conn);
    out->read_up = store->read.up > 0;
    out->bulk_up = store->bulk.up > 0;
    out->listen_up = conn_is_up(&store->listen.conn);
}
