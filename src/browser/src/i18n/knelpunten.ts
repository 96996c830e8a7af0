// The sentences of the start together with those about knelpunten, for the part of the page that is
// loaded later; their Dutch comes along with it. English is one whole, loaded by who chooses it.

import { useT as useMain } from './i18n';
import { nl, type Sentences } from './nl';
import { nlKnelpunten, type KnelpuntSentences } from './nlknelpunten';

export type Whole = Sentences & KnelpuntSentences;

const dutch: Whole = { ...nl, ...nlKnelpunten };

export function useT(): Whole {
    const main = useMain();
    // What is not the Dutch of the start is English, which is whole.
    return main === nl ? dutch : (main as Whole);
}
