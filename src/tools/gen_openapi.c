// openapi.json: the HTTP side of the contract as OpenAPI 3.1, made to pass the rule set of the
// Dutch API Design Rules. Dutch stands in summary, English in description.
#include "gen.h"

#include <string.h>

static json_t *convert(const struct gen_model *model, const json_t *schema);

// The rules want a format on every property that calls itself a date.
static bool names_date(const char *name) {
    return strcmp(name, "datum") == 0 || strcmp(name, "date") == 0 || strstr(name, "Datum") ||
           strstr(name, "Date") || strstr(name, "_datum") || strstr(name, "_date");
}

static json_t *convert_properties(const struct gen_model *model, const json_t *schema) {
    json_t *result = json_object();
    const char *key;
    json_t *property;
    json_object_foreach(json_object_get(schema, "properties"), key, property) {
        json_t *converted =
            convert(model, names_date(key) ? gen_resolve(model, property) : property);
        if (names_date(key))
            json_object_set_new(converted, "format", json_string("date"));
        json_object_set_new(result, key, converted);
    }
    return result;
}

static void convert_format(json_t *result, const char *format) {
    if (strcmp(format, "id") == 0)
        json_object_set_new(result, "pattern", json_string("^(0|[1-9][0-9]{0,18})$"));
    else
        json_object_set_new(result, "format", json_string(format));
}

static json_t *convert(const struct gen_model *model, const json_t *schema) {
    json_t *result = json_object();
    const char *key;
    json_t *value;
    json_object_foreach(gen_walk(schema), key, value) {
        if (strcmp(key, "$ref") == 0)
            json_object_set_new(result, key,
                                json_sprintf("#/components/schemas/%s", gen_ref_name(schema)));
        else if (strcmp(key, "properties") == 0)
            json_object_set_new(result, key, convert_properties(model, schema));
        else if (strcmp(key, "items") == 0)
            json_object_set_new(result, key, convert(model, value));
        else if (strcmp(key, "x-format") == 0)
            convert_format(result, json_string_value(value));
        else
            json_object_set_new(result, key, json_deep_copy(value));
    }
    return result;
}

static json_t *headers(bool retry) {
    json_t *result =
        json_pack("{s:{s:s}}", "API-Version", "$ref", "#/components/headers/API-Version");
    if (retry)
        json_object_set_new(result, "Retry-After",
                            json_pack("{s:s}", "$ref", "#/components/headers/Retry-After"));
    return result;
}

static bool in_path(const struct gen_def *def, const char *name) {
    const char *param;
    for (size_t i = 0; (param = gen_path_param(def->path, i)) != NULL; i++) {
        if (strcmp(param, name) == 0)
            return true;
    }
    return false;
}

static bool has_body(const struct gen_def *def) {
    return strcmp(def->method, "GET") != 0 && strcmp(def->method, "DELETE") != 0;
}

static json_t *parameter(const char *name, const char *in, bool required, json_t *schema) {
    return json_pack("{s:s,s:s,s:b,s:o}", "name", name, "in", in, "required", required, "schema",
                     schema);
}

static json_t *header_ref(const char *name) {
    return json_pack("{s:o}", "$ref", json_sprintf("#/components/parameters/%s", name));
}

static json_t *parameters(const struct gen_model *model, const struct gen_def *def) {
    json_t *list = json_array();
    json_t *properties = json_object_get(def->args, "properties");
    const char *name;
    json_t *schema;
    if (def->tafel)
        json_array_append_new(list, header_ref("Tafel"));
    json_object_foreach(properties, name, schema) {
        if (in_path(def, name))
            json_array_append_new(list, parameter(name, "path", true, convert(model, schema)));
        else if (!has_body(def))
            json_array_append_new(list, parameter(name, "query", gen_required(def->args, name),
                                                  convert(model, schema)));
    }
    if (def->kind == GEN_COMMAND) {
        json_array_append_new(list, header_ref("Idempotency-Key"));
        json_array_append_new(list, header_ref("Spr-Namens"));
    }
    return list;
}

// What stays for the body once the path took its part. NULL: nothing.
static json_t *request_body(const struct gen_model *model, const struct gen_def *def) {
    json_t *schema = convert(model, def->args);
    json_t *properties = json_object_get(schema, "properties");
    json_t *example =
        json_deep_copy(json_object_get(json_object_get(def->json, "example"), "args"));
    json_t *required = json_array();
    const char *param;
    size_t i;
    json_t *name;
    json_array_foreach(json_object_get(schema, "required"), i, name) {
        if (!in_path(def, json_string_value(name)))
            json_array_append(required, name);
    }
    for (i = 0; (param = gen_path_param(def->path, i)) != NULL; i++) {
        json_object_del(properties, param);
        json_object_del(example, param);
    }
    if (json_object_size(properties) == 0)
        return NULL;
    bool any = json_array_size(required) > 0;
    json_object_del(schema, "required");
    if (any)
        json_object_set_new(schema, "required", required);
    return json_pack("{s:b,s:{s:{s:o,s:o}}}", "required", any, "content", "application/json",
                     "schema", schema, "example", example);
}

