// The figures part of docs/PERFORMANCE.md, between its two markers, and its charts in docs/img: all of
// it from the JSON of one run, nothing by hand.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bars, lines } from './chart.mjs';
import { number, span, verdict } from './lib/words.mjs';

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');
const [BEGIN, END] = ['<!-- figures: begin; written by tests/bench/report.mjs FILE --doc -->', '<!-- figures: end -->'];

const AREAS = [
  ['Fan-out', /^fanout/, 'Messages are as long on the wire as ours are, whoever sends them. The server does more than the floor and the peers here: every post is parsed, decided, committed and chained before it is sent; with few readers that is most of it.'],
  ['Durable posts', /^(durable|lone|half)/, 'From a WebSocket to the answer after the commit, and to readers that follow meanwhile. Peers keep each post in a PostgreSQL of their own with fsync on: ejabberd in its archive (mod_mam), socket.io in one transaction for all posts that wait, with a number per room.'],
  ['Crowds', /^(memory|reconnect|slow)/, ''],
  ['Growth', /^growth/, 'Time of the backend, so that the machine matters less; the floor is the smallest size.'],
  ['Start, browser, exports', /^(start|browser|exports)/, ''],
];

const cell = (text) => String(text).replaceAll('|', '\\|');

function peersCell(figure) {
  return figure.peers.map((peer) => {
    if (peer.absent) return `${peer.name}: absent, ${peer.absent}`;
    const wrong = peer.wrong ? `; **${number(peer.wrong)} lost or misplaced**` : '';
    return `${peer.name} ${number(peer.median)} (${number(peer.ratio.median)}×)${wrong}`;
  }).join('<br>');
}

function rowOf(figure) {
  if (figure.missing) return `| ${cell(figure.title)} | ${figure.missing} | | | | ${cell(figure.goal ?? '')} | ${verdict(figure)} |`;
  const { floor, unit } = figure;
  return `| ${cell(figure.title)}${figure.note ? ` <sub>${cell(figure.note)}</sub>` : ''} | ${span(figure.ours)} ${unit} | ${floor ? `${number(floor.median)} <sub>${cell(floor.name)}</sub>` : ''} | ${floor ? span(floor.ratio) : ''} | ${cell(peersCell(figure))} | ${cell(figure.goal ?? '')} | ${verdict(figure)} |`;
}

const HEAD = '| | measured | floor | ÷ floor | peers (ours ÷ it) | goal | holds |\n|---|---|---|---|---|---|---|';

// ---- charts

const bar = (name, kind, one, unit) => ({ name, kind, value: one.median, text: `${number(one.median)} ${unit}` });

function group(label, figure) {
  const all = [bar('spr', 'ours', figure.ours, figure.unit)];
  if (figure.floor) all.push(bar('floor', 'floor', figure.floor, figure.unit));
  for (const peer of figure.peers) if (!peer.absent) all.push(bar(peer.name, 'peer', peer, figure.unit));
  return { label, bars: all };
}

function charts(figures) {
  const find = (id) => figures.find((figure) => figure.id === id && !figure.missing);
  const made = {};
  const add = (file, title, wanted) => {
    const groups = wanted.filter(([id]) => find(id)).map(([id, label]) => group(label, find(id)));
    if (groups.length > 0) made[file] = { title, text: bars(title, groups) };
  };
  add('bench-fanout.svg', 'Processor time a delivery, 1 in flight (less is better)', [['fanout-100.cpu', '100 readers'], ['fanout-1000.cpu', '1000 readers'], ['fanout-5000.cpu', '5000 readers']]);
  add('bench-load.svg', 'Deliveries a second to 1000 readers (more is better)', [['fanout-in-flight-16.rate', '16 in flight'], ['fanout-open.rate', '1000 posts/s asked']]);
  add('bench-durable.svg', 'Durable posts a second (more is better)', [['durable-many.rate', '100 tafels'], ['durable-hot.rate', 'one hot tafel'], ['durable-1000.rate', 'to 1000 readers']]);
  add('bench-memory.svg', 'Memory an idle connected person (less is better)', [['memory', 'three streams each']]);
  for (const [what, file, label] of [['gebeurtenissen', 'bench-growth-events.svg', 'events in the log'], ['tafels', 'bench-growth-tafels.svg', 'tafels']]) {
    const series = ['post', 'resume', 'snapshot'].map((kind) => find(`growth-${what}.${kind}`)).filter(Boolean)
      .map((figure) => ({ name: figure.id.split('.')[1], points: figure.series.map(({ size, median }) => ({ size, value: median })) }));
    const title = `Backend time by the number of ${label} (flat is the aim)`;
    if (series.length > 0) made[file] = { title, text: lines(title, series, 'µs') };
  }
  return made;
}

// ---- the whole

function head({ machine: m, settings, peers, note }) {
  return `${note ? `**${note}**\n\n` : ''}${m.date.slice(0, 10)}, revision ${m.revision}. ${m.cpu}, ${m.memoryGiB} GiB, ${m.system}, Linux ${m.kernel}, ${m.filesystem}, gcc ${m.compiler}, PostgreSQL ${m.postgres} (${m.settings}). Load ${m.loadBefore[0].toFixed(1)} before and ${m.loadAfter[0].toFixed(1)} after, of which the measuring itself has its share. ${settings.rounds} rounds of slices of ${settings.seconds} s or a little more${settings.short ? ' (`--kort`)' : ''}; ${settings.workers} server process${settings.workers > 1 ? 'es' : ''}; ${settings.textBytes} bytes of text${settings.frameBytes ? `, frames of ${settings.frameBytes} bytes` : ''}.

Limits set: ${Object.entries(settings.limits).map(([key, value]) => `\`${key}=${value}\``).join(' ')}.

Peers: ${Object.entries(peers ?? {}).map(([name, version]) => `${name} (${version})`).join('; ')}.

Median (least–most) of the rounds; a ratio is the median of the ratios of each round, ours ÷ the other's.`;
}

export function writeDoc(result) {
  const figures = result.rows.flatMap((row) => row.figures);
  const made = charts(figures);
  for (const [file, { text }] of Object.entries(made)) fs.writeFileSync(path.join(docs, 'img', file), text);
  const parts = [head(result)];
  for (const [title, pattern, words] of AREAS) {
    const own = figures.filter((figure) => pattern.test(figure.id));
    if (own.length === 0) continue;
    const images = Object.entries(made).filter(([file]) => imageArea(file) === title).map(([file, one]) => `![${one.title}](img/${file})`);
    parts.push([`### ${title}`, words, ...images, [HEAD, ...own.map(rowOf)].join('\n')].filter(Boolean).join('\n\n'));
  }
  const failed = result.rows.filter((row) => row.fault).map((row) => `- \`${row.name}\`: ${row.fault}`);
  if (failed.length > 0) parts.push(`### Not played to the end\n\n${failed.join('\n')}`);
  const file = path.join(docs, 'PERFORMANCE.md');
  const text = fs.readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${file} lacks the markers ${BEGIN} and ${END}`);
  fs.writeFileSync(file, `${text.slice(0, from)}${BEGIN}\n\n${parts.join('\n\n')}\n\n${text.slice(to)}`);
}

function imageArea(file) {
  if (/fanout|load/.test(file)) return 'Fan-out';
  if (/durable/.test(file)) return 'Durable posts';
  return /growth/.test(file) ? 'Growth' : 'Crowds';
}
