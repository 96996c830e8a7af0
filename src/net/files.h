/*
 * files: the built browser client, read into memory once at the start.
 *
 * Invariant: only what the directory held then is ever served; no request touches the disk.
 */
#ifndef SPR_NET_FILES_H
#define SPR_NET_FILES_H

#include "base/base.h"

struct file;

struct files {
    struct map map; /* "/assets/app-1f2e.js" → struct file */
    size_t bytes, ceiling;
};

struct files_ask {
    const char *path;
    const char *accept;
    const char *accept_encoding;
    const char *if_none_match;
};

struct files_found {
    const char *content_type;
    const char *encoding; /* NULL: as it is */
    const char *etag;
    const char *bytes;
    size_t len;
    bool is_immutable;
    bool is_unchanged; /* the asker has it already */
};

/* Reads a directory tree. NULL, or a sentence about what is wrong, in a static buffer;
 * files_fini follows in both cases. */
const char *files_load(struct files *files, const char *dir, size_t ceiling);
void files_fini(struct files *files);

/* The file of this path; for a navigation without one, the page that shows every address. */
bool files_find(const struct files *files, const struct files_ask *ask, struct files_found *out);

#endif
