// err_gen.h and err_gen.c: proto/errors.json as an enum and a table, and for all products the
// errors that a command can answer with.
#include "gen.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

int gen_error_status(const struct gen_model *model, const char *name) {
    const json_t *error = json_object_get(model->errors, name);
    return (int)json_integer_value(json_object_get(error, "http"));
}

static void add_error(const char **list, const char *name) {
    for (; *list != NULL; list++) {
        if (strcmp(*list, name) == 0)
            return;
    }
    *list = name;
}

static void add_errors(const char **list, const char *const *names) {
    for (; *names != NULL; names++)
        add_error(list, *names);
}

static void sort_by_status(const struct gen_model *model, const char **list) {
    for (size_t i = 1; list[0] != NULL && list[i] != NULL; i++) {
        for (size_t k = i; k > 0; k--) {
            const char *name = list[k];
            int below = gen_error_status(model, list[k - 1]) - gen_error_status(model, name);
            if (below < 0 || (below == 0 && strcmp(list[k - 1], name) < 0))
                break;
            list[k] = list[k - 1];
            list[k - 1] = name;
        }
    }
}

const char *const *gen_errors_of(const struct gen_model *model, const struct gen_def *def) {
    static const char *const all[] = {"ongeldig", "te_druk", "intern", "opslag_weg", NULL};
    static const char *const known[] = {"niet_ingelogd", "sessie_verlopen", NULL};
    static const char *const body[] = {"geen_json", "te_ingewikkeld", "te_groot",
                                       "verkeerd_mediatype", NULL};
    static const char *const command[] = {"sleutel_ontbreekt",  "niet_toegestaan",
                                          "namens_ongeldig",    "niet_gevonden",
                                          "sleutel_conflict",   "sleutel_afgesloten",
                                          "verkeerde_toestand", "uitkomst_onbekend",
                                          "opslag_vol",         NULL};
    size_t room = json_object_size(model->errors) + 32;
    const char **list = calloc(room, sizeof(*list));
    if (list == NULL)
        abort();
    add_errors(list, all);
    if (def->kind != GEN_CONTROL)
        add_errors(list, known);
    if (def->kind == GEN_COMMAND)
        add_errors(list, command);
    if (def->method != NULL && strcmp(def->method, "GET") != 0)
        add_errors(list, body);
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(def->json, "errors"), i, name) {
        if (json_is_string(name))
            add_error(list, json_string_value(name));
    }
    sort_by_status(model, list);
    return list;
}

static void write_upper(FILE *out, const char *name) {
    for (; *name != '\0'; name++)
        fputc(isalnum((unsigned char)*name) ? toupper((unsigned char)*name) : '_', out);
}

// JSON's escapes of what our texts hold (\" \\ \n) are C's as well.
static void write_literal(FILE *out, const json_t *text) {
    if (!json_is_string(text)) {
        fputs("NULL", out);
        return;
    }
    json_dumpf(text, out, JSON_ENCODE_ANY);
}

static void write_header(const struct gen_model *model) {
    const char *name;
    json_t *error;
    FILE *out = gen_open("err_gen.h");
    fputs("// Generated from proto/errors.json.\n"
          "#ifndef SPR_ERR_GEN_H\n#define SPR_ERR_GEN_H\n\n"
          "enum err {\n    ERR_OK = 0,\n",
          out);
    json_object_foreach(model->errors, name, error) {
        fputs("    ERR_", out);
        write_upper(out, name);
        fputs(",\n", out);
    }
    fputs("    ERR_COUNT\n};\n\n"
          "struct err_info {\n"
          "    const char *name;\n"
          "    const char *sqlstate; // NULL: none\n"
          "    int http;\n"
          "    int close; // WebSocket close code; 0: none\n"
          "    const char *title_nl, *title_en;\n"
          "    const char *nl, *en; // what happened and what to do\n"
          "};\n\n"
          "extern const struct err_info err_table[ERR_COUNT];\n\n#endif\n",
          out);
    gen_close(out, "err_gen.h");
}

void gen_write_err(const struct gen_model *model) {
    const char *name;
    json_t *error;
    write_header(model);
    FILE *out = gen_open("err_gen.c");
    fputs("// Generated from proto/errors.json.\n"
          "#include \"err_gen.h\"\n\n#include <stddef.h>\n\n"
          "const struct err_info err_table[ERR_COUNT] = {\n"
          "    [ERR_OK] = {\"ok\", NULL, 200, 0, \"\", \"\", \"\", \"\"},\n",
          out);
    json_object_foreach(model->errors, name, error) {
        const json_t *title = gen_get(error, "title");
        fputs("    [ERR_", out);
        write_upper(out, name);
        fprintf(out, "] = {\n        \"%s\",\n        ", name);
        write_literal(out, json_object_get(error, "sqlstate"));
        fprintf(out, ",\n        %d,\n        %d,\n        ", gen_error_status(model, name),
                (int)json_integer_value(json_object_get(error, "close")));
        write_literal(out, json_object_get(title, "nl"));
        fputs(",\n        ", out);
        write_literal(out, json_object_get(title, "en"));
        fputs(",\n        ", out);
        write_literal(out, json_object_get(error, "nl"));
        fputs(",\n        ", out);
        write_literal(out, json_object_get(error, "en"));
        fputs(",\n    },\n", out);
    }
    fputs("};\n", out);
    gen_close(out, "err_gen.c");
}
