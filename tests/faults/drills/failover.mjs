// T14: the primary is lost and its standby takes over. The server knows both hosts and goes by
// itself to the one that accepts writes. With a synchronous standby nothing acknowledged is lost;
// one that lags behind loses what it did not have, which the control shows.
import { at } from '../lib/drill.mjs';
import { Pair } from '../lib/pair.mjs';
import { sleep } from '../lib/wait.mjs';
import { kills, RATE } from './kills.mjs';

const HELD_MS = 1000; // for how long an asynchronous standby gets nothing

const acts = {
  async failover(drill, mark) {
    const { pair, chance } = drill;
    await pair.join(); // who was lost comes back as a standby, under load
    await sleep(chance.between(300, 1200));
    if (!pair.synchronous) {
      await pair.hold();
      await sleep(HELD_MS);
    }
    await pair.lose();
    mark();
    pair.promote();
    drill.cluster = pair.primary;
    drill.cluster.enter();
  },
};

async function asPair(drill, synchronous, play) {
  const pair = await Pair.make({ synchronous });
  drill.pair = pair;
  try {
    await drill.within(pair.primary, play);
  } finally {
    pair.remove();
  }
}

export const failover = (rounds, synchronous = true) => (drill, report) =>
  asPair(drill, synchronous, () => kills(drill, Array(rounds).fill('failover'), report, { acts, open: { connect: at(drill.pair.hosts) } }));

const WAITING = `FROM pg_stat_activity WHERE wait_event = 'SyncRep'`;

// How a wait for the standby can end without the standby.
const ENDS = {
  cancel: `SELECT pg_cancel_backend(pid) ${WAITING}`, // PostgreSQL answers success, with a warning
  terminate: `SELECT pg_terminate_backend(pid) ${WAITING}`,
};

function watchFor(key, readers) {
  const saw = new Set();
  for (const reader of readers)
    reader.onBytes = (text) => {
      if (text.includes(key)) saw.add(reader.name);
    };
  return saw;
}

// The post is on the primary alone then. PostgreSQL shows it to who reads there: known, and printed.
// But it is no ack, nor is it one when its key is asked for.
export const waits = (drill) =>
  asPair(drill, true, async () => {
    const { pair } = drill;
    await pair.join();
    await drill.open({ connect: at(pair.hosts) });
    const [wil] = drill.crowd.writers;
    drill.crowd.load(RATE);
    await sleep(drill.chance.between(300, 800));
    await drill.settleAndJudge();
    for (const [how, end] of Object.entries(ENDS)) {
      await pair.hold();
      const message = wil.message();
      const saw = watchFor(message.sleutel, drill.crowd.readers);
      const reply = wil.try(message);
      await drill.until(() => pair.ask(`SELECT count(*) > 0 ${WAITING}`) === 't', 'a commit that waits for its standby');
      pair.ask(end);
      const told = await reply;
      drill.demand(told.error?.code === 'uitkomst_onbekend', 'answer', `a wait for the standby was ended (${how}), and the answer is ${JSON.stringify(told)}`);
      const again = await wil.ask(message);
      drill.demand(again.error?.code === 'uitkomst_onbekend', 'answer', `the standby still has nothing (${how}), and asked by key the answer is ${JSON.stringify(again)}`);
      const closing = await wil.close(message.sleutel);
      drill.demand(closing.error?.code === 'uitkomst_onbekend', 'answer', `the standby still has nothing (${how}), and to close the key the answer is ${JSON.stringify(closing)}`);
      drill.say(`a wait for the standby ended (${how}): ${told.error?.code}; ${saw.size} of ${drill.crowd.readers.length} readers saw the post before the standby had it`);
      await pair.release();
      await drill.settleAndJudge();
    }
    await drill.close();
  });
