/*
 * lines: JSON Lines, an object for each besluit with every column under its own name; and the log
 * of a tafel, of which each line comes ready from SQL.
 */
#include "job.h"

#include <string.h>

static void put_string(FILE *out, const char *text, size_t len) {
    static const char digits[] = "0123456789abcdef";
    putc_unlocked('"', out);
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\') {
            putc_unlocked('\\', out);
            putc_unlocked(c, out);
        } else if (c < 0x20) {
            fprintf(out, "\\u00%c%c", digits[c >> 4], digits[c & 15]);
        } else {
            putc_unlocked(c, out);
        }
    }
    putc_unlocked('"', out);
}

static void row(struct job *job, const char *const *values, const size_t *lengths) {
    for (size_t i = 0; i < job->n_columns; i++) {
        enum column_kind kind = job->columns[i].kind;
        fputs(i > 0 ? "," : "{", job->out);
        put_string(job->out, job->columns[i].name, strlen(job->columns[i].name));
        putc_unlocked(':', job->out);
        if (!values[i]) {
            fputs("null", job->out);
        } else if (kind == COLUMN_NUMBER || kind == COLUMN_FRACTION) {
            fwrite_unlocked(values[i], 1, lengths[i], job->out);
        } else {
            put_string(job->out, values[i], lengths[i]);
        }
    }
    fputs("}\n", job->out);
}

static void row_log(struct job *job, const char *const *values, const size_t *lengths) {
    fwrite_unlocked(values[0], 1, lengths[0], job->out);
    putc_unlocked('\n', job->out);
}

const struct format format_jsonl = {.name = "jsonl", .row = row};
const struct format format_log = {
    .name = "logboek", .rows = "SELECT * FROM api.export_logboek($1)", .row = row_log};
