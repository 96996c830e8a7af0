// One game: a world, a server, people who give random commands by both doors, and the model that
// says beforehand what comes of each. The same seed plays the same game.
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '../../lib/client.mjs';
import { Server } from '../../lib/server.mjs';
import { World } from '../../lib/world.mjs';
import { Chance } from '../../faults/lib/chance.mjs';
import { enter } from './cast.mjs';
import { Dealer } from './deal.mjs';
import { fallSilent, unanswered } from '../rules/achterban.mjs';
import { lapse, lapses } from '../rules/keuze.mjs';
import { expire, runOut } from '../rules/knelpunt.mjs';
import { Model } from './model.mjs';
import { Readers } from './readers.mjs';
import { mayRead, repsToday } from './rights.mjs';
import { demandSame, Difference } from './same.mjs';
import { addDays, plus } from './time.mjs';

const LINES = 6; // people with a WebSocket
const DRAWS = 30; // of one command, to find one that the model allows
const NAMES = 24; // of commands, until one is found
const READ_EACH_MS = 5000; // how often somebody may say how far they read
const JUMPS = 40;
const PAGE = 200; // events of one command, at most
const TRIES = 60;
const WAIT_MS = 50;

// How often each command is dealt.
const WEIGHTS = {
  'tafel.aanmaken': 2, 'tafel.openen': 4, 'tafel.opschorten': 1, 'tafel.hervatten': 4, 'tafel.sluiten': 0.5,
  'deelname.uitnodigen': 7, 'deelname.toetreden': 8, 'deelname.opschorten': 1.5, 'deelname.uittreden': 1,
  'zetel.toekennen': 7, 'zetel.intrekken': 2, 'ronde.plannen': 3, 'ronde.openen': 4, 'ronde.sluiten': 2,
  'gesprek.punt-noteren': 10, 'gesprek.samenvatten': 5, 'gesprek.ontheffen': 1.5, 'synthese.ordenen': 4, 'synthese.bevestigen': 2,
  'onderwerp.openen': 7, 'onderwerp.sluiten': 2, 'onderwerp.heropenen': 2, 'bijdrage.plaatsen': 18, 'bijdrage.herzien': 8,
  'bijdrage.intrekken': 4, 'bijdrage.verbergen': 5, 'bijdrage.tonen': 3, 'leesstand.zetten': 3,
  'knelpunt.melden': 5, 'knelpunt.herzien': 4, 'knelpunt.afhandelen': 1.5,
  'keuzevraag.inbrengen': 5, 'keuzevraag.gevolgen-vragen': 5, 'keuzevraag.besluitrijp-maken': 3, 'keuzevraag.intrekken': 0.6, 'gevolg.geven': 10, 'gevolg.passeren': 5,
  'standpunt.innemen': 5, 'besluit.opstellen': 9, 'besluit.voorleggen': 16, 'besluit.stemming-vragen': 3, 'besluit.concluderen': 3, 'besluit.intrekken': 1,
  'stemming.openen': 16, 'stem.uitbrengen': 45, 'stemming.sluiten': 4, 'stemming.afbreken': 0.8,
  'bijeenkomst.plannen': 2, 'bijeenkomst.openen': 2, 'bijeenkomst.schorsing-vragen': 2, 'bijeenkomst.schorsen': 1.5, 'bijeenkomst.hervatten': 4, 'bijeenkomst.sluiten': 1.5, 'bijeenkomst.afgelasten': 0.4,
  'spreekbeurt.vragen': 2, 'spreekbeurt.geven': 1.5, 'spreekbeurt.afronden': 1, 'aanwezigheid.melden': 1, 'aanwezigheid.noteren': 1, 'actiepunt.noteren': 1.5, 'actiepunt.afronden': 1,
  'agendapunt.behandelen': 2, 'agendapunt.afronden': 2,
  'toezegging.voorstellen': 5, 'toezegging.aanvaarden': 6, 'toezegging.melden': 7, 'bedenking.indienen': 6, 'bedenking.beantwoorden': 4, 'bedenking.afdoen': 5,
  'achterban.melden': 7, 'achterban.beantwoorden': 9, 'uitvoerbaarheid.toetsen': 7, 'uitvoerbaarheid.passeren': 5, 'aantekening.plaatsen': 4, 'ondertekening.zetten': 5, 'besluit.evalueren': 3,
};

