// Decisions: drafted in the room of the chair, put to the table, concluded or voted on.
import { reservedUntil } from './achterban.mjs';
import { meetingNow } from './bijeenkomst.mjs';
import { booked, byNumber, clean, row } from './common.mjs';
import { cameIn, cellsOf, moveChoice, optionOf, partyOf, partyRefusal, plenary, tellParties, tellRecorded } from './keuze.mjs';
import { notFeasible } from './uitvoerbaarheid.mjs';

const MOST_OUTCOMES = 9; // before the last
const room = (c) => `voorzitterskamer:${c.tafel.id}`;
const OUTCOME = ['uitkomst', 'uitkomstReden', 'tot', 'gebeurdOm', 'uitkomstDoor', 'uitkomstOp', 'bijeenkomst'];
export const without = (fields, names) => Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

export const findDecision = (c) => (c.besluit = c.tafel.besluiten.get(c.args.besluit));

// A draft is known to who leads the tafel, and to nobody else.
export const knownDecision = (c) => findDecision(c) && (c.besluit.shown || c.leads);

// An outcome that is followed by another is kept, as the table last read it.
export function keepOutcome(besluit) {
  const { uitkomst, uitkomstReden: reden, uitkomstDoor: door, uitkomstOp: op, tot, bijeenkomst, gebeurdOm, eerder = [] } = besluit.told ?? {};
  if (uitkomst && uitkomst !== besluit.row.uitkomst) besluit.row = { ...besluit.row, eerder: [...eerder, row({ uitkomst, reden, tot, bijeenkomst, door, gebeurdOm, op })] };
  besluit.told = besluit.row;
}

// What the table reads of a decision; a draft stays where it was written.
export function bookDecision(m, c, besluit, soort) {
  const { id } = besluit.row;
  keepOutcome(besluit);
  return booked(id, plenary(c), m.book(c, plenary(c), soort, `besluit:${id}`, { besluiten: [besluit.row] }));
}

function bookDraft(m, c, besluit) {
  const { id } = besluit.row;
  besluit.draft = besluit.row;
  return booked(id, room(c), m.book(c, room(c), 'besluit.opgesteld', `besluit:${id}`, { besluitConcepten: [besluit.row] }));
}

// A decision that was taken, or positions that stay apart, settle the question it was about.
export function settle(m, c, besluit, soort = 'besluit.uitkomst') {
  const until = besluit.row.uitkomst === 'aangenomen' ? reservedUntil(c.tafel, besluit, c.nu) : undefined;
  if (until) besluit.row = { ...besluit.row, status: 'onder_voorbehoud', uitkomst: 'onder_voorbehoud', tot: until };
  const reply = bookDecision(m, c, besluit, soort);
  const keuze = c.tafel.keuzevragen.get(besluit.row.keuzevraag);
  if (!['aangenomen', 'verdeeld'].includes(besluit.row.uitkomst) || keuze?.row.status !== 'besluitrijp') return reply;
  // The protocol leaves open which of two events a reply points to: the server says the last.
  return { ...reply, seq: moveChoice(m, c, keuze, 'keuzevraag.besloten', { status: 'besloten' }).seq };
}

// ---- the gates: a question that is ready for all, and for an afspraak every cell and two of each

// What keeps it closed, in words; null when it is open.
export function gateClosed(m, { tafel }, besluit) {
  const keuze = tafel.keuzevragen.get(besluit.row.keuzevraag)?.row;
  if (keuze && keuze.status !== 'besluitrijp') return 'De keuzevraag is niet besluitrijp: nog niet verklaard, of er is al over besloten.';
  if (besluit.row.soort !== 'afspraak') return null;
  const cells = keuze ? cellsOf(tafel, keuze.id) : [];
  if (cells.length === 0) return 'Een afspraak hoort bij een keuzevraag waarvan de gevolgen zijn gevraagd.';
  const open = cells.filter(({ row: cell }) => ['gevraagd', 'niet_beantwoord'].includes(cell.status) && !cell.passering);
  if (open.length > 0) return `Gevolgen zonder antwoord en niet gepasseerd: ${open.length}.`;
  const unfit = notFeasible(m, tafel, besluit);
  if (unfit) return unfit;
  const there = [...tafel.deelnames.values()].map(({ row: deelname }) => deelname).filter(({ status, rol }) => status === 'toegetreden' && rol !== 'toehorend');
  const both = new Set(there.map(({ zijde }) => zijde)).size >= 2 && new Set(there.flatMap(({ sectoren }) => sectoren)).size >= 2;
  return both ? null : 'Er moeten ten minste twee zijden en twee sectoren aan tafel zitten.';
}

