/*
 * job: one export, from its head to a file that is ready or gone.
 *
 * Invariant: what is read, is read in one REPEATABLE READ READ ONLY transaction; that this maker
 * lives is said over another connection, because that one writes.
 */
#include "job.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "evidence/evidence.h"

enum { KEEP_MS = 1000, TELL_MS = 3000, DECIMAL = 24, LOOK_ROWS = 64 };

void job_fail(struct job *job, const char *why) {
    if (!job->why) {
        job->why = why;
    }
}

const struct format *format_find(const char *name) {
    static const struct format *const formats[] = {&format_csv, &format_csv_excel, &format_jsonl,
                                                   &format_log, &format_markdown,  &format_xlsx};
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        if (strcmp(formats[i]->name, name) == 0) {
            return formats[i];
        }
    }
    return NULL;
}

void job_on_member(void *ctx, const char *const *values, const size_t *lengths, size_t n) {
    struct job *job = ctx;
    (void)lengths;
    MUST(n == 4 && values[0]);
    const struct {
        const char *name;
        char *into;
        size_t size;
    } texts[] = {{"kenmerk", job->kenmerk, sizeof job->kenmerk},
                 {"formaat", job->formaat, sizeof job->formaat},
                 {"peildatum", job->peildatum, sizeof job->peildatum},
                 {"spool", job->spool, sizeof job->spool}};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        if (strcmp(values[0], texts[i].name) == 0) {
            snprintf(texts[i].into, texts[i].size, "%s", values[3]);
        }
    }
    if (strcmp(values[0], "id") == 0) {
        job->id = strtoll(values[3], NULL, 10);
    } else if (strcmp(values[0], "ruimte") == 0) {
        job->room = strtoull(values[3], NULL, 10);
    }
}

bool job_is_whole(const struct job *job) {
    return job->id > 0 && job->spool[0] && job->kenmerk[0] && job->peildatum[0];
}

static void on_column(void *ctx, const char *const *values, const size_t *lengths, size_t n) {
    static const char *const kinds[] = {"tekst", "getal", "breuk", "moment", "lijst"};
    struct job *job = ctx;
    (void)lengths;
    MUST(n == 5 && job->n_columns < STORE_SYNC_COLUMNS);
    struct column *column = &job->columns[job->n_columns++];
    *column = (struct column){
        .name = mem_strdup(values[1]), .nl = mem_strdup(values[3]), .en = mem_strdup(values[4])};
    for (size_t i = 0; i < COUNT_OF(kinds); i++) {
        if (strcmp(kinds[i], values[2]) == 0) {
            column->kind = (enum column_kind)i;
        }
    }
}

void job_fini(struct job *job) {
    for (size_t i = 0; i < job->n_columns; i++) {
        free(job->columns[i].name);
        free(job->columns[i].nl);
        free(job->columns[i].en);
    }
}

/* ---- what the database hears ------------------------------------------------------------------
 */

static void on_room(void *ctx, const char *const *values, const size_t *lengths, size_t n) {
    struct job *job = ctx;
    (void)lengths;
    MUST(n == 4);
    job->room = strtoull(values[2], NULL, 10);
    job->kept_ms = clock_mono_ms();
}

static void keep(struct job *job) {
    int64_t now = clock_mono_ms(), before = job->kept_ms;
    if (job->stop && atomic_load(job->stop)) {
        job_fail(job, "afgebroken");
    }
    if (job->why || now - before < KEEP_MS) {
        return;
    }
    char id[DECIMAL], rows[DECIMAL];
    bool tell = !job->quiet && now - job->told_ms >= TELL_MS;
    const char *const params[] = {id, rows, tell ? "t" : "f"};
    snprintf(id, sizeof id, "%" PRId64, job->id);
    snprintf(rows, sizeof rows, "%" PRIu64, job->rows);
    enum err err = store_sync_rows(job->keeper, "SELECT * FROM api.export_voortgang($1, $2, $3)",
                                   params, COUNT_OF(params), on_room, job);
    if (err != ERR_OK || job->kept_ms == before) {
        job_fail(job, err != ERR_OK ? "storing" : "afgebroken");
    }
    job->told_ms = tell ? now : job->told_ms;
}

static bool on_wait(void *ctx) {
    struct job *job = ctx;
    keep(job);
    return !job->why;
}

static void on_ended(void *ctx, const char *const *values, const size_t *lengths, size_t n) {
    (void)values, (void)lengths, (void)n;
    *(bool *)ctx = true;
}

