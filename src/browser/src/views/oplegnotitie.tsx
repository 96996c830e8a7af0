// One page of paper for the members of a party: what is decided, what it means for them, what they
// can say, and by when. There is nothing to do here but print it.

import type { ComponentChildren } from 'preact';
import type { Besluit, Deelname } from '../gen/protocol';
import { deadline, moment } from '../i18n/format';
import { useT } from '../i18n/later';
import { answersTo, cellsOf, decision, ownVoices, positionsOn, WAARDEN } from '../state/keuzes';
import { sectorName } from '../state/register';
import { find } from '../state/rows';
import { consultationOf, isOpenDecision, rejectionMeans } from '../state/ruggespraak';
import { theTafel } from '../state/select';
import { serverNow } from '../state/time';
import { standWord } from './besluitline';
import { A, Button, Heading, Prose } from './bits';
import { MissingPage } from './keuzeframe';
import { besluitPath } from './route';
import { useNames, useTafel } from './tafelcontext';
import { useTitle } from './title';

function Part({ title, children }: { title: string; children: ComponentChildren }) {
    return (
        <section class="spr-notitie__part">
            <Heading level={2}>{title}</Heading>
            {children}
        </section>
    );
}

interface Props {
    besluit: Besluit;
    parties: readonly Deelname[];
}

