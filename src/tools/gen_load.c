// Reads proto/ into one model and refuses what the rest of the project could not keep: a name that
// differs from its file, a door without its parameters, an error or event that does not exist.
#include "gen.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char *proto_dir;

static const char *const def_keys[] = {"command", "query", "control", "kind",  "summary",
                                       "who",     "tafel", "args",    "reply", "events",
                                       "errors",  "http",  "example", "set",   NULL};
static const char *const event_keys[] = {"event", "summary", "stream", "inhoud", "example", NULL};

const char *gen_string(const json_t *object, const char *key) {
    return json_string_value(json_object_get(object, key));
}

json_t *gen_get(const json_t *object, const char *key) {
    json_t *value = json_object_get(object, key);
    return json_is_object(value) ? value : NULL;
}

static json_t *load_json(const char *file) {
    json_error_t error;
    char *path = gen_text("%s/%s", proto_dir, file);
    json_t *json = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
    if (json == NULL)
        gen_complain(file, "line", "%d: %s", error.line, error.text);
    else if (!json_is_object(json))
        gen_complain(file, "$", "the file must hold one object");
    return json_is_object(json) ? json : json_object();
}

static const char *load_text(const char *file) {
    char *path = gen_text("%s/%s", proto_dir, file);
    FILE *in = fopen(path, "r");
    size_t cap = 1 << 18;
    char *text = calloc(1, cap + 1);
    if (text == NULL)
        abort();
    if (in == NULL || fread(text, 1, cap, in) == 0)
        gen_complain(file, "$", "this text is missing or empty");
    if (in != NULL)
        fclose(in);
    return text;
}

const char *gen_path_param(const char *path, size_t index) {
    const char *open = path;
    for (size_t i = 0; (open = strchr(open, '{')) != NULL; i++) {
        const char *close = strchr(++open, '}');
        if (close == NULL)
            return NULL;
        if (i == index)
            return gen_text("%.*s", (int)(close - open), open);
    }
    return NULL;
}

static bool listed(const char *const *list, const char *word) {
    for (; *list != NULL; list++) {
        if (strcmp(*list, word) == 0)
            return true;
    }
    return false;
}

static void check_keys(const struct gen_def *def, const char *const *known) {
    const char *key;
    json_t *value;
    json_object_foreach(def->json, key, value) {
        if (!listed(known, key))
            gen_complain(def->file, "$", "\"%s\" is not a key of this kind of file", key);
    }
}

static void check_summary(const char *file, const json_t *json) {
    const json_t *summary = gen_get(json, "summary");
    if (gen_string(summary, "nl") == NULL || gen_string(summary, "en") == NULL)
        gen_complain(file, "summary", "a sentence in \"nl\" and in \"en\" is missing");
}

static void check_names(const struct gen_def *def, const char *key, bool required) {
    json_t *list = json_object_get(def->json, key);
    size_t i;
    json_t *name;
    if (list == NULL && !required)
        return;
    if (!json_is_array(list))
        gen_complain(def->file, key, "must be a list of names");
    json_array_foreach(list, i, name) {
        if (!json_is_string(name))
            gen_complain(def->file, key, "must hold names only");
    }
}

static void check_errors(const struct gen_model *model, const struct gen_def *def) {
    const char *const *name = gen_errors_of(model, def);
    check_names(def, "errors", false);
    for (; *name != NULL; name++) {
        if (json_object_get(model->errors, *name) == NULL)
            gen_complain(def->file, "errors", "\"%s\" is not in errors.json", *name);
    }
}

static void check_events(const struct gen_model *model, const struct gen_def *def) {
    size_t i;
    json_t *name;
    check_names(def, "events", def->kind == GEN_COMMAND);
    json_array_foreach(json_object_get(def->json, "events"), i, name) {
        bool found = false;
        for (size_t k = 0; k < model->event_count; k++) {
            if (json_is_string(name) && strcmp(model->events[k].name, json_string_value(name)) == 0)
                found = true;
        }
        if (!found)
            gen_complain(def->file, "events", "no file events/%s.json", json_string_value(name));
    }
}

