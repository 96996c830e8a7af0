// Questions that views ask about what comes with a decision: members who are asked, notes of
// dissent, signatures, and what came of it. Pure, as in select.ts: the server decides.

import type {
    Aantekening,
    Achterban,
    Besluit,
    BesluitStatus,
    Evaluatie,
    Ondertekening,
    Stemming,
} from '../gen/protocol';
import { inPlenary, isPast, members, ownVoices, records, votesOn, type Voice } from './keuzes';
import { find } from './rows';
import { hasRole, mayAnswerInTime, runsTable, theTafel } from './select';
import type { TafelState } from './tafel';
import { serverNow } from './time';
import { changedSince } from './wijziging';

const BEFORE: readonly BesluitStatus[] = ['geagendeerd', 'conclusie_voorgelegd', 'stemming'];
const OPEN: readonly BesluitStatus[] = [...BEFORE, 'onder_voorbehoud'];
const NOTE_TERM = 7 * 86_400_000;

/** Before the table and without an outcome that stays. */
export const isOpenDecision = (besluit: Besluit): boolean => OPEN.includes(besluit.status);

export const consultations = (state: TafelState, besluit: string): Achterban[] =>
    state.achterbannen.filter((a) => a.besluit === besluit);

export const consultationOf = (
    state: TafelState,
    besluit: string,
    organisatie: string,
): Achterban | undefined =>
    consultations(state, besluit).find((a) => a.organisatie === organisatie);

const isWaited = (state: TafelState, a: Achterban): boolean =>
    a.uitkomst === undefined &&
    !isPast(a.termijn) &&
    state.deelnames.some(
        (d) =>
            d.organisatie === a.organisatie &&
            d.rol === 'stemhebbend' &&
            (d.status === 'toegetreden' || d.status === 'opgeschort'),
    );

/** Whose members the table waits for: not for who let its term pass, nor for who left. */
export const waitedFor = (state: TafelState, besluit: string): Achterban[] =>
    consultations(state, besluit).filter((a) => isWaited(state, a));

/** Members answered, of the text as it is: of another one they can be asked again. */
export const isAnswered = (state: TafelState, a: Achterban | undefined): boolean =>
    a?.uitkomst !== undefined && !changedSince(state, a.besluit, a.antwoordOp ?? a.op);

/** Parties of this reader that may say that they go back to their members, or say it anew. */
export const mayConsult = (state: TafelState, besluit: Besluit): Voice[] =>
    BEFORE.includes(besluit.status) && mayAnswerInTime(state)
        ? ownVoices(state).filter(
              (v) =>
                  v.deelname.rol === 'stemhebbend' &&
                  !isAnswered(state, consultationOf(state, besluit.id, v.deelname.organisatie)),
          )
        : [];

/** Parties for which the secretaris may record that: not over what a party said itself. */
export const consultableFor = (state: TafelState, besluit: Besluit): string[] =>
    BEFORE.includes(besluit.status) && records(state)
        ? members(state)
              .filter((d) => d.rol === 'stemhebbend')
              .map((d) => d.organisatie)
              .filter((organisatie) => {
                  const a = consultationOf(state, besluit.id, organisatie);
                  return !a || (!isAnswered(state, a) && a.via !== 'platform');
              })
        : [];

const signers = (state: TafelState): Voice[] =>
    hasRole(state, 'ondertekenaar') && mayAnswerInTime(state)
        ? ownVoices(state).filter((v) => v.namens.magOndertekenen)
        : [];

export const mayAnswer = (state: TafelState, a: Achterban): Voice | undefined => {
    const besluit = find(state.besluiten, a.besluit);
    return besluit && isOpenDecision(besluit)
        ? signers(state).find((v) => v.deelname.organisatie === a.organisatie)
        : undefined;
};

export function mayRecordAnswer(state: TafelState, a: Achterban): boolean {
    const besluit = find(state.besluiten, a.besluit);
    return (
        besluit !== undefined &&
        isOpenDecision(besluit) &&
        records(state) &&
        !(a.uitkomst && a.via === 'platform') &&
        members(state).some((d) => d.organisatie === a.organisatie)
    );
}

export const lastCount = (state: TafelState, besluit: string): Stemming | undefined =>
    votesOn(state, besluit)
        .filter((s) => s.status === 'gesloten' && s.methode !== 'peiling')
        .at(-1);

