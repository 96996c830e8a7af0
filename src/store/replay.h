/* replay: what happens to a batch that the database refused as a whole. */
#ifndef SPR_STORE_REPLAY_H
#define SPR_STORE_REPLAY_H

#include "write.h"

void replay_judge(struct write *write, struct batch *batch, const PGresult *failure);
void replay_on_time(void *ctx);
/* The connection is gone or going: a batch that waits for its replay returns to the queue. */
void replay_give_up(struct write *write);

/* ---- of write.c ----------------------------------------------------------------------------- */
void write_send(struct write *write, struct batch *batch);
/* In front of the queue, in order; alone: one by one from now on. */
void write_put_back(struct write *write, struct batch *batch, bool alone);
void write_set_apart(struct write *write, const struct command *raiser, const char *sqlstate);

#endif
