// The state of one tafel as this reader may see it: a snapshot, and events on top of it.
//
// Invariant (promise P5): snapshot@n + events n+1…m equals snapshot@m. Every function here is
// pure; an event carries whole rows, so applying it is putting those rows in place by id.

import type {
    Aantekening,
    Aanwezigheid,
    Achterban,
    Actiepunt,
    Agendapunt,
    Amendement,
    Bedenking,
    BedenkingAntwoord,
    Besluit,
    Bijdrage,
    Bijeenkomst,
    Deelname,
    Doorgeleiding,
    Evaluatie,
    Overlegtafel,
    Gesprek,
    Gevolg,
    GevolgAntwoord,
    Ik,
    Keuzevraag,
    KeuzevraagVersie,
    Knelpunt,
    Momentopname,
    Ondertekening,
    Onderwerp,
    Punt,
    Ronde,
    Samenvatting,
    Spreekbeurt,
    Standpunt,
    Stem,
    Stemming,
    Stuk,
    Synthese,
    SyntheseConcept,
    Tafel,
    Toezegging,
    Uitvoerbaarheid,
    ToezeggingStap,
    Toezegbaarheid,
    Verslag,
    VerslagReactie,
    Volmacht,
    Zetel,
} from '../gen/protocol';
import type { LogEvent } from '../line/chain';
import { find, upsert, upsertAll, type Row } from './rows';

/** The kinds of rows a tafel is made of; posts are kept apart, per onderwerp. */
export interface Rows {
    tafels: readonly Tafel[];
    deelnames: readonly Deelname[];
    zetels: readonly Zetel[];
    rondes: readonly Ronde[];
    gesprekken: readonly Gesprek[];
    punten: readonly Punt[];
    samenvattingen: readonly Samenvatting[];
    synthesen: readonly Synthese[];
    syntheseConcepten: readonly SyntheseConcept[];
    onderwerpen: readonly Onderwerp[];
    knelpunten: readonly Knelpunt[];
    bedenkingen: readonly Bedenking[];
    bedenkingAntwoorden: readonly BedenkingAntwoord[];
    uitvoerbaarheden: readonly Uitvoerbaarheid[];
    toezegbaarheden: readonly Toezegbaarheid[];
    amendementen: readonly Amendement[];
    keuzevraagVersies: readonly KeuzevraagVersie[];
    keuzevragen: readonly Keuzevraag[];
    gevolgen: readonly Gevolg[];
    gevolgAntwoorden: readonly GevolgAntwoord[];
    standpunten: readonly Standpunt[];
    besluiten: readonly Besluit[];
    besluitConcepten: readonly Besluit[];
    stemmingen: readonly Stemming[];
    stemmen: readonly Stem[];
    volmachten: readonly Volmacht[];
    achterbannen: readonly Achterban[];
    aantekeningen: readonly Aantekening[];
    ondertekeningen: readonly Ondertekening[];
    evaluaties: readonly Evaluatie[];
    overlegtafels: readonly Overlegtafel[];
    doorgeleidingen: readonly Doorgeleiding[];
    toezeggingen: readonly Toezegging[];
    toezeggingStappen: readonly ToezeggingStap[];
    bijeenkomsten: readonly Bijeenkomst[];
    agendapunten: readonly Agendapunt[];
    aanwezigheden: readonly Aanwezigheid[];
    spreekbeurten: readonly Spreekbeurt[];
    actiepunten: readonly Actiepunt[];
    stukken: readonly Stuk[];
    verslagen: readonly Verslag[];
    verslagConcepten: readonly Verslag[];
    verslagReacties: readonly VerslagReactie[];
}

export const EMPTY_ROWS: Rows = {
    tafels: [],
    deelnames: [],
    zetels: [],
    rondes: [],
    gesprekken: [],
    punten: [],
    samenvattingen: [],
    synthesen: [],
    syntheseConcepten: [],
    onderwerpen: [],
    knelpunten: [],
    bedenkingen: [],
    bedenkingAntwoorden: [],
    uitvoerbaarheden: [],
    toezegbaarheden: [],
    amendementen: [],
    keuzevraagVersies: [],
    keuzevragen: [],
    gevolgen: [],
    gevolgAntwoorden: [],
    standpunten: [],
    besluiten: [],
    besluitConcepten: [],
    stemmingen: [],
    stemmen: [],
    volmachten: [],
    achterbannen: [],
    aantekeningen: [],
    ondertekeningen: [],
    evaluaties: [],
    overlegtafels: [],
    doorgeleidingen: [],
    toezeggingen: [],
    toezeggingStappen: [],
    bijeenkomsten: [],
    agendapunten: [],
    aanwezigheden: [],
    spreekbeurten: [],
    actiepunten: [],
    stukken: [],
    verslagen: [],
    verslagConcepten: [],
    verslagReacties: [],
};
const KINDS = Object.keys(EMPTY_ROWS) as (keyof Rows)[];

