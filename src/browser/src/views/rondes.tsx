// The course of the table: each round with its gesprekken and points, and its synthese.

import { useState } from 'preact/hooks';
import type { Ronde } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { isOpen, rounds, runsTable, talksOf } from '../state/select';
import { Badge, Button, Heading } from './bits';
import { ReasonDialog } from './dialog';
import { Talk } from './gesprek';
import { RONDE_TONE } from './labels';
import { SyntheseView } from './synthese';
import { useTafel } from './tafelcontext';

type Act = 'openen' | 'sluiten';

function RoundControls({ ronde }: { ronde: Ronde }) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    if (!runsTable(tafel) || !isOpen(tafel)) return null;
    const offered: Act | null =
        ronde.status === 'gepland' ? 'openen' : ronde.status === 'open' ? 'sluiten' : null;
    if (!offered) return null;
    return (
        <div class="spr-actions">
            <Button onClick={() => setAct(offered)}>{t.round[offered]}</Button>
            {act && (
                <ReasonDialog
                    title={t.round[`${act}Title`](ronde.nummer)}
                    reason="none"
                    explain={t.round[`${act}Explain`]}
                    submit={t.round[act]}
                    onClose={() => setAct(null)}
                    onSubmit={(run) =>
                        run(
                            {
                                do: `ronde.${act}`,
                                tafel: tafel.id,
                                args: { ronde: ronde.id },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </div>
    );
}

function roundDates(ronde: Ronde): string {
    const from = ronde.geopendOp ?? ronde.opent;
    const to = ronde.geslotenOp ?? ronde.sluit;
    const days = [from, to].filter((d): d is string => d !== undefined).map((d) => shortDay(d));
    return [...new Set(days)].join(' – ');
}

function Round({ ronde }: { ronde: Ronde }) {
    const t = useT();
    const { tafel } = useTafel();
    const talks = talksOf(tafel, ronde.id);
    return (
        <li class={`spr-round spr-round--${ronde.status}`}>
            <div class="spr-round__head">
                <span class="spr-round__number" aria-hidden="true">
                    {ronde.nummer}
                </span>
                <div>
                    <Heading level={3} id={`ronde-${ronde.id}`}>
                        {t.round.name(ronde.nummer)} · {t.rondeSoort[ronde.soort]}
                    </Heading>
                    <p class="spr-round__meta">
                        <Badge tone={RONDE_TONE[ronde.status]}>{t.rondeStatus[ronde.status]}</Badge>
                        <span class="spr-quiet">{roundDates(ronde)}</span>
                    </p>
                </div>
            </div>
            <p class="spr-question">{ronde.vraag}</p>
            <RoundControls ronde={ronde} />
            {talks.length > 0 && (
                <ul class="spr-talks">
                    {talks.map((g) => (
                        <Talk key={g.id} gesprek={g} ronde={ronde} />
                    ))}
                </ul>
            )}
            <SyntheseView ronde={ronde} />
        </li>
    );
}

export function Rounds() {
    const { tafel } = useTafel();
    return (
        <ol class="spr-rounds">
            {rounds(tafel).map((r) => (
                <Round key={r.id} ronde={r} />
            ))}
        </ol>
    );
}