function Options({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const vraag = find(tafel.keuzevragen, besluit.keuzevraag);
    if (!vraag) return null;
    return (
        <Part title={t.oplegnotitie.question}>
            <p>{vraag.vraag}</p>
            <p class="spr-summary__label">{t.oplegnotitie.options}</p>
            <ul>
                {[...vraag.opties]
                    .sort((a, b) => a.nummer - b.nummer)
                    .map((o) => (
                        <li key={o.id}>
                            {o.titel}
                            {o.id === besluit.optie && <strong> ({t.oplegnotitie.chosen})</strong>}
                        </li>
                    ))}
            </ul>
        </Part>
    );
}

function Say({ besluit, parties }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const means = rejectionMeans(tafel, besluit, parties[0]?.organisatie ?? '');
    const votes = parties.length === 0 || parties.some((d) => d.rol === 'stemhebbend');
    return (
        <Part title={t.oplegnotitie.can}>
            <ul>
                <li>{t.oplegnotitie.agree}</li>
                <li>{t.oplegnotitie.reject[parties.length > 0 ? means : 'vooraf']}</li>
                <li>{t.oplegnotitie.silent}</li>
            </ul>
            {votes && <p>{t.oplegnotitie.note}</p>}
        </Part>
    );
}

/** What is known for the sectors of the party; for who has none, for all. */
function Consequences({ besluit, parties }: Props) {
    const t = useT();
    const { tafel, register } = useTafel();
    const names = useNames();
    if (!besluit.keuzevraag) return null;
    const vraag = find(tafel.keuzevragen, besluit.keuzevraag);
    const sectors = [...new Set(parties.flatMap((d) => d.sectoren))];
    const said = cellsOf(tafel, besluit.keuzevraag)
        .filter((g) => sectors.length === 0 || sectors.includes(g.sector))
        .filter((g) => !besluit.optie || g.optie === besluit.optie)
        .flatMap((gevolg) =>
            answersTo(tafel, gevolg.id)
                .filter((a) => a.verwacht)
                .map((answer) => ({ gevolg, answer })),
        );
    return (
        <Part title={t.oplegnotitie.gevolgen(sectors.map((s) => sectorName(register, s)))}>
            {said.length === 0 && <p>{t.oplegnotitie.noGevolgen}</p>}
            <ul>
                {said.map(({ gevolg, answer }) => (
                    <li key={answer.id}>
                        {sectors.length !== 1 && `${sectorName(register, gevolg.sector)}, `}
                        {names.organisation(answer.organisatie)}
                        {!besluit.optie && `, ${find(vraag?.opties ?? [], gevolg.optie)?.titel}`}
                        {answer.effect && ` (${t.effect[answer.effect]})`}: {answer.tekst}
                    </li>
                ))}
            </ul>
        </Part>
    );
}

function Positions({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    if (!besluit.keuzevraag) return null;
    const all = positionsOn(tafel, besluit.keuzevraag);
    return (
        <Part title={t.oplegnotitie.standpunten}>
            {all.length === 0 && <p>{t.oplegnotitie.noStandpunten}</p>}
            <ul>
                {WAARDEN.flatMap((w) => all.filter((s) => s.waarde === w)).map((s) => (
                    <li key={s.id}>
                        {names.organisation(s.organisatie)}:{' '}
                        <strong>{t.waarde[s.waarde].toLowerCase()}</strong>
                        {s.tekst && `. ${s.tekst}`}
                    </li>
                ))}
            </ul>
        </Part>
    );
}

function Term({ besluit, parties }: Props) {
    const t = useT();
    const { tafel } = useTafel();
    const asked = parties.flatMap((d) => consultationOf(tafel, besluit.id, d.organisatie) ?? []);
    const term = besluit.tot ?? besluit.termijn;
    return (
        <Part title={t.oplegnotitie.term}>
            {asked.map((a) => (
                <p key={a.id}>
                    <strong>{t.oplegnotitie.answerBy(a.orgaan, deadline(a.termijn))}</strong>
                </p>
            ))}
            {asked.length === 0 && (
                <p>{term ? t.oplegnotitie.reactBy(deadline(term)) : t.oplegnotitie.noTerm}</p>
            )}
        </Part>
    );
}

function Sheet({ besluit, parties }: Props) {
    const t = useT();
    const open = besluit.status === 'concept' || isOpenDecision(besluit);
    return (
        <div class="spr-notitie" data-testid="oplegnotitie">
            <Part title={open ? t.oplegnotitie.decided : t.oplegnotitie.wasDecided}>
                <Prose class="spr-besluit__text" text={besluit.tekst} />
                {besluit.motivering && <Prose text={besluit.motivering} />}
            </Part>
            {besluit.samenvatting && (
                <Part title={t.oplegnotitie.sector}>
                    <Prose text={besluit.samenvatting} />
                </Part>
            )}
            {open && <Term besluit={besluit} parties={parties} />}
            {open && <Say besluit={besluit} parties={parties} />}
            <Options besluit={besluit} />
            <Consequences besluit={besluit} parties={parties} />
            <Positions besluit={besluit} />
        </div>
    );
}

export function OplegnotitiePage({ id }: { id: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const besluit = decision(tafel, id);
    const head = theTafel(tafel);
    useTitle(
        besluit ? `${t.oplegnotitie.title} ${besluit.kenmerk} · ${head?.titel ?? ''}` : t.besluit.goneTitle,
    );
    if (!besluit) return <MissingPage title={t.besluit.goneTitle} text={t.besluit.gone} />;
    const parties = ownVoices(tafel).map((v) => v.deelname);
    const whose = parties.map((d) => names.organisation(d.organisatie)).join(', ');
    return (
        <article class="spr-paper">
            <p class="spr-crumbs">
                <A href={besluitPath(tafel.id, besluit.id)}>{t.oplegnotitie.back}</A>
            </p>
            <div class="spr-pagehead">
                <Heading level={1}>{besluit.titel}</Heading>
                <div class="spr-actions">
                    <Button kind="primary" onClick={() => window.print()}>
                        {t.oplegnotitie.print}
                    </Button>
                </div>
            </div>
            <p class="spr-lead">
                {t.oplegnotitie.title}.{' '}
                {whose ? t.oplegnotitie.forMembers(whose) : t.oplegnotitie.forAll}
            </p>
            <p class="spr-quiet">
                {besluit.kenmerk} · {t.besluitSoort[besluit.soort]} · {standWord(t, besluit)} ·{' '}
                {head?.kenmerk} {head?.titel} · {t.oplegnotitie.made(moment(serverNow()))}
            </p>
            <Sheet besluit={besluit} parties={parties} />
        </article>
    );
}
