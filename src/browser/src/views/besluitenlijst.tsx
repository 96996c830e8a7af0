// The list of decisions: it writes itself from what happened, is the same for everybody, and is
// made to be printed.

import type { ComponentChildren } from 'preact';
import type { Aanwezigheid, Besluit, Bijeenkomst } from '../gen/protocol';
import { clock, day, moment, shortDay } from '../i18n/format';
import { useT } from '../i18n/later';
import { besluitenlijst, type Besluitenlijst } from '../state/bijeenkomsten';
import { find } from '../state/rows';
import { theTafel } from '../state/select';
import { useAttendeeName } from './aanwezigheid';
import { A, Badge, Button, Heading, Prose } from './bits';
import { standWord } from './besluitline';
import { MissingPage } from './keuzeframe';
import { AGENDAPUNT_TONE, besluitTone } from './labels';
import { besluitPath, bijeenkomstPath, tafelPath } from './route';
import { useNames, useTafel } from './tafelcontext';
import { useTitle } from './title';

/** When it happened, and when it was written down where that was another moment. */
interface MomentProps {
    label: string;
    at: string | undefined;
    recorded: string | undefined;
    by: string | undefined;
}

function Moment({ label, at, recorded, by }: MomentProps) {
    const t = useT();
    const names = useNames();
    if (!recorded) return null;
    return (
        <div>
            <dt>{label}</dt>
            <dd>
                {moment(at ?? recorded)}
                {by && `, ${t.besluitenlijst.by(names.person(by))}`}
                {at && <span class="spr-quiet"> ({t.besluitenlijst.recorded(moment(recorded))})</span>}
            </dd>
        </div>
    );
}

function People({ label, rows, none }: { label: string; rows: Aanwezigheid[]; none?: string }) {
    const nameOf = useAttendeeName();
    if (rows.length === 0 && !none) return null;
    return (
        <div>
            <dt>{label}</dt>
            <dd>{rows.length > 0 ? rows.map(nameOf).join('; ') : none}</dd>
        </div>
    );
}

function Facts({ bijeenkomst, lijst }: { bijeenkomst: Bijeenkomst; lijst: Besluitenlijst }) {
    const t = useT();
    const b = bijeenkomst;
    return (
        <dl class="spr-facts-list">
            <Moment
                label={t.besluitenlijst.opened}
                at={b.gebeurdVan}
                recorded={b.geopendOp}
                by={b.geopendDoor}
            />
            <Moment
                label={t.besluitenlijst.closed}
                at={b.gebeurdTot}
                recorded={b.geslotenOp}
                by={b.geslotenDoor}
            />
            {b.plaats && (
                <div>
                    <dt>{t.besluitenlijst.place}</dt>
                    <dd>{b.plaats}</dd>
                </div>
            )}
            <People
                label={t.besluitenlijst.present}
                rows={lijst.aanwezig}
                none={t.besluitenlijst.noPresent}
            />
            <People label={t.besluitenlijst.absent} rows={lijst.afwezig} />
        </dl>
    );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
    return (
        <section class="spr-lijst__part">
            <Heading level={2}>{title}</Heading>
            {children}
        </section>
    );
}

function Items({ lijst }: { lijst: Besluitenlijst }) {
    const t = useT();
    if (lijst.items.length === 0) return null;
    return (
        <Part title={t.besluitenlijst.items}>
            <ol class="spr-agenda">
                {lijst.items.map((item) => (
                    <li key={item.id} class="spr-item">
                        <span class="spr-item__nr">{item.nummer}</span>
                        <div class="spr-item__body">
                            <p class="spr-thread__title">
                                <span>{item.titel}</span>
                                <Badge tone={AGENDAPUNT_TONE[item.status]}>
                                    {t.agendapuntStatus[item.status]}
                                </Badge>
                            </p>
                            {item.uitkomst && <Prose text={item.uitkomst} />}
                        </div>
                    </li>
                ))}
            </ol>
        </Part>
    );
}

