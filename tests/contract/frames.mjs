// Events as SQL writes them: the room's own check accepts the canonical frame and nothing near it.
import { ask } from './wirecheck.mjs';
import { events } from './proto.mjs';

const HASH = 'ab'.repeat(32);
const event = events[0];
const leaf = { at: '2026-02-03T13:00:00.123456Z', door: HASH, inhoud: HASH, ref: 'bijdrage:33', seq: 13, soort: event.name, stroom: 'tafel:1', v: 1 };
const good = {
  stroom: 'tafel:1', seq: 13, leaf: JSON.stringify(leaf), h: HASH,
  inhoud: JSON.stringify(event.example), zout: HASH,
  door: '{"organisatie":"5","persoon":"9","vertegenwoordiging":"3"}', doorzout: HASH, afwezig: null,
};
const withLeaf = (change) => ({ ...good, leaf: JSON.stringify({ ...leaf, ...change }) });

const FRAMES = [
  ['as it should be', good, 'ok'],
  ['with its content gone, and a reason', { ...good, inhoud: null, zout: null, afwezig: 'verborgen' }, 'ok'],
  ['with nobody behind it', { ...good, door: null, doorzout: null }, 'ok'],
  ['with content gone but no reason', { ...good, inhoud: null, zout: null }, 'ongeldig'],
  ['with content and a reason', { ...good, afwezig: 'verborgen' }, 'ongeldig'],
  ['with a salt left behind', { ...good, inhoud: null, afwezig: 'gewist' }, 'ongeldig'],
  ['without h', { ...good, h: undefined }, 'ongeldig'],
  ['with a member too many', { ...good, extra: 1 }, 'ongeldig'],
  ['with h in capitals', { ...good, h: HASH.toUpperCase() }, 'ongeldig'],
  ['with another seq in its leaf', withLeaf({ seq: 14 }), 'ongeldig'],
  ['with another stream in its leaf', withLeaf({ stroom: 'tafel:2' }), 'ongeldig'],
  ['with an unknown kind', withLeaf({ soort: 'bijdrage.verzonnen' }), 'ongeldig'],
  ['with a leaf of version 2', withLeaf({ v: 2 }), 'ongeldig'],
  ['with a space in its leaf', { ...good, leaf: good.leaf.replace(',', ', ') }, 'ongeldig'],
  ['with the leaf in another order', { ...good, leaf: JSON.stringify({ v: 1, ...leaf }) }, 'ongeldig'],
  ['with a leaf that is no text', { ...good, leaf }, 'ongeldig'],
  ['with content that does not fit', { ...good, inhoud: '{"verzonnen":[]}' }, 'ongeldig'],
  ['with content that is no JSON', { ...good, inhoud: '{' }, 'ongeldig'],
  ['that is a list', [], 'ongeldig'],
];

export default function frames(tap) {
  const answers = ask(FRAMES.map(([, frame]) => ({ mode: 'frame', bytes: JSON.stringify(frame) })));
  for (const [i, [name, , verdict]] of FRAMES.entries()) {
    tap.ok(answers[i].verdict === verdict, `an event ${name} → ${verdict}`, JSON.stringify(answers[i]));
    if (verdict !== 'ok') tap.ok(answers[i].why.length > 0, `and why an event ${name} is refused is said`);
  }
}
