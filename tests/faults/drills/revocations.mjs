// Many rights are taken away under many sockets: how long does it take until the stream of each
// reader ends? The second half without any hint between processes. Nobody receives anything after
// the end, and who keeps the right keeps the stream.
import { newKey } from '../../lib/client.mjs';
import { tokenOf } from '../../lib/world.mjs';
import { quantile } from '../lib/figures.mjs';
import { blameReaders, Fleet } from '../lib/fleet.mjs';
import { Person } from '../lib/person.mjs';
import { sleep } from '../lib/wait.mjs';
import { mustBeOk } from './ask.mjs';
import { MUTE } from './hints.mjs';

const SIZES = { short: { people: 220, sockets: 5 }, long: { people: 1000, sockets: 5 }, control: { people: 10, sockets: 4 } };
const STAY = 0.09; // of the people keep their seat
const RATE = 10;
const PROMISED_MS = 1000;

// Members of Wil's union, each with a seat of their own.
const members = (n) => `
  SELECT rule.sessie_maken(proef.noem('persoon_lezer' || i, rule.persoon_vastleggen('Lezer ' || i, true)), proef.sessie('lezer' || i), rule.nu())
  FROM generate_series(1, ${n}) i;
  SELECT rule.vertegenwoordiging_vastleggen(proef.n('persoon_lezer' || i), proef.n('org_vz'), 'Lid', false) FROM generate_series(1, ${n}) i;
  SELECT proef.noem('zetel_lezer' || i, (proef.doe('sem', 'zetel.toekennen', proef.n('tafel'), jsonb_build_object(
    'persoon', proef.v('persoon_lezer' || i), 'deelname', proef.v('tafel_deelname_vz'), 'rollen', '["vertegenwoordiger"]'::jsonb)) ->> 'id')::bigint)
  FROM generate_series(1, ${n}) i;`;

async function revoke(drill, names, revoked) {
  const answered = []; // ms
  const { crowd, site, ledger } = drill;
  const sem = new Person({ site, ledger, name: 'Sem', process: 0 });
  await sem.begin();
  for (const [i, name] of names.entries()) {
    if (i === names.length >> 1) drill.breakRules(MUTE);
    const args = { zetel: crowd.names[`zetel_${name}`] };
    const since = Date.now();
    revoked.set(name, since);
    await mustBeOk(sem.ask({ do: 'zetel.intrekken', sleutel: newKey(), tafel: crowd.names.tafel, args }), 'taking a seat away');
    answered.push(Date.now() - since);
    await sleep(drill.chance.between(10, 60));
  }
  await sem.leave();
  return answered;
}

export async function revocations(drill) {
  const size = SIZES[drill.isControl ? 'control' : drill.isLong ? 'long' : 'short'];
  await drill.open({ sql: members(size.people) });
  const { crowd, site, patience } = drill;
  const everybody = Array.from({ length: size.people }, (_, i) => `lezer${i + 1}`);
  const fleet = new Fleet({ port: site.port, stroom: crowd.plenary, people: everybody.map((label) => ({ token: tokenOf(label), label, sockets: size.sockets })) });
  await fleet.begun(patience);
  const leaving = everybody.slice(Math.ceil(STAY * size.people));
  const revoked = new Map(); // name → when it was asked
  crowd.load(RATE);
  const answered = await revoke(drill, leaving, revoked);
  let readers;
  const allEnded = async () => {
    readers = await fleet.look();
    return readers.every(({ label, ended }) => ended || !revoked.has(label));
  };
  await drill.until(allEnded, 'the end of every revoked stream', 10 * PROMISED_MS).catch((error) => drill.blame('stale-right', error.message));
  await sleep(500); // what is posted now must not reach them
  await drill.settleAndJudge();
  readers = await fleet.caughtUp(crowd.heads().get(crowd.plenary), patience).catch(async (error) => drill.blame('gap', error.message)) ?? readers;
  blameReaders(drill, readers);
  drill.demand(!readers.some(({ label, ended }) => ended && !revoked.has(label)), 'answer', 'somebody who kept the seat was sent away');
  const times = readers.filter(({ label, ended }) => ended && revoked.has(label)).map(({ label, ended }) => ended - revoked.get(label));
  const [half, late, latest] = [0.5, 0.99, 0.999].map((q) => quantile(times, q));
  drill.demand(latest <= 10 * PROMISED_MS, 'liveness', `rights ended after ${latest} ms at p99.9`);
  drill.say(`${leaving.length} rights of ${times.length} sockets ended after ${half} ms p50, ${late} p99, ${latest} p99.9 of being asked (promised ${PROMISED_MS}; answered after ${quantile(answered, 0.5)}, ${quantile(answered, 0.99)} p99), half of them without hints`);
  await fleet.leave();
  await drill.close();
}
