// The sentences of the part about changed texts: its Dutch comes with it, its English with English.

import { useT as useMain } from './i18n';
import { nl } from './nl';
import { nlWijziging, type WijzigingSentences } from './nlwijziging';

export function useW(): WijzigingSentences {
    const main = useMain();
    return main === nl
        ? nlWijziging
        : (main as unknown as { wijziging: WijzigingSentences }).wijziging;
}
