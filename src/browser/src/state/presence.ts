// Who is here and who is typing: live signals that expire by themselves.
//
// Invariant: nobody stays present without being told so again before the lease ran out.

export interface LiveSignal {
    soort: 'aanwezig' | 'typt';
    stroom: string;
    persoon: string;
    organisatie?: string | null;
    onderwerp?: string | null;
    /** How long the signal still holds, in ms; 0 takes it back. */
    tot: number;
}

export interface Presence extends LiveSignal {
    until: number;
}

const keyOf = (s: LiveSignal) => `${s.soort} ${s.stroom} ${s.persoon} ${s.onderwerp ?? ''}`;

export type Presences = readonly Presence[];

export function signal(all: Presences, one: LiveSignal, now: number): Presences {
    const others = all.filter((p) => keyOf(p) !== keyOf(one) && p.until > now);
    return one.tot > 0 ? [...others, { ...one, until: now + one.tot }] : others;
}

/** The same array when nothing expired, so that nothing is drawn anew. */
export function expire(all: Presences, now: number): Presences {
    return all.some((p) => p.until <= now) ? all.filter((p) => p.until > now) : all;
}

export const present = (all: Presences): ReadonlySet<string> =>
    new Set(all.filter((p) => p.soort === 'aanwezig').map((p) => p.persoon));

export const typing = (all: Presences, onderwerp: string, self: string): string[] =>
    all
        .filter((p) => p.soort === 'typt' && p.onderwerp === onderwerp && p.persoon !== self)
        .map((p) => p.persoon);
