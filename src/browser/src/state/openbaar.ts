// Questions that views ask about what goes beyond the tafel. Pure, as in select.ts.

import { hasRole, isSilent, theTafel } from './select';
import type { TafelState } from './tafel';

/** Who leads also does so after the tafel has closed: answers come in for years. */
export const leadsAfter = (state: TafelState): boolean =>
    (hasRole(state, 'voorzitter') || hasRole(state, 'secretaris')) &&
    ['open', 'opgeschort', 'afgesloten'].includes(theTafel(state)?.status ?? '') &&
    !isSilent(state, `tafel:${state.id}`);
