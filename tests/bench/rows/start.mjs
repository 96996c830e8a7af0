// Rows about beginnings: the server's, the whole demo's; and what is not built yet.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildDir, freePorts, get, root } from '../../lib/server.mjs';
import { figure, missing } from '../lib/stats.mjs';
import { Spr } from '../lib/spr.mjs';

const now = () => Number(process.hrtime.bigint()) / 1e6;
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(port, ended) {
  for (;;) {
    if (ended()) throw new Error('it ended before it was ready');
    if ((await get(port, '/readyz').catch(() => null))?.status === 200) return;
    await sleep(1);
  }
}

// From exec to the first 200 of /readyz.
async function serveOnce(bench) {
  const { server } = new Spr({ workers: bench.workers }).options.world;
  const base = await freePorts(2);
  const env = { ...process.env, SPR_DATABASE: server, SPR_LISTEN: `127.0.0.1:${base}`, SPR_PRIVATE: `127.0.0.1:${base + 1}`, SPR_DRAIN_SECONDS: '0' };
  const began = now();
  const child = spawn(path.join(buildDir, 'spr'), ['serve'], { env, stdio: 'ignore' });
  let gone = false;
  const ended = new Promise((resolve) => child.once('exit', () => resolve((gone = true))));
  await until(base + 1, () => gone);
  const ms = now() - began;
  child.kill('SIGTERM');
  await ended;
  return ms;
}

// deploy/run in a new data directory, until the page answers; the tree is built.
async function demoOnce(bench) {
  const port = await freePorts(1);
  const data = fs.mkdtempSync(path.join(bench.scratch, 'demo-'));
  fs.chmodSync(data, 0o755);
  const env = { ...process.env, SPR_PRIVATE: `127.0.0.1:${port + 1100}` };
  for (const name of ['SPR_DATABASE', 'SPR_DATABASE_OWNER', 'SPR_LISTEN']) delete env[name];
  const began = now();
  const child = spawn(path.join(root, 'deploy/run'), ['--port', String(port), '--data', data], { env, stdio: 'ignore', detached: true });
  let gone = false;
  const ended = new Promise((resolve) => child.once('exit', () => resolve((gone = true))));
  await until(port + 1100, () => gone);
  const seconds = (now() - began) / 1000;
  child.kill('SIGTERM');
  await ended;
  return { seconds, data };
}

const times = async (count, once) => {
  const found = [];
  for (let i = 0; i < count; i++) found.push(await once());
  return found;
};

async function start(bench) {
  const ready = await times(bench.rounds, () => serveOnce(bench));
  // New cluster, tables, demo and server; then the same data directory once more.
  const first = await times(bench.short ? 2 : 5, () => demoOnce(bench));
  return [
    figure({ id: 'start.serve', title: '`spr serve` until /readyz says 200', unit: 'ms', better: 'less', ours: ready }),
    figure({ id: 'start.demo', title: '`deploy/run` from a built tree: new cluster, tables, demo, server', unit: 's', better: 'less', ours: first.map((one) => one.seconds) }),
  ];
}

const exports = async () => [
  missing('exports.csv', 'exports of 1 000 000 rows: CSV beside COPY CSV', 'not built yet'),
  missing('exports.jsonl', 'exports of 1 000 000 rows: JSON Lines beside row_to_json', 'not built yet'),
  missing('exports.xlsx', 'exports of 1 000 000 rows: XLSX beside bare libxlsxwriter', 'not built yet'),
];

export const rows = { start, exports };
