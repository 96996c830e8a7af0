/*
 * next: `spr migrate` of the version after this one, for the drills: the files built into this
 * program, and a state file more. The server of this version then goes on with the newer schema.
 *
 *   spr_next FILE.sql       SPR_DATABASE_OWNER says which database, as for spr migrate
 */
#include "migrate.h"

#include "embed_sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 65536 };

static void on_step(void *ctx, const char *sentence) {
    (void)ctx;
    puts(sentence);
}

static struct embed_file read_file(const char *path) {
    static char bytes[FILE_MOST + 1], name[512];
    const char *slash = strrchr(path, '/');
    FILE *file = fopen(path, "r");
    MUST(file != NULL);
    size_t len = fread(bytes, 1, FILE_MOST, file);
    MUST(len < FILE_MOST && fclose(file) == 0);
    snprintf(name, sizeof name, "sql/state/%s", slash != NULL ? slash + 1 : path);
    return (struct embed_file){.name = name, .bytes = bytes, .len = len};
}

int main(int argc, char **argv) {
    const char *owner = getenv("SPR_DATABASE_OWNER");
    if (argc != 2 || owner == NULL) {
        fputs("usage: SPR_DATABASE_OWNER=… spr_next FILE.sql\n", stderr);
        return 2;
    }
    size_t n = embed_sql_count + 1;
    struct embed_file *files = mem_alloc(n * sizeof *files);
    memcpy(files, embed_sql, embed_sql_count * sizeof *files);
    files[n - 1] = read_file(argv[1]);
    enum err err = migrate_run(owner, files, n, on_step, NULL);
    free(files);
    return err == ERR_OK ? 0 : 1;
}
