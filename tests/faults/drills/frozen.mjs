// A process that stands still is worse than a dead one: it may go on later with what it was doing.
// The write lane's backend is stopped past the server's patience, in the middle of its work; keys
// of which the outcome became unknown are resolved while it stands still, and after it went on.
import { rows, run } from '../lib/cluster.mjs';
import { childrenOf, sleep } from '../lib/wait.mjs';
import { RATE } from './kills.mjs';

const BACKEND_MS = 9500; // the server gives a batch 7.5 s
const WORKER_MS = 2500;

// By a program of its own: it thaws whatever becomes of this one.
const freeze = (pid, ms) => run('sh', ['-c', `kill -STOP ${pid}; sleep ${ms / 1000}; kill -CONT ${pid}`]);

export async function frozen(drill) {
  await drill.open();
  const { crowd, chance, site, world, say } = drill;
  const lanes = () => rows(world.database, "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%write%'").map(([pid]) => Number(pid));
  const acts = [
    ['a backend of the write lane', () => chance.pick(lanes()), BACKEND_MS],
    ['a worker', () => chance.pick(childrenOf(site.child.pid)), WORKER_MS],
  ];
  for (const [what, pick, ms] of acts) {
    const before = { ...crowd.counts };
    crowd.load(RATE);
    await sleep(chance.between(500, 1500));
    await freeze(pick(), ms);
    await sleep(500);
    await drill.settleAndJudge();
    const since = (name) => crowd.counts[name] - before[name];
    say(`frozen for ${ms} ms, ${what}: ${since('acked')} acknowledged, ${since('refused')} refused, ${since('closed')} closed, ${since('foundDone')} found done by key`);
  }
  await drill.close();
}
