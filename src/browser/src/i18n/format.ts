// Numbers, plurals and moments, in the language of the page and the time of Amsterdam: terms of
// a tafel end there, wherever the reader is.

import { serverNow } from '../state/time';
import { taal } from './i18n';

const ZONE = 'Europe/Amsterdam';
const cache = new Map<string, Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = `${taal.get()} ${name}`;
    let format = cache.get(key) as Intl.DateTimeFormat | undefined;
    if (!format) {
        format = new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options });
        cache.set(key, format);
    }
    return format;
}

const locale = (): string => (taal.get() === 'nl' ? 'nl-NL' : 'en-GB');

type Moment = string | number;

/** "14:03" */
export const clock = (at: Moment): string =>
    dateFormat('clock', { hour: '2-digit', minute: '2-digit' }).format(new Date(at));

/** "14:03:22" */
export const clockExact = (at: Moment): string =>
    dateFormat('exact', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
        new Date(at),
    );

/** "dinsdag 3 februari 2026" */
export const day = (at: Moment): string =>
    dateFormat('day', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
        new Date(at),
    );

/** "3 feb 2026" */
export const shortDay = (at: Moment): string =>
    dateFormat('short', { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));

/** "dinsdag 3 februari 2026 om 14:03" */
export const moment = (at: Moment): string =>
    dateFormat('moment', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));

/** A term that ends with a day is named by that day: "tot en met dinsdag 10 februari 2026". */
export function deadline(at: Moment): string {
    const tongue = taal.get();
    if (clock(at) !== '00:00') return `${tongue === 'nl' ? 'tot' : 'until'} ${moment(at)}`;
    const lastDay = new Date(at).getTime() - 1;
    return tongue === 'nl' ? `tot en met ${day(lastDay)}` : `up to and including ${day(lastDay)}`;
}

/**
 * The moment at which a day ends in Amsterdam, as the log keeps it. Summer time begins and ends at
 * 01:00 UTC, so the clock there at the next midnight of UTC still tells the hours in between.
 */
export function endOfDay(date: string): string {
    const next = Date.parse(`${date}T00:00:00Z`) + 86_400_000;
    const ahead = Number(clock(next).slice(0, 2));
    return new Date(next - ahead * 3_600_000).toISOString().replace('Z', '000Z');
}

/** "14:03" today, "3 feb 14:03" before, with the year when it was another. */
export function brief(at: Moment, now = serverNow()): string {
    if (dayKey(at) === dayKey(now)) return clock(at);
    const sameYear = dayKey(at).slice(0, 4) === dayKey(now).slice(0, 4);
    return dateFormat(sameYear ? 'brief' : 'briefYear', {
        day: 'numeric',
        month: 'short',
        hour: '2-digit',
        minute: '2-digit',
        ...(sameYear ? {} : { year: 'numeric' }),
    }).format(new Date(at));
}

/** The calendar day in Amsterdam, to compare with. */
export function dayKey(at: Moment): string {
    const format =
        (cache.get('key') as Intl.DateTimeFormat | undefined) ??
        new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });
    cache.set('key', format);
    return format.format(new Date(at));
}

/** "vandaag", "gisteren", or the day. */
export function dayName(at: Moment, now = serverNow()): string {
    const days = Math.round((Date.parse(dayKey(at)) - Date.parse(dayKey(now))) / 86_400_000);
    if (days < -1 || days > 0) return day(at);
    const key = `${taal.get()} relative`;
    let format = cache.get(key) as Intl.RelativeTimeFormat | undefined;
    if (!format) {
        format = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
        cache.set(key, format);
    }
    return format.format(days, 'day');
}

export const number = (n: number): string => new Intl.NumberFormat(locale()).format(n);

/** "a, b en c" */
export const list = (items: readonly string[]): string =>
    new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);

/** The form that fits the number; `#` becomes the number. */
export function plural(tongue: 'nl' | 'en', n: number, one: string, other: string): string {
    const form = new Intl.PluralRules(tongue).select(n) === 'one' ? one : other;
    return form.replace('#', new Intl.NumberFormat(tongue).format(n));
}
