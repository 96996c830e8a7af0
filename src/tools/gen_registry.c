// registry_gen.c: the contract as static C tables (src/wire/schema.h), sorted by name.
#include "gen.h"

#include <stdlib.h>
#include <string.h>

static FILE *out;
static int nodes;

static const char *write_node(const json_t *schema, const char *name);

static void write_text(const char *text) {
    if (text == NULL) {
        fputs("NULL", out);
        return;
    }
    json_t *string = json_string(text);
    json_dumpf(string, out, JSON_ENCODE_ANY);
    json_decref(string);
}

// A type of types.json is one shared table; anything else gets a number.
static const char *node_of(const json_t *schema) {
    const char *ref = gen_ref_name(schema);
    if (ref != NULL)
        return gen_text("&type_%s", ref);
    const char *name = gen_text("node_%d", nodes++);
    return gen_text("&%s", write_node(schema, name));
}

static void write_choices(const json_t *schema, const char *name) {
    json_t *choices = json_object_get(schema, "enum");
    json_t *constant = json_object_get(schema, "const");
    size_t i;
    json_t *choice;
    fprintf(out, "static const char *const %s_choices[] = {", name);
    if (constant != NULL) {
        write_text(json_string_value(constant));
        fputs(", ", out);
    }
    json_array_foreach(choices, i, choice) {
        write_text(json_string_value(choice));
        fputs(", ", out);
    }
    fputs("NULL};\n", out);
}

static size_t write_properties(const json_t *schema, const char *name) {
    json_t *properties = json_object_get(schema, "properties");
    size_t count = json_object_size(properties);
    const char **children = calloc(count + 1, sizeof(*children));
    if (children == NULL)
        abort();
    const char *key;
    json_t *property;
    size_t i = 0;
    json_object_foreach(properties, key, property) {
        children[i++] = node_of(property);
    }
    if (count > 0)
        fprintf(out, "static const struct wire_property %s_properties[] = {\n", name);
    i = 0;
    json_object_foreach(properties, key, property) {
        fprintf(out, "    {\"%s\", %s, %s},\n", key, children[i++],
                gen_required(schema, key) ? "true" : "false");
    }
    if (count > 0)
        fputs("};\n", out);
    free(children);
    return count;
}

static void write_count(const json_t *schema, const char *key, const char *field) {
    const json_t *value = json_object_get(schema, key);
    if (value != NULL)
        fprintf(out, "    .%s = %u,\n", field, (unsigned)json_integer_value(value));
    else if (strncmp(field, "max", 3) == 0)
        fprintf(out, "    .%s = WIRE_NO_MAX,\n", field);
}

static void write_range(const json_t *schema) {
    const json_t *constant = json_object_get(schema, "const");
    const json_t *low = constant != NULL ? constant : json_object_get(schema, "minimum");
    const json_t *high = constant != NULL ? constant : json_object_get(schema, "maximum");
    const long long limit = 9007199254740991LL;
    fprintf(out, "    .minimum = %lldLL,\n", low == NULL ? -limit : json_integer_value(low));
    fprintf(out, "    .maximum = %lldLL,\n", high == NULL ? limit : json_integer_value(high));
}

static const char *type_constant(const char *type) {
    static const char *const names[][2] = {
        {"string", "WIRE_STRING"}, {"integer", "WIRE_INTEGER"}, {"boolean", "WIRE_BOOLEAN"},
        {"object", "WIRE_OBJECT"}, {"array", "WIRE_ARRAY"},
    };
    for (size_t i = 0; i < 5; i++) {
        if (strcmp(names[i][0], type) == 0)
            return names[i][1];
    }
    abort();
}

static void write_string(const json_t *schema, const char *name, bool choices) {
    const json_t *text = json_object_get(schema, "x-text");
    write_count(schema, "minLength", "min");
    write_count(schema, "maxLength", "max");
    write_count(schema, "x-maxBytes", "max_bytes");
    if (text != NULL)
        fprintf(out, "    .text = %s,\n", json_is_true(text) ? "WIRE_TEXT" : "WIRE_TEXT_LINE");
    const char *format = gen_string(schema, "x-format");
    if (format != NULL)
        fprintf(out, "    .format = %s,\n",
                strcmp(format, "id") == 0     ? "WIRE_ID"
                : strcmp(format, "date") == 0 ? "WIRE_DATE"
                                              : "WIRE_DATE_TIME");
    if (choices)
        fprintf(out, "    .choices = %s_choices,\n", name);
}

