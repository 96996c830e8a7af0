/*
 * log: what the operator reads. One JSON object a line on stderr: at, level, event, pid, worker and
 * the fields of the event.
 *
 * Invariant: a line is written with one write(), so the lines of several processes on one stderr
 * do not mix; it is valid JSON whatever the fields hold, and never longer than LINE_MAX_BYTES.
 */
#include "base/base.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { LINE_MAX_BYTES = 4096, FIELD_MAX_BYTES = 1024 };

static const char *const level_names[] = {"debug", "info", "warn", "error"};
static enum log_level least_level = LOG_INFO;
static unsigned worker_index;

void log_init(enum log_level least, unsigned worker) {
    least_level = least;
    worker_index = worker;
}

static void add_head(struct bytes *line, enum log_level level, const char *event) {
    int64_t us = clock_wall_us();
    time_t seconds = (time_t)(us / 1000000);
    struct tm parts;
    char at[32];
    gmtime_r(&seconds, &parts);
    strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%S", &parts);
    bytes_add_format(line, "{\"at\":\"%s.%06dZ\",\"level\":\"%s\",\"event\":\"%s\"", at,
                     (int)(us % 1000000), level_names[level], event);
    bytes_add_format(line, ",\"pid\":%d,\"worker\":%u", (int)getpid(), worker_index);
}

static void add_field(struct bytes *line, const struct log_field *field) {
    bytes_add_format(line, ",\"%s\":", field->name);
    if (field->text != NULL)
        bytes_add_json(line, field->text, strnlen(field->text, FIELD_MAX_BYTES));
    else
        bytes_add_format(line, "%lld", (long long)field->number);
}

void log_write(enum log_level level, const char *event, const struct log_field *fields) {
    if (level < least_level)
        return;
    struct bytes line;
    bytes_init(&line, LINE_MAX_BYTES);
    add_head(&line, level, event);
    for (const struct log_field *field = fields; field->name != NULL; field++) {
        size_t before = line.len;
        add_field(&line, field);
        if (line.full || line.len > LINE_MAX_BYTES - 2) {
            line.len = before;
            line.full = false;
            break;
        }
    }
    bytes_add(&line, "}\n", 2);
    ssize_t ignored = write(STDERR_FILENO, line.data, line.len);
    (void)ignored;
    bytes_fini(&line);
}
