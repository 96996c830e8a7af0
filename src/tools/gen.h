// gen: turns the contract in proto/ into everything that must agree with it. Run at build time:
//
//     gen PROTO_DIR OUT_DIR
//
// Invariant: nothing is written unless all of proto/ was understood; each complaint names the file
// and the place in it. Memory is never freed: the program lives for a tenth of a second.
#ifndef SPR_TOOLS_GEN_H
#define SPR_TOOLS_GEN_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

// Of the HTTP interface: in the OpenAPI description, and in the registry for the header
// API-Version.
#define GEN_API_VERSION "1.0.0"

enum gen_kind { GEN_COMMAND, GEN_LIVE, GEN_QUERY, GEN_CONTROL, GEN_EVENT };

// A command, live signal, query, control verb or event: one file of proto/.
struct gen_def {
    const char *name; // "bijdrage.plaatsen"
    const char *file; // "commands/bijdrage.plaatsen.json"
    const char *stem; // "bijdrage_plaatsen", for C and SQL
    const char *type; // "BijdragePlaatsen", for TypeScript and OpenAPI
    enum gen_kind kind;
    json_t *json;
    const json_t *args;  // content, for an event
    const json_t *reply; // NULL: none
    const char *method;  // NULL: no HTTP door
    const char *path;
    int status;
    bool tafel;
};

struct gen_model {
    json_t *types;
    json_t *errors;
    const char *intro; // proto/PROTOCOL.md: the prose of the reference
    struct gen_def *defs;
    size_t def_count;
    struct gen_def *events;
    size_t event_count;
};

// jansson walks an object only when it is not const, and changes nothing while it does.
static inline json_t *gen_walk(const json_t *json) {
    union {
        const json_t *from;
        json_t *to;
    } same = {.from = json};
    return same.to;
}

// gen.c
void gen_complain(const char *file, const char *path, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
char *gen_text(const char *format, ...) __attribute__((format(printf, 1, 2)));
FILE *gen_open(const char *name); // a file of OUT_DIR
void gen_close(FILE *out, const char *name);

// gen_load.c
struct gen_model *gen_load(const char *proto_dir);
// The parameters of a path, in order: "tafel" of "/v1/tafels/{tafel}/bijdragen". NULL: no more.
const char *gen_path_param(const char *path, size_t index);
const char *gen_string(const json_t *object, const char *key); // NULL when absent
json_t *gen_get(const json_t *object, const char *key);        // NULL when absent or not an object

// gen_schema.c
void gen_check_schema(const struct gen_model *model, const char *file, const char *path,
                      const json_t *schema, bool bounded);
const json_t *gen_resolve(const struct gen_model *model, const json_t *schema); // follows $ref
const char *gen_ref_name(const json_t *schema); // "Id" of types.json#/Id; NULL
const char *gen_type(const json_t *schema);     // "string", without the null
bool gen_nullable(const json_t *schema);
bool gen_required(const json_t *schema, const char *property);

// What is true of every command, query and live signal, so that no file repeats it: the errors it
// may answer with, sorted by HTTP status. Ends with NULL.
const char *const *gen_errors_of(const struct gen_model *model, const struct gen_def *def);
int gen_error_status(const struct gen_model *model, const char *name);

// One writer per product.
void gen_write_err(const struct gen_model *model);
void gen_write_registry(const struct gen_model *model);
void gen_write_sql(const struct gen_model *model);
void gen_write_openapi(const struct gen_model *model);
void gen_write_typescript(const struct gen_model *model);
void gen_write_docs(const struct gen_model *model);

#endif
