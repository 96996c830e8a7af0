// Pictures of counts, each with its table beneath.
//
// Invariant: a picture shows nothing that its table does not say, and no colour says it alone.

import type { LogGroep, LogTel, LogTellingen } from '../gen/protocol';
import { number } from '../i18n/format';
import { useLogT } from '../i18n/log';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { find } from '../state/rows';
import { Heading } from './bits';

interface Bar {
    label: string;
    /** One count for each part, in the order of the legend; null where it is not shown. */
    counts: (number | null)[];
}

const ROW = 28;
const LABEL = 270;
const WIDTH = 720;

/** Bars of parts, one below the other; a part is as wide as its share of the longest bar. */
function Bars({ title, parts, tints, bars }: FigureProps) {
    const sum = (bar: Bar) => bar.counts.reduce((all: number, n) => all + (n ?? 0), 0);
    const scale = (WIDTH - LABEL - 40) / Math.max(1, ...bars.map(sum));
    return (
        <svg
            class="spr-bars"
            role="img"
            aria-label={title}
            viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`}
        >
            {bars.map((bar, row) => {
                let x = LABEL;
                return (
                    <g key={bar.label}>
                        <text class="spr-bars__label" x={LABEL - 8} y={row * ROW + 18}>
                            {bar.label.length > 32 ? `${bar.label.slice(0, 31)}…` : bar.label}
                        </text>
                        {bar.counts.map((n, part) => {
                            const wide = (n ?? 0) * scale;
                            const from = x;
                            x += wide;
                            return wide > 0 ? (
                                <g key={parts[part]}>
                                    <rect
                                        class={`spr-tint spr-tint--${tints?.[part] ?? 6}`}
                                        x={from}
                                        y={row * ROW + 3}
                                        width={wide}
                                        height={ROW - 7}
                                    />
                                    {wide > 22 && (
                                        <text class="spr-bars__count" x={from + wide / 2} y={row * ROW + 18}>
                                            {n}
                                        </text>
                                    )}
                                </g>
                            ) : null;
                        })}
                    </g>
                );
            })}
        </svg>
    );
}

interface FigureProps {
    id: string;
    title: string;
    head: string;
    parts: string[];
    /** The tint of each part: the same word has the same one in every picture. */
    tints?: readonly number[];
    bars: Bar[];
    note?: string | undefined;
}

function Figure(props: FigureProps) {
    const { id, title, head, parts, tints, bars, note } = props;
    const t = useLogT();
    if (bars.length === 0) return null;
    const cell = (n: number | null) => (n === null ? t.log.small : number(n));
    return (
        <section class="spr-figure">
            <Heading level={3} id={id}>
                {title}
            </Heading>
            <ul class="spr-legend" aria-hidden="true">
                {parts.map((part, i) => (
                    <li key={part}>
                        <span class={`spr-tint spr-tint--${tints?.[i] ?? 6}`} /> {part}
                    </li>
                ))}
            </ul>
            <Bars {...props} />
            {note && <p class="spr-quiet">{note}</p>}
            <details class="spr-more">
                <summary>{t.log.table}</summary>
                <div class="spr-scroll" role="region" aria-labelledby={id} tabIndex={0}>
                    <table class="utrecht-table spr-counts">
                        <thead>
                            <tr>
                                <th scope="col">{head}</th>
                                {parts.map((part) => (
                                    <th key={part} scope="col">
                                        {part}
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {bars.map((bar) => (
                                <tr key={bar.label}>
                                    <th scope="row">{bar.label}</th>
                                    {bar.counts.map((n, i) => (
                                        <td key={parts[i]}>{cell(n)}</td>
                                    ))}
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            </details>
        </section>
    );
}

const of = (tellen: readonly LogTel[], naam: string): number =>
    tellen.find((tel) => tel.naam === naam)?.aantal ?? 0;

const TINT: Record<string, number> = {
    akkoord: 0, akkoord_mits: 1, niet_akkoord: 4, neemt_niet_deel: 5, voor: 0, tegen: 4, onthouding: 1,
};

/** Counts per side and sector, for standpunten and for stemmen alike. */
export function GroupFigure({ id, title, groups, words }: {
    id: string;
    title: string;
    groups: readonly LogGroep[];
    words: Record<string, string>;
}) {
    const t = useLogT();
    const { sectoren } = useCell(client.register);
    const names = Object.keys(words);
    return (
        <Figure
            id={id}
            title={title}
            head={t.log.group}
            parts={names.map((name) => words[name] ?? name)}
            tints={names.map((name) => TINT[name] ?? 6)}
            note={groups.some((g) => g.teKlein) ? t.log.smallExplain : undefined}
            bars={groups.map((g) => ({
                label: `${t.zijde[g.zijde]}, ${find(sectoren, g.sector)?.naam ?? g.sector}`,
                counts: names.map((name) => (g.teKlein ? null : of(g.tellen, name))),
            }))}
        />
    );
}

const UITKOMSTEN = [
    'aangenomen', 'onder_voorbehoud', 'verdeeld', 'aangehouden', 'verworpen',
    'niet_tot_stand_gekomen', 'ingetrokken',
] as const;

/** All that a filter finds, in pictures. */
export function Figures({ counts }: { counts: LogTellingen }) {
    const t = useLogT();
    const months = [...new Set(counts.tijd.map((one) => one.maand))].slice(-24);
    const seen = UITKOMSTEN.filter((u) => counts.tijd.some((one) => one.uitkomst === u));
    return (
        <>
            <Figure
                id="log-tijd"
                title={t.log.overTime}
                head={t.log.month}
                parts={seen.map((u) => t.uitkomst[u])}
                tints={seen.map((u) => UITKOMSTEN.indexOf(u))}
                bars={months.map((maand) => ({
                    label: maand,
                    counts: seen.map(
                        (u) => counts.tijd.find((x) => x.maand === maand && x.uitkomst === u)?.aantal ?? 0,
                    ),
                }))}
            />
            {counts.teVeel && <p class="spr-quiet">{t.log.tooMany}</p>}
            <GroupFigure
                id="log-standpunten"
                title={t.log.positions}
                groups={counts.standpunten}
                words={t.waarde}
            />
            <Figure
                id="log-toezeggingen"
                title={t.log.promisesBy}
                head={t.log.status}
                parts={[t.log.count]}
                bars={counts.toezeggingen.map((tel) => ({
                    label: t.log.toezegging[tel.naam] ?? tel.naam,
                    counts: [tel.aantal],
                }))}
            />
        </>
    );
}
