// The consequences of a choice question: per option a table of sectors by sides, with in every
// cell how it stands, in words, and what the parties there answered.

import { useState } from 'preact/hooks';
import type { Gevolg, Keuzevraag, Optie, Zijde } from '../gen/protocol';
import { deadline } from '../i18n/format';
import { useT } from '../i18n/later';
import { sectorName } from '../state/register';
import { compareIds } from '../state/rows';
import { ZIJDEN } from '../state/select';
import {
    answersTo,
    cellsOf,
    chairs,
    holdsFor,
    isPast,
    records,
    takesAnswers,
    takesPositions,
} from '../state/keuzes';
import { Badge, Button, Heading } from './bits';
import { ReasonDialog } from './dialog';
import { GevolgRecordDialog } from './gevolgform';
import { GEVOLG_TONE } from './labels';
import { useNames, useTafel } from './tafelcontext';
import { Via } from './vastgelegd';

function PassDialog({ cell, name, onClose }: { cell: Gevolg; name: string; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <ReasonDialog
            title={t.gevolg.passerenTitle(name)}
            explain={t.gevolg.passerenExplain}
            submit={t.gevolg.passeren}
            reason="required"
            onClose={onClose}
            onSubmit={(run, reden) =>
                run(
                    { do: 'gevolg.passeren', tafel: tafel.id, args: { gevolg: cell.id, reden } },
                    t.general.done,
                )
            }
        />
    );
}

function Answers({ cell }: { cell: Gevolg }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const answers = answersTo(tafel, cell.id);
    if (answers.length === 0) return null;
    return (
        <ul class="spr-plainlist">
            {answers.map((a) => (
                <li key={a.id}>
                    <strong>{names.organisation(a.organisatie)}</strong>:{' '}
                    {a.verwacht ? (
                        <>
                            {t.gevolg.saysYes}
                            {a.effect && ` (${t.effect[a.effect]})`}: {a.tekst}
                        </>
                    ) : (
                        t.gevolg.saysNo
                    )}
                    <Via row={a} />
                    {!holdsFor(a, cell) && <span class="spr-quiet"> {t.keuze.earlierText}</span>}
                </li>
            ))}
        </ul>
    );
}

function CellView({ cell, over }: { cell: Gevolg; over: boolean }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const names = useNames();
    const [passing, setPassing] = useState(false);
    const open = ['gevraagd', 'te_herbevestigen', 'niet_beantwoord'].includes(cell.status);
    const name = `${sectorName(register, cell.sector)}, ${t.zijde[cell.zijde]}`;
    return (
        <>
            <Badge tone={GEVOLG_TONE[cell.status]}>{t.gevolgStatus[cell.status]}</Badge>
            <Answers cell={cell} />
            {cell.passering && (
                <p class="spr-quiet">
                    {t.gevolg.passed(names.person(cell.passering.door), cell.passering.reden)}
                </p>
            )}
            {open && over && !cell.passering && chairs(tafel) && (
                <div class="spr-actions">
                    <Button
                        kind="subtle"
                        aria-label={t.gevolg.passerenTitle(name)}
                        onClick={() => setPassing(true)}
                    >
                        {t.gevolg.passeren}
                    </Button>
                </div>
            )}
            {passing && <PassDialog cell={cell} name={name} onClose={() => setPassing(false)} />}
        </>
    );
}

interface TableProps {
    optie: Optie;
    cells: readonly Gevolg[];
    /** The term is over, and the question still open: a cell can be passed. */
    over: boolean;
}

/** Roles are spelled out because a narrow screen stacks the cells, which would lose them. */
function OptionTable({ optie, cells, over }: TableProps) {
    const t = useT();
    const { register } = useTafel();
    const sectors = [...new Set(cells.map((c) => c.sector))].sort(compareIds);
    const sides = ZIJDEN.filter((z) => cells.some((c) => c.zijde === z));
    const at = (sector: string, zijde: Zijde) =>
        cells.find((c) => c.sector === sector && c.zijde === zijde);
    return (
        <table class="spr-gevolgen" role="table" aria-labelledby={`gevolgen-${optie.id}`}>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">
                        {t.gevolg.sector}
                    </th>
                    {sides.map((z) => (
                        <th key={z} role="columnheader" scope="col">
                            {t.zijde[z]}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody role="rowgroup">
                {sectors.map((sector) => (
                    <tr key={sector} role="row">
                        <th role="rowheader" scope="row">
                            {sectorName(register, sector)}
                        </th>
                        {sides.map((z) => {
                            const cell = at(sector, z);
                            return (
                                <td key={z} role="cell" data-side={t.zijde[z]}>
                                    {cell ? (
                                        <CellView cell={cell} over={over} />
                                    ) : (
                                        <span class="spr-quiet">{t.gevolg.notAsked}</span>
                                    )}
                                </td>
                            );
                        })}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

export function Gevolgen({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const [recording, setRecording] = useState(false);
    const cells = cellsOf(tafel, vraag.id);
    const asked = vraag.opties.filter((o) => cells.some((c) => c.optie === o.id));
    if (asked.length === 0) return <p class="spr-quiet">{t.gevolg.none}</p>;
    return (
        <>
            {vraag.gevolgenVoor && (
                <p class="spr-quiet">
                    {isPast(vraag.gevolgenVoor)
                        ? t.gevolg.termPast
                        : t.gevolg.term(deadline(vraag.gevolgenVoor))}
                </p>
            )}
            {asked.map((optie) => (
                <div key={optie.id} class="spr-option-block">
                    <Heading level={3} id={`gevolgen-${optie.id}`}>
                        {t.gevolg.caption(optie.nummer, optie.titel)}
                    </Heading>
                    <OptionTable
                        optie={optie}
                        cells={cells.filter((c) => c.optie === optie.id)}
                        over={takesPositions(vraag) && isPast(vraag.gevolgenVoor)}
                    />
                </div>
            ))}
            {records(tafel) && takesAnswers(vraag) && (
                <div class="spr-actions">
                    <Button icon="pen" onClick={() => setRecording(true)}>
                        {t.gevolg.record}
                    </Button>
                </div>
            )}
            {recording && <GevolgRecordDialog vraag={vraag} onClose={() => setRecording(false)} />}
        </>
    );
}
