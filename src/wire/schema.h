// schema: the tables that gen makes out of the contract, and the checker that reads them.
//
// Invariant: the checker says of every JSON value what a JSON Schema validator says of it under
// the same schema (tests/contract proves it against ajv), and names every problem at once.
#ifndef SPR_WIRE_SCHEMA_H
#define SPR_WIRE_SCHEMA_H

#include <jansson.h>

#include "problem.h"
#include "wire/wire.h"

// No integer outside ±(2^53 - 1): a browser would change it silently.
#define WIRE_INTEGER_MAX 9007199254740991LL
#define WIRE_NO_MAX      0xffffffffU

enum wire_type { WIRE_STRING, WIRE_INTEGER, WIRE_BOOLEAN, WIRE_OBJECT, WIRE_ARRAY };
enum wire_text { WIRE_PLAIN, WIRE_TEXT, WIRE_TEXT_LINE };
enum wire_format { WIRE_ANY, WIRE_ID, WIRE_DATE, WIRE_DATE_TIME };

struct wire_property {
    const char *name;
    const struct wire_schema *schema;
    bool required;
};

struct wire_schema {
    enum wire_type type;
    bool nullable;
    enum wire_text text;
    enum wire_format format;
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

enum wire_mode {
    WIRE_INCOMING, // text is brought to NFC in place, before its length counts
    WIRE_OUTGOING, // our own: nothing is changed
};

// Checks value against schema and adds every problem. In WIRE_INCOMING mode text may be changed.
void schema_check(const struct wire_schema *schema, json_t *value, const struct wire_place *place,
                  enum wire_mode mode, struct wire_problems *problems);
const struct wire_property *schema_find_property(const struct wire_schema *schema,
                                                 const char *name);

#endif
