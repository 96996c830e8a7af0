/*
 * Any text in the columns of a result of api.verwerk: every command of the batch gets exactly one
 * callback, with rows that stand in the result, whatever the numbers in them say.
 * Input: rows separated by newlines, columns by tabs.
 */
#include <stdlib.h>
#include <string.h>

#include "batch.h"
#include "rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { COMMANDS = 4, COLUMNS = 5, ROWS = 64 };

static void on_rows(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    unsigned *calls = ctx;
    (*calls)++;
    MUST((err == ERR_OK) == (n > 0));
    for (size_t i = 0; i < n; i++)
        MUST(strlen(rows[i].bytes) == rows[i].len && rows[i].soort && rows[i].stroom);
}

static void on_fault(void *ctx, const struct command *command, const char *sqlstate) {
    (void)ctx;
    MUST(command && sqlstate);
}

static PGresult *read_result(char *text) {
    static PGresAttDesc columns[COLUMNS] = {{.name = "volg", .typlen = -1},
                                            {.name = "soort", .typlen = -1},
                                            {.name = "stroom", .typlen = -1},
                                            {.name = "seq", .typlen = -1},
                                            {.name = "bytes", .typlen = -1}};
    PGresult *result = PQmakeEmptyPGresult(NULL, PGRES_TUPLES_OK);
    MUST(result && PQsetResultAttrs(result, COLUMNS, columns));
    int row = 0;
    for (char *line; (line = strsep(&text, "\n")) != NULL && row < ROWS; row++) {
        for (int column = 0; column < COLUMNS; column++) {
            char *value = strsep(&line, "\t");
            int len = value == NULL ? -1 : (int)strlen(value);
            MUST(PQsetvalue(result, row, column, value, len));
        }
    }
    return result;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const struct store_command command = {"doe", "sessie", "", "1", "{}"};
    unsigned calls[COMMANDS] = {0};
    struct batch batch;
    log_init(LOG_ERROR + 1, 0);
    batch_init(&batch, 1 << 20);
    for (int i = 0; i < COMMANDS; i++)
        batch_add(&batch, command_new(&command, on_rows, &calls[i]));
    batch_encode(&batch);
    char *text = mem_memdup(data, size);
    PGresult *result = read_result(text);
    batch_answer(&batch, result, on_fault, NULL);
    for (int i = 0; i < COMMANDS; i++)
        MUST(calls[i] == 1);
    PQclear(result);
    free(text);
    batch_fini(&batch);
    return 0;
}
