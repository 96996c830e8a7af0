// The lint suite: sizes, fences between rooms, words that do not belong in a finished tree, shell
// syntax, clang-tidy and the types of the browser. Arguments limit clang-tidy to these files.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { Tap } from '../contract/tap.mjs';
import { read, root, tracked } from './tree.mjs';
import { fences, openings, sizes, words } from './rules.mjs';
import { tidy } from './tidy.mjs';

const tap = new Tap();

function report(name, faults) {
  tap.ok(faults.length === 0, name, faults.slice(0, 40).join('\n'));
}

function shell(files) {
  const scripts = files.filter((file) => /^#!.*\b(ba)?sh\b/.test(read(file).slice(0, 40)));
  return scripts.flatMap((file) => {
    const run = spawnSync('bash', ['-n', path.join(root, file)], { encoding: 'utf8' });
    return run.status === 0 ? [] : [run.stderr.trim()];
  });
}

function browserTypes() {
  const dir = path.join(root, 'src/browser');
  const tsc = path.join(dir, 'node_modules/.bin/tsc');
  if (!fs.existsSync(path.join(dir, 'src/gen/protocol.ts'))) return ['src/browser/src/gen/protocol.ts is not generated: build the target web first'];
  const run = spawnSync(tsc, ['--noEmit', '-p', dir], { encoding: 'utf8', cwd: dir });
  return run.status === 0 ? [] : (run.stdout || String(run.error)).trim().split('\n');
}

const files = tracked();
const only = process.argv.slice(2);
if (only.length === 0) {
  report('files, functions and door headers keep their sizes', sizes(files));
  report('libraries stay in their rooms, and rooms are entered by their doors', fences(files));
  report('each file begins by saying what it is for', openings(files));
  report('nothing is left for later, no machine of ours is named', words(files));
  report('shell scripts parse', shell(files));
  report('the browser sources have their types', browserTypes());
}
await tidy(tap, only.length > 0 ? only : files.filter((file) => /^src\/.*\.c$/.test(file)));
process.exitCode = tap.end() ? 0 : 1;
