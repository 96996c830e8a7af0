// Questions that views ask about knelpunten. Pure, as in select.ts: the server decides.

import type { Keuzevraag, Knelpunt } from '../gen/protocol';
import { inPlenary, isPast, leads, ownVoices, questions, type Voice } from './keuzes';
import { sectorsAtTable } from './select';
import type { TafelState } from './tafel';

const CLOSED = ['opgelost', 'vervallen'];

export const isClosed = (knelpunt: Knelpunt): boolean => CLOSED.includes(knelpunt.status);

/** The clock may tell it a second later; that it is so does not wait for that. */
export const roomIsOver = (knelpunt: Knelpunt): boolean =>
    knelpunt.verstrekenOp !== undefined || isPast(knelpunt.handelingsruimteTot);

/** What runs out first comes first, and so what ran out before that. */
export const underWay = (state: TafelState): Knelpunt[] =>
    state.knelpunten
        .filter((k) => !isClosed(k))
        .sort(
            (a, b) =>
                a.handelingsruimteTot.localeCompare(b.handelingsruimteTot) || a.nummer - b.nummer,
        );

/** The last one that was closed comes first. */
export const closed = (state: TafelState): Knelpunt[] =>
    state.knelpunten
        .filter(isClosed)
        .sort((a, b) => (b.afgehandeldOp ?? '').localeCompare(a.afgehandeldOp ?? ''));

export const questionsAbout = (state: TafelState, knelpunt: string): Keuzevraag[] =>
    questions(state).filter((v) => v.knelpunt === knelpunt);

/** The reader's own voice for the party that reported it, if there is one. */
export const reporterVoice = (state: TafelState, knelpunt: Knelpunt): Voice | undefined =>
    ownVoices(state).find((v) => v.deelname.organisatie === knelpunt.organisatie);

export const mayChange = (state: TafelState, knelpunt: Knelpunt): boolean =>
    inPlenary(state) &&
    !isClosed(knelpunt) &&
    (leads(state) || reporterVoice(state, knelpunt) !== undefined);

/** To report, or to put a question: for a party, or as who leads the table. */
export const mayReport = (state: TafelState): boolean =>
    inPlenary(state) && (leads(state) || ownVoices(state).length > 0);

/** Where it can hurt; a sector whose party left since stays where it was named. */
export const sectorsFor = (state: TafelState, knelpunt?: Knelpunt): string[] => [
    ...new Set([...sectorsAtTable(state), ...(knelpunt?.sectoren ?? [])]),
];
