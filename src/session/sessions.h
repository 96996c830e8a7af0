/* sessions: the inside of this room, shared by its files only. */
#ifndef SPR_SESSION_SESSIONS_H
#define SPR_SESSION_SESSIONS_H

#include "base/base.h"
#include "command/command.h"
#include "fanout/fanout.h"
#include "identity/identity.h"
#include "loop/loop.h"
#include "session/session.h"
#include "store/store.h"
#include "wire/wire.h"

enum {
    SLICES = 16, /* heartbeats are spread over the time between two */
    SESSION_HASH_BYTES = IDENTITY_HASH_BYTES,
    PERSON_BYTES = 24,
    REPLY_ARENA = 4 * 1024 * 1024,
};

/* fresh: not yet greeted · greeting: hello under way · live · closing: told the transport to end;
 * gone is no state, the session is freed. */
enum session_state { SESSION_FRESH, SESSION_GREETING, SESSION_LIVE, SESSION_CLOSING };

struct bucket {
    int64_t filled_ms;
    uint32_t level; /* thousandths of a token */
};

struct session {
    struct list slice;   /* in sessions.slices[…] */
    struct list flush;   /* in sessions.flush while output waits for the end of the turn */
    struct list follows; /* struct follow; the first is the next to be served */
    struct list asked;   /* struct asked, oldest first */
    struct map_node node;
    struct sessions *sessions;
    const struct session_transport *transport;
    void *ws;
    uint64_t id;
    struct bytes out; /* answers and other frames of its own */
    struct bucket bucket;
    int64_t since_ms; /* connected, or blocked */
    uint32_t n_asked, n_follows, refused_in_row;
    uint8_t state;
    bool blocked, paused, beat, told_leave;
    char sessie[SESSION_HASH_BYTES];
    char persoon[PERSON_BYTES];
};

/* What a session asked and was not yet answered. Outlives its session while the store works. */
enum asked_kind { ASKED_COMMAND, ASKED_HELLO, ASKED_SUBSCRIBE, ASKED_UNSUBSCRIBE, ASKED_LIVE };
struct asked {
    struct list link;  /* in session.asked */
    struct session *s; /* NULL: the session is gone */
    const struct wire_def *def;
    int64_t id;
    enum asked_kind kind;
    enum err err;   /* what the answer says */
    bool done;      /* the answer is known */
    bool under_way; /* the store will call back */
    char *frame;    /* the answer, while others go first */
    size_t frame_len;
    struct follow *follow; /* ASKED_SUBSCRIBE: not yet the session's */
    uint64_t since, head;
    uint64_t rights_at; /* what was known of rights when the store was asked */
    char since_text[PERSON_BYTES], epoch[FANOUT_NAME_BYTES]; /* as asked: ASKED_SUBSCRIBE */
    char stroom[FANOUT_NAME_BYTES];                          /* all but the first two kinds */
    char onderwerp[PERSON_BYTES], organisatie[PERSON_BYTES];
};

/* One stream that a session follows. */
struct follow {
    struct list link;  /* in session.follows */
    struct list wait;  /* in sessions.page_wait while it waits for a read of the log */
    struct session *s; /* NULL: not yet, or no more */
    struct stream *held;
    struct cursor cursor;
    struct page *page;      /* read from the log, not yet sent */
    struct page_read *read; /* under way */
    bool present;           /* said "aanwezig" here */
    char organisatie[PERSON_BYTES];
};

struct sessions {
    struct loop *loop;
    struct store *store;
    struct commands *commands;
    struct fanout *fanout;
    struct sessions_config config;
    struct list slices[SLICES];
    struct list flush;
    struct list page_wait;
    struct list requests; /* struct session_request */
    struct map by_id;
    struct map addresses; /* struct address */
    struct loop_deferred turn;
    struct loop_timer beat;
    struct arena arena; /* of the message at hand */
    struct rights *rights;
    struct drain *drain; /* NULL: not draining */
    char *scratch;
    size_t scratch_size;
    char *version;
    unsigned slice, opened_in; /* which slice is next for a heartbeat, for a new session */
    uint32_t page_reads;
    uint64_t next_id;
    struct sessions_figures figures;
};

/* ---- bucket.c */
bool bucket_take(struct bucket *bucket, int64_t now_ms, uint32_t rate_milli, uint32_t burst,
                 int64_t *retry_ms);
bool address_take(struct sessions *sessions, const char *address, bool login, int64_t *retry_ms);
void address_forget_idle(struct sessions *sessions);
void address_fini(struct sessions *sessions);

/* ---- session.c */
void session_close(struct session *s, uint16_t code, const char *reason);
void session_close_for(struct session *s, enum err err);
struct session *session_find(struct sessions *sessions, uint64_t id);

/* ---- inbox.c */
void inbox_take(struct session *s, const char *bytes, size_t len);
/* The answer to one question is known; it leaves when its turn comes. They take the asked. */
void asked_ok(struct asked *asked, const char *bytes, size_t len);
void asked_error(struct asked *asked, const struct wire_error *error);
void asked_fail(struct asked *asked, enum err err, const char *refusal, size_t len);
void inbox_fini(struct session *s);
void inbox_unpause(struct session *s);

/* ---- hello.c */
void hello_start(struct asked *asked);
struct wire_bytes hello_welcome(struct sessions *sessions, struct arena *arena, const char *bytes,
                                size_t len);

/* ---- follow.c */
void follow_start(struct asked *asked, const struct wire_request *request);
bool follow_is_stale(const struct asked *asked); /* rights moved since the store said yes */
void follow_again(struct asked *asked);          /* asks the store once more */
void follow_begin(struct asked *asked);          /* its answer is out: events may come */
void follow_free(struct follow *f);              /* one that never began */
void follow_end(struct follow *f);
struct follow *follow_find(const struct session *s, const char *stroom);
void follow_live(struct follow *f, const struct asked *asked);

/* ---- page.c: what the ring no longer has */
struct page {
    struct bytes frames;
    uint64_t after; /* seq after its last frame */
    bool sending;   /* is part of the write at hand */
};
void page_want(struct follow *f);
void page_fini(struct follow *f);
void page_purge(struct follow *f, uint64_t seq);
void page_sent(struct follow *f);
void page_next(struct sessions *sessions);

/* ---- outbox.c */
void outbox_schedule(struct session *s);
void outbox_add(struct session *s, const char *frames, size_t len);
void outbox_flush(struct session *s);
void outbox_json(struct session *s, struct wire_bytes json);
void outbox_init(struct sessions *sessions);
void outbox_fini(struct sessions *sessions);

/* ---- rights.c */
struct rights *rights_new(struct sessions *sessions);
void rights_free(struct rights *rights);
void rights_stop(struct rights *rights);
uint64_t rights_known(const struct rights *rights); /* how much of `toegang` is being dealt with */

/* ---- drain.c */
void drain_free(struct drain *drain);
void drain_gone(struct sessions *sessions); /* a session or request ended */

#endif
