// What the secretaris records for a party, and the answer of that party: once, within the term.
import { addDays, dayOf, midnight } from '../lib/time.mjs';
import { clean, row } from './common.mjs';

const DAYS = 8; // seven whole days to answer, to 24:00

export function recordRefusal(m, c, sector) {
  const { voor } = c.args;
  if (!voor) return null;
  if (!c.roles.includes('secretaris')) return 'niet_toegestaan';
  const there = [...c.tafel.deelnames.values()].some(({ row: deelname }) =>
    deelname.organisatie === voor.organisatie && ['toegetreden', 'opgeschort'].includes(deelname.status) && (!sector || deelname.sectoren.includes(sector)));
  if (!there) return 'niet_gevonden';
  return voor.gebeurdOm !== undefined && voor.gebeurdOm > m.now ? 'ongeldig' : null;
}

export function record(c) {
  const { voor } = c.args;
  if (!voor) return undefined;
  return row({
    door: c.who.id, organisatie: voor.organisatie, spreker: clean(voor.spreker), via: voor.via, gebeurdOm: voor.gebeurdOm,
    vastgelegdOm: c.nu, termijn: midnight(addDays(dayOf(c.nu), DAYS)), bevestiging: 'open',
  });
}

export const isParty = (c, mark) => mark !== undefined && mark.organisatie === c.org;

export function answerRefusal(m, c, mark) {
  if (!isParty(c, mark)) return 'niet_toegestaan';
  if (mark.bevestiging !== 'open') return 'verkeerde_toestand';
  return m.now >= mark.termijn ? 'termijn_voorbij' : null;
}

export const answered = (c, mark, bevestiging) => ({ ...mark, bevestiging, bevestigdDoor: c.who.id, bevestigdOp: c.nu });
