// Notes of dissent with a decision: they stay beside it and change nothing in it.

import { useState } from 'preact/hooks';
import type { Besluit } from '../gen/protocol';
import { brief } from '../i18n/format';
import { useT } from '../i18n/later';
import type { Voice } from '../state/keuzes';
import { mayNote, notableFor, noteOf, notesOn } from '../state/ruggespraak';
import { changedSince } from '../state/wijziging';
import { Button, Heading, Prose } from './bits';
import { FormDialog } from './dialog';
import { useDraft } from './draft';
import { TextField } from './forms';
import type { Level } from './ruggespraak';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, Via, makeVoor, useVoor } from './vastgelegd';

interface DialogProps {
    besluit: Besluit;
    /** Left out when the secretaris records it for a party. */
    voice?: Voice;
    onClose: () => void;
}

function NoteDialog({ besluit, voice, onClose }: DialogProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const voor = useVoor();
    const organisatie = voice?.deelname.organisatie;
    const before = organisatie ? noteOf(tafel, besluit.id, organisatie)?.tekst : undefined;
    const tekst = useDraft(`aantekening.${besluit.id}.${organisatie ?? 'voor'}`, before);
    const named = voice !== undefined || voor.value.organisatie !== '';
    return (
        <FormDialog
            title={
                organisatie
                    ? t.aantekening.title(names.organisation(organisatie))
                    : t.aantekening.recordTitle
            }
            submit={t.general.save}
            disabled={!tekst.text.trim() || !named}
            onClose={onClose}
            onDone={tekst.clear}
            onSubmit={(run) =>
                run(
                    {
                        do: 'aantekening.plaatsen',
                        tafel: tafel.id,
                        namens: voice?.namens.id ?? null,
                        resend: true,
                        args: {
                            besluit: besluit.id,
                            tekst: tekst.text.trim(),
                            ...(voice ? {} : makeVoor(voor.value)),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="utrecht-paragraph">{t.aantekening.explain}</p>
            {!voice && <VoorFields voor={voor} among={notableFor(tafel, besluit)} />}
            <TextField
                label={t.aantekening.text}
                rows={4}
                maxLength={1000}
                value={tekst.text}
                onInput={tekst.set}
                required
            />
        </FormDialog>
    );
}

function Controls({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [act, setAct] = useState<Voice | 'record' | null>(null);
    const voices = mayNote(tafel, besluit);
    const word = (v: Voice) =>
        noteOf(tafel, besluit.id, v.deelname.organisatie)
            ? t.aantekening.change
            : t.aantekening.plaatsen;
    return (
        <div class="spr-actions">
            {voices.map((v) => (
                <Button key={v.deelname.id} kind="subtle" onClick={() => setAct(v)}>
                    {word(v)}
                    {voices.length > 1 && ` (${names.organisation(v.deelname.organisatie)})`}
                </Button>
            ))}
            {notableFor(tafel, besluit).length > 0 && (
                <Button kind="subtle" icon="pen" onClick={() => setAct('record')}>
                    {t.aantekening.record}
                </Button>
            )}
            {act && (
                <NoteDialog
                    besluit={besluit}
                    voice={act === 'record' ? undefined : act}
                    onClose={() => setAct(null)}
                />
            )}
        </div>
    );
}

export function Aantekeningen({ besluit, level }: { besluit: Besluit; level: Level }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const all = notesOn(tafel, besluit.id);
    if (all.length + mayNote(tafel, besluit).length + notableFor(tafel, besluit).length === 0)
        return null;
    return (
        <section class="spr-erbij" data-part="aantekeningen">
            {all.length > 0 && (
                <>
                    <Heading level={level}>{t.aantekening.list}</Heading>
                    <ul class="spr-threads">
                        {all.map((a) => (
                            <li key={a.id} class="spr-thread">
                                <p>
                                    <strong>{names.organisation(a.organisatie)}</strong>{' '}
                                    <span class="spr-quiet">{brief(a.op)}</span>
                                    <Via row={a} />
                                    {changedSince(tafel, besluit.id, a.op) && (
                                        <span class="spr-quiet"> {t.keuze.earlierText}</span>
                                    )}
                                </p>
                                <Prose text={a.tekst} />
                            </li>
                        ))}
                    </ul>
                </>
            )}
            <Controls besluit={besluit} />
        </section>
    );
}
