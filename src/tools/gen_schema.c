// The subset of JSON Schema that the contract may use. A keyword outside it is refused, because the
// validator in src/wire would ignore what ajv obeys. Strings and arrays that come from outside
// ("bounded") must carry their own ceiling.
#include "gen.h"

#include <stdlib.h>
#include <string.h>

enum { SCHEMA_DEPTH_MAX = 12 };

struct keyword {
    const char *name;
    const char *types; // the types it may stand at; "" is any
};

static const struct keyword keywords[] = {
    {"type", ""},
    {"description", ""},
    {"properties", "object"},
    {"required", "object"},
    {"additionalProperties", "object"},
    {"items", "array"},
    {"minItems", "array"},
    {"maxItems", "array"},
    {"enum", "string"},
    {"const", "string integer"},
    {"minLength", "string"},
    {"maxLength", "string"},
    {"x-maxBytes", "string"},
    {"x-text", "string"},
    {"x-format", "string"},
    {"minimum", "integer"},
    {"maximum", "integer"},
};

struct check {
    const struct gen_model *model;
    const char *file;
    bool bounded;
    int depth;
};

static void check_node(struct check *check, const char *path, const json_t *schema);

const char *gen_ref_name(const json_t *schema) {
    const char *ref = gen_string(schema, "$ref");
    const char *prefix = "types.json#/";
    if (ref == NULL || strncmp(ref, prefix, strlen(prefix)) != 0)
        return NULL;
    return ref + strlen(prefix);
}

const json_t *gen_resolve(const struct gen_model *model, const json_t *schema) {
    const char *name = gen_ref_name(schema);
    return name == NULL ? schema : json_object_get(model->types, name);
}

const char *gen_type(const json_t *schema) {
    const json_t *type = json_object_get(schema, "type");
    if (json_is_string(type))
        return json_string_value(type);
    const char *first = json_string_value(json_array_get(type, 0));
    return first == NULL ? "" : first;
}

bool gen_nullable(const json_t *schema) {
    return json_is_array(json_object_get(schema, "type"));
}

bool gen_required(const json_t *schema, const char *property) {
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(schema, "required"), i, name) {
        if (strcmp(json_string_value(name), property) == 0)
            return true;
    }
    return false;
}

static bool known_type(const char *type) {
    static const char *const types[] = {"string", "integer", "boolean", "object", "array"};
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        if (strcmp(types[i], type) == 0)
            return true;
    }
    return false;
}

// "string", or ["string", "null"].
static bool check_type(const struct check *check, const char *path, const json_t *schema) {
    const json_t *type = json_object_get(schema, "type");
    if (json_is_array(type)) {
        const char *second = json_string_value(json_array_get(type, 1));
        if (json_array_size(type) != 2 || second == NULL || strcmp(second, "null") != 0) {
            gen_complain(check->file, path, "a list of types must be [\"<type>\", \"null\"]");
            return false;
        }
    } else if (!json_is_string(type)) {
        gen_complain(check->file, path, "\"type\" or \"$ref\" is missing");
        return false;
    }
    if (!known_type(gen_type(schema))) {
        gen_complain(check->file, path, "type \"%s\" is outside the subset", gen_type(schema));
        return false;
    }
    return true;
}

static void check_keywords(const struct check *check, const char *path, const json_t *schema) {
    const char *type = gen_type(schema);
    const char *key;
    json_t *value;
    json_object_foreach(gen_walk(schema), key, value) {
        const struct keyword *found = NULL;
        for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
            if (strcmp(keywords[i].name, key) == 0)
                found = &keywords[i];
        }
        if (found == NULL)
            gen_complain(check->file, path, "keyword \"%s\" is outside the subset", key);
        else if (found->types[0] != '\0' && strstr(found->types, type) == NULL)
            gen_complain(check->file, path, "keyword \"%s\" does not fit type \"%s\"", key, type);
    }
}

static void check_count(const struct check *check, const char *path, const json_t *schema,
                        const char *key) {
    const json_t *value = json_object_get(schema, key);
    if (value != NULL && (!json_is_integer(value) || json_integer_value(value) < 0 ||
                          json_integer_value(value) > 1 << 30))
        gen_complain(check->file, path, "\"%s\" must be a count", key);
}

