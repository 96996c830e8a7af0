/*
 * live: who is here and who is typing. Nothing of this is in the log.
 *
 * Invariant: a signal without renewal disappears with its lease, in every process by itself, so a
 * lost hint or a dead process leaves no ghost. A renewal is passed on only in the second half of
 * the lease: a full room costs each reader a few frames a minute.
 *
 * Between processes a hint carries lines "soort stroom persoon organisatie onderwerp ms", with "-"
 * for nothing; 0 ms means it is over.
 */
#include "commands.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HINT_BYTES = 7800, LINE_BYTES = 320, FIELD_BYTES = 65, FRAME_ARENA = 4096 };

struct live_entry {
    struct map_node node;
    struct list order;  /* in live.present or live.typing */
    struct list unsent; /* in live.unsent */
    int64_t expires_ms;
    int64_t told_ms;
    unsigned here; /* sessions of this process that hold it */
    char soort[16], persoon[24], organisatie[24], onderwerp[24];
    size_t key_len;
    char key[]; /* soort, persoon, stroom, with NULs between */
};

static const char *entry_stroom(const struct live_entry *entry) {
    return entry->key + strlen(entry->soort) + 1 + strlen(entry->persoon) + 1;
}

static int64_t lease_of(const struct live *live, const char *soort) {
    const struct command_limits *limits = &live->commands->limits;
    return strcmp(soort, "aanwezig") == 0 ? limits->present_ms : limits->typing_ms;
}

static struct list *order_of(struct live *live, const char *soort) {
    return strcmp(soort, "aanwezig") == 0 ? &live->present : &live->typing;
}

static size_t make_key(char *key, size_t size, const struct command_live *of) {
    int len = snprintf(key, size, "%s%c%s%c%s", of->soort, 0, of->persoon, 0, of->stroom);
    return len < 0 || (size_t)len >= size ? 0 : (size_t)len;
}

static struct live_entry *entry_find(struct live *live, const struct command_live *of) {
    char key[FANOUT_NAME_BYTES + 2 * FIELD_BYTES];
    size_t len = make_key(key, sizeof key, of);
    struct map_node *node = len ? map_find(&live->entries, key, len) : NULL;
    return node ? CONTAINER_OF(node, struct live_entry, node) : NULL;
}

static void entry_free(struct live *live, struct live_entry *entry) {
    map_remove(&live->entries, &entry->node);
    list_remove(&entry->order);
    list_remove(&entry->unsent);
    free(entry);
}

static struct live_entry *entry_add(struct live *live, const struct command_live *of) {
    char key[FANOUT_NAME_BYTES + 2 * FIELD_BYTES];
    size_t len = make_key(key, sizeof key, of);
    if (len == 0 || live->entries.count >= live->commands->limits.live_entries ||
        strlen(of->soort) >= sizeof((struct live_entry *)0)->soort ||
        strlen(of->persoon) >= sizeof((struct live_entry *)0)->persoon) {
        return NULL;
    }
    struct live_entry *entry = mem_alloc(sizeof *entry + len + 1);
    memcpy(entry->key, key, len + 1);
    entry->key_len = len;
    snprintf(entry->soort, sizeof entry->soort, "%s", of->soort);
    snprintf(entry->persoon, sizeof entry->persoon, "%s", of->persoon);
    list_init(&entry->order);
    list_init(&entry->unsent);
    map_add(&live->entries, &entry->node, entry->key, len);
    return entry;
}

static struct wire_bytes entry_frame(struct arena *arena, const struct live_entry *entry,
                                     int64_t left_ms) {
    struct wire_bytes json =
        wire_json(arena,
                  "{'live':{'onderwerp':%s,'organisatie':%s,'persoon':%s,'soort':%s,'stroom':%s,"
                  "'tot':%lld}}",
                  entry->onderwerp[0] ? entry->onderwerp : NULL,
                  entry->organisatie[0] ? entry->organisatie : NULL, entry->persoon, entry->soort,
                  entry_stroom(entry), (long long)left_ms);
    return wire_frame(arena, json.p, json.len);
}

