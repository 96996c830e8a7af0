// Questions that views ask about amendementen and about texts that changed after something was said
// of them. Pure, as in select.ts: the server decides.

import type {
    Amendement,
    Besluit,
    Gevolg,
    GevolgAntwoord,
    Keuzevraag,
    KeuzevraagVersie,
    Standpunt,
} from '../gen/protocol';
import {
    cellsOf,
    chairs,
    inPlenary,
    isPast,
    ownVoices,
    records,
    takesPositions,
    type Voice,
} from './keuzes';
import { find } from './rows';
import type { TafelState } from './tafel';

const byId = (a: { id: string }, b: { id: string }) => Number(a.id) - Number(b.id);

/** What is open comes first. */
export const amendmentsOf = (state: TafelState, besluit: string): Amendement[] =>
    state.amendementen
        .filter((m) => m.besluit === besluit)
        .sort((a, b) => Number(b.status === 'open') - Number(a.status === 'open') || byId(a, b));

const carriers = (m: Amendement): string[] => [
    m.organisatie,
    ...(m.mede ?? []).map((i) => i.organisatie),
];

const lies = (besluit: Besluit): boolean => besluit.status === 'conclusie_voorgelegd';

export const mayAmend = (state: TafelState, besluit: Besluit): boolean =>
    lies(besluit) &&
    !isPast(besluit.termijn) &&
    inPlenary(state) &&
    (records(state) || ownVoices(state).length > 0);

/** Own parties that could join, or step back. */
export const mayJoin = (state: TafelState, m: Amendement): Voice[] =>
    m.status === 'open' && inPlenary(state)
        ? ownVoices(state).filter((v) => !carriers(m).includes(v.deelname.organisatie))
        : [];

export const mayLeave = (state: TafelState, m: Amendement): Voice[] =>
    m.status === 'open' && inPlenary(state)
        ? ownVoices(state).filter((v) => carriers(m).includes(v.deelname.organisatie))
        : [];

export const mayDispose = (state: TafelState, besluit: Besluit, m: Amendement): boolean =>
    m.status === 'open' && lies(besluit) && chairs(state);

/** The text changed after this was said about the decision. */
export const changedSince = (state: TafelState, besluit: string, op: string): boolean =>
    amendmentsOf(state, besluit).some(
        (m) => m.status === 'overgenomen' && (m.afdoening?.op ?? '') > op,
    );

export const versionsOf = (state: TafelState, keuzevraag: string): KeuzevraagVersie[] =>
    state.keuzevraagVersies
        .filter((v) => v.keuzevraag === keuzevraag)
        .sort((a, b) => b.versie - a.versie);

/** What a party said to an earlier text, and did not yet say to hold for this one. */
export interface Stale {
    antwoorden: { cel: Gevolg; antwoord: GevolgAntwoord }[];
    standpunt: Standpunt | undefined;
}

export function staleOf(state: TafelState, vraag: Keuzevraag, organisatie: string): Stale {
    const cells = new Map(cellsOf(state, vraag.id).map((g) => [g.id, g]));
    const antwoorden = state.gevolgAntwoorden.flatMap((antwoord) => {
        const cel = cells.get(antwoord.gevolg);
        // What was passed is not asked any more.
        return cel &&
            !cel.passering &&
            antwoord.organisatie === organisatie &&
            (antwoord.tekstVersie ?? 1) < (cel.tekstVersie ?? 1)
            ? [{ cel, antwoord }]
            : [];
    });
    const standpunt = state.standpunten.find(
        (s) =>
            s.keuzevraag === vraag.id &&
            s.organisatie === organisatie &&
            (s.tekstVersie ?? 1) < (vraag.tekstVersie ?? 1),
    );
    return { antwoorden, standpunt };
}

const isStale = ({ antwoorden, standpunt }: Stale): boolean =>
    antwoorden.length > 0 || standpunt !== undefined;

/** Parties whose word is asked to hold, while the question is open. */
export const staleParties = (state: TafelState, vraag: Keuzevraag): string[] =>
    takesPositions(vraag)
        ? state.deelnames
              .filter((d) => d.status === 'toegetreden' && isStale(staleOf(state, vraag, d.organisatie)))
              .map((d) => d.organisatie)
        : [];

/** One tap: all that the screen shows of this party. */
export const holds = (vraag: Keuzevraag, { antwoorden, standpunt }: Stale) => ({
    keuzevraag: vraag.id,
    versie: vraag.versie ?? 1,
    ...(antwoorden.length > 0
        ? { gevolgen: antwoorden.slice(0, 100).map((a) => a.cel.id) }
        : {}),
    ...(standpunt ? { standpunt: true } : {}),
});

export const optionTitle = (vraag: Keuzevraag, cel: Gevolg): string =>
    find(vraag.opties, cel.optie)?.titel ?? '';
