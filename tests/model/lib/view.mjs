// What the model says that somebody sees: streams with their state, rows of a list.
import { shown, versionsOf } from '../rules/bijdrage.mjs';
import { byNumber } from '../rules/common.mjs';
import { LISTS } from '../rules/tafel.mjs';
import { conceptRow, syntheseRow } from '../rules/ronde.mjs';
import { knows, mayRead, mayWriteHere, placeOf, readRight, repsToday, rolesShown, streamsOf } from './rights.mjs';
import { addDays, midnight } from './time.mjs';

const LAST = 50; // posts per thread in a snapshot
const WORDS = ['bijdragen', 'punten', 'samenvattingen'];

// The events that somebody may read: after `first`, up to `last`.
export function stretch(m, person, stream) {
  const right = readRight(m, person, stream);
  if (!right) return null;
  const events = m.events(stream);
  const first = events.filter(({ at }) => at < right.from).length;
  return { right, first, last: right.to === null ? events.length : events.filter(({ at }) => at <= right.to).length };
}

const rowsOf = (map, keep = () => true) => [...map.values()].filter(keep).map(({ row }) => row).sort((a, b) => byNumber(a.id, b.id));
const filled = (lists) => Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));

// The last posts of each thread of a stream that were said, or changed, since the reader came.
function talk(tafel, stream, first) {
  const threads = rowsOf(tafel.onderwerpen, ({ row }) => row.stroom === stream);
  const older = [];
  const posts = threads.flatMap(({ id }) => {
    const there = [...tafel.bijdragen.values()].filter((post) => post.row.onderwerp === id && post.seq > first).sort((a, b) => byNumber(a.row.id, b.row.id));
    if (there.length > LAST) older.push(id);
    return there.slice(-LAST).map(shown);
  });
  return { lists: { onderwerpen: threads, bijdragen: posts }, older };
}

// State folded from what the events still hold, each row as the last event left it.
export function fold(events) {
  const kinds = new Map();
  for (const { inhoud } of events)
    for (const [kind, rows] of Object.entries(inhoud ?? {})) {
      if (!kinds.has(kind)) kinds.set(kind, new Map());
      for (const row of rows) kinds.get(kind).set(row.id, row);
    }
  return filled(Object.fromEntries([...kinds].map(([kind, rows]) => [kind, [...rows.values()].sort((a, b) => byNumber(a.id, b.id))])));
}

// A seat that ended sees the structure as it then was, and words from when it began.
function foldThen(events, first, last) {
  const structure = Object.entries(fold(events.slice(0, last))).filter(([kind]) => !WORDS.includes(kind));
  const words = Object.entries(fold(events.slice(first, last))).filter(([kind]) => WORDS.includes(kind));
  return Object.fromEntries([...structure, ...words]);
}

// What is chosen and decided; a draft is not yet there, nor a vote that is hidden until the close.
const decisions = (tafel) => ({
  ...Object.fromEntries(['knelpunten', 'keuzevragen', 'gevolgen', 'gevolgAntwoorden', 'standpunten', 'stemmingen', ...LISTS].map((list) => [list, rowsOf(tafel[list])])),
  besluiten: rowsOf(tafel.besluiten, (besluit) => besluit.shown),
  stemmen: rowsOf(tafel.stemmen, (stem) => stem.shown),
});

// Drafts as they were last written in the room of the chair.
const draftsOf = (tafel) => [...tafel.besluiten.values()].map(({ draft }) => draft).sort((a, b) => byNumber(a.id, b.id));

function stateOf(m, stream, first) {
  const { kind, tafel } = placeOf(m, stream);
  if (kind === 'buiten') return { lists: fold(m.events(stream)), older: [] };
  const { lists, older } = talk(tafel, stream, first);
  const syntheses = [...tafel.syntheses.values()].sort((a, b) => byNumber(a.id, b.id));
  const own = {
    tafel: () => ({
      tafels: [tafel.row], deelnames: rowsOf(tafel.deelnames), zetels: rowsOf(tafel.zetels), rondes: rowsOf(tafel.rondes), gesprekken: rowsOf(tafel.gesprekken),
      synthesen: syntheses.filter(({ status }) => status === 'bevestigd').map(syntheseRow),
      ...decisions(tafel),
    }),
    kamer: () => {
      const here = (entry) => `kamer:${entry.row.gesprek}` === stream && entry.seq > first;
      return { punten: rowsOf(tafel.punten, here), samenvattingen: rowsOf(tafel.samenvattingen, here) };
    },
    voorzitterskamer: () => ({ syntheseConcepten: syntheses.map(conceptRow), besluitConcepten: draftsOf(tafel) }),
    vooroverleg: () => ({}),
  }[kind]();
  return { lists: filled({ ...own, ...lists }), older };
}

