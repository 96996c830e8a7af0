// Random arguments for what follows a choice or a decision: objections, tests, commitments,
// signatures; mostly of a thing in the state that the command needs.
import { forParty, inState, likely, option, rows, term } from './choices.mjs';

const RUNNING = inState('ingebracht', 'gevolgen_gevraagd', 'besluitrijp');
const REPORTS = ['loopt', 'loopt', 'vertraagd', 'nagekomen', 'deels', 'niet_nagekomen', 'overgedragen'];
const adopted = ({ uitkomst }) => uitkomst === 'aangenomen';

// Of the party that speaks; whoever speaks for none takes any.
const mine = (list, org) => (row) => list(row) && (!org || row.organisatie === org);

// Words for a party, when the one at hand leads: mostly for the party that it is about.
function forOwner(d, t, speaker, about) {
  const voor = forParty(d, t, speaker);
  if (voor && about && d.hits(0.8)) voor.organisatie = about.organisatie;
  return voor;
}

function report(d, t, speaker) {
  const toezegging = likely(d, t, 'toezeggingen', mine(inState('voorgesteld', 'aanvaard', 'loopt', 'vertraagd'), speaker.org));
  const about = t?.toezeggingen.get(toezegging)?.row;
  const status = d.hits(about?.status === 'voorgesteld' ? 0.6 : 0.06) ? 'ingetrokken' : d.pick(REPORTS);
  return { toezegging, status, verhaal: d.text(), voor: forOwner(d, t, speaker, about) };
}

function objection(d, t, speaker) {
  const keuzevraag = likely(d, t, 'keuzevragen', RUNNING);
  return { keuzevraag, optie: d.maybe(0.4, () => option(d, t, keuzevraag)), graad: d.pick(['wens', 'voorwaarde', 'overwegend_bezwaar']), tekst: d.text(), voor: forParty(d, t, speaker) };
}

function settled(d, t, speaker) {
  const bedenking = likely(d, t, 'bedenkingen', mine(inState('ingediend', 'in_gesprek', 'gehandhaafd'), speaker.org));
  return { bedenking, uitkomst: d.pick(['tegemoetgekomen', 'gehandhaafd', 'ingetrokken']), toelichting: d.maybe(0.4, () => d.text()), voor: forOwner(d, t, speaker, t?.bedenkingen.get(bedenking)?.row) };
}

// Mostly what a decision waits for.
function answered(d, t, speaker) {
  const waits = ({ besluit }) => t.besluiten.get(besluit).row.status === 'onder_voorbehoud';
  const achterban = likely(d, t, 'achterbannen', mine(d.hits(0.7) ? waits : () => true, speaker.org));
  const about = t?.achterbannen.get(achterban)?.row;
  return { achterban, uitkomst: d.pick(['instemming', 'instemming', 'afwijzing']), toelichting: d.maybe(0.3, () => d.text()), gehoudenOp: d.maybe(0.2, () => d.moment(t)), voor: forOwner(d, t, speaker, about) };
}

// Few words, so that the same are said again.
const tested = (d, t, speaker) => ({
  optie: option(d, t, likely(d, t, 'keuzevragen', RUNNING)), oordeel: d.pick(['uitvoerbaar', 'met_aanpassing', 'niet_uitvoerbaar', 'niet_uitvoerbaar']), bevinding: d.text(1), voor: forParty(d, t, speaker),
});

export const FOLLOWED = {
  'toezegging.voorstellen': (d, t, { org }) => ({
    organisatie: (d.hits(0.7) ? org : undefined) ?? d.pick(rows(t, 'deelnames'))?.organisatie ?? d.org(), besluit: d.maybe(0.3, () => likely(d, t, 'besluiten', adopted)), tekst: d.text(), voor: term(d),
  }),
  'toezegging.aanvaarden': (d, t, { org }) => ({ toezegging: likely(d, t, 'toezeggingen', mine(inState('voorgesteld'), org)) }),
  'toezegging.melden': report,
  'bedenking.indienen': objection,
  'bedenking.beantwoorden': (d, t) => ({ bedenking: likely(d, t, 'bedenkingen', inState('ingediend', 'in_gesprek', 'gehandhaafd')), tekst: d.text() }),
  'bedenking.afdoen': settled,
  'uitvoerbaarheid.toetsen': tested,
  'uitvoerbaarheid.passeren': (d, t) => ({ uitvoerbaarheid: likely(d, t, 'uitvoerbaarheden', ({ oordeel, passering }) => oordeel === 'niet_uitvoerbaar' && !passering), reden: d.reason() }),
  'achterban.melden': (d, t, speaker) => ({
    besluit: likely(d, t, 'besluiten', inState('geagendeerd', 'conclusie_voorgelegd', 'stemming')), orgaan: d.text(2).trim() || 'Leden', strekking: d.maybe(0.4, () => d.pick(['positief', 'neutraal', 'negatief'])), termijn: term(d), voor: forParty(d, t, speaker),
  }),
  'achterban.beantwoorden': answered,
  'aantekening.plaatsen': (d, t, speaker) => ({ besluit: likely(d, t, 'besluiten', ({ status }) => status !== 'concept'), tekst: d.text(), voor: forParty(d, t, speaker) }),
  'ondertekening.zetten': (d, t, speaker) => ({ besluit: likely(d, t, 'besluiten', adopted), voor: forParty(d, t, speaker) }),
  'besluit.evalueren': (d, t) => ({ besluit: likely(d, t, 'besluiten', adopted), oordeel: d.pick(['werkt', 'werkt_deels', 'werkt_niet']), verhaal: d.text(), evalueerOp: d.maybe(0.4, () => term(d)) }),
};
