/* See histogram.h. Each power of two is cut in 32 equal slots; values under 32 have their own. */
#include "histogram.h"

enum { BITS = 5, PARTS = 1 << BITS };

static unsigned slot_of(uint64_t value) {
    if (value < PARTS)
        return (unsigned)value;
    unsigned power = 63 - (unsigned)__builtin_clzll(value);
    return (power - BITS + 1) * PARTS + (unsigned)((value >> (power - BITS)) & (PARTS - 1));
}

static uint64_t top_of(unsigned slot) {
    if (slot < PARTS)
        return slot;
    unsigned power = slot / PARTS + BITS - 1;
    return ((uint64_t)(PARTS + slot % PARTS + 1) << (power - BITS)) - 1;
}

void histogram_add(struct histogram *histogram, uint64_t value) {
    histogram->slots[slot_of(value)]++;
    histogram->count++;
    if (value > histogram->most)
        histogram->most = value;
}

uint64_t histogram_at(const struct histogram *histogram, double share) {
    uint64_t wanted = (uint64_t)(share * (double)histogram->count), seen = 0;
    for (unsigned slot = 0; slot < HISTOGRAM_SLOTS; slot++) {
        seen += histogram->slots[slot];
        if (histogram->slots[slot] > 0 && seen >= wanted)
            return top_of(slot) < histogram->most ? top_of(slot) : histogram->most;
    }
    return histogram->most;
}
