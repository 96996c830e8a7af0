/*
 * bucket: how much one session or one client address may ask.
 *
 * Invariant: a bucket never holds more than its burst; an address that has been quiet long enough
 * to have a full bucket is forgotten.
 */
#include "sessions.h"

#include <stdlib.h>
#include <string.h>

enum { ADDRESSES = 20000, TOKEN = 1000, FORGET_MS = 120000 };

struct address {
    struct map_node node;
    struct bucket requests, logins;
    char text[];
};

/* rate in thousandths of a token a second. */
bool bucket_take(struct bucket *bucket, int64_t now_ms, uint32_t rate_milli, uint32_t burst,
                 int64_t *retry_ms) {
    uint64_t full = (uint64_t)burst * TOKEN;
    if (bucket->filled_ms == 0) {
        bucket->level = (uint32_t)full;
    } else {
        uint64_t more = (uint64_t)(now_ms - bucket->filled_ms) * rate_milli / 1000;
        bucket->level = (uint32_t)(bucket->level + more > full ? full : bucket->level + more);
    }
    bucket->filled_ms = now_ms;
    if (bucket->level >= TOKEN) {
        bucket->level -= TOKEN;
        return true;
    }
    *retry_ms = (int64_t)(TOKEN - bucket->level) * 1000 / (rate_milli ? rate_milli : 1) + 1;
    return false;
}

static struct address *address_get(struct sessions *sessions, const char *text) {
    size_t len = strlen(text);
    struct map_node *node = map_find(&sessions->addresses, text, len);
    if (node) {
        return CONTAINER_OF(node, struct address, node);
    }
    if (sessions->addresses.count >= ADDRESSES) {
        address_forget_idle(sessions);
    }
    if (sessions->addresses.count >= ADDRESSES) {
        address_fini(sessions); /* better a new start for all than a list without end */
        map_init(&sessions->addresses);
    }
    struct address *address = mem_alloc(sizeof *address + len + 1);
    memcpy(address->text, text, len + 1);
    map_add(&sessions->addresses, &address->node, address->text, len);
    return address;
}

bool address_take(struct sessions *sessions, const char *text, bool login, int64_t *retry_ms) {
    const struct session_limits *limits = &sessions->config.limits;
    struct address *address = address_get(sessions, text);
    int64_t now = loop_now_ms(sessions->loop);
    if (login && !bucket_take(&address->logins, now, limits->login_rate * TOKEN / 60,
                              limits->login_rate, retry_ms)) {
        return false;
    }
    return bucket_take(&address->requests, now, limits->http_rate * TOKEN, limits->http_burst,
                       retry_ms);
}

void address_forget_idle(struct sessions *sessions) {
    int64_t now = loop_now_ms(sessions->loop);
    struct map_node *next = map_next(&sessions->addresses, NULL);
    while (next) {
        struct address *address = CONTAINER_OF(next, struct address, node);
        next = map_next(&sessions->addresses, next);
        if (now - address->requests.filled_ms > FORGET_MS) {
            map_remove(&sessions->addresses, &address->node);
            free(address);
        }
    }
}

void address_fini(struct sessions *sessions) {
    struct map_node *next = map_next(&sessions->addresses, NULL);
    while (next) {
        struct address *address = CONTAINER_OF(next, struct address, node);
        next = map_next(&sessions->addresses, next);
        map_remove(&sessions->addresses, &address->node);
        free(address);
    }
    map_fini(&sessions->addresses);
}
