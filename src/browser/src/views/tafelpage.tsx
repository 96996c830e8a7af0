// The front of a tafel: its question, what happened since the last visit, the course of the
// rounds with their points and synthese, the onderwerpen, and who sits there.

import { useEffect, useMemo } from 'preact/hooks';
import { moment } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { present } from '../state/presence';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import {
    activeSeats,
    mayRead,
    meetingUnderWay,
    parties,
    rounds,
    sectorsAtTable,
    theTafel,
    threads,
    unreadIn,
} from '../state/select';
import { A, Alert, Badge, Heading, Icon } from './bits';
import { STATUS_TONE } from './labels';
import { OwnParty, Parties } from './partijen';
import { Readers } from './lezers';
import { WithPart, whenIdle } from './part';
import { bijeenkomstPart, openbaarPart, tafelPart } from './parts';
import { Regie } from './regie';
import { Rounds } from './rondes';
import { bijdrageHash, onderwerpPath } from './route';
import { useTafel } from './tafelcontext';
import { ThreadList } from './onderwerpen';
import { useTitle } from './title';

function SinceVisit() {
    const t = useT();
    const { tafel } = useTafel();
    const all = threads(tafel);
    const total = all.reduce((sum, thread) => sum + thread.ongelezen, 0);
    const first = all.find((thread) => thread.ongelezen > 0);
    const post = first && unreadIn(tafel, first.onderwerp.id)[0];
    if (!first || !post) return null;
    return (
        <p class="spr-since">
            <span>
                {tafel.laatsteBezoek
                    ? t.tafel.since(total, moment(tafel.laatsteBezoek))
                    : t.tafel.sinceFirst(total)}
            </span>
            <A href={`${onderwerpPath(tafel.id, first.onderwerp.id)}#${bijdrageHash(post.id)}`}>
                {t.tafel.toFirstUnread}
            </A>
        </p>
    );
}

function Facts() {
    const t = useT();
    const { tafel } = useTafel();
    const here = present(useCell(client.presences));
    const seated = activeSeats(tafel).filter((z) => here.has(z.persoon)).length;
    return (
        <ul class="spr-facts">
            <li>{t.tafel.parties(parties(tafel).length)}</li>
            <li>{t.tafel.sectors(sectorsAtTable(tafel).length)}</li>
            <li class="spr-facts__here">
                <Icon name="people" /> {t.tafel.here(seated)}
            </li>
        </ul>
    );
}

function StatusNote() {
    const t = useT();
    const { tafel } = useTafel();
    const head = theTafel(tafel);
    if (!head || head.status === 'open') return null;
    return (
        <Alert type={head.status === 'opgeschort' ? 'warning' : 'info'}>
            <p class="utrecht-paragraph">
                {t.tafel.statusNote[head.status]}
                {head.reden && ` ${t.general.reason}: ${head.reden}`}
            </p>
        </Alert>
    );
}

/** What the table meets for, chooses and does; it comes in a part of its own. */
function Work() {
    const { tafel } = useTafel();
    const underWay = meetingUnderWay(tafel) !== undefined;
    // Who comes here during a meeting wants to go there.
    useEffect(() => (underWay ? whenIdle(bijeenkomstPart) : undefined), [underWay]);
    return (
        <WithPart part={tafelPart}>
            {(part) => (
                <>
                    <part.Bijeenkomsten />
                    <part.Keuzes />
                    <part.Knelpunten />
                    <part.Toezeggingen />
                    <part.Actiepunten />
                </>
            )}
        </WithPart>
    );
}

export function TafelPage() {
    const t = useT();
    const { tafel } = useTafel();
    const head = theTafel(tafel);
    const plenary = useMemo(() => `tafel:${tafel.id}`, [tafel.id]);
    useTitle(head?.titel ?? '');
    if (!head) return null;
    const seated = mayRead(tafel, plenary);
    return (
        <article class="spr-tafel">
            <header class="spr-tafel__head">
                <p class="spr-crumbs">
                    <A href="/tafels">{t.tafels.title}</A>
                </p>
                <p class="spr-tafel__status">
                    <span class="spr-kenmerk">{head.kenmerk}</span>
                    <Badge tone={STATUS_TONE[head.status]}>{t.tafelStatus[head.status]}</Badge>
                </p>
                <Heading level={1}>{head.titel}</Heading>
                <div class="spr-vraag">
                    <p class="spr-vraag__label">{t.tafel.question}</p>
                    <p class="spr-vraag__text">{head.vraag}</p>
                </div>
                {seated ? <Facts /> : <p class="spr-quiet">{t.tafel.outward}</p>}
            </header>
            <StatusNote />
            <OwnParty waits />
            <SinceVisit />
            <div class="spr-columns">
                <div class="spr-columns__main">
                    {seated && head.status !== 'concept' && <Work />}
                    {!seated && (
                        <WithPart part={openbaarPart}>{(part) => <part.Uitkomsten />}</WithPart>
                    )}
                    {seated && (
                        <section aria-labelledby="onderwerpen">
                            <Heading level={2} id="onderwerpen">
                                {t.thread.list}
                            </Heading>
                            <ThreadList stroom={null} />
                        </section>
                    )}
                    <section aria-labelledby="rondes">
                        <Heading level={2} id="rondes">
                            {t.round.list}
                        </Heading>
                        {rounds(tafel).length === 0 ? (
                            <p class="spr-quiet">{t.round.none}</p>
                        ) : (
                            <Rounds />
                        )}
                    </section>
                </div>
                {seated && (
                    <aside class="spr-columns__side" aria-label={t.tafel.aside}>
                        <Regie />
                        <Parties />
                        <Readers stroom={plenary} />
                    </aside>
                )}
            </div>
        </article>
    );
}
