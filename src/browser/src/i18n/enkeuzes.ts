// Sentences about keuzevragen, gevolgen, standpunten, besluiten and stemmingen, in English.

import { list, plural } from './format';
import type { KeuzeSentences } from './nlkeuzes';

const n = (count: number, one: string, other: string) => plural('en', count, one, other);

const SHARES: Record<string, string> = {
    '1/2': 'half', '1/3': 'a third', '2/3': 'two thirds', '1/4': 'a quarter', '3/4': 'three quarters',
};

export const enKeuzes: KeuzeSentences = {
    keuze: {
        list: 'Choices', none: 'No choice question has been put yet.',
        name: (nr: number) => `Choice question ${nr}`, explanation: 'Explanation', options: 'Options',
        option: (nr: number) => nr === 0 ? 'Doing nothing' : `Option ${nr}`,
        goneTitle: 'This choice question is not there', gone: 'It does not exist, or you may not read it.',
        by: (name: string) => `Put by ${name},`,
        about: (nr: number) => `About bottleneck ${nr}`,
        withdrawn: (why: string) => `Withdrawn: ${why}`,
        asked: 'Asked of you', askedNothing: 'Nothing is asked of you now.',
        recorded: 'The secretary recorded this for you. Is it not right? Then answer yourself.',
        askedGevolgen: 'Name consequences', askedStandpunt: 'Take a position', askedStem: 'Vote',
        inbrengen: 'Put a choice question', inbrengenTitle: 'Put a choice question',
        vraag: 'The question', vraagHint: 'One question that the table can choose on.',
        nietsDoen: 'What happens if the table does nothing?',
        nietsDoenHint: 'Doing nothing is always one of the options.',
        opties: 'The other options', optiesHint: 'Each line is an option. Twenty at most.',
        vragen: 'Ask for consequences', vragenTitle: 'Ask the parties for consequences',
        vragenExplain: 'Every party at the table is told, and says per option whether it expects consequences.',
        vragenVoor: 'Answer up to and including',
        besluitrijp: 'Ready for decision', besluitrijpTitle: 'Declare this question ready for decision',
        herzien: 'Revise the text', earlierText: '(about an earlier text)',
        besluitrijpExplain: 'You say that the table knows enough to decide.',
        intrekken: 'Withdraw question', intrekkenExplain: 'The question can still be read, with your reason.',
        voting: 'You vote at the decision below.', toVote: 'To the vote',
    },
    gevolg: {
        title: 'Consequences', none: 'Consequences have not been asked for yet.',
        term: (until: string) => `Answer asked ${until}.`,
        termPast: 'The term for answers is over.',
        formFor: (name: string) => `Does ${name} expect consequences?`,
        changed: 'You have answered. You can still change your answer.', change: 'Change answer',
        formOption: (option: string, sector: string) => `${option}, for ${sector}`,
        no: 'No', yes: 'Yes, namely…', noEverywhere: 'No to all', what: 'Which consequences?',
        effect: 'What does it do in the sector?', noEffect: 'no choice', send: 'Send answer', sent: 'Your answer was sent.',
        caption: (nr: number, option: string) => `Option ${nr}: ${option}`, sector: 'Sector',
        saysNo: 'no, no consequences', saysYes: 'yes', notAsked: 'Not asked',
        passed: (name: string, why: string) => `Passed by ${name}: ${why}`,
        passeren: 'Pass', passerenTitle: (cell: string) => `Go on without an answer from ${cell}`,
        passerenExplain: 'Your name and reason will stand with this consequence.',
        record: 'Record an answer for a party',
    },
    standpunt: {
        title: 'Positions', none: 'No party has taken a position yet.',
        formFor: (name: string) => `What does ${name} think?`, choose: 'Position',
        given: 'You have taken a position. You can still change it.', change: 'Change position',
        text: 'Explanation', textMits: 'On what condition?', textNiet: 'Why not?',
        option: 'On which option', noOption: 'the question as a whole', ground: 'Why do you not take part?',
        send: 'Send position', sent: 'Your position was sent.', silent: 'No position yet',
        record: 'Record a position for a party',
        about: (option: string) => `on “${option}”`,
    },
    besluit: {
        list: 'Decisions', none: 'There is no decision yet.', noneHere: 'No decision on this question has been put yet.',
        goneTitle: 'This decision is not there', gone: 'It does not exist, or you may not read it.',
        motivering: 'Reasons', about: (nr: number) => `On choice question ${nr}`, draft: 'Draft',
        draftExplain: 'Only moderator and secretary see this draft.',
        chosen: (option: string) => `Chosen option: ${option}.`,
        presented: 'This proposal is before the table. The moderator can conclude, unless a party asks for a vote.',
        presentedUntil: (until: string) => `This proposal is before the table. Parties can ask for a vote ${until}. ` +
            'If nobody does, the moderator can conclude.',
        presentedPast: 'The term is over. The moderator can now conclude.',
        voting: 'The parties are now voting on this proposal.',
        polling: 'The parties are polled. The poll decides nothing.',
        blocked: 'There is no consent: a party has an overriding objection.',
        consented: 'The table adopted this decision: no party had an overriding objection.',
        held: (until: string) => `Held over: the table postpones this decision, ${until}.`,
        heldOpen: 'Held over: the table postpones this decision.', agenda: 'This proposal is on the agenda.',
        outcome: {
            aangenomen: 'The table has adopted this decision.',
            verworpen: 'The table has rejected this proposal.',
            verdeeld: 'The table is divided. The positions stand side by side.',
            aangehouden: 'The table postpones this decision.',
            niet_tot_stand_gekomen: 'There is no decision: too few parties were present.',
            ingetrokken: 'This proposal was withdrawn.',
            onder_voorbehoud: 'Adopted, if all members agree.',
        },
        notReached: 'No decision came about.',
        samenvatting: 'What does this mean for my sector?', evalueerOp: 'When does the table look back?',
        concludedBy: (name: string, at: string) => `By ${name}, ${at}.`, concludedOn: (at: string) => `On ${at}.`,
        stemmingGevraagd: (names: string[]) => `${list(names)} asked for a vote. ` +
            'The moderator can therefore not conclude without one.',
        vraagStemming: 'Ask for a vote', vraagStemmingTitle: 'Ask for a vote',
        vraagStemmingExplain: 'The moderator can then not adopt the decision without a vote.',
        vroegStemming: 'Record a request for a vote',
        vroegStemmingExplain: 'Did a party ask for a vote in the meeting? Record that here.',
        opstellen: 'Draft a decision', opstellenTitle: 'Draft a decision', herzien: 'Edit draft',
        kind: 'Kind', name: 'Title', text: 'Text of the decision', option: 'Chosen option', noOption: 'none',
        save: 'Save draft',
        voorleggen: 'Put to the table', voorleggenTitle: 'Put this decision to the table',
        voorleggenExplain: 'Everybody at the table sees the proposal. Its text is then fixed.',
        how: 'How', now: 'Now, in the meeting', written: 'In writing, with a term',
        until: 'React up to and including',
        concluderen: 'Conclude', concluderenTitle: 'Conclude without a vote', what: 'What do you conclude?',
        concluderenExplain: 'Your conclusion is the outcome and can not be undone.',
        happened: 'When did this happen?',
        aanhouden: 'Hold over', aanhoudenTitle: 'Hold this decision over', aanhoudenTot: 'Hold over up to and including',
        intrekken: 'Withdraw decision', intrekkenExplain: 'The proposal can still be read, with your reason.',
    },
    stemming: {
        choose: 'Your vote',
        title: 'Vote', number: (nr: number) => `Vote ${nr}`,
        explain: {
            eenvoudig: 'All votes are counted together.', gekwalificeerd: 'All votes are counted together.',
            dubbele_meerderheid: 'Employees and employers are counted apart. Both sides must reach it.',
            consent: 'Adopted when no party has an overriding objection.',
            peiling: 'Only count what parties think. It decides nothing.',
        },
        threshold: (share: string, strict: boolean) => strict
            ? `Needed: more than ${share} of the votes for and against.`
            : `Needed: at least ${share} of the votes for and against.`,
        quorum: (share: string) => `At least ${share} of the parties must cast a vote.`,
        weighted: 'Votes are counted by weight.', sectors: 'Every sector touched must have been heard.',
        breuk: (teller: number, noemer: number): string =>
            SHARES[`${teller}/${noemer}`] ?? `${teller}/${noemer}`,
        who: (count: number) => n(count, 'Who votes: # party', 'Who vote: # parties'),
        cast: (done: number, all: number) => `${done} of ${n(all, '# party has', '# parties have')} voted.`,
        sofar: (count) =>
            `So far: ${count.voor} for, ${count.tegen} against, ${n(count.onthouding, '# abstention', '# abstentions')}` +
            `${count.neemt_niet_deel ? `, ${count.neemt_niet_deel} not taking part` : ''}.`,
        hiddenCount: 'How parties vote is shown when voting is closed.', notYet: 'not voted yet', didNot: 'did not vote',
        formFor: (name: string) => `Vote of ${name}`, given: (choice: string) => `Your vote: ${choice}. You can ` +
            'vote again while voting is open.',
        change: 'Vote again', statement: 'Statement', send: 'Cast vote', sent: 'Your vote was cast.',
        record: 'Record a vote for a party',
        result: 'Result',
        groep: { werknemers: 'Employees', werkgevers: 'Employers', allen: 'All parties' },
        line: (u) => `${u.aanwezig} of ${u.kiezers} present, ${u.voor} for, ${u.tegen} against` +
            `${u.onthouding ? `, ${n(u.onthouding, '# abstention', '# abstentions')}` : ''}` +
            `${u.neemtNietDeel ? `, ${u.neemtNietDeel} not taking part` : ''}`,
        weights: (voor: string, tegen: string) => `, weight ${voor} against ${tegen}`,
        reached: 'reached', notReached: 'not reached', tooFew: 'too few parties present',
        unheard: (sectors: string[]) => `Not heard: ${list(sectors)}.`,
        opened: (name: string, at: string) => `Opened by ${name} on ${at}.`,
        closed: (name: string, at: string) => `Closed by ${name} on ${at}.`,
        aborted: (name: string, why: string) => `Broken off by ${name}: ${why}. No vote counts.`,
        openen: 'Open a vote', openenTitle: 'Open a vote', method: 'How is the vote counted?',
        openenExplain: 'Who votes and how it is counted is then fixed.', more: 'More settings',
        drempel: 'Threshold', standard: 'the usual rule', over: (share: string) => `more than ${share}`,
        least: (share: string) => `at least ${share}`, quorumField: 'How many parties must vote',
        noQuorum: 'no minimum', hide: 'Show votes only after closing',
        koepel: (side: string) => `${side} confirm: an umbrella and its member may both vote`,
        sluiten: 'Close the vote', sluitenTitle: 'Close the vote',
        sluitenExplain: (done: number, all: number) => `${done} of ${all} parties have voted. The result ` +
            'follows at once and is final.',
        sluitenHidden: 'The result follows at once and is final.',
        afbreken: 'Break off the vote', afbrekenExplain: 'No vote counts. The decision is before the table again.',
    },
    keuzeStatus: {
        ingebracht: 'Put', gevolgen_gevraagd: 'Consequences asked', besluitrijp: 'Ready for decision',
        besloten: 'Decided', ingetrokken: 'Withdrawn',
    },
    gevolgStatus: {
        gevraagd: 'No answer yet', opgetekend: 'Answered', afgestemd: 'Parties agree',
        verschil_van_inzicht: 'Parties see it differently', niet_beantwoord: 'Not answered',
        te_herbevestigen: 'Text changed: does this still hold?',
    },
    effect: { verlicht: 'eases', knelt: 'chafes', gemengd: 'mixed', onbekend: 'not known yet' },
    waarde: {
        akkoord: 'Agreed', akkoord_mits: 'Agreed, provided', niet_akkoord: 'Not agreed',
        neemt_niet_deel: 'Does not take part',
    },
    grond: {
        geen_mandaat: 'no mandate', principieel: 'on principle', betrokken_belang: 'own interest in the outcome',
    },
    besluitSoort: {
        conclusie: 'Conclusion', advies: 'Advice', afspraak: 'Agreement', procesafspraak: 'Process agreement',
    },
    besluitStatus: {
        concept: 'Draft', geagendeerd: 'On the agenda', onder_voorbehoud: 'Under reservation', conclusie_voorgelegd: 'Before the table',
        stemming: 'Voting', uitkomst: 'Concluded',
    },
    uitkomst: {
        aangenomen: 'Adopted', verworpen: 'Rejected', verdeeld: 'Divided', aangehouden: 'Held over',
        niet_tot_stand_gekomen: 'Did not come about', ingetrokken: 'Withdrawn',
        onder_voorbehoud: 'Under reservation',
    },
    methode: {
        eenvoudig: 'Simple majority', gekwalificeerd: 'Qualified majority',
        dubbele_meerderheid: 'Double majority', consent: 'Consent', peiling: 'Poll',
    },
    stem: { voor: 'For', tegen: 'Against', onthouding: 'Abstention', neemt_niet_deel: 'Does not take part' },
};