function Decision({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    return (
        <li class="spr-lijst__row">
            <p class="spr-thread__title">
                <span>
                    <span class="spr-kenmerk">{besluit.kenmerk}</span>{' '}
                    <A href={besluitPath(tafel.id, besluit.id)}>{besluit.titel}</A>
                </span>
                <Badge tone={besluitTone(besluit)}>{standWord(t, besluit)}</Badge>
            </p>
            <Prose text={besluit.tekst} />
            {besluit.uitkomstReden && (
                <p class="spr-quiet">{t.besluitenlijst.why(besluit.uitkomstReden)}</p>
            )}
        </li>
    );
}

/** Who, what and by when; action items and commitments alike. */
function Row({ who, what, when, nr }: { who: string; what: string; when: string; nr?: string }) {
    const t = useT();
    return (
        <li class="spr-lijst__row">
            <p>
                {nr && <span class="spr-kenmerk">{nr} </span>}
                <strong>{who}</strong>: {what}
            </p>
            <p class="spr-quiet">
                {t.besluitenlijst.when}: {shortDay(Date.parse(when) - 1)}
            </p>
        </li>
    );
}

function Promises({ lijst }: { lijst: Besluitenlijst }) {
    const t = useT();
    const names = useNames();
    const party = (id: string | undefined) => (id ? names.organisation(id) : '');
    return (
        <>
            {lijst.actiepunten.length > 0 && (
                <Part title={t.actie.list}>
                    <ul class="spr-plainlist">
                        {lijst.actiepunten.map((a) => (
                            <Row
                                key={a.id}
                                nr={`${a.nummer}.`}
                                who={
                                    [party(a.organisatie), names.person(a.persoon)]
                                        .filter(Boolean)
                                        .join(', ') || t.actie.chair
                                }
                                what={a.wat}
                                when={a.voor}
                            />
                        ))}
                    </ul>
                </Part>
            )}
            {lijst.toezeggingen.length > 0 && (
                <Part title={t.besluitenlijst.commitments}>
                    <ul class="spr-plainlist">
                        {lijst.toezeggingen.map((z) => (
                            <Row key={z.id} who={party(z.organisatie)} what={z.tekst} when={z.voor} />
                        ))}
                    </ul>
                </Part>
            )}
        </>
    );
}

function Lijst({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const lijst = besluitenlijst(tafel, bijeenkomst.id);
    return (
        <div class="spr-lijst" data-testid="besluitenlijst">
            <Facts bijeenkomst={bijeenkomst} lijst={lijst} />
            <Part title={t.besluitenlijst.decisions}>
                {lijst.besluiten.length === 0 && (
                    <p class="spr-quiet">{t.besluitenlijst.noDecisions}</p>
                )}
                <ul class="spr-plainlist">
                    {lijst.besluiten.map((b) => (
                        <Decision key={b.id} besluit={b} />
                    ))}
                </ul>
            </Part>
            <Items lijst={lijst} />
            <Promises lijst={lijst} />
        </div>
    );
}

export function BesluitenlijstPage({ id }: { id: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const bijeenkomst = find(tafel.bijeenkomsten, id);
    const head = theTafel(tafel);
    useTitle(
        bijeenkomst
            ? `${t.besluitenlijst.title} ${bijeenkomst.titel} · ${head?.titel ?? ''}`
            : t.bijeenkomst.goneTitle,
    );
    if (!bijeenkomst)
        return <MissingPage title={t.bijeenkomst.goneTitle} text={t.bijeenkomst.gone} />;
    const begun = bijeenkomst.geopendOp !== undefined;
    return (
        <article class="spr-paper">
            <p class="spr-crumbs">
                <A href={tafelPath(tafel.id)}>{head?.titel ?? ''}</A>
                <span aria-hidden="true"> › </span>
                <A href={bijeenkomstPath(tafel.id, id)}>{bijeenkomst.titel}</A>
            </p>
            <div class="spr-pagehead">
                <Heading level={1}>{t.besluitenlijst.of(bijeenkomst.titel)}</Heading>
                {begun && (
                    <div class="spr-actions">
                        <Button onClick={() => window.print()}>{t.bijeenkomst.print}</Button>
                    </div>
                )}
            </div>
            <p class="spr-quiet">
                {head?.kenmerk} {head?.titel} · {day(bijeenkomst.gebeurdVan ?? bijeenkomst.begint)},{' '}
                {clock(bijeenkomst.gebeurdVan ?? bijeenkomst.begint)}
            </p>
            {bijeenkomst.status !== 'gesloten' && (
                <p role="status">{begun ? t.besluitenlijst.soFar : t.besluitenlijst.notYet}</p>
            )}
            {begun && <Lijst bijeenkomst={bijeenkomst} />}
        </article>
    );
}
