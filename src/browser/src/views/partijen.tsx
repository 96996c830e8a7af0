// Who sits at the table: organisations by side and sector, with the people who speak for them.

import { useState } from 'preact/hooks';
import type { Deelname, Zetel } from '../gen/protocol';
import { useT } from '../i18n/i18n';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { present } from '../state/presence';
import { organisation, plainName, sectorName } from '../state/register';
import {
    activeSeats,
    ownDeelnames,
    ownSeats,
    partiesBySide,
    representationFor,
    seatsOf,
    theTafel,
} from '../state/select';
import { Badge, Button, Heading, cls } from './bits';
import { ReasonDialog } from './dialog';
import { DEELNAME_TONE } from './labels';
import { useNames, useTafel } from './tafelcontext';

export function Seat({ zetel, here }: { zetel: Zetel; here: boolean }) {
    const t = useT();
    const names = useNames();
    return (
        <li class={cls('spr-seat', here && 'spr-seat--here')}>
            <span class="spr-seat__light" aria-hidden="true" />
            <span>
                {names.person(zetel.persoon)}
                <span class="spr-quiet"> {zetel.rollen.map((r) => t.rol(r)).join(', ')}</span>
                {here && <span class="spr-only-heard"> ({t.party.here})</span>}
            </span>
        </li>
    );
}

function Party({ deelname, here }: { deelname: Deelname; here: ReadonlySet<string> }) {
    const t = useT();
    const { tafel, register } = useTafel();
    const found = organisation(register, deelname.organisatie);
    const seats = seatsOf(tafel, deelname.id);
    return (
        <li class="spr-party">
            <p class="spr-party__name">
                <span>{found ? plainName(found.naam) : `#${deelname.organisatie}`}</span>
                {found?.fictief && <span class="spr-fictief">{t.party.fictional}</span>}
            </p>
            <p class="spr-party__sectors">
                {[
                    ...deelname.sectoren.map((s) => sectorName(register, s)),
                    ...(deelname.rol === 'stemhebbend' ? [] : [t.deelnameRol[deelname.rol]]),
                ].join(' · ')}
                {deelname.status !== 'toegetreden' && (
                    <>
                        {' '}
                        <Badge tone={DEELNAME_TONE[deelname.status]}>
                            {t.deelnameStatus[deelname.status]}
                        </Badge>
                    </>
                )}
            </p>
            {seats.length > 0 && (
                <ul class="spr-seats">
                    {seats.map((z) => (
                        <Seat key={z.id} zetel={z} here={here.has(z.persoon)} />
                    ))}
                </ul>
            )}
        </li>
    );
}

export function Parties() {
    const t = useT();
    const { tafel } = useTafel();
    const here = present(useCell(client.presences));
    const table = ownSeats(tafel);
    return (
        <section class="spr-card" aria-labelledby="partijen">
            <Heading level={2} id="partijen">
                {t.party.list}
            </Heading>
            {table.length > 0 && (
                <ul class="spr-seats spr-seats--table">
                    {table.map((z) => (
                        <Seat key={z.id} zetel={z} here={here.has(z.persoon)} />
                    ))}
                </ul>
            )}
            {partiesBySide(tafel).map(({ zijde, deelnames }) => (
                <section
                    key={zijde}
                    class={`spr-side spr-side--${zijde}`}
                    aria-labelledby={`zijde-${zijde}`}
                >
                    <Heading level={3} id={`zijde-${zijde}`} class="spr-side__title">
                        {t.zijde[zijde]}
                    </Heading>
                    <ul class="spr-parties">
                        {deelnames.map((d) => (
                            <Party key={d.id} deelname={d} here={here} />
                        ))}
                    </ul>
                </section>
            ))}
            <OwnParty waits={false} />
            {activeSeats(tafel).length === 0 && <p class="spr-quiet">{t.party.nobody}</p>}
        </section>
    );
}

type Act = 'toetreden' | 'opschorten' | 'uittreden';

/** What the own organisation decides about its place: first what waits for it, else the rest. */
export function OwnParty({ waits }: { waits: boolean }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const [asking, setAsking] = useState<{ act: Act; deelname: Deelname } | null>(null);
    const status = theTafel(tafel)?.status;
    const waiting = ownDeelnames(tafel).filter(
        (d) => d.status !== 'uitgetreden' && (d.status !== 'toegetreden') === waits,
    );
    if (status !== 'open' || waiting.length === 0) return null;
    return (
        <div class="spr-ownparty">
            {waiting.map((d) => (
                <div
                    key={d.id}
                    class={cls('spr-ownparty__row', waits && 'spr-ownparty__row--waits')}
                >
                    <p>
                        {t.party.own(names.organisation(d.organisatie), t.deelnameStatus[d.status])}
                    </p>
                    <div class="spr-actions">
                        {d.status !== 'toegetreden' && (
                            <Button
                                kind="primary"
                                onClick={() => setAsking({ act: 'toetreden', deelname: d })}
                            >
                                {d.status === 'uitgenodigd' ? t.party.join : t.party.rejoin}
                            </Button>
                        )}
                        {d.status === 'toegetreden' && (
                            <Button
                                kind="subtle"
                                onClick={() => setAsking({ act: 'opschorten', deelname: d })}
                            >
                                {t.party.suspend}
                            </Button>
                        )}
                        {d.status !== 'uitgenodigd' && (
                            <Button
                                kind="subtle"
                                onClick={() => setAsking({ act: 'uittreden', deelname: d })}
                            >
                                {t.party.leave}
                            </Button>
                        )}
                    </div>
                </div>
            ))}
            {asking && (
                <ReasonDialog
                    title={t.party[`${asking.act}Title`](
                        names.organisation(asking.deelname.organisatie),
                    )}
                    explain={t.party[`${asking.act}Explain`]}
                    submit={t.party[`${asking.act}Button`]}
                    danger={asking.act === 'uittreden'}
                    reason={asking.act === 'toetreden' ? 'none' : 'required'}
                    onClose={() => setAsking(null)}
                    onSubmit={(run, reden) =>
                        run(
                            {
                                do: `deelname.${asking.act}`,
                                tafel: tafel.id,
                                namens:
                                    representationFor(tafel, asking.deelname.organisatie)?.id ??
                                    null,
                                args:
                                    asking.act === 'toetreden'
                                        ? { deelname: asking.deelname.id }
                                        : { deelname: asking.deelname.id, reden },
                            },
                            t.general.done,
                        )
                    }
                />
            )}
        </div>
    );
}
