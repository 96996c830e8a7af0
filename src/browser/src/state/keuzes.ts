// Questions that views ask about choice questions, decisions and votes. Pure, as in select.ts:
// what may be done is decided by the server, these only keep buttons away that would be refused.

import type {
    Besluit,
    Deelname,
    Gevolg,
    GevolgAntwoord,
    Keuzevraag,
    Standpunt,
    StandpuntWaarde,
    Stem,
    StemKeuze,
    Stemming,
    Vertegenwoordiging,
} from '../gen/protocol';
import { find } from './rows';
import { hasRole, isOpen, mayWrite, parties, representationFor, runsTable } from './select';
import type { TafelState } from './tafel';
import { serverNow } from './time';

export const WAARDEN: readonly StandpuntWaarde[] = [
    'akkoord',
    'akkoord_mits',
    'niet_akkoord',
    'neemt_niet_deel',
];
export const STEMKEUZES: readonly StemKeuze[] = ['voor', 'tegen', 'onthouding', 'neemt_niet_deel'];

export const inPlenary = (state: TafelState): boolean => mayWrite(state, `tafel:${state.id}`);
export const leads = (state: TafelState): boolean => runsTable(state) && inPlenary(state);
export const chairs = (state: TafelState): boolean =>
    hasRole(state, 'voorzitter') && inPlenary(state);
export const records = (state: TafelState): boolean =>
    hasRole(state, 'secretaris') && inPlenary(state);

export const isPast = (term: string | undefined): boolean =>
    term !== undefined && Date.parse(term) <= serverNow();

const byNumber = (a: Keuzevraag, b: Keuzevraag) => a.nummer - b.nummer;
export const questions = (state: TafelState): Keuzevraag[] => [...state.keuzevragen].sort(byNumber);

/** Decisions before the table, and for who runs it the drafts that are not there yet. */
export function decisions(state: TafelState, keuzevraag?: string): Besluit[] {
    const drafts = state.besluitConcepten.filter((b) => !find(state.besluiten, b.id));
    return [...state.besluiten, ...drafts].filter(
        (b) => keuzevraag === undefined || b.keuzevraag === keuzevraag,
    );
}

export const decision = (state: TafelState, id: string | undefined): Besluit | undefined =>
    find(state.besluiten, id) ?? find(state.besluitConcepten, id);

/** Parties that have a word in what is chosen. */
export const members = (state: TafelState): Deelname[] =>
    parties(state).filter((d) => d.status === 'toegetreden' && d.rol !== 'toehorend');

/** Parties of this reader that take part, with the representation to speak by. */
export interface Voice {
    deelname: Deelname;
    namens: Vertegenwoordiging;
}

export function ownVoices(state: TafelState): Voice[] {
    if (!isOpen(state)) return [];
    return members(state).flatMap((deelname) => {
        const namens = representationFor(state, deelname.organisatie);
        return namens ? [{ deelname, namens }] : [];
    });
}

export const cellsOf = (state: TafelState, keuzevraag: string): Gevolg[] =>
    state.gevolgen.filter((g) => g.keuzevraag === keuzevraag);

/** What a party is asked; the table goes on without an answer to what was passed. */
export const cellsFor = (state: TafelState, keuzevraag: string, party: Deelname): Gevolg[] =>
    party.rol === 'toehorend'
        ? []
        : cellsOf(state, keuzevraag).filter(
              (g) =>
                  !g.passering && g.zijde === party.zijde && party.sectoren.includes(g.sector),
          );

export const answersTo = (state: TafelState, gevolg: string): GevolgAntwoord[] =>
    state.gevolgAntwoorden.filter((a) => a.gevolg === gevolg);

export const answerOf = (
    state: TafelState,
    gevolg: string,
    organisatie: string,
): GevolgAntwoord | undefined =>
    state.gevolgAntwoorden.find((a) => a.gevolg === gevolg && a.organisatie === organisatie);

