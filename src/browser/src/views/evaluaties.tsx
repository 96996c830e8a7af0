// What came of a decision: each look back with its story, and when the table looks again.

import { useState } from 'preact/hooks';
import type { Besluit, EvaluatieOordeel } from '../gen/protocol';
import { endOfDay, shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { evaluationsOf, isAdopted, lookIsLate, mayEvaluate, nextLook } from '../state/ruggespraak';
import { Badge, Button, Heading, Prose } from './bits';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Chooser, DayField, TextField, isAhead } from './forms';
import { OORDEEL_TONE } from './labels';
import type { Level } from './ruggespraak';
import { useNames, useTafel } from './tafelcontext';

const OORDELEN: readonly EvaluatieOordeel[] = ['werkt', 'werkt_deels', 'werkt_niet'];

/** A date that stands for the whole of its day. */
export const dayOf = (term: string): string => shortDay(Date.parse(term) - 1);

function EvaluateDialog({ besluit, onClose }: { besluit: Besluit; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const [oordeel, setOordeel] = useState('');
    const [day, setDay] = useState('');
    const verhaal = useDraft(`evaluatie.${besluit.id}`);
    return (
        <FormDialog
            title={t.evaluatie.title}
            submit={t.general.save}
            disabled={!oordeel || !verhaal.text.trim() || (day !== '' && !isAhead(day))}
            onClose={onClose}
            onDone={verhaal.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'besluit.evalueren',
                        tafel: tafel.id,
                        resend: true,
                        args: {
                            besluit: besluit.id,
                            oordeel,
                            verhaal: verhaal.text.trim(),
                            ...(day ? { evalueerOp: endOfDay(day) } : {}),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <Chooser
                legend={t.evaluatie.choose}
                value={oordeel}
                onChange={setOordeel}
                choices={OORDELEN.map((o) => ({ value: o, label: t.evaluatie.oordeel[o] }))}
            />
            <TextField
                label={t.evaluatie.story}
                hint={t.evaluatie.storyHint}
                rows={4}
                maxLength={1000}
                value={verhaal.text}
                onInput={verhaal.set}
                required
            />
            <DayField
                label={t.evaluatie.again}
                hint={t.general.optional}
                value={day}
                onChange={setDay}
            />
        </FormDialog>
    );
}

function Next({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const next = nextLook(tafel, besluit);
    if (!next) return null;
    return lookIsLate(tafel, besluit) ? (
        <p>
            <Badge tone="danger">{t.evaluatie.late}</Badge>{' '}
            {t.evaluatie.lateSentence(dayOf(next))}
        </p>
    ) : (
        <p>{t.evaluatie.next(dayOf(next))}</p>
    );
}

export function Evaluaties({ besluit, level }: { besluit: Besluit; level: Level }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [looking, setLooking] = useState(false);
    const all = evaluationsOf(tafel, besluit.id);
    const next = nextLook(tafel, besluit);
    const may = mayEvaluate(tafel, besluit);
    if (!isAdopted(besluit) || (all.length === 0 && !next && !may)) return null;
    return (
        <section class="spr-erbij" data-part="evaluaties">
            {(all.length > 0 || next) && <Heading level={level}>{t.evaluatie.list}</Heading>}
            <Next besluit={besluit} />
            {all.length > 0 && (
                <ul class="spr-threads">
                    {all.map((e) => (
                        <li key={e.id} class="spr-thread">
                            <p>
                                <Badge tone={OORDEEL_TONE[e.oordeel]}>
                                    {t.evaluatie.oordeel[e.oordeel]}
                                </Badge>{' '}
                                <span class="spr-quiet">
                                    {shortDay(e.op)}, {names.person(e.persoon)}
                                </span>
                            </p>
                            <Prose text={e.verhaal} />
                        </li>
                    ))}
                </ul>
            )}
            {may && (
                <div class="spr-actions">
                    <Button
                        kind={lookIsLate(tafel, besluit) ? 'primary' : 'subtle'}
                        icon="pen"
                        onClick={() => setLooking(true)}
                    >
                        {t.evaluatie.evalueren}
                    </Button>
                </div>
            )}
            {looking && <EvaluateDialog besluit={besluit} onClose={() => setLooking(false)} />}
        </section>
    );
}
