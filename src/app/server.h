/* server: one process of the running server, for the files of this room only. */
#ifndef SPR_APP_SERVER_H
#define SPR_APP_SERVER_H

#include "config.h"
#include "export/export.h"
#include "loop/loop.h"

struct pulse {
    struct loop_timer timer;
    bool asking, ticking, indexing;
    bool schema_ok; /* the database is one this program can work with */
    char schema[64];
};

struct server {
    const struct app_config *config;
    unsigned worker;
    struct loop *loop;
    struct store *store;
    struct fanout *fanout;
    struct commands *commands;
    struct sessions *sessions;
    struct net *net;
    struct exporter *exporter;
    struct pulse pulse;
    struct loop_signal term, interrupt, hangup;
    struct loop_timer overdue;
    bool draining, sessions_empty, net_empty;
};

/* Runs one process until it was told to stop and drained. */
int server_run(const struct app_config *config, unsigned worker);

/* pulse.c: the clock's tick, and whether the database is well. */
void pulse_init(struct server *server);
void pulse_beat(struct server *server); /* now, because the database is back */
void pulse_fini(struct server *server);
bool pulse_is_ready(const struct server *server, const char **why);

/* figures.c: what /metrics shows of the rooms below net. */
void figures_add(struct server *server, struct net_scrape *scrape);

/* notify.c: tells a service manager how it stands; nothing without one. */
void notify_manager(const char *state);

/* workers.c: several processes on one port, each started again when it dies. */
int workers_run(const struct app_config *config);

#endif
