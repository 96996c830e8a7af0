// Sentences about what comes with a besluit: ruggespraak, aantekeningen, ondertekeningen and
// evaluaties, and about the oplegnotitie, in plain Dutch (B1).

import type { AchterbanUitkomst, EvaluatieOordeel, Strekking } from '../gen/protocol';
import type { Rejection } from '../state/ruggespraak';
import { list, plural } from './format';

const n = (count: number, one: string, other: string) => plural('nl', count, one, other);

const strekking: Record<Strekking, string> = {
    positief: 'met een positief advies', neutraal: 'zonder advies', negatief: 'met een negatief advies',
};
const uitkomst: Record<AchterbanUitkomst, string> = { instemming: 'Instemming', afwijzing: 'Afwijzing' };
const oordeel: Record<EvaluatieOordeel, string> = {
    werkt: 'Werkt', werkt_deels: 'Werkt deels', werkt_niet: 'Werkt niet',
};
/** What a rejection does, for `who`: the reader's own organisation, or the party it is recorded for. */
const rejection: Record<Rejection, (who: string) => string> = {
    vooraf: (who) => `De tafel heeft nog niet besloten. Het antwoord houdt het besluit niet tegen: ${who} neemt het mee in haar eigen woord en stem.`,
    stemming: (who) => `Bij een afwijzing vraagt ${who} om een stemming. Het besluit is dan nog niet aangenomen.`,
    tegen: (who) => `Bij een afwijzing telt de stem van ${who} als tegen. De stemmen worden dan opnieuw geteld.`,
    zonder: (who) => `Over dit besluit stemt ${who} niet mee. Een afwijzing komt erbij te staan, maar verandert de uitkomst niet.`,
};

