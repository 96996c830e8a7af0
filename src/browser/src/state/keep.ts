// What this browser keeps: preferences for everybody on it, drafts and the send queue per person.
//
// Invariant: everything of a person sits under `spr.p.<person>.`, so that logout clears it
// wholly, and nobody else on this computer is shown it. Storage that is full or forbidden never
// breaks the page: text then lives only as long as the page.

import type { Entry, QueueStore } from '../line/queue';

function read(key: string): string | null {
    try {
        return localStorage.getItem(key);
    } catch {
        return null;
    }
}

function write(key: string, value: string | null): boolean {
    try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
        return true;
    } catch {
        return false;
    }
}

function keysUnder(prefix: string): string[] {
    try {
        return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    } catch {
        return [];
    }
}

export const getPreference = (name: string): string | null => read(`spr.v.${name}`);
export const setPreference = (name: string, value: string | null): boolean =>
    write(`spr.v.${name}`, value);

const personKey = (persoon: string, rest: string) => `spr.p.${persoon}.${rest}`;

export class Drafts {
    constructor(private readonly persoon: string) {}

    get(name: string): string {
        return read(personKey(this.persoon, `concept.${name}`)) ?? '';
    }

    set(name: string, text: string): boolean {
        return write(personKey(this.persoon, `concept.${name}`), text === '' ? null : text);
    }

    /** Up to when the person's own messages were seen. */
    getSeen(): string {
        return read(personKey(this.persoon, 'gezien')) ?? '';
    }

    setSeen(moment: string): void {
        write(personKey(this.persoon, 'gezien'), moment);
    }

    any(): boolean {
        return keysUnder(personKey(this.persoon, 'concept.')).length > 0;
    }
}

export function queueStore(persoon: string): QueueStore {
    const prefix = personKey(persoon, 'opdracht.');
    return {
        all: () =>
            keysUnder(prefix)
                .flatMap((key) => {
                    try {
                        return [JSON.parse(read(key) ?? '') as Entry];
                    } catch {
                        return [];
                    }
                })
                .sort((a, b) => (a.at < b.at ? -1 : 1)),
        put: (entry) => void write(prefix + entry.sleutel, JSON.stringify(entry)),
        remove: (sleutel) => void write(prefix + sleutel, null),
    };
}

/** Logout: nothing of this person stays behind on a shared computer. */
export function forget(persoon: string): void {
    for (const key of keysUnder(personKey(persoon, ''))) write(key, null);
}
