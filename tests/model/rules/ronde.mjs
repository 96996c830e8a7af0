// Rounds: planned, opened, closed, summarised; and the synthese of a sector round.
import { booked, byNumber, clean, row } from './common.mjs';

const roomsOf = (tafel, ronde) => [...tafel.gesprekken.values()].filter((gesprek) => gesprek.row.ronde === ronde).sort((a, b) => byNumber(a.row.id, b.row.id));

const sectorsAt = (tafel, states) =>
  [...new Set([...tafel.deelnames.values()].filter(({ row: deelname }) => states.includes(deelname.status)).flatMap(({ row: deelname }) => deelname.sectoren))].sort(byNumber);

// The living seat with which somebody speaks for a sector; of several the oldest.
function penSeat(tafel, sector, persoon) {
  const seats = [...tafel.zetels.values()].map(({ row: zetel }) => zetel).filter((zetel) =>
    zetel.persoon === persoon && !zetel.leestTot && tafel.deelnames.get(zetel.deelname)?.row.sectoren.includes(sector) &&
    !zetel.rollen.every((role) => role === 'toehoorder' || role === 'analist'));
  return seats.sort((a, b) => byNumber(a.id, b.id))[0];
}

function goodPens(c, sectors, soort) {
  const { rapporteurs } = c.args;
  if (rapporteurs === undefined) return true;
  return soort === 'sector' && rapporteurs.every(({ sector, persoon }) => sectors.includes(sector) && penSeat(c.tafel, sector, persoon));
}

// Each sector gets its gesprek and each named rapporteur the pen.
function fillRooms(c, ronde, sectors) {
  const { tafel } = c;
  for (const sector of sectors) {
    if (roomsOf(tafel, ronde).some((gesprek) => gesprek.row.sector === sector)) continue;
    const { id } = c.seen.gesprekken.find((gesprek) => gesprek.sector === sector) ?? {};
    tafel.gesprekken.set(id, { row: { id, tafel: tafel.id, ronde, sector, stroom: `kamer:${id}`, status: 'gepland' } });
  }
  for (const { sector, persoon } of c.args.rapporteurs ?? []) {
    const gesprek = roomsOf(tafel, ronde).find((room) => room.row.sector === sector);
    gesprek.pen = penSeat(tafel, sector, persoon).id;
    gesprek.row = { ...gesprek.row, rapporteur: persoon };
  }
}

function bookRound(m, c, ronde, soort, { rooms = false } = {}) {
  const stream = `tafel:${c.tafel.id}`;
  const content = { rondes: [ronde.row] };
  if (rooms) content.gesprekken = roomsOf(c.tafel, ronde.row.id).map((gesprek) => gesprek.row);
  return booked(ronde.row.id, stream, m.book(c, stream, soort, `ronde:${ronde.row.id}`, content));
}

// A closed sector round is summarised as soon as each of its talks is summarised or waived.
export function updateRound(m, c, id) {
  const ronde = c.tafel.rondes.get(id);
  const states = roomsOf(c.tafel, id).map((gesprek) => gesprek.row.status);
  if (states.length === 0 || states.some((state) => ['gepland', 'open'].includes(state))) return;
  const status = states.includes('voorlopig_samengevat') ? 'voorlopig_samengevat' : 'samengevat';
  if (ronde.row.status === status || !['gesloten', 'voorlopig_samengevat'].includes(ronde.row.status)) return;
  ronde.row = { ...ronde.row, status };
  bookRound(m, c, ronde, 'ronde.samengevat');
}

// The round across sectors waits for every sector round before it.
function waits(tafel, { nummer }) {
  return [...tafel.rondes.values()].some(({ row: earlier }) => earlier.nummer < nummer && earlier.soort === 'sector' &&
    (['gepland', 'open'].includes(earlier.status) || roomsOf(tafel, earlier.id).some((gesprek) => ['gepland', 'open'].includes(gesprek.row.status))));
}

// ---- the synthese

function goodSource({ tafel }, ronde, { soort, id }) {
  const rooms = new Set(roomsOf(tafel, ronde).map((gesprek) => gesprek.row.id));
  if (soort === 'punt') return rooms.has(tafel.punten.get(id)?.row.gesprek);
  if (soort === 'samenvatting') return tafel.samenvattingen.has(id) && rooms.has(id);
  const post = tafel.bijdragen.get(id)?.row;
  return post?.status === 'geplaatst' && (post.stroom === `tafel:${tafel.id}` || rooms.has(post.stroom.replace(/^kamer:/, '')));
}

function sourceShown(tafel, { soort, id }) {
  const room = soort === 'punt' ? tafel.punten.get(id).row.gesprek : soort === 'samenvatting' ? id : null;
  return row({ soort, id, sector: room && tafel.gesprekken.get(room).row.sector });
}

const silentSectors = (tafel, ronde) =>
  roomsOf(tafel, ronde).filter((gesprek) => ![...tafel.punten.values()].some((punt) => punt.row.gesprek === gesprek.row.id)).map((gesprek) => gesprek.row.sector).sort(byNumber);

export const conceptRow = ({ id, tafel, ronde, versie, zwijgend, regels, geordendDoor, geordendOp }) => ({ id, tafel, ronde, versie, zwijgend, regels, geordendDoor, geordendOp });
export const syntheseRow = ({ id, tafel, ronde, versie, zwijgend, regels, bevestigdDoor, bevestigdOp }) => ({ id, tafel, ronde, versie, zwijgend, regels, bevestigdDoor, bevestigdOp });

