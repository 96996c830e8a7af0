/*
 * rights: a right that was taken away ends what was open because of it.
 *
 * Invariant: this does not wait for a hint. The head of the stream `toegang` is read every
 * rights_ms; when it moved, every session it may concern is asked about again, and only when the
 * store answered for all of them is that part of `toegang` done with.
 */
#include "sessions.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAIRS = 500, EVENTS = 200, RECHECK_MS = 60000, CHECK_ARENA = 1024 * 1024 };

struct pair {
    uint64_t session;
    char *stroom; /* "" the session itself */
};

/* One question about many sessions and streams. */
struct check {
    struct rights *rights;
    struct arena arena;
    struct pair pairs[PAIRS];
    const char *sessies[PAIRS], *stromen[PAIRS];
    size_t n;
};

struct rights {
    struct sessions *sessions;
    struct loop_timer timer;
    bool asking;      /* head or feed under way */
    bool known;       /* `seen` comes from the log */
    bool failed;      /* a check of this round failed: the round is done again */
    bool all;         /* everybody is to be asked about again */
    bool asking_all;  /* … and is, in this round */
    uint64_t seen;    /* toegang up to here is done with */
    uint64_t reading; /* … up to here when the checks under way succeed */
    unsigned checks;  /* under way */
    int64_t rechecked_ms;
};

/* Whom an event of `toegang` concerns; NULL members concern everybody. */
struct concern {
    const char *persoon, *sessie;
};

static void end_follow(struct session *s, const char *stroom, const char *why) {
    struct follow *f = follow_find(s, stroom);
    if (!f) {
        return;
    }
    s->sessions->figures.rights_ended++;
    arena_reset(&s->sessions->arena);
    outbox_json(s, wire_json(&s->sessions->arena, "{'einde':{'stroom':%s,'reden':%s}}", stroom,
                             why[0] ? why : "leesrecht"));
    follow_end(f);
}

static void round_done(struct rights *rights) {
    if (rights->checks > 0) {
        return;
    }
    if (!rights->failed) {
        rights->seen = rights->reading;
        rights->all &= !rights->asking_all;
    }
    rights->asking = rights->asking_all = false;
}

static void take_verdict(struct check *check, const struct store_row *row) {
    size_t index = (size_t)row->seq - 1;
    if (strcmp(row->soort, "weigering") != 0 || index >= check->n) {
        return;
    }
    const struct pair *pair = &check->pairs[index];
    struct session *s = session_find(check->rights->sessions, pair->session);
    if (!s || s->state == SESSION_CLOSING) {
        return;
    }
    if (strcmp(row->bytes, "sessie_verlopen") == 0 || strcmp(row->bytes, "niet_ingelogd") == 0) {
        s->sessions->figures.rights_ended++;
        session_close_for(s, ERR_SESSIE_VERLOPEN);
    } else {
        end_follow(s, pair->stroom, row->bytes);
    }
}

static void on_verdicts(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct check *check = ctx;
    struct rights *rights = check->rights;
    for (size_t i = 0; err == ERR_OK && i < n; i++) {
        take_verdict(check, &rows[i]);
    }
    rights->failed |= err != ERR_OK;
    rights->checks--;
    arena_fini(&check->arena);
    free(check);
    round_done(rights);
}

static void check_send(struct check *check) {
    struct rights *rights = check->rights;
    struct bytes sessies, stromen;
    bytes_init(&sessies, CHECK_ARENA);
    bytes_init(&stromen, CHECK_ARENA);
    store_array(&sessies, check->sessies, check->n);
    store_array(&stromen, check->stromen, check->n);
    MUST(!sessies.full && !stromen.full);
    const char *params[] = {sessies.data, stromen.data};
    rights->checks++;
    if (store_call(rights->sessions->store, STORE_READ, "api.rechten_toetsen", params,
                   COUNT_OF(params), on_verdicts, check) != ERR_OK) {
        rights->failed = true;
        rights->checks--;
        arena_fini(&check->arena);
        free(check);
    }
    bytes_fini(&sessies);
    bytes_fini(&stromen);
}

static struct check *check_add(struct rights *rights, struct check *check, struct session *s,
                               const char *stroom) {
    if (!check) {
        check = mem_alloc(sizeof *check);
        check->rights = rights;
        arena_init(&check->arena, CHECK_ARENA);
    }
    struct pair *pair = &check->pairs[check->n];
    pair->session = s->id;
    pair->stroom = arena_memdup(&check->arena, stroom, strlen(stroom));
    check->stromen[check->n] = pair->stroom;
    check->sessies[check->n] = arena_memdup(&check->arena, s->sessie, strlen(s->sessie));
    if (++check->n < PAIRS) {
        return check;
    }
    check_send(check);
    return NULL;
}

