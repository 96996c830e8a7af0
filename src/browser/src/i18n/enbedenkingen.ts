// Sentences about bedenkingen and executability, in English.

import type { BedenkingSentences } from './nlbedenkingen';

export const enBedenkingen: BedenkingSentences = {
    bedenkingGraad: {
        wens: 'wish', voorwaarde: 'condition', overwegend_bezwaar: 'overriding objection',
    },
    bedenkingStatus: {
        ingediend: 'put', in_gesprek: 'under discussion', tegemoetgekomen: 'met',
        gehandhaafd: 'maintained', ingetrokken: 'withdrawn',
    },
    oordeel: {
        uitvoerbaar: 'executable', met_aanpassing: 'executable with changes',
        niet_uitvoerbaar: 'not executable',
    },
    bedenking: {
        list: 'Objections', none: 'No objection was put.',
        lead: 'Whether an objection is met, only the party itself can say.',
        put: 'Put an objection', party: 'On behalf of',
        heavy: {
            wens: 'Wish: it could be better', voorwaarde: 'Condition: only if this is arranged',
            overwegend_bezwaar: 'Overriding objection: not like this',
        },
        how: 'How heavy is it?', text: 'Your objection', about: 'About', whole: 'The whole question',
        option: (nr: number, titel: string) => `Option ${nr}: ${titel}`,
        answer: 'Answer', answerTo: (wie: string) => `Answer the objection of ${wie}`,
        answerText: 'Your answer', answers: 'Answers',
        settle: 'Settle', settleTitle: (wie: string) => `What became of the objection of ${wie}?`,
        outcomeOf: 'Outcome',
        outcome: {
            tegemoetgekomen: 'It is met', gehandhaafd: 'We maintain it', ingetrokken: 'We withdraw it',
        },
        explanation: 'Explanation',
        recordExplain: 'Record only what this party said itself.',
    },
    toets: {
        list: 'Executability', none: 'No option was tested yet.',
        lead: 'Can those who must do this, do it? An agreement cannot go on while a party says that the option cannot be carried out, unless the moderator says why it still can.',
        test: 'Test executability', which: 'Which option?', verdict: 'Can this option be carried out?',
        finding: 'What did you find?', replaces: 'A new test of the same option replaces the former one.',
        pass: 'Go on anyway', passTitle: (wie: string) => `Go on in spite of the test of ${wie}`,
        passExplain: 'Your name and reason stand with this test, for everybody at the table to see.',
        passed: (wie: string, reden: string) => `${wie} goes on anyway: ${reden}`,
    },
};
