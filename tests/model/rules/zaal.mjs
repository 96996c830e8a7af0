// What happens in the room of a meeting: who comes and who was there, whose turn it is to speak, and
// who will do what. One speaks at most; a person waits once; what was to be done does not change.
import { meetingNow } from './bijeenkomst.mjs';
import { booked, byNumber, clean, row } from './common.mjs';
import { tellSeated } from './gesprek.mjs';
import { plenary } from './keuze.mjs';
import { mayRead } from '../lib/rights.mjs';

const KEPT = ['geopend', 'geschorst', 'gesloten']; // when it is known who was there

const meetingOf = (c) => (c.meeting = c.tafel.bijeenkomsten.get(c.args.bijeenkomst));
const all = (c, list) => [...c.tafel[list].values()];
const seatsOf = (c, person) => all(c, 'zetels').map(({ row: zetel }) => zetel).filter((zetel) => zetel.persoon === person && !zetel.leestTot);
const partyOfSeat = (c, zetel) => c.tafel.deelnames.get(zetel.deelname)?.row.organisatie;

function book(m, c, list, soort, ref, entries) {
  const content = { [list]: entries.map(({ row: one }) => one).sort((a, b) => byNumber(a.id, b.id)) };
  return booked(entries[0].row.id, plenary(c), m.book(c, plenary(c), soort, ref, content));
}

// ---- turns to speak

const bookTurns = (m, c, soort, turns) => book(m, c, 'spreekbeurten', soort, `spreekbeurt:${turns[0].row.id}`, turns);

function end(c, turn) {
  turn.row = { ...turn.row, status: turn.row.status === 'wacht' ? 'vervallen' : 'geweest', geeindigdOp: c.nu };
  return turn;
}

const turnsIn = (c, meeting, ...states) => all(c, 'spreekbeurten').filter(({ row: turn }) => turn.bijeenkomst === meeting && states.includes(turn.status));

// A suspension ends the turn of who speaks; the close ends the queue too.
export function stopSpeakers(m, c, meeting, ...states) {
  const stopped = turnsIn(c, meeting, ...states).map((turn) => end(c, turn));
  if (stopped.length > 0) book(m, c, 'spreekbeurten', 'spreekbeurt.afgerond', `bijeenkomst:${meeting}`, stopped);
}

const findTurn = (c) => (c.turn = c.tafel.spreekbeurten.get(c.args.spreekbeurt));
const forOther = ({ organisatie, naam }) => organisatie !== undefined || naam !== undefined;

function floorRefusal(m, c) {
  const { organisatie, naam, soort } = c.args;
  const here = all(c, 'deelnames').some(({ row: deelname }) => deelname.organisatie === organisatie && deelname.status === 'toegetreden');
  if (!meetingOf(c) || (organisatie !== undefined && !here)) return 'niet_gevonden';
  if (forOther(c.args) && !c.leads) return 'niet_toegestaan';
  if (c.meeting.row.status !== 'geopend') return 'bijeenkomst_dicht';
  if (naam !== undefined && !clean(naam)) return 'ongeldig';
  const waits = turnsIn(c, c.meeting.row.id, 'wacht').some(({ row: turn }) => turn.persoon === c.who.id && turn.soort === soort);
  return !forOther(c.args) && waits ? 'bestaat_al' : null;
}

const TURNS = {
  'spreekbeurt.vragen': {
    refuse: floorRefusal,
    apply(m, c) {
      const { bijeenkomst, soort, naam, organisatie } = c.args;
      const who = forOther(c.args) ? { naam: clean(naam), organisatie } : { persoon: c.who.id, organisatie: c.org };
      const turn = { row: row({ id: c.reply.id, bijeenkomst, soort, ...who, status: 'wacht', op: c.nu }) };
      c.tafel.spreekbeurten.set(turn.row.id, turn);
      return bookTurns(m, c, 'spreekbeurt.gevraagd', [turn]);
    },
  },
  'spreekbeurt.geven': {
    refuse(m, c) {
      if (!findTurn(c)) return 'niet_gevonden';
      if (c.tafel.bijeenkomsten.get(c.turn.row.bijeenkomst).row.status !== 'geopend') return 'bijeenkomst_dicht';
      return c.turn.row.status === 'wacht' ? null : 'verkeerde_toestand';
    },
    apply(m, c) {
      const before = turnsIn(c, c.turn.row.bijeenkomst, 'spreekt').map((turn) => end(c, turn));
      c.turn.row = { ...c.turn.row, status: 'spreekt', begonnenOp: c.nu };
      return bookTurns(m, c, 'spreekbeurt.gegeven', [c.turn, ...before]);
    },
  },
  'spreekbeurt.afronden': {
    refuse(m, c) {
      if (!findTurn(c)) return 'niet_gevonden';
      if (!c.leads && c.turn.row.persoon !== c.who.id) return 'niet_toegestaan';
      return ['wacht', 'spreekt'].includes(c.turn.row.status) ? null : 'verkeerde_toestand';
    },
    apply: (m, c) => bookTurns(m, c, 'spreekbeurt.afgerond', [end(c, c.turn)]),
  },
};

// ---- who comes, and who was there

// For the party that one speaks for, or else the one of the first seat.
function presence(c, persoon, opkomst) {
  const former = all(c, 'aanwezigheden').find(({ row: one }) => one.bijeenkomst === c.args.bijeenkomst && one.persoon === persoon)?.row;
  const parties = seatsOf(c, persoon).sort((a, b) => byNumber(a.id, b.id)).map((zetel) => partyOfSeat(c, zetel)).filter(Boolean);
  const id = former?.id ?? c.seen.aanwezigheden.find((one) => one.persoon === persoon)?.id;
  const organisatie = parties.includes(c.org) ? c.org : parties[0];
  return keepPresence(c, { id, bijeenkomst: c.args.bijeenkomst, persoon, organisatie, opkomst, door: c.who.id, op: c.nu });
}

