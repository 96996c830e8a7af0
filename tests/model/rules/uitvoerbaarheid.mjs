// Whether an option can be carried out, by the word of who would do it. An afspraak waits for a
// verdict that it cannot, until the voorzitter passes that verdict by name.
import { booked, clean, row } from './common.mjs';
import { cameIn, listensRefusal, optionOf, partyOf, partyRefusal, plenary, RUNNING, saidItself, tellRecorded } from './keuze.mjs';

const questionOf = (tafel, optie) => [...tafel.keuzevragen.values()].find((keuze) => optionOf(keuze, optie));
const formerOf = (c) => [...c.tafel.uitvoerbaarheden.values()].find(({ row: one }) => one.optie === c.args.optie && one.organisatie === partyOf(c));
const isOpen = (one) => one.oordeel === 'niet_uitvoerbaar' && !one.passering;

function book(m, c, toets, soort) {
  const { id } = toets.row;
  c.tafel.uitvoerbaarheden.set(id, toets);
  return booked(id, plenary(c), m.book(c, plenary(c), soort, `uitvoerbaarheid:${id}`, { uitvoerbaarheden: [toets.row] }));
}

// Verdicts that keep an afspraak closed, in words; nobody waits for doing nothing, unless it was chosen.
export function notFeasible(m, tafel, besluit) {
  const keuze = tafel.keuzevragen.get(besluit.row.keuzevraag);
  const about = keuze.row.opties.filter(({ id, nummer }) => (besluit.row.optie === undefined ? nummer > 0 : id === besluit.row.optie));
  const open = [...tafel.uitvoerbaarheden.values()].map(({ row: one }) => one).filter(isOpen);
  const names = about.flatMap(({ id, nummer }) => open.filter(({ optie }) => optie === id).map(({ organisatie }) => `${nummer} (${m.orgs.get(organisatie).name})`));
  return names.length > 0 ? `Niet uitvoerbaar gevonden en niet gepasseerd: optie ${[...new Set(names)].sort().join(', ')}.` : null;
}

export const FEASIBLE_RULES = {
  'uitvoerbaarheid.toetsen': {
    refuse(m, c) {
      c.keuze = questionOf(c.tafel, c.args.optie);
      if (!c.keuze) return 'niet_gevonden';
      const refusal = partyRefusal(m, c) ?? listensRefusal(c);
      if (refusal) return refusal;
      if (!RUNNING.includes(c.keuze.row.status)) return 'verkeerde_toestand';
      return saidItself(c, formerOf(c)) ?? (clean(c.args.bevinding) ? null : 'ongeldig');
    },
    apply(m, c) {
      const { optie, oordeel } = c.args;
      const bevinding = clean(c.args.bevinding);
      const former = formerOf(c)?.row;
      // What was passed stays passed as long as the words are the same.
      const passering = former?.oordeel === oordeel && former.bevinding === bevinding ? former.passering : undefined;
      const toets = { row: row({ id: c.reply.id, keuzevraag: c.keuze.row.id, optie, organisatie: partyOf(c), oordeel, bevinding, passering, ...cameIn(c) }) };
      if (former) toets.row.id = former.id;
      const reply = book(m, c, toets, 'uitvoerbaarheid.getoetst');
      tellRecorded(m, c, `uitvoerbaarheid:${reply.id}`, c.keuze.row.vraag);
      return reply;
    },
  },
  'uitvoerbaarheid.passeren': {
    refuse(m, c) {
      c.toets = c.tafel.uitvoerbaarheden.get(c.args.uitvoerbaarheid);
      if (!c.toets) return 'niet_gevonden';
      if (!isOpen(c.toets.row) || !RUNNING.includes(c.tafel.keuzevragen.get(c.toets.row.keuzevraag).row.status)) return 'verkeerde_toestand';
      return clean(c.args.reden) ? null : 'ongeldig';
    },
    apply(m, c) {
      c.toets.row = { ...c.toets.row, passering: { door: c.who.id, reden: clean(c.args.reden), op: c.nu } };
      return book(m, c, c.toets, 'uitvoerbaarheid.gepasseerd');
    },
  },
};
