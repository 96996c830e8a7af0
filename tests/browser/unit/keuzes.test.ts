import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Gevolg, Keuzevraag, Stemming } from '../../../src/browser/src/gen/protocol';
import { endOfDay } from '../../../src/browser/src/i18n/format';
import { askedOf, cellsFor, decisions, mayAskVote, mayCast } from '../../../src/browser/src/state/keuzes';
import { EMPTY_ROWS, type TafelState } from '../../../src/browser/src/state/tafel';

const AT = '2026-02-03T13:00:00.000000Z';
const party = { id: '11', tafel: '1', organisatie: '5', rol: 'stemhebbend' as const, zijde: 'werknemers' as const,
    gewicht: 1, sectoren: ['1'], status: 'toegetreden' as const, sinds: AT };
const cell = (id: string, sector: string, zijde: Gevolg['zijde']): Gevolg =>
    ({ id, keuzevraag: '5', optie: '2', sector, zijde, status: 'gevraagd' });
const vraag: Keuzevraag = { id: '5', tafel: '1', nummer: 1, vraag: 'V?', status: 'gevolgen_gevraagd', op: AT,
    spreker: { persoon: '1' }, opties: [{ id: '1', nummer: 0, titel: 'Niets doen' }, { id: '2', nummer: 1, titel: 'O' }] };
const besluit = (id: string, more = {}) => ({ id, tafel: '1', kenmerk: `B-2026-00${id}`, keuzevraag: '5',
    soort: 'conclusie' as const, titel: 'T', tekst: 'T', versie: 1, status: 'conclusie_voorgelegd' as const, op: AT, ...more });
const stemming: Stemming = { id: '2', besluit: '6', methode: 'eenvoudig', drempel: { teller: 1, noemer: 2 }, strikt: true,
    quorum: { teller: 1, noemer: 2 }, gewogen: false, sectordekking: false, zichtbaar: 'direct', status: 'open',
    kiezers: [{ organisatie: '5', zijde: 'werknemers', gewicht: 1 }], geopendDoor: '1', geopendOp: AT };

function state(more: Partial<TafelState> = {}): TafelState {
    return {
        id: '1', epoch: 'e', laatsteBezoek: null, draden: {}, ouder: new Set(), leesstanden: {},
        ik: { persoon: '7', rollen: ['vertegenwoordiger'], namens: [
            { id: '3', persoon: '7', organisatie: '5', functie: 'Bestuurder', magOndertekenen: true, van: AT }] },
        stromen: { 'tafel:1': { seq: 1, schrijven: true } },
        ...EMPTY_ROWS,
        tafels: [{ id: '1', kenmerk: 'TT-2026-001', titel: 'T', vraag: 'V?', toeschrijving: 'organisatie',
            openbaarheid: 'tafel', status: 'open', aangemaaktOp: AT }],
        deelnames: [party], keuzevragen: [vraag],
        gevolgen: [cell('20', '1', 'werknemers'), cell('21', '1', 'werkgevers'), cell('22', '2', 'werknemers')],
        ...more,
    };
}

test('a party is asked for its own sector and side, and no longer for what was passed', () => {
    const ids = (s: TafelState) => cellsFor(s, '5', party).map((c) => c.id);
    assert.deepEqual(ids(state()), ['20']);
    const passed = { ...cell('20', '1', 'werknemers'), passering: { door: '1', reden: 'r', op: AT } };
    assert.deepEqual(ids(state({ gevolgen: [passed] })), []);
    assert.deepEqual(cellsFor(state(), '5', { ...party, rol: 'toehorend' }), []);
});

test('what was answered is asked no more; a suspended party is asked nothing', () => {
    assert.deepEqual(askedOf(state(), vraag), { gevolgen: true, standpunt: true, stem: false });
    const by = { organisatie: '5', persoon: '7', via: 'platform' as const, op: AT };
    const answered = state({
        gevolgAntwoorden: [{ id: '1', gevolg: '20', verwacht: false, ...by }],
        standpunten: [{ id: '1', keuzevraag: '5', waarde: 'akkoord', versie: 1, ...by }],
    });
    assert.deepEqual(askedOf(answered, vraag), { gevolgen: false, standpunt: false, stem: false });
    const suspended = state({ deelnames: [{ ...party, status: 'opgeschort' }] });
    assert.deepEqual(askedOf(suspended, vraag), { gevolgen: false, standpunt: false, stem: false });
});

test('only who may sign for one of the voters casts a vote, while it is open', () => {
    const signs = { ...state().ik, rollen: ['vertegenwoordiger', 'ondertekenaar'] };
    assert.equal(mayCast(state(), stemming).length, 0);
    assert.equal(mayCast(state({ ik: signs }), stemming).length, 1);
    assert.equal(mayCast(state({ ik: signs }), { ...stemming, kiezers: [] }).length, 0);
    assert.equal(mayCast(state({ ik: signs }), { ...stemming, status: 'gesloten' }).length, 0);
});

test('a voting party asks for a vote once, before the term', () => {
    assert.equal(mayAskVote(state(), besluit('6')).length, 1);
    assert.equal(mayAskVote(state(), besluit('6', { stemmingGevraagd: ['5'] })).length, 0);
    assert.equal(mayAskVote(state(), besluit('6', { termijn: '2020-01-01T00:00:00.000000Z' })).length, 0);
});

test('a decision before the table replaces its draft', () => {
    const drafts = [besluit('6', { status: 'concept' }), besluit('7', { status: 'concept' })];
    const all = decisions(state({ besluiten: [besluit('6')], besluitConcepten: drafts }));
    assert.deepEqual(all.map((b) => [b.id, b.status]), [['6', 'conclusie_voorgelegd'], ['7', 'concept']]);
});

test('a day ends at midnight in Amsterdam, in winter, in summer and when the clock changes', () => {
    assert.equal(endOfDay('2026-02-17'), '2026-02-17T23:00:00.000000Z');
    assert.equal(endOfDay('2026-07-01'), '2026-07-01T22:00:00.000000Z');
    assert.equal(endOfDay('2026-03-28'), '2026-03-28T23:00:00.000000Z');
    assert.equal(endOfDay('2026-03-29'), '2026-03-29T22:00:00.000000Z');
    assert.equal(endOfDay('2026-10-24'), '2026-10-24T22:00:00.000000Z');
    assert.equal(endOfDay('2026-10-25'), '2026-10-25T23:00:00.000000Z');
});
