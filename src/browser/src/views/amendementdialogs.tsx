// Putting an amendement, joining it, stepping back from it, and what the voorzitter makes of it.

import { useState } from 'preact/hooks';
import type { Amendement, Besluit } from '../gen/protocol';
import { endOfDay } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { useW } from '../i18n/wijziging';
import { members, ownVoices, records, type Voice } from '../state/keuzes';
import { mayJoin, mayLeave } from '../state/wijziging';
import { FormDialog, ReasonDialog } from './dialog';
import { Difference } from './difference';
import { useDraft } from './draft';
import { DayField, Select, TextField, isAhead, usualDay } from './forms';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

/** For which of the own parties, when there are more. */
function useVoice(voices: readonly Voice[]) {
    const w = useW();
    const names = useNames();
    const [chosen, choose] = useState('');
    const voice = voices.find((v) => v.deelname.id === chosen) ?? voices[0];
    const field = voices.length > 1 && (
        <Select
            label={w.amendement.party}
            value={voice?.deelname.id ?? ''}
            onChange={choose}
            choices={voices.map((v) => ({
                value: v.deelname.id,
                label: names.organisation(v.deelname.organisatie),
            }))}
        />
    );
    return { voice, field };
}

interface PutProps {
    besluit: Besluit;
    /** What was made against a former text, to put it again. */
    again?: Amendement;
    onClose: () => void;
}

export function PutDialog({ besluit, again, onClose }: PutProps) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    const recording = records(tafel);
    const voor = useVoor();
    const { voice, field } = useVoice(recording ? [] : ownVoices(tafel));
    const tekst = useDraft(
        `amendement.${besluit.id}.${besluit.versie}.${again?.id ?? ''}`,
        again?.tekst ?? besluit.tekst,
    );
    const waarom = useDraft(`amendement.waarom.${besluit.id}.${again?.id ?? ''}`, again?.toelichting);
    const wordt = tekst.text.trim();
    const changed = wordt !== '' && wordt !== besluit.tekst;
    return (
        <FormDialog
            title={w.amendement.put}
            submit={w.amendement.put}
            wide
            disabled={!changed || (recording && !voor.value.organisatie)}
            onClose={onClose}
            onDone={() => [tekst, waarom].forEach((d) => d.clear())}
            onSubmit={(run) =>
                run(
                    {
                        do: 'amendement.indienen',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        resend: true,
                        args: {
                            besluit: besluit.id,
                            versie: besluit.versie,
                            tekst: wordt,
                            ...(waarom.text.trim() ? { toelichting: waarom.text.trim() } : {}),
                            ...(recording ? makeVoor(voor.value) : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p>{w.amendement.putExplain}</p>
            {recording && (
                <VoorFields voor={voor} among={members(tafel).map((d) => d.organisatie)} />
            )}
            {field}
            <TextField
                label={w.amendement.text}
                rows={6}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
            {changed ? (
                <Difference from={besluit.tekst} to={wordt} />
            ) : (
                <p class="spr-quiet">{w.amendement.same}</p>
            )}
            <TextField
                label={w.amendement.explanation}
                hint={t.general.optional}
                rows={2}
                maxLength={1000}
                value={waarom.text}
                onInput={waarom.set}
            />
        </FormDialog>
    );
}

interface Props {
    besluit: Besluit;
    amendement: Amendement;
    onClose: () => void;
}

export function JoinDialog({ amendement, onClose }: Props) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    const names = useNames();
    const { voice, field } = useVoice(mayJoin(tafel, amendement));
    return (
        <FormDialog
            title={w.amendement.joinTitle(names.organisation(amendement.organisatie))}
            submit={w.amendement.join}
            disabled={!voice}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'amendement.mede-indienen',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        args: { amendement: amendement.id },
                    },
                    t.general.done,
                )
            }
        >
            <p>{w.amendement.joinExplain}</p>
            {field}
        </FormDialog>
    );
}

export function LeaveDialog({ amendement, onClose }: Props) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    const { voice, field } = useVoice(mayLeave(tafel, amendement));
    const [reden, setReden] = useState('');
    return (
        <FormDialog
            title={w.amendement.leaveTitle}
            submit={w.amendement.leave}
            disabled={!voice}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'amendement.terugtrekken',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        args: {
                            amendement: amendement.id,
                            ...(reden.trim() ? { reden: reden.trim() } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p>{amendement.mede ? w.amendement.leaveGoesOn : w.amendement.leaveEnds}</p>
            {field}
            <TextField
                label={t.general.reason}
                hint={t.general.optional}
                rows={2}
                maxLength={500}
                value={reden}
                onInput={setReden}
            />
        </FormDialog>
    );
}

export function RejectDialog({ amendement, onClose }: Props) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    const names = useNames();
    return (
        <ReasonDialog
            title={w.amendement.rejectTitle(names.organisation(amendement.organisatie))}
            submit={w.amendement.reject}
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: 'amendement.afdoen',
                        tafel: tafel.id,
                        args: { amendement: amendement.id, uitkomst: 'verworpen', reden },
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function AdoptDialog({ besluit, amendement, onClose }: Props) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    const names = useNames();
    const [reden, setReden] = useState('');
    // In a written round a changed text has a term of its own.
    const written = besluit.termijn !== undefined;
    const [day, setDay] = useState(written ? usualDay() : '');
    return (
        <FormDialog
            title={w.amendement.adoptTitle(names.organisation(amendement.organisatie))}
            submit={w.amendement.adopt}
            disabled={reden.trim() === '' || (written && !isAhead(day))}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'amendement.afdoen',
                        tafel: tafel.id,
                        args: {
                            amendement: amendement.id,
                            uitkomst: 'overgenomen',
                            reden: reden.trim(),
                            ...(written ? { termijn: endOfDay(day) } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p>{w.amendement.adoptExplain}</p>
            <Difference from={besluit.tekst} to={amendement.tekst} />
            <TextField
                label={t.general.reason}
                rows={2}
                maxLength={500}
                value={reden}
                onInput={setReden}
                required
            />
            {written && (
                <>
                    <DayField label={w.amendement.term} value={day} onChange={setDay} />
                    <p class="spr-quiet">{w.amendement.termHint}</p>
                </>
            )}
        </FormDialog>
    );
}
