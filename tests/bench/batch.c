/*
 * batch: what the ways of sending the commands that wait cost, at several batch sizes.
 *   call      one call of a function that takes them all, in its implicit transaction
 *   pipeline  BEGIN, one call per command, NOTIFY, COMMIT; one Sync
 *   each      one call and one Sync per command: a transaction each, the floor to improve on
 *
 *     bench_batch CONNINFO [SECONDS] [ROUNDS]
 *     bench_batch CONNINFO --driven
 *
 * Driven, it is the bare client beside a server: a command a line on stdin, a line of JSON back.
 *     slice SIZE SECONDS [hot]   batches of that size, at all tafels or at one
 *     again SECONDS SQL          one statement, again and again
 *
 * CONNINFO is that of the owner of a database made as batch.sql says.
 * The ways take turns within each round, on one connection; figures are medians of the rounds.
 * Every answer is counted; at the end every stream must be gapless. The server's fsync must be on.
 */
#include <arpa/inet.h>
#include <fcntl.h>
#include <libpq-fe.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "histogram.h"

enum { PLACES_MAX = 256, LARGEST = 256, COLUMNS = 5, ROUNDS_MAX = 25, TEXT_BYTES = 200 };
enum way { CALL, PIPELINE, EACH, WAYS };

static const char *const way_names[WAYS] = {"call", "pipeline", "each"};
static const int sizes[] = {1, 8, 64, 256};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

struct figure {
    double per_second, backend_us, client_us;
};

static PGconn *pg;
static uint64_t serial;
static unsigned run_id;
static bool hot;
static char columns[COLUMNS][LARGEST][512];
/* sessie, namens, tafel, onderwerp */
static char places[PLACES_MAX][4][128];
static int n_places;

static void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, PQerrorMessage(pg));
    exit(1);
}

