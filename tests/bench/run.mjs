// The measuring run: floor and server in turn, in short slices, on one machine. Started by
// deploy/bench, which prepares what it names in the environment:
//   SPR_BUILD            release build with the programs of tests/bench
//   SPR_DATABASE         connection of the server; SPR_DATABASE_OWNER that of the owner
// Invariant: nothing here judges a time. It fails when an event or an answer is missing.
import { execFile, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { buildDir, get, startServer } from '../lib/server.mjs';
import { machine, report, summary } from './report.mjs';

const short = process.argv.includes('--kort');
const option = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : undefined);
const workers = Number(option('--workers') ?? 1);
const ROUNDS = short ? 3 : 5;
const SECONDS = short ? 1 : 3;
const READERS = 1000;
const TEXT_BYTES = 200;
const program = (name) => path.join(buildDir, 'tests/bench', name);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-bench.'));
const run = promisify(execFile);

// What a server for a crowd on one address is given; the rest is as in production.
const LIMITS = {
  SPR_LIMIT_CONNECTIONS_ADDRESS: '20000',
  SPR_LIMIT_ACCEPTS_ADDRESS: '100000',
  SPR_LIMIT_RATE: '1000000',
  SPR_LIMIT_BURST: '1000000',
  SPR_LIMIT_UNANSWERED: '64',
};

