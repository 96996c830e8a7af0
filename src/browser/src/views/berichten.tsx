// What the platform tells this person: a hidden post, something recorded for the own party, an
// invitation, a seat.

import { useEffect } from 'preact/hooks';
import type { Bericht } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { A, Badge, Heading, When } from './bits';
import {
    besluitPath,
    besluitenlijstPath,
    bijeenkomstPath,
    keuzevraagPath,
    knelpuntPath,
    organisatiePath,
    stemmingPath,
    tafelPath,
    verslagPath,
} from './route';

const MOST = 8;

/** Straight to what is asked, where that has a page. */
function pathOf({ soort, tafel, ref }: Bericht): string {
    if (soort === 'instemming_gevraagd') return organisatiePath;
    const [kind, id = ''] = ref.split(':');
    if (kind === 'keuzevraag') return keuzevraagPath(tafel, id);
    if (kind === 'besluit') return besluitPath(tafel, id);
    if (kind === 'knelpunt') return knelpuntPath(tafel, id);
    if (kind === 'stemming') return stemmingPath(tafel, id);
    if (kind === 'bijeenkomst')
        return soort === 'besluitenlijst'
            ? besluitenlijstPath(tafel, id)
            : bijeenkomstPath(tafel, id);
    if (kind === 'verslag') return verslagPath(tafel, id);
    if (kind === 'actiepunt') return `${tafelPath(tafel)}#actiepunten`;
    return tafelPath(tafel);
}

export function Berichten() {
    const t = useT();
    const all = useCell(client.berichten);
    const seen = useCell(client.berichtenSeen);
    const last = all[all.length - 1]?.op;
    useEffect(() => {
        if (last && last > client.drafts.getSeen()) client.drafts.setSeen(last);
    }, [last]);
    if (all.length === 0) return null;
    const shown: readonly Bericht[] = [...all].reverse().slice(0, MOST);
    return (
        <section class="spr-card spr-berichten" aria-labelledby="berichten">
            <Heading level={2} id="berichten">
                {t.berichten.title}
            </Heading>
            <ul class="spr-plainlist">
                {shown.map((bericht) => (
                    <li key={bericht.id}>
                        {bericht.op > seen && (
                            <>
                                <Badge tone="active">{t.berichten.fresh}</Badge>{' '}
                            </>
                        )}
                        <A href={pathOf(bericht)}>{t.berichten.about[bericht.soort]}</A>{' '}
                        {bericht.tekst}{' '}
                        <span class="spr-quiet">
                            <When at={bericht.op} />
                        </span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
