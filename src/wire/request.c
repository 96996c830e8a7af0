// Bytes of a WebSocket message → a checked request. The envelope is checked here by hand, the args
// by their schema.
#include "request.h"

#include <string.h>

#include "json.h"
#include "text.h"

enum err request_refuse(struct wire_request *out, enum err err) {
    out->error.code = err;
    return err;
}

static void collect_args(struct arena *arena, const json_t *args, struct wire_request *out) {
    struct wire_arg *list = arena_alloc(arena, (json_object_size(args) + 1) * sizeof(*list));
    size_t count = 0;
    for (size_t i = 0; i < out->def->args->property_count; i++) {
        const char *name = out->def->args->properties[i].name;
        const json_t *value = json_object_get(args, name);
        if (json_is_string(value))
            list[count++] = (struct wire_arg){
                .name = name,
                .text = arena_memdup(arena, json_string_value(value), json_string_length(value))};
        else if (json_is_integer(value))
            list[count++] = (struct wire_arg){.name = name, .number = json_integer_value(value)};
        else if (json_is_boolean(value))
            list[count++] = (struct wire_arg){.name = name, .number = json_is_true(value)};
    }
    out->args = list;
    out->arg_count = count;
}

static void check_envelope(struct wire_problems *problems, const struct wire_request *out) {
    const struct wire_place tafel = {.name = "tafel"};
    const struct wire_place namens = {.name = "namens"};
    size_t len = strlen(out->tafel);
    if (out->def->tafel && len == 0)
        problems_add(problems, &tafel, WRONG_MISSING, "", "");
    else if (!out->def->tafel && len > 0)
        problems_add(problems, &tafel, WRONG_UNKNOWN, "", "");
    else if (len > 0 && !text_is_id(out->tafel, len))
        problems_add(problems, &tafel, WRONG_ID, "", "");
    if (out->namens[0] != '\0' && !text_is_id(out->namens, strlen(out->namens)))
        problems_add(problems, &namens, WRONG_ID, "", "");
}

static enum err check_key(struct wire_problems *problems, const struct wire_request *out) {
    const struct wire_place sleutel = {.name = "sleutel"};
    size_t len = strlen(out->sleutel);
    if (out->def->kind != WIRE_COMMAND) {
        if (len > 0)
            problems_add(problems, &sleutel, WRONG_UNKNOWN, "", "");
        return ERR_OK;
    }
    return text_is_key(out->sleutel, len) ? ERR_OK : ERR_SLEUTEL_ONTBREEKT;
}

static void write_verzoek(struct arena *arena, json_t *args, struct wire_request *out) {
    if (out->def->kind == WIRE_QUERY && out->tafel[0] != '\0') {
        json_t *all = json_copy(args);
        json_object_set_new(all, "tafel", json_string(out->tafel));
        out->verzoek = json_write(arena, all);
        json_decref(all);
        return;
    }
    struct wire_bytes bytes = json_write(arena, args);
    if (out->def->kind == WIRE_COMMAND)
        bytes =
            wire_json(arena, "{'args':%.*s,'sleutel':%s}", (int)bytes.len, bytes.p, out->sleutel);
    out->verzoek = bytes;
}

enum err request_finish(struct wire_problems *problems, json_t *args, struct wire_request *out) {
    const struct wire_place place = {.name = "args"};
    check_envelope(problems, out);
    enum err err = check_key(problems, out);
    if (args != NULL)
        schema_check(out->def->args, args, &place, WIRE_INCOMING, problems);
    if (problems->count > 0) {
        out->error.problems = problems->list;
        out->error.problem_count = problems->count;
        return request_refuse(out, ERR_ONGELDIG);
    }
    if (err != ERR_OK)
        return request_refuse(out, err);
    if (out->def->kind != WIRE_COMMAND)
        collect_args(problems->arena, args, out);
    write_verzoek(problems->arena, args, out);
    return ERR_OK;
}

// "" when absent or null.
static const char *read_envelope_text(struct wire_problems *problems, const json_t *root,
                                      const char *name) {
    const json_t *value = json_object_get(root, name);
    const struct wire_place place = {.name = name};
    if (value == NULL || json_is_null(value))
        return "";
    if (!json_is_string(value)) {
        problems_add(problems, &place, WRONG_TYPE, "tekst", "text");
        return "";
    }
    return arena_memdup(problems->arena, json_string_value(value), json_string_length(value));
}

static void check_envelope_keys(struct wire_problems *problems, json_t *root) {
    static const char *const known[] = {"id", "do", "sleutel", "namens", "tafel", "args"};
    const char *key;
    json_t *value;
    json_object_foreach(root, key, value) {
        bool found = false;
        for (size_t i = 0; i < COUNT_OF(known); i++)
            found = found || strcmp(known[i], key) == 0;
        const struct wire_place place = {.name = key};
        if (!found)
            problems_add(problems, &place, WRONG_UNKNOWN, "", "");
    }
}

// A control verb with an HTTP door is served there only.
static const struct wire_def *find_ws_def(const json_t *name) {
    if (!json_is_string(name))
        return NULL;
    const struct wire_def *def = wire_find_def(json_string_value(name), json_string_length(name));
    return def != NULL && def->kind == WIRE_CONTROL && def->method != NULL ? NULL : def;
}

static enum err parse_root(struct arena *arena, json_t *root, struct wire_request *out) {
    struct wire_problems problems = {.arena = arena};
    int64_t id = json_integer_value(json_object_get(root, "id"));
    if (!json_is_object(root) || id < 1 || id > WIRE_INTEGER_MAX)
        return request_refuse(out, ERR_PROTOCOLFOUT);
    out->id = id;
    out->def = find_ws_def(json_object_get(root, "do"));
    if (out->def == NULL)
        return request_refuse(out, ERR_ONBEKENDE_OPDRACHT);
    check_envelope_keys(&problems, root);
    out->sleutel = read_envelope_text(&problems, root, "sleutel");
    out->namens = read_envelope_text(&problems, root, "namens");
    out->tafel = read_envelope_text(&problems, root, "tafel");
    json_t *args = json_object_get(root, "args");
    json_t *none = args == NULL ? json_object() : NULL;
    enum err err = request_finish(&problems, args == NULL ? none : args, out);
    json_decref(none);
    return err;
}

enum err wire_parse_request(struct arena *arena, const char *bytes, size_t len,
                            struct wire_request *out) {
    *out = (struct wire_request){.sleutel = "", .namens = "", .tafel = ""};
    enum err err;
    json_t *root = json_read(bytes, len, &err);
    if (root == NULL)
        return request_refuse(out, err);
    err = parse_root(arena, root, out);
    json_decref(root);
    return err;
}

static const struct wire_arg *find_arg(const struct wire_request *request, const char *name) {
    for (size_t i = 0; i < request->arg_count; i++) {
        if (strcmp(request->args[i].name, name) == 0)
            return &request->args[i];
    }
    return NULL;
}

const char *wire_arg_text(const struct wire_request *request, const char *name) {
    const struct wire_arg *arg = find_arg(request, name);
    return arg == NULL ? NULL : arg->text;
}

int64_t wire_arg_int(const struct wire_request *request, const char *name, int64_t fallback) {
    const struct wire_arg *arg = find_arg(request, name);
    return arg == NULL || arg->text != NULL ? fallback : arg->number;
}
