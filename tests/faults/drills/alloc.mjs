// T9: the n-th allocation fails. Memory that runs out is no error to go on from: the process says
// so, with a backtrace, and aborts. After the restart nothing that was acknowledged is lost.
import fs from 'node:fs';
import { until } from '../lib/wait.mjs';
import { RATE } from './kills.mjs';

// How many allocations from the start: some while it starts, most under load.
const SPANS = { short: [[1, 300], [3000, 9000], [9000, 20000], [20000, 40000]], long: [...Array(100).fill([1, 3000]), ...Array(300).fill([3000, 60000])] };

// With its environment, until it dies of it.
async function runOut(drill, n) {
  const { site, crowd } = drill;
  site.env.SPR_FAULT_ALLOC = String(n);
  site.spawn();
  const acked = crowd.counts.acked;
  crowd.load(RATE);
  await until(() => site.exit, `the end of the process at allocation ${n}`, drill.patience);
  crowd.rest();
  delete site.env.SPR_FAULT_ALLOC;
  const said = site.said();
  drill.demand(site.exit.signal === 'SIGABRT', 'crash', `at allocation ${n} it ended with ${JSON.stringify(site.exit)}`);
  drill.demand(/^out of memory: \d+ bytes$/m.test(said), 'crash', `at allocation ${n} it did not say that memory ran out`);
  drill.demand((said.match(/\(\+?[\w.]*\+?0x[0-9a-f]+\)/g) ?? []).length >= 3, 'crash', `at allocation ${n} there is no backtrace:\n${said.slice(-800)}`);
  site.child = null;
  fs.truncateSync(site.log);
  return crowd.counts.acked - acked;
}

export async function alloc(drill, long = false) {
  drill.workers = 1; // so that the process itself ends, and no parent starts it again
  await drill.open();
  const { site, crowd, chance } = drill;
  const figures = [];
  for (const [least, most] of SPANS[long ? 'long' : 'short']) {
    await site.stop();
    const n = chance.between(least, most);
    figures.push({ n, acked: await runOut(drill, n) });
    await site.start();
    await drill.until(() => crowd.everybody.every(({ present }) => present), 'everybody back');
    await drill.settleAndJudge();
  }
  const underLoad = figures.filter(({ acked }) => acked > 0).length;
  drill.demand(underLoad > 0, 'control', `memory never ran out under load: ${JSON.stringify(figures)}`);
  drill.say(`memory ran out ${figures.length} times, ${underLoad} under load: ${figures.slice(0, 8).map(({ n, acked }) => `at ${n} after ${acked} posts`).join(', ')}; none lost`);
  await drill.close();
}
