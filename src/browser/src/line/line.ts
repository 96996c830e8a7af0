// The line to the server: one transport at a time, the streams that are followed over it, and
// the truth about its state.
//
// Invariant: a stream's events reach its follower in order, each once, each proved by the chain,
// whatever happened to the transports in between.

import { Chain, chainStart, type EventFrame, type LogEvent } from './chain';
import { Lost, Refusal, http } from './http';
import { Polling } from './poll';
import { Socket, type Envelope, type Transport } from './socket';
import { backoff, GIVE_UP_MS, judge, type LineState } from './watch';

export interface FollowHooks {
    onEvent(event: LogEvent): void;
    /** The stream can not go on from here: take a new snapshot and follow from there. */
    onStale(why: 'epoch' | 'broken' | 'far'): void;
    /** The right to read was taken away, or never was there. */
    onEnd(reason: string): void;
}

interface Following extends FollowHooks {
    chain: Chain;
    epoch: string;
    /** True between asking and being answered: events before the answer belong to the past. */
    asking: boolean;
    failures: number;
}

export interface Welcome {
    persoon: { id: string; naam: string };
    [key: string]: unknown;
}

export interface LineHooks {
    onState(state: LineState): void;
    onWelcome(welcome: Welcome): void;
    onLive(signal: Record<string, unknown>): void;
    onReady(): void;
    onEnded(): void;
}

interface SubscribeReply {
    stroom: string;
    epoch: string;
    /** Of the stream's first event: part of h at 0, also after a restore. Not on the detour. */
    beginEpoch?: string;
    since: number;
    h: string;
    kop: number;
}

const JUDGE_MS = 500;
const DETOUR_AFTER = 3; // attempts in a row that failed while plain HTTP worked
const TRY_SOCKET_AGAIN_MS = 60_000;

export class Line {
    private transport: Transport | null = null;
    private greeted = false;
    /** Greeted, and every followed stream has been taken up again. */
    private ready = false;
    private readonly followed = new Map<string, Following>();
    private state: LineState = {
        stand: 'connecting',
        since: Date.now(),
        retryAt: null,
        offline: false,
    };
    private everOpen = false;
    private ended = false;
    private lastHeard = Date.now();
    private attempt = 0;
    private failedSockets = 0;
    private onDetour = false;
    private retryTimer: ReturnType<typeof setTimeout> | undefined;
    private judgeTimer: ReturnType<typeof setInterval> | undefined;
    private readonly onOnline = () => this.reconsider();

    constructor(
        private readonly url: string,
        private readonly taal: () => string,
        private readonly hooks: LineHooks,
    ) {}

    start(): void {
        this.judgeTimer = setInterval(() => this.reconsider(), JUDGE_MS);
        window.addEventListener('online', this.onOnline);
        window.addEventListener('offline', this.onOnline);
        document.addEventListener('visibilitychange', this.onOnline);
        this.connect();
    }

    stop(): void {
        clearInterval(this.judgeTimer);
        clearTimeout(this.retryTimer);
        window.removeEventListener('online', this.onOnline);
        window.removeEventListener('offline', this.onOnline);
        document.removeEventListener('visibilitychange', this.onOnline);
        this.letGo();
        this.ended = true;
    }

    /** After the same person logged in again: every stream goes on where it was. */
    restart(): void {
        this.ended = false;
        this.attempt = 0;
        this.start();
    }

    /** The session is over: nothing is sent until somebody logs in again. */
    end(): void {
        if (this.ended) return;
        this.stop();
        this.reconsider();
        this.hooks.onEnded();
    }

    retryNow(): void {
        if (!this.transport && !this.ended) this.connect();
    }

    follow(stroom: string, epoch: string, seq: number, h: string | null, hooks: FollowHooks): void {
        const chain = Chain.at(stroom, seq, h);
        this.followed.set(stroom, { ...hooks, chain, epoch, asking: false, failures: 0 });
        if (this.greeted) void this.subscribe(stroom);
    }

