// Sentences about consent, peiling and volmacht, in plain Dutch (B1).

import type { Methode, StemKeuze, VolmachtStatus } from '../gen/protocol';
import { plural } from './format';

const kort: Record<Methode, string> = {
    dubbele_meerderheid: 'Dubbele meerderheid: beide zijden moeten het halen.',
    eenvoudig: 'Eenvoudige meerderheid: meer dan de helft van alle stemmen.',
    gekwalificeerd: 'Gekwalificeerde meerderheid: ten minste twee derde van alle stemmen.',
    consent: 'Consent: aangenomen als geen partij een overwegend bezwaar heeft.',
    peiling: 'Peiling: alleen tellen wat partijen vinden. Er komt geen besluit uit.',
};
const consent: Record<StemKeuze, string> = {
    voor: 'Geen overwegend bezwaar', tegen: 'Tegen', onthouding: 'Onthouding',
    neemt_niet_deel: 'Neemt niet deel',
};
const status: Record<VolmachtStatus, string> = {
    gegeven: 'geldt', ingetrokken: 'ingetrokken', vervallen: 'vervallen',
};

export const nlStemwijze = {
    stemwijze: {
        kort, consent, others: 'Andere manieren',
        means: {
            consent: 'U zegt of uw organisatie hiermee verder kan. Kan dat niet? Dien dan bij de ' +
                'keuzevraag een overwegend bezwaar in, met uw reden.',
            peiling: 'U zegt wat uw organisatie er nu van vindt. Deze peiling beslist niets.',
        },
        toObject: 'Overwegend bezwaar indienen',
        polling: 'De partijen worden gepeild. De peiling beslist niets.',
        noObjection: 'Er stond geen overwegend bezwaar.',
        objections: (n: number) =>
            plural('nl', n, 'Er stond # overwegend bezwaar:', 'Er stonden # overwegende bezwaren:'),
        standing: (n: number) =>
            plural('nl', n, 'Nu staat # overwegend bezwaar.', 'Nu staan # overwegende bezwaren.'),
        line: (aanwezig: number, kiezers: number, voor: number) =>
            `${aanwezig} van ${kiezers} aanwezig, ${voor} zonder overwegend bezwaar`,
        pollExplain: (done: number, all: number) =>
            `${done} van ${all} partijen hebben geantwoord. Er komt geen besluit: het voorstel ligt daarna weer voor.`,
    },
    volmacht: {
        title: 'Volmachten', give: 'Volmacht geven', giveTitle: 'Een andere partij laten stemmen',
        explain: 'Die partij stemt dan voor u over dit besluit. U kunt nog zelf stemmen: dat gaat voor. ' +
            'Een partij stemt voor hoogstens een andere.',
        to: 'Aan welke partij?', choose: 'Kies een partij',
        record: 'Volmacht vastleggen voor een partij', recordNote: 'Alleen wat op schrift staat.',
        gave: (gever: string, wie: string) => `${wie} mag stemmen voor ${gever}`,
        status, back: 'Volmacht intrekken', backOf: (gever: string) => `Volmacht van ${gever} intrekken`,
        backExplain: (wie: string) => `${wie} kan dan niet meer voor u stemmen.`,
        castFor: (gever: string) => `Stem voor ${gever} (volmacht)`,
        by: (wie: string) => `met volmacht, door ${wie}`,
        given: (choice: string) => `U stemde voor deze partij: ${choice}.`,
        spokeItself: 'Deze partij stemde zelf. Uw volmacht is nu niet nodig.',
    },
};

export type StemwijzeSentences = typeof nlStemwijze;
