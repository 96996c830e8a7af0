// Reporting a knelpunt, revising it, and closing it.

import { useState } from 'preact/hooks';
import type { Bijdrage, Knelpunt, Zwaarte } from '../gen/protocol';
import { dayKey, endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { leads, ownVoices, records } from '../state/keuzes';
import { reporterVoice, sectorsFor } from '../state/knelpunten';
import { sectorName } from '../state/register';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Check, Chooser, DayField, TextField, isAhead, usualDay } from './forms';
import { lastDayOf } from './knelpuntklok';
import { useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

const ZWAARTEN: readonly Zwaarte[] = ['signaal', 'knelt', 'urgent'];
const ENDINGS = ['opgelost', 'vervallen'] as const;

type Words = Partial<Pick<Knelpunt, 'titel' | 'toelichting'>>;

/** The first line of a post is what hurts; a post that says more explains it. */
function wordsOf(post: Bijdrage): Words {
    const text = post.tekst ?? '';
    const titel = (text.split('\n')[0] ?? '').slice(0, 200);
    return { titel, ...(text === titel ? {} : { toelichting: text.slice(0, 1000) }) };
}

/** The fields of a knelpunt, as they are or as they are going to be; texts are kept while typed. */
function useFields(place: string, before?: Knelpunt, words: Words = before ?? {}) {
    const titel = useDraft(`knelpunt.titel.${place}`, words.titel);
    const toelichting = useDraft(`knelpunt.toelichting.${place}`, words.toelichting);
    const niets = useDraft(`knelpunt.niets.${place}`, before?.gevolgVanNietsDoen);
    const [sectoren, setSectoren] = useState<readonly string[]>(before?.sectoren ?? []);
    const [zwaarte, setZwaarte] = useState<Zwaarte>(before?.zwaarte ?? 'knelt');
    const first = before ? dayKey(lastDayOf(before)) : usualDay();
    const [day, setDay] = useState(first);
    const uitleg = toelichting.text.trim();
    // A date that stays may have passed, and may be a moment in the day.
    const stays = before !== undefined && day === first;
    const ready =
        titel.text.trim() !== '' &&
        niets.text.trim() !== '' &&
        sectoren.length > 0 &&
        (stays || isAhead(day));
    return {
        titel,
        toelichting,
        niets,
        sectoren,
        setSectoren,
        zwaarte,
        setZwaarte,
        day,
        setDay,
        ready,
        args: () => ({
            titel: titel.text.trim(),
            sectoren,
            zwaarte,
            handelingsruimteTot: stays ? before.handelingsruimteTot : endOfDay(day),
            gevolgVanNietsDoen: niets.text.trim(),
            ...(uitleg ? { toelichting: uitleg } : {}),
        }),
        clear: () => [titel, toelichting, niets].forEach((d) => d.clear()),
    };
}

type FieldsOf = ReturnType<typeof useFields>;

function Sectors({ fields, before }: { fields: FieldsOf; before?: Knelpunt }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const { sectoren, setSectoren } = fields;
    return (
        <fieldset class="spr-fieldset">
            <legend class="utrecht-form-label">{t.knelpunt.where}</legend>
            <p class="utrecht-form-field-description">{t.knelpunt.whereHint}</p>
            {sectorsFor(tafel, before).map((id) => (
                <Check
                    key={id}
                    label={sectorName(register, id)}
                    checked={sectoren.includes(id)}
                    onChange={(on) =>
                        setSectoren(on ? [...sectoren, id] : sectoren.filter((s) => s !== id))
                    }
                />
            ))}
        </fieldset>
    );
}

function Fields({ fields, before }: { fields: FieldsOf; before?: Knelpunt }) {
    const t = useT();
    return (
        <>
            <TextField
                label={t.knelpunt.title}
                hint={t.knelpunt.titleHint}
                maxLength={200}
                value={fields.titel.text}
                onInput={fields.titel.set}
                required
            />
            <Sectors fields={fields} before={before} />
            <Chooser
                legend={t.knelpunt.howHeavy}
                value={fields.zwaarte}
                choices={ZWAARTEN.map((z) => ({ value: z, label: t.knelpunt.heavy[z] }))}
                onChange={(value) => fields.setZwaarte(value as Zwaarte)}
            />
            <DayField label={t.knelpunt.until} value={fields.day} onChange={fields.setDay} />
            <TextField
                label={t.knelpunt.nothing}
                hint={t.knelpunt.nothingHint}
                rows={3}
                maxLength={1000}
                value={fields.niets.text}
                onInput={fields.niets.set}
                required
            />
            <TextField
                label={t.knelpunt.explanation}
                hint={t.general.optional}
                rows={3}
                maxLength={1000}
                value={fields.toelichting.text}
                onInput={fields.toelichting.set}
            />
        </>
    );
}

interface ReportProps {
    /** The post it comes from, if any. */
    bijdrage?: Bijdrage;
    onClose: () => void;
}

export function ReportDialog({ bijdrage, onClose }: ReportProps) {
    const t = useT();
    const { tafel } = useTafel();
    const fields = useFields(
        bijdrage ? `${tafel.id}.bijdrage.${bijdrage.id}` : tafel.id,
        undefined,
        bijdrage && wordsOf(bijdrage),
    );
    const voor = useVoor();
    const voice = leads(tafel) ? undefined : ownVoices(tafel)[0];
    return (
        <FormDialog
            title={t.knelpunt.reportTitle}
            submit={t.knelpunt.report}
            wide
            disabled={!fields.ready}
            onClose={onClose}
            onDone={fields.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'knelpunt.melden',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        resend: true,
                        args: {
                            ...fields.args(),
                            ...(bijdrage ? { bijdrage: bijdrage.id } : {}),
                            ...(voice ? {} : makeVoor(voor.value)),
                        },
                    },
                    t.general.done,
                )
            }
        >
            {records(tafel) && <VoorFields voor={voor} />}
            <Fields fields={fields} />
        </FormDialog>
    );
}

