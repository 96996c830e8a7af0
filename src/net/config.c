/*
 * config: every mistake of the operator gets its own sentence; only what has none is taken over.
 */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static char why[256];

static const char *explain(const char *format, ...) FORMATS(1, 2);
static const char *explain(const char *format, ...) {
    va_list list;
    va_start(list, format);
    vsnprintf(why, sizeof why, format, list);
    va_end(list);
    return why;
}

struct net_limits net_limits_default(void) {
    return (struct net_limits){
        .connections = 10000,
        .connections_address = 1000,
        .accepts_address = 200,
        .head_ms = 10 * 1000,
        .body_ms = 10 * 1000,
        .body_bytes = 1024 * 1024,
        .message_bytes = 64 * 1024,
        .web_bytes = 32 * 1024 * 1024,
    };
}

/* The port of "127.0.0.1:8080" or "[::1]:8080"; -1: not such an address. */
static long port_of(const char *address) {
    const char *colon = strrchr(address, ':');
    uint64_t port = 0;
    if (!colon || colon == address || strlen(address) + 8 > CONFIG_ADDRESS)
        return -1;
    if (strcmp(colon + 1, "0") != 0 && !id_parse(colon + 1, strlen(colon + 1), &port))
        return -1;
    struct address parsed;
    size_t len = (size_t)(colon - address);
    bool bracketed = len > 2 && address[0] == '[' && colon[-1] == ']';
    bool good = bracketed ? address_parse(&parsed, address + 1, len - 2)
                          : !memchr(address, ':', len) && address_parse(&parsed, address, len);
    return good && port <= 65535 ? (long)port : -1;
}

/* "https://name[:port]", lower case, no path. */
static const char *host_of_origin(const char *origin) {
    const char *host = strncmp(origin, "https://", 8) == 0  ? origin + 8
                       : strncmp(origin, "http://", 7) == 0 ? origin + 7
                                                            : "";
    return *host && !host[strspn(host, "abcdefghijklmnopqrstuvwxyz0123456789.-:[]")] ? host : NULL;
}

static const char *explain_limits(const struct net_limits *limits) {
    if (limits->connections == 0)
        return explain("The limit of connections is 0; then nobody can come in.");
    if (limits->body_bytes == 0 || limits->body_bytes > 1024 * 1024)
        return explain("The limit of a request body must lie between 1 byte and 1 MiB.");
    if (limits->message_bytes == 0 || limits->message_bytes > 64 * 1024)
        return explain("The limit of a message must lie between 1 byte and 64 KiB.");
    if (limits->head_ms == 0 || limits->body_ms == 0)
        return explain("The time for a request is 0; then no request is in time.");
    return NULL;
}

const char *net_config_explain(const struct net_config *config) {
    if (!config->listen || port_of(config->listen) < 0)
        return explain("SPR_LISTEN must be an address and a port, like 127.0.0.1:8080.");
    if (config->private_listen && (port_of(config->private_listen) < 0 ||
                                   port_of(config->private_listen) + config->worker > 65535))
        return explain("SPR_PRIVATE must be an address and a port, like 127.0.0.1:9180.");
    for (size_t i = 0; i < config->n_origins; i++)
        if (!host_of_origin(config->origins[i]))
            return explain("SPR_ORIGINS: \"%s\" is not an origin. Write it like "
                           "https://spr.example: lower case, no path, no slash at the end.",
                           config->origins[i]);
    if (config->n_origins == 0)
        return explain("SPR_ORIGINS is empty; name the address at which people open the pages.");
    for (size_t i = 0; i < config->n_trusted_proxies; i++) {
        struct proxies tried = {0};
        bool good = proxies_add(&tried, config->trusted_proxies[i]);
        proxies_fini(&tried);
        if (!good)
            return explain("SPR_TRUSTED_PROXIES: \"%s\" is not an address or a range like "
                           "10.0.0.0/8.",
                           config->trusted_proxies[i]);
    }
    return explain_limits(&config->limits);
}

void config_private_address(const struct net_config *config, char out[static CONFIG_ADDRESS]) {
    long port = port_of(config->private_listen);
    int host = (int)(strrchr(config->private_listen, ':') - config->private_listen);
    unsigned long own = port ? (unsigned long)port + config->worker : 0;
    snprintf(out, CONFIG_ADDRESS, "%.*s:%lu", host, config->private_listen, own);
}

/* An origin's host as a Host header names it: as it stands, and with the port left out or added
 * where that is the scheme's own. */
static size_t add_hosts(struct net *net, const char *origin, const char **hosts) {
    const char *host = host_of_origin(origin);
    const char *own_port = strncmp(origin, "https:", 6) == 0 ? ":443" : ":80";
    const char *bracket = strrchr(host, ']');
    const char *colon = strchr(bracket ? bracket : host, ':');
    hosts[0] = arena_memdup(&net->arena, host, strlen(host));
    if (!colon)
        hosts[1] = arena_printf(&net->arena, "%s%s", host, own_port);
    else if (strcmp(colon, own_port) == 0)
        hosts[1] = arena_memdup(&net->arena, host, (size_t)(colon - host));
    else
        return 1;
    return 2;
}

void config_take(struct net *net, const struct net_config *config) {
    struct arena *arena = &net->arena;
    const char **hosts =
        arena_alloc(arena, (config->n_hosts + 2 * config->n_origins) * sizeof *hosts);
    const char **origins = arena_alloc(arena, config->n_origins * sizeof *origins);
    size_t n_hosts = 0;
    for (size_t i = 0; i < config->n_hosts; i++)
        hosts[n_hosts++] = arena_memdup(arena, config->hosts[i], strlen(config->hosts[i]));
    for (size_t i = 0; i < config->n_origins; i++) {
        origins[i] = arena_memdup(arena, config->origins[i], strlen(config->origins[i]));
        n_hosts += add_hosts(net, config->origins[i], hosts + n_hosts);
    }
    for (size_t i = 0; i < config->n_trusted_proxies; i++)
        MUST(proxies_add(&net->proxies, config->trusted_proxies[i]));
    if (config->trusted_types)
        net->trusted_types =
            arena_memdup(arena, config->trusted_types, strlen(config->trusted_types));
    net->policy = (struct head_policy){.hosts = hosts,
                                       .n_hosts = n_hosts,
                                       .origins = origins,
                                       .n_origins = config->n_origins,
                                       .body_bytes = config->limits.body_bytes};
    net->private_policy = (struct head_policy){.any_host = true};
}