    /** Up to where a stream was seen; null when it is not followed. */
    seen(stroom: string): number | null {
        return this.followed.get(stroom)?.chain.seq ?? null;
    }

    unfollow(stroom: string): void {
        if (this.followed.delete(stroom) && this.greeted)
            this.transport?.request({ do: 'unsubscribe', args: { stroom } }).catch(() => undefined);
    }

    send(envelope: Envelope): Promise<unknown> {
        if (!this.transport || !this.greeted) return Promise.reject(new Lost());
        return this.transport.request(envelope);
    }

    /** A signal that matters only now; when there is no line it is forgotten. */
    signal(envelope: Envelope): void {
        this.send(envelope).catch(() => undefined);
    }

    private connect(): void {
        clearTimeout(this.retryTimer);
        this.letGo();
        const hooks = {
            onOpen: () => void this.greet(),
            onFrame: (frame: Record<string, unknown>) => this.onFrame(frame),
            onClosed: (code: number) => void this.onClosed(code),
        };
        this.lastHeard = Date.now();
        this.transport = this.onDetour ? new Polling(hooks) : new Socket(this.url, hooks);
        if (this.onDetour)
            this.retryTimer = setTimeout(() => this.leaveDetour(), TRY_SOCKET_AGAIN_MS);
        this.setState({ retryAt: null });
    }

    private leaveDetour(): void {
        this.onDetour = false;
        this.failedSockets = DETOUR_AFTER - 1; // one try, then back to the detour
        this.connect();
    }

    private letGo(): void {
        const transport = this.transport;
        this.transport = null;
        this.greeted = this.ready = false;
        transport?.drop();
    }

    private async greet(): Promise<void> {
        const transport = this.transport;
        try {
            const reply = await transport?.request({ do: 'hello', args: { taal: this.taal() } });
            if (transport !== this.transport || !reply) return;
            this.greeted = true;
            this.everOpen = true;
            this.attempt = 0;
            if (!this.onDetour) this.failedSockets = 0;
            this.lastHeard = Date.now();
            this.hooks.onWelcome((reply as { welkom: Welcome }).welkom);
            await Promise.all([...this.followed.keys()].map((stroom) => this.subscribe(stroom)));
            if (transport !== this.transport) return;
            this.ready = true;
            this.reconsider();
            this.hooks.onReady();
        } catch (error) {
            if (transport !== this.transport) return;
            if (error instanceof Refusal && error.body.status === 401) this.end();
            else this.lost();
        }
    }

    private async subscribe(stroom: string): Promise<void> {
        const following = this.followed.get(stroom);
        if (!following || following.asking) return;
        following.asking = true;
        const { chain, epoch } = following;
        try {
            const reply = (await this.send({
                do: 'subscribe',
                args: { stroom, epoch, since: chain.seq },
            })) as SubscribeReply;
            if (this.followed.get(stroom) !== following) return;
            if (reply.since !== chain.seq) return following.onStale('far');
            const start =
                reply.since === 0 && reply.beginEpoch
                    ? chainStart(stroom, reply.beginEpoch)
                    : reply.h;
            if (reply.h !== start || chain.compare(reply.since, reply.h) === 'differs')
                return following.onStale('broken');
        } catch (error) {
            if (!(error instanceof Refusal) || this.followed.get(stroom) !== following) return;
            if (error.code === 'epoch_verlopen') following.onStale('epoch');
            else if (error.code === 'niet_gevonden') following.onEnd('niet_gevonden');
            else if (error.body.status === 401) this.end();
            else setTimeout(() => void this.subscribe(stroom), error.body.retryMs ?? 2_000);
        } finally {
            following.asking = false;
        }
    }

    private onFrame(frame: Record<string, unknown>): void {
        this.lastHeard = Date.now();
        if (typeof frame['leaf'] === 'string') this.onEvent(frame as unknown as EventFrame);
        else if (frame['kop'])
            this.onHead(frame['kop'] as { stroom: string; seq: number; h: string });
        else if (frame['live']) this.hooks.onLive(frame['live'] as Record<string, unknown>);
        else if (frame['einde']) this.onEnd(frame['einde'] as { stroom: string; reden: string });
        else if (frame['aanbod'])
            this.followed.get((frame['aanbod'] as { stroom: string }).stroom)?.onStale('far');
        else if (frame['vertrek']) this.onDrain((frame['vertrek'] as { over: number }).over);
        if (this.state.stand !== 'live') this.reconsider();
    }

