// A row of the besluitenlog, and all of one besluit.

import type { ComponentChildren } from 'preact';
import type { LogRegel, LogStemming, LogTel } from '../gen/protocol';
import { deadline, moment, shortDay } from '../i18n/format';
import { useLogT, type WithLog } from '../i18n/log';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { organisationName } from '../state/register';
import { find } from '../state/rows';
import { A, Badge, Heading, Prose, type Tone } from './bits';
import { GroupFigure } from './logfiguren';
import { Gevolgkaart } from './logkaart';
import { besluitPath } from './route';

function tone(regel: LogRegel): Tone {
    if (regel.uitkomst === 'aangenomen') return 'safe';
    return regel.uitkomst === 'ingetrokken' ? 'neutral' : 'warning';
}

const counted = (tellen: readonly LogTel[], words: Record<string, string>): string =>
    tellen.map((tel) => `${words[tel.naam] ?? tel.naam} ${tel.aantal}`).join(', ');

/** A count in words; none when it would tell, outside the tafel, the voice of one party. */
function votes(t: WithLog, uitslag: LogStemming['uitslag']): string {
    if (uitslag.length === 0) return t.log.small;
    return uitslag
        .map((g) => {
            const n = [`${t.stem.voor} ${g.voor}`, `${t.stem.tegen} ${g.tegen}`, `${t.stem.onthouding} ${g.onthouding}`];
            return `${t.log.groups[g.groep] ?? g.groep}: ${n.join(', ')}`;
        })
        .join('; ');
}

function Facts({ lines }: { lines: readonly (readonly [string, ComponentChildren])[] }) {
    return (
        <dl class="spr-logfacts">
            {lines
                .filter(([, value]) => value)
                .map(([name, value]) => (
                    <div key={name}>
                        <dt>{name}</dt>
                        <dd>{value}</dd>
                    </div>
                ))}
        </dl>
    );
}

function useLines(regel: LogRegel): (readonly [string, ComponentChildren])[] {
    const t = useLogT();
    const { sectoren } = useCell(client.register);
    return [
        [t.log.reason, regel.reden],
        [t.log.sectors, regel.sectoren.map((id) => find(sectoren, id)?.naam ?? id).join(', ')],
        [t.log.votes, regel.stemmingen.map((s) => `${t.methode[s.methode]}. ${votes(t, s.uitslag)}`).join(' · ')],
        [t.log.recount, regel.hertelling && votes(t, regel.hertelling)],
        [t.log.consequences, regel.gevolgen && counted(regel.gevolgen.effecten, t.log.effect)],
        [t.log.promises, counted(regel.toezeggingen, t.log.toezegging)],
        [
            t.log.passed,
            regel.doorgeleidingen
                .map((d) => `${d.naam}: ${t.log.antwoord[d.status] ?? d.status}`)
                .join('; '),
        ],
    ];
}

function Badges({ regel }: { regel: LogRegel }) {
    const t = useLogT();
    const reasons = regel.vast.filter((v) => v !== regel.uitkomst);
    return (
        <>
            <span class="spr-kenmerk">{regel.kenmerk}</span>
            <span class="spr-quiet">{t.besluitSoort[regel.soort]}</span>
            <Badge tone={regel.uitkomst ? tone(regel) : 'active'}>
                {regel.uitkomst ? t.uitkomst[regel.uitkomst] : t.besluitStatus[regel.status]}
            </Badge>
            {reasons.map((v) => (
                <Badge key={v} tone="danger">
                    {t.log.vast[v]}
                </Badge>
            ))}
        </>
    );
}

export function LogRow({ regel, href }: { regel: LogRegel; href: string }) {
    const lines = useLines(regel);
    return (
        <li class="spr-logrow">
            <div class="spr-tafelcard__head">
                <Badges regel={regel} />
                <time class="spr-quiet" dateTime={regel.op} title={moment(regel.op)}>
                    {shortDay(regel.op)}
                </time>
            </div>
            <Heading level={2}>
                <A href={href}>{regel.titel}</A>
            </Heading>
            <p class="spr-quiet">
                {regel.tafelKenmerk} {regel.tafelTitel}
            </p>
            <Facts lines={lines} />
        </li>
    );
}

