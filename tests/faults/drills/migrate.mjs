// The database is migrated while people write: from nothing beside theirs; theirs again, twice at
// the same time; and theirs to a newer schema while somebody reads it slowly, as a backup does.
// Nobody is refused anything, and nobody waits long.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildDir } from '../../lib/server.mjs';
import { conninfo, World } from '../../lib/world.mjs';
import { run } from '../lib/cluster.mjs';
import { sleep } from '../lib/wait.mjs';
import { migrateToNext } from './deploy.mjs';
import { PRESENT } from './epoch.mjs';
import { RATE } from './kills.mjs';

const PROMISED_MS = 2000;
const SLOW_READER_S = 6;
const SPR = path.join(buildDir, 'spr');

// Looks all the time how long a command of the server has waited for a lock.
class LockWatch {
  constructor(database) {
    this.longest = 0;
    this.psql = spawn('psql', ['-X', '-q', '-A', '-t', '-d', conninfo(database, 'postgres'), '-f', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.psql.stdout.on('data', (text) => {
      for (const ms of String(text).split('\n').filter((line) => /^\d+$/.test(line))) this.longest = Math.max(this.longest, Number(ms));
    });
    this.psql.stdin.write(`SELECT coalesce(max(1000 * extract(epoch FROM clock_timestamp() - l.waitstart)), 0)::int
      FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE NOT l.granted AND a.usename = 'spr_server' AND a.datname = current_database() \\watch 0.02\n`);
  }

  stop() {
    this.psql.kill();
  }
}

const migrateFresh = async () => {
  const fresh = new World('vers');
  fresh.sql('DROP SCHEMA spr CASCADE; DROP SCHEMA rule CASCADE; DROP SCHEMA api CASCADE;');
  await run(SPR, ['migrate'], { SPR_DATABASE_OWNER: fresh.owner });
  fresh.drop();
};

async function migrateSlowly(world, env) {
  const read = ['BEGIN ISOLATION LEVEL REPEATABLE READ', 'SELECT count(*) FROM spr.bijdrage, spr.stroom', `SELECT pg_sleep(${SLOW_READER_S})`, 'COMMIT'];
  const reader = run('psql', ['-X', '-q', '-d', world.owner, ...read.flatMap((sql) => ['-c', sql])]);
  await sleep(300);
  await Promise.all([reader, migrateToNext(world, env)]);
}

export async function migrate(drill) {
  await drill.open({ sql: PRESENT });
  const { crowd, world, env } = drill;
  const again = () => run(SPR, ['migrate'], { SPR_DATABASE_OWNER: world.owner, ...env });
  const acts = [
    ['a fresh database', migrateFresh],
    ['the same schema, twice at once', () => Promise.all([again(), again()])],
    ['a newer schema behind a slow reader', () => migrateSlowly(world, env)],
  ];
  for (const [what, act] of acts) {
    const before = { ...crowd.counts };
    const watch = new LockWatch(world.database);
    for (const writer of crowd.writers) writer.slowest = 0;
    crowd.load(RATE);
    await sleep(drill.chance.between(300, 600));
    const since = Date.now();
    await act().catch((error) => drill.blame('migration', `${what}: ${error.message}`));
    const ms = Date.now() - since;
    await sleep(300);
    watch.stop();
    await drill.settleAndJudge();
    const hindered = crowd.counts.refused + crowd.counts.foundDone - before.refused - before.foundDone;
    const slowest = Math.max(...crowd.writers.map((writer) => writer.slowest));
    drill.demand(hindered === 0, 'migration', `${what}: ${hindered} posts were refused or not answered meanwhile`);
    drill.demand(slowest <= 10 * PROMISED_MS && watch.longest <= 10 * PROMISED_MS, 'liveness', `${what}: an answer took ${slowest} ms, a lock ${watch.longest} ms`);
    const acked = crowd.counts.acked - before.acked;
    drill.say(`${what}: migrated in ${ms} ms, slowest answer ${slowest} ms, longest lock ${watch.longest} ms (promised ${PROMISED_MS}); ${acked} acknowledged`);
  }
  await drill.close();
}
