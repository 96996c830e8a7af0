// PROTOCOL.md: proto/PROTOCOL.md, followed by a reference of everything in the contract. The copy
// in docs/ is compared with it by a test.
#include "gen.h"

#include <string.h>

static FILE *out;

static void write_limits(const json_t *schema) {
    static const char *const keys[][2] = {
        {"minLength", "≥ %lld tekens"}, {"maxLength", "≤ %lld tekens"},
        {"x-maxBytes", "≤ %lld bytes"}, {"minimum", "≥ %lld"},
        {"maximum", "≤ %lld"},          {"minItems", "≥ %lld stuks"},
        {"maxItems", "≤ %lld stuks"},
    };
    const char *separator = " (";
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        const json_t *value = json_object_get(schema, keys[i][0]);
        if (value == NULL)
            continue;
        const char *rest = strstr(keys[i][1], "%lld") + strlen("%lld");
        fprintf(out, "%s%.*s%lld%s", separator, (int)(strstr(keys[i][1], "%lld") - keys[i][1]),
                keys[i][1], json_integer_value(value), rest);
        separator = ", ";
    }
    if (strcmp(separator, ", ") == 0)
        fputc(')', out);
}

// Where the heading of a type is found: renderers make anchors of small letters.
static void write_link(const char *name) {
    fprintf(out, "[%s](#", name);
    for (; *name != '\0'; name++)
        fputc(*name >= 'A' && *name <= 'Z' ? *name | 0x20 : *name, out);
    fputc(')', out);
}

static void write_choices(const json_t *choices) {
    size_t i;
    json_t *choice;
    json_array_foreach(choices, i, choice) {
        fprintf(out, "%s`%s`", i > 0 ? " · " : "", json_string_value(choice));
    }
}

static void write_type(const json_t *schema) {
    const char *name = gen_ref_name(schema);
    const char *type = gen_type(schema);
    const json_t *constant = json_object_get(schema, "const");
    if (name != NULL) {
        write_link(name);
    } else if (json_object_get(schema, "enum") != NULL) {
        write_choices(json_object_get(schema, "enum"));
    } else if (constant != NULL) {
        fputc('`', out);
        json_dumpf(constant, out, JSON_ENCODE_ANY);
        fputc('`', out);
    } else if (strcmp(type, "array") == 0) {
        fputs("lijst van ", out);
        write_type(json_object_get(schema, "items"));
        write_limits(schema);
    } else {
        fputs(type, out);
        write_limits(schema);
    }
    if (gen_nullable(schema))
        fputs(" of null", out);
}

// Nested objects become rows of their own: "voor.organisatie", "regels[].tekst".
static void write_rows(const json_t *schema, const char *prefix) {
    const char *key;
    json_t *property;
    json_object_foreach(json_object_get(schema, "properties"), key, property) {
        const char *text = gen_string(property, "description");
        fprintf(out, "| `%s%s` | %s | ", prefix, key, gen_required(schema, key) ? "ja" : "");
        write_type(property);
        fprintf(out, " | %s |\n", text == NULL ? "" : text);
        const json_t *items = json_object_get(property, "items");
        if (gen_ref_name(property) == NULL && strcmp(gen_type(property), "object") == 0)
            write_rows(property, gen_text("%s%s.", prefix, key));
        if (items != NULL && gen_ref_name(items) == NULL && strcmp(gen_type(items), "object") == 0)
            write_rows(items, gen_text("%s%s[].", prefix, key));
    }
}

static void write_table(const char *title, const json_t *schema) {
    if (gen_ref_name(schema) != NULL) {
        fprintf(out, "%s: ", title);
        write_link(gen_ref_name(schema));
        fputs("\n\n", out);
        return;
    }
    if (json_object_size(json_object_get(schema, "properties")) == 0) {
        fprintf(out, "%s: `{}`\n\n", title);
        return;
    }
    fprintf(out, "%s:\n\n| veld | verplicht | soort | |\n|---|---|---|---|\n", title);
    write_rows(schema, "");
    fputc('\n', out);
}

static void write_list(const char *title, const json_t *list) {
    size_t i;
    json_t *name;
    if (json_array_size(list) == 0)
        return;
    fprintf(out, "%s: ", title);
    json_array_foreach(list, i, name) {
        const char *text = json_string_value(name);
        fprintf(out, "%s`%s`", i > 0 ? " · " : "", text);
    }
    fputs("\n\n", out);
}

