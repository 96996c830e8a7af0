/* list and map. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct item {
    struct list link;
    struct map_node node;
    int number;
    char key[16];
};

static void sequence(const struct list *head, char *out) {
    out[0] = '\0';
    for (const struct list *at = head->next; at != head; at = at->next)
        sprintf(out + strlen(out), "%d", ((const struct item *)(const void *)at)->number);
}

static void test_list(void **state) {
    (void)state;
    struct list head, other;
    struct item items[6];
    char got[32];
    list_init(&head);
    list_init(&other);
    assert_null(list_take(&head));
    for (int i = 0; i < 6; i++) {
        list_init(&items[i].link);
        items[i].number = i;
        assert_false(list_is_linked(&items[i].link));
    }
    list_push(&head, &items[1].link);
    list_push(&head, &items[2].link);
    list_push_front(&head, &items[0].link);
    sequence(&head, got);
    assert_string_equal(got, "012");
    list_remove(&items[1].link);
    list_remove(&items[1].link);
    assert_false(list_is_linked(&items[1].link));
    sequence(&head, got);
    assert_string_equal(got, "02");
    list_push(&other, &items[3].link);
    list_push(&other, &items[4].link);
    list_move_all(&head, &other);
    assert_true(list_is_empty(&other));
    list_move_all(&head, &other);
    sequence(&head, got);
    assert_string_equal(got, "0234");
    assert_ptr_equal(list_take(&head), &items[0].link);
    sequence(&head, got);
    assert_string_equal(got, "234");
}

static void test_list_each_may_remove(void **state) {
    (void)state;
    struct list head;
    struct item items[5];
    char got[32];
    list_init(&head);
    for (int i = 0; i < 5; i++) {
        list_init(&items[i].link);
        items[i].number = i;
        list_push(&head, &items[i].link);
    }
    LIST_EACH(&head, link)
    if (CONTAINER_OF(link, struct item, link)->number % 2 == 1)
        list_remove(link);
    sequence(&head, got);
    assert_string_equal(got, "024");
}

static void test_map_against_a_plain_array(void **state) {
    (void)state;
    enum { KEYS = 500, STEPS = 20000 };
    static struct item items[KEYS];
    static bool in[KEYS];
    struct map map;
    map_init(&map);
    memset(in, 0, sizeof in);
    for (int i = 0; i < KEYS; i++) {
        items[i].number = i;
        sprintf(items[i].key, "stroom:%d", i);
    }
    uint32_t count = 0;
    for (int step = 0; step < STEPS; step++) {
        size_t i = (size_t)random_below(KEYS), len = strlen(items[i].key);
        struct map_node *found = map_find(&map, items[i].key, len);
        assert_int_equal(found != NULL, in[i]);
        if (found != NULL) {
            assert_ptr_equal(found, &items[i].node);
            map_remove(&map, found);
            count--;
        } else {
            map_add(&map, &items[i].node, items[i].key, len);
            count++;
        }
        in[i] = !in[i];
        assert_int_equal(map.count, count);
    }
    uint32_t seen = 0;
    for (struct map_node *node = NULL; (node = map_next(&map, node)) != NULL; seen++) {
        struct item *item = CONTAINER_OF(node, struct item, node);
        assert_true(in[item->number]);
        in[item->number] = false; /* each is met once */
    }
    assert_int_equal(seen, count);
    map_fini(&map);
}

static void test_map_keys_are_bytes(void **state) {
    (void)state;
    struct map map;
    struct item items[4] = {0};
    map_init(&map);
    assert_null(map_next(&map, NULL));
    map_add(&map, &items[0].node, "a\0b", 3);
    map_add(&map, &items[1].node, "a\0c", 3);
    map_add(&map, &items[2].node, "a", 1);
    map_add(&map, &items[3].node, "", 0);
    assert_ptr_equal(map_find(&map, "a\0c", 3), &items[1].node);
    assert_ptr_equal(map_find(&map, "a", 1), &items[2].node);
    assert_ptr_equal(map_find(&map, NULL, 0), &items[3].node);
    assert_null(map_find(&map, "a\0", 2));
    map_fini(&map);
}

static void test_maps_have_seeds_of_their_own(void **state) {
    (void)state;
    struct map a, b;
    struct item items[2] = {0};
    map_init(&a);
    map_init(&b);
    assert_memory_not_equal(a.seed, b.seed, sizeof a.seed);
    map_add(&a, &items[0].node, "tafel:1", 7);
    map_add(&b, &items[1].node, "tafel:1", 7);
    assert_int_not_equal(items[0].node.hash, items[1].node.hash);
    map_fini(&a);
    map_fini(&b);
}

/* SipHash-1-3 of the reference implementation, key 00 01 … 0f, input 00 01 … (n-1). */
static void test_hash_is_siphash(void **state) {
    (void)state;
    struct map map;
    struct item item = {0};
    unsigned char key[16], input[9];
    for (unsigned char i = 0; i < 16; i++)
        key[i] = i;
    for (unsigned char i = 0; i < 9; i++)
        input[i] = i;
    map_init(&map);
    memcpy(map.seed, key, 16);
    map_add(&map, &item.node, input, 0);
    assert_int_equal(item.node.hash, (uint32_t)0xabac0158050fc4dcu);
    map_remove(&map, &item.node);
    map_add(&map, &item.node, input, 8);
    assert_int_equal(item.node.hash, (uint32_t)0x369095118d299a8eu);
    map_fini(&map);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_list),
        cmocka_unit_test(test_list_each_may_remove),
        cmocka_unit_test(test_map_against_a_plain_array),
        cmocka_unit_test(test_map_keys_are_bytes),
        cmocka_unit_test(test_maps_have_seeds_of_their_own),
        cmocka_unit_test(test_hash_is_siphash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
