// Which browser tabs of this site are alive, so that a queue entry is carried by exactly one.
//
// Invariant: a tab holds the lock with its own name for as long as it lives; the browser lets go
// of it when the tab is closed, reloaded or crashes.

import { newKey } from './queue';

const lockName = (tab: string) => `spr.tab.${tab}`;

export function openTab(): string {
    const tab = newKey();
    if ('locks' in navigator) {
        void navigator.locks.request(lockName(tab), () => new Promise<void>(() => undefined));
    }
    return tab;
}

/** Without locks every tab counts as gone: sent twice is harmless, never sent is not. */
export async function isOrphan(tab: string): Promise<boolean> {
    if (!('locks' in navigator)) return true;
    return navigator.locks.request(lockName(tab), { ifAvailable: true }, (lock) => lock !== null);
}
