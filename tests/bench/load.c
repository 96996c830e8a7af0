/*
 * load: the load client. Crowds of readers and writers, one for each server that is compared; the
 * servers are up at the same time and take turns, so that what the machine does meanwhile hits all.
 *
 *     bench_load --side NAME --peer DIALECT --port N --places FILE [--readers N] [--writers N]
 *                [--window N] [--lockstep] [--text BYTES] [--epoch TEXT] [--also STREAM]…
 *                [--behind N] [--slow N] [--cpu NAME=PID,PID…]…  [--side …]…
 *
 * A line of FILE is where somebody may post: token, namens, tafel, onderwerp, head of its stream,
 * person. With --lockstep a post is in flight until the last reader has it. Readers begin --behind
 * events before the head. Then a command a line on stdin, answered by a line of JSON on stdout:
 *
 *     open NAME                             connect everybody; answered when all are ready
 *     slice NAME SECONDS [RATE [SLOW]]      a turn; with RATE so many posts a second, whatever the
 *                                           answers; SLOW of the readers do not read meanwhile
 *     close NAME                            end all its connections
 *
 * Ends with status 1 when an event of ours is missing, comes twice or out of order.
 */
#include <event2/event.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "load.h"

enum { SIDES_MAX = 8, FILES_WANTED = 65536, OPEN_SECONDS = 300, OPEN_SECONDS_PEER = 60 };

struct event_base *base;
static struct side *sides[SIDES_MAX];
static unsigned n_sides;
static struct side *opening;
static struct event *opening_look;
static uint64_t opening_ns;

/* ---- options --------------------------------------------------------------------------------- */

static void read_places(struct side *side, const char *path) {
    FILE *file = fopen(path, "re");
    side->places = calloc(PLACES_MAX, sizeof *side->places);
    if (file == NULL || side->places == NULL)
        die("%s cannot be read", path);
    unsigned long long seq;
    for (struct place *place; side->n_places < PLACES_MAX; side->n_places++) {
        place = &side->places[side->n_places];
        if (fscanf(file, "%63s %23s %23s %23s %llu %23s", place->token, place->namens, place->tafel,
                   place->onderwerp, &seq, place->persoon) != 6)
            break;
        place->seq = seq;
        for (place->stream = 0; strcmp(side->places[place->stream].tafel, place->tafel) != 0;)
            place->stream++;
        side->n_streams += place->stream == side->n_places;
    }
    fclose(file);
    if (side->n_places == 0)
        die("%s has no places", path);
}

static struct side *add_side(const char *name) {
    struct side *side = n_sides < SIDES_MAX ? calloc(1, sizeof *side) : NULL;
    if (side == NULL)
        die("too many sides");
    side->name = name;
    side->window = 1;
    side->text_bytes = 200;
    side->epoch = "";
    return sides[n_sides++] = side;
}

static void read_option(struct side *side, int option) {
    unsigned number = optarg != NULL ? (unsigned)atoi(optarg) : 0;
    unsigned *const numbers[] = {
        ['p'] = &side->port,   ['r'] = &side->n_readers,  ['w'] = &side->n_writers,
        ['k'] = &side->window, ['t'] = &side->text_bytes, ['b'] = &side->behind,
        ['o'] = &side->n_slow};
    switch (option) {
    case 'd':
        if ((side->peer = peer_find(optarg)) == NULL)
            die("nobody speaks %s", optarg);
        break;
    case 'f':
        read_places(side, optarg);
        break;
    case 'l':
        side->lockstep = true;
        break;
    case 'e':
        side->epoch = optarg;
        break;
    case 'a':
        for (unsigned i = 0; i < ALSO_MAX; i++)
            if (side->also[i] == NULL) {
                side->also[i] = optarg;
                break;
            }
        break;
    case 'c':
        group_add(side, optarg);
        break;
    default:
        *numbers[option] = number;
    }
}

static void check_side(const struct side *side) {
    if (side->port == 0 || side->n_places == 0 || side->peer == NULL)
        die("%s: --peer, --port and --places are needed; the head of load.c tells more",
            side->name);
    if (side->lockstep && (side->n_writers != 1 || side->n_streams != 1 || side->n_readers == 0))
        die("%s: --lockstep takes one writer, one stream, and readers", side->name);
    if (side->window > WINDOW_MAX || side->text_bytes >= TEXT_MAX)
        die("%s: too much at once", side->name);
}

static void read_options(int argc, char **argv) {
    static const struct option known[] = {
        {"side", 1, NULL, 's'},   {"peer", 1, NULL, 'd'},     {"port", 1, NULL, 'p'},
        {"places", 1, NULL, 'f'}, {"readers", 1, NULL, 'r'},  {"writers", 1, NULL, 'w'},
        {"window", 1, NULL, 'k'}, {"lockstep", 0, NULL, 'l'}, {"text", 1, NULL, 't'},
        {"epoch", 1, NULL, 'e'},  {"also", 1, NULL, 'a'},     {"behind", 1, NULL, 'b'},
        {"slow", 1, NULL, 'o'},   {"cpu", 1, NULL, 'c'},      {NULL, 0, NULL, 0},
    };
    struct side *side = NULL;
    for (int option; (option = getopt_long(argc, argv, "", known, NULL)) != -1;) {
        if (option == '?' || (side == NULL && option != 's'))
            die("--side comes first; the head of load.c tells more");
        if (option == 's')
            side = add_side(optarg);
        else
            read_option(side, option);
    }
    for (unsigned i = 0; i < n_sides; i++)
        check_side(sides[i]);
}

