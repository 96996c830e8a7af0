/*
 * fanout: the streams that are followed in this process, and the rule head + 1.
 *
 * Invariant: a stream exists while somebody holds it; nothing is kept for streams without
 * readers. All that arrives out of order only raises `known`, and what lies between the ring and
 * `known` is read from the log.
 */
#include "stream.h"

#include <stdlib.h>
#include <string.h>

#include "wire/wire.h"

enum { RING_BYTES_LEAST = 64 * 1024, HEAD_FRAME_MAX = 512, HEAD_ARENA = 2048 };

struct fanout_limits fanout_limits_default(void) {
    return (struct fanout_limits){
        .ring_bytes = 1UL << 20,
        .ring_frames = 4096,
        .total_bytes = 1UL << 27,
        .streams = 65536,
    };
}

struct fanout *fanout_new(const struct fanout_limits *limits) {
    struct fanout *fanout = mem_alloc(sizeof *fanout);
    fanout->limits = *limits;
    map_init(&fanout->streams);
    list_init(&fanout->dirty);
    return fanout;
}

void fanout_free(struct fanout *fanout) {
    MUST(fanout->streams.count == 0);
    map_fini(&fanout->streams);
    free(fanout);
}

void fanout_on_gap(struct fanout *fanout,
                   void (*on_gap)(void *ctx, const char *name, uint64_t after), void *ctx) {
    fanout->on_gap = on_gap;
    fanout->gap_ctx = ctx;
}

void fanout_set_readers(struct fanout *fanout, const struct fanout_readers *readers) {
    fanout->readers = *readers;
}

struct stream *fanout_find(struct fanout *fanout, const char *name) {
    struct map_node *node = map_find(&fanout->streams, name, strlen(name));
    return node ? CONTAINER_OF(node, struct stream, node) : NULL;
}

struct stream *fanout_hold(struct fanout *fanout, const char *name) {
    struct stream *stream = fanout_find(fanout, name);
    if (stream) {
        stream->holds++;
        return stream;
    }
    size_t len = strlen(name);
    if (len == 0 || len >= FANOUT_NAME_BYTES || fanout->streams.count >= fanout->limits.streams) {
        return NULL;
    }
    stream = mem_alloc(sizeof *stream);
    stream->fanout = fanout;
    stream->holds = 1;
    memcpy(stream->name, name, len + 1);
    list_init(&stream->dirty);
    list_init(&stream->cursors);
    ring_init(&stream->ring, fanout->limits.ring_frames);
    bytes_init(&stream->head_frame, HEAD_FRAME_MAX);
    map_add(&fanout->streams, &stream->node, stream->name, len);
    return stream;
}

void fanout_release(struct stream *stream) {
    MUST(stream->holds > 0);
    if (--stream->holds > 0) {
        return;
    }
    struct fanout *fanout = stream->fanout;
    list_remove(&stream->dirty);
    map_remove(&fanout->streams, &stream->node);
    fanout->ring_bytes -= stream->ring.bytes;
    ring_fini(&stream->ring);
    bytes_fini(&stream->head_frame);
    free(stream);
}

const char *stream_name(const struct stream *stream) {
    return stream->name;
}

void stream_each(struct stream *stream, void (*fn)(void *ctx, struct cursor *cursor), void *ctx) {
    stream->holds++;
    LIST_EACH(&stream->cursors, link) {
        fn(ctx, CONTAINER_OF(link, struct cursor, link));
    }
    fanout_release(stream);
}

void stream_mark(struct stream *stream) {
    struct fanout *fanout = stream->fanout;
    if (list_is_linked(&stream->dirty)) {
        return;
    }
    bool first = list_is_empty(&fanout->dirty);
    list_push(&fanout->dirty, &stream->dirty);
    if (first && fanout->readers.on_dirty) {
        fanout->readers.on_dirty(fanout->readers.ctx);
    }
}

void fanout_sweep(struct fanout *fanout) {
    for (struct list *link; (link = list_take(&fanout->dirty));) {
        struct stream *stream = CONTAINER_OF(link, struct stream, dirty);
        LIST_EACH(&stream->cursors, each) {
            fanout->readers.on_more(CONTAINER_OF(each, struct cursor, link));
        }
    }
}

