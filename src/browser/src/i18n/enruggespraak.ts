// Sentences about what comes with a decision, in English.

import { list, plural } from './format';
import type { RuggespraakSentences } from './nlruggespraak';

const n = (count: number, one: string, other: string) => plural('en', count, one, other);

export const enRuggespraak: RuggespraakSentences = {
    ruggespraak: {
        list: 'Consulting members',
        waiting: (names: string[], until: string) => `Adopted under reservation. The table waits for the members of ` +
            `${list(names)}, ${until}. Without an answer the decision is held over.`,
        strekking: {
            positief: 'with positive advice', neutraal: 'without advice', negatief: 'with negative advice',
        },
        uitkomst: { instemming: 'Consent', afwijzing: 'Rejection' },
        own: 'your organisation',
        rejection: {
            vooraf: (who) => `The table has not decided yet. The answer does not stop the decision: ${who} takes it along in its own word and vote.`,
            stemming: (who) => `With a rejection ${who} asks for a vote. The decision is then not adopted yet.`,
            tegen: (who) => `With a rejection the vote of ${who} counts as against. The votes are then counted again.`,
            zonder: (who) => `On this decision ${who} has no vote. A rejection stands beside it, but does not change the outcome.`,
        },
        asks: (orgaan: string) => `Puts it to: ${orgaan}`,
        noStrekking: 'not said', waits: 'Waits for an answer', late: 'No answer in time',
        term: (until: string) => `Answer ${until}`,
        left: (days: number) => days > 0 ? n(days, '# day left', '# days left') : 'today is the last day',
        answered: (when: string) => `Answer of ${when}`,
        held: (when: string) => `discussed on ${when}`,
        melden: 'We must go back to our members', again: 'Change body or term',
        meldenExplain: 'Everybody at the table sees who is waited for, and until when. If the table adopts the decision ' +
            'before that, it stands under reservation of this answer.',
        orgaan: 'To whom do you put it?', orgaanHint: 'For example: members’ parliament, board, vote of members.',
        termijn: 'Answer by', strekkingField: 'With which advice?',
        record: 'Record a consultation for a party',
        answer: 'Answer of the members', answerAgain: 'Change the answer',
        answerTitle: (name: string) => `Answer of the members of ${name}`,
        answerChoose: 'What do the members say?', answerWhy: 'Explanation', heldOn: 'Discussed on',
        send: 'Send answer', sent: 'The answer has been sent.',
        recordAnswer: 'Record the answer',
        atClose: 'Result at the close', recount: 'Result after consulting members',
        ownWaits: (left: string) => `Your members have yet to answer: ${left}`,
        ownLate: 'Your members did not answer in time',
    },
    aantekening: {
        list: 'Notes', plaatsen: 'Have a note recorded', change: 'Change the note',
        title: (name: string) => `Note of ${name}`, recordTitle: 'Record a note of a party',
        explain: 'The note stays with the decision. It does not change the decision. ' +
            'This is possible until 7 days after the outcome.',
        text: 'What do you want to have noted?', record: 'Record a note for a party',
    },
    ondertekening: {
        list: 'Signatures',
        explain: 'Adopted is not yet signed. Who signs, binds the organisation. Signing later is possible.',
        none: 'No party has signed yet.', signed: (name: string, when: string) => `${name}, ${when}`,
        notYet: 'Not signed yet',
        zetten: (name: string) => `Sign on behalf of ${name}`, confirm: 'Sign',
        confirmExplain: (titel: string) => `You bind your organisation to “${titel}”. Your name and the date will ` +
            'stand beside it. A signature can not be taken back here.',
        record: 'Record a signature for a party',
        recordExplain: 'Only a signature on paper or by letter or mail. Nobody signs by word of mouth.',
        recordNote: 'The party is told.',
    },
    evaluatie: {
        list: 'What came of it?', oordeel: { werkt: 'Works', werkt_deels: 'Works in part', werkt_niet: 'Does not work' },
        next: (when: string) => `The table looks at this again on ${when}.`,
        lateSentence: (when: string) => `The table was to look at this again on ${when}.`,
        late: 'Evaluation overdue', none: 'Nobody has looked back yet.',
        evalueren: 'Record an evaluation', title: 'What came of this decision?',
        choose: 'Judgment of the table', story: 'The story behind it',
        storyHint: 'What happened, and what does that mean? A judgment without a story says little.',
        again: 'When does the table look again?',
        lateLine: (when: string) => `The table was to look back on ${when}`,
    },
    oplegnotitie: {
        link: 'Cover note for your members', title: 'Cover note', print: 'Print', back: 'Back to the decision',
        forMembers: (name: string) => `For the members of ${name}`, forAll: 'For the members of the parties at the table',
        decided: 'What is to be decided?', wasDecided: 'What was decided?', sector: 'What does this mean for my sector?',
        question: 'The question before the table', options: 'What are the options?', chosen: 'proposed',
        can: 'What can you say as members?',
        agree: 'Consent: your organisation can bind itself to the decision.',
        reject: {
            vooraf: 'Rejection: your organisation takes that to the table. It can ask for a vote or vote against. ' +
                'If you reject after the table has decided, it asks for a vote after all, or its vote counts as against.',
            stemming: 'Rejection: your organisation asks for a vote. The decision is then not adopted yet.',
            tegen: 'Rejection: the vote of your organisation counts as against. The votes are counted again.',
            zonder: 'Rejection: it stands beside the decision. Your organisation has no vote.',
        },
        silent: 'No answer within the term: your silence is not consent. If the table waits for you, the decision is held over.',
        note: 'A voting party can also have a note recorded, until 7 days after the outcome.',
        gevolgen: (sectors: string[]) => sectors.length > 0 ? `Consequences for ${list(sectors)}` : 'Consequences by sector',
        noGevolgen: 'No consequences are known yet.',
        standpunten: 'Positions of the parties', noStandpunten: 'No party has taken a position yet.',
        term: 'Term', answerBy: (orgaan: string, until: string) => `${orgaan} answers ${until}.`,
        reactBy: (until: string) => `The table asks for a reaction ${until}.`,
        noTerm: 'No term has been agreed yet.', stand: 'State now', made: (when: string) => `As of ${when}`,
    },
};
