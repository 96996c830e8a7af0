/*
 * replay: a batch that the database refused as a whole. PostgreSQL said that nothing of it was
 * done, so it may be sent again; how depends on why it failed:
 *   a lock, a deadlock    the same again after a moment, then one by one, then "te druk"
 *   a raise               once guarded: a subtransaction per command finds the raiser and commits
 *                         the others; when that fails as a whole, one by one
 *   took too long         one by one; what fails alone is the culprit
 *
 * Invariant: every path ends: tries only grows, guarded is set once, alone is never unset.
 */
#include "replay.h"
#include "verdict.h"

enum { TRIES = 3, PAUSE_MS = 5 };

static void again_later(struct write *write, struct batch *batch) {
    write->flying = batch; /* still its turn: nothing else is sent meanwhile */
    write->figures.replays++;
    int64_t pause = PAUSE_MS * (int64_t)batch->tries;
    loop_timer_start(&write->replay, pause + (int64_t)random_below((uint64_t)pause + 1));
}

void replay_on_time(void *ctx) {
    struct write *write = ctx;
    struct batch *batch = write->flying;
    if (conn_is_idle(&write->conn)) {
        write_send(write, batch);
    } else {
        write->flying = NULL;
        write_put_back(write, batch, false);
    }
}

void replay_give_up(struct write *write) {
    if (!loop_timer_is_running(&write->replay))
        return;
    loop_timer_stop(&write->replay);
    struct batch *batch = write->flying;
    write->flying = NULL;
    write_put_back(write, batch, false);
}

static void on_raise(struct write *write, struct batch *batch, const char *sqlstate) {
    if (!batch->guarded) {
        batch->guarded = true;
        write->figures.guarded++;
        write_send(write, batch);
    } else if (batch->n > 1) {
        write_put_back(write, batch, true);
    } else {
        write_set_apart(write, batch->items[0], sqlstate);
        batch_end_all(batch, verdict_err(VERDICT_RAISE, sqlstate));
    }
}

static void on_again(struct write *write, struct batch *batch, const char *sqlstate) {
    /* Alone it had its chances in a batch already, and others wait behind it. */
    unsigned most = batch->items[0]->alone ? 1 : TRIES;
    if (++batch->tries < most)
        again_later(write, batch);
    else if (batch->n > 1)
        write_put_back(write, batch, true);
    else
        batch_end_all(batch, verdict_err(VERDICT_AGAIN, sqlstate));
}

/* The schema changed under a prepared statement. When a new connection does not help, a command
 * raised this itself. */
static void on_stale(struct write *write, struct batch *batch, const char *sqlstate) {
    if (write->stale++ > 0) {
        on_raise(write, batch, sqlstate);
        return;
    }
    conn_renew(&write->conn);
    write_put_back(write, batch, false);
}

void replay_judge(struct write *write, struct batch *batch, const PGresult *failure) {
    enum verdict verdict = verdict_of(failure);
    const char *sqlstate = verdict_sqlstate(failure);
    log_warn("store.batch_failed", LOG_STR("sqlstate", sqlstate), LOG_NUM("commands", batch->n),
             LOG_NUM("guarded", batch->guarded), LOG_NUM("tries", batch->tries),
             LOG_STR("why", verdict_message(failure)));
    switch (verdict) {
    case VERDICT_AGAIN:
        on_again(write, batch, sqlstate);
        break;
    case VERDICT_SLOW:
        if (batch->n > 1) {
            write_put_back(write, batch, true);
        } else {
            write_set_apart(write, batch->items[0], sqlstate);
            batch_end_all(batch, verdict_err(verdict, sqlstate));
        }
        break;
    case VERDICT_STALE:
        on_stale(write, batch, sqlstate);
        break;
    case VERDICT_STANDBY:
        conn_renew(&write->conn);
        batch_end_all(batch, verdict_err(verdict, sqlstate));
        break;
    case VERDICT_FULL:
        batch_end_all(batch, verdict_err(verdict, sqlstate));
        break;
    case VERDICT_FINE:
    case VERDICT_RAISE:
        on_raise(write, batch, sqlstate);
        break;
    }
}