// A seed may begin with the name of a theme: what that is about is dealt more, so that long chains
// come about, and the rest less.
export const TALK = { 'ronde.plannen': 0.3, 'ronde.openen': 0.3, 'gesprek.punt-noteren': 0.2, 'gesprek.samenvatten': 0.2, 'synthese.ordenen': 0.2, 'onderwerp.openen': 0.3, 'bijdrage.plaatsen': 0.2, 'bijdrage.herzien': 0.2, 'bijdrage.verbergen': 0.2, 'knelpunt.melden': 0.5, 'knelpunt.herzien': 0.3, 'deelname.toetreden': 3, 'tafel.openen': 2, 'tafel.opschorten': 0.2, 'tafel.sluiten': 0.2 };
export const THEMES = {
  gesproken: {},
  besloten: { ...TALK, 'besluit.opstellen': 2, 'besluit.voorleggen': 2, 'besluit.concluderen': 8, 'besluit.stemming-vragen': 0.5, 'stemming.openen': 1.5, 'stemming.sluiten': 2, 'achterban.melden': 4, 'achterban.beantwoorden': 6, 'ondertekening.zetten': 3, 'besluit.evalueren': 2, 'toezegging.aanvaarden': 3 },
  vergaderd: { ...TALK, 'bijeenkomst.plannen': 8, 'bijeenkomst.openen': 20, 'bijeenkomst.schorsing-vragen': 6, 'bijeenkomst.schorsen': 25, 'bijeenkomst.sluiten': 3, 'spreekbeurt.vragen': 6, 'spreekbeurt.geven': 6, 'spreekbeurt.afronden': 3, 'aanwezigheid.melden': 3, 'aanwezigheid.noteren': 4, 'actiepunt.noteren': 4, 'actiepunt.afronden': 4, 'agendapunt.behandelen': 6, 'agendapunt.afronden': 6, 'besluit.concluderen': 4 },
};
// Where a themed game begins: one tafel with parties and seats, so that its steps go to the theme.
const times = (n, name) => Array.from({ length: n }, () => name);
export const BEGIN = ['tafel.aanmaken', ...times(8, 'deelname.uitnodigen'), 'tafel.openen', ...times(3, 'zetel.toekennen'), 'tafel.openen', ...times(3, 'zetel.toekennen'), 'tafel.openen', ...times(6, 'deelname.toetreden'), ...times(8, 'zetel.toekennen'), ...times(2, 'keuzevraag.inbrengen')];
// Members are asked before the vote and answer after it, so that votes are counted again.
const DECIDING = [...times(2, 'besluit.opstellen'), ...times(2, 'besluit.voorleggen'), ...times(3, 'achterban.melden'), 'stemming.openen', ...times(8, 'stem.uitbrengen'), 'stemming.sluiten', 'besluit.concluderen', ...times(3, 'achterban.beantwoorden')];
const BEGINS = { besloten: [...BEGIN, ...times(2, 'keuzevraag.gevolgen-vragen'), 'keuzevraag.besluitrijp-maken', ...DECIDING], vergaderd: [...BEGIN, 'bijeenkomst.plannen'] };
const SURE = 400; // draws for each of these
const LIVING = 4; // tafels at once, that are not closed
const TAFELS = 12;

export class Game {
  // favour: commands that are dealt so much more often than usual; first: with which it begins.
  constructor({ seed, breakRules, favour = {}, first }) {
    const [theme] = seed.split('-');
    Object.assign(this, { seed, breakRules, favour: { ...THEMES[theme], ...favour }, first: [...(first ?? BEGINS[theme] ?? [])] });
    this.chance = new Chance(seed);
    this.counts = { commands: 0, done: 0, refused: 0, again: 0, codes: new Map(), done_by: new Map() };
    this.lastRead = new Map();
    this.jumped = 0;
    this.step = 0;
  }

  async open() {
    this.world = new World('model');
    this.breakRules?.(this.world);
    this.model = new Model(enter(this.world));
    this.server = new Server({ world: this.world, env: { SPR_LIMIT_STREAMS: '4096' } });
    await this.server.start();
    const people = [...this.model.persons.values()];
    this.clients = new Map(people.map((person) => [person.id, new Client(this.server, person.token, person.name)]));
    const firstTafel = BigInt(this.world.value('SELECT max(id) FROM spr.tafel')) + 1n;
    this.readers = new Readers({ model: this.model, clients: this.clients, chance: this.chance.fork('readers'), firstTafel });
    this.dealer = new Dealer(this.model, this.chance.fork('deal'));
    const lines = this.chance.fork('lines');
    this.lines = lines.deal(people.filter(({ loggedIn }) => loggedIn), people.length - 1).slice(0, LINES);
    for (const person of this.lines) await this.clients.get(person.id).connect();
  }

