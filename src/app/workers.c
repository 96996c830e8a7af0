/*
 * workers: several processes that share the port (SO_REUSEPORT), and the one that looks after
 * them.
 *
 * Invariant: the parent holds no connection and no database; each child is a whole server. A child
 * that dies is started again, later each time it dies young; a child that says it is misconfigured
 * stops them all, because starting it again would not help.
 */
#include "server.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { WORKERS = 64, WAIT_LEAST_MS = 100, WAIT_MOST_MS = 10000, GROWN_UP_MS = 10000, TICK_MS = 50 };

struct worker {
    pid_t pid; /* 0: not running */
    int64_t started_ms, start_at_ms;
    int64_t wait_ms;
};

struct parent {
    const struct app_config *config;
    struct worker workers[WORKERS];
    sigset_t signals, before;
    bool stopping;
    int code;
};

static void start_worker(struct parent *parent, unsigned index) {
    struct worker *worker = &parent->workers[index];
    pid_t self = getpid();
    pid_t pid = fork();
    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        setpgid(0, 0); /* what a terminal tells its foreground reaches the parent, once */
        sigprocmask(SIG_SETMASK, &parent->before, NULL);
        unsetenv("NOTIFY_SOCKET"); /* the parent speaks for all */
        _exit(getppid() == self ? server_run(parent->config, index) : APP_FAILED);
    }
    worker->started_ms = clock_mono_ms();
    if (pid > 0) {
        worker->pid = pid;
    } else {
        log_error("workers.fork", LOG_STR("why", strerror(errno)));
        worker->start_at_ms = worker->started_ms + WAIT_MOST_MS;
    }
}

static void stop_all(struct parent *parent, int number) {
    parent->stopping = true;
    for (unsigned i = 0; i < parent->config->workers; i++) {
        if (parent->workers[i].pid) {
            kill(parent->workers[i].pid, number);
        }
    }
}

static void worker_ended(struct parent *parent, unsigned index, int status) {
    struct worker *worker = &parent->workers[index];
    int64_t now = clock_mono_ms();
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : APP_FAILED;
    worker->pid = 0;
    if (parent->stopping) {
        parent->code = parent->code ? parent->code : code;
        return;
    }
    if (code == APP_MISCONFIGURED) {
        parent->code = code;
        stop_all(parent, SIGTERM);
        return;
    }
    bool young = now - worker->started_ms < GROWN_UP_MS;
    worker->wait_ms = young && worker->wait_ms ? worker->wait_ms * 2 : WAIT_LEAST_MS;
    if (worker->wait_ms > WAIT_MOST_MS) {
        worker->wait_ms = WAIT_MOST_MS;
    }
    worker->start_at_ms = now + worker->wait_ms;
    log_error("workers.died", LOG_NUM("index", index),
              LOG_NUM("signal", WIFSIGNALED(status) ? WTERMSIG(status) : 0), LOG_NUM("code", code),
              LOG_NUM("again_in_ms", worker->wait_ms));
}

static void reap(struct parent *parent) {
    int status;
    for (pid_t pid; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        for (unsigned i = 0; i < parent->config->workers; i++) {
            if (parent->workers[i].pid == pid) {
                worker_ended(parent, i, status);
            }
        }
    }
}

/* True while somebody runs or will run. */
static bool start_due(struct parent *parent) {
    bool any = false;
    int64_t now = clock_mono_ms();
    for (unsigned i = 0; i < parent->config->workers; i++) {
        struct worker *worker = &parent->workers[i];
        if (!worker->pid && !parent->stopping && now >= worker->start_at_ms) {
            start_worker(parent, i);
        }
        any |= worker->pid || !parent->stopping;
    }
    return any;
}

int workers_run(const struct app_config *config) {
    struct parent *parent = mem_alloc(sizeof *parent);
    parent->config = config;
    log_init(config_log_level(config), 0);
    sigemptyset(&parent->signals);
    sigaddset(&parent->signals, SIGCHLD);
    sigaddset(&parent->signals, SIGTERM);
    sigaddset(&parent->signals, SIGINT);
    sigaddset(&parent->signals, SIGHUP);
    signal(SIGUSR1, SIG_IGN);
    signal(SIGUSR2, SIG_IGN);
    sigprocmask(SIG_BLOCK, &parent->signals, &parent->before);
    bool told = false;
    while (start_due(parent)) {
        if (!told) {
            notify_manager("READY=1");
            told = true;
        }
        const struct timespec tick = {.tv_nsec = TICK_MS * 1000000L};
        int number = sigtimedwait(&parent->signals, NULL, &tick);
        if (number == SIGTERM || number == SIGINT || number == SIGHUP) {
            notify_manager("STOPPING=1");
            stop_all(parent, SIGTERM);
        }
        reap(parent);
    }
    int code = parent->code;
    free(parent);
    return code;
}
