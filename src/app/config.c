/*
 * config: keys and values, from the environment and from one file.
 *
 * Invariant: a key is known by the table below or it is a mistake; a value that does not fit is a
 * mistake and leaves the default in place. Reading never stops at the first mistake.
 */
#include "config.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

extern char **environ;

enum kind { TEXT, LIST, NUMBER, SIZE };

struct key {
    const char *name, *meaning, *fallback;
    enum kind kind;
    size_t at;
    uint64_t least, most;
};

#define FIELD(member) offsetof(struct app_config, member)

static const struct key keys[] = {
    {"SPR_LISTEN", "address and port of the site", "127.0.0.1:8080", TEXT, FIELD(listen), 0, 0},
    {"SPR_PRIVATE", "address and port of /healthz, /readyz and /metrics (worker i: port + i)",
     "127.0.0.1:9180", TEXT, FIELD(private_listen), 0, 0},
    {"SPR_DATABASE", "libpq connection string of the role spr_server", NULL, TEXT, FIELD(database),
     0, 0},
    {"SPR_DATABASE_OWNER", "the same of the owner, for migrate, login-link and epoch", NULL, TEXT,
     FIELD(database_owner), 0, 0},
    {"SPR_ORIGINS",
     "origins of the site, separated by commas (default: those of a loopback SPR_LISTEN)", NULL,
     LIST, FIELD(origins), 0, 0},
    {"SPR_HOSTS", "host names accepted besides those of the origins", NULL, LIST, FIELD(hosts), 0,
     0},
    {"SPR_TRUSTED_PROXIES", "addresses or networks of our own reverse proxies", NULL, LIST,
     FIELD(trusted_proxies), 0, 0},
    {"SPR_WEB", "directory with the built browser client", NULL, TEXT, FIELD(web), 0, 0},
    {"SPR_URL", "address of the site in login links (default: the first origin)", NULL, TEXT,
     FIELD(url), 0, 0},
    {"SPR_LOG", "least level that is logged: debug, info, warn or error", "info", TEXT, FIELD(log),
     0, 0},
    {"SPR_WORKERS", "processes that share the port", "1", NUMBER, FIELD(workers), 1, 64},
    {"SPR_DRAIN_SECONDS", "time for everybody to leave when the server stops", "10", NUMBER,
     FIELD(drain_seconds), 0, 600},
    {"SPR_LIMIT_CONNECTIONS", "open sockets of one process", NULL, NUMBER, FIELD(net.connections),
     16, 1000000},
    {"SPR_LIMIT_CONNECTIONS_ADDRESS", "open sockets of one client address", NULL, NUMBER,
     FIELD(net.connections_address), 1, 1000000},
    {"SPR_LIMIT_ACCEPTS_ADDRESS", "new connections a second of one client address", NULL, NUMBER,
     FIELD(net.accepts_address), 1, 1000000},
    {"SPR_LIMIT_HEAD_MS", "time for the head of a request", NULL, NUMBER, FIELD(net.head_ms), 100,
     120000},
    {"SPR_LIMIT_BODY_MS", "time for its body, and a second more for each 500 bytes", NULL, NUMBER,
     FIELD(net.body_ms), 100, 120000},
    {"SPR_LIMIT_SESSIONS", "WebSocket sessions of one process", NULL, NUMBER,
     FIELD(session.sessions), 1, 1000000},
    {"SPR_LIMIT_STREAMS", "streams that one session follows", NULL, NUMBER, FIELD(session.streams),
     1, 4096},
    {"SPR_LIMIT_UNANSWERED", "commands of one session under way", NULL, NUMBER,
     FIELD(session.unanswered), 1, 256},
    {"SPR_LIMIT_RATE", "commands a second of one session", NULL, NUMBER, FIELD(session.rate), 1,
     4000000},
    {"SPR_LIMIT_BURST", "commands of one session at once", NULL, NUMBER, FIELD(session.burst), 1,
     4000000},
    {"SPR_LIMIT_HTTP_RATE", "requests a second of one client address", NULL, NUMBER,
     FIELD(session.http_rate), 1, 4000000},
    {"SPR_LIMIT_HTTP_BURST", "requests of one client address at once", NULL, NUMBER,
     FIELD(session.http_burst), 1, 4000000},
    {"SPR_LIMIT_LOGINS", "logins a minute of one client address", NULL, NUMBER,
     FIELD(session.login_rate), 1, 1000000},
    {"SPR_LIMIT_DOWNLOADS", "files being downloaded from one process", NULL, NUMBER,
     FIELD(session.downloads), 1, 100000},
    {"SPR_LIMIT_OUTBOX_BYTES", "unsent output of one session", NULL, NUMBER,
     FIELD(session.outbox_bytes), 131072, 16777216},
    {"SPR_LIMIT_STALLED_MS", "time without progress before a reader is closed", NULL, NUMBER,
     FIELD(session.stalled_ms), 1000, 600000},
    {"SPR_LIMIT_SNAPSHOT_OFFER", "events behind from which a snapshot is offered", NULL, NUMBER,
     FIELD(session.snapshot_offer), 1, 1000000},
    {"SPR_LIMIT_WAITING", "commands of one process under way", NULL, NUMBER, FIELD(command.waiting),
     1, 1000000},
    {"SPR_LIMIT_RING_BYTES", "recent events of one stream kept in memory", NULL, SIZE,
     FIELD(fanout.ring_bytes), 65536, 1UL << 30},
    {"SPR_LIMIT_RINGS_BYTES", "recent events of all streams kept in memory", NULL, SIZE,
     FIELD(fanout.total_bytes), 65536, 1UL << 36},
    {"SPR_LIMIT_BATCH_COMMANDS", "commands in one transaction", "256", NUMBER,
     FIELD(store.batch_commands), 1, 4096},
    {"SPR_LIMIT_READ_CONNECTIONS", "database connections for short reads", "2", NUMBER,
     FIELD(store.read_connections), 1, 64},
    {"SPR_LIMIT_BULK_CONNECTIONS", "database connections for snapshots", "1", NUMBER,
     FIELD(store.bulk_connections), 1, 64},
};

