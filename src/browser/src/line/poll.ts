// The detour for networks that block WebSockets: events are fetched every five seconds and
// commands go by POST. The same SQL answers both.
//
// Invariant: to the rest of the client this is a line like any other: it makes the same frames
// and takes the same requests.

import { http as ROUTES } from '../gen/protocol';
import type { EventFrame } from './chain';
import { http, Lost, Refusal } from './http';
import type { Envelope, SocketHooks, Transport } from './socket';

const POLL_MS = 5_000;
const PAGE = 200;

interface Page {
    stroom: string;
    epoch: string;
    na: number;
    h: string;
    kop: number;
    gebeurtenissen: EventFrame[];
}

interface Following {
    seq: number;
}

/** Fills {tafel} and the other names in a path; what is left of the arguments is the body. */
export function fillPath(
    path: string,
    tafel: string | null,
    args: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
    const rest = { ...args };
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = name === 'tafel' && tafel !== null ? tafel : rest[name];
        delete rest[name];
        return encodeURIComponent(String(value));
    });
    return { path: filled, rest };
}

export class Polling implements Transport {
    private readonly following = new Map<string, Following>();
    private readonly waiting = new Set<{ at: number }>();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private done = false;

    constructor(private readonly hooks: SocketHooks) {
        void this.open();
    }

    async request(envelope: Envelope): Promise<unknown> {
        if (this.done) throw new Lost();
        const args = (envelope.args ?? {}) as Record<string, unknown>;
        switch (envelope.do) {
            case 'hello':
                return http('/v1/sessies/huidige');
            case 'subscribe':
                return this.subscribe(
                    String(args['stroom']),
                    String(args['epoch']),
                    Number(args['since']),
                );
            case 'unsubscribe':
                this.following.delete(String(args['stroom']));
                return {};
            default:
                return this.command(envelope, args);
        }
    }

    oldestUnanswered(): number | null {
        for (const request of this.waiting) return request.at;
        return null;
    }

    drop(): void {
        this.done = true;
        clearTimeout(this.timer);
    }

    private async command(envelope: Envelope, args: Record<string, unknown>): Promise<unknown> {
        const route = ROUTES[envelope.do as keyof typeof ROUTES];
        if (!route) return {}; // live signals (presence, typing) have no meaning on a detour
        const { path, rest } = fillPath(route.path, envelope.tafel ?? null, args);
        const headers: Record<string, string> = {};
        if (envelope.sleutel) headers['Idempotency-Key'] = envelope.sleutel;
        if (envelope.namens) headers['Spr-Namens'] = envelope.namens;
        const mark = { at: Date.now() };
        this.waiting.add(mark);
        try {
            return await http(path, { method: route.method, body: rest, headers });
        } finally {
            this.waiting.delete(mark);
            this.pollSoon(0);
        }
    }

    private async subscribe(stroom: string, epoch: string, since: number): Promise<unknown> {
        const page = await this.fetchPage(stroom, since, 1);
        if (page.epoch !== epoch)
            throw new Refusal({ code: 'epoch_verlopen', status: 409, title: '' });
        this.following.set(stroom, { seq: since });
        this.pollSoon(0);
        return { stroom, epoch, since: page.na, h: page.h, kop: page.kop };
    }

    private fetchPage(stroom: string, na: number, hoogstens: number): Promise<Page> {
        const name = encodeURIComponent(stroom);
        return http<Page>(`/v1/stromen/${name}/gebeurtenissen?na=${na}&hoogstens=${hoogstens}`);
    }

    private async open(): Promise<void> {
        await Promise.resolve(); // the owner stores this transport before it hears of it
        if (!this.done) this.hooks.onOpen();
        this.pollSoon(POLL_MS);
    }

    private pollSoon(ms: number): void {
        clearTimeout(this.timer);
        if (!this.done) this.timer = setTimeout(() => void this.poll(), ms);
    }

    private async poll(): Promise<void> {
        try {
            for (const [stroom, following] of this.following) await this.catchUp(stroom, following);
            if (!this.done) this.hooks.onFrame({ hartslag: 1 });
        } catch (error) {
            if (this.done) return;
            this.drop();
            this.hooks.onClosed(
                error instanceof Refusal && error.body.status === 401 ? 4401 : 1006,
            );
            return;
        }
        this.pollSoon(POLL_MS);
    }

    private async catchUp(stroom: string, following: Following): Promise<void> {
        for (let more = true; more && !this.done;) {
            const page = await this.fetchPage(stroom, following.seq, PAGE);
            for (const frame of page.gebeurtenissen) {
                if (this.done) return;
                this.hooks.onFrame(frame as unknown as Record<string, unknown>);
                following.seq = frame.seq;
            }
            more = page.gebeurtenissen.length > 0 && following.seq < page.kop;
        }
    }
}
