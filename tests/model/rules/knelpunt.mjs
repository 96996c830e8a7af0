// Knelpunten: what hurts, until when something can be done, and what happens if nobody decides. The
// clock only tells that the time is over; a keuzevraag takes a knelpunt up, people close it.
import { booked, byNumber, clean, row } from './common.mjs';
import { mayRead, readRight } from '../lib/rights.mjs';

const CLOSED = ['opgelost', 'vervallen'];
const NOBODY = { organisatie: null, persoon: null, vertegenwoordiging: null };
const plenary = (tafel) => `tafel:${tafel.id}`;

export const isClosed = ({ row: knelpunt }) => CLOSED.includes(knelpunt.status);

// With fields that are undefined taken away.
function move(m, c, knelpunt, soort, fields) {
  knelpunt.row = row({ ...knelpunt.row, ...fields });
  return booked(knelpunt.row.id, plenary(c.tafel), m.book(c, plenary(c.tafel), soort, `knelpunt:${knelpunt.row.id}`, { knelpunten: [knelpunt.row] }));
}

// ---- what it may say

const sectorsHere = (tafel) => [...tafel.deelnames.values()].filter(({ row: deelname }) => deelname.status !== 'uitgetreden').flatMap(({ row: deelname }) => deelname.sectoren);

export function contentRefusal(m, c, former) {
  const { titel, gevolgVanNietsDoen, sectoren, handelingsruimteTot } = c.args;
  const known = [...sectorsHere(c.tafel), ...(former?.sectoren ?? [])];
  if (!sectoren.every((sector) => known.includes(sector))) return 'niet_gevonden';
  if (!clean(titel) || !clean(gevolgVanNietsDoen)) return 'ongeldig';
  // A date that stays may have passed.
  return handelingsruimteTot !== former?.handelingsruimteTot && handelingsruimteTot <= m.now ? 'ongeldig' : null;
}

const content = ({ titel, toelichting, sectoren, zwaarte, handelingsruimteTot, gevolgVanNietsDoen }) => ({
  titel: clean(titel), toelichting: clean(toelichting), sectoren: [...new Set(sectoren)].sort(byNumber), zwaarte, handelingsruimteTot, gevolgVanNietsDoen: clean(gevolgVanNietsDoen),
});

// It comes from a post that everybody at the table could read, and so could who reports it.
function sourceRefusal(m, c) {
  if (c.args.bijdrage === undefined) return null;
  const source = c.tafel.bijdragen.get(c.args.bijdrage);
  if (source?.row.stroom !== plenary(c.tafel) || source.row.status !== 'geplaatst') return 'niet_gevonden';
  return m.events(plenary(c.tafel))[source.seq - 1].at < readRight(m, c.who, plenary(c.tafel)).from ? 'niet_gevonden' : null;
}

function isFull(tafel, org) {
  const open = [...tafel.knelpunten.values()].filter((one) => !isClosed(one));
  return open.length >= 200 || open.filter(({ row: one }) => org !== null && one.organisatie === org).length >= 20;
}

const changeRefusal = (c) => {
  c.knelpunt = c.tafel.knelpunten.get(c.args.knelpunt);
  if (!c.knelpunt) return 'niet_gevonden';
  if (!c.leads && c.knelpunt.row.organisatie !== c.org) return 'niet_toegestaan';
  return isClosed(c.knelpunt) ? 'verkeerde_toestand' : null;
};

// ---- the commands; `party` gives the words for and of a party, which keuze.mjs has

