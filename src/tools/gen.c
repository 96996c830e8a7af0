// Reads the contract, then lets each writer make its product. Complaints are gathered, so that one
// run shows every mistake.
#include "gen.h"

#include <stdarg.h>
#include <stdlib.h>

static const char *out_dir;
static int complaints;

// In a build with sanitizers: what is never freed on purpose is no leak.
const char *__asan_default_options(void);
const char *__asan_default_options(void) {
    return "detect_leaks=0";
}

void gen_complain(const char *file, const char *path, const char *format, ...) {
    va_list args;
    va_start(args, format);
    fprintf(stderr, "proto/%s: %s: ", file, path);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    complaints++;
}

char *gen_text(const char *format, ...) {
    char *text = NULL;
    va_list args;
    va_start(args, format);
    if (vasprintf(&text, format, args) < 0)
        abort();
    va_end(args);
    return text;
}

FILE *gen_open(const char *name) {
    char *path = gen_text("%s/%s", out_dir, name);
    FILE *out = fopen(path, "w");
    if (out == NULL) {
        perror(path);
        exit(1);
    }
    return out;
}

void gen_close(FILE *out, const char *name) {
    if (ferror(out) || fclose(out) != 0) {
        perror(name);
        exit(1);
    }
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: gen PROTO_DIR OUT_DIR\n");
        return 2;
    }
    out_dir = argv[2];
    const struct gen_model *model = gen_load(argv[1]);
    if (complaints > 0) {
        fprintf(stderr, "gen: %d mistake%s in the contract; nothing was written\n", complaints,
                complaints == 1 ? "" : "s");
        return 1;
    }
    gen_write_err(model);
    gen_write_registry(model);
    gen_write_sql(model);
    gen_write_openapi(model);
    gen_write_typescript(model);
    gen_write_docs(model);
    return 0;
}
