// Which parts there are, and the style they share.

import { Part } from './part';

let style: Promise<void> | null = null;

/** The page names it; it is taken away again when it did not come, so that it can be asked anew. */
function loadStyle(): Promise<void> {
    style ??= new Promise((resolve, reject) => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = document.querySelector<HTMLMetaElement>('meta[name="spr-later"]')?.content ?? '';
        link.onload = () => resolve();
        link.onerror = () => {
            style = null;
            link.remove();
            reject(new Error('the style did not come'));
        };
        document.head.append(link);
    });
    return style;
}

const styled = async <T>(script: Promise<T>): Promise<T> =>
    (await Promise.all([script, loadStyle()]))[0];

/** What a tafel chooses and does: keuzevragen, besluiten, toezeggingen, actiepunten. */
export const tafelPart = new Part(() => styled(import('./tafelwork')));

/** The inside of an organisation, and who can commit now. */
export const binnenPart = new Part(() => styled(import('./binnenwork')));
/** Texts that change: amendementen, revisions of a keuzevraag, and what differs. */
export const wijzigingPart = new Part(() => styled(import('./wijzigwork')));

/** The bijeenkomst: its page, the screen in the room, the besluitenlijst. */
export const bijeenkomstPart = new Part(() => styled(import('./bijeenkomstwork')));

/** The start page: what is asked of this person, and making a tafel. */
export const startPart = new Part(() => styled(import('./startwork')));
/** The besluitenlog. */
export const logPart = new Part(() => styled(import('./logwork')));
/** Who may read what beyond the tafel, and what is read there. */
export const openbaarPart = new Part(() => styled(import('./openbaarwork')));
/** Voting on a besluit: the stemmingen, how one is opened, volmachten. */
export const stemPart = new Part(() => styled(import('./stemwerk')));
/** Guests of a bijeenkomst: the picture with their address, and the page that it opens. */
export const gastPart = new Part(() => styled(import('./gastwork')));
