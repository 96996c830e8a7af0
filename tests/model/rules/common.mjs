// Small things that several rules share.
import { isSuspended } from './bijeenkomst.mjs';
import { writes } from '../lib/policy.mjs';
import { mayWrite } from '../lib/rights.mjs';

const BLANKS = /^[ \t\n\u00a0]+|[ \t\n\u00a0]+$/g;

// Typed text as it is kept; undefined when nothing is left.
export function clean(text) {
  if (text === undefined) return undefined;
  const kept = text.normalize('NFC').replace(BLANKS, '');
  return kept === '' ? undefined : kept;
}

export const byNumber = (a, b) => (BigInt(a) < BigInt(b) ? -1 : 1);

// A row on the wire: a field that does not apply is absent.
export const row = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));

export const speaker = (person, org) => row({ persoon: person, organisatie: org });

// The plenary follows from the roles at hand, any other stream from the right to write it.
export function mayBook(m, c, stream, soort) {
  if (stream === `tafel:${c.tafel.id}`) return c.roles.some((role) => writes({ kind: 'tafel', state: isSuspended(c.tafel) ? 'geschorst' : c.status }, role, soort));
  return mayWrite(m, c.who, c.org, stream, soort);
}

// Why somebody may not write there: because the table is silent, or at all.
export const silence = (c, stream) => (isSuspended(c.tafel) && stream === `tafel:${c.tafel.id}` ? 'geschorst' : 'niet_toegestaan');

export const booked = (id, stroom, seq) => ({ id, stroom, seq });

export const chairs = (tafel, but) =>
  [...tafel.zetels.values()].some(({ row: zetel }) => zetel.id !== but && !zetel.leestTot && zetel.rollen.includes('voorzitter'));
