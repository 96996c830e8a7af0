// A process full of readers, for drills with more sockets than lib/person.mjs carries: each follows
// one stream, comes back after every loss, and goes on behind the last event seen. Events are only
// counted here (do they follow each other?), not hashed. lib/fleet.mjs starts it and talks to it.
import crypto from 'node:crypto';
import http from 'node:http';

const EVENT = /^\{"stroom":"[^"]*","seq":(\d+),/;
const RETRY_MS = 250; // full jitter below it
const AT_ONCE = 200; // connections being made: a browser waits for its own, not for thousands
const OPCODE = { text: 1, close: 8, ping: 9, pong: 10 };

const readers = [];
const waiting = [];
let coming = 0;
let fleet;

// A client frame; short messages only.
function frame(opcode, text) {
  const body = Buffer.from(text);
  const head = body.length < 126 ? Buffer.from([0x80 | opcode, 0x80 | body.length]) : Buffer.from([0x80 | opcode, 0x80 | 126, body.length >> 8, body.length & 255]);
  return Buffer.concat([head, Buffer.alloc(4), body]); // a mask of zeros is a mask
}

class Reader {
  constructor(token, label) {
    Object.assign(this, { token, label, seq: 0, epoch: null, isLive: false, comings: 0, ended: null, lostAt: null, absences: [], codes: [], faults: [], over: 0 });
  }

  come() {
    waiting.push(this);
    admit();
  }

  connect() {
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket', Host: `127.0.0.1:${fleet.port}`, Origin: `http://127.0.0.1:${fleet.port}`, 'Sec-WebSocket-Version': 13,
      'Sec-WebSocket-Key': crypto.randomBytes(16).toString('base64'), 'Sec-WebSocket-Protocol': 'spr.v1', Cookie: `spr_lokaal_${fleet.port}=${this.token}` };
    const request = http.request({ host: '127.0.0.1', port: fleet.port, path: '/ws', headers, agent: false });
    const failed = () => {
      this.arrived();
      this.again();
    };
    request.on('error', failed);
    request.on('response', (response) => {
      response.resume();
      failed();
    });
    request.on('upgrade', (_, socket, first) => this.open(socket, first));
    request.end();
  }

  open(socket, first) {
    this.socket = socket;
    this.rest = first;
    socket.setNoDelay(true);
    socket.on('data', (bytes) => this.take(bytes));
    socket.on('error', () => {});
    socket.on('close', () => this.gone());
    this.say({ id: 1, do: 'hello', args: { taal: 'nl' } });
    const args = this.epoch ? { stroom: fleet.stroom, epoch: this.epoch, since: this.seq } : { stroom: fleet.stroom };
    this.say({ id: 2, do: 'subscribe', args });
    if (first.length > 0) this.take(Buffer.alloc(0));
  }

  say(message) {
    this.socket.write(frame(OPCODE.text, JSON.stringify(message)));
  }

  // Server frames are not masked, and ours are never cut in parts.
  take(bytes) {
    let rest = this.rest.length > 0 ? Buffer.concat([this.rest, bytes]) : bytes;
    for (;;) {
      if (rest.length < 2) break;
      let [at, len] = [2, rest[1] & 127];
      if (len === 126) [at, len] = [4, rest.length < 4 ? Infinity : rest.readUInt16BE(2)];
      else if (len === 127) [at, len] = [10, rest.length < 10 ? Infinity : Number(rest.readBigUInt64BE(2))];
      if (rest.length < at + len) break;
      this.onFrame(rest[0] & 15, rest.subarray(at, at + len));
      rest = rest.subarray(at + len);
    }
    this.rest = rest;
  }

  onFrame(opcode, bytes) {
    if (opcode === OPCODE.ping) this.socket.write(frame(OPCODE.pong, bytes));
    else if (opcode === OPCODE.close) {
      this.codes.push(bytes.length >= 2 ? bytes.readUInt16BE(0) : 1005);
      this.socket.end();
    } else this.onText(bytes.toString());
  }

  onText(text) {
    const event = EVENT.exec(text);
    if (event) return this.onEvent(Number(event[1]));
    const message = JSON.parse(text);
    if (message.re === 2 && message.ok) this.onFollowed(message.ok);
    else if (message.error) this.onRefusal(message.error);
    else if (message.einde) this.ended = Date.now();
    else if (message.vertrek) this.over = message.vertrek.over;
  }

  onFollowed({ epoch, since }) {
    if (this.epoch && since !== this.seq) this.faults.push(`resumed at ${since} instead of ${this.seq}`);
    Object.assign(this, { epoch, seq: since, isLive: true, comings: this.comings + 1 });
    if (this.lostAt) this.absences.push(Date.now() - this.lostAt);
    this.lostAt = null;
    this.arrived();
  }

  // What may pass is asked again; what is refused because of a right is an end.
  onRefusal({ code }) {
    if (code === 'niet_gevonden' || code === 'sessie_verlopen') this.ended ??= Date.now();
    this.socket.destroy();
  }

  onEvent(seq) {
    if (this.ended) this.faults.push(`event ${seq} after the end`);
    if (seq !== this.seq + 1) this.faults.push(`event ${seq} came after ${this.seq}`);
    this.seq = seq;
  }

  gone() {
    this.lostAt ??= Date.now();
    this.isLive = false;
    this.arrived();
    this.again();
  }

  arrived() {
    if (!this.isComing) return;
    this.isComing = false;
    coming--;
    admit();
  }

  again() {
    if (fleet.leaving || this.ended) return;
    const most = this.over || RETRY_MS;
    this.over = 0;
    setTimeout(() => this.come(), Math.random() * most);
  }
}

function admit() {
  while (coming < AT_ONCE && waiting.length > 0) {
    const reader = waiting.shift();
    reader.isComing = true;
    coming++;
    reader.connect();
  }
}

const ACTS = {
  begin(order) {
    fleet = order;
    for (const { token, label, sockets } of order.people)
      for (let i = 0; i < sockets; i++) readers.push(new Reader(token, label));
    for (const reader of readers) reader.come();
  },
  // Every connection ends without a word, at once.
  reset() {
    for (const { socket } of readers) socket?.resetAndDestroy();
  },
  leave() {
    fleet.leaving = true;
    for (const { socket } of readers) socket?.destroy();
    process.disconnect();
  },
  look() {
    const brief = ({ label, seq, isLive, comings, ended, absences, codes, faults }) => ({ label, seq, isLive, comings, ended, absences, codes, faults });
    process.send(readers.map(brief));
  },
};

process.on('message', ({ act, ...order }) => ACTS[act](order));
process.on('disconnect', () => process.exit());