static void check_who(const struct gen_def *def) {
    const json_t *who = gen_get(def->json, "who");
    if (def->kind == GEN_CONTROL)
        return;
    if (who == NULL || !json_is_array(json_object_get(who, "roles")) ||
        !json_is_array(json_object_get(who, "states")) || gen_string(who, "stream") == NULL)
        gen_complain(def->file, "who", "\"roles\", \"states\" and \"stream\" are needed");
    const json_t *quiet = json_object_get(who, "quiet");
    if (quiet != NULL && !json_is_true(quiet))
        gen_complain(def->file, "who", "\"quiet\" is true or absent");
}

// A query string has no lists and no objects.
static void check_query_string(const struct gen_model *model, const struct gen_def *def) {
    const char *name;
    json_t *schema;
    json_object_foreach(json_object_get(def->args, "properties"), name, schema) {
        const char *type = gen_type(gen_resolve(model, schema));
        if (strcmp(type, "object") == 0 || strcmp(type, "array") == 0)
            gen_complain(def->file, name, "cannot stand in a query string");
    }
}

static void check_http(const struct gen_model *model, const struct gen_def *def) {
    const char *param;
    if (def->method == NULL || def->path == NULL || def->status < 200 || def->status > 299) {
        gen_complain(def->file, "http", "\"method\", \"path\" and \"status\" (2xx) are needed");
        return;
    }
    if (strncmp(def->path, "/v1/", 4) != 0)
        gen_complain(def->file, "http.path", "must start with /v1/");
    if (def->kind == GEN_QUERY && strcmp(def->method, "GET") != 0)
        gen_complain(def->file, "http.method", "a query is a GET");
    if ((def->kind == GEN_COMMAND || def->kind == GEN_LIVE) && strcmp(def->method, "GET") == 0)
        gen_complain(def->file, "http.method", "a command is never a GET");
    bool tafel = false;
    for (size_t i = 0; (param = gen_path_param(def->path, i)) != NULL; i++) {
        if (strcmp(param, "tafel") == 0 && def->tafel)
            tafel = true;
        else if (!gen_required(def->args, param))
            gen_complain(def->file, "http.path", "{%s} is not a required property of args", param);
    }
    if (strcmp(def->method, "GET") == 0 || strcmp(def->method, "DELETE") == 0)
        check_query_string(model, def);
    if (def->tafel && !tafel)
        gen_complain(def->file, "http.path", "{tafel} is missing: the envelope needs it");
}

static void check_def(const struct gen_model *model, const struct gen_def *def) {
    const char *tafel = gen_string(def->json, "tafel");
    check_keys(def, def_keys);
    check_summary(def->file, def->json);
    check_errors(model, def);
    check_events(model, def);
    check_who(def);
    if (def->kind != GEN_CONTROL &&
        (tafel == NULL || (strcmp(tafel, "required") != 0 && strcmp(tafel, "none") != 0)))
        gen_complain(def->file, "tafel", "must be \"required\" or \"none\"");
    if (gen_get(def->json, "http") != NULL)
        check_http(model, def);
    else if (def->kind == GEN_COMMAND || def->kind == GEN_QUERY)
        gen_complain(def->file, "http", "each command and query has an HTTP door");
    gen_check_schema(model, def->file, "args", def->args, true);
    if (def->reply != NULL)
        gen_check_schema(model, def->file, "reply", def->reply, false);
    if (def->args == NULL || strcmp(gen_type(def->args), "object") != 0 || gen_nullable(def->args))
        gen_complain(def->file, "args", "must be an object");
    if (def->tafel && json_object_get(json_object_get(def->args, "properties"), "tafel") != NULL)
        gen_complain(def->file, "args.properties.tafel", "the envelope already names the tafel");
    const json_t *example = gen_get(def->json, "example");
    if (gen_get(example, "args") == NULL ||
        (def->reply != NULL && json_object_get(example, "reply") == NULL))
        gen_complain(def->file, "example", "\"args\" and \"reply\" are needed");
}

