/* The head parser against tables of good and bad heads, whole and cut at every byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "head.h"

#define HOST   "Host: spr.example\r\n"
#define ORIGIN "Origin: https://spr.example\r\n"
#define KEY    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
#define UP     "Upgrade: websocket\r\nConnection: Upgrade\r\n"
#define VER    "Sec-WebSocket-Version: 13\r\n"
#define SUB    "Sec-WebSocket-Protocol: spr.v1\r\n"
#define JSON   "Content-Type: application/json\r\n"
#define END    "\r\n"

static const char *const hosts[] = {"spr.example", "spr.example:443", "127.0.0.1:8080", "[::1]:80"};
static const char *const origins[] = {"https://spr.example", "http://127.0.0.1:8080"};
static const struct head_policy policy = {
    .hosts = hosts,
    .n_hosts = COUNT_OF(hosts),
    .origins = origins,
    .n_origins = COUNT_OF(origins),
    .body_bytes = 1048576,
};

struct bad_row {
    enum err err;
    const char *bytes;
};

static const struct bad_row bad[] = {
    /* the request line */
    {ERR_VERZOEK_ONLEESBAAR, "\r\nGET / HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "\nGET / HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, " GET / HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET  / HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /  HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1 \r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET\t/\tHTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "G@T / HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "G\x80T / HTTP/1.1\r\n" HOST END},
    {ERR_METHODE_ONBEKEND, "get / HTTP/1.1\r\n" HOST END},
    {ERR_METHODE_ONBEKEND, "GETS / HTTP/1.1\r\n" HOST END},
    {ERR_METHODE_ONBEKEND, "OPTIONS / HTTP/1.1\r\n" HOST END},
    {ERR_METHODE_ONBEKEND, "TRACE / HTTP/1.1\r\n" HOST END},
    {ERR_METHODE_ONBEKEND, "CONNECT spr.example:443 HTTP/1.1\r\n" HOST END},
    {ERR_VERSIE_ONBEKEND, "GET / HTTP/1.0\r\n" HOST END},
    {ERR_VERSIE_ONBEKEND, "GET / HTTP/2.0\r\n" HOST END},
    {ERR_VERSIE_ONBEKEND, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
    {ERR_VERZOEK_ONLEESBAAR, "GET / http/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.10\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/11\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1,1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET * HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET http://spr.example/ HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET spr HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET ?a=1 HTTP/1.1\r\n" HOST END},
    /* the path */
    {ERR_VERZOEK_ONLEESBAAR, "GET // HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET //spr.example/ HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /v1//tafels HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /. HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /.. HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a/../b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a/./b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a/..;x/b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a/%2e%2e/b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a/.%2E/b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a%2fb HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a%5cb HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a%252e HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a\\b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a#b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a\"b HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /a<b> HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /% HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%4 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%zz HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%u0041 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%00 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%0d%0aX: HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%7f HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%c0%af HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%e0%80%af HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%f0%80%80%af HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%ed%a0%80 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%f4%90%80%80 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%ff HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%c3 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /%c3a HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /\xc3\xa9 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /?q=%c0%80 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /?q=%00 HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /?q=% HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /?q=a#b HTTP/1.1\r\n" HOST END},
    /* lines */
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost: spr.example\n\n"},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost: spr.example\n\r\n"},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "\n"},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X: a\rb\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X: a\r\n b\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X: a\r\n\tb\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n " HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost : spr.example\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X\t: a\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST ": a\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X(: a\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X\xe9: a\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X: a\x01\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X: a\x7f\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "X: a\x0b\r\n" END},
    /* Host */
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost:\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST HOST END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "host: evil.example\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost: spr.example, evil.example\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost: a@spr.example\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\nHost: spr.example/x\r\n" END},
    {ERR_VERKEERDE_SERVER, "GET / HTTP/1.1\r\nHost: evil.example\r\n" END},
    {ERR_VERKEERDE_SERVER, "GET / HTTP/1.1\r\nHost: spr.example.\r\n" END},
    {ERR_VERKEERDE_SERVER, "GET / HTTP/1.1\r\nHost: spr.example:8080\r\n" END},
    {ERR_VERKEERDE_SERVER, "GET / HTTP/1.1\r\nHost: spr.example.evil.example\r\n" END},
    /* length and transfer coding */
    {ERR_LENGTE_ONTBREEKT, "POST /v1/a HTTP/1.1\r\n" HOST JSON END},
    {ERR_LENGTE_ONTBREEKT, "PUT /v1/a HTTP/1.1\r\n" HOST END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 2\r\nContent-Length: 2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 2\r\ncontent-length: 3\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 2, 2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: +2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: -1\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 0x2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 2 2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 02\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 2.0\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length:\r\n" END},
    {ERR_TE_GROOT, "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 1048577\r\n" END},
    {ERR_TE_GROOT,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 18446744073709551618\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST JSON "Content-Length: 5\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "HEAD / HTTP/1.1\r\n" HOST JSON "Content-Length: 5\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "DELETE /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 5\r\n" END},
    {ERR_METHODE_ONBEKEND,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Transfer-Encoding: chunked\r\n" END},
    {ERR_METHODE_ONBEKEND, "GET / HTTP/1.1\r\n" HOST "Transfer-Encoding: identity\r\n" END},
    {ERR_METHODE_ONBEKEND, "GET / HTTP/1.1\r\n" HOST "Transfer-Encoding:\r\n" END},
    {ERR_METHODE_ONBEKEND, "GET / HTTP/1.1\r\n" HOST "TRANSFER-ENCODING: xchunked\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Transfer-Encoding : chunked\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Transfer-Encoding\r\n : chunked\r\n" END},
    {ERR_VERKEERD_MEDIATYPE, "POST /v1/a HTTP/1.1\r\n" HOST "Content-Length: 5\r\n" END},
    {ERR_VERKEERD_MEDIATYPE,
     "POST /v1/a HTTP/1.1\r\n" HOST "Content-Length: 5\r\nContent-Type: text/plain\r\n" END},
    {ERR_VERKEERD_MEDIATYPE,
     "POST /v1/a HTTP/1.1\r\n" HOST "Content-Length: 5\r\nContent-Type: application/jsonx\r\n" END},
    {ERR_VERKEERD_MEDIATYPE,
     "POST /v1/a HTTP/1.1\r\n" HOST
     "Content-Length: 5\r\nContent-Type: application/json; charset=latin1\r\n" END},
    {ERR_VERKEERD_MEDIATYPE,
     "POST /v1/a HTTP/1.1\r\n" HOST
     "Content-Length: 5\r\nContent-Type: application/x-www-form-urlencoded\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "POST /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 5\r\nExpect: 200-ok\r\n" END},
    /* Origin */
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin: https://evil.example\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin: null\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin: http://spr.example\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin: https://spr.example:8443\r\n" END},
    {ERR_HERKOMST_GEWEIGERD,
     "GET / HTTP/1.1\r\n" HOST "Origin: https://spr.example.evil.example\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin: https://xspr.example\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin: https://spr.example/\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "GET / HTTP/1.1\r\n" HOST "Origin:\r\n" END},
    {ERR_HERKOMST_GEWEIGERD,
     "GET / HTTP/1.1\r\n" HOST "Origin: https://spr.example https://spr.example\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST ORIGIN ORIGIN END},
    {ERR_HERKOMST_GEWEIGERD, "DELETE /v1/a HTTP/1.1\r\n" HOST "Sec-Fetch-Site: cross-site\r\n" END},
    {ERR_HERKOMST_GEWEIGERD, "DELETE /v1/a HTTP/1.1\r\n" HOST "Sec-Fetch-Site: same-site\r\n" END},
    /* WebSocket */
    {ERR_WEBSOCKET_NODIG, "GET /ws HTTP/1.1\r\n" HOST END},
    {ERR_WEBSOCKET_NODIG, "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP KEY SUB END},
    {ERR_WEBSOCKET_NODIG,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP KEY SUB "Sec-WebSocket-Version: 8\r\n" END},
    {ERR_WEBSOCKET_NODIG, "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP KEY VER END},
    {ERR_WEBSOCKET_NODIG,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP KEY VER "Sec-WebSocket-Protocol: spr.v2\r\n" END},
    {ERR_WEBSOCKET_NODIG,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP KEY VER "Sec-WebSocket-Protocol: spr.v1, chat\r\n" END},
    {ERR_WEBSOCKET_NODIG,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN "Upgrade: h2c\r\nConnection: Upgrade\r\n" KEY VER SUB END},
    {ERR_VERZOEK_ONLEESBAAR,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN "Upgrade: websocket\r\n" KEY VER SUB END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /ws HTTP/1.1\r\n" HOST ORIGIN
                             "Upgrade: websocket\r\nConnection: close\r\n" KEY VER SUB END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB END},
    {ERR_VERZOEK_ONLEESBAAR,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB "Sec-WebSocket-Key: short\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY KEY END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB SUB KEY END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /ws?a=1 HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY END},
    {ERR_VERZOEK_ONLEESBAAR,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY "Content-Length: 0\r\n" END},
    {ERR_WEBSOCKET_NODIG,
     "POST /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY "Content-Length: 0\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY END},
    {ERR_VERZOEK_ONLEESBAAR, "GET /ws/ HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY END},
    {ERR_HERKOMST_GEWEIGERD, "GET /ws HTTP/1.1\r\n" HOST UP VER SUB KEY END},
    {ERR_HERKOMST_GEWEIGERD,
     "GET /ws HTTP/1.1\r\n" HOST UP VER SUB KEY "Origin: https://evil.example\r\n" END},
    {ERR_HERKOMST_GEWEIGERD,
     "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP VER SUB KEY "Sec-Fetch-Site: cross-site\r\n" END},
    /* doubled fields that somebody might read differently */
    {ERR_VERZOEK_ONLEESBAAR, "GET / HTTP/1.1\r\n" HOST "Cookie: a=1\r\nCookie: a=2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "GET / HTTP/1.1\r\n" HOST "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "GET / HTTP/1.1\r\n" HOST "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2.2.2.2\r\n" END},
    {ERR_VERZOEK_ONLEESBAAR,
     "GET / HTTP/1.1\r\n" HOST "Idempotency-Key: a\r\nIdempotency-Key: b\r\n" END},
};

static const char *const good[] = {
    "GET / HTTP/1.1\r\n" HOST END,
    "GET / HTTP/1.1\r\nhOST:spr.example\r\n" END,
    "GET / HTTP/1.1\r\nHost: \t SPR.example:443 \t\r\n" END,
    "GET / HTTP/1.1\r\nHost: [::1]:80\r\n" END,
    "HEAD /assets/app-1f.js HTTP/1.1\r\n" HOST END,
    "GET /tafels/a%20b/%c3%a9%e2%82%ac%f0%9f%98%80?zoek=%c3%a9+b&na=%2F..%2F HTTP/1.1\r\n" HOST END,
    "GET /..a/.b/c./...?a=//../. HTTP/1.1\r\n" HOST END,
    "GET /? HTTP/1.1\r\n" HOST END,
    "GET / HTTP/1.1\r\n" HOST "X:\r\nY: \xc3\xa9\r\n" END,
    "GET / HTTP/1.1\r\n" HOST ORIGIN "Sec-Fetch-Site: cross-site\r\n" END,
    "GET / HTTP/1.1\r\n" HOST "Content-Length: 0\r\n" END,
    "POST /v1/a HTTP/1.1\r\n" HOST ORIGIN JSON "Content-Length: 5\r\nExpect: 100-continue\r\n" END,
    "POST /v1/a HTTP/1.1\r\n" HOST
    "Content-Length: 5\r\nContent-Type: Application/JSON ; charset=UTF-8\r\n" END,
    "POST /v1/a HTTP/1.1\r\n" HOST "Content-Length: 0\r\n" END,
    "PUT /v1/a HTTP/1.1\r\n" HOST JSON "Content-Length: 1048576\r\n" END,
    "DELETE /v1/a HTTP/1.1\r\n" HOST "Sec-Fetch-Site: same-origin\r\n" END,
    "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP KEY VER SUB END,
    "GET /ws HTTP/1.1\r\n" HOST ORIGIN
    "Upgrade: WebSocket\r\nConnection: keep-alive,\t upgrade\r\n" KEY VER SUB
    "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-Fetch-Site: same-origin\r\n" END,
    "GET /ws HTTP/1.1\r\n" HOST ORIGIN UP "Connection: keep-alive\r\n" KEY VER SUB END,
};

/* Every prefix says MORE until one verdict, which every longer prefix repeats. */
static void assert_splits(const char *bytes, size_t len, enum head_verdict want,
                          enum err want_err) {
    bool decided = false;
    for (size_t cut = 0; cut <= len; cut++) {
        char *exact = malloc(cut ? cut : 1); /* its own allocation: a read past it is found */
        assert_non_null(exact);
        memcpy(exact, bytes, cut);
        struct head head;
        enum err err;
        enum head_verdict verdict = head_parse(&policy, exact, cut, &head, &err);
        free(exact);
        if (verdict == HEAD_MORE && !decided) {
            assert_int_equal(err, ERR_OK);
            continue;
        }
        decided = true;
        if (verdict != want || err != want_err)
            print_error("%.*s: %s at %zu\n", (int)len, bytes, err_name(err), cut);
        assert_int_equal(verdict, want);
        assert_int_equal(err, want_err);
    }
    assert_true(decided);
}

static void test_bad(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_splits(bad[i].bytes, strlen(bad[i].bytes), HEAD_BAD, bad[i].err);
}

static void test_good(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT_OF(good); i++)
        assert_splits(good[i], strlen(good[i]), HEAD_GOOD, ERR_OK);
}

static void test_nul_bytes(void **state) {
    (void)state;
    static const char in_value[] = "GET / HTTP/1.1\r\n" HOST "X: a\0b\r\n" END;
    static const char in_name[] = "GET / HTTP/1.1\r\n" HOST "X\0: a\r\n" END;
    static const char in_path[] = "GET /\0 HTTP/1.1\r\n" HOST END;
    static const char in_method[] = "GE\0T / HTTP/1.1\r\n" HOST END;
    assert_splits(in_value, sizeof in_value - 1, HEAD_BAD, ERR_VERZOEK_ONLEESBAAR);
    assert_splits(in_name, sizeof in_name - 1, HEAD_BAD, ERR_VERZOEK_ONLEESBAAR);
    assert_splits(in_path, sizeof in_path - 1, HEAD_BAD, ERR_VERZOEK_ONLEESBAAR);
    assert_splits(in_method, sizeof in_method - 1, HEAD_BAD, ERR_VERZOEK_ONLEESBAAR);
}

static void add_repeat(struct bytes *to, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        bytes_add_str(to, text);
}

static void test_ceilings(void **state) {
    (void)state;
    struct bytes b;
    bytes_init(&b, 65536);

    bytes_add_str(&b, "GET /");
    add_repeat(&b, "a", HEAD_TARGET_MAX - 1);
    bytes_add_str(&b, " HTTP/1.1\r\n" HOST END);
    assert_splits(b.data, b.len, HEAD_GOOD, ERR_OK);

    bytes_clear(&b);
    bytes_add_str(&b, "GET /");
    add_repeat(&b, "a", HEAD_TARGET_MAX);
    bytes_add_str(&b, " HTTP/1.1\r\n" HOST END);
    assert_splits(b.data, b.len, HEAD_BAD, ERR_ADRES_TE_LANG);

    bytes_clear(&b); /* an endless first line, with a LF far behind */
    add_repeat(&b, "A", 5000);
    bytes_add_str(&b, "\n");
    assert_splits(b.data, b.len, HEAD_BAD, ERR_ADRES_TE_LANG);

    bytes_clear(&b);
    bytes_add_str(&b, "GET / HTTP/1.1\r\n" HOST);
    add_repeat(&b, "X: a\r\n", HEAD_LINES_MAX - 1);
    bytes_add_str(&b, END);
    assert_splits(b.data, b.len, HEAD_GOOD, ERR_OK);

    bytes_clear(&b);
    bytes_add_str(&b, "GET / HTTP/1.1\r\n" HOST);
    add_repeat(&b, "X: a\r\n", HEAD_LINES_MAX);
    bytes_add_str(&b, END);
    assert_splits(b.data, b.len, HEAD_BAD, ERR_KOP_TE_GROOT);

    bytes_clear(&b);
    bytes_add_str(&b, "GET / HTTP/1.1\r\n" HOST "Cookie: ");
    add_repeat(&b, "c", HEAD_MAX);
    bytes_add_str(&b, "\r\n" END);
    struct head head;
    enum err err;
    assert_int_equal(head_parse(&policy, b.data, HEAD_MAX - 1, &head, &err), HEAD_MORE);
    assert_int_equal(head_parse(&policy, b.data, HEAD_MAX, &head, &err), HEAD_BAD);
    assert_int_equal(err, ERR_KOP_TE_GROOT);
    assert_int_equal(head_parse(&policy, b.data, b.len, &head, &err), HEAD_BAD);
    assert_int_equal(err, ERR_KOP_TE_GROOT);
    bytes_fini(&b);
}

static void test_what_it_read(void **state) {
    (void)state;
    static const char bytes[] = "PATCH /v1/tafels/7?na=1&b= HTTP/1.1\r\n" HOST ORIGIN JSON
                                "Content-Length: 12\r\nCookie:  a=b; c=d \r\n"
                                "Idempotency-Key: k1\r\n" END "{\"rest\":true}";
    struct head head;
    enum err err;
    assert_int_equal(head_parse(&policy, bytes, sizeof bytes - 1, &head, &err), HEAD_GOOD);
    assert_int_equal(head.method, HEAD_PATCH);
    assert_string_equal(head.method_name, "PATCH");
    assert_int_equal(head.content_length, 12);
    assert_true(head.has_body);
    assert_false(head.websocket);
    assert_int_equal(head.len, strstr(bytes, "\r\n\r\n") - bytes + 4);

    char *copy = mem_memdup(bytes, head.len);
    head_move(&head, bytes, copy);
    assert_string_equal(head.path.at, "/v1/tafels/7");
    assert_string_equal(head.query.at, "na=1&b=");
    assert_string_equal(head_text(&head, HEAD_COOKIE), "a=b; c=d");
    assert_string_equal(head_text(&head, HEAD_IDEMPOTENCY_KEY), "k1");
    assert_string_equal(head_text(&head, HEAD_AUTHORIZATION), "");
    free(copy);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bad),          cmocka_unit_test(test_good),
        cmocka_unit_test(test_nul_bytes),    cmocka_unit_test(test_ceilings),
        cmocka_unit_test(test_what_it_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
