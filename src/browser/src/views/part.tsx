// Parts of the client that are loaded when they are first needed, so that a first visit is small.
//
// Invariant: a part that did not come says so and can be asked for again; what has been loaded stays.

import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { Cell, useCell } from '../state/cell';
import { client } from '../state/client';
import { Alert, Button, Heading } from './bits';

type Stand<T> = { kind: 'none' | 'loading' | 'failed' } | { kind: 'there'; module: T };

export class Part<T> {
    readonly stand = new Cell<Stand<T>>({ kind: 'none' });
    private failures = 0;

    constructor(private readonly fetchIt: () => Promise<T>) {}

    async load(): Promise<void> {
        if (['loading', 'there'].includes(this.stand.get().kind)) return;
        this.stand.set({ kind: 'loading' });
        try {
            this.stand.set({ kind: 'there', module: await this.fetchIt() });
        } catch {
            this.failures++;
            this.stand.set({ kind: 'failed' });
        }
    }

    /**
     * A browser may remember that a script failed and not ask for it again; then only loading the
     * whole page helps, which loses nothing because drafts are kept. It must be there to be loaded.
     */
    async again(): Promise<void> {
        await this.load();
        if (this.stand.get().kind !== 'failed' || this.failures < 2) return;
        const reachable = await fetch('/', { cache: 'no-store' }).then((r) => r.ok).catch(() => false);
        if (reachable) location.reload();
    }
}

/** When the browser has nothing better to do; who pays for every byte is spared. */
export function whenIdle(...parts: Part<unknown>[]): void {
    const { connection } = navigator as { connection?: { saveData?: boolean } };
    if (connection?.saveData) return;
    const load = () => parts.forEach((part) => void part.load());
    if ('requestIdleCallback' in window) requestIdleCallback(load, { timeout: 5_000 });
    else setTimeout(load, 1_000);
}

interface Props<T> {
    part: Part<T>;
    /** It is the page itself, which then needs a heading of its own. */
    page?: boolean;
    children: (module: T) => ComponentChildren;
}

export function WithPart<T>({ part, page, children }: Props<T>) {
    const t = useT();
    const stand = useCell(part.stand);
    const ready = useCell(client.ready);
    // At once, and again when the line came back.
    useEffect(() => void part.load(), [part, ready]);
    if (stand.kind === 'there') return <>{children(stand.module)}</>;
    if (stand.kind !== 'failed')
        return (
            <p class="spr-quiet spr-centre" role="status">
                {t.general.loading}
            </p>
        );
    return (
        <>
            {page && <Heading level={1}>{t.general.pageFailed}</Heading>}
            <Alert type="warning">
                <p class="utrecht-paragraph">{t.general.partFailed}</p>
                <div class="spr-actions">
                    <Button onClick={() => void part.again()}>{t.general.retry}</Button>
                </div>
            </Alert>
        </>
    );
}
