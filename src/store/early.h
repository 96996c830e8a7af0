/*
 * early: the deliberate fault "ack_before_commit", for positive controls. The write lane lives in
 * an open transaction; a batch is answered first and committed a moment later. Compiled out without
 * SPR_FAULTS.
 */
#ifndef SPR_STORE_EARLY_H
#define SPR_STORE_EARLY_H

#include "write.h"

#ifdef SPR_FAULTS
bool early_is_on(void);
/* What the write lane says on a new connection. */
const char *early_hello(void);
/* Commits in a while; until then write->flying keeps the lane busy. */
void early_commit(struct write *write, struct batch *batch);
#else
static inline bool early_is_on(void) {
    return false;
}
static inline const char *early_hello(void) {
    return NULL;
}
static inline void early_commit(struct write *write, struct batch *batch) {
    (void)write;
    (void)batch;
}
#endif

#endif
