/*
 * Any bytes as an HTTP request past its head: method, path, query and body, a line each, the body
 * to the end. What passes keeps the promises of wire, every refusal can be written in both
 * languages, and the same request gives the same bytes twice.
 */
#include <string.h>

#include "wire/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { ARENA_BYTES = 8 * 1024 * 1024 };

static const char *cut_line(char **rest) {
    const char *line = strsep(rest, "\n");
    return line == NULL ? "" : line;
}

static void check_refusal(struct arena *arena, const struct wire_error *error) {
    struct wire_bytes nl = wire_problem_json(arena, error, "nl");
    struct wire_bytes en = wire_problem_json(arena, error, "en");
    MUST(nl.len > 2 && en.len > 2 && nl.p[0] == '{' && en.p[0] == '{');
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena, again;
    struct wire_request request, twice;
    arena_init(&arena, ARENA_BYTES);
    arena_init(&again, ARENA_BYTES);
    char *text = arena_memdup(&arena, data, size), *rest = text;
    struct wire_http in = {.sleutel = "k0123456789abcdef"};
    in.method = cut_line(&rest);
    in.path = cut_line(&rest);
    in.query = cut_line(&rest);
    in.body = rest == NULL ? "" : rest;
    in.body_len = rest == NULL ? 0 : (size_t)(text + size - rest);
    enum err err = wire_http_request(&arena, &in, &request);
    MUST(err == wire_http_request(&again, &in, &twice));
    if (err) {
        check_refusal(&arena, &request.error);
    } else {
        MUST(request.def && !memchr(request.verzoek.p, '\0', request.verzoek.len));
        MUST(request.verzoek.len == twice.verzoek.len &&
             memcmp(request.verzoek.p, twice.verzoek.p, twice.verzoek.len) == 0);
    }
    arena_fini(&again);
    arena_fini(&arena);
    return 0;
}