  async close() {
    for (const client of this.clients?.values() ?? []) client.end();
    try {
      await this.server?.stop();
    } finally {
      this.world?.drop();
    }
  }

  // ---- what happens

  async play() {
    this.step++;
    if (this.chance.hits(0.012) && this.jumped < JUMPS) return this.jump();
    if (this.chance.hits(0.006)) return this.endMandate();
    if (this.chance.hits(0.006)) return this.newMandate();
    if (this.chance.hits(0.06) && this.past?.length > 0) return this.replay();
    if (this.chance.hits(0.03)) return this.closeKey();
    await this.give(this.deal());
  }

  newKey() {
    return `model-${this.seed}-${this.step}-sleutel`.slice(-60);
  }

  drawName() {
    const living = [...this.model.tafels.values()].filter(({ row }) => row.status !== 'afgesloten').length;
    const more = living < LIVING && this.model.tafels.size < TAFELS;
    const names = Object.keys(WEIGHTS).filter((name) => name !== 'tafel.aanmaken' || more);
    const weight = (name) => WEIGHTS[name] * (this.favour[name] ?? 1);
    let left = this.chance.next() * names.reduce((sum, name) => sum + weight(name), 0);
    return names.find((name) => (left -= weight(name)) < 0) ?? names[0];
  }

  // Mostly something that the model allows, when a few hundred draws find it.
  deal() {
    if (this.first.length > 0) return this.dealUntil([this.first.shift()], SURE);
    if (this.model.tafels.size === 0) return this.dealUntil(['tafel.aanmaken'], DRAWS);
    if (this.chance.hits(0.3)) return this.dealUntil([this.drawName()], 1);
    return this.dealUntil(Array.from({ length: NAMES }, () => this.drawName()), DRAWS);
  }

  dealUntil(names, draws) {
    let c;
    for (const doe of names)
      for (let i = 0; i < draws; i++) {
        c = this.dealer.command(doe, this.newKey());
        if (this.model.judge({ ...c }) === null) return c;
      }
    return c;
  }

  async ask(c) {
    const client = this.clients.get(c.person);
    const message = { do: c.doe, sleutel: c.sleutel, args: c.args };
    if (c.namens !== undefined) message.namens = c.namens;
    if (c.tafelId !== undefined) message.tafel = c.tafelId;
    const byLine = client.online && this.chance.fork(`door ${this.step}`).hits(0.6);
    return byLine ? client.ask(message) : client.askHttp(message);
  }

  // The model says first; then the server; then both must agree.
  async give(c) {
    const want = this.model.judge(c);
    if (want === null && this.unseen(c)) return;
    const sent = Date.now();
    const reply = await this.ask(c);
    const got = reply.error?.code ?? (reply.ok ? null : 'closed');
    this.counts.commands++;
    if (c.doe === 'leesstand.zetten' && got === 'te_druk') return this.throttled(c, want, sent);
    const said = `${c.doe} by ${this.model.persons.get(c.person).name} (namens ${c.namens ?? '-'}, tafel ${c.tafelId ?? '-'}) ${JSON.stringify(c.args)}`;
    demandSame(want ?? 'ok', got ?? 'ok', said);
    this.count(c, got);
    if (got !== null) return;
    await this.learn(c, reply.ok);
    demandSame(this.model.apply(c), reply.ok, `reply to ${said}`);
    if (c.doe === 'leesstand.zetten') this.lastRead.set(c.person, { sent, heard: Date.now() });
    const record = { ...c, reply: reply.ok };
    this.model.keys.set(`${c.person}/${c.sleutel}`, record);
    (this.past ??= []).push(record);
  }

  count({ doe }, code) {
    const { codes, done_by: done } = this.counts;
    if (code === null) done.set(doe, (done.get(doe) ?? 0) + 1);
    else codes.set(code, (codes.get(code) ?? 0) + 1);
    this.counts[code === null ? 'done' : 'refused']++;
  }