const findRound = (c) => (c.ronde = c.tafel.rondes.get(c.args.ronde));

export const ROUND_RULES = {
  'ronde.plannen': {
    refuse(m, c) {
      const { soort, vraag, opent, sluit } = c.args;
      c.sectors = sectorsAt(c.tafel, ['uitgenodigd', 'toegetreden', 'opgeschort']);
      const goodTimes = opent === undefined || sluit === undefined || sluit > opent;
      return clean(vraag) && goodTimes && goodPens(c, c.sectors, soort) ? null : 'ongeldig';
    },
    apply(m, c) {
      const { id } = c.reply;
      const { soort, vraag, opent, sluit } = c.args;
      const nummer = Math.max(0, ...[...c.tafel.rondes.values()].map(({ row: ronde }) => ronde.nummer)) + 1;
      const ronde = { row: row({ id, tafel: c.tafel.id, nummer, soort, vraag: clean(vraag), opent, sluit, status: 'gepland' }) };
      c.tafel.rondes.set(id, ronde);
      if (soort === 'sector') fillRooms(c, id, c.sectors);
      return bookRound(m, c, ronde, 'ronde.gepland', { rooms: true });
    },
  },
  'ronde.openen': {
    refuse(m, c) {
      if (!findRound(c)) return 'niet_gevonden';
      if (c.ronde.row.status !== 'gepland') return 'verkeerde_toestand';
      c.sectors = sectorsAt(c.tafel, ['toegetreden', 'opgeschort']);
      if (!goodPens(c, c.sectors, c.ronde.row.soort)) return 'ongeldig';
      return c.ronde.row.soort === 'bovensectoraal' && waits(c.tafel, c.ronde.row) ? 'ronde_wacht' : null;
    },
    apply(m, c) {
      c.ronde.row = { ...c.ronde.row, status: 'open', geopendOp: c.nu };
      if (c.ronde.row.soort === 'sector') {
        fillRooms(c, c.ronde.row.id, c.sectors);
        for (const gesprek of roomsOf(c.tafel, c.ronde.row.id)) gesprek.row = { ...gesprek.row, status: 'open' };
      }
      return bookRound(m, c, c.ronde, 'ronde.geopend', { rooms: true });
    },
  },
  'ronde.sluiten': {
    refuse: (m, c) => (!findRound(c) ? 'niet_gevonden' : c.ronde.row.status !== 'open' ? 'verkeerde_toestand' : null),
    apply(m, c) {
      c.ronde.row = { ...c.ronde.row, status: 'gesloten', geslotenOp: c.nu };
      const reply = bookRound(m, c, c.ronde, 'ronde.gesloten');
      updateRound(m, c, c.ronde.row.id);
      return reply;
    },
  },
  'synthese.ordenen': {
    stream: (c) => `voorzitterskamer:${c.tafel.id}`,
    refuse(m, c) {
      if (!findRound(c)) return 'niet_gevonden';
      if (c.ronde.row.soort !== 'sector' || ['gepland', 'open'].includes(c.ronde.row.status)) return 'verkeerde_toestand';
      const good = c.args.regels.every(({ tekst, bronnen }) => clean(tekst) && bronnen.length > 0 && bronnen.every((bron) => goodSource(c, c.ronde.row.id, bron)));
      return good ? null : 'ongeldig';
    },
    apply(m, c) {
      const { tafel, ronde } = c;
      const former = [...tafel.syntheses.values()].filter((synthese) => synthese.ronde === ronde.row.id);
      const concept = former.find(({ status }) => status === 'concept');
      const synthese = {
        id: c.reply.id, tafel: tafel.id, ronde: ronde.row.id, status: 'concept', ...concept,
        versie: concept?.versie ?? Math.max(0, ...former.map(({ versie }) => versie)) + 1,
        zwijgend: silentSectors(tafel, ronde.row.id), geordendDoor: c.who.id, geordendOp: c.nu,
        regels: c.args.regels.map(({ vak, tekst, bronnen }) => ({ vak, tekst: clean(tekst), bronnen: bronnen.map((bron) => sourceShown(tafel, bron)) })),
      };
      tafel.syntheses.set(synthese.id, synthese);
      const stream = `voorzitterskamer:${tafel.id}`;
      return booked(synthese.id, stream, m.book(c, stream, 'synthese.geordend', `synthese:${synthese.id}`, { syntheseConcepten: [conceptRow(synthese)] }));
    },
  },
  'synthese.bevestigen': {
    refuse(m, c) {
      c.synthese = c.tafel.syntheses.get(c.args.synthese);
      return !c.synthese ? 'niet_gevonden' : c.synthese.status !== 'concept' ? 'verkeerde_toestand' : null;
    },
    apply(m, c) {
      const { synthese } = c;
      Object.assign(synthese, { status: 'bevestigd', bevestigdDoor: c.who.id, bevestigdOp: c.nu });
      const stream = `tafel:${c.tafel.id}`;
      return booked(synthese.id, stream, m.book(c, stream, 'synthese.bevestigd', `synthese:${synthese.id}`, { synthesen: [syntheseRow(synthese)] }));
    },
  },
};
