// The contract suite, as TAP. SPR_BUILD is the build directory (build/debug when absent).
//
//     tests/contract/run [part...]     commands envelope frames gen documents equality
import { Tap } from './tap.mjs';

const PARTS = ['commands', 'envelope', 'frames', 'gen', 'documents', 'equality'];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  process.stderr.write(`tests/contract/run: no part ${unknown}; there are ${PARTS.join(' ')}\n`);
  process.exit(2);
}

const tap = new Tap();
for (const part of PARTS.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const before = tap.failed;
  try {
    (await import(`./${part}.mjs`)).default(tap);
  } catch (error) {
    tap.ok(false, `${part} runs to its end`, error.stack);
  }
  if (tap.failed > before) tap.line(`# alone: tests/contract/run ${part}`);
}
process.exit(tap.end() ? 0 : 1);
