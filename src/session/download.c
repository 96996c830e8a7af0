/*
 * download: the bytes of a file. The head is answered from a first look, then one stretch of bytes
 * is read each time the client has taken the one before.
 *
 * Invariant: a download holds one stretch at most, however slow its reader; and each stretch is
 * asked for anew, so that who loses the right, the session or the paper gets no further byte.
 */
#include "download.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STRETCH = 3 * 36864, ID_BYTES = 24, DECIMAL_BYTES = 24, RANGE_BYTES = 64 };

struct download {
    char tafel[ID_BYTES], bestand[ID_BYTES];
    char range[RANGE_BYTES], if_range[RANGE_BYTES + 16];
    bool head_only;
    bool flows; /* the head is out */
    bool reading;
    uint64_t at, end;
    session_on_part *part; /* NULL: cancelled */
};

void download_free(struct download *download) {
    free(download);
}

/* ---- what is asked ----------------------------------------------------------------------- */

static const char *read_number(const char *text, uint64_t *out) {
    size_t n = strspn(text, "0123456789");
    if (n == 0 || n > 15) {
        return NULL;
    }
    *out = strtoull(text, NULL, 10);
    return text + n;
}

enum download_range download_range_read(const char *text, uint64_t total, uint64_t *first,
                                        uint64_t *end) {
    static const char unit[] = "bytes=";
    uint64_t from = 0, last = UINT64_MAX;
    if (strncmp(text, unit, sizeof unit - 1) != 0) {
        return DOWNLOAD_RANGE_NONE;
    }
    text += sizeof unit - 1;
    bool suffix = *text == '-';
    const char *rest = suffix ? text : read_number(text, &from);
    if (!rest || *rest++ != '-') {
        return DOWNLOAD_RANGE_NONE;
    }
    if (*rest) {
        rest = read_number(rest, &last);
    }
    /* Several ranges, or one that cannot be read: a server may send everything. */
    if (!rest || *rest || (suffix && !text[1]) || (!suffix && last < from)) {
        return DOWNLOAD_RANGE_NONE;
    }
    if (suffix) {
        from = last < total ? total - last : 0;
        if (last == 0) {
            from = total;
        }
        last = total - 1;
    }
    if (from >= total) {
        return DOWNLOAD_RANGE_WRONG;
    }
    *first = from;
    *end = (last < total ? last : total - 1) + 1;
    return DOWNLOAD_RANGE_PART;
}

static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

size_t download_unhex(char *text, size_t len) {
    for (size_t i = 0; i + 1 < len; i += 2) {
        int high = digit(text[i]), low = digit(text[i + 1]);
        if (high < 0 || low < 0) {
            return 0;
        }
        text[i / 2] = (char)(high * 16 + low);
    }
    return len % 2 == 0 ? len / 2 : 0;
}

/* ---- the stretches ------------------------------------------------------------------------ */

static enum err ask(struct session_request *r, enum store_lane lane, uint64_t at, uint64_t most,
                    store_on_rows *on_rows) {
    struct download *download = r->download;
    char from[DECIMAL_BYTES], size[DECIMAL_BYTES];
    snprintf(from, sizeof from, "%" PRIu64, at);
    snprintf(size, sizeof size, "%" PRIu64, most);
    const char *params[] = {r->sessie, download->tafel, download->bestand, from, size};
    enum err err = store_call(r->sessions->store, lane, "api.bestand_inhoud", params,
                              COUNT_OF(params), on_rows, r);
    download->reading = err == ERR_OK;
    return err;
}

static void finish(struct session_request *r) {
    r->sessions->figures.downloads--;
    request_free(r);
}

static void on_stretch(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct session_request *r = ctx;
    struct download *download = r->download;
    download->reading = false;
    bool good = err == ERR_OK && n == 2 && strcmp(rows[1].soort, "deel") == 0;
    size_t most = download->end - download->at < STRETCH ? download->end - download->at : STRETCH;
    char *bytes = good ? mem_memdup(rows[1].bytes, rows[1].len) : NULL;
    size_t len = good ? download_unhex(bytes, rows[1].len) : 0;
    session_on_part *part = download->part;
    void *request = r->request;
    len = len == most ? len : 0; /* half a stretch is none: nothing may be shifted */
    download->at += len;
    r->sessions->figures.download_bytes += len;
    if (!part || len == 0 || download->at == download->end) {
        finish(r);
    }
    if (part) {
        part(request, bytes, len);
    }
    free(bytes);
}

void session_http_more(struct session_request *r) {
    struct download *download = r->download;
    MUST(download && download->flows && !download->reading);
    uint64_t left = download->end - download->at;
    /* In the lane of what may take long: others wait for answers. */
    if (ask(r, STORE_BULK, download->at, left < STRETCH ? left : STRETCH, on_stretch) != ERR_OK) {
        session_on_part *part = download->part;
        void *request = r->request;
        finish(r);
        part(request, NULL, 0);
    }
}

