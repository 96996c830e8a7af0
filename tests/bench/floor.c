/*
 * floor: what fan-out costs at least. A loop of epoll, and one send() of a ready frame per reader;
 * no database, no rights, no queues, nothing that could fail.
 *
 *     bench_floor BYTES [gap | doubled | lost]
 *
 * Listens on 127.0.0.1, prints the port, and speaks as much of spr.v1 as peers/spr.c does,
 * for one stream. Every event is a frame of BYTES, made once. Ends when its stdin does. With a word
 * it errs once, so that the client can be seen to find it.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
    IN_BYTES = 1 << 16,
    FRAME_BYTES = 1 << 16,
    PEERS_MAX = 65536,
    EVENTS = 256,
    STAMP_BYTES = 39
};

struct peer {
    int fd;
    bool is_upgraded;
    size_t have;
    char *in;
};

static const char upgraded[] =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Protocol: spr.v1\r\nSec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

/* What a client must find: a switch of the bench's own controls. */
static enum { NONE, GAP, DOUBLED, LOST } fault;
enum { FAULT_AT = 40 };

static int readers[PEERS_MAX];
static size_t n_readers, event_bytes;
static uint64_t head;
static char event[FRAME_BYTES];

static void fail(const char *what) {
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(1);
}

static void send_all(int fd, const char *bytes, size_t len) {
    /* A reader that is behind has no place here: the floor is that of readers who keep up. */
    if (send(fd, bytes, len, MSG_NOSIGNAL) != (ssize_t)len && errno != EPIPE && errno != ECONNRESET)
        fail("send");
}

static size_t frame_head(char *at, size_t len) {
    at[0] = (char)0x81;
    if (len < 126) {
        at[1] = (char)len;
        return 2;
    }
    at[1] = 126;
    at[2] = (char)(len >> 8);
    at[3] = (char)len;
    return 4;
}

static void answer(const struct peer *peer, unsigned long long id, const char *ok) {
    char text[160], frame[170];
    size_t len = (size_t)snprintf(text, sizeof text, "{\"re\":%llu,\"ok\":{%s}}", id, ok);
    size_t begin = frame_head(frame, len);
    memcpy(frame + begin, text, len);
    send_all(peer->fd, frame, begin + len);
}

static void publish(const char *tafel, const char *stamp) {
    size_t begin = frame_head(event, event_bytes - 4), name = strcspn(tafel, "\"");
    int n = snprintf(event + begin, 200, "{\"stroom\":\"tafel:%.*s\",\"seq\":%llu,\"rest\":\"",
                     (int)name, tafel, (unsigned long long)++head);
    memset(event + begin + n, 'x', event_bytes - begin - (size_t)n);
    if (stamp != NULL)
        memcpy(event + begin + n, stamp, STAMP_BYTES); /* when the post left, for the client */
    memcpy(event + event_bytes - 2, "\"}", 2);
    bool is_wrong = head == FAULT_AT;
    for (size_t i = is_wrong && fault == LOST; i < n_readers; i++)
        send_all(readers[i], event, event_bytes);
    if (is_wrong && fault == DOUBLED)
        send_all(readers[0], event, event_bytes);
    head += is_wrong && fault == GAP;
}

static void take(const struct peer *peer, char *text) {
    unsigned long long id = strtoull(text + strlen("{\"id\":"), NULL, 10);
    const char *tafel = strstr(text, "\"tafel\":\"");
    char seq[48];
    if (strstr(text, "\"do\":\"subscribe\"") != NULL) {
        readers[n_readers++] = peer->fd;
        snprintf(seq, sizeof seq, "\"since\":%llu,\"kop\":0", (unsigned long long)head);
        answer(peer, id, seq);
    } else if (tafel != NULL) {
        publish(tafel + strlen("\"tafel\":\""), strstr(text, "t@"));
        snprintf(seq, sizeof seq, "\"seq\":%llu", (unsigned long long)head);
        answer(peer, id, seq);
    } else {
        answer(peer, id, "");
    }
}

