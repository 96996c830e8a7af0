// The model suite, as TAP. See README.md.
//   main.mjs [--seed X] [--steps N] [--seconds S] [--every K] [--controls]
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { Tap } from '../contract/tap.mjs';
import { newSeed } from '../faults/lib/chance.mjs';
import { CONTROLS } from './controls.mjs';
import { Game, THEMES } from './lib/game.mjs';
import { Difference } from './lib/same.mjs';

const STRETCH = 40; // commands between two looks
const SHARE = 0.3; // of the people, at each look
const LEAST = 80; // steps, however slow the machine: fewer show little
const CONTROL_STEPS = 1500; // within which a deliberate fault must be found

const { values } = parseArgs({
  options: { seed: { type: 'string' }, steps: { type: 'string' }, seconds: { type: 'string', default: '24' }, controls: { type: 'boolean' }, every: { type: 'string' } },
});
const tap = new Tap();
const say = (text) => tap.line(`# ${text}`);

// Plays until the steps or the time are over. Gives {game, error}.
async function playOne({ seed, steps = Infinity, seconds = Infinity, every = STRETCH, closely = Infinity, breakRules, favour, first }) {
  const game = new Game({ seed, breakRules, favour, first });
  let error = null;
  try {
    await game.open();
    const until = Date.now() + seconds * 1000;
    while (game.step < steps && (Date.now() < until || game.step < LEAST)) {
      await game.play();
      if (game.step % every === 0 || game.step >= closely) await game.look(game.step >= closely ? 1 : SHARE);
    }
    await game.look(1);
  } catch (caught) {
    error = caught;
  }
  if (error && game.server) error.stack += `\n${game.server.said().split('\n').slice(-4).join('\n')}`;
  await game.close().catch((caught) => (error ??= caught));
  return { game, error };
}

// A difference that was seen at a look came about somewhere in the stretch before it: the same game
// is played once more, looking after every step of that stretch.
async function shrink(seed, step, breakRules) {
  const { game, error } = await playOne({ seed, steps: step, closely: Math.max(1, step - STRETCH), breakRules });
  return error ? { step: game.step, error } : null;
}

function figures({ step, counts, readers, jumped }) {
  const { snapshots, streams, closed, events, followed, steps } = readers.figures;
  return `${step} steps: ${counts.commands} commands (${counts.done} done, ${counts.refused} refused), ${counts.again} keys again, ${jumped} jumps of the clock; ` +
    `${snapshots} snapshots, ${steps} times snapshot + events = snapshot, ${streams} streams read (${closed} closed to the reader), ${events} events, ${followed} more on lines`;
}

async function one(title, options) {
  const { game, error } = await playOne(options);
  if (!error) {
    tap.ok(true, `${title}, seed ${options.seed}`);
    say(figures(game));
    return game;
  }
  const closer = await shrink(options.seed, game.step, options.breakRules);
  const { step, error: why } = closer ?? { step: game.step, error };
  tap.ok(false, `${title}, seed ${options.seed}`, `step ${step}: ${why.stack}\nalone: deploy/test model --seed ${options.seed} --steps ${step}`);
  return game;
}

async function control({ fault, breakRules, favour, first }) {
  const { game, error } = await playOne({ seed: newSeed(), steps: CONTROL_STEPS, breakRules, favour, first });
  // Only what the model says counts: a game that broke off has found nothing.
  tap.ok(error instanceof Difference, `found: ${fault}`, error ? error.stack : `${figures(game)}\nand no difference`);
  if (error) say(`after ${game.step} steps: ${error.message.split('\n')[0].slice(0, 200)}`);
}

// How far decisions came: what they are now, what they were before, and counted again.
function reached(game) {
  const besluiten = [...game.model.tafels.values()].flatMap((tafel) => [...tafel.besluiten.values()]).map(({ row }) => row);
  const names = besluiten.flatMap(({ status, uitkomst, eerder = [], hertelling }) => [uitkomst ?? status, ...eerder.map((one) => `before: ${one.uitkomst}`), ...(hertelling ? ['counted again'] : [])]);
  return [...new Set(names)].sort().map((name) => `${name} ${names.filter((other) => other === name).length}`);
}

function sayCounts(game) {
  say(`done: ${[...game.counts.done_by].sort().map(([name, n]) => `${name} ${n}`).join(', ')}`);
  say(`besluiten: ${reached(game).join(', ')}`);
  say(`refused: ${[...game.counts.codes].sort().map(([name, n]) => `${name} ${n}`).join(', ')}`);
}

// Seeds that once showed a difference.
const onceFailed = () => fs.readFileSync(new URL('seeds', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(' '));

async function main() {
  if (values.seed || values.steps) {
    const seed = values.seed ?? newSeed();
    say(`seed ${seed}`);
    sayCounts(await one('the server is the model', { seed, steps: values.steps ? Number(values.steps) : Infinity, seconds: values.steps ? Infinity : Number(values.seconds), every: Number(values.every ?? STRETCH) }));
  } else {
    if (!values.controls) {
      for (const [seed, steps] of onceFailed()) await one('a seed that once failed', { seed, steps: Number(steps) });
      // A game of each theme, and all together as long as was asked.
      const seconds = Number(values.seconds) / Object.keys(THEMES).length;
      for (const theme of Object.keys(THEMES)) sayCounts(await one('the server is the model', { seed: `${theme}-${newSeed()}`, seconds }));
    }
    for (const each of CONTROLS) await control(each);
  }
  process.exit(tap.end() ? 0 : 1);
}

await main();
