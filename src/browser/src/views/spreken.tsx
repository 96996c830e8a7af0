// The floor: who speaks and for how long, who waits, and asking for it with one tap.

import { useState } from 'preact/hooks';
import type { Bijeenkomst, Spreekbeurt, SpreekbeurtSoort } from '../gen/protocol';
import { useT } from '../i18n/later';
import {
    isMine,
    leadsMeeting,
    speakers,
    speaking,
    spokenTimes,
} from '../state/bijeenkomsten';
import { ownVoices } from '../state/keuzes';
import { Alert, Badge, Button, Heading } from './bits';
import { Elapsed, duration } from './clock';
import { useCommand, type Run } from './command';
import { useFocusKept } from './focus';
import { AddSpeakerDialog } from './sprekerdialog';
import { useNames, useTafel } from './tafelcontext';

/** The organisation speaks; the person is named beside it. */
export function useSpeakerName(): (beurt: Spreekbeurt) => { name: string; of: string } {
    const t = useT();
    const names = useNames();
    return ({ organisatie, persoon, naam }) => {
        const person = naam ?? names.person(persoon);
        const party = organisatie ? names.organisation(organisatie) : '';
        if (party) return { name: party, of: person };
        return { name: person, of: persoon ? '' : t.aanwezigheid.guest };
    };
}

function useFloor(run: Run) {
    const t = useT();
    const { tafel } = useTafel();
    const one = (what: string, done: string) => (beurt: Spreekbeurt) =>
        void run({ do: what, tafel: tafel.id, args: { spreekbeurt: beurt.id } }, done);
    const own = (beurt: Spreekbeurt) =>
        tafel.ik.namens.find((v) => v.organisatie === beurt.organisatie)?.id ?? null;
    return {
        give: one('spreekbeurt.geven', t.spreken.given),
        end: one('spreekbeurt.afronden', t.general.done),
        /** The own turn, also by who leads nothing. */
        endOwn: (beurt: Spreekbeurt) =>
            void run(
                {
                    do: 'spreekbeurt.afronden',
                    tafel: tafel.id,
                    namens: leadsMeeting(tafel) ? null : own(beurt),
                    args: { spreekbeurt: beurt.id },
                },
                t.general.done,
            ),
        ask: (bijeenkomst: string, soort: SpreekbeurtSoort, namens: string | null) =>
            void run(
                { do: 'spreekbeurt.vragen', tafel: tafel.id, namens, args: { bijeenkomst, soort } },
                t.spreken.asked,
            ),
    };
}

type Floor = ReturnType<typeof useFloor>;

interface TurnProps {
    beurt: Spreekbeurt;
    floor: Floor;
    busy: boolean;
    leads: boolean;
}

function Speaking({ beurt, floor, busy, leads }: TurnProps) {
    const t = useT();
    const { tafel } = useTafel();
    const { name, of } = useSpeakerName()(beurt);
    const mine = isMine(tafel, beurt);
    return (
        <div class="spr-speaking">
            <p class="spr-speaking__who">
                <span class="spr-only-heard">{t.spreken.speaks}: </span>
                <strong>{name}</strong> {of && <span class="spr-quiet">{of}</span>}
                {beurt.soort === 'punt_van_orde' && <Badge tone="warning">{t.spreken.order}</Badge>}
            </p>
            {beurt.begonnenOp && (
                <p class="spr-speaking__clock">
                    <Elapsed since={beurt.begonnenOp} />
                </p>
            )}
            {(leads || mine) && (
                <Button
                    busy={busy}
                    onClick={() => floor.endOwn(beurt)}
                    aria-label={mine ? t.spreken.finish : t.spreken.stop(name)}
                >
                    {mine ? t.spreken.finish : t.spreken.done}
                </Button>
            )}
        </div>
    );
}

