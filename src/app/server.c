/*
 * server: the rooms of one process, put together and taken apart.
 *
 * Invariant: a room is made after those it stands on and freed before them, except that the store
 * goes before the rooms that wait for it, so that each of them gets its last answer.
 */
#include "server.h"

#include <signal.h>
#include <stdlib.h>

enum { OVERDUE_MS = 5000 };

static void on_state(void *ctx, bool up) {
    struct server *server = ctx;
    log_info("server.database", LOG_NUM("up", up));
    if (server->commands) {
        commands_on_state(server->commands, up);
    }
    if (up) {
        pulse_beat(server);
    }
}

static void on_hint(void *ctx, const char *channel, const char *payload, bool own) {
    struct server *server = ctx;
    if (server->commands) {
        commands_on_hint(server->commands, channel, payload, own);
    }
}

static bool is_ready(void *app, const char **why) {
    return pulse_is_ready(app, why);
}

static void add_metrics(void *app, struct net_scrape *scrape) {
    figures_add(app, scrape);
}

static void stop_when_empty(struct server *server) {
    if (server->sessions_empty && server->net_empty) {
        loop_stop(server->loop);
    }
}

static void on_sessions_empty(void *ctx) {
    struct server *server = ctx;
    server->sessions_empty = true;
    stop_when_empty(server);
}

static void on_net_empty(void *ctx) {
    struct server *server = ctx;
    server->net_empty = true;
    stop_when_empty(server);
}

static void on_overdue(void *ctx) {
    struct server *server = ctx;
    log_warn("server.drain_overdue", LOG_NUM("open", net_open(server->net)));
    loop_stop(server->loop);
}

/* A second signal means: now. */
static void on_stop(void *ctx, int number) {
    struct server *server = ctx;
    if (server->draining) {
        loop_stop(server->loop);
        return;
    }
    server->draining = true;
    log_info("server.drain", LOG_NUM("signal", number), LOG_NUM("open", net_open(server->net)));
    notify_manager("STOPPING=1");
    uint32_t seconds = server->config->drain_seconds;
    loop_timer_start(&server->overdue, (int64_t)seconds * 1000 + OVERDUE_MS);
    net_drain(server->net, on_net_empty, server);
    sessions_drain(server->sessions, seconds, on_sessions_empty, server);
}

static void build_below_net(struct server *server) {
    const struct app_config *config = server->config;
    struct store_config store = config->store;
    store.conninfo = config->database;
    store.worker = server->worker;
    struct store_hooks hooks = {.ctx = server, .on_state = on_state, .on_hint = on_hint};
    server->loop = loop_new();
    server->store = store_new(server->loop, &store, &hooks);
    server->fanout = fanout_new(&config->fanout);
    server->commands = commands_new(server->loop, server->store, server->fanout, &config->command);
    struct sessions_config sessions = {.version = SPR_VERSION,
                                       .worker = server->worker,
                                       .cookie_port = config->port,
                                       .spool = config->spool,
                                       .limits = config->session};
    server->sessions =
        sessions_new(server->loop, server->store, server->commands, server->fanout, &sessions);
    pulse_init(server);
}

static enum err build_net(struct server *server) {
    struct net_config net = config_net(server->config, server->worker);
    net.hooks = (struct net_hooks){.app = server, .ready = is_ready, .metrics = add_metrics};
    return net_new(server->loop, server->sessions, &net, &server->net);
}

static void take_down(struct server *server) {
    exporter_stop(server->exporter);
    if (server->net) {
        net_free(server->net);
    }
    sessions_stop(server->sessions);
    commands_stop(server->commands);
    pulse_fini(server);
    loop_turn(server->loop, false); /* what net retired is gone after this */
    store_free(server->store);
    sessions_free(server->sessions);
    commands_free(server->commands);
    fanout_free(server->fanout);
    loop_free(server->loop);
}

int server_run(const struct app_config *config, unsigned worker) {
    struct server server = {.config = config, .worker = worker};
    log_init(config_log_level(config), worker);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGUSR1, SIG_IGN); /* mean nothing here, and must not end it */
    signal(SIGUSR2, SIG_IGN);
    build_below_net(&server);
    loop_signal_start(&server.term, server.loop, SIGTERM, on_stop, &server);
    loop_signal_start(&server.interrupt, server.loop, SIGINT, on_stop, &server);
    loop_signal_start(&server.hangup, server.loop, SIGHUP, on_stop, &server);
    loop_timer_init(&server.overdue, server.loop, on_overdue, &server);
    int code = APP_OK;
    if (build_net(&server) != ERR_OK) {
        code = APP_MISCONFIGURED;
    } else {
        log_info("server.up", LOG_STR("version", SPR_VERSION), LOG_STR("listen", config->listen));
        notify_manager("READY=1");
        server.exporter = exporter_start(config->database, config->spool);
        loop_run(server.loop);
    }
    loop_signal_stop(&server.term);
    loop_signal_stop(&server.interrupt);
    loop_signal_stop(&server.hangup);
    loop_timer_fini(&server.overdue);
    take_down(&server);
    log_info("server.down", LOG_NUM("code", code));
    return code;
}
