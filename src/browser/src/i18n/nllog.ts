// Sentences of the besluitenlog, in plain Dutch (B1).

import type { LogVast } from '../gen/protocol';

const vast: Record<LogVast, string> = {
    alle: 'Alles wat vastzit', aangehouden: 'Aangehouden', verdeeld: 'Verdeeld',
    ingetrokken: 'Ingetrokken', niet_tot_stand_gekomen: 'Niet tot stand gekomen',
    termijn_verlopen: 'Termijn voorbij, geen uitkomst', geen_antwoord: 'Geen antwoord na doorgeleiding',
    knelpunt_verstreken: 'Het knelpunt is over zijn datum',
};
const gevolgStatus: Record<string, string> = {
    gevraagd: 'gevraagd', opgetekend: 'opgetekend', afgestemd: 'afgestemd',
    verschil_van_inzicht: 'verschil van inzicht', te_herbevestigen: 'nog bevestigen',
    niet_beantwoord: 'niet beantwoord',
};
const effect: Record<string, string> = {
    verlicht: 'verlicht', knelt: 'knelt', gemengd: 'gemengd', onbekend: 'nog onbekend',
    geen: 'geen gevolgen',
};
const antwoord: Record<string, string> = {
    verstuurd: 'verstuurd, wacht op antwoord', geen_antwoord: 'geen antwoord',
    overgenomen: 'overgenomen', aangepast: 'aangepast overgenomen', afgewezen: 'afgewezen',
};
const toezegging: Record<string, string> = {
    voorgesteld: 'voorgesteld', aanvaard: 'aanvaard', loopt: 'loopt', vertraagd: 'vertraagd',
    nagekomen: 'nagekomen', deels: 'deels nagekomen', niet_nagekomen: 'niet nagekomen',
    overgedragen: 'overgedragen', ingetrokken: 'ingetrokken',
};

export const nlLog = {
    title: 'Besluitenlog',
    explain: 'Wat tafels hebben besloten, wat vastzit en waarom. U ziet wat u mag lezen.',
    download: 'Downloaden', exportFormat: 'Bestand',
    formaat: {
        xlsx: 'Excel (xlsx)', csv_excel: 'CSV voor een Nederlands Excel', csv: 'CSV (RFC 4180)',
        jsonl: 'JSON Lines', markdown: 'Een leesbaar stuk per besluit (Markdown)',
    } as Record<string, string>,
    exportBusy: (n: string) => `Het bestand wordt gemaakt: ${n} regels.`,
    exportReady: (n: string, kenmerk: string, peildatum: string) =>
        `Klaar: ${n} regels, kenmerk ${kenmerk}, peildatum ${peildatum}.`,
    exportAgain: 'Nog eens downloaden',
    exportFailed: 'Het bestand kon niet worden gemaakt. Kies een kleinere periode, of probeer het later.',
    presets: 'Weergaven', own: 'Uw weergaven', keep: 'Weergave bewaren', keepName: 'Naam van de weergave',
    keepHint: 'Een weergave met dezelfde naam wordt vervangen.', kept: 'Bewaard.',
    drop: (name: string) => `Weergave ${name} verwijderen`, dropped: 'Verwijderd.',
    print: 'Afdrukken', filters: 'Filters', search: 'Zoeken', clear: 'Alle filters weg',
    searchHint: 'Woorden, of een kenmerk zoals B-2026-017.',
    all: 'Alle', tafel: 'Tafel', period: 'Periode', soort: 'Soort', uitkomst: 'Uitkomst',
    stuck: 'Wat vastzit', sector: 'Sector', organisatie: 'Organisatie die meedeed',
    zijde: 'Zijde die meedeed', from: 'Vanaf', until: 'Tot en met', open: 'Alleen openbaar',
    periode: { dit_jaar: 'Dit jaar', vorig_jaar: 'Vorig jaar' },
    found: (n: string, one: boolean) => (one ? '1 besluit gevonden' : `${n} besluiten gevonden`),
    none: 'Geen besluit past bij deze filters.', more: 'Meer besluiten', back: 'Terug naar de lijst',
    failed: 'Het besluitenlog kon niet worden opgehaald. Controleer uw verbinding.',
    gone: 'Dit besluit is er niet, of u mag het niet lezen.',
    bad: 'Een van de filters klopt niet. Haal de filters weg en kies opnieuw.',
    vast, gevolgStatus, effect, antwoord, toezegging,
    facts: 'Wat is besloten', when: 'Wanneer', reason: 'Reden', motive: 'Motivering', summary: 'Wat betekent dit?',
    recount: 'Na ruggespraak',
    sectors: 'Sectoren', earlier: 'Eerdere uitkomsten', votes: 'Stemmen', passed: 'Doorgeleid',
    poll: 'Een peiling telt alleen en geeft geen uitkomst.', split: 'Per zijde en sector',
    groups: { werknemers: 'Werknemers', werkgevers: 'Werkgevers', allen: 'Allen' } as Record<string, string>,
    present: 'Aanwezig', quorum: 'Quorum', yes: 'ja', no: 'nee',
    positions: 'Standpunten per zijde en sector', dissent: 'Afwijkende standpunten',
    notes: 'Aantekeningen', signed: 'Ondertekend door', consequences: 'Gevolgen per optie en sector',
    promises: 'Toezeggingen', overTime: 'Uitkomsten per maand', promisesBy: 'Toezeggingen naar stand',
    figures: 'In beeld', table: 'Als tabel', month: 'Maand', status: 'Stand',
    count: 'Aantal', group: 'Groep', cell: 'Optie en sector',
    small: 'één partij: niet getoond',
    smallExplain: 'Een aantal dat het standpunt van één partij zou laten zien, tonen wij niet.',
    tooMany: 'Dit zijn er te veel om standpunten te tellen. Kies een kleinere periode.',
    toTafel: 'Naar het besluit aan tafel', evaluate: 'Evalueren op', heldUntil: 'Aangehouden tot',
    term: 'Reageren kon', embargo: 'Onder embargo tot',
    counts: (parts: string[]) => parts.join(', '),
};

export type LogSentences = typeof nlLog;
