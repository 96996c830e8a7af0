// Raw bytes to a port and what comes back, and just enough WebSocket to be a rude client.
import { connectTo } from './server.mjs';

// Sends the parts one after the other; resolves with all that came until the connection ended.
// `end` is 'FIN', 'RST', or 'OPEN' when it still stands after `patience` ms of silence.
export async function exchange(port, parts, options) {
  return exchangeOn(await connectTo(port), parts, options);
}

export async function exchangeOn(socket, parts, { patience = 15000 } = {}) {
  let got = Buffer.alloc(0);
  const ended = new Promise((resolve) => {
    let timer = setTimeout(() => resolve('OPEN'), patience);
    socket.on('data', (data) => {
      got = Buffer.concat([got, data]);
      clearTimeout(timer);
      timer = setTimeout(() => resolve('OPEN'), patience);
    });
    socket.on('end', () => resolve('FIN'));
    socket.on('error', (error) => resolve(error.code === 'EPIPE' ? 'FIN' : 'RST'));
    socket.on('close', () => clearTimeout(timer));
  });
  for (const [index, part] of parts.entries()) {
    if (index > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    if (!socket.writable) break;
    socket.write(part);
  }
  const end = await ended;
  socket.destroy();
  const text = got.toString('latin1');
  return { text, end, statuses: statuses(text) };
}

// The status of every response in the bytes, by its own Content-Length.
function statuses(text) {
  const found = [];
  for (let rest = text; rest.length > 0; ) {
    const line = /^HTTP\/1\.1 (\d{3})/.exec(rest);
    const head = rest.indexOf('\r\n\r\n');
    if (!line || head < 0) return [...found, 'garbage'];
    const length = /\r\nContent-Length: (\d+)/i.exec(rest.slice(0, head));
    const body = length ? Number(length[1]) : 0;
    found.push(rest.length < head + 4 + body ? 'short' : Number(line[1]));
    rest = rest.slice(head + 4 + body);
  }
  return found;
}

export function upgrade(host, { origin = `http://${host}`, extra = '' } = {}) {
  const from = origin === null ? '' : `Origin: ${origin}\r\n`;
  return (
    `GET /ws HTTP/1.1\r\nHost: ${host}\r\n${from}Upgrade: websocket\r\nConnection: Upgrade\r\n` +
    `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n` +
    `Sec-WebSocket-Protocol: spr.v1\r\n${extra}\r\n`
  );
}

// A client's frame, masked with zeroes; or a server's, which a client may not send.
export function frame(payload, { opcode = 1, fin = true, rsv = 0, masked = true } = {}) {
  const bytes = Buffer.from(payload);
  const first = (fin ? 0x80 : 0) | rsv | opcode;
  let head;
  if (bytes.length < 126) {
    head = Buffer.from([first, bytes.length]);
  } else if (bytes.length < 65536) {
    head = Buffer.from([first, 126, bytes.length >> 8, bytes.length & 255]);
  } else {
    head = Buffer.alloc(10);
    head[0] = first;
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(bytes.length), 2);
  }
  if (masked) head[1] |= 0x80;
  return Buffer.concat([head, Buffer.alloc(masked ? 4 : 0), bytes]);
}

export class WebSocketClient {
  constructor(socket) {
    this.socket = socket;
    this.bytes = Buffer.alloc(0);
    this.ended = false;
    this.wake = () => {};
    socket.on('data', (data) => {
      this.bytes = Buffer.concat([this.bytes, data]);
      this.wake();
    });
    for (const event of ['end', 'error', 'close'])
      socket.on(event, () => {
        this.ended = true;
        this.wake();
      });
  }

  static async open(socket, request) {
    const client = new WebSocketClient(socket);
    socket.write(request);
    while (client.bytes.indexOf('\r\n\r\n') < 0 && !client.ended) await client.#more();
    const end = client.bytes.indexOf('\r\n\r\n') + 4;
    client.head = client.bytes.subarray(0, end).toString('latin1');
    client.status = Number(/^HTTP\/1\.1 (\d{3})/.exec(client.head)?.[1] ?? 0);
    client.bytes = client.bytes.subarray(end);
    return client;
  }

  #more() {
    return new Promise((resolve) => (this.wake = resolve));
  }

  send(payload, options) {
    this.socket.write(frame(payload, options));
  }

  // The next frame, or null when the connection ended.
  async next() {
    for (;;) {
      const frameNow = this.#take();
      if (frameNow) return frameNow;
      if (this.ended) return null;
      await this.#more();
    }
  }

  #take() {
    const b = this.bytes;
    if (b.length < 2) return null;
    let length = b[1];
    let at = 2;
    if (length === 126) {
      if (b.length < 4) return null;
      length = b.readUInt16BE(2);
      at = 4;
    } else if (length === 127) {
      if (b.length < 10) return null;
      length = Number(b.readBigUInt64BE(2));
      at = 10;
    }
    if (b.length < at + length) return null;
    this.bytes = b.subarray(at + length);
    return { opcode: b[0] & 15, payload: b.subarray(at, at + length) };
  }

  // Reads on until the server closes; its code, or null without a close frame.
  async closeCode() {
    for (;;) {
      const got = await this.next();
      if (!got) return null;
      if (got.opcode === 8) return got.payload.readUInt16BE(0);
    }
  }
}
