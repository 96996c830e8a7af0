// My tafels: what is new since the last visit, invitations, and a new tafel for who may make one.

import { useEffect, useState } from 'preact/hooks';
import type { TafelKaart } from '../gen/protocol';
import { moment, number } from '../i18n/format';
import { useT } from '../i18n/i18n';
import { http, Lost, Refusal } from '../line/http';
import { Cell, useCell } from '../state/cell';
import { client } from '../state/client';
import { organisationName } from '../state/register';
import { A, Badge, Button, Count, Heading, When } from './bits';
import { Berichten } from './berichten';
import { FormDialog } from './dialog';
import { Select } from './forms';
import { STATUS_TONE } from './labels';
import { WithPart } from './part';
import { startPart } from './parts';
import { go, organisatiePath, tafelPath } from './route';
import { useTitle } from './title';

const REFRESH_MS = 10_000;
const cards = new Cell<readonly TafelKaart[] | null>(null);

/** Asked again now and then, when the line comes back and when the page comes in sight. */
function useCards(): readonly TafelKaart[] | null {
    const ready = useCell(client.ready);
    useEffect(() => {
        const load = async () => {
            if (document.visibilityState !== 'visible') return;
            try {
                cards.set((await http<{ tafels: TafelKaart[] }>('/v1/tafels')).tafels);
            } catch (error) {
                // The lamp tells of a lost line, and the list is asked again; it stays as it was.
                if (!(error instanceof Lost || error instanceof Refusal)) throw error;
            }
        };
        void load();
        const timer = setInterval(() => void load(), REFRESH_MS);
        const onVisible = () => void load();
        document.addEventListener('visibilitychange', onVisible);
        return () => {
            clearInterval(timer);
            document.removeEventListener('visibilitychange', onVisible);
        };
    }, [ready]);
    return useCell(cards);
}

/** Joining, for a party that has no seat yet and so can not open the tafel. */
function Invitation({ tafel, deelname }: { tafel: string; deelname: string }) {
    const t = useT();
    const session = useCell(client.session);
    const register = useCell(client.register);
    const [asking, setAsking] = useState(false);
    const own = 'person' in session ? session.person.namens : [];
    const [namens, setNamens] = useState(own[0]?.id ?? '');
    return (
        <div class="spr-invitation">
            <Badge tone="active">{t.tafels.invited}</Badge>
            {own.length > 0 && (
                <Button kind="primary" onClick={() => setAsking(true)}>
                    {t.party.join}
                </Button>
            )}
            {asking && (
                <FormDialog
                    title={t.party.join}
                    submit={t.party.join}
                    onClose={() => setAsking(false)}
                    onSubmit={async (run) => {
                        const joined = await run(
                            { do: 'deelname.toetreden', tafel, namens, args: { deelname } },
                            t.general.done,
                        );
                        if (joined) go(tafelPath(tafel));
                        return joined;
                    }}
                >
                    <p class="utrecht-paragraph">{t.party.toetredenExplain}</p>
                    <Select
                        label={t.compose.voice}
                        value={namens}
                        onChange={setNamens}
                        choices={own.map((v) => ({
                            value: v.id,
                            label: organisationName(register, v.organisatie),
                        }))}
                    />
                </FormDialog>
            )}
        </div>
    );
}

function Card({ card }: { card: TafelKaart }) {
    const t = useT();
    const { tafel, ongelezen, laatsteBezoek, laatsteBijdrage, uitnodiging } = card;
    return (
        <li class="spr-tafelcard">
            <div class="spr-tafelcard__head">
                <span class="spr-kenmerk">{tafel.kenmerk}</span>
                <Badge tone={STATUS_TONE[tafel.status]}>{t.tafelStatus[tafel.status]}</Badge>
                {card.rollen.length > 0 && (
                    <span class="spr-quiet">{card.rollen.map((r) => t.rol(r)).join(', ')}</span>
                )}
            </div>
            <Heading level={2}>
                <A href={tafelPath(tafel.id)} class="spr-cardlink">
                    {tafel.titel}
                </A>
            </Heading>
            <p class="spr-question">{tafel.vraag}</p>
            {uitnodiging && <Invitation tafel={tafel.id} deelname={uitnodiging} />}
            <p class="spr-tafelcard__news">
                {ongelezen > 0 ? (
                    <strong class="spr-new">
                        <Count n={ongelezen} label="" />{' '}
                        {t.tafels.unread(ongelezen, number(ongelezen))}
                        {laatsteBezoek && ` ${t.tafels.sinceVisit(moment(laatsteBezoek))}`}
                    </strong>
                ) : (
                    <span>{laatsteBezoek ? t.tafels.nothingNew : t.tafels.neverVisited}</span>
                )}
                {laatsteBijdrage && <When at={laatsteBijdrage} prefix={t.tafels.lastPost} />}
            </p>
        </li>
    );
}

const ORDER = ['open', 'opgeschort', 'concept', 'afgesloten', 'gearchiveerd'];

/** Invitations first, then what is new, then what lives. */
function byUrgency(a: TafelKaart, b: TafelKaart): number {
    const rank = (card: TafelKaart) =>
        (card.uitnodiging ? 0 : card.ongelezen > 0 ? 10 : 20) + ORDER.indexOf(card.tafel.status);
    return rank(a) - rank(b) || (b.laatsteBijdrage ?? '').localeCompare(a.laatsteBijdrage ?? '');
}

export function TafelsPage() {
    const t = useT();
    const all = useCards();
    const session = useCell(client.session);
    const [making, setMaking] = useState(false);
    useTitle(t.tafels.title);
    const speaks = 'person' in session && session.person.namens.length > 0;
    const mayMake =
        'person' in session &&
        session.person.rollen.some((r) => r === 'voorzitter' || r === 'secretaris');
    return (
        <>
            <div class="spr-pagehead">
                <Heading level={1}>{t.tafels.title}</Heading>
                {mayMake && (
                    <Button icon="plus" onClick={() => setMaking(true)}>
                        {t.tafels.new}
                    </Button>
                )}
            </div>
            <WithPart part={startPart}>{(part) => <part.MijnPagina />}</WithPart>
            <Berichten />
            {speaks && (
                <p class="utrecht-paragraph spr-inside">
                    <A href={organisatiePath}>{t.prepare.inside}</A>
                </p>
            )}
            {all === null ? (
                <p class="spr-quiet" role="status">
                    {t.general.loading}
                </p>
            ) : all.length === 0 ? (
                <p class="utrecht-paragraph spr-lead">{t.tafels.none}</p>
            ) : (
                <ul class="spr-tafellist" id="tafels">
                    {[...all].sort(byUrgency).map((card) => (
                        <Card key={card.tafel.id} card={card} />
                    ))}
                </ul>
            )}
            {making && (
                <WithPart part={startPart}>
                    {(part) => <part.NewTafel onClose={() => setMaking(false)} />}
                </WithPart>
            )}
        </>
    );
}
