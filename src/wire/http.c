// HTTP → a checked request. A path template and the names of the query string put values into the
// same args object that a WebSocket message carries, so that both doors share everything after.
#include <string.h>

#include "json.h"
#include "request.h"
#include "text.h"

enum { PATH_PARAMS_MAX = 4, VALUE_MAX = 2048 };

struct match {
    struct {
        const char *name; // in the template, not ended
        size_t name_len;
        const char *value; // in the path, still percent-encoded
        size_t value_len;
    } params[PATH_PARAMS_MAX];
    size_t count;
};

static bool match_path(const char *template, const char *path, struct match *match) {
    match->count = 0;
    for (;;) {
        size_t want = strcspn(template, "/");
        size_t have = strcspn(path, "/");
        if (template[0] == '{' && have > 0 && match->count < PATH_PARAMS_MAX) {
            match->params[match->count].name = template + 1;
            match->params[match->count].name_len = want - 2;
            match->params[match->count].value = path;
            match->params[match->count++].value_len = have;
        } else if (want != have || memcmp(template, path, want) != 0) {
            return false;
        }
        template += want;
        path += have;
        if (*template != *path)
            return false;
        if (*template == '\0')
            return true;
        template ++;
        path++;
    }
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// NULL when an escape is broken, the result is no UTF-8, or it is longer than any value may be.
static const char *decode(struct arena *arena, const char *text, size_t len, bool plus) {
    char buffer[VALUE_MAX];
    size_t size = 0;
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (size == sizeof(buffer))
            return NULL;
        if (c == '%') {
            int high = i + 2 < len ? hex_digit(text[i + 1]) : -1;
            int low = i + 2 < len ? hex_digit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return NULL;
            c = (char)(high * 16 + low);
            i += 2;
        } else if (c == '+' && plus) {
            c = ' ';
        }
        buffer[size++] = c;
    }
    return text_is_utf8(buffer, size) ? arena_memdup(arena, buffer, size) : NULL;
}

// "12" → 12 where the schema wants an integer; what does not fit stays text, and is then refused
// by the schema with the right sentence.
static json_t *typed(const struct wire_schema *schema, const char *text) {
    size_t len = strlen(text);
    if (schema->type == WIRE_INTEGER && len < 17 && text_is_id(text, len)) {
        int64_t number = 0;
        for (size_t i = 0; i < len; i++)
            number = number * 10 + (text[i] - '0');
        return json_integer(number);
    }
    if (schema->type == WIRE_BOOLEAN && (strcmp(text, "true") == 0 || strcmp(text, "false") == 0))
        return json_boolean(text[0] == 't');
    return json_string(text);
}

static void put_arg(struct wire_problems *problems, const struct wire_def *def, json_t *args,
                    const char *name, const char *text) {
    const struct wire_place top = {.name = "args"};
    const struct wire_place place = {.up = &top, .name = name};
    const struct wire_property *property = schema_find_property(def->args, name);
    if (property == NULL)
        problems_add(problems, &place, WRONG_UNKNOWN, "", "");
    else if (json_object_get(args, name) != NULL)
        problems_add(problems, &place, WRONG_TWICE, "", "");
    else if (text == NULL)
        problems_add(problems, &place, WRONG_ENCODING, "", "");
    else
        json_object_set_new(args, name, typed(property->schema, text));
}

static void put_path(struct wire_problems *problems, const struct match *match, json_t *args,
                     struct wire_request *out) {
    for (size_t i = 0; i < match->count; i++) {
        const char *name =
            arena_memdup(problems->arena, match->params[i].name, match->params[i].name_len);
        const char *text =
            decode(problems->arena, match->params[i].value, match->params[i].value_len, false);
        if (out->def->tafel && strcmp(name, "tafel") == 0)
            out->tafel = text == NULL ? "?" : text; // "?" is no id, so it is refused as one
        else
            put_arg(problems, out->def, args, name, text);
    }
}

static void put_query(struct wire_problems *problems, const char *query, json_t *args,
                      const struct wire_def *def) {
    for (size_t keys = 0; query != NULL && *query != '\0' && keys < WIRE_KEYS_MAX; keys++) {
        size_t len = strcspn(query, "&");
        size_t name_len = strcspn(query, "=&");
        const char *name = decode(problems->arena, query, name_len, true);
        const char *text = name_len == len ? ""
                                           : decode(problems->arena, query + name_len + 1,
                                                    len - name_len - 1, true);
        if (len > 0)
            put_arg(problems, def, args, name == NULL ? "?" : name, text);
        query += len;
        query += *query == '&';
    }
}

// The members of the body become args; what the path already gave may not stand there again.
static enum err put_body(struct wire_problems *problems, const struct wire_http *in, json_t *args) {
    const struct wire_place top = {.name = "args"};
    enum err err = ERR_OK;
    if (in->body_len == 0)
        return ERR_OK;
    json_t *body = json_read(in->body, in->body_len, &err);
    if (body != NULL && !json_is_object(body))
        problems_add(problems, &top, WRONG_TYPE, "een object", "an object");
    const char *key;
    json_t *value;
    json_object_foreach(body, key, value) {
        const struct wire_place place = {.up = &top, .name = key};
        if (json_object_get(args, key) != NULL)
            problems_add(problems, &place, WRONG_TWICE, "", "");
        else
            json_object_set(args, key, value);
    }
    json_decref(body);
    return err;
}

// Finds the row of the contract. NULL: allow lists the methods of the path, or is NULL as well.
static const struct wire_def *find_http_def(struct arena *arena, const struct wire_http *in,
                                            struct match *match, const char **allow) {
    *allow = NULL;
    for (size_t i = 0; i < wire_def_count; i++) {
        const struct wire_def *def = &wire_defs[i];
        if (def->path == NULL || !match_path(def->path, in->path, match))
            continue;
        if (strcmp(def->method, in->method) == 0)
            return def;
        if (*allow == NULL)
            *allow = def->method;
        else if (strstr(*allow, def->method) == NULL)
            *allow = arena_printf(arena, "%s, %s", *allow, def->method);
    }
    return NULL;
}

enum err wire_http_request(struct arena *arena, const struct wire_http *in,
                           struct wire_request *out) {
    struct wire_problems problems = {.arena = arena};
    struct match match;
    *out = (struct wire_request){.sleutel = in->sleutel == NULL ? "" : in->sleutel,
                                 .namens = in->namens == NULL ? "" : in->namens,
                                 .tafel = ""};
    out->def = find_http_def(arena, in, &match, &out->allow);
    if (out->def == NULL)
        return request_refuse(out,
                              out->allow == NULL ? ERR_NIET_GEVONDEN : ERR_METHODE_NIET_TOEGESTAAN);
    bool get = strcmp(in->method, "GET") == 0;
    json_t *args = json_object();
    put_path(&problems, &match, args, out);
    enum err err = get ? ERR_OK : put_body(&problems, in, args);
    put_query(&problems, in->query, args, out->def);
    err = err == ERR_OK ? request_finish(&problems, args, out) : request_refuse(out, err);
    json_decref(args);
    return err;
}
