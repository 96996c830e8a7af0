// A new version, rolled out under load: it starts beside the old one on the same port, the database
// is migrated while both serve, and the old one leaves. No post is refused or lost, what was carried
// out was also answered, and everybody goes on with the new one by themselves.
import path from 'node:path';
import { buildDir, freePorts, root } from '../../lib/server.mjs';
import { run } from '../lib/cluster.mjs';
import { quantile } from '../lib/figures.mjs';
import { blameReaders, Fleet } from '../lib/fleet.mjs';
import { Site } from '../lib/site.mjs';
import { tokenOf } from '../../lib/world.mjs';
import { sleep } from '../lib/wait.mjs';
import { PRESENT } from './epoch.mjs';

const ROLLOUTS = 2; // the first brings a newer schema, the second the same again
const RATE = 150;
const SOCKETS = 100;
const PROMISED_MS = 5000;
const RESTART_CODE = 1012;

export async function migrateToNext(world, env = {}) {
  const file = path.join(root, 'tests/faults/next/900_volgende.sql');
  await run(path.join(buildDir, 'tools/spr_next'), [file], { SPR_DATABASE_OWNER: world.owner, ...env });
}

async function rollOut(drill, { migrates }) {
  const { crowd, world, workers, site: old } = drill;
  const next = new Site({ world, workers, env: old.env });
  next.port = old.port;
  next.private = await freePorts(workers);
  next.spawn();
  drill.sites = [next];
  if (!(await next.ready())) throw new Error(`the new version did not start:\n${next.said()}`);
  await sleep(drill.chance.between(200, 500));
  if (migrates) await migrateToNext(world);
  await sleep(drill.chance.between(200, 500));
  for (const person of crowd.everybody) person.codes = [];
  await old.stop().catch((error) => drill.blame('crash', error.message));
}

export async function deploy(drill) {
  await drill.open({ sql: PRESENT, crowd: { shares: { close: 1 } } });
  const { crowd, chance } = drill;
  const people = ['Vera', 'Sem', 'Wes', 'Ona'].map((name) => ({ token: tokenOf(name), label: name, sockets: SOCKETS / 4 }));
  const fleet = new Fleet({ port: drill.site.port, stroom: crowd.plenary, people });
  await fleet.begun(drill.patience);
  for (let nr = 0; nr < ROLLOUTS; nr++) {
    const before = { ...crowd.counts };
    crowd.load(RATE);
    await sleep(chance.between(300, 800));
    await rollOut(drill, { migrates: nr === 0 });
    await sleep(500);
    await drill.settleAndJudge();
    const since = (name) => crowd.counts[name] - before[name];
    drill.demand(since('refused') === 0, 'refused', `${since('refused')} posts were refused during a rollout`);
    drill.demand(since('foundDone') === 0, 'unheard', `${since('foundDone')} posts were carried out and not answered before the old version left`);
    for (const { codes, name } of crowd.everybody) drill.demand(codes[0] === RESTART_CODE, 'farewell', `${name} was closed with ${codes[0]}, not ${RESTART_CODE}`);
  }
  const readers = await fleet.caughtUp(crowd.heads().get(crowd.plenary), 10 * PROMISED_MS).catch((error) => drill.blame('liveness', error.message)) ?? [];
  blameReaders(drill, readers);
  for (const { codes, label } of readers) drill.demand(codes.every((code) => code === RESTART_CODE), 'farewell', `${label} (fleet) was closed with ${codes}`);
  const absences = readers.flatMap(({ absences: each }) => each);
  const [half, late] = [quantile(absences, 0.5), quantile(absences, 0.99)];
  drill.demand(late <= 10 * PROMISED_MS, 'liveness', `resuming took ${late} ms at p99`);
  drill.say(`${ROLLOUTS} rollouts: resumed after ${half} ms p50, ${late} ms p99 of ${absences.length} (promised ${PROMISED_MS}), nothing refused`);
  await fleet.leave();
  await drill.close();
}
