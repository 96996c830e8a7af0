// How far something goes beyond the tafel: a mark beside it, and for who may, the choice.

import { useState } from 'preact/hooks';
import type { Besluit, Openheid, Stuk, Verslag } from '../gen/protocol';
import { shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { inPlenary, ownVoices } from '../state/keuzes';
import { leadsAfter } from '../state/openbaar';
import type { TafelState } from '../state/tafel';
import { Badge, Button } from './bits';
import { WithPart } from './part';
import { openbaarPart } from './parts';
import { useTafel } from './tafelcontext';

/** What the openness is of. */
export type Thing =
    | { besluit: Besluit }
    | { verslag: Verslag; name: string }
    | { stuk: Stuk };

const rowOf = (thing: Thing): Besluit | Verslag | Stuk =>
    'besluit' in thing ? thing.besluit : 'verslag' in thing ? thing.verslag : thing.stuk;

/** In whose name this reader may open or close it: null for who leads, undefined for nobody. */
function opener(state: TafelState, thing: Thing): string | null | undefined {
    const row = rowOf(thing);
    if (row.openbaarheid === 'openbaar') return undefined;
    if ('stuk' in thing) {
        if (thing.stuk.ingetrokken || !inPlenary(state)) return undefined;
        const own = ownVoices(state).find(
            (v) => v.deelname.organisatie === thing.stuk.spreker?.organisatie,
        );
        if (own) return own.namens.id;
    }
    return leadsAfter(state) ? null : undefined;
}

export function OpenMark({ row }: { row: { openbaarheid?: Openheid; embargoTot?: string } }) {
    const t = useT();
    if (!row.openbaarheid) return null;
    const tone = { tafel: 'neutral', vertrouwelijk: 'danger', embargo: 'warning', openbaar: 'safe' } as const;
    return (
        <Badge tone={tone[row.openbaarheid]}>
            {row.embargoTot
                ? t.openheid.until(shortDay(Date.parse(row.embargoTot) - 1))
                : t.openheid.soort[row.openbaarheid]}
        </Badge>
    );
}

/** The button, and the dialog that is loaded when it is first asked for. */
export function OpenButton({ thing }: { thing: Thing }) {
    const t = useT();
    const { tafel } = useTafel();
    const [choosing, setChoosing] = useState(false);
    const namens = opener(tafel, thing);
    if (namens === undefined) return null;
    const close = () => setChoosing(false);
    return (
        <>
            <Button kind="subtle" onClick={() => setChoosing(true)}>
                {t.openheid.zetten}
            </Button>
            {choosing && (
                <WithPart part={openbaarPart}>
                    {(part) => <part.OpenDialog thing={thing} namens={namens} onClose={close} />}
                </WithPart>
            )}
        </>
    );
}