// Children first, so that every table only points back. Returns name.
static const char *write_node(const json_t *schema, const char *name) {
    const char *type = gen_type(schema);
    bool string = strcmp(type, "string") == 0;
    bool choices = string && (json_object_get(schema, "enum") || json_object_get(schema, "const"));
    const char *items = NULL;
    size_t count = 0;
    if (choices)
        write_choices(schema, name);
    if (strcmp(type, "array") == 0)
        items = node_of(json_object_get(schema, "items"));
    if (strcmp(type, "object") == 0)
        count = write_properties(schema, name);

    fprintf(out, "static const struct wire_schema %s = {\n    .type = %s,\n", name,
            type_constant(type));
    if (gen_nullable(schema))
        fputs("    .nullable = true,\n", out);
    if (string)
        write_string(schema, name, choices);
    if (strcmp(type, "integer") == 0)
        write_range(schema);
    if (items != NULL) {
        write_count(schema, "minItems", "min");
        write_count(schema, "maxItems", "max");
        fprintf(out, "    .items = %s,\n", items);
    }
    if (count > 0)
        fprintf(out, "    .properties = %s_properties,\n    .property_count = %zu,\n", name, count);
    fputs("};\n", out);
    return name;
}

// A type may use another one: written when first needed, in that order.
static void write_types(const struct gen_model *model, json_t *done, const json_t *schema) {
    const char *name = gen_ref_name(schema);
    if (name != NULL && json_object_get(done, name) == NULL) {
        const json_t *target = gen_resolve(model, schema);
        json_object_set_new(done, name, json_true());
        write_types(model, done, target);
        write_node(target, gen_text("type_%s", name));
        return;
    }
    const char *key;
    json_t *property;
    json_object_foreach(json_object_get(schema, "properties"), key, property) {
        write_types(model, done, property);
    }
    if (json_object_get(schema, "items") != NULL)
        write_types(model, done, json_object_get(schema, "items"));
}

static int by_name(const void *a, const void *b) {
    const struct gen_def *const *x = a;
    const struct gen_def *const *y = b;
    return strcmp((*x)->name, (*y)->name);
}

static const struct gen_def **sorted(const struct gen_def *defs, size_t count) {
    const struct gen_def **list = calloc(count + 1, sizeof(struct gen_def *));
    if (list == NULL)
        abort();
    for (size_t i = 0; i < count; i++)
        list[i] = &defs[i];
    qsort(list, count, sizeof(struct gen_def *), by_name);
    return list;
}

static void write_def(const struct gen_def *def, const char *args, const char *reply) {
    static const char *const kinds[] = {"WIRE_COMMAND", "WIRE_LIVE", "WIRE_QUERY", "WIRE_CONTROL"};
    bool sql = def->kind == GEN_COMMAND || def->kind == GEN_QUERY;
    fprintf(out, "    {\"%s\", %s, ", def->name, kinds[def->kind]);
    write_text(sql ? gen_text("api.%s", def->stem) : NULL);
    fprintf(out, ", %s, ", def->tafel ? "true" : "false");
    write_text(def->method);
    fputs(", ", out);
    write_text(def->path);
    fprintf(out, ", %d, %s, %s},\n", def->status, args, reply);
}

void gen_write_registry(const struct gen_model *model) {
    json_t *done = json_object();
    const struct gen_def **defs = sorted(model->defs, model->def_count);
    const struct gen_def **events = sorted(model->events, model->event_count);
    const char **args = calloc(model->def_count + 1, sizeof(*args));
    const char **replies = calloc(model->def_count + 1, sizeof(*replies));
    const char **contents = calloc(model->event_count + 1, sizeof(*contents));
    if (args == NULL || replies == NULL || contents == NULL)
        abort();
    out = gen_open("registry_gen.c");
    fputs("// Generated from proto/: every command, query, control verb and event.\n"
          "#include \"schema.h\"\n\n",
          out);
    for (size_t i = 0; i < model->def_count; i++) {
        write_types(model, done, defs[i]->args);
        args[i] = node_of(defs[i]->args);
        if (defs[i]->reply != NULL)
            write_types(model, done, defs[i]->reply);
        replies[i] = defs[i]->reply == NULL ? "NULL" : node_of(defs[i]->reply);
    }
    for (size_t i = 0; i < model->event_count; i++) {
        write_types(model, done, events[i]->args);
        contents[i] = node_of(events[i]->args);
    }
    fputs("\nconst struct wire_def wire_defs[] = {\n", out);
    for (size_t i = 0; i < model->def_count; i++)
        write_def(defs[i], args[i], replies[i]);
    fprintf(out, "};\nconst size_t wire_def_count = %zu;\n\n", model->def_count);
    fputs("const struct wire_event wire_events[] = {\n", out);
    for (size_t i = 0; i < model->event_count; i++)
        fprintf(out, "    {\"%s\", %s},\n", events[i]->name, contents[i]);
    if (model->event_count == 0)
        fputs("    {NULL, NULL},\n", out);
    fprintf(out, "};\nconst size_t wire_event_count = %zu;\n\n", model->event_count);
    fputs("const char wire_api_version[] = \"" GEN_API_VERSION "\";\n", out);
    gen_close(out, "registry_gen.c");
}
