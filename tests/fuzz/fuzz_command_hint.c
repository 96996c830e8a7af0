/*
 * Any text as a hint of another process: heads that moved, and live signals. A hint is never
 * believed further than that there may be something to read.
 * First byte: even is "spr", odd is "spr_live".
 */
#include <stdlib.h>
#include <string.h>

#include "commands.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void on_live(void *ctx, const char *stroom, const char *frame, size_t len) {
    (void)ctx;
    MUST(stroom[0] && frame && len > 2);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct fanout_limits limits = fanout_limits_default();
    struct commands commands = {.limits = command_limits_default()};
    if (size == 0)
        return 0;
    commands.loop = loop_new();
    commands.fanout = fanout_new(&limits);
    feed_init(&commands.feed, &commands);
    live_init(&commands.live, &commands);
    commands.live.on_live = on_live;
    char *payload = mem_memdup(data + 1, size - 1);
    if (data[0] % 2 == 0)
        feed_hint(&commands.feed, payload);
    else
        live_hint(&commands.live, payload);
    free(payload);
    live_fini(&commands.live);
    feed_fini(&commands.feed);
    fanout_free(commands.fanout);
    loop_free(commands.loop);
    return 0;
}