static void check_event(const struct gen_model *model, const struct gen_def *def) {
    check_keys(def, event_keys);
    if (gen_string(def->json, "summary") == NULL)
        gen_complain(def->file, "summary", "one Dutch sentence is missing");
    check_names(def, "stream", true);
    gen_check_schema(model, def->file, "inhoud", def->args, false);
    if (json_object_get(def->json, "example") == NULL)
        gen_complain(def->file, "example", "is missing");
}

static void check_error(const char *name, const json_t *error) {
    const json_t *title = gen_get(error, "title");
    const json_t *http = json_object_get(error, "http");
    const json_t *close = json_object_get(error, "close");
    const json_t *state = json_object_get(error, "sqlstate");
    const char *file = "errors.json";
    if (gen_string(title, "nl") == NULL || gen_string(title, "en") == NULL)
        gen_complain(file, name, "\"title\" with \"nl\" and \"en\" is missing");
    if (gen_string(error, "nl") == NULL || gen_string(error, "en") == NULL)
        gen_complain(file, name, "the sentences \"nl\" and \"en\" are missing");
    if (json_integer_value(http) < 400 || json_integer_value(http) > 599)
        gen_complain(file, name, "\"http\" must be 4xx or 5xx");
    if (close == NULL || !(json_is_null(close) || json_is_integer(close)))
        gen_complain(file, name, "\"close\" must be a WebSocket close code or null");
    if (state == NULL || !(json_is_null(state) || json_string_length(state) == 5))
        gen_complain(file, name, "\"sqlstate\" must be five characters or null");
}

static const char *stem_of(const char *name) {
    char *stem = gen_text("%s", name);
    for (char *c = stem; *c != '\0'; c++) {
        if (*c == '.' || *c == '-')
            *c = '_';
    }
    return stem;
}

static const char *type_of(const char *name) {
    char *type = gen_text("%s", name);
    char *to = type;
    bool upper = true;
    for (const char *c = name; *c != '\0'; c++) {
        if (*c == '.' || *c == '-') {
            upper = true;
        } else {
            *to++ = upper && *c >= 'a' && *c <= 'z' ? (char)(*c - 'a' + 'A') : *c;
            upper = false;
        }
    }
    *to = '\0';
    return type;
}

static bool plain_name(const char *name) {
    return name[0] != '\0' && name[strspn(name, "abcdefghijklmnopqrstuvwxyz.-")] == '\0';
}

static void load_def(struct gen_def *def, const char *dir, const char *key, const char *base) {
    const char *name = gen_text("%.*s", (int)(strlen(base) - strlen(".json")), base);
    def->file = gen_text("%s/%s", dir, base);
    def->json = load_json(def->file);
    def->name = name;
    def->stem = stem_of(name);
    def->type = type_of(name);
    if (!plain_name(name))
        gen_complain(def->file, key, "a name has small letters, dots and hyphens only");
    if (gen_string(def->json, key) == NULL || strcmp(gen_string(def->json, key), name) != 0)
        gen_complain(def->file, key, "must be \"%s\", like the file", name);
    def->args = json_object_get(def->json, def->kind == GEN_EVENT ? "inhoud" : "args");
    def->reply = json_object_get(def->json, "reply");
    if (json_is_null(def->reply))
        def->reply = NULL;
    const char *kind = gen_string(def->json, "kind");
    if (def->kind == GEN_COMMAND && kind != NULL && strcmp(kind, "live") == 0)
        def->kind = GEN_LIVE;
    else if (def->kind == GEN_COMMAND && (kind == NULL || strcmp(kind, "command") != 0))
        gen_complain(def->file, "kind", "must be \"command\" or \"live\"");
    const json_t *http = gen_get(def->json, "http");
    def->method = gen_string(http, "method");
    def->path = gen_string(http, "path");
    def->status = (int)json_integer_value(json_object_get(http, "status"));
    const char *tafel = gen_string(def->json, "tafel");
    def->tafel = tafel != NULL && strcmp(tafel, "required") == 0;
}

static int is_json(const struct dirent *entry) {
    size_t len = strlen(entry->d_name);
    return len > 5 && strcmp(entry->d_name + len - 5, ".json") == 0 &&
           strcmp(entry->d_name, "types.json") != 0;
}

