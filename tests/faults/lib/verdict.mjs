// Holds what people noted against the database. The expected side is worked out here from leaves
// and keys; it asks no function of the schema.
import crypto from 'node:crypto';
import { rows } from './cluster.mjs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash('sha256')).digest();
const hex = (bytes) => bytes.toString('hex');

// Every stream with its chain made again: name → {events: [{h, leaf, key}]}, by seq − 1.
function readLog(database, ledger) {
  const log = new Map();
  for (const [name, epoch, seq, h] of rows(database, `SELECT naam, epoch, seq, encode(h, 'hex') FROM spr.stroom`))
    log.set(name, { head: Number(seq), headH: h, h: sha256('spr.v1', name, epoch), events: [] });
  const events = rows(
    database,
    `SELECT s.naam, g.seq, encode(g.h, 'hex'), g.leaf, CASE WHEN g.leaf::json ->> 'soort' = 'bijdrage.geplaatst'
       THEN split_part(i.inhoud::json #>> '{bijdragen,0,tekst}', ' ', 1) END
     FROM spr.gebeurtenis g JOIN spr.stroom s ON s.id = g.stroom JOIN spr.inhoud i ON i.stroom = g.stroom AND i.seq = g.seq
     ORDER BY g.stroom, g.seq`,
  );
  for (const [name, seq, h, leaf, key] of events) {
    const stream = log.get(name);
    if (Number(seq) !== stream.events.length + 1) ledger.blame('gap', `${name}: ${seq} follows ${stream.events.length} in the database`);
    stream.h = sha256(stream.h, leaf);
    if (hex(stream.h) !== h) ledger.blame('chain', `${name} ${seq}: the chain in the database does not hold`);
    stream.events.push({ h, leaf: hex(sha256(leaf)), key });
  }
  for (const [name, { head, headH, h, events: all }] of log)
    if (head !== all.length || headH !== hex(h)) ledger.blame('chain', `${name}: the head says ${head}, there are ${all.length} events`);
  return log;
}

// key → places where it landed, in the log and in the table of posts.
function readPosts(database, log, ledger) {
  const landed = new Map();
  for (const [stroom, { events }] of log)
    for (const [i, { key }] of events.entries()) if (key) landed.set(key, [...(landed.get(key) ?? []), { stroom, seq: i + 1 }]);
  const posts = new Map();
  for (const [key, n] of rows(database, `SELECT split_part(tekst, ' ', 1), count(*) FROM spr.bijdrage WHERE tekst IS NOT NULL GROUP BY 1`)) posts.set(key, Number(n));
  for (const [key, places] of landed) {
    if (places.length > 1 && key.length === 24) ledger.blame('doubled', `${key} landed ${places.length} times`);
    if (posts.get(key) !== places.length) ledger.blame('state', `${key}: ${places.length} events, ${posts.get(key) ?? 0} posts`);
  }
  return landed;
}

function judgeWriter(who, lines, landed, ledger) {
  const last = new Map(); // key → the last thing that was said of it
  for (const line of lines) if (['ack', 'refused', 'closed'].includes(line.kind)) last.set(line.key, line);
  for (const [key, line] of last) {
    const places = landed.get(key) ?? [];
    if (line.kind === 'ack' && places.length === 0) ledger.blame('acked-lost', `${who}: ${key} was acknowledged and is not in the database`);
    if (line.kind === 'ack' && places.length > 0 && !places.some(({ stroom, seq }) => stroom === line.stroom && seq === line.seq))
      ledger.blame('acked-lost', `${who}: ${key} was acknowledged at ${line.stroom} ${line.seq} and stands at ${JSON.stringify(places)}`);
    if (line.kind !== 'ack' && places.length > 0) ledger.blame(`${line.kind}-landed`, `${who}: ${key} was ${line.kind}, and is in the database`);
  }
}

// A reader's events follow each other through all its connections, and are those of the database.
function judgeReader(who, lines, log, ledger) {
  const at = new Map();
  for (const line of lines) {
    if (line.kind === 'follow') at.set(line.stroom, Math.max(line.since, at.get(line.stroom) ?? 0));
    if (line.kind !== 'event') continue;
    const { stroom, seq } = line;
    const stored = log.get(stroom)?.events[seq - 1];
    if (!stored) ledger.blame('not-durable', `${who} received ${stroom} ${seq}, which is not in the database`);
    else if (stored.h !== line.h || stored.leaf !== line.leaf) ledger.blame('not-durable', `${who} received another ${stroom} ${seq} than the database has`);
    if (seq <= at.get(stroom)) ledger.blame('repeated', `${who}: ${stroom} ${seq} came again, after ${at.get(stroom)}`);
    else if (seq !== at.get(stroom) + 1) ledger.blame('gap', `${who}: ${stroom} ${seq} came after ${at.get(stroom)}`);
    at.set(stroom, seq);
  }
}

// No two commitments of a stream may share their salt.
function judgeSalts(lines, ledger) {
  const seen = new Map();
  for (const { kind, stroom, seq, zout } of lines) {
    if (kind !== 'event' || !zout) continue;
    const place = `${stroom} ${seq}`;
    if (seen.has(zout) && seen.get(zout) !== place) return ledger.blame('commitment', `${place} has the salt of ${seen.get(zout)}`);
    seen.set(zout, place);
  }
}

export function judge(database, ledger) {
  const log = readLog(database, ledger);
  const landed = readPosts(database, log, ledger);
  for (const { who, lines } of ledger.read()) {
    judgeWriter(who, lines, landed, ledger);
    judgeReader(who, lines, log, ledger);
    judgeSalts(lines, ledger);
  }
  return { events: [...log.values()].reduce((sum, { events }) => sum + events.length, 0), landed: landed.size };
}
