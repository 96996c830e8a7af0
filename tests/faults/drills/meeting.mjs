// Twelve people hold a meeting of two hours on bad lines, at speed: lines are cut while they act, and
// come back. Everybody folds what reaches them, and ends with the same list of decisions, which is
// also the one of who reads the tafel anew.
import { Client, newKey } from '../../lib/client.mjs';
import { tokenOf, World } from '../../lib/world.mjs';
import { Site } from '../lib/site.mjs';
import { sleep } from '../lib/wait.mjs';

const MEMBERS = { Wil: 'vz', Wes: 'wz', Ona: 'vo', Oto: 'wo', Vik: 'vv', Cas: 'wc' };
const DEPUTIES = { Pim: 'vz', Roos: 'wz', Tess: 'vo', Udo: 'wo' };
const STEP = '150 seconds'; // of the meeting, between two acts of who leads it
const CUT = 0.35; // of the acts, in the middle of which the line goes
const GONE_MS = [20, 400];
const TRIES = 60;

// Seats for the deputies, whom the fixture world does not have.
const deputies = (names) =>
  Object.entries(DEPUTIES).map(([name, code]) => `
    DO $$ DECLARE p bigint := rule.persoon_vastleggen('${name}', true); BEGIN
      PERFORM rule.sessie_maken(p, proef.sessie('${name.toLowerCase()}'), rule.nu());
      PERFORM proef.noem('persoon_${name.toLowerCase()}', p);
      PERFORM proef.noem('${name.toLowerCase()}_namens', rule.vertegenwoordiging_vastleggen(p, ${names[`org_${code}`]}, 'Adviseur', false));
      PERFORM proef.doe('sem', 'zetel.toekennen', ${names.tafel}, jsonb_build_object('persoon', p::text,
        'deelname', '${names[`tafel_deelname_${code}`]}', 'rollen', '["plaatsvervanger"]'::jsonb));
    END $$;`).join('');

class Guest extends Client {
  constructor(server, name, chance, names) {
    super(server, tokenOf(name), name);
    Object.assign(this, { chance: chance.fork(name), tafel: names.tafel, plenary: `tafel:${names.tafel}`, state: {}, folded: 0, cuts: 0 });
    this.namens = names[`${name.toLowerCase()}_namens`];
  }

  async begin() {
    const { ok } = await this.askHttp({ do: 'tafel.momentopname', tafel: this.tafel });
    const { toestand, seq } = ok.stromen.find(({ stroom }) => stroom === this.plenary);
    Object.assign(this, { state: toestand, folded: seq });
    await this.connect();
    await this.follow(this.plenary, { since: seq, epoch: ok.epoch });
  }

  // As the browser does: replace or add by id.
  fold() {
    for (const { frame, content } of this.streams.get(this.plenary).unread.splice(0)) {
      if (frame.seq <= this.folded || content === null) continue;
      this.folded = frame.seq;
      for (const [list, rows] of Object.entries(content)) {
        const ids = new Set(rows.map(({ id }) => id));
        this.state[list] = [...(this.state[list] ?? []).filter(({ id }) => !ids.has(id)), ...rows];
      }
    }
  }

  async back() {
    while (!this.online) {
      await sleep(this.chance.between(...GONE_MS));
      await this.resume().catch(() => this.end());
    }
  }

  // Until it is certain what became of it; the line may go in the middle, the key stays the same.
  async act(verb, args) {
    const message = { do: verb, sleutel: newKey(), tafel: this.tafel, args, ...(this.namens ? { namens: this.namens } : {}) };
    for (let tries = 0; tries < TRIES; tries++) {
      await this.back();
      const answer = this.ask(message);
      if (this.chance.hits(CUT)) {
        await sleep(this.chance.between(0, 8));
        if (this.online) this.cut();
        this.cuts++;
      }
      const { ok, error, gone } = await answer;
      if (gone) continue;
      if (error) throw new Error(`${this.name}: ${verb} was refused as ${error.code}`);
      return ok;
    }
    throw new Error(`${this.name}: ${verb} has no outcome after ${TRIES} tries`);
  }

  async upTo(seq) {
    await this.back();
    await this.until(() => this.streams.get(this.plenary).seq >= seq, `event ${seq}`);
    this.fold();
  }
}

// What a list of decisions is made of, as src/browser/src/state/bijeenkomsten.ts picks it.
function listOf(state, bijeenkomst) {
  const here = (rows) => (rows ?? []).filter((row) => row.bijeenkomst === bijeenkomst).sort((a, b) => a.id - b.id);
  return JSON.stringify({
    bijeenkomst: state.bijeenkomsten.find(({ id }) => id === bijeenkomst),
    agenda: here(state.agendapunten), besluiten: here(state.besluiten), actiepunten: here(state.actiepunten),
    toezeggingen: here(state.toezeggingen), aanwezig: here(state.aanwezigheden),
  }, (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));
}

const agenda = [
  { soort: 'ter_kennisname', titel: 'Mededelingen' },
  { soort: 'ter_besluitvorming', titel: 'De poule' },
  { soort: 'ter_bespreking', titel: 'Woordvoering' },
  { soort: 'hamerstuk', titel: 'De planning' },
];

class Meeting {
  constructor(drill, people) {
    Object.assign(this, { drill, people, chance: drill.chance.fork('meeting') });
    [this.vera, this.sem] = [people.get('Vera'), people.get('Sem')];
    this.others = [...people.values()].filter(({ namens }) => namens);
  }

  // The clock of the meeting goes on between two acts of who leads it.
  async lead(who, verb, args) {
    this.drill.world.moveClock(STEP);
    return who.act(verb, args);
  }

