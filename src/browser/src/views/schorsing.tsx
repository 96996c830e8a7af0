// The suspension: asking for it, suspending, the clock that runs, and going on.

import type { Bijeenkomst } from '../gen/protocol';
import { clock } from '../i18n/format';
import { useT } from '../i18n/later';
import { leadsMeeting } from '../state/bijeenkomsten';
import { inPlenary, ownVoices } from '../state/keuzes';
import { Alert, Button, Heading } from './bits';
import { duration, useServerNow } from './clock';
import { useCommand } from './command';
import { useNames, useTafel } from './tafelcontext';

const MINUTES = [5, 10, 15, 30];

/** Counts down to the end; after it nothing happens by itself, the chair resumes. */
export function Countdown({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const now = useServerNow();
    if (!bijeenkomst.schorsingTot) return null;
    const left = Date.parse(bijeenkomst.schorsingTot) - now;
    return (
        <p class={left < 0 ? 'spr-countdown spr-countdown--over' : 'spr-countdown'}>
            {left < 0 ? t.schorsing.over : <span class="spr-clock">{duration(left + 999)}</span>}
            <span class="spr-countdown__until">
                {t.schorsing.until(clock(bijeenkomst.schorsingTot))}
            </span>
        </p>
    );
}

export function Suspended({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const { busy, problem, run } = useCommand();
    return (
        <section class="spr-suspended" aria-labelledby="schorsing">
            <div>
                <Heading level={2} id="schorsing">
                    {t.schorsing.title}
                </Heading>
                <p>
                    {bijeenkomst.schorsingVoor &&
                        `${t.schorsing.forParty(names.organisation(bijeenkomst.schorsingVoor))} `}
                    {t.schorsing.explain}
                </p>
            </div>
            <Countdown bijeenkomst={bijeenkomst} />
            {leadsMeeting(tafel) && (
                <div class="spr-actions">
                    <Button
                        kind="primary"
                        busy={busy}
                        onClick={() =>
                            void run(
                                {
                                    do: 'bijeenkomst.hervatten',
                                    tafel: tafel.id,
                                    args: { bijeenkomst: bijeenkomst.id },
                                },
                                t.schorsing.resumed,
                            )
                        }
                    >
                        {t.schorsing.resume}
                    </Button>
                </div>
            )}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </section>
    );
}

function SuspendButtons({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    // Who asked first is named with the suspension.
    const voor = bijeenkomst.schorsingGevraagd?.[0];
    const suspend = (minuten: number) =>
        void run(
            {
                do: 'bijeenkomst.schorsen',
                tafel: tafel.id,
                args: {
                    bijeenkomst: bijeenkomst.id,
                    minuten,
                    ...(voor ? { organisatie: voor } : {}),
                },
            },
            t.schorsing.suspended,
        );
    return (
        <>
            <div class="spr-actions" role="group" aria-label={t.schorsing.suspend}>
                <span aria-hidden="true">{t.schorsing.suspend}:</span>
                {MINUTES.map((m) => (
                    <Button
                        key={m}
                        busy={busy}
                        onClick={() => suspend(m)}
                        aria-label={t.schorsing.suspendFor(m)}
                    >
                        {t.schorsing.minutes(m)}
                    </Button>
                ))}
            </div>
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </>
    );
}

function AskSuspension({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const { busy, problem, run } = useCommand();
    const asked = bijeenkomst.schorsingGevraagd ?? [];
    const voices = inPlenary(tafel) ? ownVoices(tafel) : [];
    const voice = voices.find((v) => !asked.includes(v.deelname.organisatie));
    if (voices.length === 0) return null;
    if (!voice) return <p class="spr-quiet">{t.schorsing.askedYou}</p>;
    return (
        <>
            <Button
                busy={busy}
                onClick={() =>
                    void run(
                        {
                            do: 'bijeenkomst.schorsing-vragen',
                            tafel: tafel.id,
                            namens: voice.namens.id,
                            args: { bijeenkomst: bijeenkomst.id },
                        },
                        t.schorsing.sent,
                    )
                }
            >
                {t.schorsing.ask}
            </Button>
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
        </>
    );
}

export function Schorsing({ bijeenkomst }: { bijeenkomst: Bijeenkomst }) {
    const t = useT();
    const { tafel } = useTafel();
    const names = useNames();
    const asked = bijeenkomst.schorsingGevraagd ?? [];
    return (
        <>
            <p class="spr-asked spr-now__line" role="status">
                {asked.length > 0 && t.schorsing.asked(asked.map((o) => names.organisation(o)))}
            </p>
            {leadsMeeting(tafel) ? (
                <SuspendButtons bijeenkomst={bijeenkomst} />
            ) : (
                <AskSuspension bijeenkomst={bijeenkomst} />
            )}
        </>
    );
}
