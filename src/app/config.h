/* config: what the configuration came to, for the files of this room only. */
#ifndef SPR_APP_CONFIG_H
#define SPR_APP_CONFIG_H

#include "app/app.h"
#include "base/base.h"
#include "command/command.h"
#include "fanout/fanout.h"
#include "net/net.h"
#include "session/session.h"
#include "store/store.h"

enum { CONFIG_LIST = 32, CONFIG_MISTAKES = 64 };

struct config_list {
    char *text; /* the items point into it */
    const char *items[CONFIG_LIST];
    size_t n;
};

struct app_config {
    char *listen, *private_listen, *database, *database_owner, *web, *url, *log, *spool;
    struct config_list origins, hosts, trusted_proxies;
    uint32_t workers, drain_seconds;
    struct net_limits net;
    struct session_limits session;
    struct command_limits command;
    struct fanout_limits fanout;
    struct store_config store;
    unsigned port; /* of listen */
    char *mistakes[CONFIG_MISTAKES];
    size_t n_mistakes;
};

void config_mistake(struct app_config *config, const char *format, ...) FORMATS(2, 3);
/* What follows from other values, and what does not fit together. */
void config_finish(struct app_config *config);
/* For net_new and net_config_explain; points into config. */
struct net_config config_net(const struct app_config *config, unsigned worker);
enum log_level config_log_level(const struct app_config *config);

#endif
