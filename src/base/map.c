/*
 * map: from bytes to an object. The node and the key live in the object, so adding allocates
 * nothing but, now and then, a larger table.
 *
 * Invariant: at most one node per key; slots are a power of two and at least as many as the nodes.
 * The hash is SipHash-1-3 under a seed of this map alone: a client that chooses keys cannot choose
 * collisions.
 */
#include "base/base.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 16 };

static uint64_t rotate(uint64_t x, int by) {
    return x << by | x >> (64 - by);
}

static void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = rotate(v[1], 13) ^ v[0];
    v[0] = rotate(v[0], 32);
    v[2] += v[3];
    v[3] = rotate(v[3], 16) ^ v[2];
    v[0] += v[3];
    v[3] = rotate(v[3], 21) ^ v[0];
    v[2] += v[1];
    v[1] = rotate(v[1], 17) ^ v[2];
    v[2] = rotate(v[2], 32);
}

static uint32_t hash_of(const struct map *map, const void *key, size_t len) {
    uint64_t v[4] = {map->seed[0] ^ 0x736f6d6570736575u, map->seed[1] ^ 0x646f72616e646f6du,
                     map->seed[0] ^ 0x6c7967656e657261u, map->seed[1] ^ 0x7465646279746573u};
    const unsigned char *p = key;
    size_t left = len;
    for (; left >= 8; left -= 8, p += 8) {
        uint64_t word;
        memcpy(&word, p, 8);
        v[3] ^= word;
        sip_round(v);
        v[0] ^= word;
    }
    uint64_t last = (uint64_t)len << 56;
    for (size_t i = 0; i < left; i++)
        last |= (uint64_t)p[i] << (8 * i);
    v[3] ^= last;
    sip_round(v);
    v[0] ^= last;
    v[2] ^= 0xff;
    for (int i = 0; i < 3; i++)
        sip_round(v);
    return (uint32_t)(v[0] ^ v[1] ^ v[2] ^ v[3]);
}

void map_init(struct map *map) {
    *map = (struct map){.mask = FIRST_SLOTS - 1};
    map->slots = mem_alloc(FIRST_SLOTS * sizeof *map->slots);
    random_fill(map->seed, sizeof map->seed);
}

void map_fini(struct map *map) {
    free(map->slots);
    *map = (struct map){0};
}

static struct map_node *find_hashed(const struct map *map, const void *key, size_t len,
                                    uint32_t hash) {
    for (struct map_node *node = map->slots[hash & map->mask]; node != NULL; node = node->next)
        if (node->hash == hash && node->key_len == len &&
            (len == 0 || memcmp(node->key, key, len) == 0))
            return node;
    return NULL;
}

struct map_node *map_find(const struct map *map, const void *key, size_t len) {
    return find_hashed(map, key, len, hash_of(map, key, len));
}

static void grow(struct map *map) {
    uint32_t mask = map->mask * 2 + 1;
    struct map_node **slots = mem_alloc(((size_t)mask + 1) * sizeof *slots);
    for (uint32_t i = 0; i <= map->mask; i++) {
        for (struct map_node *node = map->slots[i], *next; node != NULL; node = next) {
            next = node->next;
            node->next = slots[node->hash & mask];
            slots[node->hash & mask] = node;
        }
    }
    free(map->slots);
    map->slots = slots;
    map->mask = mask;
}

void map_add(struct map *map, struct map_node *node, const void *key, size_t len) {
    uint32_t hash = hash_of(map, key, len);
    MUST(len <= UINT32_MAX && find_hashed(map, key, len, hash) == NULL);
    if (map->count > map->mask)
        grow(map);
    *node = (struct map_node){
        .next = map->slots[hash & map->mask], .key = key, .key_len = (uint32_t)len, .hash = hash};
    map->slots[hash & map->mask] = node;
    map->count++;
}

void map_remove(struct map *map, struct map_node *node) {
    struct map_node **at = &map->slots[node->hash & map->mask];
    while (*at != node) {
        MUST(*at != NULL);
        at = &(*at)->next;
    }
    *at = node->next;
    node->next = NULL;
    map->count--;
}

struct map_node *map_next(const struct map *map, const struct map_node *after) {
    if (after != NULL && after->next != NULL)
        return after->next;
    for (uint32_t i = after == NULL ? 0 : (after->hash & map->mask) + 1; i <= map->mask; i++)
        if (map->slots[i] != NULL)
            return map->slots[i];
    return NULL;
}
