// Random arguments for meetings and their agenda.
import { inState, likely, rows, term } from './choices.mjs';

const KINDS = ['ter_kennisname', 'ter_bespreking', 'ter_besluitvorming', 'hamerstuk'];

const line = (d, t) => ({
  soort: d.pick(KINDS), titel: d.text(3).trim() || 'Titel', ...(d.hits(0.3) ? { toelichting: d.text() } : {}), ...(d.hits(0.4) ? { minuten: d.chance.between(1, 60) } : {}),
  ...(d.hits(0.2) ? { keuzevraag: d.id(t, 'keuzevragen') } : {}), ...(d.hits(0.2) ? { besluit: likely(d, t, 'besluiten', ({ status }) => status !== 'concept') } : {}),
});

function plan(d, t) {
  const begint = term(d);
  const eindigt = d.maybe(0.3, () => `${begint.slice(0, 13)}:30:00.000000Z`);
  return { titel: d.text(3).trim() || 'Titel', begint, eindigt, plaats: d.maybe(0.4, () => 'Utrecht'), agenda: Array.from({ length: d.chance.between(0, 3) }, () => line(d, t)) };
}

const meeting = (d, t, ...states) => likely(d, t, 'bijeenkomsten', inState(...states));
const item = (d, t) => likely(d, t, 'agendapunten', ({ bijeenkomst }) => t.bijeenkomsten.get(bijeenkomst).row.status === 'geopend');

export const MEETINGS = {
  'bijeenkomst.plannen': plan,
  'bijeenkomst.openen': (d, t) => ({ bijeenkomst: meeting(d, t, 'gepland'), gebeurdOm: d.maybe(0.15, () => d.moment(t)) }),
  'bijeenkomst.schorsing-vragen': (d, t) => ({ bijeenkomst: meeting(d, t, 'geopend') }),
  'bijeenkomst.schorsen': (d, t) => ({ bijeenkomst: meeting(d, t, 'geopend'), minuten: d.chance.between(1, 240), organisatie: d.maybe(0.4, () => d.pick(rows(t, 'deelnames'))?.organisatie ?? d.org()) }),
  'bijeenkomst.hervatten': (d, t) => ({ bijeenkomst: meeting(d, t, 'geschorst') }),
  'bijeenkomst.sluiten': (d, t) => ({ bijeenkomst: meeting(d, t, 'geopend', 'geschorst'), gebeurdOm: d.maybe(0.15, () => d.moment(t)) }),
  'bijeenkomst.afgelasten': (d, t) => ({ bijeenkomst: meeting(d, t, 'gepland'), reden: d.reason() }),
  'agendapunt.behandelen': (d, t) => ({ agendapunt: item(d, t) }),
  'agendapunt.afronden': (d, t) => ({ agendapunt: item(d, t), status: d.pick(['behandeld', 'aangehouden']), uitkomst: d.maybe(0.5, () => d.text()) }),
};
