/* spr: spr.v1, as a browser of ours speaks it; the floor understands as much of it as is said here.
 */
#include <event2/event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "../load.h"

enum { HELLO = 1, SUBSCRIBE = 2 };

static unsigned n_also(const struct side *side) {
    unsigned n = 0;
    while (n < ALSO_MAX && side->also[n] != NULL)
        n++;
    return n;
}

static void say_hello(struct member *member) {
    member_sayf(member, "{\"id\":%d,\"do\":\"hello\",\"args\":{\"taal\":\"nl\"}}", HELLO);
}

/* The tafel first, then what else is followed. */
static void say_subscribe(struct member *member, unsigned id) {
    const struct side *side = member->side;
    if (id == SUBSCRIBE) {
        member_sayf(member,
                    "{\"id\":%d,\"do\":\"subscribe\",\"args\":{\"stroom\":\"tafel:%s\",\"epoch\":"
                    "\"%s\",\"since\":%llu}}",
                    SUBSCRIBE, member->place->tafel, side->epoch, (unsigned long long)member->seq);
        return;
    }
    const char *also = side->also[id - SUBSCRIBE - 1];
    bool is_own = strcmp(also, "persoon") == 0;
    member_sayf(member, "{\"id\":%u,\"do\":\"subscribe\",\"args\":{\"stroom\":\"%s%s%s\"}}", id,
                also, is_own ? ":" : "", is_own ? member->place->persoon : "");
}

static void greet(struct member *member) {
    say_hello(member);
}

/* Too busy: what was asked is asked again, as a browser would. */
struct again {
    struct member *member;
    unsigned id;
};

static void on_again(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what;
    struct again *again = ctx;
    if (again->id == HELLO)
        say_hello(again->member);
    else
        say_subscribe(again->member, again->id);
    free(again);
}

static bool is_asked_again(struct member *member, unsigned id, const char *text, size_t len) {
    static const struct timeval later = {.tv_usec = 250000};
    struct again *again;
    if (member->is_open || memmem(text, len, "\"te_druk\"", 9) == NULL ||
        (again = malloc(sizeof *again)) == NULL)
        return false;
    *again = (struct again){member, id};
    member->side->n_again++;
    return event_base_once(base, -1, EV_TIMEOUT, on_again, again, &later) == 0;
}

static void on_answer(struct member *member, const char *text, size_t len) {
    char *end, since[48];
    uint64_t id = strtoull(text + 6, &end, 10);
    if (strncmp(end, ",\"ok\":", 6) != 0) {
        if (!is_asked_again(member, (unsigned)id, text, len))
            side_fault(member->side, "refused: %.*s", (int)(len < 150 ? len : 150), text);
        return;
    }
    if (member->writes && id == HELLO) {
        member_ready(member);
    } else if (member->writes) {
        member_acked(member, id - HELLO);
    } else if (id == HELLO) {
        for (unsigned i = 0; i <= n_also(member->side); i++)
            say_subscribe(member, SUBSCRIBE + i);
    } else {
        int n = snprintf(since, sizeof since, "\"since\":%llu,", (unsigned long long)member->seq);
        if (id == SUBSCRIBE && memmem(text, len, since, (size_t)n) == NULL)
            side_fault(member->side, "a reader begins elsewhere: %.150s", text);
        if (++member->step == 1 + n_also(member->side) && member->side->behind == 0)
            member_ready(member);
    }
}

static void on_message(struct member *member, const char *text, size_t len) {
    static const char event[] = "{\"stroom\":\"tafel:";
    if (strncmp(text, "{\"re\":", 6) == 0) {
        on_answer(member, text, len);
        return;
    }
    if (member->writes || len < 64 || strncmp(text, event, sizeof event - 1) != 0)
        return; /* heartbeats and the like */
    const char *at = text + sizeof event - 1, *tafel = member->place->tafel;
    size_t name = strlen(tafel);
    if (strncmp(at, tafel, name) != 0 || strncmp(at + name, "\",\"seq\":", 8) != 0)
        side_fault(member->side, "an event of another stream: %.60s", text);
    else
        member_event(member, strtoull(at + name + 8, NULL, 10), text, len);
}

static void post(struct member *member, uint64_t number, const char *text, size_t len) {
    const struct place *place = member->place;
    unsigned long long id = number + HELLO;
    member_sayf(member,
                "{\"id\":%llu,\"do\":\"bijdrage.plaatsen\",\"sleutel\":\"b%08x-%04x-%012llx\","
                "\"namens\":\"%s\",\"tafel\":\"%s\",\"args\":{\"onderwerp\":\"%s\","
                "\"soort\":\"bijdrage\",\"tekst\":\"%.*s\"}}",
                id, (unsigned)getpid(), member->index, id, place->namens, place->tafel,
                place->onderwerp, (int)len, text);
}

const struct peer peer_spr = {.name = "spr",
                              .is_numbered = true,
                              .is_ours = true,
                              .path = "/ws",
                              .head = "Sec-WebSocket-Protocol: spr.v1\r\n",
                              .greet = greet,
                              .on_message = on_message,
                              .post = post};
