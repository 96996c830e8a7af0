/*
 * clock: wall time is for people and the log, monotonic time for everything that waits. Decisions
 * about terms and rights are made in SQL, which has a clock of its own.
 */
#include "base/base.h"

#include <time.h>

static int64_t read_us(clockid_t which) {
    struct timespec now;
    MUST(clock_gettime(which, &now) == 0);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_wall_us(void) {
    return read_us(CLOCK_REALTIME);
}

int64_t clock_mono_us(void) {
    return read_us(CLOCK_MONOTONIC);
}

int64_t clock_mono_ms(void) {
    return clock_mono_us() / 1000;
}
