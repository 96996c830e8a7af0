// A choice question: the question and its options, what it asks of the reader now, and below that
// all that the table said: consequences, positions, decisions.

import { useState } from 'preact/hooks';
import type { Keuzevraag } from '../gen/protocol';
import { useT } from '../i18n/later';
import { find } from '../state/rows';
import { theTafel } from '../state/select';
import {
    askedOf,
    cellsFor,
    decisions,
    inPlenary,
    leads,
    openVote,
    ownVoices,
    takesAnswers,
    takesPositions,
} from '../state/keuzes';
import { DraftDialog } from './besluitdialogs';
import { BesluitView } from './besluit';
import { Bedenkingen } from './bedenkingen';
import { BinnenPanel } from './binnenpanel';
import { A, Badge, Button, Heading, Prose, When } from './bits';
import { GevolgForm } from './gevolgform';
import { Gevolgen } from './gevolgen';
import { AskDialog, ReadyDialog, WithdrawQuestionDialog } from './keuzedialogs';
import { MissingPage, TablePath } from './keuzeframe';
import { KEUZE_TONE } from './labels';
import { WithPart } from './part';
import { wijzigingPart } from './parts';
import { knelpuntPath } from './route';
import { Readers } from './lezers';
import { StandpuntForm, Standpunten } from './standpunten';
import { useNames, useTafel } from './tafelcontext';
import { useTitle } from './title';
import { UitvoerbaarheidList } from './uitvoerbaarheid';

type Act = 'ask' | 'ready' | 'draft' | 'revise' | 'withdraw';

/** The acts that each state of a question offers; the server decides again. */
const ACTS: Record<string, readonly Act[]> = {
    ingebracht: ['ask', 'ready', 'draft', 'revise', 'withdraw'],
    gevolgen_gevraagd: ['ready', 'draft', 'revise', 'withdraw'],
    besluitrijp: ['draft', 'revise', 'withdraw'],
};

