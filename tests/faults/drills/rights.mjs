// A right is taken away: nothing is appended on its strength any more from that commit on, whatever
// is under way; within a second nothing of the tafel reaches that person, at whatever process, and
// it cannot be followed again.
import { newKey } from '../../lib/client.mjs';
import { Person } from '../lib/person.mjs';
import { sleep } from '../lib/wait.mjs';
import { mustBeOk } from './ask.mjs';

const PROMISED_MS = 1000;
const TRIES = 6; // posts after the right is gone, each way

// Posts of somebody who may not any more, by lines that are still open and over HTTP.
async function tryToPost(drill, lines, namens, why) {
  const { names } = drill.crowd;
  const message = () => ({ do: 'bijdrage.plaatsen', sleutel: newKey(), tafel: names.tafel, namens, args: { onderwerp: names.onderwerp, tekst: 'Dit hoort er niet te staan.' } });
  const asked = Array.from({ length: TRIES }, () => lines.map((line) => (line.closed ? { gone: true } : line.ask(message()))));
  const replies = [...(await Promise.all(asked.flat())), await lines[0].askHttp(message())];
  for (const reply of replies) drill.demand(!reply.ok, 'late-append', `${why}, and yet a post was accepted: ${JSON.stringify(reply)}`);
}

// Ona's session ends while her lines are open.
async function endSession(drill) {
  const { crowd, site, ledger } = drill;
  await crowd.dismiss('Ona');
  const lines = Array.from({ length: drill.workers }, (_, process) => new Person({ site, ledger, name: 'Ona', process, label: `Ona-${process}` }));
  for (const line of lines) await line.come();
  const { status } = await lines[0].http('DELETE', '/v1/sessies/huidige');
  drill.demand(status < 300, 'answer', `logging out gives ${status}`);
  await tryToPost(drill, lines, crowd.names.ona_namens, 'the session was ended');
  await drill.until(() => lines.every(({ closed }) => closed), 'the close of a session that ended', 10 * PROMISED_MS).catch((error) => drill.blame('stale-right', error.message));
}

// Oto's seat is taken away while he posts as fast as he can.
async function takeSeatOf(drill, writer, sem) {
  const { crowd, world } = drill;
  const { tafel } = crowd.names;
  await mustBeOk(sem.ask({ do: 'zetel.intrekken', sleutel: newKey(), tafel, args: { zetel: seatOf(world, tafel, 'oto') } }), 'taking a seat away');
  await tryToPost(drill, [writer], writer.namens, 'the seat was taken away');
  writer.rest();
  const late = world.value(`SELECT count(*) FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom JOIN spr.inhoud i ON i.stroom = g.stroom AND i.seq = g.seq
    WHERE s.naam = '${crowd.plenary}' AND i.door::json ->> 'persoon' = '${crowd.names.persoon_oto}'
      AND g.seq > (SELECT max(x.seq) FROM spr.gebeurtenis x WHERE x.stroom = s.id AND x.leaf::json ->> 'soort' = 'zetel.ingetrokken')`);
  drill.demand(late === '0', 'late-append', `${late} posts landed after the seat was taken away`);
}

const seatOf = (world, tafel, name) => world.value(`SELECT z.id FROM spr.zetel z JOIN proef.naam n ON n.naam = 'persoon_${name}' AND n.waarde::bigint = z.persoon WHERE z.tafel = ${tafel}`);

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
  await endSession(drill);
  await mustBeOk(sem.ask({ do: 'zetel.intrekken', sleutel: newKey(), tafel, args: { zetel: seatOf(world, tafel, 'wes') } }), 'taking a seat away');
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
  const [, oto] = crowd.writers;
  oto.wanted = [];
  oto.load(100);
  await sleep(drill.chance.between(300, 800));
  await takeSeatOf(drill, oto, sem);
  await sem.leave();
  await drill.settleAndJudge();
  for (const { who, lines } of ledger.read()) {
    const end = lines.findIndex(({ kind }) => kind === 'end');
    drill.demand(end < 0 || lines.slice(end).every(({ kind }) => kind !== 'event'), 'stale-right', `${who} received events after the end`);
  }
  drill.say(`a right taken away ended at every process within ${ms} ms (promised ${PROMISED_MS}); nothing was appended after it`);
  await drill.close();
}