export function streamShown(m, person, stream) {
  const seen = stretch(m, person, stream);
  if (!seen) return null;
  const { right, first, last } = seen;
  if (right.to !== null) return { stroom: stream, seq: last, schrijven: false, toestand: stream.startsWith('buiten:') ? fold(m.events(stream).slice(0, last)) : foldThen(m.events(stream), first, last) };
  const { lists, older } = stateOf(m, stream, first);
  return { stroom: stream, seq: last, schrijven: mayWriteHere(m, person, stream), toestand: lists, ...(older.length > 0 ? { ouder: older } : {}) };
}

export function snapshotOf(m, person, tafel) {
  const stromen = streamsOf(tafel).map((stream) => streamShown(m, person, stream)).filter(Boolean);
  if (stromen.length === 0) return null;
  const mine = [...(m.read.get(person.id) ?? [])].filter(([thread]) => tafel.onderwerpen.has(thread));
  return {
    tafel: tafel.id,
    ik: { persoon: person.id, rollen: rolesShown(m, person, tafel), namens: mandatesAt(m, person, tafel) },
    stromen,
    leesstanden: mine.map(([onderwerp, bijdrage]) => ({ onderwerp, bijdrage })).sort((a, b) => byNumber(a.onderwerp, b.onderwerp)),
  };
}

function mandatesAt(m, person, tafel) {
  const here = (org) => [...tafel.deelnames.values()].some(({ row }) => row.organisatie === org);
  return repsToday(m, person).filter(({ org }) => here(org)).sort((a, b) => byNumber(a.id, b.id)).map(({ id, org, signs, from, to }) => ({
    id, persoon: person.id, organisatie: org, functie: 'Functie', magOndertekenen: signs, van: midnight(from), ...(to ? { tot: midnight(addDays(to, 1)) } : {}),
  }));
}

// A page of a thread; null when it is closed to the reader.
export function threadShown(m, person, tafel, thread, most) {
  const { stroom } = tafel.onderwerpen.get(thread).row;
  const seen = stretch(m, person, stroom);
  if (seen?.right.to !== null) return null;
  const posts = [...tafel.bijdragen.values()].filter((post) => post.row.onderwerp === thread && post.seq > seen.first).sort((a, b) => byNumber(a.row.id, b.row.id));
  return { bijdragen: posts.slice(-most).map(shown), ouder: posts.length > most };
}

// Posts with a word, newest first; null when nothing of the tafel was ever readable.
export function foundShown(m, person, tafel, word, most) {
  if (streamsOf(tafel).every((stream) => !readRight(m, person, stream))) return null;
  const posts = [...tafel.bijdragen.values()].filter(({ row, words, seq }) => {
    const seen = stretch(m, person, row.stroom);
    return seen?.right.to === null && seq > seen.first && row.status === 'geplaatst' && words.tekst.split(/\s+/).includes(word);
  }).sort((a, b) => byNumber(b.row.id, a.row.id));
  return { bijdragen: posts.slice(0, most).map(shown), ouder: posts.length > most };
}

// What a post said before; nothing once it is hidden or withdrawn.
export function versionsShown(m, person, post) {
  const seen = stretch(m, person, post.row.stroom);
  if (seen?.right.to !== null || post.seq <= seen.first) return null;
  const versions = post.row.status === 'geplaatst' ? versionsOf(post).filter(({ seq }) => seq > seen.first) : [];
  return { bijdrage: post.row.id, versies: versions.map(({ seq: _, ...rest }) => rest) };
}

// The list of tafels: those one reads, or is invited to. `unread` counts what others said.
export function listOf(m, person) {
  return [...m.tafels.values()].filter((tafel) => isListed(m, person, tafel)).map((tafel) => {
    const invited = rowsOf(tafel.deelnames, ({ row }) => row.status === 'uitgenodigd' && repsToday(m, person).some(({ org }) => org === row.organisatie));
    return {
      id: tafel.id, status: tafel.row.status, reden: mayRead(m, person, `tafel:${tafel.id}`) ? tafel.row.reden : undefined,
      rollen: rolesShown(m, person, tafel), ongelezen: unread(m, person, tafel), uitnodiging: tafel.row.status === 'open' ? invited[0]?.id : undefined,
    };
  });
}

function isListed(m, person, tafel) {
  const invited = [...tafel.deelnames.values()].some(({ row }) => row.status === 'uitgenodigd' && repsToday(m, person).some(({ org }) => org === row.organisatie));
  const sees = mayRead(m, person, `tafel:${tafel.id}`) || mayRead(m, person, `buiten:${tafel.id}`);
  return (sees || invited) && (tafel.row.status !== 'concept' || knows(m, person, tafel));
}

function unread(m, person, tafel) {
  return [...tafel.bijdragen.values()].filter(({ row, seq }) => {
    const seen = stretch(m, person, row.stroom);
    return seen?.right.to === null && seq > seen.first && row.spreker.persoon !== person.id && row.status === 'geplaatst' &&
      BigInt(row.id) > BigInt(m.read.get(person.id)?.get(row.onderwerp) ?? 0);
  }).length;
}
