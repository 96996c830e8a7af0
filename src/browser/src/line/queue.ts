// The send queue: every command of this person, from the click to the definite answer.
//
// Invariant: a command is written to the browser's storage before it is sent and leaves the
// queue only when its outcome is known. It keeps its key through loss, reload and a new session,
// so the server carries it out once however often it is sent. One command is under way at a
// time, so what a person wrote first lands first.

import { Lost, Refusal, type RefusalBody } from './http';
import type { Envelope } from './socket';

/**
 * waiting: not sent yet · sending · unsure: sent, and the line was lost before the answer ·
 * failed: refused, the person decides
 */
export type EntryState = 'waiting' | 'sending' | 'unsure' | 'failed';

export interface Entry extends Envelope {
    sleutel: string;
    state: EntryState;
    /** When the person gave the command, ISO. */
    at: string;
    /** The tab that carries it; another tab takes it over when that one is gone. */
    tab: string;
    /** Text is sent again after a loss; an act of control is closed instead and shown. */
    resend: boolean;
    /** Refused, it stays in the queue for the person to decide; else whoever asked is told. */
    keep: boolean;
    error?: RefusalBody;
}

export interface Command {
    do: string;
    args: unknown;
    tafel?: string | null;
    namens?: string | null;
    resend?: boolean;
    keep?: boolean;
}

/** One record an entry, so that two tabs never overwrite each other's. */
export interface QueueStore {
    all(): Entry[];
    put(entry: Entry): void;
    remove(sleutel: string): void;
}

export interface QueueHooks {
    /** Throws Lost or Refusal; rejects with Lost at once when there is no line. */
    send(envelope: Envelope): Promise<unknown>;
    onChange(entries: readonly Entry[]): void;
    onSessionEnded(): void;
    /** Whether the tab that carries an entry has gone. */
    isOrphan(tab: string): Promise<boolean>;
    later(ms: number, fn: () => void): void;
}

const SESSION_OVER = new Set(['niet_ingelogd', 'sessie_verlopen']);
const PASSING = new Set(['te_druk', 'opslag_weg', 'uitkomst_onbekend', 'vertrek', 'te_traag']);
const DEFAULT_RETRY_MS = 2_000;

export function newKey(): string {
    const bytes = crypto.getRandomValues(new Uint8Array(18));
    return `k${btoa(String.fromCharCode(...bytes))
        .replace(/\+/g, '-')
        .replace(/\//g, '_')}`;
}

interface Settler {
    resolve(value: unknown): void;
    reject(error: unknown): void;
}

export class Queue {
    private entries: Entry[] = [];
    private readonly settlers = new Map<string, Settler>();
    private busy = false;
    private pausedUntil = 0;
    private stopped = false;

    constructor(
        private readonly tab: string,
        private readonly store: QueueStore,
        private readonly hooks: QueueHooks,
    ) {}

    list(): readonly Entry[] {
        return this.entries;
    }

    submit(command: Command): Promise<unknown> {
        const entry: Entry = {
            do: command.do,
            args: command.args,
            tafel: command.tafel ?? null,
            namens: command.namens ?? null,
            sleutel: newKey(),
            state: 'waiting',
            at: new Date().toISOString(),
            tab: this.tab,
            resend: command.resend ?? false,
            keep: command.keep ?? false,
        };
        const outcome = new Promise((resolve, reject) => {
            this.settlers.set(entry.sleutel, { resolve, reject });
        });
        this.put(entry);
        void this.pump();
        return outcome;
    }

    /** Tries a refused command again, with the same key unless that key was closed. */
    retry(sleutel: string): void {
        const entry = this.find(sleutel);
        if (!entry) return;
        const closed = entry.error?.code === 'sleutel_afgesloten';
        if (closed) this.remove(sleutel);
        this.put({
            ...entry,
            sleutel: closed ? newKey() : sleutel,
            state: 'waiting',
            error: undefined,
        });
        void this.pump();
    }

    /** Takes a command back that surely has not landed: refused, or never sent. */
    discard(sleutel: string): boolean {
        const entry = this.find(sleutel);
        if (!entry || entry.state === 'sending' || entry.state === 'unsure') return false;
        this.remove(sleutel);
        return true;
    }

    /** Called when a line is there again, and now and then. */
    async resume(): Promise<void> {
        await this.adopt();
        await this.pump();
    }

    /** Forgets everything of this person in this browser: logout. */
    clear(): void {
        this.stop();
        this.settlers.clear();
        for (const entry of this.store.all()) this.store.remove(entry.sleutel);
        this.entries = [];
    }

