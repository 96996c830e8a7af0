// A first pass over the bytes counts depth and keys, because the parser's own limit is 2048 deep
// and it builds an object before anyone can count its keys.
#include "json.h"

#include <stdlib.h>
#include <string.h>

// The number of colons at a depth is the number of keys of the object that is open there.
static bool within_ceilings(const char *bytes, size_t len) {
    unsigned keys[WIRE_DEPTH_MAX + 1] = {0};
    size_t depth = 0;
    bool string = false;
    for (size_t i = 0; i < len; i++) {
        char c = bytes[i];
        if (string) {
            if (c == '\\')
                i++;
            else if (c == '"')
                string = false;
        } else if (c == '"') {
            string = true;
        } else if (c == '{' || c == '[') {
            if (++depth > WIRE_DEPTH_MAX)
                return false;
            keys[depth] = 0;
        } else if (c == '}' || c == ']') {
            if (depth > 0)
                depth--;
        } else if (c == ':' && ++keys[depth] > WIRE_KEYS_MAX) {
            return false;
        }
    }
    return true;
}

static void use_own_memory(void) {
    static bool done;
    if (!done)
        json_set_alloc_funcs(mem_alloc, free);
    done = true;
}

json_t *json_read_own(const char *bytes, size_t len) {
    json_error_t error;
    use_own_memory();
    return json_loadb(bytes, len, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
}

json_t *json_read(const char *bytes, size_t len, enum err *err) {
    json_t *value = NULL;
    *err = ERR_OK;
    if (len > WIRE_MESSAGE_MAX)
        *err = ERR_TE_GROOT;
    else if (!within_ceilings(bytes, len))
        *err = ERR_TE_INGEWIKKELD;
    else if ((value = json_read_own(bytes, len)) == NULL)
        *err = ERR_GEEN_JSON;
    return value;
}

struct wire_bytes json_write(struct arena *arena, const json_t *value) {
    use_own_memory();
    char *text = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    MUST(text != NULL);
    struct wire_bytes bytes = {.len = strlen(text)};
    bytes.p = arena_memdup(arena, text, bytes.len);
    free(text);
    return bytes;
}
