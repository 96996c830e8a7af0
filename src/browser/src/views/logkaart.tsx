// The map of consequences: options against sectors, each cell with what its parties expect. It is a
// table, so its colours add nothing that its words do not say.

import type { LogGevolg } from '../gen/protocol';
import { useLogT } from '../i18n/log';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { find } from '../state/rows';
import { Heading } from './bits';

/** What most answers say; when two say it as often, it is mixed. */
function loudest(cell: LogGevolg): string {
    const [first, second] = [...cell.effecten].sort((a, b) => b.aantal - a.aantal);
    if (!first) return 'stil';
    return first.aantal === second?.aantal ? 'gemengd' : first.naam;
}

function Cell({ cellen }: { cellen: readonly LogGevolg[] }) {
    const t = useLogT();
    const heat = new Set(cellen.map(loudest).filter((one) => one !== 'stil'));
    const [only] = heat;
    const heard = heat.size > 1 ? 'gemengd' : (only ?? 'stil');
    return (
        <td class={`spr-heat spr-heat--${heard}`}>
            {cellen.map((cel) => (
                <div key={cel.zijde}>
                    {t.zijde[cel.zijde]}:{' '}
                    {cel.teKlein
                        ? t.log.small
                        : cel.effecten.length > 0
                          ? cel.effecten.map((e) => `${t.log.effect[e.naam] ?? e.naam} ${e.aantal}`).join(', ')
                          : (t.log.gevolgStatus[cel.status] ?? cel.status)}
                </div>
            ))}
        </td>
    );
}

export function Gevolgkaart({ cellen }: { cellen: readonly LogGevolg[] }) {
    const t = useLogT();
    const { sectoren } = useCell(client.register);
    if (cellen.length === 0) return null;
    const columns = [...new Set(cellen.map((c) => c.sector))];
    const rows = [...new Map(cellen.map((c) => [c.optie, c.titel]))];
    return (
        <section class="spr-figure">
            <Heading level={3} id="log-kaart">
                {t.log.consequences}
            </Heading>
            <div class="spr-scroll" role="region" aria-labelledby="log-kaart" tabIndex={0}>
                <table class="utrecht-table spr-heatmap">
                    <thead>
                        <tr>
                            <th scope="col">{t.keuze.options}</th>
                            {columns.map((id) => (
                                <th key={id} scope="col">
                                    {find(sectoren, id)?.naam ?? id}
                                </th>
                            ))}
                        </tr>
                    </thead>
                    <tbody>
                        {rows.map(([optie, titel]) => (
                            <tr key={optie}>
                                <th scope="row">{titel}</th>
                                {columns.map((id) => (
                                    <Cell
                                        key={id}
                                        cellen={cellen.filter((c) => c.optie === optie && c.sector === id)}
                                    />
                                ))}
                            </tr>
                        ))}
                    </tbody>
                </table>
            </div>
            {cellen.some((c) => c.teKlein) && <p class="spr-quiet">{t.log.smallExplain}</p>}
        </section>
    );
}
