// Exports, as people ask for them: every text comes back as it was, nothing runs, nobody gets what
// they may not read, the same question gives the same bytes, and what was killed leaves nothing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { Tap } from '../contract/tap.mjs';
import { Client, newKey } from '../lib/client.mjs';
import { buildDir, startServer } from '../lib/server.mjs';
import { tokenOf, World } from '../lib/world.mjs';
import { get } from '../leaks/bestanden.mjs';
import { readCsv, readXlsx, undo } from './read.mjs';

const HOSTILE = [
  '=1+1', '=HYPERLINK("http://x.example";"klik")', '+31 6', '-5', '@SUM(A1)', "'=1", "''", '"', '""";', 'a"b;c,d', '\tx', 'regel 1\nregel 2',
  ' voorloop', 'achterloop ', 'é€😀', '\u202eomgekeerd', '\u200bnul', '_x0041_', '_x000D_', '<b>&amp;</b>', ']]>', 'null', '0123', '1e5', '3,14',
  'TRUE', '\\n', '`${x}`', '# kop', '\ufeffbom', '\uff1d1+1', 'A'.repeat(4000),
];
const PEOPLE = ['Vera', 'Sem', 'Wil', 'Wes', 'Ona', 'Oto', 'Vik', 'Cas', 'Tom', 'Ana', 'Bea', 'Gus'];
const tap = new Tap();
const world = new World('export');
const names = world.names();
let server = await startServer({ world });

const quote = (text) => `$w$${text}$w$`;
const say = (who, what, args) =>
  world.value(`SELECT proef.doe('${who.toLowerCase()}', '${what}', ${names.tafel}, ${quote(JSON.stringify(args))}::jsonb, NULL) ->> 'id'`);

