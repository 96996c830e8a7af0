/*
 * cursor: one reader's place in one stream.
 *
 * Invariant: `at` only grows, and never past the head of the ring by taking.
 */
#include "stream.h"

void cursor_init(struct cursor *cursor) {
    *cursor = (struct cursor){0};
    list_init(&cursor->link);
}

void cursor_attach(struct cursor *cursor, struct stream *stream, uint64_t since,
                   uint64_t log_head) {
    MUST(!cursor->stream);
    cursor->stream = stream;
    cursor->at = since + 1;
    if (FAULT("overslaan")) {
        cursor->at++;
    }
    if (FAULT("dubbel") && since > 0) {
        cursor->at--;
    }
    cursor->told = log_head;
    list_push(&stream->cursors, &cursor->link);
    stream->holds++;
    stream->fanout->cursors++;
    if (!stream->open) {
        stream->open = true;
        stream->grew_ms = clock_mono_ms();
        ring_reset(&stream->ring, log_head + 1);
    }
    if (stream->known < log_head) {
        stream->known = log_head;
    }
    stream_check(stream);
    if (cursor_is_behind(cursor)) {
        stream_mark(stream);
    }
}

void cursor_detach(struct cursor *cursor) {
    struct stream *stream = cursor->stream;
    if (!stream) {
        return;
    }
    cursor->stream = NULL;
    list_remove(&cursor->link);
    stream->fanout->cursors--;
    fanout_release(stream);
}

bool cursor_is_behind(const struct cursor *cursor) {
    return cursor->stream && cursor->at < cursor->stream->ring.next;
}

enum fanout_take cursor_take(struct cursor *cursor, size_t max, const char **frames, size_t *len) {
    struct stream *stream = cursor->stream;
    if (!stream) {
        return FANOUT_NOTHING;
    }
    const struct ring *ring = &stream->ring;
    if (cursor->at < ring->low && FAULT("achterop-overslaan")) {
        cursor->at = ring->low;
    }
    if (cursor->at < ring->low) {
        stream->fanout->figures.fell_off++;
        return FANOUT_FELL_OFF;
    }
    if (cursor->at < ring->next) {
        cursor->at = ring_run(ring, cursor->at, max, frames, len);
        return FANOUT_FRAMES;
    }
    if (stream->head_seq > cursor->told && stream->head_seq + 1 == cursor->at) {
        cursor->told = stream->head_seq;
        *frames = stream->head_frame.data;
        *len = stream->head_frame.len;
        return FANOUT_FRAMES;
    }
    return FANOUT_NOTHING;
}

void cursor_advance(struct cursor *cursor, uint64_t seq) {
    if (cursor->at < seq) {
        cursor->at = seq;
    }
}
