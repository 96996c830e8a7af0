// A reader that stops reading. The others get everything; this one is closed with 4408, or, when it
// reads again in time, gets what it missed from the log. Either way it resumes without a loss.
import { get } from '../../lib/server.mjs';
import { Person } from '../lib/person.mjs';
import { sleep } from '../lib/wait.mjs';

const ENV = { SPR_LIMIT_STALLED_MS: '1000', SPR_LIMIT_RING_BYTES: '65536' };
const PAD = 'ruis '.repeat(3000);
const GLANCE_MS = 300;
const TOO_SLOW = 4408;

// Reads a little and stops again: progress, but never enough.
function glance(socket) {
  socket.resume();
  setImmediate(() => socket.pause());
}

// Nobody is behind but who does not read, however long that lasts.
async function flood(drill, condition, what) {
  drill.crowd.load(70);
  await drill.until(condition, what).catch((error) => drill.blame('liveness', error.message));
  drill.crowd.rest();
}

export async function slow(drill) {
  await drill.open({ env: ENV, crowd: { pad: PAD } });
  const { crowd, site, ledger, say } = drill;
  const vera = new Person({ site, ledger, name: 'Vera', process: 0, streams: [crowd.plenary] });
  await vera.begin();
  const socket = () => vera.ws._socket;
  const atHead = () => vera.streams.get(crowd.plenary).seq >= crowd.heads().get(crowd.plenary);
  const caughtUp = (what) => drill.until(atHead, what).catch((error) => drill.blame('gap', `Vera: ${error.message}`));
  await caughtUp('the beginning');

  // A pause that is not too long: the ring has gone on, the log has not lost anything.
  const before = await metric(site, 'spr_fell_off_total');
  socket().pause();
  const glances = setInterval(() => glance(socket()), GLANCE_MS);
  await flood(drill, async () => (await metric(site, 'spr_fell_off_total')) > before, 'a reader that falls off the ring');
  clearInterval(glances);
  await sleep(GLANCE_MS);
  socket().resume();
  await drill.settleAndJudge();
  await caughtUp('what a slow reader missed');
  drill.demand(vera.codes.length === 0, 'farewell', `who read again in time was closed with ${vera.codes}`);

  // A pause without end.
  vera.codes = [];
  socket().pause();
  const tooSlow = async () => (await metric(site, 'spr_too_slow_total')) > 0;
  await flood(drill, tooSlow, 'the end of a reader that does not read');
  const seen = vera.streams.get(crowd.plenary).seq;
  socket().resume();
  await drill.until(() => vera.codes.length > 0, 'the close').catch((error) => drill.blame('liveness', error.message));
  await caughtUp('everything after the pause');
  drill.demand(vera.codes[0] === TOO_SLOW, 'farewell', `who did not read was closed with ${vera.codes[0]}, not ${TOO_SLOW}`);
  say(`slow reader: closed with ${vera.codes[0]} at event ${seen} of ${crowd.heads().get(crowd.plenary)}, resumed without a loss`);
  await sleep(100);
  await vera.leave();
  await drill.settleAndJudge();
  await drill.close();
}

async function metric(site, name) {
  let sum = 0;
  for (let i = 0; i < site.workers; i++) {
    const { body } = await get(site.private + i, '/metrics');
    sum += Number(new RegExp(`^${name}(?:{[^}]*})? (\\S+)$`, 'm').exec(body)?.[1] ?? 0);
  }
  return sum;
}
