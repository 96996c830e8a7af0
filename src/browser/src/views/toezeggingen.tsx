// Commitments: who does what for when, how it stands, and the story of each step.

import { useState } from 'preact/hooks';
import type { Toezegging } from '../gen/protocol';
import { brief, deadline } from '../i18n/format';
import { useT } from '../i18n/later';
import { inPlenary, leads, records } from '../state/keuzes';
import { commitments, isOverdue, isUnderWay, mayCommit, stepsOf, voiceFor } from '../state/toezeggingen';
import { find } from '../state/rows';
import { A, Badge, Button, Heading, Prose } from './bits';
import { TOEZEGGING_TONE } from './labels';
import { besluitPath } from './route';
import { useNames, useTafel } from './tafelcontext';
import { CommitDialog, DeclineDialog, ProposeDialog, ReportDialog } from './toezeggingdialogs';
import { Via } from './vastgelegd';

function Steps({ toezegging }: { toezegging: Toezegging }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const steps = stepsOf(tafel, toezegging.id);
    if (steps.length === 0) return null;
    return (
        <ol class="spr-plainlist spr-toezegging__steps">
            {steps.map((s) => (
                <li key={s.id}>
                    <strong>{t.toezeggingStatus[s.status]}</strong>{' '}
                    <span class="spr-quiet">
                        {brief(s.op)}, {names.person(s.persoon)}
                    </span>
                    <Via row={s} />
                    <Prose text={s.verhaal} />
                </li>
            ))}
        </ol>
    );
}

type Act = 'commit' | 'decline' | 'report';

function Controls({ toezegging }: { toezegging: Toezegging }) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    if (!inPlenary(tafel)) return null;
    const own = voiceFor(tafel, toezegging) !== undefined;
    const asked = toezegging.status === 'voorgesteld';
    const close = () => setAct(null);
    return (
        <div class="spr-actions">
            {mayCommit(tafel, toezegging) && (
                <Button kind="primary" onClick={() => setAct('commit')}>
                    {t.toezegging.commit}
                </Button>
            )}
            {asked && (own || leads(tafel)) && (
                <Button kind="subtle" onClick={() => setAct('decline')}>
                    {own ? t.toezegging.decline : t.toezegging.takeBack}
                </Button>
            )}
            {isUnderWay(toezegging) && (own || records(tafel)) && (
                <Button onClick={() => setAct('report')}>
                    {own ? t.toezegging.report : t.toezegging.record}
                </Button>
            )}
            {act === 'commit' && <CommitDialog toezegging={toezegging} onClose={close} />}
            {act === 'decline' && <DeclineDialog toezegging={toezegging} onClose={close} />}
            {act === 'report' && <ReportDialog toezegging={toezegging} onClose={close} />}
        </div>
    );
}

function CommitmentLine({ toezegging, loose }: { toezegging: Toezegging; loose: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const besluit = loose ? find(tafel.besluiten, toezegging.besluit) : undefined;
    return (
        <li class="spr-thread spr-toezegging">
            <p class="spr-thread__title">
                <strong>{names.organisation(toezegging.organisatie)}</strong>
                <Badge tone={TOEZEGGING_TONE[toezegging.status]}>
                    {t.toezeggingStatus[toezegging.status]}
                </Badge>
                {isOverdue(toezegging) && <Badge tone="danger">{t.toezegging.overdue}</Badge>}
            </p>
            <Prose text={toezegging.tekst} />
            <p class="spr-thread__meta">
                <span>{t.toezegging.due(deadline(toezegging.voor))}</span>
                {toezegging.aanvaardDoor && toezegging.aanvaardOp && (
                    <span>
                        {t.toezegging.signed(names.person(toezegging.aanvaardDoor), brief(toezegging.aanvaardOp))}
                    </span>
                )}
                {besluit && <A href={besluitPath(tafel.id, besluit.id)}>{besluit.kenmerk}</A>}
            </p>
            <Steps toezegging={toezegging} />
            <Controls toezegging={toezegging} />
        </li>
    );
}

/** Of the whole table, of one decision, or asked in one meeting. */
export function Toezeggingen({ besluit, bijeenkomst }: { besluit?: string; bijeenkomst?: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const [proposing, setProposing] = useState(false);
    const all = commitments(tafel, besluit).filter(
        (z) => bijeenkomst === undefined || z.bijeenkomst === bijeenkomst,
    );
    if (all.length === 0 && !leads(tafel)) return null;
    return (
        <section aria-labelledby="toezeggingen" class="spr-keuzes">
            <Heading level={2} id="toezeggingen">
                {t.toezegging.list}
            </Heading>
            {all.length === 0 && <p class="spr-quiet">{t.toezegging.none}</p>}
            <ul class="spr-threads">
                {all.map((toezegging) => (
                    <CommitmentLine key={toezegging.id} toezegging={toezegging} loose={!besluit} />
                ))}
            </ul>
            {leads(tafel) && !bijeenkomst && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={() => setProposing(true)}>
                        {t.toezegging.propose}
                    </Button>
                </div>
            )}
            {proposing && <ProposeDialog besluit={besluit} onClose={() => setProposing(false)} />}
        </section>
    );
}