export type Rejection = 'vooraf' | 'stemming' | 'tegen' | 'zonder';

/** What it does when members of a party reject a decision, as it stands now. */
export function rejectionMeans(state: TafelState, besluit: Besluit, organisatie: string): Rejection {
    if (besluit.status !== 'onder_voorbehoud') return 'vooraf';
    const count = lastCount(state, besluit.id);
    if (count) return count.kiezers.some((k) => k.organisatie === organisatie) ? 'tegen' : 'zonder';
    const party = members(state).find((d) => d.organisatie === organisatie);
    return party?.rol === 'stemhebbend' ? 'stemming' : 'zonder';
}

/** Members of the reader's own parties that have not answered, of what still waits for an answer. */
export const ownUnanswered = (state: TafelState): Achterban[] => {
    const own = mayAnswerInTime(state) ? ownVoices(state).map((v) => v.deelname.organisatie) : [];
    return state.achterbannen.filter((a) => {
        const besluit = find(state.besluiten, a.besluit);
        return (
            besluit !== undefined &&
            isOpenDecision(besluit) &&
            a.uitkomst === undefined &&
            own.includes(a.organisatie)
        );
    });
};

export const notesOn = (state: TafelState, besluit: string): Aantekening[] =>
    state.aantekeningen.filter((a) => a.besluit === besluit);

export const noteOf = (
    state: TafelState,
    besluit: string,
    organisatie: string,
): Aantekening | undefined => notesOn(state, besluit).find((a) => a.organisatie === organisatie);

/** From when it was put until seven days after its outcome. */
export function takesNotes(besluit: Besluit): boolean {
    if (besluit.status === 'concept' || besluit.status === 'geagendeerd') return false;
    if (besluit.status !== 'uitkomst') return true;
    return (
        besluit.uitkomst !== 'ingetrokken' &&
        Date.parse(besluit.uitkomstOp ?? besluit.op) + NOTE_TERM > serverNow()
    );
}

export const mayNote = (state: TafelState, besluit: Besluit): Voice[] =>
    takesNotes(besluit) && inPlenary(state)
        ? ownVoices(state).filter((v) => v.deelname.rol === 'stemhebbend')
        : [];

export const notableFor = (state: TafelState, besluit: Besluit): string[] =>
    takesNotes(besluit) && records(state)
        ? members(state)
              .filter((d) => d.rol === 'stemhebbend')
              .map((d) => d.organisatie)
              .filter((o) => noteOf(state, besluit.id, o)?.via !== 'platform')
        : [];

export const isAdopted = (besluit: Besluit): boolean => besluit.uitkomst === 'aangenomen';

export const signatures = (state: TafelState, besluit: string): Ondertekening[] =>
    state.ondertekeningen.filter((o) => o.besluit === besluit);

/** Parties at the table that have not signed, which they may do later. */
export const unsigned = (state: TafelState, besluit: string): string[] =>
    members(state)
        .map((d) => d.organisatie)
        .filter((o) => !signatures(state, besluit).some((s) => s.organisatie === o));

export const maySign = (state: TafelState, besluit: Besluit): Voice[] =>
    isAdopted(besluit) && inPlenary(state)
        ? signers(state).filter((v) => unsigned(state, besluit.id).includes(v.deelname.organisatie))
        : [];

export const evaluationsOf = (state: TafelState, besluit: string): Evaluatie[] =>
    state.evaluaties.filter((e) => e.besluit === besluit);

/** When the table looks at a decision again: as the last look says, else as the decision does. */
export function nextLook(state: TafelState, besluit: Besluit): string | undefined {
    if (!isAdopted(besluit)) return undefined;
    const last = evaluationsOf(state, besluit.id).at(-1);
    return last ? last.evalueerOp : besluit.evalueerOp;
}

export const lookIsLate = (state: TafelState, besluit: Besluit): boolean =>
    isPast(nextLook(state, besluit));

export const lateLooks = (state: TafelState): Besluit[] =>
    state.besluiten.filter((b) => lookIsLate(state, b));

/** Also long after the table was closed. */
export const mayEvaluate = (state: TafelState, besluit: Besluit): boolean =>
    isAdopted(besluit) &&
    runsTable(state) &&
    ['open', 'opgeschort', 'afgesloten'].includes(theTafel(state)?.status ?? '');
