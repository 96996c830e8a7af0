// The title of the window, and the focus after moving to another page.

import { useEffect } from 'preact/hooks';
import { useCell } from '../state/cell';
import { place } from './route';

export function useTitle(title: string): void {
    useEffect(() => {
        document.title = title ? `${title} · Sociaal Publieke Raad` : 'Sociaal Publieke Raad';
    }, [title]);
}

/** After a move inside the application the heading gets the focus, as after loading a page. */
export function useArrival(): void {
    const { route, hash, step } = useCell(place);
    const key = JSON.stringify(route);
    useEffect(() => {
        if (step === 0 || hash !== '') return;
        window.scrollTo(0, 0);
        document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
    }, [key]);
}
