import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Bijdrage, Momentopname } from '../../../src/browser/src/gen/protocol';
import type { LogEvent } from '../../../src/browser/src/line/chain';
import { after, compareIds, find, upsert } from '../../../src/browser/src/state/rows';
import { expire, present, signal, typing } from '../../../src/browser/src/state/presence';
import { audienceOf, readersOf, unreadIn, voices } from '../../../src/browser/src/state/select';
import { addOlder, apply, fromSnapshot, rebase, setRead, type TafelState }
    from '../../../src/browser/src/state/tafel';

const AT = '2026-02-03T13:00:00.000000Z';

const post = (id: string, tekst: string, more: Partial<Bijdrage> = {}): Bijdrage => ({
    id, tafel: '1', onderwerp: '4', stroom: 'tafel:1', soort: 'bijdrage', tekst,
    persoonlijkeTitel: false, spreker: { persoon: '9' }, versie: 1, status: 'geplaatst',
    geplaatstOp: AT, ...more,
});

const event = (seq: number, inhoud: Record<string, unknown> | null, stroom = 'tafel:1'): LogEvent => ({
    stroom, seq, at: AT, soort: 'x.y', ref: 'x:1', door: null, inhoud,
    afwezig: inhoud ? null : 'verborgen',
});

function snapshot(seq: number, bijdragen: Bijdrage[], more: Partial<Momentopname> = {}): Momentopname {
    return {
        tafel: '1', epoch: 'e', op: AT, leesstanden: [],
        ik: {
            persoon: '7', rollen: ['vertegenwoordiger'], namens: [{
                id: '3', persoon: '7', organisatie: '5', functie: 'Bestuurder', magOndertekenen: false, van: AT,
            }],
        },
        stromen: [
            {
                stroom: 'tafel:1', seq, h: '0'.repeat(64), schrijven: true,
                toestand: {
                    tafels: [{
                        id: '1', kenmerk: 'TT-2026-001', titel: 'T', vraag: 'V?', toeschrijving: 'organisatie',
                        openbaarheid: 'tafel', status: 'open', aangemaaktOp: AT,
                    }],
                    deelnames: [
                        { id: '11', tafel: '1', organisatie: '5', rol: 'stemhebbend', zijde: 'werknemers',
                            gewicht: 1, sectoren: ['1'], status: 'toegetreden', sinds: AT },
                        { id: '12', tafel: '1', organisatie: '6', rol: 'stemhebbend', zijde: 'werkgevers',
                            gewicht: 1, sectoren: ['2'], status: 'toegetreden', sinds: AT },
                    ],
                    zetels: [
                        { id: '21', tafel: '1', persoon: '1', rollen: ['voorzitter'], leestVanaf: AT },
                        { id: '22', tafel: '1', persoon: '7', deelname: '11', rollen: ['vertegenwoordiger'], leestVanaf: AT },
                        { id: '23', tafel: '1', persoon: '9', deelname: '12', rollen: ['vertegenwoordiger'], leestVanaf: AT },
                        { id: '24', tafel: '1', persoon: '8', rollen: ['toehoorder'], leestVanaf: AT },
                        { id: '25', tafel: '1', persoon: '6', deelname: '12', rollen: ['vertegenwoordiger'], leestVanaf: AT, leestTot: AT },
                    ],
                    gesprekken: [{ id: '31', tafel: '1', ronde: '41', sector: '1', stroom: 'kamer:31', status: 'open' }],
                    rondes: [{ id: '41', tafel: '1', nummer: 1, soort: 'sector', vraag: 'V?', status: 'open' }],
                    bijdragen,
                },
            },
            { stroom: 'kamer:31', seq: 2, h: '0'.repeat(64), schrijven: true, toestand: {} },
        ],
        ...more,
    };
}

const texts = (state: TafelState) => (state.draden['4'] ?? []).map((b) => b.tekst);

test('ids are ordered as numbers, also past 2^53', () => {
    assert.ok(compareIds('9', '10') < 0);
    assert.ok(compareIds('9007199254740993', '9007199254740992') > 0);
    assert.equal(compareIds('17', '17'), 0);
});

test('rows stay in order, are replaced by id, and the old array is left alone', () => {
    const rows = [{ id: '2' }, { id: '10' }];
    const next = upsert(rows, { id: '9' });
    assert.deepEqual(next.map((r) => r.id), ['2', '9', '10']);
    assert.deepEqual(upsert(next, { id: '9', x: 1 } as { id: string }).length, 3);
    assert.equal(rows.length, 2);
    assert.equal(find(next, '10')?.id, '10');
    assert.equal(find(next, '3'), undefined);
    assert.deepEqual(after(next, '9').map((r) => r.id), ['10']);
    assert.deepEqual(after(next, '3').map((r) => r.id), ['9', '10']);
    assert.equal(after(next, null).length, 3);
});

test('a snapshot and the events after it equal the later snapshot', () => {
    const events = [
        event(11, { bijdragen: [post('50', 'een')] }),
        event(12, { bijdragen: [post('51', 'twee')] }),
        event(13, { bijdragen: [post('50', 'een, verbeterd', { versie: 2 })] }),
        event(14, null),
        event(15, { bijdragen: [post('51', '', { status: 'verborgen', tekst: undefined, reden: 'r' })] }),
    ];
    const late = fromSnapshot(snapshot(15, [
        post('50', 'een, verbeterd', { versie: 2 }),
        post('51', '', { status: 'verborgen', tekst: undefined, reden: 'r' }),
    ]));
    for (let n = 0; n <= events.length; n++) {
        const early = events.slice(0, n).reduce(apply, fromSnapshot(snapshot(10, [])));
        assert.deepEqual(events.slice(n).reduce(apply, early), late, `from ${n}`);
    }
});

