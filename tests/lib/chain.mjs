// What an event frame must be by itself and after its predecessor: canonical leaf, chain, commitments.
import crypto from 'node:crypto';

const HEX = /^[0-9a-f]{64}$/;
const LEAF_KEYS = ['at', 'door', 'inhoud', 'ref', 'seq', 'soort', 'stroom', 'v'];
const FRAME_KEYS = ['afwezig', 'door', 'doorzout', 'h', 'inhoud', 'leaf', 'seq', 'stroom', 'zout'];
const REASONS = [null, 'verborgen', 'ingetrokken', 'herzien', 'gewist'];

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), crypto.createHash('sha256')).digest('hex');

export const genesis = (stream, epoch) => sha256('spr.v1', stream, epoch);

function demand(good, sentence) {
  if (!good) throw new Error(sentence);
}

function commits(commitment, salt, text, what) {
  if (text === null) return demand(salt === null, `${what} is gone but its salt is there`);
  demand(HEX.test(salt), `${what}: the salt is not 32 bytes in hex`);
  demand(sha256(Buffer.from(salt, 'hex'), text) === commitment, `${what} is not what the leaf commits to`);
}

// Throws when the frame is not the successor of {seq, h} on its stream; gives back its leaf.
export function checkEvent(frame, before) {
  demand(Object.keys(frame).sort().join() === FRAME_KEYS.join(), `members of the frame: ${Object.keys(frame)}`);
  const leaf = JSON.parse(frame.leaf);
  const place = `${frame.stroom} ${frame.seq}`;
  demand(JSON.stringify(leaf) === frame.leaf && /^[\x20-\x7e]*$/.test(frame.leaf), `${place}: the leaf is not canonical: ${frame.leaf}`);
  demand(Object.keys(leaf).join() === LEAF_KEYS.join(), `${place}: keys of the leaf: ${Object.keys(leaf)}`);
  demand(leaf.v === 1 && leaf.seq === frame.seq && leaf.stroom === frame.stroom, `${place}: the leaf is of another place: ${frame.leaf}`);
  demand(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(leaf.at), `${place}: at is ${leaf.at}`);
  demand(HEX.test(leaf.door) && HEX.test(leaf.inhoud) && HEX.test(frame.h), `${place}: a hash is not 32 bytes in hex`);
  demand(frame.seq === before.seq + 1, `${place}: came after ${before.seq}`);
  demand(sha256(Buffer.from(before.h, 'hex'), frame.leaf) === frame.h, `${place}: the chain does not hold`);
  demand(REASONS.includes(frame.afwezig), `${place}: afwezig is ${frame.afwezig}`);
  demand((frame.inhoud === null) === (frame.afwezig !== null), `${place}: absent without a reason, or the other way round`);
  commits(leaf.inhoud, frame.zout, frame.inhoud, `${place}: the content`);
  commits(leaf.door, frame.doorzout, frame.door, `${place}: who did it`);
  return leaf;
}
