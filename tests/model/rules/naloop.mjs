// What follows a decision: notes of dissent, signatures, and later what came of it.
import { findDecision, knownDecision, votersAt } from './besluit.mjs';
import { booked, clean, row } from './common.mjs';
import { cameIn, listensRefusal, partyOf, partyRefusal, plenary, saidItself, tellRecorded } from './keuze.mjs';
import { led } from './stemming.mjs';
import { plus } from '../lib/time.mjs';

const WEEK = 7 * 86400 * 1e6; // in which a note can still be made
const MOST = 50; // evaluations of one decision
const SIGNED = ['papier', 'schriftelijk']; // nobody signs by word of mouth

const ofParty = (c, list) => [...c.tafel[list].values()].find(({ row: one }) => one.besluit === c.args.besluit && one.organisatie === partyOf(c));

function book(m, c, list, soort, fields, ref = `${soort.split('.')[0]}:${fields.id}`) {
  c.tafel[list].set(fields.id, { row: fields });
  return booked(fields.id, plenary(c), m.book(c, plenary(c), soort, ref, { [list]: [fields] }));
}

function noteRefusal(m, c) {
  if (!knownDecision(c)) return 'niet_gevonden';
  const refusal = partyRefusal(m, c);
  if (refusal) return refusal;
  if (!votersAt(c.tafel).some(({ organisatie }) => organisatie === partyOf(c))) return 'niet_toegestaan';
  const { uitkomst, uitkomstOp, status } = c.besluit.row;
  if (['concept', 'geagendeerd'].includes(status) || uitkomst === 'ingetrokken') return 'verkeerde_toestand';
  if (status === 'uitkomst' && m.now >= plus(uitkomstOp, WEEK)) return 'termijn_voorbij';
  return saidItself(c, ofParty(c, 'aantekeningen')) ?? (clean(c.args.tekst) ? null : 'ongeldig');
}

function signRefusal(m, c) {
  if (!knownDecision(c)) return 'niet_gevonden';
  const refusal = partyRefusal(m, c);
  if (refusal) return refusal;
  if (!c.args.voor && !c.rep.signs) return 'niet_toegestaan';
  if (!c.args.voor && led(c, c.besluit)) return 'niet_toegestaan';
  const listens = listensRefusal(c);
  if (listens) return listens;
  if (c.besluit.row.uitkomst !== 'aangenomen') return 'verkeerde_toestand';
  if (ofParty(c, 'ondertekeningen')) return 'bestaat_al';
  return c.args.voor && !SIGNED.includes(c.args.voor.via) ? 'ongeldig' : null;
}

export const AFTER_RULES = {
  'aantekening.plaatsen': {
    refuse: noteRefusal,
    apply(m, c) {
      const { besluit, tekst } = c.args;
      const id = ofParty(c, 'aantekeningen')?.row.id ?? c.reply.id;
      const reply = book(m, c, 'aantekeningen', 'aantekening.geplaatst', row({ id, besluit, organisatie: partyOf(c), tekst: clean(tekst), ...cameIn(c) }));
      tellRecorded(m, c, `besluit:${besluit}`, c.besluit.row.titel);
      return reply;
    },
  },
  'ondertekening.zetten': {
    refuse: signRefusal,
    apply(m, c) {
      const { id } = c.reply;
      const reply = book(m, c, 'ondertekeningen', 'ondertekening.gezet', row({ id, besluit: c.args.besluit, organisatie: partyOf(c), ...cameIn(c) }));
      tellRecorded(m, c, `besluit:${c.args.besluit}`, c.besluit.row.titel);
      return reply;
    },
  },
  'besluit.evalueren': {
    refuse(m, c) {
      if (!findDecision(c)) return 'niet_gevonden'; // who leads knows of drafts
      if (c.besluit.row.uitkomst !== 'aangenomen') return 'verkeerde_toestand';
      const { verhaal, evalueerOp } = c.args;
      if (!clean(verhaal) || (evalueerOp !== undefined && evalueerOp <= m.now)) return 'ongeldig';
      return [...c.tafel.evaluaties.values()].filter(({ row: one }) => one.besluit === c.args.besluit).length >= MOST ? 'te_groot' : null;
    },
    apply(m, c) {
      const { besluit, oordeel, verhaal, evalueerOp } = c.args;
      const { id } = c.reply;
      return book(m, c, 'evaluaties', 'besluit.geevalueerd', row({ id, besluit, oordeel, verhaal: clean(verhaal), evalueerOp, persoon: c.who.id, op: c.nu }), `besluit:${besluit}`);
    },
  },
};
