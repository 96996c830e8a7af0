// Walks a value beside its schema table. Depth is bounded before (json.c), so it may recurse.
#include "schema.h"

#include <stdlib.h>
#include <string.h>

#include "text.h"

struct check {
    enum wire_mode mode;
    struct wire_problems *problems;
};

static void check_value(const struct check *check, const struct wire_schema *schema, json_t *value,
                        const struct wire_place *place);

const struct wire_property *schema_find_property(const struct wire_schema *schema,
                                                 const char *name) {
    for (size_t i = 0; i < schema->property_count; i++) {
        if (strcmp(schema->properties[i].name, name) == 0)
            return &schema->properties[i];
    }
    return NULL;
}

static bool type_fits(const struct wire_schema *schema, const json_t *value) {
    switch (schema->type) {
    case WIRE_STRING:
        return json_is_string(value);
    case WIRE_INTEGER:
        return json_is_integer(value);
    case WIRE_BOOLEAN:
        return json_is_boolean(value);
    case WIRE_OBJECT:
        return json_is_object(value);
    case WIRE_ARRAY:
        return json_is_array(value);
    }
    return false;
}

static void add_wrong_type(const struct check *check, const struct wire_schema *schema,
                           const struct wire_place *place) {
    static const char *const nl[] = {
        [WIRE_STRING] = "tekst",      [WIRE_INTEGER] = "een geheel getal",
        [WIRE_BOOLEAN] = "ja of nee", [WIRE_OBJECT] = "een object",
        [WIRE_ARRAY] = "een lijst",
    };
    static const char *const en[] = {
        [WIRE_STRING] = "text",       [WIRE_INTEGER] = "a whole number",
        [WIRE_BOOLEAN] = "yes or no", [WIRE_OBJECT] = "an object",
        [WIRE_ARRAY] = "a list",
    };
    problems_add(check->problems, place, WRONG_TYPE, nl[schema->type], en[schema->type]);
}

static bool is_choice(const struct wire_schema *schema, const char *text, size_t len) {
    for (const char *const *choice = schema->choices; *choice != NULL; choice++) {
        if (strlen(*choice) == len && memcmp(*choice, text, len) == 0)
            return true;
    }
    return false;
}

static void add_wrong_choice(const struct check *check, const struct wire_schema *schema,
                             const struct wire_place *place) {
    struct bytes list;
    bytes_init(&list, 2048);
    for (const char *const *choice = schema->choices; *choice != NULL; choice++)
        bytes_add_format(&list, "%s%s", list.len > 0 ? ", " : "", *choice);
    problems_add(check->problems, place, WRONG_CHOICE, list.data, list.data);
    bytes_fini(&list);
}

// Normalises text. False when it was refused, so that nothing more is said about it.
static bool check_text(const struct check *check, const struct wire_schema *schema, json_t *value,
                       const struct wire_place *place) {
    if (schema->text == WIRE_PLAIN || check->mode == WIRE_OUTGOING)
        return true;
    char *normal = NULL;
    size_t len = 0;
    switch (text_normalise(json_string_value(value), json_string_length(value),
                           schema->text == WIRE_TEXT_LINE, &normal, &len)) {
    case TEXT_SAME:
        len = json_string_length(value);
        break;
    case TEXT_CHANGED:
        json_string_setn(value, normal, len);
        free(normal);
        break;
    case TEXT_CONTROL:
        problems_add(check->problems, place, WRONG_CONTROL, "", "");
        return false;
    case TEXT_LINES:
        problems_add(check->problems, place, WRONG_LINES, "", "");
        return false;
    case TEXT_REFUSED:
        problems_add(check->problems, place, WRONG_ENCODING, "", "");
        return false;
    }
    if (len > WIRE_TEXT_MAX) {
        problems_add_number(check->problems, place, WRONG_BYTES, WIRE_TEXT_MAX);
        return false;
    }
    return true;
}

