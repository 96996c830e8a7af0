// All sentences together, for the pages that are loaded when they are first opened; their Dutch
// comes along with them. English is one whole, loaded by who chooses it.

import { useT as useMain, sentences as mainSentences } from './i18n';
import { nl, type Sentences } from './nl';
import { nlBedenkingen, type BedenkingSentences } from './nlbedenkingen';
import { nlBijeenkomsten } from './nlbijeenkomsten';
import { nlKeuzes, type KeuzeSentences } from './nlkeuzes';
import { nlKnelpunten, type KnelpuntSentences } from './nlknelpunten';
import { nlOpenbaarheid, type OpenbaarheidSentences } from './nlopenbaarheid';
import { nlRuggespraak, type RuggespraakSentences } from './nlruggespraak';
import { nlToezeggingen } from './nltoezeggingen';

export type Whole = Sentences &
    KeuzeSentences &
    KnelpuntSentences &
    RuggespraakSentences &
    BedenkingSentences &
    OpenbaarheidSentences &
    typeof nlToezeggingen &
    typeof nlBijeenkomsten;

const dutch: Whole = {
    ...nl,
    ...nlKeuzes,
    ...nlKnelpunten,
    ...nlRuggespraak,
    ...nlBedenkingen,
    ...nlOpenbaarheid,
    ...nlToezeggingen,
    ...nlBijeenkomsten,
};

// What is not the Dutch of the start is English, which is whole.
const whole = (main: Sentences): Whole => (main === nl ? dutch : (main as Whole));

export const useT = (): Whole => whole(useMain());
export const sentences = (): Whole => whole(mainSentences());
