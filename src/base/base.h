/*
 * base: what every room stands on, and nothing but libc under it. Errors, log, memory,
 * containers, ids, chance and time.
 *
 * Invariant: a bug or memory that runs out aborts with a backtrace (die). That is honest only
 * because everything that grows has a ceiling given when it is made. What can be expected to
 * fail returns enum err.
 */
#ifndef SPR_BASE_H
#define SPR_BASE_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Generated from proto/errors.json: enum err { ERR_OK = 0, ERR_<NAME>…, ERR_COUNT }; struct
 * err_info { name, sqlstate, http, close, nl, en } and const struct err_info err_table[]. */
#include "err_gen.h"

#define MUST_CHECK                      __attribute__((warn_unused_result))
#define FORMATS(at, first)              __attribute__((format(printf, at, first), nonnull(at)))
#define CONTAINER_OF(ptr, type, member) ((type *)(void *)((char *)(ptr)-offsetof(type, member)))
#define COUNT_OF(array)                 (sizeof(array) / sizeof((array)[0]))

/* A file that was built into the program. */
struct embed_file {
    const char *name; /* "state/010_log.sql" */
    const char *bytes;
    size_t len;
};

/* ---- err: never NULL; what is unknown is ERR_INTERN ------------------------------------- */
const char *err_name(enum err err);
const struct err_info *err_get(enum err err);
enum err err_by_name(const char *name, size_t len);
enum err err_by_sqlstate(const char *sqlstate); /* ERR_INTERN when no error claims it */

/* ---- die: writes a line and a backtrace to stderr, then aborts --------------------------- */
_Noreturn void die(const char *format, ...) FORMATS(1, 2);
#define MUST(cond) ((cond) ? (void)0 : die("%s:%d: %s", __FILE__, __LINE__, #cond))
/* The allocator that never returns NULL; free with free(). */
void *mem_alloc(size_t size) MUST_CHECK; /* zeroed */
void *mem_resize(void *old, size_t size) MUST_CHECK;
char *mem_strdup(const char *text) MUST_CHECK;             /* NULL stays NULL */
char *mem_memdup(const void *from, size_t len) MUST_CHECK; /* adds a terminating NUL */

/* ---- log: one JSON object a line on stderr. Ids, never names, bodies, tokens or queries --- */
enum log_level { LOG_DEBUG, LOG_INFO, LOG_WARN, LOG_ERROR };
struct log_field {
    const char *name; /* NULL ends the array */
    const char *text; /* NULL: the number counts */
    int64_t number;
};
#define LOG_STR(key, value) ((struct log_field){.name = (key), .text = (value)})
#define LOG_NUM(key, value) ((struct log_field){.name = (key), .number = (int64_t)(value)})
/* log_info("store.up", LOG_STR("lane", "write"), LOG_NUM("ms", 3)); at least one field */
#define log_debug(event, ...) LOG_LINE(LOG_DEBUG, event, __VA_ARGS__)
#define log_info(event, ...)  LOG_LINE(LOG_INFO, event, __VA_ARGS__)
#define log_warn(event, ...)  LOG_LINE(LOG_WARN, event, __VA_ARGS__)
#define log_error(event, ...) LOG_LINE(LOG_ERROR, event, __VA_ARGS__)
#define LOG_LINE(level, event, ...)                                                                \
    log_write(level, event, (const struct log_field[]){__VA_ARGS__, {0}})
void log_write(enum log_level level, const char *event, const struct log_field *fields);
void log_init(enum log_level least, unsigned worker); /* every line then carries the worker */

/* ---- arena: memory that dies together; dies when it would pass its ceiling ---------------- */
struct arena {
    struct arena_block *blocks;
    size_t used, ceiling;
};
void arena_init(struct arena *arena, size_t ceiling);
void arena_fini(struct arena *arena);
void arena_reset(struct arena *arena);                          /* forgets all, keeps one block */
void *arena_alloc(struct arena *arena, size_t size) MUST_CHECK; /* zeroed, aligned for any type */
char *arena_memdup(struct arena *arena, const void *from, size_t len) MUST_CHECK; /* + NUL */
char *arena_printf(struct arena *arena, const char *format, ...) MUST_CHECK FORMATS(2, 3);

/* ---- bytes: a buffer that grows to its ceiling. Adding what does not fit adds nothing and sets
 * full, which stays: add everything, then look at full once. data has a NUL behind len. -------- */
struct bytes {
    char *data; /* NULL while empty */
    size_t len, cap, ceiling;
    bool full;
};
void bytes_init(struct bytes *bytes, size_t ceiling);
void bytes_fini(struct bytes *bytes);
void bytes_clear(struct bytes *bytes); /* empty, not full, memory kept */
void bytes_add(struct bytes *bytes, const void *from, size_t len);
void bytes_add_str(struct bytes *bytes, const char *text);
void bytes_add_char(struct bytes *bytes, char c);
void bytes_add_format(struct bytes *bytes, const char *format, ...) FORMATS(2, 3);
void bytes_add_json(struct bytes *bytes, const char *text, size_t len); /* quoted, escaped */
void bytes_drop(struct bytes *bytes, size_t len);                       /* from the front */
char *bytes_take(struct bytes *bytes, size_t *len); /* the caller frees; leaves it empty */

/* ---- list: doubly linked, inside the object. A link is in no list or in one ---------------- */
struct list {
    struct list *prev, *next;
};
#define LIST_INIT(name)                                                                            \
    { &(name), &(name) }
void list_init(struct list *list); /* heads and links alike */
bool list_is_empty(const struct list *list);
bool list_is_linked(const struct list *link);
void list_push(struct list *head, struct list *link); /* at the end; link must be in no list */
void list_push_front(struct list *head, struct list *link);
void list_remove(struct list *link);                      /* nothing when in no list */
struct list *list_take(struct list *head);                /* the first, removed; NULL if empty */
void list_move_all(struct list *head, struct list *from); /* to the end of head, in order */
/* The body may remove the current item. */
#define LIST_EACH(head, item)                                                                      \
    for (struct list *item = (head)->next, *item##_next = item->next; item != (head);              \
         item = item##_next, item##_next = item->next)

/* ---- map: bytes → object, the node inside the object, the key owned by the object ----------- */
struct map_node {
    struct map_node *next;
    const void *key;
    uint32_t key_len, hash;
};
struct map {
    struct map_node **slots;
    uint32_t mask, count;
    uint64_t seed[2]; /* SipHash: nobody can choose colliding keys */
};
void map_init(struct map *map);
void map_fini(struct map *map); /* does not touch the objects */
struct map_node *map_find(const struct map *map, const void *key, size_t len);
void map_add(struct map *map, struct map_node *node, const void *key, size_t len); /* not yet in */
void map_remove(struct map *map, struct map_node *node);
struct map_node *map_next(const struct map *map, const struct map_node *after); /* NULL: first */

/* ---- id, chance, time ------------------------------------------------------------------------ */
bool id_parse(const char *text, size_t len, uint64_t *out); /* decimal, no sign, no leading 0 */
void random_fill(void *into, size_t len);                   /* from the kernel */
uint64_t random_below(uint64_t limit);                      /* 0 … limit - 1 */
int64_t clock_wall_us(void);                                /* since 1970, UTC */
int64_t clock_mono_us(void);
int64_t clock_mono_ms(void);

/* ---- faults: deliberate, chosen by SPR_FAULT, so that tests prove they would find them ------- */
#ifdef SPR_FAULTS
bool fault_is_on(const char *name);
#define FAULT(name) fault_is_on(name)
#else
#define FAULT(name) false
#endif

#endif
