// The knelpunten of a table: what hurts, how long something can still be done about it, and what
// happens if nobody decides.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Knelpunt } from '../gen/protocol';
import { brief, list } from '../i18n/format';
import { useT } from '../i18n/later';
import {
    closed,
    isClosed,
    mayChange,
    mayReport,
    questionsAbout,
    underWay,
} from '../state/knelpunten';
import { leads, ownVoices } from '../state/keuzes';
import { sectorName } from '../state/register';
import { useCell } from '../state/cell';
import { A, Badge, Button, Heading, Prose } from './bits';
import { NewQuestionDialog } from './keuzedialogs';
import { CloseDialog, ReportDialog, ReviseDialog } from './knelpuntdialogs';
import { Klok, Tijdlijn, useNow } from './knelpuntklok';
import { KNELPUNT_TONE, ZWAARTE_TONE } from './labels';
import { bijdrageHash, keuzevraagPath, knelpuntHash, onderwerpPath, place } from './route';
import { useNames, useTafel } from './tafelcontext';
import { Via } from './vastgelegd';

function Facts({ knelpunt }: { knelpunt: Knelpunt }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const names = useNames();
    const reporter = names.organisation(knelpunt.organisatie) || names.person(knelpunt.persoon);
    const thread = tafel.onderwerpen.find((o) =>
        tafel.draden[o.id]?.some((b) => b.id === knelpunt.bijdrage),
    );
    return (
        <p class="spr-thread__meta">
            <span>{list(knelpunt.sectoren.map((id) => sectorName(register, id)))}</span>
            <span>
                {t.knelpunt.by(reporter, brief(knelpunt.op))}
                <Via row={knelpunt} />
            </span>
            {knelpunt.gewijzigdDoor && knelpunt.gewijzigdOp && (
                <span>
                    {t.knelpunt.changed(names.person(knelpunt.gewijzigdDoor), brief(knelpunt.gewijzigdOp))}
                </span>
            )}
            {thread && (
                <A href={`${onderwerpPath(tafel.id, thread.id)}#${bijdrageHash(knelpunt.bijdrage ?? '')}`}>
                    {t.knelpunt.source}
                </A>
            )}
        </p>
    );
}

function Questions({ knelpunt }: { knelpunt: Knelpunt }) {
    const t = useT();
    const { tafel } = useTafel();
    const all = questionsAbout(tafel, knelpunt.id);
    if (all.length === 0) return null;
    return (
        <p>
            {t.knelpunt.questions}:{' '}
            {all.map((v, i) => (
                <span key={v.id}>
                    {i > 0 && ', '}
                    <A href={keuzevraagPath(tafel.id, v.id)}>{v.vraag}</A> ({t.keuzeStatus[v.status]})
                </span>
            ))}
        </p>
    );
}

type Act = 'ask' | 'revise' | 'close';

function Controls({ knelpunt }: { knelpunt: Knelpunt }) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    const close = () => setAct(null);
    const change = mayChange(tafel, knelpunt);
    if (isClosed(knelpunt) || (!change && !mayReport(tafel))) return null;
    const about = { 'aria-describedby': `${knelpuntHash(knelpunt.id)}-titel` };
    return (
        <div class="spr-actions">
            {mayReport(tafel) && (
                <Button {...about} onClick={() => setAct('ask')}>
                    {t.knelpunt.ask}
                </Button>
            )}
            {change && (
                <Button kind="subtle" icon="edit" {...about} onClick={() => setAct('revise')}>
                    {t.knelpunt.revise}
                </Button>
            )}
            {change && (
                <Button kind="subtle" icon="check" {...about} onClick={() => setAct('close')}>
                    {leads(tafel) ? t.knelpunt.close : t.knelpunt.drop}
                </Button>
            )}
            {act === 'ask' && (
                <NewQuestionDialog
                    namens={leads(tafel) ? null : (ownVoices(tafel)[0]?.namens ?? null)}
                    knelpunt={knelpunt}
                    onClose={close}
                />
            )}
            {act === 'revise' && <ReviseDialog knelpunt={knelpunt} onClose={close} />}
            {act === 'close' && <CloseDialog knelpunt={knelpunt} onClose={close} />}
        </div>
    );
}

