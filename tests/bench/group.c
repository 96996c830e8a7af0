/* group: what other processes spend, by their own clocks, and what they hold in memory. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "load.h"

/* NAME=PID,PID… */
void group_add(struct side *side, char *text) {
    if (side->n_groups == GROUPS_MAX || strchr(text, '=') == NULL)
        die("--cpu takes NAME=PID,PID…, %d times at most", GROUPS_MAX);
    struct group *group = &side->groups[side->n_groups++];
    clockid_t clock;
    group->name = text;
    group->name_len = (int)strcspn(text, "=");
    char *list = text + group->name_len + 1;
    for (char *pid; (pid = strsep(&list, ",")) != NULL && group->n < PIDS_MAX;) {
        group->pids[group->n] = atoi(pid);
        if (clock_getcpuclockid(group->pids[group->n++], &clock) != 0)
            die("process %s is not there", pid);
    }
}

/* One that ended meanwhile counts for nothing. */
static double spent_s(const struct group *group) {
    double sum = 0;
    for (unsigned i = 0; i < group->n; i++) {
        struct timespec t = {0};
        clockid_t clock;
        if (clock_getcpuclockid(group->pids[i], &clock) == 0)
            clock_gettime(clock, &t);
        sum += (double)t.tv_sec + (double)t.tv_nsec / 1e9;
    }
    return sum;
}

static uint64_t resident_kib(const struct group *group) {
    uint64_t sum = 0;
    for (unsigned i = 0; i < group->n; i++) {
        char path[64];
        unsigned long all, resident = 0;
        snprintf(path, sizeof path, "/proc/%d/statm", group->pids[i]);
        FILE *file = fopen(path, "re");
        if (file == NULL)
            continue;
        if (fscanf(file, "%lu %lu", &all, &resident) == 2)
            sum += resident * (unsigned long)sysconf(_SC_PAGESIZE) / 1024;
        fclose(file);
    }
    return sum;
}

void groups_mark(struct side *side, bool begins) {
    for (unsigned i = 0; i < side->n_groups; i++) {
        struct group *group = &side->groups[i];
        double now = spent_s(group);
        if (begins) {
            group->before_s = now;
            group->before_kib = resident_kib(group);
        } else {
            group->spent_s = now - group->before_s;
        }
    }
}

void groups_mark_memory(struct side *side) {
    for (unsigned i = 0; i < side->n_groups; i++)
        side->groups[i].after_kib = resident_kib(&side->groups[i]);
}
