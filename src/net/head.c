/*
 * head: reads the lines as they become whole, then judges the head as one. A table says which
 * header fields somebody looks at and which of them may stand there only once.
 */
#include "head.h"

#include <string.h>
#include <strings.h>

enum { ONCE = 1, FIRST = 2 }; /* a second one is bad; only the first is kept */
enum { REQUEST_LINE_MAX = HEAD_TARGET_MAX + 64 };

static const struct field_row {
    const char *name;
    unsigned flags;
} fields[HEAD_FIELDS] = {
    [HEAD_HOST] = {"host", ONCE},
    [HEAD_ORIGIN] = {"origin", ONCE},
    [HEAD_CONTENT_LENGTH] = {"content-length", ONCE},
    [HEAD_CONTENT_TYPE] = {"content-type", ONCE},
    [HEAD_TRANSFER_ENCODING] = {"transfer-encoding", FIRST},
    [HEAD_EXPECT] = {"expect", ONCE},
    [HEAD_CONNECTION] = {"connection", FIRST},
    [HEAD_UPGRADE] = {"upgrade", ONCE},
    [HEAD_WS_KEY] = {"sec-websocket-key", ONCE},
    [HEAD_WS_VERSION] = {"sec-websocket-version", ONCE},
    [HEAD_WS_PROTOCOL] = {"sec-websocket-protocol", ONCE},
    [HEAD_COOKIE] = {"cookie", ONCE},
    [HEAD_AUTHORIZATION] = {"authorization", ONCE},
    [HEAD_IDEMPOTENCY_KEY] = {"idempotency-key", ONCE},
    [HEAD_NAMENS] = {"spr-namens", ONCE},
    [HEAD_ACCEPT] = {"accept", FIRST},
    [HEAD_ACCEPT_ENCODING] = {"accept-encoding", FIRST},
    [HEAD_ACCEPT_LANGUAGE] = {"accept-language", FIRST},
    [HEAD_IF_NONE_MATCH] = {"if-none-match", ONCE},
    [HEAD_RANGE] = {"range", ONCE},
    [HEAD_IF_RANGE] = {"if-range", ONCE},
    [HEAD_FETCH_SITE] = {"sec-fetch-site", ONCE},
    [HEAD_FORWARDED_PROTO] = {"x-forwarded-proto", ONCE},
    [HEAD_FORWARDED_FOR] = {"x-forwarded-for", ONCE},
};

static const char *const methods[] = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};

