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

// Now and then for somebody in the room.
function floor(d, t) {
  const other = d.maybe(0.25, () => ({ naam: d.maybe(0.7, () => 'Gast'), organisatie: d.maybe(0.6, () => d.pick(rows(t, 'deelnames'))?.organisatie ?? d.org()) }));
  return { bijeenkomst: meeting(d, t, 'geopend'), soort: d.pick(['spreekbeurt', 'spreekbeurt', 'punt_van_orde']), ...other };
}

function present(d, t) {
  const seated = rows(t, 'zetels').map(({ persoon }) => persoon);
  const personen = d.maybe(0.85, () => Array.from({ length: d.chance.between(1, 3) }, () => ({ persoon: d.hits(0.05) ? d.person() : d.pick(seated) ?? d.person(), aanwezig: d.hits(0.7) })));
  const guest = () => Object.fromEntries(Object.entries({ naam: 'Gast', organisatie: d.maybe(0.5, () => d.org()) }).filter(([, value]) => value !== undefined));
  return { bijeenkomst: meeting(d, t, 'geopend', 'geschorst', 'gesloten'), personen, gasten: d.maybe(0.3, () => [guest()]) };
}

function action(d, t) {
  const zetel = d.pick(rows(t, 'zetels'));
  const organisatie = d.maybe(0.5, () => d.pick(rows(t, 'deelnames'))?.organisatie ?? d.org());
  const bijeenkomst = d.maybe(0.2, () => d.id(t, 'bijeenkomsten'));
  return { wat: d.text(), organisatie, persoon: d.maybe(organisatie ? 0.2 : 0.6, () => zetel?.persoon ?? d.person()), voor: term(d), bijeenkomst, agendapunt: d.maybe(bijeenkomst ? 0.1 : 0.25, () => d.id(t, 'agendapunten')) };
}

export const MEETINGS = {
  'spreekbeurt.vragen': floor,
  'spreekbeurt.geven': (d, t) => ({ spreekbeurt: likely(d, t, 'spreekbeurten', inState('wacht')) }),
  'spreekbeurt.afronden': (d, t) => ({ spreekbeurt: likely(d, t, 'spreekbeurten', inState('wacht', 'spreekt')) }),
  'aanwezigheid.melden': (d, t) => ({ bijeenkomst: meeting(d, t, 'gepland'), komt: d.hits(0.7) }),
  'aanwezigheid.noteren': present,
  'actiepunt.noteren': action,
  'actiepunt.afronden': (d, t) => ({ actiepunt: likely(d, t, 'actiepunten', inState('open')), status: d.pick(['klaar', 'klaar', 'vervallen']), verhaal: d.maybe(0.6, () => d.text()) }),
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