static void check_string(const struct check *check, const char *path, const json_t *schema) {
    check_count(check, path, schema, "minLength");
    check_count(check, path, schema, "maxLength");
    check_count(check, path, schema, "x-maxBytes");
    const json_t *choices = json_object_get(schema, "enum");
    const json_t *constant = json_object_get(schema, "const");
    size_t i;
    json_t *choice;
    json_array_foreach(choices, i, choice) {
        if (!json_is_string(choice))
            gen_complain(check->file, path, "\"enum\" may hold strings only");
    }
    if (choices != NULL && json_array_size(choices) == 0)
        gen_complain(check->file, path, "\"enum\" must be a list of strings");
    if (constant != NULL && !json_is_string(constant))
        gen_complain(check->file, path, "\"const\" does not fit type \"string\"");
    const json_t *text = json_object_get(schema, "x-text");
    if (text != NULL && !json_is_true(text) &&
        (!json_is_string(text) || strcmp(json_string_value(text), "line") != 0))
        gen_complain(check->file, path, "\"x-text\" is true, or \"line\" for text on one line");
    const char *format = gen_string(schema, "x-format");
    if (format != NULL && strcmp(format, "date") != 0 && strcmp(format, "date-time") != 0 &&
        strcmp(format, "id") != 0)
        gen_complain(check->file, path, "\"x-format\" is \"id\", \"date\" or \"date-time\"");
    if (gen_nullable(schema) && (choices != NULL || constant != NULL))
        gen_complain(check->file, path, "\"enum\" and \"const\" do not go with null");
    if (check->bounded && choices == NULL && constant == NULL &&
        json_object_get(schema, "maxLength") == NULL)
        gen_complain(check->file, path, "a string from outside needs \"maxLength\"");
}

static void check_integer(const struct check *check, const char *path, const json_t *schema) {
    static const char *const keys[] = {"minimum", "maximum", "const"};
    for (size_t i = 0; i < 3; i++) {
        const json_t *value = json_object_get(schema, keys[i]);
        if (value != NULL && !json_is_integer(value))
            gen_complain(check->file, path, "\"%s\" must be an integer", keys[i]);
    }
}

static void check_array(struct check *check, const char *path, const json_t *schema) {
    check_count(check, path, schema, "minItems");
    check_count(check, path, schema, "maxItems");
    if (check->bounded && json_object_get(schema, "maxItems") == NULL)
        gen_complain(check->file, path, "an array from outside needs \"maxItems\"");
    check_node(check, gen_text("%s.items", path), json_object_get(schema, "items"));
}

static void check_object(struct check *check, const char *path, const json_t *schema) {
    json_t *properties = json_object_get(schema, "properties");
    if (!json_is_false(json_object_get(schema, "additionalProperties")))
        gen_complain(check->file, path, "\"additionalProperties\": false is missing");
    if (properties != NULL && !json_is_object(properties))
        gen_complain(check->file, path, "\"properties\" must be an object");
    if (json_object_size(properties) > 60)
        gen_complain(check->file, path, "more than 60 properties");
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(schema, "required"), i, name) {
        if (!json_is_string(name) || json_object_get(properties, json_string_value(name)) == NULL)
            gen_complain(check->file, path, "\"required\" names what is not in \"properties\"");
    }
    const char *key;
    json_t *property;
    json_object_foreach(properties, key, property) {
        check_node(check, gen_text("%s.properties.%s", path, key), property);
    }
}

static void check_ref(struct check *check, const char *path, const json_t *schema) {
    const char *name = gen_ref_name(schema);
    const json_t *target = name == NULL ? NULL : json_object_get(check->model->types, name);
    const char *key;
    json_t *value;
    json_object_foreach(gen_walk(schema), key, value) {
        if (strcmp(key, "$ref") != 0 && strcmp(key, "description") != 0)
            gen_complain(check->file, path, "\"%s\" may not stand beside \"$ref\"", key);
    }
    if (target == NULL) {
        gen_complain(check->file, path, "\"$ref\" must be \"types.json#/<Name>\" of a type there");
    } else if (gen_ref_name(target) != NULL) {
        gen_complain(check->file, path, "type \"%s\" is only another name", name);
    } else {
        check->depth--; // the value lies no deeper for having a named type
        check_node(check, gen_text("%s→%s", path, name), target);
        check->depth++;
    }
}

static void check_node(struct check *check, const char *path, const json_t *schema) {
    if (!json_is_object(schema)) {
        gen_complain(check->file, path, "a schema must be an object");
        return;
    }
    if (check->depth >= SCHEMA_DEPTH_MAX) {
        gen_complain(check->file, path, "deeper than %d, or a type that holds itself",
                     SCHEMA_DEPTH_MAX);
        return;
    }
    check->depth++;
    if (json_object_get(schema, "$ref") != NULL) {
        check_ref(check, path, schema);
    } else if (check_type(check, path, schema)) {
        const char *type = gen_type(schema);
        check_keywords(check, path, schema);
        if (strcmp(type, "string") == 0)
            check_string(check, path, schema);
        else if (strcmp(type, "integer") == 0)
            check_integer(check, path, schema);
        else if (strcmp(type, "array") == 0)
            check_array(check, path, schema);
        else if (strcmp(type, "object") == 0)
            check_object(check, path, schema);
    }
    check->depth--;
}

void gen_check_schema(const struct gen_model *model, const char *file, const char *path,
                      const json_t *schema, bool bounded) {
    struct check check = {.model = model, .file = file, .bounded = bounded};
    check_node(&check, path, schema);
}
