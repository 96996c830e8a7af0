/* See fault.h. Breaks the socket under libpq, so that everything above meets the real thing. */
#include "fault.h"

#include "base/base.h"

#ifdef SPR_FAULTS
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

static struct { uint64_t before, after, bytes, commits; } counts;

void fault_restart(void) {
    memset(&counts, 0, sizeof counts);
}

/* Whether the chosen moment of this kind lies in what is counted now. */
static bool is_moment(const char *kind, uint64_t *count, uint64_t more) {
    const char *chosen = getenv("SPR_FAULT_STORE");
    size_t len = strlen(kind);
    if (chosen == NULL || strncmp(chosen, kind, len) != 0 || chosen[len] != ':')
        return false;
    uint64_t at = strtoull(chosen + len + 1, NULL, 10), before = *count;
    *count += more;
    return before < at && *count >= at;
}

static void strike(const char *kind, uint64_t *count, uint64_t more, int file) {
    if (is_moment(kind, count, more))
        shutdown(file, SHUT_RDWR);
}

/* The least that Linux grants is a few KiB; a batch of long posts then takes many writes. */
static void narrow(int file) {
    const char *chosen = getenv("SPR_FAULT_STORE");
    int least = 1;
    if (chosen != NULL && strncmp(chosen, "narrow:", 7) == 0)
        setsockopt(file, SOL_SOCKET, SO_SNDBUF, &least, sizeof least);
}

void fault_before_send(int file) {
    narrow(file);
    strike("before", &counts.before, 1, file);
}

void fault_after_send(int file) {
    strike("after", &counts.after, 1, file);
}

void fault_on_input(int file) {
    int waiting = 0;
    if (ioctl(file, FIONREAD, &waiting) == 0 && waiting > 0)
        strike("byte", &counts.bytes, (uint64_t)waiting, file);
}

void fault_on_commit(void) {
    if (is_moment("exit", &counts.commits, 1))
        raise(SIGKILL);
}
#else
typedef int fault_is_compiled_out;
#endif
