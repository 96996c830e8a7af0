// A backup, more posts, and the backup put back. What came after it is gone, and nobody goes on as
// if it were not: who still holds it is told so (epoch_verlopen) and loads everything anew.
import fs from 'node:fs';
import path from 'node:path';
import { buildDir } from '../../lib/server.mjs';
import { run } from '../lib/cluster.mjs';
import { Ledger } from '../lib/ledger.mjs';
import { judge } from '../lib/verdict.mjs';

const POSTS = 15;

// The restore leaves out the test schema and its clock, so this world lives in the present.
export const PRESENT = `SELECT proef.zet_klok(clock_timestamp());
  UPDATE spr.sessie SET begonnen = now(), gezien = now(), verloopt = now() + interval '1 day';`;

async function post(crowd) {
  for (let i = 0; i < POSTS; i++) await Promise.all(crowd.writers.map((writer) => writer.act()));
}

async function restore(drill, file) {
  const env = { SPR_DATABASE_OWNER: drill.world.owner, SPR: path.join(buildDir, 'spr') };
  const early = await run('deploy/restore', [file], env).then(() => true, () => false);
  drill.demand(!early, 'answer', 'deploy/restore worked under a running server');
  await drill.site.stop();
  await run('deploy/restore', [file], env);
  if (drill.afterRestore) drill.breakRules(drill.afterRestore);
  await drill.site.start();
}

export async function epoch(drill) {
  await drill.open({ sql: PRESENT });
  const { crowd, world, say } = drill;
  await post(crowd);
  await crowd.settled();
  const before = crowd.heads().get(crowd.plenary);
  const file = path.join(drill.ledger.dir, 'backup');
  await run('deploy/backup', [file], { SPR_DATABASE_OWNER: world.owner });
  await post(crowd);
  await drill.settleAndJudge();
  const held = crowd.heads().get(crowd.plenary);

  // One of them is away, and comes back when the places she holds were taken anew.
  const absent = crowd.readers.find(({ name }) => name === 'Ona');
  await absent.leave();
  const after = new Ledger();
  crowd.turnPage(after);
  for (const person of crowd.everybody) person.expectsEpoch = true;
  await restore(drill, file);
  const there = crowd.everybody.filter((person) => person !== absent);
  await drill.until(() => there.every(({ present }) => present), 'everybody back');
  const restored = crowd.heads().get(crowd.plenary);
  drill.demand(restored === before, 'answer', `restored to ${restored}, the backup was made at ${before}`);
  while (crowd.heads().get(crowd.plenary) <= held + POSTS) await post(crowd);
  await absent.returns();
  await crowd.settled();
  for (const person of crowd.everybody)
    for (const stroom of person.wanted) drill.demand(person.newEpochs.has(stroom), 'epoch', `${person.name} went on with ${stroom} as if nothing was lost`);
  judge(world.database, after);
  drill.ledger.violations.push(...after.violations);
  after.discard();
  fs.rmSync(file, { force: true });
  say(`restore: from event ${held} back to ${restored}; ${crowd.everybody.length} people were told and have all ${crowd.heads().get(crowd.plenary)} events now`);
  await drill.close();
}
