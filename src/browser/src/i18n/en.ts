// Every sentence of the client, in English.

import { enBedenkingen } from './enbedenkingen';
import { enBinnen } from './enbinnen';
import { enOpenbaarheid } from './enopenbaarheid';
import { enBijeenkomsten } from './enbijeenkomsten';
import { enGast } from './engast';
import type { GastSentences } from './nlgast';
import { enKeuzes } from './enkeuzes';
import { enLog } from './enlog';
import { enKnelpunten } from './enknelpunten';
import { enRuggespraak } from './enruggespraak';
import { enStart } from './enstart';
import { enStemwijze } from './enstemwijze';
import { enToezeggingen } from './entoezeggingen';
import { enWijziging } from './enwijziging';
import { list, plural } from './format';
import type { WithBinnen } from './binnen';
import type { LogSentences } from './nllog';
import type { StartSentences } from './nlstart';
import type { WijzigingSentences } from './nlwijziging';

const n = (count: number, one: string, other: string) => plural('en', count, one, other);

const ROLES: Record<string, string> = {
    voorzitter: 'moderator', secretaris: 'secretary', vertegenwoordiger: 'representative',
    plaatsvervanger: 'deputy', ondertekenaar: 'signatory', penvoerder: 'drafter',
    rapporteur: 'rapporteur', toehoorder: 'observer', analist: 'analyst', beheerder: 'administrator',
    auditor: 'auditor',
};

