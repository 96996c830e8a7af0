/*
 * Any bytes as an exported log: it is gone over to its end, and what is not found to hold is told
 * with a line number.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    char *said = NULL;
    size_t len = 0;
    if (size == 0)
        return 0;
    char *text = mem_memdup(data, size);
    FILE *file = fmemopen(text, size, "r"), *out = open_memstream(&said, &len);
    MUST(file && out);
    int code = app_verify_file(file, out);
    fclose(file);
    fclose(out);
    MUST(code == APP_OK || code == APP_FAILED);
    MUST(strstr(said, " hold") || strstr(said, "There is no stream") || strstr(said, "missing"));
    free(said);
    free(text);
    return 0;
}
