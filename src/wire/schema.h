// schema: the tables that gen makes out of the contract, and the checker that reads them.
//
// Invariant: the checker says of every JSON value what a JSON Schema validator says of it under
// the same schema (tests/contract proves it against ajv), and names every problem at once.
#ifndef SPR_WIRE_SCHEMA_H
#define SPR_WIRE_SCHEMA_H

#include <jansson.h>

#include "wire/wire.h"

// No integer outside ±(2^53 - 1): a browser would change it silently.
#define WIRE_INTEGER_MAX 9007199254740991LL
#define WIRE_NO_MAX      0xffffffffU

enum wire_type { WIRE_STRING, WIRE_INTEGER, WIRE_BOOLEAN, WIRE_OBJECT, WIRE_ARRAY };
enum wire_text { WIRE_PLAIN, WIRE_TEXT, WIRE_TEXT_LINE };

struct wire_property {
    const char *name;
    const struct wire_schema *schema;
    bool required;
};

struct wire_schema {
    enum wire_type type;
    bool nullable;
    enum wire_text text;
    uint32_t min, max; // code points of a string, items of an array
    uint32_t max_bytes;
    int64_t minimum, maximum;
    const char *const *choices; // NULL: any; else ends with NULL
    const struct wire_schema *items;
    const struct wire_property *properties;
    size_t property_count;
};

struct wire_event {
    const char *name;
    const struct wire_schema *content;
};

// registry_gen.c; both sorted by name.
extern const struct wire_def wire_defs[];
extern const size_t wire_def_count;
extern const struct wire_event wire_events[];
extern const size_t wire_event_count;

// Problems are gathered up to WIRE_PROBLEMS_MAX; each path and sentence lives in the arena.
struct wire_problems {
    struct arena *arena;
    struct wire_problem *list;
    size_t count;
};

enum wire_mode {
    WIRE_INCOMING, // text is brought to NFC in place, before its length counts
    WIRE_OUTGOING, // our own: nothing is changed
};

void problems_init(struct wire_problems *problems, struct arena *arena);
void problems_add(struct wire_problems *problems, const char *path, const char *code, ...);

// Checks value, called path, against schema. In WIRE_INCOMING mode the value may be changed.
void schema_check(const struct wire_schema *schema, json_t *value, const char *path,
                  enum wire_mode mode, struct wire_problems *problems);
const struct wire_schema *schema_find_property(const struct wire_schema *schema, const char *name);

#endif