void config_mistake(struct app_config *config, const char *format, ...) {
    char *text = NULL;
    va_list args;
    if (config->n_mistakes == CONFIG_MISTAKES) {
        return;
    }
    va_start(args, format);
    MUST(vasprintf(&text, format, args) >= 0);
    va_end(args);
    config->mistakes[config->n_mistakes++] = text;
}

static void set_list(struct app_config *config, const struct key *key, struct config_list *list,
                     const char *value) {
    free(list->text);
    *list = (struct config_list){.text = mem_strdup(value)};
    char *rest = list->text;
    for (char *item; (item = strsep(&rest, ", \t"));) {
        if (item[0] && list->n == CONFIG_LIST) {
            config_mistake(config, "%s has more than %d items.", key->name, CONFIG_LIST);
            return;
        }
        if (item[0]) {
            list->items[list->n++] = item;
        }
    }
}

static void set_number(struct app_config *config, const struct key *key, const char *value) {
    uint64_t number = 0;
    bool parsed = strcmp(value, "0") == 0 || id_parse(value, strlen(value), &number);
    if (!parsed || number < key->least || number > key->most) {
        config_mistake(config, "%s is \"%s\", but must be a whole number from %llu to %llu.",
                       key->name, value, (unsigned long long)key->least,
                       (unsigned long long)key->most);
        return;
    }
    void *at = (char *)config + key->at;
    if (key->kind == SIZE) {
        *(size_t *)at = number;
    } else {
        *(uint32_t *)at = (uint32_t)number;
    }
}

static void set(struct app_config *config, const struct key *key, const char *value) {
    void *at = (char *)config + key->at;
    switch (key->kind) {
    case TEXT:
        free(*(char **)at);
        *(char **)at = value[0] ? mem_strdup(value) : NULL;
        break;
    case LIST:
        set_list(config, key, at, value);
        break;
    case NUMBER:
    case SIZE:
        set_number(config, key, value);
        break;
    }
}

static const struct key *key_find(const char *name, size_t len) {
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        if (strlen(keys[i].name) == len && strncmp(keys[i].name, name, len) == 0) {
            return &keys[i];
        }
    }
    return NULL;
}

