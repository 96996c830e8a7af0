/*
 * verify: goes over an exported log and says what holds. It needs no database and no
 * configuration, and believes nothing but the arithmetic.
 *
 * Invariant: memory is one line and one row for each stream, whatever the file holds; a stream of
 * which one line did not hold is not gone on with.
 */
#include "app/app.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/base.h"
#include "evidence/evidence.h"
#include "wire/wire.h"

enum { LINE_ARENA = 1 << 20, STREAMS_MAX = 10000, NAME_MAX_BYTES = 128 };

struct stream {
    struct map_node node;
    struct stream *next; /* in the order of the file */
    struct evidence_chain chain;
    char name[NAME_MAX_BYTES];
    int64_t from; /* the event before the first */
    uint64_t absent;
    bool ended;
    uint64_t bad_line; /* 0: none */
};

struct verify {
    FILE *out;
    struct map streams;
    struct stream *first, **last;
    uint64_t line, bad_line;
    char *text; /* of the line */
};

static void complain(struct verify *verify, struct stream *stream, const char *what) {
    fprintf(verify->out, "line %" PRIu64 ": ", verify->line);
    if (stream) {
        fprintf(verify->out, "%s, after event %" PRId64 ": ", stream->name, stream->chain.seq);
        stream->bad_line = verify->line;
    }
    fprintf(verify->out, "%s.\n", what);
    if (verify->bad_line == 0) {
        verify->bad_line = verify->line;
    }
}

static struct stream *find_stream(struct verify *verify, const char *name) {
    struct map_node *node = map_find(&verify->streams, name, strlen(name));
    return node ? CONTAINER_OF(node, struct stream, node) : NULL;
}

static void begin(struct verify *verify, const struct wire_logline *line) {
    if (strlen(line->stroom) >= NAME_MAX_BYTES ||
        strspn(line->stroom, "abcdefghijklmnopqrstuvwxyz0123456789:-") != strlen(line->stroom)) {
        complain(verify, NULL, "this is no name of a stream");
        return;
    }
    if (verify->streams.count == STREAMS_MAX) {
        complain(verify, NULL, "more streams than one file may have; check it in parts");
        return;
    }
    struct stream *stream = mem_alloc(sizeof *stream);
    snprintf(stream->name, sizeof stream->name, "%s", line->stroom);
    stream->from = line->seq;
    map_add(&verify->streams, &stream->node, stream->name, strlen(stream->name));
    *verify->last = stream;
    verify->last = &stream->next;
    if (line->seq > 0) {
        if (!evidence_chain_resume(&stream->chain, line->seq, line->h)) {
            complain(verify, stream, "the hash it begins with is none");
        }
        return;
    }
    evidence_chain_begin(&stream->chain, line->stroom, line->epoch);
    if (!evidence_chain_is_at(&stream->chain, 0, line->h)) {
        complain(verify, stream, "the first hash does not follow from the stream and its epoch");
    }
}

static void step(struct verify *verify, struct stream *stream, const struct wire_logline *line) {
    const struct evidence_event event = {.stroom = line->stroom,
                                         .leaf = line->leaf,
                                         .h = line->h,
                                         .inhoud = line->inhoud,
                                         .zout = line->zout,
                                         .door = line->door,
                                         .doorzout = line->doorzout,
                                         .afwezig = line->afwezig,
                                         .seq = line->seq,
                                         .leaf_stroom = line->in_leaf.stroom,
                                         .at = line->in_leaf.at,
                                         .leaf_door = line->in_leaf.door,
                                         .leaf_inhoud = line->in_leaf.inhoud,
                                         .leaf_seq = line->in_leaf.seq};
    const char *wrong = evidence_chain_step(&stream->chain, &event);
    if (wrong) {
        complain(verify, stream, wrong);
    } else if (line->afwezig) {
        stream->absent++;
    }
}

