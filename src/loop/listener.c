/*
 * listener: accepts connections and gives each to its owner as a plain file descriptor.
 *
 * Invariant: an accept that fails for want of file descriptors cannot spin: one descriptor is kept
 * in reserve; it is spent to take the waiting connection and close it at once. Where even that
 * fails, accepting rests for a moment.
 */
#include "loop_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* ACCEPTS_A_TURN keeps a flood of connections from starving everything else. */
enum { ACCEPTS_A_TURN = 64, REST_MS = 100 };

struct loop_listener {
    struct loop *loop;
    struct loop_fd fd;
    struct loop_timer rest;
    int file, spare;
    bool paused;
    unsigned port;
    void (*on_accept)(void *, int, const struct sockaddr *, size_t);
    void *ctx;
};

static char why_text[256];

static enum err refuse(const char **why, const char *address, const char *what) {
    snprintf(why_text, sizeof why_text, "Cannot listen on %s: %s.", address, what);
    if (why != NULL)
        *why = why_text;
    return ERR_ONGELDIG;
}

static int open_spare(void) {
    return open("/dev/null", O_RDONLY | O_CLOEXEC);
}

static void resume(struct loop_listener *listener) {
    bool reading = !listener->paused && !loop_timer_is_running(&listener->rest);
    loop_fd_start(&listener->fd, listener->file, reading ? LOOP_READ : 0);
}

static void on_rested(void *ctx) {
    resume(ctx);
}

/* No descriptor left: take the connection with the spare one, so that its client is told now. */
static void spend_spare(struct loop_listener *listener) {
    if (listener->spare >= 0)
        close(listener->spare);
    int taken = accept4(listener->file, NULL, NULL, SOCK_CLOEXEC);
    if (taken >= 0)
        close(taken);
    listener->spare = open_spare();
    if (taken < 0 || listener->spare < 0) {
        loop_timer_start(&listener->rest, REST_MS);
        resume(listener);
    }
    log_warn("listener.no_descriptors", LOG_NUM("port", listener->port));
}

static void on_readable(void *ctx, unsigned what) {
    (void)what;
    struct loop_listener *listener = ctx;
    for (int i = 0; i < ACCEPTS_A_TURN && listener->fd.what != 0; i++) {
        struct sockaddr_storage peer = {0};
        socklen_t len = sizeof peer;
        int fd =
            accept4(listener->file, (struct sockaddr *)&peer, &len, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd >= 0) {
            listener->on_accept(listener->ctx, fd, (struct sockaddr *)&peer, len);
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            spend_spare(listener);
            return;
        } else if (errno == EAGAIN) {
            return;
        }
        /* Anything else concerns that one connection only (ECONNABORTED and its kin). */
    }
}

static int open_unix(const char *path, const char **what) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    size_t len = strlen(path);
    if (len >= sizeof address.sun_path) {
        *what = "the path is too long";
        return -1;
    }
    memcpy(address.sun_path, path, len);
    /* A socket file of a process that is gone stays behind; anything else is not ours to remove. */
    struct stat found;
    if (lstat(path, &found) == 0 && S_ISSOCK(found.st_mode))
        unlink(path);
    int file = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (file >= 0 && bind(file, (struct sockaddr *)&address, sizeof address) == 0)
        return file;
    *what = strerror(errno);
    if (file >= 0)
        close(file);
    return -1;
}

static struct addrinfo *resolve(const char *address, const char **what) {
    char host[128];
    const char *colon = strrchr(address, ':');
    size_t len = colon == NULL ? 0 : (size_t)(colon - address);
    if (colon == NULL || len >= sizeof host || colon[1] == '\0') {
        *what = "write it as host:port, [address]:port or unix:/path";
        return NULL;
    }
    bool bracketed = len >= 2 && address[0] == '[' && address[len - 1] == ']';
    snprintf(host, sizeof host, "%.*s", (int)(bracketed ? len - 2 : len), address + bracketed);
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM,
                             .ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE};
    struct addrinfo *found = NULL;
    int failed = getaddrinfo(host[0] != '\0' ? host : NULL, colon + 1, &hints, &found);
    if (failed != 0)
        *what = gai_strerror(failed);
    return found;
}

static int open_inet(const char *address, bool reuse_port, const char **what) {
    struct addrinfo *found = resolve(address, what);
    if (found == NULL)
        return -1;
    int on = 1;
    int file = socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    bool good = file >= 0 && setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
                (!reuse_port || setsockopt(file, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on) == 0) &&
                setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) == 0 &&
                bind(file, found->ai_addr, found->ai_addrlen) == 0;
    if (!good) {
        *what = strerror(errno);
        if (file >= 0)
            close(file);
        file = -1;
    }
    freeaddrinfo(found);
    return file;
}

static unsigned port_of(int file) {
    struct sockaddr_storage bound = {0};
    socklen_t len = sizeof bound;
    if (getsockname(file, (struct sockaddr *)&bound, &len) != 0)
        return 0;
    if (bound.ss_family == AF_INET)
        return ntohs(((struct sockaddr_in *)&bound)->sin_port);
    if (bound.ss_family == AF_INET6)
        return ntohs(((struct sockaddr_in6 *)&bound)->sin6_port);
    return 0;
}

enum err loop_listener_open(struct loop *loop, const struct loop_listen *listen_to,
                            struct loop_listener **out, const char **why) {
    const char *what = NULL, *address = listen_to->address;
    bool local = strncmp(address, "unix:", 5) == 0;
    int file =
        local ? open_unix(address + 5, &what) : open_inet(address, listen_to->reuse_port, &what);
    if (file < 0)
        return refuse(why, address, what);
    if (listen(file, listen_to->backlog > 0 ? listen_to->backlog : SOMAXCONN) != 0) {
        what = strerror(errno);
        close(file);
        return refuse(why, address, what);
    }
    struct loop_listener *listener = mem_alloc(sizeof *listener);
    *listener = (struct loop_listener){.loop = loop,
                                       .file = file,
                                       .spare = open_spare(),
                                       .port = port_of(file),
                                       .on_accept = listen_to->on_accept,
                                       .ctx = listen_to->ctx};
    loop_fd_init(&listener->fd, loop, on_readable, listener);
    loop_timer_init(&listener->rest, loop, on_rested, listener);
    resume(listener);
    *out = listener;
    return ERR_OK;
}

static void listener_free(void *object) {
    struct loop_listener *listener = object;
    loop_fd_fini(&listener->fd);
    loop_timer_fini(&listener->rest);
    free(listener);
}

void loop_listener_close(struct loop_listener *listener) {
    loop_fd_stop(&listener->fd);
    loop_timer_stop(&listener->rest);
    close(listener->file);
    if (listener->spare >= 0)
        close(listener->spare);
    /* It may be closed by its own on_accept. */
    loop_retire(listener->loop, listener, listener_free);
}

void loop_listener_pause(struct loop_listener *listener, bool paused) {
    listener->paused = paused;
    resume(listener);
}

unsigned loop_listener_port(const struct loop_listener *listener) {
    return listener->port;
}
