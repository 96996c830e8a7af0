// What voorzitter and secretaris do with a decision: drafting, putting, concluding, holding over
// and withdrawing it.

import { useState } from 'preact/hooks';
import type { Besluit, BesluitSoort, Keuzevraag, Uitkomst } from '../gen/protocol';
import { dayKey, endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { find } from '../state/rows';
import { FormDialog, ReasonDialog } from './dialog';
import { useDraft } from './draft';
import {
    Chooser,
    DateField,
    DayField,
    Select,
    TextField,
    isAhead,
    toMoment,
    usualDay,
} from './forms';
import { useTafel } from './tafelcontext';

const SOORTEN: readonly BesluitSoort[] = ['conclusie', 'advies', 'afspraak', 'procesafspraak'];
const CONCLUSIES: readonly Uitkomst[] = ['aangenomen', 'verworpen', 'verdeeld'];

interface DraftProps {
    /** The draft to revise, or else the question that a new one is about. */
    besluit?: Besluit;
    vraag?: Keuzevraag;
    onClose: () => void;
}

function useDecisionDraft(place: string, besluit: Besluit | undefined) {
    const titel = useDraft(`besluit.titel.${place}`, besluit?.titel);
    const tekst = useDraft(`besluit.tekst.${place}`, besluit?.tekst);
    const motivering = useDraft(`besluit.motivering.${place}`, besluit?.motivering);
    const samenvatting = useDraft(`besluit.samenvatting.${place}`, besluit?.samenvatting);
    return {
        titel,
        tekst,
        motivering,
        samenvatting,
        clear: () => [titel, tekst, motivering, samenvatting].forEach((d) => d.clear()),
        args: () => ({
            titel: titel.text.trim(),
            tekst: tekst.text.trim(),
            ...(motivering.text.trim() ? { motivering: motivering.text.trim() } : {}),
            ...(samenvatting.text.trim() ? { samenvatting: samenvatting.text.trim() } : {}),
        }),
    };
}

function DraftTexts({ draft }: { draft: ReturnType<typeof useDecisionDraft> }) {
    const t = useT();
    const { titel, tekst, motivering, samenvatting } = draft;
    return (
        <>
            <TextField
                label={t.besluit.name}
                maxLength={200}
                value={titel.text}
                onInput={titel.set}
                required
            />
            <TextField
                label={t.besluit.text}
                rows={5}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
            <TextField
                label={t.besluit.motivering}
                hint={t.general.optional}
                rows={3}
                maxLength={1000}
                value={motivering.text}
                onInput={motivering.set}
            />
            <TextField
                label={t.besluit.samenvatting}
                hint={t.general.optional}
                rows={3}
                maxLength={1000}
                value={samenvatting.text}
                onInput={samenvatting.set}
            />
        </>
    );
}

export function DraftDialog({ besluit, vraag, onClose }: DraftProps) {
    const t = useT();
    const { tafel } = useTafel();
    const over = vraag ?? find(tafel.keuzevragen, besluit?.keuzevraag);
    const draft = useDecisionDraft(besluit?.id ?? `bij.${over?.id ?? tafel.id}`, besluit);
    const [soort, setSoort] = useState<string>(besluit?.soort ?? 'conclusie');
    const [optie, setOptie] = useState(besluit?.optie ?? '');
    // The version that the writer has before them, also when another one is saved meanwhile.
    const [versie] = useState(besluit?.versie);
    const [day, setDay] = useState(() =>
        besluit?.evalueerOp ? dayKey(Date.parse(besluit.evalueerOp) - 1) : '',
    );
    const [vervangt, setVervangt] = useState(besluit?.vervangt ?? '');
    const adopted = tafel.besluiten.filter((b) => b.uitkomst === 'aangenomen' && !b.vervangenDoor);
    const args = {
        ...(besluit ? { besluit: besluit.id, versie } : {}),
        ...(vervangt ? { vervangt } : {}),
        ...(over ? { keuzevraag: over.id } : {}),
        ...(over && optie ? { optie } : {}),
        soort,
        ...draft.args(),
        ...(day ? { evalueerOp: endOfDay(day) } : {}),
    };
    return (
        <FormDialog
            title={besluit ? t.besluit.herzien : t.besluit.opstellenTitle}
            submit={t.besluit.save}
            wide
            disabled={!args.titel || !args.tekst || (day !== '' && !isAhead(day))}
            onClose={onClose}
            onDone={draft.clear}
            onSubmit={(run) =>
                run(
                    { do: 'besluit.opstellen', tafel: tafel.id, resend: true, args },
                    t.general.saved,
                )
            }
        >
            <DraftTexts draft={draft} />
            {over && (
                <Select
                    label={t.besluit.option}
                    value={optie}
                    onChange={setOptie}
                    choices={[
                        { value: '', label: t.besluit.noOption },
                        ...over.opties.map((o) => ({ value: o.id, label: o.titel })),
                    ]}
                />
            )}
            <Select
                label={t.besluit.kind}
                value={soort}
                onChange={setSoort}
                choices={SOORTEN.map((s) => ({ value: s, label: t.besluitSoort[s] }))}
            />
            {adopted.length > 0 && (
                <Select
                    label={t.besluit.replaces}
                    value={vervangt}
                    onChange={setVervangt}
                    choices={[
                        { value: '', label: t.besluit.replacesNone },
                        ...adopted.map((b) => ({ value: b.id, label: `${b.kenmerk} ${b.titel}` })),
                    ]}
                />
            )}
            <DayField
                label={t.besluit.evalueerOp}
                hint={t.general.optional}
                value={day}
                onChange={setDay}
            />
        </FormDialog>
    );
}

interface Props {
    besluit: Besluit;
    onClose: () => void;
}

export function PutDialog({ besluit, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const [how, setHow] = useState('now');
    const [day, setDay] = useState(usualDay);
    const written = how === 'written';
    return (
        <FormDialog
            title={t.besluit.voorleggenTitle}
            submit={t.besluit.voorleggen}
            disabled={written && !isAhead(day)}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'besluit.voorleggen',
                        tafel: tafel.id,
                        args: {
                            besluit: besluit.id,
                            ...(written ? { termijn: endOfDay(day) } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.besluit.voorleggenExplain}</p>
            <Chooser
                legend={t.besluit.how}
                value={how}
                onChange={setHow}
                choices={[
                    { value: 'now', label: t.besluit.now },
                    { value: 'written', label: t.besluit.written },
                ]}
            />
            {written && <DayField label={t.besluit.until} value={day} onChange={setDay} />}
        </FormDialog>
    );
}

export function ConcludeDialog({ besluit, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const [uitkomst, setUitkomst] = useState('');
    const [reden, setReden] = useState('');
    const [om, setOm] = useState('');
    return (
        <FormDialog
            title={t.besluit.concluderenTitle}
            submit={t.besluit.concluderen}
            disabled={!uitkomst}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'besluit.concluderen',
                        tafel: tafel.id,
                        args: {
                            besluit: besluit.id,
                            uitkomst,
                            ...(reden.trim() ? { reden: reden.trim() } : {}),
                            ...(om ? { gebeurdOm: toMoment(om) } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.besluit.concluderenExplain}</p>
            <Chooser
                legend={t.besluit.what}
                value={uitkomst}
                onChange={setUitkomst}
                choices={CONCLUSIES.map((u) => ({ value: u, label: t.uitkomst[u] }))}
            />
            <TextField
                label={t.general.reason}
                hint={t.general.optional}
                rows={2}
                maxLength={500}
                value={reden}
                onInput={setReden}
            />
            <DateField label={t.besluit.happened} value={om} onChange={setOm} />
        </FormDialog>
    );
}

export function HoldDialog({ besluit, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const [day, setDay] = useState(usualDay);
    const [reden, setReden] = useState('');
    return (
        <FormDialog
            title={t.besluit.aanhoudenTitle}
            submit={t.besluit.aanhouden}
            disabled={!isAhead(day)}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'besluit.concluderen',
                        tafel: tafel.id,
                        args: {
                            besluit: besluit.id,
                            uitkomst: 'aangehouden',
                            tot: endOfDay(day),
                            ...(reden.trim() ? { reden: reden.trim() } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <DayField label={t.besluit.aanhoudenTot} value={day} onChange={setDay} />
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

export function WithdrawDialog({ besluit, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.besluit.intrekken}
            explain={t.besluit.intrekkenExplain}
            submit={t.besluit.intrekken}
            danger
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: 'besluit.intrekken',
                        tafel: tafel.id,
                        args: { besluit: besluit.id, reden },
                    },
                    t.general.done,
                )
            }
        />
    );
}
