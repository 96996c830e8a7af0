// wirecheck: the room wire behind a pipe, for tests/contract. One JSON object a line in, one out.
//
//   {"mode":"args","name":"bijdrage.plaatsen","bytes":"{…}"}    args as they come from outside
//   {"mode":"reply"|"event","name":"…","bytes":"{…}"}           as we send them
//   {"mode":"ws","bytes":"{…}"}                                 a whole WebSocket message
//   {"mode":"http","method","path","query","sleutel","namens","body"}
//   {"mode":"frame","bytes":"{…}"}                              a whole event frame
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "request.h"
#include "schema.h"

enum { ARENA_MAX = 64 * 1024 * 1024 };

static json_t *problems_out(const struct wire_problem *list, size_t count) {
    json_t *out = json_array();
    for (size_t i = 0; i < count; i++)
        json_array_append_new(out, json_pack("{s:s,s:s,s:s,s:s}", "path", list[i].path, "code",
                                             list[i].code, "nl", list[i].nl, "en", list[i].en));
    return out;
}

static const struct wire_schema *find_schema(const char *mode, const char *name) {
    const struct wire_def *def = wire_find_def(name, strlen(name));
    if (strcmp(mode, "args") == 0)
        return def == NULL ? NULL : def->args;
    if (strcmp(mode, "reply") == 0)
        return def == NULL ? NULL : def->reply;
    for (size_t i = 0; i < wire_event_count; i++) {
        if (strcmp(wire_events[i].name, name) == 0)
            return wire_events[i].content;
    }
    return NULL;
}

static json_t *check_value(struct arena *arena, const char *mode, const char *name,
                           const char *bytes, size_t len) {
    const struct wire_schema *schema = find_schema(mode, name);
    struct wire_problems problems = {.arena = arena};
    const struct wire_place place = {.name = "args"};
    bool incoming = strcmp(mode, "args") == 0;
    enum err err = ERR_OK;
    if (schema == NULL)
        return json_pack("{s:s}", "verdict", "no schema");
    json_t *value = incoming ? json_read(bytes, len, &err) : json_read_own(bytes, len);
    if (value == NULL)
        return json_pack("{s:s}", "verdict", err == ERR_OK ? "geen_json" : err_name(err));
    schema_check(schema, value, &place, incoming ? WIRE_INCOMING : WIRE_OUTGOING, &problems);
    return json_pack("{s:s,s:o,s:o}", "verdict", problems.count == 0 ? "ok" : "ongeldig", "value",
                     value, "problems", problems_out(problems.list, problems.count));
}

static json_t *request_out(enum err err, const struct wire_request *request) {
    json_t *out =
        json_pack("{s:s,s:I,s:s?,s:s,s:s,s:s,s:s?,s:o}", "verdict", err_name(err), "id",
                  (json_int_t)request->id, "name", request->def == NULL ? NULL : request->def->name,
                  "sleutel", request->sleutel, "namens", request->namens, "tafel", request->tafel,
                  "allow", request->allow, "problems",
                  problems_out(request->error.problems, request->error.problem_count));
    if (err == ERR_OK)
        json_object_set_new(out, "verzoek", json_stringn(request->verzoek.p, request->verzoek.len));
    return out;
}

static json_t *check_ws(struct arena *arena, const char *bytes, size_t len) {
    struct wire_request request;
    enum err err = wire_parse_request(arena, bytes, len, &request);
    return request_out(err, &request);
}

static json_t *check_http(struct arena *arena, const json_t *line) {
    const json_t *body = json_object_get(line, "body");
    struct wire_request request;
    struct wire_http in = {
        .method = json_string_value(json_object_get(line, "method")),
        .path = json_string_value(json_object_get(line, "path")),
        .query = json_string_value(json_object_get(line, "query")),
        .sleutel = json_string_value(json_object_get(line, "sleutel")),
        .namens = json_string_value(json_object_get(line, "namens")),
        .body = json_string_value(body),
        .body_len = json_string_length(body),
    };
    enum err err = wire_http_request(arena, &in, &request);
    json_t *out = request_out(err, &request);
    if (err != ERR_OK) {
        struct wire_bytes problem = wire_problem_json(arena, &request.error, "nl");
        json_object_set_new(out, "problem", json_stringn(problem.p, problem.len));
    }
    return out;
}

static json_t *check_frame(const char *bytes, size_t len) {
    char why[512] = "";
    bool good = wire_check_event(bytes, len, why, sizeof(why));
    return json_pack("{s:s,s:s}", "verdict", good ? "ok" : "ongeldig", "why", why);
}

static json_t *answer(struct arena *arena, const json_t *line) {
    const char *mode = json_string_value(json_object_get(line, "mode"));
    const char *name = json_string_value(json_object_get(line, "name"));
    const char *bytes = json_string_value(json_object_get(line, "bytes"));
    size_t len = json_string_length(json_object_get(line, "bytes"));
    if (mode == NULL)
        return NULL;
    if (strcmp(mode, "http") == 0)
        return check_http(arena, line);
    if (bytes == NULL)
        return NULL;
    if (strcmp(mode, "ws") == 0)
        return check_ws(arena, bytes, len);
    if (strcmp(mode, "frame") == 0)
        return check_frame(bytes, len);
    return name == NULL ? NULL : check_value(arena, mode, name, bytes, len);
}

int main(void) {
    char *text = NULL;
    size_t cap = 0;
    ssize_t len;
    while ((len = getline(&text, &cap, stdin)) > 0) {
        struct arena arena;
        arena_init(&arena, ARENA_MAX);
        json_error_t error;
        json_t *line = json_loadb(text, (size_t)len, JSON_ALLOW_NUL, &error);
        json_t *out = answer(&arena, line);
        if (out == NULL) {
            fprintf(stderr, "wirecheck: not a question: %.*s\n", (int)len, text);
            return 1;
        }
        json_dumpf(out, stdout, JSON_COMPACT);
        putchar('\n');
        json_decref(out);
        json_decref(line);
        arena_fini(&arena);
    }
    free(text);
    return 0;
}
