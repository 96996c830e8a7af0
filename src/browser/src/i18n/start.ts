// The sentences of the start page and of the hammer, beside the other parts: who needs only these
// does not load the rest.

import { useT as useMain } from './i18n';
import { nl, type Sentences } from './nl';
import { nlStart, type StartSentences } from './nlstart';

/** What is not the Dutch of the start is English, which is whole. */
export function useStartT(): StartSentences {
    const main = useMain();
    return main === nl ? nlStart : (main as Sentences & StartSentences);
}
