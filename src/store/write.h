/*
 * write: the lane of the commands. While a batch is in flight commands queue; the next batch takes
 * all of them, bounded. No timer: a lone command is a batch of one.
 *
 * Invariant: one batch in flight at a time, so that the commands of one session are executed in the
 * order in which they came. A batch is sent again only when the database said that nothing of it
 * was done.
 */
#ifndef SPR_STORE_WRITE_H
#define SPR_STORE_WRITE_H

#include "apart.h"
#include "batch.h"
#include "conn.h"

struct write_config {
    struct conn_config conn;
    unsigned batch_commands, queue_commands, wait_ms, apart_ms;
    size_t batch_bytes, queue_bytes;
};

struct write {
    struct loop *loop;
    struct write_config config;
    struct conn conn;
    struct list waiting;       /* struct command */
    struct list apart_waiting; /* of sessions in apart; one each between two batches */
    struct apart apart;
    struct batch batches[2]; /* one in flight, the other being answered */
    struct batch *flying;    /* or NULL */
    unsigned next;           /* the batch to use next */
    unsigned stale;          /* batches in a row whose prepared statement was outdated */
    bool apart_turn, closing;
    struct loop_deferred pump;
    struct loop_timer expiry, replay;
    unsigned n_waiting; /* in both queues */
    size_t waiting_bytes;
    struct store_figures figures;
    void (*on_change)(void *ctx);
    void *ctx;
};

void write_init(struct write *write, struct loop *loop, const struct write_config *config,
                void (*on_change)(void *), void *ctx);
void write_fini(struct write *write);
enum err write_submit(struct write *write, const struct store_command *from, store_on_rows *on_rows,
                      void *ctx) MUST_CHECK;

#endif
