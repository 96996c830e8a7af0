// Sentences of the decision log, in English.

import type { LogSentences } from './nllog';

export const enLog: { log: LogSentences } = {
    log: {
        title: 'Decision log',
        explain: 'What tables decided, what is stuck and why. You see what you may read.',
        presets: 'Views', own: 'Your views', keep: 'Keep this view', keepName: 'Name of the view',
        keepHint: 'A view with the same name is replaced.', kept: 'Kept.',
        drop: (name) => `Remove view ${name}`, dropped: 'Removed.',
        print: 'Print', filters: 'Filters', search: 'Search', clear: 'Clear all filters',
        searchHint: 'Dutch words, or a reference such as B-2026-017.',
        all: 'All', tafel: 'Table', period: 'Period', soort: 'Kind', uitkomst: 'Outcome',
        stuck: 'What is stuck', sector: 'Sector', organisatie: 'Organisation that took part',
        zijde: 'Side that took part', from: 'From', until: 'Up to and including', open: 'Public only',
        periode: { dit_jaar: 'This year', vorig_jaar: 'Last year' },
        found: (n, one) => (one ? '1 decision found' : `${n} decisions found`),
        none: 'No decision fits these filters.', more: 'More decisions', back: 'Back to the list',
        failed: 'The decision log could not be fetched. Check your connection.',
        gone: 'This decision does not exist, or you may not read it.',
        bad: 'One of the filters is not right. Clear the filters and choose again.',
        vast: {
            alle: 'All that is stuck', aangehouden: 'Held over', verdeeld: 'Divided',
            ingetrokken: 'Withdrawn', niet_tot_stand_gekomen: 'Not concluded',
            termijn_verlopen: 'Term over, no outcome', geen_antwoord: 'No answer after referral',
            knelpunt_verstreken: 'The bottleneck is past its date',
        },
        gevolgStatus: {
            gevraagd: 'asked', opgetekend: 'recorded', afgestemd: 'agreed',
            verschil_van_inzicht: 'difference of insight', te_herbevestigen: 'to be confirmed',
            niet_beantwoord: 'not answered',
        },
        effect: {
            verlicht: 'relieves', knelt: 'hurts', gemengd: 'mixed', onbekend: 'not known yet',
            geen: 'no consequences',
        },
        antwoord: {
            verstuurd: 'sent, waiting for an answer', geen_antwoord: 'no answer',
            overgenomen: 'adopted', aangepast: 'adopted with changes', afgewezen: 'rejected',
        },
        toezegging: {
            voorgesteld: 'proposed', aanvaard: 'accepted', loopt: 'under way', vertraagd: 'delayed',
            nagekomen: 'kept', deels: 'partly kept', niet_nagekomen: 'not kept',
            overgedragen: 'handed over', ingetrokken: 'withdrawn',
        },
        zicht: { tafel: 'your table', analist: 'as analyst', ieder: 'public' },
        facts: 'What was decided', reason: 'Reason', motive: 'Grounds', summary: 'What does it mean?',
        sectors: 'Sectors', earlier: 'Earlier outcomes', votes: 'Votes', passed: 'Referred',
        poll: 'A poll only counts and gives no outcome.', split: 'By side and sector',
        groups: { werknemers: 'Employees', werkgevers: 'Employers', allen: 'All' },
        present: 'Present', quorum: 'Quorum', yes: 'yes', no: 'no',
        positions: 'Positions by side and sector', dissent: 'Dissenting positions',
        notes: 'Notes of dissent', signed: 'Signed by', consequences: 'Consequences by option and sector',
        promises: 'Commitments', overTime: 'Outcomes by month', promisesBy: 'Commitments by state',
        figures: 'In pictures', table: 'As a table', month: 'Month', total: 'Together', status: 'State',
        count: 'Number', group: 'Group', cell: 'Option and sector',
        small: 'one party: not shown',
        smallExplain: 'A number that would show the position of one party is not shown.',
        toTafel: 'To the decision at its table', evaluate: 'To be evaluated on', heldUntil: 'Held over until',
        term: 'Reactions were open', embargo: 'Under embargo until',
        counts: (parts) => parts.join(', '),
    },
};
