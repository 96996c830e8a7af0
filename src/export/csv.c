/*
 * csv: RFC 4180 with a comma, and the profile of a Dutch Excel: UTF-8 with a mark in front, a
 * semicolon, a decimal comma. Lines end in CR LF.
 *
 * Invariant: no cell of text begins with what a spreadsheet would run. A text that begins with
 * = + - @, a tab, a line end or ' gets one ' in front; whoever takes one ' away from each text that
 * begins with it has the text back, always.
 */
#include "job.h"

#include <string.h>

static bool is_text(enum column_kind kind) {
    return kind == COLUMN_TEXT || kind == COLUMN_LIST;
}

static void put_cell(FILE *out, const struct column *column, const char *text, size_t len,
                     char separator) {
    const char special[] = {separator, '"', '\r', '\n', '\t', '\'', '\0'};
    bool runs = is_text(column->kind) && len > 0 && strchr("=+-@\t\r\n'", text[0]);
    bool quoted = runs || strpbrk(text, special) || (len > 0 && text[0] == ' ');
    if (quoted) {
        putc_unlocked('"', out);
    }
    if (runs) {
        putc_unlocked('\'', out);
    }
    if (column->kind == COLUMN_FRACTION && separator == ';') {
        for (size_t i = 0; i < len; i++) {
            putc_unlocked(text[i] == '.' ? ',' : text[i], out);
        }
    } else if (!quoted) {
        fwrite_unlocked(text, 1, len, out);
    } else {
        for (size_t i = 0; i < len; i++) {
            if (text[i] == '"') {
                putc_unlocked('"', out);
            }
            putc_unlocked(text[i], out);
        }
    }
    if (quoted) {
        putc_unlocked('"', out);
    }
}

static void put_row(struct job *job, const char *const *values, const size_t *lengths,
                    char separator) {
    for (size_t i = 0; i < job->n_columns; i++) {
        if (i > 0) {
            putc_unlocked(separator, job->out);
        }
        if (values[i]) {
            put_cell(job->out, &job->columns[i], values[i], lengths[i], separator);
        }
    }
    fputs("\r\n", job->out);
}

static void put_head(struct job *job, char separator) {
    for (size_t i = 0; i < job->n_columns; i++) {
        fprintf(job->out, "%s%s", i > 0 ? (char[]){separator, '\0'} : "", job->columns[i].name);
    }
    fputs("\r\n", job->out);
}

static void begin(struct job *job) {
    put_head(job, ',');
}

static void row(struct job *job, const char *const *values, const size_t *lengths) {
    put_row(job, values, lengths, ',');
}

static void begin_excel(struct job *job) {
    fputs("\xef\xbb\xbf", job->out);
    put_head(job, ';');
}

static void row_excel(struct job *job, const char *const *values, const size_t *lengths) {
    put_row(job, values, lengths, ';');
}

const struct format format_csv = {.name = "csv", .begin = begin, .row = row};
const struct format format_csv_excel = {
    .name = "csv_excel", .begin = begin_excel, .row = row_excel};
