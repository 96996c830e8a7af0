// NFC and the forms of strings. Most text is ASCII, so that is looked at first.
#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { KEY_MIN = 16, KEY_MAX = 64, ID_DIGITS_MAX = 19 };

// Control characters are C0, DEL and C1 (U+0080…U+009F is C2 80…C2 9F in UTF-8).
static enum text_verdict look(const char *text, size_t len, bool one_line, bool *ascii) {
    enum text_verdict verdict = TEXT_SAME;
    *ascii = true;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\n' || c == '\t') {
            if (one_line)
                verdict = TEXT_LINES;
        } else if (c < 0x20 || c == 0x7f) {
            return TEXT_CONTROL;
        } else if (c >= 0x80) {
            *ascii = false;
            if (c == 0xc2 && i + 1 < len && (unsigned char)text[i + 1] < 0xa0)
                return TEXT_CONTROL;
        }
    }
    return verdict;
}

enum text_verdict text_normalise(const char *text, size_t len, bool one_line, char **out,
                                 size_t *out_len) {
    bool ascii;
    enum text_verdict verdict = look(text, len, one_line, &ascii);
    if (verdict != TEXT_SAME || ascii)
        return verdict;
    utf8proc_uint8_t *normal = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
                                         &normal, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (size < 0)
        return TEXT_REFUSED;
    if ((size_t)size == len && memcmp(normal, text, len) == 0) {
        free(normal);
        return TEXT_SAME;
    }
    *out = (char *)normal;
    *out_len = (size_t)size;
    return TEXT_CHANGED;
}

size_t text_code_points(const char *text, size_t len) {
    size_t count = 0;
    for (size_t i = 0; i < len; i++)
        count += ((unsigned char)text[i] & 0xc0) != 0x80;
    return count;
}

bool text_is_utf8(const char *text, size_t len) {
    for (size_t at = 0; at < len;) {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                 (utf8proc_ssize_t)(len - at), &point);
        if (size < 1 || point == 0)
            return false;
        at += (size_t)size;
    }
    return true;
}

static bool digits(const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
    }
    return len > 0;
}

bool text_is_id(const char *text, size_t len) {
    static const char largest[] = "9223372036854775807";
    if (!digits(text, len) || (text[0] == '0' && len > 1) || len > ID_DIGITS_MAX)
        return false;
    return len < ID_DIGITS_MAX || memcmp(text, largest, ID_DIGITS_MAX) <= 0;
}

static int number(const char *text, size_t len) {
    int value = 0;
    for (size_t i = 0; i < len; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

static int days_in(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool text_is_date(const char *text, size_t len) {
    if (len != 10 || text[4] != '-' || text[7] != '-' || !digits(text, 4) || !digits(text + 5, 2) ||
        !digits(text + 8, 2))
        return false;
    int year = number(text, 4);
    int month = number(text + 5, 2);
    int day = number(text + 8, 2);
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

// 2026-02-03T13:00:00Z, or with one to six digits of a second.
bool text_is_date_time(const char *text, size_t len) {
    if (len < 20 || len > 27 || len == 21 || !text_is_date(text, 10) || text[10] != 'T' ||
        text[13] != ':' || text[16] != ':' || text[len - 1] != 'Z')
        return false;
    if (!digits(text + 11, 2) || !digits(text + 14, 2) || !digits(text + 17, 2))
        return false;
    if (len > 20 && (text[19] != '.' || !digits(text + 20, len - 21)))
        return false;
    return number(text + 11, 2) < 24 && number(text + 14, 2) < 60 && number(text + 17, 2) < 60;
}

bool text_is_key(const char *text, size_t len) {
    if (len < KEY_MIN || len > KEY_MAX)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (text[i] <= ' ' || text[i] > '~')
            return false;
    }
    return true;
}
