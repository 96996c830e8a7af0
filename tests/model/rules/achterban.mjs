// Members who are asked. What is adopted before they answered waits for them, under reservation; a
// rejection takes the place of the voice of its party, and the same rule decides again. Silence is
// no answer: then it comes back on the agenda.
import { bookDecision, gateClosed, keepOutcome, knownDecision, settle, votersAt, without } from './besluit.mjs';
import { meetingNow } from './bijeenkomst.mjs';
import { booked, byNumber, clean, row } from './common.mjs';
import { cameIn, partyOf, partyRefusal, plenary, saidItself, tellRecorded } from './keuze.mjs';
import { led, recount } from './stemming.mjs';

const ASKED = ['geagendeerd', 'conclusie_voorgelegd', 'stemming'];
const SILENT = 'Nog niet elke achterban antwoordde binnen de termijn.';
const NOBODY = { organisatie: null, persoon: null, vertegenwoordiging: null };
const HELD = ['tot', 'uitkomstDoor', 'gebeurdOm', 'bijeenkomst', 'hertelling'];

const membersOf = (tafel, besluit) => [...tafel.achterbannen.values()].map(({ row: one }) => one).filter((one) => one.besluit === besluit.row.id);
const voices = (tafel, org) => [...tafel.deelnames.values()].map(({ row: deelname }) => deelname).filter(({ organisatie, rol }) => organisatie === org && rol === 'stemhebbend');

// Who let its own term pass is not waited for, and neither is a party that left.
const waitedFor = (tafel, besluit, moment) => membersOf(tafel, besluit).filter(({ organisatie, uitkomst, termijn }) =>
  !uitkomst && termijn > moment && voices(tafel, organisatie).some(({ status }) => ['toegetreden', 'opgeschort'].includes(status)));

const last = (members) => members.map(({ termijn }) => termijn).sort().at(-1);

// Until when the table waits, of what would be adopted now.
export const reservedUntil = (tafel, besluit, moment) => last(waitedFor(tafel, besluit, moment));

// ---- what becomes of a reservation

const heldOver = (besluit, reason, at) => row({ ...without(besluit.row, HELD), status: 'geagendeerd', uitkomst: 'aangehouden', uitkomstReden: reason, uitkomstOp: at });

function holdOver(m, c, besluit, reason) {
  besluit.row = heldOver(besluit, reason, c.nu);
  bookDecision(m, c, besluit, 'besluit.aangehouden');
}

// Who concluded, and why, stays when the members agree.
function adopt(m, c, besluit) {
  const closed = gateClosed(m, c, besluit);
  if (!closed) {
    besluit.row = { ...without(besluit.row, ['tot']), status: 'uitkomst', uitkomst: 'aangenomen', uitkomstOp: c.nu };
    return settle(m, c, besluit);
  }
  if (!['besloten', 'ingetrokken'].includes(c.tafel.keuzevragen.get(besluit.row.keuzevraag)?.row.status)) return holdOver(m, c, besluit, closed);
  return becomes(m, c, besluit, 'niet_tot_stand_gekomen', closed);
}

export function becomes(m, c, besluit, uitkomst, uitkomstReden) {
  besluit.row = row({ ...without(besluit.row, HELD.slice(0, 4)), status: 'uitkomst', uitkomst, uitkomstReden, bijeenkomst: meetingNow(c.tafel), uitkomstOp: c.nu });
  return settle(m, c, besluit);
}

// A vote is counted again; a conclusion is no longer what nobody wants to vote on.
function rejected(m, c, besluit, stemming, against) {
  if (!stemming) {
    const asked = besluit.row.stemmingGevraagd ?? [];
    const more = against.filter((org) => !asked.includes(org));
    besluit.row = { ...without(besluit.row, ['uitkomst', 'uitkomstReden', 'uitkomstOp', ...HELD]), status: 'conclusie_voorgelegd', stemmingGevraagd: [...asked, ...more] };
    return bookDecision(m, c, besluit, 'besluit.stemming-gevraagd');
  }
  const { uitslag, uitkomst } = recount(c.tafel, stemming.row, against);
  besluit.row = { ...besluit.row, hertelling: uitslag };
  return uitkomst === 'aangenomen' ? adopt(m, c, besluit) : becomes(m, c, besluit, uitkomst);
}

function consider(m, c, besluit) {
  const { uitkomstOp, tot } = besluit.row;
  const waiting = waitedFor(c.tafel, besluit, uitkomstOp);
  if (last(waiting) > c.nu) {
    if (last(waiting) === tot) return;
    besluit.row = { ...besluit.row, tot: last(waiting) };
    return void bookDecision(m, c, besluit, 'besluit.uitkomst');
  }
  if (waiting.length > 0) return holdOver(m, c, besluit, SILENT);
  const stemming = [...c.tafel.stemmingen.values()].find(({ row: one }) => one.besluit === besluit.row.id && one.status === 'gesloten' && one.geslotenOp === uitkomstOp);
  const counts = (org) => (stemming ? stemming.row.kiezers.some(({ organisatie }) => organisatie === org) : voices(c.tafel, org).length > 0);
  const against = membersOf(c.tafel, besluit).filter(({ uitkomst, antwoordOp, organisatie }) => uitkomst === 'afwijzing' && antwoordOp > uitkomstOp && counts(organisatie)).map(({ organisatie }) => organisatie);
  if (against.length > 0) rejected(m, c, besluit, stemming, against.sort(byNumber));
  else adopt(m, c, besluit);
}

