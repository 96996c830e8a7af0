// Without any hint between processes, of one machine or of two, the log itself brings every event
// to the other process: later, but all of it.
import { mutate } from '../lib/drill.mjs';
import { Site } from '../lib/site.mjs';
import { sleep } from '../lib/wait.mjs';

const PROMISED_MS = 2000;
const POSTS = 8;

export const MUTE = mutate('rule.wenk', 'PERFORM pg_notify(', 'PERFORM concat(');

export const LAYOUTS = {
  'two processes': { workers: 2 },
  'four processes': { workers: 4 },
  'two servers': { workers: 1, sites: (options) => [new Site(options), new Site(options)] },
};

// From sending to the reader at the other process; the last of a few posts at odd moments.
async function slowest(drill, wil, far) {
  let longest = 0;
  for (let i = 0; i < POSTS && !drill.ledger.has('gap'); i++) {
    const message = wil.message();
    let arrived;
    far.onBytes = (text) => {
      if (text.includes(message.sleutel)) arrived ??= Date.now();
    };
    const since = Date.now();
    await wil.post(message);
    await drill.until(() => arrived, 'an event at the other process', 10 * PROMISED_MS).catch((error) => drill.blame('gap', error.message));
    longest = Math.max(longest, arrived - since);
    await sleep(drill.chance.between(0, 300));
  }
  far.onBytes = undefined;
  return longest;
}

export const hints = (name) => async (drill) => {
  const { workers, sites } = LAYOUTS[name];
  drill.workers = workers;
  await drill.open(sites ? { sites } : {});
  const { crowd, say } = drill;
  const [wil] = crowd.writers;
  wil.onderwerpen = [crowd.names.onderwerp]; // which the far side reads too
  const far = crowd.readers.find(({ server, process }) => server !== wil.server || process !== wil.process);
  const told = await slowest(drill, wil, far);
  drill.breakRules(MUTE);
  const muted = await slowest(drill, wil, far);
  crowd.load(20);
  await sleep(1500);
  await drill.settleAndJudge();
  await drill.close();
  drill.figure = `within ${told} ms, hints muted ${muted} ms`;
  say(`${name}: an event was at the other one within ${told} ms, with hints muted within ${muted} ms (promised ${PROMISED_MS})`);
};
