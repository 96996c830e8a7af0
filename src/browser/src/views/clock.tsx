// Clocks that run: of a speaker, of an agenda item, of a suspension. They follow the server's time
// and are silent for who listens, because a clock that speaks every second helps nobody.

import { useEffect, useState } from 'preact/hooks';
import { serverNow } from '../state/time';

export function useServerNow(runs = true): number {
    const [now, setNow] = useState(serverNow);
    useEffect(() => {
        if (!runs) return undefined;
        setNow(serverNow());
        const timer = setInterval(() => setNow(serverNow()), 1_000);
        return () => clearInterval(timer);
    }, [runs]);
    return now;
}

/** "4:07", "1:02:30" */
export function duration(ms: number): string {
    const all = Math.max(0, Math.floor(ms / 1_000));
    const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
    const two = (n: number) => String(n).padStart(2, '0');
    return hours > 0
        ? `${hours}:${two(minutes)}:${two(seconds)}`
        : `${minutes}:${two(seconds)}`;
}

/** Time since a moment; `ms` that were there before are added. */
export function Elapsed({ since, ms = 0 }: { since: string | number; ms?: number }) {
    const now = useServerNow();
    const from = typeof since === 'number' ? since : Date.parse(since);
    return <span class="spr-clock">{duration(now - from + ms)}</span>;
}
