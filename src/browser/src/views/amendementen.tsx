// Amendementen on a decision: what each would change, who carries it, and what became of it.

import { useState } from 'preact/hooks';
import type { Amendement, AmendementStatus, Besluit } from '../gen/protocol';
import { moment } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { useW } from '../i18n/wijziging';
import { ownVoices, records } from '../state/keuzes';
import { amendmentsOf, mayAmend, mayDispose, mayJoin, mayLeave } from '../state/wijziging';
import { AdoptDialog, JoinDialog, LeaveDialog, PutDialog, RejectDialog } from './amendementdialogs';
import { Badge, Button, Heading, Prose, When, type Tone } from './bits';
import { Difference } from './difference';
import { useNames, useTafel } from './tafelcontext';
import { Via } from './vastgelegd';

const TONE: Record<AmendementStatus, Tone> = {
    open: 'active',
    overgenomen: 'safe',
    verworpen: 'danger',
    ingetrokken: 'neutral',
    achterhaald: 'warning',
    vervallen: 'neutral',
};

type Act = 'join' | 'leave' | 'adopt' | 'reject' | 'again';

function actsOn(tafel: Parameters<typeof mayJoin>[0], besluit: Besluit, m: Amendement): Act[] {
    const own = ownVoices(tafel).some((v) => v.deelname.organisatie === m.organisatie);
    return [
        ...(mayDispose(tafel, besluit, m) ? (['adopt', 'reject'] as const) : []),
        ...(mayJoin(tafel, m).length > 0 ? (['join'] as const) : []),
        ...(mayLeave(tafel, m).length > 0 ? (['leave'] as const) : []),
        ...(m.status === 'achterhaald' && mayAmend(tafel, besluit) && (own || records(tafel))
            ? (['again'] as const)
            : []),
    ];
}

function Carried({ amendement: m }: { amendement: Amendement }) {
    const w = useW();
    const names = useNames();
    return (
        <p class="spr-quiet">
            {m.indiener !== m.organisatie && `${w.amendement.first(names.organisation(m.indiener))} `}
            {m.mede &&
                `${w.amendement.with(m.mede.map((i) => names.organisation(i.organisatie)))} `}
            {w.amendement.against(m.basis)}, <When at={m.op} />
            <Via row={m} />
        </p>
    );
}

function Item({ besluit, amendement: m }: { besluit: Besluit; amendement: Amendement }) {
    const t = useT();
    const w = useW();
    const { tafel } = useTafel();
    const names = useNames();
    const [act, setAct] = useState<Act | null>(null);
    const close = () => setAct(null);
    const name = names.organisation(m.organisatie);
    const props = { besluit, amendement: m, onClose: close };
    return (
        <li class="spr-amendement">
            <p class="spr-tafel__status">
                <strong>{w.amendement.of(name)}</strong>
                <Badge tone={TONE[m.status]}>{w.amendement.status[m.status]}</Badge>
            </p>
            <Carried amendement={m} />
            <Difference from={m.basisTekst} to={m.tekst} compact />
            {m.toelichting && (
                <p>
                    <strong>{w.amendement.why}:</strong> <Prose text={m.toelichting} />
                </p>
            )}
            {m.afdoening && (
                <p>
                    {m.afdoening.reden && `${t.general.reason}: ${m.afdoening.reden} `}
                    <span class="spr-quiet">
                        {w.amendement.ended(
                            names.person(m.afdoening.persoon),
                            moment(m.afdoening.gebeurdOm ?? m.afdoening.op),
                        )}
                    </span>
                </p>
            )}
            <div class="spr-actions">
                {actsOn(tafel, besluit, m).map((a) => (
                    <Button
                        key={a}
                        kind={a === 'adopt' ? 'primary' : a === 'leave' ? 'subtle' : 'secondary'}
                        aria-label={`${w.amendement[a]}: ${w.amendement.of(name)}`}
                        onClick={() => setAct(a)}
                    >
                        {w.amendement[a]}
                    </Button>
                ))}
            </div>
            {act === 'join' && <JoinDialog {...props} />}
            {act === 'leave' && <LeaveDialog {...props} />}
            {act === 'adopt' && <AdoptDialog {...props} />}
            {act === 'reject' && <RejectDialog {...props} />}
            {act === 'again' && <PutDialog besluit={besluit} again={m} onClose={close} />}
        </li>
    );
}

export function Amendementen({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const w = useW();
    const { tafel } = useTafel();
    const [putting, setPutting] = useState(false);
    const all = amendmentsOf(tafel, besluit.id);
    const id = `amendementen-${besluit.id}`;
    const put = mayAmend(tafel, besluit) && (
        <div class="spr-actions">
            <Button icon="pen" kind="subtle" onClick={() => setPutting(true)}>
                {w.amendement.put}
            </Button>
        </div>
    );
    const dialog = putting && <PutDialog besluit={besluit} onClose={() => setPutting(false)} />;
    // Without any there is only the way to propose one.
    if (all.length === 0)
        return (
            <>
                {put}
                {dialog}
            </>
        );
    return (
        <section aria-labelledby={id}>
            <Heading level={level} id={id}>
                {w.amendement.list}
            </Heading>
            <p class="spr-quiet">
                {all.some((m) => m.status === 'open') ? w.amendement.blocked : w.amendement.lead}{' '}
                {w.diff.legend}
            </p>
            <ul class="spr-said">
                {all.map((m) => (
                    <Item key={m.id} besluit={besluit} amendement={m} />
                ))}
            </ul>
            {put}
            {dialog}
        </section>
    );
}