/* ---- characters (RFC 9110 §5.6.2, RFC 3986 §3.3), independent of the locale ------------- */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_alnum(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_token(struct head_span span) {
    for (size_t i = 0; i < span.len; i++)
        if (span.at[i] == '\0' || (!is_alnum(span.at[i]) && !strchr("!#$%&'*+-.^_`|~", span.at[i])))
            return false;
    return span.len > 0;
}

static int hex_value(char c) {
    if (is_digit(c))
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static bool span_is(struct head_span span, const char *text) {
    return span.at && span.len == strlen(text) && strncasecmp(span.at, text, span.len) == 0;
}

static bool span_in(struct head_span span, const char *const *list, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (span_is(span, list[i]))
            return true;
    return false;
}

/* ---- the target ------------------------------------------------------------------------- */

/* How many continuation bytes must follow, and between what the first of them must lie (RFC 3629);
 * -1: no character starts so. Rules out overlong forms, surrogates and what is above U+10FFFF. */
static int utf8_follow(unsigned c, unsigned *low, unsigned *high) {
    *low = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
    *high = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
    if (c < 0x80)
        return 0;
    if (c >= 0xC2 && c <= 0xDF)
        return 1;
    if (c >= 0xE0 && c <= 0xEF)
        return 2;
    return c >= 0xF0 && c <= 0xF4 ? 3 : -1;
}

/* Unescapes one part of a target and checks it on the way. A path refuses what could be a
 * separator or a dot once somebody decodes it. */
static bool part_is_clean(struct head_span part, bool is_path) {
    const char *also = is_path ? "-._~!$&'()*+,;=:@/" : "-._~!$&'()*+,;=:@/?";
    int follow = 0;
    unsigned low = 0, high = 0;
    for (size_t i = 0; i < part.len; i++) {
        unsigned c = (unsigned char)part.at[i];
        if (c == '%') {
            if (part.len - i < 3 || hex_value(part.at[i + 1]) < 0 || hex_value(part.at[i + 2]) < 0)
                return false;
            c = (unsigned)(hex_value(part.at[i + 1]) * 16 + hex_value(part.at[i + 2]));
            i += 2;
            if (c < 0x20 || c == 0x7F || (is_path && strchr("/\\.%", (int)c)))
                return false;
        } else if (c == '\0' || (!is_alnum((char)c) && !strchr(also, (int)c))) {
            return false;
        }
        if (follow > 0) {
            if (c < low || c > high)
                return false;
            follow--, low = 0x80, high = 0xBF;
        } else if ((follow = utf8_follow(c, &low, &high)) < 0) {
            return false;
        }
    }
    return follow == 0;
}

static bool has_odd_segment(struct head_span path) {
    for (size_t i = 0; i < path.len; i++) {
        if (path.at[i] != '/')
            continue;
        struct head_span rest = {path.at + i + 1, path.len - i - 1};
        size_t dots = 0;
        while (dots < rest.len && rest.at[dots] == '.')
            dots++;
        bool ends = dots == rest.len || rest.at[dots] == '/' || rest.at[dots] == ';';
        if (ends && (dots == 1 || dots == 2 || (dots == 0 && rest.len > 0 && rest.at[0] == '/')))
            return true;
    }
    return false;
}

static enum err parse_target(struct head_span target, struct head *out) {
    if (target.len == 0 || target.at[0] != '/')
        return ERR_VERZOEK_ONLEESBAAR;
    const char *mark = memchr(target.at, '?', target.len);
    out->path = (struct head_span){target.at, mark ? (size_t)(mark - target.at) : target.len};
    if (mark)
        out->query = (struct head_span){mark + 1, target.len - out->path.len - 1};
    bool clean = part_is_clean(out->path, true) && part_is_clean(out->query, false);
    return clean && !has_odd_segment(out->path) ? ERR_OK : ERR_VERZOEK_ONLEESBAAR;
}

/* ---- lines ------------------------------------------------------------------------------ */

static enum err parse_method(struct head_span name, struct head *out) {
    if (!is_token(name))
        return ERR_VERZOEK_ONLEESBAAR;
    for (size_t i = 0; i < COUNT_OF(methods); i++)
        if (name.len == strlen(methods[i]) && memcmp(name.at, methods[i], name.len) == 0) {
            out->method = (enum head_method)i;
            out->method_name = methods[i];
            return ERR_OK;
        }
    return ERR_METHODE_ONBEKEND;
}

static enum err parse_version(struct head_span version) {
    if (version.len != 8 || memcmp(version.at, "HTTP/", 5) != 0 || !is_digit(version.at[5]) ||
        version.at[6] != '.' || !is_digit(version.at[7]))
        return ERR_VERZOEK_ONLEESBAAR;
    return memcmp(version.at + 5, "1.1", 3) == 0 ? ERR_OK : ERR_VERSIE_ONBEKEND;
}

static enum err parse_request_line(struct head_span line, struct head *out) {
    const char *first = memchr(line.at, ' ', line.len);
    if (!first)
        return ERR_VERZOEK_ONLEESBAAR;
    struct head_span method = {line.at, (size_t)(first - line.at)};
    struct head_span rest = {first + 1, line.len - method.len - 1};
    const char *second = memchr(rest.at, ' ', rest.len);
    if (!second)
        return ERR_VERZOEK_ONLEESBAAR;
    struct head_span target = {rest.at, (size_t)(second - rest.at)};
    struct head_span version = {second + 1, rest.len - target.len - 1};

    enum err err = parse_version(version);
    if (!err)
        err = parse_method(method, out);
    if (!err && target.len > HEAD_TARGET_MAX)
        err = ERR_ADRES_TE_LANG;
    return err ? err : parse_target(target, out);
}

/* Is word one of the comma-separated tokens of a list? */
static bool list_has(struct head_span list, const char *word) {
    const char *at = list.at, *end = list.at + list.len;
    while (at < end) {
        const char *comma = memchr(at, ',', (size_t)(end - at));
        const char *stop = comma ? comma : end;
        struct head_span item = {at, (size_t)(stop - at)};
        while (item.len > 0 && (*item.at == ' ' || *item.at == '\t'))
            item.at++, item.len--;
        while (item.len > 0 && strchr(" \t", item.at[item.len - 1]))
            item.len--;
        if (span_is(item, word))
            return true;
        at = stop + 1;
    }
    return false;
}

static enum err parse_header_line(struct head_span line, struct head *out) {
    const char *colon = memchr(line.at, ':', line.len);
    if (!colon)
        return ERR_VERZOEK_ONLEESBAAR;
    struct head_span name = {line.at, (size_t)(colon - line.at)};
    struct head_span value = {colon + 1, line.len - name.len - 1};
    if (!is_token(name)) /* also a folded line and a space before the colon */
        return ERR_VERZOEK_ONLEESBAAR;
    while (value.len > 0 && (*value.at == ' ' || *value.at == '\t'))
        value.at++, value.len--;
    while (value.len > 0 && (value.at[value.len - 1] == ' ' || value.at[value.len - 1] == '\t'))
        value.len--;
    for (size_t i = 0; i < value.len; i++) {
        unsigned char c = (unsigned char)value.at[i];
        if ((c < 0x20 && c != '\t') || c == 0x7F)
            return ERR_VERZOEK_ONLEESBAAR;
    }
    for (size_t i = 0; i < HEAD_FIELDS; i++) {
        if (!span_is(name, fields[i].name))
            continue;
        if (i == HEAD_CONNECTION && list_has(value, "upgrade"))
            out->upgrade_connection = true;
        if (out->field[i].at && (fields[i].flags & ONCE))
            return ERR_VERZOEK_ONLEESBAAR;
        if (!out->field[i].at)
            out->field[i] = value;
        break;
    }
    return ERR_OK;
}

/* ---- the whole -------------------------------------------------------------------------- */

static enum err check_length(const struct head_policy *policy, struct head *out) {
    struct head_span length = out->field[HEAD_CONTENT_LENGTH];
    bool may_have_body =
        out->method == HEAD_POST || out->method == HEAD_PUT || out->method == HEAD_PATCH;
    if (out->field[HEAD_TRANSFER_ENCODING].at)
        return length.at ? ERR_VERZOEK_ONLEESBAAR : ERR_METHODE_ONBEKEND;
    if (!length.at)
        return may_have_body ? ERR_LENGTE_ONTBREEKT : ERR_OK;
    if (length.len == 0 || (length.at[0] == '0' && length.len > 1))
        return ERR_VERZOEK_ONLEESBAAR;
    for (size_t i = 0; i < length.len; i++)
        if (!is_digit(length.at[i]))
            return ERR_VERZOEK_ONLEESBAAR;
    for (size_t i = 0; i < length.len; i++) {
        out->content_length = out->content_length * 10 + (uint64_t)(length.at[i] - '0');
        if (out->content_length > policy->body_bytes)
            return ERR_TE_GROOT;
    }
    out->has_body = out->content_length > 0;
    return out->has_body && !may_have_body ? ERR_VERZOEK_ONLEESBAAR : ERR_OK;
}

/* "application/json", if need be with charset=utf-8 and nothing else. */
static bool is_json(struct head_span type) {
    static const char json[] = "application/json";
    size_t len = sizeof json - 1;
    if (!type.at || type.len < len || strncasecmp(type.at, json, len) != 0)
        return false;
    struct head_span rest = {type.at + len, type.len - len};
    while (rest.len > 0 && (*rest.at == ' ' || *rest.at == '\t'))
        rest.at++, rest.len--;
    if (rest.len == 0)
        return true;
    if (*rest.at != ';')
        return false;
    do
        rest.at++, rest.len--;
    while (rest.len > 0 && (*rest.at == ' ' || *rest.at == '\t'));
    return span_is(rest, "charset=utf-8") || span_is(rest, "charset=\"utf-8\"");
}

static enum err check_body(struct head *out) {
    struct head_span expect = out->field[HEAD_EXPECT];
    out->wants_continue = expect.at && out->has_body;
    if (expect.at && !span_is(expect, "100-continue"))
        return ERR_VERZOEK_ONLEESBAAR;
    return out->has_body && !is_json(out->field[HEAD_CONTENT_TYPE]) ? ERR_VERKEERD_MEDIATYPE
                                                                    : ERR_OK;
}

/* The description of the API is public, to pages of other sites too. */
static bool is_public(const struct head *head) {
    static const char path[] = "/v1/openapi.json";
    return head->method == HEAD_GET && head->path.len == sizeof path - 1 &&
           memcmp(head->path.at, path, sizeof path - 1) == 0;
}

static enum err check_origin(const struct head_policy *policy, const struct head *out) {
    struct head_span origin = out->field[HEAD_ORIGIN], site = out->field[HEAD_FETCH_SITE];
    if (origin.at && !span_in(origin, policy->origins, policy->n_origins) && !is_public(out))
        return ERR_HERKOMST_GEWEIGERD;
    bool has_effect = out->method != HEAD_GET && out->method != HEAD_HEAD;
    bool own = span_is(site, "same-origin") || span_is(site, "none");
    return site.at && !own && (has_effect || out->websocket) ? ERR_HERKOMST_GEWEIGERD : ERR_OK;
}

/* 16 bytes in base64 (RFC 6455 §4.1). */
static bool is_ws_key(struct head_span key) {
    if (!key.at || key.len != 24 || key.at[22] != '=' || key.at[23] != '=')
        return false;
    for (size_t i = 0; i < 22; i++)
        if (!is_alnum(key.at[i]) && key.at[i] != '+' && key.at[i] != '/')
            return false;
    return true;
}

static enum err check_websocket(struct head *out) {
    bool at_door = out->path.len == 3 && memcmp(out->path.at, "/ws", 3) == 0;
    bool any = out->field[HEAD_UPGRADE].at || out->field[HEAD_WS_KEY].at ||
               out->field[HEAD_WS_VERSION].at || out->field[HEAD_WS_PROTOCOL].at;
    if (!at_door)
        return any ? ERR_VERZOEK_ONLEESBAAR : ERR_OK;
    if (out->method != HEAD_GET || !span_is(out->field[HEAD_UPGRADE], "websocket") ||
        !span_is(out->field[HEAD_WS_VERSION], "13") ||
        !span_is(out->field[HEAD_WS_PROTOCOL], "spr.v1"))
        return ERR_WEBSOCKET_NODIG;
    if (!out->upgrade_connection || !is_ws_key(out->field[HEAD_WS_KEY]) || out->query.at ||
        out->field[HEAD_CONTENT_LENGTH].at)
        return ERR_VERZOEK_ONLEESBAAR;
    out->websocket = true;
    return out->field[HEAD_ORIGIN].at ? ERR_OK : ERR_HERKOMST_GEWEIGERD;
}

static enum err check_head(const struct head_policy *policy, struct head *out) {
    struct head_span host = out->field[HEAD_HOST];
    if (!host.at || host.len == 0)
        return ERR_VERZOEK_ONLEESBAAR;
    for (size_t i = 0; i < host.len; i++)
        if (!is_alnum(host.at[i]) && !strchr(".-:[]", host.at[i]))
            return ERR_VERZOEK_ONLEESBAAR;
    enum err err = check_length(policy, out);
    if (!err && !policy->any_host && !span_in(host, policy->hosts, policy->n_hosts))
        err = ERR_VERKEERDE_SERVER;
    if (!err)
        err = check_websocket(out);
    if (!err)
        err = check_origin(policy, out);
    return err ? err : check_body(out);
}

/* The next line without its CRLF. A CR or LF alone is bad, as is a NUL. Only the length is judged
 * before the line is whole, so that a split gives no other answer. */
static enum head_verdict take_line(struct head_span rest, size_t longest, struct head_span *line,
                                   enum err *err) {
    const char *end = memchr(rest.at, '\n', rest.len);
    size_t n = end ? (size_t)(end - rest.at) : rest.len;
    *line = (struct head_span){rest.at, end && n > 0 ? n - 1 : 0};
    *err = n > longest ? ERR_ADRES_TE_LANG : ERR_OK;
    if (!*err && end &&
        (n == 0 || end[-1] != '\r' || memchr(rest.at, '\r', n - 1) || memchr(rest.at, '\0', n)))
        *err = ERR_VERZOEK_ONLEESBAAR;
    return *err ? HEAD_BAD : end ? HEAD_GOOD : HEAD_MORE;
}

enum head_verdict head_parse(const struct head_policy *policy, const char *bytes, size_t len,
                             struct head *out, enum err *err) {
    *out = (struct head){0};
    size_t at = 0, seen = len < HEAD_MAX ? len : HEAD_MAX;
    for (unsigned n = 0;; n++) {
        struct head_span line, rest = {bytes + at, seen - at};
        enum head_verdict verdict = take_line(rest, n == 0 ? REQUEST_LINE_MAX : seen, &line, err);
        if (verdict == HEAD_MORE && seen == HEAD_MAX) {
            *err = ERR_KOP_TE_GROOT;
            return HEAD_BAD;
        }
        if (verdict != HEAD_GOOD)
            return verdict;
        at += line.len + 2;
        if (n > 0 && line.len == 0)
            break;
        if (n > HEAD_LINES_MAX)
            *err = ERR_KOP_TE_GROOT;
        else
            *err = n == 0 ? parse_request_line(line, out) : parse_header_line(line, out);
        if (*err)
            return HEAD_BAD;
    }
    out->len = at;
    *err = check_head(policy, out);
    return *err ? HEAD_BAD : HEAD_GOOD;
}

static void move_span(struct head_span *span, const char *from, char *to) {
    if (!span->at)
        return;
    char *at = to + (span->at - from);
    at[span->len] = '\0'; /* a space, '?' or CR stood there */
    span->at = at;
}

void head_move(struct head *head, const char *from, char *to) {
    move_span(&head->path, from, to);
    move_span(&head->query, from, to);
    for (size_t i = 0; i < HEAD_FIELDS; i++)
        move_span(&head->field[i], from, to);
}

const char *head_text(const struct head *head, enum head_field field) {
    return head->field[field].at ? head->field[field].at : "";
}

const char *head_bearer(const struct head *head) {
    static const char scheme[] = "Bearer ";
    const char *value = head_text(head, HEAD_AUTHORIZATION);
    return strncasecmp(value, scheme, sizeof scheme - 1) == 0 ? value + sizeof scheme - 1 : "";
}
