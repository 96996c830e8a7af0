// Which page the address names.
//
// Invariant: the address always says what is on the screen, so every page and every bijdrage can
// be sent to somebody as a link.

import { Cell } from '../state/cell';

export type Route =
    | { page: 'login' }
    | { page: 'gast' }
    | { page: 'tafels' }
    | { page: 'organisatie' }
    | { page: 'besluitenlog' }
    | { page: 'tafel'; tafel: string }
    | { page: 'onderwerp'; tafel: string; onderwerp: string }
    | { page: 'keuzevraag'; tafel: string; keuzevraag: string }
    | { page: 'besluit' | 'stemming'; tafel: string; id: string }
    | { page: 'oplegnotitie'; tafel: string; id: string }
    | { page: 'bijeenkomst' | 'verslag' | 'scherm' | 'besluitenlijst'; tafel: string; id: string }
    | { page: 'toegankelijkheid' }
    | { page: 'unknown' };

export function parse(path: string): Route {
    const parts = path.split('/').filter(Boolean);
    const [first, tafel, third, id, last] = parts;
    const isId = (text: string | undefined): text is string => /^\d{1,19}$/.test(text ?? '');
    const isMeetingPage = (text: string | undefined): text is 'scherm' | 'besluitenlijst' =>
        text === 'scherm' || text === 'besluitenlijst';
    if (parts.length === 0) return { page: 'tafels' };
    if (parts.length === 1 && first === 'inloggen') return { page: 'login' };
    if (parts.length === 1 && first === 'gast') return { page: 'gast' };
    if (parts.length === 1 && first === 'organisatie') return { page: 'organisatie' };
    if (parts.length === 1 && first === 'besluitenlog') return { page: 'besluitenlog' };
    if (parts.length === 1 && first === 'toegankelijkheid') return { page: 'toegankelijkheid' };
    if (first !== 'tafels') return { page: 'unknown' };
    if (parts.length === 1) return { page: 'tafels' };
    if (parts.length === 2 && isId(tafel)) return { page: 'tafel', tafel };
    if (!isId(tafel) || !isId(id)) return { page: 'unknown' };
    if (parts.length === 5 && third === 'bijeenkomsten' && isMeetingPage(last))
        return { page: last, tafel, id };
    if (parts.length === 5 && third === 'besluiten' && last === 'oplegnotitie')
        return { page: last, tafel, id };
    if (parts.length !== 4) return { page: 'unknown' };
    if (third === 'bijeenkomsten') return { page: 'bijeenkomst', tafel, id };
    if (third === 'verslagen') return { page: 'verslag', tafel, id };
    if (third === 'onderwerpen') return { page: 'onderwerp', tafel, onderwerp: id };
    if (third === 'keuzevragen') return { page: 'keuzevraag', tafel, keuzevraag: id };
    if (third === 'besluiten') return { page: 'besluit', tafel, id };
    if (third === 'stemmingen') return { page: 'stemming', tafel, id };
    return { page: 'unknown' };
}

export interface Place {
    route: Route;
    hash: string;
    /** Grows with every move, so that going to the same place again is noticed. */
    step: number;
}

const here = (step: number): Place => ({
    route: parse(location.pathname),
    hash: location.hash.slice(1),
    step,
});

/** The token of a login link is read once and taken out of the address and the history. */
export let loginToken = '';

/** The same for the secret of a meeting, which a guest was shown. */
export let gastSecret = '';

function takeToken(): void {
    const { page } = parse(location.pathname);
    if ((page !== 'login' && page !== 'gast') || location.hash.length < 2) return;
    if (page === 'login') loginToken = location.hash.slice(1);
    else gastSecret = location.hash.slice(1);
    history.replaceState(null, '', location.pathname);
}

takeToken();
export const place = new Cell<Place>(here(0));

function moved(): void {
    takeToken();
    place.update((before) => here(before.step + 1));
}

window.addEventListener('popstate', moved);
window.addEventListener('hashchange', moved);

export function go(href: string): void {
    history.pushState(null, '', href);
    moved();
}

export const organisatiePath = '/organisatie';
export const besluitenlogPath = '/besluitenlog';
export const tafelPath = (tafel: string): string => `/tafels/${tafel}`;
export const onderwerpPath = (tafel: string, onderwerp: string): string =>
    `/tafels/${tafel}/onderwerpen/${onderwerp}`;
export const keuzevraagPath = (tafel: string, keuzevraag: string): string =>
    `/tafels/${tafel}/keuzevragen/${keuzevraag}`;
export const besluitPath = (tafel: string, besluit: string): string =>
    `/tafels/${tafel}/besluiten/${besluit}`;
export const oplegnotitiePath = (tafel: string, besluit: string): string =>
    `${besluitPath(tafel, besluit)}/oplegnotitie`;
export const stemmingPath = (tafel: string, stemming: string): string =>
    `/tafels/${tafel}/stemmingen/${stemming}`;
export const bijeenkomstPath = (tafel: string, id: string): string =>
    `/tafels/${tafel}/bijeenkomsten/${id}`;
export const besluitenlijstPath = (tafel: string, id: string): string =>
    `${bijeenkomstPath(tafel, id)}/besluitenlijst`;
export const schermPath = (tafel: string, id: string): string =>
    `${bijeenkomstPath(tafel, id)}/scherm`;
export const verslagPath = (tafel: string, id: string): string => `/tafels/${tafel}/verslagen/${id}`;
export const bijdrageHash = (id: string): string => `bijdrage-${id}`;
export const knelpuntHash = (id: string): string => `knelpunt-${id}`;
export const knelpuntPath = (tafel: string, id: string): string =>
    `${tafelPath(tafel)}#${knelpuntHash(id)}`;
