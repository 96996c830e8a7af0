// What a measuring run prints: the machine, and each figure beside its floor.
import fs from 'node:fs';
import os from 'node:os';
import { spawnSync } from 'node:child_process';

const ask = (...command) => spawnSync(command[0], command.slice(1), { encoding: 'utf8' }).stdout?.trim() ?? '';
const name = (file, pattern) => pattern.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? '?';

export function machine(postgres, settings) {
  return {
    date: new Date().toISOString(),
    cpu: `${os.cpus().length} × ${name('/proc/cpuinfo', /^model name\s*: (.*)$/m)}`,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: name('/etc/os-release', /^PRETTY_NAME="(.*)"$/m),
    kernel: os.release(),
    filesystem: ask('stat', '-f', '-c', '%T', os.tmpdir()),
    compiler: ask('gcc', '-dumpfullversion'),
    revision: ask('git', 'describe', '--always', '--dirty'),
    postgres,
    settings,
    loadBefore: os.loadavg(),
  };
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const median = (values) => sorted(values)[Math.floor(values.length / 2)];

// Every number of the rounds becomes {median, least, most}; the shape stays.
function fold(rounds) {
  if (typeof rounds[0] === 'number') return { median: median(rounds), least: Math.min(...rounds), most: Math.max(...rounds) };
  return Object.fromEntries(Object.keys(rounds[0]).map((key) => [key, fold(rounds.map((round) => round[key]))]));
}

export const summary = (rounds) => Object.fromEntries(Object.entries(rounds).map(([key, values]) => [key, fold(values)]));

const figure = (value) => (value >= 1000 ? Math.round(value).toString() : value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const span = ({ median: middle, least, most }) => `${figure(middle)} (${figure(least)}–${figure(most)})`;

function table(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(line)].join('\n');
}

function fanoutTable(found, readers) {
  const rows = [];
  for (const window of [1, 16]) {
    const { server, floor, ratio } = found[`fanout ${window}`];
    for (const [who, side] of [['server', server], ['floor', floor]])
      rows.push([
        `${readers} readers, ${window} in flight`, who, span(side.cpuUsPerDelivery), who === 'server' ? span(ratio) : '1',
        span(side.deliveriesPerSecond), span(side.postsPerSecond), `${span(side.lastReaderMs)}, ${figure(side.lastReaderMsP99.median)}`,
      ]);
  }
  return table(['fan-out', 'who', 'CPU µs per delivery', '÷ floor', 'deliveries/s', 'posts/s', 'last reader ms p50, p99'], rows);
}

function durableTable(found) {
  const rows = Object.keys(found).filter((key) => key.startsWith('durable ')).flatMap((key) => {
    const { server, bare, ratio } = found[key];
    return [
      [key.slice(8), 'server', span(server.postsPerSecond), span(ratio), span(server.batch), `${span(server.ackMs)}, ${figure(server.ackMsP99.median)}`,
        `${span(server.readerMs)}, ${figure(server.readerMsP99.median)}`, span(server.postgresUsPerPost), span(server.serverUsPerPost)],
      ['', 'bare client', span(bare.postsPerSecond), '1', span(bare.batch), '', '', span(bare.postgresUsPerPost), ''],
    ];
  });
  return table(['durable bijdragen', 'who', 'posts/s', '÷ bare', 'batch', 'ack ms p50, p99', 'reader ms p50, p99', 'PostgreSQL CPU µs/post', 'server CPU µs/post'], rows);
}

export function report({ machine: m, settings, summary: found }) {
  console.log(`${m.date}  ${m.revision}
${m.cpu}, ${m.memoryGiB} GiB, ${m.system}, Linux ${m.kernel}, ${m.filesystem}, gcc ${m.compiler}
PostgreSQL ${m.postgres}: ${m.settings}
load ${m.loadBefore[0].toFixed(1)} before, ${m.loadAfter[0].toFixed(1)} after; ${settings.rounds} rounds of ${settings.seconds} s; ${settings.workers} server process${settings.workers > 1 ? 'es' : ''}; ${settings.textBytes} bytes of text, frames of ${settings.frameBytes} bytes
limits set: ${Object.entries(settings.limits).map(([key, value]) => `${key}=${value}`).join(' ')}
figures: median (least–most) of the rounds
`);
  console.log(fanoutTable(found, settings.readers), '\n');
  console.log(durableTable(found));
}
