/*
 * peers: how many connections each client address has, and how fast it makes new ones.
 *
 * Invariant: a peer exists while it has a connection or has spent from its bucket less than two
 * seconds ago, so the table is bounded by the connections and by the rate of accepting.
 */
#ifndef SPR_NET_PEERS_H
#define SPR_NET_PEERS_H

#include "proxy.h"

struct peer {
    struct map_node node;
    struct address key; /* IPv6: the /64, which is one subscriber */
    uint32_t open;
    double tokens;
    int64_t filled_ms;
};

struct peers {
    struct map map;
    uint32_t most_open; /* 0: no limit */
    uint32_t rate;      /* a second; 0: no limit */
};

void peers_init(struct peers *peers, uint32_t most_open, uint32_t rate);
void peers_fini(struct peers *peers);

/* Counts a new connection; NULL: over the limit, nothing counted. */
struct peer *peers_enter(struct peers *peers, const struct address *address, int64_t now_ms);
void peers_leave(struct peer *peer);

/* Forgets who is gone; to be called about once a second. */
void peers_sweep(struct peers *peers, int64_t now_ms);

#endif
