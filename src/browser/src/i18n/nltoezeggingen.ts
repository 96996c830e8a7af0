// Sentences about toezeggingen, in plain Dutch (B1).

import type { ToezeggingStatus } from '../gen/protocol';

const status: Record<ToezeggingStatus, string> = {
    voorgesteld: 'gevraagd', aanvaard: 'toegezegd', loopt: 'loopt', vertraagd: 'vertraagd',
    nagekomen: 'nagekomen', deels: 'deels nagekomen', niet_nagekomen: 'niet nagekomen',
    overgedragen: 'overgedragen', ingetrokken: 'niet toegezegd',
};

export const nlToezeggingen = {
    toezeggingStatus: status,
    toezegging: {
        list: 'Toezeggingen', none: 'Er is nog niets toegezegd.', overdue: 'over de datum',
        due: (until: string) => `Klaar ${until}`,
        signed: (name: string, when: string) => `Toegezegd door ${name}, ${when}`,
        propose: 'Toezegging vragen', proposeTitle: 'Een organisatie om een toezegging vragen',
        proposeExplain: 'De organisatie krijgt bericht. Het is pas een toezegging als een ondertekenaar van haar dat zegt.',
        party: 'Aan wie', what: 'Wat vraagt u?', when: 'Klaar uiterlijk',
        commit: 'Toezeggen', commitTitle: (name: string) => `Toezeggen namens ${name}`,
        commitExplain: 'U bindt uw organisatie. De tafel volgt wat ervan komt.',
        decline: 'Niet toezeggen', takeBack: 'Vraag intrekken',
        declineExplain: 'Uw reden komt erbij te staan.',
        report: 'Stand melden', record: 'Stand vastleggen', reportTitle: 'Hoe staat het ermee?',
        stands: 'Stand', story: 'Het verhaal erbij',
        storyHint: 'Wat is er gebeurd, en wat betekent dat? Een stand zonder verhaal zegt weinig.',
    },
};
