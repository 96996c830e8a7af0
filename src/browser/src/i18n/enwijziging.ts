// Sentences about amendementen and revisions, in English.

import { list } from './format';
import type { WijzigingSentences } from './nlwijziging';

export const enWijziging: WijzigingSentences = {
    diff: {
        added: 'added:', removed: 'removed:', end: '.',
        label: 'What changes',
        legend: 'What is added is underlined, what is removed is struck through.',
        same: 'The texts are the same.',
    },
    amendement: {
        status: {
            open: 'open', overgenomen: 'adopted', verworpen: 'rejected', ingetrokken: 'withdrawn',
            achterhaald: 'out of date', vervallen: 'lapsed',
        },
        list: 'Amendments',
        lead: 'A party can propose another text. The chair adopts or rejects it before there is a decision.',
        blocked: 'An amendment is still open. Dispose of it first, then conclude or vote.',
        of: (wie) => `Amendment of ${wie}`,
        first: (wie) => `Put by ${wie}.`,
        with: (wie) => `Joined by ${list(wie)}.`,
        against: (versie) => `To version ${versie} of the text`,
        why: 'Explanation', put: 'Propose a change', again: 'Put again',
        putExplain: 'Change the text as you want it. Below it you see what changes.',
        text: 'The whole text as it should become', explanation: 'Why?',
        same: 'You have not changed anything yet.', party: 'For',
        join: 'Join', joinTitle: (wie) => `Join the amendment of ${wie}`,
        joinExplain: 'The name of your organisation will stand with this amendment.',
        leave: 'Step back', leaveTitle: 'Step back from this amendment',
        leaveGoesOn: 'Another party joined it and goes on with it.',
        leaveEnds: 'Nobody else carries it: the amendment is then withdrawn.',
        adopt: 'Adopt', adoptTitle: (wie) => `Adopt the amendment of ${wie}`,
        adoptExplain: 'The text of the decision becomes the text of this amendment. Other amendments to the former text are then out of date; parties can put them again.',
        term: 'Reacting to the new text is possible until the end of',
        termHint: 'A term that still runs does not become shorter by this.',
        reject: 'Reject', rejectTitle: (wie) => `Reject the amendment of ${wie}`,
        ended: (wie, wanneer) => `${wie}, ${wanneer}`,
        earlier: 'Earlier text', record: 'You record this for a party.',
    },
    herzien: {
        title: 'Revise the choice question', kind: 'What kind of change is it?',
        editorial: 'Editorial: only the words',
        editorialExplain: 'Nobody has to answer again.',
        material: 'The meaning changes',
        materialExplain: 'Parties that said something are asked: does this still hold? Their answer stays readable.',
        question: 'The question', explanation: 'Explanation', option: (nr) => `Option ${nr}`,
        nothing: 'What happens if the table does nothing', optionMore: (nr) => `Explanation of option ${nr}`,
        why: 'Why this change?', term: 'Answers are possible until the end of', submit: 'Revise',
        versions: 'Earlier texts', version: (nr) => `Version ${nr}`,
        replaced: (wie, wanneer) => `Revised by ${wie}, ${wanneer}`,
        editorialMark: 'editorial', materialMark: 'another meaning',
    },
    geldt: {
        title: 'Does this still hold?', lead: 'The text was changed after you said this. If it still holds, one tap is enough. Otherwise give a new answer below.',
        for: (wie) => `What ${wie} said before`, yes: 'This still holds', done: 'Confirmed.',
        no: 'expects no consequences', position: 'Position',
        record: 'Record a confirmation', recordTitle: 'Record that what a party said still holds',
        waiting: (wie) => `Not confirmed yet: ${list(wie)}.`,
    },
};
