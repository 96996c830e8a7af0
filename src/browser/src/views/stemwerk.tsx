// What is loaded to vote: the votes on a decision, and who may vote for whom.

import type { Besluit } from '../gen/protocol';
import { votesOn } from '../state/keuzes';
import { StemmingView } from './stemming';
import { useTafel } from './tafelcontext';
import { Volmachten } from './volmachten';

export { OpenDialog } from './stemmingdialogs';

export function Stemmingen({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const { tafel } = useTafel();
    return (
        <>
            {votesOn(tafel, besluit.id).map((s) => (
                <StemmingView key={s.id} stemming={s} besluit={besluit} level={level} />
            ))}
            <Volmachten besluit={besluit} level={level} />
        </>
    );
}