/* Takes a whole message off the front; false: there is none yet. */
static bool take_frame(struct peer *peer) {
    static char text[IN_BYTES + 1];
    const unsigned char *at = (const unsigned char *)peer->in;
    size_t len = peer->have < 8 ? 0 : at[1] & 127U, begin = 6;
    if (peer->have < 8)
        return false;
    if (len == 126) {
        len = (size_t)at[2] << 8 | at[3];
        begin = 8;
    }
    if (peer->have < begin + len)
        return false;
    for (size_t i = 0; i < len; i++)
        text[i] = (char)(at[begin + i] ^ at[begin - 4 + i % 4]);
    text[len] = '\0';
    take(peer, text);
    peer->have -= begin + len;
    memmove(peer->in, peer->in + begin + len, peer->have);
    return true;
}

static void leave(struct peer *peer) {
    for (size_t i = 0; i < n_readers; i++)
        if (readers[i] == peer->fd)
            readers[i--] = readers[--n_readers];
    close(peer->fd);
    free(peer->in);
    free(peer);
    /* Each run counts from the beginning. */
    head = n_readers == 0 ? 0 : head;
}

static void read_peer(struct peer *peer) {
    ssize_t n = recv(peer->fd, peer->in + peer->have, IN_BYTES - peer->have, 0);
    if (n <= 0) {
        leave(peer);
        return;
    }
    peer->have += (size_t)n;
    if (!peer->is_upgraded && memmem(peer->in, peer->have, "\r\n\r\n", 4) != NULL) {
        peer->is_upgraded = true;
        peer->have = 0; /* a client of ours says nothing before the answer */
        send_all(peer->fd, upgraded, sizeof upgraded - 1);
    }
    while (peer->is_upgraded && take_frame(peer))
        ;
}

static void accept_peer(int epoll, int listener) {
    struct peer *peer = calloc(1, sizeof *peer);
    int on = 1;
    if (peer == NULL || (peer->in = malloc(IN_BYTES)) == NULL || n_readers == PEERS_MAX)
        fail("accept");
    peer->fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
    setsockopt(peer->fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    struct epoll_event what = {.events = EPOLLIN, .data.ptr = peer};
    if (peer->fd < 0 || epoll_ctl(epoll, EPOLL_CTL_ADD, peer->fd, &what) != 0)
        fail("accept");
}

static int listen_here(void) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof here;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&here, sizeof here) != 0 || listen(fd, 1024) != 0 ||
        getsockname(fd, (struct sockaddr *)&here, &len) != 0)
        fail("listen");
    printf("%u\n", ntohs(here.sin_port));
    fflush(stdout);
    return fd;
}

int main(int argc, char **argv) {
    struct epoll_event events[EVENTS], listening = {.events = EPOLLIN},
                                       input = {.events = EPOLLIN, .data.u64 = 1};
    struct rlimit files;
    event_bytes = argc > 1 ? (size_t)atoi(argv[1]) : 0;
    if (event_bytes < 256 || event_bytes > FRAME_BYTES) {
        fprintf(stderr, "usage: bench_floor BYTES, 256 to 65536\n");
        return 2;
    }
    const char *word = argc > 2 ? argv[2] : "";
    fault = *word == 'g' ? GAP : *word == 'd' ? DOUBLED : *word == 'l' ? LOST : NONE;
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    int epoll = epoll_create1(EPOLL_CLOEXEC), listener = listen_here();
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &listening);
    epoll_ctl(epoll, EPOLL_CTL_ADD, STDIN_FILENO, &input);
    for (;;) {
        int n = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < n; i++) {
            if (events[i].data.u64 == 1)
                return 0;
            if (events[i].data.ptr == NULL)
                accept_peer(epoll, listener);
            else
                read_peer(events[i].data.ptr);
        }
    }
}
