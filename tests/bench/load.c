/*
 * load: the load client. Readers and writers of one server on this machine, in two processes.
 *
 *     bench_load --port N --places FILE [--readers N] [--writers N] [--window N] [--lockstep]
 *                [--seconds S] [--warm S] [--text BYTES] [--epoch TEXT] [--cpu NAME=PID,PID…]…
 *
 * A line of FILE is where somebody may post: token, namens, tafel, onderwerp, head of the stream.
 * With --lockstep there is one writer and one stream, and a post is in flight until the last reader
 * has it. --cpu measures what the named processes spend meanwhile. Prints one line of JSON.
 * Ends with status 1 when an event is missing, comes twice or out of order.
 */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "load.h"

enum { GROUPS_MAX = 8, PIDS_MAX = 64, READY_SECONDS = 60, PATIENCE_SECONDS = 120 };

/* Processes that count as one. */
struct group {
    const char *name;
    size_t name_len;
    clockid_t clocks[PIDS_MAX];
    unsigned n;
    double before_s, spent_s;
};

static struct options options = {.n_readers = 1,
                                 .n_writers = 1,
                                 .window = 1,
                                 .text_bytes = 200,
                                 .seconds = 2,
                                 .warm = 0.5,
                                 .epoch = ""};
static struct group groups[GROUPS_MAX];
static unsigned n_groups;

/* ---- processor time of others ---------------------------------------------------------------- */

static void add_group(char *text) {
    if (n_groups == GROUPS_MAX || strchr(text, '=') == NULL)
        die("--cpu takes NAME=PID,PID…");
    struct group *group = &groups[n_groups++];
    group->name = text;
    group->name_len = strcspn(text, "=");
    char *list = text + group->name_len + 1;
    for (char *pid; (pid = strsep(&list, ",")) != NULL && group->n < PIDS_MAX;)
        if (clock_getcpuclockid((pid_t)atoi(pid), &group->clocks[group->n++]) != 0)
            die("process %s is not there", pid);
}

static double spent_s(const struct group *group) {
    double sum = 0;
    for (unsigned i = 0; i < group->n; i++) {
        struct timespec t = {0};
        clock_gettime(group->clocks[i], &t); /* one that ended meanwhile counts for nothing */
        sum += (double)t.tv_sec + (double)t.tv_nsec / 1e9;
    }
    return sum;
}

static void on_mark(void *ctx, bool begins) {
    (void)ctx;
    for (unsigned i = 0; i < n_groups; i++) {
        double now = spent_s(&groups[i]);
        if (begins)
            groups[i].before_s = now;
        else
            groups[i].spent_s = now - groups[i].before_s;
    }
}

/* ---- what to do ------------------------------------------------------------------------------ */

static void read_places(const char *path) {
    FILE *file = fopen(path, "re");
    if (file == NULL)
        die("%s cannot be read", path);
    unsigned long long seq;
    for (struct place *place; options.n_places < PLACES_MAX; options.n_places++) {
        place = &options.places[options.n_places];
        if (fscanf(file, "%63s %23s %23s %23s %llu", place->token, place->namens, place->tafel,
                   place->onderwerp, &seq) != 5)
            break;
        place->seq = seq;
        for (place->stream = 0; strcmp(options.places[place->stream].tafel, place->tafel) != 0;)
            place->stream++;
    }
    fclose(file);
    if (options.n_places == 0)
        die("%s has no places", path);
}

