// Planning a meeting with its agenda, or changing it. The agenda is sent as a whole.

import { useState } from 'preact/hooks';
import type { Bijeenkomst } from '../gen/protocol';
import { useT } from '../i18n/later';
import { agenda } from '../state/bijeenkomsten';
import { find } from '../state/rows';
import type { TafelState } from '../state/tafel';
import { AgendaEditor, emptyItem, itemArgs, toForm, type ItemForm } from './agendaeditor';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { DayField, Field, TextField, toMoment, usualDay } from './forms';
import { useTafel } from './tafelcontext';

interface PlanForm {
    titel: string;
    day: string;
    begins: string;
    ends: string;
    plaats: string;
    items: ItemForm[];
    /** The version of the plan that it began from. */
    op?: string;
}

/** A moment as the fields for a day and a time have it, in the reader's own time. */
function fieldsOf(at: string): [day: string, time: string] {
    const date = new Date(at);
    const two = (n: number) => String(n).padStart(2, '0');
    return [
        `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
        `${two(date.getHours())}:${two(date.getMinutes())}`,
    ];
}

function formOf(tafel: TafelState, titel: string, b: Bijeenkomst | undefined): PlanForm {
    if (!b)
        return {
            titel,
            day: usualDay(),
            begins: '10:00',
            ends: '12:00',
            plaats: '',
            items: [emptyItem()],
        };
    const [day, begins] = fieldsOf(b.begint);
    return {
        titel: b.titel,
        day,
        begins,
        ends: b.eindigt ? fieldsOf(b.eindigt)[1] : '',
        plaats: b.plaats ?? '',
        items: agenda(tafel, b.id).map(toForm),
        op: b.op,
    };
}

/** What was kept, unless the plan was changed by somebody since; items may have been treated. */
function kept(text: string, tafel: TafelState, b: Bijeenkomst | undefined): PlanForm | null {
    const form = text ? (JSON.parse(text) as PlanForm) : null;
    if (!form || form.op !== b?.op) return null;
    const stays = (item: ItemForm) =>
        (find(tafel.agendapunten, item.agendapunt)?.status ?? 'open') !== 'open';
    return { ...form, items: form.items.map((item) => ({ ...item, stays: stays(item) })) };
}

/** What was typed is kept at every stroke: an agenda takes time to make. */
function usePlan(tafel: TafelState, titel: string, b: Bijeenkomst | undefined) {
    const draft = useDraft(`bijeenkomst.${b?.id ?? `bij.${tafel.id}`}`);
    const [form, setForm] = useState<PlanForm>(
        () => kept(draft.text, tafel, b) ?? formOf(tafel, titel, b),
    );
    const change = (more: Partial<PlanForm>) => {
        const next = { ...form, ...more };
        setForm(next);
        draft.set(JSON.stringify(next));
    };
    return { form, change, clear: draft.clear };
}

function argsOf(form: PlanForm, b: Bijeenkomst | undefined) {
    return {
        ...(b ? { bijeenkomst: b.id } : {}),
        titel: form.titel.trim(),
        begint: toMoment(`${form.day}T${form.begins}`),
        ...(form.ends ? { eindigt: toMoment(`${form.day}T${form.ends}`) } : {}),
        ...(form.plaats.trim() ? { plaats: form.plaats.trim() } : {}),
        agenda: form.items.filter((item) => item.titel.trim()).map(itemArgs),
    };
}

function TimeField(props: { label: string; value: string; onInput: (value: string) => void }) {
    return (
        <Field label={props.label}>
            {({ id }) => (
                <input
                    id={id}
                    type="time"
                    value={props.value}
                    class="utrecht-textbox utrecht-textbox--html-input"
                    onInput={(e) => props.onInput(e.currentTarget.value)}
                />
            )}
        </Field>
    );
}

function WhenFields({
    form,
    change,
}: {
    form: PlanForm;
    change: (more: Partial<PlanForm>) => void;
}) {
    const t = useT();
    return (
        <>
            <TextField
                label={t.bijeenkomst.title}
                maxLength={200}
                value={form.titel}
                onInput={(titel) => change({ titel })}
                required
            />
            <div class="spr-fieldrow">
                <DayField
                    label={t.bijeenkomst.day}
                    value={form.day}
                    onChange={(day) => change({ day })}
                />
                <TimeField
                    label={t.bijeenkomst.begins}
                    value={form.begins}
                    onInput={(begins) => change({ begins })}
                />
                <TimeField
                    label={t.bijeenkomst.ends}
                    value={form.ends}
                    onInput={(ends) => change({ ends })}
                />
            </div>
            <TextField
                label={t.bijeenkomst.place}
                hint={t.general.optional}
                maxLength={200}
                value={form.plaats}
                onInput={(plaats) => change({ plaats })}
            />
        </>
    );
}

export function PlanDialog({
    bijeenkomst,
    onClose,
}: {
    bijeenkomst?: Bijeenkomst;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const usual = t.bijeenkomst.name(tafel.bijeenkomsten.length + 1);
    const { form, change, clear } = usePlan(tafel, usual, bijeenkomst);
    const whole = /^\d{4}-\d\d-\d\d$/.test(form.day) && /^\d\d:\d\d/.test(form.begins);
    const ordered = !form.ends || form.ends > form.begins;
    return (
        <FormDialog
            title={bijeenkomst ? t.bijeenkomst.change : t.bijeenkomst.plan}
            submit={bijeenkomst ? t.general.save : t.bijeenkomst.plan}
            wide
            disabled={!form.titel.trim() || !whole || !ordered}
            onClose={onClose}
            onDone={clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'bijeenkomst.plannen',
                        tafel: tafel.id,
                        resend: true,
                        args: argsOf(form, bijeenkomst),
                    },
                    bijeenkomst ? t.bijeenkomst.changed : t.bijeenkomst.planned,
                )
            }
        >
            <p class="utrecht-paragraph">{t.bijeenkomst.explainPlan}</p>
            <WhenFields form={form} change={change} />
            <AgendaEditor items={form.items} onChange={(items) => change({ items })} />
        </FormDialog>
    );
}
