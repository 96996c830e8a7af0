// The measuring run. Started by deploy/bench, which prepares what it names in the environment:
//   SPR_BUILD            release build with the programs of tests/bench
//   SPR_DATABASE         connection of the server; SPR_DATABASE_OWNER that of the owner
// Invariant: nothing here judges a time. It fails when an event or an answer is missing, comes twice
// or out of order, and when a row could not be played to its end.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LIMITS, psql, Spr } from './lib/spr.mjs';
import { machine } from './lib/machine.mjs';
import { Peers } from './peers/peers.mjs';
import { allRows } from './rows/rows.mjs';
import { judge } from './goals.mjs';
import { printRow, printHead } from './report.mjs';

function readArguments(words) {
  const options = { rows: [], workers: 1 };
  while (words.length > 0) {
    const word = words.shift();
    if (word === '--kort') options.short = true;
    else if (word === '--workers') options.workers = Number(words.shift());
    else if (word === '--json') options.json = words.shift();
    else if (word === '--list') options.list = true;
    else if (allRows[word]) options.rows.push(word);
    else throw new Error(`no such row: ${word}; there are ${Object.keys(allRows).join(' ')}`);
  }
  if (options.rows.length === 0) options.rows = Object.keys(allRows);
  return options;
}

// What the rows need to know; `peers` starts the named ones, and says why others are absent;
// `freshPeers` starts them again.
function makeBench(options, server) {
  const bench = {
    short: Boolean(options.short),
    workers: options.workers,
    rounds: options.short ? 5 : 11,
    seconds: options.short ? 0.4 : 1,
    text: 200,
    scratch: fs.mkdtempSync(path.join(os.tmpdir(), 'spr-bench.')),
    server,
  };
  fs.chmodSync(bench.scratch, 0o755);
  const started = new Peers(bench);
  bench.peers = (names) => started.get(names);
  bench.freshPeers = (names) => started.fresh(names);
  bench.started = started;
  return bench;
}

async function playRow(bench, name) {
  const began = Date.now();
  try {
    const figures = (await allRows[name](bench)).map((figure) => ({ row: name, ...figure, ...judge(figure) }));
    return { name, seconds: (Date.now() - began) / 1000, figures };
  } catch (error) {
    process.stderr.write(`error: ${name}: ${error.stack}\n`);
    return { name, seconds: (Date.now() - began) / 1000, figures: [], fault: error.message };
  }
}

function settings(bench) {
  return { rounds: bench.rounds, seconds: bench.seconds, short: bench.short, workers: bench.workers, textBytes: bench.text, frameBytes: bench.frameBytes, limits: LIMITS };
}

async function main() {
  const options = readArguments(process.argv.slice(2));
  if (options.list) return console.log(Object.keys(allRows).join('\n'));
  const server = await new Spr({ workers: options.workers }).start();
  const bench = makeBench(options, server);
  const result = { machine: machine(psql), settings: settings(bench), rows: [] };
  const keep = () => options.json && fs.writeFileSync(options.json, JSON.stringify(result, null, 1) + '\n');
  try {
    printHead(result);
    for (const name of options.rows) {
      const row = await playRow(bench, name);
      result.rows.push(row);
      Object.assign(result, { settings: settings(bench), peers: bench.started.versions() });
      result.machine.loadAfter = os.loadavg();
      printRow(row);
      keep();
    }
  } finally {
    await bench.started.stop();
    await server.stop();
    fs.rmSync(bench.scratch, { recursive: true, force: true });
  }
  if (result.rows.some((row) => row.fault)) process.exitCode = 1;
}

// Whoever is started says goodbye in a handler of exit, which a signal alone would pass by.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
await main();
process.exit(); // whatever a row that failed has left behind