// A besluit that was concluded, through the commands that people use.
function decide(titel, tekst, openbaarheid) {
  const besluit = say('Sem', 'besluit.opstellen', { soort: 'conclusie', titel, tekst, motivering: tekst });
  say('Sem', 'besluit.voorleggen', { besluit });
  if (openbaarheid) say('Vera', 'openbaarheid.zetten', { besluit, ...openbaarheid });
  say('Vera', 'besluit.concluderen', { besluit, uitkomst: 'aangenomen' });
  return besluit;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function ask(client, args) {
  const { ok, error } = await client.askHttp({ do: 'export.aanvragen', sleutel: newKey(), args });
  if (error) throw new Error(JSON.stringify(error));
  return ok;
}

async function ended(client, id) {
  for (;;) {
    const stand = JSON.parse((await get(client, `/v1/besluiten/exports/${id}`)).bytes.toString());
    if (!['gevraagd', 'bezig'].includes(stand.status)) return stand;
    await sleep(50);
  }
}

// From the question to the bytes.
async function take(client, args) {
  const { id } = await ask(client, args);
  const stand = await ended(client, id);
  const { status, bytes, headers } = await get(client, `/v1/besluiten/exports/${id}/bestand`);
  return { ...stand, id, http: status, bytes, headers };
}

const clients = {};
for (const person of PEOPLE) clients[person] = new Client(server, tokenOf(person), person);
const { Ana, Vera } = clients;

async function texts() {
  const rows = HOSTILE.map((text) => decide(text.trim().slice(0, 100) || 'x', text));
  tap.equal(rows.length, HOSTILE.length, 'texts that a spreadsheet would stumble over are besluiten');
  const kept = Number(world.value('SELECT count(*) FROM spr.besluit WHERE uitkomst IS NOT NULL'));
  const lines = (await take(Vera, { formaat: 'jsonl' })).bytes.toString().trim().split('\n').map((line) => JSON.parse(line));
  tap.equal(lines.length, kept, 'JSON Lines has a line for each');
  const want = lines.map(({ tekst }) => tekst);
  tap.ok(HOSTILE.every((text) => want.some((got) => got === text || got === text.trim())), 'JSON Lines holds every text as it was said');
  for (const [formaat, separator] of [['csv', ','], ['csv_excel', ';']]) {
    const raw = (await take(Vera, { formaat })).bytes.toString();
    tap.ok(raw.startsWith('\ufeff') === (formaat === 'csv_excel'), `${formaat}: the mark of Excel, and only there`);
    const [head, ...cells] = readCsv(raw.replace(/^\ufeff/, ''), separator);
    tap.equal(head, Object.keys(lines[0]), `${formaat}: the columns are those of the codebook`);
    tap.equal(cells.map((row) => undo(row[head.indexOf('tekst')])), want, `${formaat}: every text comes back`);
    tap.ok(cells.flat().every((cell) => !/^[=+\-@\t\r\n]/.test(cell)), `${formaat}: no cell begins with what would run`);
  }
  const [head, ...cells] = readXlsx((await take(Vera, { formaat: 'xlsx' })).bytes);
  const at = head.findIndex(({ text }) => text === 'tekst');
  tap.equal(cells.map((row) => row[at].text), want, 'xlsx: every text comes back, as text');
  const record = (await take(Vera, { formaat: 'markdown' })).bytes.toString();
  tap.ok(!/<b>|^=1|^- \[/m.test(record) && record.split('\n# ').length === kept, 'markdown: a record for each, and no text became markup');
}

async function parts() {
  const all = await take(Ana, { formaat: 'jsonl' });
  tap.equal([all.http, all.headers['content-type'], all.headers['cache-control']], [200, 'application/x-ndjson', 'private, no-cache'], 'a file is handed out to who asked');
  tap.equal([createHash('sha256').update(all.bytes).digest('hex'), all.bytes.length], [all.sha256, all.grootte], 'and is the file that was made');
  const url = `/v1/besluiten/exports/${all.id}/bestand`;
  const tail = await get(Ana, url, { Range: `bytes=${all.bytes.length - 10}-` });
  tap.ok(tail.status === 206 && tail.bytes.equals(all.bytes.subarray(-10)), 'from any byte');
  for (const person of PEOPLE.filter((name) => name !== 'Ana'))
    tap.equal((await get(clients[person], url)).status, 404, `${person} does not get the file of somebody else`);
  const nobody = await get(new Client(server, '', 'Niemand'), url);
  tap.equal(nobody.status, 401, 'a visitor does not');
}

async function leaks() {
  decide('merktafel', 'merktafel');
  decide('merkvertrouwelijk', 'merkvertrouwelijk', { openbaarheid: 'vertrouwelijk' });
  decide('merkembargo', 'merkembargo', { openbaarheid: 'embargo', embargoTot: '2026-02-04T12:00:00.000000Z' });
  decide('merkopenbaar', 'merkopenbaar', { openbaarheid: 'openbaar' });
  say('Sem', 'besluit.opstellen', { soort: 'conclusie', titel: 'merkconcept', tekst: 'merkconcept' });
  const table = ['Vera', 'Sem', 'Wil', 'Wes', 'Ona', 'Oto'];
  const may = { merkopenbaar: PEOPLE, merktafel: [...table, 'Ana'], merkvertrouwelijk: table, merkembargo: table, merkconcept: [] };
  for (const person of PEOPLE) {
    const all = [];
    for (const formaat of ['csv', 'csv_excel', 'jsonl', 'markdown']) all.push((await take(clients[person], { formaat })).bytes.toString());
    const sheet = await take(clients[person], { formaat: 'xlsx' });
    all.push(JSON.stringify(readXlsx(sheet.bytes)));
    const wrong = Object.entries(may).flatMap(([word, readers]) =>
      all.map((text) => text.includes(word)).filter((has) => has !== readers.includes(person)).map(() => word));
    tap.equal(wrong, [], `${person} takes along what ${person} may read and no more`);
  }
}

async function logs() {
  const want = { Vera: true, Wil: true, Ana: true };
  for (const person of Object.keys(want)) {
    const log = await take(clients[person], { formaat: 'logboek', tafel: names.tafel });
    const file = path.join(path.dirname(server.log), `${person}.jsonl`);
    fs.writeFileSync(file, log.bytes);
    const { status, stdout } = spawnSync(path.join(buildDir, 'spr'), ['verify', file], { encoding: 'utf8' });
    tap.ok(status === 0 && /events 1 to \d+ hold/.test(stdout), `spr verify finds the log of ${person} whole`, stdout);
    const streams = new Set(log.bytes.toString().trim().split('\n').map((line) => JSON.parse(line).stroom.split(':')[0]));
    tap.ok(streams.has('tafel') === (person !== 'Ana') && !streams.has('vooroverleg'), `it holds what ${person} reads: ${[...streams]}`);
  }
}

// The same peildatum, before and after things changed.
async function again() {
  const later = decide('Wordt later anders', 'Zoals het toen was.');
  const held = say('Sem', 'besluit.opstellen', { soort: 'conclusie', titel: 'Aangehouden', tekst: 'Eerst dit.' });
  say('Sem', 'besluit.voorleggen', { besluit: held });
  say('Vera', 'besluit.concluderen', { besluit: held, uitkomst: 'aangehouden', tot: '2026-03-01T00:00:00Z' });
  const formats = ['csv', 'jsonl', 'xlsx', 'markdown'];
  const before = [];
  const peildatum = world.value('SELECT rule.tijd(rule.nu())');
  for (const formaat of formats) before.push(await take(Ana, { formaat, peildatum }));
  world.moveClock('2 minutes');
  decide('Een nieuw besluit', 'Dat er toen niet was.', { openbaarheid: 'openbaar' });
  say('Vera', 'openbaarheid.zetten', { besluit: later, openbaarheid: 'openbaar' });
  say('Sem', 'besluit.voorleggen', { besluit: held });
  say('Vera', 'besluit.concluderen', { besluit: held, uitkomst: 'aangenomen' });
  for (const [i, formaat] of formats.entries()) {
    const now = await take(Ana, { formaat, peildatum });
    tap.ok(now.bytes.equals(before[i].bytes) && now.kenmerk === before[i].kenmerk && now.regels > 0, `${formaat}: the same peildatum gives the same bytes after changes`);
    tap.ok(!now.bytes.equals((await take(Ana, { formaat })).bytes), `${formaat}: today gives others`);
  }
  // What is erased is named, and nothing else differs.
  world.sql(`SELECT count(*) FROM rule.inhoud_wissen('tafel:${names.tafel}', ARRAY(SELECT g.seq FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom
    WHERE s.naam = 'tafel:${names.tafel}' AND g.leaf LIKE '%"ref":"besluit:${held}"%'), 'gewist')`);
  const old = before[1].bytes.toString().trim().split('\n').map((line) => JSON.parse(line));
  const now = (await take(Ana, { formaat: 'jsonl', peildatum })).bytes.toString().trim().split('\n').map((line) => JSON.parse(line));
  const differ = now.filter((row, i) => JSON.stringify(row) !== JSON.stringify(old[i]));
  tap.ok(now.length === old.length && differ.length === 1 && differ[0].afwezig === 'gewist' && differ[0].tekst === null, 'what was erased since is named, and is all that differs', JSON.stringify(differ));
}

async function killed() {
  const spool = path.join(path.dirname(server.log), 'spool');
  const modes = fs.readdirSync(spool).map((name) => fs.statSync(path.join(spool, name)).mode & 0o777);
  tap.ok(modes.length > 0 && modes.every((mode) => mode === 0o600) && (fs.statSync(spool).mode & 0o777) === 0o700, 'files in the spool are of one user');
  // The process dies while it makes one: the row says bezig, and half a file stands there.
  await server.kill();
  const id = world.value(`INSERT INTO spr.export (kenmerk, persoon, formaat, filter, peildatum, op, gezien_op, verteld_op)
    SELECT 'E-half', ${names.persoon_ana}, 'csv', '{}', n, n, n, n FROM rule.nu() n RETURNING id`);
  world.sql(`UPDATE spr.export SET status = 'bezig' WHERE id = ${id}`);
  fs.writeFileSync(path.join(spool, `${world.value('SELECT rule.epoch()')}-${id}`), 'half', { mode: 0o600 });
  await server.start();
  const client = new Client(server, tokenOf('Ana'), 'Ana');
  tap.equal(JSON.parse((await get(client, `/v1/besluiten/exports/${id}`)).bytes.toString()).status, 'bezig', 'for two minutes nobody takes it for dead');
  world.moveClock('3 minutes');
  const stand = await ended(client, id);
  tap.equal([stand.status, stand.reden], ['mislukt', 'afgebroken'], 'an export whose maker was killed says that it failed');
  world.sql(`UPDATE spr.export SET verloopt_op = rule.nu() WHERE status = 'klaar'`);
  await server.stop();
  await server.start();
  for (let i = 0; i < 200 && fs.readdirSync(spool).length > 0; i++) await sleep(50);
  tap.equal(fs.readdirSync(spool), [], 'and neither half a file nor an expired one is left');
}

await texts();
await parts();
await leaks();
await logs();
await again();
await killed();
await server.stop().then(
  () => tap.ok(true, 'the server ends well'),
  (error) => tap.ok(false, 'the server ends well', error.message),
);
world.drop();
process.exitCode = tap.end() ? 0 : 1;
