// Threads and posts. A post's present words stand in one event, its `seq`; whatever comes after
// takes the content of that event away.
import { mayRead, placeOf, readRight } from '../lib/rights.mjs';
import { booked, byNumber, clean, mayBook, row, silence, speaker } from './common.mjs';
import { tellSeated } from './gesprek.mjs';
import { answered, answerRefusal, isParty, record, recordRefusal } from './vastgelegd.mjs';

const TALKS_IN = ['tafel', 'kamer', 'vooroverleg', 'voorzitterskamer'];

// ---- threads

function findThread(m, c, id) {
  const thread = c.tafel.onderwerpen.get(id);
  return thread && mayRead(m, c.who, thread.row.stroom) ? thread : undefined;
}

function threadRefusal(m, c, soort, status) {
  c.thread = findThread(m, c, c.args.onderwerp);
  if (!c.thread) return 'niet_gevonden';
  const { stroom, spreker } = c.thread.row;
  if (!mayBook(m, c, stroom, soort)) return silence(c, stroom);
  const opened = spreker.persoon === c.who.id && (spreker.organisatie ?? null) === c.org;
  if (!c.leads && !stroom.startsWith('vooroverleg:') && !opened) return 'niet_toegestaan';
  return c.thread.row.status !== status ? 'verkeerde_toestand' : null;
}

function bookThread(m, c, thread, soort) {
  const { id, stroom } = thread.row;
  return booked(id, stroom, m.book(c, stroom, soort, `onderwerp:${id}`, { onderwerpen: [thread.row] }));
}

const THREADS = {
  'onderwerp.openen': {
    stream: (c) => c.args.stroom,
    refuse(m, c) {
      const place = placeOf(m, c.args.stroom);
      if (place?.tafel !== c.tafel || !TALKS_IN.includes(place.kind) || !mayRead(m, c.who, c.args.stroom)) return 'niet_gevonden';
      if (!mayBook(m, c, c.args.stroom, 'onderwerp.geopend')) return place.kind === 'kamer' && place.phase !== 'open' ? 'verkeerde_toestand' : silence(c, c.args.stroom);
      if (!clean(c.args.titel)) return 'ongeldig';
      return c.args.ronde !== undefined && !c.tafel.rondes.has(c.args.ronde) ? 'niet_gevonden' : null;
    },
    apply(m, c) {
      const { id } = c.reply;
      const { stroom, titel, toelichting, ronde } = c.args;
      const thread = { row: row({ id, tafel: c.tafel.id, stroom, titel: clean(titel), toelichting: clean(toelichting), ronde, status: 'open', spreker: speaker(c.who.id, c.org), geopendOp: c.nu }) };
      c.tafel.onderwerpen.set(id, thread);
      return bookThread(m, c, thread, 'onderwerp.geopend');
    },
  },
  'onderwerp.sluiten': {
    stream: (c) => c.thread.row.stroom,
    refuse: (m, c) => threadRefusal(m, c, 'onderwerp.gesloten', 'open'),
    apply(m, c) {
      c.thread.row = row({ ...c.thread.row, status: 'gesloten', geslotenOp: c.nu, conclusie: clean(c.args.conclusie) });
      return bookThread(m, c, c.thread, 'onderwerp.gesloten');
    },
  },
  'onderwerp.heropenen': {
    stream: (c) => c.thread.row.stroom,
    refuse: (m, c) => threadRefusal(m, c, 'onderwerp.heropend', 'gesloten'),
    apply(m, c) {
      c.thread.row = row({ ...c.thread.row, status: 'open', geslotenOp: undefined, conclusie: undefined });
      return bookThread(m, c, c.thread, 'onderwerp.heropend');
    },
  },
  'leesstand.zetten': {
    refuse(m, c) {
      const asked = new Set();
      for (const { onderwerp, bijdrage } of c.args.standen) {
        const thread = findThread(m, c, onderwerp);
        if (!thread || asked.has(onderwerp) || c.tafel.bijdragen.get(bijdrage)?.row.onderwerp !== onderwerp) return 'niet_gevonden';
        asked.add(onderwerp);
      }
      return null;
    },
    apply(m, c) {
      if (!m.read.has(c.who.id)) m.read.set(c.who.id, new Map());
      const mine = m.read.get(c.who.id);
      for (const { onderwerp, bijdrage } of c.args.standen) mine.set(onderwerp, [mine.get(onderwerp) ?? '0', bijdrage].sort(byNumber).at(-1));
      return { standen: c.args.standen.map(({ onderwerp }) => ({ onderwerp, bijdrage: mine.get(onderwerp) })).sort((a, b) => byNumber(a.onderwerp, b.onderwerp)) };
    },
  },
};

