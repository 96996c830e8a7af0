// Sorting the points of a round into a synthese. Every line keeps the points it came from.

import { useState } from 'preact/hooks';
import type { Punt, Ronde, Synthese, SyntheseConcept, SyntheseRegel, Vak } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { sectorName } from '../state/register';
import { find } from '../state/rows';
import { pointsOf, talksOf } from '../state/select';
import { Button } from './bits';
import { FormDialog } from './dialog';
import { Select, TextField } from './forms';
import { VAKKEN } from './synthese';
import { useTafel } from './tafelcontext';

const MOST_LINES = 60;

interface Line extends SyntheseRegel {
    key: number;
}

let nextKey = 1;
const toLine = (regel: SyntheseRegel): Line => ({ ...regel, key: nextKey++ });

function UnsortedPoint({
    punt,
    sector,
    onPlace,
}: {
    punt: Punt;
    sector: string;
    onPlace: (vak: Vak) => void;
}) {
    const t = useT();
    return (
        <li class="spr-unsorted">
            <p>
                {punt.tekst} <span class="spr-quiet">{sector}</span>
            </p>
            <div class="spr-actions">
                {VAKKEN.map((vak) => (
                    <Button
                        key={vak}
                        kind="subtle"
                        onClick={() => onPlace(vak)}
                        aria-label={t.synthese.place(punt.tekst, t.vak[vak])}
                    >
                        → {t.vak[vak]}
                    </Button>
                ))}
            </div>
        </li>
    );
}

export function SyntheseEditor({
    ronde,
    from,
    onClose,
}: {
    ronde: Ronde;
    from: Synthese | SyntheseConcept | undefined;
    onClose: () => void;
}) {
    const t = useT();
    const { tafel, register } = useTafel();
    const [lines, setLines] = useState<Line[]>(() => (from?.regels ?? []).map(toLine));
    const points = talksOf(tafel, ronde.id).flatMap((g) => pointsOf(tafel, g.id));
    const used = new Set(
        lines.flatMap((line) => line.bronnen.filter((b) => b.soort === 'punt').map((b) => b.id)),
    );
    const unsorted = points.filter((punt) => !used.has(punt.id));
    const sectorOf = (punt: Punt) => find(tafel.gesprekken, punt.gesprek)?.sector ?? '';

    const add = (regel: SyntheseRegel) => setLines((all) => [...all, toLine(regel)]);
    const change = (key: number, part: Partial<Line>) =>
        setLines((all) => all.map((line) => (line.key === key ? { ...line, ...part } : line)));
    const drop = (key: number) => setLines((all) => all.filter((line) => line.key !== key));
    const place = (punt: Punt, vak: Vak) =>
        add({
            vak,
            tekst: punt.tekst,
            bronnen: [{ soort: 'punt', id: punt.id, sector: sectorOf(punt) }],
        });
    const ready = lines.length > 0 && lines.every((line) => line.tekst.trim() !== '');

    return (
        <FormDialog
            title={t.synthese.sort}
            submit={t.synthese.save}
            wide
            disabled={!ready}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'synthese.ordenen',
                        tafel: tafel.id,
                        resend: true,
                        args: {
                            ronde: ronde.id,
                            regels: lines.map(({ vak, tekst, bronnen }) => ({
                                vak,
                                tekst: tekst.trim(),
                                bronnen,
                            })),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="spr-quiet">{t.synthese.sortExplain}</p>
            {unsorted.length > 0 && (
                <section>
                    <h3 class="utrecht-heading-3">{t.synthese.unsorted(unsorted.length)}</h3>
                    <ul class="spr-plainlist">
                        {unsorted.map((punt) => (
                            <UnsortedPoint
                                key={punt.id}
                                punt={punt}
                                onPlace={(vak) => place(punt, vak)}
                                sector={sectorName(register, sectorOf(punt))}
                            />
                        ))}
                    </ul>
                </section>
            )}
            <section>
                <h3 class="utrecht-heading-3">{t.synthese.lines}</h3>
                {lines.map((line, i) => (
                    <fieldset key={line.key} class={`spr-line spr-vak--${line.vak}`}>
                        <legend class="spr-only-heard">{t.synthese.line(i + 1)}</legend>
                        <Select
                            label={t.synthese.column}
                            value={line.vak}
                            onChange={(vak) => change(line.key, { vak: vak as Vak })}
                            choices={VAKKEN.map((v) => ({ value: v, label: t.vak[v] }))}
                        />
                        <TextField
                            label={t.synthese.text}
                            rows={2}
                            maxLength={1000}
                            value={line.tekst}
                            onInput={(tekst) => change(line.key, { tekst })}
                            required
                        />
                        <Button kind="subtle" onClick={() => drop(line.key)}>
                            {t.general.remove}
                        </Button>
                    </fieldset>
                ))}
                {lines.length < MOST_LINES && (
                    <Button
                        icon="plus"
                        onClick={() => add({ vak: 'gedeeld', tekst: '', bronnen: [] })}
                    >
                        {t.synthese.addLine}
                    </Button>
                )}
            </section>
        </FormDialog>
    );
}
