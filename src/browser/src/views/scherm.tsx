// The screen on the wall: what is on the table, who speaks, who waits. There is nothing to press;
// who is far away must be able to read it, and see when the line is lost.

import type { Besluit, Bijeenkomst, Stemming } from '../gen/protocol';
import { clock, dayName } from '../i18n/format';
import { useT } from '../i18n/later';
import {
    agenda,
    currentItem,
    decisionBefore,
    isOver,
    speakers,
    speaking,
} from '../state/bijeenkomsten';
import { STEMKEUZES, ballots, isShown, openVote } from '../state/keuzes';
import { find } from '../state/rows';
import { theTafel } from '../state/select';
import { standWord } from './besluitline';
import { Heading, Prose } from './bits';
import { Elapsed } from './clock';
import { MissingPage } from './keuzeframe';
import { LineLamp } from './linebar';
import { ItemClock } from './orde';
import { Countdown } from './schorsing';
import { useSpeakerName } from './spreken';
import { useNames, useTafel } from './tafelcontext';
import { useTitle } from './title';

const MOST_WAITING = 6;

function Votes({ stemming }: { stemming: Stemming }) {
    const t = useT();
    const { tafel } = useTafel();
    if (!isShown(stemming)) return <p class="spr-wall__votes">{t.stemming.hiddenCount}</p>;
    const cast = ballots(tafel, stemming.id);
    return (
        <ul class="spr-wall__votes">
            {STEMKEUZES.map((keuze) => (
                <li key={keuze}>
                    <span class="spr-wall__number">
                        {cast.filter((s) => s.keuze === keuze).length}
                    </span>{' '}
                    {t.stem[keuze]}
                </li>
            ))}
            <li class="spr-wall__turnout">{t.stemming.cast(cast.length, stemming.kiezers.length)}</li>
        </ul>
    );
}

/** As large as its length allows, so that a whole text stays on the screen. */
function Text({ text }: { text: string }) {
    const size = text.length > 600 ? 'long' : text.length > 280 ? 'middle' : 'short';
    return <Prose class={`spr-wall__text spr-wall__text--${size}`} text={text} />;
}

function Decision({ besluit }: { besluit: Besluit }) {
    const t = useT();
    const { tafel } = useTafel();
    const stemming = openVote(tafel, besluit.id);
    const word =
        besluit.status === 'conclusie_voorgelegd' ? t.scherm.before : standWord(t, besluit);
    return (
        <section class="spr-wall__decision">
            <p class="spr-wall__label">
                {besluit.kenmerk} · {word}
            </p>
            <Text text={besluit.tekst} />
            {stemming && <Votes stemming={stemming} />}
        </section>
    );
}

function Item({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const item = currentItem(tafel, bijeenkomst.id);
    const besluit = decisionBefore(tafel, bijeenkomst);
    return (
        <div class="spr-wall__item">
            {item ? (
                <>
                    <p class="spr-wall__label">
                        {t.agenda.item(item.nummer)} · {t.agendapuntSoort[item.soort]}{' '}
                        <ItemClock item={item} />
                    </p>
                    <p class="spr-wall__title">{item.titel}</p>
                    {!besluit && item.toelichting && (
                        <Text text={item.toelichting} />
                    )}
                </>
            ) : (
                <Items bijeenkomst={bijeenkomst} />
            )}
            {besluit && <Decision besluit={besluit} />}
        </div>
    );
}

/** While nothing is on the table: what the meeting is about. */
function Items({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const all = agenda(tafel, bijeenkomst.id);
    return (
        <>
            <p class="spr-wall__label">{t.agenda.title}</p>
            <ol class="spr-wall__agenda">
                {all.map((a) => (
                    <li key={a.id} value={a.nummer} class={`spr-wall__agenda--${a.status}`}>
                        {a.titel}
                    </li>
                ))}
            </ol>
        </>
    );
}

function Floor({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const nameOf = useSpeakerName();
    const now = speaking(tafel, bijeenkomst.id);
    const queue = speakers(tafel, bijeenkomst.id);
    const more = queue.length - MOST_WAITING;
    return (
        <aside class="spr-wall__floor" aria-label={t.spreken.title}>
            <p class="spr-wall__label">{t.spreken.speaks}</p>
            {now ? (
                <div class="spr-wall__speaker">
                    <p class="spr-wall__name">{nameOf(now).name}</p>
                    <p>{nameOf(now).of}</p>
                    {now.begonnenOp && (
                        <p class="spr-wall__clock">
                            <Elapsed since={now.begonnenOp} />
                        </p>
                    )}
                </div>
            ) : (
                <p class="spr-wall__name">–</p>
            )}
            {queue.length > 0 && (
                <>
                    <p class="spr-wall__label">{t.spreken.queue}</p>
                    <ol class="spr-wall__queue">
                        {queue.slice(0, MOST_WAITING).map((b) => (
                            <li key={b.id}>
                                {nameOf(b).name}{' '}
                                {b.soort === 'punt_van_orde' && (
                                    <span class="spr-wall__order">{t.spreken.order}</span>
                                )}
                            </li>
                        ))}
                    </ol>
                    {more > 0 && <p>{t.scherm.more(more)}</p>}
                </>
            )}
        </aside>
    );
}

function Suspended({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const names = useNames();
    return (
        <div class="spr-wall__pause">
            <p class="spr-wall__title">{t.schorsing.title}</p>
            <Countdown bijeenkomst={bijeenkomst} />
            {bijeenkomst.schorsingVoor && (
                <p>{t.schorsing.forParty(names.organisation(bijeenkomst.schorsingVoor))}</p>
            )}
        </div>
    );
}

function Body({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    if (bijeenkomst.status === 'geschorst') return <Suspended bijeenkomst={bijeenkomst} />;
    if (isOver(bijeenkomst))
        return (
            <div class="spr-wall__pause">
                <p class="spr-wall__title">
                    {bijeenkomst.status === 'gesloten'
                        ? t.scherm.ended
                        : t.bijeenkomst.calledOff(bijeenkomst.reden ?? '')}
                </p>
            </div>
        );
    if (bijeenkomst.status === 'gepland')
        return (
            <div class="spr-wall__body">
                <div class="spr-wall__item">
                    <p class="spr-wall__title">
                        {t.scherm.starts(`${dayName(bijeenkomst.begint)}, ${clock(bijeenkomst.begint)}`)}
                    </p>
                    <Items bijeenkomst={bijeenkomst} />
                </div>
            </div>
        );
    return (
        <div class="spr-wall__body">
            <Item bijeenkomst={bijeenkomst} />
            <Floor bijeenkomst={bijeenkomst} />
        </div>
    );
}

export function SchermPage({ id }: { id: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const bijeenkomst = find(tafel.bijeenkomsten, id);
    const head = theTafel(tafel);
    useTitle(bijeenkomst ? t.scherm.title(bijeenkomst.titel) : t.bijeenkomst.goneTitle);
    if (!bijeenkomst)
        return <MissingPage title={t.bijeenkomst.goneTitle} text={t.bijeenkomst.gone} />;
    return (
        <article class="spr-wall">
            <div class="spr-wall__head">
                <Heading level={1}>
                    {head?.titel}
                    <span class="spr-wall__meeting"> {bijeenkomst.titel}</span>
                </Heading>
                <LineLamp />
            </div>
            <Body bijeenkomst={bijeenkomst} />
        </article>
    );
}
