/*
 * exporter: the thread. Once a second it asks for work and does it; once a minute it throws away
 * what no longer should be in the spool.
 */
#include "job.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BEAT_MS = 500, AWAY_MS = 5000, SWEEP_MS = 60000, STRANGER_S = 7 * 86400, NAMES_MAX = 1000 };

struct exporter {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t wake;
    atomic_bool stop;
    const char *conninfo, *dir;
    struct store_sync *reader, *keeper;
    int64_t swept_ms;
};

static bool is_name(const char *name) {
    size_t epoch = strspn(name, "0123456789abcdef");
    return strlen(name) < JOB_NAME && epoch == 32 && name[32] == '-' && name[33] &&
           strspn(name + 33, "0123456789") == strlen(name + 33);
}

int export_file_open(const char *dir, const char *name) {
    char path[JOB_PATH];
    if (!dir || !is_name(name)) {
        return -1;
    }
    snprintf(path, sizeof path, "%s/%s", dir, name);
    return open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

/* ---- the spool ---------------------------------------------------------------------------------
 */

static bool prepare_dir(const char *dir) {
    struct stat is;
    if (strlen(dir) + JOB_NAME + 1 > JOB_PATH || (mkdir(dir, 0700) != 0 && errno != EEXIST) ||
        lstat(dir, &is) != 0 || !S_ISDIR(is.st_mode) || is.st_uid != geteuid() ||
        (is.st_mode & 077) != 0) {
        log_error("export.spool",
                  LOG_STR("why", "SPR_SPOOL must be a directory of this user, mode 0700"));
        return false;
    }
    return true;
}

static void on_stays(void *ctx, const char *const *values, const size_t *lengths, size_t n) {
    struct map *names = ctx;
    MUST(n == 4);
    struct map_node *node = map_find(names, values[3], lengths[3]);
    if (node) {
        map_remove(names, node);
    }
}

struct name {
    struct map_node node;
    char text[JOB_NAME];
};

static void list_names(const char *dir, struct name *names, size_t *n) {
    DIR *open_dir = opendir(dir);
    for (struct dirent *entry; open_dir && *n < NAMES_MAX && (entry = readdir(open_dir));) {
        char path[JOB_PATH + sizeof entry->d_name];
        struct stat is;
        if (is_name(entry->d_name)) {
            memcpy(names[(*n)++].text, entry->d_name,
                   strlen(entry->d_name) + 1); /* it is shorter */
            continue;
        }
        /* What the library of XLSX left behind when the process was killed. */
        snprintf(path, sizeof path, "%s/%s", dir, entry->d_name);
        if (lstat(path, &is) == 0 && S_ISREG(is.st_mode) && is.st_mtime < time(NULL) - STRANGER_S) {
            unlink(path);
        }
    }
    if (open_dir) {
        closedir(open_dir);
    }
}

static void sweep(struct exporter *exporter) {
    struct name *names = mem_alloc(NAMES_MAX * sizeof *names);
    const char **texts = mem_alloc(NAMES_MAX * sizeof *texts);
    struct bytes array;
    struct map gone;
    size_t n = 0;
    list_names(exporter->dir, names, &n);
    map_init(&gone);
    bytes_init(&array, NAMES_MAX * (JOB_NAME + 4) + 4);
    for (size_t i = 0; i < n; i++) {
        texts[i] = names[i].text;
        map_add(&gone, &names[i].node, names[i].text, strlen(names[i].text));
    }
    store_array(&array, texts, n);
    const char *const params[] = {array.data};
    if (n > 0 && store_sync_rows(exporter->keeper, "SELECT * FROM api.export_blijft($1)", params, 1,
                                 on_stays, &gone) == ERR_OK) {
        for (struct map_node *node = NULL; (node = map_next(&gone, node));) {
            char path[JOB_PATH];
            snprintf(path, sizeof path, "%s/%s", exporter->dir,
                     CONTAINER_OF(node, struct name, node)->text);
            unlink(path);
        }
    }
    map_fini(&gone);
    bytes_fini(&array);
    free(texts);
    free(names);
    exporter->swept_ms = clock_mono_ms();
}

/* ---- the thread --------------------------------------------------------------------------------
 */

static bool is_connected(struct exporter *exporter) {
    struct bytes sentence;
    bytes_init(&sentence, 4096);
    struct store_sync **const both[] = {&exporter->keeper, &exporter->reader};
    for (size_t i = 0; i < COUNT_OF(both); i++) {
        if (*both[i] && !store_sync_is_up(*both[i])) {
            store_sync_close(*both[i]);
            *both[i] = NULL;
        }
        if (!*both[i]) {
            *both[i] = store_sync_open(exporter->conninfo, "spr export", &sentence);
        }
    }
    bytes_fini(&sentence);
    return exporter->keeper && exporter->reader;
}

/* false: nothing waits. */
static bool work(struct exporter *exporter) {
    struct job *job = mem_alloc(sizeof *job);
    *job = (struct job){
        .reader = exporter->reader, .keeper = exporter->keeper, .stop = &exporter->stop};
    bool any = store_sync_rows(exporter->keeper, "SELECT * FROM api.export_pakken()", NULL, 0,
                               job_on_member, job) == ERR_OK &&
               job_is_whole(job);
    if (any) {
        snprintf(job->path, sizeof job->path, "%s/%s", exporter->dir, job->spool);
        job_run(job);
    }
    job_fini(job);
    free(job);
    return any;
}

static void wait_a_beat(struct exporter *exporter, int64_t ms) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += ms / 1000;
    until.tv_nsec += ms % 1000 * 1000000;
    if (until.tv_nsec >= 1000000000) {
        until.tv_sec++;
        until.tv_nsec -= 1000000000;
    }
    pthread_mutex_lock(&exporter->mutex);
    if (!atomic_load(&exporter->stop)) {
        pthread_cond_timedwait(&exporter->wake, &exporter->mutex, &until);
    }
    pthread_mutex_unlock(&exporter->mutex);
}

