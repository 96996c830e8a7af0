// Small pieces that every page uses: icons, moments, badges, links and buttons.

import type { AnchorHTMLAttributes, ComponentChildren } from 'preact';
import { brief, moment } from '../i18n/format';
import { taal } from '../i18n/i18n';
import { useCell } from '../state/cell';
import { go } from './route';

export const cls = (...names: (string | false | null | undefined)[]): string =>
    names.filter(Boolean).join(' ');

const PATHS = {
    check: 'M4 12.5l5 5L20 6.5',
    clock: 'M12 7v5l3.5 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
    down: 'M12 5v14M6 13l6 6 6-6',
    edit: 'M4 20h4L19 9l-4-4L4 16v4z',
    eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z',
    hide: 'M4 4l16 16M9.5 5.9A9.6 9.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a16 16 0 0 1-2.6 3.3M6 7.7A15.6 15.6 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9',
    link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
    people: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20a6.5 6.5 0 0 1 13 0M16 4.4a3.5 3.5 0 0 1 0 6.2M18 14.2a6.5 6.5 0 0 1 3.5 5.8',
    pen: 'M5 4h10l4 4v12H5zM9 12h6M9 16h6',
    quote: 'M9 7H5v6h4v-1c0 2-1 3.5-3 4M19 7h-4v6h4v-1c0 2-1 3.5-3 4',
    right: 'M5 12h14M13 6l6 6-6 6',
    close: 'M6 6l12 12M18 6L6 18',
    warn: 'M12 4L2.5 20h19zM12 10v4M12 17v.5',
    plus: 'M12 5v14M5 12h14',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
    return (
        <svg class="spr-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={PATHS[name]} />
        </svg>
    );
}

export function When({ at, prefix }: { at: string; prefix?: string }) {
    useCell(taal);
    return (
        <time dateTime={at} title={moment(at)}>
            {prefix ? `${prefix} ` : ''}
            {brief(at)}
        </time>
    );
}

export type Tone = 'neutral' | 'safe' | 'warning' | 'danger' | 'active';

export function Badge({
    tone = 'neutral',
    children,
}: {
    tone?: Tone;
    children: ComponentChildren;
}) {
    return (
        <span class={`utrecht-status-badge utrecht-status-badge--${tone} spr-badge`}>
            {children}
        </span>
    );
}

export function Count({ n, label }: { n: number; label: string }) {
    if (n === 0) return null;
    return (
        <span class="utrecht-number-badge spr-count">
            <span aria-hidden="true">{n > 99 ? '99+' : n}</span>
            <span class="spr-only-heard">{label}</span>
        </span>
    );
}

type AnchorProps = AnchorHTMLAttributes & { href: string };

/** A link inside the application: the page is not loaded anew. */
export function A({ href, children, class: extra, ...rest }: AnchorProps) {
    const onClick = (event: MouseEvent) => {
        if (event.defaultPrevented || event.button !== 0) return;
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        go(href);
    };
    return (
        <a {...rest} href={href} class={cls('utrecht-link', extra as string)} onClick={onClick}>
            {children}
        </a>
    );
}

export interface ButtonProps {
    kind?: 'primary' | 'secondary' | 'subtle';
    danger?: boolean;
    icon?: IconName;
    busy?: boolean;
    type?: 'button' | 'submit';
    onClick?: (event: MouseEvent) => void;
    children: ComponentChildren;
    [aria: `aria-${string}`]: string | boolean | undefined;
    class?: string;
    disabled?: boolean;
    title?: string;
    id?: string;
}

export function Button({
    kind = 'secondary',
    danger,
    icon,
    busy,
    type = 'button',
    children,
    class: extra,
    disabled,
    ...rest
}: ButtonProps) {
    return (
        <button
            {...rest}
            type={type}
            disabled={disabled || busy}
            class={cls(
                'utrecht-button',
                kind === 'subtle' ? 'utrecht-button--subtle' : `utrecht-button--${kind}-action`,
                danger && 'utrecht-button--danger',
                busy && 'utrecht-button--busy',
                extra,
            )}
        >
            {icon && <Icon name={icon} />}
            {children}
        </button>
    );
}

export function Heading({
    level,
    id,
    children,
    class: extra,
}: {
    level: 1 | 2 | 3 | 4;
    id?: string;
    children: ComponentChildren;
    class?: string;
}) {
    const Tag = `h${level}` as 'h1' | 'h2' | 'h3' | 'h4';
    return (
        <Tag
            id={id}
            class={cls(`utrecht-heading-${level}`, extra)}
            tabIndex={level === 1 ? -1 : undefined}
        >
            {children}
        </Tag>
    );
}

export function Alert({
    type,
    children,
}: {
    type: 'info' | 'ok' | 'warning' | 'error';
    children: ComponentChildren;
}) {
    return (
        <div
            class={`utrecht-alert utrecht-alert--${type} spr-alert`}
            role={type === 'error' ? 'alert' : undefined}
        >
            <div class="utrecht-alert__content">{children}</div>
        </div>
    );
}

const URL_IN_TEXT = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g;
/** People end a text with the source it leans on; that line is set apart. */
const SOURCE_AT_END = /^([\s\S]*?)\s*((?:Bron|Source): [^\n]+)$/;

function Linked({ text }: { text: string }) {
    return (
        <>
            {text.split(URL_IN_TEXT).map((part, i) =>
                i % 2 === 0 ? (
                    part
                ) : (
                    <a
                        key={i}
                        class="utrecht-link"
                        href={part}
                        target="_blank"
                        rel="noopener noreferrer nofollow"
                    >
                        {part}
                    </a>
                ),
            )}
        </>
    );
}

/** Text as people typed it: paragraphs, line breaks and web addresses; never markup. */
export function Prose({ text, class: extra }: { text: string; class?: string }) {
    const [, body = text, source] = SOURCE_AT_END.exec(text) ?? [];
    const paragraphs = body.split(/\n{2,}/).filter((paragraph) => paragraph !== '');
    return (
        <div class={cls('spr-prose', extra)}>
            {paragraphs.map((paragraph, i) => (
                <p key={i} class="utrecht-paragraph">
                    <Linked text={paragraph} />
                </p>
            ))}
            {source && (
                <p class="spr-source">
                    <Linked text={source} />
                </p>
            )}
        </div>
    );
}

/** The mark of the Raad: sides around one table. */
export function Mark() {
    return (
        <svg class="spr-mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <circle class="spr-mark__table" cx="24" cy="24" r="9" />
            <path class="spr-mark__a" d="M27.3 5.3a19 19 0 0 1 15.4 15.4" />
            <path class="spr-mark__b" d="M42.7 27.3a19 19 0 0 1-15.4 15.4" />
            <path class="spr-mark__c" d="M20.7 42.7A19 19 0 0 1 5.3 27.3" />
            <path class="spr-mark__d" d="M5.3 20.7A19 19 0 0 1 20.7 5.3" />
        </svg>
    );
}
