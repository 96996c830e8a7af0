// A new tafel, from a sjabloon, with a pasted list of parties: one act of the server. What is rarely
// changed stays away until it is asked for.

import { useEffect, useState } from 'preact/hooks';
import type { Sjabloon } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { taal, useT } from '../i18n/i18n';
import { useStartT } from '../i18n/start';
import { http, Lost, Refusal } from '../line/http';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { serverNow } from '../state/time';
import { FormDialog } from './dialog';
import { Check, Chooser, DayField, Field, Select, TextField, toMoment } from './forms';
import { PartijenVeld, usePartijenLijst } from './partijenlijst';
import { bijeenkomstPath, go, tafelPath } from './route';

const TOESCHRIJVING = ['organisatie', 'persoon', 'chatham'] as const;
const OPENBAARHEID = ['tafel', 'vertrouwelijk', 'openbaar'] as const;
const DAY_MS = 86_400_000;

/** They hardly ever change: asked once for each visit. */
let known: Promise<Sjabloon[]> | null = null;

function useSjablonen(): readonly Sjabloon[] | null {
    const [all, setAll] = useState<readonly Sjabloon[] | null>(null);
    useEffect(() => {
        known ??= http<{ sjablonen: Sjabloon[] }>('/v1/sjablonen').then((r) => r.sjablonen);
        known.then(setAll, (error: unknown) => {
            known = null;
            if (!(error instanceof Lost || error instanceof Refusal)) throw error;
            setAll([]);
        });
    }, []);
    return all;
}

interface Form {
    titel: string;
    /** Null: as the sjabloon has it. */
    vraag: string | null;
    toeschrijving: string | null;
    openbaarheid: string | null;
    day: string | null;
    begins: string;
    openen: boolean;
}

const usual = (s: Sjabloon): string =>
    new Date(serverNow() + s.dagen * DAY_MS).toISOString().slice(0, 10);

/** What the sjabloon plans around the date. */
function Plan({ sjabloon, day }: { sjabloon: Sjabloon; day: string }) {
    const main = useT();
    const t = useStartT();
    const on = (days: number) => shortDay(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS);
    const english = useCell(taal) === 'en';
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null;
    return (
        <div class="spr-quiet">
            <p>{english ? sjabloon.uitlegEn : sjabloon.uitleg}</p>
            <ul>
                {sjabloon.rondes.map((r, i) => (
                    <li key={i}>{t.nieuw.ronde(main.rondeSoort[r.soort], on(r.opent), on(r.sluit))}</li>
                ))}
                {sjabloon.bijeenkomst && (
                    <li>
                        {t.nieuw.bijeenkomst(
                            sjabloon.bijeenkomst,
                            sjabloon.minuten ?? 0,
                            sjabloon.agenda.length,
                        )}
                    </li>
                )}
            </ul>
        </div>
    );
}

function WhenFields({ sjabloon, form, day, change }: {
    sjabloon: Sjabloon;
    form: Form;
    day: string;
    change: (more: Partial<Form>) => void;
}) {
    const t = useStartT();
    return (
        <div class="spr-fieldrow">
            <DayField
                label={sjabloon.bijeenkomst ? t.nieuw.datum : t.nieuw.einddatum}
                value={day}
                onChange={(value) => change({ day: value })}
            />
            {sjabloon.bijeenkomst && (
                <Field label={t.nieuw.begint}>
                    {({ id }) => (
                        <input
                            id={id}
                            type="time"
                            required
                            value={form.begins}
                            class="utrecht-textbox utrecht-textbox--html-input"
                            onInput={(e) => change({ begins: e.currentTarget.value })}
                        />
                    )}
                </Field>
            )}
        </div>
    );
}

function More({ form, sjabloon, change }: {
    form: Form;
    sjabloon: Sjabloon | undefined;
    change: (more: Partial<Form>) => void;
}) {
    const main = useT();
    const t = useStartT();
    return (
        <details class="spr-more">
            <summary>{t.nieuw.meer}</summary>
            <Select
                label={main.tafels.attribution}
                value={form.toeschrijving ?? sjabloon?.toeschrijving ?? 'organisatie'}
                onChange={(toeschrijving) => change({ toeschrijving })}
                choices={TOESCHRIJVING.map((v) => ({ value: v, label: main.toeschrijving[v] }))}
            />
            <Select
                label={main.tafels.openness}
                value={form.openbaarheid ?? sjabloon?.openbaarheid ?? 'tafel'}
                onChange={(openbaarheid) => change({ openbaarheid })}
                choices={OPENBAARHEID.map((v) => ({ value: v, label: main.openbaarheid[v] }))}
            />
        </details>
    );
}

