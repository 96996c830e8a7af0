// Every reply, refusal and event against the contract in proto/, with ajv. Nothing of src, sql or
// a generated file is read here.
import { compile } from '../contract/oracle.mjs';
import { commands, control, errors, events, inline, queries } from '../contract/proto.mjs';

export const definitions = new Map([...commands, ...queries, ...control].map((def) => [def.name, def]));
const replies = new Map();
const contents = new Map(events.map((event) => [event.name, { event, check: compile('event', inline(event.inhoud)) }]));

// What any command may answer without saying so in its own list.
const COMMON = [
  'ongeldig', 'geen_json', 'te_ingewikkeld', 'protocolfout', 'onbekende_opdracht', 'sleutel_ontbreekt',
  'niet_ingelogd', 'sessie_verlopen', 'niet_toegestaan', 'toegang_ingetrokken', 'namens_ongeldig',
  'niet_gevonden', 'sleutel_conflict', 'sleutel_afgesloten', 'verkeerde_toestand', 'te_groot', 'te_druk',
  'opslag_weg', 'opslag_vol', 'uitkomst_onbekend', 'vertrek', 'intern',
];

const why = (check) => check.errors.map((error) => `${error.instancePath || '/'} ${error.message}`).join('; ');

function demand(good, sentence) {
  if (!good) throw new Error(sentence);
}

export function checkReply(name, value) {
  const def = definitions.get(name);
  demand(def, `${name} is not in proto/`);
  if (!def.reply) return demand(value === undefined, `${name} has a reply: ${JSON.stringify(value)}`);
  if (!replies.has(name)) replies.set(name, compile('reply', inline(def.reply)));
  const check = replies.get(name);
  demand(check(value), `reply of ${name} is not as promised: ${check.errors && why(check)}: ${JSON.stringify(value)}`);
}

// A refusal over WebSocket has both languages; problem+json has one.
export function checkRefusal(name, error, { http = false } = {}) {
  const text = JSON.stringify(error);
  const known = errors[error.code];
  demand(known, `refusal of ${name}: unknown code: ${text}`);
  const def = definitions.get(name);
  demand(!def || COMMON.includes(error.code) || def.errors.includes(error.code), `${name} does not declare ${error.code}`);
  demand(error.status === known.http, `${error.code} has status ${error.status}, not ${known.http}`);
  const must = http ? ['code', 'detail', 'status', 'title'] : ['code', 'detail', 'detailEn', 'status', 'title', 'titleEn'];
  const may = [...must, 'problems', 'retryMs'];
  demand(must.every((key) => key in error) && Object.keys(error).every((key) => may.includes(key)), `members of a refusal: ${text}`);
  demand(error.title === known.title.nl || (http && error.title === known.title.en), `title of ${error.code}: ${text}`);
  for (const problem of error.problems ?? [])
    demand(problem.path && problem.code && problem.detail, `a problem without path, code or sentence: ${text}`);
}

// The content of an event, parsed; null when it is absent.
export function checkContent(frame, leaf) {
  const found = contents.get(leaf.soort);
  demand(found, `${leaf.soort} is not in proto/events`);
  const kind = frame.stroom.split(':')[0];
  demand(found.event.stream.includes(kind), `${leaf.soort} does not belong on a stream ${kind}`);
  if (frame.inhoud === null) return null;
  const content = JSON.parse(frame.inhoud);
  demand(found.check(content), `content of ${leaf.soort} is not as promised: ${found.check.errors && why(found.check)}: ${frame.inhoud}`);
  return content;
}
