/*
 * plain: a text is a message, and nothing else is said. Readers and writers are told apart by the
 * path: nchan publishes what a writer sends and answers with a line about its queue; the server on
 * ws does the same and answers with the number.
 */
#include <string.h>

#include "../load.h"

static void greet(struct member *member) {
    member_ready(member);
}

static void on_message(struct member *member, const char *text, size_t len) {
    if (!member->writes)
        member_event(member, 0, text, len);
    else
        /* Answers come in the order of the posts. */
        member_acked(member, member->next - member->unanswered + 1);
}

static void post(struct member *member, uint64_t number, const char *text, size_t len) {
    (void)number;
    member_say(member, text, len);
}

const struct peer peer_plain = {.name = "plain",
                                .path = "/sub",
                                .writers_path = "/pub",
                                .head = "",
                                .greet = greet,
                                .on_message = on_message,
                                .post = post};
