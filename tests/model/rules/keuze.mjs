// Choice questions with their options, what these mean for each sector and side (gevolgen), and where
// each organisation stands (standpunten). All of it is said in the plenary.
import { booked, byNumber, clean, row, speaker } from './common.mjs';
import { tellSeated } from './gesprek.mjs';
import { isClosed, knelpuntRules, putBack, takeUp } from './knelpunt.mjs';
import { repsToday } from '../lib/rights.mjs';
import { recordRefusal } from './vastgelegd.mjs';

export const RUNNING = ['ingebracht', 'gevolgen_gevraagd', 'besluitrijp'];
export const plenary = (c) => `tafel:${c.tafel.id}`;

// ---- what several rules share

// Who sits for these parties hears of it, once for each of them.
export function tellParties(m, c, soort, ref, tekst, parties) {
  for (const { organisatie } of [...parties].sort((a, b) => byNumber(a.organisatie, b.organisatie))) tellSeated(m, c, organisatie, plenary(c), ref, tekst, soort);
}

// Whose words these are: the party that speaks, or the one for which the secretaris records.
export const partyOf = (c) => c.args.voor?.organisatie ?? c.org;

// Nobody says something for no party.
export function partyRefusal(m, c) {
  const refusal = recordRefusal(m, c);
  if (refusal || !c.args.voor) return refusal ?? (partyOf(c) === null ? 'niet_toegestaan' : null);
  // A party that suspended itself is silent; nobody ends that silence for it.
  const here = [...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.organisatie === c.args.voor.organisatie && deelname.status === 'toegetreden');
  return here ? null : 'niet_toegestaan';
}

// What a party said itself nobody records over.
export const saidItself = (c, former) => (c.args.voor && former?.row.via === 'platform' ? 'partij_sprak_zelf' : null);

// What was recorded is told to everybody who speaks for the organisation today, seated or not.
export function tellRecorded(m, c, ref, tekst) {
  if (!c.args.voor) return;
  const speak = [...m.persons.values()].filter((person) => repsToday(m, person).some(({ org }) => org === partyOf(c)));
  for (const { id } of speak.sort((a, b) => byNumber(a.id, b.id))) m.notify(c, id, 'vastgelegd', ref, tekst);
}

// How words of a party came in.
export const cameIn = (c) => ({ persoon: c.who.id, via: c.args.voor?.via ?? 'platform', spreker: clean(c.args.voor?.spreker), gebeurdOm: c.args.voor?.gebeurdOm, op: c.nu });

export const moveChoice = (m, c, keuze, soort, fields) => {
  keuze.row = row({ ...keuze.row, ...fields });
  return booked(keuze.row.id, plenary(c), m.book(c, plenary(c), soort, `keuzevraag:${keuze.row.id}`, { keuzevragen: [keuze.row] }));
};

export const optionOf = (keuze, id) => keuze.row.opties.find((option) => option.id === id);

export const findChoice = (c) => (c.keuze = c.tafel.keuzevragen.get(c.args.keuzevraag));
const stateRefusal = (c, states) => (!findChoice(c) ? 'niet_gevonden' : states.includes(c.keuze.row.status) ? null : 'verkeerde_toestand');

// ---- gevolgen: a cell for each option, sector and side

// Parties that are asked: at the table, not only listening.
const asked = (tafel) => [...tafel.deelnames.values()].map(({ row: deelname }) => deelname).filter(({ status, rol }) => status === 'toegetreden' && rol !== 'toehorend');
const inCell = ({ sectoren, zijde }, cell) => sectoren.includes(cell.sector) && zijde === cell.zijde;

// Sectors with the sides that sit there, in the order in which they are asked.
function cellsAsked(tafel) {
  const pairs = new Map();
  for (const { sectoren, zijde } of asked(tafel)) for (const sector of sectoren) pairs.set(`${sector}/${zijde}`, { sector, zijde });
  return [...pairs.values()].sort((a, b) => (a.sector === b.sector ? (a.zijde < b.zijde ? -1 : 1) : byNumber(a.sector, b.sector)));
}

export const cellsOf = (tafel, keuzevraag) => [...tafel.gevolgen.values()].filter(({ row: cell }) => cell.keuzevraag === keuzevraag).sort((a, b) => byNumber(a.row.id, b.row.id));
export const answersOf = (tafel, gevolg) => [...tafel.gevolgAntwoorden.values()].filter(({ row: answer }) => answer.gevolg === gevolg);

