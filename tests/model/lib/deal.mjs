// Random commands: mostly sensible ones, so that much comes about, and many that are wrong in one
// way or another. All chance comes from the game's seed; numbers are drawn by their place in a list,
// so the same seed deals the same whatever numbers the server gives.
import { CHOICES } from './choices.mjs';
import { MEETINGS } from './meetings.mjs';
import { FOLLOWED } from './followed.mjs';
import { addDays } from './time.mjs';
import { repsToday, streamsOf } from './rights.mjs';

const NOBODY = '999999'; // a number that nothing has
const WORDS = ['wij', 'zorg', 'mensen', 'ruimte', 'samen', 'uitval', 'oefenen', 'geld', 'morgen', 'cafe\u0301', 'ëxtra', 'plan'];
const SOORTEN = ['bijdrage', 'knelpunt', 'vraag', 'voorstel', 'feit', 'zorg'];
const SEATS = ['voorzitter', 'secretaris', 'vertegenwoordiger', 'plaatsvervanger', 'ondertekenaar', 'penvoerder', 'rapporteur', 'toehoorder', 'analist'];
const SIDES = ['werknemers', 'werkgevers', 'fonds', 'onafhankelijk'];
const VIA = ['mondeling', 'schriftelijk', 'telefonisch', 'papier'];

function isNear(m, person, tafel) {
  if (!tafel) return person.roles.length > 0;
  const seated = [...tafel.zetels.values()].some(({ row }) => row.persoon === person.id);
  return seated || [...tafel.deelnames.values()].some(({ row }) => person.reps.some(({ org }) => org === row.organisatie));
}

export class Dealer {
  constructor(model, chance) {
    Object.assign(this, { m: model, chance });
  }

  // ---- values

  hits(share) {
    return this.chance.hits(share);
  }

  pick(list) {
    return list.length > 0 ? this.chance.pick(list) : undefined;
  }

  maybe(share, make) {
    return this.hits(share) ? make() : undefined;
  }

  text(words = 6) {
    if (this.hits(0.03)) return ' \n ';
    const said = Array.from({ length: this.chance.between(1, words) }, () => this.pick(WORDS)).join(' ');
    return this.hits(0.1) ? `  ${said}\n` : said;
  }

  // An id from a map of the tafel; now and then of another tafel, or of nothing.
  id(tafel, list) {
    const from = this.hits(0.06) ? this.pick([...this.m.tafels.values()]) : tafel;
    return (this.hits(0.04) ? undefined : this.pick([...(from?.[list]?.keys() ?? [])])) ?? NOBODY;
  }

  person() {
    return this.hits(0.03) ? NOBODY : this.pick([...this.m.persons.keys()]);
  }

  org() {
    return this.hits(0.03) ? NOBODY : this.pick([...this.m.orgs.keys()]);
  }

  sector() {
    return this.pick([...this.m.sectors.keys()]);
  }

  // A moment at which something happened at this tafel, or one that is yet to come.
  moment(tafel) {
    if (this.hits(0.15)) return `${addDays(this.m.today, 400)}T10:00:00.000000Z`;
    return this.pick(this.m.events(`tafel:${tafel?.id}`))?.at ?? this.m.now;
  }

  reason() {
    return this.text(4);
  }

  version(tafel, list, id) {
    const now = tafel?.[list].get(id)?.row.versie ?? 1;
    return this.hits(0.25) ? now + this.pick([-1, 1, 2]) || 1 : now;
  }

  // Recorded for a party; two dice, because most is said for oneself.
  recorded(tafel, share = 0.2) {
    return this.maybe(share, () => ({
      organisatie: this.hits(0.8) ? this.pick([...(tafel?.deelnames.values() ?? [])])?.row.organisatie ?? this.org() : this.org(),
      via: this.pick(VIA),
      ...(this.hits(0.5) ? { spreker: this.text(2).trim() || 'Iemand' } : {}),
      ...(this.hits(0.4) ? { gebeurdOm: this.moment(tafel) } : {}),
    }));
  }

  pens(tafel) {
    const seats = [...(tafel?.zetels.values() ?? [])].filter(({ row }) => row.deelname);
    const seat = this.pick(seats);
    const sectors = tafel?.deelnames.get(seat?.row.deelname)?.row.sectoren ?? [];
    const sector = this.hits(0.85) ? this.pick(sectors) : undefined;
    return [{ sector: sector ?? this.sector(), persoon: seat?.row.persoon ?? this.person() }];
  }

  stream(tafel) {
    const other = this.hits(0.05) ? this.pick([...this.m.tafels.values()]) : tafel;
    if (!other || this.hits(0.04)) return this.pick(['tafel:999999', 'tafel:01', 'niets:1', 'kamer:999999', 'register']);
    return this.hits(0.5) ? `tafel:${other.id}` : this.pick(streamsOf(other));
  }

