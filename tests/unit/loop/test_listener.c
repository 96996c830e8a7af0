/* Listeners: addresses, accepting, pausing, and what happens without file descriptors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop/loop.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static struct loop *loop;
static unsigned accepted;
static int taken[8];
static int family;

static void on_accept(void *ctx, int fd, const struct sockaddr *peer, size_t peer_len) {
    (void)ctx;
    (void)peer_len;
    family = peer->sa_family;
    assert_true(fcntl(fd, F_GETFL) & O_NONBLOCK);
    assert_true(fcntl(fd, F_GETFD) & FD_CLOEXEC);
    taken[accepted++ % 8] = fd;
}

static int setup(void **state) {
    (void)state;
    loop = loop_new();
    accepted = 0;
    memset(taken, -1, sizeof taken);
    return 0;
}

static int teardown(void **state) {
    (void)state;
    loop_free(loop);
    for (size_t i = 0; i < COUNT_OF(taken); i++)
        if (taken[i] >= 0)
            close(taken[i]);
    return 0;
}

static struct loop_listener *open_at(const char *address, bool reuse_port) {
    struct loop_listen listen = {
        .address = address, .reuse_port = reuse_port, .on_accept = on_accept};
    struct loop_listener *listener = NULL;
    const char *why = NULL;
    if (loop_listener_open(loop, &listen, &listener, &why) != ERR_OK)
        fail_msg("%s", why);
    return listener;
}

static int connect_to(unsigned port) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int file = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(file, (struct sockaddr *)&to, sizeof to), 0);
    return file;
}

static void test_accepts(void **state) {
    (void)state;
    struct loop_listener *listener = open_at("127.0.0.1:0", false);
    assert_int_not_equal(loop_listener_port(listener), 0);
    int a = connect_to(loop_listener_port(listener)), b = connect_to(loop_listener_port(listener));
    while (accepted < 2)
        loop_turn(loop, true);
    assert_int_equal(family, AF_INET);
    assert_int_equal(write(a, "x", 1), 1);
    loop_listener_close(listener);
    close(a);
    close(b);
}

static void test_pause(void **state) {
    (void)state;
    struct loop_listener *listener = open_at("127.0.0.1:0", false);
    loop_listener_pause(listener, true);
    int file = connect_to(loop_listener_port(listener));
    for (int i = 0; i < 10; i++)
        loop_turn(loop, false);
    assert_int_equal(accepted, 0);
    loop_listener_pause(listener, false);
    while (accepted < 1)
        loop_turn(loop, true);
    loop_listener_close(listener);
    close(file);
}

static void test_two_on_one_port(void **state) {
    (void)state;
    struct loop_listener *first = open_at("127.0.0.1:0", true);
    char address[32];
    snprintf(address, sizeof address, "127.0.0.1:%u", loop_listener_port(first));
    struct loop_listener *second = open_at(address, true);
    assert_int_equal(loop_listener_port(second), loop_listener_port(first));
    loop_listener_close(first);
    int file = connect_to(loop_listener_port(second));
    while (accepted < 1)
        loop_turn(loop, true);
    loop_listener_close(second);
    close(file);
}

static void test_ipv6_and_unix(void **state) {
    (void)state;
    struct loop_listener *six = open_at("[::1]:0", false);
    assert_int_not_equal(loop_listener_port(six), 0);
    loop_listener_close(six);

    char address[64];
    snprintf(address, sizeof address, "unix:/tmp/spr-test-%d.sock", (int)getpid());
    struct loop_listener *local = open_at(address, false);
    loop_listener_close(local);
    /* The file of a listener that is gone does not stand in the way. */
    local = open_at(address, false);
    assert_int_equal(loop_listener_port(local), 0);
    struct sockaddr_un to = {.sun_family = AF_UNIX};
    snprintf(to.sun_path, sizeof to.sun_path, "%s", address + 5);
    int file = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(connect(file, (struct sockaddr *)&to, sizeof to), 0);
    while (accepted < 1)
        loop_turn(loop, true);
    loop_listener_close(local);
    close(file);
    unlink(to.sun_path);
}

static void refused(const char *address, const char *because) {
    struct loop_listen listen = {.address = address, .on_accept = on_accept};
    struct loop_listener *listener = NULL;
    const char *why = NULL;
    assert_int_equal(loop_listener_open(loop, &listen, &listener, &why), ERR_ONGELDIG);
    assert_null(listener);
    assert_non_null(strstr(why, address));
    assert_non_null(strstr(why, because));
}

static void test_addresses_that_cannot_be(void **state) {
    (void)state;
    refused("8080", "write it as host:port");
    refused("127.0.0.1:", "write it as host:port");
    refused("127.0.0.1:http", "");
    refused("localhost.example:80", "");
    refused("192.0.2.1:80", "Cannot assign");
    refused("unix:/nonexistent/x.sock", "No such file");
    struct loop_listener *listener = open_at("127.0.0.1:0", false);
    char address[32];
    snprintf(address, sizeof address, "127.0.0.1:%u", loop_listener_port(listener));
    refused(address, "Address already in use");
    loop_listener_close(listener);
}

/* Without a descriptor left the client is sent away, and the loop does not spin. */
static void test_no_descriptors(void **state) {
    (void)state;
    struct loop_listener *listener = open_at("127.0.0.1:0", false);
    int file = connect_to(loop_listener_port(listener));
    struct rlimit before, tight;
    assert_int_equal(getrlimit(RLIMIT_NOFILE, &before), 0);
    int next = dup(file);
    close(next);
    tight = before;
    tight.rlim_cur = (rlim_t)next;
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &tight), 0);
    char byte;
    ssize_t got;
    do {
        loop_turn(loop, false);
        got = recv(file, &byte, 1, MSG_DONTWAIT);
    } while (got < 0 && errno == EAGAIN);
    assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
    assert_int_equal(accepted, 0);
    assert_true(got == 0 || errno == ECONNRESET);
    /* And later it accepts again. */
    int later = connect_to(loop_listener_port(listener));
    while (accepted < 1)
        loop_turn(loop, true);
    loop_listener_close(listener);
    close(file);
    close(later);
}

static struct loop_listener *closing;

static void close_in_accept(void *ctx, int fd, const struct sockaddr *peer, size_t peer_len) {
    (void)ctx;
    (void)peer;
    (void)peer_len;
    close(fd);
    accepted++;
    loop_listener_close(closing);
}

static void test_closed_by_its_own_callback(void **state) {
    (void)state;
    struct loop_listen listen = {.address = "127.0.0.1:0", .on_accept = close_in_accept};
    assert_int_equal(loop_listener_open(loop, &listen, &closing, NULL), ERR_OK);
    int a = connect_to(loop_listener_port(closing)), b = connect_to(loop_listener_port(closing));
    while (accepted < 1)
        loop_turn(loop, true);
    assert_int_equal(accepted, 1);
    close(a);
    close(b);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(test_##name, setup, teardown)
    const struct CMUnitTest tests[] = {
        TEST(accepts),
        TEST(pause),
        TEST(two_on_one_port),
        TEST(ipv6_and_unix),
        TEST(addresses_that_cannot_be),
        TEST(no_descriptors),
        TEST(closed_by_its_own_callback),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
