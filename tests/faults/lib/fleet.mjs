// Thousands of readers in processes of their own (lib/reader.mjs).
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { until } from './wait.mjs';

const READER = fileURLToPath(new URL('reader.mjs', import.meta.url));
const PROCESSES = 2;

export class Fleet {
  // people: [{token, label, sockets}], dealt out over the processes.
  constructor({ port, stroom, people }) {
    const order = (i) => ({ act: 'begin', port, stroom, people: people.filter((_, nr) => nr % PROCESSES === i) });
    this.size = people.reduce((sum, { sockets }) => sum + sockets, 0);
    this.processes = Array.from({ length: PROCESSES }, () => fork(READER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
    for (const [i, child] of this.processes.entries()) child.send(order(i));
  }

  tell(act) {
    for (const child of this.processes) child.send({ act });
  }

  // How each of them stands.
  async look() {
    const answers = this.processes.map((child) => once(child, 'message'));
    this.tell('look');
    return (await Promise.all(answers)).flatMap(([readers]) => readers);
  }

  // Everybody who was not sent away is live and has read to seq.
  async caughtUp(seq, ms) {
    let readers;
    const there = async () => {
      readers = await this.look();
      return readers.every((reader) => reader.ended || (reader.isLive && reader.seq >= seq));
    };
    await until(there, `${this.size} readers at event ${seq}`, ms);
    return readers;
  }

  // From here on everybody follows.
  async begun(ms) {
    const readers = await this.caughtUp(1, ms);
    const strangers = readers.filter(({ ended }) => ended);
    if (strangers.length > 0) throw new Error(`${strangers[0].label} may not follow the stream at all`);
  }

  leave() {
    const ended = this.processes.map((child) => once(child, 'exit'));
    this.tell('leave');
    return Promise.all(ended);
  }
}

// What readers may never see.
export function blameReaders(drill, readers) {
  for (const { label, faults } of readers)
    for (const fault of faults) drill.blame(/after the end/.test(fault) ? 'stale-right' : 'gap', `${label} (fleet): ${fault}`);
}
