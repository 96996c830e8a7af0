/*
 * app: the whole server. Reads the configuration, builds the rooms bottom-up, runs them, and
 * takes them down top-down.
 *
 * Invariant: everything that can be wrong with the configuration is said before anything starts,
 * all mistakes together, each in a sentence.
 */
#ifndef SPR_APP_H
#define SPR_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* Exit codes of the program. */
enum { APP_OK = 0, APP_FAILED = 1, APP_USAGE = 2, APP_MISCONFIGURED = 78 };

struct app_config;

/* Environment, and a KEY=value file of the same names when file is not NULL; the environment goes
 * first. Never fails: mistakes are kept and told by app_config_explain. */
struct app_config *app_config_new(const char *file);
void app_config_free(struct app_config *config);
/* Sets one key as if it stood in the environment: what an option of the command line does. */
void app_config_set(struct app_config *config, const char *name, const char *value);
/* Writes every mistake as a sentence; returns how many. */
size_t app_config_explain(struct app_config *config, FILE *to);
/* Writes every key with its meaning and its default. */
void app_config_teach(FILE *to);

/* What the verbs do; each returns an exit code. The configuration was explained before. */
int app_serve(const struct app_config *config);
int app_migrate(const struct app_config *config);
int app_check(struct app_config *config);
int app_epoch(const struct app_config *config);
int app_login_link(const struct app_config *config, const char *who);
/* What an export on the command line is of; NULL: not given. */
struct app_export {
    const char *wie, *formaat, *filter, *tafel, *peildatum;
};
int app_export(const struct app_config *config, const struct app_export *ask, const char *to);
/* Goes over an exported log; what holds, and the first line that does not, go to out. */
int app_verify(const char *name);
int app_verify_file(FILE *file, FILE *out);

#endif