static double now_s(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double client_cpu_s(void) {
    struct rusage r;
    getrusage(RUSAGE_SELF, &r);
    return (double)(r.ru_utime.tv_sec + r.ru_stime.tv_sec) +
           (double)(r.ru_utime.tv_usec + r.ru_stime.tv_usec) / 1e6;
}

static double backend_cpu_s(void) {
    clockid_t clock;
    struct timespec t = {0};
    if (clock_getcpuclockid(PQbackendPID(pg), &clock) != 0 || clock_gettime(clock, &t) != 0)
        fail("the backend is not on this machine");
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void must(PGresult *result) {
    ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        fail("query");
    PQclear(result);
}

static void make_commands(int n) {
    for (int i = 0; i < n; i++) {
        serial++;
        char(*place)[128] = places[hot ? 0 : (int)(serial % (uint64_t)n_places)];
        snprintf(columns[0][i], 512, "bijdrage.plaatsen");
        snprintf(columns[1][i], 512, "%.127s", place[0]);
        snprintf(columns[2][i], 512, "%.127s", place[1]);
        snprintf(columns[3][i], 512, "%.127s", place[2]);
        snprintf(columns[4][i], 512,
                 "{\"args\":{\"onderwerp\":\"%s\",\"soort\":\"bijdrage\",\"tekst\":\"%0*llu\"},"
                 "\"sleutel\":\"bench-%08x-%016llu\"}",
                 place[3], TEXT_BYTES, (unsigned long long)serial, run_id,
                 (unsigned long long)serial);
    }
}

/* ---- the ways ------------------------------------------------------------------------------- */

static char *put_int(char *at, uint32_t value) {
    value = htonl(value);
    memcpy(at, &value, 4);
    return at + 4;
}

static int encode_array(char *into, int column, int n) {
    char *at = into;
    const uint32_t head[] = {1, 0, 25, (uint32_t)n, 1};
    for (size_t i = 0; i < 5; i++)
        at = put_int(at, head[i]);
    for (int i = 0; i < n; i++) {
        size_t len = strlen(columns[column][i]);
        at = put_int(at, (uint32_t)len);
        memcpy(at, columns[column][i], len);
        at += len;
    }
    return (int)(at - into);
}

/* An answer and an event for each command, or the figures mean nothing. */
static int count_rows(const PGresult *result, int soort) {
    for (int i = 0; i < PQntuples(result); i++)
        if (strcmp(PQgetvalue(result, i, soort), "weigering") == 0) {
            fprintf(stderr, "refused: %s\n", PQgetvalue(result, i, soort + 3));
            exit(1);
        }
    return PQntuples(result);
}

static void run_call(int n) {
    static char arrays[COLUMNS][LARGEST * 512];
    const char *values[COLUMNS];
    int lengths[COLUMNS], formats[COLUMNS] = {1, 1, 1, 1, 1};
    for (int column = 0; column < COLUMNS; column++) {
        lengths[column] = encode_array(arrays[column], column, n);
        values[column] = arrays[column];
    }
    PGresult *result = PQexecPrepared(pg, "verwerk", COLUMNS, values, lengths, formats, 0);
    if (count_rows(result, 1) != 2 * n)
        fail("call");
    PQclear(result);
}

static int take_results(int syncs) {
    int rows = 0;
    while (syncs > 0) {
        PGresult *result = PQgetResult(pg);
        if (result == NULL)
            continue;
        ExecStatusType status = PQresultStatus(result);
        if (status == PGRES_PIPELINE_SYNC)
            syncs--;
        else if (status == PGRES_TUPLES_OK)
            rows += PQnfields(result) == 1 ? 1 : count_rows(result, 0);
        else if (status != PGRES_COMMAND_OK)
            fail("pipeline");
        PQclear(result);
    }
    return rows;
}

static void send_command(int i) {
    const char *const values[] = {columns[1][i], columns[2][i], columns[3][i], columns[4][i]};
    if (PQsendQueryPrepared(pg, "plaatsen", 4, values, NULL, NULL, 0) == 0)
        fail("send");
}

static void run_pipeline(int n) {
    const char *const hint[] = {"tafel:1=1 tafel:2=2 tafel:3=3"};
    PQsendQueryPrepared(pg, "begin", 0, NULL, NULL, NULL, 0);
    for (int i = 0; i < n; i++)
        send_command(i);
    PQsendQueryPrepared(pg, "notify", 1, hint, NULL, NULL, 0);
    PQsendQueryPrepared(pg, "commit", 0, NULL, NULL, NULL, 0);
    PQpipelineSync(pg);
    if (take_results(1) != 2 * n + 1)
        fail("pipeline");
}

static void run_each(int n) {
    for (int i = 0; i < n; i++) {
        send_command(i);
        PQpipelineSync(pg);
    }
    if (take_results(n) != 2 * n)
        fail("each");
}

static struct figure measure(enum way way, int n, double seconds) {
    if (way != CALL)
        PQenterPipelineMode(pg);
    double start = now_s(), client = client_cpu_s(), backend = backend_cpu_s(), end;
    uint64_t posts = 0;
    do {
        make_commands(n);
        if (way == CALL)
            run_call(n);
        else if (way == PIPELINE)
            run_pipeline(n);
        else
            run_each(n);
        posts += (uint64_t)n;
    } while ((end = now_s()) - start < seconds);
    struct figure figure = {(double)posts / (end - start),
                            (backend_cpu_s() - backend) * 1e6 / (double)posts,
                            (client_cpu_s() - client) * 1e6 / (double)posts};
    if (way != CALL)
        PQexitPipelineMode(pg);
    return figure;
}

/* ---- the whole ------------------------------------------------------------------------------ */

static int compare(const void *a, const void *b) {
    const double *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(const struct figure *figures, int n, size_t member) {
    double values[ROUNDS_MAX];
    for (int i = 0; i < n; i++)
        memcpy(&values[i], (const char *)&figures[i] + member, sizeof(double));
    qsort(values, (size_t)n, sizeof values[0], compare);
    return values[n / 2];
}

static void make_world(void) {
    FILE *file = fopen(BENCH_SQL, "r");
    static char sql[65536];
    if (file == NULL || fread(sql, 1, sizeof sql - 1, file) == 0)
        fail(BENCH_SQL);
    fclose(file);
    must(PQexec(pg, "SET client_min_messages = warning"));
    must(PQexec(pg, sql));
}

static void prepare(void) {
    must(PQprepare(pg, "verwerk", "SELECT * FROM api.verwerk($1, $2, $3, $4, $5)", 0, NULL));
    must(PQprepare(pg, "plaatsen", "SELECT * FROM api.bijdrage_plaatsen($1, $2, $3, $4)", 0, NULL));
    must(PQprepare(pg, "begin", "BEGIN", 0, NULL));
    must(PQprepare(pg, "commit", "COMMIT", 0, NULL));
    PGresult *found =
        PQexec(pg, "SELECT sessie, namens, tafel, onderwerp FROM bench.plek ORDER BY nr");
    for (; n_places < PQntuples(found) && n_places < PLACES_MAX; n_places++)
        for (int i = 0; i < 4; i++)
            snprintf(places[n_places][i], 128, "%s", PQgetvalue(found, n_places, i));
    PQclear(found);
    run_id = (unsigned)getpid();
    must(PQprepare(pg, "notify", "SELECT pg_notify('bench', $1)", 0, NULL));
}

static void show(const char *setting) {
    char sql[64];
    snprintf(sql, sizeof sql, "SHOW %s", setting);
    PGresult *result = PQexec(pg, sql);
    printf("%s = %s\n", setting, PQgetvalue(result, 0, 0));
    PQclear(result);
}

static void check(void) {
    PGresult *result = PQexec(
        pg, "SELECT NOT EXISTS (SELECT FROM spr.stroom s WHERE s.seq <> (SELECT count(*) FROM"
            " spr.gebeurtenis g WHERE g.stroom = s.id))");
    if (strcmp(PQgetvalue(result, 0, 0), "t") != 0)
        fail("a stream has a gap");
    PQclear(result);
}

static void run(double seconds, int rounds) {
    static struct figure figures[SIZES][WAYS][ROUNDS_MAX];
    for (int round = 0; round < rounds; round++)
        for (size_t size = 0; size < SIZES; size++)
            for (int turn = 0; turn < WAYS; turn++) {
                int way = (turn + round) % WAYS;                   /* nobody is always first */
                measure((enum way)way, sizes[size], seconds / 10); /* warm */
                figures[size][way][round] = measure((enum way)way, sizes[size], seconds);
            }
    printf("\n%s\n%6s  %-9s %9s %16s %15s\n", hot ? "one tafel" : "100 tafels", "batch", "way",
           "posts/s", "backend us/post", "client us/post");
    for (size_t size = 0; size < SIZES; size++)
        for (int way = 0; way < WAYS; way++) {
            const struct figure *f = figures[size][way];
            printf("%6d  %-9s %9.0f %16.1f %15.1f\n", sizes[size], way_names[way],
                   median(f, rounds, offsetof(struct figure, per_second)),
                   median(f, rounds, offsetof(struct figure, backend_us)),
                   median(f, rounds, offsetof(struct figure, client_us)));
        }
    check();
}

/* ---- driven: a command a line, an answer a line ---------------------------------------------- */

static void print_figure(int size, struct figure figure) {
    printf("{\"batch\":%d,\"perSecond\":%.1f,\"backendUs\":%.2f,\"clientUs\":%.2f}\n", size,
           figure.per_second, figure.backend_us, figure.client_us);
}

/* One statement again and again, each its own transaction. */
static void run_statement(const char *sql, double seconds) {
    static struct histogram times;
    times = (struct histogram){0};
    must(PQprepare(pg, "again", sql, 0, NULL));
    for (int i = 0; i < 6; i++) /* past the plans that are made for one call only */
        must(PQexecPrepared(pg, "again", 0, NULL, NULL, NULL, 0));
    double start = now_s(), backend = backend_cpu_s(), end = start, before;
    uint64_t rows = 0;
    do {
        before = end;
        PGresult *result = PQexecPrepared(pg, "again", 0, NULL, NULL, NULL, 0);
        rows += (uint64_t)PQntuples(result);
        must(result);
        end = now_s();
        histogram_add(&times, (uint64_t)((end - before) * 1e9));
    } while (end - start < seconds);
    printf("{\"perSecond\":%.1f,\"rows\":%.1f,\"p50\":%.4f,\"p99\":%.4f,\"backendUs\":%.2f}\n",
           (double)times.count / (end - start), (double)rows / (double)times.count,
           (double)histogram_at(&times, 0.5) / 1e6, (double)histogram_at(&times, 0.99) / 1e6,
           (backend_cpu_s() - backend) * 1e6 / (double)times.count);
    must(PQexec(pg, "DEALLOCATE again"));
}

static int run_driven(void) {
    static char line[8192], sql[8192];
    double seconds;
    int size;
    prepare();
    must(PQexec(pg, "CREATE TABLE IF NOT EXISTS bench.vast (tekst text)"));
    while (fgets(line, sizeof line, stdin) != NULL) {
        char where[16] = "";
        if (sscanf(line, "slice %d %lf %15s", &size, &seconds, where) >= 2) {
            hot = strcmp(where, "hot") == 0;
            size = size < 1 ? 1 : size > LARGEST ? LARGEST : size;
            measure(CALL, size, seconds / 8); /* warm */
            print_figure(size, measure(CALL, size, seconds));
        } else if (sscanf(line, "again %lf %8191[^\n]", &seconds, sql) == 2) {
            run_statement(sql, seconds);
        } else {
            fprintf(stderr, "not a command: %s", line);
            return 2;
        }
        fflush(stdout);
    }
    PQfinish(pg);
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fprintf(stderr, "usage: bench_batch CONNINFO [SECONDS] [ROUNDS]\n"
                        "       bench_batch CONNINFO --driven\n");
        return 2;
    }
    pg = PQconnectdb(argv[1]);
    if (PQstatus(pg) != CONNECTION_OK)
        fail("connect");
    if (argc > 2 && strcmp(argv[2], "--driven") == 0)
        return run_driven();
    make_world();
    double seconds = argc > 2 ? atof(argv[2]) : 1;
    int rounds = argc > 3 ? atoi(argv[3]) : 5;
    if (rounds < 1 || rounds > ROUNDS_MAX)
        rounds = 5;
    prepare();
    show("server_version");
    show("fsync");
    show("synchronous_commit");
    printf("seconds = %g, rounds = %d, text = %d bytes\n", seconds, rounds, TEXT_BYTES);
    hot = false;
    run(seconds, rounds);
    hot = true;
    run(seconds, rounds);
    must(PQexec(pg, "DROP SCHEMA bench CASCADE"));
    PQfinish(pg);
    return 0;
}
