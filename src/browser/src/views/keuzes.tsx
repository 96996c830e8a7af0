// The choices of a table: its questions with what each asks of the reader, and its decisions.

import { useState } from 'preact/hooks';
import type { Keuzevraag } from '../gen/protocol';
import { deadline } from '../i18n/format';
import { useT } from '../i18n/later';
import {
    askedOf,
    decision,
    decisions,
    inPlenary,
    isPast,
    leads,
    ownVoices,
    questions,
} from '../state/keuzes';
import { lateLooks, nextLook, ownUnanswered } from '../state/ruggespraak';
import { A, Badge, Button, Heading } from './bits';
import { DraftDialog } from './besluitdialogs';
import { BesluitLine } from './besluitline';
import { dayOf } from './evaluaties';
import { NewQuestionDialog } from './keuzedialogs';
import { daysUntil, useNow } from './knelpuntklok';
import { KEUZE_TONE } from './labels';
import { besluitPath, keuzevraagPath } from './route';
import { useTafel } from './tafelcontext';

function QuestionLine({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const asked = askedOf(tafel, vraag);
    const what = [
        asked.gevolgen && t.keuze.askedGevolgen,
        asked.standpunt && t.keuze.askedStandpunt,
        asked.stem && t.keuze.askedStem,
    ].filter((w): w is string => w !== false);
    const until =
        asked.gevolgen && vraag.gevolgenVoor && !isPast(vraag.gevolgenVoor)
            ? ` ${deadline(vraag.gevolgenVoor)}`
            : '';
    return (
        <li class="spr-thread">
            <p class="spr-thread__title">
                <A href={keuzevraagPath(tafel.id, vraag.id)}>{vraag.vraag}</A>
                <Badge tone={KEUZE_TONE[vraag.status]}>{t.keuzeStatus[vraag.status]}</Badge>
            </p>
            <p class="spr-thread__meta">
                <span>{t.keuze.name(vraag.nummer)}</span>
                {what.length > 0 && (
                    <strong class="spr-asked">
                        {t.keuze.asked}: {what.join(', ').toLowerCase()}
                        {until}
                    </strong>
                )}
            </p>
        </li>
    );
}

/** What must not wait for who opens the decision: own members, and looks back that are late. */
function Attention() {
    const t = useT();
    const { tafel } = useTafel();
    const now = useNow();
    const own = ownUnanswered(tafel);
    const late = lateLooks(tafel);
    if (own.length + late.length === 0) return null;
    const line = (id: string, besluit: string, text: string) => (
        <li key={id}>
            <strong class="spr-asked">{text}</strong>:{' '}
            <A href={besluitPath(tafel.id, besluit)}>{decision(tafel, besluit)?.titel}</A>
        </li>
    );
    return (
        <ul class="spr-plainlist spr-attention">
            {own.map((a) => {
                const left = t.ruggespraak.left(daysUntil(Date.parse(a.termijn) - 1, now));
                const text = isPast(a.termijn) ? t.ruggespraak.ownLate : t.ruggespraak.ownWaits(left);
                return line(`a${a.id}`, a.besluit, text);
            })}
            {late.map((b) =>
                line(`b${b.id}`, b.id, t.evaluatie.lateLine(dayOf(nextLook(tafel, b) ?? b.op))),
            )}
        </ul>
    );
}

type Making = 'question' | 'decision' | null;

export function Keuzes() {
    const t = useT();
    const { tafel } = useTafel();
    const [making, setMaking] = useState<Making>(null);
    const all = questions(tafel);
    const besluiten = decisions(tafel);
    const voice = ownVoices(tafel)[0]?.namens ?? null;
    const mayPut = inPlenary(tafel) && (leads(tafel) || voice !== null);
    const close = () => setMaking(null);
    return (
        <section aria-labelledby="keuzes" class="spr-keuzes">
            <Heading level={2} id="keuzes">
                {t.keuze.list}
            </Heading>
            <Attention />
            {all.length === 0 && <p class="spr-quiet">{t.keuze.none}</p>}
            <ul class="spr-threads">
                {all.map((v) => (
                    <QuestionLine key={v.id} vraag={v} />
                ))}
            </ul>
            {besluiten.length > 0 && (
                <>
                    <Heading level={3}>{t.besluit.list}</Heading>
                    <ul class="spr-threads">
                        {besluiten.map((b) => (
                            <BesluitLine key={b.id} besluit={b} />
                        ))}
                    </ul>
                </>
            )}
            <div class="spr-actions">
                {mayPut && (
                    <Button icon="plus" onClick={() => setMaking('question')}>
                        {t.keuze.inbrengen}
                    </Button>
                )}
                {leads(tafel) && (
                    <Button icon="pen" onClick={() => setMaking('decision')}>
                        {t.besluit.opstellen}
                    </Button>
                )}
            </div>
            {making === 'question' && (
                <NewQuestionDialog namens={leads(tafel) ? null : voice} onClose={close} />
            )}
            {making === 'decision' && <DraftDialog onClose={close} />}
        </section>
    );
}
