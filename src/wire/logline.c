// logline: a line of an exported log, from anybody.
//
// Invariant: what is accepted has exactly the keys it must have, each of its type; and its leaf,
// written anew from its fields, is the same bytes: nothing in it goes unread.
#include "json.h"

#include <string.h>

enum { LEAF_MAX = 2048 };

static char *copy(struct arena *arena, const json_t *value) {
    return arena_memdup(arena, json_string_value(value), json_string_length(value));
}

// A text, or NULL for null when it may be.
static bool take_text(struct arena *arena, const json_t *object, const char *key, bool nullable,
                      const char **out) {
    const json_t *value = json_object_get(object, key);
    if (nullable && json_is_null(value)) {
        *out = NULL;
        return true;
    }
    if (!json_is_string(value))
        return false;
    *out = copy(arena, value);
    return true;
}

static bool take_seq(const json_t *object, int64_t *out) {
    const json_t *value = json_object_get(object, "seq");
    *out = json_integer_value(value);
    return json_is_integer(value) && *out >= 0 && *out < INT64_C(1) << 53;
}

static bool read_leaf(struct arena *arena, struct wire_logline *line) {
    const char *ref, *soort;
    size_t len = strlen(line->leaf);
    enum err err = ERR_OK;
    json_t *leaf = len <= LEAF_MAX ? json_read(line->leaf, len, &err) : NULL;
    bool good = json_is_object(leaf) && take_text(arena, leaf, "at", false, &line->in_leaf.at) &&
                take_text(arena, leaf, "door", false, &line->in_leaf.door) &&
                take_text(arena, leaf, "inhoud", false, &line->in_leaf.inhoud) &&
                take_text(arena, leaf, "ref", false, &ref) &&
                take_text(arena, leaf, "soort", false, &soort) &&
                take_text(arena, leaf, "stroom", false, &line->in_leaf.stroom) &&
                take_seq(leaf, &line->in_leaf.seq);
    json_decref(leaf);
    return good &&
           strcmp(line->leaf,
                  arena_printf(arena,
                               "{\"at\":\"%s\",\"door\":\"%s\",\"inhoud\":\"%s\","
                               "\"ref\":\"%s\",\"seq\":%lld,\"soort\":\"%s\","
                               "\"stroom\":\"%s\",\"v\":1}",
                               line->in_leaf.at, line->in_leaf.door, line->in_leaf.inhoud, ref,
                               (long long)line->in_leaf.seq, soort, line->in_leaf.stroom)) == 0;
}

static bool read_event(struct arena *arena, const json_t *object, struct wire_logline *line) {
    line->kind = WIRE_LOGLINE_EVENT;
    return json_object_size(object) == 9 && take_text(arena, object, "leaf", false, &line->leaf) &&
           take_text(arena, object, "inhoud", true, &line->inhoud) &&
           take_text(arena, object, "zout", true, &line->zout) &&
           take_text(arena, object, "door", true, &line->door) &&
           take_text(arena, object, "doorzout", true, &line->doorzout) &&
           take_text(arena, object, "afwezig", true, &line->afwezig) && read_leaf(arena, line);
}

static bool read_edge(struct arena *arena, const json_t *object, struct wire_logline *line) {
    const char *edge;
    if (!take_text(arena, object, "grens", false, &edge))
        return false;
    if (strcmp(edge, "begin") == 0) {
        line->kind = WIRE_LOGLINE_BEGIN;
        return json_object_size(object) == 5 &&
               // Only a stretch that begins where the stream does says anything about its epoch.
               take_text(arena, object, "epoch", line->seq > 0, &line->epoch) &&
               (line->seq == 0) == (line->epoch != NULL);
    }
    line->kind = WIRE_LOGLINE_END;
    return json_object_size(object) == 4 && strcmp(edge, "einde") == 0;
}

bool wire_read_logline(struct arena *arena, const char *bytes, size_t len,
                       struct wire_logline *out) {
    enum err err;
    json_t *object = json_read(bytes, len, &err);
    *out = (struct wire_logline){0};
    bool good = json_is_object(object) && take_text(arena, object, "stroom", false, &out->stroom) &&
                take_text(arena, object, "h", false, &out->h) && take_seq(object, &out->seq) &&
                (json_object_get(object, "leaf") ? read_event(arena, object, out)
                                                 : read_edge(arena, object, out));
    json_decref(object);
    return good;
}
