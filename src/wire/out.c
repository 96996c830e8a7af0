// What goes out: JSON from templates, WebSocket frames, answers and problems.
#include <stdarg.h>
#include <string.h>

#include "json.h"

enum { OUT_MAX = 4 * 1024 * 1024 };

static void add_string(struct bytes *out, const char *text) {
    if (text == NULL)
        bytes_add_str(out, "null");
    else
        bytes_add_json(out, text, strlen(text));
}

// The conversions of wire_json; returns what follows in the template.
static const char *add_conversion(struct bytes *out, const char *at, va_list *args) {
    if (strncmp(at, "%.*s", 4) == 0) {
        int len = va_arg(*args, int);
        bytes_add(out, va_arg(*args, const char *), (size_t)len);
        return at + 4;
    }
    if (strncmp(at, "%lld", 4) == 0) {
        bytes_add_format(out, "%lld", va_arg(*args, long long));
        return at + 4;
    }
    if (strncmp(at, "%zu", 3) == 0) {
        bytes_add_format(out, "%zu", va_arg(*args, size_t));
        return at + 3;
    }
    if (at[1] == 's')
        add_string(out, va_arg(*args, const char *));
    else if (at[1] == 'd')
        bytes_add_format(out, "%d", va_arg(*args, int));
    else
        MUST(at[1] == '%');
    return at + 2;
}

struct wire_bytes wire_json(struct arena *arena, const char *template, ...) {
    struct bytes out;
    va_list args;
    bytes_init(&out, OUT_MAX);
    va_start(args, template);
    for (const char *at = template; *at != '\0';) {
        size_t plain = strcspn(at, "'%");
        bytes_add(&out, at, plain);
        at += plain;
        if (*at == '\'') {
            bytes_add_char(&out, '"');
            at++;
        } else if (*at == '%') {
            if (at[1] == '%')
                bytes_add_char(&out, '%');
            at = add_conversion(&out, at, &args);
        }
    }
    va_end(args);
    MUST(!out.full);
    struct wire_bytes bytes = {.p = arena_memdup(arena, out.data, out.len), .len = out.len};
    bytes_fini(&out);
    return bytes;
}

size_t wire_frame_header(unsigned char out[WIRE_FRAME_HEADER_MAX], size_t payload_len) {
    out[0] = 0x81; // the only fragment, text
    if (payload_len < 126) {
        out[1] = (unsigned char)payload_len;
        return 2;
    }
    size_t size = payload_len <= 0xffff ? 2 : 8;
    out[1] = size == 2 ? 126 : 127;
    for (size_t i = 0; i < size; i++)
        out[2 + i] = (unsigned char)(payload_len >> (8 * (size - 1 - i)));
    return 2 + size;
}

// Header and parts in one piece of memory, because a reply may be large and is copied only once.
static struct wire_bytes frame_of(struct arena *arena, const char *const parts[3],
                                  const size_t lens[3]) {
    unsigned char header[WIRE_FRAME_HEADER_MAX];
    size_t header_len = wire_frame_header(header, lens[0] + lens[1] + lens[2]);
    size_t total = header_len + lens[0] + lens[1] + lens[2];
    char *frame = arena_alloc(arena, total + 1);
    char *at = frame;
    memcpy(at, header, header_len);
    at += header_len;
    for (int i = 0; i < 3; i++) {
        memcpy(at, parts[i], lens[i]);
        at += lens[i];
    }
    return (struct wire_bytes){.p = frame, .len = total};
}

struct wire_bytes wire_frame(struct arena *arena, const char *payload, size_t len) {
    return frame_of(arena, (const char *const[3]){payload, "", ""}, (const size_t[3]){len, 0, 0});
}

struct wire_bytes wire_reply_ok(struct arena *arena, int64_t id, const char *bytes, size_t len) {
    const char *head = arena_printf(arena, "{\"re\":%lld,\"ok\":", (long long)id);
    return frame_of(arena, (const char *const[3]){head, bytes, "}"},
                    (const size_t[3]){strlen(head), len, 1});
}

static struct wire_bytes problems_json(struct arena *arena, const struct wire_error *error,
                                       const char *language) {
    struct bytes out;
    bytes_init(&out, OUT_MAX);
    for (size_t i = 0; i < error->problem_count; i++) {
        const struct wire_problem *problem = &error->problems[i];
        bytes_add_str(&out, i == 0 ? ",\"problems\":[{\"path\":" : ",{\"path\":");
        add_string(&out, problem->path);
        bytes_add_str(&out, ",\"code\":");
        add_string(&out, problem->code);
        bytes_add_str(&out, ",\"detail\":");
        add_string(&out,
                   language != NULL && strcmp(language, "en") == 0 ? problem->en : problem->nl);
        if (language == NULL) {
            bytes_add_str(&out, ",\"detailEn\":");
            add_string(&out, problem->en);
        }
        bytes_add_char(&out, '}');
    }
    if (error->problem_count > 0)
        bytes_add_char(&out, ']');
    if (error->retry_ms > 0)
        bytes_add_format(&out, ",\"retryMs\":%lld", (long long)error->retry_ms);
    MUST(!out.full);
    struct wire_bytes bytes = {.p = arena_memdup(arena, out.len > 0 ? out.data : "", out.len),
                               .len = out.len};
    bytes_fini(&out);
    return bytes;
}

struct wire_bytes wire_reply_error(struct arena *arena, int64_t id,
                                   const struct wire_error *error) {
    const struct err_info *info = err_get(error->code);
    struct wire_bytes rest = problems_json(arena, error, NULL);
    struct wire_bytes json =
        wire_json(arena,
                  "{'re':%lld,'error':{'code':%s,'status':%d,'title':%s,'detail':%s,"
                  "'titleEn':%s,'detailEn':%s%.*s}}",
                  (long long)id, info->name, info->http, info->title_nl,
                  error->detail_nl == NULL ? info->nl : error->detail_nl, info->title_en,
                  error->detail_en == NULL ? info->en : error->detail_en, (int)rest.len, rest.p);
    return wire_frame(arena, json.p, json.len);
}

struct wire_bytes wire_problem_json(struct arena *arena, const struct wire_error *error,
                                    const char *language) {
    const struct err_info *info = err_get(error->code);
    bool en = language != NULL && strcmp(language, "en") == 0;
    struct wire_bytes rest = problems_json(arena, error, en ? "en" : "nl");
    const char *detail = en ? error->detail_en : error->detail_nl;
    if (detail == NULL)
        detail = en ? info->en : info->nl;
    return wire_json(arena, "{'status':%d,'title':%s,'detail':%s,'code':%s%.*s}", info->http,
                     en ? info->title_en : info->title_nl, detail, info->name, (int)rest.len,
                     rest.p);
}