void download_cancel(struct session_request *r) {
    if (!r->download->flows) {
        r->reply = NULL; /* the look is still under way */
    } else if (r->download->reading) {
        r->download->part = NULL;
    } else {
        finish(r);
    }
}

/* ---- the head ----------------------------------------------------------------------------- */

static void send_head(struct session_request *r, struct session_http_reply *reply) {
    struct download *download = r->download;
    reply->body_len = download->end - download->at;
    if (download->head_only || !r->reply) {
        r->sessions->figures.downloads--;
        request_end(r, reply);
        return;
    }
    download->flows = true;
    reply->more = r;
    r->sessions->figures.http_under_way--;
    r->reply(r->request, reply);
}

static void on_file(struct session_request *r, struct arena *arena, const struct store_row *row) {
    struct download *download = r->download;
    struct session_http_reply reply = {.status = 200};
    uint64_t total = (uint64_t)row->seq;
    const char *sha256 = wire_read_field(arena, row->bytes, row->len, "sha256");
    const char *type = wire_read_field(arena, row->bytes, row->len, "type");
    const char *as = wire_read_field(arena, row->bytes, row->len, "beschikking");
    MUST(sha256 && type && as);
    const char *etag = arena_printf(arena, "\"%.32s\"", sha256); /* half of the hash is plenty */
    download->end = total;
    if (!download->if_range[0] || strcmp(download->if_range, etag) == 0) {
        switch (download_range_read(download->range, total, &download->at, &download->end)) {
        case DOWNLOAD_RANGE_NONE:
            break;
        case DOWNLOAD_RANGE_PART:
            reply.status = 206;
            snprintf(r->content_range, sizeof r->content_range,
                     "bytes %" PRIu64 "-%" PRIu64 "/%" PRIu64, download->at, download->end - 1,
                     total);
            break;
        case DOWNLOAD_RANGE_WRONG:
            snprintf(r->content_range, sizeof r->content_range, "bytes */%" PRIu64, total);
            r->sessions->figures.downloads--;
            request_fail(r, ERR_BEREIK_ONGELDIG, NULL, 0);
            return;
        }
    }
    request_header(&reply, "cache-control", "private, no-cache");
    request_header(&reply, "etag", etag);
    request_header(&reply, "accept-ranges", "bytes");
    if (strcmp(r->if_none_match, etag) == 0) {
        reply.status = 304;
        r->sessions->figures.downloads--;
        request_end(r, &reply);
        return;
    }
    /* It is kept, never shown: whoever opens it does so outside this site. */
    request_header(&reply, "content-disposition", as);
    request_header(&reply, "content-security-policy", "sandbox; default-src 'none'");
    if (reply.status == 206) {
        request_header(&reply, "content-range", r->content_range);
    }
    reply.content_type = type;
    send_head(r, &reply);
}

static void on_look(void *ctx, enum err err, const struct store_row *rows, size_t n) {
    struct session_request *r = ctx;
    r->download->reading = false;
    bool refused = err == ERR_OK && n > 0 && strcmp(rows[0].soort, "weigering") == 0;
    if (err == ERR_OK && n > 0 && !refused) {
        struct arena arena;
        arena_init(&arena, REPLY_ARENA);
        on_file(r, &arena, &rows[0]);
        arena_fini(&arena);
        return;
    }
    r->sessions->figures.downloads--;
    request_fail(r, err == ERR_OK ? ERR_INTERN : err, refused ? rows[0].bytes : NULL,
                 refused ? rows[0].len : 0);
}

void download_start(struct session_request *r, const struct wire_request *request,
                    const struct session_http *http) {
    struct sessions *sessions = r->sessions;
    if (sessions->figures.downloads >= sessions->config.limits.downloads) {
        request_fail(r, ERR_TE_DRUK, NULL, 0);
        return;
    }
    struct download *download = r->download = mem_alloc(sizeof *download);
    *download = (struct download){.head_only = http->head_only, .part = http->part};
    snprintf(download->tafel, ID_BYTES, "%s", wire_arg_text(request, "tafel"));
    snprintf(download->bestand, ID_BYTES, "%s", wire_arg_text(request, "bestand"));
    if (strlen(http->range) < sizeof download->range) {
        snprintf(download->range, sizeof download->range, "%s", http->range);
    }
    snprintf(download->if_range, sizeof download->if_range, "%s", http->if_range);
    sessions->figures.downloads++;
    enum err err = ask(r, STORE_READ, 0, 0, on_look);
    if (err != ERR_OK) {
        sessions->figures.downloads--;
        request_fail(r, err, NULL, 0);
    }
}
