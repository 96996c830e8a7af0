// The people of a game: of several sectors and sides, with and without a mandate, one that ends, one
// that is yet to begin. They are entered in the register of a fresh copy of the fixture world, and
// know nothing of the tafels there.
import { addDays } from './time.mjs';
import { tokenOf } from '../../lib/world.mjs';

export const START = '2026-02-04T09:00:00Z';

const GONE = 'mweg'; // whose session has ended
const SECTORS = ['zorgzaam', 'leerzaam', 'speelzaam'];

//   organisation: kind, side, sectors
const ORGS = {
  bz: ['vakbond', 'werknemers', ['zorgzaam']],
  gz: ['werkgeversvereniging', 'werkgevers', ['zorgzaam']],
  bl: ['vakbond', 'werknemers', ['leerzaam']],
  gl: ['werkgeversvereniging', 'werkgevers', ['leerzaam']],
  kz: ['koepel', 'werkgevers', ['zorgzaam', 'leerzaam']],
  fo: ['arbeidsmarktfonds', 'fonds', ['speelzaam']],
  mi: ['ministerie', 'onafhankelijk', []],
};

const UMBRELLAS = { gl: 'kz' };

//   person: [platform roles], then [organisation, may sign, from, to] in days from the start
const PERSONS = {
  mvoor: [['voorzitter']],
  mvice: [['voorzitter']],
  mseca: [['secretaris']],
  mbeide: [['secretaris'], ['bz', true, 0, null]],
  mabel: [[], ['bz', true, 0, null]],
  mbram: [[], ['bz', false, 0, null]],
  mcees: [[], ['gz', true, 0, null]],
  mdaan: [[], ['bl', true, 0, null]],
  meva: [[], ['bl', false, 0, 1]],
  mfien: [[], ['gl', true, 0, null]],
  mgijs: [[], ['kz', false, 0, null], ['gl', false, 0, null]],
  mhans: [[], ['fo', true, 0, null]],
  mina: [[], ['mi', false, 0, null]],
  mjan: [[], ['gz', false, -30, -2]],
  mkoos: [[], ['fo', false, 2, null]],
  mlies: [[], ['kz', true, 0, 2], ['kz', false, 3, null]],
  mtoon: [[]],
  mana: [['analist']],
  mbea: [['beheerder']],
  maud: [['auditor']],
  mgast: [[]],
  mweg: [['voorzitter']],
};

const text = (value) => (value === null ? 'NULL' : `'${value}'`);
const tuple = (values) => `(${values.join(', ')})`;

// One call of a function of the register for each tuple; what it gives back, in their order.
const callEach = (world, call, names, tuples) => world.sql(`SELECT ${call} FROM (VALUES ${tuples.map(tuple).join()}) AS v (${names}) ORDER BY v.nr`).map(([value]) => value);

function enterOrgs(world, sectorOf) {
  const rows = Object.entries(ORGS).map(([name, [kind, side, of]], nr) => ({ name, side, sectors: of.map((sector) => sectorOf[sector]), tuple: [nr, text(name), text(kind), text(side)] }));
  const ids = callEach(world, "rule.organisatie_vastleggen('Model ' || v.naam, v.soort, v.zijde, v.sectoren::bigint[], fictief => true)", 'nr, naam, soort, zijde, sectoren',
    rows.map(({ tuple: values, sectors }) => [...values, `'{${sectors.join()}}'`]));
  const found = new Map(rows.map(({ name, side, sectors }, i) => [name, { id: ids[i], name: `Model ${name}`, side, sectors }]));
  for (const [member, umbrella] of Object.entries(UMBRELLAS)) {
    found.get(member).umbrella = found.get(umbrella).id;
    world.sql(`UPDATE spr.organisatie SET koepel = ${found.get(umbrella).id} WHERE id = ${found.get(member).id}`);
  }
  return found;
}

function enterMandates(world, persons, orgs, today) {
  const mandates = persons.flatMap(({ id, mandates: list }) => list.map(([org, signs, from, to]) => ({ person: id, org: orgs.get(org).id, signs, from: addDays(today, from), to: to === null ? null : addDays(today, to) })));
  const ids = callEach(world, "rule.vertegenwoordiging_vastleggen(v.persoon, v.organisatie, 'Functie', v.tekent, v.van::date, v.tot::date)", 'nr, persoon, organisatie, tekent, van, tot',
    mandates.map(({ person, org, signs, from, to }, nr) => [nr, person, org, signs, text(from), text(to)]));
  return mandates.map((mandate, i) => ({ id: ids[i], ...mandate }));
}

// Enters everybody; gives what the model starts from.
export function enter(world) {
  world.setClock(START);
  const today = START.slice(0, 10);
  const sectorIds = callEach(world, "rule.sector_vastleggen(v.naam, 'Sector ' || v.naam)", 'nr, naam', SECTORS.map((name, nr) => [nr, text(name)]));
  const orgs = enterOrgs(world, Object.fromEntries(SECTORS.map((name, i) => [name, sectorIds[i]])));
  const names = Object.keys(PERSONS);
  const ids = callEach(world, 'rule.persoon_vastleggen(v.naam, true)', 'nr, naam', names.map((name, nr) => [nr, text(name)]));
  const list = names.map((name, i) => ({ id: ids[i], name, roles: PERSONS[name][0], mandates: PERSONS[name].slice(1) }));
  callEach(world, 'rule.sessie_maken(v.id, proef.sessie(v.naam), rule.nu())', 'nr, id, naam', list.map(({ id, name }, nr) => [nr, id, text(name)]));
  callEach(world, 'rule.rol_toekennen(v.id, v.rol)', 'nr, id, rol', list.flatMap(({ id, roles }) => roles.map((role) => [id, text(role)])).map((values, nr) => [nr, ...values]));
  const mandates = enterMandates(world, list, orgs, today);
  const persons = new Map(list.map(({ id, name, roles }) => {
    const reps = mandates.filter(({ person }) => person === id).map(({ person: _, ...rep }) => rep);
    return [id, { id, name, token: tokenOf(name), roles, reps, loggedIn: name !== GONE }];
  }));
  const gone = list.find(({ name }) => name === GONE);
  world.sql(`UPDATE spr.sessie SET geeindigd = rule.nu(), reden = 'afgemeld' WHERE persoon = ${gone.id}`);
  return {
    persons, orgs: new Map([...orgs.values()].map((org) => [org.id, org])),
    sectors: new Map(SECTORS.map((name, i) => [sectorIds[i], `Sector ${name}`])), now: `${START.slice(0, -1)}.000000Z`, today,
  };
}
