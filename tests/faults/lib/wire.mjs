// A wire between the server and PostgreSQL: a unix socket of our own in front of the real one. It
// breaks after exactly the n-th byte of a direction, and hands bytes on in small pieces if asked to.
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const FILE = '.s.PGSQL.5432';

export class Wire {
  // pieces: draws how many bytes go on at once; none: as they come.
  constructor({ host = process.env.SPR_PG_HOST, pieces = null } = {}) {
    Object.assign(this, { host, pieces, links: new Set(), cut: null, trips: 0, bytes: { to: 0, from: 0 } });
  }

  async open() {
    this.dir = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-wire.'));
    this.listener = net.createServer({ allowHalfOpen: true }, (server) => this.link(server));
    await new Promise((resolve) => this.listener.listen(path.join(this.dir, FILE), resolve));
  }

  conninfo(direct) {
    return direct.replace(/host=\S+/, `host=${this.dir}`);
  }

  link(server) {
    const database = net.connect({ path: path.join(this.host, FILE), allowHalfOpen: true });
    const link = [server, database];
    this.links.add(link);
    const drop = () => {
      this.links.delete(link);
      for (const socket of link) socket.destroy();
    };
    for (const socket of link) socket.on('error', drop).on('close', drop);
    this.pass(link, 'to', server, database);
    this.pass(link, 'from', database, server);
  }

  // Order is kept within a direction: one piece is handed on before the next is looked at.
  pass(link, direction, source, target) {
    source.on('data', async (chunk) => {
      source.pause();
      for (let at = 0; at < chunk.length && this.links.has(link); ) {
        const size = Math.min(chunk.length - at, this.pieces?.() ?? chunk.length);
        if (!this.hand(link, direction, source, target, chunk.subarray(at, at + size))) return;
        at += size;
        if (this.pieces) await new Promise(setImmediate);
      }
      if (target.writableNeedDrain) target.once('drain', () => source.resume());
      else source.resume();
    });
    source.on('end', () => target.end());
  }

  // False when the wire broke: what came before the chosen byte has gone on, nothing after it does.
  hand(link, direction, source, target, bytes) {
    this.bytes[direction] += bytes.length;
    const { cut } = this;
    if (cut?.direction !== direction || this.bytes[direction] < cut.at) {
      target.write(bytes);
      return true;
    }
    this.cut = null;
    this.trips++;
    target.end(bytes.subarray(0, bytes.length - (this.bytes[direction] - cut.at)), () => target.destroySoon());
    source.destroy();
    return false;
  }

  // The n-th byte from now in this direction is the last that passes on its connection.
  arm(direction, n) {
    this.cut = { direction, at: this.bytes[direction] + n };
  }

  close() {
    for (const link of this.links) for (const socket of link) socket.destroy();
    this.listener?.close();
    fs.rmSync(this.dir, { recursive: true, force: true });
  }
}
