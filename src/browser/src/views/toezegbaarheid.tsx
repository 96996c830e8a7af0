// Who can commit to a decision now and who must go back first: one line for who leads, one answer
// for each party.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Besluit, Deelname, ToezegbaarheidWaarde } from '../gen/protocol';
import { endOfDay, shortDay } from '../i18n/format';
import { useT } from '../i18n/binnen';
import {
    committable,
    committableOf,
    maySayCommittable,
    takesCommittable,
} from '../state/binnen';
import { members, records, type Voice } from '../state/keuzes';
import { Ask } from './ask';
import { Badge, Button, Heading } from './bits';
import { FormDialog } from './dialog';
import { useFocusKept } from './focus';
import { Chooser, DayField, isAhead, usualDay } from './forms';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

const WAARDEN: readonly ToezegbaarheidWaarde[] = [
    'kan_nu_toezeggen',
    'moet_terug_voor',
    'zegt_niets',
];

function useSaying(before?: string) {
    const [waarde, setWaarde] = useState(before ?? '');
    const [dag, setDag] = useState(usualDay);
    const back = waarde === 'moet_terug_voor';
    return {
        waarde,
        setWaarde,
        dag,
        setDag,
        back,
        ready: waarde !== '' && (!back || isAhead(dag)),
        args: (besluit: string) => ({
            besluit,
            waarde,
            ...(back ? { terugVoor: endOfDay(dag) } : {}),
        }),
    };
}

function Fields({ saying }: { saying: ReturnType<typeof useSaying> }) {
    const t = useT();
    return (
        <>
            <Chooser
                legend={t.toezegbaar.choose}
                value={saying.waarde}
                onChange={saying.setWaarde}
                choices={WAARDEN.map((w) => ({ value: w, label: t.toezegbaar.zegt[w] }))}
            />
            {saying.back && (
                <DayField label={t.toezegbaar.until} value={saying.dag} onChange={saying.setDag} />
            )}
        </>
    );
}

function Say({ besluit, voice, level }: { besluit: Besluit; voice: Voice; level: 3 | 4 }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const before = committableOf(tafel, besluit.id, voice.deelname.organisatie);
    const saying = useSaying(before?.waarde);
    return (
        <Ask
            title={t.toezegbaar.formFor(names.organisation(voice.deelname.organisatie))}
            level={level}
            given={before ? <p>{t.toezegbaar.given(t.toezegbaar.zegt[before.waarde])}</p> : null}
            change={t.toezegbaar.change}
            submit={t.toezegbaar.send}
            sent={t.toezegbaar.sent}
            disabled={!saying.ready}
            onDone={() => undefined}
            command={() => ({
                do: 'toezegbaarheid.melden',
                tafel: tafel.id,
                namens: voice.namens.id,
                args: saying.args(besluit.id),
            })}
        >
            <Fields saying={saying} />
        </Ask>
    );
}

function RecordDialog({ besluit, onClose }: { besluit: Besluit; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const saying = useSaying();
    const voor = useVoor();
    return (
        <FormDialog
            title={t.toezegbaar.record}
            submit={t.general.save}
            disabled={!saying.ready || !voor.value.organisatie}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'toezegbaarheid.melden',
                        tafel: tafel.id,
                        args: { ...saying.args(besluit.id), ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <VoorFields voor={voor} among={members(tafel).map((d) => d.organisatie)} />
            <Fields saying={saying} />
        </FormDialog>
    );
}

/** The line before the conclusion; a term that has passed stands out. */
function Line({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { can, back, silent, unheard } = committable(tafel, besluit.id);
    const of = (all: readonly Deelname[]) =>
        all.map((d) => names.organisation(d.organisatie)).join(', ');
    const rows: [string, number, ComponentChildren][] = [
        [t.toezegbaar.can, can.length, of(can)],
        [
            t.toezegbaar.back,
            back.length,
            back.map((b, i) => (
                <span key={b.deelname.id}>
                    {i > 0 && ', '}
                    {names.organisation(b.deelname.organisatie)}{' '}
                    {t.toezegbaar.before(shortDay(b.terugVoor))}{' '}
                    {b.late && takesCommittable(besluit) && (
                        <Badge tone="warning">{t.toezegbaar.late}</Badge>
                    )}
                </span>
            )),
        ],
        [t.toezegbaar.silent, silent.length, of(silent)],
        [t.toezegbaar.unheard, unheard.length, of(unheard)],
    ];
    return (
        <ul class="spr-plainlist spr-committable">
            {rows
                .filter(([, count]) => count > 0)
                .map(([label, count, who]) => (
                    <li key={label}>
                        <strong>
                            {label} ({count}):
                        </strong>{' '}
                        {who}
                    </li>
                ))}
        </ul>
    );
}

export function ToezegbaarheidView({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const t = useT();
    const { tafel } = useTafel();
    const [recording, setRecording] = useState(false);
    const ref = useFocusKept<HTMLElement>();
    return (
        <section class="spr-erbij" aria-labelledby={`toezegbaar-${besluit.id}`} ref={ref}>
            <Heading level={level} id={`toezegbaar-${besluit.id}`}>
                {t.toezegbaar.title}
            </Heading>
            <p class="spr-quiet">{t.toezegbaar.lead}</p>
            <Line besluit={besluit} />
            {maySayCommittable(tafel, besluit).map((v) => (
                <Say
                    key={v.deelname.id}
                    besluit={besluit}
                    voice={v}
                    level={level === 2 ? 3 : 4}
                />
            ))}
            {takesCommittable(besluit) && records(tafel) && (
                <div class="spr-actions">
                    <Button onClick={() => setRecording(true)}>{t.toezegbaar.record}</Button>
                </div>
            )}
            {recording && <RecordDialog besluit={besluit} onClose={() => setRecording(false)} />}
        </section>
    );
}
