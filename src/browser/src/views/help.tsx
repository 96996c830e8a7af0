// Keyboard shortcuts, and the dialog that lists them.
//
// Invariant: single letters never act while somebody types, and can be turned off (WCAG 2.1.4).

import { useEffect } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import { Cell, useCell } from '../state/cell';
import { getPreference, setPreference } from '../state/keep';
import { Dialog } from './dialog';
import { Check } from './forms';

export const helpOpen = new Cell(false);
export const keysOn = new Cell(getPreference('toetsen') !== 'uit');

type Handlers = Record<string, () => void>;

const handlers: Handlers[] = [];

function isTyping(target: EventTarget | null): boolean {
    return (
        target instanceof HTMLElement &&
        (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
    );
}

function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector('dialog[open]') || !keysOn.get()) return;
    const handler = [...handlers].reverse().find((set) => event.key in set)?.[event.key];
    if (!handler) return;
    event.preventDefault();
    handler();
}

export function startKeys(): void {
    document.addEventListener('keydown', onKey);
}

/** Keys that work while a view is on the screen; the innermost view wins. */
export function useKeys(set: Handlers): void {
    useEffect(() => {
        handlers.push(set);
        return () => void handlers.splice(handlers.indexOf(set), 1);
    });
}

export function HelpDialog() {
    const t = useT();
    const on = useCell(keysOn);
    const change = (next: boolean) => {
        setPreference('toetsen', next ? null : 'uit');
        keysOn.set(next);
    };
    return (
        <Dialog title={t.help.title} onClose={() => helpOpen.set(false)}>
            <table class="spr-keys">
                <thead class="spr-only-heard">
                    <tr>
                        <th scope="col">{t.help.key}</th>
                        <th scope="col">{t.help.does}</th>
                    </tr>
                </thead>
                <tbody>
                    {t.help.list.map(([keys, does]) => (
                        <tr key={keys}>
                            <th scope="row">
                                {keys.split(' ').map((key) => (
                                    <kbd key={key}>{key}</kbd>
                                ))}
                            </th>
                            <td>{does}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <Check label={t.help.enable} hint={t.help.enableHint} checked={on} onChange={change} />
        </Dialog>
    );
}