    private onEvent(frame: EventFrame): void {
        const following = this.followed.get(frame.stroom);
        if (!following || following.asking) return;
        const verdict = following.chain.take(frame);
        if (verdict.kind === 'next') {
            following.failures = 0;
            following.onEvent(verdict.event);
        } else if (verdict.kind === 'gap') {
            void this.subscribe(frame.stroom);
        } else if (verdict.kind === 'broken') {
            following.failures++;
            following.onStale('broken');
        }
    }

    /** A quiet stream says its head now and then, so that a lost tail shows. */
    private onHead(head: { stroom: string; seq: number; h: string }): void {
        const following = this.followed.get(head.stroom);
        if (!following || following.asking) return;
        const verdict = following.chain.compare(head.seq, head.h);
        if (verdict === 'behind') void this.subscribe(head.stroom);
        else if (verdict === 'differs') following.onStale('broken');
    }

    private onEnd(end: { stroom: string; reden: string }): void {
        const following = this.followed.get(end.stroom);
        this.followed.delete(end.stroom);
        following?.onEnd(end.reden);
    }

    /** The server goes down for a new version and says when to come back. */
    private onDrain(ms: number): void {
        this.letGo();
        this.reconsider();
        this.plan(Math.round(ms * (0.5 + Math.random())));
    }

    private async onClosed(code: number): Promise<void> {
        const wasGreeted = this.greeted;
        this.letGo();
        this.reconsider();
        if (code === 4401 || code === 4403) return this.end();
        if (!wasGreeted && !this.onDetour && (await this.httpWorks())) {
            if (++this.failedSockets >= DETOUR_AFTER) this.onDetour = true;
        }
        if (!this.ended && !this.transport) this.plan(backoff(this.attempt++));
    }

    /** A refused upgrade looks like any other failure; plain HTTP tells what it was. */
    private async httpWorks(): Promise<boolean> {
        try {
            await http('/v1/sessies/huidige', { timeoutMs: 4_000 });
            return true;
        } catch (error) {
            if (error instanceof Refusal && error.body.status === 401) this.end();
            return false;
        }
    }

    private lost(): void {
        this.letGo();
        this.reconsider();
        this.plan(backoff(this.attempt++));
    }

    private plan(ms: number): void {
        if (this.ended) return;
        clearTimeout(this.retryTimer);
        this.retryTimer = setTimeout(() => this.connect(), ms);
        this.setState({ retryAt: Date.now() + ms });
    }

    /** Judged twice a second, and at once at every message, online and visibility event. */
    private reconsider(): void {
        const now = Date.now();
        const online = navigator.onLine;
        const silent = now - this.lastHeard;
        if (this.transport && !this.onDetour && silent >= GIVE_UP_MS) this.lost();
        if (online && this.state.offline && !this.transport) this.retryNow();
        const { stand, since } = judge({
            now,
            ended: this.ended,
            online,
            transport: this.ready ? (this.onDetour ? 'polling' : 'socket') : 'none',
            everOpen: this.everOpen,
            lastHeard: this.lastHeard,
            oldestUnanswered: this.transport?.oldestUnanswered() ?? null,
        });
        const changed = stand !== this.state.stand || online === this.state.offline;
        if (!changed) return;
        // A line that first hangs and then breaks has been bad since it hung.
        const bad = (s: string) => s === 'stalling' || s === 'down';
        const kept = bad(stand) && bad(this.state.stand) ? this.state.since : since;
        this.setState({ stand, since: kept, offline: !online });
    }

    private setState(change: Partial<LineState>): void {
        this.state = { ...this.state, ...change };
        this.hooks.onState(this.state);
    }
}
