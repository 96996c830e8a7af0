// A decision: its text, how it stands in a sentence for everybody, the votes on it, and what each
// reader can do with it.

import { useState } from 'preact/hooks';
import type { Besluit } from '../gen/protocol';
import { deadline, moment } from '../i18n/format';
import { useT, type Whole } from '../i18n/later';
import { find } from '../state/rows';
import { chairs, isPast, leads, openVote } from '../state/keuzes';
import { waitedFor } from '../state/ruggespraak';
import { decidedBy } from '../state/stemwijze';
import type { TafelState } from '../state/tafel';
import { amendmentsOf, mayAmend } from '../state/wijziging';
import { Aantekeningen } from './aantekeningen';
import { ToezegbaarheidPanel } from './binnenpanel';
import { A, Badge, Button, Heading, Prose } from './bits';
import {
    ConcludeDialog,
    DraftDialog,
    HoldDialog,
    PutDialog,
    WithdrawDialog,
} from './besluitdialogs';
import { standWord } from './besluitline';
import { Evaluaties } from './evaluaties';
import { useFocusKept } from './focus';
import { besluitTone } from './labels';
import { Ondertekeningen } from './ondertekeningen';
import { OpenButton, OpenMark } from './openbaarheid';
import { WithPart } from './part';
import { openbaarPart, stemPart, wijzigingPart } from './parts';
import { besluitPath, keuzevraagPath } from './route';
import { Ruggespraak } from './ruggespraak';
import { AskVote } from './stemverzoek';
import { useNames, useTafel } from './tafelcontext';

function sentence(t: Whole, b: Besluit): string {
    switch (b.status) {
        case 'concept':
            return t.besluit.draftExplain;
        case 'geagendeerd':
            if (b.uitkomst !== 'aangehouden') return t.besluit.agenda;
            return b.tot ? t.besluit.held(deadline(b.tot)) : t.besluit.heldOpen;
        case 'conclusie_voorgelegd':
            if (b.stemmingGevraagd?.length) return '';
            if (!b.termijn) return t.besluit.presented;
            return isPast(b.termijn)
                ? t.besluit.presentedPast
                : t.besluit.presentedUntil(deadline(b.termijn));
        case 'stemming':
            return t.besluit.voting;
        case 'onder_voorbehoud':
            return t.besluit.outcome.onder_voorbehoud;
        case 'uitkomst':
            // The reason says why; it need not be that too few were present.
            if (b.uitkomst === 'niet_tot_stand_gekomen' && b.uitkomstReden)
                return t.besluit.notReached;
            return b.uitkomst ? t.besluit.outcome[b.uitkomst] : '';
    }
}

/** Where the way of voting makes it another sentence. */
function voteSentence(t: Whole, tafel: TafelState, b: Besluit): string | undefined {
    if (b.status === 'stemming' && openVote(tafel, b.id)?.methode === 'peiling')
        return t.besluit.polling;
    if (decidedBy(tafel, b)?.methode !== 'consent') return undefined;
    if (b.uitkomst === 'verworpen') return t.besluit.blocked;
    return b.uitkomst === 'aangenomen' ? t.besluit.consented : undefined;
}

