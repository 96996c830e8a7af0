// Sentences about knelpunten and their clock, in plain Dutch (B1).

import type { KnelpuntStatus, Zwaarte } from '../gen/protocol';
import { plural } from './format';

const n = (count: number, one: string, other: string) => plural('nl', count, one, other);

const status: Record<KnelpuntStatus, string> = {
    open: 'open', termijn_verstreken: 'termijn verstreken', opgepakt: 'opgepakt',
    opgelost: 'opgelost', vervallen: 'vervallen',
};
const zwaarte: Record<Zwaarte, string> = { signaal: 'signaal', knelt: 'knelt', urgent: 'urgent' };
const heavy: Record<Zwaarte, string> = {
    signaal: 'Signaal: houd dit in de gaten', knelt: 'Knelt: mensen hebben er last van',
    urgent: 'Urgent: dit kan niet wachten',
};

export const nlKnelpunten = {
    knelpuntStatus: status,
    zwaarte,
    knelpunt: {
        list: 'Knelpunten', none: 'Er is nog geen knelpunt gemeld.',
        noneOpen: 'Er is nu geen open knelpunt.',
        lead: 'Wat knelt er, en hoe lang is er nog iets aan te doen? Wat het eerst afloopt, staat bovenaan.',
        name: (nr: number) => `Knelpunt ${nr}`,
        closedList: (count: number) => n(count, '# afgehandeld knelpunt', '# afgehandelde knelpunten'),
        days: (left: number) => n(left, 'Nog # dag om te handelen', 'Nog # dagen om te handelen'),
        months: (left: number) => n(left, 'Nog # maand om te handelen', 'Nog # maanden om te handelen'),
        lastDay: 'Vandaag is de laatste dag om te handelen',
        over: (since: string) => `Handelingsruimte voorbij sinds ${since}`,
        ifNothing: 'Als niemand beslist', sectors: 'Sectoren', weight: 'Zwaarte',
        by: (name: string, when: string) => `Gemeld door ${name}, ${when}`,
        changed: (name: string, when: string) => `Bijgewerkt door ${name}, ${when}`,
        source: 'Naar de bijdrage waar dit uit komt', questions: 'Keuzevragen hierover',
        outcome: (name: string, when: string) => `${name}, ${when}:`,
        report: 'Knelpunt melden', reportTitle: 'Een knelpunt melden',
        title: 'Wat knelt er?', titleHint: 'In één regel.',
        explanation: 'Toelichting', where: 'Waar knelt het?',
        whereHint: 'Kies elke sector die het merkt, ook buiten uw eigen sector.',
        howHeavy: 'Hoe zwaar weegt het?', heavy,
        until: 'Tot en met welke dag is er nog iets aan te doen?',
        nothing: 'Wat gebeurt er als niemand beslist?',
        nothingHint: 'Dit wordt de optie Niets doen als er een keuzevraag van komt.',
        revise: 'Bijwerken', reviseTitle: (nr: number) => `Knelpunt ${nr} bijwerken`,
        reviseExplain: 'De melder blijft erbij staan. Uw naam komt erbij als degene die het bijwerkte.',
        close: 'Afhandelen', closeTitle: (nr: number) => `Knelpunt ${nr} afhandelen`,
        closeExplain: 'Het knelpunt gaat van de lijst. Wat ervan kwam, blijft te lezen.',
        drop: 'Laten vervallen', dropExplain: 'U meldde dit knelpunt. Of het is opgelost, zegt wie de tafel leidt.',
        how: 'Hoe loopt het af?', story: 'Wat kwam ervan?',
        ask: 'Maak er een keuzevraag van',
        line: 'De tijd die er nog is',
        today: 'vandaag', week: '1 week', month: '1 maand', months3: '3 maanden', year: '1 jaar',
        years5: '5 jaar', past: 'voorbij',
        lineAlt: (all: number, over: number, soon: number) =>
            `Tijdlijn van ${n(all, '# open knelpunt', '# open knelpunten')}: ` +
            `${n(over, '# is voorbij zijn datum', '# zijn voorbij hun datum')}, ` +
            `${n(soon, '# loopt binnen twee weken af', '# lopen binnen twee weken af')}. ` +
            'De lijst hieronder noemt ze in dezelfde volgorde.',
        lineCaption: 'Elk nummer is een knelpunt uit de lijst; een ruit is urgent. Wat dichtbij is, staat ruimer.',
    },
};

export type KnelpuntSentences = typeof nlKnelpunten;
