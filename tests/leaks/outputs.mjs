// Everything that one person can get out of a server: every query for every object that exists (and
// one that does not), every stream from its beginning, and every refusal. Nobody here asks nicely:
// the numbers come from the database, not from what this person was told.
import WebSocket from 'ws';
import { Client } from '../lib/client.mjs';
import { tokenOf } from '../lib/world.mjs';

const NOBODY = '999999';

// What there is to ask for, in the whole database.
export function objects(world) {
  const ids = (table) => world.sql(`SELECT id FROM spr.${table} ORDER BY id`).map(([id]) => id);
  const tafels = ids('tafel');
  const streams = world.sql('SELECT naam FROM spr.stroom ORDER BY naam').map(([name]) => name);
  const files = world.sql('SELECT tafel, id FROM spr.bestand ORDER BY id').map(([tafel, id]) => `/v1/tafels/${tafel}/bestanden/${id}`);
  return { files, tafels: [...tafels, NOBODY], onderwerpen: [...ids('onderwerp'), NOBODY], bijdragen: [...ids('bijdrage'), NOBODY], streams };
}

function paths({ files, tafels, onderwerpen, bijdragen, streams }, words) {
  return [
    '/v1/tafels',
    '/v1/register',
    '/v1/sessies/huidige',
    ...files,
    ...tafels.map((id) => `/v1/tafels/${id}/momentopname`),
    ...tafels.flatMap((id) => words.map((word) => `/v1/tafels/${id}/bijdragen?zoek=${word}`)),
    ...onderwerpen.map((id) => `/v1/onderwerpen/${id}/bijdragen`),
    ...bijdragen.map((id) => `/v1/bijdragen/${id}/versies`),
    ...streams.map((name) => `/v1/stromen/${name}/gebeurtenissen?na=0&hoogstens=1000`),
  ];
}

// Follows every stream from its beginning; resolves to the bytes of all frames that came.
async function overTheLine(server, token, streams) {
  const headers = token ? { Cookie: `spr_lokaal_${server.port}=${token}` } : {};
  const ws = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, 'spr.v1', { headers, origin: server.origin });
  const frames = [];
  const waiting = new Map();
  const ended = new Promise((resolve) => ws.on('close', resolve));
  ws.on('message', (data) => {
    const text = data.toString();
    frames.push(text);
    const { re } = JSON.parse(text);
    waiting.get(re)?.(JSON.parse(text));
  });
  await new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject));
  let id = 0;
  const ask = (name, args) => {
    const answer = new Promise((resolve) => waiting.set(++id, resolve));
    ws.send(JSON.stringify({ id, do: name, args }));
    return Promise.race([answer, ended.then(() => null)]);
  };
  const seen = (stroom, seq) => frames.some((text) => text.startsWith(`{"stroom":"${stroom}","seq":${seq},`));
  if ((await ask('hello', {}))?.ok) {
    for (const stroom of streams) {
      const answer = await ask('subscribe', { stroom });
      const { since, kop } = answer?.ok ?? { since: 0, kop: 0 };
      while (kop > since && !seen(stroom, kop)) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  ws.terminate();
  await ended;
  return frames;
}

export async function outputs(server, world, person, words) {
  const token = person === 'Niemand' ? '' : tokenOf(person);
  const client = new Client(server, token, person);
  const all = objects(world);
  const got = [];
  for (const path of paths(all, words)) {
    const { text } = await client.http('GET', path);
    got.push({ where: path, text });
  }
  for (const text of await overTheLine(server, token, all.streams)) got.push({ where: '/ws', text });
  return got;
}

// Which of the words this person gets to see, and where first.
export function found(got, words) {
  const places = new Map();
  for (const word of words) {
    const hit = got.find(({ where, text }) => text.toLowerCase().includes(word) && !where.endsWith(`zoek=${word}`));
    const searched = got.find(({ where, text }) => where.endsWith(`zoek=${word}`) && text.includes('"tekst"'));
    if (hit || searched) places.set(word, (hit ?? searched).where);
  }
  return places;
}
