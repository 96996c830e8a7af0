// The database's clock jumps forward and back under load. Order and chain do not care; a session
// ends when its time comes, also at the sockets it holds, and is not alive again when the clock goes
// back. (The server itself asks only the monotonic clock.)
import { newKey } from '../../lib/client.mjs';
import { rows } from '../lib/cluster.mjs';
import { Person } from '../lib/person.mjs';
import { sleep } from '../lib/wait.mjs';
import { RATE } from './kills.mjs';

const PROMISED_MS = 2000; // a tick and a look at rights
const JUMPS = ['2 hours', '-3 hours', '5 hours', '-1 minute', '-2 days', '40 days', '-40 days'];

// Whom the clock must not end: their sessions outlast every jump.
const LASTING = `UPDATE spr.sessie SET verloopt = verloopt + interval '1 year', gezien = gezien + interval '1 year';`;
// Gus' session, an hour from its end.
const SHORT = `UPDATE spr.sessie s SET begonnen = rule.nu() - interval '1 day', gezien = rule.nu(),
  verloopt = rule.nu() + interval '1 hour' FROM proef.naam n
  WHERE n.naam = 'persoon_gus' AND s.persoon = n.waarde::bigint;`;

async function sessionEnds(drill) {
  const { site, ledger, world } = drill;
  const lines = Array.from({ length: drill.workers }, (_, process) => new Person({ site, ledger, name: 'Gus', process, label: `Gus-${process}` }));
  for (const line of lines) await line.come();
  world.sql(SHORT);
  world.sql(`SELECT proef.verzet_klok('2 hours')`);
  const since = Date.now();
  await drill.until(() => lines.every(({ closed }) => closed), 'the end of a session', 10 * PROMISED_MS).catch((error) => drill.blame('outlived', error.message));
  const ms = Date.now() - since;
  for (const back of ['-3 hours', '1 hour']) {
    const [line] = lines;
    line.codes = [];
    const hello = await line.connect();
    drill.demand(hello.error?.code === 'sessie_verlopen', 'outlived', `a session that ended is greeted again: ${JSON.stringify(hello)}`);
    const reply = await line.askHttp({ do: 'sleutel.afsluiten', sleutel: newKey(), args: { sleutel: newKey() } });
    drill.demand(reply.error?.code === 'sessie_verlopen', 'outlived', `a session that ended is served again: ${JSON.stringify(reply)}`);
    world.sql(`SELECT proef.verzet_klok('${back}')`);
    await sleep(1200); // a tick sees the clock where it is now
  }
  for (const line of lines) line.end();
  return ms;
}

export async function clock(drill) {
  await drill.open({ sql: LASTING });
  const { crowd, world, chance } = drill;
  for (const jump of chance.deal(JUMPS, JUMPS.length)) {
    crowd.load(RATE);
    await sleep(chance.between(200, 500));
    world.sql(`SELECT proef.verzet_klok('${jump}')`);
    await sleep(chance.between(200, 500));
  }
  await drill.settleAndJudge();
  const disorder = rows(world.database, `SELECT count(*) FROM (SELECT at <= lag(at) OVER (PARTITION BY stroom ORDER BY seq) AS late FROM spr.gebeurtenis) g WHERE late`);
  drill.demand(disorder[0][0] === '0', 'order', `${disorder[0][0]} events are not later than the one before`);
  const ms = await sessionEnds(drill);
  await drill.settleAndJudge();
  drill.say(`${JUMPS.length} jumps, ${crowd.counts.acked} acknowledged in order; a session's lines closed ${ms} ms after its end, and stayed so`);
  await drill.close();
}
