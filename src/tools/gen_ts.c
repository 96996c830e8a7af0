// protocol.ts: the contract as TypeScript types, so that the browser cannot send what the server
// would refuse, nor forget an error.
#include "gen.h"

#include <string.h>

static FILE *out;

static void write_type(const json_t *schema, int indent);

static void write_quoted(const char *text) {
    json_t *string = json_string(text);
    json_dumpf(string, out, JSON_ENCODE_ANY);
    json_decref(string);
}

static void write_doc(const json_t *schema, int indent) {
    const char *text = gen_string(schema, "description");
    if (text != NULL)
        fprintf(out, "%*s/** %s */\n", indent, "", text);
}

static void write_object(const json_t *schema, int indent) {
    const char *key;
    json_t *property;
    if (json_object_size(json_object_get(schema, "properties")) == 0) {
        fputs("Record<string, never>", out);
        return;
    }
    fputs("{\n", out);
    json_object_foreach(json_object_get(schema, "properties"), key, property) {
        write_doc(property, indent + 2);
        fprintf(out, "%*s%s%s: ", indent + 2, "", key, gen_required(schema, key) ? "" : "?");
        write_type(property, indent + 2);
        fputs(";\n", out);
    }
    fprintf(out, "%*s}", indent, "");
}

static void write_choices(const json_t *choices) {
    size_t i;
    json_t *choice;
    json_array_foreach(choices, i, choice) {
        if (i > 0)
            fputs(" | ", out);
        write_quoted(json_string_value(choice));
    }
}

static void write_type(const json_t *schema, int indent) {
    const char *type = gen_type(schema);
    const json_t *constant = json_object_get(schema, "const");
    const json_t *choices = json_object_get(schema, "enum");
    if (gen_ref_name(schema) != NULL)
        fputs(gen_ref_name(schema), out);
    else if (constant != NULL)
        json_dumpf(constant, out, JSON_ENCODE_ANY);
    else if (choices != NULL)
        write_choices(choices);
    else if (strcmp(type, "object") == 0)
        write_object(schema, indent);
    else if (strcmp(type, "array") == 0) {
        fputs("Array<", out);
        write_type(json_object_get(schema, "items"), indent);
        fputs(">", out);
    } else
        fputs(strcmp(type, "integer") == 0 ? "number" : type, out);
    if (gen_nullable(schema))
        fputs(" | null", out);
}

static void write_named(const char *name, const json_t *schema) {
    write_doc(schema, 0);
    fprintf(out, "export type %s = ", name);
    write_type(schema, 0);
    fputs(";\n\n", out);
}

static void write_error_codes(const struct gen_model *model, const struct gen_def *def) {
    const char *const *names = gen_errors_of(model, def);
    for (size_t i = 0; names[i] != NULL; i++)
        fprintf(out, "%s\"%s\"", i > 0 ? " | " : "", names[i]);
}

static void write_map(const struct gen_model *model, const char *name, enum gen_kind kind) {
    fprintf(out, "export interface %s {\n", name);
    for (size_t i = 0; i < model->def_count; i++) {
        const struct gen_def *def = &model->defs[i];
        if (def->kind != kind)
            continue;
        fprintf(out, "  /** %s */\n  \"%s\": {\n    args: ",
                gen_string(gen_get(def->json, "summary"), "en"), def->name);
        write_type(def->args, 4);
        fputs(";\n    reply: ", out);
        if (def->reply == NULL)
            fputs("null", out);
        else
            write_type(def->reply, 4);
        fprintf(out, ";\n    tafel: %s;\n    error: ", def->tafel ? "string" : "null");
        write_error_codes(model, def);
        fputs(";\n  };\n", out);
    }
    fputs("}\n\n", out);
}

static void write_events(const struct gen_model *model) {
    fputs("export interface Events {\n", out);
    for (size_t i = 0; i < model->event_count; i++) {
        const struct gen_def *event = &model->events[i];
        fprintf(out, "  /** %s */\n  \"%s\": ", gen_string(event->json, "summary"), event->name);
        write_type(event->args, 2);
        fputs(";\n", out);
    }
    fputs("}\n\n", out);
}

static void write_errors(const struct gen_model *model) {
    const char *name;
    json_t *error;
    fputs("export interface ErrorText {\n  http: number;\n  close: number | null;\n"
          "  title: { nl: string; en: string };\n  nl: string;\n  en: string;\n}\n\n"
          "export const errors = {\n",
          out);
    json_object_foreach(model->errors, name, error) {
        fprintf(out, "  %s: ", name);
        json_t *copy = json_copy(error);
        json_object_del(copy, "sqlstate");
        json_dumpf(copy, out, JSON_COMPACT);
        fputs(",\n", out);
    }
    fputs("} as const satisfies Record<string, ErrorText>;\n\n"
          "export type ErrorCode = keyof typeof errors;\n\n",
          out);
}

