/*
 * Any bytes as what SQL hands to the server: a refusal, a member of an object, an event. They come
 * from our own functions, but through a socket; nothing that stands there may break the process.
 */
#include <string.h>

#include "wire/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const names[] = {"sessie", "seq", "kop", "stroom", "h"};
    struct arena arena;
    struct wire_error error;
    char why[200];
    arena_init(&arena, 8 * 1024 * 1024);
    const char *bytes = arena_memdup(&arena, data, size);
    wire_read_refusal(&arena, bytes, size, &error);
    MUST(error.code != ERR_OK && wire_problem_json(&arena, &error, NULL).len > 2);
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const char *found = wire_read_field(&arena, bytes, size, names[i]);
        MUST(!found || strlen(found) <= size);
    }
    why[0] = '\0';
    MUST(wire_check_event(bytes, size, why, sizeof why) || why[0] != '\0');
    arena_fini(&arena);
    return 0;
}
