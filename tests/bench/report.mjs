// What a measuring run prints, and what docs/PERFORMANCE.md says of it.
//   node tests/bench/report.mjs FILE           the tables of a run that was kept with --json
//   node tests/bench/report.mjs FILE --doc     writes the figures part of docs/PERFORMANCE.md anew
import fs from 'node:fs';
import { writeDoc } from './doc.mjs';
import { number, span, verdict } from './lib/words.mjs';

function peerCell(peer, unit) {
  if (peer.absent) return `${peer.name}: absent (${peer.absent})`;
  return `${peer.name}: ${span(peer)} ${unit}, ours ÷ it ${number(peer.ratio.median)}${peer.wrong ? `, ${peer.wrong} events or answers lost or misplaced` : ''}${peer.note ? `, ${peer.note}` : ''}`;
}

// One figure as lines of a terminal.
function lines(figure) {
  if (figure.missing) return [`  ${figure.title}: ${figure.missing}${figure.goal ? `   goal ${figure.goal}: not measured` : ''}`];
  const { unit, floor } = figure;
  const out = [`  ${figure.title}`, `    ours         ${span(figure.ours)} ${unit}${figure.note ? `   (${figure.note})` : ''}`];
  if (floor) out.push(`    floor        ${span(floor)} ${unit}   ours ÷ floor ${span(floor.ratio)}   [${floor.name}]`);
  for (const peer of figure.peers) out.push(`    ${peerCell(peer, unit)}`);
  if (figure.goal) out.push(`    goal         ${figure.goal}: ${verdict(figure)}`);
  return out;
}

export function printHead({ machine: m, settings }) {
  console.log(`${m.date}  ${m.revision}
${m.cpu}, ${m.memoryGiB} GiB, ${m.system}, Linux ${m.kernel}, ${m.filesystem}, gcc ${m.compiler}
PostgreSQL ${m.postgres}: ${m.settings}
load ${m.loadBefore[0].toFixed(1)} before; ${settings.rounds} rounds of slices of ${settings.seconds} s; ${settings.workers} server process${settings.workers > 1 ? 'es' : ''}; ${settings.textBytes} bytes of text
limits set: ${Object.entries(settings.limits).map(([key, value]) => `${key}=${value}`).join(' ')}
figures: median (least–most) of the rounds; ratios are medians of the ratios of each round
`);
}

export function printRow(row) {
  console.log(`${row.name}   ${row.seconds.toFixed(0)} s${row.fault ? `   FAILED: ${row.fault}` : ''}`);
  for (const figure of row.figures) console.log(lines(figure).join('\n'));
  console.log('');
}

function main([file, mode]) {
  const result = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (mode === '--doc') return writeDoc(result);
  printHead(result);
  result.rows.forEach(printRow);
}

if (process.argv[1]?.endsWith('bench/report.mjs')) main(process.argv.slice(2));
