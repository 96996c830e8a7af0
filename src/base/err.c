/*
 * err: what an error is called and what is said about it. The table is generated from
 * proto/errors.json; here it is only looked up.
 */
#include "base/base.h"

#include <string.h>

const struct err_info *err_get(enum err err) {
    return &err_table[(unsigned)err < ERR_COUNT ? err : ERR_INTERN];
}

const char *err_name(enum err err) {
    return err_get(err)->name;
}

enum err err_by_name(const char *name, size_t len) {
    for (unsigned i = 0; i < ERR_COUNT; i++)
        if (strlen(err_table[i].name) == len && memcmp(err_table[i].name, name, len) == 0)
            return (enum err)i;
    return ERR_INTERN;
}

enum err err_by_sqlstate(const char *sqlstate) {
    if (sqlstate == NULL)
        return ERR_INTERN;
    for (unsigned i = 0; i < ERR_COUNT; i++)
        if (err_table[i].sqlstate != NULL && strcmp(err_table[i].sqlstate, sqlstate) == 0)
            return (enum err)i;
    return ERR_INTERN;
}
