// problem: what is wrong in a request, all of it at once, each with a sentence in two languages.
#ifndef SPR_WIRE_PROBLEM_H
#define SPR_WIRE_PROBLEM_H

#include "wire/wire.h"

// Where a value stands, as a chain up the stack; written out only when something is wrong there.
struct wire_place {
    const struct wire_place *up;
    const char *name; // NULL: an item of a list, at index
    size_t index;
};

enum wire_wrong {
    WRONG_MISSING,
    WRONG_UNKNOWN,
    WRONG_TWICE,
    WRONG_TYPE,
    WRONG_SHORT,
    WRONG_LONG,
    WRONG_BYTES,
    WRONG_CHOICE,
    WRONG_LOW,
    WRONG_HIGH,
    WRONG_FEW,
    WRONG_MANY,
    WRONG_CONTROL,
    WRONG_LINES,
    WRONG_ID,
    WRONG_DATE,
    WRONG_TIME,
    WRONG_ENCODING,
};

// Gathered up to WIRE_PROBLEMS_MAX; everything in it lives in the arena.
struct wire_problems {
    struct arena *arena;
    struct wire_problem *list;
    size_t count;
};

// The value completes the sentence ("Gebruik hoogstens <value> tekens."); "" where none is needed.
void problems_add(struct wire_problems *problems, const struct wire_place *place,
                  enum wire_wrong wrong, const char *value_nl, const char *value_en);
void problems_add_number(struct wire_problems *problems, const struct wire_place *place,
                         enum wire_wrong wrong, int64_t value);

#endif
