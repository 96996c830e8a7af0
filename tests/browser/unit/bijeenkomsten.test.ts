import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actiepunt, Agendapunt, Bijeenkomst, Spreekbeurt, Verslag } from '../../../src/browser/src/gen/protocol';
import {
    actions, agenda, besluitenlijst, decisionBefore, finisher, meetings, minutes, nextItem, speakers, spokenTimes,
} from '../../../src/browser/src/state/bijeenkomsten';
import { mayWrite, meetingUnderWay } from '../../../src/browser/src/state/select';
import { EMPTY_ROWS, type TafelState } from '../../../src/browser/src/state/tafel';

const AT = '2026-02-03T13:00:00.000000Z';
const minute = (n: number) => `2026-02-03T13:${String(n).padStart(2, '0')}:00.000000Z`;
const b: Bijeenkomst = { id: '4', tafel: '1', nummer: 1, titel: 'B', begint: AT, status: 'geopend', geopendOp: AT, op: AT };
const item = (id: string, nummer: number, more: Partial<Agendapunt> = {}): Agendapunt =>
    ({ id, bijeenkomst: '4', nummer, soort: 'ter_bespreking', titel: `P${nummer}`, status: 'open', ...more });
const turn = (id: string, more: Partial<Spreekbeurt> = {}): Spreekbeurt =>
    ({ id, bijeenkomst: '4', soort: 'spreekbeurt', organisatie: '5', status: 'wacht', op: AT, ...more });
const action = (id: string, more: Partial<Actiepunt> = {}): Actiepunt =>
    ({ id, tafel: '1', nummer: Number(id), wat: 'W', voor: '2099-01-01T00:00:00.000000Z', status: 'open', door: '2', op: AT, ...more });
const verslag = (versie: number, status: Verslag['status']): Verslag =>
    ({ id: '5', bijeenkomst: '4', tekst: `v${versie}`, versie, status, persoon: '2', op: AT });
const besluit = (id: string, more = {}) => ({ id, tafel: '1', kenmerk: `B-${id}`, soort: 'conclusie' as const, titel: 'T',
    tekst: 'T', versie: 1, status: 'conclusie_voorgelegd' as const, voorgelegdOp: minute(5), op: AT, ...more });

function state(more: Partial<TafelState> = {}): TafelState {
    return {
        id: '1', epoch: 'e', laatsteBezoek: null, draden: {}, ouder: new Set(), leesstanden: {},
        ik: { persoon: '7', rollen: ['vertegenwoordiger'], namens: [
            { id: '3', persoon: '7', organisatie: '5', functie: 'Bestuurder', magOndertekenen: true, van: AT }] },
        stromen: { 'tafel:1': { seq: 1, schrijven: true }, 'kamer:2': { seq: 1, schrijven: true } },
        ...EMPTY_ROWS,
        tafels: [{ id: '1', kenmerk: 'TT-2026-001', titel: 'T', vraag: 'V?', toeschrijving: 'organisatie',
            openbaarheid: 'tafel', status: 'open', aangemaaktOp: AT }],
        bijeenkomsten: [b], ...more,
    };
}

test('during a suspension the plenary is silent and rooms are not', () => {
    const suspended = state({ bijeenkomsten: [{ ...b, status: 'geschorst' }] });
    assert.equal(mayWrite(state(), 'tafel:1'), true);
    assert.equal(mayWrite(suspended, 'tafel:1'), false);
    assert.equal(mayWrite(suspended, 'kamer:2'), true);
    assert.equal(meetingUnderWay(suspended)?.id, '4');
    assert.equal(meetingUnderWay(state({ bijeenkomsten: [{ ...b, status: 'gesloten' }] })), undefined);
});

test('what is to come stands soonest first, what has been latest first', () => {
    const at = (id: string, begint: string, status: Bijeenkomst['status']) => ({ ...b, id, begint, status });
    const all = meetings(state({ bijeenkomsten: [at('1', minute(1), 'gesloten'), at('2', minute(2), 'afgelast'),
        at('3', minute(9), 'gepland'), at('4', minute(8), 'gepland')] }));
    assert.deepEqual(all.ahead.map((x) => x.id), ['4', '3']);
    assert.deepEqual(all.past.map((x) => x.id), ['2', '1']);
});

