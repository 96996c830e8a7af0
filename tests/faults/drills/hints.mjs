// Without any hint between processes the log itself brings every event to the other process.
import { mutate } from '../lib/drill.mjs';
import { sleep } from '../lib/wait.mjs';

const PROMISED_MS = 2000;
const POSTS = 5;

export const MUTE = mutate('rule.wenk', 'PERFORM pg_notify(', 'PERFORM concat(');

export async function hints(drill) {
  await drill.open();
  const { crowd } = drill;
  drill.breakRules(MUTE);
  const [wil] = crowd.writers;
  const far = crowd.readers.find(({ welcome }) => welcome.proces !== wil.welcome.proces);
  let longest = 0;
  for (let i = 0; i < POSTS && !drill.ledger.has('gap'); i++) {
    await wil.post();
    const head = crowd.heads().get(crowd.plenary);
    const since = Date.now();
    await drill.until(() => far.streams.get(crowd.plenary).seq >= head, 'an event without a hint', 10 * PROMISED_MS).catch((error) => drill.blame('gap', error.message));
    longest = Math.max(longest, Date.now() - since);
    await sleep(drill.chance.between(0, 300));
  }
  crowd.load(20);
  await sleep(1500);
  await drill.settleAndJudge();
  await drill.close();
  drill.say(`the other process had each event within ${longest} ms (promised ${PROMISED_MS}), without hints`);
}
