/* See early.h. */
#include "early.h"

#ifdef SPR_FAULTS
enum { LATE_MS = 50 };

static const struct conn_query commit = {.name = "early", .sql = "COMMIT AND CHAIN"};

bool early_is_on(void) {
    return FAULT("ack_before_commit");
}

const char *early_hello(void) {
    return early_is_on() ? "BEGIN" : NULL;
}

static void on_committed(void *ctx, enum conn_end end, const PGresult *result) {
    (void)end;
    (void)result;
    struct write *write = ctx;
    write->flying = NULL;
    loop_defer(write->loop, &write->pump);
}

static void on_late(void *ctx) {
    struct write *write = ctx;
    if (conn_is_idle(&write->conn))
        conn_send(&write->conn, &commit, on_committed, write);
    else
        on_committed(write, CONN_UNSENT, NULL);
}

void early_commit(struct write *write, struct batch *batch) {
    static struct loop_timer late;
    if (late.event == NULL)
        loop_timer_init(&late, write->loop, on_late, write);
    write->flying = batch; /* answered and empty */
    loop_timer_start(&late, LATE_MS);
}
#else
typedef int early_is_compiled_out;
#endif
