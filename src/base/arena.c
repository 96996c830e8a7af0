/*
 * arena: memory that dies together, such as all that one command needs.
 *
 * Invariant: what was given out never moves. used counts what was asked for, so the ceiling does
 * not depend on how it fell into blocks.
 */
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 4096 };

struct arena_block {
    struct arena_block *next;
    size_t size, used;
    _Alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena, size_t ceiling) {
    *arena = (struct arena){.ceiling = ceiling};
}

void arena_fini(struct arena *arena) {
    for (struct arena_block *block = arena->blocks, *next; block != NULL; block = next) {
        next = block->next;
        free(block);
    }
    arena->blocks = NULL;
    arena->used = 0;
}

void arena_reset(struct arena *arena) {
    struct arena_block *kept = arena->blocks;
    if (kept != NULL) {
        arena->blocks = kept->next;
        arena_fini(arena);
        memset(kept->bytes, 0, kept->used);
        kept->next = NULL;
        kept->used = 0;
        arena->blocks = kept;
    }
    arena->used = 0;
}

static size_t round_up(size_t size) {
    size_t step = _Alignof(max_align_t);
    return (size + step - 1) / step * step;
}

static struct arena_block *block_new(size_t size) {
    struct arena_block *block = mem_alloc(sizeof *block + size);
    block->size = size;
    return block;
}

void *arena_alloc(struct arena *arena, size_t size) {
    if (size > arena->ceiling || arena->used > arena->ceiling - size)
        die("arena: %zu bytes more than its ceiling of %zu", size, arena->ceiling);
    arena->used += size;
    size_t need = round_up(size > 0 ? size : 1);
    struct arena_block *block = arena->blocks;
    if (block == NULL || block->size - block->used < need) {
        block = block_new(need > BLOCK_BYTES ? need : BLOCK_BYTES);
        /* A large block is full at once: the one with room left stays in front. */
        if (arena->blocks != NULL && need > BLOCK_BYTES) {
            block->next = arena->blocks->next;
            arena->blocks->next = block;
        } else {
            block->next = arena->blocks;
            arena->blocks = block;
        }
    }
    void *got = block->bytes + block->used;
    block->used += need;
    return got;
}

char *arena_memdup(struct arena *arena, const void *from, size_t len) {
    char *copy = arena_alloc(arena, len + 1);
    if (len > 0)
        memcpy(copy, from, len);
    return copy;
}

char *arena_printf(struct arena *arena, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    MUST(len >= 0);
    char *text = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(text, (size_t)len + 1, format, again);
    va_end(again);
    return text;
}
