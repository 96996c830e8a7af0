/*
 * Any bytes as a WebSocket message: what passes keeps the promises of wire, and every refusal can
 * be written as a reply.
 */
#include <string.h>

#include "wire/wire.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct arena arena;
    struct wire_request request;
    arena_init(&arena, 4 * 1024 * 1024);
    enum err err = wire_parse_request(&arena, (const char *)data, size, &request);
    if (err) {
        MUST(request.error.code == err);
        struct wire_bytes reply = wire_reply_error(&arena, request.id, &request.error);
        MUST(reply.len > 2);
    } else {
        MUST(request.def && request.id > 0 && size <= WIRE_MESSAGE_MAX);
        MUST(!memchr(request.verzoek.p, '\0', request.verzoek.len));
    }
    arena_fini(&arena);
    return 0;
}
