// The page of a meeting. While it is under way what goes on now stands on top: the item, the floor,
// and for who leads the acts that are needed most.

import { useState } from 'preact/hooks';
import type { Bijeenkomst } from '../gen/protocol';
import { clock, day } from '../i18n/format';
import { useT } from '../i18n/later';
import { useStartT } from '../i18n/start';
import { besluitenlijst, currentItem, isOver, isRunning, leadsMeeting, plans } from '../state/bijeenkomsten';
import { find } from '../state/rows';
import { serverNow } from '../state/time';
import { theTafel } from '../state/select';
import { NoteActionDialog } from './actiepuntdialogs';
import { Actiepunten } from './actiepunten';
import { Agenda } from './agenda';
import { Announce, Attendance, TickDialog } from './aanwezigheid';
import { BesluitLine } from './besluitline';
import { CallOffDialog, CloseMeetingDialog, OpenMeetingDialog } from './bijeenkomstdialogs';
import { A, Alert, Badge, Button, Heading } from './bits';
import { useCommand } from './command';
import { Hamer } from './hamer';
import { MissingPage, TablePath } from './keuzeframe';
import { BIJEENKOMST_TONE } from './labels';
import { Readers } from './lezers';
import { Orde } from './orde';
import { PlanDialog } from './plandialog';
import { besluitenlijstPath, schermPath } from './route';
import { Schorsing, Suspended } from './schorsing';
import { SpokenTimes, Spreken } from './spreken';
import { Stukken } from './stukken';
import { useTafel } from './tafelcontext';
import { useTitle } from './title';
import { Toezeggingen } from './toezeggingen';
import { VerslagSection } from './verslag';

type Act = 'open' | 'close' | 'change' | 'callOff';

const ACTS: Record<string, readonly Act[]> = {
    gepland: ['open', 'change', 'callOff'],
    geopend: ['close', 'change'],
    geschorst: ['close'],
};

const DIALOGS = {
    open: OpenMeetingDialog,
    close: CloseMeetingDialog,
    change: PlanDialog,
    callOff: CallOffDialog,
};

/** A meeting begins when its day is there; on another day one may not have meant to. */
const isItsDay = (b: Bijeenkomst): boolean => day(serverNow()) === day(b.begint);

