// T1 and T2: the server and PostgreSQL are killed at random moments under load from both sides.
import { SHARES } from '../lib/writer.mjs';
import { sleep } from '../lib/wait.mjs';

export const RATE = 80; // asked, a second and side
const PACE = 55; // acknowledged, a second and side, before anything is killed
const PACE_PATIENCE_MS = 15000; // on a machine that does not reach it the kill comes all the same

// Each kind leaves both alive again; it calls mark() when the kill is done.
const KINDS = {
  // every process of the server at once
  async server({ site }, mark) {
    await site.murder();
    mark();
    await site.start();
  },
  // one of the workers, which its parent starts again
  async worker({ site, chance }, mark) {
    await site.murderWorker(chance);
    mark();
  },
  // a worker, exactly between a COMMIT and its answers; the server was started for it
  async gap({ site }, mark) {
    await site.died();
    mark();
    delete site.env.SPR_FAULT_STORE;
    await site.start();
  },
  async postmaster({ cluster }, mark) {
    await cluster.kill({ all: false });
    mark();
    await cluster.start();
  },
  async cluster({ cluster }, mark) {
    await cluster.kill({ all: true });
    mark();
    await cluster.start();
  },
  async backend({ cluster, chance }, mark) {
    process.kill(chance.pick(cluster.backends()), 'SIGKILL');
    mark();
    await cluster.recovered();
  },
  async immediate({ cluster }, mark) {
    await cluster.stop('SIGQUIT');
    mark();
    await cluster.start();
  },
  // every connection, in an orderly way
  async terminate({ cluster }, mark) {
    for (const pid of cluster.backends()) process.kill(pid, 'SIGTERM');
    mark();
    await cluster.recovered();
  },
};

export const SERVER_KINDS = ['server', 'gap', 'worker'];
export const DATABASE_KINDS = ['cluster', 'backend', 'immediate', 'postmaster', 'terminate'];

// Committed, and the answer never left: known afterwards, by key.
const unheard = (crowd) => crowd.counts.foundDone;

// Every command of a gap is a post, and every key is closed afterwards, so that what it leaves
// unheard is found.
const PLAIN = { again: 0, closed: 0, other: 0, close: 1 };

async function prepare(drill, kind) {
  for (const writer of drill.crowd.writers) writer.shares = kind === 'gap' ? PLAIN : SHARES;
  if (kind !== 'gap') return;
  drill.site.env.SPR_FAULT_STORE = `exit:${drill.chance.between(60, 200)}`;
  await drill.site.restart();
  await drill.until(() => drill.crowd.everybody.every(({ present }) => present), 'everybody back');
}

async function round(drill, kind, act) {
  const { crowd, chance } = drill;
  await prepare(drill, kind);
  const before = { ...crowd.counts };
  crowd.load(RATE);
  if (kind !== 'gap') {
    await sleep(chance.between(500, 1500));
    await drill.until(() => crowd.rates().every((pace) => pace >= PACE), 'the pace', PACE_PATIENCE_MS).catch(() => {});
  }
  let killed;
  let rates;
  await act(drill, () => {
    killed = Date.now();
    rates = crowd.rates();
    for (const writer of crowd.writers) writer.firstAck = null;
  });
  await drill.until(() => crowd.writers.every(({ firstAck }) => firstAck !== null), 'acknowledgements after the kill');
  const back = Math.max(...crowd.writers.map(({ firstAck }) => firstAck)) - killed;
  await sleep(chance.between(100, 400));
  const stood = await drill.settleAndJudge();
  const found = unheard(crowd) - before.foundDone;
  drill.demand(kind !== 'gap' || found > 0, 'control', 'a kill between COMMIT and ack left no committed key without an answer');
  return { kind, rates, back, found, events: stood.events, acked: crowd.counts.acked - before.acked };
}

// rounds: a list of kinds. Calls report(round, violations so far) after each. acts: other ways to
// break something than those above; open: see Drill.
export async function kills(drill, rounds, report = () => {}, { acts = KINDS, open = {} } = {}) {
  await drill.open(open);
  for (const kind of rounds) {
    const seen = drill.ledger.violations.length;
    const figures = await round(drill, kind, acts[kind]);
    report(figures, drill.ledger.violations.slice(seen));
    if (drill.ledger.violations.length > seen) break; // what follows would only echo it
  }
  await drill.close();
}
