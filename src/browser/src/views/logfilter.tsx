// The filters of the besluitenlog. Each change is an address of its own.

import { useEffect, useState } from 'preact/hooks';
import type { LogTafel } from '../gen/protocol';
import { useLogT } from '../i18n/log';
import { endOfDay } from '../i18n/format';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { searchOf, type Filter } from '../state/besluitenlog';
import { Button } from './bits';
import { Check, DayField, Select, TextField, type Choice } from './forms';
import { besluitenlogPath, go } from './route';

const choices = (all: string, words: Record<string, string>): Choice[] => [
    { value: '', label: all },
    ...Object.entries(words).map(([value, label]) => ({ value, label })),
];

/** The day in Amsterdam that a moment begins or ends. */
const dayOf = (moment: string | undefined, back: number): string =>
    moment
        ? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(
              new Date(moment).getTime() - back,
          )
        : '';

const dayBefore = (day: string): string =>
    new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export function LogFilters({ filter, tafels }: { filter: Filter; tafels: readonly LogTafel[] }) {
    const t = useLogT();
    const { sectoren, organisaties } = useCell(client.register);
    const [zoek, setZoek] = useState(filter.zoek ?? '');
    useEffect(() => setZoek(filter.zoek ?? ''), [filter.zoek]);
    const set = (change: Record<string, string | boolean>) =>
        go(besluitenlogPath + searchOf({ ...filter, zoek, ...change } as Filter));
    const pick = (name: keyof Filter, label: string, words: Record<string, string>) => (
        <Select
            label={label}
            value={String(filter[name] ?? '')}
            choices={choices(t.log.all, words)}
            onChange={(value) => set({ [name]: value })}
        />
    );
    const named = (rows: readonly { id: string; naam: string }[]) =>
        Object.fromEntries(
            [...rows].sort((a, b) => a.naam.localeCompare(b.naam, 'nl')).map((r) => [r.id, r.naam]),
        );
    const day = (value: string, send: (day: string) => void, label: string) => (
        <DayField
            label={label}
            hint={t.general.optional}
            value={value}
            onChange={(chosen) => (chosen === '' || /^20\d\d-/.test(chosen)) && send(chosen)}
        />
    );
    const { vast } = t.log;
    return (
        <form
            class="spr-logfilters"
            role="search"
            aria-label={t.log.filters}
            onSubmit={(event) => {
                event.preventDefault();
                set({});
            }}
        >
            <div class="spr-logfilters__search">
                <TextField
                    label={t.log.search}
                    hint={t.log.searchHint}
                    value={zoek}
                    maxLength={200}
                    onInput={setZoek}
                />
                <Button type="submit" kind="primary">
                    {t.log.search}
                </Button>
            </div>
            <details class="spr-more" open={window.innerWidth > 640}>
                <summary>{t.log.filters}</summary>
                <div class="spr-logfilters__fields">
                    {pick('tafel', t.log.tafel, Object.fromEntries(
                        tafels.map((one) => [` ${one.id}`.trim(), `${one.kenmerk} ${one.titel}`]),
                    ))}
                    {pick('periode', t.log.period, t.log.periode)}
                    {pick('soort', t.log.soort, t.besluitSoort)}
                    {pick('uitkomst', t.log.uitkomst, t.uitkomst)}
                    {pick('vast', t.log.stuck, vast)}
                    {pick('sector', t.log.sector, named(sectoren))}
                    {pick('organisatie', t.log.organisatie, named(organisaties))}
                    {pick('zijde', t.log.zijde, t.zijde)}
                    {day(dayOf(filter.van, 0), (from) =>
                        set({ van: from && endOfDay(dayBefore(from)) }), t.log.from)}
                    {day(dayOf(filter.tot, 1), (until) =>
                        set({ tot: until && endOfDay(until) }), t.log.until)}
                    <Check
                        label={t.log.open}
                        checked={filter.openbaar ?? false}
                        onChange={(openbaar) => set({ openbaar })}
                    />
                    <Button kind="subtle" onClick={() => go(besluitenlogPath)}>
                        {t.log.clear}
                    </Button>
                </div>
            </details>
        </form>
    );
}
