/*
 * rules: what follows from the configuration, and what in it does not fit together.
 *
 * Invariant: a server that listens to the world has an https origin and knows its proxy; only on
 * loopback may it do without.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

static bool starts_with(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

static unsigned port_of(const char *address) {
    const char *colon = strrchr(address, ':');
    uint64_t port;
    return colon && id_parse(colon + 1, strlen(colon + 1), &port) && port <= 65535 ? (unsigned)port
                                                                                   : 0;
}

static bool is_loopback(const char *address) {
    return starts_with(address, "127.") || starts_with(address, "[::1]") ||
           starts_with(address, "localhost:");
}

static void default_origins(struct app_config *config) {
    char text[128];
    if (config->origins.n > 0 || !is_loopback(config->listen)) {
        return;
    }
    snprintf(text, sizeof text, "http://127.0.0.1:%u,http://localhost:%u", config->port,
             config->port);
    app_config_set(config, "SPR_ORIGINS", text);
}

static void check_origins(struct app_config *config) {
    if (config->origins.n == 0) {
        config_mistake(config,
                       "SPR_ORIGINS is empty, but SPR_LISTEN is not on this machine alone: say "
                       "from which address people open the site, like https://sprekend.example.");
    }
    for (size_t i = 0; i < config->origins.n; i++) {
        const char *origin = config->origins.items[i];
        bool here = starts_with(origin, "http://127.") || starts_with(origin, "http://localhost") ||
                    starts_with(origin, "http://[::1]");
        if (!here && !starts_with(origin, "https://")) {
            config_mistake(config,
                           "SPR_ORIGINS has %s, but only https:// is safe outside this "
                           "machine.",
                           origin);
        }
    }
}

static void check_database(struct app_config *config) {
    if (!config->database) {
        config_mistake(config, "SPR_DATABASE is not set: say how to reach PostgreSQL as the role "
                               "spr_server, like \"host=/run/postgresql dbname=spr "
                               "user=spr_server\".");
    }
}

static void check_log(struct app_config *config) {
    static const char *const levels[] = {"debug", "info", "warn", "error"};
    for (size_t i = 0; i < COUNT_OF(levels); i++) {
        if (config->log && strcmp(config->log, levels[i]) == 0) {
            return;
        }
    }
    config_mistake(config, "SPR_LOG is \"%s\", but must be debug, info, warn or error.",
                   config->log ? config->log : "");
}

enum log_level config_log_level(const struct app_config *config) {
    switch (config->log ? config->log[0] : 'i') {
    case 'd':
        return LOG_DEBUG;
    case 'w':
        return LOG_WARN;
    case 'e':
        return LOG_ERROR;
    default:
        return LOG_INFO;
    }
}

struct net_config config_net(const struct app_config *config, unsigned worker) {
    return (struct net_config){
        .listen = config->listen,
        .private_listen = config->private_listen,
        .worker = worker,
        .origins = config->origins.items,
        .n_origins = config->origins.n,
        .hosts = config->hosts.items,
        .n_hosts = config->hosts.n,
        .trusted_proxies = config->trusted_proxies.items,
        .n_trusted_proxies = config->trusted_proxies.n,
        .web_dir = config->web,
        .limits = config->net,
    };
}

void config_finish(struct app_config *config) {
    if (!config->listen) {
        config_mistake(config, "SPR_LISTEN is empty: say an address and a port.");
        return;
    }
    config->port = port_of(config->listen);
    default_origins(config);
    check_origins(config);
    check_database(config);
    check_log(config);
    if (!config->url && config->origins.n > 0) {
        app_config_set(config, "SPR_URL", config->origins.items[0]);
    }
    if (config->n_mistakes == 0) {
        struct net_config net = config_net(config, 0);
        const char *why = net_config_explain(&net);
        if (why) {
            config_mistake(config, "%s", why);
        }
    }
}
