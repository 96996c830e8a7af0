/* mqtt: MQTT 3.1.1 in binary frames. Readers subscribe with QoS 0, writers publish with QoS 1. */
#include <stdio.h>
#include <string.h>

#include "../load.h"

enum packet { CONNACK = 0x20, PUBLISH = 0x30, PUBACK = 0x40, SUBACK = 0x90, PINGRESP = 0xd0 };

static size_t put_string(char *at, const char *text) {
    size_t len = strlen(text);
    at[0] = (char)(len >> 8);
    at[1] = (char)len;
    memcpy(at + 2, text, len);
    return len + 2;
}

/* The fixed head: what it is, and how much follows. */
static size_t put_head(char *at, unsigned first, size_t len) {
    size_t n = 0;
    at[n++] = (char)first;
    do {
        at[n++] = (char)((len & 127U) | (len > 127 ? 128U : 0));
        len >>= 7;
    } while (len > 0);
    return n;
}

static void say(struct member *member, unsigned first, const char *body, size_t len) {
    static char packet[SEND_MAX];
    size_t head = put_head(packet, first, len);
    memcpy(packet + head, body, len);
    member_say(member, packet, head + len);
}

static void greet(struct member *member) {
    char body[128], name[64];
    size_t n = put_string(body, "MQTT");
    body[n++] = 4; /* 3.1.1 */
    body[n++] = 2; /* a clean session */
    body[n++] = 0; /* never silent for too long */
    body[n++] = 0;
    snprintf(name, sizeof name, "%c%u-%.40s", member->writes ? 'w' : 'r', member->index,
             member->side->name);
    n += put_string(body + n, name);
    say(member, 0x10, body, n);
}

static void subscribe(struct member *member) {
    char body[128] = {0, 1};
    size_t n = 2 + put_string(body + 2, member->place->tafel);
    body[n++] = 0;
    say(member, 0x82, body, n);
}

static void take(struct member *member, unsigned first, const char *body, size_t len) {
    const unsigned char *at = (const unsigned char *)body;
    size_t topic = len >= 2 ? (size_t)at[0] << 8 | at[1] : 0;
    switch (first & 0xf0) {
    case CONNACK:
        if (len < 2 || at[1] != 0)
            side_fault(member->side, "not connected: %u", len < 2 ? 0 : at[1]);
        else if (member->writes)
            member_ready(member);
        else
            subscribe(member);
        break;
    case SUBACK:
        member_ready(member);
        break;
    case PUBACK:
        /* Answers come in the order of the posts. */
        member_acked(member, member->next - member->unanswered + 1);
        break;
    case PUBLISH:
        if (topic + 2 <= len)
            member_event(member, 0, body + 2 + topic, len - 2 - topic);
        break;
    case PINGRESP:
        break;
    default:
        side_fault(member->side, "an unexpected packet: %02x", first);
    }
}

/* A frame holds whole packets. */
static void on_message(struct member *member, const char *bytes, size_t len) {
    while (len >= 2) {
        size_t at = 1, body = 0;
        unsigned shift = 0;
        do {
            body |= (size_t)(bytes[at] & 127) << shift;
            shift += 7;
        } while ((bytes[at++] & 128) != 0 && at < len && shift < 28);
        if (at + body > len) {
            side_fault(member->side, "a packet in parts");
            return;
        }
        take(member, (unsigned char)bytes[0], bytes + at, body);
        bytes += at + body;
        len -= at + body;
    }
}

static void post(struct member *member, uint64_t number, const char *text, size_t len) {
    static char body[SEND_MAX];
    uint64_t id = number % 65535 + 1;
    size_t n = put_string(body, member->place->tafel);
    body[n++] = (char)(id >> 8);
    body[n++] = (char)id;
    memcpy(body + n, text, len);
    say(member, 0x32, body, n + len);
}

const struct peer peer_mqtt = {.name = "mqtt",
                               .is_binary = true,
                               .path = "/mqtt",
                               .head = "Sec-WebSocket-Protocol: mqtt\r\n",
                               .greet = greet,
                               .on_message = on_message,
                               .post = post};

/* The same, for a broker that was built without WebSocket. */
const struct peer peer_mqtt_raw = {.name = "mqtt-raw",
                                   .is_binary = true,
                                   .head = "",
                                   .greet = greet,
                                   .on_message = on_message,
                                   .post = post};
