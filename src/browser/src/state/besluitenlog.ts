// What the besluitenlog is asked, and what it answered.
//
// Invariant: the address holds the whole question, so that a view can be sent to somebody; what
// they see of it is decided for them when they open it.

import type { LogBeeld, LogFilter, LogRegel, LogTellingen, LogVoorkeuze } from '../gen/protocol';
import { http } from '../line/http';

export type Filter = LogFilter;

const NAMES = [
    'zoek', 'tafel', 'periode', 'van', 'tot', 'soort', 'uitkomst', 'vast', 'sector', 'organisatie',
    'zijde', 'openbaar',
] as const;

/** What an address asks; what it names that is no filter is left out. */
export function filterOf(search: string): Filter {
    const params = new URLSearchParams(search);
    const filter: Record<string, string | boolean> = {};
    for (const name of NAMES) {
        const value = params.get(name);
        if (value) filter[name] = name === 'openbaar' ? value === 'true' : value;
    }
    return filter as Filter;
}

/** The same question always has the same address. */
export function searchOf(filter: Filter): string {
    const params = new URLSearchParams();
    for (const name of NAMES) {
        const value = filter[name];
        if (value) params.set(name, String(value));
    }
    const text = params.toString();
    return text && `?${text}`;
}

export interface Page {
    regels: LogRegel[];
    na?: string;
    tellingen?: LogTellingen;
}

const ask = (filter: Filter, rest: Record<string, string>): Promise<Page> => {
    const params = new URLSearchParams(searchOf(filter));
    for (const [name, value] of Object.entries(rest)) params.set(name, value);
    return http<Page>(`/v1/besluiten?${params.toString()}`);
};

export const askPage = (filter: Filter, na?: string): Promise<Page> =>
    ask(filter, { hoogstens: '25', ...(na && { na }) });

export const askFigures = async (filter: Filter): Promise<LogTellingen | undefined> =>
    (await ask(filter, { hoogstens: '1', tellingen: 'true' })).tellingen;

export const askOne = async (besluit: string): Promise<LogRegel | undefined> =>
    (await ask({}, { besluit })).regels[0];

export interface Views {
    voorkeuzes: LogVoorkeuze[];
    beelden: LogBeeld[];
}

export const askViews = (): Promise<Views> => http<Views>('/v1/mijn/logbeelden');
