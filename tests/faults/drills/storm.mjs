// Everybody is dropped at once: their sockets are reset, and then the server is killed. All are live
// again, nothing is missing, and PostgreSQL sees no more connections than before.
import { tokenOf } from '../../lib/world.mjs';
import { quantile } from '../lib/figures.mjs';
import { blameReaders, Fleet } from '../lib/fleet.mjs';
import { sleep } from '../lib/wait.mjs';

const SOCKETS = { short: 1000, long: 10000 };
const NAMES = ['Vera', 'Sem', 'Wes', 'Ona', 'Wil']; // each with many devices
const RATE = 10;
const PROMISED_MS = 60000;

async function ride(drill, fleet, what, drop) {
  const { crowd, cluster } = drill;
  const before = cluster.backends().length;
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, cluster.backends().length)), 100);
  crowd.load(RATE);
  await sleep(drill.chance.between(300, 800));
  const comings = (await fleet.look()).reduce((sum, reader) => sum + reader.comings, 0);
  const since = Date.now();
  await drop();
  const all = async () => {
    const readers = await fleet.look();
    return readers.every(({ isLive }) => isLive) && readers.reduce((sum, reader) => sum + reader.comings, 0) >= comings + fleet.size;
  };
  await drill.until(all, 'everybody back', 10 * PROMISED_MS).catch((error) => drill.blame('liveness', error.message));
  const ms = Date.now() - since;
  await drill.settleAndJudge();
  const readers = await fleet.caughtUp(crowd.heads().get(crowd.plenary), drill.patience).catch((error) => drill.blame('gap', error.message)) ?? [];
  clearInterval(watch);
  blameReaders(drill, readers);
  const after = cluster.backends().length;
  drill.demand(after === before, 'connections', `${what}: ${before} connections to PostgreSQL before, ${after} after`);
  drill.demand(most <= 2 * before, 'connections', `${what}: ${most} connections to PostgreSQL at once, ${before} before`);
  const absences = readers.map(({ absences: each }) => each.at(-1));
  drill.say(`${fleet.size} ${what}: all live again after ${ms} ms (p50 ${quantile(absences, 0.5)} ms; promised ${PROMISED_MS}); connections to PostgreSQL ${before}, at most ${most}, after ${after}`);
}

export async function storm(drill) {
  const size = SOCKETS[drill.isLong ? 'long' : 'short'];
  await drill.open();
  const { crowd, site } = drill;
  const people = NAMES.map((name) => ({ token: tokenOf(name), label: name, sockets: size / NAMES.length }));
  const fleet = new Fleet({ port: site.port, stroom: crowd.plenary, people });
  await fleet.begun(10 * PROMISED_MS);
  await ride(drill, fleet, 'sockets reset', () => fleet.tell('reset'));
  await ride(drill, fleet, 'dropped by a kill', async () => {
    await site.murder();
    await site.start();
  });
  await fleet.leave();
  await drill.close();
}
