import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Knelpunt } from '../../../src/browser/src/gen/protocol';
import { closed, mayChange, roomIsOver, underWay } from '../../../src/browser/src/state/knelpunten';
import type { TafelState } from '../../../src/browser/src/state/tafel';
import { setServerTime } from '../../../src/browser/src/state/time';

const AT = '2026-02-03T13:00:00.000000Z';
const knelpunt = (id: string, tot: string, more: Partial<Knelpunt> = {}): Knelpunt => ({
    id, tafel: '1', nummer: Number(id), titel: 'T', sectoren: ['1'], zwaarte: 'knelt', handelingsruimteTot: tot,
    gevolgVanNietsDoen: 'N', status: 'open', versie: 1, organisatie: '5', persoon: '7', via: 'platform', op: AT, ...more,
});

function state(knelpunten: Knelpunt[], rollen: string[] = ['vertegenwoordiger'], organisatie = '5'): TafelState {
    return {
        id: '1', stromen: { 'tafel:1': { seq: 1, schrijven: true } }, knelpunten,
        ik: { persoon: '7', rollen, namens: [
            { id: '3', persoon: '7', organisatie, functie: 'Bestuurder', magOndertekenen: true, van: AT }] },
        tafels: [{ id: '1', status: 'open' }],
        bijeenkomsten: [],
        deelnames: ['5', '6'].map((o) => ({ id: o, organisatie: o, rol: 'stemhebbend', status: 'toegetreden', sectoren: ['1'] })),
    } as unknown as TafelState;
}

test('what runs out first comes first; what is closed stands apart, the last one on top', () => {
    const all = state([
        knelpunt('1', '2027-01-01T23:00:00.000000Z'),
        knelpunt('2', '2026-02-10T23:00:00.000000Z'),
        knelpunt('3', '2026-02-05T23:00:00.000000Z', { status: 'opgelost', afgehandeldOp: '2026-02-01T10:00:00.000000Z' }),
        knelpunt('4', '2026-02-05T23:00:00.000000Z', { status: 'vervallen', afgehandeldOp: '2026-02-02T10:00:00.000000Z' }),
        knelpunt('5', '2026-02-01T23:00:00.000000Z', { status: 'opgepakt' }),
    ]);
    assert.deepEqual(underWay(all).map((k) => k.id), ['5', '2', '1']);
    assert.deepEqual(closed(all).map((k) => k.id), ['4', '3']);
});

test('the room to act is over at its moment, whether the clock has told it or not', () => {
    setServerTime(AT);
    assert.equal(roomIsOver(knelpunt('1', '2026-02-03T12:59:00.000000Z')), true);
    assert.equal(roomIsOver(knelpunt('1', '2026-02-03T23:00:00.000000Z')), false);
    assert.equal(roomIsOver(knelpunt('1', '2026-02-03T23:00:00.000000Z', { verstrekenOp: AT })), true);
});

test('only its own party and who leads the table change a knelpunt, until it is closed', () => {
    const open = knelpunt('1', '2027-01-01T23:00:00.000000Z');
    assert.equal(mayChange(state([open]), open), true);
    assert.equal(mayChange(state([open], ['vertegenwoordiger'], '6'), open), false);
    assert.equal(mayChange(state([open], ['secretaris'], '6'), open), true);
    assert.equal(mayChange(state([open]), { ...open, status: 'opgelost' }), false);
});
