// Positions on a choice question: taking one for a party, and all of them side by side.

import { useState } from 'preact/hooks';
import type { Grond, Keuzevraag, Standpunt, StandpuntWaarde } from '../gen/protocol';
import { useT } from '../i18n/later';
import { find } from '../state/rows';
import {
    WAARDEN,
    holdsFor,
    members,
    positionOf,
    positionsOn,
    records,
    takesPositions,
    type Voice,
} from '../state/keuzes';
import { Ask } from './ask';
import { Badge, Button, Heading } from './bits';
import { FormDialog } from './dialog';
import { useDraft, type Draft } from './draft';
import { Chooser, Select, TextField } from './forms';
import { WAARDE_TONE } from './labels';
import { useNames, useTafel } from './tafelcontext';
import { Via, VoorFields, makeVoor, useVoor } from './vastgelegd';

export const GRONDEN: readonly Grond[] = ['geen_mandaat', 'principieel', 'betrokken_belang'];

/** Why somebody does not take part. */
export function GroundField({ value, set }: { value: Grond; set: (value: Grond) => void }) {
    const t = useT();
    return (
        <Select
            label={t.standpunt.ground}
            value={value}
            onChange={(g) => set(g as Grond)}
            choices={GRONDEN.map((g) => ({ value: g, label: t.grond[g] }))}
        />
    );
}

interface Position {
    waarde: StandpuntWaarde | '';
    grond: Grond;
    optie: string;
}

function usePosition(before: Standpunt | undefined, draft: Draft) {
    const [value, set] = useState<Position>({
        waarde: before?.waarde ?? '',
        grond: before?.grond ?? 'geen_mandaat',
        optie: before?.optie ?? '',
    });
    const needs = value.waarde === 'akkoord_mits' || value.waarde === 'niet_akkoord';
    const tekst = draft.text.trim();
    return {
        value,
        set,
        draft,
        needs,
        ready: value.waarde !== '' && (!needs || tekst !== ''),
        args: (keuzevraag: string) => ({
            keuzevraag,
            waarde: value.waarde,
            ...(value.optie ? { optie: value.optie } : {}),
            ...(value.waarde === 'neemt_niet_deel' ? { grond: value.grond } : {}),
            ...(tekst ? { tekst } : {}),
        }),
    };
}

function PositionFields({
    vraag,
    legend,
    position,
}: {
    vraag: Keuzevraag;
    legend: string;
    position: ReturnType<typeof usePosition>;
}) {
    const t = useT();
    const { value, set, draft, needs } = position;
    const label =
        value.waarde === 'akkoord_mits'
            ? t.standpunt.textMits
            : value.waarde === 'niet_akkoord'
              ? t.standpunt.textNiet
              : t.standpunt.text;
    return (
        <>
            <Chooser
                legend={legend}
                value={value.waarde}
                onChange={(waarde) => set({ ...value, waarde: waarde as StandpuntWaarde })}
                choices={WAARDEN.map((w) => ({ value: w, label: t.waarde[w] }))}
            />
            {value.waarde === 'neemt_niet_deel' && (
                <GroundField value={value.grond} set={(grond) => set({ ...value, grond })} />
            )}
            {value.waarde !== '' && (
                <TextField
                    label={label}
                    hint={needs ? undefined : t.general.optional}
                    rows={2}
                    maxLength={1000}
                    value={draft.text}
                    onInput={draft.set}
                    required={needs}
                />
            )}
            {value.waarde !== '' && vraag.opties.length > 2 && (
                <Select
                    label={t.standpunt.option}
                    value={value.optie}
                    onChange={(optie) => set({ ...value, optie })}
                    choices={[
                        { value: '', label: t.standpunt.noOption },
                        ...vraag.opties.map((o) => ({ value: o.id, label: o.titel })),
                    ]}
                />
            )}
        </>
    );
}

