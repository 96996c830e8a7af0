// My page: what is asked of me and by when, what we promised, what was recorded for us, and the
// meetings to come, over all tafels. The server decides what stands here; this shows it.

import { useEffect } from 'preact/hooks';
import type { MijnRegel } from '../gen/protocol';
import { deadline, moment } from '../i18n/format';
import { useStartT } from '../i18n/start';
import { http, Lost, Refusal } from '../line/http';
import { Cell, useCell } from '../state/cell';
import { client } from '../state/client';
import { organisationName } from '../state/register';
import { A, Badge, Heading } from './bits';
import {
    besluitPath,
    bijdrageHash,
    bijeenkomstPath,
    keuzevraagPath,
    onderwerpPath,
    stemmingPath,
    tafelPath,
    verslagPath,
} from './route';

const REFRESH_MS = 10_000;
const SHOWN = 8;
const regels = new Cell<readonly MijnRegel[] | null>(null);

/** Asked again now and then, when the line comes back, and when something was told. */
function useRegels(): readonly MijnRegel[] | null {
    const ready = useCell(client.ready);
    const told = useCell(client.berichten).length;
    useEffect(() => {
        const load = async () => {
            if (document.visibilityState !== 'visible') return;
            try {
                regels.set((await http<{ regels: MijnRegel[] }>('/v1/mijn/pagina')).regels);
            } catch (error) {
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
    }, [ready, told]);
    return useCell(regels);
}

/** Straight to where it is answered. */
function pathOf({ tafel, ref }: MijnRegel): string {
    const [kind, id = ''] = ref.split(':');
    switch (kind) {
        case 'keuzevraag':
            return keuzevraagPath(tafel, id);
        case 'besluit':
            return besluitPath(tafel, id);
        case 'stemming':
            return stemmingPath(tafel, id);
        case 'verslag':
            return verslagPath(tafel, id);
        case 'bijeenkomst':
            return bijeenkomstPath(tafel, id);
        case 'bijdrage': {
            const [thread = '', post = ''] = id.split('-');
            return `${onderwerpPath(tafel, thread)}#${bijdrageHash(post)}`;
        }
        case 'actiepunt':
            return `${tafelPath(tafel)}#actiepunten`;
        case 'toezegging':
            return `${tafelPath(tafel)}#toezeggingen`;
        case 'deelname':
            return '#tafels';
        default:
            return `${tafelPath(tafel)}#rondes`;
    }
}

function Term({ regel }: { regel: MijnRegel }) {
    const t = useStartT();
    if (regel.teLaat) return <Badge tone="danger">{t.mijn.late}</Badge>;
    if (regel.soort !== 'bijeenkomst' || !regel.tot) return null;
    const comes = t.mijn.comes[regel.status ?? ''];
    return comes ? <Badge>{comes}</Badge> : <Badge tone="active">{t.mijn.answer}</Badge>;
}

function Line({ regel }: { regel: MijnRegel }) {
    const t = useStartT();
    const register = useCell(client.register);
    const session = useCell(client.session);
    // Who speaks for one party knows whom it is about.
    const several = 'person' in session && session.person.namens.length > 1;
    const when = regel.tot && (regel.soort === 'bijeenkomst' ? moment(regel.tot) : deadline(regel.tot));
    return (
        <li class={regel.teLaat ? 'spr-mijn__line spr-mijn__line--late' : 'spr-mijn__line'}>
            <span class="spr-mijn__kind">{t.mijn.kind[regel.soort]}</span>
            <A href={pathOf(regel)}>{regel.titel}</A>
            <span class="spr-mijn__when">
                <Term regel={regel} /> {when}
            </span>
            <span class="spr-quiet">
                {regel.kenmerk} {regel.tafelTitel}
                {several && regel.organisatie && `, ${organisationName(register, regel.organisatie)}`}
            </span>
        </li>
    );
}

function Group({ id, title, explain, lines }: {
    id: string;
    title: string;
    explain?: string;
    lines: readonly MijnRegel[];
}) {
    const t = useStartT();
    if (lines.length === 0) return null;
    const row = (r: MijnRegel) => <Line key={`${r.soort} ${r.ref} ${r.organisatie ?? ''}`} regel={r} />;
    return (
        <section class="spr-mijn__group" aria-labelledby={`mijn-${id}`}>
            <Heading level={3} id={`mijn-${id}`}>
                {title}
            </Heading>
            {explain && <p class="spr-quiet">{explain}</p>}
            <ul class="spr-plainlist">{lines.slice(0, SHOWN).map(row)}</ul>
            {lines.length > SHOWN && (
                <details class="spr-more">
                    <summary>{t.mijn.more(lines.length - SHOWN)}</summary>
                    <ul class="spr-plainlist">{lines.slice(SHOWN).map(row)}</ul>
                </details>
            )}
        </section>
    );
}

export function MijnPagina() {
    const t = useStartT();
    const all = useRegels();
    if (all === null) return null;
    const apart = ['toezegging', 'vastgelegd', 'bijeenkomst'];
    const of = (soort: string) => all.filter((r) => r.soort === soort);
    return (
        <section class="spr-card spr-mijn" aria-labelledby="mijn">
            <Heading level={2} id="mijn">
                {t.mijn.title}
            </Heading>
            {all.length === 0 && <p class="spr-quiet">{t.mijn.none}</p>}
            <Group id="gevraagd" title={t.mijn.asked} lines={all.filter((r) => !apart.includes(r.soort))} />
            <Group
                id="vastgelegd"
                title={t.mijn.recorded}
                explain={t.mijn.recordedExplain}
                lines={of('vastgelegd')}
            />
            <Group id="beloofd" title={t.mijn.promised} lines={of('toezegging')} />
            <Group id="bijeenkomsten" title={t.mijn.meetings} lines={of('bijeenkomst')} />
        </section>
    );
}
