// What stands around a page of a choice question or a decision.

import { useT } from '../i18n/later';
import { theTafel } from '../state/select';
import { A, Heading } from './bits';
import { tafelPath } from './route';
import { useTafel } from './tafelcontext';

/** The way back: my tafels, this tafel. */
export function TablePath() {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <p class="spr-crumbs">
            <A href="/tafels">{t.tafels.title}</A>
            <span aria-hidden="true"> › </span>
            <A href={tafelPath(tafel.id)}>{theTafel(tafel)?.titel ?? ''}</A>
        </p>
    );
}

export function MissingPage({ title, text }: { title: string; text: string }) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{title}</Heading>
            <p class="utrecht-paragraph spr-lead">{text}</p>
            <A href={tafelPath(tafel.id)}>{theTafel(tafel)?.titel ?? t.tafels.title}</A>
        </div>
    );
}