export const en: WithBinnen & StartSentences & GastSentences & { log: LogSentences; wijziging: WijzigingSentences } = {
    ...enBinnen,
    ...enStart,
    ...enLog,
    ...enGast,
    ...enKeuzes,
    ...enKnelpunten,
    ...enRuggespraak,
    ...enBedenkingen,
    ...enOpenbaarheid,
    ...enStemwijze,
    ...enToezeggingen,
    wijziging: enWijziging,
    ...enBijeenkomsten,
    general: {
        loading: 'Loading…', retry: 'Try again',
        pageFailed: 'Not loaded yet',
        partFailed: 'This part of the page has not been loaded yet. Perhaps your connection falters.', close: 'Close', cancel: 'Cancel', save: 'Save', saved: 'Saved.',
        done: 'Done.', edit: 'Edit', remove: 'Remove', reason: 'Reason',
        reasonHint: 'Everybody at the table can read this reason.', optional: 'Optional.',
    },
    prepare: {
        button: 'Prepare for colleagues', inside: 'Inside our organisation',
        done: 'Prepared. Only your organisation sees it.',
    },
    shell: {
        skip: 'Skip to the content', theme: 'Colours', themeAuto: 'Colours: automatic',
        themeLight: 'Light', themeDark: 'Dark', logout: 'Log out',
        logoutUnsentTitle: 'You have text that was not sent',
        logoutUnsent: 'If you log out, we erase your drafts and unsent texts from this browser.',
        logoutAnyway: 'Erase and log out',
        footer: 'Sociaal Publieke Raad: the social dialogue on public services, across sectors.',
        footerNav: 'About this website', accessibility: 'Accessibility', keys: 'Keyboard shortcuts',
        log: 'Decision log',
    },
    line: {
        title: 'State of the connection',
        connecting: 'Connecting…', connectingLong: 'We are connecting.', live: 'Connected',
        stalling: 'Connection falters',
        stallingLong: (since: string) =>
            `Nothing heard from the server since ${since}. You may not see the latest news.`,
        down: 'No connection',
        downLong: (since: string) =>
            `Since ${since}. You can go on writing: we keep your text and send it later.`,
        offline: 'You are offline',
        offlineLong: (since: string) =>
            `Since ${since}. You can go on writing: we keep your text and send it later.`,
        detour: 'Connected by a detour',
        detourLong: 'Your network blocks the fast connection. This page refreshes every 5 seconds.',
        ended: 'You are logged out',
        endedLong: 'Your session is over. Your drafts and unsent texts are kept in this browser. Log in ' +
            'again with a new link. You then go on here.',
        waiting: (count: number) => n(count, '# text waits to be sent.', '# texts wait to be sent.'),
        retryIn: (seconds: number) => n(seconds, 'Next attempt in # second.', 'Next attempt in # seconds.'),
        retryNow: 'Try again now',
    },
    login: {
        title: 'Log in', explain: 'You opened a personal link. Press the button to log in.',
        button: 'Log in', once: 'The link works once, and not for long.',
        usedUp: 'This link was used before or is too old. Ask the secretary of your table for a new one.',
        noLine: 'We could not reach the server. Check your connection and try again.',
        noToken: 'This link is not complete. Open the whole link from your message, or ask the secretary ' +
            'of your table for a new one.',
    },
    out: {
        title: 'Sociaal Publieke Raad',
        what: 'Here social partners work at transformation tables: across sectors they prepare choices, ' +
            'align and give direction.',
        howTitle: 'Taking part in a table',
        how: 'The secretary of your table gives you a personal link. You log in with that link.',
        noPassword: 'You need no password and nothing has to be installed.',
    },
    tafels: {
        title: 'My tables', none: 'You have no seat at a table yet. The secretary can give you one.',
        invited: 'Your organisation is invited',
        unread: (count: number, shown: string) => count === 1 ? `${shown} new post` : `${shown} new posts`,
        sinceVisit: (at: string) => `since your last visit, ${at}`,
        nothingNew: 'Nothing new since your last visit', neverVisited: 'You have not been here yet',
        lastPost: 'Last post', new: 'New table', newTitle: 'Start a table', newButton: 'Make table',
        newName: 'Title', newQuestion: 'The question at the table',
        newQuestionHint: 'One open question that goes across the sectors.',
        attribution: 'What outsiders read about who spoke', openness: 'Who may read the outcomes',
    },
    tafel: {
        question: 'The question at the table', aside: 'About this table',
        parties: (count: number) => n(count, '# party', '# parties'),
        sectors: (count: number) => n(count, '# sector', '# sectors'),
        here: (count: number) => n(count, '# person is here now', '# people are here now'),
        since: (count: number, at: string) =>
            `${n(count, '# new post', '# new posts')} since your last visit, ${at}.`,
        sinceFirst: (count: number) => n(count, '# post you have not read.', '# posts you have not read.'),
        toFirstUnread: 'Read from the first new one',
        goneTitle: 'This table is not there for you',
        gone: 'The table does not exist, or you have no seat. Ask the secretary if that is wrong.',
        outward: 'You see the outcomes of this table. Only those at the table read the posts.',
        failed: 'We can not load this table now. We keep trying.',
        distrusted: 'What the server sends does not agree with what your browser saw before. Do not trust ' +
            'this page now, and tell the administrator.',
        statusNote: {
            concept: 'This table is being prepared. Only moderator and secretary see it.',
            opgeschort: 'This table is suspended. You can read but not write.',
            afgesloten: 'This table is closed. You can read everything.',
            gearchiveerd: 'This table is archived.',
        },
    },
    party: {
        list: 'At the table', here: 'is here now', fictional: 'fictional',
        nobody: 'Nobody sits at this table yet.',
        own: (name: string, status: string) => `Your organisation ${name}: ${status}.`,
        join: 'Join', rejoin: 'Take part again', suspend: 'Suspend participation', leave: 'Leave',
        toetredenTitle: (name: string) => `Join for ${name}`,
        toetredenExplain: 'Your organisation takes part in this table. You get a seat and read from now on.',
        toetredenButton: 'Join',
        opschortenTitle: (name: string) => `Suspend the participation of ${name}`,
        opschortenExplain: 'Your organisation reads but does not write. You can take part again later.',
        opschortenButton: 'Suspend',
        uittredenTitle: (name: string) => `Let ${name} leave`,
        uittredenExplain: 'Your organisation reads nothing from after its leaving. What you said stays.',
        uittredenButton: 'Leave',
    },
    readers: {
        title: 'Who can read this', tafel: 'Everybody with a seat at this table.',
        concept: 'Only moderator and secretary, as long as the table is a draft.',
        kamer: (sector: string) => `Only sector ${sector}, moderator and secretary, until the round closes.`,
        kamerClosed: 'Everybody with a seat at this table: the round is closed.',
        vooroverleg: (side: string) => `Only the side ${side}. Moderator and secretary do not see this.`,
        voorzitterskamer: 'Only moderator and secretary.',
        short: {
            kamer: (sector: string) => `Room ${sector}`,
            vooroverleg: (side: string) => `Caucus ${side.toLowerCase()}`,
            voorzitterskamer: 'Chair’s room', anders: 'Closed',
        },
        people: (count: number) => n(count, '# person', '# people'),
        others: (count: number) => n(count, 'That is # other now.', 'That is # others now.'),
        outward: {
            tafel: 'Outcomes stay at the table.', vertrouwelijk: 'Outcomes are confidential.',
            openbaar: 'Outcomes become public; posts do not.',
        },
    },
    thread: {
        list: 'Threads', none: 'There are no threads yet.', empty: 'No posts yet.', closed: 'Closed',
        new: 'New thread', newTitle: 'Open a thread', newButton: 'Open', name: 'Title',
        explanation: 'Explanation', place: 'Where', plenary: 'At the table, with everybody', opened: 'The thread is open.',
        unread: (count: number) => n(count, '# unread post', '# unread posts'),
        openedBy: (name: string) => `Opened by ${name},`,
        goneTitle: 'This thread is not there', gone: 'It does not exist, or you may not read it.',
        close: 'Close thread', closeExplain: 'Nobody can post in it after that.',
        reopen: 'Reopen thread', reopenExplain: 'Posts can be added again.',
        readsFrom: (at: string) => `You read from ${at}. What was said before is in the minutes.`,
        conclusion: 'Conclusion', firstUnread: 'New to you', older: 'Show earlier posts',
        logLabel: 'Posts', typing: (names: string, count: number) =>
            count === 1 ? `${names} is writing…` : `${names} are writing…`,
        below: (count: number) => n(count, '# new post', '# new posts'),
    },
    post: {
        label: (name: string) => `Post by ${name}`, personal: 'In a personal capacity', edited: 'edited',
        reply: 'Quote', more: 'More actions', withdraw: 'Withdraw', hide: 'Hide', show: 'Show again',
        asKnelpunt: 'Report as a bottleneck', copyLink: 'Copy link', linkCopied: 'The link is on your clipboard.',
        replyTo: (name: string) => `In reply to ${name}`, replyToEarlier: 'In reply to something earlier',
        hidden: 'This post is hidden.', withdrawn: 'This post was withdrawn.',
        editTitle: 'Edit post', editHint: 'Everybody can see that you changed something, and what it said.',
        withdrawTitle: 'Withdraw post',
        withdrawExplain: 'The text disappears for everybody. It stays visible that you withdrew it, and why.',
        hideTitle: 'Hide post',
        hideExplain: 'The text disappears for everybody at the table. The author is told your reason.',
        showTitle: 'Show post again', showExplain: 'Everybody at the table can read the text again.',
        versions: 'Earlier versions', version: (nr: number) => `Version ${nr}`,
        versionsFailed: 'We can not load the versions now. Try again later.',
    },
    compose: {
        title: 'Your post', text: 'Your post',
        placeholder: (name: string) => `Write a post for ${name}…`,
        placeholderOwn: 'Write a post…', send: 'Post', voice: 'You speak as', kind: 'Kind',
        ownRole: 'from your role at the table',
        speaksFor: (name: string) => `You speak for ${name}`,
        speaksAs: (roles: string) => `You speak as ${roles}`,
        personal: 'In a personal capacity', personalHint: 'This does not bind your organisation.',
        options: 'More choices', dropQuote: 'Remove quote',
        almostFull: (left: number) => n(left, '# character left.', 'About # characters left.'),
        tooLong: 'Your text is too long. Make it two posts.',
        keptDraft: 'Your text is kept. Log in again to go on.',
        tafelNotOpen: 'The table is not open. You can not post now.',
        threadClosed: 'This thread is closed. You can read everything.',
        seatEnded: (at: string) => `Your seat was withdrawn. You can read what was said until ${at}.`,
        readOnly: 'You are reading along. You can not post.',
    },
    pending: {
        title: 'Your texts that are on their way', sending: 'Being posted…',
        waiting: 'Waits for a connection. We post your text as soon as we can, and only once.',
        failed: 'Not posted.', retry: 'Try again', discard: 'Throw away', toDraft: 'Back to the text box',
        acts: 'Not carried out', act: (what: string, at: string) => `${what} (${at})`,
    },
    recordedVia: (via: string, speaker: string) =>
        speaker ? `recorded, ${via}, ${speaker} spoke` : `recorded, ${via}`,
    recorded: {
        legend: 'Record for a party', for: 'Record for', nobody: 'nobody, this is my own', choose: 'choose a party',
        speaker: 'Who spoke', via: 'How',
        explain: 'The party is told, and confirms or corrects within the term.',
        when: 'Said at', happened: (at: string) => `Said ${at}.`,
        mark: 'Recorded',
        by: (name: string, via: string, speaker: string) => speaker
            ? `by ${name} (${via}, ${speaker} spoke).` : `by ${name} (${via}).`,
        stand: {
            open: (name: string, at: string) => `${name} can confirm or correct, ${at}.`,
            bevestigd: (name: string) => `${name} confirmed.`,
            verbeterd: (name: string) => `${name} corrected.`,
            stil: (name: string) => `${name} did not answer within the term: tacitly confirmed.`,
        },
        confirm: 'This is right', correct: 'Correct', confirmed: 'Confirmed.',
    },
    round: {
        list: 'Rounds', none: 'No round is planned yet.', name: (nr: number) => `Round ${nr}`,
        openen: 'Open round', openenTitle: (nr: number) => `Open round ${nr}`,
        openenExplain: 'The talks begin and the parties can note points.',
        rapporteurOf: (sector: string) => `Rapporteur ${sector}`, noRapporteur: 'nobody yet',
        sluiten: 'Close round', sluitenTitle: (nr: number) => `Close round ${nr}`,
        sluitenExplain: 'No points can be added. Everybody at the table can then read the talks.',
    },
    talk: {
        point: 'Point', newPoint: 'Note a point', editPoint: 'Edit point',
        editNumber: (nr: number) => `Edit point ${nr}`,
        pointHint: 'One thought, in one or two sentences. A talk has at most five points.',
        noPoints: 'No points yet.', rapporteur: (name: string) => `Rapporteur: ${name}`,
        unreadable: (sector: string) => `Only ${sector} reads this talk, until the round closes.`,
        summary: 'Summary', summarise: 'Summarise', provisional: 'Provisional',
        provisionalHint: 'Something may still change.', waive: 'Waive',
        waiveTitle: (sector: string) => `Waive the talk of ${sector}`,
        waiveExplain: 'The table no longer waits for the summary of this talk.',
        waived: (name: string, why: string) => `Waived by ${name}: ${why}`,
    },
    synthese: {
        title: 'Synthesis', nothing: 'Nothing in this column.',
        from: (sectors: string[]) => `From ${list(sectors)}`,
        silent: (sectors: string[]) => `Not heard: ${list(sectors)}.`,
        settled: (version: number, at: string) => `Confirmed on ${at}, version ${version}`,
        draft: 'Being edited', draftExplain: 'Only moderator and secretary see this.',
        sort: 'Sort points', confirm: 'Confirm synthesis',
        confirmExplain: 'Everybody at the table then sees this synthesis.',
        sortExplain: 'Put each point in a column. You can change the text; its source stays with it.',
        unsorted: (count: number) => n(count, '# point still to place', '# points still to place'),
        place: (text: string, vak: string) => `Place “${text}” in ${vak}`,
        lines: 'The synthesis', line: (nr: number) => `Line ${nr}`, column: 'Column', text: 'Text',
        addLine: 'Add line', save: 'Save as draft',
    },
    regie: {
        titleChair: 'Moderating', titleSecretary: 'Secretariat',
        openen: 'Open table', openenTitle: 'Open this table',
        openenExplain: 'Whoever has a seat sees the table and can post.',
        opschorten: 'Suspend', opschortenTitle: 'Suspend this table',
        opschortenExplain: 'Everybody can read. Nobody can write until you resume the table.',
        hervatten: 'Resume', hervattenTitle: 'Resume this table',
        hervattenExplain: 'Everybody can post again.',
        sluiten: 'Close', sluitenTitle: 'Close this table',
        sluitenExplain: 'The table is then finished. Everybody can read it; nobody can write any more.',
        explanation: 'Explanation', invite: 'Invite a party', inviteList: 'Invite a list', inviteTitle: 'Invite a party',
        inviteNone: 'All organisations in the register are invited already.',
        organisation: 'Organisation', partyRole: 'Role at the table', side: 'Side',
        ownSide: (side: string) => `Its own side: ${side}`,
        seat: 'Give a seat', seatTitle: 'Give somebody a seat', person: 'Person', seatFor: 'For',
        seatForTable: 'the table itself', roles: 'Roles', seats: 'Seats', take: 'Withdraw',
        takeTitle: (name: string) => `Withdraw the seat of ${name}`,
        takeExplain: 'This person then no longer reads or writes.',
        round: 'Plan a round', roundTitle: 'Plan a round', roundKind: 'Kind',
        roundQuestion: 'The question of this round', opens: 'Opens', closes: 'Closes',
        conceptHint: 'Invite parties, plan a round, and then open the table.',
    },
    help: {
        title: 'Keyboard shortcuts', key: 'Key', does: 'What it does',
        list: [
            ['?', 'Show this list'], ['g', 'To my tables'], ['b', 'Back to the table'],
            ['j', 'To the next post'], ['k', 'To the previous post'], ['u', 'To the first new post'],
            ['e', 'To the end'], ['n', 'Write a post'], ['Ctrl Enter', 'Send the post'],
            ['Esc', 'Close a window'],
        ],
        enable: 'Shortcuts on', enableHint: 'Turn them off if you work by voice.',
    },
    about: {
        title: 'Accessibility',
        lead: 'Everybody must be able to sit at the table. We build this website to WCAG 2.2, level AA.',
        parts: [
            ['What we do', 'Everything works with a keyboard alone and with a screen reader. Text can be ' +
                'enlarged to 200 per cent. Pages fit a screen 320 pixels wide. Every change is checked ' +
                'automatically.'],
            ['New posts', 'New posts are read out without losing your place. The page does not jump when you ' +
                'are reading further back.'],
            ['Does something not work?', 'Tell the secretary of your table. You can always take part by word ' +
                'of mouth or on paper: the secretary then records your post for you.'],
        ],
    },
    berichten: {
        title: 'Messages for you', fresh: 'new',
        about: {
            bijdrage_verborgen: 'Your post was hidden.',
            bijdrage_getoond: 'Your post can be read again.',
            vastgelegd: 'Something was recorded for your organisation.',
            uitgenodigd: 'Your organisation is invited.', zetel: 'You were given a seat.',
            gevolgen_gevraagd: 'Does your organisation expect consequences?',
            besluit_voorgelegd: 'A decision is before the table.', stemming_geopend: 'You can vote.',
            toezegging_gevraagd: 'A commitment is asked of your organisation.',
            knelpunt_verstreken: 'The time to do something about a bottleneck is over.',
            amendement_ingediend: 'A party proposes another text.',
            amendement_eerste: 'Your organisation now carries an amendment that it joined.',
            amendement_afgedaan: 'An amendment of your organisation was disposed of.',
            besluit_gewijzigd: 'The text of a decision was changed. You can react again.',
            keuzevraag_herzien: 'A choice question was changed. Does what you said still hold?',
            bijeenkomst_gepland: 'A meeting was planned or moved.',
            bijeenkomst_afgelast: 'A meeting was called off.',
            besluitenlijst: 'The list of decisions of the meeting is there.',
            verslag_voorgelegd: 'You can react to minutes.',
            actiepunt: 'There is an action item for you.',
            instemming_gevraagd: 'A colleague asks for your agreement.',
            volmacht_gegeven: 'You may vote for another party.',
            volmacht_gebruikt: 'Somebody voted for your organisation, by proxy.',
            volmacht_vervallen: 'A proxy holds no longer.',
        },
        came: (what: string) => `Message: ${what}`,
    },
    unknown: { title: 'This page is not there', text: 'Check the address, or go to your tables.' },
    errors: {
        sleutel_afgesloten: 'The connection was lost before this was carried out. Nothing happened. Try again.',
    },
    rol: (rol: string): string => ROLES[rol] ?? rol,
    tafelStatus: {
        concept: 'Draft', open: 'Open', opgeschort: 'Suspended', afgesloten: 'Closed',
        gearchiveerd: 'Archived',
    },
    toeschrijving: {
        organisatie: 'the organisation', persoon: 'the person and the organisation',
        chatham: 'not who spoke (Chatham House)',
    },
    openbaarheid: { tafel: 'who sits at the table', vertrouwelijk: 'confidential', openbaar: 'everybody' },
    zijde: {
        werknemers: 'Employees', werkgevers: 'Employers', fonds: 'Funds', onafhankelijk: 'Independent',
    },
    deelnameStatus: {
        uitgenodigd: 'invited', toegetreden: 'takes part', opgeschort: 'participation suspended',
        uitgetreden: 'left',
    },
    deelnameRol: { stemhebbend: 'voting', adviserend: 'advising', toehorend: 'observing' },
    rondeSoort: {
        sector: 'per sector', bovensectoraal: 'across sectors', schriftelijk: 'in writing',
        terugblik: 'looking back',
    },
    rondeStatus: {
        gepland: 'Planned', open: 'Open', gesloten: 'Closed',
        voorlopig_samengevat: 'Provisionally summarised', samengevat: 'Summarised',
    },
    gesprekStatus: {
        gepland: 'Planned', open: 'Open', voorlopig_samengevat: 'Provisionally summarised',
        samengevat: 'Summarised', ontheven: 'Waived',
    },
    soort: {
        bijdrage: 'Post', knelpunt: 'Bottleneck', vraag: 'Question', voorstel: 'Proposal', feit: 'Fact',
        zorg: 'Concern',
    },
    vak: { gedeeld: 'Shared', spanning: 'Tension', open: 'Open' },
    via: {
        mondeling: 'by word of mouth', schriftelijk: 'in writing', telefonisch: 'by phone',
        papier: 'on paper',
    },
};