  // How far one read is taken once in five seconds, whatever is asked; what lies too near to tell is
  // let through. Who may not ask at all is told so before the clock is looked at.
  throttled(c, want, sent) {
    const last = this.lastRead.get(c.person);
    const sure = last !== undefined && Date.now() - last.sent < READ_EACH_MS;
    const possible = last !== undefined && sent - last.heard < READ_EACH_MS;
    if ([null, 'niet_gevonden'].includes(want) && (sure || possible)) return this.count(c, 'te_druk');
    throw new Difference(`leesstand.zetten: the model says ${want ?? 'ok'}, the server te_druk`);
  }

  // When it happened, and which numbers were given: from the first event of the command.
  async learn(c, ok) {
    c.reply = ok;
    c.nu = this.model.now;
    if (!ok.stroom) return;
    demandSame(this.model.streamOf(c), ok.stroom, `stream of the reply to ${c.doe}`);
    if (c.nothing) return; // done before: the reply points back
    const frames = await this.lookUp(ok.stroom, c.person);
    const frame = frames.find(({ seq }) => seq === ok.seq);
    if (!frame) throw new Difference(`${c.doe}: no new event at ${ok.seq} of ${ok.stroom}`);
    c.seen = JSON.parse(frame.inhoud);
    c.all = frames.map(({ inhoud }) => JSON.parse(inhoud));
    c.nu = JSON.parse(frames[0].leaf).at;
    if (c.nu <= this.model.now) throw new Difference(`${c.doe} happened at ${c.nu}, before ${this.model.now}`);
  }

  readersOf(stroom) {
    return [...this.model.persons.values()].filter((person) => person.loggedIn && mayRead(this.model, person, stroom)).map(({ id }) => id);
  }

  // What is recorded for a party that nobody speaks for any more, nobody here can read, so its number
  // and moment would stay unknown.
  unseen(c) {
    const stream = c.tafel && this.model.streamOf(c);
    return stream?.startsWith('organisatie:') && this.readersOf(stream).length === 0;
  }

  // The events of a stream that the model does not have yet, as somebody reads them who may. The
  // server may be busy with the clock: then they come a moment later.
  async lookUp(stroom, first) {
    const known = this.model.events(stroom).length;
    const readers = this.readersOf(stroom);
    let last = 'nothing asked';
    for (let tries = 0; tries < TRIES; tries++) {
      for (const id of new Set(first ? [first, ...readers] : readers)) {
        const { ok, error } = await this.clients.get(id).askHttp({ do: 'stroom.lezen', args: { stroom, na: known, hoogstens: PAGE } });
        if (ok?.gebeurtenissen[0]?.seq === known + 1 && ok.gebeurtenissen[0].inhoud !== null) return ok.gebeurtenissen;
        last = `${id}: ${error?.code ?? JSON.stringify(ok)?.slice(0, 300)}`;
      }
      await sleep(WAIT_MS);
    }
    throw new Difference(`nobody who may read ${stroom} gets its event ${known + 1}; the last answer, to ${last}`);
  }

  // ---- keys

  // The same key again: the same request has the same answer, another one is refused.
  async replay() {
    const old = this.chance.pick(this.past);
    const c = { ...old };
    if (this.chance.hits(0.3)) Object.assign(c, { args: { ...old.args, tekst: 'anders' }, request: 'another' });
    if (this.chance.hits(0.15)) Object.assign(c, { person: this.chance.pick([...this.model.persons.keys()]) });
    if (c.person !== old.person) return; // another person's key is another key: nothing to say here
    const known = this.model.keys.get(`${c.person}/${c.sleutel}`);
    if (c.request !== known.request && !/^(gesprek\.punt-noteren|bijdrage\.herzien)$/.test(c.doe)) return;
    const want = this.model.judge(c);
    const reply = await this.ask(c);
    demandSame(want ?? 'ok', reply.error?.code ?? 'ok', `${c.doe} again with a known key ${JSON.stringify(c.args)}`);
    if (want === null) demandSame(old.reply, reply.ok, `${c.doe} again with its key`);
    this.counts.again++;
  }

