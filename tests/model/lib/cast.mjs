// The people of a game: of several sectors and sides, with and without a mandate, one that ends, one
// that is yet to begin. They are entered in the register of a fresh copy of the fixture world, and
// know nothing of the tafels there.
import { addDays } from './time.mjs';
import { tokenOf } from '../../lib/world.mjs';

export const START = '2026-02-04T09:00:00Z';

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
  mweg: [['voorzitter']], // whose session has ended
};

const quoted = (value) => (value === null ? 'NULL' : `'${value}'`);

// Enters everybody; gives what the model starts from.
export function enter(world) {
  world.setClock(START);
  const today = START.slice(0, 10);
  const sectors = new Map();
  const orgs = new Map();
  const persons = new Map();
  const idOf = {};
  for (const name of SECTORS) sectors.set((idOf[name] = world.value(`SELECT rule.sector_vastleggen('${name}', 'Sector ${name}')`)), `Sector ${name}`);
  for (const [name, [kind, side, of]] of Object.entries(ORGS)) {
    const list = of.map((sector) => idOf[sector]);
    const id = world.value(`SELECT rule.organisatie_vastleggen('Model ${name}', '${kind}', '${side}', '{${list.join()}}', fictief => true)`);
    idOf[name] = id;
    orgs.set(id, { id, side, sectors: list });
  }
  for (const [name, [roles, ...mandates]] of Object.entries(PERSONS)) {
    const id = world.value(`SELECT rule.persoon_vastleggen('${name}', true)`);
    world.value(`SELECT rule.sessie_maken(${id}, proef.sessie('${name}'), rule.nu())`);
    for (const role of roles) world.value(`SELECT rule.rol_toekennen(${id}, '${role}')`);
    const reps = mandates.map(([org, signs, fromDay, toDay]) => {
      const from = addDays(today, fromDay);
      const to = toDay === null ? null : addDays(today, toDay);
      const rep = world.value(`SELECT rule.vertegenwoordiging_vastleggen(${id}, ${idOf[org]}, 'Functie', ${signs}, ${quoted(from)}, ${quoted(to)})`);
      return { id: rep, org: idOf[org], signs, from, to };
    });
    persons.set(id, { id, name, token: tokenOf(name), roles, reps, loggedIn: true });
  }
  const gone = [...persons.values()].find(({ name }) => name === 'mweg');
  world.sql(`UPDATE spr.sessie SET geeindigd = rule.nu(), reden = 'afgemeld' WHERE persoon = ${gone.id}`);
  gone.loggedIn = false;
  return { persons, orgs, sectors, now: `${START.slice(0, -1)}.000000Z`, today };
}
