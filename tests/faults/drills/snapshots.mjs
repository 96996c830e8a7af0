// Snapshots under load: each is the state at exactly the seq it names, for each stream in it.
import { Person } from '../lib/person.mjs';
import { sleep } from '../lib/wait.mjs';
import { RATE } from './kills.mjs';

const LAST = 50; // posts per onderwerp in a snapshot
const LOOKS = 12; // at different places

// What a snapshot at seq must hold of an onderwerp, from the events a reader received.
function expected(events, onderwerp, seq) {
  const posts = events.filter((event) => event.seq <= seq && event.onderwerp === onderwerp);
  return posts.slice(-LAST).map(({ id }) => id);
}

export async function snapshots(drill) {
  await drill.open();
  const { crowd, site, ledger } = drill;
  const { tafel } = crowd.names;
  const events = [];
  const reader = new Person({ site, ledger, name: 'Vera', streams: [crowd.plenary] });
  const take = reader.onEvent.bind(reader);
  reader.onEvent = (frame) => {
    take(frame);
    const post = JSON.parse(frame.leaf).soort === 'bijdrage.geplaatst' && JSON.parse(frame.inhoud).bijdragen[0];
    events.push({ seq: frame.seq, h: frame.h, id: post?.id, onderwerp: post?.onderwerp });
  };
  await reader.begin();
  crowd.load(RATE);
  const looks = [];
  const seqs = new Set();
  await drill.until(async () => {
    await sleep(drill.chance.between(20, 120));
    const look = (await reader.http('GET', `/v1/tafels/${tafel}/momentopname`)).json;
    looks.push(look);
    return seqs.add(look.stromen.find(({ stroom }) => stroom === crowd.plenary).seq).size === LOOKS;
  }, 'snapshots at so many places');
  await drill.settleAndJudge();
  const head = crowd.heads().get(crowd.plenary);
  await drill.until(() => events.length >= head, 'every event').catch((error) => drill.blame('gap', error.message));
  for (const look of looks) {
    const stream = look.stromen.find(({ stroom }) => stroom === crowd.plenary);
    drill.demand(events[stream.seq - 1]?.h === stream.h, 'snapshot', `snapshot at ${stream.seq}: another h than the event`);
    for (const { id } of stream.toestand.onderwerpen ?? []) {
      const got = stream.toestand.bijdragen.filter(({ onderwerp }) => onderwerp === id).map((post) => post.id).sort((a, b) => a - b);
      const want = expected(events, id, stream.seq).filter(Boolean).sort((a, b) => a - b);
      drill.demand(got.join() === want.join(), 'snapshot', `snapshot at ${stream.seq}: onderwerp ${id} ends with ${got.slice(-3)}, the events with ${want.slice(-3)}`);
    }
  }
  drill.say(`snapshots: ${looks.length} under load, at ${seqs.size} places, each equal to its events`);
  await reader.leave();
  await drill.close();
}
