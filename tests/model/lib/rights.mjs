// In which capacities somebody stands to a stream, for which stretch of time; and what follows.
// Nothing is remembered: every answer is worked out from the rows of the model.
import { midnight, addDays } from './time.mjs';
import { isSuspended } from '../rules/bijeenkomst.mjs';
import { reads, writes } from './policy.mjs';

const SPEAK = ['plaatsvervanger', 'ondertekenaar', 'penvoerder', 'rapporteur'];
const SIDES = ['werknemers', 'werkgevers', 'fonds', 'onafhankelijk'];
const isLead = (role) => role === 'voorzitter' || role === 'secretaris';

export const overlap = (some, others) => some.some((one) => others.includes(one));
const expand = (roles) => (overlap(roles, SPEAK) && !roles.includes('vertegenwoordiger') ? [...roles, 'vertegenwoordiger'] : roles);

export const repsToday = (m, person) => person.reps.filter(({ from, to }) => from <= m.today && (to === null || to >= m.today));

// When the right to speak for an organisation ends: of those that began, the last; null is never.
function mandateEnd(m, person, org) {
  const began = person.reps.filter((rep) => rep.org === org && rep.from <= m.today);
  if (began.length === 0) return undefined;
  return began.some(({ to }) => to === null) ? null : began.map(({ to }) => midnight(addDays(to, 1))).sort().at(-1);
}

const earliest = (...moments) => moments.filter((moment) => moment !== null && moment !== undefined).sort()[0] ?? null;

function seatOf(m, person, tafel, zetel) {
  const base = { tafel, org: null, side: null, sectors: [], from: zetel.row.leestVanaf, silent: false, roles: expand(zetel.row.rollen) };
  if (!zetel.row.deelname) return { ...base, to: zetel.row.leestTot ?? null };
  const deelname = tafel.deelnames.get(zetel.row.deelname);
  const until = mandateEnd(m, person, deelname.row.organisatie);
  if (deelname.row.status === 'uitgenodigd' || until === undefined) return null;
  const { organisatie: org, zijde: side, sectoren: sectors, status } = deelname.row;
  const to = earliest(zetel.row.leestTot, status === 'uitgetreden' ? deelname.row.sinds : null, until);
  return { ...base, org, side, sectors, to, silent: status === 'opgeschort' };
}

const seatsAt = (m, person, tafel) => [...tafel.zetels.values()].filter(({ row }) => row.persoon === person.id).map((zetel) => seatOf(m, person, tafel, zetel)).filter(Boolean);

const lives = (m, to) => to === null || to > m.now;

// Where a stream stands; null when its name is none.
export function placeOf(m, stream) {
  const [kind, object = ''] = stream.split(':');
  if (kind === 'register' || kind === 'toegang') return object === '' ? { kind } : null;
  if (kind === 'persoon' || kind === 'organisatie') return { kind, id: object };
  if (kind === 'kamer') return roomPlace(m, object);
  const [id, side] = object.split('-');
  const tafel = m.tafels.get(id);
  if (!tafel || !['tafel', 'buiten', 'voorzitterskamer', 'vooroverleg'].includes(kind)) return null;
  if ((kind === 'vooroverleg') !== (side !== undefined) || (side && !SIDES.includes(side))) return null;
  return { kind, tafel, side, state: kind === 'tafel' && isSuspended(tafel) ? 'geschorst' : tafel.row.status };
}

function roomPlace(m, id) {
  for (const tafel of m.tafels.values()) {
    const gesprek = tafel.gesprekken.get(id);
    if (!gesprek) continue;
    const ronde = tafel.rondes.get(gesprek.row.ronde).row;
    const phase = ['gepland', 'open'].includes(ronde.status) ? ronde.status : 'dicht';
    return { kind: 'kamer', tafel, sector: gesprek.row.sector, phase, closed: ronde.geslotenOp ?? null, state: tafel.row.status };
  }
  return null;
}

function seatCapacities(place, seat) {
  if (!seat.roles.includes('vertegenwoordiger')) return seat.roles;
  return [...seat.roles, ...(seat.sectors.includes(place.sector) ? ['sectorgenoot'] : []), ...(place.side && place.side === seat.side ? ['zijdegenoot'] : [])];
}

const always = (name, org = null) => ({ name, org, from: '', to: null, silent: false });

