// Questions that views ask about consent, proxies and requests for a vote. Pure, as in select.ts:
// the server decides.

import type { Bedenking, Besluit, Deelname, StemKeuze, Stemming, Volmacht } from '../gen/protocol';
import { STEMKEUZES, inPlenary, isPast, mayCast, members, ownVoices, records, type Voice } from './keuzes';
import { find } from './rows';
import { hasRole } from './select';
import type { TafelState } from './tafel';

/** What a party can say: under consent nobody votes against, it puts an objection. */
export const choicesOf = (stemming: Stemming): readonly StemKeuze[] =>
    stemming.methode === 'consent' ? STEMKEUZES.filter((k) => k !== 'tegen') : STEMKEUZES;

export const objectionsAtClose = (state: TafelState, stemming: Stemming): Bedenking[] =>
    (stemming.bezwaren ?? []).flatMap((id) => find(state.bedenkingen, id) ?? []);

/** Overriding objections that stand in the way of this decision now. */
export const objectionsNow = (state: TafelState, besluit: Besluit): Bedenking[] =>
    state.bedenkingen.filter(
        (b) =>
            b.keuzevraag === besluit.keuzevraag &&
            b.graad === 'overwegend_bezwaar' &&
            ['ingediend', 'in_gesprek', 'gehandhaafd'].includes(b.status) &&
            (!b.optie || !besluit.optie || b.optie === besluit.optie),
    );

/** The vote an outcome came from, if it came from one. */
export const decidedBy = (state: TafelState, besluit: Besluit): Stemming | undefined =>
    besluit.status === 'uitkomst'
        ? state.stemmingen
              .filter((s) => s.besluit === besluit.id && s.geslotenOp === besluit.uitkomstOp)
              .at(-1)
        : undefined;

export const proxies = (state: TafelState, besluit: string): Volmacht[] =>
    state.volmachten.filter((v) => v.besluit === besluit);

const standing = (state: TafelState, besluit: string): Volmacht[] =>
    proxies(state, besluit).filter((v) => v.status === 'gegeven');

const takesProxies = (besluit: Besluit): boolean =>
    ['geagendeerd', 'conclusie_voorgelegd', 'stemming'].includes(besluit.status);

const voters = (state: TafelState): Deelname[] =>
    members(state).filter((d) => d.rol === 'stemhebbend');

/** Parties that have no part yet in a proxy for this decision. */
export const freeParties = (state: TafelState, besluit: Besluit): Deelname[] => {
    const bound = standing(state, besluit.id).flatMap((v) => [v.gever, v.gemachtigde]);
    return voters(state).filter((d) => !bound.includes(d.organisatie));
};

/** Whether another party could be given a proxy: it takes two that have no part in one. */
const mayStart = (state: TafelState, besluit: Besluit): boolean =>
    inPlenary(state) && takesProxies(besluit) && freeParties(state, besluit).length > 1;

export const mayGive = (state: TafelState, besluit: Besluit): Voice[] =>
    mayStart(state, besluit) && hasRole(state, 'ondertekenaar')
        ? ownVoices(state).filter(
              (v) =>
                  v.namens.magOndertekenen &&
                  freeParties(state, besluit).some((d) => d.id === v.deelname.id),
          )
        : [];

export const mayRecordProxy = (state: TafelState, besluit: Besluit): boolean =>
    mayStart(state, besluit) && records(state);

/** The voice of the giver, while nothing open was voted with it. */
export const mayTakeBack = (state: TafelState, besluit: Besluit, v: Volmacht): Voice | undefined => {
    const used = state.stemmingen.some(
        (s) =>
            s.besluit === besluit.id &&
            s.status === 'open' &&
            state.stemmen.some(
                (e) => e.stemming === s.id && e.organisatie === v.gever && e.via === 'volmacht',
            ),
    );
    return v.status === 'gegeven' && !used && takesProxies(besluit) && inPlenary(state)
        ? ownVoices(state).find(
              (x) => x.deelname.organisatie === v.gever && x.namens.magOndertekenen,
          )
        : undefined;
};

/** Votes that the reader may cast for another party. */
export const mayCastFor = (
    state: TafelState,
    stemming: Stemming,
): { voice: Voice; gever: string }[] =>
    mayCast(state, stemming).flatMap((voice) =>
        standing(state, stemming.besluit)
            .filter(
                (v) =>
                    v.gemachtigde === voice.deelname.organisatie &&
                    stemming.kiezers.some((k) => k.organisatie === v.gever) &&
                    voters(state).some((d) => d.organisatie === v.gever),
            )
            .map((v) => ({ voice, gever: v.gever })),
    );

/** Parties that did not ask for a vote yet, while one can be asked for. */
export const mayBeAsked = (state: TafelState, besluit: Besluit): string[] =>
    records(state) && besluit.status === 'conclusie_voorgelegd' && !isPast(besluit.termijn)
        ? voters(state)
              .map((d) => d.organisatie)
              .filter((o) => !besluit.stemmingGevraagd?.includes(o))
        : [];