test('the agenda is in order of number without what lapsed; next is what follows, else what was left', () => {
    const items = [item('1', 2, { status: 'aan_de_orde' }), item('2', 1), item('3', 3, { status: 'vervallen' })];
    assert.deepEqual(agenda(state({ agendapunten: items }), '4').map((a) => a.id), ['2', '1']);
    assert.equal(nextItem(state({ agendapunten: items }), '4')?.id, '2');
    assert.equal(nextItem(state({ agendapunten: [...items, item('4', 4)] }), '4')?.id, '4');
});

test('points of order speak first, then who asked first', () => {
    const spreekbeurten = [turn('8'), turn('9', { soort: 'punt_van_orde' }), turn('10'), turn('11', { status: 'geweest' })];
    assert.deepEqual(speakers(state({ spreekbeurten }), '4').map((s) => s.id), ['9', '8', '10']);
});

test('time is added up per party, and goes on for the one that speaks', () => {
    const spreekbeurten = [
        turn('1', { status: 'geweest', begonnenOp: minute(0), geeindigdOp: minute(2) }),
        turn('2', { status: 'geweest', begonnenOp: minute(2), geeindigdOp: minute(3), organisatie: '6' }),
        turn('3', { status: 'spreekt', begonnenOp: minute(4) }), turn('4'),
        turn('5', { status: 'vervallen', geeindigdOp: minute(5) }),
    ];
    assert.deepEqual(spokenTimes(state({ spreekbeurten }), '4'), [
        { key: '5', organisatie: '5', ms: 120_000, since: Date.parse(minute(4)) },
        { key: '6', organisatie: '6', ms: 60_000 },
    ]);
});

test('late action items come first; the owner or who runs the table finishes one', () => {
    const late = action('3', { voor: '2020-01-01T00:00:00.000000Z', organisatie: '6' });
    const all = state({ actiepunten: [action('1', { status: 'klaar' }), action('2', { organisatie: '5' }), late] });
    assert.deepEqual(actions(all).map((a) => a.id), ['3', '2', '1']);
    assert.deepEqual(finisher(all, all.actiepunten[1]!), { namens: '3' });
    assert.equal(finisher(all, late), null);
    assert.deepEqual(finisher({ ...all, ik: { ...all.ik, rollen: ['secretaris'] } }, late), { namens: null });
});

test('a draft of minutes is shown beside what the table reads only when it is newer', () => {
    const both = (concept: number, shown: Verslag) =>
        minutes(state({ verslagen: [shown], verslagConcepten: [verslag(concept, 'concept')] }), '4').draft?.versie;
    assert.equal(both(1, verslag(1, 'ter_reactie')), undefined);
    assert.equal(both(2, verslag(1, 'ter_reactie')), 2);
    assert.equal(both(2, verslag(1, 'vastgesteld')), undefined);
});

test('the decision before the table is that of the item, else what was put in this meeting', () => {
    const put = besluit('6');
    assert.equal(decisionBefore(state({ besluiten: [besluit('5', { voorgelegdOp: '2026-01-01T00:00:00.000000Z' })] }), b), undefined);
    assert.equal(decisionBefore(state({ besluiten: [put] }), b)?.id, '6');
    const linked = state({ besluiten: [besluit('5'), put], agendapunten: [item('1', 1, { status: 'aan_de_orde', besluit: '5' })] });
    assert.equal(decisionBefore(linked, b)?.id, '5');
});

test('a list of decisions leaves out drafts and what is of another meeting', () => {
    const all = state({
        besluiten: [besluit('5', { bijeenkomst: '4', uitkomst: 'aangenomen' }), besluit('6'), besluit('7', { bijeenkomst: '3', uitkomst: 'verworpen' })],
        besluitConcepten: [besluit('8', { bijeenkomst: '4' })],
        actiepunten: [action('1', { bijeenkomst: '4' }), action('2')],
    });
    const lijst = besluitenlijst(all, '4');
    assert.deepEqual(lijst.besluiten.map((x) => x.id), ['5']);
    assert.deepEqual(lijst.actiepunten.map((x) => x.id), ['1']);
});
