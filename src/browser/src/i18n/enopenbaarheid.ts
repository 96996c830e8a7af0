// Sentences about who may read a besluit, a verslag or a stuk beyond the tafel, in English.

import type { OpenbaarheidSentences } from './nlopenbaarheid';

export const enOpenbaarheid: OpenbaarheidSentences = {
    openheid: {
        soort: {
            tafel: 'the table only', vertrouwelijk: 'confidential', embargo: 'under embargo', openbaar: 'public',
        },
        keuze: {
            tafel: 'The table only: who has a seat, and the analyst of the council',
            vertrouwelijk: 'Confidential: only who has a seat, and not to be passed on',
            embargo: 'Members first: public on a day you choose',
            openbaar: 'Public: everybody may read it. This cannot be undone',
        },
        until: (when: string) => `under embargo up to and including ${when}`,
        zetten: 'Who may read', title: (name: string) => `Who may read this? ${name}`,
        legend: 'Who may read this?', until_label: 'Last day of the embargo',
        untilHint: 'The day after, it becomes public by itself.',
        outside: {
            besluit: 'Outside the table one reads the text, the outcome, the count per side and the notes. ' +
                'Not: who voted what, names of people, and the reason given with the outcome.',
            verslag: 'Outside the table one reads the text as adopted. Check whether it names people.',
            stuk: 'Outside the table one reads the title and can open the paper.',
        },
        uitkomsten: 'What is public', none: 'Nothing of this table is public yet.',
        stukken: 'Papers', verslagen: 'Minutes', verslag: (when: string) => `Minutes, adopted ${when}`,
        earlier: 'Earlier outcomes',
    },
    doorgeleiding: {
        list: 'Passed on',
        explain: 'This table stands beside the consultation tables. Here is where the decision went and what they answered.',
        send: 'Pass on', title: 'To which consultation table does this decision go?',
        to: 'Consultation table', fresh: 'Another consultation table', name: 'Name of the consultation table',
        nameHint: 'For example: sector consultation on care.', contact: 'Reached through', contactHint: 'An office, not a person. May be left open.',
        band: 'What has that table to do with this one?', bands: {
            ontvangt: 'It gets our outcomes', voedt: 'It brings questions', afstemmen: 'Both keep each other posted',
        },
        ask: 'What do you ask?', until: 'Answer asked up to and including',
        status: {
            verstuurd: 'waiting for an answer', geen_antwoord: 'no answer', overgenomen: 'adopted',
            aangepast: 'adopted, changed', afgewezen: 'refused',
        },
        asked: (until: string) => `Answer asked up to and including ${until}.`,
        answered: (when: string) => `Answer of ${when}.`,
        answer: 'Record the answer', answerTitle: (name: string) => `What did ${name} answer?`,
        choose: 'Answer', why: 'What did they change, or why not?', held: 'Discussed on',
    },
};
