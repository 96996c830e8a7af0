/*
 * session: one connection, from open to gone.
 *
 * Invariant: after session_close nothing of this session reaches the transport any more; after
 * session_gone nothing at all remembers it but what the store still works on.
 */
#include "sessions.h"

#include <stdlib.h>
#include <string.h>

struct session *session_find(struct sessions *sessions, uint64_t id) {
    struct map_node *node = map_find(&sessions->by_id, &id, sizeof id);
    return node ? CONTAINER_OF(node, struct session, node) : NULL;
}

/* A browser without a valid cookie is let in as far as hello, which tells it so in words. */
static void take_token(struct session *s, const struct session_origin *origin) {
    char token[IDENTITY_TOKEN_BYTES];
    struct identity_mode mode = {origin->secure, s->sessions->config.cookie_port};
    if (origin->bearer[0]) {
        identity_token_hash(origin->bearer, s->sessie);
    } else if (identity_cookie_find(origin->cookie, mode, token)) {
        identity_token_hash(token, s->sessie);
        explicit_bzero(token, sizeof token);
    }
}

struct session *session_open(struct sessions *sessions, const struct session_transport *transport,
                             void *ws, const struct session_origin *origin) {
    if (sessions->drain || sessions->by_id.count >= sessions->config.limits.sessions) {
        return NULL;
    }
    struct session *s = mem_alloc(sizeof *s);
    s->sessions = sessions;
    s->transport = transport;
    s->ws = ws;
    s->id = ++sessions->next_id;
    s->since_ms = loop_now_ms(sessions->loop);
    list_init(&s->slice);
    list_init(&s->flush);
    list_init(&s->follows);
    list_init(&s->asked);
    bytes_init(&s->out, sessions->config.limits.outbox_bytes);
    take_token(s, origin);
    map_add(&sessions->by_id, &s->node, &s->id, sizeof s->id);
    list_push(&sessions->slices[sessions->opened_in++ % SLICES], &s->slice);
    sessions->figures.opened++;
    return s;
}

void session_message(struct session *s, const char *bytes, size_t len) {
    if (s->state != SESSION_CLOSING) {
        s->sessions->figures.messages++;
        inbox_take(s, bytes, len);
    }
}

void session_writable(struct session *s) {
    s->blocked = false;
    if (s->state != SESSION_CLOSING) {
        inbox_unpause(s);
        outbox_schedule(s);
    }
}

void session_close(struct session *s, uint16_t code, const char *reason) {
    if (s->state == SESSION_CLOSING) {
        return;
    }
    outbox_flush(s);
    s->state = SESSION_CLOSING;
    list_remove(&s->flush);
    s->transport->close(s->ws, code, reason);
}

void session_close_for(struct session *s, enum err err) {
    int code = err_get(err)->close;
    session_close(s, (uint16_t)(code ? code : 1011), err_name(err));
}

static void free_session(void *object) {
    struct session *s = object;
    bytes_fini(&s->out);
    free(s);
}

void session_gone(struct session *s) {
    struct sessions *sessions = s->sessions;
    s->state = SESSION_CLOSING;
    LIST_EACH(&s->follows, link) {
        follow_end(CONTAINER_OF(link, struct follow, link));
    }
    inbox_fini(s);
    list_remove(&s->flush);
    list_remove(&s->slice);
    map_remove(&sessions->by_id, &s->node);
    loop_retire(sessions->loop, s, free_session);
    drain_gone(sessions);
}