  async closeKey() {
    const person = this.chance.pick([...this.model.persons.values()].filter(({ loggedIn }) => loggedIn));
    const mine = (this.past ?? []).filter((c) => c.person === person.id);
    const dicht = mine.length > 0 && this.chance.hits(0.5) ? this.chance.pick(mine).sleutel : this.newKey().replace('model', 'dicht');
    const c = { doe: 'sleutel.afsluiten', person: person.id, sleutel: this.newKey(), args: { sleutel: dicht } };
    const reply = await this.ask(c);
    const known = this.model.keys.get(`${person.id}/${dicht}`);
    const { antwoord, ...rest } = reply.ok ?? {};
    demandSame({ uitkomst: known?.reply ? 'gedaan' : 'afgesloten' }, rest, 'sleutel.afsluiten');
    demandSame(known?.reply, antwoord === undefined ? undefined : JSON.parse(antwoord), 'answer of a closed key');
    if (known) return;
    this.model.keys.set(`${person.id}/${dicht}`, {});
    const late = { ...this.dealUntil([this.drawName()], 1), person: person.id, sleutel: dicht };
    demandSame('sleutel_afgesloten', (await this.ask(late)).error?.code, `${late.doe} with a closed key`);
    this.counts.again++;
  }

  // ---- what no command brings about

  // The clock goes on; sessions are kept alive, because this is about the tafel.
  async jump() {
    const days = this.chance.pick([1, 1, 2, 8]);
    this.jumped++;
    this.world.sql(`BEGIN; SELECT proef.verzet_klok('${days} days');
      UPDATE spr.sessie SET gezien = rule.nu(), verloopt = rule.nu() + interval '7 days' WHERE geeindigd IS NULL; COMMIT`);
    this.world.tick();
    this.model.today = addDays(this.model.today, days);
    this.model.now = plus(this.model.now, days * 86400 * 1e6);
    for (const read of this.lastRead.values()) Object.assign(read, { sent: 0, heard: 0 });
    await this.lapse();
  }

  // Terms that passed: when, is learned from the events that the server brought by itself.
  async lapse() {
    for (const tafel of this.model.tafels.values()) {
      const stroom = `tafel:${tafel.id}`;
      for (const term of lapses(this.model, tafel)) {
        const [frame] = await this.lookUp(stroom);
        const { at } = JSON.parse(frame.leaf);
        lapse(this.model, tafel, term, at);
        if (at > this.model.now) this.model.now = at;
      }
      for (const besluit of unanswered(this.model, tafel)) {
        const [frame] = await this.lookUp(stroom);
        const { at } = JSON.parse(frame.leaf);
        fallSilent(this.model, tafel, besluit, at, JSON.parse(frame.inhoud).besluiten[0].uitkomstOp);
        if (at > this.model.now) this.model.now = at;
      }
      for (const knelpunt of runOut(this.model, tafel)) {
        const [frame] = await this.lookUp(stroom);
        const { at } = JSON.parse(frame.leaf);
        expire(this.model, tafel, knelpunt, at, JSON.parse(frame.inhoud).knelpunten[0].verstrekenOp);
        if (at > this.model.now) this.model.now = at;
      }
    }
  }

  // Somebody speaks for an organisation until today, or no longer since yesterday.
  endMandate() {
    const open = [...this.model.persons.values()].flatMap((person) => repsToday(this.model, person)).filter(({ to }) => to === null);
    if (open.length < 6) return;
    const rep = this.chance.pick(open);
    rep.to = addDays(this.model.today, this.chance.hits(0.5) ? 0 : -1);
    if (rep.to < rep.from) rep.to = this.model.today;
    this.world.value(`SELECT rule.vertegenwoordiging_beeindigen(${rep.id}, '${rep.to}')`);
  }

  newMandate() {
    const person = this.chance.pick([...this.model.persons.values()]);
    const org = this.chance.pick([...this.model.orgs.keys()]);
    if (person.reps.some((rep) => rep.org === org)) return;
    const signs = this.chance.hits(0.5);
    const id = this.world.value(`SELECT rule.vertegenwoordiging_vastleggen(${person.id}, ${org}, 'Functie', ${signs})`);
    person.reps.push({ id, org, signs, from: this.model.today, to: null });
  }

  // ---- looking

  async look(share) {
    for (const person of this.lines) await this.readers.checkLine(this.clients.get(person.id), person);
    await this.readers.check(share);
    for (const person of this.lines) await this.readers.follow(this.clients.get(person.id), person);
  }
}
