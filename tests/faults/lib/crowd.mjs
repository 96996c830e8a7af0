// The people of a drill: two who post from two sectors and both sides, at different processes, and
// others who read, at each process. Who posts reads too.
import { rows } from './cluster.mjs';
import { Person } from './person.mjs';
import { until } from './wait.mjs';
import { Writer } from './writer.mjs';

export class Crowd {
  // far: the site of those at the other process, when that is not this one.
  // pad: text behind each key, for large posts; shares: see Writer.
  constructor({ world, site, far = site, ledger, chance, pad = '', shares, patience }) {
    const names = world.names();
    const tafel = names.tafel;
    const plenary = `tafel:${tafel}`;
    const caucus = `vooroverleg:${tafel}-werknemers`;
    const near = { site, process: 0 };
    const last = { site: far, process: far.workers - 1 };
    const person = (name, at, streams, label) => new Person({ ...at, ledger, name, streams, label });
    const writer = (name, at, streams, onderwerpen) =>
      new Writer({ ...at, ledger, name, streams, chance: chance.fork(name), tafel, namens: names[`${name.toLowerCase()}_namens`], onderwerpen, pad, shares });
    Object.assign(this, { world, site, ledger, names, plenary, caucus, patience });
    this.writers = [
      writer('Wil', near, [plenary, caucus], [names.onderwerp, names.onderwerp, names.onderwerp_werknemers]),
      writer('Oto', last, [plenary], [names.onderwerp]),
    ];
    this.readers = [person('Wes', last, [plenary], 'Wes'), person('Ona', near, [plenary, caucus], 'Ona'), person('Wil', last, [plenary, caucus], 'Wil-2')];
  }

  get everybody() {
    return [...this.writers, ...this.readers];
  }

  // Who is not to read along in this drill.
  async dismiss(label) {
    const reader = this.readers.find(({ name }) => name === label);
    this.readers = this.readers.filter((other) => other !== reader);
    await reader.leave();
  }

  get counts() {
    const sum = {};
    for (const { counts } of this.writers) for (const [name, n] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + n;
    return sum;
  }

  begin() {
    return Promise.all(this.everybody.map((person) => person.begin()));
  }

  load(rate) {
    for (const writer of this.writers) writer.load(rate);
  }

  // Acknowledged in the last second, of each side.
  rates() {
    return this.writers.map((writer) => writer.pace());
  }

  rest() {
    for (const writer of this.writers) writer.rest();
  }

  // What is noted from now on is judged apart from what was noted before.
  turnPage(ledger) {
    this.ledger = ledger;
    for (const person of this.everybody) person.ledger = ledger;
  }

  // Every key has an outcome, and everybody has read to the head.
  async settled() {
    this.rest();
    const blame = (error) => this.ledger.blame('liveness', error.message);
    await until(async () => {
      for (const writer of this.writers) await writer.settle();
      return this.everybody.every(({ present }) => present) && this.writers.every(({ isSettled }) => isSettled);
    }, 'an outcome for every key', this.patience).catch(blame);
    const heads = this.heads();
    const behind = () => this.everybody.flatMap((person) => person.wanted.filter((stroom) => (person.streams.get(stroom)?.seq ?? 0) < heads.get(stroom)).map((stroom) => ({ person, stroom })));
    await until(() => behind().length === 0, 'the last event', Math.min(20000, this.patience)).catch(() => {
      for (const { person, stroom } of behind())
        this.ledger.blame('gap', `${person.name} has ${person.streams.get(stroom)?.seq} of ${heads.get(stroom)} events of ${stroom}`);
    });
  }

  heads() {
    return new Map(rows(this.world.database, 'SELECT naam, seq FROM spr.stroom').map(([name, seq]) => [name, Number(seq)]));
  }

  async leave() {
    this.rest();
    await Promise.all(this.everybody.map((person) => person.leave()));
  }
}
