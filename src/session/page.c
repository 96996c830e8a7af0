/*
 * page: what a reader needs and the ring no longer has, read from the log.
 *
 * Invariant: a page follows without a hole on what the reader took; at most page_reads reads are
 * under way in this process, the others wait in order. A page, and a read under way, that holds an
 * event whose content changed is thrown away and read again.
 */
#include "sessions.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PAGE_EVENTS = 100 };

struct page_read {
    struct sessions *sessions;
    struct follow *f; /* NULL: nobody waits any more */
    bool stale;
};

static void page_free(struct follow *f) {
    if (f->page) {
        bytes_fini(&f->page->frames);
        free(f->page);
        f->page = NULL;
    }
}

void page_fini(struct follow *f) {
    page_free(f);
    list_remove(&f->wait);
    if (f->read) {
        f->read->f = NULL;
        f->read = NULL;
    }
}

void page_purge(struct follow *f, uint64_t seq) {
    if (f->read) {
        f->read->stale = true;
    }
    if (f->page && !f->page->sending && seq >= f->cursor.at && seq < f->page->after) {
        page_free(f);
        page_want(f);
    }
}

void page_sent(struct follow *f) {
    cursor_advance(&f->cursor, f->page->after);
    page_free(f);
    outbox_schedule(f->s);
}

/* What the reader may read ends here, though the stream goes on. */
static void end_of_rights(struct follow *f) {
    struct session *s = f->s;
    outbox_json(s, wire_json(&s->sessions->arena, "{'einde':{'stroom':%s,'reden':'leesrecht'}}",
                             stream_name(f->held)));
    follow_end(f);
}

static struct page *page_make(const struct follow *f, const struct store_row *rows, size_t n) {
    const struct session_limits *limits = &f->s->sessions->config.limits;
    struct page *page = mem_alloc(sizeof *page);
    bytes_init(&page->frames, limits->write_bytes + WIRE_MESSAGE_MAX + WIRE_FRAME_HEADER_MAX);
    page->after = f->cursor.at;
    for (size_t i = 0; i < n && page->frames.len < limits->write_bytes; i++) {
        if (strcmp(rows[i].soort, "gebeurtenis") != 0 || (uint64_t)rows[i].seq != page->after) {
            break;
        }
        unsigned char header[WIRE_FRAME_HEADER_MAX];
        size_t header_len = wire_frame_header(header, rows[i].len);
        if (page->frames.len + header_len + rows[i].len > page->frames.ceiling) {
            break;
        }
        bytes_add(&page->frames, header, header_len);
        bytes_add(&page->frames, rows[i].bytes, rows[i].len);
        page->after++;
    }
    return page;
}

static void on_page(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct page_read *read = ctx;
    struct sessions *sessions = read->sessions;
    struct follow *f = read->f;
    bool stale = read->stale;
    sessions->page_reads--;
    free(read);
    if (f) {
        f->read = NULL;
        if (err != ERR_OK) {
            list_push(&sessions->page_wait, &f->wait); /* again with the next heartbeat */
        } else if (stale) {
            page_want(f);
        } else {
            f->page = page_make(f, rows, n);
            if (f->page->frames.len == 0) {
                page_free(f);
                end_of_rights(f);
            } else {
                outbox_schedule(f->s);
            }
        }
    }
    if (err == ERR_OK) {
        page_next(sessions);
    }
}

static bool page_start(struct follow *f) {
    struct sessions *sessions = f->s->sessions;
    char after[24], most[24];
    snprintf(after, sizeof after, "%" PRIu64, f->cursor.at - 1);
    snprintf(most, sizeof most, "%d", PAGE_EVENTS);
    struct page_read *read = mem_alloc(sizeof *read);
    read->sessions = sessions;
    read->f = f;
    const char *params[] = {f->s->sessie, stream_name(f->held), after, most};
    if (store_call(sessions->store, STORE_READ, "api.bladzijde", params, COUNT_OF(params), on_page,
                   read) != ERR_OK) {
        free(read);
        return false;
    }
    f->read = read;
    sessions->page_reads++;
    sessions->figures.pages++;
    return true;
}

/* Starts the reads that may start. After a failure the rest waits for the next heartbeat. */
void page_next(struct sessions *sessions) {
    while (sessions->page_reads < sessions->config.limits.page_reads &&
           !list_is_empty(&sessions->page_wait)) {
        struct follow *f = CONTAINER_OF(list_take(&sessions->page_wait), struct follow, wait);
        if (!page_start(f)) {
            list_push_front(&sessions->page_wait, &f->wait);
            return;
        }
    }
}

void page_want(struct follow *f) {
    struct sessions *sessions = f->s->sessions;
    if (f->read || f->page || list_is_linked(&f->wait)) {
        return;
    }
    list_push(&sessions->page_wait, &f->wait);
    if (sessions->page_reads == 0 || f->wait.prev == &sessions->page_wait) {
        page_next(sessions);
    }
}
