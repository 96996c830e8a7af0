// What may be said about the line at this moment.
//
// Invariant: the verdict follows from facts alone (what was heard and when), never from hope: a
// line that was silent too long is not called good because nobody closed it.

export const SILENCE_MS = 8_000; // two heartbeats missed
export const UNANSWERED_MS = 3_000;
export const GIVE_UP_MS = 12_000; // from here the socket is dropped and a new one tried

/**
 * connecting: never had a line yet · live · stalling: open but silent or slow · down: none ·
 * detour: events are fetched by polling · ended: the session is over
 */
export type LineStand = 'connecting' | 'live' | 'stalling' | 'down' | 'detour' | 'ended';

export interface LineState {
    stand: LineStand;
    /** Since when it is so, in ms since 1970. */
    since: number;
    /** When the next attempt to connect is made; null when none is planned. */
    retryAt: number | null;
    offline: boolean;
}

export interface LineFacts {
    now: number;
    ended: boolean;
    online: boolean;
    /** socket: greeted · polling: the last poll was answered · none */
    transport: 'socket' | 'polling' | 'none';
    everOpen: boolean;
    lastHeard: number;
    /** When the oldest command without an answer was sent. */
    oldestUnanswered: number | null;
}

export function judge(facts: LineFacts): { stand: LineStand; since: number } {
    const { now, lastHeard } = facts;
    if (facts.ended) return { stand: 'ended', since: now };
    if (!facts.online) return { stand: 'down', since: now };
    if (facts.transport === 'none')
        return { stand: facts.everOpen ? 'down' : 'connecting', since: now };
    if (facts.oldestUnanswered !== null && now - facts.oldestUnanswered >= UNANSWERED_MS)
        return { stand: 'stalling', since: facts.oldestUnanswered };
    if (facts.transport === 'polling')
        return { stand: now - lastHeard >= 2 * SILENCE_MS ? 'stalling' : 'detour', since: now };
    if (now - lastHeard >= SILENCE_MS) return { stand: 'stalling', since: lastHeard };
    return { stand: 'live', since: now };
}

/** Full jitter: a random wait up to a ceiling that doubles, so that clients never march in step. */
export function backoff(attempt: number, random: () => number = Math.random): number {
    const ceiling = Math.min(15_000, 500 * 2 ** Math.min(attempt, 6));
    return Math.round(random() * ceiling);
}
