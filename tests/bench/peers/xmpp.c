/*
 * xmpp: XMPP over WebSocket (RFC 7395) as somebody without a name (SASL ANONYMOUS), in a room of
 * multi-user chat (XEP-0045). A writer's post comes back to it from the room: that is its answer,
 * given after the archive has it.
 */
#include <stdlib.h>
#include <string.h>

#include "../load.h"

enum step { OPENING, LOGGING_IN, OPENING_AGAIN, BINDING, ENTERING, INSIDE };

#define DOMAIN "localhost"
#define OPEN   "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='" DOMAIN "' version='1.0'/>"

static bool has(const char *text, size_t len, const char *what) {
    return memmem(text, len, what, strlen(what)) != NULL;
}

static void say(struct member *member, const char *text) {
    member_say(member, text, strlen(text));
    member->step++;
}

static void greet(struct member *member) {
    member_say(member, OPEN, strlen(OPEN));
}

static void enter(struct member *member) {
    member_sayf(
        member,
        "<presence xmlns='jabber:client' to='kamer%s@conference." DOMAIN "/%c%u-%s'>"
        "<x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>",
        member->place->tafel, member->writes ? 'w' : 'r', member->index, member->side->name);
    member->step++;
}

static void on_groupchat(struct member *member, const char *text, size_t len) {
    const char *stamp = memmem(text, len, "t@", 2);
    if (stamp == NULL)
        return; /* the subject, a word of welcome */
    if (!member->writes) {
        member_event(member, 0, text, len);
        return;
    }
    char *end;
    strtoull(stamp + 2, &end, 10);
    unsigned long writer = strtoul(end + 1, &end, 10);
    if (writer == member->index)
        member_acked(member, strtoul(end + 1, NULL, 10));
}

static void on_message(struct member *member, const char *text, size_t len) {
    if (has(text, len < 40 ? len : 40, "<message")) {
        on_groupchat(member, text, len);
        return;
    }
    if (has(text, len, "<failure") || has(text, len, "type='error'") ||
        has(text, len, "<stream:error")) {
        side_fault(member->side, "refused: %.*s", (int)(len < 200 ? len : 200), text);
        return;
    }
    switch ((enum step)member->step) {
    case OPENING:
        if (has(text, len, "<stream:features"))
            say(member, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>");
        break;
    case LOGGING_IN:
        if (has(text, len, "<success"))
            say(member, OPEN);
        break;
    case OPENING_AGAIN:
        if (has(text, len, "<stream:features"))
            say(member, "<iq xmlns='jabber:client' type='set' id='b'>"
                        "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
        break;
    case BINDING:
        if (has(text, len, "<jid>"))
            enter(member);
        break;
    case ENTERING:
        /* 110: this presence is one's own, so all others have been told. */
        if (has(text, len, "code='110'")) {
            member->step = INSIDE;
            member_ready(member);
        }
        break;
    case INSIDE:
        break;
    }
}

static void post(struct member *member, uint64_t number, const char *text, size_t len) {
    member_sayf(
        member,
        "<message xmlns='jabber:client' type='groupchat' id='p%llu' to='kamer%s@conference." DOMAIN
        "'><body>%.*s</body></message>",
        (unsigned long long)number, member->place->tafel, (int)len, text);
}

const struct peer peer_xmpp = {.name = "xmpp",
                               .path = "/ws",
                               .head = "Sec-WebSocket-Protocol: xmpp\r\n",
                               .greet = greet,
                               .on_message = on_message,
                               .post = post};
