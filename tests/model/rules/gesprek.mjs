// The talk of a sector in a round: five points at most, one summary; written in its room.
import { mayRead } from '../lib/rights.mjs';
import { booked, clean, mayBook, row, speaker } from './common.mjs';
import { updateRound } from './ronde.mjs';
import { answered, answerRefusal, isParty, record, recordRefusal } from './vastgelegd.mjs';

const POINTS = 5;
const room = (c) => `kamer:${c.gesprek.row.id}`;

function findTalk(m, c) {
  const gesprek = c.tafel.gesprekken.get(c.args.gesprek);
  c.gesprek = gesprek && mayRead(m, c.who, `kamer:${gesprek.row.id}`) ? gesprek : undefined;
  return c.gesprek;
}

// The rapporteur holds the pen; where there is none, anybody of the sector; the chair always.
function hasPen(c) {
  if (c.leads) return true;
  const { sector } = c.gesprek.row;
  if (![...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.organisatie === c.org && deelname.sectoren.includes(sector))) return false;
  const pen = c.gesprek.pen && c.tafel.zetels.get(c.gesprek.pen).row;
  return !pen || pen.leestTot !== undefined || pen.persoon === c.who.id;
}

function talkRefusal(m, c, soort) {
  if (!findTalk(m, c)) return 'niet_gevonden';
  if (!mayBook(m, c, room(c), soort)) return 'niet_toegestaan';
  const round = c.tafel.rondes.get(c.gesprek.row.ronde).row.status;
  const good = round === 'open' || (c.leads && ['gesloten', 'voorlopig_samengevat'].includes(round));
  return good && ['open', 'voorlopig_samengevat'].includes(c.gesprek.row.status) ? null : 'verkeerde_toestand';
}

const pointsOf = (c) => [...c.tafel.punten.values()].filter((punt) => punt.row.gesprek === c.gesprek.row.id);

// A party answers within its own term, also when the talk is over.
function answersAnyhow(m, c) {
  for (const tafel of m.tafels.values()) {
    const mark = tafel.punten.get(c.args.punt)?.row.vastgelegd;
    if (mark) return isParty(c, mark);
  }
  return false;
}

function newPointRefusal(m, c) {
  if (!hasPen(c)) return 'niet_toegestaan';
  const refusal = recordRefusal(m, c, c.gesprek.row.sector);
  if (refusal) return refusal;
  if (!clean(c.args.tekst) || c.args.bevestigt !== undefined) return 'ongeldig';
  return pointsOf(c).length >= POINTS ? 'punten_vol' : null;
}

function oldPointRefusal(m, c) {
  c.punt = pointsOf(c).find((punt) => punt.row.id === c.args.punt);
  if (!c.punt) return 'niet_gevonden';
  const mark = c.punt.row.vastgelegd;
  const text = clean(c.args.tekst);
  if (c.args.bevestigt) return text ? 'ongeldig' : answerRefusal(m, c, mark);
  if (isParty(c, mark)) {
    const refusal = answerRefusal(m, c, mark);
    if (refusal) return refusal;
  } else if (!hasPen(c)) return 'niet_toegestaan';
  else if (mark && mark.bevestiging !== 'open') return 'verkeerde_toestand';
  if (!text || c.args.voor) return 'ongeldig';
  return c.args.versie !== undefined && c.args.versie !== c.punt.row.versie ? 'verouderd' : null;
}

function bookPoint(m, c, punt, soort) {
  punt.seq = m.book(c, room(c), soort, `punt:${punt.row.id}`, { punten: [punt.row] });
  return booked(punt.row.id, room(c), punt.seq);
}

function newPoint(m, c) {
  const { id } = c.reply;
  const vastgelegd = record(c);
  const punt = { row: row({
    id, gesprek: c.gesprek.row.id, nummer: pointsOf(c).length + 1, tekst: clean(c.args.tekst),
    spreker: speaker(c.who.id, vastgelegd?.organisatie ?? c.org), versie: 1, genoteerdOp: c.nu, vastgelegd,
  }) };
  c.tafel.punten.set(id, punt);
  const reply = bookPoint(m, c, punt, 'punt.genoteerd');
  if (vastgelegd) tellSeated(m, c, vastgelegd.organisatie, room(c), `punt:${id}`, m.sectors.get(c.gesprek.row.sector));
  return reply;
}

