// What was hidden or withdrawn is gone: from the rings of both processes, from replay, from pages,
// search, versions and the snapshot. Gone means: its words are in no byte that anybody receives.
import { newKey } from '../../lib/client.mjs';
import { Person } from '../lib/person.mjs';
import { mustBeOk } from './ask.mjs';

const AROUND = 12; // posts before and after, so that a ring holds the place
const PROMISED_MS = 1000;

async function post(writer, tekst) {
  const message = { ...writer.message(), sleutel: newKey() };
  message.args = { onderwerp: writer.onderwerpen[0], tekst };
  return (await mustBeOk(writer.ask(message), 'a post')).ok;
}

// Reads everything that a reader at this process can get of the tafel after seq; gives the bytes.
async function readAll(drill, process, seq) {
  const { site, crowd, ledger } = drill;
  const quiet = { note() {}, blame: (...what) => ledger.blame(...what) }; // reads back and forth
  const probe = new Person({ site, ledger: quiet, name: 'Vera', process, label: `probe-${process}` });
  let bytes = '';
  probe.onBytes = (text) => (bytes += text);
  await probe.come();
  for (const since of [seq, 0]) {
    const known = crowd.readers[0].streams.get(crowd.plenary);
    const reply = await mustBeOk(probe.ask({ do: 'subscribe', args: { stroom: crowd.plenary, epoch: known.epoch, since } }), 'a subscription');
    await drill.until(() => (probe.streams.get(crowd.plenary)?.seq ?? 0) >= reply.ok.kop || probe.closed, 'the replay');
    await probe.ask({ do: 'unsubscribe', args: { stroom: crowd.plenary } });
  }
  probe.end();
  return bytes;
}

async function readOverHttp(drill, seq, words, posts) {
  const { crowd } = drill;
  const { tafel } = crowd.names;
  const reader = crowd.readers[0];
  const targets = [
    `/v1/stromen/${encodeURIComponent(crowd.plenary)}/gebeurtenissen?na=${seq}&hoogstens=200`,
    `/v1/tafels/${tafel}/momentopname`,
    `/v1/onderwerpen/${crowd.names.onderwerp}/bijdragen`,
    ...words.map((word) => `/v1/tafels/${tafel}/bijdragen?zoek=${word}`),
    ...posts.map((post) => `/v1/bijdragen/${post}/versies`),
  ];
  let bytes = '';
  for (const target of targets) bytes += (await reader.http('GET', target)).text;
  return bytes;
}

async function readEverywhere(drill, seq, words, posts) {
  const found = {};
  const keep = (place, bytes) => {
    for (const word of words) if (bytes.includes(word)) found[place] = (found[place] ?? 0) + 1;
  };
  for (let process = 0; process < drill.workers; process++) keep(`process ${process}`, await readAll(drill, process, seq));
  keep('http', await readOverHttp(drill, seq, words, posts));
  return found;
}

export async function hiding(drill) {
  await drill.open();
  const { crowd, site, ledger, chance, say } = drill;
  const [wil, oto] = crowd.writers;
  const sem = new Person({ site, ledger, name: 'Sem', process: 0, streams: [] });
  await sem.begin();
  const words = ['besloten', 'geheim'].map((word) => `${word}${chance.between(100000, 999999)}`);
  for (let i = 0; i < AROUND; i++) await wil.act();
  const posted = [await post(oto, `Dit is ${words[0]} bedoeld.`), await post(wil, `Dit blijft ${words[1]} tussen ons.`)];
  for (let i = 0; i < AROUND; i++) await oto.act();
  await crowd.settled();
  const from = posted[0].seq - 1;
  const ids = posted.map(({ id }) => id);
  const open = await readEverywhere(drill, from, words, ids);
  drill.demand(Object.keys(open).length === drill.workers + 1, 'control', `before hiding the words are seen only at ${Object.keys(open)}`);

  // The older one first: taking a frame out of a ring takes out what is older too.
  const tafel = crowd.names.tafel;
  const acts = [
    () => oto.ask({ do: 'bijdrage.intrekken', sleutel: newKey(), tafel, namens: oto.namens, args: { bijdrage: ids[0], reden: 'Proef van het intrekken.' } }),
    () => sem.ask({ do: 'bijdrage.verbergen', sleutel: newKey(), tafel, args: { bijdrage: ids[1], reden: 'Proef van het verbergen.' } }),
  ];
  let longest = 0;
  for (const [i, act] of acts.entries()) {
    await mustBeOk(act(), 'taking a text away');
    const since = Date.now();
    let left;
    let looked;
    const isGone = async () => {
      looked = Date.now();
      left = await readEverywhere(drill, from, [words[i]], [ids[i]]);
      return Object.keys(left).length === 0;
    };
    await drill.until(isGone, 'the end of a hidden word', 10 * PROMISED_MS).catch(() => drill.blame('hidden-visible', `${words[i]} is still read at ${Object.keys(left).join(', ')}`));
    longest = Math.max(longest, looked - since);
  }
  say(`hidden words: gone everywhere within ${longest} ms (promised ${PROMISED_MS})`);
  await sem.leave();
  await drill.settleAndJudge();
  await drill.close();
}
