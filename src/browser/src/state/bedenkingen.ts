// Questions that views ask about bedenkingen and executability. Pure, as in select.ts: the server
// decides.

import type {
    Bedenking,
    BedenkingAntwoord,
    BedenkingUitkomst,
    Keuzevraag,
    Uitvoerbaarheid,
} from '../gen/protocol';
import { chairs, inPlenary, leads, ownVoices, records, takesPositions, type Voice } from './keuzes';
import type { TafelState } from './tafel';

const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id);
const OPEN = ['ingediend', 'in_gesprek'];
const ENDED = ['tegemoetgekomen', 'ingetrokken'];

/** What is open comes first, and so what came first before that. */
export const objectionsTo = (state: TafelState, keuzevraag: string): Bedenking[] =>
    state.bedenkingen
        .filter((b) => b.keuzevraag === keuzevraag)
        .sort(
            (a, b) =>
                Number(OPEN.includes(b.status)) - Number(OPEN.includes(a.status)) || byId(a, b),
        );

export const answersTo = (state: TafelState, bedenking: string): BedenkingAntwoord[] =>
    state.bedenkingAntwoorden.filter((a) => a.bedenking === bedenking).sort(byId);

export const testsOf = (state: TafelState, keuzevraag: string): Uitvoerbaarheid[] =>
    state.uitvoerbaarheden.filter((u) => u.keuzevraag === keuzevraag).sort(byId);

/** To put, to test, to answer: while the question is open. */
export const takesWords = (state: TafelState, vraag: Keuzevraag): boolean =>
    inPlenary(state) && takesPositions(vraag);

export const mayPut = (state: TafelState, vraag: Keuzevraag): boolean =>
    takesWords(state, vraag) && (records(state) || ownVoices(state).length > 0);

export const mayAnswer = (state: TafelState, vraag: Keuzevraag, bedenking: Bedenking): boolean =>
    takesWords(state, vraag) &&
    !ENDED.includes(bedenking.status) &&
    state.deelnames.some(
        (d) => d.organisatie === bedenking.organisatie && d.status !== 'uitgetreden',
    ) &&
    (leads(state) || ownVoices(state).length > 0);

/** What its party may say of it: to maintain once more says nothing new. */
export const settlements = (bedenking: Bedenking): BedenkingUitkomst[] =>
    (['tegemoetgekomen', 'gehandhaafd', 'ingetrokken'] as const).filter(
        (uitkomst) => uitkomst !== bedenking.status,
    );

/** The reader's own voice for the party whose bedenking it is, if there is one. */
export const voiceOf = (state: TafelState, bedenking: Bedenking): Voice | undefined =>
    ownVoices(state).find((v) => v.deelname.organisatie === bedenking.organisatie);

export const maySettle = (state: TafelState, vraag: Keuzevraag, bedenking: Bedenking): boolean =>
    takesWords(state, vraag) &&
    !ENDED.includes(bedenking.status) &&
    (voiceOf(state, bedenking) !== undefined ||
        (records(state) &&
            state.deelnames.some(
                (d) => d.organisatie === bedenking.organisatie && d.status === 'toegetreden',
            )));

export const mayPass = (state: TafelState, vraag: Keuzevraag, toets: Uitvoerbaarheid): boolean =>
    chairs(state) &&
    takesPositions(vraag) &&
    toets.oordeel === 'niet_uitvoerbaar' &&
    toets.passering === undefined;
