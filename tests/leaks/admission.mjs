// Admitted to a stream, and the right is taken away before the answer has left: the answer waits
// behind a slow one that was asked first. Whoever is told then that they follow must hear soon that
// they do not, and nothing that is said after the right had gone.
import { spawn } from 'node:child_process';
import { Client, newKey } from '../lib/client.mjs';
import { startServer } from '../lib/server.mjs';
import { conninfo, tokenOf, World } from '../lib/world.mjs';

const PATIENCE_MS = 5000;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function soon(condition) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(20)) if (condition()) return true;
  return false;
}

// Holds a table that only the slow question reads; release() lets it go.
async function hold(world, table) {
  const psql = spawn('psql', ['-X', '-q', '-A', '-t', '-d', conninfo(world.database, 'spr_eigenaar')], { stdio: ['pipe', 'pipe', 'inherit'] });
  psql.stdin.write(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE; SELECT 'held';\n`);
  await new Promise((resolve) => psql.stdout.once('data', resolve));
  return async () => {
    psql.stdin.end('COMMIT;\n');
    await new Promise((resolve) => psql.once('exit', resolve));
  };
}

const seatOf = (world, person, tafel) =>
  world.value(`SELECT z.id FROM spr.zetel z JOIN proef.naam n ON n.naam = 'persoon_${person}' AND n.waarde::bigint = z.persoon WHERE z.tafel = ${tafel} AND z.leest_tot IS NULL`);

// A server that has just begun: the first look at the rights comes after the right had gone.
export async function firstLook(tap) {
  const world = new World('eerste');
  world.sql(`DO $do$ BEGIN
    EXECUTE replace(replace(pg_get_functiondef('api.koppen(text[])'::regprocedure), 'STABLE', 'VOLATILE'),
                    'BEGIN', 'BEGIN PERFORM pg_sleep(1);');
  END $do$`);
  const { tafel } = world.names();
  const server = await startServer({ world });
  const wes = new Client(server, tokenOf('Wes'), 'Wes');
  const sem = new Client(server, tokenOf('Sem'), 'Sem');
  await Promise.all([wes.connect(), sem.connect()]);
  await wes.follow(`tafel:${tafel}`);
  await sem.ask({ do: 'zetel.intrekken', sleutel: newKey(), tafel, args: { zetel: seatOf(world, 'wes', tafel) } });
  tap.ok(await soon(() => wes.ends.length > 0), 'a right that went before the server first looked is seen to be gone');
  wes.end();
  sem.end();
  await server.stop();
  world.drop();
}

export async function lateAdmission(tap, server, world) {
  const { tafel } = world.names();
  const stroom = `tafel:${tafel}`;
  const wes = new Client(server, tokenOf('Wes'), 'Wes');
  const sem = new Client(server, tokenOf('Sem'), 'Sem');
  await wes.connect();
  await sem.connect();
  const release = await hold(world, 'spr.leesstand');
  const slow = wes.ask({ do: 'tafel.momentopname', tafel, args: {} });
  const followed = wes.ask({ do: 'subscribe', args: { stroom } });
  await sleep(300); // admitted, and waiting behind the slow one
  await sem.ask({ do: 'zetel.intrekken', sleutel: newKey(), tafel, args: { zetel: seatOf(world, 'wes', tafel) } });
  await sleep(1000); // every process has looked at the rights by now
  await release();
  await slow;
  const answer = await followed;
  const ended = !answer.ok || (await soon(() => wes.ends.some((end) => end.stroom === stroom)));
  tap.ok(ended, 'who is admitted while the right is taken away does not go on reading', JSON.stringify(answer));
  wes.end();
  sem.end();
}
