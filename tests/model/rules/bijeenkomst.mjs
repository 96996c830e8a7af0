// Meetings: planned, opened one at a time, suspended and resumed, closed or called off; and the items
// of their agenda. While one is suspended the plenary is silent, its rooms go on.
import { booked, byNumber, clean, row } from './common.mjs';
import { plenary, tellParties } from './keuze.mjs';
import { stopSpeakers } from './zaal.mjs';
import { plus } from '../lib/time.mjs';

const MINUTE = 60 * 1e6;
const UNDER_WAY = ['geopend', 'geschorst'];
const PAUSE = ['geschorstOp', 'schorsingTot', 'schorsingVoor'];
const without = (fields, names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

const meetings = (tafel) => [...tafel.bijeenkomsten.values()].map(({ row: meeting }) => meeting);
export const meetingNow = (tafel) => meetings(tafel).find(({ status }) => UNDER_WAY.includes(status))?.id;
export const isSuspended = (tafel) => meetings(tafel).some(({ status }) => status === 'geschorst');

const find = (c) => (c.meeting = c.tafel.bijeenkomsten.get(c.args.bijeenkomst));
const here = ({ tafel }) => [...tafel.deelnames.values()].map(({ row: deelname }) => deelname).filter(({ status }) => status === 'toegetreden');
const speaks = (c, org) => here(c).some(({ organisatie, rol }) => organisatie === org && rol !== 'toehorend');
const stateRefusal = (c, ...states) => (!find(c) ? 'niet_gevonden' : states.includes(c.meeting.row.status) ? null : 'verkeerde_toestand');

// What is entered afterwards happened before now, and after what came before it.
const happened = (m, { args: { gebeurdOm } }, since = '') => gebeurdOm === undefined || (gebeurdOm <= m.now && gebeurdOm >= since);

function move(m, c, soort, fields, drop = []) {
  c.meeting.row = row({ ...without(c.meeting.row, drop), ...fields });
  const { id } = c.meeting.row;
  return booked(id, plenary(c), m.book(c, plenary(c), soort, `bijeenkomst:${id}`, { bijeenkomsten: [c.meeting.row] }));
}

const tell = (m, c, soort) => tellParties(m, c, soort, `bijeenkomst:${c.meeting.row.id}`, c.meeting.row.titel, here(c));

// ---- the agenda

const itemsOf = (tafel, meeting) => [...tafel.agendapunten.values()].filter(({ row: item }) => item.bijeenkomst === meeting).sort((a, b) => a.row.nummer - b.row.nummer);

function lineRefusal({ tafel }, { titel, keuzevraag, besluit }) {
  if (keuzevraag !== undefined && !tafel.keuzevragen.has(keuzevraag)) return 'niet_gevonden';
  // A draft does not show itself to the table by way of the agenda.
  if (besluit !== undefined && !tafel.besluiten.get(besluit)?.shown) return 'niet_gevonden';
  return clean(titel) ? null : 'ongeldig';
}

function bookItems(m, c, soort, items) {
  const { id } = items[0].row;
  const rows = items.map(({ row: item }) => item).sort((a, b) => byNumber(a.id, b.id));
  return booked(id, plenary(c), m.book(c, plenary(c), soort, `agendapunt:${id}`, { agendapunten: rows }));
}

function finish(c, item, status, uitkomst = item.row.uitkomst) {
  item.row = row({ ...item.row, status, uitkomst, afgerondOp: c.nu, afgerondDoor: c.who.id });
  return item;
}

function itemRefusal(c, ...never) {
  c.item = c.tafel.agendapunten.get(c.args.agendapunt);
  if (!c.item) return 'niet_gevonden';
  if (c.tafel.bijeenkomsten.get(c.item.row.bijeenkomst).row.status !== 'geopend') return 'bijeenkomst_dicht';
  return never.includes(c.item.row.status) ? 'verkeerde_toestand' : null;
}

const AGENDA = {
  'agendapunt.behandelen': {
    refuse: (m, c) => itemRefusal(c, 'aan_de_orde', 'vervallen'),
    apply(m, c) {
      const before = itemsOf(c.tafel, c.item.row.bijeenkomst).filter(({ row: item }) => item.status === 'aan_de_orde').map((item) => finish(c, item, 'behandeld'));
      c.item.row = { ...without(c.item.row, ['afgerondOp', 'afgerondDoor']), status: 'aan_de_orde', begonnenOp: c.item.row.begonnenOp ?? c.nu };
      return bookItems(m, c, 'agendapunt.aan-de-orde', [c.item, ...before]);
    },
  },
  'agendapunt.afronden': {
    refuse: (m, c) => itemRefusal(c, 'vervallen'),
    apply: (m, c) => bookItems(m, c, 'agendapunt.afgerond', [finish(c, c.item, c.args.status, clean(c.args.uitkomst) ?? null)]),
  },
};

// ---- the meeting

export const MEETING_RULES = {
  ...AGENDA,
  'bijeenkomst.plannen': {
    refuse(m, c) {
      const { titel, begint, eindigt, agenda } = c.args;
      if (!clean(titel) || (eindigt !== undefined && eindigt <= begint)) return 'ongeldig';
      for (const line of agenda) {
        const refusal = lineRefusal(c, line);
        if (refusal) return refusal;
      }
      return null;
    },
    apply(m, c) {
      const { titel, begint, eindigt, plaats, agenda } = c.args;
      const { id } = c.reply;
      const meeting = { row: row({ id, tafel: c.tafel.id, nummer: c.tafel.bijeenkomsten.size + 1, titel: clean(titel), begint, eindigt, plaats: clean(plaats), status: 'gepland', op: c.nu }) };
      const items = agenda.map(({ soort, titel: what, toelichting, minuten, keuzevraag, besluit }, i) => ({
        row: row({ id: c.seen.agendapunten?.[i]?.id, bijeenkomst: id, nummer: i + 1, soort, titel: clean(what), toelichting: clean(toelichting), minuten, keuzevraag, besluit, status: 'open' }),
      }));
      c.tafel.bijeenkomsten.set(id, (c.meeting = meeting));
      for (const item of items) c.tafel.agendapunten.set(item.row.id, item);
      const content = { bijeenkomsten: [meeting.row], ...(items.length > 0 ? { agendapunten: items.map(({ row: item }) => item) } : {}) };
      const reply = booked(id, plenary(c), m.book(c, plenary(c), 'bijeenkomst.gepland', `bijeenkomst:${id}`, content));
      if (begint > c.nu) tell(m, c, 'bijeenkomst_gepland');
      return reply;
    },
  },
  'bijeenkomst.openen': {
    refuse: (m, c) => stateRefusal(c, 'gepland') ?? (meetingNow(c.tafel) ? 'bijeenkomst_loopt' : happened(m, c) ? null : 'ongeldig'),
    apply: (m, c) => move(m, c, 'bijeenkomst.geopend', { status: 'geopend', geopendDoor: c.who.id, geopendOp: c.nu, gebeurdVan: c.args.gebeurdOm }),
  },
  'bijeenkomst.schorsing-vragen': {
    refuse(m, c) {
      if (!find(c)) return 'niet_gevonden';
      if (!speaks(c, c.org)) return 'niet_toegestaan';
      return c.meeting.row.status !== 'geopend' || c.meeting.row.schorsingGevraagd?.includes(c.org) ? 'verkeerde_toestand' : null;
    },
    apply: (m, c) => move(m, c, 'bijeenkomst.schorsing-gevraagd', { schorsingGevraagd: [...(c.meeting.row.schorsingGevraagd ?? []), c.org] }),
  },
  'bijeenkomst.schorsen': {
    refuse: (m, c) => (find(c) && c.args.organisatie !== undefined && !speaks(c, c.args.organisatie) ? 'niet_gevonden' : stateRefusal(c, 'geopend')),
    apply(m, c) {
      const reply = move(m, c, 'bijeenkomst.geschorst', {
        status: 'geschorst', geschorstOp: c.nu, schorsingTot: plus(c.nu, c.args.minuten * MINUTE), schorsingVoor: c.args.organisatie,
      }, ['schorsingGevraagd']);
      stopSpeakers(m, c, reply.id, 'spreekt');
      return reply;
    },
  },
  'bijeenkomst.hervatten': {
    refuse: (m, c) => stateRefusal(c, 'geschorst'),
    apply: (m, c) => move(m, c, 'bijeenkomst.hervat', { status: 'geopend' }, PAUSE),
  },
  'bijeenkomst.sluiten': {
    refuse: (m, c) => stateRefusal(c, ...UNDER_WAY) ?? (happened(m, c, c.meeting.row.gebeurdVan) ? null : 'ongeldig'),
    apply(m, c) {
      stopSpeakers(m, c, c.meeting.row.id, 'spreekt', 'wacht');
      for (const item of itemsOf(c.tafel, c.meeting.row.id).filter(({ row: one }) => ['open', 'aan_de_orde'].includes(one.status)))
        bookItems(m, c, 'agendapunt.afgerond', [finish(c, item, item.row.status === 'open' ? 'aangehouden' : 'behandeld')]);
      const reply = move(m, c, 'bijeenkomst.gesloten', { status: 'gesloten', geslotenDoor: c.who.id, geslotenOp: c.nu, gebeurdTot: c.args.gebeurdOm }, [...PAUSE, 'schorsingGevraagd']);
      tell(m, c, 'besluitenlijst');
      return reply;
    },
  },
  'bijeenkomst.afgelasten': {
    refuse: (m, c) => stateRefusal(c, 'gepland') ?? (clean(c.args.reden) ? null : 'ongeldig'),
    apply(m, c) {
      const reply = move(m, c, 'bijeenkomst.afgelast', { status: 'afgelast', reden: clean(c.args.reden) });
      tell(m, c, 'bijeenkomst_afgelast');
      return reply;
    },
  },
};