static void tell_here(struct live *live, struct live_entry *entry, int64_t left_ms) {
    entry->told_ms = loop_now_ms(live->commands->loop);
    if (!live->on_live) {
        return;
    }
    struct arena arena;
    arena_init(&arena, FRAME_ARENA);
    struct wire_bytes frame = entry_frame(&arena, entry, left_ms);
    live->on_live(live->ctx, entry_stroom(entry), frame.p, frame.len);
    arena_fini(&arena);
}

static void tell_others(struct live *live, struct live_entry *entry) {
    if (!list_is_linked(&entry->unsent)) {
        list_push(&live->unsent, &entry->unsent);
    }
}

/* The lease starts again. True when somebody must hear of it. */
static bool entry_renew(struct live *live, struct live_entry *entry, const struct command_live *of,
                        int64_t lease) {
    int64_t now = loop_now_ms(live->commands->loop);
    bool same = entry->expires_ms > now && strcmp(entry->organisatie, of->organisatie) == 0 &&
                strcmp(entry->onderwerp, of->onderwerp) == 0;
    snprintf(entry->organisatie, sizeof entry->organisatie, "%s", of->organisatie);
    snprintf(entry->onderwerp, sizeof entry->onderwerp, "%s", of->onderwerp);
    entry->expires_ms = now + lease;
    list_remove(&entry->order);
    list_push(order_of(live, entry->soort), &entry->order);
    return !same || now - entry->told_ms >= lease / 2;
}

static void end_signal(struct live *live, const struct command_live *of) {
    struct live_entry *entry = entry_find(live, of);
    if (!entry || entry->here == 0 || --entry->here > 0) {
        return;
    }
    entry->expires_ms = 0;
    tell_here(live, entry, 0);
    tell_others(live, entry);
}

void command_live_signal(struct commands *commands, enum command_live_act act,
                         const struct command_live *of) {
    struct live *live = &commands->live;
    if (act == LIVE_END) {
        end_signal(live, of);
        return;
    }
    struct live_entry *entry = entry_find(live, of);
    if (!entry) {
        entry = entry_add(live, of);
    }
    if (!entry) {
        return;
    }
    entry->here += act == LIVE_BEGIN;
    int64_t lease = lease_of(live, of->soort);
    if (entry_renew(live, entry, of, lease)) {
        tell_here(live, entry, lease);
        tell_others(live, entry);
    }
}

void commands_on_live(struct commands *commands,
                      void (*fn)(void *ctx, const char *stroom, const char *frame, size_t len),
                      void *ctx) {
    commands->live.on_live = fn;
    commands->live.ctx = ctx;
}

void command_live_each(struct commands *commands, const char *stroom,
                       void (*fn)(void *ctx, const char *frame, size_t len), void *ctx) {
    struct live *live = &commands->live;
    int64_t now = loop_now_ms(commands->loop);
    struct arena arena;
    arena_init(&arena, FRAME_ARENA);
    LIST_EACH(&live->present, link) {
        struct live_entry *entry = CONTAINER_OF(link, struct live_entry, order);
        if (entry->expires_ms > now && strcmp(entry_stroom(entry), stroom) == 0) {
            struct wire_bytes frame = entry_frame(&arena, entry, entry->expires_ms - now);
            fn(ctx, frame.p, frame.len);
            arena_reset(&arena);
        }
    }
    arena_fini(&arena);
}

/* ---- between processes ----------------------------------------------------------------------- */

static void hear(struct live *live, const struct command_live *of, int64_t left_ms) {
    struct live_entry *entry = entry_find(live, of);
    if (left_ms <= 0) {
        if (entry && entry->here > 0) {
            tell_others(live, entry); /* not over: the person is still here */
        } else if (entry) {
            tell_here(live, entry, 0);
            entry_free(live, entry);
        }
        return;
    }
    if (!entry) {
        entry = entry_add(live, of);
    }
    int64_t lease = lease_of(live, of->soort);
    if (entry && entry_renew(live, entry, of, left_ms < lease ? left_ms : lease)) {
        tell_here(live, entry, left_ms);
    }
}