function Controls({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const [act, setAct] = useState<Act | null>(null);
    const own = ownVoices(tafel).find((v) => v.deelname.organisatie === vraag.spreker.organisatie);
    const possible = ACTS[vraag.status] ?? [];
    // Whoever put the question may withdraw it; the rest is for who runs the table.
    const mine = possible.filter((a) => a === 'withdraw' && own && inPlenary(tafel));
    const acts = leads(tafel) ? possible : mine;
    if (acts.length === 0) return null;
    const words: Record<Act, string> = {
        ask: t.keuze.vragen,
        ready: t.keuze.besluitrijp,
        draft: t.besluit.opstellen,
        revise: t.keuze.herzien,
        withdraw: t.keuze.intrekken,
    };
    const close = () => setAct(null);
    return (
        <div class="spr-actions">
            {acts.map((a, i) => (
                <Button
                    key={a}
                    kind={a === 'withdraw' || a === 'revise' ? 'subtle' : i === 0 ? 'primary' : 'secondary'}
                    onClick={() => setAct(a)}
                >
                    {words[a]}
                </Button>
            ))}
            {act === 'ask' && <AskDialog vraag={vraag} onClose={close} />}
            {act === 'ready' && <ReadyDialog vraag={vraag} onClose={close} />}
            {act === 'draft' && <DraftDialog vraag={vraag} onClose={close} />}
            {act === 'revise' && (
                <WithPart part={wijzigingPart}>
                    {(m) => <m.HerzienDialog vraag={vraag} onClose={close} />}
                </WithPart>
            )}
            {act === 'withdraw' && (
                <WithdrawQuestionDialog
                    vraag={vraag}
                    namens={leads(tafel) ? null : (own?.namens ?? null)}
                    onClose={close}
                />
            )}
        </div>
    );
}

function Head({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const names = useNames();
    const { tafel } = useTafel();
    const knelpunt = find(tafel.knelpunten, vraag.knelpunt);
    return (
        <header class="spr-threadhead">
            <TablePath />
            <p class="spr-tafel__status">
                <span class="spr-kenmerk">{t.keuze.name(vraag.nummer)}</span>
                <Badge tone={KEUZE_TONE[vraag.status]}>{t.keuzeStatus[vraag.status]}</Badge>
            </p>
            <Heading level={1}>{vraag.vraag}</Heading>
            {vraag.toelichting && <Prose class="spr-lead" text={vraag.toelichting} />}
            <p class="spr-threadhead__meta">
                <span class="spr-quiet">
                    {t.keuze.by(
                        names.organisation(vraag.spreker.organisatie) ||
                            names.person(vraag.spreker.persoon),
                    )}{' '}
                    <When at={vraag.op} />
                </span>
                {knelpunt && (
                    <A href={knelpuntPath(tafel.id, knelpunt.id)}>{t.keuze.about(knelpunt.nummer)}</A>
                )}
            </p>
            {vraag.status === 'ingetrokken' && <p>{t.keuze.withdrawn(vraag.reden ?? '')}</p>}
            <Controls vraag={vraag} />
        </header>
    );
}

function Options({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    return (
        <section aria-labelledby="opties">
            <Heading level={2} id="opties">
                {t.keuze.options}
            </Heading>
            <ul class="spr-options">
                {[...vraag.opties]
                    .sort((a, b) => a.nummer - b.nummer)
                    .map((o) => (
                        <li key={o.id} class="spr-option">
                            <p class="spr-summary__label">{t.keuze.option(o.nummer)}</p>
                            {o.nummer > 0 && <p class="spr-option__name">{o.titel}</p>}
                            {o.toelichting && <Prose text={o.toelichting} />}
                        </li>
                    ))}
            </ul>
        </section>
    );
}

/** Only for who speaks for a party at the table. */
function AskedOfMe({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const voices = inPlenary(tafel) ? ownVoices(tafel) : [];
    if (voices.length === 0 || !['gevolgen_gevraagd', 'besluitrijp'].includes(vraag.status))
        return null;
    const asked = askedOf(tafel, vraag);
    const vote = decisions(tafel, vraag.id)
        .map((b) => openVote(tafel, b.id))
        .find((s) => s !== undefined);
    const nothing = !asked.gevolgen && !asked.standpunt && !asked.stem;
    return (
        <section aria-labelledby="gevraagd" class="spr-askbox">
            <Heading level={2} id="gevraagd">
                {t.keuze.asked}
            </Heading>
            {nothing && <p class="spr-quiet">{t.keuze.askedNothing}</p>}
            {asked.stem && vote && (
                <p>
                    {t.keuze.voting}{' '}
                    <a class="utrecht-link" href={`#stemming-${vote.id}`}>
                        {t.keuze.toVote}
                    </a>
                </p>
            )}
            {takesAnswers(vraag) &&
                voices
                    .filter((v) => cellsFor(tafel, vraag.id, v.deelname).length > 0)
                    .map((v) => <GevolgForm key={v.deelname.id} vraag={vraag} voice={v} />)}
            {takesPositions(vraag) &&
                voices.map((v) => <StandpuntForm key={v.deelname.id} vraag={vraag} voice={v} />)}
        </section>
    );
}

function Besluiten({ vraag }: { vraag: Keuzevraag }) {
    const t = useT();
    const { tafel } = useTafel();
    const all = decisions(tafel, vraag.id);
    return (
        <section aria-labelledby="besluiten">
            <Heading level={2} id="besluiten">
                {t.besluit.list}
            </Heading>
            {all.length === 0 && <p class="spr-quiet">{t.besluit.noneHere}</p>}
            {all.map((b) => (
                <BesluitView key={b.id} besluit={b} />
            ))}
        </section>
    );
}

export function KeuzevraagPage({ id }: { id: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const vraag = find(tafel.keuzevragen, id);
    const head = theTafel(tafel);
    useTitle(vraag ? `${vraag.vraag} · ${head?.titel ?? ''}` : t.keuze.goneTitle);
    if (!vraag) return <MissingPage title={t.keuze.goneTitle} text={t.keuze.gone} />;
    return (
        <div class="spr-columns spr-columns--talk">
            <div class="spr-columns__main spr-keuzevraag">
                <Head vraag={vraag} />
                <Options vraag={vraag} />
                {(vraag.versie ?? 1) > 1 && (
                    <WithPart part={wijzigingPart}>
                        {(m) => (
                            <>
                                <m.Versies vraag={vraag} />
                                <m.GeldtNog vraag={vraag} />
                            </>
                        )}
                    </WithPart>
                )}
                <AskedOfMe vraag={vraag} />
                <BinnenPanel about={{ keuzevraag: vraag.id }} />
                <section aria-labelledby="gevolgen">
                    <Heading level={2} id="gevolgen">
                        {t.gevolg.title}
                    </Heading>
                    <Gevolgen vraag={vraag} />
                </section>
                <section aria-labelledby="standpunten">
                    <Heading level={2} id="standpunten">
                        {t.standpunt.title}
                    </Heading>
                    <Standpunten vraag={vraag} />
                </section>
                <Bedenkingen vraag={vraag} />
                <UitvoerbaarheidList vraag={vraag} />
                <Besluiten vraag={vraag} />
            </div>
            <aside class="spr-columns__side" aria-label={t.tafel.aside}>
                <Readers stroom={`tafel:${tafel.id}`} />
            </aside>
        </div>
    );
}
