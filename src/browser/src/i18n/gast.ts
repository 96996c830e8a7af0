// The sentences of the guest page, which is loaded without the rest.

import { useT as useMain } from './i18n';
import { nl, type Sentences } from './nl';
import { nlGast, type GastSentences } from './nlgast';

/** What is not the Dutch of the start is English, which is whole. */
export function useGastT(): GastSentences {
    const main = useMain();
    return main === nl ? nlGast : (main as Sentences & GastSentences);
}
