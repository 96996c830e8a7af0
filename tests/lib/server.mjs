// A real server for a test: `spr serve` on a free port and on one database.
//   const world = new World(); const server = await startServer({ world, workers: 2 });
//   … server.origin, server.port … ; await server.stop(); world.drop();
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const buildDir = path.resolve(root, process.env.SPR_BUILD ?? 'build/debug');

const START_MS = 30000;
const STOP_MS = 30000;
// Limits that keep strangers out would keep a test out too: it acts faster than any person.
const GENEROUS = {
  SPR_LIMIT_RATE: '100000',
  SPR_LIMIT_BURST: '100000',
  SPR_LIMIT_HTTP_RATE: '100000',
  SPR_LIMIT_HTTP_BURST: '100000',
  SPR_LIMIT_LOGINS: '100000',
  SPR_LIMIT_ACCEPTS_ADDRESS: '100000',
  SPR_LIMIT_CONNECTIONS_ADDRESS: '10000',
};

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// A run of `count` ports that nobody listens on; somebody may still be quicker, so starts retry.
export async function freePorts(count) {
  for (;;) {
    const base = 20000 + Math.floor(Math.random() * 12000);
    const tries = [];
    for (let i = 0; i < count; i++) tries.push(isFree(base + i));
    if ((await Promise.all(tries)).every(Boolean)) return base;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

export function get(port, target, headers = {}, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const request = http.get({ host, port, path: target, headers, agent: false }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.setTimeout(5000, () => request.destroy(new Error('no answer')));
  });
}

export class Server {
  // log: in a directory of its own, which goes with the server.
  constructor({ world, workers = 1, env = {}, program = path.join(buildDir, 'spr'), log }) {
    Object.assign(this, { world, workers, env, program });
    this.log = log ?? path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'spr-server.')), 'log');
    this.child = null;
  }

  // Where it is, and how one comes in there.
  get address() {
    return '127.0.0.1';
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  get cookieName() {
    return `spr_lokaal_${this.port}`;
  }

  get headers() {
    return {};
  }

  environment() {
    return {
      ...process.env,
      ...GENEROUS,
      SPR_LISTEN: `127.0.0.1:${this.port}`,
      SPR_PRIVATE: `127.0.0.1:${this.private}`,
      SPR_DATABASE: this.world.server,
      SPR_DATABASE_OWNER: this.world.owner,
      SPR_WORKERS: String(this.workers),
      SPR_DRAIN_SECONDS: '2',
      SPR_SPOOL: path.join(path.dirname(this.log), 'spool'),
      ...(fs.existsSync(path.join(buildDir, 'web')) ? { SPR_WEB: path.join(buildDir, 'web') } : {}),
      ASAN_OPTIONS: 'abort_on_error=0:detect_leaks=1:exitcode=99',
      UBSAN_OPTIONS: 'print_stacktrace=1',
      ...this.env,
    };
  }

  async start() {
    for (let attempt = 0; ; attempt++) {
      if (!this.port || attempt > 0) {
        this.port = this.port && attempt === 0 ? this.port : await freePorts(1);
        this.private = await freePorts(this.workers);
      }
      this.spawn();
      if (await this.ready()) return this;
      const said = this.said();
      await this.kill();
      if (attempt === 3 || !/in use|EADDRINUSE|bind/i.test(said)) throw new Error(`the server did not start:\n${said}`);
    }
  }

  spawn() {
    fs.mkdirSync(path.dirname(this.log), { recursive: true });
    const log = fs.openSync(this.log, 'a');
    this.child = this.launch(log);
    fs.closeSync(log);
    this.ended = new Promise((resolve) => this.child.once('exit', (code, signal) => resolve({ code, signal })));
    this.ended.then((how) => (this.exit = how));
    this.exit = null;
  }

  launch(log) {
    return spawn(this.program, ['serve'], { env: this.environment(), stdio: ['ignore', log, log] });
  }

  // Every worker says that it is ready.
  async ready() {
    const until = Date.now() + START_MS;
    while (Date.now() < until && !this.exit) {
      const answers = [];
      for (let i = 0; i < this.workers; i++) answers.push(get(this.private + i, '/readyz', {}, this.address).catch(() => null));
      if ((await Promise.all(answers)).every((answer) => answer?.status === 200)) return true;
      await sleep(25);
    }
    return false;
  }

  said() {
    return fs.existsSync(this.log) ? fs.readFileSync(this.log, 'utf8') : '';
  }

  // What no test may hear from a server: a sanitizer, or a reply or event that breaks the contract.
  // A debug build looks at every one of them.
  faults() {
    const fault = /ERROR: (Address|Leak)Sanitizer|runtime error:|"event":"contract\.(reply|event)"/;
    return this.said().split('\n').filter((line) => fault.test(line)).join('\n');
  }

  // Orderly; throws when the server did not end well or when it has faults.
  async stop() {
    if (!this.child) return;
    if (!this.exit) this.child.kill('SIGTERM');
    let timer;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, STOP_MS, 'late')));
    const how = await Promise.race([this.ended, late]);
    clearTimeout(timer);
    if (how === 'late') await this.kill();
    this.child = null;
    const faults = this.faults();
    if (how === 'late' || how.code !== 0 || faults)
      throw new Error(`the server ended with ${JSON.stringify(how)}:\n${faults.slice(0, 2000)}\n${this.said().slice(-6000)}`);
    fs.rmSync(path.dirname(this.log), { recursive: true, force: true });
  }

  // kill -9 of the server and its workers, which end with it.
  async kill() {
    if (!this.child) return;
    if (!this.exit) this.child.kill('SIGKILL');
    await this.ended;
    this.child = null;
  }

  async restart(orderly = true) {
    if (orderly) await this.stop();
    else await this.kill();
    await this.start();
  }
}

export const startServer = (options) => new Server(options).start();
