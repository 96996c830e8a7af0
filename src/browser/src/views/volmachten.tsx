// Who may vote for whom on a decision: on record for everybody; given and taken back by the giver.

import { useState } from 'preact/hooks';
import type { Besluit, Volmacht } from '../gen/protocol';
import { useT } from '../i18n/stemwijze';
import type { Voice } from '../state/keuzes';
import { freeParties, mayGive, mayRecordProxy, mayTakeBack, proxies } from '../state/stemwijze';
import { Badge, Button, Heading } from './bits';
import { FormDialog, ReasonDialog } from './dialog';
import { Select } from './forms';
import { useNames, useTafel } from './tafelcontext';
import { Via, VoorFields, makeVoor, useVoor } from './vastgelegd';

interface GiveProps {
    besluit: Besluit;
    /** The giver; without one the secretaris records it. */
    voice: Voice | undefined;
    onClose: () => void;
}

function GiveDialog({ besluit, voice, onClose }: GiveProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const voor = useVoor({ via: 'schriftelijk' });
    const [aan, setAan] = useState('');
    const free = freeParties(tafel, besluit).map((d) => d.organisatie);
    const gever = voice?.deelname.organisatie ?? voor.value.organisatie;
    return (
        <FormDialog
            title={voice ? t.volmacht.giveTitle : t.volmacht.record}
            submit={voice ? t.volmacht.give : t.general.save}
            disabled={!aan || !gever || aan === gever}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'volmacht.geven',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        args: {
                            besluit: besluit.id,
                            gemachtigde: aan,
                            ...(voice ? {} : makeVoor(voor.value)),
                        },
                    },
                    t.general.done,
                )
            }
        >
            {voice ? (
                <p class="utrecht-paragraph">{t.volmacht.explain}</p>
            ) : (
                <VoorFields
                    voor={voor}
                    among={free}
                    ways={['schriftelijk', 'papier']}
                    note={t.volmacht.recordNote}
                />
            )}
            <Select
                label={t.volmacht.to}
                value={aan}
                onChange={setAan}
                choices={[
                    { value: '', label: t.volmacht.choose },
                    ...free
                        .filter((o) => o !== gever)
                        .map((o) => ({ value: o, label: names.organisation(o) })),
                ]}
            />
        </FormDialog>
    );
}

function Line({ besluit, volmacht }: { besluit: Besluit; volmacht: Volmacht }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [back, setBack] = useState(false);
    const voice = mayTakeBack(tafel, besluit, volmacht);
    const gever = names.organisation(volmacht.gever);
    const wie = names.organisation(volmacht.gemachtigde);
    return (
        <li>
            {t.volmacht.gave(gever, wie)}
            <Via row={volmacht} />{' '}
            {volmacht.status !== 'gegeven' && <Badge>{t.volmacht.status[volmacht.status]}</Badge>}
            {voice && (
                <Button onClick={() => setBack(true)}>{t.volmacht.back}</Button>
            )}
            {back && voice && (
                <ReasonDialog
                    title={t.volmacht.backOf(gever)}
                    explain={t.volmacht.backExplain(wie)}
                    submit={t.volmacht.back}
                    reason="none"
                    onClose={() => setBack(false)}
                    onSubmit={(run) =>
                        run(
                            {
                                do: 'volmacht.intrekken',
                                tafel: tafel.id,
                                namens: voice.namens.id,
                                args: { volmacht: volmacht.id },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </li>
    );
}

export function Volmachten({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [giving, setGiving] = useState('');
    const all = proxies(tafel, besluit.id);
    const givers = mayGive(tafel, besluit);
    const recording = mayRecordProxy(tafel, besluit);
    if (all.length === 0 && givers.length === 0 && !recording) return null;
    const voice = givers.find((v) => v.deelname.id === giving);
    const done = () => setGiving('');
    return (
        <section class="spr-volmachten">
            <Heading level={level}>{t.volmacht.title}</Heading>
            {all.length > 0 && (
                <ul class="spr-plainlist">
                    {all.map((v) => (
                        <Line key={v.id} besluit={besluit} volmacht={v} />
                    ))}
                </ul>
            )}
            <div class="spr-actions">
                {givers.map((v) => (
                    <Button key={v.deelname.id} onClick={() => setGiving(v.deelname.id)}>
                        {t.volmacht.give}
                        {givers.length > 1 && ` (${names.organisation(v.deelname.organisatie)})`}
                    </Button>
                ))}
                {recording && (
                    <Button icon="pen" onClick={() => setGiving('record')}>
                        {t.volmacht.record}
                    </Button>
                )}
            </div>
            {(voice || giving === 'record') && (
                <GiveDialog besluit={besluit} voice={voice} onClose={done} />
            )}
        </section>
    );
}