static void write_json(const char *title, const json_t *value) {
    fprintf(out, "%s:\n\n```json\n", title);
    json_dumpf(value, out, JSON_ENCODE_ANY);
    fputs("\n```\n\n", out);
}

static void write_def(const struct gen_model *model, const struct gen_def *def) {
    const json_t *summary = gen_get(def->json, "summary");
    const json_t *who = gen_get(def->json, "who");
    const json_t *example = gen_get(def->json, "example");
    fprintf(out, "### %s\n%s *%s*\n\n", def->name, gen_string(summary, "nl"),
            gen_string(summary, "en"));
    if (def->method != NULL)
        fprintf(out, "HTTP: `%s %s` → %d\n\n", def->method, def->path, def->status);
    write_list("Wie", json_object_get(who, "roles"));
    write_list("Toestand van de tafel", json_object_get(who, "states"));
    if (json_is_true(json_object_get(who, "quiet")))
        fputs("Niet tijdens een schorsing.\n\n", out);
    if (def->tafel)
        fputs("De envelop noemt de tafel.\n\n", out);
    write_table("Argumenten", def->args);
    if (def->reply != NULL)
        write_table("Antwoord", def->reply);
    write_list("Gebeurtenissen", json_object_get(def->json, "events"));
    const char *const *names = gen_errors_of(model, def);
    fputs("Fouten: ", out);
    for (size_t i = 0; names[i] != NULL; i++)
        fprintf(out, "%s`%s`", i > 0 ? " · " : "", names[i]);
    fputs("\n\n", out);
    write_json("Voorbeeld", json_object_get(example, "args"));
    if (def->reply != NULL)
        write_json("Antwoord daarop", json_object_get(example, "reply"));
}

static void write_kind(const struct gen_model *model, const char *title, enum gen_kind kind) {
    fprintf(out, "## %s\n\n", title);
    for (size_t i = 0; i < model->def_count; i++) {
        if (model->defs[i].kind == kind)
            write_def(model, &model->defs[i]);
    }
}

static void write_events(const struct gen_model *model) {
    fputs("## Gebeurtenissen\n\n", out);
    for (size_t i = 0; i < model->event_count; i++) {
        const struct gen_def *event = &model->events[i];
        fprintf(out, "### %s\n%s\n\n", event->name, gen_string(event->json, "summary"));
        write_list("Stromen", json_object_get(event->json, "stream"));
        write_table("Inhoud", event->args);
        write_json("Voorbeeld", json_object_get(event->json, "example"));
    }
}

static void write_errors(const struct gen_model *model) {
    const char *name;
    json_t *error;
    fputs("## Fouten\n\n| code | HTTP | sluitcode | zin | in English |\n|---|---|---|---|---|\n",
          out);
    json_object_foreach(model->errors, name, error) {
        const json_t *title = gen_get(error, "title");
        long long code = json_integer_value(json_object_get(error, "close"));
        fprintf(out, "| `%s` | %d | %s | **%s.** %s | **%s.** %s |\n", name,
                gen_error_status(model, name), code == 0 ? "" : gen_text("%lld", code),
                gen_string(title, "nl"), gen_string(error, "nl"), gen_string(title, "en"),
                gen_string(error, "en"));
    }
    fputc('\n', out);
}

static void write_types(const struct gen_model *model) {
    const char *name;
    json_t *schema;
    fputs("## Soorten\n\n", out);
    json_object_foreach(model->types, name, schema) {
        const char *text = gen_string(schema, "description");
        fprintf(out, "### %s\n", name);
        if (text != NULL)
            fprintf(out, "%s\n\n", text);
        if (strcmp(gen_type(schema), "object") == 0) {
            write_table("Velden", schema);
        } else {
            write_type(schema);
            fputs("\n\n", out);
        }
    }
}

void gen_write_docs(const struct gen_model *model) {
    out = gen_open("PROTOCOL.md");
    fputs("<!-- Generated from proto/ by src/tools/gen; edit proto/, not this file. -->\n", out);
    fputs(model->intro, out);
    fputc('\n', out);
    write_kind(model, "Besturing", GEN_CONTROL);
    write_kind(model, "Opdrachten", GEN_COMMAND);
    write_kind(model, "Levende signalen", GEN_LIVE);
    write_kind(model, "Vragen", GEN_QUERY);
    write_events(model);
    write_errors(model);
    write_types(model);
    gen_close(out, "PROTOCOL.md");
}
