// Questions that views ask of a tafel's state. Pure; what may be done is decided by the server,
// these only keep buttons away that would be refused.

import type {
    Bijdrage,
    Bijeenkomst,
    Deelname,
    Gesprek,
    Onderwerp,
    Punt,
    Ronde,
    Synthese,
    SyntheseConcept,
    Tafel,
    Vastgelegd,
    Vertegenwoordiging,
    Zetel,
    Zijde,
} from '../gen/protocol';
import { after, compareIds, find } from './rows';
import type { TafelState } from './tafel';
import { serverNow } from './time';

export const ZIJDEN: readonly Zijde[] = ['werknemers', 'werkgevers', 'fonds', 'onafhankelijk'];

export const theTafel = (state: TafelState): Tafel | undefined => state.tafels[0];

export const hasRole = (state: TafelState, ...rollen: string[]): boolean =>
    rollen.some((rol) => state.ik.rollen.includes(rol));

/** Whoever runs the table: voorzitter or secretaris. */
export const runsTable = (state: TafelState): boolean => hasRole(state, 'voorzitter', 'secretaris');

export const isOpen = (state: TafelState): boolean => theTafel(state)?.status === 'open';

/** The meeting that is under way, if there is one; it may be suspended. */
export const meetingUnderWay = (state: TafelState): Bijeenkomst | undefined =>
    state.bijeenkomsten.find((b) => b.status === 'geopend' || b.status === 'geschorst');

/** During a suspension the table is silent; who confers apart goes on. */
export const isSilent = (state: TafelState, stroom: string): boolean =>
    stroom.startsWith('tafel:') && meetingUnderWay(state)?.status === 'geschorst';

export const mayWrite = (state: TafelState, stroom: string): boolean =>
    isOpen(state) && (state.stromen[stroom]?.schrijven ?? false) && !isSilent(state, stroom);

/** What has a term of its own goes on while a meeting is suspended. */
export const mayAnswerInTime = (state: TafelState): boolean =>
    isOpen(state) && (state.stromen[`tafel:${state.id}`]?.schrijven ?? false);

export const mayRead = (state: TafelState, stroom: string): boolean => stroom in state.stromen;

/** Where this reader may open a thread, the plenary first. */
export const writableStreams = (state: TafelState): string[] =>
    Object.keys(state.stromen)
        .filter((s) => /^(tafel|kamer|vooroverleg|voorzitterskamer):/.test(s))
        .filter((s) => mayWrite(state, s) && voices(state, s).length > 0)
        .sort((a, b) => Number(b.startsWith('tafel:')) - Number(a.startsWith('tafel:')));

/** Seats that count today. */
export const activeSeats = (state: TafelState): Zetel[] => state.zetels.filter((z) => !z.leestTot);

/** Until when this reader may read back, when every seat of theirs was withdrawn. */
export function seatEnded(state: TafelState): string | null {
    const own = state.zetels.filter((z) => z.persoon === state.ik.persoon);
    if (own.length === 0 || own.some((z) => !z.leestTot)) return null;
    return own.map((z) => z.leestTot ?? '').sort()[own.length - 1] ?? null;
}

export const parties = (state: TafelState): Deelname[] =>
    state.deelnames.filter((d) => d.status !== 'uitgetreden');

export function partiesBySide(state: TafelState): { zijde: Zijde; deelnames: Deelname[] }[] {
    const all = parties(state);
    return ZIJDEN.map((zijde) => ({
        zijde,
        deelnames: all.filter((d) => d.zijde === zijde),
    })).filter((group) => group.deelnames.length > 0);
}

export const sectorsAtTable = (state: TafelState): string[] =>
    [...new Set(parties(state).flatMap((d) => d.sectoren))].sort(compareIds);

export const seatsOf = (state: TafelState, deelname: string): Zetel[] =>
    activeSeats(state).filter((z) => z.deelname === deelname);

export const seatsInSector = (state: TafelState, sector: string): Zetel[] =>
    activeSeats(state).filter((z) => find(state.deelnames, z.deelname)?.sectoren.includes(sector));

/** Seats of the table itself, without an organisation: voorzitter, secretaris, observers. */
export const ownSeats = (state: TafelState): Zetel[] =>
    activeSeats(state).filter((z) => !z.deelname);

export const organisationOfSeat = (state: TafelState, zetel: Zetel): string | undefined =>
    find(state.deelnames, zetel.deelname)?.organisatie;

/** The party of one of the organisations that this reader speaks for. */
export const ownDeelnames = (state: TafelState): Deelname[] =>
    state.deelnames.filter((d) => state.ik.namens.some((v) => v.organisatie === d.organisatie));

export const rounds = (state: TafelState): Ronde[] =>
    [...state.rondes].sort((a, b) => a.nummer - b.nummer);

export const talksOf = (state: TafelState, ronde: string): Gesprek[] =>
    state.gesprekken.filter((g) => g.ronde === ronde);

