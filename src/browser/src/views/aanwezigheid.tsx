// Who comes and who was there: said by oneself beforehand, ticked by who leads.

import { useState } from 'preact/hooks';
import type { Aanwezigheid, Bijeenkomst } from '../gen/protocol';
import { useT } from '../i18n/later';
import { attendance, attendanceOf, leadsMeeting, mayAnnounce, seated, ticksAttendance } from '../state/bijeenkomsten';
import { ownVoices } from '../state/keuzes';
import { Alert, Button, Heading } from './bits';
import { useCommand } from './command';
import { FormDialog } from './dialog';
import { useFocusKept } from './focus';
import { Check, TextField } from './forms';
import { WithPart } from './part';
import { gastPart } from './parts';
import { useNames, useTafel } from './tafelcontext';

/** A name with the party it stands for. */
export function useAttendeeName(): (a: Aanwezigheid) => string {
    const t = useT();
    const names = useNames();
    return ({ naam, persoon, organisatie }) => {
        const person = naam ?? names.person(persoon);
        const party = organisatie ? names.organisation(organisatie) : naam ? t.aanwezigheid.guest : '';
        return party ? `${person}, ${party}` : person;
    };
}

/** One tap, and another to change one's mind. */
export function Announce({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const { tafel } = useTafel();
    return mayAnnounce(tafel, bijeenkomst) ? <Announcement bijeenkomst={bijeenkomst} /> : null;
}

function Announcement({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    const ref = useFocusKept<HTMLDivElement>();
    const said = attendanceOf(tafel, bijeenkomst.id, tafel.ik.persoon)?.opkomst;
    const tell = (komt: boolean) =>
        void run(
            {
                do: 'aanwezigheid.melden',
                tafel: tafel.id,
                namens: ownVoices(tafel)[0]?.namens.id ?? null,
                resend: true,
                args: { bijeenkomst: bijeenkomst.id, komt },
            },
            t.aanwezigheid.told,
        );
    return (
        <div class="spr-announce" ref={ref}>
            <p role="status">
                {said === 'komt'
                    ? t.aanwezigheid.saidComes
                    : said === 'komt_niet'
                      ? t.aanwezigheid.saidNot
                      : t.aanwezigheid.ask}
            </p>
            <div class="spr-actions">
                {said !== 'komt' && (
                    <Button
                        kind={leadsMeeting(tafel) ? 'secondary' : 'primary'}
                        busy={busy}
                        onClick={() => tell(true)}
                    >
                        {t.aanwezigheid.comes}
                    </Button>
                )}
                {said !== 'komt_niet' && (
                    <Button busy={busy} onClick={() => tell(false)}>
                        {t.aanwezigheid.comesNot}
                    </Button>
                )}
            </div>
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </div>
    );
}

/** Everybody with a seat, by party; who said to come is ticked already. */
export function TickDialog({ bijeenkomst, onClose }: { bijeenkomst: Bijeenkomst; onClose: () => void }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const people = seated(tafel);
    const [here, setHere] = useState<ReadonlySet<string>>(() => {
        const expected = ({ persoon }: { persoon: string }) =>
            ['komt', 'aanwezig'].includes(
                attendanceOf(tafel, bijeenkomst.id, persoon)?.opkomst ?? '',
            );
        return new Set(people.filter(expected).map((p) => p.persoon));
    });
    const [guests, setGuests] = useState('');
    const guestsHere = attendance(tafel, bijeenkomst.id).filter(
        (a) => a.naam && a.opkomst === 'aanwezig',
    );
    const known = guestsHere.map((a) => a.naam ?? '');
    const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
    const fresh = [...new Set(guests.split('\n').map((line) => line.trim()))].filter(
        (naam) => naam && !known.includes(naam),
    );
    const tick = (persoon: string, on: boolean) => {
        const next = new Set(here);
        if (on) next.add(persoon);
        else next.delete(persoon);
        setHere(next);
    };
    return (
        <FormDialog
            title={t.aanwezigheid.tickTitle}
            submit={t.general.save}
            onClose={onClose}
            onSubmit={(run) =>
                run(
                    {
                        do: 'aanwezigheid.noteren',
                        tafel: tafel.id,
                        args: {
                            bijeenkomst: bijeenkomst.id,
                            personen: people.map(({ persoon }) => ({
                                persoon,
                                aanwezig: here.has(persoon),
                            })),
                            ...(fresh.length ? { gasten: fresh.map((naam) => ({ naam })) } : {}),
                            ...(gone.size ? { weg: [...gone] } : {}),
                        },
                    },
                    t.general.saved,
                )
            }
        >
            <p class="utrecht-paragraph">{t.aanwezigheid.tickHint}</p>
            <div class="spr-ticks">
                {people.map(({ persoon, organisatie }) => (
                    <Check
                        key={persoon}
                        label={names.person(persoon)}
                        hint={organisatie && names.organisation(organisatie)}
                        checked={here.has(persoon)}
                        onChange={(on) => tick(persoon, on)}
                    />
                ))}
            </div>
            {guestsHere.length > 0 && (
                <div class="spr-ticks">
                    {guestsHere.map((a) => (
                        <Check
                            key={a.id}
                            label={a.naam ?? ''}
                            hint={t.aanwezigheid.guest}
                            checked={!gone.has(a.id)}
                            onChange={(on) => {
                                const next = new Set(gone);
                                if (on) next.delete(a.id);
                                else next.add(a.id);
                                setGone(next);
                            }}
                        />
                    ))}
                </div>
            )}
            <TextField
                label={t.aanwezigheid.guests}
                hint={t.aanwezigheid.guestsHint}
                rows={2}
                maxLength={3000}
                value={guests}
                onInput={setGuests}
            />
        </FormDialog>
    );
}

export function Attendance({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const nameOf = useAttendeeName();
    const [ticking, setTicking] = useState(false);
    const [linking, setLinking] = useState(false);
    const all = attendance(tafel, bijeenkomst.id);
    const ticks = ticksAttendance(tafel, bijeenkomst);
    const links = leadsMeeting(tafel) && !['gesloten', 'afgelast'].includes(bijeenkomst.status);
    const groups = (['aanwezig', 'komt', 'komt_niet', 'afwezig'] as const)
        .map((opkomst) => ({ opkomst, rows: all.filter((a) => a.opkomst === opkomst && !(a.naam && opkomst === 'afwezig')) }))
        .filter((group) => group.rows.length > 0);
    return (
        <section class="spr-card" aria-labelledby="aanwezigheid">
            <Heading level={2} id="aanwezigheid">
                {t.aanwezigheid.title}
            </Heading>
            {groups.length === 0 && <p class="spr-quiet">{t.aanwezigheid.none}</p>}
            {groups.map(({ opkomst, rows }) => (
                <details key={opkomst} open={opkomst === 'aanwezig' || opkomst === 'komt'}>
                    <summary>
                        {t.aanwezigheid.group[opkomst]} ({rows.length})
                    </summary>
                    <ul class="spr-plainlist">
                        {rows.map((a) => (
                            <li key={a.id}>{nameOf(a)}</li>
                        ))}
                    </ul>
                </details>
            ))}
            {ticks && (
                <div class="spr-actions">
                    <Button icon="check" onClick={() => setTicking(true)}>
                        {t.aanwezigheid.tick}
                    </Button>
                </div>
            )}
            {links && (
                <div class="spr-actions">
                    <Button kind="subtle" onClick={() => setLinking(true)}>
                        {t.aanwezigheid.guestLink}
                    </Button>
                </div>
            )}
            {linking && (
                <WithPart part={gastPart}>
                    {(part) => (
                        <part.GuestLinkDialog
                            bijeenkomst={bijeenkomst}
                            onClose={() => setLinking(false)}
                        />
                    )}
                </WithPart>
            )}
            {ticking && <TickDialog bijeenkomst={bijeenkomst} onClose={() => setTicking(false)} />}
        </section>
    );
}
