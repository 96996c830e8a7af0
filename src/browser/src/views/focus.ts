// Buttons that come and go with what happens in the room. Whoever has the focus on one of them does
// not lose it: it goes to what took its place.

import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const REACHED = 'button:not(:disabled), input, select, textarea, a[href]';

const isUsable = (element: HTMLElement): boolean =>
    element.isConnected && !(element as HTMLButtonElement).disabled;

export function useFocusKept<E extends HTMLElement>(): RefObject<E | null> {
    const ref = useRef<E>(null);
    useEffect(() => {
        const section = ref.current;
        if (!section) return undefined;
        let last: HTMLElement | null = null;
        const onIn = (event: FocusEvent) => {
            last = event.target as HTMLElement;
        };
        // Who leaves what is still there left it on purpose; a busy button is not left.
        const onOut = () =>
            setTimeout(() => {
                if (last && isUsable(last) && document.activeElement !== last) last = null;
            });
        const keep = () => {
            if (!last || document.activeElement !== document.body) return;
            if (section.querySelector('.utrecht-button--busy')) return;
            const next = isUsable(last) ? last : section.querySelector<HTMLElement>(REACHED);
            next?.focus({ preventScroll: true });
        };
        const watcher = new MutationObserver(keep);
        watcher.observe(section, { childList: true, subtree: true, attributeFilter: ['disabled'] });
        section.addEventListener('focusin', onIn);
        section.addEventListener('focusout', onOut);
        return () => {
            watcher.disconnect();
            section.removeEventListener('focusin', onIn);
            section.removeEventListener('focusout', onOut);
        };
    }, []);
    return ref;
}
