// Somebody in the room without a telephone asks for the floor: who leads puts them on the list.

import { useState } from 'preact/hooks';
import type { SpreekbeurtSoort } from '../gen/protocol';
import { useT } from '../i18n/later';
import { parties } from '../state/select';
import { FormDialog } from './dialog';
import { Chooser, Select, TextField } from './forms';
import { useNames, useTafel } from './tafelcontext';

export function AddSpeakerDialog({
    bijeenkomst,
    onClose,
}: {
    bijeenkomst: string;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const choices = parties(tafel)
        .filter((d) => d.status === 'toegetreden')
        .map((d) => ({ value: d.organisatie, label: names.organisation(d.organisatie) }));
    const [organisatie, setOrganisatie] = useState(choices[0]?.value ?? '');
    const [naam, setNaam] = useState('');
    const [soort, setSoort] = useState<SpreekbeurtSoort>('spreekbeurt');
    const args = {
        bijeenkomst,
        soort,
        ...(organisatie ? { organisatie } : {}),
        ...(naam.trim() ? { naam: naam.trim() } : {}),
    };
    return (
        <FormDialog
            title={t.spreken.addTitle}
            submit={t.spreken.add}
            disabled={!organisatie && !naam.trim()}
            onClose={onClose}
            onSubmit={(run) =>
                run({ do: 'spreekbeurt.vragen', tafel: tafel.id, args }, t.general.done)
            }
        >
            <Select
                label={t.spreken.addParty}
                value={organisatie}
                onChange={setOrganisatie}
                choices={[...choices, { value: '', label: t.spreken.nobodyElse }]}
            />
            <TextField
                label={t.spreken.addName}
                hint={organisatie ? t.general.optional : undefined}
                maxLength={120}
                value={naam}
                onInput={setNaam}
                required={!organisatie}
            />
            <Chooser
                legend={t.spreken.kind}
                value={soort}
                onChange={(value) => setSoort(value as SpreekbeurtSoort)}
                choices={[
                    { value: 'spreekbeurt', label: t.spreken.turn },
                    { value: 'punt_van_orde', label: t.spreken.order },
                ]}
            />
        </FormDialog>
    );
}