export const pointsOf = (state: TafelState, gesprek: string): Punt[] =>
    state.punten.filter((p) => p.gesprek === gesprek).sort((a, b) => a.nummer - b.nummer);

export function newest<T extends Synthese | SyntheseConcept>(
    rows: readonly T[],
    ronde: string,
): T | undefined {
    return rows.filter((s) => s.ronde === ronde).sort((a, b) => b.versie - a.versie)[0];
}

export interface Thread {
    onderwerp: Onderwerp;
    ongelezen: number;
    /** Older, unread posts may still be at the server. */
    meer: boolean;
    laatste: Bijdrage | undefined;
}

export function unreadIn(state: TafelState, onderwerp: string): Bijdrage[] {
    const unread = after(state.draden[onderwerp] ?? [], state.leesstanden[onderwerp]);
    return unread.filter((b) => b.spreker.persoon !== state.ik.persoon && b.status === 'geplaatst');
}

export function threads(state: TafelState): Thread[] {
    return state.onderwerpen.map((onderwerp) => {
        const draad = state.draden[onderwerp.id] ?? [];
        const unread = unreadIn(state, onderwerp.id);
        return {
            onderwerp,
            ongelezen: unread.length,
            meer:
                state.ouder.has(onderwerp.id) && unread[0] !== undefined && unread[0] === draad[0],
            laatste: draad[draad.length - 1],
        };
    });
}

export type Audience =
    | { kind: 'tafel' }
    | { kind: 'kamer'; gesprek: Gesprek | undefined; closed: boolean }
    | { kind: 'vooroverleg'; zijde: string }
    | { kind: 'voorzitterskamer' }
    | { kind: 'anders' };

export function audienceOf(state: TafelState, stroom: string): Audience {
    const [soort, rest = ''] = stroom.split(':');
    switch (soort) {
        case 'tafel':
            return { kind: 'tafel' };
        case 'kamer': {
            const gesprek = find(state.gesprekken, rest);
            const ronde = find(state.rondes, gesprek?.ronde);
            const closed = ronde !== undefined && !['gepland', 'open'].includes(ronde.status);
            return { kind: 'kamer', gesprek, closed };
        }
        case 'vooroverleg':
            return { kind: 'vooroverleg', zijde: rest.split('-')[1] ?? '' };
        case 'voorzitterskamer':
            return { kind: 'voorzitterskamer' };
        default:
            return { kind: 'anders' };
    }
}

const OBSERVERS = new Set(['toehoorder', 'analist']);
const isObserver = (zetel: Zetel) => zetel.rollen.every((rol) => OBSERVERS.has(rol));
const chairs = (zetel: Zetel) => zetel.rollen.some((r) => r === 'voorzitter' || r === 'secretaris');

/** The people who can read a stream of this tafel today, as far as seats tell. */
export function readersOf(state: TafelState, stroom: string): Zetel[] {
    const audience = audienceOf(state, stroom);
    const seats = activeSeats(state).filter((z) => !isObserver(z));
    const party = (z: Zetel) => find(state.deelnames, z.deelname);
    if (theTafel(state)?.status === 'concept') return seats.filter(chairs);
    switch (audience.kind) {
        case 'kamer':
            return audience.closed
                ? seats
                : seats.filter(
                      (z) =>
                          chairs(z) || party(z)?.sectoren.includes(audience.gesprek?.sector ?? ''),
                  );
        case 'vooroverleg':
            return seats.filter((z) => !chairs(z) && party(z)?.zijde === audience.zijde);
        case 'voorzitterskamer':
            return seats.filter(chairs);
        default:
            return seats;
    }
}

/** As whom somebody can speak in a stream: a representation, or the own role at the table. */
export function voices(state: TafelState, stroom: string): (Vertegenwoordiging | null)[] {
    const audience = audienceOf(state, stroom);
    const fits = (v: Vertegenwoordiging) => {
        const deelname = state.deelnames.find((d) => d.organisatie === v.organisatie);
        if (deelname?.status !== 'toegetreden') return false;
        if (audience.kind === 'kamer')
            return deelname.sectoren.includes(audience.gesprek?.sector ?? '');
        return audience.kind !== 'vooroverleg' || deelname.zijde === audience.zijde;
    };
    const representations = state.ik.namens.filter(fits);
    return runsTable(state) ? [null, ...representations] : representations;
}

/** Recorded by the secretaris for a party of this reader, and still to be answered. */
export function awaitsMe(state: TafelState, vastgelegd: Vastgelegd | undefined): boolean {
    return (
        vastgelegd?.bevestiging === 'open' &&
        Date.parse(vastgelegd.termijn) > serverNow() &&
        state.ik.namens.some((v) => v.organisatie === vastgelegd.organisatie)
    );
}

export const representationFor = (
    state: TafelState,
    organisatie: string,
): Vertegenwoordiging | undefined => state.ik.namens.find((v) => v.organisatie === organisatie);
