// The proof of continuity of one stream, made by the browser itself.
//
// Invariant: `seq` and `h` belong together and every event up to `seq` was checked: its leaf
// chains to the previous hash, and the content and author shown are the ones the leaf commits to.
// An event that does not fit is never handed out.

import { fromHex, sha256, toHex, utf8 } from './sha256';

/** An event as it comes over the line. The strings are the exact stored bytes. */
export interface EventFrame {
    stroom: string;
    seq: number;
    leaf: string;
    h: string;
    inhoud: string | null;
    zout: string | null;
    door: string | null;
    doorzout: string | null;
    afwezig: Absent | null;
}

export type Absent = 'verborgen' | 'ingetrokken' | 'herzien' | 'gewist';

export interface Author {
    organisatie: string | null;
    persoon: string | null;
    vertegenwoordiging: string | null;
    /** Set when the secretaris recorded this for a party. */
    voor?: { organisatie: string; persoon?: string | null } | null;
}

/** An event that was checked. */
export interface LogEvent {
    stroom: string;
    seq: number;
    at: string;
    soort: string;
    ref: string;
    inhoud: Record<string, unknown> | null;
    door: Author | null;
    afwezig: Absent | null;
}

interface Leaf {
    at: string;
    door: string;
    inhoud: string;
    ref: string;
    seq: number;
    soort: string;
    stroom: string;
    v: number;
}

/** next: the event that follows · known: seen before · gap: events are missing · broken: it lies */
export type Verdict =
    | { kind: 'next'; event: LogEvent }
    | { kind: 'known' }
    | { kind: 'gap' }
    | { kind: 'broken'; why: string };

const broken = (why: string): Verdict => ({ kind: 'broken', why });

export const chainStart = (stroom: string, epoch: string): string =>
    toHex(sha256(utf8('spr.v1'), utf8(stroom), utf8(epoch)));

function holds(commitment: string, salt: string | null, text: string): boolean {
    return salt !== null && toHex(sha256(fromHex(salt), utf8(text))) === commitment;
}

export class Chain {
    private constructor(
        readonly stroom: string,
        public seq: number,
        /** null until the server has said it: only before the first event after a snapshot. */
        public h: string | null,
    ) {}

    static at(stroom: string, seq: number, h: string | null): Chain {
        return new Chain(stroom, seq, h);
    }

    /** Compares a head that the server announces with what was seen. */
    compare(seq: number, h: string): 'same' | 'behind' | 'ahead' | 'differs' {
        if (seq > this.seq) return 'behind';
        if (seq < this.seq) return 'ahead';
        this.h ??= h;
        return this.h === h ? 'same' : 'differs';
    }

    take(frame: EventFrame): Verdict {
        if (frame.seq <= this.seq) return { kind: 'known' };
        if (frame.seq !== this.seq + 1 || this.h === null) return { kind: 'gap' };
        const h = toHex(sha256(fromHex(this.h), utf8(frame.leaf)));
        if (h !== frame.h) return broken('h');
        const leaf = JSON.parse(frame.leaf) as Leaf;
        if (leaf.v !== 1 || leaf.seq !== frame.seq || leaf.stroom !== this.stroom)
            return broken('leaf');
        if (frame.inhoud !== null && !holds(leaf.inhoud, frame.zout, frame.inhoud))
            return broken('inhoud');
        if (frame.inhoud === null && frame.afwezig === null) return broken('afwezig');
        if (frame.door !== null && !holds(leaf.door, frame.doorzout, frame.door))
            return broken('door');
        this.seq = frame.seq;
        this.h = h;
        return { kind: 'next', event: toEvent(frame, leaf) };
    }
}

function toEvent(frame: EventFrame, leaf: Leaf): LogEvent {
    return {
        stroom: frame.stroom,
        seq: frame.seq,
        at: leaf.at,
        soort: leaf.soort,
        ref: leaf.ref,
        inhoud:
            frame.inhoud === null ? null : (JSON.parse(frame.inhoud) as Record<string, unknown>),
        door: frame.door === null ? null : (JSON.parse(frame.door) as Author),
        afwezig: frame.afwezig,
    };
}
