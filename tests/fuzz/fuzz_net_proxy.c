/*
 * Any bytes as our list of proxies (first line, separated by spaces) and as the head of a request
 * that one of them passed on. The client is an address that can be written and read again, and it
 * is never one of the proxies unless there is no other.
 */
#include <stdlib.h>
#include <string.h>

#include "head.h"
#include "proxy.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_ranges(struct proxies *proxies, char *line) {
    for (char *item, *rest = line; (item = strsep(&rest, " ")) != NULL && proxies->n < 16;) {
        size_t before = proxies->n;
        MUST(proxies_add(proxies, item) == (proxies->n == before + 1));
    }
}

static void check_client(const struct proxies *proxies, const struct head *head) {
    struct address client, again;
    char text[ADDRESS_TEXT];
    bool secure;
    MUST(address_parse(&client, "192.0.2.7", 9));
    proxies_client(proxies, head, &client, &secure);
    address_print(&client, text);
    MUST(address_parse(&again, text, strlen(text)));
    MUST(memcmp(&client, &again, sizeof client) == 0);
    MUST(strlen(head_bearer(head)) <= head->field[HEAD_AUTHORIZATION].len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const hosts[] = {"spr.example"};
    static const struct head_policy policy = {.hosts = hosts, .n_hosts = 1, .body_bytes = 1 << 20};
    struct proxies proxies = {0};
    struct head head;
    enum err err;
    char *bytes = mem_memdup(data, size), *rest = bytes;
    char *line = strsep(&rest, "\n");
    read_ranges(&proxies, line);
    size_t left = rest == NULL ? 0 : (size_t)(bytes + size - rest);
    if (left > 0 && head_parse(&policy, rest, left, &head, &err) == HEAD_GOOD) {
        char *copy = mem_memdup(rest, head.len);
        head_move(&head, rest, copy);
        check_client(&proxies, &head);
        free(copy);
    }
    proxies_fini(&proxies);
    free(bytes);
    return 0;
}
