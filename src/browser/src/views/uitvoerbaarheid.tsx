// Whether the options of a choice question can be carried out, by who would have to.

import { useState } from 'preact/hooks';
import type { Keuzevraag, Uitvoerbaarheid, UitvoerbaarheidOordeel } from '../gen/protocol';
import { useT } from '../i18n/later';
import { mayPass, mayPut, testsOf } from '../state/bedenkingen';
import { members, ownVoices, records } from '../state/keuzes';
import { find } from '../state/rows';
import { Badge, Button, Heading, Prose } from './bits';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Chooser, Select, TextField } from './forms';
import type { Tone } from './bits';
import { useNames, useTafel } from './tafelcontext';
import { Via, VoorFields, makeVoor, useVoor } from './vastgelegd';

const OORDELEN: readonly UitvoerbaarheidOordeel[] = [
    'uitvoerbaar',
    'met_aanpassing',
    'niet_uitvoerbaar',
];
const TONE: Record<UitvoerbaarheidOordeel, Tone> = {
    uitvoerbaar: 'safe',
    met_aanpassing: 'active',
    niet_uitvoerbaar: 'danger',
};

function TestDialog({ vraag, onClose }: { vraag: Keuzevraag; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const bevinding = useDraft(`uitvoerbaarheid.${vraag.id}`);
    const voor = useVoor();
    const recording = records(tafel);
    const voice = recording ? undefined : ownVoices(tafel)[0];
    const real = vraag.opties.filter((o) => o.nummer > 0);
    const [optie, setOptie] = useState(real[0]?.id ?? '');
    const [oordeel, setOordeel] = useState('');
    const ready = bevinding.text.trim() !== '' && oordeel !== '' && optie !== '';
    return (
        <FormDialog
            title={t.toets.test}
            submit={t.general.save}
            disabled={!ready || (recording && !voor.value.organisatie)}
            onClose={onClose}
            onDone={bevinding.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'uitvoerbaarheid.toetsen',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        resend: true,
                        args: {
                            optie,
                            oordeel,
                            bevinding: bevinding.text.trim(),
                            ...(recording ? makeVoor(voor.value) : {}),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            {recording && (
                <VoorFields voor={voor} among={members(tafel).map((d) => d.organisatie)} />
            )}
            <p class="utrecht-paragraph">{t.toets.replaces}</p>
            <Select
                label={t.toets.which}
                value={optie}
                onChange={setOptie}
                choices={real.map((o) => ({
                    value: o.id,
                    label: t.bedenking.option(o.nummer, o.titel),
                }))}
            />
            <Chooser
                legend={t.toets.verdict}
                value={oordeel}
                choices={OORDELEN.map((o) => ({ value: o, label: t.oordeel[o] }))}
                onChange={setOordeel}
            />
            <TextField
                label={t.toets.finding}
                rows={3}
                maxLength={1000}
                value={bevinding.text}
                onInput={bevinding.set}
                required
            />
        </FormDialog>
    );
}

function PassDialog({ toets, onClose }: { toets: Uitvoerbaarheid; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const reden = useDraft(`uitvoerbaarheid.passeren.${toets.id}`);
    return (
        <FormDialog
            title={t.toets.passTitle(names.organisation(toets.organisatie))}
            submit={t.toets.pass}
            disabled={reden.text.trim() === ''}
            onClose={onClose}
            onDone={reden.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'uitvoerbaarheid.passeren',
                        tafel: tafel.id,
                        args: { uitvoerbaarheid: toets.id, reden: reden.text.trim() },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.toets.passExplain}</p>
            <TextField
                label={t.general.reason}
                rows={2}
                maxLength={500}
                value={reden.text}
                onInput={reden.set}
                required
            />
        </FormDialog>
    );
}

function Item({ vraag, toets }: { vraag: Keuzevraag; toets: Uitvoerbaarheid }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [passing, setPassing] = useState(false);
    const optie = find(vraag.opties, toets.optie);
    const who = names.organisation(toets.organisatie);
    return (
        <li class="spr-option spr-toets">
            <Heading level={3}>{who}</Heading>
            <p class="spr-tafel__status">
                <Badge tone={TONE[toets.oordeel]}>{t.oordeel[toets.oordeel]}</Badge>
            </p>
            {optie && <p class="spr-quiet">{t.bedenking.option(optie.nummer, optie.titel)}</p>}
            <Prose text={toets.bevinding} />
            <Via row={toets} />
            {toets.passering && (
                <p class="spr-quiet">
                    {t.toets.passed(names.person(toets.passering.door), toets.passering.reden)}
                </p>
            )}
            {mayPass(tafel, vraag, toets) && (
                <div class="spr-actions">
                    <Button
                        kind="subtle"
                        aria-label={t.toets.passTitle(who)}
                        onClick={() => setPassing(true)}
                    >
                        {t.toets.pass}
                    </Button>
                </div>
            )}
            {passing && <PassDialog toets={toets} onClose={() => setPassing(false)} />}
        </li>
    );
}

export function UitvoerbaarheidList({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const [testing, setTesting] = useState(false);
    const all = testsOf(tafel, vraag.id);
    return (
        <section aria-labelledby="uitvoerbaarheid">
            <Heading level={2} id="uitvoerbaarheid">
                {t.toets.list}
            </Heading>
            <p class="spr-quiet">{all.length === 0 ? t.toets.none : t.toets.lead}</p>
            {all.length > 0 && (
                <ul class="spr-said">
                    {all.map((u) => (
                        <Item key={u.id} vraag={vraag} toets={u} />
                    ))}
                </ul>
            )}
            {mayPut(tafel, vraag) && (
                <div class="spr-actions">
                    <Button icon="pen" onClick={() => setTesting(true)}>
                        {t.toets.test}
                    </Button>
                </div>
            )}
            {testing && <TestDialog vraag={vraag} onClose={() => setTesting(false)} />}
        </section>
    );
}
