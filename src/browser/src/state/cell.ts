// A value that can be watched, and the hook that lets a component follow it.
//
// Invariant: watchers hear of a change after it was made, once, and never during rendering.

import { useEffect, useState } from 'preact/hooks';

export class Cell<T> {
    private readonly watchers = new Set<() => void>();

    constructor(private current: T) {}

    get(): T {
        return this.current;
    }

    set(next: T): void {
        if (Object.is(next, this.current)) return;
        this.current = next;
        for (const watcher of [...this.watchers]) watcher();
    }

    update(change: (current: T) => T): void {
        this.set(change(this.current));
    }

    watch(watcher: () => void): () => void {
        this.watchers.add(watcher);
        return () => void this.watchers.delete(watcher);
    }
}

export function useCell<T>(cell: Cell<T>): T {
    const [value, setValue] = useState(() => cell.get());
    useEffect(() => {
        const follow = () => setValue(() => cell.get());
        follow(); // it may have changed between rendering and here
        return cell.watch(follow);
    }, [cell]);
    return value;
}
