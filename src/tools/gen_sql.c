// dispatch_gen.sql: rule.roep, one static branch per command, so that the database plans each call
// once and no name from outside ever becomes SQL; rule.roep_samen for the commands with "set", of
// which many are done at once. policy_gen.sql: who may do what, as rows.
#include "gen.h"

#include <string.h>

static void write_quoted(FILE *out, const char *text) {
    fputc('\'', out);
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            fputc('\'', out);
        fputc(*text, out);
    }
    fputc('\'', out);
}

static void write_set_dispatch(FILE *out, const struct gen_model *model) {
    fputs("\nCREATE OR REPLACE FUNCTION rule.gaat_samen(doe text) RETURNS boolean\n"
          "LANGUAGE sql IMMUTABLE AS $samen$\n"
          "    SELECT doe IN (",
          out);
    const char *separator = "";
    for (size_t i = 0; i < model->def_count; i++) {
        if (!json_is_true(json_object_get(model->defs[i].json, "set")))
            continue;
        fprintf(out, "%s'%s'", separator, model->defs[i].name);
        separator = ", ";
    }
    fputs(")\n$samen$;\n"
          "COMMENT ON FUNCTION rule.gaat_samen(text) IS\n"
          "    'Whether many of this command are done at once; generated from proto/commands.';\n\n"
          "CREATE OR REPLACE FUNCTION rule.roep_samen(doe text, cs rule.opdracht[])\n"
          "RETURNS rule.opdracht[] LANGUAGE plpgsql AS $roep$\n"
          "BEGIN\n"
          "    RETURN CASE doe\n",
          out);
    for (size_t i = 0; i < model->def_count; i++)
        if (json_is_true(json_object_get(model->defs[i].json, "set")))
            fprintf(out, "        WHEN '%s' THEN rule.%s_samen(cs)\n", model->defs[i].name,
                    model->defs[i].stem);
    fputs("    END;\n"
          "END\n"
          "$roep$;\n"
          "COMMENT ON FUNCTION rule.roep_samen(text, rule.opdracht[]) IS\n"
          "    'Calls rule.<noun>_<verb>_samen of a command; generated from proto/commands.';\n",
          out);
}

static void write_dispatch(const struct gen_model *model) {
    FILE *out = gen_open("dispatch_gen.sql");
    fputs("-- Generated from proto/commands: calls the function of a command by its name.\n"
          "CREATE OR REPLACE FUNCTION rule.roep(\n"
          "    doe text, sessie text, namens text, tafel text, verzoek text\n"
          ") RETURNS SETOF api.regel LANGUAGE plpgsql\n"
          "AS $roep$\n"
          "BEGIN\n"
          "    CASE doe\n",
          out);
    for (size_t i = 0; i < model->def_count; i++) {
        const struct gen_def *def = &model->defs[i];
        if (def->kind == GEN_COMMAND)
            fprintf(out,
                    "    WHEN '%s' THEN\n"
                    "        RETURN QUERY SELECT * FROM api.%s(sessie, namens, tafel, verzoek);\n",
                    def->name, def->stem);
    }
    fputs("    ELSE\n"
          "        RETURN NEXT ROW('weigering', NULL, NULL, '{\"code\":\"onbekende_opdracht\"}')"
          "::api.regel;\n"
          "    END CASE;\n"
          "END\n"
          "$roep$;\n"
          "COMMENT ON FUNCTION rule.roep(text, text, text, text, text) IS\n"
          "    'Calls api.<noun>_<verb> of a command; generated from proto/commands.';\n",
          out);
    write_set_dispatch(out, model);
    gen_close(out, "dispatch_gen.sql");
}

static void write_array(FILE *out, const json_t *list) {
    size_t i;
    json_t *item;
    fputs("ARRAY[", out);
    json_array_foreach(list, i, item) {
        if (i > 0)
            fputs(", ", out);
        write_quoted(out, json_string_value(item));
    }
    fputs("]::text[]", out);
}

static void write_policy(const struct gen_model *model) {
    static const char *const kinds[] = {"command", "live", "query"};
    const char *separator = "\n    ";
    FILE *out = gen_open("policy_gen.sql");
    fputs("-- Generated from \"who\" in proto/commands and proto/queries.\n"
          "DELETE FROM rule.handeling;\n"
          "INSERT INTO rule.handeling (doe, soort, rollen, staten, stroom, tafel, "
          "stil, gebeurtenissen) VALUES",
          out);
    for (size_t i = 0; i < model->def_count; i++) {
        const struct gen_def *def = &model->defs[i];
        if (def->kind == GEN_CONTROL)
            continue;
        const json_t *who = gen_get(def->json, "who");
        fprintf(out, "%s('%s', '%s', ", separator, def->name, kinds[def->kind]);
        write_array(out, json_object_get(who, "roles"));
        fputs(", ", out);
        write_array(out, json_object_get(who, "states"));
        fputs(", ", out);
        write_quoted(out, gen_string(who, "stream"));
        fprintf(out, ", %s, %s, ", def->tafel ? "true" : "false",
                json_is_true(json_object_get(who, "quiet")) ? "true" : "false");
        write_array(out, json_object_get(def->json, "events"));
        fputc(')', out);
        separator = ",\n    ";
    }
    fputs(";\n", out);
    gen_close(out, "policy_gen.sql");
}

void gen_write_sql(const struct gen_model *model) {
    write_dispatch(model);
    write_policy(model);
}
