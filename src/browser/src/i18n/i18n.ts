// The language of the page: Dutch unless somebody chose English.
//
// Invariant: English has exactly the sentences that Dutch has; the compiler sees to it.

import { Cell, useCell } from '../state/cell';
import { getPreference, setPreference } from '../state/keep';
import { en } from './en';
import { nl, type Sentences } from './nl';

export type Taal = 'nl' | 'en';

const SENTENCES: Record<Taal, Sentences> = { nl, en };

export const taal = new Cell<Taal>(getPreference('taal') === 'en' ? 'en' : 'nl');

export function setTaal(next: Taal): void {
    setPreference('taal', next);
    taal.set(next);
    document.documentElement.lang = next;
}

export const sentences = (): Sentences => SENTENCES[taal.get()];

export const useT = (): Sentences => SENTENCES[useCell(taal)];
