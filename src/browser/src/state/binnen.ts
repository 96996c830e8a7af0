// Questions that views ask about what an organisation prepares, and about who can commit now. Pure,
// as in select.ts: the server decides.

import type {
    Besluit,
    Deelname,
    OrganisatieInstelling,
    Toezegbaarheid,
    Voorbereiding,
} from '../gen/protocol';
import { inPlenary, isPast, members, ownVoices, type Voice } from './keuzes';
import { find } from './rows';
import type { TafelState } from './tafel';

export const isOpenDraft = (v: Voorbereiding): boolean =>
    v.status === 'opgesteld' || v.status === 'ingestemd';

/** What does not bind needs no second person. */
const needsSecond = (v: Voorbereiding): boolean =>
    v.opdracht === 'keuzevraag.bevestigen'
        ? v.args.standpunt === true
        : v.opdracht !== 'gevolg.geven';
/** What only a signatory sends. */
export const needsSignatory = (v: Voorbereiding): boolean =>
    [
        'stem.uitbrengen',
        'toezegging.aanvaarden',
        'ondertekening.zetten',
        'volmacht.geven',
        'achterban.beantwoorden',
    ].includes(v.opdracht);

export const asksSecond = (
    settings: readonly OrganisatieInstelling[],
    organisatie: string,
): boolean => find(settings, organisatie)?.tweedeInstemming ?? false;

export const waitsForSecond = (
    settings: readonly OrganisatieInstelling[],
    v: Voorbereiding,
): boolean => v.status !== 'ingestemd' && needsSecond(v) && asksSecond(settings, v.organisatie);

function aboutBesluit(state: TafelState, v: Voorbereiding): string | undefined {
    const { besluit, stemming, toezegging, achterban } = v.args;
    return (
        besluit ??
        find(state.stemmingen, stemming)?.besluit ??
        find(state.toezeggingen, toezegging)?.besluit ??
        find(state.achterbannen, achterban)?.besluit
    );
}

const aboutVraag = (state: TafelState, v: Voorbereiding): string | undefined =>
    v.args.keuzevraag ??
    find(state.bedenkingen, v.args.bedenking)?.keuzevraag ??
    find(state.gevolgen, v.args.antwoorden?.[0]?.gevolg)?.keuzevraag ??
    find(state.besluiten, aboutBesluit(state, v))?.keuzevraag;

/** What is prepared for this question or this decision. */
export const draftsFor = (
    state: TafelState,
    all: readonly Voorbereiding[],
    about: { keuzevraag: string } | { besluit: string },
): Voorbereiding[] =>
    all.filter(
        (v) =>
            v.tafel === state.id &&
            isOpenDraft(v) &&
            ('besluit' in about
                ? aboutBesluit(state, v) === about.besluit
                : aboutVraag(state, v) === about.keuzevraag),
    );

/** A party says it of what lies before the table, until the outcome. */
const OPEN = ['geagendeerd', 'conclusie_voorgelegd', 'stemming'];
export const takesCommittable = (besluit: Besluit): boolean => OPEN.includes(besluit.status);

export const hasCommittable = (state: TafelState, besluit: Besluit): boolean =>
    takesCommittable(besluit) || state.toezegbaarheden.some((x) => x.besluit === besluit.id);

export const committableOf = (
    state: TafelState,
    besluit: string,
    organisatie: string,
): Toezegbaarheid | undefined =>
    state.toezegbaarheden.find((x) => x.besluit === besluit && x.organisatie === organisatie);

export const maySayCommittable = (state: TafelState, besluit: Besluit): Voice[] =>
    takesCommittable(besluit) && inPlenary(state) ? ownVoices(state) : [];

interface Committable {
    can: readonly Deelname[];
    /** Who must go back, the first to be back first; past their term stands out. */
    back: readonly { deelname: Deelname; terugVoor: string; late: boolean }[];
    silent: readonly Deelname[];
    unheard: readonly Deelname[];
}

export function committable(state: TafelState, besluit: string): Committable {
    const all = members(state).map((deelname) => ({
        deelname,
        said: committableOf(state, besluit, deelname.organisatie),
    }));
    const which = (waarde: string | undefined) =>
        all.filter(({ said }) => said?.waarde === waarde).map(({ deelname }) => deelname);
    const back = all
        .filter(({ said }) => said?.waarde === 'moet_terug_voor')
        .map(({ deelname, said }) => ({ deelname, terugVoor: said?.terugVoor ?? '' }))
        .sort((a, b) => a.terugVoor.localeCompare(b.terugVoor))
        .map((b) => ({ ...b, late: isPast(b.terugVoor) }));
    return {
        can: which('kan_nu_toezeggen'),
        back,
        silent: which('zegt_niets'),
        unheard: which(undefined),
    };
}