export const nlRuggespraak = {
    ruggespraak: {
        list: 'Ruggespraak',
        waiting: (names: string[], until: string) => `Aangenomen onder voorbehoud. De tafel wacht nog op de ` +
            `achterban van ${list(names)}, ${until}. Komt er geen antwoord, dan wordt het besluit aangehouden.`,
        strekking, uitkomst, rejection, own: 'uw organisatie',
        asks: (orgaan: string) => `Legt het voor aan: ${orgaan}`,
        noStrekking: 'niet genoemd', waits: 'Wacht op antwoord', late: 'Geen antwoord op tijd',
        term: (until: string) => `Antwoord ${until}`,
        left: (days: number) => days > 0 ? n(days, 'nog # dag', 'nog # dagen') : 'vandaag is de laatste dag',
        answered: (when: string) => `Antwoord van ${when}`,
        held: (when: string) => `besproken op ${when}`,
        melden: 'Wij moeten terug naar onze achterban', again: 'Orgaan of termijn veranderen',
        meldenExplain: 'Iedereen aan tafel ziet op wie wordt gewacht, en tot wanneer. Neemt de tafel het besluit eerder aan, ' +
            'dan geldt het onder voorbehoud van dit antwoord.',
        orgaan: 'Aan wie legt u het voor?', orgaanHint: 'Bijvoorbeeld: ledenparlement, bestuur, ledenraadpleging.',
        termijn: 'Antwoord uiterlijk op', strekkingField: 'Met welk advies?',
        record: 'Ruggespraak vastleggen voor een partij',
        answer: 'Antwoord van de achterban', answerAgain: 'Antwoord veranderen',
        answerTitle: (name: string) => `Antwoord van de achterban van ${name}`,
        answerChoose: 'Wat zegt de achterban?', answerWhy: 'Toelichting', heldOn: 'Besproken op',
        send: 'Antwoord versturen', sent: 'Het antwoord is verstuurd.',
        recordAnswer: 'Antwoord vastleggen',
        atClose: 'Uitslag bij de sluiting', recount: 'Uitslag na ruggespraak',
        ownWaits: (left: string) => `Uw achterban antwoordt nog: ${left}`, ownLate: 'Uw achterban antwoordde niet op tijd',
    },
    aantekening: {
        list: 'Aantekeningen', plaatsen: 'Aantekening laten opnemen', change: 'Aantekening veranderen',
        title: (name: string) => `Aantekening van ${name}`, recordTitle: 'Een aantekening van een partij vastleggen',
        explain: 'De aantekening blijft bij het besluit staan. Het besluit verandert er niet door. ' +
            'Het kan tot 7 dagen na de uitkomst.',
        text: 'Wat wilt u laten aantekenen?', record: 'Aantekening vastleggen voor een partij',
    },
    ondertekening: {
        list: 'Ondertekening',
        explain: 'Aangenomen is nog niet ondertekend. Wie ondertekent, bindt zijn organisatie. Later ondertekenen kan.',
        none: 'Nog geen partij ondertekende.', signed: (name: string, when: string) => `${name}, ${when}`,
        notYet: 'Nog niet ondertekend',
        zetten: (name: string) => `Ondertekenen namens ${name}`, confirm: 'Onderteken',
        confirmExplain: (titel: string) => `U bindt uw organisatie aan “${titel}”. Uw naam en de datum komen erbij ` +
            'te staan. U kunt een handtekening hier niet terugnemen.',
        record: 'Handtekening vastleggen voor een partij',
        recordExplain: 'Alleen een handtekening op papier of per brief of mail. Niemand ondertekent mondeling.',
        recordNote: 'De partij krijgt bericht.',
    },
    evaluatie: {
        list: 'Wat kwam ervan terecht?', oordeel,
        next: (when: string) => `De tafel kijkt hier weer naar op ${when}.`,
        lateSentence: (when: string) => `De tafel zou hier weer naar kijken op ${when}.`,
        late: 'Evaluatie te laat', none: 'Er is nog niet teruggekeken.',
        evalueren: 'Evaluatie vastleggen', title: 'Wat kwam er van dit besluit terecht?',
        choose: 'Oordeel van de tafel', story: 'Het verhaal erbij',
        storyHint: 'Wat is er gebeurd, en wat betekent dat? Een oordeel zonder verhaal zegt weinig.',
        again: 'Wanneer kijkt de tafel weer?',
        lateLine: (when: string) => `De tafel zou terugkijken op ${when}`,
    },
    oplegnotitie: {
        link: 'Oplegnotitie voor uw leden', title: 'Oplegnotitie', print: 'Afdrukken', back: 'Terug naar het besluit',
        forMembers: (name: string) => `Voor de leden van ${name}`, forAll: 'Voor de leden van de partijen aan tafel',
        decided: 'Wat wordt er besloten?', wasDecided: 'Wat is er besloten?', sector: 'Wat betekent dit voor mijn sector?',
        question: 'De vraag aan tafel', options: 'Wat zijn de opties?', chosen: 'voorgesteld',
        can: 'Wat kunt u als achterban zeggen?',
        agree: 'Instemming: uw organisatie kan zich aan het besluit binden.',
        reject: {
            vooraf: 'Afwijzing: uw organisatie neemt dat mee naar tafel. Zij kan om een stemming vragen of tegen stemmen. ' +
                'Wijst u af nadat de tafel besloot, dan vraagt zij alsnog om een stemming, of telt haar stem als tegen.',
            stemming: 'Afwijzing: uw organisatie vraagt om een stemming. Het besluit is dan nog niet aangenomen.',
            tegen: 'Afwijzing: de stem van uw organisatie telt als tegen. De stemmen worden opnieuw geteld.',
            zonder: 'Afwijzing: die komt bij het besluit te staan. Uw organisatie stemt niet mee.',
        } satisfies Record<Rejection, string>,
        silent: 'Geen antwoord binnen de termijn: uw zwijgen telt niet als instemming. Wacht de tafel op u, dan wordt het besluit aangehouden.',
        note: 'Daarnaast kan een stemhebbende partij een aantekening laten opnemen, tot 7 dagen na de uitkomst.',
        gevolgen: (sectors: string[]) => sectors.length > 0 ? `Gevolgen voor ${list(sectors)}` : 'Gevolgen per sector',
        noGevolgen: 'Hierover zijn nog geen gevolgen bekend.',
        standpunten: 'Standpunten van de partijen', noStandpunten: 'Nog geen partij nam een standpunt in.',
        term: 'Termijn', answerBy: (orgaan: string, until: string) => `${orgaan} antwoordt ${until}.`,
        reactBy: (until: string) => `De tafel vraagt een reactie ${until}.`,
        noTerm: 'Er is nog geen termijn afgesproken.', stand: 'Stand nu', made: (when: string) => `Stand van ${when}`,
    },
};

export type RuggespraakSentences = typeof nlRuggespraak;