static void check_format(const struct check *check, const struct wire_schema *schema,
                         const char *text, size_t len, const struct wire_place *place) {
    if (schema->format == WIRE_ID && !text_is_id(text, len))
        problems_add(check->problems, place, WRONG_ID, "", "");
    else if (schema->format == WIRE_DATE && !text_is_date(text, len))
        problems_add(check->problems, place, WRONG_DATE, "", "");
    else if (schema->format == WIRE_DATE_TIME && !text_is_date_time(text, len))
        problems_add(check->problems, place, WRONG_TIME, "", "");
}

static void check_string(const struct check *check, const struct wire_schema *schema, json_t *value,
                         const struct wire_place *place) {
    if (!check_text(check, schema, value, place))
        return;
    const char *text = json_string_value(value);
    size_t len = json_string_length(value);
    size_t points = text_code_points(text, len);
    if (schema->choices != NULL && !is_choice(schema, text, len))
        add_wrong_choice(check, schema, place);
    if (points < schema->min)
        problems_add_number(check->problems, place, WRONG_SHORT, schema->min);
    if (points > schema->max)
        problems_add_number(check->problems, place, WRONG_LONG, schema->max);
    else if (len > schema->max_bytes)
        problems_add_number(check->problems, place, WRONG_BYTES, schema->max_bytes);
    check_format(check, schema, text, len, place);
}

static void check_integer(const struct check *check, const struct wire_schema *schema,
                          const json_t *value, const struct wire_place *place) {
    int64_t number = json_integer_value(value);
    if (number < schema->minimum)
        problems_add_number(check->problems, place, WRONG_LOW, schema->minimum);
    if (number > schema->maximum)
        problems_add_number(check->problems, place, WRONG_HIGH, schema->maximum);
}

static void check_array(const struct check *check, const struct wire_schema *schema,
                        const json_t *value, const struct wire_place *place) {
    size_t count = json_array_size(value);
    if (count < schema->min)
        problems_add_number(check->problems, place, WRONG_FEW, schema->min);
    if (count > schema->max)
        problems_add_number(check->problems, place, WRONG_MANY, schema->max);
    for (size_t i = 0; i < count; i++) {
        const struct wire_place item = {.up = place, .index = i};
        check_value(check, schema->items, json_array_get(value, i), &item);
    }
}

static void check_object(const struct check *check, const struct wire_schema *schema, json_t *value,
                         const struct wire_place *place) {
    size_t known = 0;
    for (size_t i = 0; i < schema->property_count; i++) {
        const struct wire_property *property = &schema->properties[i];
        const struct wire_place inner = {.up = place, .name = property->name};
        json_t *member = json_object_get(value, property->name);
        if (member != NULL) {
            known++;
            check_value(check, property->schema, member, &inner);
        } else if (property->required) {
            problems_add(check->problems, &inner, WRONG_MISSING, "", "");
        }
    }
    if (known == json_object_size(value))
        return;
    const char *key;
    json_t *member;
    json_object_foreach(value, key, member) {
        const struct wire_place inner = {.up = place, .name = key};
        if (schema_find_property(schema, key) == NULL)
            problems_add(check->problems, &inner, WRONG_UNKNOWN, "", "");
    }
}

static void check_value(const struct check *check, const struct wire_schema *schema, json_t *value,
                        const struct wire_place *place) {
    if (json_is_null(value) && schema->nullable)
        return;
    if (!type_fits(schema, value)) {
        add_wrong_type(check, schema, place);
        return;
    }
    switch (schema->type) {
    case WIRE_STRING:
        check_string(check, schema, value, place);
        break;
    case WIRE_INTEGER:
        check_integer(check, schema, value, place);
        break;
    case WIRE_BOOLEAN:
        break;
    case WIRE_OBJECT:
        check_object(check, schema, value, place);
        break;
    case WIRE_ARRAY:
        check_array(check, schema, value, place);
        break;
    }
}

void schema_check(const struct wire_schema *schema, json_t *value, const struct wire_place *place,
                  enum wire_mode mode, struct wire_problems *problems) {
    const struct check check = {.mode = mode, .problems = problems};
    check_value(&check, schema, value, place);
}
