/*
 * xlsx: a sheet with the besluiten, a sheet that says what each column means, and one that says
 * what this is. Text is written as text, so that nothing in it runs.
 *
 * Invariant: rows go to a temporary file of the library as they come (constant_memory).
 */
#include "job.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <xlsxwriter.h>

enum { ROWS_MAX = 1048575, CELL_CHARS = 32767 };

struct book {
    lxw_workbook *workbook;
    lxw_worksheet *rows;
    char *dir;
};

static void check(struct job *job, lxw_error error) {
    if (error != LXW_NO_ERROR) {
        log_warn("export.xlsx", LOG_NUM("export", job->id), LOG_STR("why", lxw_strerror(error)));
        job_fail(job, "storing");
    }
}

/* _x0041_ in a cell means A (ECMA-376 part 1, 22.9.2.19); who wrote those seven letters meant them.
 */
static bool is_escape(const char *text) {
    return text[0] == '_' && text[1] == 'x' && strspn(text + 2, "0123456789abcdefABCDEF") >= 4 &&
           text[6] == '_';
}

static void put_text(struct job *job, lxw_worksheet *sheet, uint32_t row, size_t column,
                     const char *text) {
    struct bytes plain;
    bytes_init(&plain, (size_t)8 * 4 * CELL_CHARS);
    bytes_add_str(&plain, "");
    for (const char *at = text; *at != '\0'; at++) {
        bytes_add_str(&plain, is_escape(at) ? "_x005F_" : (char[]){*at, '\0'});
    }
    check(job, worksheet_write_string(sheet, row, (lxw_col_t)column, plain.data ? plain.data : "",
                                      NULL));
    bytes_fini(&plain);
}

/* The library keeps the rows of a sheet in a file of its own; without it there is no sheet. */
static lxw_worksheet *sheet_new(struct job *job, const char *name) {
    struct book *book = job->state;
    lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);
    if (!sheet) {
        job_fail(job, "vol");
    }
    return sheet;
}

static void begin(struct job *job) {
    struct book *book = job->state = mem_alloc(sizeof *book);
    book->dir = mem_memdup(job->path, (size_t)(strrchr(job->path, '/') - job->path));
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = book->dir};
    book->workbook = workbook_new_opt(job->path, &options);
    MUST(book->workbook);
    struct tm made = {0};
    lxw_doc_properties about = {.title = job->kenmerk};
    /* When it was made would make the bytes of each file its own. */
    if (strptime(job->peildatum, "%Y-%m-%dT%H:%M:%S", &made)) {
        about.created = timegm(&made);
    }
    check(job, workbook_set_properties(book->workbook, &about));
    book->rows = sheet_new(job, "besluiten");
    if (!book->rows) {
        return;
    }
    for (size_t i = 0; i < job->n_columns; i++) {
        put_text(job, book->rows, 0, i, job->columns[i].name);
    }
    worksheet_freeze_panes(book->rows, 1, 0);
}

static void put_value(struct job *job, uint32_t row, size_t column, const char *text, size_t len) {
    struct book *book = job->state;
    enum column_kind kind = job->columns[column].kind;
    if (kind == COLUMN_NUMBER || kind == COLUMN_FRACTION) {
        check(job,
              worksheet_write_number(book->rows, row, (lxw_col_t)column, strtod(text, NULL), NULL));
        return;
    }
    if (lxw_utf8_strlen(text) > CELL_CHARS || len > (size_t)4 * CELL_CHARS) {
        job_fail(job, "te_groot"); /* half a text is none: the other formats have it whole */
        return;
    }
    put_text(job, book->rows, row, column, text);
}

static void row(struct job *job, const char *const *values, const size_t *lengths) {
    if (job->why) {
        return;
    }
    if (job->rows >= ROWS_MAX) {
        job_fail(job, "te_veel_regels");
        return;
    }
    for (size_t i = 0; i < job->n_columns; i++) {
        if (values[i]) {
            put_value(job, (uint32_t)job->rows + 1, i, values[i], lengths[i]);
        }
    }
}

static void put_about(struct job *job) {
    lxw_worksheet *codebook = sheet_new(job, "codeboek");
    lxw_worksheet *about = codebook ? sheet_new(job, "over") : NULL;
    if (!about) {
        return;
    }
    for (size_t i = 0; i < job->n_columns; i++) {
        put_text(job, codebook, (uint32_t)i, 0, job->columns[i].name);
        put_text(job, codebook, (uint32_t)i, 1, job->columns[i].nl);
        put_text(job, codebook, (uint32_t)i, 2, job->columns[i].en);
    }
    const char *const facts[][2] = {{"export", job->kenmerk}, {"peildatum", job->peildatum}};
    for (size_t i = 0; i < COUNT_OF(facts); i++) {
        put_text(job, about, (uint32_t)i, 0, facts[i][0]);
        put_text(job, about, (uint32_t)i, 1, facts[i][1]);
    }
}

static void end(struct job *job) {
    struct book *book = job->state;
    if (!job->why) {
        put_about(job);
    }
    if (job->why) {
        lxw_workbook_free(book->workbook);
    } else {
        check(job, workbook_close(book->workbook));
    }
    free(book->dir);
    free(book);
    job->state = NULL;
}

const struct format format_xlsx = {
    .name = "xlsx", .own_file = true, .begin = begin, .row = row, .end = end};