function psql(sql) {
  const done = spawnSync('psql', ['-X', '-q', '-A', '-t', '-F', ' ', '-v', 'ON_ERROR_STOP=1', '-d', process.env.SPR_DATABASE_OWNER, '-c', sql], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout.trim();
}

// ---- the two sides

async function startFloor(bytes) {
  const child = spawn(program('bench_floor'), [String(bytes)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const port = await new Promise((resolve, reject) => {
    child.stdout.once('data', (text) => resolve(Number(text)));
    child.once('exit', () => reject(new Error('the floor did not start')));
  });
  return { port, pids: { server: [child.pid] }, stop: () => child.stdin.end() };
}

const children = (pid) => {
  const own = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  return [pid, ...own.flatMap(children)];
};

// Its processes, and the backends that work for it.
function pidsOf(server) {
  const backends = psql("SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE usename = 'spr_server'");
  return { server: children(server.child.pid), postgres: backends.split(',').map(Number) };
}

// A figure of /metrics, of all workers together.
async function figure(server, name) {
  let sum = 0;
  for (let i = 0; i < workers; i++) {
    const { body } = await get(server.private + i, '/metrics');
    sum += Number(new RegExp(`^${name} (.*)$`, 'm').exec(body)[1]);
  }
  return sum;
}

// ---- slices

let files = 0;
let epoch;

// The first so many tafels, with the head that each stream has now.
function places(tafels, each = 2) {
  const file = path.join(scratch, `places-${++files}`);
  const rows = psql(`SELECT p.token, p.namens, p.tafel, p.onderwerp, s.seq FROM bench.plek p
    JOIN spr.stroom s ON s.naam = 'tafel:' || p.tafel WHERE p.nr <= ${tafels * 2} AND p.nr % 2 < ${each} ORDER BY p.nr`);
  fs.writeFileSync(file, rows + '\n');
  return file;
}

function floorPlaces() {
  const file = path.join(scratch, 'places-floor');
  fs.writeFileSync(file, 'nobody-in-particular 1 1 1 0\n');
  return file;
}

async function load(side, file, options) {
  const args = ['--port', side.port, '--places', file, '--seconds', SECONDS, '--text', TEXT_BYTES, '--epoch', epoch];
  for (const [name, pids] of Object.entries(side.pids)) args.push('--cpu', `${name}=${pids}`);
  for (const [name, value] of Object.entries(options)) args.push(`--${name}`, ...(value === true ? [] : [value]));
  const { stdout } = await run(program('bench_load'), args.map(String));
  return JSON.parse(stdout);
}

async function bare(size, hot) {
  const args = [process.env.SPR_DATABASE_OWNER, '--bare', String(Math.max(1, Math.round(size))), String(SECONDS)];
  return JSON.parse((await run(program('bench_batch'), hot ? [...args, 'hot'] : args)).stdout);
}

const perDelivery = (slice) => (slice.cpuSeconds.server * 1e6) / slice.deliveries;

async function fanout(server, floor, window, serverFirst) {
  const options = { readers: READERS, window, lockstep: true };
  const one = {
    floor: () => load(floor, floorPlaces(), options),
    server: () => load(server, places(1, 1), options),
  };
  const found = {};
  for (const side of serverFirst ? ['server', 'floor'] : ['floor', 'server']) {
    const slice = await one[side]();
    found[side] = {
      cpuUsPerDelivery: perDelivery(slice),
      deliveriesPerSecond: slice.deliveries / slice.seconds,
      postsPerSecond: slice.posts / slice.seconds,
      lastReaderMs: slice.lastMs.p50,
      lastReaderMsP99: slice.lastMs.p99,
    };
  }
  return { ...found, ratio: found.server.cpuUsPerDelivery / found.floor.cpuUsPerDelivery };
}

async function durable(server, { tafels, writers, window, readers }) {
  const before = [await figure(server, 'spr_store_batches_total'), await figure(server, 'spr_store_commands_total')];
  const slice = await load(server, places(tafels), { readers, writers, window });
  const batches = (await figure(server, 'spr_store_batches_total')) - before[0];
  const commands = (await figure(server, 'spr_store_commands_total')) - before[1];
  const batch = commands / batches;
  const bound = await bare(batch, tafels === 1);
  const perSecond = slice.posts / slice.seconds;
  return {
    server: {
      postsPerSecond: perSecond,
      batch,
      ackMs: slice.ackMs.p50,
      ackMsP99: slice.ackMs.p99,
      readerMs: slice.oneMs.p50,
      readerMsP99: slice.oneMs.p99,
      serverUsPerPost: (slice.cpuSeconds.server * 1e6) / slice.posts,
      postgresUsPerPost: (slice.cpuSeconds.postgres * 1e6) / slice.posts,
      clientUsPerPost: (slice.cpuSeconds.client * 1e6) / slice.posts,
    },
    bare: { postsPerSecond: bound.perSecond, batch: bound.batch, postgresUsPerPost: bound.backendUs },
    ratio: perSecond / bound.perSecond,
  };
}

// ---- the whole

const DURABLE = {
  'one at a time': { tafels: 1, writers: 1, window: 1, readers: 2 },
  'many tafels': { tafels: 100, writers: 64, window: 4, readers: 200 },
  'one hot tafel': { tafels: 1, writers: 64, window: 4, readers: 8 },
};

async function rounds(server, floor) {
  const found = {};
  const keep = (name, figures) => (found[name] ??= []).push(figures);
  for (let round = 0; round < ROUNDS; round++) {
    for (const window of [1, 16]) keep(`fanout ${window}`, await fanout(server, floor, window, round % 2 === 1));
    for (const [name, shape] of Object.entries(DURABLE)) keep(`durable ${name}`, await durable(server, shape));
    process.stderr.write(`· round ${round + 1} of ${ROUNDS}, load ${os.loadavg()[0].toFixed(1)}\n`);
  }
  return found;
}

async function main() {
  const world = { server: process.env.SPR_DATABASE, owner: process.env.SPR_DATABASE_OWNER };
  const server = await startServer({ world, workers, env: LIMITS });
  let floor;
  try {
    server.pids = pidsOf(server);
    epoch = psql('SELECT rule.epoch()');
    // The floor's frames are as long as those of the server.
    const first = await load(server, places(1, 1), { readers: 10, lockstep: true });
    const frameBytes = Math.round(first.bytes / first.deliveries);
    floor = await startFloor(frameBytes);
    const result = {
      machine: machine(psql('SHOW server_version'), psql("SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')")),
      settings: { rounds: ROUNDS, seconds: SECONDS, workers, readers: READERS, textBytes: TEXT_BYTES, frameBytes, limits: LIMITS, durable: DURABLE },
      rounds: await rounds(server, floor),
    };
    result.summary = summary(result.rounds);
    result.machine.loadAfter = os.loadavg();
    report(result);
    if (option('--json')) fs.writeFileSync(option('--json'), JSON.stringify(result, null, 1) + '\n');
  } finally {
    floor?.stop();
    await server.stop();
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
