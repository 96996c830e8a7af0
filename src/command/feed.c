/*
 * feed: what the log has and this process does not. Hints and heads only say where to look; the
 * read of the log is the truth.
 *
 * Invariant: one read per stream at a time, and what was read before a purge is thrown away,
 * because it may still hold the text that the purge took out.
 */
#include "commands.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEADS_PER_CALL = 500, HEADS_BYTES = 128 * 1024 };

struct feed_read {
    struct map_node node;
    struct feed *feed;
    bool stale;
    char name[FANOUT_NAME_BYTES];
};

static struct feed_read *read_find(struct feed *feed, const char *name) {
    struct map_node *node = map_find(&feed->reads, name, strlen(name));
    return node ? CONTAINER_OF(node, struct feed_read, node) : NULL;
}

/* What we promise about events holds in every test that sees one. */
static void check_event(const struct store_row *row) {
#ifndef NDEBUG
    char why[200];
    if (!wire_check_event(row->bytes, row->len, why, sizeof why)) {
        log_error("contract.event", LOG_STR("stroom", row->stroom), LOG_NUM("seq", row->seq),
                  LOG_STR("why", why));
    }
#else
    (void)row;
#endif
}

static void publish(struct feed *feed, const struct store_row *row) {
    if (strcmp(row->soort, "wis") == 0) {
        fanout_purge(feed->commands->fanout, row->stroom, (uint64_t)row->seq);
    } else if (strcmp(row->soort, "gebeurtenis") == 0) {
        check_event(row);
        fanout_publish(feed->commands->fanout, row->stroom, (uint64_t)row->seq, row->bytes,
                       row->len);
    }
}

void feed_rows(struct feed *feed, const struct store_row *rows, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (strcmp(rows[i].soort, "wis") == 0) {
            struct feed_read *read = read_find(feed, rows[i].stroom);
            if (read) {
                read->stale = true;
            }
        }
        publish(feed, &rows[i]);
    }
}

static void on_read(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct feed_read *read = ctx;
    struct feed *feed = read->feed;
    bool stale = read->stale;
    char name[FANOUT_NAME_BYTES];
    memcpy(name, read->name, sizeof name);
    map_remove(&feed->reads, &read->node);
    free(read);
    if (!stale) {
        for (size_t i = 0; err == ERR_OK && i < n; i++) {
            publish(feed, &rows[i]);
        }
    }
    /* An empty answer would ask again at once, for ever: the next look at the heads does. */
    fanout_filled(feed->commands->fanout, name, err == ERR_OK && (stale || n > 0));
}

static void on_gap(void *ctx, const char *name, uint64_t after) {
    struct feed *feed = ctx;
    if (read_find(feed, name)) {
        return;
    }
    struct feed_read *read = mem_alloc(sizeof *read);
    read->feed = feed;
    snprintf(read->name, sizeof read->name, "%s", name);
    map_add(&feed->reads, &read->node, read->name, strlen(read->name));
    char after_text[24], most[24];
    snprintf(after_text, sizeof after_text, "%" PRIu64, after);
    snprintf(most, sizeof most, "%" PRIu32, feed->commands->limits.feed_events);
    const char *params[] = {read->name, after_text, most};
    feed->commands->figures.feed_reads++;
    if (store_call(feed->commands->store, STORE_READ, "api.feed_lezen", params, COUNT_OF(params),
                   on_read, read) != ERR_OK) {
        map_remove(&feed->reads, &read->node);
        free(read);
        fanout_filled(feed->commands->fanout, name, false);
    }
}

void feed_hint(struct feed *feed, const char *payload) {
    char name[FANOUT_NAME_BYTES];
    for (const char *at = payload; *at;) {
        size_t len = strcspn(at, " ");
        const char *equals = memchr(at, '=', len);
        uint64_t seq;
        if (equals && (size_t)(equals - at) < sizeof name &&
            id_parse(equals + 1, len - (size_t)(equals + 1 - at), &seq)) {
            memcpy(name, at, (size_t)(equals - at));
            name[equals - at] = '\0';
            fanout_hint(feed->commands->fanout, name, seq);
        }
        at += len;
        at += strspn(at, " ");
    }
}

static void on_heads(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct feed *feed = ctx;
    feed->heads_open--;
    for (size_t i = 0; err == ERR_OK && i < n; i++) {
        fanout_head(feed->commands->fanout, rows[i].stroom, (uint64_t)rows[i].seq, rows[i].bytes,
                    feed->commands->limits.quiet_ms);
    }
}

struct heads_ask {
    struct feed *feed;
    const char *names[HEADS_PER_CALL];
    size_t n;
};

static void ask_heads(struct heads_ask *ask) {
    struct feed *feed = ask->feed;
    struct bytes array;
    bytes_init(&array, HEADS_BYTES);
    store_array(&array, ask->names, ask->n);
    MUST(!array.full);
    const char *params[] = {array.data};
    if (ask->n > 0 && store_call(feed->commands->store, STORE_READ, "api.koppen", params, 1,
                                 on_heads, feed) == ERR_OK) {
        feed->heads_open++;
    }
    bytes_fini(&array);
    ask->n = 0;
}

static void add_head(void *ctx, const char *name) {
    struct heads_ask *ask = ctx;
    ask->names[ask->n++] = name;
    if (ask->n == HEADS_PER_CALL) {
        ask_heads(ask);
    }
}

void feed_heads(struct feed *feed) {
    /* While the last look is unanswered another one would only make the database slower. */
    if (feed->heads_open > 0 || !store_is_up(feed->commands->store)) {
        return;
    }
    struct heads_ask ask = {.feed = feed};
    fanout_each(feed->commands->fanout, add_head, &ask);
    if (ask.n > 0) {
        ask_heads(&ask);
    }
}

static void on_heads_time(void *ctx) {
    feed_heads(ctx);
}

void feed_init(struct feed *feed, struct commands *commands) {
    *feed = (struct feed){.commands = commands};
    map_init(&feed->reads);
    fanout_on_gap(commands->fanout, on_gap, feed);
    loop_timer_init(&feed->heads, commands->loop, on_heads_time, feed);
    loop_timer_repeat(&feed->heads, commands->limits.heads_ms);
}

void feed_stop(struct feed *feed) {
    loop_timer_stop(&feed->heads);
}

void feed_fini(struct feed *feed) {
    MUST(feed->reads.count == 0);
    fanout_on_gap(feed->commands->fanout, NULL, NULL);
    loop_timer_fini(&feed->heads);
    map_fini(&feed->reads);
}