/** A link to a knelpunt leads there, although the list came later than the page. */
function useArrivalHere(id: string) {
    const ref = useRef<HTMLLIElement>(null);
    const { hash, step } = useCell(place);
    useEffect(() => {
        if (hash !== id || !ref.current) return;
        ref.current.scrollIntoView();
        ref.current.focus({ preventScroll: true });
    }, [hash, step]);
    return ref;
}

function KnelpuntItem({ knelpunt, now }: { knelpunt: Knelpunt; now: number }) {
    const t = useT();
    const names = useNames();
    const id = knelpuntHash(knelpunt.id);
    const ref = useArrivalHere(id);
    return (
        <li ref={ref} id={id} tabIndex={-1} class="spr-thread spr-knelpunt">
            <p class="spr-knelpunt__head">
                <span class="spr-kenmerk">{t.knelpunt.name(knelpunt.nummer)}</span>
                <Badge tone={ZWAARTE_TONE[knelpunt.zwaarte]}>{t.zwaarte[knelpunt.zwaarte]}</Badge>
                {knelpunt.status !== 'open' && (
                    <Badge tone={KNELPUNT_TONE[knelpunt.status]}>
                        {t.knelpuntStatus[knelpunt.status]}
                    </Badge>
                )}
            </p>
            <Heading level={3} id={`${id}-titel`}>
                {knelpunt.titel}
            </Heading>
            {!isClosed(knelpunt) && <Klok knelpunt={knelpunt} now={now} />}
            {knelpunt.toelichting && <Prose text={knelpunt.toelichting} />}
            <div class="spr-knelpunt__nothing">
                <strong>{t.knelpunt.ifNothing}:</strong>
                <Prose text={knelpunt.gevolgVanNietsDoen} />
            </div>
            {knelpunt.uitkomst && (
                <div class="spr-knelpunt__nothing">
                    <strong>
                        {t.knelpunt.outcome(
                            names.person(knelpunt.afgehandeldDoor),
                            brief(knelpunt.afgehandeldOp ?? ''),
                        )}
                    </strong>
                    <Prose text={knelpunt.uitkomst} />
                </div>
            )}
            <Questions knelpunt={knelpunt} />
            <Facts knelpunt={knelpunt} />
            <Controls knelpunt={knelpunt} />
        </li>
    );
}

function Closed({ now }: { now: number }) {
    const t = useT();
    const { tafel } = useTafel();
    const { hash } = useCell(place);
    const done = closed(tafel);
    if (done.length === 0) return null;
    return (
        <details class="spr-more" open={done.some((k) => knelpuntHash(k.id) === hash) || undefined}>
            <summary>{t.knelpunt.closedList(done.length)}</summary>
            <ul class="spr-threads">
                {done.map((k) => (
                    <KnelpuntItem key={k.id} knelpunt={k} now={now} />
                ))}
            </ul>
        </details>
    );
}

export function Knelpunten() {
    const t = useT();
    const { tafel } = useTafel();
    const [reporting, setReporting] = useState(false);
    const now = useNow();
    const open = underWay(tafel);
    const none = tafel.knelpunten.length === 0 ? t.knelpunt.none : t.knelpunt.noneOpen;
    return (
        <section aria-labelledby="knelpunten" class="spr-keuzes">
            <Heading level={2} id="knelpunten">
                {t.knelpunt.list}
            </Heading>
            <p class="spr-quiet spr-knelpunten__lead">{open.length > 0 ? t.knelpunt.lead : none}</p>
            {open.length > 1 && <Tijdlijn open={open} now={now} />}
            <ul class="spr-threads">
                {open.map((k) => (
                    <KnelpuntItem key={k.id} knelpunt={k} now={now} />
                ))}
            </ul>
            <Closed now={now} />
            {mayReport(tafel) && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={() => setReporting(true)}>
                        {t.knelpunt.report}
                    </Button>
                </div>
            )}
            {reporting && <ReportDialog onClose={() => setReporting(false)} />}
        </section>
    );
}
