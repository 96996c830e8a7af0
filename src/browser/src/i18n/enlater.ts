// The sentences of the parts that are loaded later, in English: a file of its own, so that each stays
// small. Who chooses English loads both.

import type { WithBinnen } from './binnen';
import { enBedenkingen } from './enbedenkingen';
import { enBijeenkomsten } from './enbijeenkomsten';
import { enBinnen } from './enbinnen';
import { enGast } from './engast';
import { enKeuzes } from './enkeuzes';
import { enKnelpunten } from './enknelpunten';
import { enLog } from './enlog';
import { enOpenbaarheid } from './enopenbaarheid';
import { enRuggespraak } from './enruggespraak';
import { enStart } from './enstart';
import { enStemwijze } from './enstemwijze';
import { enToezeggingen } from './entoezeggingen';
import { enWijziging } from './enwijziging';
import type { Sentences } from './nl';
import type { GastSentences } from './nlgast';
import type { LogSentences } from './nllog';
import type { StartSentences } from './nlstart';
import type { WijzigingSentences } from './nlwijziging';

type All = WithBinnen &
    StartSentences &
    GastSentences & { log: LogSentences; wijziging: WijzigingSentences };

export const enLater: Omit<All, keyof Sentences> = {
    ...enBinnen,
    ...enStart,
    ...enGast,
    ...enLog,
    ...enKeuzes,
    ...enKnelpunten,
    ...enRuggespraak,
    ...enBedenkingen,
    ...enOpenbaarheid,
    ...enStemwijze,
    ...enToezeggingen,
    wijziging: enWijziging,
    ...enBijeenkomsten,
};
