import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff, judge, type LineFacts } from '../../../src/browser/src/line/watch';

const facts = (change: Partial<LineFacts>): LineFacts => ({
    now: 100_000, ended: false, online: true, transport: 'socket', everOpen: true,
    lastHeard: 99_000, oldestUnanswered: null, ...change,
});

test('a line that was just heard is live', () => {
    assert.equal(judge(facts({})).stand, 'live');
});

test('eight seconds of silence is stalling, since it was last heard', () => {
    assert.equal(judge(facts({ lastHeard: 92_001 })).stand, 'live');
    assert.deepEqual(judge(facts({ lastHeard: 92_000 })), { stand: 'stalling', since: 92_000 });
});

test('a command without an answer for three seconds is stalling, since it was sent', () => {
    assert.equal(judge(facts({ oldestUnanswered: 97_001 })).stand, 'live');
    assert.deepEqual(judge(facts({ oldestUnanswered: 97_000 })),
        { stand: 'stalling', since: 97_000 });
});

test('offline and a closed socket are told at once', () => {
    assert.equal(judge(facts({ online: false })).stand, 'down');
    assert.equal(judge(facts({ transport: 'none' })).stand, 'down');
    assert.equal(judge(facts({ transport: 'none', everOpen: false })).stand, 'connecting');
});

test('a session that ended stays ended whatever the network does', () => {
    assert.equal(judge(facts({ ended: true, online: false })).stand, 'ended');
});

test('the detour is named as such, and stalls when two polls bring nothing', () => {
    assert.equal(judge(facts({ transport: 'polling', lastHeard: 90_000 })).stand, 'detour');
    assert.equal(judge(facts({ transport: 'polling', lastHeard: 84_000 })).stand, 'stalling');
});

test('the wait before a new attempt is spread over all of its range and has a ceiling', () => {
    assert.equal(backoff(0, () => 0), 0);
    assert.equal(backoff(0, () => 1), 500);
    assert.equal(backoff(3, () => 0.5), 2_000);
    assert.equal(backoff(50, () => 1), 15_000);
});
