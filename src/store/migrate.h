/* migrate: from the files built into the program to the schema of a database. */
#ifndef SPR_STORE_MIGRATE_H
#define SPR_STORE_MIGRATE_H

#include "store/store.h"

/* As store_migrate, with any table of files. */
enum err migrate_run(const char *conninfo, const struct embed_file *files, size_t n,
                     void (*on_step)(void *ctx, const char *sentence), void *ctx) MUST_CHECK;

#endif
