// One gesprek of a round: at most five points, a summary, and the threads of its room.

import { useState } from 'preact/hooks';
import type { Gesprek, Punt, Ronde } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { sectorName } from '../state/register';
import { find } from '../state/rows';
import {
    awaitsMe,
    hasRole,
    isOpen,
    mayRead,
    mayWrite,
    pointsOf,
    representationFor,
    runsTable,
    threads,
    voices,
} from '../state/select';
import { Badge, Button, Heading, Prose } from './bits';
import { FormDialog, ReasonDialog } from './dialog';
import { useDraft } from './draft';
import { Check, Select, TextField } from './forms';
import { GESPREK_TONE } from './labels';
import { ThreadList } from './onderwerpen';
import { useNames, useTafel } from './tafelcontext';
import { RecordedMark, VoorFields, makeVoor, useVoor } from './vastgelegd';

const MOST_POINTS = 5;

function PointDialog({
    gesprek,
    punt,
    onClose,
}: {
    gesprek: Gesprek;
    punt?: Punt;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const draft = useDraft(`punt.${punt?.id ?? `bij.${gesprek.id}`}`, punt?.tekst);
    const tekst = draft.text;
    const options = voices(tafel, gesprek.stroom);
    const owner = punt && representationFor(tafel, punt.spreker.organisatie ?? '');
    const [namens, setNamens] = useState(owner?.id ?? options[0]?.id ?? '');
    const voor = useVoor();
    const send = (run: Parameters<Parameters<typeof FormDialog>[0]['onSubmit']>[0]) =>
        run(
            {
                do: 'gesprek.punt-noteren',
                tafel: tafel.id,
                namens: voor.value.organisatie ? null : namens || null,
                resend: true,
                args: {
                    gesprek: gesprek.id,
                    tekst: tekst.trim(),
                    ...(punt ? { punt: punt.id, versie: punt.versie } : {}),
                    ...makeVoor(voor.value),
                },
            },
            t.general.saved,
        );
    return (
        <FormDialog
            onDone={draft.clear}
            title={punt ? t.talk.editPoint : t.talk.newPoint}
            submit={t.general.save}
            disabled={!tekst.trim()}
            onClose={onClose}
            onSubmit={send}
        >
            <TextField
                label={t.talk.point}
                hint={t.talk.pointHint}
                rows={4}
                maxLength={1000}
                value={tekst}
                onInput={draft.set}
                required
            />
            {!punt && hasRole(tafel, 'secretaris') && <VoorFields voor={voor} />}
            {!voor.value.organisatie && options.length > 1 && (
                <Select
                    label={t.compose.voice}
                    value={namens}
                    onChange={setNamens}
                    choices={options.map((v) => ({
                        value: v?.id ?? '',
                        label: v ? names.organisation(v.organisatie) : t.compose.ownRole,
                    }))}
                />
            )}
        </FormDialog>
    );
}

function SummaryDialog({ gesprek, onClose }: { gesprek: Gesprek; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const before = find(tafel.samenvattingen, gesprek.id);
    const draft = useDraft(`samenvatting.${gesprek.id}`, before?.tekst);
    const tekst = draft.text;
    const [voorlopig, setVoorlopig] = useState(before?.voorlopig ?? true);
    return (
        <FormDialog
            onDone={draft.clear}
            title={t.talk.summarise}
            submit={t.general.save}
            disabled={!tekst.trim()}
            wide
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'gesprek.samenvatten',
                        tafel: tafel.id,
                        namens: voices(tafel, gesprek.stroom)[0]?.id ?? null,
                        resend: true,
                        args: { gesprek: gesprek.id, tekst: tekst.trim(), voorlopig },
                    },
                    t.general.saved,
                )
            }
        >
            <TextField label={t.talk.summary} rows={8} value={tekst} onInput={draft.set} required />
            <Check
                label={t.talk.provisional}
                hint={t.talk.provisionalHint}
                checked={voorlopig}
                onChange={setVoorlopig}
            />
        </FormDialog>
    );
}

