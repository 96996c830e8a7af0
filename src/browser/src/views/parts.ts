// Which parts there are.

import { Part } from './part';

/** What a tafel chooses and does: knelpunten, keuzevragen, besluiten, toezeggingen. */
export const tafelPart = new Part(() => import('./tafelwork'));