// One answer is opgetekend; more are afgestemd when every party gave the same, and else they differ.
function cellStatus(tafel, cell) {
  const answers = answersOf(tafel, cell.row.id).map(({ row: answer }) => answer);
  if (new Set(answers.map(({ verwacht, effect }) => `${verwacht} ${effect}`)).size > 1) return 'verschil_van_inzicht';
  const parties = asked(tafel).filter((deelname) => inCell(deelname, cell.row));
  const all = parties.every(({ organisatie }) => answers.some((answer) => answer.organisatie === organisatie));
  return all && answers.length > 1 ? 'afgestemd' : 'opgetekend';
}

function answerRefusal(c, { gevolg, verwacht, tekst }) {
  const cell = c.tafel.gevolgen.get(gevolg);
  if (!cell) return 'niet_gevonden';
  if (!asked(c.tafel).some((deelname) => deelname.organisatie === partyOf(c) && inCell(deelname, cell.row))) return 'niet_toegestaan';
  if (!['gevolgen_gevraagd', 'besluitrijp'].includes(c.tafel.keuzevragen.get(cell.row.keuzevraag).row.status) || cell.row.passering) return 'verkeerde_toestand';
  const own = saidItself(c, answersOf(c.tafel, gevolg).find(({ row: one }) => one.organisatie === partyOf(c)));
  if (own) return own;
  return verwacht && !clean(tekst) ? 'ongeldig' : null;
}

function answer(m, c, { gevolg, verwacht, tekst, effect }) {
  const cell = c.tafel.gevolgen.get(gevolg);
  const org = partyOf(c);
  const former = answersOf(c.tafel, gevolg).find(({ row: one }) => one.organisatie === org)?.row.id;
  const id = former ?? c.all.flatMap((content) => content.gevolgAntwoorden ?? []).find((one) => one.gevolg === gevolg && one.organisatie === org)?.id;
  const said = { row: row({ id, gevolg, organisatie: org, verwacht, tekst: clean(tekst), effect, ...cameIn(c) }) };
  c.tafel.gevolgAntwoorden.set(id, said);
  cell.row = { ...cell.row, status: cellStatus(c.tafel, cell) };
  return m.book(c, plenary(c), 'gevolg.opgetekend', `gevolg:${gevolg}`, { gevolgen: [cell.row], gevolgAntwoorden: [said.row] });
}

const CELLS = {
  'gevolg.geven': {
    refuse(m, c) {
      const refusal = partyRefusal(m, c);
      if (refusal) return refusal;
      for (const one of c.args.antwoorden) {
        const wrong = answerRefusal(c, one);
        if (wrong) return wrong;
      }
      const cells = c.args.antwoorden.map(({ gevolg }) => gevolg);
      return new Set(cells).size < cells.length ? 'ongeldig' : null;
    },
    apply(m, c) {
      const places = c.args.antwoorden.map((one) => answer(m, c, one));
      const first = c.args.antwoorden[0].gevolg;
      const keuze = c.tafel.keuzevragen.get(c.tafel.gevolgen.get(first).row.keuzevraag);
      tellRecorded(m, c, `gevolg:${first}`, keuze.row.vraag);
      // The first consequence by name, the last event by its place: so says the server, and the protocol neither.
      return booked(first, plenary(c), places.at(-1));
    },
  },
  'gevolg.passeren': {
    refuse(m, c) {
      c.cell = c.tafel.gevolgen.get(c.args.gevolg);
      if (!c.cell) return 'niet_gevonden';
      const { status, gevolgenVoor } = c.tafel.keuzevragen.get(c.cell.row.keuzevraag).row;
      if (!['gevolgen_gevraagd', 'besluitrijp'].includes(status) || c.cell.row.passering) return 'verkeerde_toestand';
      if (!['gevraagd', 'niet_beantwoord'].includes(c.cell.row.status)) return 'verkeerde_toestand';
      if (m.now < gevolgenVoor) return 'termijn_loopt';
      return clean(c.args.reden) ? null : 'ongeldig';
    },
    apply(m, c) {
      const { id } = c.cell.row;
      c.cell.row = { ...c.cell.row, status: 'niet_beantwoord', passering: { door: c.who.id, reden: clean(c.args.reden), op: c.nu } };
      return booked(id, plenary(c), m.book(c, plenary(c), 'gevolg.gepasseerd', `gevolg:${id}`, { gevolgen: [c.cell.row] }));
    },
  },
};