static bool is_concerned(const struct session *s, const struct concern *concerns, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (!concerns[i].persoon || strcmp(concerns[i].persoon, s->persoon) == 0 ||
            !s->persoon[0]) {
            return true;
        }
    }
    return false;
}

static void check_concerned(struct rights *rights, const struct concern *concerns, size_t n) {
    struct check *check = NULL;
    struct sessions *sessions = rights->sessions;
    for (struct map_node *node = NULL; (node = map_next(&sessions->by_id, node));) {
        struct session *s = CONTAINER_OF(node, struct session, node);
        bool reads = s->state == SESSION_LIVE || s->n_follows > 0;
        if (!reads || s->state == SESSION_CLOSING || !is_concerned(s, concerns, n)) {
            continue;
        }
        check = check_add(rights, check, s, "");
        LIST_EACH(&s->follows, link) {
            struct follow *f = CONTAINER_OF(link, struct follow, link);
            check = check_add(rights, check, s, stream_name(f->held));
        }
    }
    if (check) {
        check_send(check);
    }
}

/* inhoud is itself a JSON text: {"persoon","organisatie","tafel","sessie"}. What names a person
 * concerns that person; what names only an organisation or a tafel may concern anybody. */
static struct concern read_concern(struct arena *arena, const struct store_row *row) {
    struct concern concern = {0};
    const char *inhoud = wire_read_field(arena, row->bytes, row->len, "inhoud");
    if (inhoud) {
        concern.persoon = wire_read_field(arena, inhoud, strlen(inhoud), "persoon");
    }
    return concern;
}

static void on_feed(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct rights *rights = ctx;
    struct arena arena;
    struct concern concerns[EVENTS];
    size_t count = 0;
    if (err != ERR_OK) {
        rights->asking = false;
        return;
    }
    arena_init(&arena, REPLY_ARENA);
    for (size_t i = 0; i < n && count < EVENTS; i++) {
        if (strcmp(rows[i].soort, "gebeurtenis") == 0) {
            concerns[count++] = read_concern(&arena, &rows[i]);
            rights->reading = (uint64_t)rows[i].seq;
        }
    }
    rights->failed = false;
    if (count > 0) {
        check_concerned(rights, concerns, count);
    }
    arena_fini(&arena);
    round_done(rights);
}

/* Time alone may end a right, or a session; no event tells of it. */
static void recheck_all(struct rights *rights) {
    static const struct concern everybody = {0};
    rights->rechecked_ms = loop_now_ms(rights->sessions->loop);
    rights->failed = false;
    rights->all = rights->asking_all = true;
    check_concerned(rights, &everybody, 1);
    round_done(rights);
}

static void read_feed(struct rights *rights) {
    char after[24], most[24];
    snprintf(after, sizeof after, "%" PRIu64, rights->seen);
    snprintf(most, sizeof most, "%d", EVENTS);
    const char *params[] = {"toegang", after, most};
    if (store_call(rights->sessions->store, STORE_READ, "api.feed_lezen", params, COUNT_OF(params),
                   on_feed, rights) != ERR_OK) {
        rights->asking = false;
    }
}

static void on_head(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct rights *rights = ctx;
    if (err != ERR_OK || n == 0) {
        rights->asking = false;
        return;
    }
    uint64_t head = (uint64_t)rows[0].seq;
    if (!rights->known || rights->sessions->by_id.count == 0) {
        rights->all |= !rights->known; /* who came before this first look, by what was true then */
        rights->known = true;          /* who comes later is admitted by what is true later */
        rights->seen = head;
    }
    rights->reading = rights->seen;
    if (head > rights->seen) {
        read_feed(rights);
    } else if (rights->all ||
               loop_now_ms(rights->sessions->loop) - rights->rechecked_ms >= RECHECK_MS) {
        recheck_all(rights);
    } else {
        rights->asking = false;
    }
}

static void on_time(void *ctx) {
    struct rights *rights = ctx;
    static const char *const params[] = {"{toegang}"};
    if (rights->asking || !store_is_up(rights->sessions->store)) {
        return;
    }
    rights->asking = store_call(rights->sessions->store, STORE_READ, "api.koppen", params, 1,
                                on_head, rights) == ERR_OK;
}

struct rights *rights_new(struct sessions *sessions) {
    struct rights *rights = mem_alloc(sizeof *rights);
    rights->sessions = sessions;
    rights->rechecked_ms = loop_now_ms(sessions->loop);
    loop_timer_init(&rights->timer, sessions->loop, on_time, rights);
    loop_timer_repeat(&rights->timer, sessions->config.limits.rights_ms);
    return rights;
}

uint64_t rights_known(const struct rights *rights) {
    return rights->reading;
}

void rights_stop(struct rights *rights) {
    loop_timer_stop(&rights->timer);
}

void rights_free(struct rights *rights) {
    loop_timer_fini(&rights->timer);
    free(rights);
}
