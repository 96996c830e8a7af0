/*
 * slowlink: a cable on which every frame takes its own time, so that they overtake each other.
 *
 *   slowlink A B LEAST MOST SEED    between the interfaces A and B, LEAST to MOST ms, both ways
 *
 * For a kernel without netem. Frames keep what the sender left to the hardware to do (checksums,
 * cutting into segments), because they are passed on with the header that says so.
 */
#include <arpa/inet.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

enum { FRAME_MAX = 70000, WAITING_MAX = 8192 };

struct frame {
    struct frame *next;
    int64_t due_us;
    int to;
    size_t size;
    unsigned char bytes[];
};

static struct frame *waiting; /* the first that is due comes first */
static unsigned n_waiting;

static void give_up(const char *what) {
    perror(what);
    exit(1);
}

static int64_t now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int open_end(const char *interface) {
    int yes = 1;
    int file = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK, htons(ETH_P_ALL));
    struct sockaddr_ll at = {.sll_family = AF_PACKET,
                             .sll_protocol = htons(ETH_P_ALL),
                             .sll_ifindex = (int)if_nametoindex(interface)};
    if (file < 0 || at.sll_ifindex == 0 ||
        setsockopt(file, SOL_PACKET, PACKET_VNET_HDR, &yes, sizeof yes) != 0 ||
        setsockopt(file, SOL_PACKET, PACKET_IGNORE_OUTGOING, &yes, sizeof yes) != 0 ||
        bind(file, (struct sockaddr *)&at, sizeof at) != 0)
        give_up(interface);
    return file;
}

static void keep(struct frame *frame) {
    struct frame **at = &waiting;
    while (*at != NULL && (*at)->due_us <= frame->due_us)
        at = &(*at)->next;
    frame->next = *at;
    *at = frame;
    n_waiting++;
}

/* What comes when too much is waiting already is lost, as in any router. */
static void take(int from, int to, int64_t least_us, int64_t range_us) {
    static unsigned char bytes[FRAME_MAX];
    for (ssize_t size; (size = recv(from, bytes, sizeof bytes, 0)) > 0;) {
        if (n_waiting >= WAITING_MAX)
            continue;
        struct frame *frame = malloc(sizeof *frame + (size_t)size);
        if (frame == NULL)
            give_up("slowlink");
        frame->due_us = now_us() + least_us + (int64_t)(drand48() * (double)range_us);
        frame->to = to;
        frame->size = (size_t)size;
        memcpy(frame->bytes, bytes, frame->size);
        keep(frame);
    }
}

static void pass_on(int64_t now) {
    while (waiting != NULL && waiting->due_us <= now) {
        struct frame *frame = waiting;
        waiting = frame->next;
        n_waiting--;
        /* What the interface does not take is lost. */
        ssize_t ignored = send(frame->to, frame->bytes, frame->size, 0);
        (void)ignored;
        free(frame);
    }
}

int main(int argc, char **argv) {
    if (argc != 6) {
        fprintf(stderr, "usage: slowlink A B LEAST_MS MOST_MS SEED\n");
        return 2;
    }
    int64_t least_us = atoll(argv[3]) * 1000, range_us = atoll(argv[4]) * 1000 - least_us;
    srand48(atol(argv[5]));
    struct pollfd ends[2] = {{.fd = open_end(argv[1]), .events = POLLIN},
                             {.fd = open_end(argv[2]), .events = POLLIN}};
    for (;;) {
        int64_t now = now_us();
        pass_on(now);
        int64_t left_us = waiting != NULL ? waiting->due_us - now : 1000000;
        if (poll(ends, 2, (int)(left_us / 1000) + 1) < 0)
            give_up("poll");
        take(ends[0].fd, ends[1].fd, least_us, range_us);
        take(ends[1].fd, ends[0].fd, least_us, range_us);
    }
}