const EMPTY: Form = {
    titel: '', vraag: null, toeschrijving: null, openbaarheid: null, day: null, begins: '10:00', openen: true,
};

function useNewTafel() {
    const session = useCell(client.session);
    const sjablonen = useSjablonen();
    const [code, setCode] = useState<string | null>(null);
    const [form, setForm] = useState<Form>(EMPTY);
    const lijst = usePartijenLijst();
    const chairs = 'person' in session && session.person.rollen.includes('voorzitter');
    const sjabloon = sjablonen?.find((s) => s.code === (code ?? sjablonen[0]?.code));
    const vraag = (form.vraag ?? sjabloon?.vraag ?? '').trim();
    const day = form.day ?? (sjabloon ? usual(sjabloon) : '');
    const datum = sjabloon && toMoment(`${day}T${sjabloon.bijeenkomst ? form.begins : '12:00'}`);
    const guests = lijst.guests ?? [];
    const args = {
        titel: form.titel.trim(),
        vraag,
        toeschrijving: form.toeschrijving ?? sjabloon?.toeschrijving ?? 'organisatie',
        openbaarheid: form.openbaarheid ?? sjabloon?.openbaarheid ?? 'tafel',
        ...(sjabloon ? { sjabloon: sjabloon.code, datum } : {}),
        ...(guests.length > 0 ? { partijen: guests } : {}),
        ...(chairs && form.openen && guests.length > 1 ? { openen: true } : {}),
    };
    return {
        sjablonen, sjabloon, code, setCode, form, lijst, chairs, day, args, vraag: form.vraag ?? sjabloon?.vraag ?? '',
        ready: sjablonen !== null && args.titel !== '' && vraag !== '' && lijst.guests !== null
            && (!sjabloon || /^\d{4}-\d\d-\d\d$/.test(day)),
        change: (more: Partial<Form>) => setForm((f) => ({ ...f, ...more })),
    };
}

export function NewTafel({ onClose }: { onClose: () => void }) {
    const main = useT();
    const t = useStartT();
    const english = useCell(taal) === 'en';
    const made = useNewTafel();
    const { sjablonen, sjabloon, form, change, args } = made;
    const save = async () => {
        const reply = (await client.submit({ do: 'tafel.aanmaken', args })) as {
            id: string;
            bijeenkomst?: string;
        };
        const meets = args.openen && reply.bijeenkomst;
        go(meets ? bijeenkomstPath(reply.id, meets) : tafelPath(reply.id));
        return true;
    };
    return (
        <FormDialog
            title={t.nieuw.title}
            submit={args.openen ? t.nieuw.maakOpen : t.nieuw.maak}
            wide
            disabled={!made.ready}
            onClose={onClose}
            onSubmit={save}
        >
            <Chooser
                legend={t.nieuw.sjabloon}
                value={made.code ?? sjabloon?.code ?? ''}
                onChange={made.setCode}
                choices={[
                    ...(sjablonen ?? []).map((s) => ({ value: s.code, label: english ? s.naamEn : s.naam })),
                    { value: '', label: t.nieuw.geen },
                ]}
            />
            {sjabloon && <WhenFields sjabloon={sjabloon} form={form} day={made.day} change={change} />}
            {sjabloon ? <Plan sjabloon={sjabloon} day={made.day} /> : <p class="spr-quiet">{t.nieuw.geenUitleg}</p>}
            <TextField
                label={t.nieuw.titel}
                value={form.titel}
                onInput={(titel) => change({ titel })}
                maxLength={200}
                required
            />
            <TextField
                label={t.nieuw.vraag}
                hint={main.tafels.newQuestionHint}
                value={made.vraag}
                onInput={(vraag) => change({ vraag })}
                rows={2}
                maxLength={1000}
                required
            />
            <PartijenVeld lijst={made.lijst} />
            {made.chairs && (
                <Check
                    label={t.nieuw.openen}
                    hint={form.openen && (made.lijst.guests?.length ?? 0) < 2 ? t.nieuw.twee : t.nieuw.openenHint}
                    checked={form.openen}
                    onChange={(openen) => change({ openen })}
                />
            )}
            <More form={form} sjabloon={sjabloon} change={change} />
        </FormDialog>
    );
}
