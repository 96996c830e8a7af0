/*
 * verbs: what the command line does besides serving. They block and speak in sentences.
 */
#include "config.h"
#include "server.h"

#include <stdlib.h>
#include <string.h>

#include "export/export.h"
#include "identity/identity.h"

enum { ANSWER_BYTES = 4096 };

static bool has_owner(const struct app_config *config) {
    if (!config->database_owner) {
        fprintf(stderr, "SPR_DATABASE_OWNER is not set: say how to reach PostgreSQL as the owner "
                        "of the database.\n");
        return false;
    }
    return true;
}

int app_serve(const struct app_config *config) {
    return config->workers > 1 ? workers_run(config) : server_run(config, 0);
}

static void print_step(void *ctx, const char *sentence) {
    (void)ctx;
    fprintf(stderr, "%s\n", sentence);
}

int app_migrate(const struct app_config *config) {
    if (!has_owner(config)) {
        return APP_MISCONFIGURED;
    }
    return store_migrate(config->database_owner, print_step, NULL) == ERR_OK ? APP_OK : APP_FAILED;
}

int app_epoch(const struct app_config *config) {
    struct bytes answer;
    if (!has_owner(config)) {
        return APP_MISCONFIGURED;
    }
    bytes_init(&answer, ANSWER_BYTES);
    enum err err =
        store_query_sync(config->database_owner, "SELECT rule.epoch_nieuw()", NULL, 0, &answer);
    fprintf(err == ERR_OK ? stdout : stderr, "%s\n", answer.data ? answer.data : "");
    bytes_fini(&answer);
    return err == ERR_OK ? APP_OK : APP_FAILED;
}

int app_login_link(const struct app_config *config, const char *who) {
    struct bytes answer;
    if (!has_owner(config)) {
        return APP_MISCONFIGURED;
    }
    bytes_init(&answer, ANSWER_BYTES);
    enum err err =
        identity_link_new(config->database_owner, config->url ? config->url : "", who, &answer);
    fprintf(err == ERR_OK ? stdout : stderr, "%s\n", answer.data ? answer.data : "");
    if (answer.data) {
        explicit_bzero(answer.data, answer.len);
    }
    bytes_fini(&answer);
    return err == ERR_OK ? APP_OK : APP_FAILED;
}

int app_export(const struct app_config *config, const struct app_export *ask, const char *to) {
    if (!has_owner(config)) {
        return APP_MISCONFIGURED;
    }
    if (!ask->wie || !ask->formaat) {
        fprintf(stderr, "Say as whom (--as) and how (--format).\n");
        return APP_USAGE;
    }
    const struct export_order order = {.wie = ask->wie,
                                       .formaat = ask->formaat,
                                       .filter = ask->filter,
                                       .tafel = ask->tafel,
                                       .peildatum = ask->peildatum};
    return export_to_file(config->database_owner, &order, to) == ERR_OK ? APP_OK : APP_FAILED;
}

/* The database is asked too, as the server would. */
static void check_reach(struct app_config *config) {
    struct bytes answer;
    bytes_init(&answer, ANSWER_BYTES);
    enum err err =
        store_query_sync(config->database, "SELECT bytes::json ->> 'schema' FROM api.gezondheid()",
                         NULL, 0, &answer);
    const char *text = answer.data ? answer.data : "";
    if (err != ERR_OK) {
        config_mistake(config, "SPR_DATABASE: the database cannot be used: %s", text);
    } else if (strcmp(text, store_schema()) < 0) {
        config_mistake(config,
                       "The database stands at %s, but this program needs %s: run `spr migrate`.",
                       text[0] ? text : "nothing", store_schema());
    }
    bytes_fini(&answer);
}

int app_check(struct app_config *config) {
    config_finish(config);
    if (config->database) {
        check_reach(config);
    }
    for (size_t i = 0; i < config->n_mistakes; i++) {
        printf("%s\n", config->mistakes[i]);
    }
    if (config->n_mistakes == 0) {
        printf("The configuration is in order.\n");
    }
    return config->n_mistakes == 0 ? APP_OK : APP_MISCONFIGURED;
}