  // Several ask at once; they get it in the order of the queue.
  async talk() {
    const speakers = this.chance.deal(this.others, this.chance.between(3, 6));
    const turns = await Promise.all(speakers.map((who) => who.act('spreekbeurt.vragen', { bijeenkomst: this.id, soort: this.chance.hits(0.2) ? 'punt_van_orde' : 'spreekbeurt' })));
    for (const { id } of turns) await this.lead(this.vera, 'spreekbeurt.geven', { spreekbeurt: id });
    await this.sem.act('spreekbeurt.afronden', { spreekbeurt: turns.at(-1).id });
  }

  async decide(titel) {
    const { id: besluit } = await this.sem.act('besluit.opstellen', { soort: 'conclusie', titel, tekst: `De tafel wil dit: ${titel}.` });
    await this.lead(this.sem, 'besluit.voorleggen', { besluit });
    await this.others[0].act('besluit.stemming-vragen', { besluit });
    const { id: stemming } = await this.vera.act('stemming.openen', { besluit, methode: 'eenvoudig' });
    await Promise.all(['Wil', 'Wes', 'Ona'].map((name) => this.people.get(name).act('stem.uitbrengen', { stemming, keuze: 'voor' })));
    await this.lead(this.vera, 'stemming.sluiten', { stemming });
  }

  async break() {
    await this.people.get('Wes').act('bijeenkomst.schorsing-vragen', { bijeenkomst: this.id });
    await this.lead(this.vera, 'bijeenkomst.schorsen', { bijeenkomst: this.id, minuten: 10 });
    await this.lead(this.vera, 'bijeenkomst.hervatten', { bijeenkomst: this.id });
  }

  async hold(names) {
    const hence = (hours) => new Date(Date.parse(names.nu) + hours * 3600000).toISOString();
    const voor = hence(720);
    this.id = (await this.sem.act('bijeenkomst.plannen', { titel: 'Twee uur', begint: hence(1), agenda })).id;
    await Promise.all(this.others.map((who) => who.act('aanwezigheid.melden', { bijeenkomst: this.id, komt: true })));
    await this.vera.act('bijeenkomst.openen', { bijeenkomst: this.id });
    const personen = [...this.people.keys()].map((name) => ({ persoon: names[`persoon_${name.toLowerCase()}`], aanwezig: this.chance.hits(0.9) }));
    await this.sem.act('aanwezigheid.noteren', { bijeenkomst: this.id, personen, gasten: [{ naam: 'Een gast' }] });
    await this.sem.upTo(0);
    const items = this.sem.state.agendapunten.filter(({ bijeenkomst }) => bijeenkomst === this.id).sort((a, b) => a.nummer - b.nummer);
    for (const [i, { id: agendapunt, soort }] of items.entries()) {
      await this.lead(this.vera, 'agendapunt.behandelen', { agendapunt });
      await this.talk();
      if (soort === 'ter_besluitvorming') await this.decide('Een poule');
      if (i === 1) await this.break();
      await this.talk();
      await this.sem.act('actiepunt.noteren', { wat: `Werk bij punt ${i + 1}.`, organisatie: names.org_vz, voor, agendapunt });
      if (i < items.length - 1) await this.lead(this.sem, 'agendapunt.afronden', { agendapunt, status: 'behandeld', uitkomst: `Punt ${i + 1} is besproken.` });
    }
    await this.sem.act('toezegging.voorstellen', { organisatie: names.org_vz, tekst: 'Twintig mensen.', voor });
    return this.lead(this.vera, 'bijeenkomst.sluiten', { bijeenkomst: this.id });
  }
}

export async function meeting(drill) {
  drill.world = new World('vergadering');
  drill.world.sql(`SELECT proef.treed_toe('tafel', 'vik', 'vv'), proef.treed_toe('tafel', 'cas', 'wc')`);
  drill.world.sql(deputies(drill.world.names()));
  drill.sites = [new Site({ world: drill.world, workers: drill.workers, env: drill.env })];
  await drill.site.start();
  const names = { ...drill.world.names(), nu: drill.world.value('SELECT rule.tijd(rule.nu())') };
  const people = new Map(['Vera', 'Sem', ...Object.keys(MEMBERS), ...Object.keys(DEPUTIES)].map((name) => [name, new Guest(drill.site, name, drill.chance, names)]));
  for (const who of people.values()) await who.begin();
  const held = new Meeting(drill, people);
  const since = Date.now();
  const { seq } = await held.hold(names);
  for (const who of people.values()) await who.upTo(seq);
  const anew = new Guest(drill.site, 'Vera', drill.chance, names);
  await anew.begin();
  const lists = [...people.values(), anew].map(({ name, state }) => ({ name, list: listOf(state, held.id) }));
  for (const { name, list } of lists) drill.demand(list === lists[0].list, 'state', `${name} has another list than ${lists[0].name}:\n${list}\n${lists[0].list}`);
  const cuts = [...people.values()].reduce((sum, { cuts: n }) => sum + n, 0);
  drill.demand(cuts > people.size, 'liveness', `only ${cuts} lines were cut`);
  drill.demand(/"besluiten":\[\{.*"uitkomst":"aangenomen"/.test(lists[0].list), 'state', 'nothing was decided');
  const minutes = drill.world.value(`SELECT round(extract(epoch FROM gesloten_op - geopend_op) / 60) FROM spr.bijeenkomst WHERE id = ${held.id}`);
  drill.say(`a meeting of ${minutes} minutes held by ${people.size} people in ${((Date.now() - since) / 1000).toFixed(0)} s, ${cuts} lines cut, ${seq} events, one list of decisions`);
  for (const who of [...people.values(), anew]) who.end();
  await drill.close();
}