// The members of this party answered, or it left.
export function reconsider(m, c, org) {
  const reserved = [...c.tafel.besluiten.values()].filter((besluit) => besluit.row.status === 'onder_voorbehoud' && besluit.row.tot > c.nu);
  for (const besluit of reserved.sort((a, b) => byNumber(a.row.id, b.row.id)))
    if (membersOf(c.tafel, besluit).some(({ organisatie }) => organisatie === org)) consider(m, c, besluit);
}

// ---- the clock

export const unanswered = (m, tafel) =>
  ['open', 'opgeschort'].includes(tafel.row.status)
    ? [...tafel.besluiten.values()].filter(({ row: besluit }) => besluit.status === 'onder_voorbehoud' && besluit.tot <= m.now).sort((a, b) => byNumber(a.row.id, b.row.id))
    : [];

export function fallSilent(m, tafel, besluit, at, op) {
  besluit.row = heldOver(besluit, SILENT, op);
  keepOutcome(besluit);
  const inhoud = structuredClone({ besluiten: [besluit.row] });
  m.append(`tafel:${tafel.id}`, { soort: 'besluit.aangehouden', ref: `besluit:${besluit.row.id}`, inhoud, first: inhoud, door: NOBODY }, at);
}

// ---- the commands

const ownMembers = (c) => [...c.tafel.achterbannen.values()].find(({ row: one }) => one.besluit === c.args.besluit && one.organisatie === partyOf(c));

function askRefusal(m, c) {
  if (!knownDecision(c)) return 'niet_gevonden';
  const refusal = partyRefusal(m, c);
  if (refusal) return refusal;
  if (!votersAt(c.tafel).some(({ organisatie }) => organisatie === partyOf(c))) return 'niet_toegestaan';
  const own = ownMembers(c);
  if (!ASKED.includes(c.besluit.row.status) || own?.row.uitkomst) return 'verkeerde_toestand';
  return saidItself(c, own) ?? (clean(c.args.orgaan) && c.args.termijn > m.now ? null : 'ongeldig');
}

function answerRefusal(m, c) {
  c.members = c.tafel.achterbannen.get(c.args.achterban);
  if (!c.members) return 'niet_gevonden';
  const refusal = partyRefusal(m, c);
  if (refusal) return refusal;
  const { organisatie, besluit, antwoordOp, termijn, uitkomst } = c.members.row;
  c.besluit = c.tafel.besluiten.get(besluit);
  if (partyOf(c) !== organisatie || (!c.args.voor && (!c.rep.signs || led(c, c.besluit)))) return 'niet_toegestaan';
  const { status, uitkomstOp, tot } = c.besluit.row;
  const reserved = status === 'onder_voorbehoud';
  if (![...ASKED, 'onder_voorbehoud'].includes(status)) return 'verkeerde_toestand';
  // What was known at the outcome, or no longer waited for, is not changed after it.
  if (reserved && (antwoordOp ?? termijn) <= uitkomstOp) return 'verkeerde_toestand';
  if (reserved && tot <= m.now) return 'termijn_voorbij';
  const own = uitkomst ? saidItself(c, c.members) : null;
  return own ?? (c.args.gehoudenOp !== undefined && c.args.gehoudenOp > m.now ? 'ongeldig' : null);
}

function book(m, c, members, soort) {
  const { id, besluit, orgaan } = members.row;
  c.tafel.achterbannen.set(id, members);
  const reply = booked(id, plenary(c), m.book(c, plenary(c), soort, `achterban:${id}`, { achterbannen: [members.row] }));
  tellRecorded(m, c, `besluit:${besluit}`, orgaan);
  return reply;
}

export const MEMBER_RULES = {
  'achterban.melden': {
    refuse: askRefusal,
    apply(m, c) {
      const { besluit, orgaan, strekking, termijn } = c.args;
      const id = ownMembers(c)?.row.id ?? c.reply.id;
      return book(m, c, { row: row({ id, besluit, organisatie: partyOf(c), orgaan: clean(orgaan), strekking, termijn, ...cameIn(c) }) }, 'achterban.gemeld');
    },
  },
  'achterban.beantwoorden': {
    refuse: answerRefusal,
    apply(m, c) {
      const { uitkomst, toelichting, gehoudenOp } = c.args;
      c.members.row = row({ ...without(c.members.row, ['spreker']), uitkomst, toelichting: clean(toelichting), gehoudenOp, antwoordOp: c.nu, ...cameIn(c) });
      const reply = book(m, c, c.members, 'achterban.beantwoord');
      reconsider(m, c, c.members.row.organisatie);
      return reply;
    },
  },
};
