// Objections to a question or to one of its options: anybody at the table answers them, only the
// party itself says what became of them. Who leaves, maintains what was open.
import { booked, byNumber, clean, row, speaker } from './common.mjs';
import { cameIn, findChoice, listensRefusal, optionOf, partyOf, partyRefusal, plenary, RUNNING, tellRecorded } from './keuze.mjs';

const MOST = 20; // of one party at one question
const MOST_ANSWERS = 50;
const OPEN = ['ingediend', 'in_gesprek'];
const LEFT = 'De organisatie trad uit.';

const find = (c) => (c.bedenking = c.tafel.bedenkingen.get(c.args.bedenking));
const question = (c) => c.tafel.keuzevragen.get(c.bedenking.row.keuzevraag);
const hasLeft = (c) => [...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.organisatie === c.bedenking.row.organisatie && deelname.status === 'uitgetreden');

function book(m, c, bedenking, soort, more = {}) {
  const { id } = bedenking.row;
  c.tafel.bedenkingen.set(id, bedenking);
  return m.book(c, plenary(c), soort, `bedenking:${id}`, { bedenkingen: [bedenking.row], ...more });
}

export function keepObjections(m, c) {
  const { organisatie } = c.deelname.row;
  const open = [...c.tafel.bedenkingen.values()].filter(({ row: one }) => one.organisatie === organisatie && OPEN.includes(one.status));
  for (const bedenking of open.sort((a, b) => byNumber(a.row.id, b.row.id))) {
    bedenking.row = { ...bedenking.row, status: 'gehandhaafd', afdoening: { persoon: c.who.id, via: 'platform', op: c.nu, toelichting: LEFT } };
    book(m, c, bedenking, 'bedenking.afgedaan');
  }
}

export const OBJECTION_RULES = {
  'bedenking.indienen': {
    refuse(m, c) {
      if (!findChoice(c)) return 'niet_gevonden';
      const refusal = partyRefusal(m, c) ?? listensRefusal(c);
      if (refusal) return refusal;
      if (!RUNNING.includes(c.keuze.row.status)) return 'verkeerde_toestand';
      const { optie, tekst } = c.args;
      if (!clean(tekst) || (optie !== undefined && !optionOf(c.keuze, optie))) return 'ongeldig';
      const own = [...c.tafel.bedenkingen.values()].filter(({ row: one }) => one.keuzevraag === c.keuze.row.id && one.organisatie === partyOf(c));
      return own.length >= MOST ? 'te_groot' : null;
    },
    apply(m, c) {
      const { keuzevraag, optie, graad, tekst } = c.args;
      const { id } = c.reply;
      const seq = book(m, c, { row: row({ id, keuzevraag, optie, organisatie: partyOf(c), graad, tekst: clean(tekst), status: 'ingediend', ...cameIn(c) }) }, 'bedenking.ingediend');
      tellRecorded(m, c, `bedenking:${id}`, c.keuze.row.vraag);
      return booked(id, plenary(c), seq);
    },
  },
  'bedenking.beantwoorden': {
    refuse(m, c) {
      if (!find(c)) return 'niet_gevonden';
      // Who only listens has nothing to answer.
      if (!c.leads && listensRefusal(c)) return 'niet_toegestaan';
      if (![...OPEN, 'gehandhaafd'].includes(c.bedenking.row.status) || !RUNNING.includes(question(c).row.status) || hasLeft(c)) return 'verkeerde_toestand';
      if (!clean(c.args.tekst)) return 'ongeldig';
      return [...c.tafel.bedenkingAntwoorden.values()].filter(({ row: one }) => one.bedenking === c.args.bedenking).length >= MOST_ANSWERS ? 'te_groot' : null;
    },
    apply(m, c) {
      const { id } = c.reply;
      const { bedenking, tekst } = c.args;
      const answer = { id, bedenking, tekst: clean(tekst), spreker: speaker(c.who.id, c.org), op: c.nu };
      c.tafel.bedenkingAntwoorden.set(id, { row: answer });
      c.bedenking.row = row({ ...c.bedenking.row, status: 'in_gesprek', afdoening: undefined });
      return booked(id, plenary(c), book(m, c, c.bedenking, 'bedenking.beantwoord', { bedenkingAntwoorden: [answer] }));
    },
  },
  'bedenking.afdoen': {
    refuse(m, c) {
      if (!find(c)) return 'niet_gevonden';
      const refusal = partyRefusal(m, c);
      if (refusal) return refusal;
      if (partyOf(c) !== c.bedenking.row.organisatie) return 'niet_toegestaan';
      const { status } = c.bedenking.row;
      const ends = OPEN.includes(status) || (status === 'gehandhaafd' && c.args.uitkomst !== 'gehandhaafd');
      return ends && RUNNING.includes(question(c).row.status) ? null : 'verkeerde_toestand';
    },
    apply(m, c) {
      const { uitkomst, toelichting } = c.args;
      c.bedenking.row = { ...c.bedenking.row, status: uitkomst, afdoening: row({ ...cameIn(c), toelichting: clean(toelichting) }) };
      const seq = book(m, c, c.bedenking, 'bedenking.afgedaan');
      tellRecorded(m, c, `bedenking:${c.args.bedenking}`, c.bedenking.row.tekst);
      return booked(c.args.bedenking, plenary(c), seq);
    },
  },
};
