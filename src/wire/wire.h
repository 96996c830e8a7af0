// wire: the only room that knows JSON. Bytes from outside become a checked request, once; what
// goes out is built here as ready bytes. The contract itself (commands, queries, events) is the
// table generated from proto/.
//
// Invariant: a request that left this room with ERR_OK satisfies its schema, its text is NFC, and
// its `verzoek` is valid, bounded JSON that can go to SQL as it is.
// Ownership: everything returned lives in the arena that was passed in; tables are static.
#ifndef SPR_WIRE_WIRE_H
#define SPR_WIRE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"

// Ceilings of one request. A frame that we send stays under WIRE_FRAME_MAX as well.
enum {
    WIRE_MESSAGE_MAX = 64 * 1024,
    WIRE_DEPTH_MAX = 16,
    WIRE_KEYS_MAX = 64,
    WIRE_TEXT_MAX = 16 * 1024,
    WIRE_PROBLEMS_MAX = 32,
    WIRE_FRAME_HEADER_MAX = 10,
};

enum wire_kind { WIRE_COMMAND, WIRE_LIVE, WIRE_QUERY, WIRE_CONTROL };

struct wire_schema; // a generated table; only wire looks inside

// One row of the contract. `sql` is NULL for live signals and for control; `method` and `path`
// are NULL when there is no HTTP door (and control with an HTTP door has no WebSocket door).
struct wire_def {
    const char *name; // "bijdrage.plaatsen"
    enum wire_kind kind;
    const char *sql; // "api.bijdrage_plaatsen"
    bool tafel;      // the envelope (or the path) must name a tafel
    const char *method;
    const char *path; // "/v1/tafels/{tafel}/bijdragen"
    int status;       // HTTP status of success
    const struct wire_schema *args;
    const struct wire_schema *reply; // NULL: no body
};

struct wire_bytes {
    const char *p; // NUL-terminated as well, for convenience
    size_t len;
};

// One thing wrong in a request. path: "args.tekst", "args.punten[2]"; code: "ontbreekt", "te_lang".
struct wire_problem {
    const char *path;
    const char *code;
    const char *nl;
    const char *en;
};

struct wire_error {
    enum err code;
    const char *detail_nl; // NULL: the sentence of proto/errors.json
    const char *detail_en;
    const struct wire_problem *problems;
    size_t problem_count;
    int64_t retry_ms; // 0: none
};

struct wire_request {
    const struct wire_def *def; // NULL when the request names nothing we know
    int64_t id;                 // to answer to; 0 when it could not be read, and always over HTTP
    const char *sleutel;        // "" when absent
    const char *namens;         // "" when absent
    const char *tafel;          // "" when absent
    // For SQL. Command: {"args":{…},"sleutel":"…"}. Query: the args object itself, with the
    // envelope's tafel in it as "tafel". Keys sorted, no spaces: equal requests are equal bytes.
    struct wire_bytes verzoek;
    struct wire_error error; // filled when the result is not ERR_OK; ready for wire_reply_error
    const char *allow;       // HTTP 405: the methods that do exist
    const struct wire_arg *args;
    size_t arg_count;
};

// HTTP as net hands it over: path without query, both still percent-encoded; strings may be NULL.
struct wire_http {
    const char *method;
    const char *path;
    const char *query;
    const char *sleutel; // Idempotency-Key
    const char *namens;  // Spr-Namens
    const char *body;
    size_t body_len;
};

// The contract.
extern const char wire_api_version[]; // of the HTTP interface, generated

const struct wire_def *wire_find_def(const char *name, size_t len);
const struct wire_def *wire_get_defs(size_t *count);
struct wire_bytes wire_get_openapi(void);

// In. ERR_OK or the code that also stands in out->error. When id is 0 nothing can be answered:
// the bytes were no request at all, close the connection (1007 or 4400).
enum err wire_parse_request(struct arena *arena, const char *bytes, size_t len,
                            struct wire_request *out) MUST_CHECK;
enum err wire_http_request(struct arena *arena, const struct wire_http *in,
                           struct wire_request *out) MUST_CHECK;
// Top-level scalars of args, for what is served without SQL. NULL / fallback when absent or null.
const char *wire_arg_text(const struct wire_request *request, const char *name);
int64_t wire_arg_int(const struct wire_request *request, const char *name, int64_t fallback);
// A refusal as SQL returns it: {"code","detail"?,"detailEn"?,"retryMs"?}. An unknown code → intern.
void wire_read_refusal(struct arena *arena, const char *bytes, size_t len, struct wire_error *out);
// One string or integer (as decimal text) at the top level of an object that SQL made; NULL when
// it is absent or null.
const char *wire_read_field(struct arena *arena, const char *bytes, size_t len, const char *name);

// A line of an exported log: where a stretch of a stream begins, an event, or where it ends.
enum wire_logline_kind { WIRE_LOGLINE_BEGIN, WIRE_LOGLINE_EVENT, WIRE_LOGLINE_END };
struct wire_logline {
    enum wire_logline_kind kind;
    const char *stroom, *epoch, *h;
    int64_t seq;
    const char *leaf, *inhoud, *zout, *door, *doorzout, *afwezig; // NULL: null
    struct {
        const char *at, *door, *inhoud, *stroom;
        int64_t seq;
    } in_leaf;
};
// false: it is no such line, or its leaf is not written in the one way there is.
bool wire_read_logline(struct arena *arena, const char *bytes, size_t len,
                       struct wire_logline *out) MUST_CHECK;

// Out. The wire_reply_* and wire_frame results are complete WebSocket text frames, ready to send.
struct wire_bytes wire_reply_ok(struct arena *arena, int64_t id, const char *bytes, size_t len);
struct wire_bytes wire_reply_error(struct arena *arena, int64_t id, const struct wire_error *error);
struct wire_bytes wire_frame(struct arena *arena, const char *payload, size_t len);
size_t wire_frame_header(unsigned char out[WIRE_FRAME_HEADER_MAX], size_t payload_len);
// Body of an application/problem+json answer; language "nl" or "en" (NULL: nl). The HTTP status
// is err_get(error->code)->http.
struct wire_bytes wire_problem_json(struct arena *arena, const struct wire_error *error,
                                    const char *language);
// JSON from a template in which ' stands for ": wire_json(a, "{'kop':{'stroom':%s,'seq':%lld}}", …)
// %s escaped string or null · %d %lld %zu integers · %.*s JSON bytes as they are · %% percent.
struct wire_bytes wire_json(struct arena *arena, const char *template, ...) FORMATS(2, 3);

// The contract kept by ourselves, for debug builds and tests: false, with a sentence in why.
bool wire_check_reply(const struct wire_def *def, const char *bytes, size_t len, char *why,
                      size_t why_size);
bool wire_check_event(const char *bytes, size_t len, char *why, size_t why_size); // a whole event

#endif