function PointView({ punt, gesprek, mayEdit }: { punt: Punt; gesprek: Gesprek; mayEdit: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [editing, setEditing] = useState(false);
    const mine =
        punt.spreker.persoon === tafel.ik.persoon ||
        runsTable(tafel) ||
        representationFor(tafel, punt.spreker.organisatie ?? '') !== undefined;
    const toConfirm = awaitsMe(tafel, punt.vastgelegd);
    return (
        <li class="spr-point" id={`punt-${punt.id}`}>
            <Prose class="spr-point__text" text={punt.tekst} />
            <p class="spr-point__meta">
                <span>
                    {names.organisation(punt.spreker.organisatie) ||
                        names.person(punt.spreker.persoon)}
                </span>
                {mayEdit && mine && !toConfirm && (
                    <button
                        type="button"
                        class="utrecht-link spr-linkbutton"
                        onClick={() => setEditing(true)}
                        aria-label={t.talk.editNumber(punt.nummer)}
                    >
                        {t.general.edit}
                    </button>
                )}
            </p>
            {punt.vastgelegd && (
                <RecordedMark
                    vastgelegd={punt.vastgelegd}
                    onCorrect={() => setEditing(true)}
                    confirm={{
                        do: 'gesprek.punt-noteren',
                        tafel: tafel.id,
                        args: { gesprek: gesprek.id, punt: punt.id, bevestigt: true },
                    }}
                />
            )}
            {editing && (
                <PointDialog gesprek={gesprek} punt={punt} onClose={() => setEditing(false)} />
            )}
        </li>
    );
}

type Open = 'point' | 'summary' | 'waive' | null;

export function Talk({ gesprek, ronde }: { gesprek: Gesprek; ronde: Ronde }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const names = useNames();
    const [open, setOpen] = useState<Open>(null);
    const points = pointsOf(tafel, gesprek.id);
    const summary = find(tafel.samenvattingen, gesprek.id);
    const readable = mayRead(tafel, gesprek.stroom);
    // Where a rapporteur was named, that one writes for the talk.
    const reports =
        runsTable(tafel) || !gesprek.rapporteur || gesprek.rapporteur === tafel.ik.persoon;
    const running = isOpen(tafel) && gesprek.status !== 'ontheven' && ronde.status !== 'gepland';
    const mayPoint =
        running &&
        mayWrite(tafel, gesprek.stroom) &&
        ronde.status === 'open' &&
        voices(tafel, gesprek.stroom).length > 0 &&
        reports;
    const maySummarise = running && mayWrite(tafel, gesprek.stroom) && reports;
    const rooms = threads(tafel).some((th) => th.onderwerp.stroom === gesprek.stroom);
    const close = () => setOpen(null);
    return (
        <li class="spr-talk">
            <div class="spr-talk__head">
                <Heading level={3} class="spr-talk__title">
                    {sectorName(register, gesprek.sector)}
                </Heading>
                <Badge tone={GESPREK_TONE[gesprek.status]}>{t.gesprekStatus[gesprek.status]}</Badge>
            </div>
            {gesprek.rapporteur && (
                <p class="spr-quiet">{t.talk.rapporteur(names.person(gesprek.rapporteur))}</p>
            )}
            {!readable && (
                <p class="spr-quiet">{t.talk.unreadable(sectorName(register, gesprek.sector))}</p>
            )}
            {points.length > 0 && (
                <ol class="spr-points">
                    {points.map((p) => (
                        <PointView key={p.id} punt={p} gesprek={gesprek} mayEdit={mayPoint} />
                    ))}
                </ol>
            )}
            {readable && points.length === 0 && <p class="spr-quiet">{t.talk.noPoints}</p>}
            {summary && (
                <div class="spr-summary">
                    <p class="spr-summary__label">
                        {t.talk.summary}
                        {summary.voorlopig && ` (${t.talk.provisional.toLowerCase()})`}
                    </p>
                    <Prose text={summary.tekst} />
                </div>
            )}
            {gesprek.ontheffing && (
                <p class="spr-quiet">
                    {t.talk.waived(names.person(gesprek.ontheffing.door), gesprek.ontheffing.reden)}
                </p>
            )}
            {rooms && <ThreadList stroom={gesprek.stroom} compact />}
            <div class="spr-actions">
                {mayPoint && points.length < MOST_POINTS && (
                    <Button kind="subtle" icon="plus" onClick={() => setOpen('point')}>
                        {t.talk.newPoint}
                    </Button>
                )}
                {maySummarise && (
                    <Button kind="subtle" onClick={() => setOpen('summary')}>
                        {t.talk.summarise}
                    </Button>
                )}
                {running && runsTable(tafel) && gesprek.status !== 'samengevat' && (
                    <Button kind="subtle" onClick={() => setOpen('waive')}>
                        {t.talk.waive}
                    </Button>
                )}
            </div>
            {open === 'point' && <PointDialog gesprek={gesprek} onClose={close} />}
            {open === 'summary' && <SummaryDialog gesprek={gesprek} onClose={close} />}
            {open === 'waive' && (
                <ReasonDialog
                    title={t.talk.waiveTitle(sectorName(register, gesprek.sector))}
                    explain={t.talk.waiveExplain}
                    submit={t.talk.waive}
                    reason="required"
                    onClose={close}
                    onSubmit={(run, reden) =>
                        run(
                            {
                                do: 'gesprek.ontheffen',
                                tafel: tafel.id,
                                args: { gesprek: gesprek.id, reden },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </li>
    );
}