void stream_check(struct stream *stream) {
    struct fanout *fanout = stream->fanout;
    if (stream->open && !stream->filling && stream->known >= stream->ring.next && fanout->on_gap) {
        stream->filling = true;
        fanout->figures.gaps++;
        fanout->on_gap(fanout->gap_ctx, stream->name, stream->ring.next - 1);
    }
}

static void stream_grow(struct stream *stream, const char *bytes, size_t len) {
    struct fanout *fanout = stream->fanout;
    size_t ceiling = fanout->ring_bytes > fanout->limits.total_bytes ? RING_BYTES_LEAST
                                                                     : fanout->limits.ring_bytes;
    fanout->ring_bytes -= stream->ring.bytes;
    ring_add(&stream->ring, bytes, len, ceiling);
    fanout->ring_bytes += stream->ring.bytes;
    fanout->figures.published++;
    stream->grew_ms = clock_mono_ms();
    stream_mark(stream);
}

void fanout_publish(struct fanout *fanout, const char *name, uint64_t seq, const char *bytes,
                    size_t len) {
    struct stream *stream = fanout_find(fanout, name);
    if (!stream) {
        return;
    }
    if (stream->known < seq) {
        stream->known = seq;
    }
    if (!stream->open) {
        return;
    }
    if (FAULT("voorbij-kop") && seq > stream->ring.next) {
        ring_reset(&stream->ring, seq);
        LIST_EACH(&stream->cursors, link) {
            cursor_advance(CONTAINER_OF(link, struct cursor, link), seq);
        }
    }
    if (seq == stream->ring.next) {
        stream_grow(stream, bytes, len);
    }
    stream_check(stream);
}

void fanout_purge(struct fanout *fanout, const char *name, uint64_t seq) {
    struct stream *stream = fanout_find(fanout, name);
    if (!stream || FAULT("verborgen-in-ring")) {
        return;
    }
    fanout->figures.purged++;
    fanout->ring_bytes -= stream->ring.bytes;
    ring_wipe(&stream->ring, seq);
    fanout->ring_bytes += stream->ring.bytes;
    LIST_EACH(&stream->cursors, link) {
        fanout->readers.on_purge(CONTAINER_OF(link, struct cursor, link), seq);
    }
    stream_mark(stream);
}

void fanout_hint(struct fanout *fanout, const char *name, uint64_t seq) {
    struct stream *stream = fanout_find(fanout, name);
    if (stream && stream->known < seq) {
        stream->known = seq;
        stream_check(stream);
    }
}

void fanout_filled(struct fanout *fanout, const char *name, bool done) {
    struct stream *stream = fanout_find(fanout, name);
    if (!stream) {
        return;
    }
    stream->filling = false;
    if (done) {
        stream_check(stream);
    }
}

void fanout_head(struct fanout *fanout, const char *name, uint64_t seq, const char *h,
                 int64_t quiet_ms) {
    struct stream *stream = fanout_find(fanout, name);
    if (!stream || !stream->open) {
        return;
    }
    if (stream->known < seq) {
        stream->known = seq;
    }
    stream_check(stream);
    bool quiet = seq + 1 == stream->ring.next && clock_mono_ms() - stream->grew_ms >= quiet_ms;
    if (!quiet || stream->head_seq == seq) {
        return;
    }
    struct arena arena;
    arena_init(&arena, HEAD_ARENA);
    struct wire_bytes json =
        wire_json(&arena, "{'kop':{'stroom':%s,'seq':%lld,'h':%s}}", name, (long long)seq, h);
    struct wire_bytes frame = wire_frame(&arena, json.p, json.len);
    bytes_clear(&stream->head_frame);
    bytes_add(&stream->head_frame, frame.p, frame.len);
    arena_fini(&arena);
    MUST(!stream->head_frame.full);
    stream->head_seq = seq;
    stream_mark(stream);
}

void fanout_each(struct fanout *fanout, void (*fn)(void *ctx, const char *name), void *ctx) {
    for (struct map_node *node = NULL; (node = map_next(&fanout->streams, node));) {
        struct stream *stream = CONTAINER_OF(node, struct stream, node);
        if (stream->open) {
            fn(ctx, stream->name);
        }
    }
}

void fanout_figures_get(const struct fanout *fanout, struct fanout_figures *out) {
    *out = fanout->figures;
    out->streams = fanout->streams.count;
    out->cursors = fanout->cursors;
    out->ring_bytes = fanout->ring_bytes;
}
