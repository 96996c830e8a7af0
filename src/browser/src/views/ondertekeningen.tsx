// Signatures under an adopted decision: who signed and when, and who has not yet.

import { useState } from 'preact/hooks';
import type { Besluit, Ondertekening } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { records, type Voice } from '../state/keuzes';
import { isAdopted, maySign, signatures, unsigned } from '../state/ruggespraak';
import { Button, Heading, Icon } from './bits';
import { FormDialog, ReasonDialog } from './dialog';
import type { Level } from './ruggespraak';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, Via, makeVoor, useVoor } from './vastgelegd';

function SignDialog({ besluit, voice, onClose }: {
    besluit: Besluit;
    voice: Voice;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    return (
        <ReasonDialog
            title={t.ondertekening.zetten(names.organisation(voice.deelname.organisatie))}
            explain={t.ondertekening.confirmExplain(besluit.titel)}
            submit={t.ondertekening.confirm}
            reason="none"
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'ondertekening.zetten',
                        tafel: tafel.id,
                        namens: voice.namens.id,
                        args: { besluit: besluit.id },
                    },
                    t.general.done,
                )
            }
        />
    );
}

function RecordDialog({ besluit, onClose }: { besluit: Besluit; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const voor = useVoor({ via: 'papier' });
    return (
        <FormDialog
            title={t.ondertekening.record}
            submit={t.general.save}
            disabled={!voor.value.organisatie}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'ondertekening.zetten',
                        tafel: tafel.id,
                        args: { besluit: besluit.id, ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="utrecht-paragraph">{t.ondertekening.recordExplain}</p>
            <VoorFields
                voor={voor}
                among={unsigned(tafel, besluit.id)}
                ways={['papier', 'schriftelijk']}
                note={t.ondertekening.recordNote}
            />
        </FormDialog>
    );
}

function Signed({ row }: { row: Ondertekening }) {
    const t = useT();
    const names = useNames();
    // Of what was recorded, the person is who recorded it and not who signed.
    const own = row.via === 'platform';
    return (
        <li class="spr-handtekening">
            <Icon name="check" />
            <span>
                <strong>{names.organisation(row.organisatie)}</strong>:{' '}
                {own
                    ? t.ondertekening.signed(names.person(row.persoon), shortDay(row.op))
                    : shortDay(row.gebeurdOm ?? row.op)}
                <Via row={row} />
            </span>
        </li>
    );
}

function Controls({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [act, setAct] = useState<Voice | 'record' | null>(null);
    const close = () => setAct(null);
    return (
        <div class="spr-actions">
            {maySign(tafel, besluit).map((v) => (
                <Button key={v.deelname.id} kind="primary" onClick={() => setAct(v)}>
                    {t.ondertekening.zetten(names.organisation(v.deelname.organisatie))}
                </Button>
            ))}
            {records(tafel) && unsigned(tafel, besluit.id).length > 0 && (
                <Button icon="pen" onClick={() => setAct('record')}>
                    {t.ondertekening.record}
                </Button>
            )}
            {act === 'record' && <RecordDialog besluit={besluit} onClose={close} />}
            {act && act !== 'record' && (
                <SignDialog besluit={besluit} voice={act} onClose={close} />
            )}
        </div>
    );
}

export function Ondertekeningen({ besluit, level }: { besluit: Besluit; level: Level }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    if (!isAdopted(besluit)) return null;
    const signed = signatures(tafel, besluit.id);
    const open = unsigned(tafel, besluit.id);
    return (
        <section class="spr-erbij" data-part="ondertekeningen">
            <Heading level={level}>{t.ondertekening.list}</Heading>
            <p>{signed.length > 0 ? t.ondertekening.explain : `${t.ondertekening.none} ${t.ondertekening.explain}`}</p>
            <ul class="spr-plainlist">
                {signed.map((row) => (
                    <Signed key={row.id} row={row} />
                ))}
            </ul>
            {signed.length > 0 && open.length > 0 && (
                <p>
                    <strong>{t.ondertekening.notYet}:</strong>{' '}
                    {open.map((o) => names.organisation(o)).join(', ')}
                </p>
            )}
            <Controls besluit={besluit} />
        </section>
    );
}
