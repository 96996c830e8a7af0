// A decision on a page of its own, so that its kenmerk has an address that can be quoted.

import { useT } from '../i18n/later';
import { find } from '../state/rows';
import { theTafel } from '../state/select';
import { decision } from '../state/keuzes';
import { BesluitView } from './besluit';
import { BinnenPanel } from './binnenpanel';
import { MissingPage, TablePath } from './keuzeframe';
import { Readers } from './lezers';
import { useTafel } from './tafelcontext';
import { useTitle } from './title';
import { Toezeggingen } from './toezeggingen';

/** `of`: what the number is of; a vote is shown with its decision. */
export function BesluitPage({ id, of }: { id: string; of: 'besluit' | 'stemming' }) {
    const t = useT();
    const { tafel } = useTafel();
    const besluit = decision(
        tafel,
        of === 'stemming' ? find(tafel.stemmingen, id)?.besluit : id,
    );
    const head = theTafel(tafel);
    useTitle(
        besluit
            ? `${besluit.kenmerk} ${besluit.titel} · ${head?.titel ?? ''}`
            : t.besluit.goneTitle,
    );
    if (!besluit) return <MissingPage title={t.besluit.goneTitle} text={t.besluit.gone} />;
    const drafted = besluit.status === 'concept';
    return (
        <div class="spr-columns spr-columns--talk">
            <div class="spr-columns__main">
                <TablePath />
                <BinnenPanel about={{ besluit: besluit.id }} />
                <BesluitView besluit={besluit} own />
                {besluit.status === 'uitkomst' && <Toezeggingen besluit={besluit.id} />}
            </div>
            <aside class="spr-columns__side" aria-label={t.tafel.aside}>
                <Readers
                    stroom={`${drafted ? 'voorzitterskamer' : 'tafel'}:${tafel.id}`}
                    open={besluit.openbaarheid === 'openbaar'}
                />
            </aside>
        </div>
    );
}
