// One person at one device: the WebSocket line of spr.v1, and HTTP with the same session. Whatever
// comes in is checked here (checker, chain); a test that uses it only says what it expects.
import crypto from 'node:crypto';
import http from 'node:http';
import WebSocket from 'ws';
import { checkContent, checkRefusal, checkReply, definitions } from './checker.mjs';
import { checkEvent, genesis } from './chain.mjs';

const WAIT_MS = 15000;

export const newKey = () => crypto.randomBytes(18).toString('base64url');

export class Client {
  constructor(server, token, name = '') {
    Object.assign(this, { server, token, name });
    this.streams = new Map(); // stream → {epoch, seq, h, unread: [{frame, leaf, content}]}
    this.replies = [];
    this.live = [];
    this.ends = [];
    this.closed = null;
    this.fault = null;
    this.nextId = 0;
    this.pending = new Map(); // id → {name, resolve}
    this.waiters = [];
  }

  get cookie() {
    return this.token ? `${this.server.cookieName}=${this.token}` : '';
  }

  // ---- the line

  async connect({ origin = this.server.origin } = {}) {
    const headers = this.cookie ? { ...this.server.headers, Cookie: this.cookie } : this.server.headers;
    const options = { headers, origin, perMessageDeflate: false, handshakeTimeout: WAIT_MS };
    const ws = new WebSocket(`ws://${this.server.address}:${this.server.port}/ws`, 'spr.v1', options);
    this.ws = ws;
    this.closed = null;
    await new Promise((resolve, reject) => {
      ws.once('open', resolve);
      ws.once('error', reject);
      ws.once('unexpected-response', (_, response) => reject(new Error(`no 101 but ${response.statusCode}`)));
    });
    ws.on('error', () => {});
    ws.on('message', (data, binary) => ws === this.ws && this.onMessage(data, binary));
    ws.on('close', (code, reason) => ws === this.ws && this.onClose(code, String(reason)));
    const hello = await this.ask({ do: 'hello', args: { taal: 'nl' } });
    this.welcome = hello.ok?.welkom;
    return hello;
  }

  get online() {
    return this.ws !== undefined && this.closed === null;
  }

  onClose(code, reason) {
    this.closed = { code, reason };
    for (const { resolve } of this.pending.values()) resolve({ gone: true });
    this.pending.clear();
    this.wake();
  }

  cut() {
    const ws = this.ws;
    this.onClose(1006, 'cut by the test');
    ws.terminate();
  }

  onMessage(data, binary) {
    try {
      if (binary) throw new Error('a binary frame');
      this.onFrame(JSON.parse(data.toString()));
    } catch (error) {
      this.fault ??= new Error(`${this.name} received: ${error.message}\n  ${data.toString().slice(0, 2000)}`);
    }
    this.wake();
  }

  onFrame(frame) {
    if ('re' in frame) return this.onReply(frame);
    if ('leaf' in frame) return this.onEvent(frame);
    const [kind] = Object.keys(frame);
    if (Object.keys(frame).length !== 1) throw new Error('a frame that the protocol does not know');
    const take = {
      hartslag: (value) => value === 1,
      kop: (value) => this.onHead(value),
      live: (value) => this.live.push(value),
      einde: (value) => this.onEnd(value),
      aanbod: (value) => this.streams.has(value.stroom),
      vertrek: (value) => Number.isInteger(value.over),
    }[kind];
    if (!take?.(frame[kind])) throw new Error('a frame that the protocol does not know');
  }

  onReply(frame) {
    const asked = this.pending.get(frame.re);
    if (!asked) throw new Error('an answer to nothing');
    this.pending.delete(frame.re);
    if ('ok' in frame === 'error' in frame || Object.keys(frame).length !== 2) throw new Error('an answer is ok or error');
    if ('ok' in frame) checkReply(asked.name, frame.ok);
    else checkRefusal(asked.name, frame.error);
    if (asked.name === 'subscribe' && frame.ok) this.onFollowed(frame.ok);
    asked.resolve(frame);
  }

  onFollowed({ stroom, epoch, beginEpoch, since, h }) {
    if (since === 0 && h !== genesis(stroom, beginEpoch)) throw new Error('h at 0 is not that of the stream and the epoch');
    const before = this.streams.get(stroom);
    if (before?.lost && before.seq === since && before.h !== h) throw new Error('the chain changed while away');
    this.streams.set(stroom, { epoch, seq: since, h, unread: before?.unread ?? [] });
  }

  onEvent(frame) {
    const stream = this.streams.get(frame.stroom);
    if (!stream || stream.lost) throw new Error('an event of a stream that is not followed');
    const leaf = checkEvent(frame, stream);
    Object.assign(stream, { seq: frame.seq, h: frame.h });
    stream.unread.push({ frame, leaf, content: checkContent(frame, leaf) });
  }

  onHead({ stroom, seq, h }) {
    const stream = this.streams.get(stroom);
    if (!stream || stream.seq !== seq || stream.h !== h) throw new Error('the head is not where the events end');
    return true;
  }

