/*
 * list: doubly linked and circular, with the links inside the objects.
 *
 * Invariant: a link that is in no list points to itself, so removing twice is harmless.
 */
#include "base/base.h"

void list_init(struct list *list) {
    list->prev = list->next = list;
}

bool list_is_empty(const struct list *list) {
    return list->next == list;
}

bool list_is_linked(const struct list *link) {
    return link->next != link;
}

static void insert_between(struct list *link, struct list *prev, struct list *next) {
    MUST(!list_is_linked(link));
    link->prev = prev;
    link->next = next;
    prev->next = link;
    next->prev = link;
}

void list_push(struct list *head, struct list *link) {
    insert_between(link, head->prev, head);
}

void list_push_front(struct list *head, struct list *link) {
    insert_between(link, head, head->next);
}

void list_remove(struct list *link) {
    link->prev->next = link->next;
    link->next->prev = link->prev;
    list_init(link);
}

struct list *list_take(struct list *head) {
    if (list_is_empty(head))
        return NULL;
    struct list *first = head->next;
    list_remove(first);
    return first;
}

void list_move_all(struct list *head, struct list *from) {
    if (list_is_empty(from))
        return;
    struct list *first = from->next, *last = from->prev;
    head->prev->next = first;
    first->prev = head->prev;
    last->next = head;
    head->prev = last;
    list_init(from);
}
