// Looking things up in the generated tables.
#include <string.h>

#include "embed_openapi.h"
#include "schema.h"

const struct wire_def *wire_find_def(const char *name, size_t len) {
    size_t low = 0;
    size_t high = wire_def_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *other = wire_defs[middle].name;
        size_t other_len = strlen(other);
        int order = memcmp(other, name, other_len < len ? other_len : len);
        if (order == 0 && other_len == len)
            return &wire_defs[middle];
        if (order < 0 || (order == 0 && other_len < len))
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

const struct wire_def *wire_get_defs(size_t *count) {
    *count = wire_def_count;
    return wire_defs;
}

struct wire_bytes wire_get_openapi(void) {
    return (struct wire_bytes){.p = embed_openapi[0].bytes, .len = embed_openapi[0].len};
}
