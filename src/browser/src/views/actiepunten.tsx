// Action items: who does what for when. What is late stands first; what is done is folded away.

import { useState } from 'preact/hooks';
import type { Actiepunt } from '../gen/protocol';
import { brief, deadline } from '../i18n/format';
import { useT } from '../i18n/later';
import { actions, finisher, isOverdueAction, notes } from '../state/bijeenkomsten';
import { find } from '../state/rows';
import { meetingUnderWay } from '../state/select';
import { FinishActionDialog, NoteActionDialog } from './actiepuntdialogs';
import { useAnchor } from './anchor';
import { A, Badge, Button, Heading, Prose } from './bits';
import { bijeenkomstPath } from './route';
import { useNames, useTafel } from './tafelcontext';

function useOwner(): (actie: Actiepunt) => string {
    const t = useT();
    const names = useNames();
    return ({ organisatie, persoon }) => {
        const who = names.person(persoon);
        const party = organisatie ? names.organisation(organisatie) : '';
        return [party, who].filter(Boolean).join(', ') || t.actie.chair;
    };
}

function ActionLine({ actie, loose }: { actie: Actiepunt; loose: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const owner = useOwner();
    const [finishing, setFinishing] = useState(false);
    const by = finisher(tafel, actie);
    const meeting = loose ? find(tafel.bijeenkomsten, actie.bijeenkomst) : undefined;
    const late = isOverdueAction(actie);
    return (
        <li class={late ? 'spr-thread spr-actie spr-actie--late' : 'spr-thread spr-actie'}>
            <p class="spr-thread__title">
                <strong>{owner(actie)}</strong>
                {late ? (
                    <Badge tone="danger">{t.actie.overdue}</Badge>
                ) : (
                    actie.status !== 'open' && (
                        <Badge tone={actie.status === 'klaar' ? 'safe' : 'neutral'}>
                            {t.actiepuntStatus[actie.status]}
                        </Badge>
                    )
                )}
            </p>
            <Prose text={actie.wat} />
            {actie.verhaal && <Prose class="spr-quiet" text={actie.verhaal} />}
            <p class="spr-thread__meta">
                <span class="spr-kenmerk">{t.actie.name(actie.nummer)}</span>
                {actie.status === 'open' && <span>{t.actie.due(deadline(actie.voor))}</span>}
                {actie.afgerondDoor && actie.afgerondOp && (
                    <span>
                        {t.actie.doneBy(names.person(actie.afgerondDoor), brief(actie.afgerondOp))}
                    </span>
                )}
                {meeting && <A href={bijeenkomstPath(tafel.id, meeting.id)}>{meeting.titel}</A>}
            </p>
            {by && (
                <div class="spr-actions">
                    <Button
                        onClick={() => setFinishing(true)}
                        aria-label={`${t.actie.finish}: ${t.actie.name(actie.nummer)}`}
                    >
                        {t.actie.finish}
                    </Button>
                </div>
            )}
            {finishing && by && (
                <FinishActionDialog
                    actie={actie}
                    namens={by.namens}
                    onClose={() => setFinishing(false)}
                />
            )}
        </li>
    );
}

/** Of the whole table, or of one meeting, where new ones are noted. */
export function Actiepunten({ bijeenkomst }: { bijeenkomst?: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const [noting, setNoting] = useState(false);
    const ref = useAnchor('actiepunten');
    const all = actions(tafel, bijeenkomst);
    const open = all.filter((a) => a.status === 'open');
    const done = all.filter((a) => a.status !== 'open');
    // What is noted belongs to the meeting that is under way, so not to one that is over.
    const mayNote = notes(tafel) && (!bijeenkomst || meetingUnderWay(tafel)?.id === bijeenkomst);
    if (all.length === 0 && !mayNote) return null;
    const lines = (some: Actiepunt[]) => (
        <ul class="spr-threads">
            {some.map((a) => (
                <ActionLine key={a.id} actie={a} loose={!bijeenkomst} />
            ))}
        </ul>
    );
    return (
        <section aria-labelledby="actiepunten" class="spr-keuzes" ref={ref} tabIndex={-1}>
            <Heading level={2} id="actiepunten">
                {t.actie.list}
            </Heading>
            {open.length === 0 && <p class="spr-quiet">{t.actie.none}</p>}
            {open.length > 0 && lines(open)}
            {done.length > 0 && (
                <details class="spr-more">
                    <summary>{t.actie.earlier(done.length)}</summary>
                    {lines(done)}
                </details>
            )}
            {mayNote && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={() => setNoting(true)}>
                        {t.actie.note}
                    </Button>
                </div>
            )}
            {noting && (
                <NoteActionDialog bijeenkomst={bijeenkomst} onClose={() => setNoting(false)} />
            )}
        </section>
    );
}
