// All sentences with those about the inside of an organisation, which come along with its own part.

import { useT as useLater, type Whole } from './later';
import { nlBinnen, type BinnenSentences } from './nlbinnen';

export type WithBinnen = Whole & BinnenSentences;

const dutch = new WeakMap<Whole, WithBinnen>();

/** English is whole already. */
function whole(t: Whole): WithBinnen {
    if ('binnen' in t) return t as WithBinnen;
    const known = dutch.get(t) ?? { ...t, ...nlBinnen };
    dutch.set(t, known);
    return known;
}

export const useT = (): WithBinnen => whole(useLater());
