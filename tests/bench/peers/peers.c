/* peers: the dialects that the load client speaks. */
#include <string.h>

#include "../load.h"

extern const struct peer peer_spr, peer_plain, peer_socketio, peer_mqtt, peer_mqtt_raw, peer_xmpp;

const struct peer *peer_find(const char *name) {
    static const struct peer *const all[] = {&peer_spr,  &peer_plain,    &peer_socketio,
                                             &peer_mqtt, &peer_mqtt_raw, &peer_xmpp};
    for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i]->name, name) == 0)
            return all[i];
    return NULL;
}
