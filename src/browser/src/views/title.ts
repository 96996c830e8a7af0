// The title of the window, and the focus after moving to another page.

import { useEffect } from 'preact/hooks';
import { useCell } from '../state/cell';
import { place } from './route';

export function useTitle(title: string): void {
    useEffect(() => {
        document.title = title ? `${title} · Sociaal Publieke Raad` : 'Sociaal Publieke Raad';
    }, [title]);
}

/** At once, or when the page has loaded what its heading says; until then nobody is disturbed. */
function focusHeading(): (() => void) | undefined {
    const main = document.getElementById('inhoud');
    const focus = () => {
        const heading = main?.querySelector('h1');
        heading?.focus({ preventScroll: true });
        return heading !== null && heading !== undefined;
    };
    if (!main || focus()) return undefined;
    const before = document.activeElement;
    const watcher = new MutationObserver(() => {
        if (document.activeElement !== before && document.activeElement !== document.body)
            watcher.disconnect();
        else if (focus()) watcher.disconnect();
    });
    watcher.observe(main, { childList: true, subtree: true });
    return () => watcher.disconnect();
}

/** After a move inside the application the heading gets the focus, as after loading a page. */
export function useArrival(): void {
    const { route, hash, step } = useCell(place);
    const key = JSON.stringify(route);
    useEffect(() => {
        if (step === 0 || hash !== '') return undefined;
        window.scrollTo(0, 0);
        return focusHeading();
    }, [key]);
}
