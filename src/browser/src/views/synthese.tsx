// The synthese of a round: what is shared, where it chafes, what is open, and who was silent.

import { useState } from 'preact/hooks';
import type { Ronde, Synthese, SyntheseConcept, Vak } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { sectorName } from '../state/register';
import { find } from '../state/rows';
import { isOpen, newest, runsTable } from '../state/select';
import { Badge, Button, Heading } from './bits';
import { ReasonDialog } from './dialog';
import { SyntheseEditor } from './syntheseeditor';
import { useTafel } from './tafelcontext';

export const VAKKEN: readonly Vak[] = ['gedeeld', 'spanning', 'open'];

/** From which sectors the sources of a line come. */
function useSourceSectors() {
    const { tafel, register } = useTafel();
    return (regel: Synthese['regels'][number]): string[] => {
        const sectors = regel.bronnen.map((bron) => {
            if (bron.sector) return bron.sector;
            const punt = bron.soort === 'punt' ? find(tafel.punten, bron.id) : undefined;
            const gesprek = bron.soort === 'bijdrage' ? undefined : (punt?.gesprek ?? bron.id);
            return find(tafel.gesprekken, gesprek)?.sector;
        });
        return [...new Set(sectors)]
            .filter((s): s is string => s !== undefined)
            .map((s) => sectorName(register, s));
    };
}

function Columns({ regels }: { regels: Synthese['regels'] }) {
    const t = useT();
    const sources = useSourceSectors();
    return (
        <div class="spr-vakken">
            {VAKKEN.map((vak) => {
                const lines = regels.filter((regel) => regel.vak === vak);
                return (
                    <section key={vak} class={`spr-vak spr-vak--${vak}`}>
                        <h4 class="spr-vak__title">{t.vak[vak]}</h4>
                        {lines.length === 0 && <p class="spr-quiet">{t.synthese.nothing}</p>}
                        <ul>
                            {lines.map((regel, i) => (
                                <li key={i}>
                                    <p>{regel.tekst}</p>
                                    {sources(regel).length > 0 && (
                                        <p class="spr-quiet">{t.synthese.from(sources(regel))}</p>
                                    )}
                                </li>
                            ))}
                        </ul>
                    </section>
                );
            })}
        </div>
    );
}

function Silent({ zwijgend }: { zwijgend: readonly string[] }) {
    const t = useT();
    const { register } = useTafel();
    if (zwijgend.length === 0) return null;
    return (
        <p class="spr-silent">{t.synthese.silent(zwijgend.map((s) => sectorName(register, s)))}</p>
    );
}

export function SyntheseView({ ronde }: { ronde: Ronde }) {
    const t = useT();
    const { tafel } = useTafel();
    const [doing, setDoing] = useState<'edit' | 'confirm' | null>(null);
    const settled: Synthese | undefined = newest(tafel.synthesen, ronde.id);
    const concept: SyntheseConcept | undefined = newest(tafel.syntheseConcepten, ronde.id);
    const runs = runsTable(tafel) && isOpen(tafel) && ronde.status !== 'gepland';
    const draft = runs && concept && concept.versie > (settled?.versie ?? 0) ? concept : undefined;
    if (!settled && !draft && !(runs && ronde.status !== 'open')) return null;
    return (
        <section class="spr-synthese" aria-labelledby={`synthese-${ronde.id}`}>
            <Heading level={3} id={`synthese-${ronde.id}`}>
                {t.synthese.title}
            </Heading>
            {settled && (
                <>
                    <p class="spr-quiet">
                        {t.synthese.settled(settled.versie, shortDay(settled.bevestigdOp))}
                    </p>
                    <Columns regels={settled.regels} />
                    <Silent zwijgend={settled.zwijgend} />
                </>
            )}
            {draft && (
                <div class="spr-draftbox">
                    <p>
                        <Badge tone="warning">{t.synthese.draft}</Badge> {t.synthese.draftExplain}
                    </p>
                    <Columns regels={draft.regels} />
                    <Silent zwijgend={draft.zwijgend} />
                </div>
            )}
            {runs && (
                <div class="spr-actions">
                    <Button icon="edit" onClick={() => setDoing('edit')}>
                        {t.synthese.sort}
                    </Button>
                    {draft && (
                        <Button kind="primary" onClick={() => setDoing('confirm')}>
                            {t.synthese.confirm}
                        </Button>
                    )}
                </div>
            )}
            {doing === 'edit' && (
                <SyntheseEditor
                    ronde={ronde}
                    from={draft ?? settled}
                    onClose={() => setDoing(null)}
                />
            )}
            {doing === 'confirm' && draft && (
                <ReasonDialog
                    title={t.synthese.confirm}
                    explain={t.synthese.confirmExplain}
                    submit={t.synthese.confirm}
                    reason="none"
                    onClose={() => setDoing(null)}
                    onSubmit={(run) =>
                        run(
                            {
                                do: 'synthese.bevestigen',
                                tafel: tafel.id,
                                args: { synthese: draft.id },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </section>
    );
}