// The doors of HTTP, for where a proxy does not let a WebSocket through.
static void write_http(const struct gen_model *model) {
    fputs("export const http = {\n", out);
    for (size_t i = 0; i < model->def_count; i++) {
        const struct gen_def *def = &model->defs[i];
        if (def->method != NULL)
            fprintf(out, "  \"%s\": { method: \"%s\", path: \"%s\", status: %d },\n", def->name,
                    def->method, def->path, def->status);
    }
    fputs("} as const satisfies Record<string, { method: string; path: string; status: number "
          "}>;\n\n",
          out);
}

static const char frames[] =
    "// Over the WebSocket, subprotocol spr.v1. In:\n"
    "export interface Request {\n"
    "  id: number;\n"
    "  do: keyof Commands | keyof Lives | keyof Queries | keyof Controls;\n"
    "  sleutel?: string;\n"
    "  namens?: Id;\n"
    "  tafel?: Id;\n"
    "  args: unknown;\n"
    "}\n\n"
    "export interface Problem {\n"
    "  path: string;\n"
    "  code: string;\n"
    "  detail: string;\n"
    "  detailEn: string;\n"
    "}\n\n"
    "export interface ErrorBody {\n"
    "  code: ErrorCode;\n"
    "  status: number;\n"
    "  title: string;\n"
    "  detail: string;\n"
    "  titleEn: string;\n"
    "  detailEn: string;\n"
    "  problems?: Problem[];\n"
    "  retryMs?: number;\n"
    "}\n\n"
    "// Out:\n"
    "export interface OkFrame {\n  re: number;\n  ok: unknown;\n}\n"
    "export interface ErrorFrame {\n  re: number;\n  error: ErrorBody;\n}\n"
    "/** leaf, inhoud and door are JSON as text: hash the text, then parse it. */\n"
    "export interface EventFrame {\n"
    "  stroom: string;\n"
    "  seq: number;\n"
    "  leaf: string;\n"
    "  h: string;\n"
    "  inhoud: string | null;\n"
    "  zout: string | null;\n"
    "  door: string | null;\n"
    "  doorzout: string | null;\n"
    "  afwezig: null | \"verborgen\" | \"ingetrokken\" | \"herzien\" | \"gewist\";\n"
    "}\n"
    "/** Canonical: keys in this order, no spaces. */\n"
    "export interface Leaf {\n"
    "  at: string;\n"
    "  door: string;\n"
    "  inhoud: string;\n"
    "  ref: string;\n"
    "  seq: number;\n"
    "  soort: keyof Events;\n"
    "  stroom: string;\n"
    "  v: 1;\n"
    "}\n"
    "export interface Door {\n"
    "  organisatie: Id | null;\n"
    "  persoon: Id;\n"
    "  vertegenwoordiging: Id | null;\n"
    "  voor?: unknown;\n"
    "}\n"
    "export interface HartslagFrame {\n  hartslag: 1;\n}\n"
    "export interface KopFrame {\n  kop: { stroom: string; seq: number; h: string };\n}\n"
    "export interface LiveFrame {\n"
    "  live: {\n"
    "    soort: keyof Lives;\n"
    "    stroom: string;\n"
    "    onderwerp: Id | null;\n"
    "    persoon: Id;\n"
    "    organisatie: Id | null;\n"
    "    /** Milliseconds from now; 0 is gone. */\n"
    "    tot: number;\n"
    "  };\n"
    "}\n"
    "export interface EindeFrame {\n  einde: { stroom: string; reden: string };\n}\n"
    "export interface AanbodFrame {\n  aanbod: { stroom: string; kop: number };\n}\n"
    "export interface VertrekFrame {\n  vertrek: { over: number };\n}\n"
    "export type Frame =\n"
    "  | OkFrame\n  | ErrorFrame\n  | EventFrame\n  | HartslagFrame\n  | KopFrame\n  | LiveFrame\n"
    "  | EindeFrame\n  | AanbodFrame\n  | VertrekFrame;\n";

void gen_write_typescript(const struct gen_model *model) {
    const char *name;
    json_t *schema;
    out = gen_open("protocol.ts");
    fputs("// Generated from proto/: every command, query, event, error and frame.\n\n", out);
    json_object_foreach(model->types, name, schema) {
        write_named(name, schema);
    }
    write_map(model, "Commands", GEN_COMMAND);
    write_map(model, "Lives", GEN_LIVE);
    write_map(model, "Queries", GEN_QUERY);
    write_map(model, "Controls", GEN_CONTROL);
    write_events(model);
    write_errors(model);
    write_http(model);
    fputs(frames, out);
    gen_close(out, "protocol.ts");
}