function keepPresence(c, fields) {
  const one = { row: row(fields) };
  c.tafel.aanwezigheden.set(one.row.id, one);
  return one;
}

const bookPresence = (m, c, soort, list) => book(m, c, 'aanwezigheden', soort, `aanwezigheid:${list[0].row.id}`, list);

const PRESENCE = {
  'aanwezigheid.melden': {
    refuse: (m, c) => (!meetingOf(c) ? 'niet_gevonden' : c.meeting.row.status === 'gepland' ? null : 'verkeerde_toestand'),
    apply: (m, c) => bookPresence(m, c, 'aanwezigheid.gemeld', [presence(c, c.who.id, c.args.komt ? 'komt' : 'komt_niet')]),
  },
  'aanwezigheid.noteren': {
    refuse(m, c) {
      const { personen = [], gasten = [] } = c.args;
      const known = personen.every(({ persoon }) => seatsOf(c, persoon).length > 0) && gasten.every(({ organisatie }) => organisatie === undefined || m.orgs.has(organisatie));
      if (!meetingOf(c) || !known) return 'niet_gevonden';
      if (!KEPT.includes(c.meeting.row.status)) return 'bijeenkomst_dicht';
      const twice = new Set(personen.map(({ persoon }) => persoon)).size < personen.length;
      return twice || personen.length + gasten.length === 0 ? 'ongeldig' : null;
    },
    apply(m, c) {
      const { bijeenkomst, personen = [], gasten = [] } = c.args;
      const people = personen.map(({ persoon, aanwezig }) => presence(c, persoon, aanwezig ? 'aanwezig' : 'afwezig'));
      const seen = c.seen.aanwezigheden.filter((one) => one.naam !== undefined);
      const guests = gasten.map(({ naam, organisatie }, i) => keepPresence(c, { id: seen[i]?.id, bijeenkomst, naam: clean(naam), organisatie, opkomst: 'aanwezig', door: c.who.id, op: c.nu }));
      return bookPresence(m, c, 'aanwezigheid.genoteerd', [...people, ...guests]);
    },
  },
};

// ---- action points

function noteRefusal(m, c) {
  const { organisatie, persoon, bijeenkomst, agendapunt, wat } = c.args;
  const here = all(c, 'deelnames').some(({ row: deelname }) => deelname.organisatie === organisatie && ['toegetreden', 'opgeschort'].includes(deelname.status));
  if (organisatie !== undefined && !here) return 'niet_gevonden';
  const seated = seatsOf(c, persoon).some((zetel) => organisatie === undefined || partyOfSeat(c, zetel) === organisatie);
  if (persoon !== undefined && !(seated && mayRead(m, m.persons.get(persoon), plenary(c)))) return 'niet_gevonden';
  if (bijeenkomst !== undefined && !meetingOf(c)) return 'niet_gevonden';
  const item = c.tafel.agendapunten.get(agendapunt)?.row;
  if (agendapunt !== undefined && (!item || (bijeenkomst !== undefined && item.bijeenkomst !== bijeenkomst))) return 'niet_gevonden';
  return clean(wat) ? null : 'ongeldig';
}

function bookAction(m, c, soort, action) {
  c.tafel.actiepunten.set(action.row.id, action);
  return book(m, c, 'actiepunten', soort, `actiepunt:${action.row.id}`, [action]);
}

const ACTIONS = {
  'actiepunt.noteren': {
    // Of a tafel that does not go on only the secretaris still writes these.
    refuse: (m, c) => (c.status === 'open' || c.roles.includes('secretaris') ? noteRefusal(m, c) : 'niet_toegestaan'),
    apply(m, c) {
      const { organisatie, persoon, agendapunt, voor } = c.args;
      const bijeenkomst = c.args.bijeenkomst ?? c.tafel.agendapunten.get(agendapunt)?.row.bijeenkomst ?? meetingNow(c.tafel);
      const wat = clean(c.args.wat);
      const action = { row: row({ id: c.reply.id, tafel: c.tafel.id, nummer: c.tafel.actiepunten.size + 1, bijeenkomst, agendapunt, wat, organisatie, persoon, voor, status: 'open', door: c.who.id, op: c.nu }) };
      const reply = bookAction(m, c, 'actiepunt.genoteerd', action);
      if (persoon !== undefined) m.notify(c, persoon, 'actiepunt', `actiepunt:${reply.id}`, wat);
      else if (organisatie !== undefined) tellSeated(m, c, organisatie, plenary(c), `actiepunt:${reply.id}`, wat, 'actiepunt');
      return reply;
    },
  },
  'actiepunt.afronden': {
    refuse(m, c) {
      c.action = c.tafel.actiepunten.get(c.args.actiepunt);
      if (!c.action) return 'niet_gevonden';
      const { organisatie = null, persoon, status } = c.action.row;
      if (!c.leads && !(organisatie === c.org) && persoon !== c.who.id) return 'niet_toegestaan';
      if (status !== 'open') return 'verkeerde_toestand';
      return c.args.status === 'vervallen' && !clean(c.args.verhaal) ? 'ongeldig' : null;
    },
    apply(m, c) {
      c.action.row = row({ ...c.action.row, status: c.args.status, verhaal: clean(c.args.verhaal), afgerondDoor: c.who.id, afgerondOp: c.nu });
      return bookAction(m, c, 'actiepunt.afgerond', c.action);
    },
  },
};

export const ROOM_RULES = { ...TURNS, ...PRESENCE, ...ACTIONS };
