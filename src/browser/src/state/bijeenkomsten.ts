// Questions that views ask about meetings, action items, papers and minutes. Pure, as in select.ts:
// what may be done is decided by the server, these only keep buttons away that would be refused.

import type {
    Aanwezigheid,
    Actiepunt,
    Agendapunt,
    Besluit,
    Bijeenkomst,
    Spreekbeurt,
    Stuk,
    Toezegging,
    Verslag,
    VerslagReactie,
} from '../gen/protocol';
import { isPast } from './keuzes';
import { compareIds, find } from './rows';
import {
    activeSeats,
    hasRole,
    isOpen,
    organisationOfSeat,
    representationFor,
    runsTable,
    theTafel,
} from './select';
import type { TafelState } from './tafel';

const byId = (a: { id: string }, b: { id: string }) => compareIds(a.id, b.id);

/** Who leads goes on leading during a suspension, when the table itself can not be written to. */
export const leadsMeeting = (state: TafelState): boolean => runsTable(state) && isOpen(state);

/** Much can still be planned and noted while a table is suspended or closed. */
export const notes = (state: TafelState): boolean =>
    runsTable(state) &&
    ['open', 'opgeschort', 'afgesloten'].includes(theTafel(state)?.status ?? '');
export const plans = (state: TafelState): boolean =>
    runsTable(state) && ['open', 'opgeschort'].includes(theTafel(state)?.status ?? '');

export const isRunning = (b: Bijeenkomst): boolean =>
    b.status === 'geopend' || b.status === 'geschorst';
export const isOver = (b: Bijeenkomst): boolean =>
    b.status === 'gesloten' || b.status === 'afgelast';

/** What is to come, soonest first; then what has been, latest first. */
export function meetings(state: TafelState): { ahead: Bijeenkomst[]; past: Bijeenkomst[] } {
    const sorted = [...state.bijeenkomsten].sort((a, b) => a.begint.localeCompare(b.begint));
    return {
        ahead: sorted.filter((b) => b.status === 'gepland'),
        past: sorted.filter(isOver).reverse(),
    };
}

export const agenda = (state: TafelState, bijeenkomst: string): Agendapunt[] =>
    state.agendapunten
        .filter((a) => a.bijeenkomst === bijeenkomst && a.status !== 'vervallen')
        .sort((a, b) => a.nummer - b.nummer || byId(a, b));

export const currentItem = (state: TafelState, bijeenkomst: string): Agendapunt | undefined =>
    agenda(state, bijeenkomst).find((a) => a.status === 'aan_de_orde');

/** What comes after the item that is being discussed; else the first that is still to be done. */
export function nextItem(state: TafelState, bijeenkomst: string): Agendapunt | undefined {
    const all = agenda(state, bijeenkomst);
    const at = all.findIndex((a) => a.status === 'aan_de_orde');
    return (
        all.slice(at + 1).find((a) => a.status === 'open') ?? all.find((a) => a.status === 'open')
    );
}

const turns = (state: TafelState, bijeenkomst: string): Spreekbeurt[] =>
    state.spreekbeurten.filter((s) => s.bijeenkomst === bijeenkomst);

/** Points of order go first, then who asked first. */
export const speakers = (state: TafelState, bijeenkomst: string): Spreekbeurt[] =>
    turns(state, bijeenkomst)
        .filter((s) => s.status === 'wacht')
        .sort(
            (a, b) =>
                Number(b.soort === 'punt_van_orde') - Number(a.soort === 'punt_van_orde') ||
                byId(a, b),
        );

export const speaking = (state: TafelState, bijeenkomst: string): Spreekbeurt | undefined =>
    turns(state, bijeenkomst).find((s) => s.status === 'spreekt');

export const isMine = (state: TafelState, beurt: Spreekbeurt): boolean =>
    beurt.persoon === state.ik.persoon;

export interface SpokenTime {
    key: string;
    organisatie?: string;
    naam?: string;
    persoon?: string;
    /** How long in milliseconds, of turns that are over; since when the one goes on that is not. */
    ms: number;
    since?: number;
}

/** Time per party; who speaks for none stands there by name. */
export function spokenTimes(state: TafelState, bijeenkomst: string): SpokenTime[] {
    const all = new Map<string, SpokenTime>();
    for (const beurt of turns(state, bijeenkomst)) {
        if (!beurt.begonnenOp) continue;
        const { organisatie, persoon, naam } = beurt;
        const key = organisatie ?? `${persoon ?? ''} ${naam ?? ''}`;
        const row = all.get(key) ?? {
            key,
            ms: 0,
            ...(organisatie ? { organisatie } : { persoon, naam }),
        };
        const from = Date.parse(beurt.begonnenOp);
        if (beurt.geeindigdOp) row.ms += Math.max(0, Date.parse(beurt.geeindigdOp) - from);
        else if (beurt.status === 'spreekt') row.since = from;
        all.set(key, row);
    }
    return [...all.values()].sort((a, b) => b.ms - a.ms);
}

export const attendance = (state: TafelState, bijeenkomst: string): Aanwezigheid[] =>
    state.aanwezigheden.filter((a) => a.bijeenkomst === bijeenkomst);

export const attendanceOf = (
    state: TafelState,
    bijeenkomst: string,
    persoon: string,
): Aanwezigheid | undefined =>
    attendance(state, bijeenkomst).find((a) => a.persoon === persoon);

/** Everybody with a seat, once, with the party they sit for. */
export function seated(state: TafelState): { persoon: string; organisatie?: string }[] {
    const all = new Map<string, { persoon: string; organisatie?: string }>();
    for (const zetel of activeSeats(state)) {
        const organisatie = organisationOfSeat(state, zetel);
        if (!all.has(zetel.persoon) || organisatie)
            all.set(zetel.persoon, { persoon: zetel.persoon, ...(organisatie && { organisatie }) });
    }
    return [...all.values()];
}

