// Somebody at a tafel during a drill: comes back after every loss, goes on behind the last event
// seen, and notes what arrives. Unlike Client, a breach does not end the play; it is blamed.
import crypto from 'node:crypto';
import { Client } from '../../lib/client.mjs';
import { tokenOf } from '../../lib/world.mjs';
import { sleep, until } from './wait.mjs';

const sha256 = (text) => crypto.createHash('sha256').update(text).digest('hex');

// Which promise a failed check of tests/lib is about.
const KINDS = [
  [/came after/, 'gap'],
  [/chain|not where the events end|h at 0/, 'chain'],
  [/commits to|salt/, 'commitment'],
];

// Refusals of hello that say: come again.
const PASSING = new Set(['opslag_weg', 'uitkomst_onbekend', 'vertrek']);

const kindOf = (error) => KINDS.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'contract';

export class Person extends Client {
  constructor({ site, ledger, name, process = null, streams = [], label = name }) {
    super(site, tokenOf(name), label);
    Object.assign(this, { ledger, process, wanted: streams, comings: 0, farewells: 0, codes: [], leaving: false, newEpochs: new Set() });
  }

  blame(error, kind = kindOf(error)) {
    this.ledger.blame(kind, `${this.name}: ${error.message}`);
  }

  // ---- what arrives

  onMessage(data, binary) {
    this.heard = Date.now();
    this.onBytes?.(data.toString());
    try {
      if (binary) throw new Error('a binary frame');
      this.onFrame(JSON.parse(data.toString()));
    } catch (error) {
      this.blame(error);
    }
    this.wake();
  }

  onFrame(frame) {
    if (frame.vertrek) this.farewells++;
    super.onFrame(frame);
  }

  onReply(frame) {
    const asked = this.pending.get(frame.re);
    try {
      super.onReply(frame);
    } catch (error) {
      this.blame(error);
      asked?.resolve(frame);
    }
  }

  onFollowed(reply) {
    this.ledger.note(this.name, 'follow', { stroom: reply.stroom, since: reply.since, h: reply.h });
    super.onFollowed(reply);
  }

  onEvent(frame) {
    const { stroom, seq, h, leaf, zout } = frame;
    this.ledger.note(this.name, 'event', { stroom, seq, h, leaf: sha256(leaf), zout });
    try {
      super.onEvent(frame);
    } catch (error) {
      const stream = this.streams.get(stroom);
      if (stream) Object.assign(stream, { seq, h });
      throw error;
    }
    // Nobody reads them here; a long drill would keep every event in memory.
    const unread = this.streams.get(stroom).unread;
    if (unread.length > 500) unread.splice(0, 400);
  }

  onEnd(end) {
    this.ledger.note(this.name, 'end', end);
    return super.onEnd(end);
  }

  onClose(code, reason) {
    this.codes.push(code);
    super.onClose(code, reason);
  }

  // ---- coming and staying

  // Connects until it lands on its process and follows all its streams again.
  async come() {
    await until(() => this.leaving || this.tryToCome().catch(() => false), `${this.name} at the tafel`);
  }

  async tryToCome() {
    for (const stream of this.streams.values()) stream.lost = true;
    const hello = await this.connect();
    if (!hello.ok || (this.process !== null && this.welcome.proces !== this.process)) {
      if (hello.error && !PASSING.has(hello.error.code)) this.blame(new Error(`hello was refused: ${hello.error.code}`), 'session');
      this.ws.removeAllListeners('close');
      this.cut();
      this.codes.pop();
      return false;
    }
    for (const stroom of this.wanted) if (!(await this.followOn(stroom))) return false;
    this.comings++;
    return true;
  }

  async followOn(stroom) {
    const known = this.streams.get(stroom);
    const reply = await this.ask({ do: 'subscribe', args: known ? { stroom, epoch: known.epoch, since: known.seq } : { stroom } });
    if (reply.ok && known && reply.ok.since !== known.seq) this.blame(new Error(`${stroom}: resumed at ${reply.ok.since} instead of ${known.seq}`), 'gap');
    if (reply.error?.code === 'epoch_verlopen') return this.onNewEpoch(stroom);
    if (!reply.ok && !this.closed) this.cut();
    return Boolean(reply.ok);
  }

  // Everything from before is dropped and fetched anew. Only a restore may bring this about.
  onNewEpoch(stroom) {
    if (this.expectsEpoch) this.newEpochs.add(stroom);
    else this.blame(new Error(`${stroom}: epoch_verlopen at ${this.streams.get(stroom)?.seq}`), 'epoch');
    this.streams.delete(stroom);
    return this.followOn(stroom);
  }

  // Until leave(): comes, is there, comes back. `back` runs at each coming.
  async stay() {
    while (!this.leaving) {
      await this.come();
      if (this.leaving) return;
      try {
        await this.back?.();
        this.present = true;
        while (!this.closed && !this.leaving) await new Promise((resolve) => this.waiters.push(resolve));
      } catch (error) {
        if (!this.closed) this.blame(error, 'liveness');
      }
      this.present = false;
      await sleep(10);
    }
  }

  begin() {
    this.staying = this.stay().catch((error) => this.blame(error, 'liveness'));
    return until(() => this.present, `${this.name}`);
  }

  async leave() {
    this.leaving = true;
    this.end();
    this.closed ??= { code: 1000, reason: 'leaves' };
    for (const { resolve } of this.pending.values()) resolve({ gone: true });
    this.wake();
    await this.staying;
  }

  // As if nothing happened: goes on behind the last event seen.
  returns() {
    this.leaving = false;
    return this.begin();
  }
}
