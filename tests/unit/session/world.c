/* world: see world.h. */
#include "world.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum session_write take_write(void *ws, const void *frames, size_t len) {
    struct wire_end *end = ws;
    bytes_add(&end->got, frames, len);
    end->writes++;
    end->largest = len > end->largest ? len : end->largest;
    return end->block ? SESSION_BLOCKED : SESSION_SENT;
}

static void take_close(void *ws, uint16_t code, const char *reason) {
    struct wire_end *end = ws;
    end->closed = code;
    snprintf(end->why, sizeof end->why, "%s", reason);
}

static void take_pause(void *ws, bool stop_reading) {
    ((struct wire_end *)ws)->reading_stopped = stop_reading;
}

static const struct session_transport transport = {take_write, take_close, take_pause};

struct world *world_new(void (*change)(struct session_limits *limits)) {
    struct world *w = mem_alloc(sizeof *w);
    struct store_config store = {.conninfo = "host=/nowhere dbname=spr", .wait_ms = 20};
    struct store_hooks hooks = {0};
    struct fanout_limits fanout = fanout_limits_default();
    struct command_limits commands = command_limits_default();
    struct sessions_config config = {
        .version = "1.2.3", .worker = 1, .cookie_port = 8080, .limits = sessions_limits_default()};
    if (change) {
        change(&config.limits);
    }
    log_init(LOG_ERROR, 0);
    w->loop = loop_new();
    w->store = store_new(w->loop, &store, &hooks);
    w->fanout = fanout_new(&fanout);
    w->commands = commands_new(w->loop, w->store, w->fanout, &commands);
    w->sessions = sessions_new(w->loop, w->store, w->commands, w->fanout, &config);
    return w;
}

void world_free(struct world *w) {
    sessions_stop(w->sessions);
    commands_stop(w->commands);
    loop_turn(w->loop, false);
    store_free(w->store);
    sessions_free(w->sessions);
    commands_free(w->commands);
    fanout_free(w->fanout);
    loop_free(w->loop);
    free(w);
}

void world_turn(struct world *w) {
    loop_turn(w->loop, false);
    loop_turn(w->loop, false);
}

void end_open(struct world *w, struct wire_end *end, const char *cookie) {
    struct session_origin origin = {.address = "192.0.2.1", .cookie = cookie, .bearer = ""};
    *end = (struct wire_end){0};
    bytes_init(&end->got, 4 * 1024 * 1024);
    end->s = session_open(w->sessions, &transport, end, &origin);
    MUST(end->s);
}

void end_open_live(struct world *w, struct wire_end *end, const char *persoon) {
    end_open(w, end, "");
    end->s->state = SESSION_LIVE;
    snprintf(end->s->persoon, sizeof end->s->persoon, "%s", persoon);
}

void end_say(struct wire_end *end, const char *text) {
    session_message(end->s, text, strlen(text));
}

void end_gone(struct wire_end *end) {
    session_gone(end->s);
    bytes_fini(&end->got);
}

const char *end_heard(struct wire_end *end) {
    static char text[1024 * 1024];
    const unsigned char *at = (const unsigned char *)end->got.data;
    size_t left = end->got.len, out = 0;
    while (left > 0) {
        size_t header = 2, len = at[1];
        MUST(at[0] == 0x81);
        if (len == 126) {
            header = 4;
            len = (size_t)at[2] << 8 | at[3];
        } else if (len == 127) {
            header = 10;
            len = (size_t)at[6] << 24 | (size_t)at[7] << 16 | (size_t)at[8] << 8 | at[9];
        }
        MUST(left >= header + len && out + len + 2 < sizeof text);
        memcpy(text + out, at + header, len);
        out += len;
        text[out++] = '\n';
        at += header + len;
        left -= header + len;
    }
    text[out] = '\0';
    bytes_clear(&end->got);
    return text;
}

struct follow *follow_as(struct session *s, const char *stroom, uint64_t since, uint64_t head) {
    struct follow *f = mem_alloc(sizeof *f);
    list_init(&f->link);
    list_init(&f->wait);
    cursor_init(&f->cursor);
    f->held = fanout_hold(s->sessions->fanout, stroom);
    MUST(f->held);
    struct asked asked = {.s = s, .follow = f, .since = since, .head = head};
    follow_begin(&asked);
    return f;
}

void publish(struct world *w, const char *stroom, uint64_t seq, const char *text) {
    fanout_publish(w->fanout, stroom, seq, text, strlen(text));
}
