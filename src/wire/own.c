// What SQL made, read back: refusals, single fields, and in debug builds and tests whole replies
// and events against the contract.
#include <stdio.h>
#include <string.h>

#include "json.h"
#include "schema.h"
#include "text.h"

enum { OWN_MAX = 256 * 1024 };

static const char *copy_string(struct arena *arena, const json_t *object, const char *name) {
    const json_t *value = json_object_get(object, name);
    if (!json_is_string(value))
        return NULL;
    return arena_memdup(arena, json_string_value(value), json_string_length(value));
}

void wire_read_refusal(struct arena *arena, const char *bytes, size_t len, struct wire_error *out) {
    json_t *root = json_read_own(bytes, len);
    const char *code = json_string_value(json_object_get(root, "code"));
    *out = (struct wire_error){
        .code = code == NULL ? ERR_INTERN : err_by_name(code, strlen(code)),
        .detail_nl = copy_string(arena, root, "detail"),
        .detail_en = copy_string(arena, root, "detailEn"),
        .retry_ms = json_integer_value(json_object_get(root, "retryMs")),
    };
    json_decref(root);
}

const char *wire_read_field(struct arena *arena, const char *bytes, size_t len, const char *name) {
    json_t *root = json_read_own(bytes, len);
    const json_t *value = json_object_get(root, name);
    const char *text = copy_string(arena, root, name);
    if (json_is_integer(value))
        text = arena_printf(arena, "%lld", (long long)json_integer_value(value));
    json_decref(root);
    return text;
}

// Writes the first problem into why.
static bool agrees(const struct wire_schema *schema, json_t *value, const char *name, char *why,
                   size_t why_size) {
    struct arena arena;
    arena_init(&arena, OWN_MAX);
    struct wire_problems problems = {.arena = &arena};
    const struct wire_place place = {.name = name};
    if (value == NULL)
        snprintf(why, why_size, "%s: no JSON", name);
    else
        schema_check(schema, value, &place, WIRE_OUTGOING, &problems);
    if (problems.count > 0)
        snprintf(why, why_size, "%s: %s (%s)", problems.list[0].path, problems.list[0].code,
                 problems.list[0].en);
    bool good = value != NULL && problems.count == 0;
    arena_fini(&arena);
    return good;
}

bool wire_check_reply(const struct wire_def *def, const char *bytes, size_t len, char *why,
                      size_t why_size) {
    if (def->reply == NULL) {
        snprintf(why, why_size, "%s: has no reply", def->name);
        return len == 0;
    }
    json_t *value = json_read_own(bytes, len);
    bool good = agrees(def->reply, value, def->name, why, why_size);
    json_decref(value);
    return good;
}

static const struct wire_event *find_event(const char *name) {
    size_t low = 0;
    size_t high = wire_event_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        int order = strcmp(wire_events[middle].name, name);
        if (order == 0)
            return &wire_events[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool is_hex(const json_t *value) {
    const char *text = json_string_value(value);
    return text != NULL && strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

static bool is_hex_or_null(const json_t *value, bool null) {
    return null ? json_is_null(value) : is_hex(value);
}

// Canonical means: written again from its parts, it is the same bytes.
static bool leaf_is_canonical(const json_t *frame, const json_t *leaf) {
    struct arena arena;
    arena_init(&arena, OWN_MAX);
    struct wire_bytes again = wire_json(
        &arena, "{'at':%s,'door':%s,'inhoud':%s,'ref':%s,'seq':%lld,'soort':%s,'stroom':%s,'v':1}",
        json_string_value(json_object_get(leaf, "at")),
        json_string_value(json_object_get(leaf, "door")),
        json_string_value(json_object_get(leaf, "inhoud")),
        json_string_value(json_object_get(leaf, "ref")),
        (long long)json_integer_value(json_object_get(leaf, "seq")),
        json_string_value(json_object_get(leaf, "soort")),
        json_string_value(json_object_get(leaf, "stroom")));
    const char *given = json_string_value(json_object_get(frame, "leaf"));
    const char *at = json_string_value(json_object_get(leaf, "at"));
    bool good = strcmp(again.p, given) == 0 && at != NULL && text_is_date_time(at, strlen(at)) &&
                is_hex(json_object_get(leaf, "door")) && is_hex(json_object_get(leaf, "inhoud")) &&
                json_equal(json_object_get(leaf, "seq"), json_object_get(frame, "seq")) &&
                json_equal(json_object_get(leaf, "stroom"), json_object_get(frame, "stroom"));
    arena_fini(&arena);
    return good;
}

// The frame around leaf and content: what is absent is absent with its salt and a reason.
static const char *frame_fault(const json_t *frame) {
    const json_t *content = json_object_get(frame, "inhoud");
    const json_t *who = json_object_get(frame, "door");
    if (json_object_size(frame) != 9 || !json_is_string(json_object_get(frame, "leaf")))
        return "the frame does not hold its nine members";
    if (!is_hex(json_object_get(frame, "h")))
        return "h is no hash";
    if (!json_is_string(content) && !json_is_null(content))
        return "inhoud is neither text nor null";
    if (!is_hex_or_null(json_object_get(frame, "zout"), json_is_null(content)))
        return "zout does not go with inhoud";
    if (!is_hex_or_null(json_object_get(frame, "doorzout"), json_is_null(who)))
        return "doorzout does not go with door";
    if (json_is_null(content) != json_is_string(json_object_get(frame, "afwezig")))
        return "afwezig does not go with inhoud";
    return NULL;
}

static json_t *read_member(const json_t *object, const char *name) {
    const json_t *text = json_object_get(object, name);
    return json_is_string(text) ? json_read_own(json_string_value(text), json_string_length(text))
                                : NULL;
}

bool wire_check_event(const char *bytes, size_t len, char *why, size_t why_size) {
    json_t *frame = json_read_own(bytes, len);
    json_t *leaf = read_member(frame, "leaf");
    json_t *content = read_member(frame, "inhoud");
    const char *kind = json_string_value(json_object_get(leaf, "soort"));
    const struct wire_event *event = kind == NULL ? NULL : find_event(kind);
    const char *fault = json_is_object(frame) ? frame_fault(frame) : "the event is no object";
    bool good = false;
    if (fault == NULL && event == NULL)
        fault = "the kind of event is not in the contract";
    if (fault == NULL && !leaf_is_canonical(frame, leaf))
        fault = "the leaf is not canonical";
    if (fault != NULL)
        snprintf(why, why_size, "%s: %s", kind == NULL ? "event" : kind, fault);
    else
        good = json_is_null(json_object_get(frame, "inhoud")) ||
               agrees(event->content, content, event->name, why, why_size);
    json_decref(content);
    json_decref(leaf);
    json_decref(frame);
    return good;
}
