// A section that a link can lead to: what leads there by name comes into sight and gets the focus.

import { useEffect, useRef } from 'preact/hooks';
import { useCell } from '../state/cell';
import { place } from './route';

export function useAnchor(name: string, wanted = false) {
    const ref = useRef<HTMLElement>(null);
    const { hash, step } = useCell(place);
    const here = wanted || hash === name;
    useEffect(() => {
        if (!here) return;
        ref.current?.scrollIntoView();
        ref.current?.focus({ preventScroll: true });
    }, [here, step]);
    return ref;
}
