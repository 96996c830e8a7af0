// A network between browser and server that can go bad in the ways that networks do.
//
// Invariant: `hole()` closes nothing: bytes stop, and both ends believe the line is there. That
// is what a lost wifi or a dead router looks like, and what no offline event tells.
import net from 'node:net';

export class Network {
  constructor(target) {
    this.target = target;
    this.pairs = new Set();
    this.holed = false;
    // What the network does to bytes on their way to the browser: null drops them.
    this.change = (bytes) => bytes;
  }

  async open() {
    this.server = net.createServer((near) => this.accept(near));
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.port = this.server.address().port;
    return this;
  }

  accept(near) {
    const pair = { near, far: null };
    this.pairs.add(pair);
    near.on('error', () => {});
    near.on('close', () => this.end(pair));
    near.pause();
    if (!this.holed) this.join(pair);
  }

  join(pair) {
    const { near } = pair;
    const far = net.connect(this.target(), '127.0.0.1');
    pair.far = far;
    far.on('error', () => {});
    far.on('close', () => this.end(pair));
    near.on('data', (bytes) => this.pass(far, bytes));
    far.on('data', (bytes) => this.pass(near, this.change(bytes)));
    near.on('end', () => !this.holed && far.end());
    far.on('end', () => !this.holed && near.end());
    near.resume();
  }

  // What is sent into a hole is lost, also when the network is good again later.
  pass(to, bytes) {
    if (!this.holed && bytes !== null) to.write(bytes);
  }

  end(pair) {
    if (this.holed || !this.pairs.delete(pair)) return;
    pair.near.destroy();
    pair.far?.destroy();
  }

  hole() {
    this.holed = true;
  }

  // New connections work again; those that lost bytes are dead and are reset when they are used.
  heal() {
    this.holed = false;
    for (const pair of [...this.pairs]) this.end(pair);
  }

  close() {
    this.holed = false;
    for (const pair of [...this.pairs]) this.end(pair);
    return new Promise((resolve) => this.server.close(resolve));
  }
}
