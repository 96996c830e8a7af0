/* See apart.h. */
#include "apart.h"

#include <stdlib.h>
#include <string.h>

struct apart_session {
    struct map_node node;
    struct list link;
    int64_t until_ms;
    char *session;
};

void apart_init(struct apart *apart) {
    map_init(&apart->by_session);
    list_init(&apart->by_age);
}

static struct apart_session *find(struct apart *apart, const char *session) {
    struct map_node *node = map_find(&apart->by_session, session, strlen(session));
    return node == NULL ? NULL : CONTAINER_OF(node, struct apart_session, node);
}

static void forget(struct apart *apart, struct apart_session *known) {
    map_remove(&apart->by_session, &known->node);
    list_remove(&known->link);
    free(known->session);
    free(known);
}

void apart_fini(struct apart *apart) {
    LIST_EACH(&apart->by_age, link)
    forget(apart, CONTAINER_OF(link, struct apart_session, link));
    map_fini(&apart->by_session);
}

void apart_add(struct apart *apart, const char *session, int64_t until_ms) {
    struct apart_session *known = find(apart, session);
    if (known != NULL)
        forget(apart, known);
    if (apart->by_session.count >= APART_MAX)
        forget(apart, CONTAINER_OF(apart->by_age.next, struct apart_session, link));
    known = mem_alloc(sizeof *known);
    known->session = mem_strdup(session);
    known->until_ms = until_ms;
    list_init(&known->link);
    map_add(&apart->by_session, &known->node, known->session, strlen(session));
    list_push(&apart->by_age, &known->link);
}

bool apart_has(struct apart *apart, const char *session, int64_t now_ms) {
    if (list_is_empty(&apart->by_age))
        return false;
    struct apart_session *known = find(apart, session);
    if (known != NULL && known->until_ms <= now_ms) {
        forget(apart, known);
        known = NULL;
    }
    return known != NULL;
}
