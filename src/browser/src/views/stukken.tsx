// Papers of a meeting or of an item of its agenda: a title, and a file or an address elsewhere.

import { useState } from 'preact/hooks';
import type { Bijeenkomst, Stuk } from '../gen/protocol';
import { useT } from '../i18n/later';
import { papers, withdrawer } from '../state/bijeenkomsten';
import { inPlenary, leads, ownVoices } from '../state/keuzes';
import { Button, Heading } from './bits';
import { ReasonDialog } from './dialog';
import { OpenButton, OpenMark } from './openbaarheid';
import { AddPaperDialog } from './stukdialog';
import { useNames, useTafel } from './tafelcontext';

/** An address elsewhere never learns where its visitor came from. */
function PaperLink({ stuk }: { stuk: Stuk }) {
    const t = useT();
    const { bestand } = stuk;
    if (bestand && !stuk.ingetrokken)
        return (
            <a
                class="utrecht-link"
                href={`/v1/tafels/${stuk.tafel}/bestanden/${bestand.id}`}
                download={bestand.naam}
            >
                {stuk.titel}{' '}
                <span class="spr-quiet">
                    ({bestand.soort}, {t.stuk.size(bestand.grootte)})
                </span>
            </a>
        );
    const safe = stuk.adres?.startsWith('https://');
    if (stuk.ingetrokken || !safe)
        return (
            <span class="spr-withdrawn">
                {stuk.titel} <span class="spr-quiet">({t.stuk.withdrawn(stuk.reden ?? '')})</span>
            </span>
        );
    return (
        <a class="utrecht-link" href={stuk.adres} target="_blank" rel="noopener noreferrer">
            {stuk.titel}
            <span class="spr-only-heard"> ({t.stuk.newTab})</span>
        </a>
    );
}

function PaperLine({ stuk, compact }: { stuk: Stuk; compact?: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [withdrawing, setWithdrawing] = useState(false);
    const by = compact ? null : withdrawer(tafel, stuk);
    const from = names.organisation(stuk.spreker?.organisatie) || names.person(stuk.spreker?.persoon);
    return (
        <li>
            <PaperLink stuk={stuk} />
            {!compact && <span class="spr-quiet"> {t.stuk.by(from)}</span>} <OpenMark row={stuk} />
            {!compact && <OpenButton thing={{ stuk }} />}
            {by && (
                <Button
                    kind="subtle"
                    onClick={() => setWithdrawing(true)}
                    aria-label={t.stuk.withdrawTitle(stuk.titel)}
                >
                    {t.stuk.withdraw}
                </Button>
            )}
            {withdrawing && by && (
                <ReasonDialog
                    title={t.stuk.withdrawTitle(stuk.titel)}
                    explain={t.stuk.withdrawExplain}
                    submit={t.stuk.withdraw}
                    danger
                    reason="required"
                    onClose={() => setWithdrawing(false)}
                    onSubmit={(run, reden) =>
                        run(
                            {
                                do: 'stuk.intrekken',
                                tafel: tafel.id,
                                namens: by.namens,
                                args: { stuk: stuk.id, reden },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </li>
    );
}

interface PapersProps {
    bijeenkomst: string;
    agendapunt?: string;
    /** Only what can be opened, without who brought it. */
    compact?: boolean;
}

export function Papers({ bijeenkomst, agendapunt, compact }: PapersProps) {
    const t = useT();
    const { tafel } = useTafel();
    const all = papers(tafel, bijeenkomst, agendapunt);
    if (all.length === 0) return null;
    return (
        <ul class="spr-papers" aria-label={t.stuk.list}>
            {all.map((s) => (
                <PaperLine key={s.id} stuk={s} compact={compact} />
            ))}
        </ul>
    );
}

/** Of the meeting as a whole; those of an item stand with it. */
export function Stukken({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const [adding, setAdding] = useState(false);
    const mayAdd =
        bijeenkomst.status !== 'afgelast' &&
        inPlenary(tafel) &&
        (leads(tafel) || ownVoices(tafel).length > 0);
    const none = tafel.stukken.every((s) => s.bijeenkomst !== bijeenkomst.id);
    if (none && !mayAdd) return null;
    return (
        <section class="spr-card" aria-labelledby="stukken">
            <Heading level={2} id="stukken">
                {t.stuk.list}
            </Heading>
            {none && <p class="spr-quiet">{t.stuk.none}</p>}
            <Papers bijeenkomst={bijeenkomst.id} />
            {mayAdd && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={() => setAdding(true)}>
                        {t.stuk.add}
                    </Button>
                </div>
            )}
            {adding && (
                <AddPaperDialog bijeenkomst={bijeenkomst.id} onClose={() => setAdding(false)} />
            )}
        </section>
    );
}
