// Adding a paper: a file from this device, or an address elsewhere.

import { useEffect, useRef, useState } from 'preact/hooks';
import { useT } from '../i18n/later';
import { client } from '../state/client';
import { agenda } from '../state/bijeenkomsten';
import { leads, ownVoices } from '../state/keuzes';
import { KINDS, upload, type Progress } from '../state/upload';
import { say } from './command';
import { FormDialog } from './dialog';
import { Field, Select, TextField } from './forms';
import { useTafel } from './tafelcontext';

export function AddPaperDialog({
    bijeenkomst,
    onClose,
}: {
    bijeenkomst: string;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel } = useTafel();
    const [titel, setTitel] = useState('');
    const [adres, setAdres] = useState('');
    const [file, setFile] = useState<File | null>(null);
    const [progress, setProgress] = useState<Progress | null>(null);
    const [item, setItem] = useState('');
    const abort = useRef<AbortController | null>(null);
    useEffect(() => () => abort.current?.abort(), []);
    const good = URL.canParse(adres.trim()) && adres.trim().startsWith('https://');
    const namens = leads(tafel) ? null : (ownVoices(tafel)[0]?.namens.id ?? null);

    const choose = (chosen: File | null) => {
        setFile(chosen);
        if (chosen && !titel.trim()) setTitel(chosen.name.replace(/\.[^.]*$/, '').slice(0, 200));
    };
    const send = async () => {
        let what: { adres: string } | { bestand: string } = { adres: adres.trim() };
        if (file) {
            abort.current = new AbortController();
            const { signal } = abort.current;
            const of = { tafel: tafel.id, namens, file, signal, onProgress: setProgress };
            const bestand = await upload(of).finally(() => setProgress(null));
            if (!bestand) return false;
            what = { bestand };
        }
        await client.submit({
            do: 'stuk.toevoegen',
            tafel: tafel.id,
            namens,
            resend: true,
            args: {
                titel: titel.trim(),
                ...what,
                bijeenkomst,
                ...(item ? { agendapunt: item } : {}),
            },
        });
        say(t.general.done);
        return true;
    };
    return (
        <FormDialog
            title={t.stuk.addTitle}
            submit={t.stuk.add}
            disabled={!titel.trim() || !(file || good)}
            onClose={onClose}
            onSubmit={send}
        >
            <Field label={t.stuk.file} hint={t.stuk.fileHint}>
                {({ id, describedBy }) => (
                    <input
                        id={id}
                        class="utrecht-textbox spr-file"
                        type="file"
                        accept={KINDS}
                        aria-describedby={describedBy}
                        disabled={progress !== null}
                        onChange={(e) => choose(e.currentTarget.files?.[0] ?? null)}
                    />
                )}
            </Field>
            {progress && (
                <p role="status">
                    <progress
                        class="spr-progress"
                        aria-label={t.stuk.sending}
                        value={progress.sent}
                        max={progress.size}
                    />{' '}
                    {progress.waiting
                        ? t.stuk.waiting
                        : t.stuk.sent(t.stuk.size(progress.sent), t.stuk.size(progress.size))}
                </p>
            )}
            {!file && (
                <TextField
                    label={t.stuk.address}
                    hint={t.stuk.addressHint}
                    error={adres.length > 10 && !good ? t.stuk.badAddress : null}
                    maxLength={1000}
                    value={adres}
                    onInput={setAdres}
                />
            )}
            <TextField label={t.stuk.name} maxLength={200} value={titel} onInput={setTitel} required />
            <Select
                label={t.stuk.item}
                value={item}
                onChange={setItem}
                choices={[
                    { value: '', label: t.stuk.whole },
                    ...agenda(tafel, bijeenkomst).map((a) => ({
                        value: a.id,
                        label: `${a.nummer}. ${a.titel}`,
                    })),
                ]}
            />
        </FormDialog>
    );
}
