// Form fields with a label, an explanation and an error that belong together for everybody.

import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { endOfDay } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { serverNow } from '../state/time';
import { cls } from './bits';

interface FieldProps {
    label: string;
    hint?: string;
    error?: string | null;
    children: (ids: { id: string; describedBy: string | undefined }) => ComponentChildren;
}

export function Field({ label, hint, error, children }: FieldProps) {
    const id = useId();
    const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
    return (
        <div class={cls('utrecht-form-field spr-field', error && 'utrecht-form-field--invalid')}>
            <label class="utrecht-form-label" for={id}>
                {label}
            </label>
            {hint && (
                <p class="utrecht-form-field-description" id={`${id}-hint`}>
                    {hint}
                </p>
            )}
            {error && (
                <p class="utrecht-form-field-error-message" id={`${id}-error`}>
                    {error}
                </p>
            )}
            {children({ id, describedBy: describedBy || undefined })}
        </div>
    );
}

interface TextProps {
    label: string;
    hint?: string;
    error?: string | null;
    value: string;
    onInput: (value: string) => void;
    rows?: number;
    maxLength?: number;
    required?: boolean;
}

export function TextField({
    label,
    hint,
    error,
    value,
    onInput,
    rows,
    maxLength,
    required,
}: TextProps) {
    return (
        <Field label={label} hint={hint} error={error}>
            {({ id, describedBy }) =>
                rows ? (
                    <textarea
                        id={id}
                        rows={rows}
                        class="utrecht-textarea utrecht-textarea--html-textarea"
                        value={value}
                        maxLength={maxLength}
                        required={required}
                        aria-describedby={describedBy}
                        aria-invalid={error ? 'true' : undefined}
                        onInput={(e) => onInput(e.currentTarget.value)}
                    />
                ) : (
                    <input
                        id={id}
                        type="text"
                        class="utrecht-textbox utrecht-textbox--html-input"
                        value={value}
                        maxLength={maxLength}
                        required={required}
                        autocomplete="off"
                        aria-describedby={describedBy}
                        aria-invalid={error ? 'true' : undefined}
                        onInput={(e) => onInput(e.currentTarget.value)}
                    />
                )
            }
        </Field>
    );
}

export interface Choice {
    value: string;
    label: string;
}

interface SelectProps {
    label: string;
    hint?: string;
    value: string;
    choices: readonly Choice[];
    onChange: (value: string) => void;
}

export function Select({ label, hint, value, choices, onChange }: SelectProps) {
    return (
        <Field label={label} hint={hint}>
            {({ id, describedBy }) => (
                <select
                    id={id}
                    class="utrecht-select utrecht-select--html-select"
                    value={value}
                    aria-describedby={describedBy}
                    onChange={(e) => onChange(e.currentTarget.value)}
                >
                    {choices.map((choice) => (
                        <option key={choice.value} value={choice.value}>
                            {choice.label}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}

interface CheckProps {
    label: string;
    hint?: string;
    checked: boolean;
    onChange: (checked: boolean) => void;
}

export function Check({ label, hint, checked, onChange }: CheckProps) {
    const id = useId();
    return (
        <div class="spr-check">
            <input
                id={id}
                type="checkbox"
                class="utrecht-checkbox utrecht-checkbox--html-input"
                checked={checked}
                aria-describedby={hint ? `${id}-hint` : undefined}
                onChange={(e) => onChange(e.currentTarget.checked)}
            />
            <label class="utrecht-form-label utrecht-form-label--checkbox" for={id}>
                {label}
            </label>
            {hint && (
                <span class="spr-quiet" id={`${id}-hint`}>
                    {hint}
                </span>
            )}
        </div>
    );
}

interface ChooserProps {
    legend: string;
    value: string;
    choices: readonly Choice[];
    onChange: (value: string) => void;
}

/** A few choices side by side, each as large as a button: one of them is to be picked. */
export function Chooser({ legend, value, choices, onChange }: ChooserProps) {
    const name = useId();
    return (
        <fieldset class="spr-fieldset spr-chooser">
            <legend class="utrecht-form-label">{legend}</legend>
            <div class="spr-chooser__set">
                {choices.map((choice) => (
                    <label key={choice.value} class="spr-chooser__choice">
                        <input
                            type="radio"
                            name={name}
                            value={choice.value}
                            checked={choice.value === value}
                            onChange={() => onChange(choice.value)}
                        />
                        <span>{choice.label}</span>
                    </label>
                ))}
            </div>
        </fieldset>
    );
}

/** The last day of a term, to be sent with `endOfDay`. */
export function DayField({
    label,
    hint,
    value,
    onChange,
}: {
    label: string;
    /** A day with a hint may be left open. */
    hint?: string;
    value: string;
    onChange: (value: string) => void;
}) {
    return (
        <Field label={label} hint={hint}>
            {({ id, describedBy }) => (
                <input
                    id={id}
                    type="date"
                    value={value}
                    required={hint === undefined}
                    aria-describedby={describedBy}
                    class="utrecht-textbox utrecht-textbox--html-input"
                    onInput={(e) => onChange(e.currentTarget.value)}
                />
            )}
        </Field>
    );
}

const TWO_WEEKS = 14 * 86_400_000;

/** What a term is when nobody says otherwise: two weeks, the time of ruggespraak. */
export const usualDay = (): string => new Date(serverNow() + TWO_WEEKS).toISOString().slice(0, 10);

/** Whether the day is one, and its end has not passed. */
export const isAhead = (day: string): boolean =>
    /^\d{4}-\d\d-\d\d$/.test(day) && Date.parse(endOfDay(day)) > serverNow();

/** A moment in the reader's own time; it may be left open. */
export function DateField({
    label,
    value,
    onChange,
}: {
    label: string;
    value: string;
    onChange: (value: string) => void;
}) {
    const t = useT();
    return (
        <Field label={label} hint={t.general.optional}>
            {({ id, describedBy }) => (
                <input
                    id={id}
                    type="datetime-local"
                    aria-describedby={describedBy}
                    value={value}
                    class="utrecht-textbox utrecht-textbox--html-input"
                    onInput={(e) => onChange(e.currentTarget.value)}
                />
            )}
        </Field>
    );
}

/** What the field says in the reader's own time, as the moment that the log keeps. */
export const toMoment = (value: string): string | undefined =>
    value ? new Date(value).toISOString().replace('Z', '000Z') : undefined;
