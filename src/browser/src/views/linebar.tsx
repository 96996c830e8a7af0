// The state of the line: always in sight, always true.
//
// Invariant: what is said here comes from the watch alone; nothing on the page pretends to be
// newer than the line allows.

import { useEffect, useState } from 'preact/hooks';
import { clockExact } from '../i18n/format';
import { useT } from '../i18n/i18n';
import type { LineState } from '../line/watch';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { Button, cls } from './bits';

const TONE: Record<LineState['stand'], string> = {
    connecting: 'wait',
    live: 'good',
    stalling: 'wait',
    down: 'bad',
    detour: 'wait',
    ended: 'bad',
};

function useLineText(state: LineState): { short: string; long: string } {
    const t = useT().line;
    const since = clockExact(state.since);
    switch (state.stand) {
        case 'connecting':
            return { short: t.connecting, long: t.connectingLong };
        case 'live':
            return { short: t.live, long: '' };
        case 'stalling':
            return { short: t.stalling, long: t.stallingLong(since) };
        case 'down':
            return state.offline
                ? { short: t.offline, long: t.offlineLong(since) }
                : { short: t.down, long: t.downLong(since) };
        case 'detour':
            return { short: t.detour, long: t.detourLong };
        case 'ended':
            return { short: t.ended, long: t.endedLong };
    }
}

/** The lamp in the header. */
export function LineLamp() {
    const state = useCell(client.lineState);
    const text = useLineText(state);
    return (
        <span
            class={cls('spr-lamp', `spr-lamp--${TONE[state.stand]}`)}
            data-line={state.stand}
            role="status"
        >
            <span class="spr-lamp__light" aria-hidden="true" />
            {text.short}
        </span>
    );
}

function useNow(active: boolean): number {
    const [now, setNow] = useState(Date.now());
    useEffect(() => {
        if (!active) return undefined;
        const timer = setInterval(() => setNow(Date.now()), 1_000);
        return () => clearInterval(timer);
    }, [active]);
    return now;
}

/** The strip under the header, only when something is wrong. */
export function LineBar() {
    const t = useT().line;
    const state = useCell(client.lineState);
    const waiting = useCell(client.queue).filter((entry) => entry.state !== 'failed').length;
    const text = useLineText(state);
    const now = useNow(state.retryAt !== null);
    if (text.long === '' || state.stand === 'connecting' || state.stand === 'ended') return null;
    const seconds = state.retryAt ? Math.ceil((state.retryAt - now) / 1_000) : 0;
    return (
        <div
            class={cls('spr-linebar', `spr-linebar--${TONE[state.stand]}`)}
            data-testid="linebar"
            role="region"
            aria-label={t.title}
        >
            <div class="spr-linebar__in">
                <p>
                    <strong>{text.short}.</strong> {text.long}
                    {waiting > 0 && ` ${t.waiting(waiting)}`}
                    {seconds > 0 && <span aria-hidden="true"> {t.retryIn(seconds)}</span>}
                </p>
                {state.stand === 'down' && !state.offline && (
                    <Button kind="subtle" onClick={() => client.retryLine()}>
                        {t.retryNow}
                    </Button>
                )}
            </div>
        </div>
    );
}
