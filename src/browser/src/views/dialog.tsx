// Dialogs, on the browser's own <dialog>: it keeps the focus in, closes on Escape and gives the
// focus back to where it came from.

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useT } from '../i18n/i18n';
import type { Command } from '../line/queue';
import { Alert, Button, Heading } from './bits';
import { TextField } from './forms';
import { useCommand, type Run } from './command';
import { PrepareButton } from './klaarzetten';

interface DialogProps {
    title: string;
    onClose: () => void;
    wide?: boolean;
    children: ComponentChildren;
}

export function Dialog({ title, onClose, wide, children }: DialogProps) {
    const t = useT();
    const ref = useRef<HTMLDialogElement>(null);
    const id = useId();
    // Taking the dialog away closes it, which is not the person closing it.
    const shown = useRef(true);
    const close = () => shown.current && onClose();
    useEffect(() => {
        const dialog = ref.current;
        const back = document.activeElement;
        if (dialog && !dialog.open) dialog.showModal();
        dialog
            ?.querySelector<HTMLElement>('.spr-dialog__body :is(input, select, textarea)')
            ?.focus();
        return () => {
            shown.current = false;
            dialog?.close();
            if (back instanceof HTMLElement && back.isConnected) back.focus();
        };
    }, []);
    return (
        <dialog
            ref={ref}
            class={wide ? 'spr-dialog spr-dialog--wide' : 'spr-dialog'}
            aria-labelledby={id}
            onClose={close}
            onCancel={close}
        >
            <div class="spr-dialog__head">
                <Heading level={2} id={id}>
                    {title}
                </Heading>
                <Button kind="subtle" icon="close" onClick={onClose} aria-label={t.general.close}>
                    <span class="spr-only-wide">{t.general.close}</span>
                </Button>
            </div>
            <div class="spr-dialog__body">{children}</div>
        </dialog>
    );
}

interface FormDialogProps {
    title: string;
    submit: string;
    danger?: boolean;
    wide?: boolean;
    disabled?: boolean;
    onClose: () => void;
    /** Called when the server has it: what was kept of the text can go. */
    onDone?: () => void;
    /** Sends it; the dialog closes when the server has it. */
    onSubmit: (run: Run) => Promise<unknown>;
    /** The same, to be put aside for colleagues first. */
    prepare?: () => Command;
    children: ComponentChildren;
}

export function FormDialog({
    title,
    submit,
    danger,
    wide,
    disabled,
    onClose,
    onSubmit,
    onDone,
    prepare,
    children,
}: FormDialogProps) {
    const t = useT();
    const { busy, problem, lacksSecond, run, attempt } = useCommand();
    const finish = () => {
        onDone?.();
        onClose();
    };
    const send = async (event: Event) => {
        event.preventDefault();
        if (busy || disabled) return;
        if (await attempt(() => onSubmit(run))) finish();
    };
    return (
        <Dialog title={title} onClose={onClose} wide={wide}>
            <form class="spr-form" onSubmit={(e) => void send(e)}>
                {children}
                {problem && (
                    <Alert type="error">
                        <p>{problem}</p>
                        {lacksSecond && !prepare && (
                            <PrepareButton command={() => lacksSecond} onDone={finish} />
                        )}
                    </Alert>
                )}
                <div class="spr-actions">
                    <Button
                        kind="primary"
                        type="submit"
                        danger={danger}
                        busy={busy}
                        disabled={disabled}
                    >
                        {submit}
                    </Button>
                    {prepare && (
                        <PrepareButton command={prepare} disabled={disabled} onDone={finish} />
                    )}
                    <Button kind="subtle" onClick={onClose}>
                        {t.general.cancel}
                    </Button>
                </div>
            </form>
        </Dialog>
    );
}

interface ReasonDialogProps {
    title: string;
    explain?: string;
    submit: string;
    danger?: boolean;
    reason: 'required' | 'optional' | 'none';
    reasonLabel?: string;
    onClose: () => void;
    onSubmit: (run: Run, reden: string) => Promise<unknown>;
}

/** Asks to confirm an act, with the reason that everybody at the table will read. */
export function ReasonDialog({
    title,
    explain,
    submit,
    danger,
    reason,
    reasonLabel,
    onClose,
    onSubmit,
}: ReasonDialogProps) {
    const t = useT();
    const [reden, setReden] = useState('');
    return (
        <FormDialog
            title={title}
            submit={submit}
            danger={danger}
            onClose={onClose}
            disabled={reason === 'required' && reden.trim() === ''}
            onSubmit={(run) => onSubmit(run, reden.trim())}
        >
            {explain && <p class="utrecht-paragraph">{explain}</p>}
            {reason !== 'none' && (
                <TextField
                    label={reasonLabel ?? t.general.reason}
                    value={reden}
                    onInput={setReden}
                    rows={3}
                    maxLength={500}
                    required={reason === 'required'}
                    hint={reason === 'optional' ? t.general.optional : t.general.reasonHint}
                />
            )}
        </FormDialog>
    );
}
