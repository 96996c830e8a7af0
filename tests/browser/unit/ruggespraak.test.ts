import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Achterban, Besluit, Deelname, Stemming } from '../../../src/browser/src/gen/protocol';
import {
    lookIsLate, mayAnswer, mayConsult, mayNote, maySign, nextLook, ownUnanswered, rejectionMeans, takesNotes, unsigned,
    waitedFor,
} from '../../../src/browser/src/state/ruggespraak';
import { EMPTY_ROWS, type TafelState } from '../../../src/browser/src/state/tafel';

const AT = '2026-02-03T13:00:00.000000Z';
const from = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const party = (id: string, more: Partial<Deelname> = {}): Deelname => ({ id: `1${id}`, tafel: '1', organisatie: id,
    rol: 'stemhebbend', zijde: 'werknemers', gewicht: 1, sectoren: ['1'], status: 'toegetreden', sinds: AT, ...more });
const besluit = (more: Partial<Besluit> = {}): Besluit => ({ id: '6', tafel: '1', kenmerk: 'B-2026-006', soort: 'conclusie',
    titel: 'T', tekst: 'T', versie: 1, status: 'onder_voorbehoud', uitkomst: 'onder_voorbehoud', uitkomstOp: from(-1), op: AT, ...more });
const asked = (id: string, more: Partial<Achterban> = {}): Achterban => ({ id, besluit: '6', organisatie: '5', orgaan: 'Leden',
    termijn: from(5), persoon: '7', via: 'platform', op: AT, ...more });

function state(more: Partial<TafelState> = {}): TafelState {
    return {
        id: '1', epoch: 'e', laatsteBezoek: null, draden: {}, ouder: new Set(), leesstanden: {},
        ik: { persoon: '7', rollen: ['vertegenwoordiger', 'ondertekenaar'], namens: [
            { id: '3', persoon: '7', organisatie: '5', functie: 'Bestuurder', magOndertekenen: true, van: AT }] },
        stromen: { 'tafel:1': { seq: 1, schrijven: true } },
        ...EMPTY_ROWS,
        tafels: [{ id: '1', kenmerk: 'TT-2026-001', titel: 'T', vraag: 'V?', toeschrijving: 'organisatie',
            openbaarheid: 'tafel', status: 'open', aangemaaktOp: AT }],
        deelnames: [party('5'), party('8')], besluiten: [besluit()], achterbannen: [asked('1')],
        ...more,
    };
}

test('the table waits for who has not answered, within its own term, and has not left', () => {
    assert.equal(waitedFor(state(), '6').length, 1);
    assert.equal(waitedFor(state({ achterbannen: [asked('1', { termijn: from(-1) })] }), '6').length, 0);
    assert.equal(waitedFor(state({ achterbannen: [asked('1', { uitkomst: 'instemming' })] }), '6').length, 0);
    assert.equal(waitedFor(state({ deelnames: [party('5', { status: 'uitgetreden' })] }), '6').length, 0);
    assert.equal(waitedFor(state({ deelnames: [party('5', { status: 'opgeschort' })] }), '6').length, 1);
});

test('a party says that it goes back to its members before the outcome, and not after it', () => {
    assert.equal(mayConsult(state(), besluit()).length, 0);
    const before = besluit({ status: 'stemming', uitkomst: undefined });
    assert.equal(mayConsult(state(), before).length, 1);
    assert.equal(mayConsult(state({ achterbannen: [asked('1', { uitkomst: 'instemming' })] }), before).length, 0);
});

test('only who may bind the party answers for its members, as long as the decision is open', () => {
    assert.equal(mayAnswer(state(), asked('1'))?.namens.id, '3');
    assert.equal(mayAnswer(state(), asked('1', { organisatie: '8' })), undefined);
    assert.equal(mayAnswer(state({ ik: { ...state().ik, rollen: ['vertegenwoordiger'] } }), asked('1')), undefined);
    const mandate = { ...state().ik.namens[0]!, magOndertekenen: false };
    assert.equal(mayAnswer(state({ ik: { ...state().ik, namens: [mandate] } }), asked('1')), undefined);
    assert.equal(mayAnswer(state({ besluiten: [besluit({ status: 'uitkomst' })] }), asked('1')), undefined);
    assert.deepEqual(ownUnanswered(state()).map((a) => a.id), ['1']);
    assert.deepEqual(ownUnanswered(state({ besluiten: [besluit({ status: 'uitkomst' })] })), []);
});

test('what a rejection does depends on how it was decided, and by whom', () => {
    const vote = { id: '2', besluit: '6', status: 'gesloten', kiezers: [{ organisatie: '5', zijde: 'werknemers', gewicht: 1 }] };
    const voted = state({ stemmingen: [vote as unknown as Stemming] });
    assert.equal(rejectionMeans(state(), besluit({ status: 'stemming' }), '5'), 'vooraf');
    assert.equal(rejectionMeans(state(), besluit(), '5'), 'stemming');
    assert.equal(rejectionMeans(state({ deelnames: [party('5', { rol: 'adviserend' })] }), besluit(), '5'), 'zonder');
    assert.equal(rejectionMeans(voted, besluit(), '5'), 'tegen');
    assert.equal(rejectionMeans(voted, besluit(), '8'), 'zonder');
});

test('notes are taken from when it was put until seven days after the outcome', () => {
    const done = (days: number, uitkomst: Besluit['uitkomst'] = 'aangenomen') =>
        takesNotes(besluit({ status: 'uitkomst', uitkomst, uitkomstOp: from(-days) }));
    assert.deepEqual([done(6), done(8), done(1, 'ingetrokken')], [true, false, false]);
    assert.ok(!takesNotes(besluit({ status: 'geagendeerd' })) && takesNotes(besluit({ status: 'stemming' })));
    assert.equal(mayNote(state({ deelnames: [party('5', { rol: 'adviserend' })] }), besluit()).length, 0);
});

test('an adopted decision is signed once, and later by who has not', () => {
    const adopted = besluit({ status: 'uitkomst', uitkomst: 'aangenomen' });
    assert.equal(maySign(state(), besluit()).length, 0);
    assert.equal(maySign(state(), adopted).length, 1);
    const signed = state({ ondertekeningen: [{ id: '1', besluit: '6', organisatie: '5', persoon: '7', via: 'platform', op: AT }] });
    assert.equal(maySign(signed, adopted).length, 0);
    assert.deepEqual(unsigned(signed, '6'), ['8']);
});

test('the last look says when the table looks again', () => {
    const adopted = besluit({ status: 'uitkomst', uitkomst: 'aangenomen', evalueerOp: from(-1) });
    const look = { id: '1', besluit: '6', oordeel: 'werkt' as const, verhaal: 'V', persoon: '7', op: AT };
    assert.ok(lookIsLate(state(), adopted));
    assert.ok(!lookIsLate(state(), besluit({ evalueerOp: from(-1) }))); // not adopted
    assert.equal(nextLook(state({ evaluaties: [look] }), adopted), undefined);
    const later = from(9);
    assert.equal(nextLook(state({ evaluaties: [look, { ...look, id: '2', evalueerOp: later }] }), adopted), later);
});
