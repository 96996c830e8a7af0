// Bringing in a choice question, asking for its consequences, declaring it ready, withdrawing it.

import { useState } from 'preact/hooks';
import type { Keuzevraag, Knelpunt, Vertegenwoordiging } from '../gen/protocol';
import { endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { FormDialog, ReasonDialog } from './dialog';
import { useDraft } from './draft';
import { DayField, TextField, isAhead, usualDay } from './forms';
import { useTafel } from './tafelcontext';

const MOST_OPTIONS = 20;

const linesOf = (text: string): string[] =>
    text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);

interface NewProps {
    namens: Vertegenwoordiging | null;
    /** What the question is about; it says already what doing nothing means. */
    knelpunt?: Knelpunt;
    onClose: () => void;
}

function useQuestionDraft(tafel: string, knelpunt?: Knelpunt) {
    const place = knelpunt ? `${tafel}.${knelpunt.id}` : tafel;
    const vraag = useDraft(`keuze.vraag.${place}`);
    const toelichting = useDraft(`keuze.toelichting.${place}`);
    const nietsDoen = useDraft(`keuze.niets.${place}`, knelpunt?.gevolgVanNietsDoen);
    const opties = useDraft(`keuze.opties.${place}`);
    const titels = linesOf(opties.text);
    const uitleg = toelichting.text.trim();
    const args = {
        vraag: vraag.text.trim(),
        nietsDoen: nietsDoen.text.trim(),
        opties: titels.map((titel) => ({ titel })),
        ...(uitleg ? { toelichting: uitleg } : {}),
        ...(knelpunt ? { knelpunt: knelpunt.id } : {}),
    };
    return {
        vraag,
        toelichting,
        nietsDoen,
        opties,
        args,
        ready:
            args.vraag !== '' &&
            args.nietsDoen !== '' &&
            titels.length > 0 &&
            titels.length <= MOST_OPTIONS,
        clear: () => [vraag, toelichting, nietsDoen, opties].forEach((d) => d.clear()),
    };
}

export function NewQuestionDialog({ namens, knelpunt, onClose }: NewProps) {
    const t = useT();
    const { tafel } = useTafel();
    const draft = useQuestionDraft(tafel.id, knelpunt);
    return (
        <FormDialog
            title={t.keuze.inbrengenTitle}
            submit={t.keuze.inbrengen}
            wide
            disabled={!draft.ready}
            onClose={onClose}
            onDone={draft.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'keuzevraag.inbrengen',
                        tafel: tafel.id,
                        namens: namens?.id ?? null,
                        resend: true,
                        args: draft.args,
                    },
                    t.general.done,
                )
            }
        >
            <TextField
                label={t.keuze.vraag}
                hint={t.keuze.vraagHint}
                rows={2}
                maxLength={1000}
                value={draft.vraag.text}
                onInput={draft.vraag.set}
                required
            />
            <TextField
                label={t.keuze.nietsDoen}
                hint={t.keuze.nietsDoenHint}
                rows={2}
                maxLength={1000}
                value={draft.nietsDoen.text}
                onInput={draft.nietsDoen.set}
                required
            />
            <TextField
                label={t.keuze.opties}
                hint={t.keuze.optiesHint}
                rows={4}
                maxLength={4000}
                value={draft.opties.text}
                onInput={draft.opties.set}
                required
            />
            <TextField
                label={t.keuze.explanation}
                hint={t.general.optional}
                rows={3}
                maxLength={1000}
                value={draft.toelichting.text}
                onInput={draft.toelichting.set}
            />
        </FormDialog>
    );
}

interface Props {
    vraag: Keuzevraag;
    onClose: () => void;
}

export function AskDialog({ vraag, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const [day, setDay] = useState(usualDay);
    return (
        <FormDialog
            title={t.keuze.vragenTitle}
            submit={t.keuze.vragen}
            disabled={!isAhead(day)}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'keuzevraag.gevolgen-vragen',
                        tafel: tafel.id,
                        args: { keuzevraag: vraag.id, voor: endOfDay(day) },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.keuze.vragenExplain}</p>
            <DayField label={t.keuze.vragenVoor} value={day} onChange={setDay} />
        </FormDialog>
    );
}

export function ReadyDialog({ vraag, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.keuze.besluitrijpTitle}
            explain={t.keuze.besluitrijpExplain}
            submit={t.keuze.besluitrijp}
            reason="none"
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'keuzevraag.besluitrijp-maken',
                        tafel: tafel.id,
                        args: { keuzevraag: vraag.id },
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function WithdrawQuestionDialog({
    vraag,
    namens,
    onClose,
}: Props & { namens: Vertegenwoordiging | null }) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.keuze.intrekken}
            explain={t.keuze.intrekkenExplain}
            submit={t.keuze.intrekken}
            danger
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: 'keuzevraag.intrekken',
                        tafel: tafel.id,
                        namens: namens?.id ?? null,
                        args: { keuzevraag: vraag.id, reden },
                    },
                    t.general.done,
                )
            }
        />
    );
}
