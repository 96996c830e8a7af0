// The clock of knelpunten: in words beside each, and as one line of time for all that are open.
//
// The line is not straight time: what is near has more room, because there days count, and what is
// over has a corner of its own. It shows what the list says, with the same numbers; who does not
// see it misses nothing.

import { useEffect, useState } from 'preact/hooks';
import type { Knelpunt } from '../gen/protocol';
import { day, dayKey, deadline } from '../i18n/format';
import { useT, type Whole } from '../i18n/later';
import { roomIsOver } from '../state/knelpunten';
import { serverNow } from '../state/time';
import { Icon, cls } from './bits';

const DAY = 86_400_000;
const SOON = 14;
const LAST_DAYS = 3;

/** The day that a term ends with, in Amsterdam. */
export const lastDayOf = (knelpunt: Knelpunt): number =>
    Date.parse(knelpunt.handelingsruimteTot) - 1;

/** Whole days between today and a last day; 0 on that day itself. */
export const daysUntil = (lastDay: number, now: number): number =>
    Math.round((Date.parse(dayKey(lastDay)) - Date.parse(dayKey(now))) / DAY);
const daysLeft = (knelpunt: Knelpunt, now: number): number => daysUntil(lastDayOf(knelpunt), now);

type Urgency = 'over' | 'last' | 'soon' | 'later';

function urgencyOf(knelpunt: Knelpunt, now: number): Urgency {
    if (roomIsOver(knelpunt)) return 'over';
    const left = daysLeft(knelpunt, now);
    return left <= LAST_DAYS ? 'last' : left <= SOON ? 'soon' : 'later';
}

/** A page that stays open is still right tomorrow. */
export function useNow(): number {
    const [now, setNow] = useState(serverNow);
    useEffect(() => {
        const timer = setInterval(() => setNow(serverNow()), 60_000);
        return () => clearInterval(timer);
    }, []);
    return now;
}

function inWords(t: Whole, knelpunt: Knelpunt, now: number): string {
    if (roomIsOver(knelpunt)) return t.knelpunt.over(day(lastDayOf(knelpunt)));
    const left = daysLeft(knelpunt, now);
    if (left <= 0) return t.knelpunt.lastDay;
    return left < 60 ? t.knelpunt.days(left) : t.knelpunt.months(Math.floor(left / 30.4));
}

export function Klok({ knelpunt, now }: { knelpunt: Knelpunt; now: number }) {
    const t = useT();
    return (
        <p class={cls('spr-klok', `spr-klok--${urgencyOf(knelpunt, now)}`)}>
            <Icon name="clock" />
            <span>
                <strong>{inWords(t, knelpunt, now)}</strong>
                {!roomIsOver(knelpunt) && <>, {deadline(knelpunt.handelingsruimteTot)}</>}
            </span>
        </p>
    );
}

interface Mark {
    knelpunt: Knelpunt;
    x: number;
    lane: number;
}

const EDGE = 5;
const PAST = 26;

/** Per cent of the width, so that the line fits every screen without measuring it. */
function scaleOf(ends: readonly number[]): (days: number) => number {
    const longest = Math.max(30, ...ends);
    const oldest = Math.max(0, ...ends.map((days) => -days));
    const today = oldest > 0 ? EDGE + PAST : EDGE;
    return (days) =>
        days < 0
            ? today - PAST * Math.sqrt(Math.min(1, -days / oldest))
            : today + (100 - EDGE - today) * Math.sqrt(days / longest);
}

const APART = 10;

/** In the lowest lane where it covers nobody. */
function marksOf(all: readonly Knelpunt[], ends: readonly number[], at: (d: number) => number): Mark[] {
    const filled: number[] = [];
    return all.map((knelpunt, i) => {
        const x = at(ends[i] ?? 0);
        let lane = 0;
        while ((filled[lane] ?? -APART) + APART > x) lane++;
        filled[lane] = x;
        return { knelpunt, x, lane };
    });
}

interface Tick {
    x: number;
    label: string;
}

/** "vandaag", and after it as many as fit beside each other. */
function ticksOf(t: Whole, at: (days: number) => number): Tick[] {
    const words: [number, string][] = [
        [7, t.knelpunt.week],
        [30, t.knelpunt.month],
        [91, t.knelpunt.months3],
        [365, t.knelpunt.year],
        [1826, t.knelpunt.years5],
    ];
    const ticks: Tick[] = [{ x: at(0), label: t.knelpunt.today }];
    for (const [days, label] of words) {
        const x = at(days);
        if (x <= 96 && x - (ticks.at(-1)?.x ?? 0) >= 20) ticks.push({ x, label });
    }
    return ticks;
}

const anchorOf = (x: number): 'start' | 'middle' | 'end' =>
    x < 10 ? 'start' : x > 90 ? 'end' : 'middle';

const LANE = 30;

function Dot({ mark, axis, now }: { mark: Mark; axis: number; now: number }) {
    const y = axis - 24 - mark.lane * LANE;
    const { nummer, zwaarte } = mark.knelpunt;
    return (
        <g class={`spr-tijdlijn__mark spr-tijdlijn__mark--${urgencyOf(mark.knelpunt, now)}`}>
            <line x1={`${mark.x}%`} x2={`${mark.x}%`} y1={y} y2={axis} />
            <svg x={`${mark.x}%`} y={y} overflow="visible">
                {zwaarte === 'urgent' ? (
                    <rect x="-10.5" y="-10.5" width="21" height="21" rx="2" transform="rotate(45)" />
                ) : (
                    <circle r="12" />
                )}
                <text text-anchor="middle" y="4.5">
                    {nummer}
                </text>
            </svg>
        </g>
    );
}

export function Tijdlijn({ open, now }: { open: readonly Knelpunt[]; now: number }) {
    const t = useT();
    const ends = open.map((k) => (Date.parse(k.handelingsruimteTot) - now) / DAY);
    const at = scaleOf(ends);
    const marks = marksOf(open, ends, at);
    const axis = 24 + 18 + LANE * Math.max(...marks.map((m) => m.lane));
    const kinds = open.map((k) => urgencyOf(k, now));
    const over = kinds.filter((k) => k === 'over').length;
    const soon = kinds.filter((k) => k === 'last' || k === 'soon').length;
    return (
        <figure class="spr-tijdlijn">
            <svg
                width="100%"
                height={axis + 30}
                role="img"
                aria-label={t.knelpunt.lineAlt(open.length, over, soon)}
            >
                {over > 0 && <rect class="spr-tijdlijn__past" width={`${at(0)}%`} height={axis} />}
                {over > 0 && (
                    <text x="0" y={axis + 22}>
                        {t.knelpunt.past}
                    </text>
                )}
                <line class="spr-tijdlijn__axis" x1="0" x2="100%" y1={axis} y2={axis} />
                {ticksOf(t, at).map((tick, i) => (
                    <g key={tick.label} class={i === 0 ? 'spr-tijdlijn__today' : undefined}>
                        <line x1={`${tick.x}%`} x2={`${tick.x}%`} y1={i === 0 ? 0 : axis} y2={axis + 6} />
                        <text x={`${tick.x}%`} y={axis + 22} text-anchor={anchorOf(tick.x)}>
                            {tick.label}
                        </text>
                    </g>
                ))}
                {marks.map((mark) => (
                    <Dot key={mark.knelpunt.id} mark={mark} axis={axis} now={now} />
                ))}
            </svg>
            <figcaption class="spr-quiet">{t.knelpunt.lineCaption}</figcaption>
        </figure>
    );
}