void app_config_set(struct app_config *config, const char *name, const char *value) {
    const struct key *key = key_find(name, strlen(name));
    MUST(key);
    set(config, key, value);
}

/* KEY=value, KEY="value", comments and empty lines: what systemd's EnvironmentFile reads too. */
static void read_line(struct app_config *config, const char *file, unsigned number, char *line) {
    line[strcspn(line, "\r\n")] = '\0';
    line += strspn(line, " \t");
    if (line[0] == '#' || line[0] == ';' || line[0] == '\0') {
        return;
    }
    size_t len = strcspn(line, "=");
    if (line[len] != '=') {
        config_mistake(config, "%s line %u is not of the form KEY=value.", file, number);
        return;
    }
    const struct key *key = key_find(line, len);
    if (!key) {
        config_mistake(config, "%s line %u: \"%.*s\" is no key; `spr serve --help` lists them.",
                       file, number, (int)len, line);
        return;
    }
    char *value = line + len + 1;
    size_t value_len = strlen(value);
    if (value_len >= 2 && (value[0] == '"' || value[0] == '\'') &&
        value[value_len - 1] == value[0]) {
        value[value_len - 1] = '\0';
        value++;
    }
    set(config, key, value);
}

static void read_file(struct app_config *config, const char *file) {
    FILE *from = fopen(file, "re");
    if (!from) {
        config_mistake(config, "The configuration file %s cannot be read: %s.", file,
                       strerror(errno));
        return;
    }
    char *line = NULL;
    size_t size = 0;
    for (unsigned number = 1; getline(&line, &size, from) >= 0; number++) {
        read_line(config, file, number, line);
    }
    free(line);
    fclose(from);
}

static void read_environment(struct app_config *config) {
    static const char limit[] = "SPR_LIMIT_";
    for (char **each = environ; *each; each++) {
        size_t len = strcspn(*each, "=");
        const struct key *key = key_find(*each, len);
        if (key) {
            set(config, key, *each + len + 1);
        } else if (strncmp(*each, limit, sizeof limit - 1) == 0) {
            /* Other names with SPR_ belong to the scripts; a limit nobody knows is a slip. */
            config_mistake(config, "\"%.*s\" in the environment is no key.", (int)len, *each);
        }
    }
}

static struct app_config *config_new_default(void) {
    struct app_config *config = mem_alloc(sizeof *config);
    config->net = net_limits_default();
    config->session = sessions_limits_default();
    config->command = command_limits_default();
    config->fanout = fanout_limits_default();
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        if (keys[i].fallback) {
            set(config, &keys[i], keys[i].fallback);
        }
    }
    return config;
}

struct app_config *app_config_new(const char *file) {
    struct app_config *config = config_new_default();
    if (file) {
        read_file(config, file);
    }
    read_environment(config);
    return config;
}

void app_config_free(struct app_config *config) {
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        void *at = (char *)config + keys[i].at;
        if (keys[i].kind == TEXT) {
            free(*(char **)at);
        } else if (keys[i].kind == LIST) {
            free(((struct config_list *)at)->text);
        }
    }
    for (size_t i = 0; i < config->n_mistakes; i++) {
        free(config->mistakes[i]);
    }
    free(config);
}

size_t app_config_explain(struct app_config *config, FILE *to) {
    config_finish(config);
    for (size_t i = 0; i < config->n_mistakes; i++) {
        fprintf(to, "%s\n", config->mistakes[i]);
    }
    return config->n_mistakes;
}

void app_config_teach(FILE *to) {
    struct app_config *config = config_new_default();
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        const struct key *key = &keys[i];
        const void *at = (const char *)config + key->at;
        fprintf(to, "  %-30s %s", key->name, key->meaning);
        if (key->kind == NUMBER) {
            fprintf(to, " [%u]", *(const uint32_t *)at);
        } else if (key->kind == SIZE) {
            fprintf(to, " [%zu]", *(const size_t *)at);
        } else if (key->fallback) {
            fprintf(to, " [%s]", key->fallback);
        }
        fputc('\n', to);
    }
    app_config_free(config);
}
