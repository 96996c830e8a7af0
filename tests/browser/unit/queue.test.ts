import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Lost, Refusal } from '../../../src/browser/src/line/http';
import { Queue, type Entry, type QueueStore } from '../../../src/browser/src/line/queue';
import type { Envelope } from '../../../src/browser/src/line/socket';

class Memory implements QueueStore {
    readonly records = new Map<string, Entry>();
    all = () => [...this.records.values()];
    put = (entry: Entry) => void this.records.set(entry.sleutel, entry);
    remove = (sleutel: string) => void this.records.delete(sleutel);
}

const refuse = (code: string, more = {}) =>
    new Refusal({ code, status: 409, title: code, ...more });

/** A queue on a line that follows a script: each send takes the next step. */
function makeQueue(steps: ((envelope: Envelope) => unknown)[], store = new Memory(), tab = 'a') {
    const sent: Envelope[] = [];
    const later: (() => void)[] = [];
    let ended = 0;
    const queue = new Queue(tab, store, {
        send: async (envelope) => {
            sent.push(envelope);
            const step = steps.shift();
            if (!step) throw new Lost();
            return step(envelope);
        },
        onChange: () => undefined,
        onSessionEnded: () => ended++,
        isOrphan: async (other) => other === 'gone',
        later: (_, fn) => void later.push(fn),
    });
    return { queue, sent, store, later, ended: () => ended };
}

const fail = (error: Error) => () => { throw error; };
const post = { do: 'bijdrage.plaatsen', args: { tekst: 'x' }, tafel: '1', resend: true, keep: true };
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a command is stored before it is sent and gone when it is answered', async () => {
    const store = new Memory();
    const { queue } = makeQueue([() => {
        assert.equal(store.all()[0]?.state, 'sending');
        return { bijdrage: '7' };
    }], store);
    assert.deepEqual(await queue.submit(post), { bijdrage: '7' });
    assert.equal(store.all().length, 0);
});

test('text that was lost on the way is sent again with the same key', async () => {
    const { queue, sent } = makeQueue([fail(new Lost()), () => ({ bijdrage: '7' })]);
    const outcome = queue.submit(post);
    await settle();
    assert.equal(queue.list()[0]?.state, 'unsure');
    await queue.resume();
    assert.deepEqual(await outcome, { bijdrage: '7' });
    assert.equal(sent.length, 2);
    assert.equal(sent[0]?.sleutel, sent[1]?.sleutel);
});

test('an act of control that was lost is closed by its key, not repeated', async () => {
    const { queue, sent } = makeQueue([fail(new Lost()), () => ({ uitkomst: 'afgesloten' })]);
    const outcome = queue.submit({ do: 'tafel.sluiten', args: {}, tafel: '1' });
    const told = assert.rejects(outcome, { code: 'sleutel_afgesloten' });
    await settle();
    await queue.resume();
    await told;
    assert.deepEqual(sent.map((e) => e.do), ['tafel.sluiten', 'sleutel.afsluiten']);
    assert.deepEqual(sent[1]?.args, { sleutel: sent[0]?.sleutel });
});

test('an act of control that turns out to have landed is answered as done', async () => {
    const { queue } = makeQueue([fail(new Lost()), () => ({ uitkomst: 'gedaan', antwoord: '{"a":1}' })]);
    const outcome = queue.submit({ do: 'tafel.sluiten', args: {}, tafel: '1' });
    await settle();
    await queue.resume();
    assert.deepEqual(await outcome, { a: 1 });
});

test('what is written first is sent first, also after a loss', async () => {
    const ok = () => ({});
    const { queue, sent } = makeQueue([fail(new Lost()), ok, ok, ok]);
    for (const tekst of ['een', 'twee', 'drie']) void queue.submit({ ...post, args: { tekst } });
    await settle();
    await queue.resume();
    assert.deepEqual(sent.map((e) => (e.args as { tekst: string }).tekst),
        ['een', 'een', 'twee', 'drie']);
});

test('a refused text stays, and is tried again or thrown away by the person', async () => {
    const { queue, store } = makeQueue([fail(refuse('verkeerde_toestand')), () => ({})]);
    await assert.rejects(queue.submit(post), { code: 'verkeerde_toestand' });
    const [entry] = queue.list();
    assert.equal(entry?.state, 'failed');
    queue.retry(entry!.sleutel);
    await settle();
    assert.equal(store.all().length, 0);
});

test('a key that was closed is replaced when the person tries again', async () => {
    const { queue, sent } = makeQueue([fail(refuse('sleutel_afgesloten')), () => ({})]);
    await assert.rejects(queue.submit(post));
    queue.retry(queue.list()[0]!.sleutel);
    await settle();
    assert.notEqual(sent[0]?.sleutel, sent[1]?.sleutel);
    assert.equal(queue.list().length, 0);
});

test('a busy server is given the time it asks for', async () => {
    const { queue, later, sent } = makeQueue([fail(refuse('te_druk', { retryMs: 1 })), () => ({})]);
    const outcome = queue.submit(post);
    await settle();
    assert.equal(sent.length, 1);
    assert.equal(queue.list()[0]?.state, 'waiting');
    later.shift()?.();
    await outcome;
    assert.equal(sent.length, 2);
});

test('the end of a session keeps the text', async () => {
    const { queue, store, ended } = makeQueue([fail(refuse('sessie_verlopen'))]);
    void queue.submit(post);
    await settle();
    assert.equal(ended(), 1);
    assert.equal(store.all()[0]?.state, 'waiting');
});

test('what a closed tab left behind is taken over, what a living one carries is not', async () => {
    const store = new Memory();
    const entry = (sleutel: string, tab: string): Entry =>
        ({ ...post, sleutel, tab, state: 'sending', at: '2026-02-03T13:00:00Z' });
    store.put(entry('k1', 'gone'));
    store.put(entry('k2', 'alive'));
    const { queue, sent } = makeQueue([() => ({})], store, 'b');
    await queue.resume();
    assert.deepEqual(sent.map((e) => e.sleutel), ['k1']);
    assert.deepEqual(store.all().map((e) => e.sleutel), ['k2']);
});

test('after logout nothing comes back, not even by a late answer', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const { queue, store } = makeQueue([() => new Promise((_, reject) => {
        answer = () => reject(new Lost());
    })]);
    void queue.submit(post);
    await settle();
    queue.clear();
    answer(null);
    await settle();
    assert.equal(store.all().length, 0);
});
