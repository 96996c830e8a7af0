// What one may not know of looks, in every answer, exactly like what does not exist.
import { Client, newKey } from '../lib/client.mjs';
import { commands, queries } from '../contract/proto.mjs';
import { tokenOf } from '../lib/world.mjs';

const NOBODY = '999999';

// Two questions that differ only in what they name; their answers, without the number of the question.
async function differ(client, one, other) {
  const answer = async (question) => {
    const key = question.sleutel === undefined ? {} : { sleutel: newKey() };
    const { ok, error } = await client.ask({ ...question, ...key }).catch((late) => { throw client.fault ?? late; });
    return JSON.stringify(ok ?? error);
  };
  const [a, b] = [await answer(one), await answer(other)];
  return a === b ? null : `${JSON.stringify(one)}\n  ${a}\n  ${b}`;
}

function* secrets(names, namens, open) {
  const { tafel, concept } = names;
  for (const { name, example, tafel: where, kind, ...def } of commands) {
    if (kind === 'live' || where !== 'required') continue;
    const ask = (at) => ({ do: name, sleutel: '', tafel: at, args: example.args, ...(namens ? { namens } : {}) });
    yield [ask(concept), ask(NOBODY)];
  }
  for (const def of queries) {
    if (def.tafel !== 'required') continue;
    yield [{ do: def.name, tafel: concept, args: def.example.args }, { do: def.name, tafel: NOBODY, args: def.example.args }];
  }
  const inRoom = (args) => (gesprek) => ({ do: 'gesprek.punt-noteren', sleutel: '', tafel, namens, args: { ...args, gesprek } });
  const post = (more) => (onderwerp) => ({ do: 'bijdrage.plaatsen', sleutel: '', tafel, namens, args: { onderwerp, tekst: 'x', ...more } });
  const pairs = [
    [inRoom({ tekst: 'x' }), names.gesprek_zorg],
    [post({}), names.onderwerp_kamer],
    [post({ antwoordOp: names.bijdrage_wil }), names.onderwerp_werknemers],
    [(onderwerp) => ({ do: 'onderwerp.sluiten', sleutel: '', tafel, namens, args: { onderwerp } }), names.onderwerp_kamer],
    [(onderwerp) => ({ do: 'onderwerp.bijdragen', args: { onderwerp } }), names.onderwerp_kamer],
  ];
  for (const [make, id] of pairs) yield [make(id), make(NOBODY)];
  const streams = [`kamer:${names.gesprek_zorg}`, `voorzitterskamer:${tafel}`, `vooroverleg:${tafel}-werknemers`, `tafel:${concept}`, `buiten:${concept}`, 'toegang', `organisatie:${names.org_vz}`, `persoon:${names.persoon_vera}`];
  for (const stroom of streams.filter((name) => !open.includes(name))) {
    yield [{ do: 'subscribe', args: { stroom } }, { do: 'subscribe', args: { stroom: `kamer:${NOBODY}` } }];
    yield [{ do: 'stroom.lezen', args: { stroom } }, { do: 'stroom.lezen', args: { stroom: `kamer:${NOBODY}` } }];
    yield [{ do: 'onderwerp.openen', sleutel: '', tafel, namens, args: { stroom, titel: 'x' } }, { do: 'onderwerp.openen', sleutel: '', tafel, namens, args: { stroom: `kamer:${NOBODY}`, titel: 'x' } }];
  }
}

// A seat that came later: what was said before cannot be answered, so nor can it be guessed at by
// quoting it.
export async function noAnswerToTheUnread(tap, server, world) {
  const names = world.names();
  const vik = new Client(server, tokenOf('Vik'), 'Vik');
  await vik.connect();
  const answer = (antwoordOp, citaat) => ({
    do: 'bijdrage.plaatsen', sleutel: '', tafel: names.tafel, namens: names.vik_namens,
    args: { onderwerp: names.onderwerp, tekst: 'Een antwoord.', antwoordOp, ...(citaat ? { citaat } : {}) },
  });
  const wrong = [];
  for (const citaat of [undefined, 'alles uitvalt', 'niets uitvalt'])
    wrong.push(await differ(vik, answer(names.bijdrage_wil, citaat), answer(NOBODY, citaat)));
  vik.end();
  tap.ok(wrong.every((difference) => !difference), 'who came later cannot answer or quote what was said before', wrong.filter(Boolean).join('\n'));
}

// A name that is no stream is refused like one that is not known.
export async function oddNames(tap, server) {
  const wil = new Client(server, tokenOf('Wil'), 'Wil');
  await wil.connect();
  const wrong = [];
  for (const stroom of ['tafel:01', 'tafel:1 ', 'TAFEL:1', 'tafel:+1', 'tafel:', 'tafel', 'tafel:\uff11', 'kamer:1-x', 'vooroverleg:1-Werknemers', 'register:1', '\u20ac'.repeat(40)])
    for (const name of ['subscribe', 'stroom.lezen']) {
      const { error } = await wil.ask({ do: name, args: { stroom } });
      if (error?.code !== 'niet_gevonden') wrong.push(`${name} ${stroom}: ${JSON.stringify(error)}`);
    }
  wil.end();
  tap.ok(wrong.length === 0, 'a name that is no stream is not found', wrong.join('\n'));
}

export async function sameAnswers(tap, server, world) {
  const names = world.names();
  for (const [person, namens] of [['Oto', names.oto_namens], ['Cas', names.cas_namens], ['Tom'], ['Ana'], ['Bea'], ['Gus']]) {
    const client = new Client(server, tokenOf(person), person);
    await client.connect();
    const wrong = [];
    let asked = 0;
    for (const [secret, nothing] of secrets(names, namens, person === 'Bea' ? ['toegang'] : [])) {
      for (const question of [secret, nothing]) if (question.namens === undefined) delete question.namens;
      asked += 1;
      const difference = await differ(client, secret, nothing);
      if (difference) wrong.push(difference);
    }
    client.end();
    tap.ok(asked > 40 && wrong.length === 0, `${person} cannot tell what is closed from what does not exist (${asked} questions)`, wrong.join('\n'));
  }
}