// Terms that passed with nobody answering: for each option one event, that nobody brings about.
export function lapses(m, tafel) {
  const list = [];
  if (!['open', 'opgeschort'].includes(tafel.row.status)) return list;
  for (const { row: keuze } of [...tafel.keuzevragen.values()].filter(({ row: one }) => one.gevolgenVoor && one.gevolgenVoor <= m.now && ['gevolgen_gevraagd', 'besluitrijp', 'besloten'].includes(one.status)))
    for (const { id } of keuze.opties) {
      const cells = cellsOf(tafel, keuze.id).filter(({ row: cell }) => cell.optie === id && cell.status === 'gevraagd');
      if (cells.length > 0) list.push({ keuze, cells });
    }
  return list;
}

export function lapse(m, tafel, { keuze, cells }, at) {
  for (const cell of cells) cell.row = { ...cell.row, status: 'niet_beantwoord' };
  const inhoud = structuredClone({ gevolgen: cells.map(({ row: cell }) => cell) });
  const door = { organisatie: null, persoon: null, vertegenwoordiging: null };
  m.append(`tafel:${tafel.id}`, { soort: 'gevolg.verlopen', ref: `optie:${cells[0].row.optie}`, inhoud, first: inhoud, door }, at);
}

// ---- standpunten

// A party that only listens has no position.
export const listensRefusal = (c) => ([...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.organisatie === partyOf(c) && deelname.rol !== 'toehorend') ? null : 'niet_toegestaan');

const formerPosition = (c) => [...c.tafel.standpunten.values()].find(({ row: one }) => one.keuzevraag === c.args.keuzevraag && one.organisatie === partyOf(c));

function positionRefusal(c) {
  const { waarde, grond, tekst, optie } = c.args;
  if (['akkoord_mits', 'niet_akkoord'].includes(waarde) && !clean(tekst)) return 'ongeldig';
  if ((waarde === 'neemt_niet_deel') !== (grond !== undefined)) return 'ongeldig';
  return optie !== undefined && !optionOf(c.keuze, optie) ? 'ongeldig' : null;
}

const POSITIONS = {
  'standpunt.innemen': {
    refuse: (m, c) => (findChoice(c) ? partyRefusal(m, c) ?? listensRefusal(c) : 'niet_gevonden') ?? stateRefusal(c, RUNNING) ?? saidItself(c, formerPosition(c)) ?? positionRefusal(c),
    apply(m, c) {
      const { keuzevraag, waarde, optie, grond, tekst } = c.args;
      const { id } = c.reply;
      const former = formerPosition(c);
      const position = { row: row({ id: former?.row.id ?? id, keuzevraag, organisatie: partyOf(c), waarde, optie, grond, tekst: clean(tekst), versie: (former?.row.versie ?? 0) + 1, ...cameIn(c) }) };
      c.tafel.standpunten.set(position.row.id, position);
      const seq = m.book(c, plenary(c), 'standpunt.ingenomen', `standpunt:${position.row.id}`, { standpunten: [position.row] });
      tellRecorded(m, c, `standpunt:${position.row.id}`, c.keuze.row.vraag);
      return booked(position.row.id, plenary(c), seq);
    },
  },
};

// ---- the questions

// A decision that was put to the table and has no outcome yet.
const decisionRuns = (tafel, keuzevraag) => [...tafel.besluiten.values()].some(({ row: besluit }) => besluit.keuzevraag === keuzevraag && !['concept', 'uitkomst'].includes(besluit.status));

