// What every reader gets is held against the model: events over HTTP and over the line, snapshots,
// lists; and each snapshot with the events after it must give the next one (P5).
import { checkContent } from '../../lib/checker.mjs';
import { checkEvent } from '../../lib/chain.mjs';
import { mayRead, placeOf, readRight, streamsOf } from './rights.mjs';
import { demandSame, Difference } from './same.mjs';
import { fold, foundShown, listOf, snapshotOf, stretch, threadShown, versionsShown } from './view.mjs';

const AT_ONCE = 6;
const SOUGHT = ['uitval', 'geld', 'plan', 'ruimte']; // words with one form and no other of their stem
const PAGE = 1000;
const CLOSED = 0.25; // of the streams that somebody may not read are tried, at each look

// In small groups: nothing is written meanwhile.
async function each(list, act) {
  const waiting = [...list];
  const lane = async () => {
    for (let next; (next = waiting.shift()) !== undefined; ) await act(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

const eventShown = ({ at, soort, ref, inhoud, absent, door }) => ({ at, soort, ref, inhoud, afwezig: absent, door });

// As somebody heard it when it came, which may be long ago: whole, or absent for a reason of then.
function eventHeard(event, afwezig) {
  if (afwezig === null) return eventShown({ ...event, inhoud: event.first, absent: null });
  return eventShown(event.reasons.includes(afwezig) ? { ...event, absent: afwezig } : event);
}

function eventGot(frame, leaf) {
  return { at: leaf.at, soort: leaf.soort, ref: leaf.ref, inhoud: frame.inhoud === null ? null : JSON.parse(frame.inhoud), afwezig: frame.afwezig, door: JSON.parse(frame.door) };
}

export class Readers {
  constructor({ model, clients, chance, firstTafel }) {
    Object.assign(this, { m: model, clients, chance, firstTafel });
    this.kept = new Map(); // `person/tafel` → an earlier snapshot
    this.figures = { snapshots: 0, streams: 0, events: 0, followed: 0, closed: 0, steps: 0 };
  }

  // People drawn by chance, or everybody.
  async check(share) {
    const people = [...this.m.persons.values()].filter(({ loggedIn }) => loggedIn).filter(() => this.chance.hits(share));
    await each(people, async (person) => {
      await this.checkList(person);
      for (const tafel of this.m.tafels.values()) {
        await this.checkSnapshot(person, tafel);
        await this.checkPages(person, tafel);
        await this.checkSearch(person, tafel);
      }
      for (const stream of this.streams(person)) if (readRight(this.m, person, stream) || this.chance.hits(CLOSED)) await this.checkStream(person, stream);
    });
    for (const client of this.clients.values()) if (client.fault) throw client.fault;
  }

  streams(person) {
    const other = this.chance.pick([...this.m.persons.keys()]);
    return [...[...this.m.tafels.values()].flatMap(streamsOf), `persoon:${person.id}`, `persoon:${other}`, `organisatie:${this.chance.pick([...this.m.orgs.keys()])}`, 'register', 'toegang', 'tafel:01', 'kamer:999999'];
  }

  async checkList(person) {
    const reply = await this.clients.get(person.id).askHttp({ do: 'tafel.lijst' });
    const got = reply.ok.tafels.filter(({ tafel }) => BigInt(tafel.id) >= this.firstTafel).map(({ tafel, rollen, ongelezen, uitnodiging }) => ({ id: tafel.id, status: tafel.status, reden: tafel.reden, rollen, ongelezen, uitnodiging }));
    demandSame(listOf(this.m, person), got.reverse(), `tafel.lijst of ${person.name}`);
  }

  // A page of a thread, and the history of a post, drawn by chance.
  async checkPages(person, tafel) {
    const client = this.clients.get(person.id);
    const most = this.chance.between(1, 8);
    for (const onderwerp of this.draw(tafel.onderwerpen)) {
      const page = await client.askHttp({ do: 'onderwerp.bijdragen', args: { onderwerp, hoogstens: most } });
      demandSame(threadShown(this.m, person, tafel, onderwerp, most) ?? 'niet_gevonden', page.ok ?? page.error.code, `onderwerp ${onderwerp} for ${person.name}`);
    }
    for (const bijdrage of this.draw(tafel.bijdragen)) {
      const versions = await client.askHttp({ do: 'bijdrage.versies', args: { bijdrage } });
      demandSame(versionsShown(this.m, person, tafel.bijdragen.get(bijdrage)) ?? 'niet_gevonden', versions.ok ?? versions.error.code, `versions of ${bijdrage} for ${person.name}`);
    }
  }

  async checkSearch(person, tafel) {
    const zoek = this.chance.pick(SOUGHT);
    const most = this.chance.between(1, 8);
    const found = await this.clients.get(person.id).askHttp({ do: 'bijdrage.zoeken', tafel: tafel.id, args: { zoek, hoogstens: most } });
    demandSame(foundShown(this.m, person, tafel, zoek, most) ?? 'niet_gevonden', found.ok ?? found.error.code, `posts with ${zoek} at ${tafel.id} for ${person.name}`);
  }

  draw(map) {
    const ids = [...map.keys()];
    return ids.length > 0 ? [this.chance.pick(ids)] : [];
  }

  // ---- streams

  async checkStream(person, stream) {
    const what = `${stream} as ${person.name} reads it`;
    const reply = await this.clients.get(person.id).askHttp({ do: 'stroom.lezen', args: { stroom: stream, hoogstens: PAGE } });
    this.figures.streams++;
    const seen = stretch(this.m, person, stream);
    if (!seen) this.figures.closed++;
    demandSame(seen ? 'ok' : 'niet_gevonden', reply.error?.code ?? 'ok', what);
    if (!seen || ['register', 'toegang'].includes(stream)) return;
    const { na, kop, h, gebeurtenissen } = reply.ok;
    demandSame({ na: seen.first, kop: Math.max(seen.first, seen.last) }, { na, kop: Math.max(na, kop) }, what);
    const got = this.chained(gebeurtenissen, { seq: na, h });
    const want = this.m.events(stream).slice(seen.first, seen.last).slice(0, PAGE);
    demandSame(want.map(eventShown), got, what);
    this.figures.events += got.length;
  }

  chained(frames, before) {
    return frames.map((frame) => {
      const leaf = checkEvent(frame, before);
      Object.assign(before, { seq: frame.seq, h: frame.h });
      checkContent(frame, leaf);
      return eventGot(frame, leaf);
    });
  }

  // ---- snapshots

  async checkSnapshot(person, tafel) {
    const what = `snapshot of ${tafel.id} for ${person.name}`;
    const reply = await this.clients.get(person.id).askHttp({ do: 'tafel.momentopname', tafel: tafel.id });
    const want = snapshotOf(this.m, person, tafel);
    demandSame(want ? 'ok' : 'niet_gevonden', reply.error?.code ?? 'ok', what);
    if (!want) return;
    this.figures.snapshots++;
    const byName = (a, b) => (a.stroom < b.stroom ? -1 : 1);
    const { tafel: id, ik, leesstanden } = reply.ok;
    const stromen = reply.ok.stromen.map(({ h: _, ...rest }) => rest).sort(byName);
    demandSame({ ...want, stromen: want.stromen.sort(byName) }, { tafel: id, ik, leesstanden, stromen }, what);
    const key = `${person.id}/${tafel.id}`;
    const kept = this.kept.get(key);
    if (kept) await this.checkSteps(person, kept, reply.ok);
    // Kept for a while by chance, so that n and m lie at all distances.
    if (!kept || this.chance.hits(0.5)) this.kept.set(key, { ...reply.ok, begins: new Map(stromen.map(({ stroom }) => [stroom, readRight(this.m, person, stroom).from])) });
  }

  // snapshot@n + events n+1…m = snapshot@m, stream by stream.
  async checkSteps(person, before, after) {
    for (const then of before.stromen) {
      const now = after.stromen.find(({ stroom }) => stroom === then.stroom);
      // A right that ended, or began anew meanwhile, shows another stretch.
      if (!now || !mayRead(this.m, person, then.stroom) || readRight(this.m, person, then.stroom).from !== before.begins.get(then.stroom)) continue;
      const events = await this.eventsBetween(person, then, now);
      const start = { inhoud: then.toestand };
      const got = fold([start, ...events]);
      demandSame(this.trimmed(got, now), fold([{ inhoud: now.toestand }]), `P5, ${then.stroom} for ${person.name}: snapshot@${then.seq} + events = snapshot@${now.seq}`);
      this.figures.steps++;
    }
  }

  // A snapshot holds the last posts of each thread; who followed has more.
  trimmed(state, now) {
    if (!state.bijdragen) return state;
    const oldest = new Map();
    for (const { onderwerp, id } of now.toestand.bijdragen ?? []) if (now.ouder?.includes(onderwerp) && !oldest.has(onderwerp)) oldest.set(onderwerp, BigInt(id));
    return { ...state, bijdragen: state.bijdragen.filter(({ onderwerp, id }) => BigInt(id) >= (oldest.get(onderwerp) ?? 0n)) };
  }

  async eventsBetween(person, { stroom, seq, h }, now) {
    const events = [];
    const before = { seq, h };
    while (before.seq < now.seq) {
      const { ok } = await this.clients.get(person.id).askHttp({ do: 'stroom.lezen', args: { stroom, na: before.seq, hoogstens: PAGE } });
      if (ok.gebeurtenissen.length === 0) throw new Difference(`${stroom} for ${person.name}: no events after ${before.seq}, and yet it ends at ${now.seq}`);
      events.push(...this.chained(ok.gebeurtenissen.filter((frame) => frame.seq <= now.seq), before));
    }
    if (before.h !== now.h) throw new Difference(`${stroom} for ${person.name}: the h of snapshot@${now.seq} is not that of its last event`);
    return events;
  }

  // ---- the line

  // Everything that followed streams brought is what the model says; ended rights have ended.
  async checkLine(client, person) {
    for (const [stream, following] of [...client.streams]) {
      const events = this.m.events(stream);
      const right = readRight(this.m, person, stream);
      if (right?.to === null) await client.until(() => !client.streams.has(stream) || following.seq >= events.length, `event ${events.length} of ${stream}`);
      else await client.until(() => !client.streams.has(stream), `the end of ${stream}`);
      for (const { frame, leaf } of following.unread.splice(0)) {
        if (right?.to === null) demandSame(eventHeard(events[frame.seq - 1], frame.afwezig), eventGot(frame, leaf), `${stream} ${frame.seq} on the line of ${person.name}`);
        this.figures.followed++;
      }
    }
    if (client.fault) throw client.fault;
  }

  // Streams that can be read now are followed from now on, each from a place by chance.
  async follow(client, person) {
    const there = this.streams(person).filter((stream) => placeOf(this.m, stream) && !['register', 'toegang'].includes(stream) && !client.streams.has(stream));
    for (const stream of there) {
      const seen = stretch(this.m, person, stream);
      const allowed = seen?.right.to === null;
      const epoch = client.welcome.epoch;
      const since = this.chance.between(0, seen && allowed ? seen.last : 0);
      const reply = await client.follow(stream, { epoch, since });
      demandSame(allowed ? 'ok' : 'niet_gevonden', reply.error?.code ?? 'ok', `subscribe of ${person.name} to ${stream}`);
      if (allowed) demandSame({ since: Math.max(since, seen.first), kop: seen.last }, { since: reply.ok.since, kop: reply.ok.kop }, `subscribe of ${person.name} to ${stream}`);
    }
  }
}
