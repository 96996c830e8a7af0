// Sentences about keuzevragen, gevolgen, standpunten, besluiten and stemmingen, in plain Dutch (B1).

import type {
    BesluitSoort, BesluitStatus, Effect, GevolgStatus, Grond, GroepsUitslag, KeuzevraagStatus, Methode,
    StandpuntWaarde, StemKeuze, Uitkomst,
} from '../gen/protocol';
import { list, plural } from './format';

const n = (count: number, one: string, other: string) => plural('nl', count, one, other);

const BREUKEN: Record<string, string> = {
    '1/2': 'de helft', '1/3': 'een derde', '2/3': 'twee derde', '1/4': 'een kwart', '3/4': 'drie kwart',
};

export const nlKeuzes = {
    keuze: {
        list: 'Keuzes', none: 'Er is nog geen keuzevraag ingebracht.',
        name: (nr: number) => `Keuzevraag ${nr}`, explanation: 'Toelichting', options: 'Opties',
        option: (nr: number) => nr === 0 ? 'Niets doen' : `Optie ${nr}`,
        goneTitle: 'Deze keuzevraag is er niet', gone: 'Ze bestaat niet, of u mag haar niet lezen.',
        by: (name: string) => `Ingebracht door ${name},`,
        about: (nr: number) => `Over knelpunt ${nr}`,
        withdrawn: (why: string) => `Ingetrokken: ${why}`,
        asked: 'Van u gevraagd', askedNothing: 'Nu wordt niets van u gevraagd.',
        recorded: 'De secretaris legde dit voor u vast. Klopt het niet? Geef dan zelf antwoord.',
        askedGevolgen: 'Gevolgen noemen', askedStandpunt: 'Standpunt innemen', askedStem: 'Stemmen',
        inbrengen: 'Keuzevraag inbrengen', inbrengenTitle: 'Een keuzevraag inbrengen',
        vraag: 'De vraag', vraagHint: 'Eén vraag, waarop de tafel kan kiezen.',
        nietsDoen: 'Wat gebeurt er als de tafel niets doet?',
        nietsDoenHint: 'Niets doen is altijd een van de opties.',
        opties: 'De andere opties', optiesHint: 'Elke regel is een optie. Hoogstens twintig.',
        vragen: 'Gevolgen vragen', vragenTitle: 'Partijen naar de gevolgen vragen',
        vragenExplain: 'Elke partij aan tafel krijgt bericht, en zegt per optie of zij gevolgen verwacht.',
        vragenVoor: 'Antwoord tot en met',
        besluitrijp: 'Besluitrijp maken', besluitrijpTitle: 'Deze keuzevraag besluitrijp maken',
        besluitrijpExplain: 'Daarmee zegt u dat de tafel genoeg weet om te besluiten.',
        herzien: 'Tekst herzien', earlierText: '(over een eerdere tekst)',
        intrekken: 'Keuzevraag intrekken', intrekkenExplain: 'De vraag blijft te lezen, met uw reden.',
        voting: 'U stemt bij het besluit hieronder.', toVote: 'Naar de stemming',
    },
    gevolg: {
        title: 'Gevolgen', none: 'Naar de gevolgen is nog niet gevraagd.',
        term: (until: string) => `Antwoord gevraagd ${until}.`,
        termPast: 'De termijn voor antwoorden is voorbij.',
        formFor: (name: string) => `Verwacht ${name} gevolgen?`,
        changed: 'U hebt geantwoord. U kunt uw antwoord nog veranderen.', change: 'Antwoord veranderen',
        formOption: (option: string, sector: string) => `${option}, voor ${sector}`,
        no: 'Nee', yes: 'Ja, namelijk…', noEverywhere: 'Overal nee', what: 'Welke gevolgen?',
        effect: 'Wat doet dit in de sector?', noEffect: 'geen keuze', send: 'Antwoord versturen', sent: 'Uw antwoord is verstuurd.',
        caption: (nr: number, option: string) => `Optie ${nr}: ${option}`, sector: 'Sector',
        saysNo: 'nee, geen gevolgen', saysYes: 'ja', notAsked: 'Niet gevraagd',
        passed: (name: string, why: string) => `Gepasseerd door ${name}: ${why}`,
        passeren: 'Passeren', passerenTitle: (cell: string) => `Doorgaan zonder antwoord van ${cell}`,
        passerenExplain: 'Uw naam en reden komen bij dit gevolg te staan.',
        record: 'Antwoord vastleggen voor een partij',
    },
    standpunt: {
        title: 'Standpunten', none: 'Nog geen partij nam een standpunt in.',
        formFor: (name: string) => `Wat vindt ${name}?`, choose: 'Standpunt',
        given: 'U hebt een standpunt ingenomen. U kunt het nog veranderen.', change: 'Standpunt veranderen',
        text: 'Toelichting', textMits: 'Onder welke voorwaarde?', textNiet: 'Waarom niet?',
        option: 'Over welke optie', noOption: 'de vraag als geheel', ground: 'Waarom doet u niet mee?',
        send: 'Standpunt versturen', sent: 'Uw standpunt is verstuurd.', silent: 'Nog geen standpunt',
        record: 'Standpunt vastleggen voor een partij',
        about: (option: string) => `over “${option}”`,
    },
    besluit: {
        replaces: 'Komt in de plaats van', replacesNone: 'geen eerder besluit',
        replacedBy: 'Dit besluit is vervangen door',
        list: 'Besluiten', none: 'Er is nog geen besluit.', noneHere: 'Over deze vraag ligt nog geen besluit voor.',
        goneTitle: 'Dit besluit is er niet', gone: 'Het bestaat niet, of u mag het niet lezen.',
        motivering: 'Motivering', about: (nr: number) => `Bij keuzevraag ${nr}`, draft: 'Concept',
        draftExplain: 'Alleen voorzitter en secretaris zien dit concept.',
        chosen: (option: string) => `Gekozen optie: ${option}.`,
        presented: 'Dit voorstel ligt nu voor. De voorzitter kan het besluit vaststellen, tenzij een partij ' +
            'om een stemming vraagt.',
        presentedUntil: (until: string) => `Dit voorstel ligt voor. Partijen kunnen ${until} om een stemming ` +
            'vragen. Vraagt niemand daarom, dan kan de voorzitter concluderen.',
        presentedPast: 'De termijn is voorbij. De voorzitter kan nu concluderen.',
        voting: 'De partijen stemmen nu over dit voorstel.',
        polling: 'De partijen worden gepeild. De peiling beslist niets.',
        blocked: 'Er is geen consent: een partij heeft een overwegend bezwaar.',
        consented: 'De tafel heeft dit besluit aangenomen: geen partij had een overwegend bezwaar.',
        held: (until: string) => `Aangehouden: de tafel stelt dit besluit uit, ${until}.`,
        heldOpen: 'Aangehouden: de tafel stelt dit besluit uit.', agenda: 'Dit voorstel staat op de agenda.',
        outcome: {
            aangenomen: 'De tafel heeft dit besluit aangenomen.',
            verworpen: 'De tafel heeft dit voorstel verworpen.',
            verdeeld: 'De tafel is verdeeld. De standpunten staan naast elkaar.',
            aangehouden: 'De tafel stelt dit besluit uit.',
            niet_tot_stand_gekomen: 'Er is geen besluit: te weinig partijen waren aanwezig.',
            ingetrokken: 'Dit voorstel is ingetrokken.',
            onder_voorbehoud: 'Aangenomen, als elke achterban instemt.',
        } satisfies Record<Uitkomst, string>,
        notReached: 'Er is geen besluit tot stand gekomen.',
        samenvatting: 'Wat betekent dit voor mijn sector?', evalueerOp: 'Wanneer kijkt de tafel terug?',
        concludedBy: (name: string, at: string) => `Door ${name}, ${at}.`, concludedOn: (at: string) => `Op ${at}.`,
        stemmingGevraagd: (names: string[]) => `${list(names)} vroeg om een stemming. ` +
            'De voorzitter kan daarom niet zonder stemming concluderen.',
        vraagStemming: 'Vraag een stemming', vraagStemmingTitle: 'Om een stemming vragen',
        vraagStemmingExplain: 'De voorzitter kan het besluit dan niet aannemen zonder dat er gestemd is.',
        vroegStemming: 'Verzoek om stemming vastleggen',
        vroegStemmingExplain: 'Vroeg een partij in de vergadering om een stemming? Leg dat hier vast.',
        opstellen: 'Besluit opstellen', opstellenTitle: 'Een besluit opstellen', herzien: 'Concept bewerken',
        kind: 'Soort', name: 'Titel', text: 'Tekst van het besluit', option: 'Gekozen optie', noOption: 'geen',
        save: 'Concept opslaan',
        voorleggen: 'Voorleggen', voorleggenTitle: 'Dit besluit voorleggen aan de tafel',
        voorleggenExplain: 'Iedereen aan tafel ziet het voorstel. De tekst ligt dan vast.',
        how: 'Hoe', now: 'Nu, in de vergadering', written: 'Schriftelijk, met een termijn',
        until: 'Reageren tot en met',
        concluderen: 'Concluderen', concluderenTitle: 'Concluderen zonder stemming', what: 'Wat concludeert u?',
        concluderenExplain: 'Uw conclusie geldt als uitkomst en is niet terug te draaien.',
        happened: 'Wanneer gebeurde dit?',
        aanhouden: 'Aanhouden', aanhoudenTitle: 'Dit besluit aanhouden', aanhoudenTot: 'Aanhouden tot en met',
        intrekken: 'Besluit intrekken', intrekkenExplain: 'Het voorstel blijft te lezen, met uw reden.',
    },
    stemming: {
        choose: 'Uw stem',
        title: 'Stemming', number: (nr: number) => `Stemming ${nr}`,
        explain: {
            eenvoudig: 'Alle stemmen tellen samen.', gekwalificeerd: 'Alle stemmen tellen samen.',
            dubbele_meerderheid: 'Werknemers en werkgevers tellen apart. Beide zijden moeten het halen.',
            consent: 'Aangenomen als geen partij een overwegend bezwaar heeft.',
            peiling: 'Alleen tellen wat partijen vinden. Er komt geen besluit uit.',
        } satisfies Record<Methode, string>,
        threshold: (share: string, strict: boolean) => strict
            ? `Nodig: meer dan ${share} van de stemmen voor en tegen.`
            : `Nodig: ten minste ${share} van de stemmen voor en tegen.`,
        quorum: (share: string) => `Ten minste ${share} van de partijen moet een stem uitbrengen.`,
        weighted: 'Stemmen tellen naar gewicht.', sectors: 'Elke geraakte sector moet gehoord zijn.',
        breuk: (teller: number, noemer: number): string =>
            BREUKEN[`${teller}/${noemer}`] ?? `${teller}/${noemer}`,
        who: (count: number) => n(count, 'Wie stemt: # partij', 'Wie stemmen: # partijen'),
        cast: (done: number, all: number) => `${done} van ${n(all, '# partij heeft', '# partijen hebben')} gestemd.`,
        sofar: (count: Readonly<Record<StemKeuze, number>>) =>
            `Tot nu toe: ${count.voor} voor, ${count.tegen} tegen, ${n(count.onthouding, '# onthouding', '# onthoudingen')}` +
            `${count.neemt_niet_deel ? `, ${count.neemt_niet_deel} doet niet mee` : ''}.`,
        hiddenCount: 'Hoe partijen stemmen, is te zien als de stemming gesloten is.', notYet: 'nog niet gestemd', didNot: 'niet gestemd',
        formFor: (name: string) => `Stem van ${name}`, given: (choice: string) => `Uw stem: ${choice}. U kunt ` +
            'opnieuw stemmen zolang de stemming open is.',
        change: 'Opnieuw stemmen', statement: 'Stemverklaring', send: 'Stem uitbrengen', sent: 'Uw stem is uitgebracht.',
        record: 'Stem vastleggen voor een partij',
        result: 'Uitslag',
        groep: { werknemers: 'Werknemers', werkgevers: 'Werkgevers', allen: 'Alle partijen' } satisfies
            Record<GroepsUitslag['groep'], string>,
        line: (u: GroepsUitslag) => `${u.aanwezig} van ${u.kiezers} aanwezig, ${u.voor} voor, ${u.tegen} tegen` +
            `${u.onthouding ? `, ${n(u.onthouding, '# onthouding', '# onthoudingen')}` : ''}` +
            `${u.neemtNietDeel ? `, ${u.neemtNietDeel} neemt niet deel` : ''}`,
        weights: (voor: string, tegen: string) => `, gewicht ${voor} tegen ${tegen}`,
        reached: 'gehaald', notReached: 'niet gehaald', tooFew: 'te weinig partijen aanwezig',
        unheard: (sectors: string[]) => `Niet gehoord: ${list(sectors)}.`,
        opened: (name: string, at: string) => `Geopend door ${name} op ${at}.`,
        closed: (name: string, at: string) => `Gesloten door ${name} op ${at}.`,
        aborted: (name: string, why: string) => `Afgebroken door ${name}: ${why}. Geen stem telt.`,
        openen: 'Stemming openen', openenTitle: 'Een stemming openen', method: 'Hoe telt de stemming?',
        openenExplain: 'Wie mag stemmen en hoe geteld wordt, ligt daarna vast.', more: 'Meer instellingen',
        drempel: 'Drempel', standard: 'de gewone regel', over: (share: string) => `meer dan ${share}`,
        least: (share: string) => `ten minste ${share}`, quorumField: 'Hoeveel partijen ten minste stemmen',
        noQuorum: 'geen minimum', hide: 'Stemmen pas tonen na de sluiting',
        koepel: (side: string) => `${side} bevestigt: een koepel en haar lid mogen beide stemmen`,
        sluiten: 'Stemming sluiten', sluitenTitle: 'De stemming sluiten',
        sluitenExplain: (done: number, all: number) => `${done} van ${all} partijen hebben gestemd. De uitslag ` +
            'volgt meteen en staat vast.',
        sluitenHidden: 'De uitslag volgt meteen en staat vast.',
        afbreken: 'Stemming afbreken', afbrekenExplain: 'Geen stem telt. Het besluit ligt weer voor.',
    },
    keuzeStatus: {
        ingebracht: 'Ingebracht', gevolgen_gevraagd: 'Gevolgen gevraagd', besluitrijp: 'Besluitrijp',
        besloten: 'Besloten', ingetrokken: 'Ingetrokken',
    } satisfies Record<KeuzevraagStatus, string>,
    gevolgStatus: {
        gevraagd: 'Nog geen antwoord', opgetekend: 'Beantwoord', afgestemd: 'Partijen zijn het eens',
        verschil_van_inzicht: 'Partijen verschillen van inzicht', niet_beantwoord: 'Niet beantwoord',
        te_herbevestigen: 'Tekst gewijzigd: geldt dit nog?',
    } satisfies Record<GevolgStatus, string>,
    effect: {
        verlicht: 'verlicht', knelt: 'knelt', gemengd: 'gemengd', onbekend: 'nog onbekend',
    } satisfies Record<Effect, string>,
    waarde: {
        akkoord: 'Akkoord', akkoord_mits: 'Akkoord, mits', niet_akkoord: 'Niet akkoord',
        neemt_niet_deel: 'Neemt niet deel',
    } satisfies Record<StandpuntWaarde, string>,
    grond: {
        geen_mandaat: 'geen mandaat', principieel: 'om principiële redenen',
        betrokken_belang: 'zelf belang bij de uitkomst',
    } satisfies Record<Grond, string>,
    besluitSoort: {
        conclusie: 'Conclusie', advies: 'Advies', afspraak: 'Afspraak', procesafspraak: 'Procesafspraak',
    } satisfies Record<BesluitSoort, string>,
    besluitStatus: {
        concept: 'Concept', geagendeerd: 'Op de agenda', conclusie_voorgelegd: 'Ligt voor',
        stemming: 'In stemming', onder_voorbehoud: 'Onder voorbehoud', uitkomst: 'Afgerond',
    } satisfies Record<BesluitStatus, string>,
    uitkomst: {
        aangenomen: 'Aangenomen', verworpen: 'Verworpen', verdeeld: 'Verdeeld', aangehouden: 'Aangehouden',
        niet_tot_stand_gekomen: 'Niet tot stand gekomen', ingetrokken: 'Ingetrokken',
        onder_voorbehoud: 'Onder voorbehoud',
    } satisfies Record<Uitkomst, string>,
    methode: {
        eenvoudig: 'Eenvoudige meerderheid', gekwalificeerd: 'Gekwalificeerde meerderheid',
        dubbele_meerderheid: 'Dubbele meerderheid', consent: 'Consent', peiling: 'Peiling',
    } satisfies Record<Methode, string>,
    stem: {
        voor: 'Voor', tegen: 'Tegen', onthouding: 'Onthouding', neemt_niet_deel: 'Neemt niet deel',
    } satisfies Record<StemKeuze, string>,
};

export type KeuzeSentences = typeof nlKeuzes;
