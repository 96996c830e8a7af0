// Where the part about the inside of an organisation has its place on the pages of a tafel: only
// there is it fetched, and only when there is something to show.

import type { Besluit } from '../gen/protocol';
import { draftsFor, hasCommittable } from '../state/binnen';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { WithPart } from './part';
import { binnenPart } from './parts';
import { useTafel } from './tafelcontext';

type About = { keuzevraag: string } | { besluit: string };

export function BinnenPanel({ about }: { about: About }) {
    const { tafel } = useTafel();
    const all = useCell(client.voorbereidingen);
    if (draftsFor(tafel, all, about).length === 0) return null;
    return <WithPart part={binnenPart}>{(part) => <part.Binnen about={about} />}</WithPart>;
}

export function ToezegbaarheidPanel({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const { tafel } = useTafel();
    if (!hasCommittable(tafel, besluit)) return null;
    return (
        <WithPart part={binnenPart}>
            {(part) => <part.ToezegbaarheidView besluit={besluit} level={level} />}
        </WithPart>
    );
}