static json_t *success(const struct gen_model *model, const struct gen_def *def) {
    json_t *response = json_pack("{s:s,s:o}", "description", "Gelukt.", "headers", headers(false));
    if (def->reply != NULL) {
        json_t *example = json_object_get(json_object_get(def->json, "example"), "reply");
        json_object_set_new(response, "content",
                            json_pack("{s:{s:o,s:O}}", "application/json", "schema",
                                      convert(model, def->reply), "example", example));
    }
    return response;
}

static void add_problems(const struct gen_model *model, const struct gen_def *def,
                         json_t *responses) {
    const char *const *names = gen_errors_of(model, def);
    for (; *names != NULL; names++) {
        int status = gen_error_status(model, *names);
        const json_t *title = gen_get(json_object_get(model->errors, *names), "title");
        char *key = gen_text("%d", status);
        char *line = gen_text("`%s`: %s.", *names, gen_string(title, "nl"));
        json_t *response = json_object_get(responses, key);
        if (response != NULL) {
            const char *before = gen_string(response, "description");
            json_object_set_new(response, "description", json_sprintf("%s\n%s", before, line));
            continue;
        }
        response = json_pack("{s:s,s:o,s:{s:{s:{s:s}}}}", "description", line, "headers",
                             headers(status == 429 || status == 503), "content",
                             "application/problem+json", "schema", "$ref",
                             "#/components/schemas/Probleem");
        json_object_set_new(responses, key, response);
    }
}

static json_t *operation(const struct gen_model *model, const struct gen_def *def) {
    const json_t *summary = gen_get(def->json, "summary");
    const char *dot = strchr(def->name, '.');
    char *id = gen_text("%s", def->type);
    id[0] = (char)(id[0] | 0x20);
    json_t *responses = json_object();
    json_object_set_new(responses, gen_text("%d", def->status), success(model, def));
    add_problems(model, def, responses);
    json_t *result =
        json_pack("{s:s,s:[o],s:s,s:s}", "operationId", id, "tags",
                  json_stringn(def->name, dot ? (size_t)(dot - def->name) : strlen(def->name)),
                  "summary", gen_string(summary, "nl"), "description", gen_string(summary, "en"));
    json_t *params = parameters(model, def);
    if (json_array_size(params) > 0)
        json_object_set_new(result, "parameters", params);
    json_t *body = has_body(def) ? request_body(model, def) : NULL;
    if (body != NULL)
        json_object_set_new(result, "requestBody", body);
    json_object_set_new(result, "responses", responses);
    if (strcmp(def->name, "sessie.openen") == 0 || strcmp(def->name, "gast.melden") == 0)
        json_object_set_new(result, "security", json_array());
    return result;
}

static void lower(char *text) {
    for (; *text != '\0'; text++)
        *text = (char)(*text >= 'A' && *text <= 'Z' ? *text | 0x20 : *text);
}

static json_t *paths(const struct gen_model *model, json_t *tags) {
    json_t *result = json_object();
    for (size_t i = 0; i < model->def_count; i++) {
        const struct gen_def *def = &model->defs[i];
        if (def->method == NULL)
            continue;
        const char *path = def->path + strlen("/v1");
        json_t *item = json_object_get(result, path);
        if (item == NULL) {
            item = json_object();
            json_object_set_new(result, path, item);
        }
        char *method = gen_text("%s", def->method);
        lower(method);
        json_t *op = operation(model, def);
        json_object_set_new(item, method, op);
        json_object_set(tags, json_string_value(json_array_get(json_object_get(op, "tags"), 0)),
                        json_true());
    }
    json_t *self = json_pack("{s:{s:s,s:[s],s:s,s:s,s:[],s:{s:{s:s,s:o,s:{s:{s:{s:s}}}}}}}", "get",
                             "operationId", "openapiLezen", "tags", "openapi", "summary",
                             "Deze beschrijving, zonder inloggen.", "description",
                             "This description, without login.", "security", "responses", "200",
                             "description", "Gelukt.", "headers", headers(false), "content",
                             "application/json", "schema", "type", "object");
    json_object_set_new(result, "/openapi.json", self);
    json_object_set(tags, "openapi", json_true());
    return result;
}