    /** Leaves what is in the storage for the next session of this person. */
    stop(): void {
        this.stopped = true;
    }

    private async adopt(): Promise<void> {
        for (const entry of this.store.all()) {
            if (entry.tab === this.tab || !(await this.hooks.isOrphan(entry.tab))) continue;
            const state = entry.state === 'sending' ? 'unsure' : entry.state;
            if (!this.stopped) this.put({ ...entry, state, tab: this.tab });
        }
    }

    private async pump(): Promise<void> {
        if (this.busy || this.stopped || Date.now() < this.pausedUntil) return;
        this.busy = true;
        try {
            for (let next = this.next(); next && !this.stopped; next = this.next()) {
                if (!(await this.carry(next))) break;
            }
        } finally {
            this.busy = false;
        }
    }

    private next(): Entry | undefined {
        return this.entries.find((e) => e.state === 'waiting' || e.state === 'unsure');
    }

    /** Answers whether to go on with the next entry. */
    private async carry(entry: Entry): Promise<boolean> {
        if (entry.state === 'unsure' && !entry.resend) return this.close(entry);
        this.put({ ...entry, state: 'sending' });
        try {
            this.finish(entry, await this.hooks.send(entry));
            return true;
        } catch (error) {
            return this.refused(entry, error);
        }
    }

    /** Asks the server whether the command landed, and makes sure that it will not any more. */
    private async close(entry: Entry): Promise<boolean> {
        try {
            const answer = (await this.hooks.send({
                do: 'sleutel.afsluiten',
                args: { sleutel: entry.sleutel },
                sleutel: newKey(),
            })) as { uitkomst: 'gedaan' | 'afgesloten'; antwoord?: string };
            if (answer.uitkomst === 'gedaan')
                this.finish(entry, JSON.parse(answer.antwoord ?? '{}'));
            else
                this.fail(
                    entry,
                    new Refusal({
                        code: 'sleutel_afgesloten',
                        status: 409,
                        title: 'sleutel_afgesloten',
                    }),
                );
            return true;
        } catch (error) {
            if (
                error instanceof Refusal &&
                !PASSING.has(error.code) &&
                !SESSION_OVER.has(error.code)
            ) {
                this.fail(entry, error);
                return true;
            }
            return this.refused(entry, error);
        }
    }

    private refused(entry: Entry, error: unknown): boolean {
        if (error instanceof Lost) {
            this.put({ ...entry, state: 'unsure' });
            return false;
        }
        if (!(error instanceof Refusal)) throw error;
        if (SESSION_OVER.has(error.code)) {
            this.put({ ...entry, state: 'waiting' });
            this.hooks.onSessionEnded();
            return false;
        }
        if (PASSING.has(error.code)) {
            const state = error.code === 'uitkomst_onbekend' ? 'unsure' : 'waiting';
            this.put({ ...entry, state });
            this.pause(error.body.retryMs ?? DEFAULT_RETRY_MS);
            return false;
        }
        this.fail(entry, error);
        return true;
    }

    private pause(ms: number): void {
        this.pausedUntil = Date.now() + ms;
        this.hooks.later(ms + 10, () => void this.pump());
    }

    private finish(entry: Entry, answer: unknown): void {
        this.remove(entry.sleutel);
        this.settlers.get(entry.sleutel)?.resolve(answer);
        this.settlers.delete(entry.sleutel);
    }

    /** Somebody always hears of a refusal: who asked, or after a reload the person. */
    private fail(entry: Entry, error: Refusal): void {
        const asked = this.settlers.get(entry.sleutel);
        if (asked && !entry.keep) this.remove(entry.sleutel);
        else this.put({ ...entry, state: 'failed', error: error.body });
        asked?.reject(error);
        this.settlers.delete(entry.sleutel);
    }

    private find(sleutel: string): Entry | undefined {
        return this.entries.find((entry) => entry.sleutel === sleutel);
    }

    private put(entry: Entry): void {
        if (this.stopped) return; // an answer that comes after logout must not bring it back
        const known = this.find(entry.sleutel) !== undefined;
        this.store.put(entry);
        this.entries = known
            ? this.entries.map((e) => (e.sleutel === entry.sleutel ? entry : e))
            : [...this.entries, entry].sort((a, b) => (a.at < b.at ? -1 : 1));
        this.hooks.onChange(this.entries);
    }

    private remove(sleutel: string): void {
        this.store.remove(sleutel);
        this.entries = this.entries.filter((entry) => entry.sleutel !== sleutel);
        this.hooks.onChange(this.entries);
    }
}
