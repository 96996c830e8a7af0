/*
 * Any bytes through the head parser: the verdict of a cut is MORE or the verdict of the whole, and
 * what a good head says lies inside its bytes.
 */
#include <stdlib.h>
#include <string.h>

#include "head.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_good(const struct head *parsed, const char *bytes, size_t size) {
    struct head head = *parsed;
    MUST(head.len >= 4 && head.len <= size && head.len <= HEAD_MAX);
    MUST(memcmp(bytes + head.len - 4, "\r\n\r\n", 4) == 0);
    MUST(!memchr(bytes, '\0', head.len));
    MUST(head.field[HEAD_HOST].at && !head.field[HEAD_TRANSFER_ENCODING].at);
    MUST(!head.websocket || (head.field[HEAD_ORIGIN].at && !head.has_body));
    char *copy = mem_memdup(bytes, head.len);
    head_move(&head, bytes, copy);
    MUST(head.path.at[0] == '/' && strlen(head.path.at) == head.path.len);
    MUST(!strstr(head.path.at, "//") && !strstr(head.path.at, "/../"));
    for (size_t i = 0; i < HEAD_FIELDS; i++)
        MUST(!head.field[i].at ||
             strlen(head_text(&head, (enum head_field)i)) == head.field[i].len);
    free(copy);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const hosts[] = {"spr.example"};
    static const char *const origins[] = {"https://spr.example"};
    static const struct head_policy policy = {
        .hosts = hosts, .n_hosts = 1, .origins = origins, .n_origins = 1, .body_bytes = 1 << 20};
    struct head head, part;
    enum err err, part_err;
    char *bytes = mem_memdup(data, size);
    enum head_verdict verdict = head_parse(&policy, bytes, size, &head, &err);
    MUST((verdict == HEAD_BAD) == (err != ERR_OK));
    if (verdict == HEAD_GOOD)
        check_good(&head, bytes, size);

    size_t cut = size ? data[size - 1] * size / 256 : 0;
    char *exact = malloc(cut ? cut : 1);
    MUST(exact);
    memcpy(exact, data, cut);
    enum head_verdict part_verdict = head_parse(&policy, exact, cut, &part, &part_err);
    MUST(part_verdict == HEAD_MORE || (part_verdict == verdict && part_err == err));
    free(exact);
    free(bytes);
    return 0;
}
