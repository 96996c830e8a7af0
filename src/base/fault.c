/*
 * fault: deliberate misbehaviour for positive controls. A test that cannot find a fault it was
 * made for is itself wrong.
 *
 * Invariant: compiled only with SPR_FAULTS, which no release build has; off unless SPR_FAULT
 * names it.
 */
#ifdef SPR_FAULTS
#include "base/base.h"

#include <stdlib.h>
#include <string.h>

bool fault_is_on(const char *name) {
    const char *chosen = getenv("SPR_FAULT");
    return chosen && strcmp(chosen, name) == 0;
}
#else
typedef int fault_is_compiled_out;
#endif
