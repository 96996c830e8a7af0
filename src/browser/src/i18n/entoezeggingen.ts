// Sentences about commitments, in English.

import type { nlToezeggingen } from './nltoezeggingen';

export const enToezeggingen: typeof nlToezeggingen = {
    toezeggingStatus: {
        voorgesteld: 'asked', aanvaard: 'committed', loopt: 'under way', vertraagd: 'delayed',
        nagekomen: 'kept', deels: 'kept in part', niet_nagekomen: 'not kept',
        overgedragen: 'handed over', ingetrokken: 'not committed',
    },
    toezegging: {
        list: 'Commitments', none: 'Nothing has been committed to yet.', overdue: 'overdue',
        due: (until: string) => `Due ${until}`,
        signed: (name: string, when: string) => `Committed by ${name}, ${when}`,
        propose: 'Ask for a commitment', proposeTitle: 'Ask an organisation for a commitment',
        proposeExplain: 'The organisation is told. It is a commitment only when one of its signatories says so.',
        party: 'Of whom', what: 'What do you ask?', when: 'Due by',
        commit: 'Commit', commitTitle: (name: string) => `Commit on behalf of ${name}`,
        commitExplain: 'You bind your organisation. The table follows what comes of it.',
        decline: 'Do not commit', takeBack: 'Take the question back',
        declineExplain: 'Your reason will stand beside it.',
        report: 'Report', record: 'Record a report', reportTitle: 'How does it stand?',
        stands: 'Stand', story: 'The story behind it',
        storyHint: 'What happened, and what does that mean? A stand without a story says little.',
    },
};