static json_t *problem_schema(void) {
    return json_loads(
        "{\"type\":\"object\",\"description\":\"Fout volgens RFC 9457, met een zin die zegt wat "
        "te doen.\",\"required\":[\"status\",\"title\",\"detail\",\"code\"],\"properties\":{"
        "\"status\":{\"type\":\"integer\"},\"title\":{\"type\":\"string\"},"
        "\"detail\":{\"type\":\"string\"},"
        "\"code\":{\"type\":\"string\",\"description\":\"Naam uit de lijst van fouten.\"},"
        "\"retryMs\":{\"type\":\"integer\",\"description\":\"Probeer het niet eerder dan na "
        "zoveel milliseconden.\"},"
        "\"problems\":{\"type\":\"array\",\"description\":\"Alle velden die niet kloppen.\","
        "\"items\":{\"type\":\"object\",\"required\":[\"path\",\"code\",\"detail\"],"
        "\"properties\":{\"path\":{\"type\":\"string\"},\"code\":{\"type\":\"string\"},"
        "\"detail\":{\"type\":\"string\"}}}}}}",
        0, NULL);
}

static json_t *components(const struct gen_model *model) {
    json_t *schemas = json_object();
    const char *name;
    json_t *schema;
    json_object_foreach(model->types, name, schema) {
        json_object_set_new(schemas, name, convert(model, schema));
    }
    json_object_set_new(schemas, "Probleem", problem_schema());
    json_t *headers =
        json_pack("{s:{s:s,s:{s:s},s:s},s:{s:s,s:{s:s}}}", "API-Version", "description",
                  "Volledig versienummer van deze API.", "schema", "type", "string", "example",
                  GEN_API_VERSION, "Retry-After", "description",
                  "Seconden tot een nieuwe poging zin heeft.", "schema", "type", "integer");
    json_t *parameters = json_pack(
        "{s:o,s:o,s:o}", "Tafel",
        parameter("tafel", "path", true, json_pack("{s:s}", "$ref", "#/components/schemas/Id")),
        "Idempotency-Key",
        parameter("Idempotency-Key", "header", true,
                  json_pack("{s:s,s:i,s:i}", "type", "string", "minLength", 16, "maxLength", 64)),
        "Spr-Namens",
        parameter("Spr-Namens", "header", false,
                  json_pack("{s:s}", "$ref", "#/components/schemas/Id")));
    json_t *security =
        json_pack("{s:{s:s,s:s,s:s},s:{s:s,s:s}}", "sessie", "type", "apiKey", "in", "cookie",
                  "name", "__Host-spr", "token", "type", "http", "scheme", "bearer");
    return json_pack("{s:o,s:o,s:o,s:o}", "schemas", schemas, "headers", headers, "parameters",
                     parameters, "securitySchemes", security);
}

static json_t *info(void) {
    return json_pack(
        "{s:s,s:s,s:s,s:{s:s,s:s,s:s}}", "title", "Sociaal Publieke Raad", "version",
        GEN_API_VERSION, "description",
        "Gesprekken aan transformatietafels: lezen, en opdrachten die precies een keer "
        "werken. Dezelfde opdrachten gaan ook over een WebSocket; zie "
        "docs/PROTOCOL.md.",
        "contact", "name", "Beheer van het platform", "email", "beheer@spr.example", "url",
        "https://spr.example/contact");
}

void gen_write_openapi(const struct gen_model *model) {
    json_t *tags = json_object();
    json_t *all_paths = paths(model, tags);
    json_t *tag_list = json_array();
    const char *tag;
    json_t *ignored;
    json_object_foreach(tags, tag, ignored) {
        json_array_append_new(tag_list, json_pack("{s:s}", "name", tag));
    }
    json_t *root = json_pack(
        "{s:s,s:o,s:[{s:s,s:{s:{s:s,s:s}}}],s:o,s:[{s:[]},{s:[]}],s:o,s:o}", "openapi", "3.1.0",
        "info", info(), "servers", "url", "https://{host}/v1", "variables", "host", "default",
        "spr.example", "description", "Naam van de installatie.", "tags", tag_list, "security",
        "sessie", "token", "paths", all_paths, "components", components(model));
    if (root == NULL)
        gen_complain("openapi", "$", "could not be built");
    FILE *out = gen_open("openapi.json");
    json_dumpf(root, out, JSON_INDENT(1));
    fputc('\n', out);
    gen_close(out, "openapi.json");
}
