// Reads proto/ for the tests. Nothing here comes from src, sql or a generated file.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const build = path.resolve(root, process.env.SPR_BUILD ?? 'build/debug');

const read = (file) => JSON.parse(fs.readFileSync(path.join(root, 'proto', file), 'utf8'));

function directory(name) {
  const files = fs.readdirSync(path.join(root, 'proto', name)).sort();
  return files
    .filter((file) => file.endsWith('.json') && file !== 'types.json')
    .map((file) => ({ file: `${name}/${file}`, name: file.slice(0, -'.json'.length), ...read(`${name}/${file}`) }));
}

export const types = { ...read('control/types.json'), ...read('types.json') };
export const errors = read('errors.json');
export const commands = directory('commands');
export const queries = directory('queries');
export const control = directory('control');
// An event may also stand whole in the list of the one command that brings it about.
export const events = [...directory('events'), ...commands.flatMap(lift)];

function lift(def) {
  const own = (def.events ?? []).filter((item) => typeof item === 'object');
  if (def.events) def.events = def.events.map((item) => item.event ?? item);
  return own.map((event) => ({ file: def.file, name: event.event, ...event }));
}

const LARGEST = 9007199254740991;

// The schema with its types written in, and the bounds that hold for every integer.
export function inline(schema) {
  if (schema.$ref) return inline(types[schema.$ref.split('/').at(-1)]);
  const copy = { ...schema };
  if (schema.properties)
    copy.properties = Object.fromEntries(Object.entries(schema.properties).map(([key, value]) => [key, inline(value)]));
  if (schema.items) copy.items = inline(schema.items);
  if ([schema.type].flat().includes('integer')) {
    copy.minimum ??= -LARGEST;
    copy.maximum ??= LARGEST;
  }
  return copy;
}

// Every schema of the contract: what comes in (args) and what goes out (reply, event).
export function schemas() {
  const list = [];
  for (const def of [...commands, ...queries, ...control]) {
    list.push({ mode: 'args', name: def.name, schema: inline(def.args) });
    if (def.reply) list.push({ mode: 'reply', name: def.name, schema: inline(def.reply) });
  }
  for (const event of events) list.push({ mode: 'event', name: event.name, schema: inline(event.inhoud) });
  return list;
}