export function StandpuntForm({ vraag, voice }: { vraag: Keuzevraag; voice: Voice }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { organisatie } = voice.deelname;
    const before = positionOf(tafel, vraag.id, organisatie);
    const draft = useDraft(`standpunt.${vraag.id}.${organisatie}`, before?.tekst);
    const position = usePosition(before, draft);
    return (
        <Ask
            title={t.standpunt.formFor(names.organisation(organisatie))}
            level={3}
            given={
                before ? (
                    <p>
                        <Badge tone={WAARDE_TONE[before.waarde]}>
                            {t.waarde[before.waarde]}
                        </Badge>{' '}
                        {before.via === 'platform' ? t.standpunt.given : t.keuze.recorded}
                    </p>
                ) : null
            }
            change={t.standpunt.change}
            submit={t.standpunt.send}
            sent={t.standpunt.sent}
            disabled={!position.ready}
            onDone={draft.clear}
            prepare
            command={() => ({
                do: 'standpunt.innemen',
                tafel: tafel.id,
                namens: voice.namens.id,
                args: position.args(vraag.id),
            })}
        >
            <PositionFields vraag={vraag} legend={t.standpunt.choose} position={position} />
        </Ask>
    );
}

function RecordDialog({ vraag, onClose }: { vraag: Keuzevraag; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const draft = useDraft(`standpunt.${vraag.id}`);
    const position = usePosition(undefined, draft);
    const voor = useVoor();
    return (
        <FormDialog
            title={t.standpunt.record}
            submit={t.general.save}
            disabled={!position.ready || !voor.value.organisatie}
            onClose={onClose}
            onDone={draft.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'standpunt.innemen',
                        tafel: tafel.id,
                        resend: true,
                        args: { ...position.args(vraag.id), ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <VoorFields voor={voor} among={members(tafel).map((d) => d.organisatie)} />
            <PositionFields vraag={vraag} legend={t.standpunt.title} position={position} />
        </FormDialog>
    );
}

function PositionLine({ vraag, standpunt }: { vraag: Keuzevraag; standpunt: Standpunt }) {
    const t = useT();
    const names = useNames();
    const optie = find(vraag.opties, standpunt.optie)?.titel;
    return (
        <li>
            <strong>{names.organisation(standpunt.organisatie)}</strong>
            {standpunt.grond && ` (${t.grond[standpunt.grond]})`}
            {optie && ` ${t.standpunt.about(optie)}`}
            {standpunt.tekst && `: ${standpunt.tekst}`}
            <Via row={standpunt} />
            {!holdsFor(standpunt, vraag) && (
                <span class="spr-quiet"> {t.keuze.earlierText}</span>
            )}
        </li>
    );
}

export function Standpunten({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [recording, setRecording] = useState(false);
    const all = positionsOn(tafel, vraag.id);
    const silent = members(tafel).filter((d) => !positionOf(tafel, vraag.id, d.organisatie));
    return (
        <>
            {all.length === 0 && <p class="spr-quiet">{t.standpunt.none}</p>}
            <div class="spr-vakken">
                {WAARDEN.filter((w) => all.some((s) => s.waarde === w)).map((w) => (
                    <section key={w} class={`spr-vak spr-vak--${w}`}>
                        <Heading level={3} class="spr-vak__title">
                            {t.waarde[w]} ({all.filter((s) => s.waarde === w).length})
                        </Heading>
                        <ul>
                            {all
                                .filter((s) => s.waarde === w)
                                .map((s) => (
                                    <PositionLine key={s.id} vraag={vraag} standpunt={s} />
                                ))}
                        </ul>
                    </section>
                ))}
            </div>
            {all.length > 0 && silent.length > 0 && (
                <p class="spr-silent">
                    <strong>{t.standpunt.silent}:</strong>{' '}
                    {silent.map((d) => names.organisation(d.organisatie)).join(', ')}
                </p>
            )}
            {records(tafel) && takesPositions(vraag) && (
                <div class="spr-actions">
                    <Button icon="pen" onClick={() => setRecording(true)}>
                        {t.standpunt.record}
                    </Button>
                </div>
            )}
            {recording && <RecordDialog vraag={vraag} onClose={() => setRecording(false)} />}
        </>
    );
}
