/*
 * peers: a token bucket and a count for each address.
 */
#include "peers.h"

#include <stdlib.h>
#include <string.h>

enum { BURST_SECONDS = 2, FORGET_MS = BURST_SECONDS * 1000 };

void peers_init(struct peers *peers, uint32_t most_open, uint32_t rate) {
    *peers = (struct peers){.most_open = most_open, .rate = rate};
    map_init(&peers->map);
}

static struct peer *peer_of(struct map_node *node) {
    return CONTAINER_OF(node, struct peer, node);
}

void peers_fini(struct peers *peers) {
    for (struct map_node *node = map_next(&peers->map, NULL), *next; node; node = next) {
        next = map_next(&peers->map, node);
        map_remove(&peers->map, node);
        free(peer_of(node));
    }
    map_fini(&peers->map);
}

static struct peer *peer_find(struct peers *peers, const struct address *address, int64_t now_ms) {
    static const unsigned char v4_prefix[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    struct address key = *address;
    if (memcmp(key.bytes, v4_prefix, sizeof v4_prefix) != 0)
        memset(key.bytes + 8, 0, 8);
    struct map_node *node = map_find(&peers->map, &key, sizeof key);
    if (node)
        return peer_of(node);
    struct peer *peer = mem_alloc(sizeof *peer);
    *peer = (struct peer){.key = key, .tokens = peers->rate * BURST_SECONDS, .filled_ms = now_ms};
    map_add(&peers->map, &peer->node, &peer->key, sizeof peer->key);
    return peer;
}

struct peer *peers_enter(struct peers *peers, const struct address *address, int64_t now_ms) {
    struct peer *peer = peer_find(peers, address, now_ms);
    double most = peers->rate * BURST_SECONDS;
    peer->tokens += (double)(now_ms - peer->filled_ms) * peers->rate / 1000.0;
    peer->tokens = peer->tokens > most ? most : peer->tokens;
    peer->filled_ms = now_ms;
    if (peers->rate && peer->tokens < 1)
        return NULL;
    if (peers->most_open && peer->open >= peers->most_open)
        return NULL;
    peer->tokens -= 1;
    peer->open++;
    return peer;
}

void peers_leave(struct peer *peer) {
    MUST(peer->open > 0);
    peer->open--;
}

void peers_sweep(struct peers *peers, int64_t now_ms) {
    for (struct map_node *node = map_next(&peers->map, NULL), *next; node; node = next) {
        next = map_next(&peers->map, node);
        struct peer *peer = peer_of(node);
        if (peer->open == 0 && now_ms - peer->filled_ms > FORGET_MS) {
            map_remove(&peers->map, node);
            free(peer);
        }
    }
}