export interface StreamState {
    seq: number;
    schrijven: boolean;
}

export interface TafelState extends Rows {
    id: string;
    epoch: string;
    ik: Ik;
    laatsteBezoek: string | null;
    stromen: Readonly<Record<string, StreamState>>;
    draden: Readonly<Record<string, readonly Bijdrage[]>>;
    /** Onderwerpen of which older posts are still at the server. */
    ouder: ReadonlySet<string>;
    leesstanden: Readonly<Record<string, string>>;
}

/** Who reads the tafel itself learns nothing from what is told outside, which says less of the same. */
const saysLess = (state: TafelState, stroom: string): boolean =>
    stroom === `buiten:${state.id}` && `tafel:${state.id}` in state.stromen;

type Content = { [K in keyof Rows]?: Rows[K] } & { bijdragen?: readonly Bijdrage[] };

function merge(state: TafelState, content: Content): TafelState {
    const next: TafelState = { ...state };
    for (const kind of KINDS) {
        const rows = content[kind] as readonly Row[] | undefined;
        if (rows)
            (next as unknown as Record<string, readonly Row[]>)[kind] = upsertAll(
                state[kind],
                rows,
            );
    }
    for (const bijdrage of content.bijdragen ?? []) {
        const draad = next.draden[bijdrage.onderwerp] ?? [];
        next.draden = { ...next.draden, [bijdrage.onderwerp]: upsert<Bijdrage>(draad, bijdrage) };
    }
    return next;
}

export function fromSnapshot(snapshot: Momentopname): TafelState {
    let state: TafelState = {
        ...EMPTY_ROWS,
        id: snapshot.tafel,
        epoch: snapshot.epoch,
        ik: snapshot.ik,
        laatsteBezoek: snapshot.laatsteBezoek ?? null,
        stromen: {},
        draden: {},
        ouder: new Set(snapshot.stromen.flatMap((stand) => stand.ouder ?? [])),
        leesstanden: Object.fromEntries(snapshot.leesstanden.map((l) => [l.onderwerp, l.bijdrage])),
    };
    for (const stand of snapshot.stromen)
        state.stromen = {
            ...state.stromen,
            [stand.stroom]: { seq: stand.seq, schrijven: stand.schrijven },
        };
    for (const stand of snapshot.stromen)
        if (!saysLess(state, stand.stroom)) state = merge(state, stand.toestand as Content);
    return state;
}

/** An event whose content is absent changes nothing: a later event carries what came of it. */
export function apply(state: TafelState, event: LogEvent): TafelState {
    const stream = state.stromen[event.stroom];
    if (!stream || event.seq <= stream.seq) return state;
    const next =
        event.inhoud && !saysLess(state, event.stroom)
            ? merge(state, event.inhoud as Content)
            : { ...state };
    next.stromen = { ...state.stromen, [event.stroom]: { ...stream, seq: event.seq } };
    return next;
}

/**
 * A new snapshot in place of a state that was already further: events it does not hold yet are
 * applied again, and older posts that were fetched before stay.
 */
export function rebase(
    old: TafelState,
    snapshot: Momentopname,
    recent: readonly LogEvent[],
): TafelState {
    let state = fromSnapshot(snapshot);
    for (const [onderwerp, draad] of Object.entries(old.draden)) {
        const fresh = state.draden[onderwerp];
        if (!fresh || !find(state.onderwerpen, onderwerp)) continue;
        const older = draad.filter((b) => !find(fresh, b.id));
        if (older.length === 0) continue;
        state = { ...state, draden: { ...state.draden, [onderwerp]: upsertAll(fresh, older) } };
        if (!old.ouder.has(onderwerp)) state.ouder = without(state.ouder, onderwerp);
    }
    return recent.reduce(apply, state);
}

/** Older posts that were fetched page by page. */
export function addOlder(
    state: TafelState,
    onderwerp: string,
    posts: readonly Bijdrage[],
    more: boolean,
): TafelState {
    const known = state.draden[onderwerp] ?? [];
    const older = posts.filter((post) => !find(known, post.id));
    return {
        ...state,
        draden: { ...state.draden, [onderwerp]: [...older, ...known] },
        ouder: more ? state.ouder : without(state.ouder, onderwerp),
    };
}

export function setRead(state: TafelState, onderwerp: string, bijdrage: string): TafelState {
    return { ...state, leesstanden: { ...state.leesstanden, [onderwerp]: bijdrage } };
}

function without(set: ReadonlySet<string>, item: string): ReadonlySet<string> {
    const next = new Set(set);
    next.delete(item);
    return next;
}

/** Changes after which the reader may see more, less or other streams than before. */
export function changesRights(event: LogEvent): boolean {
    return /^(tafel|deelname|zetel|ronde|gesprek)\.|^bijeenkomst\.(geschorst|hervat|gesloten)/.test(
        event.soort,
    );
}
