/* socketio: engine.io 4 over WebSocket alone, and socket.io 5 in its text form. */
#include <stdlib.h>
#include <string.h>

#include "../load.h"

static void greet(struct member *member) {
    (void)member; /* the server speaks first */
}

static bool begins(const char *text, size_t len, const char *with) {
    return len >= strlen(with) && strncmp(text, with, strlen(with)) == 0;
}

static void on_event(struct member *member, const char *text, size_t len) {
    static const char seq[] = "42[\"event\",";
    if (member->writes || !begins(text, len, seq))
        return;
    /* Where posts are kept they are numbered; else this is 0, and the stamp is looked at. */
    member_event(member, strtoull(text + sizeof seq - 1, NULL, 10), text, len);
}

static void on_message(struct member *member, const char *text, size_t len) {
    if (begins(text, len, "42")) {
        on_event(member, text, len);
    } else if (begins(text, len, "43")) {
        char *end;
        uint64_t id = strtoull(text + 2, &end, 10);
        if (!member->writes && id == 0)
            member_ready(member);
        else if (strncmp(end, "[true", 5) != 0)
            side_fault(member->side, "refused: %.*s", (int)(len < 100 ? len : 100), text);
        else
            member_acked(member, id);
    } else if (begins(text, len, "2")) {
        member_say(member, "3", 1);
    } else if (begins(text, len, "40")) {
        if (member->writes)
            member_ready(member);
        else
            member_sayf(member, "420[\"join\",\"%s\"]", member->place->tafel);
    } else if (begins(text, len, "0{")) {
        member_say(member, "40", 2);
    } else {
        side_fault(member->side, "unexpected: %.*s", (int)(len < 100 ? len : 100), text);
    }
}

static void post(struct member *member, uint64_t number, const char *text, size_t len) {
    member_sayf(member, "42%llu[\"post\",\"%s\",\"%.*s\"]", (unsigned long long)number,
                member->place->tafel, (int)len, text);
}

const struct peer peer_socketio = {.name = "socketio",
                                   .path = "/socket.io/?EIO=4&transport=websocket",
                                   .head = "",
                                   .greet = greet,
                                   .on_message = on_message,
                                   .post = post};
