/*
 * net: puts the parts together, and takes them apart.
 */
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "inside.h"

enum { CONFIG_BYTES = 256 * 1024 };

static void on_second(void *ctx) {
    struct net *net = ctx;
    peers_sweep(&net->peers, loop_now_ms(net->loop));
}

static void on_drained(void *ctx) {
    struct net *net = ctx;
    void (*on_empty)(void *) = net->on_empty;
    net->on_empty = NULL;
    if (on_empty)
        on_empty(net->on_empty_ctx);
}

size_t net_open(const struct net *net) {
    size_t n = 0;
    LIST_EACH(&net->conns, link)
    n += conn_is_work(CONTAINER_OF(link, struct conn, link));
    return n;
}

void net_check_empty(struct net *net) {
    if (net->draining && net->on_empty && net_open(net) == 0)
        loop_defer(net->loop, &net->drained);
}

static const char *open_listeners(struct net *net, const struct net_config *config) {
    const char *why = NULL;
    struct loop_listen door = {
        .address = config->listen, .reuse_port = true, .on_accept = door_on_accept, .ctx = net};
    enum err err = loop_listener_open(net->loop, &door, &net->listener, &why);
    if (err || !config->private_listen)
        return why;
    char address[CONFIG_ADDRESS];
    config_private_address(config, address);
    struct loop_listen inner = {
        .address = address, .on_accept = door_on_accept_private, .ctx = net};
    err = loop_listener_open(net->loop, &inner, &net->private_listener, &why);
    return err ? why : NULL;
}

enum err net_new(struct loop *loop, struct sessions *sessions, const struct net_config *config,
                 struct net **out) {
    const char *why = net_config_explain(config);
    if (why) {
        log_error("net.config", LOG_STR("why", why));
        return ERR_ONGELDIG;
    }
    struct net *net = mem_alloc(sizeof *net);
    *net = (struct net){
        .loop = loop, .sessions = sessions, .limits = config->limits, .hooks = config->hooks};
    arena_init(&net->arena, CONFIG_BYTES);
    list_init(&net->conns);
    peers_init(&net->peers, net->limits.connections_address, net->limits.accepts_address);
    loop_deferred_init(&net->drained, on_drained, net);
    loop_timer_init(&net->second, loop, on_second, net);
    loop_timer_repeat(&net->second, 1000);
    config_take(net, config);
    answer_prepare(net);
    why = files_load(&net->files, config->web_dir, net->limits.web_bytes);
    enum err err = why ? ERR_ONGELDIG : ws_start(net);
    if (!err) {
        why = open_listeners(net, config);
        err = why ? ERR_ONGELDIG : ERR_OK;
    }
    if (err) {
        log_error("net.start", LOG_STR("why", why ? why : "libwebsockets did not start"));
        net_free(net);
        return err;
    }
    *out = net;
    return ERR_OK;
}

void net_drain(struct net *net, void (*on_empty)(void *ctx), void *ctx) {
    net->draining = true;
    net->on_empty = on_empty;
    net->on_empty_ctx = ctx;
    if (net->listener)
        loop_listener_close(net->listener);
    net->listener = NULL;
    LIST_EACH(&net->conns, link) {
        struct conn *conn = CONTAINER_OF(link, struct conn, link);
        if (conn->state == CONN_HEAD && conn->seen == 0 && !conn->is_private)
            conn_close(conn); /* opened in advance by a browser; nothing was asked yet */
    }
    net_check_empty(net);
}

void net_free(struct net *net) {
    if (!net)
        return;
    if (net->listener)
        loop_listener_close(net->listener);
    if (net->private_listener)
        loop_listener_close(net->private_listener);
    net->draining = false;
    LIST_EACH(&net->conns, link) {
        struct conn *conn = CONTAINER_OF(link, struct conn, link);
        if (conn->state != CONN_SOCKET)
            conn_close(conn);
    }
    ws_stop(net);
    MUST(list_is_empty(&net->conns));
    loop_undefer(&net->drained);
    loop_timer_fini(&net->second);
    files_fini(&net->files);
    proxies_fini(&net->proxies);
    peers_fini(&net->peers);
    arena_fini(&net->arena);
    free(net);
}