function Listed({ title, lines }: { title: string; lines: readonly ComponentChildren[] }) {
    if (lines.length === 0) return null;
    return (
        <section class="spr-figure">
            <Heading level={3}>{title}</Heading>
            <ul class="spr-plainlist">
                {lines.map((line, i) => (
                    <li key={i}>{line}</li>
                ))}
            </ul>
        </section>
    );
}

function Stemming({ stemming }: { stemming: LogStemming }) {
    const t = useLogT();
    return (
        <section class="spr-figure">
            <Heading level={3}>
                {t.log.votes}: {t.methode[stemming.methode]}
            </Heading>
            <p class="utrecht-paragraph">
                {votes(t, stemming.uitslag)}.{' '}
                {stemming.uitkomst ? `${t.uitkomst[stemming.uitkomst]}.` : t.log.poll}
            </p>
            <GroupFigure
                id={`log-stemming-${stemming.id}`}
                title={t.log.split}
                groups={stemming.verdeling}
                words={t.stem}
            />
        </section>
    );
}

export function LogDetail({ regel }: { regel: LogRegel }) {
    const t = useLogT();
    const register = useCell(client.register);
    const name = (id: string) => organisationName(register, id);
    const lines = useLines(regel).filter(([label]) => label === t.log.reason || label === t.log.sectors);
    return (
        <article class="spr-card spr-logdetail">
            <Heading level={2}>{t.log.facts}</Heading>
            <div class="spr-tafelcard__head">
                <Badges regel={regel} />
            </div>
            <p class="spr-quiet">
                {regel.tafelKenmerk} {regel.tafelTitel}
            </p>
            <Prose text={regel.tekst ?? ''} />
            <Facts
                lines={[
                    [t.log.when, moment(regel.gebeurdOm ?? regel.op)],
                    ...lines,
                    [t.log.motive, regel.motivering],
                    [t.log.summary, regel.samenvatting],
                    [t.log.heldUntil, regel.tot && moment(regel.tot)],
                    [t.log.term, regel.termijn && deadline(regel.termijn)],
                    [t.log.evaluate, regel.evalueerOp && shortDay(regel.evalueerOp)],
                    [t.log.embargo, regel.embargoTot && moment(regel.embargoTot)],
                ]}
            />
            {regel.zicht === 'tafel' && (
                <p>
                    <A href={besluitPath(regel.tafel, regel.besluit)}>{t.log.toTafel}</A>
                </p>
            )}
            {regel.stemmingen.map((stemming) => (
                <Stemming key={stemming.id} stemming={stemming} />
            ))}
            <GroupFigure
                id="log-standpunten"
                title={t.log.positions}
                groups={regel.standpunten}
                words={t.waarde}
            />
            <Gevolgkaart cellen={regel.gevolgkaart ?? []} />
            <Listed
                title={t.log.dissent}
                lines={regel.afwijkend.map((a) => `${name(a.organisatie)}, ${t.waarde[a.waarde]}: ${a.tekst ?? ''}`)}
            />
            <Listed
                title={t.log.notes}
                lines={regel.aantekeningen.map((a) => `${name(a.organisatie)}: ${a.tekst}`)}
            />
            <Listed title={t.log.signed} lines={regel.ondertekeningen.map(name)} />
            <Listed
                title={t.log.promises}
                lines={regel.toezeggingen.map((tel) => `${t.log.toezegging[tel.naam] ?? tel.naam}: ${tel.aantal}`)}
            />
            <Listed
                title={t.log.passed}
                lines={regel.doorgeleidingen.map((d) =>
                    [`${d.naam}: ${t.log.antwoord[d.status] ?? d.status}`, d.toelichting].filter(Boolean).join('. '))}
            />
            <Listed
                title={t.log.earlier}
                lines={regel.eerder.map((e) =>
                    [`${shortDay(e.op)}: ${t.uitkomst[e.uitkomst]}`, e.reden].filter(Boolean).join('. '))}
            />
        </article>
    );
}