function Stand({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const waited = besluit.status === 'onder_voorbehoud' ? waitedFor(tafel, besluit.id) : [];
    // Once votes were cast it matters no more who asked for them.
    const asked = besluit.status === 'conclusie_voorgelegd' ? (besluit.stemmingGevraagd ?? []) : [];
    const at = besluit.gebeurdOm ?? besluit.uitkomstOp;
    return (
        <div class="spr-besluit__stand">
            <p>
                {waited.length > 0
                    ? t.ruggespraak.waiting(
                          waited.map((a) => names.organisation(a.organisatie)),
                          deadline(besluit.tot ?? waited[0]!.termijn),
                      )
                    : (voteSentence(t, tafel, besluit) ?? sentence(t, besluit))}{' '}
                {asked.length > 0 && (
                    <strong>
                        {t.besluit.stemmingGevraagd(asked.map((o) => names.organisation(o)))}
                    </strong>
                )}{' '}
                {at && (
                    <span class="spr-quiet">
                        {besluit.uitkomstDoor
                            ? t.besluit.concludedBy(names.person(besluit.uitkomstDoor), moment(at))
                            : t.besluit.concludedOn(moment(at))}
                    </span>
                )}
            </p>
            {besluit.uitkomstReden && (
                <p>
                    {t.general.reason}: {besluit.uitkomstReden}
                </p>
            )}
        </div>
    );
}

/** What it was before: held over, or adopted while members had yet to answer. */
function Earlier({ besluit }: { besluit: Besluit }) {
    const t = useT();
    if (!besluit.eerder?.length) return null;
    return (
        <details class="spr-erbij">
            <summary>{t.openheid.earlier}</summary>
            <ol>
                {besluit.eerder.map((e) => (
                    <li key={e.op}>
                        {t.uitkomst[e.uitkomst]}, {moment(e.gebeurdOm ?? e.op)}
                        {e.reden && `. ${t.general.reason}: ${e.reden}`}
                    </li>
                ))}
            </ol>
        </details>
    );
}

type Act = 'herzien' | 'voorleggen' | 'openen' | 'concluderen' | 'aanhouden' | 'intrekken';

function OpenDialog(props: { besluit: Besluit; onClose: () => void }) {
    return <WithPart part={stemPart}>{(stem) => <stem.OpenDialog {...props} />}</WithPart>;
}

const DIALOGS = {
    herzien: DraftDialog,
    voorleggen: PutDialog,
    openen: OpenDialog,
    concluderen: ConcludeDialog,
    aanhouden: HoldDialog,
    intrekken: WithdrawDialog,
};

/** What whoever runs the table can do next, the likely step first. */
function nextActs(besluit: Besluit, chair: boolean, voting: boolean, amended: boolean): Act[] {
    switch (besluit.status) {
        case 'concept':
            return ['voorleggen', 'herzien', 'intrekken'];
        case 'geagendeerd':
            return ['voorleggen', 'intrekken'];
        case 'conclusie_voorgelegd': {
            if (!chair || voting) return ['intrekken'];
            // First what somebody proposed instead.
            if (amended) return ['aanhouden', 'intrekken'];
            // Not while a party wants a vote, or can still ask for one.
            const mayConclude =
                !besluit.stemmingGevraagd?.length && (!besluit.termijn || isPast(besluit.termijn));
            const rest: Act[] = ['openen', 'aanhouden', 'intrekken'];
            return mayConclude ? ['concluderen', ...rest] : rest;
        }
        default:
            return [];
    }
}

function Controls({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    const voting = openVote(tafel, besluit.id) !== undefined;
    const amended = amendmentsOf(tafel, besluit.id).some((m) => m.status === 'open');
    const acts = leads(tafel) ? nextActs(besluit, chairs(tafel), voting, amended) : [];
    const Dialog = act && DIALOGS[act];
    return (
        <div class="spr-actions">
            <AskVote besluit={besluit} />
            {acts.map((a, i) => (
                <Button
                    key={a}
                    kind={a === 'intrekken' ? 'subtle' : i === 0 ? 'primary' : 'secondary'}
                    onClick={() => setAct(a)}
                >
                    {a === 'openen' ? t.stemming.openen : t.besluit[a]}
                </Button>
            ))}
            {besluit.status !== 'concept' && <OpenButton thing={{ besluit }} />}
            {Dialog && <Dialog besluit={besluit} onClose={() => setAct(null)} />}
        </div>
    );
}

/** The earlier decision whose place it takes, and the later one that took its own. */
function Succession({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const before = find(tafel.besluiten, besluit.vervangt);
    const after = find(tafel.besluiten, besluit.vervangenDoor);
    const link = (b: Besluit) => (
        <A href={besluitPath(tafel.id, b.id)}>
            {b.kenmerk} {b.titel}
        </A>
    );
    return (
        <>
            {after && (
                <p>
                    <strong>{t.besluit.replacedBy}</strong> {link(after)}
                </p>
            )}
            {before && (
                <p>
                    {t.besluit.replaces}: {link(before)}
                </p>
            )}
        </>
    );
}

function Text({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const vraag = find(tafel.keuzevragen, besluit.keuzevraag);
    const optie = find(vraag?.opties ?? [], besluit.optie);
    return (
        <>
            {besluit.samenvatting && (
                <div class="spr-summary">
                    <p class="spr-summary__label">{t.besluit.samenvatting}</p>
                    <Prose text={besluit.samenvatting} />
                </div>
            )}
            <Prose class="spr-besluit__text" text={besluit.tekst} />
            {optie && <p>{t.besluit.chosen(optie.titel)}</p>}
            {besluit.motivering && (
                <div class="spr-summary">
                    <p class="spr-summary__label">{t.besluit.motivering}</p>
                    <Prose text={besluit.motivering} />
                </div>
            )}
        </>
    );
}

/** What parties add to a decision, and what came of it. */
function Beside({ besluit, level }: { besluit: Besluit; level: 2 | 4 }) {
    const ref = useFocusKept<HTMLDivElement>();
    return (
        <div class="spr-besluit__beside" ref={ref}>
            <Ruggespraak besluit={besluit} level={level} />
            <Ondertekeningen besluit={besluit} level={level} />
            <Aantekeningen besluit={besluit} level={level} />
            {(besluit.uitkomst === 'aangenomen' || besluit.uitkomst === 'verdeeld') && (
                <WithPart part={openbaarPart}>
                    {(part) => <part.Doorgeleidingen besluit={besluit} level={level} />}
                </WithPart>
            )}
            <Evaluaties besluit={besluit} level={level} />
        </div>
    );
}

/** On a page of its own the decision is the heading; under a question it is one of its parts. */
export function BesluitView({ besluit, own }: { besluit: Besluit; own?: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const vraag = find(tafel.keuzevragen, besluit.keuzevraag);
    return (
        <article class={`spr-besluit spr-besluit--${besluit.status}`}>
            <p class="spr-tafel__status">
                <span class="spr-kenmerk">{besluit.kenmerk}</span>
                <span class="spr-quiet">{t.besluitSoort[besluit.soort]}</span>
                <Badge tone={besluitTone(besluit)}>{standWord(t, besluit)}</Badge>
                <OpenMark row={besluit} />
            </p>
            <Heading level={own ? 1 : 3}>
                {own ? (
                    besluit.titel
                ) : (
                    <A href={besluitPath(tafel.id, besluit.id)}>{besluit.titel}</A>
                )}
            </Heading>
            {own && vraag && (
                <p>
                    {t.besluit.about(vraag.nummer)}:{' '}
                    <A href={keuzevraagPath(tafel.id, vraag.id)}>{vraag.vraag}</A>
                </p>
            )}
            <Stand besluit={besluit} />
            <Succession besluit={besluit} />
            <Earlier besluit={besluit} />
            <Text besluit={besluit} />
            {besluit.status !== 'concept' && (
                <WithPart part={stemPart}>
                    {({ Stemmingen }) => <Stemmingen besluit={besluit} level={own ? 2 : 4} />}
                </WithPart>
            )}
            <ToezegbaarheidPanel besluit={besluit} level={own ? 2 : 4} />
            <Controls besluit={besluit} />
            {(mayAmend(tafel, besluit) || amendmentsOf(tafel, besluit.id).length > 0) && (
                <WithPart part={wijzigingPart}>
                    {(m) => <m.Amendementen besluit={besluit} level={own ? 2 : 4} />}
                </WithPart>
            )}
            <Beside besluit={besluit} level={own ? 2 : 4} />
        </article>
    );
}
