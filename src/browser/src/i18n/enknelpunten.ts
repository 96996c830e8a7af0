// Sentences about knelpunten and their clock, in English.

import { plural } from './format';
import type { KnelpuntSentences } from './nlknelpunten';

const n = (count: number, one: string, other: string) => plural('en', count, one, other);

export const enKnelpunten: KnelpuntSentences = {
    knelpuntStatus: {
        open: 'open', termijn_verstreken: 'past its date', opgepakt: 'taken up',
        opgelost: 'solved', vervallen: 'lapsed',
    },
    zwaarte: { signaal: 'signal', knelt: 'pinches', urgent: 'urgent' },
    knelpunt: {
        list: 'Bottlenecks', none: 'No bottleneck has been reported yet.',
        noneOpen: 'There is no open bottleneck now.',
        lead: 'What pinches, and how long can something be done about it? What runs out first is on top.',
        name: (nr: number) => `Bottleneck ${nr}`,
        closedList: (count: number) => n(count, '# closed bottleneck', '# closed bottlenecks'),
        days: (left: number) => n(left, '# day left to act', '# days left to act'),
        months: (left: number) => n(left, '# month left to act', '# months left to act'),
        lastDay: 'Today is the last day to act',
        over: (since: string) => `No room to act since ${since}`,
        ifNothing: 'If nobody decides', sectors: 'Sectors', weight: 'Weight',
        by: (name: string, when: string) => `Reported by ${name}, ${when}`,
        changed: (name: string, when: string) => `Revised by ${name}, ${when}`,
        source: 'To the post this comes from', questions: 'Choice questions about this',
        outcome: (name: string, when: string) => `${name}, ${when}:`,
        report: 'Report a bottleneck', reportTitle: 'Report a bottleneck',
        title: 'What pinches?', titleHint: 'In one line.',
        explanation: 'Explanation', where: 'Where does it pinch?',
        whereHint: 'Choose every sector that feels it, also outside your own.',
        howHeavy: 'How heavy is it?',
        heavy: {
            signaal: 'Signal: keep an eye on this', knelt: 'Pinches: people are bothered by it',
            urgent: 'Urgent: this cannot wait',
        },
        until: 'Up to and including which day can something be done?',
        nothing: 'What happens if nobody decides?',
        nothingHint: 'This becomes the option Do nothing when a choice question comes of it.',
        revise: 'Revise', reviseTitle: (nr: number) => `Revise bottleneck ${nr}`,
        reviseExplain: 'Who reported it stays named. Your name is added as the one who revised it.',
        close: 'Close', closeTitle: (nr: number) => `Close bottleneck ${nr}`,
        closeExplain: 'The bottleneck leaves the list. What came of it can still be read.',
        drop: 'Let it lapse', dropExplain: 'You reported this bottleneck. Who leads the table says whether it is solved.',
        how: 'How does it end?', story: 'What came of it?',
        ask: 'Make it a choice question',
        line: 'The time that is left',
        today: 'today', week: '1 week', month: '1 month', months3: '3 months', year: '1 year',
        years5: '5 years', past: 'over',
        lineAlt: (all: number, over: number, soon: number) =>
            `Timeline of ${n(all, '# open bottleneck', '# open bottlenecks')}: ` +
            `${n(over, '# is past its date', '# are past their date')}, ` +
            `${n(soon, '# runs out within two weeks', '# run out within two weeks')}. ` +
            'The list below names them in the same order.',
        lineCaption: 'Each number is a bottleneck of the list; a diamond is urgent. What is near has more room.',
    },
};
