// The tafel: concept → open ⇄ opgeschort, open | opgeschort → afgesloten.
import { booked, chairs, clean, row } from './common.mjs';
import { meetingNow } from './bijeenkomst.mjs';
import { tellParty } from './partij.mjs';

// Of meetings, and of what follows a choice and a decision; all of it is in the plenary.
export const LISTS = ['bijeenkomsten', 'agendapunten', 'aanwezigheden', 'spreekbeurten', 'actiepunten', 'achterbannen', 'toezeggingen', 'toezeggingStappen', 'bedenkingen', 'bedenkingAntwoorden', 'uitvoerbaarheden', 'aantekeningen', 'ondertekeningen', 'evaluaties'];

function move(m, c, status, reden, soort) {
  const { tafel } = c;
  tafel.row = row({
    ...tafel.row, status, reden,
    geopendOp: tafel.row.geopendOp ?? (status === 'open' ? c.nu : undefined),
    geslotenOp: status === 'afgesloten' ? c.nu : tafel.row.geslotenOp,
  });
  const stream = `tafel:${tafel.id}`;
  return booked(tafel.id, stream, m.book(c, stream, soort, stream, { tafels: [tafel.row] }));
}

const moves = (status, soort, reason, refuse = () => null) => ({
  refuse: (m, c) => (reason.required && !clean(c.args[reason.name]) ? 'ongeldig' : refuse(m, c)),
  apply: (m, c) => move(m, c, status, clean(c.args[reason.name]), soort),
});

const openRounds = (tafel) => [...tafel.rondes.values()].some(({ row: ronde }) => ronde.status === 'open');

// Put to the table, without an outcome yet.
const waiting = (tafel) => [...tafel.besluiten.values()].some(({ row: besluit }) => ['geagendeerd', 'conclusie_voorgelegd', 'stemming', 'onder_voorbehoud'].includes(besluit.status));

export const TAFEL_RULES = {
  'tafel.aanmaken': {
    refuse: (m, c) => (clean(c.args.titel) && clean(c.args.vraag) ? null : 'ongeldig'),
    stream: (c) => `tafel:${c.reply.id}`,
    apply(m, c) {
      const { id, kenmerk } = c.reply;
      const { titel, vraag, opgave, toeschrijving, openbaarheid } = c.args;
      const lists = LISTS.concat(['deelnames', 'zetels', 'rondes', 'gesprekken', 'punten', 'samenvattingen', 'syntheses', 'onderwerpen', 'bijdragen', 'knelpunten', 'keuzevragen', 'gevolgen', 'gevolgAntwoorden', 'standpunten', 'besluiten', 'stemmingen', 'stemmen']);
      const tafel = { id, row: row({ id, kenmerk, titel: clean(titel), vraag: clean(vraag), opgave: clean(opgave), toeschrijving, openbaarheid, status: 'concept', aangemaaktOp: c.nu }) };
      for (const list of lists) tafel[list] = new Map();
      m.tafels.set(id, tafel);
      c.tafel = tafel;
      const zetel = { id: c.seen.zetels[0].id, tafel: id, persoon: c.who.id, rollen: [c.roles.includes('voorzitter') ? 'voorzitter' : 'secretaris'], leestVanaf: c.nu };
      tafel.zetels.set(zetel.id, { row: zetel });
      const stream = `tafel:${id}`;
      return { ...booked(id, stream, m.book(c, stream, 'tafel.aangemaakt', stream, { tafels: [tafel.row], zetels: [zetel] })), kenmerk };
    },
  },
  'tafel.openen': {
    refuse(m, { tafel }) {
      const parties = [...tafel.deelnames.values()].filter(({ row: deelname }) => deelname.status !== 'uitgetreden');
      return chairs(tafel) && parties.length >= 2 ? null : 'voorwaarde_ontbreekt';
    },
    apply(m, c) {
      const reply = move(m, c, 'open', undefined, 'tafel.geopend');
      for (const deelname of c.tafel.deelnames.values()) if (deelname.row.status === 'uitgenodigd') tellParty(m, c, deelname);
      return reply;
    },
  },
  'tafel.opschorten': moves('opgeschort', 'tafel.opgeschort', { name: 'reden', required: true }, (m, { tafel }) => (meetingNow(tafel) ? 'bijeenkomst_loopt' : null)),
  'tafel.hervatten': moves('open', 'tafel.hervat', { name: 'toelichting', required: false }),
  'tafel.sluiten': moves('afgesloten', 'tafel.gesloten', { name: 'reden', required: true }, (m, { tafel }) => (meetingNow(tafel) ? 'bijeenkomst_loopt' : openRounds(tafel) || waiting(tafel) ? 'voorwaarde_ontbreekt' : null)),
};
