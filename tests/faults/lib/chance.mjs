// Chance that can be had again: every choice of a drill comes from one seed, so a failure is
// replayed by giving that seed. (When things happen is still up to the machine.)
import crypto from 'node:crypto';

export const newSeed = () => crypto.randomBytes(4).toString('hex');

export class Chance {
  constructor(seed) {
    this.seed = String(seed);
    this.state = crypto.createHash('sha256').update(this.seed).digest().readUInt32LE(0);
  }

  // Independent of how much was drawn here: what one drill draws does not shift the next.
  fork(label) {
    return new Chance(`${this.seed}/${label}`);
  }

  // In [0, 1): mulberry32.
  next() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  between(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  hits(share) {
    return this.next() < share;
  }

  pick(list) {
    return list[this.between(0, list.length - 1)];
  }

  // Each of the kinds equally often, in random order.
  deal(kinds, n) {
    const dealt = Array.from({ length: n }, (_, i) => kinds[i % kinds.length]);
    for (let i = n - 1; i > 0; i--) {
      const j = this.between(0, i);
      [dealt[i], dealt[j]] = [dealt[j], dealt[i]];
    }
    return dealt;
  }
}