export const knelpuntRules = (party) => ({
  'knelpunt.melden': {
    refuse: (m, c) =>
      (c.leads && !c.args.voor ? null : party.refusal(m, c)) ?? sourceRefusal(m, c) ?? contentRefusal(m, c) ?? (isFull(c.tafel, party.of(c)) ? 'te_groot' : null),
    apply(m, c) {
      const { id } = c.reply;
      const knelpunt = {};
      c.tafel.knelpunten.set(id, knelpunt);
      const reply = move(m, c, knelpunt, 'knelpunt.gemeld', {
        id, tafel: c.tafel.id, nummer: c.tafel.knelpunten.size, ...content(c.args), status: 'open', bijdrage: c.args.bijdrage, versie: 1, organisatie: party.of(c), ...party.cameIn(c),
      });
      party.tellRecorded(m, c, `knelpunt:${id}`, knelpunt.row.titel);
      return reply;
    },
  },
  'knelpunt.herzien': {
    refuse: (m, c) => changeRefusal(c) ?? (c.args.versie === c.knelpunt.row.versie ? contentRefusal(m, c, c.knelpunt.row) : 'verouderd'),
    apply(m, c) {
      const { handelingsruimteTot, status, verstrekenOp, versie, organisatie } = c.knelpunt.row;
      const moved = c.args.handelingsruimteTot !== handelingsruimteTot;
      // Said by the party itself, it is no longer what somebody recorded for it.
      const own = organisatie !== undefined && organisatie === c.org ? { persoon: c.who.id, via: 'platform', spreker: undefined, gebeurdOm: undefined } : {};
      return move(m, c, c.knelpunt, 'knelpunt.herzien', {
        ...content(c.args), versie: versie + 1, status: moved && status === 'termijn_verstreken' ? 'open' : status, verstrekenOp: moved ? undefined : verstrekenOp,
        ...own, gewijzigdDoor: c.who.id, gewijzigdOp: c.nu,
      });
    },
  },
  'knelpunt.afhandelen': {
    refuse(m, c) {
      const refusal = changeRefusal(c);
      if (refusal) return refusal;
      if (!c.leads && c.args.status !== 'vervallen') return 'niet_toegestaan';
      return clean(c.args.uitkomst) ? null : 'ongeldig';
    },
    apply: (m, c) => move(m, c, c.knelpunt, 'knelpunt.afgehandeld', { status: c.args.status, uitkomst: clean(c.args.uitkomst), afgehandeldDoor: c.who.id, afgehandeldOp: c.nu }),
  },
});

// ---- from a knelpunt to a keuzevraag, and back

export function takeUp(m, c, id) {
  const knelpunt = c.tafel.knelpunten.get(id);
  if (['open', 'termijn_verstreken'].includes(knelpunt?.row.status)) move(m, c, knelpunt, 'knelpunt.opgepakt', { status: 'opgepakt' });
}

export function putBack(m, c, id) {
  const knelpunt = c.tafel.knelpunten.get(id);
  const about = [...c.tafel.keuzevragen.values()].some(({ row: keuze }) => keuze.knelpunt === id && keuze.status !== 'ingetrokken');
  if (knelpunt?.row.status === 'opgepakt' && !about) move(m, c, knelpunt, 'knelpunt.teruggelegd', { status: knelpunt.row.verstrekenOp ? 'termijn_verstreken' : 'open' });
}

// ---- the clock

export const runOut = (m, tafel) =>
  ['open', 'opgeschort'].includes(tafel.row.status)
    ? [...tafel.knelpunten.values()].filter((one) => !isClosed(one) && !one.row.verstrekenOp && one.row.handelingsruimteTot <= m.now).sort((a, b) => byNumber(a.row.id, b.row.id))
    : [];

// At which moment the clock told it, is in what it told.
export function expire(m, tafel, knelpunt, at, verstrekenOp) {
  const { id, status, titel, organisatie } = knelpunt.row;
  knelpunt.row = { ...knelpunt.row, status: status === 'open' ? 'termijn_verstreken' : status, verstrekenOp };
  const inhoud = structuredClone({ knelpunten: [knelpunt.row] });
  m.append(plenary(tafel), { soort: 'knelpunt.verstreken', ref: `knelpunt:${id}`, inhoud, first: inhoud, door: NOBODY }, at);
  const concerns = ({ row: zetel }) => zetel.rollen.some((rol) => ['voorzitter', 'secretaris'].includes(rol)) || (organisatie !== undefined && tafel.deelnames.get(zetel.deelname)?.row.organisatie === organisatie);
  const people = [...tafel.zetels.values()].filter((zetel) => !zetel.row.leestTot && concerns(zetel)).map(({ row: zetel }) => zetel.persoon);
  for (const person of new Set(people)) if (mayRead(m, m.persons.get(person), plenary(tafel))) m.notifyByClock(tafel, person, 'knelpunt_verstreken', `knelpunt:${id}`, titel, verstrekenOp);
}
