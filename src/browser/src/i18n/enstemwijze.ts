// Sentences about consent, peiling and volmacht, in plain English.

import { plural } from './format';
import type { StemwijzeSentences } from './nlstemwijze';

export const enStemwijze: StemwijzeSentences = {
    stemwijze: {
        kort: {
            dubbele_meerderheid: 'Double majority: both sides must reach it.',
            eenvoudig: 'Simple majority: more than half of all votes.',
            gekwalificeerd: 'Qualified majority: at least two thirds of all votes.',
            consent: 'Consent: adopted when no party has an overriding objection.',
            peiling: 'Poll: only count what parties think. It decides nothing.',
        },
        consent: {
            voor: 'No overriding objection', tegen: 'Against', onthouding: 'Abstention',
            neemt_niet_deel: 'Does not take part',
        },
        others: 'Other ways',
        means: {
            consent: 'You say whether your organisation can go on with this. If not, put an overriding ' +
                'objection to the choice question, with your reason.',
            peiling: 'You say what your organisation thinks of it now. This poll decides nothing.',
        },
        toObject: 'Put an overriding objection',
        polling: 'The parties are polled. The poll decides nothing.',
        noObjection: 'No overriding objection stood.',
        objections: (n: number) =>
            plural('en', n, '# overriding objection stood:', '# overriding objections stood:'),
        standing: (n: number) =>
            plural('en', n, '# overriding objection stands now.', '# overriding objections stand now.'),
        line: (present: number, all: number, voor: number) =>
            `${present} of ${all} present, ${voor} without an overriding objection`,
        pollExplain: (done: number, all: number) =>
            `${done} of ${all} parties answered. It decides nothing: the proposal is on the table again.`,
    },
    volmacht: {
        title: 'Proxies', give: 'Give a proxy', giveTitle: 'Let another party vote',
        explain: 'That party then votes for you on this decision. You can still vote yourself: that comes first. ' +
            'A party votes for one other at most.',
        to: 'To which party?', choose: 'Choose a party',
        record: 'Record a proxy for a party', recordNote: 'Only what is in writing.',
        gave: (gever: string, wie: string) => `${wie} may vote for ${gever}`,
        status: { gegeven: 'holds', ingetrokken: 'taken back', vervallen: 'lapsed' },
        back: 'Take back the proxy', backOf: (gever: string) => `Take back the proxy of ${gever}`,
        backExplain: (wie: string) => `${wie} can then vote for you no longer.`,
        castFor: (gever: string) => `Vote for ${gever} (proxy)`,
        by: (wie: string) => `by proxy, by ${wie}`,
        given: (choice: string) => `You voted for this party: ${choice}.`,
        spokeItself: 'This party voted itself. Your proxy is not needed now.',
    },
};
