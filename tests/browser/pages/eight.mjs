// A whole table in a room: eight people of four sectors and two sides, each with a browser of their
// own, some on phones, go from an agenda to a list of decisions that all of them read alike.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse, lamp } from '../lib/people.mjs';

const PHONE = { viewport: { width: 360, height: 740 } };
// Who speaks for a party, and in which sector; Oto may not sign.
const PARTIES = ['wil', 'wes', 'ona', 'oto', 'vik', 'cas'];
const SIGNERS = PARTIES.filter((who) => who !== 'oto');

const button = (page, name) => page.getByRole('button', { name, exact: true });
const ask = (page, title) => page.locator('.spr-ask', { hasText: title });
const pick = (place, name) => place.getByRole('radio', { name, exact: true }).check();
const lijst = (page) => page.locator('[data-testid=besluitenlijst]');
const each = (names, act) => Promise.all(names.map(act));

// Veiligheid and cultuur were only invited; a mandate to sign comes before the seat.
async function seatAll(house) {
  const { names, world } = house;
  world.sql(`UPDATE spr.vertegenwoordiging SET mag_ondertekenen = true
    WHERE id IN (${names.vik_namens}, ${names.cas_namens})`);
  for (const [who, code] of [['vik', 'vv'], ['cas', 'wc']])
    world.sql(`SELECT proef.treed_toe('tafel', '${who}', '${code}')`);
}

// What they choose about, prepared between meetings.
async function prepare(house) {
  const sem = await house.program('sem');
  const does = async (name, args) => {
    const answer = await sem.ask({ do: name, sleutel: newKey(), tafel: house.names.tafel, args });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.ok.id;
  };
  const vraag = await does('keuzevraag.inbrengen', { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Ieder zoekt zelf.', opties: [{ titel: 'Een poule' }] });
  const optie = house.world.value(`SELECT o.id FROM spr.optie o WHERE o.keuzevraag = ${vraag} AND o.titel = 'Een poule'`);
  await does('keuzevraag.gevolgen-vragen', { keuzevraag: vraag, voor: '2026-02-10T23:00:00.000000Z' });
  await does('bijeenkomst.plannen', { titel: 'De poule', begint: '2026-02-03T12:00:00.000000Z',
    agenda: [{ soort: 'ter_besluitvorming', titel: 'Een afspraak over de poule' }] });
  return { does, vraag, optie };
}

inHouse('eight people of four sectors and two sides go from an agenda to one list of decisions', async (house, t) => {
  await seatAll(house);
  const { does, vraag, optie } = await prepare(house);
  const home = `/tafels/${house.names.tafel}`;
  const at = {};
  await each(['vera', 'sem', ...PARTIES], async (who) => {
    at[who] = await house.pageOf(who, `${home}/keuzevragen/${vraag}`, ['vera', 'sem', 'ona'].includes(who) ? {} : PHONE);
    await lamp(at[who], 'live');
  });

  // Every party says what it expects in its own sector, at the same time.
  await each(PARTIES, async (who) => {
    await pick(ask(at[who], 'gevolgen?'), 'Nee');
    await button(at[who], 'Antwoord versturen').click();
    await at[who].getByText('U hebt geantwoord').waitFor();
  });
  await button(at.sem, 'Besluitrijp maken').click();
  await carryOut(at.sem);
  const besluit = await does('besluit.opstellen', { soort: 'afspraak', titel: 'Wij delen mensen', keuzevraag: vraag, optie,
    tekst: 'Wij delen mensen in een gezamenlijke poule, op vrijwillige basis.', samenvatting: 'Wie wil, staat in de poule.' });

  // The meeting: everybody walks in from the front of the tafel.
  await at.vera.goto(house.origin + home);
  await at.vera.getByRole('link', { name: 'De poule', exact: true }).click();
  await button(at.vera, 'Bijeenkomst openen').click();
  await at.vera.locator('.spr-orde').getByRole('button', { name: 'Nu behandelen: Een afspraak over de poule' }).click();
  const meeting = new URL(at.vera.url()).pathname;
  await each(PARTIES, async (who) => {
    await at[who].goto(house.origin + home);
    await at[who].getByRole('link', { name: 'Naar de bijeenkomst' }).click();
    await at[who].locator('.spr-orde').getByText('Een afspraak over de poule').waitFor();
  });
  await button(at.wes, 'Vraag het woord').click();
  await button(at.vera, 'Geef het woord aan Werkgevers Zorg Nederland (fictief)').click();
  await button(at.wes, 'Ik ben klaar').click();

  // The agreement is put and voted on: five by a tap, one by its voice.
  await at.vera.goto(`${house.origin}${home}/besluiten/${besluit}`);
  await button(at.vera, 'Voorleggen').click();
  await carryOut(at.vera);
  await button(at.vera, 'Stemming openen').click();
  await check(at.vera, 'opening a vote in a meeting');
  await carryOut(at.vera);
  await each(SIGNERS, async (who) => {
    await at[who].goto(`${house.origin}${home}/besluiten/${besluit}`);
    await pick(ask(at[who], 'Stem van'), who === 'cas' ? 'Tegen' : 'Voor');
    await button(at[who], 'Stem uitbrengen').click();
    await at[who].getByText(`Uw stem: ${who === 'cas' ? 'Tegen' : 'Voor'}`).waitFor();
  });
  await at.sem.goto(`${house.origin}${home}/besluiten/${besluit}`);
  await button(at.sem, 'Stem vastleggen voor een partij').click();
  await dialog(at.sem).getByLabel('Vastleggen voor').selectOption({ label: 'Schoolbesturen Nederland (fictief)' });
  await dialog(at.sem).getByLabel('Wie sprak').fill('Oto');
  await pick(dialog(at.sem), 'Voor');
  await carryOut(at.sem);
  await at.vera.getByText('6 van 6 partijen hebben gestemd').waitFor();
  await button(at.vera, 'Stemming sluiten').click();
  await carryOut(at.vera);
  await at.oto.goto(`${house.origin}${home}/besluiten/${besluit}`);
  await at.oto.getByText('De tafel heeft dit besluit aangenomen').waitFor();
  assert.match(await at.oto.locator('.spr-result').innerText(), /Werkgevers: 3 van 3 aanwezig, 2 voor, 1 tegen: gehaald/);

  await at.vera.goto(house.origin + meeting);
  await button(at.vera, 'Bijeenkomst sluiten').click();
  await carryOut(at.vera);
  await lijst(at.vera).waitFor();
  const lists = await each(['vera', 'sem', ...PARTIES], async (who) => {
    await at[who].goto(`${house.origin}${meeting}/besluitenlijst`);
    await lijst(at[who]).getByText('Wij delen mensen in een gezamenlijke poule').waitFor();
    // What is narrow may wrap otherwise; the words are the same.
    return (await lijst(at[who]).innerText()).replace(/\s+/g, ' ');
  });
  assert.equal(new Set(lists).size, 1, [...new Set(lists)].join('\n---\n'));
  await check(at.cas, 'a list of decisions on a phone');
  t.diagnostic(`one list of decisions for ${lists.length} people`);
});
