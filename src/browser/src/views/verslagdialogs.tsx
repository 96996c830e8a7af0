// Writing minutes, putting them, adopting them, and recording what a party says of them.

import { useState } from 'preact/hooks';
import type { Verslag } from '../gen/protocol';
import { endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { members } from '../state/keuzes';
import { FormDialog, ReasonDialog } from './dialog';
import { useDraft } from './draft';
import { DayField, TextField, isAhead, usualDay } from './forms';
import { useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

export function WriteDialog(props: {
    bijeenkomst: string;
    verslag: Verslag | undefined;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const { bijeenkomst, verslag, onClose } = props;
    const tekst = useDraft(`verslag.tekst.${bijeenkomst}`, verslag?.tekst);
    // The version that the writer has before them, also when another one is saved meanwhile.
    const [versie] = useState(verslag?.versie ?? 0);
    return (
        <FormDialog
            title={t.verslag.writeTitle}
            submit={t.general.save}
            wide
            disabled={!tekst.text.trim()}
            onClose={onClose}
            onDone={tekst.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'verslag.schrijven',
                        tafel: tafel.id,
                        resend: true,
                        args: { bijeenkomst, tekst: tekst.text.trim(), versie },
                    },
                    t.general.saved,
                )
            }
        >
            <TextField
                label={t.verslag.text}
                rows={14}
                maxLength={16_000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
        </FormDialog>
    );
}

interface Props {
    verslag: Verslag;
    onClose: () => void;
}

export function PutMinutesDialog({ verslag, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const [day, setDay] = useState(usualDay);
    return (
        <FormDialog
            title={t.verslag.putTitle}
            submit={t.verslag.put}
            disabled={!isAhead(day)}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'verslag.voorleggen',
                        tafel: tafel.id,
                        args: { verslag: verslag.id, termijn: endOfDay(day) },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.verslag.putExplain}</p>
            <DayField label={t.verslag.until} value={day} onChange={setDay} />
        </FormDialog>
    );
}

export function AdoptDialog({ verslag, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.verslag.adoptTitle}
            explain={t.verslag.adoptExplain}
            submit={t.verslag.adopt}
            reason="none"
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    { do: 'verslag.vaststellen', tafel: tafel.id, args: { verslag: verslag.id } },
                    t.general.done,
                )
            }
        />
    );
}

export function RecordReactionDialog({ verslag, onClose }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const voor = useVoor();
    const tekst = useDraft(`verslag.voor.${verslag.id}`);
    return (
        <FormDialog
            title={t.verslag.record}
            submit={t.general.save}
            disabled={!tekst.text.trim() || !voor.value.organisatie}
            onClose={onClose}
            onDone={tekst.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'verslag.reageren',
                        tafel: tafel.id,
                        resend: true,
                        args: {
                            verslag: verslag.id,
                            tekst: tekst.text.trim(),
                            ...makeVoor(voor.value),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <VoorFields voor={voor} among={members(tafel).map((d) => d.organisatie)} />
            <TextField
                label={t.verslag.reactions}
                rows={3}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
        </FormDialog>
    );
}
