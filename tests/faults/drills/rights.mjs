// A seat is taken away: within a second nothing of the tafel reaches that person any more, at
// whatever process, and it cannot be followed again.
import { newKey } from '../../lib/client.mjs';
import { Person } from '../lib/person.mjs';
import { sleep } from '../lib/wait.mjs';
import { mustBeOk } from './ask.mjs';

const PROMISED_MS = 1000;

export async function rights(drill) {
  await drill.open();
  const { crowd, site, ledger, world } = drill;
  const { tafel } = crowd.names;
  await crowd.dismiss('Wes');
  const devices = Array.from({ length: drill.workers }, (_, process) => new Person({ site, ledger, name: 'Wes', process, streams: [crowd.plenary], label: `Wes-${process}` }));
  const sem = new Person({ site, ledger, name: 'Sem', process: 0 });
  await Promise.all([...devices, sem].map((person) => person.begin()));
  crowd.load(20);
  await sleep(drill.chance.between(300, 800));
  const zetel = world.value(`SELECT z.id FROM spr.zetel z JOIN proef.naam n ON n.naam = 'persoon_wes' AND n.waarde::bigint = z.persoon WHERE z.tafel = ${tafel}`);
  await mustBeOk(sem.ask({ do: 'zetel.intrekken', sleutel: newKey(), tafel, args: { zetel } }), 'taking a seat away');
  const since = Date.now();
  await drill.until(() => devices.every(({ ends }) => ends.length > 0), 'the end of the subscription', 10 * PROMISED_MS).catch((error) => drill.blame('stale-right', error.message));
  const ms = Date.now() - since;
  const head = crowd.heads().get(crowd.plenary);
  await drill.until(() => crowd.heads().get(crowd.plenary) > head + 5, 'more events');
  for (const device of devices) {
    const again = await device.ask({ do: 'subscribe', args: { stroom: crowd.plenary } });
    drill.demand(again.error?.code === 'niet_gevonden', 'stale-right', `${device.name} without a seat follows again: ${JSON.stringify(again)}`);
    device.wanted = [];
    await device.leave();
  }
  await sem.leave();
  await drill.settleAndJudge();
  for (const { who, lines } of ledger.read()) {
    const end = lines.findIndex(({ kind }) => kind === 'end');
    drill.demand(end < 0 || lines.slice(end).every(({ kind }) => kind !== 'event'), 'stale-right', `${who} received events after the end`);
  }
  drill.say(`a right taken away ended at every process within ${ms} ms (promised ${PROMISED_MS})`);
  await drill.close();
}
