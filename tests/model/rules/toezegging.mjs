// Commitments: asked by who leads the tafel or offered by a party itself, made by who may sign for
// it, and followed long after. Silence makes none, and nobody makes one for another.
import { meetingNow } from './bijeenkomst.mjs';
import { booked, clean, row, speaker } from './common.mjs';
import { tellSeated } from './gesprek.mjs';
import { cameIn, partyOf, partyRefusal, plenary, tellRecorded } from './keuze.mjs';

const MOST = 500; // at one tafel
const MOST_STEPS = 100; // of one
const RUNS = ['loopt', 'vertraagd', 'nagekomen', 'deels', 'niet_nagekomen', 'overgedragen'];
const STEPS = { voorgesteld: ['ingetrokken'], aanvaard: RUNS, loopt: RUNS, vertraagd: RUNS };

const find = (c) => (c.toezegging = c.tafel.toezeggingen.get(c.args.toezegging));

// Its own words on the wire, and what else the event tells.
function move(m, c, soort, fields, more = {}) {
  const { toezegging } = c;
  toezegging.row = row({ ...toezegging.row, ...fields });
  const { id } = toezegging.row;
  c.tafel.toezeggingen.set(id, toezegging);
  return booked(id, plenary(c), m.book(c, plenary(c), soort, `toezegging:${id}`, { toezeggingen: [toezegging.row], ...more }));
}

// The party itself, or the secretaris for it; who leads takes back what was asked and not yet made.
function reportRefusal(m, c) {
  if (!find(c)) return 'niet_gevonden';
  const { organisatie, status } = c.toezegging.row;
  const takesBack = c.leads && !c.args.voor && c.args.status === 'ingetrokken';
  if (!takesBack) {
    const refusal = partyRefusal(m, c);
    if (refusal) return refusal;
    if (partyOf(c) !== organisatie) return 'niet_toegestaan';
  }
  if (!STEPS[status]?.includes(c.args.status)) return 'verkeerde_toestand';
  if (!clean(c.args.verhaal)) return 'ongeldig';
  const told = [...c.tafel.toezeggingStappen.values()].filter(({ row: step }) => step.toezegging === c.toezegging.row.id);
  return told.length >= MOST_STEPS ? 'te_groot' : null;
}

export const COMMITMENT_RULES = {
  'toezegging.voorstellen': {
    refuse(m, c) {
      const { organisatie, besluit, tekst, voor } = c.args;
      const here = [...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.organisatie === organisatie && ['toegetreden', 'opgeschort'].includes(deelname.status));
      // A draft is not yet there for the table.
      if (!here || (besluit !== undefined && !c.tafel.besluiten.get(besluit)?.shown)) return 'niet_gevonden';
      if (!c.leads && organisatie !== c.org) return 'niet_toegestaan';
      if (!clean(tekst) || voor <= m.now) return 'ongeldig';
      return c.tafel.toezeggingen.size >= MOST ? 'te_groot' : null;
    },
    apply(m, c) {
      const { organisatie, besluit, tekst, voor } = c.args;
      c.toezegging = {};
      const reply = move(m, c, 'toezegging.voorgesteld', {
        id: c.reply.id, tafel: c.tafel.id, besluit, bijeenkomst: meetingNow(c.tafel), organisatie, tekst: clean(tekst), voor, status: 'voorgesteld', spreker: speaker(c.who.id, c.org), op: c.nu,
      });
      tellSeated(m, c, organisatie, plenary(c), `toezegging:${reply.id}`, clean(tekst), 'toezegging_gevraagd');
      return reply;
    },
  },
  'toezegging.aanvaarden': {
    refuse(m, c) {
      if (!find(c)) return 'niet_gevonden';
      // The seat may be older than the mandate.
      if (c.toezegging.row.organisatie !== c.org || !c.rep.signs) return 'niet_toegestaan';
      return c.toezegging.row.status === 'voorgesteld' ? null : 'verkeerde_toestand';
    },
    apply: (m, c) => move(m, c, 'toezegging.aanvaard', { status: 'aanvaard', aanvaardDoor: c.who.id, aanvaardOp: c.nu }),
  },
  'toezegging.melden': {
    refuse: reportRefusal,
    apply(m, c) {
      const { status, verhaal } = c.args;
      const { id } = c.toezegging.row;
      const step = row({ id: c.seen.toezeggingStappen[0].id, toezegging: id, status, verhaal: clean(verhaal), ...cameIn(c) });
      c.tafel.toezeggingStappen.set(step.id, { row: step });
      const reply = move(m, c, 'toezegging.gemeld', { status }, { toezeggingStappen: [step] });
      tellRecorded(m, c, `toezegging:${id}`, c.toezegging.row.tekst);
      return reply;
    },
  },
};