// Parties with a vote that are here now.
export const votersAt = (tafel) => [...tafel.deelnames.values()].map(({ row: deelname }) => deelname)
  .filter(({ rol, status }) => rol === 'stemhebbend' && status === 'toegetreden')
  .map(({ organisatie, zijde, gewicht }) => ({ organisatie, zijde, gewicht })).sort((a, b) => byNumber(a.organisatie, b.organisatie));

// ---- drafts

function draftRefusal(m, c) {
  const { besluit, versie, keuzevraag, optie, titel, tekst } = c.args;
  const keuze = c.tafel.keuzevragen.get(keuzevraag);
  if ((besluit !== undefined && !findDecision(c)) || (keuzevraag !== undefined && !keuze)) return 'niet_gevonden';
  if ((c.besluit && c.besluit.row.status !== 'concept') || ['besloten', 'ingetrokken'].includes(keuze?.row.status)) return 'verkeerde_toestand';
  // Who revises a draft says which version was before the writer.
  if (c.besluit && versie !== c.besluit.row.versie) return 'verouderd';
  if (!clean(titel) || !clean(tekst) || (versie !== undefined && besluit === undefined)) return 'ongeldig';
  return optie !== undefined && !(keuze && optionOf(keuze, optie)) ? 'ongeldig' : null;
}

function draft(m, c) {
  const { keuzevraag, optie, soort, titel, tekst, motivering } = c.args;
  const former = c.besluit?.row;
  const besluit = c.besluit ?? {};
  besluit.row = row({
    id: c.reply.id, tafel: c.tafel.id, kenmerk: former?.kenmerk ?? c.seen.besluitConcepten[0].kenmerk, keuzevraag, optie, soort,
    titel: clean(titel), tekst: clean(tekst), motivering: clean(motivering), versie: (former?.versie ?? 0) + 1, status: 'concept', op: c.nu,
  });
  c.tafel.besluiten.set(besluit.row.id, besluit);
  return bookDraft(m, c, besluit);
}

// ---- put to the table, and concluded

function putRefusal(m, c) {
  if (!findDecision(c)) return 'niet_gevonden';
  if (!['concept', 'geagendeerd'].includes(c.besluit.row.status)) return 'verkeerde_toestand';
  if (c.besluit.row.eerder?.length >= MOST_OUTCOMES) return 'te_groot';
  if (c.args.termijn !== undefined && c.args.termijn <= m.now) return 'ongeldig';
  return gateClosed(m, c, c.besluit) ? 'poort_dicht' : null;
}

function askRefusal(m, c) {
  if (!findDecision(c) || !c.besluit.shown) return 'niet_gevonden';
  const { status, termijn, stemmingGevraagd } = c.besluit.row;
  const refusal = partyRefusal(m, c);
  if (refusal) return refusal;
  const party = partyOf(c);
  if (!votersAt(c.tafel).some(({ organisatie }) => organisatie === party)) return 'niet_toegestaan';
  if (status !== 'conclusie_voorgelegd' || stemmingGevraagd?.includes(party)) return 'verkeerde_toestand';
  return termijn !== undefined && m.now >= termijn ? 'termijn_voorbij' : null;
}