export const mayAnnounce = (state: TafelState, bijeenkomst: Bijeenkomst): boolean =>
    isOpen(state) &&
    bijeenkomst.status === 'gepland' &&
    hasRole(state, 'voorzitter', 'secretaris', 'vertegenwoordiger', 'toehoorder');

/** Also afterwards: lists on paper come in late. */
export const ticksAttendance = (state: TafelState, b: Bijeenkomst): boolean =>
    leadsMeeting(state) && ['geopend', 'geschorst', 'gesloten'].includes(b.status);

export const isOverdueAction = (actie: Actiepunt): boolean =>
    actie.status === 'open' && isPast(actie.voor);

const urgency = (a: Actiepunt): number => (isOverdueAction(a) ? 0 : a.status === 'open' ? 1 : 2);

/** What is late comes first, then by date; of one meeting, or of the whole table. */
export const actions = (state: TafelState, bijeenkomst?: string): Actiepunt[] =>
    state.actiepunten
        .filter((a) => bijeenkomst === undefined || a.bijeenkomst === bijeenkomst)
        .sort((a, b) => urgency(a) - urgency(b) || a.voor.localeCompare(b.voor) || byId(a, b));

/** By whom this reader may finish it: null for who runs the table. */
export function finisher(state: TafelState, actie: Actiepunt): { namens: string | null } | null {
    if (actie.status !== 'open') return null;
    if (notes(state)) return { namens: null };
    const own = actie.organisatie ? representationFor(state, actie.organisatie) : undefined;
    return own ? { namens: own.id } : null;
}

export const papers = (state: TafelState, bijeenkomst: string, agendapunt?: string): Stuk[] =>
    state.stukken.filter(
        (s) => s.bijeenkomst === bijeenkomst && (s.agendapunt ?? '') === (agendapunt ?? ''),
    );

/** Who brought a paper takes it back; who runs the table may as well. */
export function withdrawer(state: TafelState, stuk: Stuk): { namens: string | null } | null {
    if (stuk.ingetrokken || !isOpen(state)) return null;
    if (runsTable(state)) return { namens: null };
    const organisatie = stuk.spreker?.organisatie;
    const own = organisatie ? representationFor(state, organisatie) : undefined;
    return own ? { namens: own.id } : null;
}

/** The minutes as the table sees them, and for who writes them a newer text beside it. */
export function minutes(
    state: TafelState,
    bijeenkomst: string,
): { shown: Verslag | undefined; draft: Verslag | undefined } {
    const shown = state.verslagen.find((v) => v.bijeenkomst === bijeenkomst);
    const draft = state.verslagConcepten.find((v) => v.bijeenkomst === bijeenkomst);
    const newer = draft && shown?.status !== 'vastgesteld' && draft.versie > (shown?.versie ?? 0);
    return { shown, draft: newer ? draft : undefined };
}

export const reactions = (state: TafelState, verslag: string): VerslagReactie[] =>
    state.verslagReacties.filter((r) => r.verslag === verslag);

export const takesReactions = (verslag: Verslag): boolean =>
    verslag.status === 'ter_reactie' && !isPast(verslag.termijn);

/** The decision in front of the table: of the item itself, else what was put in this meeting. */
export function decisionBefore(state: TafelState, b: Bijeenkomst): Besluit | undefined {
    const item = currentItem(state, b.id);
    const linked = find(state.besluiten, item?.besluit);
    if (linked) return linked;
    const fits = (besluit: Besluit) =>
        ['conclusie_voorgelegd', 'stemming'].includes(besluit.status) &&
        (item?.keuzevraag === undefined || besluit.keuzevraag === item.keuzevraag) &&
        (besluit.voorgelegdOp ?? '') >= (b.geopendOp ?? '');
    return state.besluiten.filter(fits).pop();
}

/**
 * What came of a meeting, made from what everybody at the table can read, so that it is the same
 * for everyone. Drafts and votes have no place in it.
 */
export interface Besluitenlijst {
    items: Agendapunt[];
    besluiten: Besluit[];
    actiepunten: Actiepunt[];
    toezeggingen: Toezegging[];
    aanwezig: Aanwezigheid[];
    afwezig: Aanwezigheid[];
}

/** A decision as that meeting left it, also when it was held over there and put again elsewhere. */
function leftBy(besluit: Besluit, bijeenkomst: string): Besluit[] {
    if (besluit.bijeenkomst === bijeenkomst && besluit.uitkomst) return [besluit];
    const then = besluit.eerder?.filter((e) => e.bijeenkomst === bijeenkomst).pop();
    if (!then) return [];
    const { uitkomst, reden, tot } = then;
    const status = uitkomst === 'onder_voorbehoud' ? 'onder_voorbehoud' : 'geagendeerd';
    return [{ ...besluit, status, uitkomst, uitkomstReden: reden, tot }];
}

export function besluitenlijst(state: TafelState, bijeenkomst: string): Besluitenlijst {
    const here = attendance(state, bijeenkomst);
    return {
        items: agenda(state, bijeenkomst),
        besluiten: state.besluiten.flatMap((b) => leftBy(b, bijeenkomst)),
        actiepunten: state.actiepunten.filter((a) => a.bijeenkomst === bijeenkomst),
        toezeggingen: state.toezeggingen.filter((t) => t.bijeenkomst === bijeenkomst),
        aanwezig: here.filter((a) => a.opkomst === 'aanwezig'),
        // A guest who turned out not to be there was never expected.
        afwezig: here.filter((a) => a.opkomst === 'afwezig' && !a.naam),
    };
}
