// Whose members are asked about a decision: by whom, until when, and what they answered.

import { useState } from 'preact/hooks';
import type { Achterban, Besluit } from '../gen/protocol';
import { brief, deadline, shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { isPast, type Voice } from '../state/keuzes';
import {
    consultableFor,
    consultationOf,
    consultations,
    isAnswered,
    isOpenDecision,
    mayAnswer,
    mayConsult,
    mayRecordAnswer,
} from '../state/ruggespraak';
import { A, Badge, Button, Heading, Prose } from './bits';
import { daysUntil, useNow } from './knelpuntklok';
import { REJECTION_TONE } from './labels';
import { oplegnotitiePath } from './route';
import { AnswerDialog, ConsultDialog } from './ruggespraakdialogs';
import { useNames, useTafel } from './tafelcontext';
import { Via } from './vastgelegd';

export type Level = 2 | 4;

function Stand({ achterban, open }: { achterban: Achterban; open: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    if (achterban.uitkomst)
        return (
            <>
                <Badge tone={REJECTION_TONE[achterban.uitkomst]}>
                    {t.ruggespraak.uitkomst[achterban.uitkomst]}
                </Badge>
                {!isAnswered(tafel, achterban) && (
                    <span class="spr-quiet">{t.keuze.earlierText}</span>
                )}
            </>
        );
    if (isPast(achterban.termijn)) return <Badge tone="warning">{t.ruggespraak.late}</Badge>;
    return open ? <Badge tone="active">{t.ruggespraak.waits}</Badge> : null;
}

/** What the members said, or how long they still have. */
function Answer({ achterban, open }: { achterban: Achterban; open: boolean }) {
    const t = useT();
    const now = useNow();
    const a = achterban;
    if (!a.uitkomst) {
        const left = t.ruggespraak.left(daysUntil(Date.parse(a.termijn) - 1, now));
        return (
            <p>
                {t.ruggespraak.term(deadline(a.termijn))}
                {open && !isPast(a.termijn) && (
                    <>
                        {': '}
                        <strong>{left}</strong>
                    </>
                )}
                <Via row={a} />
            </p>
        );
    }
    return (
        <>
            {a.toelichting && <Prose text={a.toelichting} />}
            <p class="spr-quiet">
                {t.ruggespraak.answered(brief(a.antwoordOp ?? a.op))}
                {a.gehoudenOp && `, ${t.ruggespraak.held(shortDay(a.gehoudenOp))}`}
                <Via row={a} />
            </p>
        </>
    );
}

function Line({ besluit, achterban }: { besluit: Besluit; achterban: Achterban }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [act, setAct] = useState<'answer' | 'record' | 'again' | null>(null);
    const open = isOpenDecision(besluit);
    const voice = mayAnswer(tafel, achterban);
    const own = mayConsult(tafel, besluit).find(
        (v) => v.deelname.organisatie === achterban.organisatie,
    );
    const close = () => setAct(null);
    const changes = achterban.uitkomst ? t.ruggespraak.answerAgain : t.ruggespraak.answer;
    return (
        <li class="spr-thread">
            <p class="spr-thread__title">
                <strong>{names.organisation(achterban.organisatie)}</strong>
                <Stand achterban={achterban} open={open} />
            </p>
            <p>
                {t.ruggespraak.asks(achterban.orgaan)}
                {achterban.strekking && `, ${t.ruggespraak.strekking[achterban.strekking]}`}
            </p>
            <Answer achterban={achterban} open={open} />
            <div class="spr-actions">
                {voice && (
                    <Button
                        kind={achterban.uitkomst ? 'secondary' : 'primary'}
                        onClick={() => setAct('answer')}
                    >
                        {changes}
                    </Button>
                )}
                {own && (
                    <Button kind="subtle" onClick={() => setAct('again')}>
                        {t.ruggespraak.again}
                    </Button>
                )}
                {mayRecordAnswer(tafel, achterban) && (
                    <Button icon="pen" onClick={() => setAct('record')}>
                        {t.ruggespraak.recordAnswer}
                    </Button>
                )}
            </div>
            {act === 'again' && <ConsultDialog besluit={besluit} voice={own} onClose={close} />}
            {(act === 'answer' || act === 'record') && (
                <AnswerDialog
                    besluit={besluit}
                    achterban={achterban}
                    voice={act === 'answer' ? voice : undefined}
                    onClose={close}
                />
            )}
        </li>
    );
}

function Controls({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [act, setAct] = useState<Voice | 'record' | null>(null);
    const voices = mayConsult(tafel, besluit).filter(
        (v) => !consultationOf(tafel, besluit.id, v.deelname.organisatie),
    );
    const records = consultableFor(tafel, besluit).length > 0;
    return (
        <div class="spr-actions">
            {voices.map((v) => (
                <Button key={v.deelname.id} onClick={() => setAct(v)}>
                    {t.ruggespraak.melden}
                    {voices.length > 1 && ` (${names.organisation(v.deelname.organisatie)})`}
                </Button>
            ))}
            {records && (
                <Button icon="pen" onClick={() => setAct('record')}>
                    {t.ruggespraak.record}
                </Button>
            )}
            {isOpenDecision(besluit) && (
                <A href={oplegnotitiePath(tafel.id, besluit.id)}>{t.oplegnotitie.link}</A>
            )}
            {act && (
                <ConsultDialog
                    besluit={besluit}
                    voice={act === 'record' ? undefined : act}
                    onClose={() => setAct(null)}
                />
            )}
        </div>
    );
}

export function Ruggespraak({ besluit, level }: { besluit: Besluit; level: Level }) {
    const t = useT();
    const { tafel } = useTafel();
    const all = consultations(tafel, besluit.id);
    if (all.length === 0 && !isOpenDecision(besluit)) return null;
    return (
        <section class="spr-erbij" data-part="ruggespraak">
            {all.length > 0 && (
                <>
                    <Heading level={level}>{t.ruggespraak.list}</Heading>
                    <ul class="spr-threads">
                        {all.map((a) => (
                            <Line key={a.id} besluit={besluit} achterban={a} />
                        ))}
                    </ul>
                </>
            )}
            <Controls besluit={besluit} />
        </section>
    );
}
