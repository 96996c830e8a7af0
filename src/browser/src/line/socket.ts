// One WebSocket with the subprotocol spr.v1, from opening to closing.
//
// Invariant: every request gets exactly one end: a reply, a Refusal, or Lost when the socket
// goes away first. After `drop()` or a close nothing is reported any more.

import { Lost, Refusal, type RefusalBody } from './http';

export interface Envelope {
    do: string;
    args: unknown;
    sleutel?: string;
    namens?: string | null;
    tafel?: string | null;
}

/** Where requests go: the socket, or the polling detour. */
export interface Transport {
    request(envelope: Envelope): Promise<unknown>;
    drop(): void;
    /** When the oldest request that still waits was made; null when none waits. */
    oldestUnanswered(): number | null;
}

export interface SocketHooks {
    onOpen(): void;
    onFrame(frame: Record<string, unknown>): void;
    onClosed(code: number): void;
}

const CONNECT_MS = 6_000;

interface Waiting {
    at: number;
    resolve(value: unknown): void;
    reject(error: Error): void;
}

export class Socket implements Transport {
    private readonly ws: WebSocket;
    private readonly waiting = new Map<number, Waiting>();
    private readonly connectTimer: ReturnType<typeof setTimeout>;
    private nextId = 1;
    private done = false;

    constructor(
        url: string,
        private readonly hooks: SocketHooks,
    ) {
        this.ws = new WebSocket(url, 'spr.v1');
        this.connectTimer = setTimeout(() => this.end(1006), CONNECT_MS);
        this.ws.onopen = () => {
            clearTimeout(this.connectTimer);
            if (!this.done) hooks.onOpen();
        };
        this.ws.onmessage = (message) => this.onMessage(message.data as string);
        this.ws.onclose = (event) => this.end(event.code);
    }

    request(envelope: Envelope): Promise<unknown> {
        if (this.done || this.ws.readyState !== WebSocket.OPEN) return Promise.reject(new Lost());
        const id = this.nextId++;
        const message: Record<string, unknown> = { id, do: envelope.do };
        if (envelope.sleutel) message['sleutel'] = envelope.sleutel;
        if (envelope.namens) message['namens'] = envelope.namens;
        if (envelope.tafel) message['tafel'] = envelope.tafel;
        message['args'] = envelope.args;
        this.ws.send(JSON.stringify(message));
        return new Promise((resolve, reject) => {
            this.waiting.set(id, { at: Date.now(), resolve, reject });
        });
    }

    oldestUnanswered(): number | null {
        for (const request of this.waiting.values()) return request.at; // Map keeps the order
        return null;
    }

    /** Lets go at once: in a dead network the closing handshake would take minutes. */
    drop(): void {
        this.finish();
    }

    private onMessage(data: string): void {
        if (this.done) return;
        const frame = JSON.parse(data) as Record<string, unknown>;
        const id = frame['re'];
        if (typeof id !== 'number') {
            this.hooks.onFrame(frame);
            return;
        }
        this.hooks.onFrame({ antwoord: id });
        const request = this.waiting.get(id);
        this.waiting.delete(id);
        if (!request) return;
        if (frame['error']) request.reject(new Refusal(frame['error'] as RefusalBody));
        else request.resolve(frame['ok']);
    }

    private end(code: number): void {
        if (this.done) return;
        this.finish();
        this.hooks.onClosed(code);
    }

    private finish(): void {
        if (this.done) return;
        this.done = true;
        clearTimeout(this.connectTimer);
        this.ws.onopen = this.ws.onmessage = this.ws.onclose = null;
        this.ws.close();
        const lost = [...this.waiting.values()];
        this.waiting.clear();
        for (const request of lost) request.reject(new Lost());
    }
}
