/*
 * proxy: addresses, and which of them are proxies whose word is taken.
 *
 * Invariant: X-Forwarded-For and X-Forwarded-Proto count only when the peer of the socket is a
 * trusted proxy; the client is then the rightmost address that is not one.
 */
#ifndef SPR_NET_PROXY_H
#define SPR_NET_PROXY_H

#include "head.h"

struct sockaddr;

enum { ADDRESS_TEXT = 46 };

struct address {
    unsigned char bytes[16]; /* IPv4 as ::ffff:a.b.c.d */
};

bool address_parse(struct address *out, const char *text, size_t len);
void address_read(struct address *out, const struct sockaddr *from);
void address_print(const struct address *address, char out[static ADDRESS_TEXT]);

struct proxy_range {
    struct address address;
    unsigned bits;
};

struct proxies {
    struct proxy_range *ranges;
    size_t n;
};

/* "127.0.0.1", "10.0.0.0/8", "fd00::/8". False: not understood, nothing added. */
bool proxies_add(struct proxies *proxies, const char *text);
void proxies_fini(struct proxies *proxies);
bool proxies_has(const struct proxies *proxies, const struct address *address);

/* For a request that came through a trusted proxy: who really asked, and whether by https. */
void proxies_client(const struct proxies *proxies, const struct head *head, struct address *client,
                    bool *secure);

#endif
