// Sentences about who may read a besluit, a verslag or a stuk beyond the tafel, in plain Dutch (B1).

import type { Band, Doorgeleiding, Openheid } from '../gen/protocol';

const soort: Record<Openheid, string> = {
    tafel: 'alleen de tafel', vertrouwelijk: 'vertrouwelijk', embargo: 'onder embargo', openbaar: 'openbaar',
};
const keuze: Record<Openheid, string> = {
    tafel: 'Alleen de tafel: wie een zetel heeft, en de analist van de raad',
    vertrouwelijk: 'Vertrouwelijk: alleen wie een zetel heeft, en niet om door te geven',
    embargo: 'Eerst de achterban: openbaar op een dag die u kiest',
    openbaar: 'Openbaar: iedereen mag het lezen. Dit kan niet terug',
};

export const nlOpenbaarheid = {
    openheid: {
        soort, keuze,
        until: (when: string) => `onder embargo tot en met ${when}`,
        zetten: 'Openbaarheid', title: (name: string) => `Wie mag dit lezen? ${name}`,
        legend: 'Wie mag dit lezen?', until_label: 'Laatste dag van het embargo',
        untilHint: 'De dag erna wordt het vanzelf openbaar.',
        outside: {
            besluit: 'Buiten de tafel leest men de tekst, de uitkomst, de telling per zijde en de aantekeningen. ' +
                'Niet: wie wat stemde, namen van mensen, en de reden bij de uitkomst.',
            verslag: 'Buiten de tafel leest men de tekst zoals die is vastgesteld. Controleer of er namen in staan.',
            stuk: 'Buiten de tafel leest men de titel en kan men het stuk openen.',
        },
        uitkomsten: 'Wat openbaar is', none: 'Er is nog niets openbaar van deze tafel.',
        stukken: 'Stukken', verslagen: 'Verslagen', verslag: (when: string) => `Verslag, vastgesteld ${when}`,
        earlier: 'Eerdere uitkomsten',
    },
    doorgeleiding: {
        list: 'Doorgeleiding',
        explain: 'Deze tafel komt naast de overlegtafels. Hier staat waar het besluit heen ging en wat zij antwoordden.',
        send: 'Doorgeleiden', title: 'Naar welke overlegtafel gaat dit besluit?',
        to: 'Overlegtafel', fresh: 'Een andere overlegtafel', name: 'Naam van de overlegtafel',
        nameHint: 'Bijvoorbeeld: Sectoroverleg zorg.', contact: 'Bereikbaar via', contactHint: 'Een bureau, geen persoon. Mag leeg.',
        band: 'Wat heeft die tafel met deze?', bands: {
            ontvangt: 'Zij krijgt onze uitkomsten', voedt: 'Zij brengt vragen in', afstemmen: 'Beide houden elkaar op de hoogte',
        } satisfies Record<Band, string>,
        ask: 'Wat vraagt u?', until: 'Antwoord gevraagd tot en met',
        status: {
            verstuurd: 'wacht op antwoord', geen_antwoord: 'geen antwoord', overgenomen: 'overgenomen',
            aangepast: 'overgenomen, aangepast', afgewezen: 'afgewezen',
        } satisfies Record<Doorgeleiding['status'], string>,
        asked: (until: string) => `Antwoord gevraagd tot en met ${until}.`,
        answered: (when: string) => `Antwoord van ${when}.`,
        answer: 'Antwoord vastleggen', answerTitle: (name: string) => `Wat antwoordde ${name}?`,
        choose: 'Antwoord', why: 'Wat veranderden zij, of waarom niet?', held: 'Besproken op',
    },
};
export type OpenbaarheidSentences = typeof nlOpenbaarheid;