interface Props {
    knelpunt: Knelpunt;
    onClose: () => void;
}

export function ReviseDialog({ knelpunt, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    // What somebody else changes meanwhile is not overwritten: the server compares the version.
    const [before] = useState(knelpunt);
    const fields = useFields(`${tafel.id}.${before.id}.${before.versie}`, before);
    const own = reporterVoice(tafel, before);
    return (
        <FormDialog
            title={t.knelpunt.reviseTitle(before.nummer)}
            submit={t.general.save}
            wide
            disabled={!fields.ready}
            onClose={onClose}
            onDone={fields.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'knelpunt.herzien',
                        tafel: tafel.id,
                        namens: own?.namens.id ?? null,
                        args: { knelpunt: before.id, versie: before.versie, ...fields.args() },
                    },
                    t.general.saved,
                )
            }
        >
            {!own && <p class="utrecht-paragraph">{t.knelpunt.reviseExplain}</p>}
            <Fields fields={fields} before={before} />
        </FormDialog>
    );
}

export function CloseDialog({ knelpunt, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const leading = leads(tafel);
    const [status, setStatus] = useState<string>(leading ? 'opgelost' : 'vervallen');
    const uitkomst = useDraft(`knelpunt.uitkomst.${knelpunt.id}`);
    return (
        <FormDialog
            title={t.knelpunt.closeTitle(knelpunt.nummer)}
            submit={leading ? t.knelpunt.close : t.knelpunt.drop}
            disabled={uitkomst.text.trim() === ''}
            onClose={onClose}
            onDone={uitkomst.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'knelpunt.afhandelen',
                        tafel: tafel.id,
                        namens: leading ? null : (reporterVoice(tafel, knelpunt)?.namens.id ?? null),
                        args: { knelpunt: knelpunt.id, status, uitkomst: uitkomst.text.trim() },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">
                {leading ? t.knelpunt.closeExplain : t.knelpunt.dropExplain}
            </p>
            {leading && (
                <Chooser
                    legend={t.knelpunt.how}
                    value={status}
                    choices={ENDINGS.map((e) => ({ value: e, label: t.knelpuntStatus[e] }))}
                    onChange={setStatus}
                />
            )}
            <TextField
                label={t.knelpunt.story}
                rows={3}
                maxLength={1000}
                value={uitkomst.text}
                onInput={uitkomst.set}
                required
            />
        </FormDialog>
    );
}
