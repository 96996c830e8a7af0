// The course of the table: each round with its gesprekken and points, and its synthese.

import { useState } from 'preact/hooks';
import type { Ronde } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { sectorName } from '../state/register';
import {
    isOpen,
    rounds,
    runsTable,
    seatsInSector,
    sectorsAtTable,
    talksOf,
} from '../state/select';
import { Badge, Button, Heading } from './bits';
import { FormDialog, ReasonDialog } from './dialog';
import { Select } from './forms';
import { Talk } from './gesprek';
import { RONDE_TONE } from './labels';
import { SyntheseView } from './synthese';
import { useNames, useTafel } from './tafelcontext';

/** Opening a sector round names who writes down the points of each sector, where that is known. */
function OpenDialog({ ronde, onClose }: { ronde: Ronde; onClose: () => void }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const names = useNames();
    const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
    const sectors = ronde.soort === 'sector' ? sectorsAtTable(tafel) : [];
    const rapporteurs = sectors
        .filter((sector) => chosen[sector])
        .map((sector) => ({ sector, persoon: chosen[sector] }));
    return (
        <FormDialog
            title={t.round.openenTitle(ronde.nummer)}
            submit={t.round.openen}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'ronde.openen',
                        tafel: tafel.id,
                        args: {
                            ronde: ronde.id,
                            ...(rapporteurs.length > 0 ? { rapporteurs } : {}),
                        },
                    },
                    t.general.done,
                )
            }
        >
            <p class="utrecht-paragraph">{t.round.openenExplain}</p>
            {sectors.map((sector) => (
                <Select
                    key={sector}
                    label={t.round.rapporteurOf(sectorName(register, sector))}
                    value={chosen[sector] ?? ''}
                    onChange={(persoon) => setChosen({ ...chosen, [sector]: persoon })}
                    choices={[
                        { value: '', label: t.round.noRapporteur },
                        ...seatsInSector(tafel, sector).map((z) => ({
                            value: z.persoon,
                            label: names.person(z.persoon),
                        })),
                    ]}
                />
            ))}
        </FormDialog>
    );
}

function RoundControls({ ronde }: { ronde: Ronde }) {
    const t = useT();
    const { tafel } = useTafel();
    const [asking, setAsking] = useState(false);
    if (!runsTable(tafel) || !isOpen(tafel)) return null;
    if (ronde.status !== 'gepland' && ronde.status !== 'open') return null;
    const opens = ronde.status === 'gepland';
    const close = () => setAsking(false);
    return (
        <div class="spr-actions">
            <Button onClick={() => setAsking(true)}>{opens ? t.round.openen : t.round.sluiten}</Button>
            {asking && opens && <OpenDialog ronde={ronde} onClose={close} />}
            {asking && !opens && (
                <ReasonDialog
                    title={t.round.sluitenTitle(ronde.nummer)}
                    reason="none"
                    explain={t.round.sluitenExplain}
                    submit={t.round.sluiten}
                    onClose={close}
                    onSubmit={(run) =>
                        run(
                            { do: 'ronde.sluiten', tafel: tafel.id, args: { ronde: ronde.id } },
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