// ---- posts

// What a post looks like: hidden or withdrawn it is a tombstone.
const postRow = ({ row: fields, words }) => row({ ...fields, ...(fields.status === 'geplaatst' ? words : {}) });

export const shown = postRow;

// What a post said and says, with the event of each.
export function versionsOf({ row: { spreker, geplaatstOp }, words, versions, seq }) {
  return versions.length > 0 ? versions : [{ versie: 1, tekst: words.tekst, spreker, op: geplaatstOp, seq }];
}

// The event that carries the post now; `wiped` lose their content.
function bookPost(m, c, post, soort, wiped) {
  const { id, stroom } = post.row;
  post.seq = m.book(c, stroom, soort, `bijdrage:${id}`, { bijdragen: [postRow(post)] }, wiped);
  return booked(id, stroom, post.seq);
}

function findPost(m, c) {
  const post = c.tafel.bijdragen.get(c.args.bijdrage);
  c.post = post && findThread(m, c, post.row.onderwerp) ? post : undefined;
  return c.post;
}

function placeRefusal(m, c) {
  c.thread = findThread(m, c, c.args.onderwerp);
  if (!c.thread) return 'niet_gevonden';
  const { id, stroom, status } = c.thread.row;
  if (!mayBook(m, c, stroom, 'bijdrage.geplaatst')) return silence(c, stroom);
  if (status !== 'open') return 'verkeerde_toestand';
  if (!clean(c.args.tekst)) return 'ongeldig';
  const source = c.tafel.bijdragen.get(c.args.antwoordOp);
  if (c.args.antwoordOp !== undefined) {
    // Only what one may read can be answered.
    const since = readRight(m, c.who, stroom).from;
    if (source?.row.onderwerp !== id || m.events(stroom)[source.seq - 1].at < since) return 'niet_gevonden';
  }
  const quote = clean(c.args.citaat);
  if (quote && (source?.row.status !== 'geplaatst' || !source.words.tekst.includes(quote))) return 'ongeldig';
  if (!c.args.voor) return null;
  return stroom.startsWith('voorzitterskamer:') ? 'niet_toegestaan' : recordRefusal(m, c, placeOf(m, stroom).sector);
}

function place(m, c) {
  const { id } = c.reply;
  const { args, thread } = c;
  const vastgelegd = record(c);
  const post = {
    row: row({
      id, tafel: c.tafel.id, onderwerp: thread.row.id, stroom: thread.row.stroom, soort: args.soort ?? 'bijdrage',
      persoonlijkeTitel: args.persoonlijkeTitel ?? false, spreker: speaker(c.who.id, vastgelegd?.organisatie ?? c.org),
      antwoordOp: args.antwoordOp, versie: 1, status: 'geplaatst', geplaatstOp: c.nu, vastgelegd,
    }),
    words: row({ tekst: clean(args.tekst), citaat: clean(args.citaat) }),
    versions: [], // once it was revised
  };
  c.tafel.bijdragen.set(id, post);
  const reply = bookPost(m, c, post, 'bijdrage.geplaatst');
  if (vastgelegd) tellSeated(m, c, vastgelegd.organisatie, thread.row.stroom, `bijdrage:${id}`, thread.row.titel);
  return reply;
}

// Its author, in the same capacity; or the party for which it was recorded.
function changeRefusal(m, c, soort) {
  if (!findPost(m, c)) return 'niet_gevonden';
  const { spreker, vastgelegd, stroom, status } = c.post.row;
  const wrote = spreker.persoon === c.who.id && (vastgelegd || (spreker.organisatie ?? null) === c.org);
  if (!wrote && !isParty(c, vastgelegd)) return 'niet_toegestaan';
  if (!mayBook(m, c, stroom, soort)) return silence(c, stroom);
  return status !== 'geplaatst' ? 'verkeerde_toestand' : null;
}

function reviseRefusal(m, c) {
  // To confirm what was recorded has a term of its own: it writes nothing new.
  const refusal = changeRefusal(m, c, c.args.bevestigt ? 'bijdrage.bevestigd' : 'bijdrage.herzien');
  if (refusal) return refusal;
  const { vastgelegd: mark, versie, onderwerp } = c.post.row;
  const text = clean(c.args.tekst);
  if (c.args.bevestigt) return text ? 'ongeldig' : answerRefusal(m, c, mark);
  if (!text) return 'ongeldig';
  if (c.args.versie !== undefined && c.args.versie !== versie) return 'verouderd';
  if (!mark) return c.tafel.onderwerpen.get(onderwerp).row.status !== 'open' ? 'verkeerde_toestand' : null;
  if (isParty(c, mark)) return answerRefusal(m, c, mark);
  return mark.bevestiging !== 'open' ? 'verkeerde_toestand' : null;
}

