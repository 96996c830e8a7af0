// json: bytes to a jansson value within our own ceilings, and back.
#ifndef SPR_WIRE_JSON_H
#define SPR_WIRE_JSON_H

#include <jansson.h>

#include "wire/wire.h"

// What people send: depth, keys per object and size are checked before anything is built. NULL
// with *err filled when it is no JSON, or too much of it. The caller owns the value.
json_t *json_read(const char *bytes, size_t len, enum err *err);
// What SQL made: no ceilings but those of the database. NULL when it is no JSON.
json_t *json_read_own(const char *bytes, size_t len);
// Sorted keys, no spaces.
struct wire_bytes json_write(struct arena *arena, const json_t *value);

#endif
