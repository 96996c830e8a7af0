// The sentences that every page may need, in plain Dutch (B1); later.ts has those of the pages that
// are loaded when they are opened.

import type {
    Bevestiging, BijdrageSoort, DeelnameRol, DeelnameStatus, GesprekStatus, Openbaarheid, RondeSoort,
    RondeStatus, TafelStatus, Toeschrijving, Vak, Via, Zijde,
} from '../gen/protocol';
import { list, plural } from './format';

const n = (count: number, one: string, other: string) => plural('nl', count, one, other);

const ROLLEN: Record<string, string> = {
    voorzitter: 'voorzitter', secretaris: 'secretaris', vertegenwoordiger: 'vertegenwoordiger',
    plaatsvervanger: 'plaatsvervanger', ondertekenaar: 'ondertekenaar', penvoerder: 'penvoerder',
    rapporteur: 'rapporteur', toehoorder: 'toehoorder', analist: 'analist', beheerder: 'beheerder',
    auditor: 'auditor',
};

export const nl = {
    general: {
        loading: 'Bezig met laden…', retry: 'Opnieuw proberen',
        pageFailed: 'Nog niet geladen',
        partFailed: 'Dit deel van de pagina is nog niet geladen. Uw verbinding hapert misschien.', close: 'Sluiten', cancel: 'Annuleren', save: 'Opslaan',
        saved: 'Opgeslagen.', done: 'Gedaan.', edit: 'Bewerken', remove: 'Verwijderen',
        reason: 'Reden', reasonHint: 'Iedereen aan tafel kan deze reden lezen.',
        optional: 'Niet verplicht.',
    },
    prepare: {
        button: 'Klaarzetten voor collega’s', inside: 'Binnen onze organisatie',
        done: 'Staat klaar. Alleen uw organisatie ziet het.',
    },
    shell: {
        skip: 'Naar de inhoud', theme: 'Kleuren', themeAuto: 'Kleuren: automatisch',
        themeLight: 'Licht', themeDark: 'Donker', logout: 'Uitloggen',
        logoutUnsentTitle: 'U hebt nog tekst die niet verstuurd is',
        logoutUnsent: 'Als u uitlogt, wissen we uw concepten en onverstuurde teksten uit deze browser.',
        logoutAnyway: 'Wissen en uitloggen',
        footer: 'Sociaal Publieke Raad: de sociale dialoog over publieke taken, over sectoren heen.',
        footerNav: 'Over deze website', accessibility: 'Toegankelijkheid', keys: 'Sneltoetsen',
    },
    line: {
        title: 'Staat van de verbinding',
        connecting: 'Verbinden…', connectingLong: 'We maken verbinding.',
        live: 'Verbonden',
        stalling: 'Verbinding hapert',
        stallingLong: (since: string) =>
            `Sinds ${since} horen we niets van de server. U ziet misschien niet het laatste nieuws.`,
        down: 'Geen verbinding',
        downLong: (since: string) =>
            `Sinds ${since}. U kunt doorschrijven: we bewaren uw tekst en versturen die later.`,
        offline: 'U bent offline',
        offlineLong: (since: string) =>
            `Sinds ${since}. U kunt doorschrijven: we bewaren uw tekst en versturen die later.`,
        detour: 'Verbonden via een omweg',
        detourLong: 'Uw netwerk houdt de snelle verbinding tegen. Deze pagina ververst elke 5 seconden.',
        ended: 'U bent uitgelogd',
        endedLong: 'Uw sessie is voorbij. Uw concepten en onverstuurde teksten zijn bewaard in deze ' +
            'browser. Log opnieuw in met een nieuwe link. Daarna gaat u hier verder.',
        waiting: (count: number) => n(count, '# tekst wacht op verzending.',
            '# teksten wachten op verzending.'),
        retryIn: (seconds: number) => n(seconds, 'Nieuwe poging over # seconde.',
            'Nieuwe poging over # seconden.'),
        retryNow: 'Nu opnieuw proberen',
    },
    login: {
        title: 'Inloggen', explain: 'U hebt een persoonlijke link geopend. Klik op de knop om in te loggen.',
        button: 'Inloggen', once: 'De link werkt één keer, en maar kort.',
        usedUp: 'Deze link is al gebruikt of is te oud. Vraag de secretaris van uw tafel om een nieuwe link.',
        noLine: 'We konden de server niet bereiken. Controleer uw verbinding en probeer het opnieuw.',
        noToken: 'Deze link is niet compleet. Open de hele link uit uw bericht, of vraag de secretaris ' +
            'van uw tafel om een nieuwe.',
    },
    out: {
        title: 'Sociaal Publieke Raad',
        what: 'Hier werken sociale partners aan transformatietafels: over sectoren heen keuzes ' +
            'voorbereiden, samenhang aanbrengen en richting geven.',
        howTitle: 'Meedoen aan een tafel',
        how: 'U krijgt een persoonlijke link van de secretaris van uw tafel. Met die link logt u in.',
        noPassword: 'U hebt geen wachtwoord nodig en hoeft niets te installeren.',
    },
    tafels: {
        title: 'Mijn tafels', none: 'U zit nog niet aan een tafel. De secretaris kan u een plaats geven.',
        invited: 'Uw organisatie is uitgenodigd',
        unread: (count: number, shown: string) => count === 1 ? `${shown} nieuwe bijdrage`
            : `${shown} nieuwe bijdragen`,
        sinceVisit: (at: string) => `sinds uw laatste bezoek, ${at}`,
        nothingNew: 'Niets nieuws sinds uw laatste bezoek', neverVisited: 'U was hier nog niet',
        lastPost: 'Laatste bijdrage', new: 'Nieuwe tafel', newTitle: 'Een tafel beginnen',
        newButton: 'Tafel maken', newName: 'Titel', newQuestion: 'De vraag aan tafel',
        newQuestionHint: 'Eén open vraag, die over de sectoren heen gaat.',
        attribution: 'Wat de buitenwereld leest over wie sprak', openness: 'Wie de uitkomsten mag lezen',
    },
    tafel: {
        question: 'De vraag aan tafel', aside: 'Over deze tafel',
        parties: (count: number) => n(count, '# partij', '# partijen'),
        sectors: (count: number) => n(count, '# sector', '# sectoren'),
        here: (count: number) => n(count, '# persoon is er nu', '# mensen zijn er nu'),
        since: (count: number, at: string) =>
            `${n(count, '# nieuwe bijdrage', '# nieuwe bijdragen')} sinds uw laatste bezoek, ${at}.`,
        sinceFirst: (count: number) => n(count, '# bijdrage die u nog niet las.',
            '# bijdragen die u nog niet las.'),
        toFirstUnread: 'Lees vanaf de eerste nieuwe',
        goneTitle: 'Deze tafel is er niet voor u',
        gone: 'De tafel bestaat niet, of u hebt er geen plaats. Vraag het de secretaris als dat niet klopt.',
        outward: 'U ziet de uitkomsten van deze tafel. Alleen wie aan tafel zit, leest de bijdragen.',
        failed: 'We kunnen deze tafel nu niet laden. We blijven het proberen.',
        distrusted: 'De gegevens van de server kloppen niet met wat uw browser eerder zag. Vertrouw deze ' +
            'pagina nu niet, en laat het de beheerder weten.',
        statusNote: {
            concept: 'Deze tafel wordt voorbereid. Alleen voorzitter en secretaris zien haar.',
            opgeschort: 'Deze tafel is opgeschort. U kunt lezen, maar niet schrijven.',
            afgesloten: 'Deze tafel is afgesloten. U kunt alles nalezen.',
            gearchiveerd: 'Deze tafel is gearchiveerd.',
        },
    },
    party: {
        list: 'Aan tafel', here: 'is er nu', fictional: 'fictief', nobody: 'Er zit nog niemand aan tafel.',
        own: (name: string, status: string) => `Uw organisatie ${name}: ${status}.`,
        join: 'Toetreden', rejoin: 'Weer meedoen', suspend: 'Deelname opschorten', leave: 'Uittreden',
        toetredenTitle: (name: string) => `Toetreden namens ${name}`,
        toetredenExplain: 'Uw organisatie doet mee aan deze tafel. U krijgt een zetel en leest vanaf nu mee.',
        toetredenButton: 'Toetreden',
        opschortenTitle: (name: string) => `Deelname van ${name} opschorten`,
        opschortenExplain: 'Uw organisatie leest mee, maar schrijft niet. U kunt later weer meedoen.',
        opschortenButton: 'Opschorten',
        uittredenTitle: (name: string) => `${name} laten uittreden`,
        uittredenExplain: 'Wat na het vertrek wordt gezegd, leest uw organisatie niet. Wat u bijdroeg, blijft staan.',
        uittredenButton: 'Uittreden',
    },
    readers: {
        title: 'Wie kan dit lezen', tafel: 'Iedereen met een zetel aan deze tafel.',
        concept: 'Alleen voorzitter en secretaris, zolang de tafel een concept is.',
        kamer: (sector: string) => `Alleen sector ${sector}, voorzitter en secretaris, tot de ronde sluit.`,
        kamerClosed: 'Iedereen met een zetel aan deze tafel: de ronde is gesloten.',
        vooroverleg: (side: string) => `Alleen de zijde ${side}. Voorzitter en secretaris zien dit niet.`,
        voorzitterskamer: 'Alleen voorzitter en secretaris.',
        short: {
            kamer: (sector: string) => `Kamer ${sector}`,
            vooroverleg: (side: string) => `Vooroverleg ${side.toLowerCase()}`,
            voorzitterskamer: 'Voorzitterskamer', anders: 'Besloten',
        },
        people: (count: number) => n(count, '# persoon', '# personen'),
        others: (count: number) => n(count, 'Dat is nu # ander.', 'Dat zijn nu # anderen.'),
        outward: {
            tafel: 'Uitkomsten blijven aan tafel.', vertrouwelijk: 'Uitkomsten zijn vertrouwelijk.',
            openbaar: 'Uitkomsten worden openbaar; bijdragen niet.',
        } satisfies Record<Openbaarheid, string>,
    },
    thread: {
        list: 'Onderwerpen', none: 'Er zijn nog geen onderwerpen.', empty: 'Nog geen bijdragen.',
        closed: 'Gesloten', new: 'Nieuw onderwerp', newTitle: 'Een onderwerp openen', newButton: 'Openen',
        name: 'Titel', explanation: 'Toelichting', place: 'Waar', plenary: 'Aan tafel, met iedereen', opened: 'Het onderwerp is geopend.',
        unread: (count: number) => n(count, '# ongelezen bijdrage', '# ongelezen bijdragen'),
        openedBy: (name: string) => `Geopend door ${name},`,
        goneTitle: 'Dit onderwerp is er niet', gone: 'Het bestaat niet, of u mag het niet lezen.',
        close: 'Onderwerp sluiten', closeExplain: 'Niemand kan er daarna nog bijdragen plaatsen.',
        reopen: 'Onderwerp heropenen', reopenExplain: 'Er kunnen weer bijdragen bij.',
        readsFrom: (at: string) => `U leest hier mee vanaf ${at}. Wat eerder is gezegd, staat in de verslagen.`,
        conclusion: 'Conclusie', firstUnread: 'Nieuw voor u', older: 'Eerdere bijdragen tonen',
        logLabel: 'Bijdragen', typing: (names: string, count: number) =>
            count === 1 ? `${names} schrijft…` : `${names} schrijven…`,
        below: (count: number) => n(count, '# nieuwe bijdrage', '# nieuwe bijdragen'),
    },
    post: {
        label: (name: string) => `Bijdrage van ${name}`, personal: 'Op persoonlijke titel',
        edited: 'bewerkt', reply: 'Citeren', more: 'Meer handelingen', withdraw: 'Intrekken',
        hide: 'Verbergen', show: 'Weer tonen', asKnelpunt: 'Melden als knelpunt', copyLink: 'Link kopiëren',
        linkCopied: 'De link staat op uw klembord.',
        replyTo: (name: string) => `In antwoord op ${name}`, replyToEarlier: 'In antwoord op iets eerders',
        hidden: 'Deze bijdrage is verborgen.', withdrawn: 'Deze bijdrage is ingetrokken.',
        editTitle: 'Bijdrage bewerken', editHint: 'Iedereen kan zien dat u iets veranderde, en wat er stond.',
        withdrawTitle: 'Bijdrage intrekken',
        withdrawExplain: 'De tekst verdwijnt voor iedereen. Er blijft staan dat u iets introk, en waarom.',
        hideTitle: 'Bijdrage verbergen',
        hideExplain: 'De tekst verdwijnt voor iedereen aan tafel. De schrijver krijgt bericht met uw reden.',
        showTitle: 'Bijdrage weer tonen', showExplain: 'Iedereen aan tafel kan de tekst weer lezen.',
        versions: 'Eerdere versies', version: (nr: number) => `Versie ${nr}`,
        versionsFailed: 'We kunnen de versies nu niet laden. Probeer het straks opnieuw.',
    },
    compose: {
        title: 'Uw bijdrage', text: 'Uw bijdrage',
        placeholder: (name: string) => `Schrijf een bijdrage namens ${name}…`,
        placeholderOwn: 'Schrijf een bijdrage…', send: 'Plaatsen', voice: 'U spreekt als', kind: 'Soort',
        ownRole: 'vanuit uw rol aan tafel',
        speaksFor: (name: string) => `U spreekt namens ${name}`,
        speaksAs: (roles: string) => `U spreekt als ${roles}`,
        personal: 'Op persoonlijke titel', personalHint: 'Dit bindt uw organisatie niet.',
        options: 'Meer keuzes', dropQuote: 'Citaat weghalen',
        almostFull: (left: number) => n(left, 'Nog # teken over.', 'Nog ongeveer # tekens over.'),
        tooLong: 'Uw tekst is te lang. Maak er twee bijdragen van.',
        keptDraft: 'Uw tekst is bewaard. Log opnieuw in om verder te gaan.',
        tafelNotOpen: 'De tafel is niet open. U kunt nu niets plaatsen.',
        threadClosed: 'Dit onderwerp is gesloten. U kunt alles nalezen.',
        seatEnded: (at: string) => `Uw zetel is ingetrokken. U kunt nalezen wat tot ${at} is gezegd.`,
        readOnly: 'U leest hier mee. U kunt niets plaatsen.',
    },
    pending: {
        title: 'Uw teksten die nog onderweg zijn', sending: 'Wordt geplaatst…',
        waiting: 'Wacht op verbinding. We plaatsen uw tekst zodra het kan, en maar één keer.',
        failed: 'Niet geplaatst.', retry: 'Opnieuw proberen', discard: 'Weggooien',
        toDraft: 'Terug naar het tekstvak',
        acts: 'Niet uitgevoerd', act: (what: string, at: string) => `${what} (${at})`,
    },
    recordedVia: (via: string, speaker: string) =>
        speaker ? `vastgelegd, ${via}, ${speaker} sprak` : `vastgelegd, ${via}`,
    recorded: {
        legend: 'Vastleggen voor een partij', for: 'Vastleggen voor', nobody: 'niemand, dit is van mijzelf', choose: 'kies een partij',
        speaker: 'Wie sprak', via: 'Hoe',
        explain: 'De partij krijgt bericht, en bevestigt of verbetert binnen de termijn.',
        when: 'Gezegd om', happened: (at: string) => `Gezegd ${at}.`,
        mark: 'Vastgelegd',
        by: (name: string, via: string, speaker: string) => speaker
            ? `door ${name} (${via}, ${speaker} sprak).` : `door ${name} (${via}).`,
        stand: {
            open: (name: string, at: string) => `${name} kan bevestigen of verbeteren, ${at}.`,
            bevestigd: (name: string) => `${name} heeft bevestigd.`,
            verbeterd: (name: string) => `${name} heeft verbeterd.`,
            stil: (name: string) => `${name} reageerde niet binnen de termijn: stilzwijgend bevestigd.`,
        } as Record<Bevestiging | 'stil', (name: string, at: string) => string>,
        confirm: 'Dit klopt', correct: 'Verbeteren', confirmed: 'Bevestigd.',
    },
    round: {
        list: 'Rondes', none: 'Er is nog geen ronde gepland.', name: (nr: number) => `Ronde ${nr}`,
        openen: 'Ronde openen', openenTitle: (nr: number) => `Ronde ${nr} openen`,
        openenExplain: 'De gesprekken beginnen en de partijen kunnen punten noteren.',
        rapporteurOf: (sector: string) => `Rapporteur ${sector}`, noRapporteur: 'nog niemand',
        sluiten: 'Ronde sluiten', sluitenTitle: (nr: number) => `Ronde ${nr} sluiten`,
        sluitenExplain: 'Er kunnen geen punten meer bij. Iedereen aan tafel kan de gesprekken dan lezen.',
    },
    talk: {
        point: 'Punt', newPoint: 'Punt noteren', editPoint: 'Punt bewerken',
        editNumber: (nr: number) => `Punt ${nr} bewerken`,
        pointHint: 'Eén gedachte, in een of twee zinnen. Een gesprek heeft hoogstens vijf punten.',
        noPoints: 'Nog geen punten.', rapporteur: (name: string) => `Rapporteur: ${name}`,
        unreadable: (sector: string) => `Alleen ${sector} leest dit gesprek, tot de ronde sluit.`,
        summary: 'Samenvatting', summarise: 'Samenvatten', provisional: 'Voorlopig',
        provisionalHint: 'Er kan nog iets veranderen.', waive: 'Ontheffen',
        waiveTitle: (sector: string) => `Gesprek ${sector} ontheffen`,
        waiveExplain: 'De tafel wacht niet langer op de samenvatting van dit gesprek.',
        waived: (name: string, why: string) => `Ontheven door ${name}: ${why}`,
    },
    synthese: {
        title: 'Synthese', nothing: 'Niets in dit vak.',
        from: (sectors: string[]) => `Uit ${list(sectors)}`,
        silent: (sectors: string[]) => `Niet gehoord: ${list(sectors)}.`,
        settled: (version: number, at: string) => `Bevestigd op ${at}, versie ${version}`,
        draft: 'In bewerking', draftExplain: 'Alleen voorzitter en secretaris zien dit.',
        sort: 'Punten ordenen', confirm: 'Synthese bevestigen',
        confirmExplain: 'Iedereen aan tafel ziet daarna deze synthese.',
        sortExplain: 'Zet elk punt in een vak. U kunt de tekst aanpassen; de bron blijft erbij staan.',
        unsorted: (count: number) => n(count, 'Nog # punt te plaatsen', 'Nog # punten te plaatsen'),
        place: (text: string, vak: string) => `Plaats “${text}” in ${vak}`,
        lines: 'De synthese', line: (nr: number) => `Regel ${nr}`, column: 'Vak', text: 'Tekst',
        addLine: 'Regel toevoegen', save: 'Opslaan als bewerking',
    },
    regie: {
        titleChair: 'Voorzitten', titleSecretary: 'Secretariaat',
        openen: 'Tafel openen', openenTitle: 'Deze tafel openen',
        openenExplain: 'Wie een zetel heeft, ziet de tafel en kan bijdragen.',
        opschorten: 'Opschorten', opschortenTitle: 'Deze tafel opschorten',
        opschortenExplain: 'Iedereen kan lezen. Niemand kan schrijven tot u de tafel hervat.',
        hervatten: 'Hervatten', hervattenTitle: 'Deze tafel hervatten',
        hervattenExplain: 'Iedereen kan weer bijdragen.',
        sluiten: 'Afsluiten', sluitenTitle: 'Deze tafel afsluiten',
        sluitenExplain: 'De tafel is daarna klaar. Iedereen kan haar nalezen; schrijven kan niet meer.',
        explanation: 'Toelichting', invite: 'Partij uitnodigen', inviteList: 'Lijst uitnodigen', inviteTitle: 'Een partij uitnodigen',
        inviteNone: 'Alle organisaties uit het register zijn al uitgenodigd.',
        organisation: 'Organisatie', partyRole: 'Rol aan tafel', side: 'Zijde',
        ownSide: (side: string) => `Haar eigen zijde: ${side}`,
        seat: 'Zetel toekennen', seatTitle: 'Iemand een zetel geven', person: 'Persoon',
        seatFor: 'Voor', seatForTable: 'de tafel zelf', roles: 'Rollen', seats: 'Zetels',
        take: 'Intrekken', takeTitle: (name: string) => `Zetel van ${name} intrekken`,
        takeExplain: 'Deze persoon leest en schrijft dan niet meer mee.',
        round: 'Ronde plannen', roundTitle: 'Een ronde plannen', roundKind: 'Soort',
        roundQuestion: 'De vraag van deze ronde', opens: 'Opent', closes: 'Sluit',
        conceptHint: 'Nodig partijen uit, plan een ronde, en open dan de tafel.',
    },
    help: {
        title: 'Sneltoetsen', key: 'Toets', does: 'Wat het doet',
        list: [
            ['?', 'Deze lijst tonen'], ['g', 'Naar mijn tafels'], ['b', 'Terug naar de tafel'],
            ['j', 'Naar de volgende bijdrage'], ['k', 'Naar de vorige bijdrage'],
            ['u', 'Naar de eerste nieuwe bijdrage'], ['e', 'Naar het einde'],
            ['n', 'Een bijdrage schrijven'], ['Ctrl Enter', 'De bijdrage plaatsen'],
            ['Esc', 'Een venster sluiten'],
        ] as [string, string][],
        enable: 'Sneltoetsen aan', enableHint: 'Zet ze uit als u met uw stem werkt.',
    },
    about: {
        title: 'Toegankelijkheid',
        lead: 'Iedereen moet aan tafel kunnen. We bouwen deze website volgens WCAG 2.2, niveau AA.',
        parts: [
            ['Wat we doen', 'Alles werkt met alleen een toetsenbord en met een schermlezer. Teksten zijn ' +
                'te vergroten tot 200 procent. De pagina’s passen op een scherm van 320 pixels breed. Bij ' +
                'elke wijziging controleren we de pagina’s automatisch.'],
            ['Nieuwe bijdragen', 'Nieuwe bijdragen worden voorgelezen zonder dat u uw plaats verliest. De ' +
                'pagina springt niet weg als u verder terug leest.'],
            ['Werkt er iets niet?', 'Vertel het de secretaris van uw tafel. U kunt altijd ook mondeling of ' +
                'op papier meedoen: de secretaris legt uw bijdrage dan voor u vast.'],
        ] as [string, string][],
    },
    berichten: {
        title: 'Berichten voor u', fresh: 'nieuw',
        about: {
            bijdrage_verborgen: 'Uw bijdrage is verborgen.',
            bijdrage_getoond: 'Uw bijdrage is weer te lezen.',
            vastgelegd: 'Er is iets voor uw organisatie vastgelegd.',
            uitgenodigd: 'Uw organisatie is uitgenodigd.', zetel: 'U hebt een zetel gekregen.',
            gevolgen_gevraagd: 'Verwacht uw organisatie gevolgen?',
            besluit_voorgelegd: 'Er ligt een besluit voor.', stemming_geopend: 'U kunt stemmen.',
            toezegging_gevraagd: 'Van uw organisatie wordt een toezegging gevraagd.',
            knelpunt_verstreken: 'De tijd om iets aan een knelpunt te doen is voorbij.',
            bijeenkomst_gepland: 'Een bijeenkomst is gepland of verzet.',
            bijeenkomst_afgelast: 'Een bijeenkomst gaat niet door.',
            besluitenlijst: 'De besluitenlijst van de bijeenkomst is er.',
            verslag_voorgelegd: 'U kunt reageren op een verslag.',
            actiepunt: 'Er is een actiepunt voor u.',
            instemming_gevraagd: 'Een collega vraagt uw instemming.',
        },
        came: (what: string) => `Bericht: ${what}`,
    },
    unknown: { title: 'Deze pagina is er niet', text: 'Controleer het adres, of ga naar uw tafels.' },
    errors: {
        sleutel_afgesloten: 'De verbinding viel weg voordat dit was uitgevoerd. Er is niets gebeurd. ' +
            'Probeer het opnieuw.',
    } as Record<string, string>,
    rol: (rol: string): string => ROLLEN[rol] ?? rol,
    tafelStatus: {
        concept: 'Concept', open: 'Open', opgeschort: 'Opgeschort', afgesloten: 'Afgesloten',
        gearchiveerd: 'Gearchiveerd',
    } satisfies Record<TafelStatus, string>,
    toeschrijving: {
        organisatie: 'de organisatie', persoon: 'de persoon en de organisatie',
        chatham: 'niet wie sprak (Chatham House)',
    } satisfies Record<Toeschrijving, string>,
    openbaarheid: {
        tafel: 'wie aan tafel zit', vertrouwelijk: 'vertrouwelijk', openbaar: 'iedereen',
    } satisfies Record<Openbaarheid, string>,
    zijde: {
        werknemers: 'Werknemers', werkgevers: 'Werkgevers', fonds: 'Fondsen',
        onafhankelijk: 'Onafhankelijk',
    } satisfies Record<Zijde, string>,
    deelnameStatus: {
        uitgenodigd: 'uitgenodigd', toegetreden: 'doet mee', opgeschort: 'deelname opgeschort',
        uitgetreden: 'uitgetreden',
    } satisfies Record<DeelnameStatus, string>,
    deelnameRol: {
        stemhebbend: 'stemhebbend', adviserend: 'adviserend', toehorend: 'toehorend',
    } satisfies Record<DeelnameRol, string>,
    rondeSoort: {
        sector: 'per sector', bovensectoraal: 'over sectoren heen', schriftelijk: 'schriftelijk',
        terugblik: 'terugblik',
    } satisfies Record<RondeSoort, string>,
    rondeStatus: {
        gepland: 'Gepland', open: 'Open', gesloten: 'Gesloten',
        voorlopig_samengevat: 'Voorlopig samengevat', samengevat: 'Samengevat',
    } satisfies Record<RondeStatus, string>,
    gesprekStatus: {
        gepland: 'Gepland', open: 'Open', voorlopig_samengevat: 'Voorlopig samengevat',
        samengevat: 'Samengevat', ontheven: 'Ontheven',
    } satisfies Record<GesprekStatus, string>,
    soort: {
        bijdrage: 'Bijdrage', knelpunt: 'Knelpunt', vraag: 'Vraag', voorstel: 'Voorstel', feit: 'Feit',
        zorg: 'Zorg',
    } satisfies Record<BijdrageSoort, string>,
    vak: { gedeeld: 'Gedeeld', spanning: 'Spanning', open: 'Open' } satisfies Record<Vak, string>,
    via: {
        mondeling: 'mondeling', schriftelijk: 'schriftelijk', telefonisch: 'telefonisch',
        papier: 'op papier',
    } satisfies Record<Via, string>,
};

export type Sentences = typeof nl;
