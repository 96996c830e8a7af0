/*
 * histogram: how often each duration was seen. A value is kept to within 3 %, from nanoseconds to
 * minutes, in memory of one size, so that measuring costs the same for the millionth value.
 */
#ifndef BENCH_HISTOGRAM_H
#define BENCH_HISTOGRAM_H

#include <stdint.h>

enum { HISTOGRAM_SLOTS = 64 * 32 };

struct histogram {
    uint64_t count, most, slots[HISTOGRAM_SLOTS];
};

void histogram_add(struct histogram *histogram, uint64_t value);
/* The value that this share of all values does not exceed; 0 when there are none. */
uint64_t histogram_at(const struct histogram *histogram, double share);

#endif
