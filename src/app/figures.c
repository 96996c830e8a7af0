/*
 * figures: what /metrics shows of the rooms below net.
 *
 * Invariant: figures count; they name no person, no tafel and no stream.
 */
#include "server.h"

struct line {
    const char *name, *labels, *help;
    enum net_metric kind;
    double value;
};

static void add_all(struct net_scrape *scrape, const struct line *lines, size_t n) {
    for (size_t i = 0; i < n; i++) {
        net_scrape_add(scrape, lines[i].kind, lines[i].name, lines[i].labels, lines[i].value,
                       lines[i].help);
    }
}

#define COUNTER(name, help, value)                                                                 \
    { (name), NULL, (help), NET_COUNTER, (double)(value) }
#define GAUGE(name, help, value)                                                                   \
    { (name), NULL, (help), NET_GAUGE, (double)(value) }

static void add_store(const struct server *server, struct net_scrape *scrape) {
    struct store_figures f;
    store_figures_get(server->store, &f);
    const struct line lines[] = {
        GAUGE("spr_store_up", "write and read lanes are there", f.up),
        GAUGE("spr_store_waiting", "commands waiting for a batch", f.waiting),
        GAUGE("spr_store_in_flight", "commands in the batch under way", f.in_flight),
        GAUGE("spr_store_reads_waiting", "reads waiting for a connection", f.reads_waiting),
        COUNTER("spr_store_batches_total", "transactions of commands", f.batches),
        COUNTER("spr_store_commands_total", "commands in them", f.commands),
        COUNTER("spr_store_batch_seconds_total", "time of them", (double)f.batch_us / 1e6),
        COUNTER("spr_store_replays_total", "batches done again after a lock conflict", f.replays),
        COUNTER("spr_store_guarded_total", "batches done with a guard per command", f.guarded),
        COUNTER("spr_store_unknown_total", "commands with an unknown outcome", f.unknown),
        COUNTER("spr_store_refused_total", "calls refused for a full queue", f.refused),
        COUNTER("spr_store_reconnects_total", "connections made again", f.reconnects),
        COUNTER("spr_store_reads_total", "calls of the read and bulk lanes", f.reads),
    };
    add_all(scrape, lines, COUNT_OF(lines));
}

static void add_fanout(const struct server *server, struct net_scrape *scrape) {
    struct fanout_figures f;
    fanout_figures_get(server->fanout, &f);
    const struct line lines[] = {
        GAUGE("spr_streams", "streams with readers", f.streams),
        GAUGE("spr_cursors", "readers of streams", f.cursors),
        GAUGE("spr_ring_bytes", "memory of shared frames", f.ring_bytes),
        COUNTER("spr_events_published_total", "events that came into rings", f.published),
        COUNTER("spr_gaps_total", "times that the log had to be read for a ring", f.gaps),
        COUNTER("spr_purged_total", "events whose content was taken out of rings", f.purged),
        COUNTER("spr_fell_off_total", "times that a reader was behind its ring", f.fell_off),
    };
    add_all(scrape, lines, COUNT_OF(lines));
}

static void add_commands(const struct server *server, struct net_scrape *scrape) {
    struct command_figures f;
    command_figures_get(server->commands, &f);
    const struct line lines[] = {
        GAUGE("spr_commands_waiting", "commands and queries under way", f.waiting),
        GAUGE("spr_live_signals", "live signals remembered", f.live_entries),
        COUNTER("spr_commands_done_total", "commands and queries answered", f.done),
        COUNTER("spr_commands_refused_total", "commands and queries refused", f.refused),
        COUNTER("spr_commands_failed_total", "commands and queries that failed", f.failed),
        COUNTER("spr_feed_reads_total", "reads of the log for gaps", f.feed_reads),
        COUNTER("spr_live_in_total", "live signals of other processes", f.live_in),
        COUNTER("spr_live_out_total", "live signals for other processes", f.live_out),
    };
    add_all(scrape, lines, COUNT_OF(lines));
}

static void add_sessions(const struct server *server, struct net_scrape *scrape) {
    struct sessions_figures f;
    sessions_figures_get(server->sessions, &f);
    const struct line lines[] = {
        GAUGE("spr_sessions", "WebSocket sessions", f.sessions),
        GAUGE("spr_http_under_way", "plain requests under way", f.http_under_way),
        GAUGE("spr_downloads", "files being downloaded", f.downloads),
        COUNTER("spr_sessions_opened_total", "WebSocket sessions opened", f.opened),
        COUNTER("spr_session_messages_total", "messages received", f.messages),
        COUNTER("spr_session_requests_total", "plain requests received", f.requests),
        COUNTER("spr_session_writes_total", "writes to WebSockets", f.writes),
        COUNTER("spr_session_sent_bytes_total", "bytes written to WebSockets", f.bytes_sent),
        COUNTER("spr_pages_total", "pages read from the log for readers", f.pages),
        COUNTER("spr_too_slow_total", "readers closed for being too slow", f.too_slow),
        COUNTER("spr_download_bytes_total", "bytes of files handed out", f.download_bytes),
        COUNTER("spr_refused_busy_total", "requests refused for being too many", f.refused_busy),
        COUNTER("spr_rights_ended_total", "subscriptions and sessions ended by lost rights",
                f.rights_ended),
    };
    add_all(scrape, lines, COUNT_OF(lines));
}

void figures_add(struct server *server, struct net_scrape *scrape) {
    add_store(server, scrape);
    add_fanout(server, scrape);
    add_commands(server, scrape);
    add_sessions(server, scrape);
}