  source(tafel) {
    const soort = this.pick(['punt', 'punt', 'samenvatting', 'bijdrage']);
    return { soort, id: this.id(tafel, { punt: 'punten', samenvatting: 'samenvattingen', bijdrage: 'bijdragen' }[soort]) };
  }

  // ---- arguments of each command

  args(doe, t, speaker) {
    const make = {
      'tafel.aanmaken': () => ({ titel: this.text(3).trim() || 'Titel', vraag: this.text(), opgave: this.maybe(0.3, () => 'Opgave'), toeschrijving: this.pick(['persoon', 'organisatie', 'chatham']), openbaarheid: this.pick(['tafel', 'tafel', 'vertrouwelijk', 'openbaar']) }),
      'tafel.openen': () => ({}),
      'tafel.opschorten': () => ({ reden: this.reason() }),
      'tafel.hervatten': () => ({ toelichting: this.maybe(0.5, () => this.reason()) }),
      'tafel.sluiten': () => ({ reden: this.reason() }),
      'deelname.uitnodigen': () => ({ organisatie: this.org(), rol: this.pick(['stemhebbend', 'stemhebbend', 'stemhebbend', 'adviserend', 'toehorend']), zijde: this.maybe(0.15, () => this.pick(SIDES)), gewicht: this.maybe(0.2, () => this.chance.between(1, 9)), hoedanigheid: this.maybe(0.2, () => 'Lid'), sectoren: this.maybe(0.25, () => [this.sector(), this.hits(0.1) ? NOBODY : this.sector()]) }),
      'deelname.toetreden': () => ({ deelname: this.id(t, 'deelnames') }),
      'deelname.opschorten': () => ({ deelname: this.id(t, 'deelnames'), reden: this.reason() }),
      'deelname.uittreden': () => ({ deelname: this.id(t, 'deelnames'), reden: this.reason() }),
      'zetel.toekennen': () => this.seat(t),
      'zetel.intrekken': () => ({ zetel: this.id(t, 'zetels'), reden: this.maybe(0.5, () => this.reason()) }),
      'ronde.plannen': () => this.round(t),
      'ronde.openen': () => ({ ronde: this.id(t, 'rondes'), rapporteurs: this.maybe(0.3, () => this.pens(t)) }),
      'ronde.sluiten': () => ({ ronde: this.id(t, 'rondes') }),
      'gesprek.punt-noteren': () => this.point(t),
      'gesprek.samenvatten': () => ({ gesprek: this.id(t, 'gesprekken'), tekst: this.text(), voorlopig: this.hits(0.5) }),
      'gesprek.ontheffen': () => ({ gesprek: this.id(t, 'gesprekken'), reden: this.reason() }),
      'synthese.ordenen': () => ({ ronde: this.id(t, 'rondes'), regels: Array.from({ length: this.chance.between(1, 3) }, () => ({ vak: this.pick(['gedeeld', 'spanning', 'open']), tekst: this.text(4), bronnen: [this.source(t), ...(this.hits(0.3) ? [this.source(t)] : [])] })) }),
      'synthese.bevestigen': () => ({ synthese: this.id(t, 'syntheses') }),
      'onderwerp.openen': () => ({ stroom: this.stream(t), titel: this.text(3).trim() || 'Titel', toelichting: this.maybe(0.3, () => this.text()), ronde: this.maybe(0.2, () => this.id(t, 'rondes')) }),
      'onderwerp.sluiten': () => ({ onderwerp: this.id(t, 'onderwerpen'), conclusie: this.maybe(0.4, () => this.text()) }),
      'onderwerp.heropenen': () => ({ onderwerp: this.id(t, 'onderwerpen') }),
      'bijdrage.plaatsen': () => this.post(t),
      'bijdrage.herzien': () => this.revision(t),
      'bijdrage.intrekken': () => ({ bijdrage: this.id(t, 'bijdragen'), reden: this.reason() }),
      'bijdrage.verbergen': () => ({ bijdrage: this.id(t, 'bijdragen'), reden: this.reason() }),
      'bijdrage.tonen': () => ({ bijdrage: this.id(t, 'bijdragen'), reden: this.maybe(0.5, () => this.reason()) }),
      'leesstand.zetten': () => ({ standen: Array.from({ length: this.chance.between(1, 2) }, () => this.stand(t)) }),
    };
    const made = (make[doe] ?? (() => ({ ...CHOICES, ...FOLLOWED, ...MEETINGS })[doe](this, t, speaker)))();
    return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined));
  }

  seat(t) {
    const deelname = this.maybe(0.6, () => this.id(t, 'deelnames'));
    const org = t?.deelnames.get(deelname)?.row.organisatie;
    const own = [...this.m.persons.values()].filter((person) => org && repsToday(this.m, person).some((rep) => rep.org === org));
    const persoon = own.length > 0 && this.hits(0.8) ? this.pick(own).id : this.person();
    const likely = deelname ? SEATS.slice(2, 8) : ['voorzitter', 'secretaris', 'toehoorder', 'toehoorder', 'analist'];
    const roles = this.hits(0.9) ? likely : SEATS;
    const rollen = [...new Set([this.pick(roles), ...(this.hits(0.3) ? [this.pick(roles)] : [])])];
    return { persoon, deelname, rollen, leestVanaf: this.maybe(0.3, () => this.moment(t)) };
  }

  round(t) {
    const soort = this.pick(['sector', 'sector', 'bovensectoraal', 'schriftelijk', 'terugblik']);
    const times = this.maybe(0.2, () => ({ opent: '2026-03-01T09:00:00.000000Z', sluit: this.pick(['2026-03-08T09:00:00.000000Z', '2026-02-20T09:00:00.000000Z']) }));
    return { soort, vraag: this.text(), rapporteurs: this.maybe(soort === 'sector' ? 0.4 : 0.05, () => this.pens(t)), ...times };
  }

  point(t) {
    const gesprek = this.id(t, 'gesprekken');
    const mine = [...(t?.punten.values() ?? [])].filter(({ row }) => row.gesprek === gesprek);
    const punt = this.maybe(0.4, () => this.pick(mine)?.row.id ?? NOBODY);
    if (punt && this.hits(0.35)) return { gesprek, punt, bevestigt: true, tekst: this.maybe(0.1, () => this.text()) };
    const versie = punt && this.maybe(0.6, () => this.version(t, 'punten', punt));
    return { gesprek, punt, tekst: this.text(), versie, voor: punt ? this.maybe(0.05, () => this.recorded(t)) : this.recorded(t) };
  }

  post(t) {
    const onderwerp = this.id(t, 'onderwerpen');
    const there = [...(t?.bijdragen.values() ?? [])].filter(({ row }) => row.onderwerp === onderwerp || this.hits(0.03));
    const source = this.maybe(0.4, () => this.pick(there));
    const words = source?.words.tekst?.split(' ') ?? ['niets'];
    const citaat = this.maybe(source ? 0.6 : 0.03, () => (this.hits(0.9) ? words.slice(0, this.chance.between(1, words.length)).join(' ') : 'nooit gezegd'));
    return { onderwerp, tekst: this.text(8), soort: this.maybe(0.6, () => this.pick(SOORTEN)), persoonlijkeTitel: this.maybe(0.2, () => this.hits(0.5)), antwoordOp: source?.row.id ?? this.maybe(0.02, () => NOBODY), citaat, voor: this.recorded(t) };
  }

  revision(t) {
    const bijdrage = this.id(t, 'bijdragen');
    if (this.hits(0.3)) return { bijdrage, bevestigt: true, tekst: this.maybe(0.1, () => this.text()) };
    return { bijdrage, tekst: this.text(8), versie: this.maybe(0.6, () => this.version(t, 'bijdragen', bijdrage)), reden: this.maybe(0.4, () => this.reason()) };
  }

  stand(t) {
    const onderwerp = this.id(t, 'onderwerpen');
    const there = [...(t?.bijdragen.values() ?? [])].filter(({ row }) => row.onderwerp === onderwerp);
    return { onderwerp, bijdrage: this.pick(there)?.row.id ?? this.id(t, 'bijdragen') };
  }

  // ---- who, and for whom

  // Mostly somebody who has to do with the tafel.
  speaker(tafel) {
    const near = [...this.m.persons.values()].filter((person) => isNear(this.m, person, tafel));
    const person = this.pick(near.length > 0 && this.hits(0.8) ? near : [...this.m.persons.values()]);
    const valid = repsToday(this.m, person);
    if (this.hits(0.05)) return { person: person.id, namens: this.pick([...this.m.persons.values()].flatMap(({ reps }) => reps)).id };
    return { person: person.id, namens: valid.length > 0 && this.hits(0.8) ? this.pick(valid).id : undefined };
  }

  command(doe, sleutel) {
    const tafel = doe === 'tafel.aanmaken' ? undefined : this.pick([...this.m.tafels.values()]);
    const { person, namens } = this.speaker(tafel);
    const tafelId = doe === 'tafel.aanmaken' ? undefined : this.hits(0.01) ? NOBODY : (tafel?.id ?? NOBODY);
    const args = this.args(doe, tafel, { org: this.m.persons.get(person).reps.find(({ id }) => id === namens)?.org });
    return { doe, person, namens, tafelId, args, sleutel, request: JSON.stringify([doe, namens ?? '', tafelId ?? '', args]) };
  }
}
