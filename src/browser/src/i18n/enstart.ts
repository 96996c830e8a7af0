// Sentences of the start page, of making a tafel, and of the hammer, in English.

import type { StartSentences } from './nlstart';

export const enStart: StartSentences = {
    mijn: {
        title: 'My page', none: 'Nothing is asked of you now.',
        asked: 'Asked of you', promised: 'Committed by you', recorded: 'Recorded for you',
        recordedExplain: 'The secretary wrote this down. Say within the term whether it is right.',
        meetings: 'Meetings', late: 'overdue', noTerm: 'no term', running: 'under way',
        more: (count) => `${count} more`,
        comes: { komt: 'you will come', komt_niet: 'you will not come' },
        answer: 'say whether you will come',
        kind: {
            uitnodiging: 'Invitation', gevolgen: 'Do you expect consequences?',
            standpunt: 'Your position', besluit: 'Decision before the table', stem: 'Vote',
            ondertekening: 'Sign', achterban: 'Your members',
            toezegging_gevraagd: 'Commitment asked', verslag: 'Reaction to minutes',
            actiepunt: 'Action item', toezegging: 'Commitment', vastgelegd: 'Is this right?',
            bijeenkomst: 'Meeting',
        },
    },
    nieuw: {
        title: 'Start a table', sjabloon: 'Template', geen: 'Without a template',
        geenUitleg: 'You plan rounds and meetings yourself.',
        titel: 'Title', partijen: 'Parties', partijenHint: 'Paste a list: on each line an ' +
            'organisation and, if you have it, an e-mail address after a semicolon. At most a hundred.',
        datum: 'Date', begint: 'Begins', einddatum: 'Answers up to and including',
        openen: 'Open and invite at once',
        openenHint: 'Otherwise the table stays a draft that only you and the secretary see.',
        maak: 'Create table', maakOpen: 'Create table and invite', meer: 'More settings',
        vraag: 'The question of the table', wacht: 'The list is being checked…', mislukt: 'The list could not be checked. See whether you are connected.',
        teLang: 'A list may hold a hundred parties at most. Divide the list.',
        twee: 'An open table needs at least two parties.',
        gevonden: (count) => `${count === 1 ? '1 party' : `${count} parties`} to invite.`,
        kies: (naam) => `Whom do you mean by “${naam}”?`, kiesEerst: 'Choose an organisation',
        overslaan: 'Do not invite',
        stand: {
            herkend: 'recognised', onbekend: 'not found', meerdere: 'more than one found',
            dubbel: 'is in the list already', aan_tafel: 'is at the table already',
            email_ongeldig: 'the e-mail address is not right; correct it in the list',
        },
        ronde: (wat, van, tot) => `Round ${wat}: ${van} up to and including ${tot}`,
        bijeenkomst: (titel, minuten, punten) => `${titel}: ${minuten} minutes, ${punten} agenda items`,
    },
    lijst: {
        title: 'Invite parties with a list', submit: 'Invite',
        explain: 'Side and sectors come from the register. First you see who was recognised.',
        mail: 'E-mail address given with the invitation',
    },
    hamer: {
        title: 'Conclusion', write: 'What does the table conclude?',
        hint: 'Everybody sees the text when you put it. Then comes a last round.',
        put: 'Put to the table', before: 'Before the table', hammer: 'Hammer: adopted', other: 'Otherwise: rejected, divided or held over',
        asked: 'A party asks for a vote. Without a vote nothing can be concluded.',
        ask: 'Read the decision, or ask for a vote', chair: 'The chair brings down the hammer.', done: 'Adopted by the hammer.', putDone: 'The conclusion is before the table.',
        paper: 'Held on paper',
    },
};
