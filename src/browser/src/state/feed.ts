// One open tafel: its snapshot, the streams it is made of, and what keeps them fresh.
//
// Invariant: the state shown came from one snapshot and the proved events after it. Whenever
// that can not be continued (restored server, hole too wide, other rights) a new snapshot
// replaces it; in between the old one stays on the screen.

import type { Bijdrage, Momentopname } from '../gen/protocol';
import type { LogEvent } from '../line/chain';
import { Refusal, http } from '../line/http';
import type { Line } from '../line/line';
import { Cell } from './cell';
import {
    addOlder,
    apply,
    changesRights,
    fromSnapshot,
    rebase,
    setRead,
    type TafelState,
} from './tafel';

export type FeedState =
    | { kind: 'loading' }
    | { kind: 'gone' }
    | { kind: 'failed' }
    | { kind: 'there'; tafel: TafelState };

const TAIL = 500;
const RETRY_MS = 2_000;
const SETTLE_MS = 150; // several changes of rights come together; one snapshot answers them all

export class Feed {
    readonly state = new Cell<FeedState>({ kind: 'loading' });
    /** True after the proof failed twice: what is shown can not be vouched for. */
    readonly distrusted = new Cell(false);
    private tail: LogEvent[] = [];
    private brokenCount = 0;
    /** A stream could not be continued: older posts fetched before may have changed unseen. */
    private hole = false;
    private loadTimer: ReturnType<typeof setTimeout> | undefined;
    private loading = false;
    private again = false;
    private closed = false;

    constructor(
        readonly id: string,
        private readonly line: Line,
        private readonly onSessionEnded: () => void,
        private readonly onFollowed: () => void,
    ) {
        void this.load();
    }

    close(): void {
        this.closed = true;
        clearTimeout(this.loadTimer);
        for (const stroom of this.streams()) this.line.unfollow(stroom);
    }

    tafel(): TafelState | null {
        const state = this.state.get();
        return state.kind === 'there' ? state.tafel : null;
    }

    async loadOlder(onderwerp: string): Promise<void> {
        const first = this.tafel()?.draden[onderwerp]?.[0]?.id;
        const before = first ? `&voor=${first}` : '';
        const page = await http<{ bijdragen: Bijdrage[]; ouder: boolean }>(
            `/v1/onderwerpen/${onderwerp}/bijdragen?hoogstens=100${before}`,
        );
        this.change((tafel) => addOlder(tafel, onderwerp, page.bijdragen, page.ouder));
    }

    markRead(onderwerp: string, bijdrage: string): void {
        this.change((tafel) => setRead(tafel, onderwerp, bijdrage));
    }

    /** Soon, and spread a little: everybody at the table hears the same event. */
    reloadSoon(ms = SETTLE_MS): void {
        if (this.closed) return;
        clearTimeout(this.loadTimer);
        this.loadTimer = setTimeout(() => void this.load(), ms * (1 + Math.random()));
    }

    private streams(): string[] {
        return Object.keys(this.tafel()?.stromen ?? {});
    }

    private change(make: (tafel: TafelState) => TafelState): void {
        const tafel = this.tafel();
        if (tafel && !this.closed) this.state.set({ kind: 'there', tafel: make(tafel) });
    }

    private async load(): Promise<void> {
        if (this.loading) {
            this.again = true;
            return;
        }
        this.loading = true;
        try {
            this.accept(await http<Momentopname>(`/v1/tafels/${this.id}/momentopname`));
        } catch (error) {
            this.refused(error);
        } finally {
            this.loading = false;
            if (this.again) {
                this.again = false;
                this.reloadSoon();
            }
        }
    }

    private accept(snapshot: Momentopname): void {
        if (this.closed) return;
        const old = this.tafel();
        const kept = old && old.epoch === snapshot.epoch && !this.hole;
        const tafel = kept ? rebase(old, snapshot, this.tail) : fromSnapshot(snapshot);
        if (!kept) this.tail = [];
        this.hole = false;
        const now = new Set(snapshot.stromen.map((stand) => stand.stroom));
        for (const stroom of Object.keys(old?.stromen ?? {}))
            if (!now.has(stroom) || !kept) this.line.unfollow(stroom);
        this.state.set({ kind: 'there', tafel });
        for (const stand of snapshot.stromen) {
            if (this.line.seen(stand.stroom) !== null) continue;
            this.line.follow(stand.stroom, snapshot.epoch, stand.seq, stand.h, {
                onEvent: (event) => this.onEvent(event),
                onStale: (why) => this.onStale(stand.stroom, why),
                onEnd: () => this.reloadSoon(),
            });
        }
        this.onFollowed();
    }

    private onEvent(event: LogEvent): void {
        this.tail.push(event);
        if (this.tail.length > 2 * TAIL) this.tail = this.tail.slice(-TAIL);
        this.change((tafel) => apply(tafel, event));
        if (changesRights(event)) this.reloadSoon();
    }

    private onStale(stroom: string, why: 'epoch' | 'broken' | 'far'): void {
        this.line.unfollow(stroom);
        this.hole = true;
        if (why === 'broken' && ++this.brokenCount >= 2) this.distrusted.set(true);
        this.reloadSoon(why === 'broken' ? RETRY_MS : SETTLE_MS);
    }

    private refused(error: unknown): void {
        if (this.closed) return;
        if (error instanceof Refusal && error.body.status === 401) {
            this.onSessionEnded();
        } else if (error instanceof Refusal && [403, 404].includes(error.body.status)) {
            for (const stroom of this.streams()) this.line.unfollow(stroom);
            this.state.set({ kind: 'gone' });
        } else {
            if (!this.tafel()) this.state.set({ kind: 'failed' });
            this.reloadSoon(RETRY_MS);
        }
    }
}
