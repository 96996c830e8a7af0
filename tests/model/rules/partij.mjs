// Organisations and people at a tafel: invited, joining, suspended, leaving; seats given and taken.
import { repsToday } from '../lib/rights.mjs';
import { booked, byNumber, chairs, clean, row } from './common.mjs';
import { reconsider } from './achterban.mjs';
import { keepObjections } from './bedenking.mjs';
import { sideLeft } from './stemming.mjs';

const LEAD_SEATS = ['voorzitter', 'secretaris', 'toehoorder', 'analist'];
const PARTY_SEATS = ['vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar', 'penvoerder', 'rapporteur', 'toehoorder'];

// Everybody who may speak for an organisation today hears that it is invited.
export function tellParty(m, c, deelname) {
  const speak = [...m.persons.values()].filter((person) => repsToday(m, person).some(({ org }) => org === deelname.row.organisatie));
  for (const { id } of speak.sort((a, b) => byNumber(a.id, b.id))) m.notify(c, id, 'uitgenodigd', `deelname:${deelname.row.id}`, c.tafel.row.titel);
}

const living = (tafel, person) => [...tafel.zetels.values()].filter(({ row: zetel }) => zetel.persoon === person && !zetel.leestTot);

// Only who speaks for the organisation moves its deelname.
function own(states, needsReason) {
  return (m, c) => {
    c.deelname = c.tafel.deelnames.get(c.args.deelname);
    if (!c.deelname) return 'niet_gevonden';
    if (c.deelname.row.organisatie !== c.org) return 'niet_toegestaan';
    if (!states.includes(c.deelname.row.status)) return 'verkeerde_toestand';
    return needsReason && !clean(c.args.reden) ? 'ongeldig' : null;
  };
}

function moveParty(m, c, status, soort, content = {}) {
  c.deelname.row = row({ ...c.deelname.row, status, sinds: c.nu, reden: clean(c.args.reden) });
  const { id } = c.deelname.row;
  const stream = `tafel:${c.tafel.id}`;
  return booked(id, stream, m.book(c, stream, soort, `deelname:${id}`, { deelnames: [c.deelname.row], ...content }));
}

function seatRefusal(m, c, wanted, from) {
  const { deelname, wie, leads, tafel } = c;
  if (!deelname) {
    if (!leads) return 'niet_toegestaan';
    if (!wanted.every((role) => LEAD_SEATS.includes(role))) return 'ongeldig';
  } else {
    if (!leads && (deelname.row.organisatie !== c.org || !wanted.every((role) => PARTY_SEATS.includes(role)))) return 'niet_toegestaan';
    if (!['toegetreden', 'opgeschort'].includes(deelname.row.status)) return 'verkeerde_toestand';
    if (deelname.row.rol === 'toehorend' && wanted.join() !== 'toehoorder') return 'ongeldig';
    const mandates = repsToday(m, wie).filter(({ org }) => org === deelname.row.organisatie);
    if (mandates.length === 0 || (wanted.includes('ondertekenaar') && !mandates.some(({ signs }) => signs))) return 'niet_toegestaan';
  }
  const held = living(tafel, wie.id).map(({ row: zetel }) => zetel);
  if (held.some((zetel) => (zetel.deelname ?? null) === (deelname?.row.id ?? null))) return 'bestaat_al';
  const roles = [...wanted, ...held.flatMap(({ rollen }) => rollen)];
  if (roles.includes('voorzitter') && roles.includes('ondertekenaar')) return 'verkeerde_toestand';
  if (from === undefined) return null;
  if (from > m.now || (deelname && from < deelname.joined) || !leads) return 'ongeldig';
  return null;
}

