/*
 * net: the door between the outside world and the sessions. The only room that knows
 * libwebsockets.
 *
 * Invariant: no byte reaches libwebsockets before the strict head parser has accepted the whole
 * head of the request, and what is accepted means the same to both.
 *
 * What comes in is handed down as messages and requests (session/session.h); what goes out is
 * written as ready bytes. net knows no commands and no rights.
 */
#ifndef SPR_NET_H
#define SPR_NET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/base.h"

struct loop;
struct sessions;
struct net;
struct net_scrape;

/* Every ceiling is configuration; net_limits_default gives the values a small server runs on. */
struct net_limits {
    uint32_t connections;         /* open sockets of this process, all kinds together */
    uint32_t connections_address; /* open sockets of one client address */
    uint32_t accepts_address;     /* new connections a second of one client address */
    uint32_t head_ms;             /* absolute time for a whole head */
    uint32_t body_ms;             /* least time for a whole body, at 500 bytes a second or more */
    uint32_t body_bytes;          /* a request body, never above 1 MiB */
    uint32_t message_bytes;       /* a WebSocket message, all its fragments together */
    uint32_t web_bytes;           /* all static files together */
};

/* What only the application knows. Called on the loop; any of them may be NULL. */
struct net_hooks {
    void *app;
    /* May new work come here? When not, *why is a short reason for the operator. */
    bool (*ready)(void *app, const char **why);
    /* Adds the application's own figures with net_scrape_add. */
    void (*metrics)(void *app, struct net_scrape *scrape);
};

/* Strings and arrays are copied. Lists end at their count, not at a NULL. */
struct net_config {
    const char *listen;         /* "127.0.0.1:8080" or "[::1]:8080" */
    const char *private_listen; /* worker i listens on its port + i; NULL: none */
    unsigned worker;            /* index of this process */
    const char *const *origins; /* exact: "https://sprekend.example" */
    size_t n_origins;
    const char *const *hosts; /* besides the hosts of the origins, for machines and probes */
    size_t n_hosts;
    const char *const *trusted_proxies; /* "127.0.0.1", "10.0.0.0/8", "fd00::/8" */
    size_t n_trusted_proxies;
    const char *web_dir;       /* the built browser client; NULL: none is served */
    const char *trusted_types; /* policy names the browser client creates; NULL: 'none' */
    struct net_limits limits;
    struct net_hooks hooks;
};

struct net_limits net_limits_default(void);

/* Explains what is wrong with a configuration in one sentence, or returns NULL. The sentence
 * stands in a static buffer until the next call. */
const char *net_config_explain(const struct net_config *config);

/* Listens as soon as it returns. The sessions stay the caller's and must outlive the net. */
enum err net_new(struct loop *loop, struct sessions *sessions, const struct net_config *config,
                 struct net **out) MUST_CHECK;

/* Stops listening at once; on_empty follows on the loop when no request is in flight and no
 * WebSocket is left. The sessions close the WebSockets themselves (sessions_drain). */
void net_drain(struct net *net, void (*on_empty)(void *ctx), void *ctx);

/* What is still open, for a drain that must end. */
size_t net_open(const struct net *net);

/* Closes whatever is left. Never from within a callback of net. */
void net_free(struct net *net);

enum net_metric { NET_COUNTER, NET_GAUGE };

/* One sample; labels is NULL or the inside of the braces: "lane=\"write\"". Samples of one name
 * must follow each other. */
void net_scrape_add(struct net_scrape *scrape, enum net_metric kind, const char *name,
                    const char *labels, double value, const char *help);

#endif
