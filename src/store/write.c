/* See write.h. Failures of a whole batch are judged in replay.c. */
#include "write.h"
#include "early.h"
#include "fault.h"
#include "replay.h"
#include "verdict.h"

#include <string.h>

/* ---- the queues ----------------------------------------------------------------------------- */

static struct list *queue_of(struct write *write, const struct command *command) {
    /* Nobody is forgiven while commands wait apart: a session's order must hold. */
    bool idle = list_is_empty(&write->apart_waiting);
    int64_t now_ms = idle ? loop_now_ms(write->loop) : 0;
    return apart_has(&write->apart, command->column[1], now_ms) ? &write->apart_waiting
                                                                : &write->waiting;
}

static void count_in(struct write *write, const struct command *command) {
    write->n_waiting++;
    write->waiting_bytes += command->bytes;
    if (!loop_timer_is_running(&write->expiry))
        loop_timer_start(&write->expiry, write->config.wait_ms);
    loop_defer(write->loop, &write->pump);
}

static struct command *take_first(struct write *write, struct list *queue) {
    struct command *command = CONTAINER_OF(list_take(queue), struct command, link);
    write->n_waiting--;
    write->waiting_bytes -= command->bytes;
    return command;
}

static struct command *first_of(struct list *queue) {
    return list_is_empty(queue) ? NULL : CONTAINER_OF(queue->next, struct command, link);
}

enum err write_submit(struct write *write, const struct store_command *from, store_on_rows *on_rows,
                      void *ctx) {
    if (write->closing)
        return ERR_OPSLAG_WEG;
    struct command *command = command_new(from, on_rows, ctx);
    bool large = command->bytes > write->config.batch_bytes;
    if (large || write->n_waiting >= write->config.queue_commands ||
        command->bytes > write->config.queue_bytes - write->waiting_bytes) {
        command_free(command);
        write->figures.refused++;
        return large ? ERR_TE_GROOT : ERR_TE_DRUK;
    }
    command->since_ms = loop_now_ms(write->loop);
    list_push(queue_of(write, command), &command->link);
    count_in(write, command);
    return ERR_OK;
}

void write_put_back(struct write *write, struct batch *batch, bool alone) {
    for (size_t i = batch->n; i-- > 0;) {
        struct command *command = batch->items[i];
        batch->items[i] = NULL;
        command->alone = command->alone || alone;
        list_push_front(queue_of(write, command), &command->link);
        count_in(write, command);
    }
    batch_clear(batch);
}

void write_set_apart(struct write *write, const struct command *raiser, const char *sqlstate) {
    const char *session = raiser->column[1];
    log_error("store.raise", LOG_STR("doe", raiser->column[0]), LOG_STR("sqlstate", sqlstate));
    apart_add(&write->apart, session, loop_now_ms(write->loop) + write->config.apart_ms);
    LIST_EACH(&write->waiting, link) {
        struct command *command = CONTAINER_OF(link, struct command, link);
        if (strcmp(command->column[1], session) == 0) {
            list_remove(link);
            list_push(&write->apart_waiting, link);
        }
    }
}

static void expire(struct write *write, struct list *queue, int64_t before_ms) {
    enum err err = conn_is_up(&write->conn) ? ERR_TE_DRUK : ERR_OPSLAG_WEG;
    for (struct command *first; (first = first_of(queue)) != NULL && first->since_ms <= before_ms;)
        command_end(take_first(write, queue), err, NULL, 0);
}

static void on_expiry(void *ctx) {
    struct write *write = ctx;
    int64_t before_ms = loop_now_ms(write->loop) - write->config.wait_ms;
    expire(write, &write->waiting, before_ms);
    expire(write, &write->apart_waiting, before_ms);
    if (write->n_waiting > 0)
        loop_timer_start(&write->expiry, write->config.wait_ms / 10 + 1);
}

/* ---- batches -------------------------------------------------------------------------------- */

static void fill_from(struct write *write, struct batch *batch, struct list *queue, size_t most) {
    for (struct command *next; (next = first_of(queue)) != NULL && batch->n < most;) {
        bool fits = batch->bytes + next->bytes <= write->config.batch_bytes;
        if (batch->n > 0 && (next->alone || !fits))
            break;
        batch_add(batch, take_first(write, queue));
        if (next->alone)
            break;
    }
}

/* Sessions set apart get one command in between two batches of the others. */
static void fill(struct write *write, struct batch *batch) {
    bool others = !list_is_empty(&write->waiting);
    if (!list_is_empty(&write->apart_waiting) && (write->apart_turn || !others)) {
        write->apart_turn = false;
        fill_from(write, batch, &write->apart_waiting, 1);
    } else if (others) {
        write->apart_turn = true;
        fill_from(write, batch, &write->waiting, write->config.batch_commands);
    }
}

