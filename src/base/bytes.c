/*
 * bytes: a buffer that grows, and never past the ceiling it was given.
 *
 * Invariant: len <= ceiling, and data, when there, has room for a NUL behind len. An addition is
 * whole or not at all; once one did not fit, full is set and later ones add nothing either, so that
 * a hole in the middle cannot pass for a result.
 */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BYTES = 64 };

void bytes_init(struct bytes *bytes, size_t ceiling) {
    *bytes = (struct bytes){.ceiling = ceiling};
}

void bytes_fini(struct bytes *bytes) {
    free(bytes->data);
    *bytes = (struct bytes){.ceiling = bytes->ceiling};
}

void bytes_clear(struct bytes *bytes) {
    bytes->len = 0;
    bytes->full = false;
    if (bytes->data != NULL)
        bytes->data[0] = '\0';
}

static bool has_room(struct bytes *bytes, size_t more) {
    if (bytes->full || more > bytes->ceiling - bytes->len) {
        bytes->full = true;
        return false;
    }
    size_t need = bytes->len + more;
    if (bytes->data != NULL && need <= bytes->cap)
        return true;
    size_t cap = bytes->cap > 0 ? bytes->cap * 2 : FIRST_BYTES;
    if (cap < need)
        cap = need;
    if (cap > bytes->ceiling)
        cap = bytes->ceiling;
    bytes->data = mem_resize(bytes->data, cap + 1);
    bytes->cap = cap;
    return true;
}

void bytes_add(struct bytes *bytes, const void *from, size_t len) {
    if (!has_room(bytes, len))
        return;
    if (len > 0)
        memcpy(bytes->data + bytes->len, from, len);
    bytes->len += len;
    bytes->data[bytes->len] = '\0';
}

void bytes_add_str(struct bytes *bytes, const char *text) {
    bytes_add(bytes, text, strlen(text));
}

void bytes_add_char(struct bytes *bytes, char c) {
    bytes_add(bytes, &c, 1);
}

void bytes_add_format(struct bytes *bytes, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    MUST(len >= 0);
    if (has_room(bytes, (size_t)len)) {
        vsnprintf(bytes->data + bytes->len, (size_t)len + 1, format, again);
        bytes->len += (size_t)len;
    }
    va_end(again);
}

/* Length of the UTF-8 sequence at p, 0 when it is none (RFC 3629: no surrogates, not overlong). */
static size_t utf8_length(const unsigned char *p, size_t left) {
    size_t n = p[0] < 0x80 ? 1 : p[0] < 0xc2 ? 0 : p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
    if (n == 0 || p[0] > 0xf4 || n > left)
        return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xc0) != 0x80)
            return 0;
    if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f) ||
        (p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f))
        return 0;
    return n;
}

static void add_json_char(struct bytes *bytes, unsigned char c) {
    switch (c) {
    case '"':
        bytes_add(bytes, "\\\"", 2);
        break;
    case '\\':
        bytes_add(bytes, "\\\\", 2);
        break;
    case '\n':
        bytes_add(bytes, "\\n", 2);
        break;
    case '\r':
        bytes_add(bytes, "\\r", 2);
        break;
    case '\t':
        bytes_add(bytes, "\\t", 2);
        break;
    default:
        if (c < 0x20)
            bytes_add_format(bytes, "\\u%04x", (unsigned)c);
        else
            bytes_add(bytes, "\xef\xbf\xbd", 3); /* not UTF-8: U+FFFD */
    }
}

void bytes_add_json(struct bytes *bytes, const char *text, size_t len) {
    size_t before = bytes->len;
    const unsigned char *p = (const unsigned char *)text;
    bytes_add_char(bytes, '"');
    for (size_t i = 0, plain; i < len; i += plain) {
        for (plain = 0; i + plain < len;) {
            unsigned char c = p[i + plain];
            size_t n = utf8_length(p + i + plain, len - i - plain);
            if (n == 0 || c < 0x20 || c == '"' || c == '\\')
                break;
            plain += n;
        }
        bytes_add(bytes, p + i, plain);
        if (i + plain < len)
            add_json_char(bytes, p[i + plain++]);
    }
    bytes_add_char(bytes, '"');
    if (bytes->full && bytes->data != NULL && bytes->len > before) {
        bytes->len = before;
        bytes->data[before] = '\0';
    }
}

void bytes_drop(struct bytes *bytes, size_t len) {
    MUST(len <= bytes->len);
    if (len == 0)
        return;
    memmove(bytes->data, bytes->data + len, bytes->len - len + 1);
    bytes->len -= len;
}

char *bytes_take(struct bytes *bytes, size_t *len) {
    if (len != NULL)
        *len = bytes->len;
    char *data = bytes->data != NULL ? bytes->data : mem_alloc(1);
    *bytes = (struct bytes){.ceiling = bytes->ceiling};
    return data;
}
