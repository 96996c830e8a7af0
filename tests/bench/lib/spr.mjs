// Our own server and its database, as the rows of the bench see them.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildDir, get, startServer } from '../../lib/server.mjs';
import { Driven } from './driven.mjs';

// What a server for a crowd on one address is given; the rest is as in production.
export const LIMITS = {
  SPR_LIMIT_CONNECTIONS: '20000',
  SPR_LIMIT_CONNECTIONS_ADDRESS: '20000',
  SPR_LIMIT_ACCEPTS_ADDRESS: '100000',
  SPR_LIMIT_SESSIONS: '20000',
  SPR_LIMIT_RATE: '1000000',
  SPR_LIMIT_BURST: '1000000',
  SPR_LIMIT_UNANSWERED: '64',
};

export const program = (name) => path.join(buildDir, 'tests/bench', name);

export function psql(sql, database = process.env.SPR_DATABASE_OWNER) {
  const done = spawnSync('psql', ['-X', '-q', '-A', '-t', '-F', ' ', '-v', 'ON_ERROR_STOP=1', '-d', database, '-c', sql], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim();
}

export const children = (pid) => {
  const own = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return [pid, ...own.flatMap(children)];
};

const BACKENDS = "SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE usename = 'spr_server'";
export const backends = () => psql(BACKENDS).split(',').filter(Boolean).map(Number);

export class Spr {
  constructor({ workers = 1, env = {}, world } = {}) {
    this.options = {
      world: world ?? { server: process.env.SPR_DATABASE, owner: process.env.SPR_DATABASE_OWNER },
      workers,
      env: { ...LIMITS, ...env },
    };
  }

  async start() {
    this.server = await startServer(this.options);
    process.once('exit', () => this.server.child?.kill('SIGKILL'));
    this.port = this.server.port;
    this.dialect = 'spr';
    this.pids = { server: children(this.server.child.pid), postgres: backends() };
    return this;
  }

  stop() {
    return this.server.stop();
  }

  async metrics() {
    const all = {};
    for (let i = 0; i < this.options.workers; i++) {
      const { body } = await get(this.server.private + i, '/metrics');
      for (const [, name, value] of body.matchAll(/^(\w+)(?:\{[^}]*\})? ([\d.e+-]+)$/gm)) all[name] = (all[name] ?? 0) + Number(value);
    }
    return all;
  }
}

// What fan-out costs at least: a loop of epoll and one send() a reader. With a fault it errs once.
export async function startFloor(bytes, fault = '') {
  const child = spawn(program('bench_floor'), [String(bytes), fault], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('the floor did not start')));
  });
  return { dialect: 'spr', port, pids: { server: [child.pid] }, stop: () => child.stdin.end() };
}

export const other = (conninfo, database) => conninfo.replace(/dbname=\S+/, `dbname=${database}`);

// What durable posts cost at least: one connection that calls the same function, in a database that
// is a copy, so that readers of the server do not hear of it.
export const startBare = (database = 'spr_kaal') => new Driven(program('bench_batch'), [other(process.env.SPR_DATABASE_OWNER, database), '--driven']);

// ---- where to post

let files = 0;

// The first so many tafels, with the head that each stream has now; `each` people at each.
export function places(scratch, tafels, each = 2) {
  const rows = psql(`SELECT p.token, p.namens, p.tafel, p.onderwerp, s.seq, p.persoon FROM bench.plek p
    JOIN spr.stroom s ON s.naam = 'tafel:' || p.tafel WHERE p.nr <= ${tafels * 2} AND p.nr % 2 < ${each} ORDER BY p.nr`);
  return placesFile(scratch, rows);
}

// Rooms of a peer.
export const rooms = (scratch, count) => placesFile(scratch, Array.from({ length: count }, (_, i) => `nobody-in-particular 1 ${i + 1} 1 0 1`).join('\n'));

function placesFile(scratch, rows) {
  const file = path.join(scratch, `places-${++files}`);
  fs.writeFileSync(file, rows + '\n');
  return file;
}