export function capacities(m, person, place) {
  if (place.kind === 'persoon') return person.id === place.id ? [always('eigen')] : [];
  if (place.kind === 'organisatie') return repsToday(m, person).filter(({ org }) => org === place.id).map(({ org }) => always('lid', org));
  const tafels = place.tafel ? [place.tafel] : [...m.tafels.values()];
  const list = [];
  for (const tafel of tafels) {
    for (const seat of seatsAt(m, person, tafel))
      for (const name of seatCapacities(place, seat)) list.push({ name, org: seat.org, from: place.tafel ? seat.from : '', to: seat.to, silent: seat.silent });
    for (const { org } of repsToday(m, person)) if (isParty(tafel, org)) list.push(always('partij', org));
  }
  const openness = place.tafel?.row.openbaarheid;
  if (openness !== 'vertrouwelijk') list.push(...person.roles.filter((role) => !isLead(role)).map((role) => always(role)));
  if (openness === 'openbaar') list.push(always('ieder'));
  return list;
}

export const isParty = (tafel, org) => [...tafel.deelnames.values()].some(({ row }) => row.organisatie === org && row.status !== 'uitgetreden');

// {from, to}: what part of a stream somebody may read; to is null while the right lives. A living
// right wins, then the one that ended last. Null: none, and then the stream does not exist.
export function readRight(m, person, stream) {
  const place = placeOf(m, stream);
  if (!place) return null;
  const rights = capacities(m, person, place).filter(({ name, to }) =>
    // Who left before a room was opened to all never looks into it.
    reads(place, name) && !(name === 'vertegenwoordiger' && place.kind === 'kamer' && to !== null && place.closed !== null && to <= place.closed));
  const living = rights.filter(({ to }) => lives(m, to)).sort((a, b) => (a.from < b.from ? -1 : 1));
  if (living.length > 0) return { from: living[0].from, to: null };
  const ended = rights.sort((a, b) => (a.to > b.to ? -1 : a.to < b.to ? 1 : a.from < b.from ? -1 : 1));
  return ended.length > 0 ? { from: ended[0].from, to: ended[0].to } : null;
}

export const mayRead = (m, person, stream) => readRight(m, person, stream)?.to === null;

export function mayWrite(m, person, org, stream, soort, place = placeOf(m, stream)) {
  return place !== null && capacities(m, person, place).some((h) => (h.org === org || h.name === 'eigen') && lives(m, h.to) && !h.silent && writes(place, h.name, soort));
}

// As a snapshot says it. A suspension is over within the life of a snapshot, and whoever holds one
// sees it in the meeting: it does not take this right away.
export function mayWriteHere(m, person, stream) {
  const place = placeOf(m, stream);
  const open = place?.state === 'geschorst' ? { ...place, state: 'open' } : place;
  return [null, ...repsToday(m, person).map(({ org }) => org)].some((org) => mayWrite(m, person, org, stream, 'bijdrage.geplaatst', open));
}

// Roles of the seats with which somebody speaks for this organisation, or for none.
function seatRoles(m, person, org, tafel) {
  const own = [...tafel.zetels.values()].filter(({ row }) => {
    if (row.persoon !== person.id || !lives(m, row.leestTot ?? null)) return false;
    const deelname = tafel.deelnames.get(row.deelname)?.row;
    return deelname ? deelname.organisatie === org && deelname.status === 'toegetreden' : org === null;
  });
  return own.flatMap(({ row }) => expand(row.rollen));
}

// Every role somebody holds, here and now, when speaking for this organisation or for none.
export function rolesHere(m, person, org, tafel) {
  if (!tafel) return person.roles;
  const roles = seatRoles(m, person, org, tafel);
  if (org !== null && isParty(tafel, org)) roles.push('partij');
  if (mayRead(m, person, `tafel:${tafel.id}`) || mayRead(m, person, `buiten:${tafel.id}`)) roles.push('lezer');
  return [...roles, ...person.roles.filter((role) => !isLead(role))];
}

// Whether somebody may know that a tafel is there.
export const knows = (m, person, tafel) =>
  capacities(m, person, placeOf(m, `tafel:${tafel.id}`)).some(({ name }) => !['beheerder', 'auditor'].includes(name) && (tafel.row.status !== 'concept' || isLead(name)));

export const streamsOf = (tafel) => [
  ...['tafel', 'buiten', 'voorzitterskamer'].map((kind) => `${kind}:${tafel.id}`),
  ...SIDES.map((side) => `vooroverleg:${tafel.id}-${side}`),
  ...[...tafel.gesprekken.keys()].map((id) => `kamer:${id}`),
];

// Seats and roles as a reader hears of them.
export function rolesShown(m, person, tafel) {
  const here = seatsAt(m, person, tafel).filter(({ to }) => lives(m, to)).flatMap(({ roles }) => roles);
  return [...new Set([...here, ...person.roles])].sort();
}
