// Light, dark, or as the device says.

import { Cell } from '../state/cell';
import { getPreference, setPreference } from '../state/keep';

export type Theme = 'auto' | 'light' | 'dark';

const kept = getPreference('thema');
export const theme = new Cell<Theme>(kept === 'light' || kept === 'dark' ? kept : 'auto');

function show(): void {
    document.documentElement.dataset['theme'] = theme.get();
}

export function setTheme(next: Theme): void {
    setPreference('thema', next === 'auto' ? null : next);
    theme.set(next);
    show();
}

show();