enum { FIELDS = 6 };

/* One line, cut at its spaces. A line that is not like ours is no line. */
static void hear_line(struct live *live, char *line) {
    char *fields[FIELDS], *rest = line;
    uint64_t left = 0;
    for (size_t i = 0; i < FIELDS; i++) {
        fields[i] = strsep(&rest, " ");
        if (!fields[i] || !fields[i][0]) {
            return;
        }
        if (strcmp(fields[i], "-") == 0) {
            fields[i] = line + strlen(line); /* nothing */
        }
    }
    const char *ms = fields[FIELDS - 1];
    bool named = fields[0][0] && fields[1][0] && fields[2][0];
    if (rest || !named || (strcmp(ms, "0") != 0 && !id_parse(ms, strlen(ms), &left))) {
        return;
    }
    live->commands->figures.live_in++;
    hear(live,
         &(struct command_live){.soort = fields[0],
                                .stroom = fields[1],
                                .persoon = fields[2],
                                .organisatie = fields[3],
                                .onderwerp = fields[4]},
         (int64_t)left);
}

void live_hint(struct live *live, const char *payload) {
    char *copy = mem_strdup(payload), *rest = copy;
    for (char *line; (line = strsep(&rest, "\n"));) {
        hear_line(live, line);
    }
    free(copy);
}

static void send_unsent(struct live *live, int64_t now) {
    struct bytes hint;
    bytes_init(&hint, HINT_BYTES);
    while (!list_is_empty(&live->unsent) && hint.len + LINE_BYTES < HINT_BYTES) {
        struct live_entry *entry =
            CONTAINER_OF(list_take(&live->unsent), struct live_entry, unsent);
        int64_t left = entry->expires_ms > now ? entry->expires_ms - now : 0;
        bytes_add_format(&hint, "%s %s %s %s %s %" PRId64 "\n", entry->soort, entry_stroom(entry),
                         entry->persoon, entry->organisatie[0] ? entry->organisatie : "-",
                         entry->onderwerp[0] ? entry->onderwerp : "-", left);
        live->commands->figures.live_out++;
        if (left == 0) {
            entry_free(live, entry);
        }
    }
    if (hint.len > 0) {
        store_notify(live->commands->store, "spr_live", hint.data);
    }
    bytes_fini(&hint);
}

static void drop_expired(struct live *live, struct list *order, int64_t now) {
    LIST_EACH(order, link) {
        struct live_entry *entry = CONTAINER_OF(link, struct live_entry, order);
        if (entry->expires_ms > now) {
            break;
        }
        if (entry->here == 0 && !list_is_linked(&entry->unsent)) {
            entry_free(live, entry);
        }
    }
}

static void on_tick(void *ctx) {
    struct live *live = ctx;
    int64_t now = loop_now_ms(live->commands->loop);
    send_unsent(live, now);
    drop_expired(live, &live->present, now);
    drop_expired(live, &live->typing, now);
}

void live_init(struct live *live, struct commands *commands) {
    *live = (struct live){.commands = commands};
    map_init(&live->entries);
    list_init(&live->present);
    list_init(&live->typing);
    list_init(&live->unsent);
    loop_timer_init(&live->tick, commands->loop, on_tick, live);
    loop_timer_repeat(&live->tick, commands->limits.live_ms);
}

void live_stop(struct live *live) {
    send_unsent(live, loop_now_ms(live->commands->loop));
    loop_timer_stop(&live->tick);
}

void live_fini(struct live *live) {
    loop_timer_fini(&live->tick);
    LIST_EACH(&live->present, link) {
        entry_free(live, CONTAINER_OF(link, struct live_entry, order));
    }
    LIST_EACH(&live->typing, link) {
        entry_free(live, CONTAINER_OF(link, struct live_entry, order));
    }
    map_fini(&live->entries);
}