export const PARTY_RULES = {
  'deelname.uitnodigen': {
    refuse(m, c) {
      const org = m.orgs.get(c.args.organisatie);
      if (!org) return 'niet_gevonden';
      if ([...c.tafel.deelnames.values()].some(({ row: deelname }) => deelname.organisatie === org.id)) return 'bestaat_al';
      return c.args.sectoren?.some((id) => !m.sectors.has(id)) ? 'niet_gevonden' : null;
    },
    apply(m, c) {
      const { organisatie, hoedanigheid, rol, zijde, gewicht, sectoren } = c.args;
      const org = m.orgs.get(organisatie);
      const { id } = c.reply;
      const deelname = { row: row({
        id, tafel: c.tafel.id, organisatie, hoedanigheid: clean(hoedanigheid), rol, zijde: zijde ?? org.side, gewicht: gewicht ?? 1,
        sectoren: [...new Set(sectoren ?? org.sectors)].sort(byNumber), status: 'uitgenodigd', sinds: c.nu,
      }) };
      c.tafel.deelnames.set(id, deelname);
      const stream = `tafel:${c.tafel.id}`;
      const seq = m.book(c, stream, 'deelname.uitgenodigd', `deelname:${id}`, { deelnames: [deelname.row] });
      if (c.status !== 'concept') tellParty(m, c, deelname);
      return booked(id, stream, seq);
    },
  },
  'deelname.toetreden': {
    refuse: own(['uitgenodigd', 'opgeschort']),
    apply(m, c) {
      const { tafel, deelname, who, rep } = c;
      deelname.joined ??= c.nu;
      const held = living(tafel, who.id);
      const zetels = [];
      if (!held.some(({ row: zetel }) => zetel.deelname === deelname.row.id)) {
        const signs = rep.signs && !held.some(({ row: zetel }) => zetel.rollen.includes('voorzitter'));
        const rollen = deelname.row.rol === 'toehorend' ? ['toehoorder'] : signs ? ['vertegenwoordiger', 'ondertekenaar'] : ['vertegenwoordiger'];
        const zetel = { id: c.seen.zetels[0]?.id, tafel: tafel.id, deelname: deelname.row.id, persoon: who.id, rollen, leestVanaf: c.nu };
        tafel.zetels.set(zetel.id, { row: zetel });
        zetels.push(zetel);
      }
      return moveParty(m, c, 'toegetreden', 'deelname.toegetreden', { zetels });
    },
  },
  'deelname.opschorten': {
    refuse: own(['toegetreden'], true),
    apply: (m, c) => moveParty(m, c, 'opgeschort', 'deelname.opgeschort'),
  },
  'deelname.uittreden': {
    refuse: own(['uitgenodigd', 'toegetreden', 'opgeschort'], true),
    apply(m, c) {
      const { rol, status } = c.deelname.row;
      const ending = [...c.tafel.zetels.values()].filter(({ row: zetel }) => zetel.deelname === c.deelname.row.id && !zetel.leestTot);
      for (const zetel of ending) zetel.row = { ...zetel.row, leestTot: c.nu };
      const zetels = ending.map(({ row: zetel }) => zetel).sort((a, b) => byNumber(a.id, b.id));
      const reply = moveParty(m, c, 'uitgetreden', 'deelname.uitgetreden', { zetels });
      keepObjections(m, c);
      if (rol === 'stemhebbend' && status !== 'uitgenodigd') sideLeft(m, c);
      reconsider(m, c, c.deelname.row.organisatie);
      return reply;
    },
  },
  'zetel.toekennen': {
    refuse(m, c) {
      c.deelname = c.args.deelname === undefined ? undefined : c.tafel.deelnames.get(c.args.deelname);
      c.wie = m.persons.get(c.args.persoon);
      if ((c.args.deelname !== undefined && !c.deelname) || !c.wie) return 'niet_gevonden';
      return seatRefusal(m, c, [...new Set(c.args.rollen)].sort(), c.args.leestVanaf);
    },
    apply(m, c) {
      const { id } = c.reply;
      const { persoon, deelname, rollen, leestVanaf } = c.args;
      const zetel = row({ id, tafel: c.tafel.id, deelname, persoon, rollen: [...new Set(rollen)].sort(), leestVanaf: leestVanaf ?? c.nu });
      c.tafel.zetels.set(id, { row: zetel });
      const stream = `tafel:${c.tafel.id}`;
      const seq = m.book(c, stream, 'zetel.toegekend', `zetel:${id}`, { zetels: [zetel] });
      m.notify(c, persoon, 'zetel', `zetel:${id}`, c.tafel.row.titel);
      return booked(id, stream, seq);
    },
  },
  'zetel.intrekken': {
    refuse(m, c) {
      c.zetel = c.tafel.zetels.get(c.args.zetel);
      if (!c.zetel) return 'niet_gevonden';
      const { deelname, leestTot, rollen, id } = c.zetel.row;
      const org = c.tafel.deelnames.get(deelname)?.row.organisatie ?? null;
      if (!c.leads && org !== c.org) return 'niet_toegestaan';
      if (leestTot) return 'verkeerde_toestand';
      return rollen.includes('voorzitter') && !chairs(c.tafel, id) ? 'voorwaarde_ontbreekt' : null;
    },
    apply(m, c) {
      c.zetel.row = { ...c.zetel.row, leestTot: c.nu };
      const { id } = c.zetel.row;
      const stream = `tafel:${c.tafel.id}`;
      return booked(id, stream, m.book(c, stream, 'zetel.ingetrokken', `zetel:${id}`, { zetels: [c.zetel.row] }));
    },
  },
};