function Controls({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const start = useStartT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    const [act, setAct] = useState<Act | null>(null);
    const atOnce = bijeenkomst.status === 'gepland' && isItsDay(bijeenkomst);
    const open = () =>
        run(
            {
                do: 'bijeenkomst.openen',
                tafel: tafel.id,
                args: { bijeenkomst: bijeenkomst.id },
            },
            t.general.done,
        );
    const possible = ACTS[bijeenkomst.status] ?? [];
    const acts = possible.filter((a) =>
        a === 'open' || a === 'close' ? leadsMeeting(tafel) : plans(tafel),
    );
    const Dialog = act && DIALOGS[act];
    return (
        <>
            {acts.map((a) => (
                <Button
                    key={a}
                    kind={a === 'open' ? 'primary' : a === 'callOff' ? 'subtle' : 'secondary'}
                    busy={busy}
                    onClick={() => (a === 'open' && atOnce ? void open() : setAct(a))}
                    aria-label={t.bijeenkomst[a]}
                >
                    {t.bijeenkomst.short[a]}
                </Button>
            ))}
            {atOnce && acts.includes('open') && (
                <Button kind="subtle" onClick={() => setAct('open')}>
                    {start.hamer.paper}
                </Button>
            )}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            {Dialog && <Dialog bijeenkomst={bijeenkomst} onClose={() => setAct(null)} />}
        </>
    );
}

function Head({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const { id, nummer, titel, status, begint, eindigt, plaats, gebeurdVan } = bijeenkomst;
    return (
        <header class="spr-meetinghead">
            <TablePath />
            <div class="spr-meetinghead__row">
                <div>
                    <p class="spr-tafel__status">
                        <span class="spr-kenmerk">{t.bijeenkomst.name(nummer)}</span>
                        <Badge tone={BIJEENKOMST_TONE[status]}>{t.bijeenkomstStatus[status]}</Badge>
                    </p>
                    <Heading level={1}>{titel}</Heading>
                    <p class="spr-quiet">
                        {day(gebeurdVan ?? begint)}, {clock(gebeurdVan ?? begint)}
                        {eindigt && !gebeurdVan && `–${clock(eindigt)}`}
                        {plaats && `, ${plaats}`}
                    </p>
                </div>
                <div class="spr-actions">
                    {isRunning(bijeenkomst) && leadsMeeting(tafel) && (
                        <a
                            class="spr-buttonlink"
                            href={schermPath(tafel.id, id)}
                            target="_blank"
                            rel="noopener"
                        >
                            {t.bijeenkomst.projection}
                            <span class="spr-only-heard"> ({t.stuk.newTab})</span>
                        </a>
                    )}
                    {isRunning(bijeenkomst) && (
                        <A class="spr-buttonlink" href={besluitenlijstPath(tafel.id, id)}>
                            {t.besluitenlijst.title}
                        </A>
                    )}
                    <Controls bijeenkomst={bijeenkomst} />
                </div>
            </div>
            {status === 'afgelast' && (
                <Alert type="warning">
                    <p>{t.bijeenkomst.calledOff(bijeenkomst.reden ?? '')}</p>
                </Alert>
            )}
        </header>
    );
}

/** What is noted at any moment, so it is at hand at any moment. */
function Noting({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const [what, setWhat] = useState<'action' | 'attendance' | null>(null);
    if (!leadsMeeting(tafel)) return null;
    const close = () => setWhat(null);
    return (
        <div class="spr-actions">
            <Button icon="plus" onClick={() => setWhat('action')}>
                {t.actie.single}
            </Button>
            <Button icon="check" onClick={() => setWhat('attendance')}>
                {t.aanwezigheid.title}
            </Button>
            {what === 'action' && <NoteActionDialog bijeenkomst={bijeenkomst.id} onClose={close} />}
            {what === 'attendance' && <TickDialog bijeenkomst={bijeenkomst} onClose={close} />}
        </div>
    );
}

/** What changes in the room, for who does not see the page. */
function Heard({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const item = currentItem(tafel, bijeenkomst.id);
    const text =
        bijeenkomst.status === 'geschorst'
            ? t.schorsing.title
            : item && `${t.bijeenkomst.run}: ${item.titel}`;
    return (
        <p class="spr-only-heard" role="status">
            {isRunning(bijeenkomst) && text}
        </p>
    );
}

function Now({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    return (
        <>
            {bijeenkomst.status === 'geschorst' && <Suspended bijeenkomst={bijeenkomst} />}
            <div class="spr-now">
                <Orde bijeenkomst={bijeenkomst} />
                <Spreken bijeenkomst={bijeenkomst} />
                <Hamer bijeenkomst={bijeenkomst} />
                {bijeenkomst.status === 'geopend' && (
                    <div class="spr-now__foot">
                        <Noting bijeenkomst={bijeenkomst} />
                        <Schorsing bijeenkomst={bijeenkomst} />
                    </div>
                )}
            </div>
        </>
    );
}

/** What the meeting is read for afterwards. */
function LijstLink({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    if (bijeenkomst.status !== 'gesloten') return null;
    return (
        <div class="spr-underway spr-underway--after">
            <p class="spr-underway__title">{t.besluitenlijst.there}</p>
            <A
                class="spr-buttonlink spr-buttonlink--primary"
                href={besluitenlijstPath(tafel.id, bijeenkomst.id)}
            >
                {t.besluitenlijst.read}
            </A>
        </div>
    );
}

/** Decisions that fell in this meeting, and commitments that were asked in it. */
function Results({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const { besluiten } = besluitenlijst(tafel, bijeenkomst.id);
    const asked = tafel.toezeggingen.some((z) => z.bijeenkomst === bijeenkomst.id);
    return (
        <>
            {besluiten.length > 0 && (
                <section aria-labelledby="besluiten">
                    <Heading level={2} id="besluiten">
                        {t.besluitenlijst.decisions}
                    </Heading>
                    <ul class="spr-threads">
                        {besluiten.map((b) => (
                            <BesluitLine key={b.id} besluit={b} />
                        ))}
                    </ul>
                </section>
            )}
            {asked && <Toezeggingen bijeenkomst={bijeenkomst.id} />}
        </>
    );
}

/** `of`: what the number is of; minutes are shown with their meeting. */
export function BijeenkomstPage({ id, of }: { id: string; of: 'bijeenkomst' | 'verslag' }) {
    const t = useT();
    const { tafel } = useTafel();
    const wanted =
        of === 'verslag'
            ? (find(tafel.verslagen, id) ?? find(tafel.verslagConcepten, id))?.bijeenkomst
            : id;
    const bijeenkomst = find(tafel.bijeenkomsten, wanted);
    const head = theTafel(tafel);
    useTitle(
        bijeenkomst ? `${bijeenkomst.titel} · ${head?.titel ?? ''}` : t.bijeenkomst.goneTitle,
    );
    if (!bijeenkomst)
        return <MissingPage title={t.bijeenkomst.goneTitle} text={t.bijeenkomst.gone} />;
    return (
        <article class="spr-meeting">
            <Head bijeenkomst={bijeenkomst} />
            <Heard bijeenkomst={bijeenkomst} />
            {isRunning(bijeenkomst) && <Now bijeenkomst={bijeenkomst} />}
            <Announce bijeenkomst={bijeenkomst} />
            <LijstLink bijeenkomst={bijeenkomst} />
            <div class="spr-columns">
                <div class="spr-columns__main">
                    <Agenda bijeenkomst={bijeenkomst} />
                    <Results bijeenkomst={bijeenkomst} />
                    {bijeenkomst.geopendOp && <Actiepunten bijeenkomst={bijeenkomst.id} />}
                    <VerslagSection bijeenkomst={bijeenkomst} wanted={of === 'verslag'} />
                </div>
                <aside class="spr-columns__side" aria-label={t.tafel.aside}>
                    <Attendance bijeenkomst={bijeenkomst} />
                    <SpokenTimes bijeenkomst={bijeenkomst.id} />
                    <Stukken bijeenkomst={bijeenkomst} />
                    {!isOver(bijeenkomst) && <Readers stroom={`tafel:${tafel.id}`} />}
                </aside>
            </div>
        </article>
    );
}
