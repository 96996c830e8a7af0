/*
 * Any bytes as a configuration file: every line is taken, or a mistake is told; what is told
 * names a line, and the explanation of it all can be printed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "config.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static FILE *nowhere;
    char file[64];
    if (nowhere == NULL)
        nowhere = fopen("/dev/null", "we");
    int fd = memfd_create("config", MFD_CLOEXEC);
    MUST(nowhere && fd >= 0 && write(fd, data, size) == (ssize_t)size);
    snprintf(file, sizeof file, "/proc/self/fd/%d", fd);
    struct app_config *config = app_config_new(file);
    MUST(config->workers >= 1 && config->workers <= 64 && config->drain_seconds <= 600);
    MUST(app_config_explain(config, nowhere) == config->n_mistakes);
    for (size_t i = 0; i < config->n_mistakes; i++)
        MUST(config->mistakes[i][0] != '\0');
    app_config_free(config);
    close(fd);
    return 0;
}
