/*
 * main: the command line. Each verb is a row; what it does is in app.
 */
#include "app/app.h"

#include <stdbool.h>
#include <string.h>

struct line {
    struct app_config *config;
    const char *argument; /* what follows the verb, NULL without */
    struct app_export export;
};

struct verb {
    const char *name, *argument, *summary, *teaching;
    bool needs_config; /* mistakes in it stop the verb */
    int (*run)(const struct line *line);
};

static int run_serve(const struct line *line) {
    return app_serve(line->config);
}
static int run_migrate(const struct line *line) {
    return app_migrate(line->config);
}
static int run_check(const struct line *line) {
    return app_check(line->config);
}
static int run_epoch(const struct line *line) {
    return app_epoch(line->config);
}
static int run_login_link(const struct line *line) {
    return app_login_link(line->config, line->argument);
}
static int run_export(const struct line *line) {
    return app_export(line->config, &line->export, line->argument);
}
static int run_verify(const struct line *line) {
    return app_verify(line->argument);
}
static int run_version(const struct line *line) {
    (void)line;
    printf("spr %s\n", SPR_VERSION);
    return APP_OK;
}

static const struct verb verbs[] = {
    {"serve", NULL, "run the server",
     "Runs until SIGTERM, SIGINT or SIGHUP, then lets everybody leave and stops; a second signal\n"
     "stops at once. The database may be away: the server stays up, says so on /readyz, and goes\n"
     "on when it is back. Log lines are JSON on stderr.\n\n"
     "  spr serve --config /etc/spr/spr.conf --workers 2\n",
     true, run_serve},
    {"migrate", NULL, "bring the database to this version",
     "Works as the owner (SPR_DATABASE_OWNER). Applies each new migration once and all functions\n"
     "anew, in one transaction: it happens as a whole or not at all. Doing it again changes\n"
     "nothing. Servers of the previous version keep working meanwhile.\n",
     false, run_migrate},
    {"login-link", "NAME|ID", "print a link that logs one person in, once",
     "Works as the owner. The link is valid for ten minutes and works once. Only its hash is\n"
     "stored; the link itself is printed here and nowhere else.\n\n"
     "  spr login-link 'Vertegenwoordiger, fictief'\n",
     true, run_login_link},
    {"epoch", NULL, "begin a new epoch, after a restore from backup",
     "Works as the owner. What browsers still hold from before the restore may never have been\n"
     "in the restored log; a new epoch makes them load everything anew. Part of the restore\n"
     "script; at any other time it is only a nuisance.\n",
     false, run_epoch},
    {"check", NULL, "explain what is wrong with the configuration",
     "Prints a sentence for each mistake and ends with 78 if there is one. Also asks the database\n"
     "whether the server could use it.\n",
     false, run_check},
    {"export", "FILE", "write what one person may read to a file",
     "Works as the owner, and reads as the person of --as: besluiten by --format csv, csv_excel,\n"
     "jsonl, markdown or xlsx with --filter as JSON; or the log of --tafel by --format logboek.\n"
     "--peildatum takes a time like 2026-02-03T12:00:00Z: asked again, the bytes are the same. "
     "The\n"
     "person sees in their own stream that it was done. FILE must not exist yet.\n\n"
     "  spr export --as 'Analist, fictief' --format csv --filter '{\"periode\":\"dit_jaar\"}' "
     "2026.csv\n",
     false, run_export},
    {"verify", "FILE", "say what holds of an exported log",
     "Reads JSON Lines as an export of the log writes them and does the sums anew: each hash from\n"
     "the one before it and the leaf, each content and author from what the leaf commits to. Says\n"
     "for each stream what holds, and which line is the first that does not; ends with 1 then.\n"
     "Needs no database and no configuration: run it where you trust the machine.\n\n"
     "  spr verify tafel-3.jsonl\n",
     false, run_verify},
    {"version", NULL, "print the version", "", false, run_version},
};
enum { VERBS = sizeof verbs / sizeof verbs[0] };

