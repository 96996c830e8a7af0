// Editing, withdrawing, hiding and showing a bijdrage, and its visible history.

import { useEffect, useState } from 'preact/hooks';
import type { Bijdrage, Versie } from '../gen/protocol';
import { moment } from '../i18n/format';
import { http } from '../line/http';
import { personName } from '../state/register';
import { Prose } from './bits';
import { Dialog, FormDialog, ReasonDialog } from './dialog';
import { useDraft } from './draft';
import { TextField } from './forms';
import type { Viewer } from './viewer';

interface PostDialog {
    post: Bijdrage;
    viewer: Viewer;
    onClose: () => void;
}

/** The representation that may speak for the organisation of this post. */
function namensOf({ post, viewer }: PostDialog): string | null {
    const organisatie = post.vastgelegd?.organisatie ?? post.spreker.organisatie;
    return viewer.feed.tafel()?.ik.namens.find((v) => v.organisatie === organisatie)?.id ?? null;
}

export function EditDialog(props: PostDialog) {
    const { post, viewer, onClose } = props;
    const { t } = viewer;
    const draft = useDraft(`herzien.${post.id}`, post.tekst);
    const tekst = draft.text;
    return (
        <FormDialog
            onDone={draft.clear}
            title={t.post.editTitle}
            submit={t.general.save}
            wide
            disabled={!tekst.trim() || tekst.trim() === post.tekst}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'bijdrage.herzien',
                        tafel: post.tafel,
                        namens: namensOf(props),
                        resend: true,
                        args: { bijdrage: post.id, tekst: tekst.trim(), versie: post.versie },
                    },
                    t.general.saved,
                )
            }
        >
            <TextField
                label={t.compose.text}
                hint={t.post.editHint}
                rows={8}
                value={tekst}
                onInput={draft.set}
                required
            />
        </FormDialog>
    );
}

export function WithdrawDialog(props: PostDialog) {
    const { post, viewer, onClose } = props;
    const { t } = viewer;
    return (
        <ReasonDialog
            title={t.post.withdrawTitle}
            explain={t.post.withdrawExplain}
            danger
            submit={t.post.withdraw}
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: 'bijdrage.intrekken',
                        tafel: post.tafel,
                        namens: namensOf(props),
                        args: { bijdrage: post.id, reden },
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function HideDialog({ post, viewer, onClose, show }: PostDialog & { show: boolean }) {
    const { t } = viewer;
    return (
        <ReasonDialog
            title={show ? t.post.showTitle : t.post.hideTitle}
            explain={show ? t.post.showExplain : t.post.hideExplain}
            submit={show ? t.post.show : t.post.hide}
            danger={!show}
            reason={show ? 'optional' : 'required'}
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    {
                        do: show ? 'bijdrage.tonen' : 'bijdrage.verbergen',
                        tafel: post.tafel,
                        args: { bijdrage: post.id, ...(reden ? { reden } : {}) },
                    },
                    t.general.done,
                )
            }
        />
    );
}

export function VersionsDialog({ post, viewer, onClose }: PostDialog) {
    const { t, register } = viewer;
    const [versions, setVersions] = useState<readonly Versie[] | 'failed' | null>(null);
    useEffect(() => {
        http<{ versies: Versie[] }>(`/v1/bijdragen/${post.id}/versies`)
            .then((answer) => setVersions([...answer.versies].reverse()))
            .catch(() => setVersions('failed'));
    }, []);
    return (
        <Dialog title={t.post.versions} onClose={onClose} wide>
            {versions === null && (
                <p class="spr-quiet" role="status">
                    {t.general.loading}
                </p>
            )}
            {versions === 'failed' && <p role="alert">{t.post.versionsFailed}</p>}
            {Array.isArray(versions) && (
                <ol class="spr-versions" reversed>
                    {(versions as readonly Versie[]).map((version) => (
                        <li key={version.versie}>
                            <p class="spr-quiet">
                                {t.post.version(version.versie)} ·{' '}
                                {personName(register, version.spreker.persoon)} ·{' '}
                                {moment(version.op)}
                                {version.reden && ` · ${t.general.reason}: ${version.reden}`}
                            </p>
                            <Prose text={version.tekst} />
                        </li>
                    ))}
                </ol>
            )}
        </Dialog>
    );
}
