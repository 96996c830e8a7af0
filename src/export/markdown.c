/*
 * markdown: a record for each besluit in the layout of MADR (Markdown Any Decision Records): title,
 * facts, why, what, what it means; then every other column by its name.
 *
 * Invariant: what people wrote stands in quotations, line by line, with nothing in it that is
 * Markdown or HTML.
 */
#include "job.h"

#include <string.h>

/* The sections, in the order of MADR; the title takes two columns. */
static const struct section {
    const char *column, *heading;
} sections[] = {
    {"motivering", "Context en motivering"},
    {"tekst", "Besluit"},
    {"samenvatting", "Wat betekent dit voor mijn sector?"},
};

static void put_text(FILE *out, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\n') {
            fputs("\n> ", out);
        } else if (c == '<') {
            fputs("&lt;", out);
        } else if (c == '&') {
            fputs("&amp;", out);
        } else if (c >= 0x20 || c == '\t') {
            bool first = i == 0 || text[i - 1] == '\n';
            if (strchr("\\`*_[]#|~", c) || (first && strchr("+-=>", c))) {
                putc_unlocked('\\', out);
            }
            putc_unlocked(c, out);
        }
    }
}

static size_t find_column(const struct job *job, const char *name) {
    size_t at = 0;
    while (at < job->n_columns && strcmp(job->columns[at].name, name) != 0) {
        at++;
    }
    MUST(at < job->n_columns);
    return at;
}

static bool has_section(const char *name) {
    bool has = strcmp(name, "kenmerk") == 0 || strcmp(name, "titel") == 0;
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        has = has || strcmp(name, sections[i].column) == 0;
    }
    return has;
}

static void row(struct job *job, const char *const *values, const size_t *lengths) {
    FILE *out = job->out;
    size_t kenmerk = find_column(job, "kenmerk"), titel = find_column(job, "titel");
    fputs("# ", out);
    put_text(out, values[kenmerk], lengths[kenmerk]);
    if (values[titel]) {
        fputs(": ", out);
        put_text(out, values[titel], lengths[titel]);
    }
    fprintf(out, "\n\n- peildatum: %s\n- export: %s\n", job->peildatum, job->kenmerk);
    for (size_t i = 0; i < job->n_columns; i++) {
        if (values[i] && !has_section(job->columns[i].name)) {
            fprintf(out, "- %s: ", job->columns[i].name);
            put_text(out, values[i], lengths[i]);
            putc_unlocked('\n', out);
        }
    }
    for (size_t i = 0; i < COUNT_OF(sections); i++) {
        size_t at = find_column(job, sections[i].column);
        if (values[at]) {
            fprintf(out, "\n## %s\n\n> ", sections[i].heading);
            put_text(out, values[at], lengths[at]);
            putc_unlocked('\n', out);
        }
    }
    putc_unlocked('\n', out);
}

const struct format format_markdown = {.name = "markdown", .row = row};
