// Sentences about amendementen and revisions, in plain Dutch (B1). They come with their own part.

import type { AmendementStatus } from '../gen/protocol';
import { list } from './format';

const status: Record<AmendementStatus, string> = {
    open: 'open', overgenomen: 'overgenomen', verworpen: 'afgewezen', ingetrokken: 'ingetrokken',
    achterhaald: 'achterhaald', vervallen: 'vervallen',
};

export const nlWijziging = {
    diff: {
        added: 'erbij:', removed: 'eruit:', end: '.',
        label: 'Wat verandert er',
        legend: 'Wat erbij komt is onderstreept, wat eruit gaat is doorgestreept.',
        same: 'De teksten zijn gelijk.',
    },
    amendement: {
        status,
        list: 'Amendementen',
        lead: 'Een partij kan een andere tekst voorstellen. De voorzitter neemt die over of wijst die af, voordat er een besluit komt.',
        blocked: 'Er staat nog een amendement open. Eerst afdoen, dan concluderen of stemmen.',
        of: (wie: string) => `Amendement van ${wie}`,
        first: (wie: string) => `Ingediend door ${wie}.`,
        with: (wie: string[]) => `Mede ingediend door ${list(wie)}.`,
        against: (versie: number) => `Op versie ${versie} van de tekst`,
        why: 'Toelichting', put: 'Wijziging voorstellen', again: 'Opnieuw indienen',
        putExplain: 'Pas de tekst aan zoals u die wilt. Eronder ziet u wat er verandert.',
        text: 'De hele tekst zoals die moet worden', explanation: 'Waarom?',
        same: 'U hebt nog niets veranderd.', party: 'Namens',
        join: 'Mede indienen', joinTitle: (wie: string) => `Het amendement van ${wie} mede indienen`,
        joinExplain: 'De naam van uw organisatie komt bij dit amendement te staan.',
        leave: 'Terugtrekken', leaveTitle: 'U terugtrekken uit dit amendement',
        leaveGoesOn: 'Een andere partij dient het mede in en gaat ermee door.',
        leaveEnds: 'Niemand anders dient het in: het amendement is dan ingetrokken.',
        adopt: 'Overnemen', adoptTitle: (wie: string) => `Het amendement van ${wie} overnemen`,
        adoptExplain: 'De tekst van het besluit wordt de tekst van dit amendement. Andere amendementen op de vorige tekst zijn dan achterhaald; partijen kunnen ze opnieuw indienen.',
        term: 'Reageren op de nieuwe tekst kan tot en met',
        termHint: 'Een termijn die nog loopt, wordt hierdoor niet korter.',
        reject: 'Afwijzen', rejectTitle: (wie: string) => `Het amendement van ${wie} afwijzen`,
        ended: (wie: string, wanneer: string) => `${wie}, ${wanneer}`,
        earlier: 'Eerdere tekst', record: 'U legt dit vast voor een partij.',
    },
    herzien: {
        title: 'De keuzevraag herzien', kind: 'Wat voor wijziging is het?',
        editorial: 'Redactioneel: alleen de woorden',
        editorialExplain: 'Niemand hoeft opnieuw te antwoorden.',
        material: 'De betekenis verandert',
        materialExplain: 'Partijen die al iets zeiden, krijgen de vraag: geldt dit nog? Hun antwoord blijft leesbaar.',
        question: 'De vraag', explanation: 'Toelichting', option: (nr: number) => `Optie ${nr}`,
        nothing: 'Wat er gebeurt als de tafel niets doet', optionMore: (nr: number) => `Toelichting bij optie ${nr}`,
        why: 'Waarom deze wijziging?', term: 'Antwoorden kan tot en met', submit: 'Herzien',
        versions: 'Eerdere teksten', version: (nr: number) => `Versie ${nr}`,
        replaced: (wie: string, wanneer: string) => `Herzien door ${wie}, ${wanneer}`,
        editorialMark: 'redactioneel', materialMark: 'andere betekenis',
    },
    geldt: {
        title: 'Geldt dit nog?', lead: 'De tekst is gewijzigd nadat u dit zei. Geldt het nog, dan is een tik genoeg. Anders geeft u hieronder een nieuw antwoord.',
        for: (wie: string) => `Wat ${wie} eerder zei`, yes: 'Dit geldt nog', done: 'Bevestigd.',
        no: 'verwacht geen gevolgen', position: 'Standpunt',
        record: 'Bevestiging vastleggen', recordTitle: 'Vastleggen dat wat een partij zei, nog geldt',
        waiting: (wie: string[]) => `Nog niet bevestigd: ${list(wie)}.`,
    },
};

export type WijzigingSentences = typeof nlWijziging;
