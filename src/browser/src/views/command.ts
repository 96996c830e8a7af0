// Sending a command from a view, and saying in the reader's language what came of it.

import { useState } from 'preact/hooks';
import { sentences, taal } from '../i18n/i18n';
import { Refusal, type RefusalBody } from '../line/http';
import type { Command } from '../line/queue';
import { Cell } from '../state/cell';
import { client } from '../state/client';

/** What a screen reader hears and everybody sees for a moment; the key makes repeats count. */
export const notice = new Cell<{ text: string; key: number }>({ text: '', key: 0 });

let timer: ReturnType<typeof setTimeout> | undefined;

export function say(text: string): void {
    notice.update((before) => ({ text, key: before.key + 1 }));
    clearTimeout(timer);
    timer = setTimeout(() => notice.update((n) => ({ text: '', key: n.key + 1 })), 6_000);
}

/** The server's own sentence, which says what to do. */
export function explain(body: RefusalBody): string {
    const own = sentences().errors[body.code as keyof ReturnType<typeof sentences>['errors']];
    const english = taal.get() === 'en';
    const title = english ? body.titleEn : body.title;
    const detail = english ? body.detailEn : body.detail;
    if (own) return own;
    const parts = [title, detail].filter((s, i, all): s is string => !!s && all.indexOf(s) === i);
    return parts.map((s) => (/[.!?]$/.test(s) ? s : `${s}.`)).join(' ') || body.code;
}

export type Run = (command: Command, done?: string) => Promise<boolean>;

/**
 * Runs one command at a time for a view. `run` tells whether the server has it; `attempt` does
 * the same for a step that sends its own command.
 */
export function useCommand(): {
    busy: boolean;
    problem: string | null;
    /** Refused because a second person of the organisation has to agree first. */
    lacksSecond: Command | null;
    /** What was refused was settled otherwise. */
    settle: () => void;
    run: Run;
    attempt: (step: () => Promise<unknown>) => Promise<boolean>;
} {
    const [busy, setBusy] = useState(false);
    const [problem, setProblem] = useState<string | null>(null);
    const [lacksSecond, setLacksSecond] = useState<Command | null>(null);
    const attempt = async (step: () => Promise<unknown>) => {
        setBusy(true);
        setProblem(null);
        setLacksSecond(null);
        try {
            return (await step()) !== false;
        } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            setProblem(explain(error.body));
            return false;
        } finally {
            setBusy(false);
        }
    };
    const run: Run = (command, done) =>
        attempt(async () => {
            try {
                await client.submit(command);
            } catch (error) {
                if (error instanceof Refusal && error.body.code === 'tweede_instemming')
                    setLacksSecond(command);
                throw error;
            }
            if (done) say(done);
        });
    const settle = () => {
        setProblem(null);
        setLacksSecond(null);
    };
    return { busy, problem, lacksSecond, settle, run, attempt };
}