static void read_options(int argc, char **argv) {
    static const struct option known[] = {
        {"port", 1, NULL, 'p'},    {"places", 1, NULL, 'f'}, {"readers", 1, NULL, 'r'},
        {"writers", 1, NULL, 'w'}, {"window", 1, NULL, 'k'}, {"lockstep", 0, NULL, 'l'},
        {"seconds", 1, NULL, 's'}, {"warm", 1, NULL, 'm'},   {"text", 1, NULL, 't'},
        {"epoch", 1, NULL, 'e'},   {"cpu", 1, NULL, 'c'},    {NULL, 0, NULL, 0},
    };
    for (int option; (option = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        unsigned number = optarg != NULL ? (unsigned)atoi(optarg) : 0;
        switch (option) {
        case 'p':
            options.port = number;
            break;
        case 'f':
            read_places(optarg);
            break;
        case 'r':
            options.n_readers = number;
            break;
        case 'w':
            options.n_writers = number;
            break;
        case 'k':
            options.window = number;
            break;
        case 'l':
            options.lockstep = true;
            break;
        case 's':
            options.seconds = atof(optarg);
            break;
        case 'm':
            options.warm = atof(optarg);
            break;
        case 't':
            options.text_bytes = number;
            break;
        case 'e':
            options.epoch = optarg;
            break;
        case 'c':
            add_group(optarg);
            break;
        default:
            exit(2);
        }
    }
    if (options.port == 0 || options.n_places == 0 || options.n_writers == 0)
        die("--port, --places and a writer are needed; the head of load.c tells more");
    if (options.lockstep &&
        (options.n_writers > 1 || options.n_places > 1 || options.n_readers == 0))
        die("--lockstep takes one writer, one place, and readers");
}

/* ---- the two processes ----------------------------------------------------------------------- */

static struct shared *share(void) {
    struct shared *shared =
        mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (shared == MAP_FAILED)
        die("no memory to share");
    shared->progress = eventfd(0, EFD_NONBLOCK);
    for (unsigned i = 0; i < options.n_places; i++)
        atomic_store(&shared->heads[options.places[i].stream], options.places[i].seq);
    return shared;
}

static void wait_ready(const struct shared *shared, pid_t readers) {
    for (int tries = 0; !atomic_load(&shared->ready); tries++) {
        const struct timespec moment = {.tv_nsec = 10000000};
        if (waitpid(readers, NULL, WNOHANG) != 0 || tries > READY_SECONDS * 100)
            die("the readers are not ready");
        nanosleep(&moment, NULL);
    }
}

static void print_times(const char *name, const struct histogram *histogram) {
    printf(",\"%s\":{\"count\":%llu,\"p50\":%.3f,\"p99\":%.3f,\"max\":%.3f}", name,
           (unsigned long long)histogram->count, (double)histogram_at(histogram, 0.5) / 1e6,
           (double)histogram_at(histogram, 0.99) / 1e6, (double)histogram->most / 1e6);
}

static void print(const struct posts *posts, const struct shared *shared) {
    printf("{\"seconds\":%.3f,\"posts\":%llu,\"deliveries\":%llu,\"bytes\":%llu",
           (double)posts->ns / 1e9, (unsigned long long)posts->posts,
           (unsigned long long)posts->deliveries, (unsigned long long)posts->bytes);
    print_times("ackMs", &posts->ack);
    print_times("oneMs", &shared->one);
    print_times("lastMs", &shared->last);
    printf(",\"cpuSeconds\":{");
    for (unsigned i = 0; i < n_groups; i++)
        printf("%s\"%.*s\":%.6f", i > 0 ? "," : "", (int)groups[i].name_len, groups[i].name,
               groups[i].spent_s);
    printf("}}\n");
}

int main(int argc, char **argv) {
    static struct posts posts;
    struct rlimit files;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    read_options(argc, argv);
    alarm((unsigned)(options.warm + options.seconds) + PATIENCE_SECONDS);
    struct shared *shared = share();
    pid_t readers = fork();
    if (readers < 0)
        die("no second process");
    if (readers == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        readers_run(&options, shared);
        _exit(0);
    }
    char clients[64];
    snprintf(clients, sizeof clients, "client=%d,%d", (int)getpid(), (int)readers);
    add_group(clients);
    wait_ready(shared, readers);
    writers_run(&options, shared, &posts, on_mark, NULL);
    int status;
    if (waitpid(readers, &status, 0) != readers || status != 0)
        die("the readers ended badly");
    print(&posts, shared);
    return 0;
}