export const positionsOn = (state: TafelState, keuzevraag: string): Standpunt[] =>
    state.standpunten.filter((s) => s.keuzevraag === keuzevraag);

export const positionOf = (
    state: TafelState,
    keuzevraag: string,
    organisatie: string,
): Standpunt | undefined =>
    positionsOn(state, keuzevraag).find((s) => s.organisatie === organisatie);

/** Until the table has decided: an answer after the term is late, not lost. */
export const takesAnswers = (vraag: Keuzevraag): boolean =>
    vraag.status === 'gevolgen_gevraagd' || vraag.status === 'besluitrijp';
export const takesPositions = (vraag: Keuzevraag): boolean =>
    vraag.status !== 'besloten' && vraag.status !== 'ingetrokken';

export const votesOn = (state: TafelState, besluit: string): Stemming[] =>
    state.stemmingen.filter((s) => s.besluit === besluit);

export const openVote = (state: TafelState, besluit: string): Stemming | undefined =>
    votesOn(state, besluit).find((s) => s.status === 'open');

export const ballots = (state: TafelState, stemming: string): Stem[] =>
    state.stemmen.filter((s) => s.stemming === stemming);

export const ballotOf = (
    state: TafelState,
    stemming: string,
    organisatie: string,
): Stem | undefined => ballots(state, stemming).find((s) => s.organisatie === organisatie);

/** Whether everybody at the table sees who voted what. */
export const isShown = (stemming: Stemming): boolean =>
    stemming.zichtbaar === 'direct' || stemming.status === 'gesloten';

export const mayCast = (state: TafelState, stemming: Stemming): Voice[] =>
    stemming.status === 'open' && hasRole(state, 'ondertekenaar') && inPlenary(state)
        ? ownVoices(state).filter((v) =>
              stemming.kiezers.some((k) => k.organisatie === v.deelname.organisatie),
          )
        : [];

/** Parties of this reader that may ask for a vote on a decision and did not do so yet. */
export const mayAskVote = (state: TafelState, besluit: Besluit): Voice[] =>
    besluit.status === 'conclusie_voorgelegd' && !isPast(besluit.termijn) && inPlenary(state)
        ? ownVoices(state).filter(
              (v) =>
                  v.deelname.rol === 'stemhebbend' &&
                  !besluit.stemmingGevraagd?.includes(v.deelname.organisatie),
          )
        : [];

interface Dated {
    tekstVersie?: number;
}

/** Said, and said of the text as it is now. */
export const holdsFor = (said: Dated | undefined, of: Dated): boolean =>
    said !== undefined && (said.tekstVersie ?? 1) >= (of.tekstVersie ?? 1);

/** What a question still asks of the reader's parties. */
export interface Asked {
    gevolgen: boolean;
    standpunt: boolean;
    stem: boolean;
}

export function askedOf(state: TafelState, vraag: Keuzevraag): Asked {
    const voices = inPlenary(state) ? ownVoices(state) : [];
    const answers = takesAnswers(vraag);
    return {
        gevolgen:
            answers &&
            voices.some(({ deelname }) =>
                cellsFor(state, vraag.id, deelname).some(
                    (g) => !holdsFor(answerOf(state, g.id, deelname.organisatie), g),
                ),
            ),
        standpunt:
            takesPositions(vraag) &&
            voices.some(
                ({ deelname }) =>
                    !holdsFor(positionOf(state, vraag.id, deelname.organisatie), vraag),
            ),
        stem: decisions(state, vraag.id).some((b) => awaitsVote(state, b)),
    };
}

export function awaitsVote(state: TafelState, besluit: Besluit): boolean {
    const stemming = openVote(state, besluit.id);
    return (
        stemming !== undefined &&
        mayCast(state, stemming).some(
            (v) => !ballotOf(state, stemming.id, v.deelname.organisatie),
        )
    );
}
