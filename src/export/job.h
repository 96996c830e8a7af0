/* job: one export under way, for the files of this room only. */
#ifndef SPR_EXPORT_JOB_H
#define SPR_EXPORT_JOB_H

#include "export/export.h"

#include <stdatomic.h>

#include "store/store.h"

enum { JOB_TEXT = 64, JOB_NAME = 64, JOB_PATH = 1024 };

enum column_kind { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_FRACTION, COLUMN_MOMENT, COLUMN_LIST };

struct column {
    char *name, *nl, *en;
    enum column_kind kind;
};

struct job {
    int64_t id;
    char kenmerk[JOB_TEXT], formaat[JOB_TEXT], peildatum[JOB_TEXT], spool[JOB_NAME];
    char path[JOB_PATH];
    struct column columns[STORE_SYNC_COLUMNS];
    size_t n_columns;
    uint64_t room, rows, bytes; /* bytes the file may have; rows, and bytes of values, so far */
    const char *why;            /* why it failed, a reden of spr.export; NULL: not so far */
    FILE *out;                  /* NULL for a format that writes its file itself */
    const struct format *format;
    void *state; /* of the format */
    struct store_sync *reader, *keeper;
    int64_t told_ms, kept_ms;
    bool quiet;              /* nobody waits for progress */
    const atomic_bool *stop; /* or NULL */
};

/* How rows become bytes. A value is NULL when there is none. */
struct format {
    const char *name;
    bool own_file;
    const char *rows; /* the function that gives them; NULL: the usual one, with its columns */
    void (*begin)(struct job *job);
    void (*row)(struct job *job, const char *const *values, const size_t *lengths);
    void (*end)(struct job *job);
};

extern const struct format format_csv, format_csv_excel, format_jsonl, format_log, format_markdown,
    format_xlsx;

/* The one of this name, or NULL. */
const struct format *format_find(const char *name);
void job_fail(struct job *job, const char *why); /* the first reason stays */

/* Hears the members of an export, a row each (rule.export_kop). ctx: the job. */
void job_on_member(void *ctx, const char *const *values, const size_t *lengths, size_t n);
/* All members were there, and the file will stand at path. */
bool job_is_whole(const struct job *job);
/* Makes the file and says in the database what became of it; true: it is there. */
bool job_run(struct job *job);
void job_fini(struct job *job);

#endif
