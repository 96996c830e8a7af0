// Somebody who posts, fast. Every attempt has its own key, which is also its text. After a lost
// connection each open key is resolved: sent again, or closed.
import { newKey } from '../../lib/client.mjs';
import { Person } from './person.mjs';
import { sleep } from './wait.mjs';

const BEAT_MS = 5;
const OPEN_MOST = 7; // the server takes eight of one session
// again: of what was acknowledged is sent once more, the answer must be the same; closed: of the
// keys is closed before it is used, it must be refused; other: is sent once more with another text,
// which must be refused too; close: of the keys with an unknown outcome is closed, the others are
// sent again. Only closing tells whether the first try had landed.
export const SHARES = { again: 0.04, closed: 0.03, other: 0.02, close: 0.5 };
const UNDECIDED = new Set(['uitkomst_onbekend', 'opslag_weg', 'te_druk', 'vertrek', 'opslag_vol', 'intern']);

export class Writer extends Person {
  constructor({ chance, tafel, namens, onderwerpen, pad = '', shares, ...rest }) {
    super(rest);
    Object.assign(this, { chance, tafel, namens, onderwerpen, pad, shares: { ...SHARES, ...shares } });
    this.open = new Map(); // key → message, of which the outcome is not known
    this.busy = 0;
    this.recent = []; // when there were acknowledgements
    this.slowest = 0; // ms that an answer to a post took, since somebody set it to 0
    this.firstAck = null; // when, since somebody set it to null
    this.refusals = new Map(); // code → how often
    this.counts = { tried: 0, acked: 0, refused: 0, closed: 0, foundDone: 0, resent: 0 };
  }

  note(kind, what) {
    this.ledger.note(this.name, kind, what);
  }

  // ---- load

  load(rate) {
    this.rest();
    let credit = 1;
    this.timer = setInterval(() => {
      credit = Math.min(credit + (rate * BEAT_MS) / 1000, OPEN_MOST);
      while (credit >= 1 && this.present && this.busy < OPEN_MOST) {
        credit--;
        this.act();
      }
    }, BEAT_MS);
  }

  rest() {
    clearInterval(this.timer);
  }

  // Acknowledgements in the last second.
  pace() {
    const since = Date.now() - 1000;
    this.recent = this.recent.filter((at) => at > since);
    return this.recent.length;
  }

  // Nothing under way, nothing open.
  get isSettled() {
    return this.busy === 0 && this.open.size === 0;
  }

  async act() {
    this.busy++;
    try {
      if (this.chance.hits(this.shares.closed)) await this.postClosed();
      else await this.post();
    } catch (error) {
      this.blame(error, 'liveness');
    }
    this.busy--;
  }

  message() {
    const sleutel = newKey();
    const args = { onderwerp: this.chance.pick(this.onderwerpen), tekst: this.pad ? `${sleutel} ${this.pad}` : sleutel };
    return { do: 'bijdrage.plaatsen', sleutel, namens: this.namens, tafel: this.tafel, args };
  }

  async try(message) {
    this.counts.tried++;
    this.note('try', { key: message.sleutel, tekst: message.args.tekst });
    this.open.set(message.sleutel, message);
    const since = Date.now();
    const reply = await this.ask(message);
    this.slowest = Math.max(this.slowest, Date.now() - since);
    return reply;
  }

  async post(message = this.message()) {
    const reply = await this.try(message);
    if (reply.ok) {
      this.acked(message.sleutel, reply.ok);
      if (this.chance.hits(this.shares.again)) await this.again(message, reply.ok);
      if (this.chance.hits(this.shares.other)) await this.other(message);
    } else if (reply.error && reply.error.code !== 'uitkomst_onbekend') this.refused(message.sleutel, reply.error.code);
  }

  async postClosed() {
    const message = this.message();
    const closing = await this.close(message.sleutel);
    if (closing.ok?.uitkomst !== 'afgesloten') return;
    this.note('closed', { key: message.sleutel });
    this.counts.closed++;
    const reply = await this.ask(message);
    if (reply.ok) this.blame(new Error(`${message.sleutel} was closed, and yet it was acknowledged`), 'closed-landed');
    else if (reply.error && !UNDECIDED.has(reply.error.code) && reply.error.code !== 'sleutel_afgesloten')
      this.blame(new Error(`${message.sleutel} was closed, but is refused with ${reply.error.code}`), 'answer');
  }

  close(key) {
    return this.ask({ do: 'sleutel.afsluiten', sleutel: newKey(), args: { sleutel: key } });
  }

  async again(message, ack) {
    this.counts.resent++;
    const reply = await this.ask(message);
    if (reply.ok && JSON.stringify(reply.ok) !== JSON.stringify(ack)) this.blame(new Error(`${message.sleutel}: first ${JSON.stringify(ack)}, then ${JSON.stringify(reply.ok)}`), 'answer');
    if (reply.error && !UNDECIDED.has(reply.error.code)) this.blame(new Error(`${message.sleutel} was acknowledged, then refused: ${reply.error.code}`), 'answer');
  }

  async other(message) {
    const args = { ...message.args, tekst: `${newKey()} onder een gebruikte sleutel` };
    const reply = await this.ask({ ...message, args });
    if (reply.ok) this.blame(new Error(`${message.sleutel} was used, and another request with it was accepted: ${JSON.stringify(reply.ok)}`), 'key-reused');
    if (reply.error && !UNDECIDED.has(reply.error.code) && reply.error.code !== 'sleutel_conflict')
      this.blame(new Error(`${message.sleutel} with another request is refused with ${reply.error.code}`), 'answer');
  }

  acked(key, { stroom, seq, id }) {
    this.open.delete(key);
    this.counts.acked++;
    this.firstAck ??= Date.now();
    this.recent.push(Date.now());
    this.note('ack', { key, stroom, seq, id });
  }

  // A refusal is definite: this key has no effect now and, not being sent again, never.
  refused(key, code) {
    this.open.delete(key);
    this.counts.refused++;
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
    this.note('refused', { key, code });
  }

  // ---- coming back

  async back() {
    for (const message of [...this.open.values()]) {
      while (this.open.has(message.sleutel) && !this.closed) await this.resolve(message);
    }
  }

  // One round trip; only a lost connection, or a database that is away, leaves the key open.
  async resolve(message) {
    const key = message.sleutel;
    const closing = this.chance.hits(this.shares.close);
    const reply = closing ? await this.close(key) : await this.ask(message);
    if (reply.ok && (!closing || reply.ok.uitkomst === 'gedaan')) {
      if (closing) this.counts.foundDone++;
      this.acked(key, closing ? JSON.parse(reply.ok.antwoord) : reply.ok);
    } else if (reply.ok || reply.error?.code === 'sleutel_afgesloten') {
      // Closed now, or by an earlier try of which the answer was lost.
      this.open.delete(key);
      this.counts.closed++;
      this.note('closed', { key });
    } else if (reply.error && !UNDECIDED.has(reply.error.code)) {
      this.blame(new Error(`${key} cannot be resolved: ${reply.error.code}`), 'answer');
      this.open.delete(key);
    } else if (reply.error) await sleep(20);
  }

  // Outcomes that became unknown while the connection stayed.
  async settle() {
    while (this.open.size > 0 && this.present && this.busy === 0) await this.back();
  }
}
