// Does this still hold? One tap for what a party said to an earlier text; a new answer is below it.

import { useState } from 'preact/hooks';
import type { Keuzevraag } from '../gen/protocol';
import { useT } from '../i18n/later';
import { useW } from '../i18n/wijziging';
import { inPlenary, ownVoices, records, type Voice } from '../state/keuzes';
import { sectorName } from '../state/register';
import { holds, optionTitle, staleOf, staleParties, type Stale } from '../state/wijziging';
import { Alert, Button, Heading } from './bits';
import { useCommand } from './command';
import { FormDialog } from './dialog';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

function Said({ vraag, stale }: { vraag: Keuzevraag; stale: Stale }) {
    const t = useT();
    const w = useW();
    const { register } = useTafel();
    return (
        <ul class="spr-plainlist">
            {stale.antwoorden.map(({ cel, antwoord }) => (
                <li key={antwoord.id}>
                    {optionTitle(vraag, cel)}, {sectorName(register, cel.sector)}:{' '}
                    {antwoord.verwacht ? antwoord.tekst : w.geldt.no}
                </li>
            ))}
            {stale.standpunt && (
                <li>
                    {w.geldt.position}: {t.waarde[stale.standpunt.waarde]}
                    {stale.standpunt.tekst && `, ${stale.standpunt.tekst}`}
                </li>
            )}
        </ul>
    );
}

function Own({ vraag, voice }: { vraag: Keuzevraag; voice: Voice }) {
    const w = useW();
    const { tafel } = useTafel();
    const names = useNames();
    const { busy, problem, run } = useCommand();
    const { organisatie } = voice.deelname;
    const stale = staleOf(tafel, vraag, organisatie);
    const send = () =>
        void run(
            {
                do: 'keuzevraag.bevestigen',
                tafel: tafel.id,
                namens: voice.namens.id,
                resend: true,
                args: holds(vraag, stale),
            },
            w.geldt.done,
        );
    return (
        <>
            <Heading level={3}>{w.geldt.for(names.organisation(organisatie))}</Heading>
            <Said vraag={vraag} stale={stale} />
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            <div class="spr-actions">
                <Button kind="primary" busy={busy} onClick={send}>
                    {w.geldt.yes}
                </Button>
            </div>
        </>
    );
}

function RecordDialog({ vraag, onClose }: { vraag: Keuzevraag; onClose: () => void }) {
    const w = useW();
    const t = useT();
    const { tafel } = useTafel();
    const voor = useVoor();
    const stale = staleOf(tafel, vraag, voor.value.organisatie);
    return (
        <FormDialog
            title={w.geldt.recordTitle}
            submit={w.geldt.record}
            disabled={!voor.value.organisatie}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'keuzevraag.bevestigen',
                        tafel: tafel.id,
                        resend: true,
                        args: { ...holds(vraag, stale), ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <VoorFields voor={voor} among={staleParties(tafel, vraag)} />
            <Said vraag={vraag} stale={stale} />
        </FormDialog>
    );
}

export function GeldtNog({ vraag }: { vraag: Keuzevraag }) {
    const w = useW();
    const { tafel } = useTafel();
    const names = useNames();
    const [recording, setRecording] = useState(false);
    const asked = staleParties(tafel, vraag);
    const mine = inPlenary(tafel)
        ? ownVoices(tafel).filter((v) => asked.includes(v.deelname.organisatie))
        : [];
    if (asked.length === 0 || (mine.length === 0 && !records(tafel))) return null;
    return (
        <section aria-labelledby="geldt-nog" class="spr-askbox">
            <Heading level={2} id="geldt-nog">
                {w.geldt.title}
            </Heading>
            {mine.length > 0 && <p>{w.geldt.lead}</p>}
            {mine.map((v) => (
                <Own key={v.deelname.id} vraag={vraag} voice={v} />
            ))}
            {records(tafel) && (
                <>
                    <p class="spr-quiet">
                        {w.geldt.waiting(asked.map((o) => names.organisation(o)))}
                    </p>
                    <div class="spr-actions">
                        <Button icon="pen" onClick={() => setRecording(true)}>
                            {w.geldt.record}
                        </Button>
                    </div>
                </>
            )}
            {recording && <RecordDialog vraag={vraag} onClose={() => setRecording(false)} />}
        </section>
    );
}