test('an event that was applied before, or of a stream that is not read, changes nothing', () => {
    const state = fromSnapshot(snapshot(10, [post('50', 'een')]));
    assert.equal(apply(state, event(10, { bijdragen: [post('50', 'anders')] })), state);
    assert.equal(apply(state, event(11, { bijdragen: [post('51', 'x')] }, 'vooroverleg:1-werkgevers')), state);
});

test('a new snapshot keeps older posts that were fetched, and events it does not hold yet', () => {
    let state = fromSnapshot(snapshot(10, [post('50', 'vijftig')], {}));
    state = { ...state, onderwerpen: [{ id: '4', tafel: '1', stroom: 'tafel:1', titel: 'o', status: 'open', spreker: { persoon: '1' }, geopendOp: AT }], ouder: new Set(['4']) };
    state = addOlder(state, '4', [post('48', 'oud'), post('50', 'vijftig')], false);
    assert.deepEqual(texts(state), ['oud', 'vijftig']);
    const recent = [event(11, { bijdragen: [post('51', 'nieuw')] })];
    const fresh = snapshot(10, [post('50', 'vijftig')]);
    fresh.stromen[0]!.toestand.onderwerpen = [...state.onderwerpen];
    fresh.stromen[0]!.ouder = ['4'];
    const again = rebase(recent.reduce(apply, state), fresh, recent);
    assert.deepEqual(texts(again), ['oud', 'vijftig', 'nieuw']);
    assert.equal(again.ouder.has('4'), false);
});

test('unread is what others said after the last post that was read', () => {
    let state = fromSnapshot(snapshot(10, [
        post('50', 'a'), post('51', 'b'), post('52', 'mine', { spreker: { persoon: '7' } }),
        post('53', '', { status: 'ingetrokken', tekst: undefined }),
    ]));
    assert.deepEqual(unreadIn(state, '4').map((b) => b.id), ['50', '51']);
    state = setRead(state, '4', '50');
    assert.deepEqual(unreadIn(state, '4').map((b) => b.id), ['51']);
});

test('who can read a stream follows the seats, the sector and the side', () => {
    const state = fromSnapshot(snapshot(10, []));
    const people = (stroom: string) => readersOf(state, stroom).map((z) => z.persoon);
    assert.deepEqual(people('tafel:1'), ['1', '7', '9']);
    assert.deepEqual(people('kamer:31'), ['1', '7']);
    assert.deepEqual(people('vooroverleg:1-werkgevers'), ['9']);
    assert.deepEqual(people('voorzitterskamer:1'), ['1']);
    const audience = audienceOf(state, 'kamer:31');
    assert.equal(audience.kind === 'kamer' && audience.closed, false);
    const closed = { ...state, rondes: [{ ...state.rondes[0]!, status: 'gesloten' as const }] };
    assert.deepEqual(readersOf(closed, 'kamer:31').map((z) => z.persoon), ['1', '7', '9']);
});

test('one speaks for a party that takes part and belongs in the stream', () => {
    const state = fromSnapshot(snapshot(10, []));
    const ids = (s: TafelState, stroom: string) => voices(s, stroom).map((v) => v?.id ?? 'role');
    assert.deepEqual(ids(state, 'tafel:1'), ['3']);
    assert.deepEqual(ids(state, 'vooroverleg:1-werkgevers'), []);
    const chair = { ...state, ik: { ...state.ik, rollen: ['voorzitter'], namens: [] } };
    assert.deepEqual(ids(chair, 'tafel:1'), ['role']);
    const left = { ...state, deelnames: state.deelnames.map((d) => ({ ...d, status: 'opgeschort' as const })) };
    assert.deepEqual(ids(left, 'tafel:1'), []);
});

test('nobody stays present or writing past the lease', () => {
    const here = { soort: 'aanwezig' as const, stroom: 'tafel:1', persoon: '9', tot: 1_000 };
    const types = { soort: 'typt' as const, stroom: 'tafel:1', persoon: '9', onderwerp: '4', tot: 500 };
    let all = signal(signal([], here, 0), types, 0);
    assert.deepEqual([...present(all)], ['9']);
    assert.deepEqual(typing(all, '4', '7'), ['9']);
    assert.deepEqual(typing(all, '4', '9'), []);
    assert.equal(expire(all, 400), all);
    all = expire(all, 600);
    assert.deepEqual(typing(all, '4', '7'), []);
    all = signal(all, { ...here, tot: 0 }, 700);
    assert.equal(present(all).size, 0);
});

test('what is told outside takes nothing away from who reads the tafel itself', () => {
  const outward = { tafels: [{ id: '1', kenmerk: 'TT-2026-001', titel: 'T', status: 'opgeschort' }] };
  const stand = { stroom: 'buiten:1', seq: 4, h: '0'.repeat(64), schrijven: false, toestand: outward };
  const inside = snapshot(5, []);
  inside.stromen.push(stand as Momentopname['stromen'][number]);
  let state = fromSnapshot(inside);
  assert.equal(state.tafels[0]?.vraag, 'V?');
  state = apply(state, event(5, outward, 'buiten:1'));
  assert.equal(state.tafels[0]?.vraag, 'V?');
  assert.equal(state.stromen['buiten:1']?.seq, 5);
  // Who looks in from outside has nothing else.
  const outside = fromSnapshot({ ...inside, stromen: [stand as Momentopname['stromen'][number]] });
  assert.equal(outside.tafels[0]?.status, 'opgeschort');
});
