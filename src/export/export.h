/*
 * export: files that people asked to take along. A thread of its own takes one request after
 * another from the database, reads its rows in one REPEATABLE READ READ ONLY transaction, and
 * writes them to a file in the spool.
 *
 * Invariant: the thread shares nothing with the loop: it has its own connections, and what it did
 * is heard of through the log. Its memory is one row, whatever the size of the file. A file is
 * readable by this user only, and one that did not become ready is gone.
 */
#ifndef SPR_EXPORT_H
#define SPR_EXPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/base.h"

struct exporter;

/* Starts the thread; the strings must live until it was stopped. NULL, with a sentence in the log,
 * when dir cannot be used. */
struct exporter *exporter_start(const char *conninfo, const char *dir);
/* Ends what is under way, which then says that it failed. NULL is fine. */
void exporter_stop(struct exporter *exporter);

/* A ready file, for reading; -1 when it is not there. name as api.export_bestand gives it. */
int export_file_open(const char *dir, const char *name);

/* For the shell: one export, as wie, to the file named to. Says on stderr what went wrong. */
struct export_order {
    const char *wie, *formaat, *filter, *tafel, *peildatum; /* NULL: not given */
};
enum err export_to_file(const char *conninfo, const struct export_order *order, const char *to);

#endif
