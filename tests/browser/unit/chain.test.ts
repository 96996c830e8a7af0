import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { Chain, type EventFrame } from '../../../src/browser/src/line/chain';
import { fromHex, sha256, toHex, utf8 } from '../../../src/browser/src/line/sha256';

const hex = (...parts: (string | Buffer)[]) => {
    const hash = createHash('sha256');
    for (const part of parts) hash.update(part);
    return hash.digest('hex');
};

const STROOM = 'tafel:1';
const START = hex('spr.v1', STROOM, 'epoch-a');

function makeFrame(previous: string, seq: number, inhoud: object | null): EventFrame {
    const zout = randomBytes(32), doorzout = randomBytes(32);
    const text = JSON.stringify(inhoud ?? { weg: true });
    const door = JSON.stringify({ organisatie: '5', persoon: '9', vertegenwoordiging: '3' });
    const leaf = JSON.stringify({
        at: '2026-02-03T13:00:00.123456Z', door: hex(doorzout, door), inhoud: hex(zout, text),
        ref: 'bijdrage:33', seq, soort: 'bijdrage.geplaatst', stroom: STROOM, v: 1,
    });
    return {
        stroom: STROOM, seq, leaf, h: hex(Buffer.from(previous, 'hex'), leaf),
        inhoud: inhoud ? text : null, zout: inhoud ? zout.toString('hex') : null,
        door, doorzout: doorzout.toString('hex'), afwezig: inhoud ? null : 'verborgen',
    };
}

test('sha256 agrees with node:crypto at every length around a block', () => {
    for (let length = 0; length < 200; length++) {
        const bytes = randomBytes(length);
        assert.equal(toHex(sha256(bytes)), hex(bytes), `length ${length}`);
    }
    assert.equal(toHex(sha256(utf8('één '), utf8('✓'))), hex('één ✓'));
});

test('hexadecimal text goes both ways and anything else becomes nothing', () => {
    assert.equal(toHex(fromHex('00ff10')), '00ff10');
    assert.equal(fromHex('0g').length, 0);
    assert.equal(fromHex('123').length, 0);
});

test('a chain of events is taken in order, once', () => {
    const chain = Chain.at(STROOM, 0, START);
    const one = makeFrame(START, 1, { tekst: 'goedemiddag' });
    const two = makeFrame(one.h, 2, null);
    const first = chain.take(one);
    assert.equal(first.kind, 'next');
    assert.deepEqual(first.kind === 'next' && first.event.inhoud, { tekst: 'goedemiddag' });
    assert.equal(chain.take(one).kind, 'known');
    const second = chain.take(two);
    assert.equal(second.kind === 'next' && second.event.afwezig, 'verborgen');
    assert.equal(chain.seq, 2);
});

test('a missing event is a gap and is not passed', () => {
    const chain = Chain.at(STROOM, 0, START);
    const one = makeFrame(START, 1, {});
    assert.equal(chain.take(makeFrame(one.h, 2, {})).kind, 'gap');
    assert.equal(chain.seq, 0);
});

test('nothing is taken before the hash at the start is known', () => {
    const chain = Chain.at(STROOM, 0, null);
    const one = makeFrame(START, 1, {});
    assert.equal(chain.take(one).kind, 'gap');
    assert.equal(chain.compare(0, START), 'same');
    assert.equal(chain.take(one).kind, 'next');
});

const lies: Record<string, (frame: EventFrame) => EventFrame> = {
    h: (f) => ({ ...f, h: hex('other') }),
    leaf: (f) => ({ ...f, leaf: f.leaf.replace('13:00', '12:00') }),
    inhoud: (f) => ({ ...f, inhoud: JSON.stringify({ tekst: 'iets anders' }) }),
    zout: (f) => ({ ...f, zout: hex('other') }),
    door: (f) => ({ ...f, door: f.door!.replace('"9"', '"8"') }),
    'no reason for absence': (f) => ({ ...f, inhoud: null, zout: null }),
};
for (const [what, lie] of Object.entries(lies)) {
    test(`a changed ${what} is found`, () => {
        const chain = Chain.at(STROOM, 0, START);
        assert.equal(chain.take(lie(makeFrame(START, 1, { tekst: 'x' }))).kind, 'broken');
        assert.equal(chain.seq, 0);
    });
}

test('a head that is announced is compared with what was seen', () => {
    const chain = Chain.at(STROOM, 0, START);
    const one = makeFrame(START, 1, {});
    chain.take(one);
    assert.equal(chain.compare(1, one.h), 'same');
    assert.equal(chain.compare(1, START), 'differs');
    assert.equal(chain.compare(2, START), 'behind');
    assert.equal(chain.compare(0, START), 'ahead');
});