function concludeRefusal(m, c) {
  if (!findDecision(c)) return 'niet_gevonden';
  const { uitkomst, tot, gebeurdOm } = c.args;
  const { status, termijn, stemmingGevraagd } = c.besluit.row;
  if (status !== 'conclusie_voorgelegd') return 'verkeerde_toestand';
  const held = uitkomst === 'aangehouden';
  if (held !== (tot !== undefined) || (held && tot <= m.now) || (gebeurdOm !== undefined && gebeurdOm > m.now)) return 'ongeldig';
  if (held) return null;
  if (stemmingGevraagd) return 'stemming_gevraagd';
  if (termijn !== undefined && m.now < termijn) return 'termijn_loopt';
  return uitkomst === 'aangenomen' && gateClosed(m, c, c.besluit) ? 'poort_dicht' : null;
}

export const DECISION_RULES = {
  'besluit.opstellen': { stream: room, refuse: draftRefusal, apply: draft },
  'besluit.voorleggen': {
    refuse: putRefusal,
    apply(m, c) {
      const { besluit } = c;
      // Who asked for a vote, and a term that runs, are not undone by holding over and putting again.
      const { termijn } = besluit.row;
      const runs = termijn !== undefined && termijn > c.nu;
      const term = runs && !(c.args.termijn > termijn) ? termijn : c.args.termijn;
      besluit.row = row({ ...without(besluit.row, OUTCOME), status: 'conclusie_voorgelegd', termijn: term, voorgelegdOp: c.nu });
      besluit.shown = true;
      const reply = bookDecision(m, c, besluit, 'besluit.voorgelegd');
      tellParties(m, c, 'besluit_voorgelegd', `besluit:${besluit.row.id}`, besluit.row.titel, votersAt(c.tafel));
      return reply;
    },
  },
  'besluit.stemming-vragen': {
    refuse: askRefusal,
    apply(m, c) {
      const { besluit } = c;
      const { stemmingGevraagd = [], stemverzoeken = [] } = besluit.row;
      const asked = row({ organisatie: partyOf(c), ...cameIn(c) });
      const order = (a, b) => (a.op === b.op ? byNumber(a.organisatie, b.organisatie) : a.op < b.op ? -1 : 1);
      besluit.row = { ...besluit.row, stemmingGevraagd: [...stemmingGevraagd, partyOf(c)], stemverzoeken: [...stemverzoeken, asked].sort(order) };
      const reply = bookDecision(m, c, besluit, 'besluit.stemming-gevraagd');
      tellRecorded(m, c, `besluit:${besluit.row.id}`, besluit.row.titel);
      return reply;
    },
  },
  'besluit.concluderen': {
    refuse: concludeRefusal,
    apply(m, c) {
      const { uitkomst, tot, reden, gebeurdOm } = c.args;
      const held = uitkomst === 'aangehouden';
      const status = held ? 'geagendeerd' : 'uitkomst';
      c.besluit.row = row({ ...c.besluit.row, status, uitkomst, tot, uitkomstReden: clean(reden), gebeurdOm, bijeenkomst: meetingNow(c.tafel), uitkomstDoor: c.who.id, uitkomstOp: c.nu });
      return settle(m, c, c.besluit, held ? 'besluit.aangehouden' : undefined);
    },
  },
  'besluit.intrekken': {
    stream: (c) => (c.besluit.shown ? plenary(c) : room(c)),
    refuse(m, c) {
      if (!findDecision(c)) return 'niet_gevonden';
      if (['uitkomst', 'stemming'].includes(c.besluit.row.status)) return 'verkeerde_toestand';
      return clean(c.args.reden) ? null : 'ongeldig';
    },
    apply(m, c) {
      c.besluit.row = row({ ...without(c.besluit.row, OUTCOME), status: 'uitkomst', uitkomst: 'ingetrokken', uitkomstReden: clean(c.args.reden), bijeenkomst: c.besluit.shown ? meetingNow(c.tafel) : undefined, uitkomstDoor: c.who.id, uitkomstOp: c.nu });
      return c.besluit.shown ? bookDecision(m, c, c.besluit, 'besluit.uitkomst') : bookDraft(m, c, c.besluit);
    },
  },
};
