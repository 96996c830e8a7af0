// Where a decision went: to which overlegtafels, what was asked of them, what they answered.

import { useState } from 'preact/hooks';
import type { Band, Besluit, Doorgeleiding, Doorwerking } from '../gen/protocol';
import { endOfDay, shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { client } from '../state/client';
import { leadsAfter } from '../state/openbaar';
import { Badge, Button, Heading, Prose } from './bits';
import type { Run } from './command';
import { FormDialog } from './dialog';
import { Chooser, DateField, DayField, Select, TextField, isAhead, toMoment, usualDay } from './forms';
import { useTafel } from './tafelcontext';

const BANDS: readonly Band[] = ['ontvangt', 'afstemmen', 'voedt'];
const ANSWERS: readonly Doorwerking[] = ['overgenomen', 'aangepast', 'afgewezen'];
const TONE = {
    verstuurd: 'neutral', geen_antwoord: 'danger', overgenomen: 'safe', aangepast: 'safe',
    afgewezen: 'warning',
} as const;

/** A term that ends with a day names that day. */
const dayOf = (term: string): string => shortDay(Date.parse(term) - 1);

/** A table that was there before, or one that is recorded now. */
function useAddressee(besluit: Besluit) {
    const { tafel } = useTafel();
    const had = tafel.doorgeleidingen.filter((d) => d.besluit === besluit.id);
    const known = tafel.overlegtafels.filter(
        (o) => !o.vervallenOp && had.every((d) => d.overlegtafel !== o.id),
    );
    const [to, setTo] = useState(known[0]?.id ?? '');
    const [naam, setNaam] = useState('');
    const [contact, setContact] = useState('');
    const [band, setBand] = useState<string>('ontvangt');
    const args = {
        naam: naam.trim(),
        band,
        ...(contact.trim() ? { contact: contact.trim() } : {}),
    };
    return { known, to, setTo, naam, setNaam, contact, setContact, band, setBand, args };
}

function NewTable({ a }: { a: ReturnType<typeof useAddressee> }) {
    const t = useT();
    return (
        <>
            <TextField
                label={t.doorgeleiding.name}
                hint={t.doorgeleiding.nameHint}
                maxLength={200}
                value={a.naam}
                onInput={a.setNaam}
                required
            />
            <Chooser
                legend={t.doorgeleiding.band}
                value={a.band}
                onChange={a.setBand}
                choices={BANDS.map((b) => ({ value: b, label: t.doorgeleiding.bands[b] }))}
            />
            <TextField
                label={t.doorgeleiding.contact}
                hint={t.doorgeleiding.contactHint}
                maxLength={200}
                value={a.contact}
                onInput={a.setContact}
            />
        </>
    );
}

function SendDialog({ besluit, onClose }: { besluit: Besluit; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const a = useAddressee(besluit);
    const [vraag, setVraag] = useState('');
    const [day, setDay] = useState(usualDay());
    const send = async (run: Run) => {
        let overlegtafel = a.to;
        if (!overlegtafel) {
            const made = await client.submit({
                do: 'overlegtafel.vastleggen',
                tafel: tafel.id,
                args: a.args,
            });
            overlegtafel = (made as { id: string }).id;
            // After a refusal of what follows it is there already.
            a.setTo(overlegtafel);
        }
        return run(
            {
                do: 'besluit.doorgeleiden',
                tafel: tafel.id,
                args: {
                    besluit: besluit.id,
                    overlegtafel,
                    termijn: endOfDay(day),
                    ...(vraag.trim() ? { vraag: vraag.trim() } : {}),
                },
            },
            t.general.done,
        );
    };
    return (
        <FormDialog
            title={t.doorgeleiding.title}
            submit={t.doorgeleiding.send}
            disabled={(!a.to && !a.naam.trim()) || !isAhead(day)}
            onClose={onClose}
            onSubmit={send}
        >
            {a.known.length > 0 && (
                <Select
                    label={t.doorgeleiding.to}
                    value={a.to}
                    onChange={a.setTo}
                    choices={[
                        ...a.known.map((o) => ({ value: o.id, label: o.naam })),
                        { value: '', label: t.doorgeleiding.fresh },
                    ]}
                />
            )}
            {!a.to && <NewTable a={a} />}
            <TextField
                label={t.doorgeleiding.ask}
                rows={3}
                maxLength={1000}
                value={vraag}
                onInput={setVraag}
            />
            <DayField label={t.doorgeleiding.until} value={day} onChange={setDay} />
        </FormDialog>
    );
}

function AnswerDialog({ doorgeleiding: d, onClose }: { doorgeleiding: Doorgeleiding; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const [antwoord, setAntwoord] = useState('');
    const [why, setWhy] = useState('');
    const [held, setHeld] = useState('');
    const needsWhy = antwoord !== '' && antwoord !== 'overgenomen';
    return (
        <FormDialog
            title={t.doorgeleiding.answerTitle(d.naam)}
            submit={t.general.save}
            disabled={!antwoord || (needsWhy && !why.trim())}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'doorgeleiding.beantwoorden',
                        tafel: tafel.id,
                        args: {
                            doorgeleiding: d.id,
                            antwoord,
                            ...(why.trim() ? { toelichting: why.trim() } : {}),
                            ...(held ? { gehoudenOp: toMoment(held) } : {}),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <Chooser
                legend={t.doorgeleiding.choose}
                value={antwoord}
                onChange={setAntwoord}
                choices={ANSWERS.filter((w) => w !== d.status).map((w) => ({
                    value: w,
                    label: t.doorgeleiding.status[w],
                }))}
            />
            <TextField
                label={t.doorgeleiding.why}
                rows={3}
                maxLength={1000}
                value={why}
                onInput={setWhy}
                required={needsWhy}
            />
            <DateField label={t.doorgeleiding.held} value={held} onChange={setHeld} />
        </FormDialog>
    );
}

function Line({ doorgeleiding: d, may }: { doorgeleiding: Doorgeleiding; may: boolean }) {
    const t = useT();
    const [answering, setAnswering] = useState(false);
    return (
        <li class="spr-thread">
            <p class="spr-thread__title">
                <span>{d.naam}</span>
                <Badge tone={TONE[d.status]}>{t.doorgeleiding.status[d.status]}</Badge>
            </p>
            {d.vraag && <Prose text={d.vraag} />}
            {d.toelichting && <Prose text={d.toelichting} />}
            <p class="spr-quiet">
                {d.antwoordOp
                    ? t.doorgeleiding.answered(shortDay(d.gehoudenOp ?? d.antwoordOp))
                    : t.doorgeleiding.asked(dayOf(d.termijn))}
            </p>
            {may && (
                <div class="spr-actions">
                    <Button kind="subtle" onClick={() => setAnswering(true)}>
                        {t.doorgeleiding.answer}
                        <span class="spr-only-heard"> ({d.naam})</span>
                    </Button>
                </div>
            )}
            {answering && <AnswerDialog doorgeleiding={d} onClose={() => setAnswering(false)} />}
        </li>
    );
}

export function Doorgeleidingen({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const t = useT();
    const { tafel } = useTafel();
    const [sending, setSending] = useState(false);
    const all = tafel.doorgeleidingen.filter((d) => d.besluit === besluit.id);
    const may = leadsAfter(tafel);
    if (all.length === 0 && !may) return null;
    return (
        <section class="spr-erbij" data-part="doorgeleiding">
            <Heading level={level}>{t.doorgeleiding.list}</Heading>
            <p class="spr-quiet">{t.doorgeleiding.explain}</p>
            {all.length > 0 && (
                <ul class="spr-threads">
                    {all.map((d) => (
                        <Line key={d.id} doorgeleiding={d} may={may} />
                    ))}
                </ul>
            )}
            {may && (
                <div class="spr-actions">
                    <Button kind="subtle" onClick={() => setSending(true)}>
                        {t.doorgeleiding.send}
                    </Button>
                </div>
            )}
            {sending && <SendDialog besluit={besluit} onClose={() => setSending(false)} />}
        </section>
    );
}
