// The talk suite as TAP: every transcript over WebSocket with two processes, then over HTTP with one.
//   run.mjs [--door ws|http] [--workers N] [FILE…]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Tap } from '../contract/tap.mjs';
import { commands } from '../contract/proto.mjs';
import { definitions } from '../lib/checker.mjs';
import { parseTalk } from './parse.mjs';
import { Play } from './play.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const { values, positionals } = parseArgs({
  options: { door: { type: 'string' }, workers: { type: 'string' }, jobs: { type: 'string', default: '2' } },
  allowPositionals: true,
});

const all = positionals.length === 0;
const files = all ? fs.readdirSync(here).filter((name) => name.endsWith('.talk')).sort().map((name) => path.join(here, name)) : positionals;
const given = values.door || values.workers;
const MODES = given
  ? [{ door: values.door ?? 'ws', workers: Number(values.workers ?? 1) }]
  : [{ door: 'ws', workers: 2 }, { door: 'http', workers: 1 }];

async function playOne(file, mode) {
  const talk = parseTalk(fs.readFileSync(file, 'utf8'), path.basename(file));
  const play = new Play(mode);
  try {
    await play.open();
    await play.run(talk.steps);
  } catch (error) {
    await play.close().catch((also) => (error.message += `\n${also.message}`));
    throw error;
  }
  await play.close();
}

async function main() {
  const tap = new Tap();
  const work = MODES.flatMap((mode) => files.map((file) => ({ mode, file })));
  const spoken = new Set();
  for (const file of files)
    for (const { command } of parseTalk(fs.readFileSync(file, 'utf8'), path.basename(file)).mag) {
      spoken.add(command);
      if (!definitions.has(command)) tap.ok(false, `${path.basename(file)}: mag: names ${command}, which is not in proto/`);
    }
  async function worker() {
    for (let next; (next = work.shift()); ) {
      const { file, mode } = next;
      const name = `${path.basename(file)} · ${mode.door}${mode.workers > 1 ? ` · ${mode.workers} processes` : ''}`;
      const alone = `deploy/test talk --door ${mode.door} --workers ${mode.workers} ${path.relative(path.join(here, '../..'), path.resolve(file))}`;
      await playOne(file, mode).then(
        () => tap.ok(true, name),
        (error) => tap.ok(false, name, `${error.message}\nalone: ${alone}`),
      );
    }
  }
  await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
  if (all)
    for (const { name } of commands) tap.ok(spoken.has(name), `${name} has a transcript that says who may do it`);
  process.exitCode = tap.end() ? 0 : 1;
}

await main();
