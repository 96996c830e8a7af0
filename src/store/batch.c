/* See batch.h. */
#include "batch.h"
#include "rows.h"
#include "verdict.h"

#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>

enum { OID_TEXT = 25, OID_TEXT_ARRAY = 1009, ARRAY_HEAD_BYTES = 20, ITEM_HEAD_BYTES = 4 };

static const Oid param_types[BATCH_COLUMNS] = {OID_TEXT_ARRAY, OID_TEXT_ARRAY, OID_TEXT_ARRAY,
                                               OID_TEXT_ARRAY, OID_TEXT_ARRAY};
static const int param_formats[BATCH_COLUMNS] = {1, 1, 1, 1, 1};

/* ---- commands ------------------------------------------------------------------------------- */

struct command *command_new(const struct store_command *from, store_on_rows *on_rows, void *ctx) {
    const char *texts[BATCH_COLUMNS] = {from->doe, from->sessie, from->namens, from->tafel,
                                        from->verzoek};
    size_t lens[BATCH_COLUMNS], bytes = 0;
    for (size_t i = 0; i < BATCH_COLUMNS; i++) {
        lens[i] = texts[i] != NULL ? strlen(texts[i]) : 0;
        bytes += lens[i] + 1;
    }
    struct command *command = mem_alloc(sizeof *command + bytes);
    char *at = (char *)(command + 1);
    for (size_t i = 0; i < BATCH_COLUMNS; i++) {
        if (texts[i] == NULL)
            continue;
        memcpy(at, texts[i], lens[i] + 1);
        command->column[i] = at;
        command->len[i] = lens[i];
        at += lens[i] + 1;
    }
    list_init(&command->link);
    command->bytes = bytes + BATCH_COLUMNS * ITEM_HEAD_BYTES;
    command->on_rows = on_rows;
    command->ctx = ctx;
    return command;
}

void command_free(struct command *command) {
    free(command);
}

void command_end(struct command *command, enum err err, const struct store_row *rows, size_t n) {
    command->on_rows(command->ctx, err, rows, n);
    command_free(command);
}

/* ---- to the database ------------------------------------------------------------------------ */

void batch_init(struct batch *batch, size_t bytes_max) {
    *batch = (struct batch){0};
    for (size_t i = 0; i < BATCH_COLUMNS; i++)
        bytes_init(&batch->params[i],
                   bytes_max + ARRAY_HEAD_BYTES + BATCH_COMMANDS_MAX * ITEM_HEAD_BYTES);
}

void batch_fini(struct batch *batch) {
    for (size_t i = 0; i < BATCH_COLUMNS; i++)
        bytes_fini(&batch->params[i]);
}

void batch_clear(struct batch *batch) {
    batch->n = 0;
    batch->bytes = 0;
    batch->guarded = false;
    batch->tries = 0;
}

void batch_add(struct batch *batch, struct command *command) {
    MUST(batch->n < BATCH_COMMANDS_MAX);
    batch->items[batch->n++] = command;
    batch->bytes += command->bytes;
}

static void add_int(struct bytes *into, uint32_t value) {
    uint32_t wire = htonl(value);
    bytes_add(into, &wire, sizeof wire);
}

/* The format of array_recv: dimensions, has-null flag, element type, then length and lower bound of
 * the one dimension, then each element with its length, -1 for NULL. */
static void encode_column(struct batch *batch, size_t column) {
    struct bytes *into = &batch->params[column];
    bytes_clear(into);
    add_int(into, 1);
    add_int(into, 1);
    add_int(into, OID_TEXT);
    add_int(into, (uint32_t)batch->n);
    add_int(into, 1);
    for (size_t i = 0; i < batch->n; i++) {
        const struct command *command = batch->items[i];
        const char *text = command->column[column];
        add_int(into, text != NULL ? (uint32_t)command->len[column] : UINT32_MAX);
        if (text != NULL)
            bytes_add(into, text, command->len[column]);
    }
    MUST(!into->full);
    batch->values[column] = into->data;
    batch->lengths[column] = (int)into->len;
}

void batch_encode(struct batch *batch) {
    for (size_t i = 0; i < BATCH_COLUMNS; i++)
        encode_column(batch, i);
    batch->query = (struct conn_query){
        .name = batch->guarded ? "verwerk_bewaakt" : "verwerk",
        .sql = batch->guarded ? "SELECT * FROM api.verwerk_bewaakt($1,$2,$3,$4,$5)"
                              : "SELECT * FROM api.verwerk($1,$2,$3,$4,$5)",
        .n = BATCH_COLUMNS,
        .types = param_types,
        .values = batch->values,
        .lengths = batch->lengths,
        .formats = param_formats,
    };
}

/* ---- and back ------------------------------------------------------------------------------- */

void batch_end_all(struct batch *batch, enum err err) {
    for (size_t i = 0; i < batch->n; i++) {
        struct command *command = batch->items[i];
        batch->items[i] = NULL;
        if (command != NULL)
            command_end(command, err, NULL, 0);
    }
    batch_clear(batch);
}

/* Takes the command with this volg out of the batch; NULL when there is none, or not any more. */
static struct command *take(struct batch *batch, long volg) {
    if (volg < 1 || (size_t)volg > batch->n)
        return NULL;
    struct command *command = batch->items[volg - 1];
    batch->items[volg - 1] = NULL;
    return command;
}

/* The SQLSTATE in {"sqlstate":"23505","bericht":"…"}. Inside a JSON string a quote is escaped, so
 * the key cannot be confused with text. */
static void read_sqlstate(const char *bytes, char out[6]) {
    static const char key[] = "\"sqlstate\"";
    const char *at = strstr(bytes, key);
    at = at != NULL ? at + strlen(key) : "";
    at += strspn(at, ": \"");
    size_t n = strspn(at, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    memset(out, 0, 6);
    memcpy(out, at, n < 5 ? n : 5);
}

void batch_answer(struct batch *batch, const PGresult *result,
                  void (*on_fault)(void *, const struct command *, const char *), void *ctx) {
    int n = PQntuples(result);
    struct store_row *rows = mem_alloc((size_t)n * sizeof *rows);
    for (int at = 0, end; at < n; at = end) {
        long volg = strtol(PQgetvalue(result, at, 0), NULL, 10);
        for (end = at; end < n && strtol(PQgetvalue(result, end, 0), NULL, 10) == volg; end++)
            rows[end] = rows_get(result, end, 1);
        struct command *command = take(batch, volg);
        if (command == NULL) {
            log_error("store.rows_of_nobody", LOG_NUM("volg", volg), LOG_NUM("rows", end - at));
        } else if (strcmp(rows[at].soort, "fout") == 0) {
            char sqlstate[6];
            read_sqlstate(rows[at].bytes, sqlstate);
            on_fault(ctx, command, sqlstate);
            command_end(command, verdict_err(verdict_of_sqlstate(sqlstate), sqlstate), NULL, 0);
        } else {
            /* A refusal that names a stream was raised after writing; it cost everybody a replay.
             */
            if (strcmp(rows[at].soort, "weigering") == 0 && rows[at].stroom[0] != '\0')
                on_fault(ctx, command, rows[at].stroom);
            command_end(command, ERR_OK, rows + at, (size_t)(end - at));
        }
    }
    free(rows);
    for (size_t i = 0; i < batch->n; i++)
        if (batch->items[i] != NULL)
            log_error("store.no_answer", LOG_STR("doe", batch->items[i]->column[0]));
    /* Committed, and yet nothing was said of it: only the key can tell. */
    batch_end_all(batch, ERR_UITKOMST_ONBEKEND);
}
