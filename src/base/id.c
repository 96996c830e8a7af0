/*
 * id: the numbers by which things are known outside, decimal digits without sign or leading zero;
 * and chance, which comes from the kernel only.
 */
#include "base/base.h"

#include <errno.h>
#include <sys/random.h>

bool id_parse(const char *text, size_t len, uint64_t *out) {
    uint64_t value = 0;
    if (len == 0 || len > 19 || text[0] == '0')
        return false;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(text[i] - '0');
    }
    if (value > INT64_MAX)
        return false;
    *out = value;
    return true;
}

void random_fill(void *into, size_t len) {
    unsigned char *p = into;
    while (len > 0) {
        ssize_t got = getrandom(p, len, 0);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            die("getrandom failed: %d", errno);
        p += got;
        len -= (size_t)got;
    }
}

uint64_t random_below(uint64_t limit) {
    MUST(limit > 0);
    uint64_t uneven = UINT64_MAX - UINT64_MAX % limit, value;
    do {
        random_fill(&value, sizeof value);
    } while (value >= uneven);
    return value % limit;
}