export const CHOICE_RULES = {
  ...CELLS,
  ...POSITIONS,
  ...knelpuntRules({ refusal: partyRefusal, of: partyOf, cameIn, tellRecorded }),
  'keuzevraag.inbrengen': {
    refuse(m, c) {
      const about = c.tafel.knelpunten.get(c.args.knelpunt);
      if (c.args.knelpunt !== undefined && !about) return 'niet_gevonden';
      if (about && isClosed(about)) return 'verkeerde_toestand';
      // Of a knelpunt it is known what doing nothing means.
      c.niets = clean(c.args.nietsDoen) ?? about?.row.gevolgVanNietsDoen;
      if (!clean(c.args.vraag) || !c.niets || !c.args.opties.every(({ titel }) => clean(titel))) return 'ongeldig';
      const running = [...c.tafel.keuzevragen.values()].filter(({ row: one }) => RUNNING.includes(one.status));
      const own = running.filter(({ row: one }) => c.org !== null && one.spreker.organisatie === c.org);
      return running.length >= 50 || own.length >= 10 ? 'te_groot' : null;
    },
    apply(m, c) {
      const { id } = c.reply;
      const { vraag, toelichting, opties, knelpunt } = c.args;
      const all = [{ titel: 'Niets doen', toelichting: c.niets }, ...opties];
      const ids = c.seen.keuzevragen[0].opties.map((option) => option.id);
      const keuze = {};
      c.tafel.keuzevragen.set(id, keuze);
      const reply = moveChoice(m, c, keuze, 'keuzevraag.ingebracht', {
        id, tafel: c.tafel.id, knelpunt, nummer: c.tafel.keuzevragen.size, vraag: clean(vraag), toelichting: clean(toelichting), versie: 1,
        opties: all.map((option, nummer) => row({ id: ids[nummer], nummer, titel: clean(option.titel), toelichting: clean(option.toelichting) })),
        status: 'ingebracht', spreker: speaker(c.who.id, c.org), op: c.nu,
      });
      takeUp(m, c, knelpunt);
      return reply;
    },
  },
  'keuzevraag.intrekken': {
    refuse(m, c) {
      if (!findChoice(c)) return 'niet_gevonden';
      if (!c.leads && c.keuze.row.spreker.organisatie !== c.org) return 'niet_toegestaan';
      if (!RUNNING.includes(c.keuze.row.status)) return 'verkeerde_toestand';
      if (decisionRuns(c.tafel, c.keuze.row.id)) return 'besluit_loopt';
      return clean(c.args.reden) ? null : 'ongeldig';
    },
    apply(m, c) {
      const reply = moveChoice(m, c, c.keuze, 'keuzevraag.ingetrokken', { status: 'ingetrokken', reden: clean(c.args.reden) });
      putBack(m, c, c.keuze.row.knelpunt);
      return reply;
    },
  },
  'keuzevraag.gevolgen-vragen': {
    refuse(m, c) {
      const refusal = stateRefusal(c, ['ingebracht']);
      if (refusal) return refusal;
      if (c.args.voor <= m.now) return 'ongeldig';
      return cellsAsked(c.tafel).length > 0 ? null : 'niemand_aan_tafel';
    },
    apply(m, c) {
      const reply = moveChoice(m, c, c.keuze, 'keuzevraag.gevolgen-gevraagd', { status: 'gevolgen_gevraagd', gevolgenVoor: c.args.voor });
      const { id: keuzevraag, opties, vraag } = c.keuze.row;
      const seen = c.all.flatMap((content) => content.gevolgen ?? []);
      // What doing nothing means was said when the question was put.
      for (const { id: optie } of opties.filter(({ nummer }) => nummer > 0)) {
        const rows = cellsAsked(c.tafel).map(({ sector, zijde }) => {
          const { id } = seen.find((cell) => cell.optie === optie && cell.sector === sector && cell.zijde === zijde) ?? {};
          return { id, keuzevraag, optie, sector, zijde, status: 'gevraagd' };
        });
        for (const cell of rows) c.tafel.gevolgen.set(cell.id, { row: cell });
        m.book(c, plenary(c), 'gevolg.gevraagd', `optie:${optie}`, { gevolgen: rows });
      }
      tellParties(m, c, 'gevolgen_gevraagd', `keuzevraag:${keuzevraag}`, vraag, asked(c.tafel).filter(({ sectoren }) => sectoren.length > 0));
      return reply;
    },
  },
  'keuzevraag.besluitrijp-maken': {
    refuse: (m, c) => stateRefusal(c, ['ingebracht', 'gevolgen_gevraagd']),
    apply: (m, c) => moveChoice(m, c, c.keuze, 'keuzevraag.besluitrijp', { status: 'besluitrijp' }),
  },
};