static void teach_options(FILE *to) {
    fprintf(to, "Options:\n"
                "  --config FILE   KEY=value lines; the environment goes before them\n"
                "  --workers N     the same as SPR_WORKERS\n"
                "  --help          this text; after a verb, about that verb\n\n"
                "Keys, with their defaults:\n");
    app_config_teach(to);
}

static int teach(const struct verb *verb, FILE *to) {
    if (verb) {
        fprintf(to, "spr %s%s%s: %s\n\n%s\n", verb->name, verb->argument ? " " : "",
                verb->argument ? verb->argument : "", verb->summary, verb->teaching);
        teach_options(to);
        return to == stdout ? APP_OK : APP_USAGE;
    }
    fprintf(to, "spr: a platform where social partners talk and decide, one table at a time.\n\n"
                "  spr VERB [options]\n\nVerbs:\n");
    for (size_t i = 0; i < VERBS; i++) {
        fprintf(to, "  %-12s %-8s %s\n", verbs[i].name, verbs[i].argument ? verbs[i].argument : "",
                verbs[i].summary);
    }
    fprintf(to, "\n");
    teach_options(to);
    return to == stdout ? APP_OK : APP_USAGE;
}

static const struct verb *find_verb(const char *name) {
    for (size_t i = 0; i < VERBS; i++) {
        if (strcmp(verbs[i].name, name) == 0) {
            return &verbs[i];
        }
    }
    return NULL;
}

static int complain(const char *what, const char *which) {
    fprintf(stderr, "spr: %s%s; `spr --help` explains.\n", what, which);
    return APP_USAGE;
}

/* The value of "--name=value" or "--name value"; moves *at on in the second form. */
static const char *option_value(const char *name, char ***at) {
    size_t len = strlen(name);
    const char *word = **at;
    if (strncmp(word, name, len) != 0) {
        return NULL;
    }
    if (word[len] == '=') {
        return word + len + 1;
    }
    return word[len] == '\0' && (*at)[1] ? *++*at : NULL;
}

struct options {
    const char *config, *workers, *argument;
    struct app_export export;
    bool help;
};

static bool read_export(char ***at, struct app_export *out) {
    const struct {
        const char *name, **into;
    } all[] = {{"--as", &out->wie},
               {"--format", &out->formaat},
               {"--filter", &out->filter},
               {"--tafel", &out->tafel},
               {"--peildatum", &out->peildatum}};
    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++) {
        const char *value = option_value(all[i].name, at);
        if (value) {
            *all[i].into = value;
            return true;
        }
    }
    return false;
}

static bool read_options(const struct verb *verb, char **words, struct options *out) {
    for (char **at = words; *at; at++) {
        const char *value;
        if (strcmp(*at, "--help") == 0 || strcmp(*at, "-h") == 0) {
            out->help = true;
        } else if ((value = option_value("--config", &at))) {
            out->config = value;
        } else if ((value = option_value("--workers", &at))) {
            out->workers = value;
        } else if (verb->run == run_export && read_export(&at, &out->export)) {
            continue;
        } else if ((*at)[0] != '-' && verb->argument && !out->argument) {
            out->argument = *at;
        } else {
            complain("not understood: ", *at);
            return false;
        }
    }
    if (verb->argument && !out->argument && !out->help) {
        complain("missing: ", verb->argument);
        return false;
    }
    return true;
}

int main(int argc, char **argv) {
    if (argc < 2 || strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
        return teach(NULL, argc < 2 ? stderr : stdout);
    }
    const struct verb *verb = find_verb(strcmp(argv[1], "--version") == 0 ? "version" : argv[1]);
    struct options options = {0};
    if (!verb) {
        return complain("no such verb: ", argv[1]);
    }
    if (!read_options(verb, argv + 2, &options)) {
        return APP_USAGE;
    }
    if (options.help) {
        return teach(verb, stdout);
    }
    struct line line = {.config = app_config_new(options.config),
                        .argument = options.argument,
                        .export = options.export};
    if (options.workers) {
        app_config_set(line.config, "SPR_WORKERS", options.workers);
    }
    int code = APP_MISCONFIGURED;
    if (!verb->needs_config || app_config_explain(line.config, stderr) == 0) {
        code = verb->run(&line);
    }
    app_config_free(line.config);
    return code;
}
