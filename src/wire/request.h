// request: the last stretch that WebSocket and HTTP share, from an args object to a request.
#ifndef SPR_WIRE_REQUEST_H
#define SPR_WIRE_REQUEST_H

#include <jansson.h>

#include "problem.h"
#include "schema.h"

struct wire_arg {
    const char *name;
    const char *text; // NULL: a number
    int64_t number;
};

// Sets out->error and returns err.
enum err request_refuse(struct wire_request *out, enum err err);
// Checks args and fills the rest of out; def, sleutel, namens, tafel and id are there already.
// The problems found so far count as well. args stays the caller's.
enum err request_finish(struct wire_problems *problems, json_t *args, struct wire_request *out);

#endif
