// text: what may be called text, and the few forms that a string may have to have.
#ifndef SPR_WIRE_TEXT_H
#define SPR_WIRE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

enum text_verdict {
    TEXT_SAME,    // already as it should be
    TEXT_CHANGED, // *out holds the normal form; the caller frees it
    TEXT_CONTROL, // holds a control character
    TEXT_LINES,   // holds a newline or tab where one line was asked
    TEXT_REFUSED, // cannot be normalised
};

// text is valid UTF-8 (the JSON parser saw to that).
enum text_verdict text_normalise(const char *text, size_t len, bool one_line, char **out,
                                 size_t *out_len);
size_t text_code_points(const char *text, size_t len);
bool text_is_utf8(const char *text, size_t len); // for what did not come as JSON; no U+0000
bool text_is_id(const char *text, size_t len);   // a bigint of PostgreSQL, 0 or more
bool text_is_date(const char *text, size_t len);
bool text_is_date_time(const char *text, size_t len); // UTC with Z, at most microseconds
bool text_is_key(const char *text, size_t len);       // an idempotency key

#endif
