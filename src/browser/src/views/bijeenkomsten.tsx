// The meetings of a table: the one that is under way first, then what is to come and what has been.

import { useState } from 'preact/hooks';
import type { Bijeenkomst } from '../gen/protocol';
import { clock, day, shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { meetings, plans } from '../state/bijeenkomsten';
import { meetingUnderWay } from '../state/select';
import { A, Badge, Button, Heading } from './bits';
import { BIJEENKOMST_TONE } from './labels';
import { PlanDialog } from './plandialog';
import { besluitenlijstPath, bijeenkomstPath } from './route';
import { useTafel } from './tafelcontext';

function UnderWay({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <div class="spr-underway">
            <p class="spr-underway__title">
                {bijeenkomst.status === 'geschorst' && (
                    <>
                        <Badge tone="warning">{t.bijeenkomstStatus.geschorst}</Badge>{' '}
                    </>
                )}
                {t.bijeenkomst.nowOn}: <strong>{bijeenkomst.titel}</strong>
            </p>
            <A
                class="spr-buttonlink spr-buttonlink--primary"
                href={bijeenkomstPath(tafel.id, bijeenkomst.id)}
            >
                {t.bijeenkomst.toMeeting}
            </A>
        </div>
    );
}

function MeetingLine({ bijeenkomst, next }: { bijeenkomst: Bijeenkomst; next?: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const { begint, eindigt, plaats, status } = bijeenkomst;
    return (
        <li class={next ? 'spr-thread spr-thread--current' : 'spr-thread'}>
            <p class="spr-thread__title">
                <A href={bijeenkomstPath(tafel.id, bijeenkomst.id)}>{bijeenkomst.titel}</A>
                <Badge tone={BIJEENKOMST_TONE[status]}>{t.bijeenkomstStatus[status]}</Badge>
            </p>
            <p class="spr-thread__meta">
                {status === 'gepland' ? (
                    <span>
                        {day(begint)}, {clock(begint)}
                        {eindigt && `–${clock(eindigt)}`}
                        {plaats && `, ${plaats}`}
                    </span>
                ) : (
                    <span>{shortDay(bijeenkomst.gebeurdVan ?? begint)}</span>
                )}
                {status === 'gesloten' && (
                    <A href={besluitenlijstPath(tafel.id, bijeenkomst.id)}>
                        {t.besluitenlijst.title}
                        <span class="spr-only-heard"> {bijeenkomst.titel}</span>
                    </A>
                )}
            </p>
        </li>
    );
}

export function Bijeenkomsten() {
    const t = useT();
    const { tafel } = useTafel();
    const [planning, setPlanning] = useState(false);
    const now = meetingUnderWay(tafel);
    const { ahead, past } = meetings(tafel);
    const nothing = !now && ahead.length + past.length === 0;
    if (nothing && !plans(tafel)) return null;
    return (
        <section aria-labelledby="bijeenkomsten" class="spr-keuzes">
            <Heading level={2} id="bijeenkomsten">
                {t.bijeenkomst.list}
            </Heading>
            {now && <UnderWay bijeenkomst={now} />}
            {nothing && <p class="spr-quiet">{t.bijeenkomst.none}</p>}
            {ahead.length > 0 && (
                <ul class="spr-threads">
                    {ahead.map((b, i) => (
                        <MeetingLine key={b.id} bijeenkomst={b} next={!now && i === 0} />
                    ))}
                </ul>
            )}
            {past.length > 0 && (
                <details class="spr-more" open={!now && ahead.length === 0}>
                    <summary>{t.bijeenkomst.past}</summary>
                    <ul class="spr-threads">
                        {past.map((b) => (
                            <MeetingLine key={b.id} bijeenkomst={b} />
                        ))}
                    </ul>
                </details>
            )}
            {plans(tafel) && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={() => setPlanning(true)}>
                        {t.bijeenkomst.plan}
                    </Button>
                </div>
            )}
            {planning && <PlanDialog onClose={() => setPlanning(false)} />}
        </section>
    );
}
