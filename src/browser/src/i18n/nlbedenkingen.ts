// Sentences about bedenkingen and executability, in plain Dutch (B1).

import type {
    BedenkingGraad,
    BedenkingStatus,
    BedenkingUitkomst,
    UitvoerbaarheidOordeel,
} from '../gen/protocol';

const graad: Record<BedenkingGraad, string> = {
    wens: 'wens', voorwaarde: 'voorwaarde', overwegend_bezwaar: 'overwegend bezwaar',
};
const status: Record<BedenkingStatus, string> = {
    ingediend: 'ingediend', in_gesprek: 'in gesprek', tegemoetgekomen: 'tegemoetgekomen',
    gehandhaafd: 'gehandhaafd', ingetrokken: 'ingetrokken',
};
const heavy: Record<BedenkingGraad, string> = {
    wens: 'Wens: het kan beter', voorwaarde: 'Voorwaarde: alleen als dit is geregeld',
    overwegend_bezwaar: 'Overwegend bezwaar: zo kan het niet',
};
const outcome: Record<BedenkingUitkomst, string> = {
    tegemoetgekomen: 'Er is aan tegemoetgekomen', gehandhaafd: 'Wij handhaven haar',
    ingetrokken: 'Wij trekken haar in',
};
const oordeel: Record<UitvoerbaarheidOordeel, string> = {
    uitvoerbaar: 'uitvoerbaar', met_aanpassing: 'uitvoerbaar met aanpassing',
    niet_uitvoerbaar: 'niet uitvoerbaar',
};

export const nlBedenkingen = {
    bedenkingGraad: graad,
    bedenkingStatus: status,
    oordeel,
    bedenking: {
        list: 'Bedenkingen', none: 'Er is geen bedenking ingediend.',
        lead: 'Of aan een bedenking is tegemoetgekomen, zegt alleen de partij zelf.',
        put: 'Bedenking indienen', party: 'Namens', heavy, how: 'Hoe zwaar weegt het?',
        text: 'Uw bedenking', about: 'Waarover', whole: 'De hele keuzevraag',
        option: (nr: number, titel: string) => `Optie ${nr}: ${titel}`,
        answer: 'Antwoorden', answerTo: (wie: string) => `Antwoord op de bedenking van ${wie}`,
        answerText: 'Uw antwoord', answers: 'Antwoorden',
        settle: 'Afdoen', settleTitle: (wie: string) => `Wat is er geworden van de bedenking van ${wie}?`,
        outcomeOf: 'Uitkomst', outcome, explanation: 'Toelichting',
        recordExplain: 'Leg alleen vast wat deze partij zelf heeft gezegd.',
    },
    toets: {
        list: 'Uitvoerbaarheid', none: 'Nog geen optie is getoetst.',
        lead: 'Kan wie het moet doen, dit ook doen? Een afspraak kan niet door als een partij zegt dat de optie niet uitvoerbaar is, tenzij de voorzitter zegt waarom het toch kan.',
        test: 'Uitvoerbaarheid toetsen', which: 'Welke optie?', verdict: 'Is deze optie uitvoerbaar?',
        finding: 'Wat vond u?', replaces: 'Een nieuwe toets van dezelfde optie vervangt de vorige.',
        pass: 'Toch doorgaan', passTitle: (wie: string) => `Toch doorgaan na de toets van ${wie}`,
        passExplain: 'Uw naam en reden staan bij deze toets, zichtbaar voor iedereen aan tafel.',
        passed: (wie: string, reden: string) => `${wie} gaat toch door: ${reden}`,
    },
};

export type BedenkingSentences = typeof nlBedenkingen;