static int by_name(const struct dirent **a, const struct dirent **b) {
    return strcmp((*a)->d_name, (*b)->d_name);
}

static size_t load_dir(struct gen_def **defs, size_t count, const char *dir, const char *key,
                       enum gen_kind kind) {
    struct dirent **entries;
    int found = scandir(gen_text("%s/%s", proto_dir, dir), &entries, is_json, by_name);
    if (found < 0) {
        gen_complain(dir, "$", "this directory is missing");
        return count;
    }
    *defs = realloc(*defs, (count + (size_t)found + 1) * sizeof(**defs));
    if (*defs == NULL)
        abort();
    for (int i = 0; i < found; i++) {
        struct gen_def *def = &(*defs)[count++];
        *def = (struct gen_def){.kind = kind};
        load_def(def, dir, key, entries[i]->d_name);
    }
    return count;
}

static int by_event(const void *a, const void *b) {
    return strcmp(((const struct gen_def *)a)->name, ((const struct gen_def *)b)->name);
}

static struct gen_def event_in(const char *file, json_t *json) {
    const char *name = gen_string(json, "event") == NULL ? "" : gen_string(json, "event");
    if (!plain_name(name))
        gen_complain(file, "events", "an event has a name of small letters, dots and hyphens");
    return (struct gen_def){
        .kind = GEN_EVENT,
        .file = file,
        .name = name,
        .stem = stem_of(name),
        .type = type_of(name),
        .json = json,
        .args = json_object_get(json, "inhoud"),
    };
}

// An event that only one command brings about may stand whole in that command's list of events.
// It becomes an event like those with a file of their own; the list keeps its name.
static void lift_events(struct gen_model *model, const struct gen_def *def) {
    json_t *list = json_object_get(def->json, "events");
    size_t i;
    json_t *item;
    json_array_foreach(list, i, item) {
        if (!json_is_object(item))
            continue;
        model->events = realloc(model->events, (model->event_count + 1) * sizeof(*model->events));
        if (model->events == NULL)
            abort();
        struct gen_def event = event_in(def->file, json_incref(item));
        for (size_t k = 0; k < model->event_count; k++) {
            if (strcmp(model->events[k].name, event.name) == 0)
                gen_complain(def->file, "events", "\"%s\" has a file of its own", event.name);
        }
        model->events[model->event_count++] = event;
        if (json_array_set_new(list, i, json_string(event.name)) != 0)
            abort();
    }
}

struct gen_model *gen_load(const char *dir) {
    struct gen_model *model = calloc(1, sizeof(*model));
    if (model == NULL)
        abort();
    proto_dir = dir;
    model->types = load_json("types.json");
    if (json_object_update_missing(model->types, load_json("control/types.json")) != 0)
        abort();
    model->errors = load_json("errors.json");
    model->intro = load_text("PROTOCOL.md");
    model->event_count = load_dir(&model->events, 0, "events", "event", GEN_EVENT);
    model->def_count = load_dir(&model->defs, 0, "commands", "command", GEN_COMMAND);
    model->def_count = load_dir(&model->defs, model->def_count, "control", "control", GEN_CONTROL);
    model->def_count = load_dir(&model->defs, model->def_count, "queries", "query", GEN_QUERY);
    for (size_t i = 0; i < model->def_count; i++)
        lift_events(model, &model->defs[i]);
    if (model->event_count > 0)
        qsort(model->events, model->event_count, sizeof(*model->events), by_event);

    const char *name;
    json_t *value;
    json_object_foreach(model->errors, name, value) {
        check_error(name, value);
    }
    json_object_foreach(model->types, name, value) {
        if (gen_ref_name(value) != NULL)
            gen_complain("types.json", name, "is only another name: \"$ref\" may not stand here");
        else
            gen_check_schema(model, "types.json", name, value, false);
    }
    for (size_t i = 0; i < model->event_count; i++)
        check_event(model, &model->events[i]);
    for (size_t i = 0; i < model->def_count; i++)
        check_def(model, &model->defs[i]);
    return model;
}
