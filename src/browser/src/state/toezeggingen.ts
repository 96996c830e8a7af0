// Questions that views ask about commitments. Pure, as in select.ts: the server decides.

import type { Toezegging, ToezeggingStap, ToezeggingStatus } from '../gen/protocol';
import { isPast, ownVoices, type Voice } from './keuzes';
import { hasRole } from './select';
import type { TafelState } from './tafel';

/** Reports that a party can make of what it committed itself to. */
export const REPORTS = ['loopt', 'vertraagd', 'nagekomen', 'deels', 'niet_nagekomen', 'overgedragen'] as const;
export type Report = (typeof REPORTS)[number];

const UNDER_WAY: readonly ToezeggingStatus[] = ['aanvaard', 'loopt', 'vertraagd'];

export const isUnderWay = (toezegging: Toezegging): boolean =>
    UNDER_WAY.includes(toezegging.status);

/** Past its date while nobody committed to it, or said what became of it. */
export const isOverdue = (toezegging: Toezegging): boolean =>
    (isUnderWay(toezegging) || toezegging.status === 'voorgesteld') && isPast(toezegging.voor);

const urgency = (t: Toezegging): number =>
    isOverdue(t) ? 0 : t.status === 'voorgesteld' ? 1 : isUnderWay(t) ? 2 : 3;

/** What needs somebody comes first, then by date; under one decision, or of the whole table. */
export const commitments = (state: TafelState, besluit?: string): Toezegging[] =>
    state.toezeggingen
        .filter((t) => besluit === undefined || t.besluit === besluit)
        .sort((a, b) => urgency(a) - urgency(b) || a.voor.localeCompare(b.voor));

export const stepsOf = (state: TafelState, toezegging: string): ToezeggingStap[] =>
    state.toezeggingStappen.filter((s) => s.toezegging === toezegging);

/** The reader's own voice for the party that is asked or bound, if there is one. */
export const voiceFor = (state: TafelState, toezegging: Toezegging): Voice | undefined =>
    ownVoices(state).find((v) => v.deelname.organisatie === toezegging.organisatie);

export const mayCommit = (state: TafelState, toezegging: Toezegging): boolean =>
    toezegging.status === 'voorgesteld' &&
    hasRole(state, 'ondertekenaar') &&
    voiceFor(state, toezegging) !== undefined;
