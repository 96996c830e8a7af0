/*
 * proxy: IPv4 and IPv6 are one kind of address of sixteen bytes, so that one comparison serves
 * both.
 */
#include "proxy.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const unsigned char v4_prefix[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

bool address_parse(struct address *out, const char *text, size_t len) {
    char copy[ADDRESS_TEXT];
    struct address found = {0};
    if (len == 0 || len >= sizeof copy || memchr(text, '\0', len))
        return false;
    memcpy(copy, text, len);
    copy[len] = '\0';
    if (inet_pton(AF_INET, copy, found.bytes + 12) == 1)
        memcpy(found.bytes, v4_prefix, sizeof v4_prefix);
    else if (inet_pton(AF_INET6, copy, found.bytes) != 1)
        return false;
    *out = found;
    return true;
}

void address_read(struct address *out, const struct sockaddr *from) {
    *out = (struct address){0};
    if (from->sa_family == AF_INET) {
        const struct sockaddr_in *in = (const void *)from;
        memcpy(out->bytes, v4_prefix, sizeof v4_prefix);
        memcpy(out->bytes + 12, &in->sin_addr, 4);
    } else if (from->sa_family == AF_INET6) {
        const struct sockaddr_in6 *in6 = (const void *)from;
        memcpy(out->bytes, &in6->sin6_addr, 16);
    }
}

void address_print(const struct address *address, char out[static ADDRESS_TEXT]) {
    bool v4 = memcmp(address->bytes, v4_prefix, sizeof v4_prefix) == 0;
    const char *done = v4 ? inet_ntop(AF_INET, address->bytes + 12, out, ADDRESS_TEXT)
                          : inet_ntop(AF_INET6, address->bytes, out, ADDRESS_TEXT);
    MUST(done);
}

bool proxies_add(struct proxies *proxies, const char *text) {
    const char *slash = strchr(text, '/');
    size_t len = slash ? (size_t)(slash - text) : strlen(text);
    struct proxy_range range = {.bits = 128};
    if (!address_parse(&range.address, text, len))
        return false;
    if (slash) {
        uint64_t bits;
        uint64_t most = memchr(text, ':', len) ? 128 : 32;
        bool zero = strcmp(slash + 1, "0") == 0;
        if (!zero && !id_parse(slash + 1, strlen(slash + 1), &bits))
            return false;
        if (zero)
            bits = 0;
        if (bits > most)
            return false;
        range.bits = (unsigned)(bits + 128 - most);
    }
    proxies->ranges = mem_resize(proxies->ranges, (proxies->n + 1) * sizeof *proxies->ranges);
    proxies->ranges[proxies->n++] = range;
    return true;
}

void proxies_fini(struct proxies *proxies) {
    free(proxies->ranges);
    *proxies = (struct proxies){0};
}

static bool range_has(const struct proxy_range *range, const struct address *address) {
    unsigned whole = range->bits / 8, rest = range->bits % 8;
    if (memcmp(range->address.bytes, address->bytes, whole) != 0)
        return false;
    unsigned char differ =
        rest ? (unsigned char)(range->address.bytes[whole] ^ address->bytes[whole]) : 0;
    return rest == 0 || differ >> (8 - rest) == 0;
}

bool proxies_has(const struct proxies *proxies, const struct address *address) {
    for (size_t i = 0; i < proxies->n; i++)
        if (range_has(&proxies->ranges[i], address))
            return true;
    return false;
}

/* One element of X-Forwarded-For: an address, if need be with a port. */
static bool parse_hop(struct address *out, const char *at, size_t len) {
    while (len > 0 && (*at == ' ' || *at == '\t'))
        at++, len--;
    while (len > 0 && (at[len - 1] == ' ' || at[len - 1] == '\t'))
        len--;
    if (len > 0 && *at == '[') {
        const char *close = memchr(at, ']', len);
        return close && address_parse(out, at + 1, (size_t)(close - at) - 1);
    }
    const char *colon = memchr(at, ':', len);
    bool one_colon = colon && !memchr(colon + 1, ':', len - (size_t)(colon - at) - 1);
    return address_parse(out, at, one_colon ? (size_t)(colon - at) : len);
}

void proxies_client(const struct proxies *proxies, const struct head *head, struct address *client,
                    bool *secure) {
    struct head_span proto = head->field[HEAD_FORWARDED_PROTO];
    *secure = proto.at && proto.len == 5 && strncasecmp(proto.at, "https", 5) == 0;

    struct head_span hops = head->field[HEAD_FORWARDED_FOR];
    size_t end = hops.len;
    while (hops.at && end > 0) {
        size_t from = end;
        while (from > 0 && hops.at[from - 1] != ',')
            from--;
        /* What cannot be read was not written by a trusted proxy: the last that could be, counts.
         */
        if (!parse_hop(client, hops.at + from, end - from))
            return;
        if (!proxies_has(proxies, client) || from == 0)
            return;
        end = from - 1;
    }
}