// Who sits for a party, and reads where the words stand, hears of them.
export function tellSeated(m, c, org, stream, ref, tekst, soort = 'vastgelegd') {
  const seated = [...c.tafel.zetels.values()].map(({ row: zetel }) => zetel).filter((zetel) => !zetel.leestTot && c.tafel.deelnames.get(zetel.deelname)?.row.organisatie === org);
  for (const id of new Set(seated.map(({ persoon }) => persoon))) if (mayRead(m, m.persons.get(id), stream)) m.notify(c, id, soort, ref, tekst);
}

export const TALK_RULES = {
  'gesprek.punt-noteren': {
    stream: room,
    refuse(m, c) {
      let refusal = talkRefusal(m, c, 'punt.genoteerd');
      if (refusal === 'verkeerde_toestand' && answersAnyhow(m, c)) refusal = null;
      return refusal ?? (c.args.punt === undefined ? newPointRefusal(m, c) : oldPointRefusal(m, c));
    },
    apply(m, c) {
      if (c.args.punt === undefined) return newPoint(m, c);
      const { punt } = c;
      const mark = punt.row.vastgelegd;
      if (c.args.bevestigt) {
        punt.row = { ...punt.row, vastgelegd: answered(c, mark, 'bevestigd') };
        return bookPoint(m, c, punt, 'punt.bevestigd');
      }
      const vastgelegd = isParty(c, mark) ? answered(c, mark, 'verbeterd') : mark;
      punt.row = row({ ...punt.row, tekst: clean(c.args.tekst), versie: punt.row.versie + 1, gewijzigdOp: c.nu, vastgelegd });
      return bookPoint(m, c, punt, 'punt.herzien');
    },
  },
  'gesprek.samenvatten': {
    stream: room,
    refuse(m, c) {
      const refusal = talkRefusal(m, c, 'samenvatting.vastgelegd');
      if (refusal) return refusal;
      return !hasPen(c) ? 'niet_toegestaan' : clean(c.args.tekst) ? null : 'ongeldig';
    },
    apply(m, c) {
      const { gesprek } = c;
      const { id } = gesprek.row;
      const { voorlopig } = c.args;
      const summary = { row: { id, gesprek: id, tekst: clean(c.args.tekst), voorlopig, spreker: speaker(c.who.id, c.org), op: c.nu } };
      summary.seq = m.book(c, room(c), 'samenvatting.vastgelegd', `gesprek:${id}`, { samenvattingen: [summary.row] });
      c.tafel.samenvattingen.set(id, summary);
      const status = voorlopig ? 'voorlopig_samengevat' : 'samengevat';
      if (gesprek.row.status !== status) {
        gesprek.row = { ...gesprek.row, status };
        m.book(c, `tafel:${c.tafel.id}`, 'gesprek.samengevat', `gesprek:${id}`, { gesprekken: [gesprek.row] });
        updateRound(m, c, gesprek.row.ronde);
      }
      return booked(id, room(c), summary.seq);
    },
  },
  'gesprek.ontheffen': {
    refuse(m, c) {
      if (!findTalk(m, c)) return 'niet_gevonden';
      return c.gesprek.row.status !== 'open' ? 'verkeerde_toestand' : clean(c.args.reden) ? null : 'ongeldig';
    },
    apply(m, c) {
      const { gesprek } = c;
      gesprek.row = { ...gesprek.row, status: 'ontheven', ontheffing: { door: c.who.id, reden: clean(c.args.reden), op: c.nu } };
      const { id } = gesprek.row;
      const stream = `tafel:${c.tafel.id}`;
      const seq = m.book(c, stream, 'gesprek.ontheven', `gesprek:${id}`, { gesprekken: [gesprek.row] });
      updateRound(m, c, gesprek.row.ronde);
      return booked(id, stream, seq);
    },
  },
};