static void *run(void *ctx) {
    struct exporter *exporter = ctx;
    while (!atomic_load(&exporter->stop)) {
        if (!is_connected(exporter)) {
            wait_a_beat(exporter, AWAY_MS);
            continue;
        }
        if (exporter->swept_ms == 0 || clock_mono_ms() - exporter->swept_ms > SWEEP_MS) {
            sweep(exporter);
        }
        if (!work(exporter)) {
            wait_a_beat(exporter, BEAT_MS);
        }
    }
    store_sync_close(exporter->reader);
    store_sync_close(exporter->keeper);
    return NULL;
}

struct exporter *exporter_start(const char *conninfo, const char *dir) {
    if (!dir || !prepare_dir(dir)) {
        return NULL;
    }
    struct exporter *exporter = mem_alloc(sizeof *exporter);
    exporter->conninfo = conninfo;
    exporter->dir = dir;
    pthread_mutex_init(&exporter->mutex, NULL);
    pthread_cond_init(&exporter->wake, NULL);
    /* Signals are the loop's. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    MUST(pthread_create(&exporter->thread, NULL, run, exporter) == 0);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return exporter;
}

void exporter_stop(struct exporter *exporter) {
    if (!exporter) {
        return;
    }
    pthread_mutex_lock(&exporter->mutex);
    atomic_store(&exporter->stop, true);
    pthread_cond_signal(&exporter->wake);
    pthread_mutex_unlock(&exporter->mutex);
    pthread_join(exporter->thread, NULL);
    pthread_mutex_destroy(&exporter->mutex);
    pthread_cond_destroy(&exporter->wake);
    free(exporter);
}

/* ---- the shell ---------------------------------------------------------------------------------
 */

enum err export_to_file(const char *conninfo, const struct export_order *order, const char *to) {
    struct bytes sentence;
    bytes_init(&sentence, 4096);
    struct job *job = mem_alloc(sizeof *job);
    *job = (struct job){.quiet = true};
    job->reader = store_sync_open(conninfo, "spr export", &sentence);
    job->keeper = job->reader ? store_sync_open(conninfo, "spr export", &sentence) : NULL;
    const char *const params[] = {order->wie, order->formaat, order->filter, order->tafel,
                                  order->peildatum};
    bool good = false;
    if (!job->keeper) {
        fprintf(stderr, "%s\n", sentence.data ? sentence.data : "The database does not answer.");
    } else if (store_sync_rows(job->keeper, "SELECT * FROM rule.export_voor($1, $2, $3, $4, $5)",
                               params, COUNT_OF(params), job_on_member, job) != ERR_OK ||
               !job_is_whole(job) || strlen(to) >= sizeof job->path) {
        fprintf(stderr, "This cannot be exported: look at --as, --format, --filter, --tafel and "
                        "--peildatum.\n");
    } else {
        snprintf(job->path, sizeof job->path, "%s", to);
        good = job_run(job);
        fprintf(stderr, good ? "%s: %llu rows, as of %s.\n" : "%s failed after %llu rows (%s).\n",
                job->kenmerk, (unsigned long long)job->rows, good ? job->peildatum : job->why);
    }
    job_fini(job);
    store_sync_close(job->reader);
    store_sync_close(job->keeper);
    free(job);
    bytes_fini(&sentence);
    return good ? ERR_OK : ERR_INTERN;
}
