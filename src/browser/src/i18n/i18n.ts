// The language of the page: Dutch unless somebody chose English.
//
// Invariant: English has exactly the sentences that Dutch has; the compiler sees to it. Only who
// chooses English loads it; where that fails, the page goes on in Dutch.

import { Cell, useCell } from '../state/cell';
import { getPreference, setPreference } from '../state/keep';
import { nl, type Sentences } from './nl';

export type Taal = 'nl' | 'en';

const known: Partial<Record<Taal, Sentences>> = { nl };

export const taal = new Cell<Taal>('nl');

async function english(): Promise<Sentences> {
    const [{ en }, { enLater }] = await Promise.all([import('./en'), import('./enlater')]);
    return { ...enLater, ...en };
}

async function speak(next: Taal): Promise<boolean> {
    try {
        known[next] ??= await english();
    } catch {
        return false;
    }
    taal.set(next);
    document.documentElement.lang = next;
    return true;
}

/** Before the first page is drawn: the language that was chosen the last time. */
export const startTaal = (): Promise<unknown> =>
    speak(getPreference('taal') === 'en' ? 'en' : 'nl');

export async function setTaal(next: Taal): Promise<void> {
    if (await speak(next)) setPreference('taal', next);
}

const sentencesOf = (which: Taal): Sentences => known[which] ?? nl;

export const sentences = (): Sentences => sentencesOf(taal.get());

export const useT = (): Sentences => sentencesOf(useCell(taal));
