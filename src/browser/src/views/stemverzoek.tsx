// Asking for a vote: by a party itself, or recorded by the secretaris for one that asked in the room.

import { useState } from 'preact/hooks';
import type { Besluit } from '../gen/protocol';
import { useT } from '../i18n/later';
import { mayAskVote } from '../state/keuzes';
import { mayBeAsked } from '../state/stemwijze';
import { Button } from './bits';
import { FormDialog, ReasonDialog } from './dialog';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

function RecordDialog({ besluit, onClose }: { besluit: Besluit; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const voor = useVoor();
    return (
        <FormDialog
            title={t.besluit.vroegStemming}
            submit={t.general.save}
            disabled={!voor.value.organisatie}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'besluit.stemming-vragen',
                        tafel: tafel.id,
                        args: { besluit: besluit.id, ...makeVoor(voor.value) },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="utrecht-paragraph">{t.besluit.vroegStemmingExplain}</p>
            <VoorFields voor={voor} among={mayBeAsked(tafel, besluit)} />
        </FormDialog>
    );
}

export function AskVote({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [asking, setAsking] = useState('');
    const voices = mayAskVote(tafel, besluit);
    const voice = voices.find((v) => v.deelname.id === asking);
    const done = () => setAsking('');
    return (
        <>
            {voices.map((v) => (
                <Button key={v.deelname.id} onClick={() => setAsking(v.deelname.id)}>
                    {t.besluit.vraagStemming}
                    {voices.length > 1 && ` (${names.organisation(v.deelname.organisatie)})`}
                </Button>
            ))}
            {mayBeAsked(tafel, besluit).length > 0 && (
                <Button icon="pen" onClick={() => setAsking('record')}>
                    {t.besluit.vroegStemming}
                </Button>
            )}
            {asking === 'record' && <RecordDialog besluit={besluit} onClose={done} />}
            {voice && (
                <ReasonDialog
                    title={t.besluit.vraagStemmingTitle}
                    explain={t.besluit.vraagStemmingExplain}
                    submit={t.besluit.vraagStemming}
                    reason="none"
                    onClose={done}
                    onSubmit={(run) =>
                        run(
                            {
                                do: 'besluit.stemming-vragen',
                                tafel: tafel.id,
                                namens: voice.namens.id,
                                args: { besluit: besluit.id },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </>
    );
}