static void take_line(struct verify *verify, struct arena *arena, size_t len) {
    struct wire_logline line;
    verify->line++;
    if (!wire_read_logline(arena, verify->text, len, &line)) {
        complain(verify, NULL, "this is no line of an exported log");
        return;
    }
    struct stream *stream = find_stream(verify, line.stroom);
    if (stream && stream->bad_line) {
        return;
    }
    if (line.kind == WIRE_LOGLINE_BEGIN && !stream) {
        begin(verify, &line);
    } else if (!stream) {
        complain(verify, NULL, "its stream did not begin in this file");
    } else if (stream->ended || line.kind == WIRE_LOGLINE_BEGIN) {
        complain(verify, stream, "its stream began or ended before");
    } else if (line.kind == WIRE_LOGLINE_EVENT) {
        step(verify, stream, &line);
    } else if (!evidence_chain_is_at(&stream->chain, line.seq, line.h)) {
        complain(verify, stream, "the stream does not end here");
    } else {
        stream->ended = true;
    }
}

/* Up to and without the newline; false at the end of the file. *len > WIRE_MESSAGE_MAX: too long.
 */
static bool read_line(FILE *file, char *text, size_t *len, bool *whole) {
    int c;
    *len = 0;
    while ((c = getc(file)) != EOF && c != '\n') {
        if (*len <= WIRE_MESSAGE_MAX) {
            text[*len] = (char)c;
            ++*len;
        }
    }
    *whole = c == '\n';
    return *whole || *len > 0;
}

static void read_all(struct verify *verify, FILE *file) {
    struct arena arena;
    size_t len;
    bool whole;
    arena_init(&arena, LINE_ARENA);
    while (read_line(file, verify->text, &len, &whole)) {
        if (len > WIRE_MESSAGE_MAX || !whole) {
            verify->line++;
            complain(verify, NULL,
                     whole ? "this line is longer than one may be"
                           : "this line is cut off: part of the file is missing");
            continue;
        }
        take_line(verify, &arena, len);
        arena_reset(&arena);
    }
    arena_fini(&arena);
}

static bool tell_stream(struct verify *verify, const struct stream *stream) {
    bool good = stream->ended && !stream->bad_line;
    fprintf(verify->out, "%s: ", stream->name);
    if (stream->chain.seq > stream->from) {
        fprintf(verify->out, "events %" PRId64 " to %" PRId64 " hold", stream->from + 1,
                stream->chain.seq);
    } else {
        fprintf(verify->out, "no event holds");
    }
    if (stream->from > 0) {
        fprintf(verify->out, "; what came before them is not in this file");
    }
    if (stream->absent > 0) {
        fprintf(verify->out, "; the content of %" PRIu64 " of them is absent, with its reason",
                stream->absent);
    }
    if (stream->bad_line) {
        fprintf(verify->out, "; line %" PRIu64 " and what follows it do not", stream->bad_line);
    } else if (!stream->ended) {
        fprintf(verify->out, "; its end is missing");
    }
    fprintf(verify->out, ".\n");
    return good;
}

int app_verify_file(FILE *file, FILE *out) {
    struct verify verify = {.out = out, .text = mem_alloc(WIRE_MESSAGE_MAX + 2)};
    verify.last = &verify.first;
    map_init(&verify.streams);
    read_all(&verify, file);
    bool good = verify.bad_line == 0 && !ferror(file) && verify.first;
    for (struct stream *stream = verify.first; stream; stream = stream->next) {
        good = tell_stream(&verify, stream) && good;
    }
    if (verify.bad_line > 0) {
        fprintf(out, "The first line that does not hold is line %" PRIu64 ".\n", verify.bad_line);
    } else if (!verify.first) {
        fprintf(out, "There is no stream in this file.\n");
    }
    map_fini(&verify.streams);
    while (verify.first) {
        struct stream *gone = verify.first;
        verify.first = gone->next;
        free(gone);
    }
    free(verify.text);
    return good ? APP_OK : APP_FAILED;
}

int app_verify(const char *name) {
    FILE *file = fopen(name, "re");
    if (!file) {
        fprintf(stderr, "%s cannot be read: %s.\n", name, strerror(errno));
        return APP_USAGE;
    }
    int code = app_verify_file(file, stdout);
    fclose(file);
    return code;
}
