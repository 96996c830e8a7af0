/*
 * ring: see ring.h. Old frames go slab by slab; a wipe overwrites what it drops, because what was
 * hidden must not linger in memory either.
 */
#include "ring.h"

#include <stdlib.h>
#include <string.h>

#include "wire/wire.h"

enum { ENTRIES_MIN = 16 };

static struct ring_slab *slab_of(struct list *link) {
    return CONTAINER_OF(link, struct ring_slab, link);
}

static struct ring_entry *entry_of(const struct ring *ring, uint64_t seq) {
    return &ring->entries[seq & (ring->cap - 1)];
}

static void slab_free(struct ring *ring, struct ring_slab *slab) {
    list_remove(&slab->link);
    ring->bytes -= slab->cap;
    free(slab);
}

void ring_init(struct ring *ring, size_t frames_max) {
    MUST(frames_max >= ENTRIES_MIN && (frames_max & (frames_max - 1)) == 0);
    *ring = (struct ring){.frames_max = frames_max, .low = 1, .next = 1};
    list_init(&ring->slabs);
}

void ring_fini(struct ring *ring) {
    LIST_EACH(&ring->slabs, link) {
        slab_free(ring, slab_of(link));
    }
    free(ring->entries);
    ring->entries = NULL;
    ring->cap = 0;
}

void ring_reset(struct ring *ring, uint64_t next) {
    ring_fini(ring);
    ring->low = ring->next = next;
}

/* Frees the slabs that hold nothing from low on. */
static void drop_below(struct ring *ring, uint64_t low) {
    ring->low = low;
    LIST_EACH(&ring->slabs, link) {
        if (slab_of(link)->last >= low) {
            break;
        }
        slab_free(ring, slab_of(link));
    }
}

static void make_entry_room(struct ring *ring) {
    uint64_t held = ring->next - ring->low;
    if (held < ring->cap) {
        return;
    }
    if (ring->cap == ring->frames_max) {
        drop_below(ring, ring->low + 1);
        return;
    }
    size_t cap = ring->cap ? ring->cap * 2 : ENTRIES_MIN;
    struct ring_entry *entries = mem_alloc(cap * sizeof *entries);
    for (uint64_t seq = ring->low; seq < ring->next; seq++) {
        entries[seq & (cap - 1)] = *entry_of(ring, seq);
    }
    free(ring->entries);
    ring->entries = entries;
    ring->cap = cap;
}

/* The newest slab if the frame fits behind what it holds, else a new one, twice as large. */
static struct ring_slab *slab_for(struct ring *ring, size_t need, size_t bytes_max) {
    struct ring_slab *newest = list_is_empty(&ring->slabs) ? NULL : slab_of(ring->slabs.prev);
    if (newest && newest->cap - newest->len >= need) {
        return newest;
    }
    size_t cap = newest ? (size_t)newest->cap * 2 : RING_SLAB_MIN;
    if (cap > RING_SLAB_MAX) {
        cap = RING_SLAB_MAX;
    }
    if (cap > bytes_max / 4) {
        cap = bytes_max / 4; /* dropping one leaves most of the ring */
    }
    if (cap < need) {
        cap = need;
    }
    while (!list_is_empty(&ring->slabs) && ring->bytes + cap > bytes_max) {
        drop_below(ring, slab_of(ring->slabs.next)->last + 1);
    }
    struct ring_slab *slab = mem_alloc(sizeof *slab + cap);
    list_init(&slab->link);
    slab->cap = (uint32_t)cap;
    list_push(&ring->slabs, &slab->link);
    ring->bytes += cap;
    return slab;
}

void ring_add(struct ring *ring, const char *payload, size_t len, size_t bytes_max) {
    unsigned char header[WIRE_FRAME_HEADER_MAX];
    size_t header_len = wire_frame_header(header, len);
    struct ring_slab *slab = slab_for(ring, header_len + len, bytes_max);
    slab->last = ring->next;
    make_entry_room(ring);
    struct ring_entry *entry = entry_of(ring, ring->next);
    entry->slab = slab;
    entry->at = slab->len;
    memcpy(slab->data + slab->len, header, header_len);
    memcpy(slab->data + slab->len + header_len, payload, len);
    slab->len += (uint32_t)(header_len + len);
    entry->end = slab->len;
    ring->next++;
}

void ring_wipe(struct ring *ring, uint64_t seq) {
    if (seq < ring->low || seq >= ring->next) {
        return;
    }
    for (uint64_t each = ring->low; each <= seq; each++) {
        struct ring_entry *entry = entry_of(ring, each);
        explicit_bzero(entry->slab->data + entry->at, entry->end - entry->at);
    }
    drop_below(ring, seq + 1);
}

uint64_t ring_run(const struct ring *ring, uint64_t seq, size_t max, const char **frames,
                  size_t *len) {
    const struct ring_entry *first = entry_of(ring, seq);
    const struct ring_slab *slab = first->slab;
    *frames = slab->data + first->at;
    uint64_t last = slab->last;
    /* Usually the rest of the slab fits; else the last frame that does is searched by halves. */
    if (entry_of(ring, last)->end - first->at > max) {
        uint64_t fits = seq;
        while (fits < last) {
            uint64_t middle = fits + (last - fits + 1) / 2;
            if (entry_of(ring, middle)->end - first->at <= max) {
                fits = middle;
            } else {
                last = middle - 1;
            }
        }
        last = fits;
    }
    *len = entry_of(ring, last)->end - first->at;
    return last + 1;
}
