// The inside of the organisations one speaks for: what is prepared, at whichever table, and
// whether a second person must agree. It needs no seat.

import type { Vertegenwoordiging } from '../gen/protocol';
import { useT } from '../i18n/binnen';
import { asksSecond, isOpenDraft } from '../state/binnen';
import { useCell } from '../state/cell';
import { client } from '../state/client';
import { organisationName, personName } from '../state/register';
import { find } from '../state/rows';
import { serverNow } from '../state/time';
import { A, Alert, Button, Heading, When } from './bits';
import { Drafts, useOwnNamens } from './binnen';
import { useCommand } from './command';
import { tafelPath } from './route';
import { useTitle } from './title';

function useSpeakers(organisatie: string): number {
    const { vertegenwoordigingen } = useCell(client.register);
    const now = serverNow();
    const valid = vertegenwoordigingen.filter(
        (v) =>
            v.organisatie === organisatie &&
            Date.parse(v.van) <= now &&
            (v.tot === undefined || Date.parse(v.tot) > now),
    );
    return new Set(valid.map((v) => v.persoon)).size;
}

function Second({ own }: { own: Vertegenwoordiging }) {
    const t = useT();
    const settings = useCell(client.instellingen);
    const register = useCell(client.register);
    const speakers = useSpeakers(own.organisatie);
    const { busy, problem, run } = useCommand();
    const on = asksSecond(settings, own.organisatie);
    const setting = find(settings, own.organisatie);
    const session = useCell(client.session);
    const asked = setting?.uitGevraagdDoor;
    const second = asked !== undefined && 'person' in session && session.person.id !== asked;
    const turn = () =>
        void run(
            {
                do: 'organisatie.instellen',
                namens: own.id,
                args: { tweedeInstemming: !on },
            },
            t.general.saved,
        );
    return (
        <section class="spr-card spr-inside">
            <Heading level={3}>{t.binnen.second}</Heading>
            <p>{on ? t.binnen.secondOn : t.binnen.secondOff}</p>
            <p class="spr-quiet">
                {speakers > 0 && `${t.binnen.people(speakers)} `}
                {t.binnen.room}
            </p>
            {setting && (
                <p class="spr-quiet">
                    {t.binnen.set(personName(register, setting.persoon))} <When at={setting.op} />
                </p>
            )}
            {problem && (
                <Alert type="error">
                    <p>{problem}</p>
                </Alert>
            )}
            {asked && <p>{t.binnen.offAsked(personName(register, asked))}</p>}
            {own.magOndertekenen || second ? (
                <div class="spr-actions">
                    <Button busy={busy} onClick={turn}>
                        {second ? t.binnen.turnOffToo : on ? t.binnen.turnOff : t.binnen.turnOn}
                    </Button>
                </div>
            ) : (
                <p class="spr-quiet">{t.binnen.onlySigns}</p>
            )}
        </section>
    );
}

function Inside({ own }: { own: Vertegenwoordiging }) {
    const t = useT();
    const register = useCell(client.register);
    const drafts = useCell(client.voorbereidingen).filter(
        (v) => v.organisatie === own.organisatie && isOpenDraft(v),
    );
    const tafels = [...new Set(drafts.map((v) => v.tafel))];
    return (
        <section class="spr-inside" aria-labelledby={`binnen-${own.id}`}>
            <Heading level={2} id={`binnen-${own.id}`}>
                {organisationName(register, own.organisatie)}
            </Heading>
            {drafts.length === 0 && <p>{t.binnen.none}</p>}
            {tafels.map((tafel) => (
                <div key={tafel}>
                    <Drafts all={drafts.filter((v) => v.tafel === tafel)} />
                    <p>
                        <A href={tafelPath(tafel)}>{t.binnen.toTable}</A>
                    </p>
                </div>
            ))}
            <Second own={own} />
        </section>
    );
}

export function OrganisatiePage() {
    const t = useT();
    const own = useOwnNamens();
    useTitle(t.binnen.title);
    return (
        <>
            <p class="spr-crumbs">
                <A href="/tafels">{t.tafels.title}</A>
            </p>
            <Heading level={1}>{t.binnen.title}</Heading>
            <p class="utrecht-paragraph spr-lead">
                {own.length > 0 ? t.binnen.lead : t.binnen.noOrganisation}
            </p>
            {own.map((v) => (
                <Inside key={v.id} own={v} />
            ))}
        </>
    );
}
