// Sentences about what an organisation prepares among its own people, in plain Dutch (B1).

import type { ToezegbaarheidWaarde, VoorbereidingOpdracht, VoorbereidingUitkomst } from '../gen/protocol';
import { plural } from './format';

const wat: Record<VoorbereidingOpdracht, string> = {
    'standpunt.innemen': 'Standpunt', 'bedenking.indienen': 'Bedenking',
    'gevolg.geven': 'Antwoord over gevolgen', 'stem.uitbrengen': 'Stem',
    'toezegging.aanvaarden': 'Toezegging doen', 'ondertekening.zetten': 'Ondertekening',
    'volmacht.geven': 'Volmacht', 'achterban.beantwoorden': 'Antwoord van de achterban',
    'bedenking.afdoen': 'Bedenking afdoen', 'keuzevraag.bevestigen': 'Dit geldt nog',
};
const uitkomst: Record<VoorbereidingUitkomst, string> = {
    instemming: 'De achterban stemt in', afwijzing: 'De achterban wijst af',
    tegemoetgekomen: 'Er is aan tegemoetgekomen', gehandhaafd: 'Wij handhaven haar',
    ingetrokken: 'Wij trekken haar in',
};
const zegt: Record<ToezegbaarheidWaarde, string> = {
    kan_nu_toezeggen: 'Wij kunnen nu toezeggen', moet_terug_voor: 'Wij moeten eerst terug',
    zegt_niets: 'Wij zeggen hier niets over',
};

export const nlBinnen = {
    binnen: {
        title: 'Binnen onze organisatie', wat, uitkomst,
        proxyTo: (wie: string) => `${wie} stemt voor ons`,
        lead: 'Alleen wie voor uw organisatie spreekt, ziet dit.',
        none: 'Er staat niets klaar.',
        noOrganisation: 'U spreekt nu voor geen organisatie.',
        by: (wie: string) => `Geschreven door ${wie}`, you: 'u',
        agreed: (wie: string) => `${wie} stemt in`, waits: 'wacht op instemming', ready: 'staat klaar',
        answers: (n: number) => plural('nl', n, '# antwoord', '# antwoorden'),
        agree: 'Instemmen', agreeDone: 'U hebt ingestemd.',
        send: 'Versturen', sent: 'Verstuurd aan de tafel.',
        edit: 'Aanpassen', editTitle: 'Aanpassen wat klaar staat',
        editExplain: 'Past u de tekst aan, dan vervalt een instemming.',
        withdraw: 'Weghalen', withdrawn: 'Weggehaald.',
        value: 'Keuze', text: 'Tekst', toTable: 'Naar de tafel',
        mustSign: 'Een ondertekenaar verstuurt dit.',
        second: 'Instemming van een tweede',
        secondOn: 'Aan: een standpunt, bedenking, stem, volmacht, toezegging, ondertekening of antwoord van de achterban gaat pas weg als een tweede vertegenwoordiger instemt.',
        secondOff: 'Uit: wie mag, verstuurt zonder instemming van een collega.',
        room: 'Wat de secretaris in de zaal voor u vastlegt, wacht hier niet op. Dat kunt u zelf verbeteren.',
        people: (n: number) => plural('nl', n, '# persoon kan voor u spreken.', '# personen kunnen voor u spreken.'),
        turnOn: 'Aanzetten', turnOff: 'Uitzetten', turnOffToo: 'Uitzetten bevestigen',
        offAsked: (wie: string) => `${wie} wil dit uitzetten. Een tweede bevestigt dat.`, set: (wie: string) => `Ingesteld door ${wie}`,
        onlySigns: 'Alleen een ondertekenaar van uw organisatie zet dit aan of uit.',
    },
    toezegbaar: {
        title: 'Wie kan nu toezeggen?', zegt,
        lead: 'Dit bindt niet en telt niet mee.',
        can: 'Kan nu toezeggen', back: 'Moet eerst terug', silent: 'Zegt hier niets over',
        unheard: 'Nog niets gehoord', before: (dag: string) => `voor ${dag}`, late: 'termijn voorbij',
        formFor: (wie: string) => `Kan ${wie} nu toezeggen?`, choose: 'Uw antwoord',
        until: 'Vóór welke dag bent u terug?', send: 'Doorgeven', sent: 'Doorgegeven.',
        given: (wat: string) => `U zei: ${wat}. U kunt dit tot de uitkomst veranderen.`,
        change: 'Veranderen', record: 'Vastleggen voor een partij',
    },
};

export type BinnenSentences = typeof nlBinnen;
