/*
 * apart: the sessions whose command raised. For a while their commands run one by one, outside the
 * batches of the others, so that nobody can make batching collapse.
 *
 * Invariant: at most APART_MAX sessions; when there are more the oldest is forgiven.
 */
#ifndef SPR_STORE_APART_H
#define SPR_STORE_APART_H

#include "base/base.h"

enum { APART_MAX = 1024 };

struct apart {
    struct map by_session;
    struct list by_age; /* struct apart_session, oldest first */
};

void apart_init(struct apart *apart);
void apart_fini(struct apart *apart);
void apart_add(struct apart *apart, const char *session, int64_t until_ms);
bool apart_has(struct apart *apart, const char *session, int64_t now_ms);

#endif
