// The agenda as it is being made: items with their kind, time and what they are about, in an order.

import { useRef, useState } from 'preact/hooks';
import type { Agendapunt, AgendapuntSoort } from '../gen/protocol';
import { useT } from '../i18n/later';
import { decisions, questions } from '../state/keuzes';
import { Button, Heading } from './bits';
import { Field, Select, TextField, type Choice } from './forms';
import { useTafel } from './tafelcontext';

const SOORTEN: readonly AgendapuntSoort[] = [
    'ter_bespreking',
    'ter_besluitvorming',
    'ter_kennisname',
    'hamerstuk',
];
const MOST = 50;

export interface ItemForm {
    /** Only for the form itself. */
    key: number;
    agendapunt?: string;
    soort: AgendapuntSoort;
    titel: string;
    toelichting: string;
    minuten: string;
    /** "keuzevraag:5", "besluit:6", or nothing. */
    link: string;
    /** Treated already, so it stays. */
    stays: boolean;
}

let made = 0;

export const emptyItem = (): ItemForm => ({
    key: ++made,
    soort: 'ter_bespreking',
    titel: '',
    toelichting: '',
    minuten: '',
    link: '',
    stays: false,
});

export const toForm = (a: Agendapunt): ItemForm => ({
    key: ++made,
    agendapunt: a.id,
    soort: a.soort,
    titel: a.titel,
    toelichting: a.toelichting ?? '',
    minuten: a.minuten ? String(a.minuten) : '',
    link: a.besluit ? `besluit:${a.besluit}` : a.keuzevraag ? `keuzevraag:${a.keuzevraag}` : '',
    stays: a.status !== 'open',
});

export function itemArgs(item: ItemForm) {
    const [kind, id] = item.link.split(':');
    const minuten = Number(item.minuten);
    return {
        ...(item.agendapunt ? { agendapunt: item.agendapunt } : {}),
        soort: item.soort,
        titel: item.titel.trim(),
        ...(item.toelichting.trim() ? { toelichting: item.toelichting.trim() } : {}),
        ...(minuten >= 1 ? { minuten: Math.min(1000, Math.round(minuten)) } : {}),
        ...(kind && id ? { [kind]: id } : {}),
    };
}

function useLinks(): Choice[] {
    const t = useT();
    const { tafel } = useTafel();
    return [
        { value: '', label: t.agenda.noLink },
        ...questions(tafel)
            .filter((q) => q.status !== 'ingetrokken')
            .map((q) => ({ value: `keuzevraag:${q.id}`, label: `${t.keuze.name(q.nummer)}: ${q.vraag}` })),
        ...decisions(tafel)
            .filter((b) => b.status !== 'concept')
            .map((b) => ({ value: `besluit:${b.id}`, label: `${b.kenmerk}: ${b.titel}` })),
    ];
}

interface RowProps {
    item: ItemForm;
    nr: number;
    links: Choice[];
    change: (more: Partial<ItemForm>) => void;
    onUp: () => void;
    onDrop: () => void;
}

function ItemFields({ item, links, change }: Pick<RowProps, 'item' | 'links' | 'change'>) {
    const t = useT();
    const [explained] = useState(item.toelichting !== '');
    return (
        <>
            <TextField
                label={t.agenda.field}
                maxLength={200}
                value={item.titel}
                onInput={(titel) => change({ titel })}
            />
            <div class="spr-fieldrow">
                <Select
                    label={t.agenda.kind}
                    value={item.soort}
                    onChange={(soort) => change({ soort: soort as AgendapuntSoort })}
                    choices={SOORTEN.map((s) => ({ value: s, label: t.agendapuntSoort[s] }))}
                />
                <Field label={t.agenda.length}>
                    {({ id }) => (
                        <input
                            id={id}
                            type="number"
                            min={1}
                            max={1000}
                            value={item.minuten}
                            class="utrecht-textbox utrecht-textbox--html-input"
                            onInput={(e) => change({ minuten: e.currentTarget.value })}
                        />
                    )}
                </Field>
                {links.length > 1 && (
                    <Select
                        label={t.agenda.link}
                        value={item.link}
                        onChange={(link) => change({ link })}
                        choices={links}
                    />
                )}
            </div>
            <details class="spr-more" open={explained}>
                <summary>{t.keuze.explanation}</summary>
                <TextField
                    label={t.keuze.explanation}
                    rows={2}
                    maxLength={1000}
                    value={item.toelichting}
                    onInput={(toelichting) => change({ toelichting })}
                />
            </details>
        </>
    );
}

/** Of an item that was treated only the place still changes. */
function ItemRow({ item, nr, links, change, onUp, onDrop }: RowProps) {
    const t = useT();
    return (
        <fieldset class="spr-agendarow">
            <legend class="spr-agendarow__nr">{t.agenda.item(nr)}</legend>
            {item.stays ? (
                <p>{item.titel}</p>
            ) : (
                <ItemFields item={item} links={links} change={change} />
            )}
            <div class="spr-actions">
                {nr > 1 && (
                    <Button kind="subtle" onClick={onUp} aria-label={t.agenda.upItem(nr)}>
                        {t.agenda.up}
                    </Button>
                )}
                {!item.stays && (
                    <Button kind="subtle" onClick={onDrop} aria-label={t.agenda.dropItem(nr)}>
                        {t.agenda.drop}
                    </Button>
                )}
            </div>
        </fieldset>
    );
}

export function AgendaEditor({
    items,
    onChange,
}: {
    items: readonly ItemForm[];
    onChange: (items: ItemForm[]) => void;
}) {
    const t = useT();
    const links = useLinks();
    const list = useRef<HTMLDivElement>(null);
    const add = () => {
        onChange([...items, emptyItem()]);
        // The new row is there after this turn; who added it goes on typing in it.
        setTimeout(() => list.current?.querySelector<HTMLElement>('fieldset:last-of-type input')?.focus());
    };
    const up = (i: number) => {
        const next = [...items];
        next.splice(i - 1, 2, items[i]!, items[i - 1]!);
        onChange(next);
    };
    return (
        <div ref={list}>
            <Heading level={3}>{t.agenda.title}</Heading>
            {items.length === 0 && <p class="spr-quiet">{t.agenda.empty}</p>}
            {items.map((item, i) => (
                <ItemRow
                    key={item.key}
                    item={item}
                    nr={i + 1}
                    links={links}
                    change={(more) => onChange(items.map((x, j) => (j === i ? { ...x, ...more } : x)))}
                    onUp={() => up(i)}
                    onDrop={() => onChange(items.filter((_, j) => j !== i))}
                />
            ))}
            {items.length < MOST && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={add}>
                        {t.agenda.add}
                    </Button>
                </div>
            )}
        </div>
    );
}
