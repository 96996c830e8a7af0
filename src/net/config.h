/*
 * config: checks what the operator wrote and turns it into what the door compares with.
 */
#ifndef SPR_NET_CONFIG_H
#define SPR_NET_CONFIG_H

#include "inside.h"

enum { CONFIG_ADDRESS = 128 };

/* Copies lists and strings into the net; the config was explained to be good. */
void config_take(struct net *net, const struct net_config *config);

/* The private address of this worker: its port is that of the first plus the index. */
void config_private_address(const struct net_config *config, char out[static CONFIG_ADDRESS]);

#endif
