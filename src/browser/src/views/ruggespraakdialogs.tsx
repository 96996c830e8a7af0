// Saying that a party goes back to its members, and giving their answer; the secretaris records
// both for a party.

import { useState } from 'preact/hooks';
import type { Achterban, AchterbanUitkomst, Besluit, Strekking } from '../gen/protocol';
import { dayKey, endOfDay } from '../i18n/format';
import { useT } from '../i18n/later';
import type { Voice } from '../state/keuzes';
import { consultableFor, consultationOf, rejectionMeans } from '../state/ruggespraak';
import { serverNow } from '../state/time';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { Chooser, DayField, Select, TextField, isAhead, usualDay } from './forms';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

const STREKKINGEN: readonly Strekking[] = ['positief', 'neutraal', 'negatief'];
const UITKOMSTEN: readonly AchterbanUitkomst[] = ['instemming', 'afwijzing'];

interface ConsultProps {
    besluit: Besluit;
    /** Left out when the secretaris records it for a party. */
    voice?: Voice;
    onClose: () => void;
}

const lastDay = (term: string | undefined): string =>
    term ? dayKey(Date.parse(term) - 1) : usualDay();

export function ConsultDialog({ besluit, voice, onClose }: ConsultProps) {
    const t = useT();
    const { tafel } = useTafel();
    const voor = useVoor();
    const organisatie = voice?.deelname.organisatie;
    const before = organisatie ? consultationOf(tafel, besluit.id, organisatie) : undefined;
    const orgaan = useDraft(`achterban.${besluit.id}.${organisatie ?? 'voor'}`, before?.orgaan);
    const [day, setDay] = useState(() => lastDay(before?.termijn));
    const [strekking, setStrekking] = useState<string>(before?.strekking ?? '');
    const named = voice !== undefined || voor.value.organisatie !== '';
    const args = {
        besluit: besluit.id,
        orgaan: orgaan.text.trim(),
        ...(strekking ? { strekking } : {}),
    };
    return (
        <FormDialog
            title={voice ? t.ruggespraak.melden : t.ruggespraak.record}
            submit={t.general.save}
            disabled={!args.orgaan || !isAhead(day) || !named}
            onClose={onClose}
            onDone={orgaan.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'achterban.melden',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        args: {
                            ...args,
                            termijn: endOfDay(day),
                            ...(voice ? {} : makeVoor(voor.value)),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="utrecht-paragraph">{t.ruggespraak.meldenExplain}</p>
            {!voice && <VoorFields voor={voor} among={consultableFor(tafel, besluit)} />}
            <TextField
                label={t.ruggespraak.orgaan}
                hint={t.ruggespraak.orgaanHint}
                maxLength={200}
                value={orgaan.text}
                onInput={orgaan.set}
                required
            />
            <DayField label={t.ruggespraak.termijn} value={day} onChange={setDay} />
            <Select
                label={t.ruggespraak.strekkingField}
                hint={t.general.optional}
                value={strekking}
                onChange={setStrekking}
                choices={[
                    { value: '', label: t.ruggespraak.noStrekking },
                    ...STREKKINGEN.map((s) => ({ value: s, label: t.ruggespraak.strekking[s] })),
                ]}
            />
        </FormDialog>
    );
}

const HALF_A_DAY = 43_200_000;

/** A day that was, as a moment in the middle of it; today, as a moment ago. */
function heldAt(day: string): string | undefined {
    if (!/^\d{4}-\d\d-\d\d$/.test(day)) return undefined;
    const noon = Date.parse(endOfDay(day)) - HALF_A_DAY;
    const at = Math.min(noon, serverNow() - 60_000);
    return dayKey(at) === day ? new Date(at).toISOString().replace('Z', '000Z') : undefined;
}

interface AnswerProps {
    besluit: Besluit;
    achterban: Achterban;
    voice?: Voice;
    onClose: () => void;
}

export function AnswerDialog({ besluit, achterban, voice, onClose }: AnswerProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { organisatie } = achterban;
    const voor = useVoor({ organisatie });
    const [uitkomst, setUitkomst] = useState<string>(achterban.uitkomst ?? '');
    const [day, setDay] = useState(achterban.gehoudenOp ? dayKey(achterban.gehoudenOp) : '');
    const uitleg = useDraft(`achterban.antwoord.${achterban.id}`, achterban.toelichting);
    const toelichting = uitleg.text.trim();
    const gehoudenOp = heldAt(day);
    return (
        <FormDialog
            title={t.ruggespraak.answerTitle(names.organisation(organisatie))}
            submit={voice ? t.ruggespraak.send : t.general.save}
            disabled={!uitkomst || (day !== '' && !gehoudenOp) || (!voice && !voor.value.organisatie)}
            onClose={onClose}
            onDone={uitleg.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'achterban.beantwoorden',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        resend: true,
                        args: {
                            achterban: achterban.id,
                            uitkomst,
                            ...(toelichting ? { toelichting } : {}),
                            ...(gehoudenOp ? { gehoudenOp } : {}),
                            ...(voice ? {} : makeVoor(voor.value)),
                        },
                    },
                    voice ? t.ruggespraak.sent : t.general.saved,
                )
            }
        >
            <p class="utrecht-paragraph">
                {t.ruggespraak.rejection[rejectionMeans(tafel, besluit, organisatie)](
                    voice ? t.ruggespraak.own : names.organisation(organisatie),
                )}
            </p>
            {!voice && <VoorFields voor={voor} among={[organisatie]} />}
            <Chooser
                legend={t.ruggespraak.answerChoose}
                value={uitkomst}
                onChange={setUitkomst}
                choices={UITKOMSTEN.map((u) => ({ value: u, label: t.ruggespraak.uitkomst[u] }))}
            />
            <TextField
                label={t.ruggespraak.answerWhy}
                hint={t.general.optional}
                rows={2}
                maxLength={1000}
                value={uitleg.text}
                onInput={uitleg.set}
            />
            <DayField
                label={t.ruggespraak.heldOn}
                hint={t.general.optional}
                value={day}
                onChange={setDay}
            />
        </FormDialog>
    );
}
