// Sentences of the start page, of making a tafel, and of the hammer, in plain Dutch (B1).

import type { HerkendeRegel, MijnRegelSoort } from '../gen/protocol';

const kind: Record<MijnRegelSoort, string> = {
    uitnodiging: 'Uitnodiging', gevolgen: 'Verwacht u gevolgen?', standpunt: 'Uw standpunt',
    besluit: 'Besluit ligt voor', stem: 'Stemmen', ondertekening: 'Ondertekenen',
    achterban: 'Uw achterban', toezegging_gevraagd: 'Toezegging gevraagd',
    verslag: 'Reactie op verslag', actiepunt: 'Actiepunt', toezegging: 'Toezegging',
    vastgelegd: 'Klopt dit?', bijeenkomst: 'Bijeenkomst',
};
const stand: Record<HerkendeRegel['stand'], string> = {
    herkend: 'herkend', onbekend: 'niet gevonden', meerdere: 'meer dan één gevonden',
    dubbel: 'staat al in de lijst', aan_tafel: 'zit al aan tafel',
    email_ongeldig: 'het e-mailadres klopt niet; verbeter het in de lijst',
};

export const nlStart = {
    mijn: {
        title: 'Mijn pagina', none: 'Er wordt nu niets van u gevraagd.',
        asked: 'Gevraagd van u', promised: 'Toegezegd door u', recorded: 'Voor u vastgelegd',
        recordedExplain: 'De secretaris schreef dit op. Zeg binnen de termijn of het klopt.',
        meetings: 'Bijeenkomsten', late: 'te laat', noTerm: 'geen termijn', running: 'nu bezig',
        more: (count: number) => `Nog ${count}`,
        comes: { komt: 'u komt', komt_niet: 'u komt niet' } as Record<string, string>,
        answer: 'laat weten of u komt', kind,
    },
    nieuw: {
        title: 'Een tafel beginnen', sjabloon: 'Sjabloon', geen: 'Zonder sjabloon',
        geenUitleg: 'U plant rondes en bijeenkomsten zelf.',
        titel: 'Titel', partijen: 'Partijen', partijenHint: 'Plak een lijst: op elke regel een ' +
            'organisatie en, als u dat hebt, na een puntkomma een e-mailadres. Hoogstens honderd.',
        datum: 'Datum', begint: 'Begint', einddatum: 'Reageren tot en met',
        openen: 'Meteen openen en uitnodigen',
        openenHint: 'Anders blijft de tafel een concept, dat alleen u en de secretaris zien.',
        maak: 'Tafel maken', maakOpen: 'Tafel maken en uitnodigen', meer: 'Meer instellingen',
        vraag: 'De vraag aan tafel', wacht: 'De lijst wordt nagekeken…', mislukt: 'De lijst kon niet worden nagekeken. Controleer uw verbinding.',
        teLang: 'Een lijst mag hoogstens honderd partijen hebben. Verdeel de lijst.',
        twee: 'Voor een open tafel zijn ten minste twee partijen nodig.',
        gevonden: (count: number) => `${count === 1 ? '1 partij' : `${count} partijen`} om uit te nodigen.`,
        kies: (naam: string) => `Wie bedoelt u met “${naam}”?`, kiesEerst: 'Kies een organisatie',
        overslaan: 'Niet uitnodigen', stand,
        ronde: (wat: string, van: string, tot: string) => `Ronde ${wat}: ${van} tot en met ${tot}`,
        bijeenkomst: (titel: string, minuten: number, punten: number) =>
            `${titel}: ${minuten} minuten, ${punten} agendapunten`,
    },
    lijst: {
        title: 'Partijen uitnodigen met een lijst', submit: 'Uitnodigen',
        explain: 'Zijde en sectoren komen uit het register. U ziet eerst wie er herkend is.',
        mail: 'E-mailadres bij de uitnodiging',
    },
    hamer: {
        title: 'Conclusie', write: 'Wat concludeert de tafel?',
        hint: 'Iedereen ziet de tekst als u haar voorlegt. Daarna volgt een laatste rondje.',
        put: 'Voorleggen', before: 'Ligt voor', hammer: 'Hamer: aangenomen', other: 'Anders: verworpen, verdeeld of aanhouden',
        asked: 'Een partij vraagt een stemming. Zonder stemming kan niet worden geconcludeerd.',
        ask: 'Lees het besluit, of vraag een stemming', chair: 'De voorzitter hamert af.', done: 'Vastgesteld met de hamer.', putDone: 'De conclusie ligt voor.',
        paper: 'Op papier gehouden',
    },
};

export type StartSentences = typeof nlStart;
