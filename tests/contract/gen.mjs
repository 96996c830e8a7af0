// gen refuses what the validator could not keep, and says where. Each sample is a small contract
// with one mistake; the same contract without it is accepted.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, root } from './proto.mjs';

const gen = process.env.SPR_GEN ?? path.join(build, 'tools', 'gen');
const sample = path.join(root, 'tests', 'contract', 'samples');

const COMMAND = 'commands/ding.doen.json';
const change = (file, edit) => ({ file, edit });
const args = (edit) => change(COMMAND, (json) => edit(json.args));
const field = (edit) => args((schema) => edit(schema.properties.tekst));

// [what is wrong, the change, what the complaint must hold]
const MISTAKES = [
  ['a pattern', field((s) => (s.pattern = '^a')), 'args.properties.tekst: keyword "pattern" is outside the subset'],
  ['oneOf', args((s) => (s.oneOf = [])), 'args: keyword "oneOf" is outside the subset'],
  ['a format', field((s) => (s.format = 'email')), 'keyword "format" is outside the subset'],
  ['a number', field((s) => (s.type = 'number')), 'type "number" is outside the subset'],
  ['two types', field((s) => (s.type = ['string', 'integer'])), 'a list of types must be'],
  ['no type', field((s) => delete s.type), '"type" or "$ref" is missing'],
  ['an open object', args((s) => delete s.additionalProperties), '"additionalProperties": false is missing'],
  ['an open object that says so', args((s) => (s.additionalProperties = true)), '"additionalProperties": false is missing'],
  ['an unbounded string', field((s) => delete s.maxLength), 'a string from outside needs "maxLength"'],
  ['an unbounded list', args((s) => delete s.properties.lijst.maxItems), 'args.properties.lijst: an array from outside needs "maxItems"'],
  ['required of nothing', args((s) => s.required.push('wat')), '"required" names what is not in "properties"'],
  ['a keyword of another type', field((s) => (s.minimum = 1)), 'keyword "minimum" does not fit type "string"'],
  ['a length that is no count', field((s) => (s.maxLength = -1)), '"maxLength" must be a count'],
  ['a choice that is no text', args((s) => s.properties.keuze.enum.push(1)), '"enum" may hold strings only'],
  ['a choice or null', args((s) => (s.properties.keuze.type = ['string', 'null'])), 'do not go with null'],
  ['a reference to nothing', args((s) => (s.properties.ding = { $ref: 'types.json#/Weg' })), '"$ref" must be'],
  ['a reference elsewhere', args((s) => (s.properties.ding = { $ref: 'https://voorbeeld.example/a.json' })), '"$ref" must be'],
  ['something beside a reference', args((s) => (s.properties.ding.minLength = 2)), 'may not stand beside "$ref"'],
  ['a type that holds itself', change('types.json', (json) => (json.Kring = { type: 'array', maxItems: 1, items: { $ref: 'types.json#/Kring' } })), 'or a type that holds itself'],
  ['a type that is another name', change('types.json', (json) => (json.Ander = { $ref: 'types.json#/Id' })), '"$ref"'],
  ['another name than the file', change(COMMAND, (json) => (json.command = 'ding.laten')), 'command: must be "ding.doen", like the file'],
  ['an unknown key', change(COMMAND, (json) => (json.rechten = [])), '"rechten" is not a key'],
  ['an unknown error', change(COMMAND, (json) => json.errors.push('pech')), '"pech" is not in errors.json'],
  ['an unknown event', change(COMMAND, (json) => json.events.push('ding.gelaten')), 'no file events/ding.gelaten.json'],
  ['an event of its own without a name', change(COMMAND, (json) => json.events.push({ summary: 'Pech.' })), 'events: an event has a name'],
  ['an event of its own that has a file', change(COMMAND, (json) => json.events.push({ event: json.events[0] })), 'has a file of its own'],
  ['an unknown kind', change(COMMAND, (json) => (json.kind = 'query')), 'kind: must be "command" or "live"'],
  ['no summary in English', change(COMMAND, (json) => delete json.summary.en), 'summary: a sentence'],
  ['a quiet that says nothing', change(COMMAND, (json) => { json.who.quiet = false; }), 'who: "quiet" is true or absent'],
  ['nobody who may', change(COMMAND, (json) => delete json.who), 'who: "roles", "states" and "stream" are needed'],
  ['no example', change(COMMAND, (json) => delete json.example), 'example: "args" and "reply" are needed'],
  ['no HTTP door', change(COMMAND, (json) => delete json.http), 'http: each command and query has an HTTP door'],
  ['a command that is a GET', change(COMMAND, (json) => (json.http.method = 'GET')), 'a command is never a GET'],
  ['a path outside /v1', change(COMMAND, (json) => (json.http.path = '/tafels/{tafel}/dingen/{ding}')), 'must start with /v1/'],
  ['a path without its tafel', change(COMMAND, (json) => (json.http.path = '/v1/dingen/{ding}')), '{tafel} is missing'],
  ['a path with a stranger', change(COMMAND, (json) => (json.http.path = '/v1/tafels/{tafel}/dingen/{wie}')), '{wie} is not a required property of args'],
  ['the tafel twice', args((s) => (s.properties.tafel = { $ref: 'types.json#/Id' })), 'the envelope already names the tafel'],
  ['a list in a query string', change('queries/ding.lijst.json', (json) => (json.args.properties.soorten = { type: 'array', maxItems: 2, items: { $ref: 'types.json#/Id' } })), 'cannot stand in a query string'],
  ['a query that writes', change('queries/ding.lijst.json', (json) => (json.http.method = 'POST')), 'a query is a GET'],
  ['an error without a sentence', change('errors.json', (json) => delete json.intern.nl), 'the sentences "nl" and "en" are missing'],
  ['an error that is a success', change('errors.json', (json) => (json.intern.http = 200)), '"http" must be 4xx or 5xx'],
];

function run(proto, out) {
  fs.mkdirSync(out, { recursive: true });
  return spawnSync(gen, [proto, out], { encoding: 'utf8' });
}

function refuse(tap, dir, [name, { file, edit }, complaint]) {
  const proto = path.join(dir, 'proto');
  const out = path.join(dir, 'out');
  fs.rmSync(dir, { recursive: true, force: true });
  fs.cpSync(sample, proto, { recursive: true });
  const json = JSON.parse(fs.readFileSync(path.join(proto, file), 'utf8'));
  edit(json);
  fs.writeFileSync(path.join(proto, file), JSON.stringify(json));
  const { status, stderr } = run(proto, out);
  const named = stderr.includes(`proto/${file}`) && stderr.includes(complaint);
  tap.ok(status === 1 && named && fs.readdirSync(out).length === 0, `gen refuses ${name}`, `status ${status}\n${stderr}`);
}

export default function refusals(tap) {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-gen-'));
  const good = run(sample, path.join(dir, 'good'));
  tap.ok(good.status === 0, 'gen accepts the sample as it stands', good.stderr);
  const first = fs.readdirSync(path.join(dir, 'good')).sort();
  run(sample, path.join(dir, 'again'));
  const differs = first.filter((file) => !fs.readFileSync(path.join(dir, 'good', file)).equals(fs.readFileSync(path.join(dir, 'again', file))));
  tap.ok(first.length === 8 && differs.length === 0, 'gen makes the same eight files again', `${first} ${differs}`);
  for (const mistake of MISTAKES) refuse(tap, path.join(dir, 'case'), mistake);
  fs.rmSync(dir, { recursive: true, force: true });
}
