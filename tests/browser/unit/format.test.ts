import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brief, clock, dayKey, dayName, deadline, list, plural } from '../../../src/browser/src/i18n/format';
import { taal } from '../../../src/browser/src/i18n/i18n';
import { en } from '../../../src/browser/src/i18n/en';
import { nl } from '../../../src/browser/src/i18n/nl';

const MIDNIGHT = '2026-02-10T23:00:00.000000Z'; // the end of 10 February in Amsterdam
const NOW = Date.parse('2026-02-03T12:00:00Z');

test('moments are those of Amsterdam, wherever the reader is', () => {
    assert.equal(clock('2026-02-03T13:00:00Z'), '14:00');
    assert.equal(clock('2026-07-03T13:00:00Z'), '15:00');
    assert.equal(dayKey('2026-02-03T23:30:00Z'), '2026-02-04');
    assert.equal(brief('2026-02-03T10:05:00Z', NOW), '11:05');
    assert.equal(dayName('2026-02-03T10:05:00Z', NOW), 'vandaag');
    assert.equal(dayName('2026-02-02T10:05:00Z', NOW), 'gisteren');
    assert.equal(dayName('2026-01-31T10:05:00Z', NOW), 'zaterdag 31 januari 2026');
});

test('a term that ends with a day is named by that day', () => {
    assert.equal(deadline(MIDNIGHT), 'tot en met dinsdag 10 februari 2026');
    assert.match(deadline('2026-02-10T14:30:00Z'), /^tot dinsdag 10 februari 2026 om 15:30$/);
});

test('plurals and lists follow the language', () => {
    assert.equal(plural('nl', 1, '# partij', '# partijen'), '1 partij');
    assert.equal(plural('nl', 1200, '# partij', '# partijen'), '1.200 partijen');
    assert.equal(plural('en', 1200, '# party', '# parties'), '1,200 parties');
    assert.equal(list(['a', 'b', 'c']), 'a, b en c');
    taal.set('en');
    assert.equal(list(['a', 'b', 'c']), 'a, b and c');
    taal.set('nl');
});

type Tree = { [key: string]: unknown };

function* leaves(tree: Tree, path = ''): Generator<[string, unknown]> {
    for (const [key, value] of Object.entries(tree)) {
        if (value && typeof value === 'object' && !Array.isArray(value))
            yield* leaves(value as Tree, `${path}${key}.`);
        else yield [path + key, value];
    }
}

test('English has every sentence of Dutch, of the same kind, and none is empty', () => {
    const english = new Map(leaves(en as unknown as Tree));
    for (const [key, value] of leaves(nl as unknown as Tree)) {
        assert.equal(typeof english.get(key), typeof value, key);
        if (typeof value === 'string') assert.ok(value.trim() && String(english.get(key)).trim(), key);
        if (Array.isArray(value)) assert.equal((english.get(key) as unknown[]).length, value.length, key);
    }
});
