// Writing a bijdrage. The text is kept in this browser at every stroke, so that a reload, a lost
// line or the end of the session costs nothing.
//
// Invariant: a text is in exactly one place: the draft, until it is handed to the send queue,
// which keeps it until the server has it.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { BijdrageSoort, Onderwerp } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { client } from '../state/client';
import { hasRole, voices } from '../state/select';
import { Button, cls } from './bits';
import { useCell } from '../state/cell';
import { Check, Field, Select } from './forms';
import { useDraft } from './draft';
import { useKeys } from './help';
import { BIJDRAGE_SOORTEN } from './labels';
import { ReadersLine } from './lezers';
import { useNames, useTafel } from './tafelcontext';
import { VoorFields, makeVoor, useVoor } from './vastgelegd';

const MOST_BYTES = 16 * 1024;
const WARN_BYTES = 14 * 1024;

/** The post that is answered, and the words quoted from it. */
export interface Reply {
    id: string;
    name: string;
    citaat: string;
}

interface ComposeProps {
    onderwerp: Onderwerp;
    reply: Reply | null;
    onReplyDone: () => void;
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

function QuoteToSend({ reply, onDrop }: { reply: Reply; onDrop: () => void }) {
    const t = useT();
    return (
        <div class="spr-replying">
            <blockquote class="utrecht-blockquote spr-quote">
                <p class="spr-quiet">{t.post.replyTo(reply.name)}</p>
                <p>{reply.citaat}</p>
            </blockquote>
            <Button kind="subtle" icon="close" onClick={onDrop} aria-label={t.compose.dropQuote}>
                <span class="spr-only-wide">{t.compose.dropQuote}</span>
            </Button>
        </div>
    );
}

function Size({ text }: { text: string }) {
    const t = useT();
    const bytes = bytesOf(text);
    if (bytes < WARN_BYTES) return null;
    const left = MOST_BYTES - bytes;
    return (
        <p class={cls('spr-quiet', left < 0 && 'spr-toolong')} role="status">
            {left < 0 ? t.compose.tooLong : t.compose.almostFull(left)}
        </p>
    );
}

export function Compose({ onderwerp, reply, onReplyDone }: ComposeProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const ended = useCell(client.session).kind === 'ended';
    const { text, set: setText } = useDraft(`onderwerp.${onderwerp.id}`);
    const [soort, setSoort] = useState<BijdrageSoort>('bijdrage');
    const [personal, setPersonal] = useState(false);
    const [more, setMore] = useState(false);
    const [opened, setOpened] = useState(text !== '');
    const options = voices(tafel, onderwerp.stroom);
    const [chosen, setChosen] = useState<string | null>(null);
    const voice = options.find((v) => (v?.id ?? '') === chosen) ?? options[0] ?? null;
    const voor = useVoor();
    const area = useRef<HTMLTextAreaElement>(null);
    const ready = text.trim() !== '' && bytesOf(text.trim()) <= MOST_BYTES && !ended;

    useEffect(() => {
        if (reply) area.current?.focus();
    }, [reply?.id]);
    useKeys({ n: () => area.current?.focus() });

    const send = () => {
        if (!ready) return;
        const recorded = makeVoor(voor.value);
        client
            .submit({
                do: 'bijdrage.plaatsen',
                tafel: tafel.id,
                namens: 'voor' in recorded ? null : (voice?.id ?? null),
                resend: true,
                keep: true,
                args: {
                    onderwerp: onderwerp.id,
                    tekst: text.trim(),
                    soort,
                    ...(personal && !('voor' in recorded) ? { persoonlijkeTitel: true } : {}),
                    ...(reply
                        ? {
                              antwoordOp: reply.id,
                              ...(reply.citaat ? { citaat: reply.citaat } : {}),
                          }
                        : {}),
                    ...recorded,
                },
            })
            .catch(() => undefined); // a refusal is shown at the post itself, with what can be done
        setText('');
        setSoort('bijdrage');
        setPersonal(false);
        voor.set({ ...voor.value, organisatie: '', spreker: '' });
        onReplyDone();
        area.current?.focus();
    };
    const onKeyDown = (event: KeyboardEvent) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            send();
        }
        if (event.key === 'Escape' && reply) onReplyDone();
    };
    const onInput = (next: string) => {
        setText(next);
        if (next.trim()) client.tellTyping(onderwerp.stroom, onderwerp.id, voice?.id ?? null);
    };

    return (
        <form
            class={cls('spr-compose', !opened && !reply && 'spr-compose--idle')}
            aria-label={t.compose.title}
            onFocusCapture={() => setOpened(true)}
            onSubmit={(event) => {
                event.preventDefault();
                send();
            }}
        >
            <div class="spr-compose__top">
                {options.length > 1 ? (
                    <Select
                        label={t.compose.voice}
                        value={voice?.id ?? ''}
                        onChange={setChosen}
                        choices={options.map((v) => ({
                            value: v?.id ?? '',
                            label: v ? names.organisation(v.organisatie) : t.compose.ownRole,
                        }))}
                    />
                ) : (
                    <p class="spr-voice">
                        {voice
                            ? t.compose.speaksFor(names.organisation(voice.organisatie))
                            : t.compose.speaksAs(tafel.ik.rollen.map((r) => t.rol(r)).join(', '))}
                    </p>
                )}
                <Select
                    label={t.compose.kind}
                    value={soort}
                    onChange={(value) => setSoort(value as BijdrageSoort)}
                    choices={BIJDRAGE_SOORTEN.map((s) => ({ value: s, label: t.soort[s] }))}
                />
            </div>
            {reply && <QuoteToSend reply={reply} onDrop={onReplyDone} />}
            <Field label={t.compose.text}>
                {({ id }) => (
                    <textarea
                        id={id}
                        ref={area}
                        rows={opened ? 3 : 1}
                        value={text}
                        onKeyDown={onKeyDown}
                        class="utrecht-textarea utrecht-textarea--html-textarea spr-compose__text"
                        placeholder={
                            voice
                                ? t.compose.placeholder(names.organisation(voice.organisatie))
                                : t.compose.placeholderOwn
                        }
                        onInput={(e) => onInput(e.currentTarget.value)}
                    />
                )}
            </Field>
            <Size text={text} />
            {more && (
                <div class="spr-compose__more">
                    {voice && !voor.value.organisatie && (
                        <Check
                            label={t.compose.personal}
                            hint={t.compose.personalHint}
                            checked={personal}
                            onChange={setPersonal}
                        />
                    )}
                    {hasRole(tafel, 'secretaris') && <VoorFields voor={voor} />}
                </div>
            )}
            <div class="spr-compose__foot">
                <ReadersLine stroom={onderwerp.stroom} />
                <div class="spr-actions">
                    {(voice || hasRole(tafel, 'secretaris')) && (
                        <Button
                            kind="subtle"
                            aria-expanded={more ? 'true' : 'false'}
                            onClick={() => setMore(!more)}
                        >
                            {t.compose.options}
                        </Button>
                    )}
                    <Button kind="primary" type="submit" disabled={!ready} title="Ctrl + Enter">
                        {t.compose.send}
                    </Button>
                </div>
            </div>
            {ended && text && (
                <p class="spr-quiet" role="status">
                    {t.compose.keptDraft}
                </p>
            )}
        </form>
    );
}
