// The register: names of people, organisations and sectors. Events elsewhere hold only ids.
//
// Invariant: the same as for a tafel: a snapshot, and events that put whole rows in place.

import type {
    Organisatie,
    Persoon,
    Sector,
    StroomStand,
    Vertegenwoordiging,
} from '../gen/protocol';
import type { LogEvent } from '../line/chain';
import { find, upsertAll } from './rows';

export interface Register {
    seq: number;
    sectoren: readonly Sector[];
    organisaties: readonly Organisatie[];
    personen: readonly Persoon[];
    vertegenwoordigingen: readonly Vertegenwoordiging[];
}

export const EMPTY_REGISTER: Register = {
    seq: 0,
    sectoren: [],
    organisaties: [],
    personen: [],
    vertegenwoordigingen: [],
};

type Content = Partial<Omit<Register, 'seq'>>;

function put(register: Register, content: Content, seq: number): Register {
    return {
        seq,
        sectoren: upsertAll(register.sectoren, content.sectoren ?? []),
        organisaties: upsertAll(register.organisaties, content.organisaties ?? []),
        personen: upsertAll(register.personen, content.personen ?? []),
        vertegenwoordigingen: upsertAll(
            register.vertegenwoordigingen,
            content.vertegenwoordigingen ?? [],
        ),
    };
}

export const registerFrom = (stand: StroomStand): Register =>
    put(EMPTY_REGISTER, stand.toestand as Content, stand.seq);

export const applyRegister = (register: Register, event: LogEvent): Register =>
    event.seq <= register.seq
        ? register
        : put(register, (event.inhoud ?? {}) as Content, event.seq);

/** A name to show; a person whose name is not (or no longer) known keeps a number. */
export const personName = (register: Register, id: string | null | undefined): string =>
    find(register.personen, id)?.naam ?? (id ? `#${id}` : '');

export const organisation = (
    register: Register,
    id: string | null | undefined,
): Organisatie | undefined => find(register.organisaties, id);

/** Without the word that the mark beside it says. */
export const plainName = (naam: string): string => naam.replace(/ \(fictief\)$/, '');

/** Short where there is an abbreviation. */
export function organisationName(register: Register, id: string | null | undefined): string {
    const found = organisation(register, id);
    return found ? (found.afkorting ?? found.naam) : id ? `#${id}` : '';
}

export const sectorName = (register: Register, id: string): string =>
    find(register.sectoren, id)?.naam ?? `#${id}`;