function Waiting({ beurt, floor, busy, leads, first }: TurnProps & { first: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const { name, of } = useSpeakerName()(beurt);
    const mine = isMine(tafel, beurt);
    return (
        <li class={mine ? 'spr-waiting spr-waiting--mine' : 'spr-waiting'}>
            <span class="spr-waiting__who">
                <strong>{name}</strong> {of && <span class="spr-quiet">{of}</span>}{' '}
                {beurt.soort === 'punt_van_orde' && <Badge tone="warning">{t.spreken.order}</Badge>}
            </span>
            <span class="spr-actions">
                {leads && (
                    <Button
                        kind={first ? 'primary' : 'secondary'}
                        busy={busy}
                        onClick={() => floor.give(beurt)}
                        aria-label={t.spreken.giveTo(name)}
                    >
                        {t.spreken.give}
                    </Button>
                )}
                {(leads || mine) && (
                    <Button
                        kind="subtle"
                        busy={busy}
                        onClick={() => (mine ? floor.endOwn(beurt) : floor.end(beurt))}
                        aria-label={mine ? t.spreken.back : t.spreken.strikeName(name)}
                        icon={mine ? undefined : 'close'}
                    >
                        {mine ? t.spreken.back : null}
                    </Button>
                )}
            </span>
        </li>
    );
}

interface AskProps {
    bijeenkomst: string;
    floor: Floor;
    busy: boolean;
}

function AskButtons({ bijeenkomst, floor, busy }: AskProps) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const now = speaking(tafel, bijeenkomst);
    const queue = speakers(tafel, bijeenkomst);
    // A person waits once, for whichever party.
    const waits = (soort: SpreekbeurtSoort) =>
        queue.some((b) => b.soort === soort && isMine(tafel, b));
    const all = ownVoices(tafel);
    const place = queue.findIndex((b) => isMine(tafel, b));
    return (
        <>
            {/* Always there, so that a screen reader hears what comes to stand in it. */}
            <p class="spr-asked" role="status">
                {now && isMine(tafel, now) && `${t.spreken.yours} `}
                {place >= 0 && t.spreken.place(place + 1)}
            </p>
            {all.map(({ namens, deelname: { organisatie } }) => {
                const name = all.length > 1 ? names.organisation(organisatie) : '';
                return (
                    <div key={namens.id} class="spr-actions spr-askfloor">
                        {!waits('spreekbeurt') && (
                            <Button
                                kind="primary"
                                busy={busy}
                                onClick={() => floor.ask(bijeenkomst, 'spreekbeurt', namens.id)}
                            >
                                {name ? t.spreken.askedFor(name) : t.spreken.ask}
                            </Button>
                        )}
                        {!waits('punt_van_orde') && (
                            <Button
                                busy={busy}
                                onClick={() => floor.ask(bijeenkomst, 'punt_van_orde', namens.id)}
                            >
                                {name ? t.spreken.orderFor(name) : t.spreken.order}
                            </Button>
                        )}
                    </div>
                );
            })}
        </>
    );
}

/** During a suspension nobody gets the floor; the list stays. */
export function Spreken({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    const floor = useFloor(run);
    const ref = useFocusKept<HTMLElement>();
    const [adding, setAdding] = useState(false);
    const goes = bijeenkomst.status === 'geopend';
    const leads = leadsMeeting(tafel) && goes;
    const now = speaking(tafel, bijeenkomst.id);
    const queue = speakers(tafel, bijeenkomst.id);
    return (
        <section class="spr-floor" aria-labelledby="woord" ref={ref}>
            <Heading level={2} id="woord">
                {t.spreken.title}
            </Heading>
            {now ? (
                <Speaking beurt={now} floor={floor} busy={busy} leads={leads} />
            ) : (
                <p class="spr-quiet">{t.spreken.nobody}</p>
            )}
            {goes && !leads && <AskButtons bijeenkomst={bijeenkomst.id} floor={floor} busy={busy} />}
            {queue.length > 0 && (
                <ol
                    class={leads ? 'spr-queue spr-queue--leads' : 'spr-queue'}
                    aria-label={t.spreken.queue}
                >
                    {queue.map((b, i) => (
                        <Waiting
                            key={b.id}
                            beurt={b}
                            floor={floor}
                            busy={busy}
                            leads={leads}
                            first={i === 0 && !now}
                        />
                    ))}
                </ol>
            )}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            {leads && (
                <div class="spr-actions">
                    <Button icon="plus" onClick={() => setAdding(true)}>
                        {t.spreken.add}
                    </Button>
                    {!queue.some((b) => isMine(tafel, b)) && (
                        <Button
                            kind="subtle"
                            busy={busy}
                            onClick={() => floor.ask(bijeenkomst.id, 'spreekbeurt', null)}
                        >
                            {t.spreken.ask}
                        </Button>
                    )}
                </div>
            )}
            {adding && (
                <AddSpeakerDialog bijeenkomst={bijeenkomst.id} onClose={() => setAdding(false)} />
            )}
        </section>
    );
}

/** How long each party has spoken; the one that speaks now goes on. */
export function SpokenTimes({ bijeenkomst }: { bijeenkomst: string }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const all = spokenTimes(tafel, bijeenkomst);
    if (all.length === 0) return null;
    return (
        <section class="spr-card" aria-labelledby="spreektijd">
            <Heading level={2} id="spreektijd">
                {t.spreken.time}
            </Heading>
            <ul class="spr-plainlist spr-times">
                {all.map((row) => (
                    <li key={row.key}>
                        <span>
                            {row.organisatie
                                ? names.organisation(row.organisatie)
                                : (row.naam ?? names.person(row.persoon))}
                        </span>
                        {row.since === undefined ? (
                            <span class="spr-clock">{duration(row.ms)}</span>
                        ) : (
                            <Elapsed since={row.since} ms={row.ms} />
                        )}
                    </li>
                ))}
            </ul>
        </section>
    );
}
