// A decision as a line of a list, and in a word: apart, because much more shows that than the whole.

import type { Besluit } from '../gen/protocol';
import { deadline, shortDay } from '../i18n/format';
import { useT, type Whole } from '../i18n/later';
import { isPast } from '../state/keuzes';
import { lookIsLate } from '../state/ruggespraak';
import { A, Badge } from './bits';
import { besluitTone } from './labels';
import { besluitPath } from './route';
import { useTafel } from './tafelcontext';

/** The word on the badge: the outcome when there is one. */
export const standWord = (t: Whole, b: Besluit): string =>
    b.uitkomst && (b.status === 'uitkomst' || b.status === 'geagendeerd')
        ? t.uitkomst[b.uitkomst]
        : t.besluitStatus[b.status];

/** A line of a list: what it is called, how it stands, and when that came about. */
export function BesluitLine({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <li class="spr-thread">
            <p class="spr-thread__title">
                <A href={besluitPath(tafel.id, besluit.id)}>{besluit.titel}</A>
                <Badge tone={besluitTone(besluit)}>{standWord(t, besluit)}</Badge>
            </p>
            <p class="spr-thread__meta">
                <span class="spr-kenmerk">{besluit.kenmerk}</span>
                <span>{t.besluitSoort[besluit.soort]}</span>
                {besluit.status === 'conclusie_voorgelegd' &&
                    besluit.termijn &&
                    !isPast(besluit.termijn) && <span>{deadline(besluit.termijn)}</span>}
                {besluit.status === 'onder_voorbehoud' && besluit.tot ? (
                    <span>{deadline(besluit.tot)}</span>
                ) : (
                    besluit.uitkomstOp && <span>{shortDay(besluit.uitkomstOp)}</span>
                )}
                {lookIsLate(tafel, besluit) && (
                    <Badge tone="danger">{t.evaluatie.late}</Badge>
                )}
            </p>
        </li>
    );
}
