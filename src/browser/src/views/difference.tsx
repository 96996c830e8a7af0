// What differs between two texts, word by word: marked up as added and removed, so that it can be
// seen without colour, heard, and read on paper.

import { diffWordsWithSpace } from 'diff';
import { useW } from '../i18n/wijziging';

/** Who hears the page is told where a change begins and ends; elements alone are not read out. */
function Heard({ text }: { text: string }) {
    return <span class="spr-only-heard"> {text} </span>;
}

export function Difference({ from, to, compact }: { from: string; to: string; compact?: boolean }) {
    const w = useW();
    if (from === to) return compact ? null : <p class="spr-quiet">{w.diff.same}</p>;
    return (
        <div class="spr-diff" role="group" aria-label={w.diff.label}>
            {!compact && <p class="spr-diff__legend spr-quiet">{w.diff.legend}</p>}
            <p class="spr-diff__text">
                {diffWordsWithSpace(from, to).map(({ added, removed, value }, i) =>
                    added ? (
                        <ins key={i}>
                            <Heard text={w.diff.added} />
                            {value}
                            <Heard text={w.diff.end} />
                        </ins>
                    ) : removed ? (
                        <del key={i}>
                            <Heard text={w.diff.removed} />
                            {value}
                            <Heard text={w.diff.end} />
                        </del>
                    ) : (
                        <span key={i}>{value}</span>
                    ),
                )}
            </p>
        </div>
    );
}