function revise(m, c) {
  const { post } = c;
  const mark = post.row.vastgelegd;
  const was = post.seq;
  const before = versionsOf(post);
  if (c.args.bevestigt) {
    post.row = { ...post.row, vastgelegd: answered(c, mark, 'bevestigd') };
    return bookPost(m, c, post, 'bijdrage.bevestigd', [[was], 'herzien']);
  }
  const vastgelegd = isParty(c, mark) ? answered(c, mark, 'verbeterd') : mark;
  post.row = row({ ...post.row, versie: post.row.versie + 1, gewijzigdOp: c.nu, vastgelegd });
  post.words = { ...post.words, tekst: clean(c.args.tekst) };
  const reply = bookPost(m, c, post, 'bijdrage.herzien', [[was], 'herzien']);
  const spreker = speaker(c.who.id, vastgelegd?.organisatie ?? c.org);
  post.versions = [...before, row({ versie: post.row.versie, tekst: post.words.tekst, spreker, op: c.nu, reden: clean(c.args.reden), seq: post.seq })];
  return reply;
}

// A tombstone with the reason; the words go everywhere, also from the answers that quote them.
function takeAway(m, c, status, soort) {
  const { post } = c;
  const places = [...new Set([...post.versions.map(({ seq }) => seq), post.seq])];
  post.row = { ...post.row, status, reden: clean(c.args.reden) };
  if (status === 'ingetrokken') Object.assign(post, { words: {}, versions: [] });
  const reply = bookPost(m, c, post, soort, [places, status]);
  const answers = [...c.tafel.bijdragen.values()].filter((answer) => answer.row.antwoordOp === post.row.id && answer.words.citaat !== undefined);
  for (const answer of answers.sort((a, b) => byNumber(a.row.id, b.row.id))) {
    answer.words = row({ ...answer.words, citaat: undefined });
    bookPost(m, c, answer, 'bijdrage.citaat-vervallen', [[answer.seq], 'herzien']);
  }
  return reply;
}

function moderateRefusal(m, c, soort, status, needsReason) {
  if (!findPost(m, c)) return 'niet_gevonden';
  if (!mayBook(m, c, c.post.row.stroom, soort)) return silence(c, c.post.row.stroom);
  if (c.post.row.status !== status) return 'verkeerde_toestand';
  return needsReason && !clean(c.args.reden) ? 'ongeldig' : null;
}

const inPostStream = (c) => c.post.row.stroom;

export const POST_RULES = {
  ...THREADS,
  'bijdrage.plaatsen': { stream: (c) => c.thread.row.stroom, refuse: placeRefusal, apply: place },
  'bijdrage.herzien': { stream: inPostStream, refuse: reviseRefusal, apply: revise },
  'bijdrage.intrekken': {
    stream: inPostStream,
    refuse(m, c) {
      const refusal = changeRefusal(m, c, 'bijdrage.ingetrokken');
      // What the chair hid, its author may still take back.
      const hidden = refusal === 'verkeerde_toestand' && c.post.row.status === 'verborgen';
      return hidden || !refusal ? (clean(c.args.reden) ? null : 'ongeldig') : refusal;
    },
    apply: (m, c) => takeAway(m, c, 'ingetrokken', 'bijdrage.ingetrokken'),
  },
  'bijdrage.verbergen': {
    stream: inPostStream,
    refuse: (m, c) => moderateRefusal(m, c, 'bijdrage.verborgen', 'geplaatst', true),
    apply(m, c) {
      const reply = takeAway(m, c, 'verborgen', 'bijdrage.verborgen');
      m.notify(c, c.post.row.spreker.persoon, 'bijdrage_verborgen', `bijdrage:${c.post.row.id}`, clean(c.args.reden));
      return reply;
    },
  },
  'bijdrage.tonen': {
    stream: inPostStream,
    refuse: (m, c) => moderateRefusal(m, c, 'bijdrage.getoond', 'verborgen', false),
    apply(m, c) {
      c.post.row = row({ ...c.post.row, status: 'geplaatst', reden: undefined });
      const reply = bookPost(m, c, c.post, 'bijdrage.getoond');
      m.notify(c, c.post.row.spreker.persoon, 'bijdrage_getoond', `bijdrage:${c.post.row.id}`, clean(c.args.reden) ?? '—');
      return reply;
    },
  },
};
