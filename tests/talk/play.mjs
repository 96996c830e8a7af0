// Plays one transcript: its own database, its own server, its people as clients.
import { Client, newKey } from '../lib/client.mjs';
import { definitions } from '../lib/checker.mjs';
import { Server } from '../lib/server.mjs';
import { World, tokenOf } from '../lib/world.mjs';
import { brief, fill, mismatch } from './match.mjs';

const PLACING_TRIES = 100;
const NOBODY = 'Niemand';

export class Play {
  constructor({ door = 'ws', workers = 1 } = {}) {
    Object.assign(this, { door, workers });
    this.clients = new Map();
    this.keys = new Map();
  }

  async open() {
    this.world = new World('talk');
    this.names = this.world.names();
    this.server = new Server({ world: this.world, workers: this.workers });
    await this.server.start();
  }

  async close() {
    for (const client of this.clients.values()) client.end();
    try {
      await this.server?.stop();
    } finally {
      this.world?.drop();
    }
  }

  async run(steps) {
    for (const [i, step] of steps.entries()) {
      try {
        await this.step(step, this.replyIsExpected(steps, i));
        for (const client of this.clients.values()) if (client.fault) throw client.fault;
      } catch (error) {
        error.message = `line ${step.number}: ${step.text}\n${error.message}`;
        throw error;
      }
    }
    for (const client of this.clients.values())
      if (client.closed && !client.closed.expected) throw new Error(`${client.name}: closed with ${client.closed.code} and nobody expected it`);
  }

  // Does an expectation about the reply of this step follow, before the next step?
  replyIsExpected(steps, i) {
    for (let j = i + 1; j < steps.length && steps[j].kind === 'expect'; j++)
      if (steps[j].who === steps[i].who && ['ok', 'fout', 'status'].includes(steps[j].what)) return true;
    return false;
  }

  async step(step, expected) {
    const deeds = { act: 'act', http: 'plainHttp', follow: 'follow', unfollow: 'unfollow', resume: 'resume' };
    if (step.kind in deeds) {
      const client = this.client(step.who);
      const reply = await this[deeds[step.kind]](client, step);
      if (reply === undefined) return;
      if (expected) client.replies.push(reply);
      else if (reply.gone) throw new Error(`closed with ${client.closed?.code} instead of an answer`);
      else if (reply.error || reply.status >= 400) throw new Error(`refused: ${JSON.stringify(reply.error ?? reply.json)}`);
    } else if (step.kind === 'expect') await this.expect(this.client(step.who), step);
    else if (step.kind === 'cut') this.client(step.who).cut();
    else if (step.kind === 'clock') this.clock(step);
    else if (step.kind === 'server') await this.restart(step);
    else this.sql(step);
    if (step.kind === 'cut') this.client(step.who).closed.expected = true;
  }

  // ---- people

  client(who) {
    if (!this.clients.has(who)) {
      const person = who.split('/')[0];
      const client = new Client(this.server, person === NOBODY ? null : tokenOf(person), who);
      client.process = this.clients.size % this.workers;
      this.clients.set(who, client);
    }
    return this.clients.get(who);
  }

  // With several processes behind one port the kernel chooses; people are spread over all of them.
  async online(client, connect = () => client.connect()) {
    if (client.online) return;
    for (let i = 0; i < PLACING_TRIES; i++) {
      const hello = await connect();
      if (hello.error) throw new Error(`hello was refused: ${hello.error.code}`);
      if (client.welcome.proces === client.process) return;
      client.cut();
    }
    throw new Error(`no connection to process ${client.process} in ${PLACING_TRIES} tries`);
  }

  // ---- steps

  key(name) {
    if (!this.keys.has(name)) this.keys.set(name, newKey());
    return this.keys.get(name);
  }

  async act(client, { command, options, args }) {
    const def = definitions.get(command);
    const message = { do: command, args: fill(args ?? {}, this.names) };
    if (def?.kind === 'command') message.sleutel = options.sleutel ? this.key(options.sleutel) : newKey();
    for (const name of ['tafel', 'namens']) if (options[name] !== undefined) message[name] = fill(options[name], this.names);
    const overHttp = def?.http && (this.door === 'http' || client.token === null);
    if (overHttp) return client.askHttp(message);
    await this.online(client);
    return client.ask(message);
  }

  plainHttp(client, { method, target, options, headers, body }) {
    return client.http(method, fill(target, this.names), {
      body: fill(body, this.names),
      headers: fill(headers, this.names),
      key: options.sleutel && this.key(options.sleutel),
      namens: options.namens && fill(options.namens, this.names),
    });
  }

  async follow(client, { stream, epoch, from }) {
    await this.online(client);
    const name = fill(stream, this.names);
    const since = from === undefined ? undefined : Number(fill(from, this.names));
    if (epoch !== undefined) return client.follow(name, { epoch: fill(epoch, this.names), since });
    const reply = await client.follow(name, { since: 0 });
    const read = since ?? reply.ok?.kop;
    const followed = client.streams.get(name);
    if (followed) followed.unread = followed.unread.filter(({ frame }) => frame.seq > read);
    return reply;
  }

