// Asking for a commitment, making it, declining it, and telling how it goes.

import { useState } from 'preact/hooks';
import type { Toezegging } from '../gen/protocol';
import { endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { members } from '../state/keuzes';
import { REPORTS, voiceFor, type Report } from '../state/toezeggingen';
import { FormDialog, ReasonDialog } from './dialog';
import { useDraft } from './draft';
import { DayField, Select, TextField, isAhead, usualDay } from './forms';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

export function ProposeDialog({ besluit, onClose }: { besluit?: string; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const parties = members(tafel);
    const [organisatie, setOrganisatie] = useState(parties[0]?.organisatie ?? '');
    const [day, setDay] = useState(usualDay);
    const tekst = useDraft(`toezegging.${tafel.id}.${besluit ?? ''}`);
    return (
        <FormDialog
            title={t.toezegging.proposeTitle}
            submit={t.toezegging.propose}
            disabled={!organisatie || !tekst.text.trim() || !isAhead(day)}
            onClose={onClose}
            onDone={tekst.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'toezegging.voorstellen',
                        tafel: tafel.id,
                        args: {
                            organisatie,
                            tekst: tekst.text.trim(),
                            voor: endOfDay(day),
                            ...(besluit ? { besluit } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.toezegging.proposeExplain}</p>
            <Select
                label={t.toezegging.party}
                value={organisatie}
                onChange={setOrganisatie}
                choices={parties.map((d) => ({
                    value: d.organisatie,
                    label: names.organisation(d.organisatie),
                }))}
            />
            <TextField
                label={t.toezegging.what}
                rows={3}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
            <DayField label={t.toezegging.when} value={day} onChange={setDay} />
        </FormDialog>
    );
}

interface Props {
    toezegging: Toezegging;
    onClose: () => void;
}

export function CommitDialog({ toezegging, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    return (
        <ReasonDialog
            title={t.toezegging.commitTitle(names.organisation(toezegging.organisatie))}
            explain={t.toezegging.commitExplain}
            submit={t.toezegging.commit}
            reason="none"
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'toezegging.aanvaarden',
                        tafel: tafel.id,
                        namens: voiceFor(tafel, toezegging)?.namens.id ?? null,
                        args: { toezegging: toezegging.id },
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function DeclineDialog({ toezegging, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const voice = voiceFor(tafel, toezegging);
    return (
        <ReasonDialog
            title={voice ? t.toezegging.decline : t.toezegging.takeBack}
            explain={t.toezegging.declineExplain}
            submit={voice ? t.toezegging.decline : t.toezegging.takeBack}
            danger
            reason="required"
            onClose={onClose}
            onSubmit={(run, verhaal) =>
                run(
                    {
                        do: 'toezegging.melden',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        args: { toezegging: toezegging.id, status: 'ingetrokken', verhaal },
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function ReportDialog({ toezegging, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const voor = useVoor();
    const voice = voiceFor(tafel, toezegging);
    const [status, setStatus] = useState<Report>('loopt');
    const verhaal = useDraft(`toezegging.verhaal.${toezegging.id}`);
    const named = voice !== undefined || voor.value.organisatie !== '';
    return (
        <FormDialog
            title={t.toezegging.reportTitle}
            submit={voice ? t.toezegging.report : t.toezegging.record}
            disabled={!verhaal.text.trim() || !named}
            onClose={onClose}
            onDone={verhaal.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'toezegging.melden',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        resend: true,
                        args: {
                            toezegging: toezegging.id,
                            status,
                            verhaal: verhaal.text.trim(),
                            ...(voice ? {} : makeVoor(voor.value)),
                        },
                    },
                    t.general.done,
                )
            }
        >
            {!voice && <VoorFields voor={voor} among={[toezegging.organisatie]} />}
            <Select
                label={t.toezegging.stands}
                value={status}
                onChange={(value) => setStatus(value as Report)}
                choices={REPORTS.map((r) => ({ value: r, label: t.toezeggingStatus[r] }))}
            />
            <TextField
                label={t.toezegging.story}
                hint={t.toezegging.storyHint}
                rows={3}
                maxLength={1000}
                value={verhaal.text}
                onInput={verhaal.set}
                required
            />
        </FormDialog>
    );
}