  onEnd(end) {
    this.streams.delete(end.stroom);
    return this.ends.push(end);
  }

  // Sends {do, sleutel, namens, tafel, args} and waits for the answer.
  ask(message) {
    const id = ++this.nextId;
    const answer = new Promise((resolve) => this.pending.set(id, { name: message.do, resolve }));
    this.ws.send(JSON.stringify({ id, ...message }));
    return this.within(answer, `an answer to ${message.do}`);
  }

  async follow(stream, { epoch, since } = {}) {
    const args = { stroom: stream };
    if (epoch !== undefined) args.epoch = epoch;
    if (since !== undefined) args.since = since;
    const reply = await this.ask({ do: 'subscribe', args });
    if (reply.ok) await this.until(() => (this.streams.get(stream)?.seq ?? Infinity) >= reply.ok.kop, `the events of ${stream}`);
    return reply;
  }

  async unfollow(stream) {
    const reply = await this.ask({ do: 'unsubscribe', args: { stroom: stream } });
    if (reply.ok) this.streams.delete(stream);
    return reply;
  }

  // Connects again; every followed stream goes on behind the last event seen.
  async resume() {
    for (const stream of this.streams.values()) stream.lost = true;
    const hello = await this.connect();
    for (const [name, { epoch, seq }] of [...this.streams]) {
      const reply = await this.follow(name, { epoch, since: seq });
      if (reply.ok && reply.ok.since !== seq) throw new Error(`${name}: resumed at ${reply.ok.since} instead of ${seq}`);
      if (reply.error) throw new Error(`${name}: could not resume: ${reply.error.code}`);
    }
    return hello;
  }

  // ---- HTTP

  // body: an object, or undefined. Resolves to {status, headers, json, text}.
  http(method, target, { body, key, namens, headers = {} } = {}) {
    const send = { ...this.server.headers, ...headers };
    if (this.cookie) send.Cookie = this.cookie;
    if (method !== 'GET' && method !== 'HEAD') send.Origin ??= this.server.origin;
    if (key) send['Idempotency-Key'] = key;
    if (namens) send['Spr-Namens'] = namens;
    const bytes = body === undefined ? null : Buffer.from(JSON.stringify(body));
    if (bytes) {
      send['Content-Type'] ??= 'application/json';
      send['Content-Length'] = bytes.length;
    } else if (method !== 'GET' && method !== 'HEAD') send['Content-Length'] = 0;
    const options = { host: this.server.address, port: this.server.port, method, path: target, headers: send, agent: false };
    const answer = new Promise((resolve, reject) => {
      const request = http.request(options, (response) => {
        const parts = [];
        response.on('data', (part) => parts.push(part));
        response.on('end', () => resolve(httpAnswer(response, Buffer.concat(parts).toString())));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(bytes);
    });
    return this.within(answer, `an answer to ${method} ${target}`);
  }

  // A command or query by its HTTP binding, told like an answer on the line.
  async askHttp({ do: name, sleutel, namens, tafel, args = {} }) {
    const { method, path, status } = definitions.get(name).http;
    const rest = { ...args };
    const target = path.replace(/\{([^}]+)\}/g, (_, key) => {
      if (key === 'tafel') return encodeURIComponent(tafel);
      const value = rest[key];
      delete rest[key];
      return encodeURIComponent(value);
    });
    const query = method === 'GET' && Object.keys(rest).length > 0 ? `?${new URLSearchParams(rest)}` : '';
    const body = method === 'GET' ? undefined : rest;
    const answer = await this.http(method, target + query, { body, key: sleutel, namens });
    if (answer.status >= 400) {
      checkRefusal(name, answer.json, { http: true });
      return { error: answer.json };
    }
    if (answer.status !== status) throw new Error(`${method} ${target}: status ${answer.status} instead of ${status}`);
    checkReply(name, answer.json);
    return { ok: answer.json };
  }

  // ---- waiting

  wake() {
    for (const waiter of this.waiters.splice(0)) waiter();
  }

  within(promise, what) {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${this.name}: ${what} did not come within ${WAIT_MS / 1000} s`)), WAIT_MS);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }

  async until(condition, what) {
    const wait = async () => {
      while (!this.fault && !condition()) {
        if (this.closed) throw new Error(`${this.name}: closed with ${this.closed.code} before ${what}`);
        await new Promise((resolve) => this.waiters.push(resolve));
      }
      if (this.fault) throw this.fault;
    };
    return this.within(wait(), what);
  }

  end() {
    this.ws?.removeAllListeners('close');
    this.ws?.terminate();
  }
}

function httpAnswer(response, text) {
  const { statusCode: status, headers } = response;
  const isJson = /json/.test(headers['content-type'] ?? '');
  const problem = status >= 400;
  if (!headers['api-version']) throw new Error(`no API-Version on ${status}`);
  if (problem && !/^application\/problem\+json/.test(headers['content-type'] ?? ''))
    throw new Error(`a ${status} without problem+json: ${text.slice(0, 300)}`);
  return { status, headers, text, json: isJson && text !== '' ? JSON.parse(text) : undefined };
}
