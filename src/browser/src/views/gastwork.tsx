// Guests of a bijeenkomst: the picture with their address, for who leads, and the page it opens.

import { useEffect, useState } from 'preact/hooks';
import { renderSVG } from 'uqr';
import type { Bijeenkomst } from '../gen/protocol';
import { useGastT } from '../i18n/gast';
import { useT } from '../i18n/i18n';
import { http, Refusal } from '../line/http';
import { client } from '../state/client';
import { Alert, Button, Heading } from './bits';
import { explain, useCommand } from './command';
import { Dialog } from './dialog';
import { useDraft } from './draft';
import { TextField } from './forms';
import { gastSecret } from './route';
import { useTafel } from './tafelcontext';
import { useTitle } from './title';

const address = (secret: string): string => `${location.origin}/gast#${secret}`;

/** The picture as a data address: the page takes no markup from elsewhere. */
const picture = (text: string): string =>
    `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`;

export function GuestLinkDialog({ bijeenkomst, onClose }: { bijeenkomst: Bijeenkomst; onClose: () => void }) {
    const t = useGastT();
    const { tafel } = useTafel();
    const { busy, problem, attempt } = useCommand();
    const [secret, setSecret] = useState('');
    const [copied, setCopied] = useState(false);
    const ask = (nieuw: boolean) =>
        attempt(async () => {
            const reply = await client.submit({
                do: 'bijeenkomst.gastlink',
                tafel: tafel.id,
                args: { bijeenkomst: bijeenkomst.id, ...(nieuw ? { nieuw } : {}) },
            });
            setSecret((reply as { geheim: string }).geheim);
            setCopied(false);
        });
    useEffect(() => void ask(false), [bijeenkomst.id]);
    const copy = async () => {
        await navigator.clipboard.writeText(address(secret));
        setCopied(true);
    };
    return (
        <Dialog title={t.gast.title} onClose={onClose}>
            <p class="utrecht-paragraph">{t.gast.explain}</p>
            {bijeenkomst.status === 'gepland' && <p class="spr-quiet">{t.gast.notYet}</p>}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            {secret && (
                <>
                    <img class="spr-qr" src={picture(address(secret))} alt={t.gast.picture} />
                    <p class="spr-qr__address">{address(secret)}</p>
                    <div class="spr-actions">
                        <Button kind="primary" onClick={() => void copy()}>
                            {t.gast.copy}
                        </Button>
                        <Button busy={busy} onClick={() => void ask(true)}>
                            {t.gast.fresh}
                        </Button>
                    </div>
                    <p class="spr-quiet">{t.gast.freshHint}</p>
                    <p role="status">{copied && t.gast.copied}</p>
                </>
            )}
        </Dialog>
    );
}

/** Without an account: a name, a tap, and what came of it. */
export function GuestPage() {
    const t = useGastT();
    const general = useT();
    const naam = useDraft('gast');
    const [busy, setBusy] = useState(false);
    const [done, setDone] = useState<{ titel: string; naam: string } | null>(null);
    const [problem, setProblem] = useState<string | null>(null);
    useTitle(t.gast.pageTitle);
    const send = async (event: Event) => {
        event.preventDefault();
        if (busy || !naam.text.trim()) return;
        setBusy(true);
        setProblem(null);
        try {
            const body = { geheim: gastSecret, naam: naam.text.trim() };
            setDone(await http('/v1/gasten', { method: 'POST', body }));
            naam.clear();
        } catch (error) {
            setProblem(error instanceof Refusal ? explain(error.body) : t.gast.noLine);
        } finally {
            setBusy(false);
        }
    };
    return (
        <div class="spr-card spr-card--narrow">
            <Heading level={1}>{t.gast.pageTitle}</Heading>
            {!gastSecret && <p class="utrecht-paragraph spr-lead">{t.gast.noLink}</p>}
            {gastSecret && !done && (
                <form class="spr-form" onSubmit={(e) => void send(e)}>
                    <p class="utrecht-paragraph">{t.gast.pageExplain}</p>
                    <TextField
                        label={t.gast.name}
                        hint={t.gast.organisation}
                        maxLength={120}
                        value={naam.text}
                        onInput={naam.set}
                        required
                    />
                    {problem && (
                        <Alert type="error">
                            <p>{problem}</p>
                        </Alert>
                    )}
                    <div class="spr-actions">
                        <Button kind="primary" type="submit" busy={busy} disabled={!naam.text.trim()}>
                            {t.gast.submit}
                        </Button>
                    </div>
                </form>
            )}
            <p role="status" class="utrecht-paragraph spr-lead">
                {busy ? general.general.loading : done && t.gast.done(done.naam, done.titel)}
            </p>
        </div>
    );
}