/* false: nobody waits for it any more, so there is no file either. */
static bool tell_end(struct job *job, uint64_t size, const char *sha256) {
    char id[DECIMAL], rows[DECIMAL], bytes[DECIMAL];
    bool heard = false;
    snprintf(id, sizeof id, "%" PRId64, job->id);
    snprintf(rows, sizeof rows, "%" PRIu64, job->rows);
    snprintf(bytes, sizeof bytes, "%" PRIu64, size);
    const char *const params[] = {id, rows, bytes, sha256, job->why};
    enum err err =
        store_sync_rows(job->keeper, "SELECT * FROM api.export_klaar($1, $2, $3, $4, $5)", params,
                        COUNT_OF(params), on_ended, &heard);
    log_info("export.ended", LOG_NUM("export", job->id), LOG_STR("format", job->formaat),
             LOG_NUM("rows", job->rows), LOG_NUM("bytes", size),
             LOG_STR("why", job->why ? job->why : "-"));
    return err == ERR_OK && heard && !job->why;
}

/* ---- the rows ----------------------------------------------------------------------------------
 */

static void look_at_size(struct job *job) {
    off_t at = job->out ? ftello(job->out) : 0;
    if (job->out && (ferror(job->out) || at < 0)) {
        job_fail(job, "vol");
    } else if ((uint64_t)at > job->room || job->bytes > 4 * job->room) {
        job_fail(job, "te_groot");
    }
}

static void on_row(void *ctx, const char *const *values, const size_t *lengths, size_t n) {
    struct job *job = ctx;
    if (job->why) {
        return;
    }
    MUST(job->format->rows || n == job->n_columns);
    for (size_t i = 0; i < n; i++) {
        job->bytes += lengths[i];
    }
    job->format->row(job, values, lengths);
    job->rows++;
    if (job->rows % LOOK_ROWS == 0) {
        look_at_size(job);
        keep(job);
    }
    if (job->why) {
        store_sync_cancel(job->reader);
    }
}

static bool ask(struct job *job, const char *sql, const char *const *params, size_t n,
                store_on_row *on) {
    if (store_sync_rows(job->reader, sql, params, n, on, job) != ERR_OK) {
        job_fail(job, "storing");
    }
    return !job->why;
}

static void read_rows(struct job *job) {
    static const char usual[] = "SELECT * FROM api.export_besluiten($1)";
    char id[DECIMAL];
    const char *const params[] = {id};
    snprintf(id, sizeof id, "%" PRId64, job->id);
    store_sync_while(job->reader, on_wait, job);
    if (!ask(job, "SET statement_timeout = '1h'", NULL, 0, NULL) ||
        !ask(job, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", NULL, 0, NULL) ||
        (!job->format->rows &&
         !ask(job, "SELECT * FROM api.export_kolommen()", NULL, 0, on_column))) {
        return;
    }
    if (job->format->begin) {
        job->format->begin(job);
    }
    (void)!ask(job, job->format->rows ? job->format->rows : usual, params, 1, on_row);
    look_at_size(job);
    if (job->format->end) {
        job->format->end(job);
    }
}

/* ---- the file ----------------------------------------------------------------------------------
 */

static bool open_out(struct job *job) {
    int fd = open(job->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        log_error("export.file", LOG_STR("why", strerror(errno)));
        job_fail(job, errno == ENOSPC ? "vol" : "storing");
        return false;
    }
    if (job->format->own_file) {
        close(fd);
    } else {
        job->out = fdopen(fd, "w");
        MUST(job->out);
    }
    return true;
}

static void close_out(struct job *job) {
    if (job->out && (fflush(job->out) != 0 || fsync(fileno(job->out)) != 0)) {
        job_fail(job, "vol");
    }
    if (job->out && fclose(job->out) != 0) {
        job_fail(job, "vol");
    }
    job->out = NULL;
}

static uint64_t weigh(struct job *job, char sha256[EVIDENCE_HEX]) {
    uint64_t size = 0;
    int fd = open(job->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 || !evidence_sha256_file(fd, sha256, &size)) {
        job_fail(job, "storing");
    } else if (size > job->room) {
        job_fail(job, "te_groot");
    }
    if (fd >= 0) {
        close(fd);
    }
    return size;
}

bool job_run(struct job *job) {
    char sha256[EVIDENCE_HEX] = "";
    uint64_t size = 0;
    job->format = format_find(job->formaat);
    job->told_ms = job->kept_ms = clock_mono_ms();
    if (!job->format) {
        job_fail(job, "storing");
    } else if (open_out(job)) {
        read_rows(job);
        close_out(job);
        store_sync_while(job->reader, NULL, NULL);
        (void)!store_sync_rows(job->reader, "ROLLBACK", NULL, 0, NULL, NULL);
        size = job->why ? 0 : weigh(job, sha256);
    }
    bool there = tell_end(job, size, sha256);
    if (!there) {
        unlink(job->path);
    }
    return there;
}
