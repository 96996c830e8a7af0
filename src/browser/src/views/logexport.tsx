// A file of what the filters show: asked for, made while one waits, and had with the same tap.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Export, Exportformaat } from '../gen/protocol';
import { moment, number } from '../i18n/format';
import { useLogT } from '../i18n/log';
import { http, Lost, Refusal } from '../line/http';
import type { Filter } from '../state/besluitenlog';
import { client } from '../state/client';
import { A, Alert, Button } from './bits';
import { useCommand } from './command';
import { Select } from './forms';

const FORMATS: readonly Exportformaat[] = ['xlsx', 'csv_excel', 'csv', 'jsonl', 'markdown'];
const EVERY_MS = 700;

const fileOf = (id: string): string => `/v1/besluiten/exports/${id}/bestand`;

/** Asks how far it is until there is nothing more to wait for; a bad line only delays the answer. */
function useProgress(id: string, onReady: (made: Export) => void): Export | null {
    const [stand, setStand] = useState<Export | null>(null);
    useEffect(() => {
        if (!id) return undefined;
        let timer = 0;
        let over = false;
        const look = async () => {
            try {
                const now = await http<Export>(`/v1/besluiten/exports/${id}`);
                if (over) return;
                setStand(now);
                if (now.status === 'klaar') onReady(now);
                if (now.status !== 'gevraagd' && now.status !== 'bezig') return;
            } catch (error) {
                if (!(error instanceof Lost || error instanceof Refusal)) throw error;
            }
            timer = window.setTimeout(() => void look(), EVERY_MS);
        };
        setStand(null);
        void look();
        return () => {
            over = true;
            clearTimeout(timer);
        };
    }, [id]);
    return stand;
}

function Stand({ made }: { made: Export }) {
    const t = useLogT();
    if (made.status === 'mislukt' || made.status === 'verlopen')
        return <Alert type="error">{t.log.exportFailed}</Alert>;
    if (made.status !== 'klaar')
        return <p class="spr-quiet">{t.log.exportBusy(number(made.regels ?? 0))}</p>;
    return (
        <p>
            {t.log.exportReady(number(made.regels ?? 0), made.kenmerk, moment(made.peildatum))}{' '}
            <A href={fileOf(made.id)} download>
                {t.log.exportAgain}
            </A>
        </p>
    );
}

export function Download({ filter }: { filter: Filter }) {
    const t = useLogT();
    const { busy, problem, attempt } = useCommand();
    const [formaat, setFormaat] = useState<string>('xlsx');
    const [id, setId] = useState('');
    const link = useRef<HTMLAnchorElement>(null);
    const made = useProgress(id, () => link.current?.click());
    const ask = () =>
        attempt(async () => {
            const reply = await client.submit({ do: 'export.aanvragen', args: { formaat, filter } });
            setId((reply as { id: string }).id);
        });
    const making = made ? made.status === 'gevraagd' || made.status === 'bezig' : id !== '';
    return (
        <div class="spr-logexport">
            <Select
                label={t.log.exportFormat}
                value={formaat}
                onChange={setFormaat}
                choices={FORMATS.map((f) => ({ value: f, label: t.log.formaat[f] ?? f }))}
            />
            <Button kind="primary" busy={busy || making} onClick={() => void ask()}>
                {t.log.download}
            </Button>
            <div role="status">{made && <Stand made={made} />}</div>
            {problem && <Alert type="error">{problem}</Alert>}
            <a ref={link} href={id ? fileOf(id) : undefined} download hidden tabIndex={-1} aria-hidden="true" />
        </div>
    );
}