  async unfollow(client, { stream }) {
    return client.unfollow(fill(stream, this.names));
  }

  async resume(client) {
    await this.online(client, () => client.resume());
  }

  clock({ move, value }) {
    if (move) this.world.moveClock(value);
    else this.world.setClock(value);
    this.names.nu = this.world.value('SELECT rule.tijd(rule.nu())');
  }

  async restart({ orderly }) {
    await this.server.restart(orderly);
    for (const client of this.clients.values()) {
      if (!client.ws) continue;
      if (!client.closed) client.cut();
      client.closed.expected = true;
    }
  }

  sql({ bind, statement }) {
    const value = this.world.value(fill(statement, this.names));
    if (bind) this.names[bind] = value;
  }

  // ---- expectations

  async expect(client, step) {
    const words = (step.words ?? []).map((word) => fill(word, this.names));
    await this[`expect_${step.what}`](client, step, ...words);
  }

  matches(want, got, what) {
    if (want === undefined) return;
    const fault = mismatch(want, got, this.names);
    if (fault) throw new Error(`${what}${fault}\n  in: ${brief(JSON.stringify(got))}`);
  }

  reply(client) {
    if (client.replies.length === 0) throw new Error(`${client.name} has no reply that was not looked at`);
    const reply = client.replies.shift();
    if (reply.gone) throw new Error(`closed with ${client.closed?.code} instead of an answer`);
    return reply;
  }

  expect_ok(client, { json }) {
    const reply = this.reply(client);
    const refusal = reply.error ?? (reply.status >= 400 ? reply.json : undefined);
    if (refusal) throw new Error(`refused: ${JSON.stringify(refusal)}`);
    this.matches(json, reply.ok ?? reply.json, 'reply');
  }

  expect_fout(client, { json }, code) {
    const reply = this.reply(client);
    const refusal = reply.error ?? (reply.status >= 400 ? reply.json : undefined);
    if (!refusal) throw new Error(`not refused: ${JSON.stringify(reply.ok ?? reply.json)}`);
    if (refusal.code !== code) throw new Error(`refused as ${refusal.code}, not ${code}: ${JSON.stringify(refusal)}`);
    this.matches(json, refusal, 'refusal');
  }

  expect_status(client, { status, headers, json }) {
    const reply = this.reply(client);
    if (reply.status !== status) throw new Error(`status ${reply.status}, not ${status}: ${reply.text}`);
    for (const [name, value] of Object.entries(headers)) {
      const fault = mismatch(value, reply.headers[name.toLowerCase()], this.names);
      if (fault) throw new Error(`header ${name}${fault}`);
    }
    this.matches(json, reply.json, 'body');
  }

  async expect_gebeurtenis(client, { json, frame }, soort, stream) {
    const followed = client.streams.get(stream);
    if (!followed) throw new Error(`${client.name} does not follow ${stream}`);
    await client.until(() => followed.unread.length > 0, `${soort} on ${stream}`);
    const event = followed.unread.shift();
    if (event.leaf.soort !== soort) throw new Error(`the next event on ${stream} is ${event.leaf.soort}: ${event.frame.inhoud}`);
    this.matches(json, frame ? { ...event.leaf, ...event.frame } : event.content, 'event');
  }

  async expect_niets(client, _, stream) {
    const followed = client.streams.get(stream);
    if (!followed) throw new Error(`${client.name} does not follow ${stream}`);
    const last = followed.unread[0] ?? null;
    if (last) throw new Error(`there is ${last.leaf.soort}: ${last.frame.inhoud}`);
    const answer = await client.askHttp({ do: 'stroom.lezen', args: { stroom: stream, na: followed.seq, hoogstens: 1 } });
    const more = answer.ok?.gebeurtenissen ?? [];
    if (more.length > 0) throw new Error(`the log goes on: ${more[0].leaf} ${more[0].inhoud}`);
  }

  async expect_live(client, { json }, soort, stream) {
    const find = () => client.live.findIndex((live) => live.soort === soort && live.stroom === stream && (!json || !mismatch(json, live, { ...this.names })));
    await client.until(() => find() >= 0, `live ${soort} on ${stream}`);
    const [live] = client.live.splice(find(), 1);
    this.matches(json, live, 'live');
  }

  async expect_einde(client, { json }, stream) {
    const find = () => client.ends.findIndex((end) => end.stroom === stream);
    await client.until(() => find() >= 0, `the end of ${stream}`);
    this.matches(json, client.ends.splice(find(), 1)[0], 'einde');
  }

  async expect_gesloten(client, _, code) {
    const closes = new Promise((resolve) => {
      const look = () => (client.closed ? resolve() : client.waiters.push(look));
      look();
    });
    await client.within(closes, 'the close');
    client.closed.expected = true;
    if (client.closed.code !== Number(code)) throw new Error(`closed with ${client.closed.code}, not ${code}`);
  }
}