static void on_done(void *ctx, enum conn_end end, const PGresult *result);

void write_send(struct write *write, struct batch *batch) {
    write->flying = batch;
    batch_encode(batch);
    batch->sent_us = clock_mono_us();
    conn_send(&write->conn, &batch->query, on_done, write);
}

static void pump(void *ctx) {
    struct write *write = ctx;
    if (write->flying != NULL || !conn_is_idle(&write->conn))
        return;
    struct batch *batch = &write->batches[write->next];
    fill(write, batch);
    if (batch->n == 0)
        return;
    write->next ^= 1;
    write_send(write, batch);
}

static void on_fault(void *ctx, const struct command *command, const char *sqlstate) {
    if (verdict_of_sqlstate(sqlstate) == VERDICT_RAISE)
        write_set_apart(ctx, command, sqlstate);
}

static void on_result(struct write *write, struct batch *batch, const PGresult *result) {
    struct store_figures *figures = &write->figures;
    fault_on_commit();
    write->stale = 0;
    figures->batches++;
    figures->commands += batch->n;
    figures->batch_us += (uint64_t)(clock_mono_us() - batch->sent_us);
    if (batch->n > figures->largest_batch)
        figures->largest_batch = batch->n;
    if (write->conn.unsafe_reply) {
        figures->unknown += batch->n;
        log_error("store.wait_cancelled", LOG_NUM("commands", batch->n));
        batch_end_all(batch, ERR_UITKOMST_ONBEKEND);
        return;
    }
    /* The database works on the next batch while this one is told. */
    if (early_is_on())
        early_commit(write, batch);
    else
        pump(write);
    batch_answer(batch, result, on_fault, write);
}

static void on_done(void *ctx, enum conn_end end, const PGresult *result) {
    struct write *write = ctx;
    struct batch *batch = write->flying;
    write->flying = NULL;
    loop_defer(write->loop, &write->pump);
    if (end == CONN_UNSENT) {
        write_put_back(write, batch, false);
    } else if (end == CONN_LOST) {
        write->figures.unknown += batch->n;
        log_warn("store.outcome_unknown", LOG_NUM("commands", batch->n));
        batch_end_all(batch, ERR_UITKOMST_ONBEKEND);
    } else if (verdict_of(result) == VERDICT_FINE) {
        on_result(write, batch, result);
    } else {
        replay_judge(write, batch, result);
    }
}

/* ---- life ----------------------------------------------------------------------------------- */

static void on_up(void *ctx) {
    struct write *write = ctx;
    loop_defer(write->loop, &write->pump);
    write->on_change(write->ctx);
}

static void on_down(void *ctx) {
    struct write *write = ctx;
    replay_give_up(write);
    write->on_change(write->ctx);
}

void write_init(struct write *write, struct loop *loop, const struct write_config *config,
                void (*on_change)(void *), void *ctx) {
    *write = (struct write){.loop = loop, .config = *config, .on_change = on_change, .ctx = ctx};
    MUST(config->batch_commands <= BATCH_COMMANDS_MAX);
    list_init(&write->waiting);
    list_init(&write->apart_waiting);
    apart_init(&write->apart);
    batch_init(&write->batches[0], config->batch_bytes);
    batch_init(&write->batches[1], config->batch_bytes);
    loop_deferred_init(&write->pump, pump, write);
    loop_timer_init(&write->expiry, loop, on_expiry, write);
    loop_timer_init(&write->replay, loop, replay_on_time, write);
    struct conn_hooks hooks = {.ctx = write, .on_up = on_up, .on_down = on_down};
    struct conn_config conn = config->conn;
    conn.hello = early_hello();
    conn_init(&write->conn, loop, &conn, &hooks);
    conn_start(&write->conn);
}

void write_fini(struct write *write) {
    write->closing = true;
    conn_fini(&write->conn);
    replay_give_up(write);
    while (!list_is_empty(&write->waiting))
        command_end(take_first(write, &write->waiting), ERR_OPSLAG_WEG, NULL, 0);
    while (!list_is_empty(&write->apart_waiting))
        command_end(take_first(write, &write->apart_waiting), ERR_OPSLAG_WEG, NULL, 0);
    loop_undefer(&write->pump);
    loop_timer_fini(&write->expiry);
    loop_timer_fini(&write->replay);
    apart_fini(&write->apart);
    batch_fini(&write->batches[0]);
    batch_fini(&write->batches[1]);
}
