// What the secretaris records for a party: the fields to do it, the mark on it, and the party's
// own word about it.

import { useState } from 'preact/hooks';
import type { Vastgelegd, Via as ViaName, Weg } from '../gen/protocol';
import { brief, deadline } from '../i18n/format';
import { useT } from '../i18n/i18n';
import type { Command } from '../line/queue';
import { awaitsMe, parties, representationFor } from '../state/select';
import { serverNow } from '../state/time';
import { Alert, Badge, Button } from './bits';
import { useCommand } from './command';
import { DateField, Select, TextField, toMoment } from './forms';
import { useNames, useTafel } from './tafelcontext';

const VIA: readonly ViaName[] = ['mondeling', 'schriftelijk', 'telefonisch', 'papier'];

interface VoorValue {
    organisatie: string;
    spreker: string;
    via: ViaName;
    gebeurdOm: string;
}

export interface Voor {
    value: VoorValue;
    set: (value: VoorValue) => void;
}

const NOBODY: VoorValue = { organisatie: '', spreker: '', via: 'mondeling', gebeurdOm: '' };

export function useVoor(start: Partial<VoorValue> = {}): Voor {
    const [value, set] = useState<VoorValue>({ ...NOBODY, ...start });
    return { value, set };
}

export const makeVoor = (value: VoorValue) =>
    value.organisatie === ''
        ? {}
        : {
              voor: {
                  organisatie: value.organisatie,
                  via: value.via,
                  ...(value.gebeurdOm ? { gebeurdOm: toMoment(value.gebeurdOm) } : {}),
                  ...(value.spreker.trim() ? { spreker: value.spreker.trim() } : {}),
              },
          };

interface VoorProps {
    voor: Voor;
    /** Where the record is always of a party, the parties that it can be of. */
    among?: readonly string[];
    /** Where not every way will do. */
    ways?: readonly ViaName[];
    /** What the party can do about it, where it can not confirm or correct. */
    note?: string;
}

export function VoorFields({ voor, among, ways = VIA, note }: VoorProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { value, set } = voor;
    const choices = parties(tafel)
        .filter((d) => d.status === 'toegetreden' && (among?.includes(d.organisatie) ?? true))
        .map((d) => ({ value: d.organisatie, label: names.organisation(d.organisatie) }));
    return (
        <fieldset class="spr-voor">
            <legend class="spr-only-heard">{t.recorded.legend}</legend>
            <Select
                label={t.recorded.for}
                value={value.organisatie}
                onChange={(organisatie) => set({ ...value, organisatie })}
                choices={[
                    { value: '', label: among ? t.recorded.choose : t.recorded.nobody },
                    ...choices,
                ]}
            />
            {value.organisatie && (
                <>
                    <TextField
                        label={t.recorded.speaker}
                        hint={t.general.optional}
                        maxLength={120}
                        value={value.spreker}
                        onInput={(spreker) => set({ ...value, spreker })}
                    />
                    <Select
                        label={t.recorded.via}
                        value={value.via}
                        onChange={(via) => set({ ...value, via: via as ViaName })}
                        choices={ways.map((v) => ({ value: v, label: t.via[v] }))}
                    />
                    <DateField
                        label={t.recorded.when}
                        value={value.gebeurdOm}
                        onChange={(gebeurdOm) => set({ ...value, gebeurdOm })}
                    />
                    <p class="spr-quiet">{note ?? t.recorded.explain}</p>
                </>
            )}
        </fieldset>
    );
}

/** How something came in, when it was not the party itself that gave it here. */
export function Via({ row }: { row: { via: Weg; spreker?: string; gebeurdOm?: string } }) {
    const t = useT();
    if (row.via === 'platform') return null;
    return (
        <span class="spr-quiet">
            {' '}
            ({t.recordedVia(t.via[row.via], row.spreker ?? '')}
            {row.gebeurdOm && `, ${brief(row.gebeurdOm)}`})
        </span>
    );
}

interface MarkProps {
    vastgelegd: Vastgelegd;
    confirm: Command;
    onCorrect: () => void;
}

export function RecordedMark({ vastgelegd, confirm, onCorrect }: MarkProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { busy, problem, run } = useCommand();
    const mine = awaitsMe(tafel, vastgelegd);
    const namens = representationFor(tafel, vastgelegd.organisatie)?.id ?? null;
    const expired = Date.parse(vastgelegd.termijn) <= serverNow();
    const stand = vastgelegd.bevestiging === 'open' && expired ? 'stil' : vastgelegd.bevestiging;
    return (
        <div class={mine ? 'spr-recorded spr-recorded--waits' : 'spr-recorded'}>
            <p>
                <Badge tone={stand === 'open' ? 'warning' : 'neutral'}>{t.recorded.mark}</Badge>{' '}
                {t.recorded.by(
                    names.person(vastgelegd.door),
                    t.via[vastgelegd.via],
                    vastgelegd.spreker ?? '',
                )}{' '}
                {vastgelegd.gebeurdOm && `${t.recorded.happened(brief(vastgelegd.gebeurdOm))} `}
                {t.recorded.stand[stand](
                    names.organisation(vastgelegd.organisatie),
                    deadline(vastgelegd.termijn),
                )}
            </p>
            {mine && (
                <div class="spr-actions">
                    <Button
                        kind="primary"
                        busy={busy}
                        onClick={() => void run({ ...confirm, namens }, t.recorded.confirmed)}
                    >
                        {t.recorded.confirm}
                    </Button>
                    <Button onClick={onCorrect}>{t.recorded.correct}</Button>
                </div>
            )}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </div>
    );
}