/* ---- answers --------------------------------------------------------------------------------- */

static void print_times(const char *name, const struct histogram *histogram) {
    printf(",\"%s\":{\"count\":%llu,\"p50\":%.4f,\"p99\":%.4f,\"max\":%.4f}", name,
           (unsigned long long)histogram->count, (double)histogram_at(histogram, 0.5) / 1e6,
           (double)histogram_at(histogram, 0.99) / 1e6, (double)histogram->most / 1e6);
}

static void print_end(const struct side *side) {
    if (side->fault[0] != '\0')
        printf(",\"fault\":\"%s\"", side->fault);
    printf("}\n");
    fflush(stdout);
}

static void on_open(struct side *side) {
    printf("{\"open\":%u,\"again\":%u,\"seconds\":%.4f", side->n_open, side->n_again,
           (double)(now_ns() - opening_ns) / 1e9);
    print_times("openMs", &side->open_ms);
    print_end(side);
    side->open_ms = (struct histogram){0};
    opening = NULL;
    event_del(opening_look);
}

static void on_slice(void) {
    const struct side *side = slice.side;
    printf("{\"seconds\":%.4f,\"posts\":%llu,\"deliveries\":%llu,\"bytes\":%llu,\"wrong\":%llu",
           (double)(slice.ended_ns - slice.began_ns) / 1e9, (unsigned long long)slice.acked,
           (unsigned long long)slice.delivered, (unsigned long long)slice.bytes,
           (unsigned long long)slice.wrong);
    print_times("ackMs", &slice.ack);
    print_times("eachMs", &slice.each);
    print_times("lastMs", &slice.last);
    for (unsigned i = 0; i < side->n_groups; i++) {
        const struct group *group = &side->groups[i];
        printf("%s\"%.*s\":%.6f", i > 0 ? "," : ",\"cpuSeconds\":{", group->name_len, group->name,
               group->spent_s);
    }
    for (unsigned i = 0; i < side->n_groups; i++) {
        const struct group *group = &side->groups[i];
        printf("%s\"%.*s\":[%llu,%llu]", i > 0 ? "," : "},\"residentKiB\":{", group->name_len,
               group->name, (unsigned long long)group->before_kib,
               (unsigned long long)group->after_kib);
    }
    printf(side->n_groups > 0 ? "}" : "");
    print_end(side);
}

/* A peer that does not let everybody in is told of, after this. */
static void on_opening(evutil_socket_t fd, short what, void *ctx) {
    (void)fd, (void)what, (void)ctx;
    uint64_t patience = opening->peer->is_ours ? OPEN_SECONDS : OPEN_SECONDS_PEER;
    if (now_ns() - opening_ns > patience * 1000000000ULL)
        side_fault(opening, "only %u of %u are ready", opening->n_open,
                   opening->n_readers + opening->n_writers);
    if (opening->fault[0] != '\0')
        on_open(opening);
}

static void do_open(struct side *side) {
    static const struct timeval often = {.tv_usec = 100000};
    opening = side;
    opening_ns = now_ns();
    if (opening_look == NULL)
        opening_look = event_new(base, -1, EV_PERSIST, on_opening, NULL);
    event_add(opening_look, &often);
    side_open(side, on_open);
}

static void do_command(char *line) {
    char *word = strsep(&line, " "), *name = strsep(&line, " ");
    struct side *side = NULL;
    for (unsigned i = 0; i < n_sides && name != NULL; i++)
        if (strcmp(sides[i]->name, name) == 0)
            side = sides[i];
    double seconds = 1, rate = 0;
    unsigned n_slow = 0;
    if (side == NULL || slice.side != NULL || opening != NULL)
        die("no such side, or another command is still under way: %s", word);
    if (strcmp(word, "open") == 0) {
        do_open(side);
    } else if (strcmp(word, "slice") == 0) {
        sscanf(line != NULL ? line : "", "%lf %lf %u", &seconds, &rate, &n_slow);
        slice_start(side, seconds, rate, n_slow, on_slice);
    } else if (strcmp(word, "close") == 0) {
        side_close(side);
        printf("{\"closed\":true}\n");
        fflush(stdout);
    } else {
        die("not a command: %s", word);
    }
}

static void on_stdin(evutil_socket_t fd, short what, void *ctx) {
    (void)what, (void)ctx;
    static char line[256];
    static size_t have;
    ssize_t n = read(fd, line + have, sizeof line - 1 - have);
    if (n <= 0)
        exit(0);
    have += (size_t)n;
    line[have] = '\0';
    char *end = strchr(line, '\n');
    if (end == NULL)
        return;
    *end = '\0';
    have = 0; /* whoever asks waits for the answer, so nothing can follow yet */
    do_command(line);
}

int main(int argc, char **argv) {
    struct rlimit files, more = {FILES_WANTED, FILES_WANTED};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    if (files.rlim_max >= FILES_WANTED || setrlimit(RLIMIT_NOFILE, &more) != 0)
        setrlimit(RLIMIT_NOFILE, &files);
    base = event_base_new();
    if (base == NULL)
        die("no event loop");
    read_options(argc, argv);
    event_add(event_new(base, STDIN_FILENO, EV_READ | EV_PERSIST, on_stdin, NULL), NULL);
    event_base_dispatch(base);
    return 0;
}
