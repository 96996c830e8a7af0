// Sentences about what an organisation prepares among its own people, in English.

import { plural } from './format';
import type { BinnenSentences } from './nlbinnen';

export const enBinnen: BinnenSentences = {
    binnen: {
        title: 'Inside our organisation',
        wat: {
            'standpunt.innemen': 'Position', 'bedenking.indienen': 'Objection',
            'gevolg.geven': 'Answer about consequences', 'stem.uitbrengen': 'Vote',
            'toezegging.aanvaarden': 'Making a commitment', 'ondertekening.zetten': 'Signature',
            'volmacht.geven': 'Proxy', 'achterban.beantwoorden': 'Answer of the members',
            'bedenking.afdoen': 'Settling an objection', 'keuzevraag.bevestigen': 'This still holds',
        },
        uitkomst: {
            instemming: 'The members consent', afwijzing: 'The members reject',
            tegemoetgekomen: 'It is met', gehandhaafd: 'We maintain it',
            ingetrokken: 'We withdraw it',
        },
        proxyTo: (wie) => `${wie} votes for us`,
        lead: 'Only who speaks for your organisation sees this.',
        none: 'Nothing is prepared.',
        noOrganisation: 'You speak for no organisation now.',
        by: (wie) => `Written by ${wie}`, you: 'you',
        agreed: (wie) => `${wie} agrees`, waits: 'waits for agreement', ready: 'prepared',
        answers: (n) => plural('en', n, '# answer', '# answers'),
        agree: 'Agree', agreeDone: 'You agreed.',
        send: 'Send', sent: 'Sent to the table.',
        edit: 'Change', editTitle: 'Change what is prepared',
        editExplain: 'If you change the text, an agreement lapses.',
        withdraw: 'Take away', withdrawn: 'Taken away.',
        value: 'Choice', text: 'Text', toTable: 'To the table',
        mustSign: 'A signatory sends this.',
        second: 'Agreement of a second person',
        secondOn: 'On: a position, objection, vote, proxy, commitment, signature or answer of the members is sent only when a second representative agrees.',
        secondOff: 'Off: who may, sends without the agreement of a colleague.',
        room: 'What the secretary records for you in the room does not wait for this. You can correct that yourself.',
        people: (n) => plural('en', n, '# person can speak for you.', '# people can speak for you.'),
        turnOn: 'Turn on', turnOff: 'Turn off', turnOffToo: 'Confirm turning off',
        offAsked: (wie) => `${wie} wants to turn this off. A second person confirms it.`, set: (wie) => `Set by ${wie}`,
        onlySigns: 'Only a signatory of your organisation turns this on or off.',
    },
    toezegbaar: {
        title: 'Who can commit now?',
        zegt: {
            kan_nu_toezeggen: 'We can commit now', moet_terug_voor: 'We must go back first',
            zegt_niets: 'We say nothing about this',
        },
        lead: 'This does not bind and is not counted.',
        can: 'Can commit now', back: 'Must go back first', silent: 'Says nothing about this',
        unheard: 'Not heard yet', before: (dag) => `by ${dag}`, late: 'past its term',
        formFor: (wie) => `Can ${wie} commit now?`, choose: 'Your answer',
        until: 'By which day will you be back?', send: 'Tell', sent: 'Told.',
        given: (wat) => `You said: ${wat}. You can change this until the outcome.`,
        change: 'Change', record: 'Record for a party',
    },
};
