// From a sjabloon with a pasted list to a list of decisions; a meeting on paper, entered afterwards;
// and the page of one person. Every tap and every line typed of the voorzitter is counted.
import assert from 'node:assert/strict';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const lijst = (page) => page.locator('[data-testid=besluitenlijst]');
const mijn = (page) => page.locator('.spr-mijn');
const line = (page, text) => mijn(page).locator('.spr-mijn__line', { hasText: text });

const LIST = [
  'Organisatie; E-mail', 'vakbond zorg samen; wil@zorg.example', 'WERKGEVERS ZORG NEDERLAND\twes@zorg.example',
  'Onderwijsbond de Klás, ona@klas.example', 'Schoolbesturen Nederland',
].join('\n');

// What a person does for one thing that was wanted; every act is a tap or a field filled.
class Acts {
  constructor() {
    this.count = 0;
  }
  async tap(where) {
    await where.click();
    this.count++;
  }
  async type(where, text) {
    await where.fill(text);
    this.count++;
  }
}

async function join(house, person, title) {
  const page = await house.pageOf(person, '/tafels');
  await page.locator('.spr-tafelcard', { hasText: title }).getByRole('button', { name: 'Toetreden' }).click();
  await carryOut(page);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return page;
}

inHouse('the voorzitter goes from a sjabloon and a pasted list to a list of decisions in eleven acts', async (house, t) => {
  const vera = await house.pageOf('vera', '/tafels');
  const acts = new Acts();
  await acts.tap(button(vera, 'Nieuwe tafel'));
  const form = dialog(vera);
  await acts.tap(form.getByText('Eén bijeenkomst met besluitenlijst', { exact: true }));
  await acts.type(form.getByLabel('Titel', { exact: true }), 'Samen de nacht door');
  await acts.type(form.getByLabel('Partijen', { exact: true }), LIST);
  await form.getByText('4 partijen om uit te nodigen.').waitFor();
  assert.equal(await form.getByLabel('Wie de uitkomsten mag lezen').isVisible(), false); // until it is asked for
  await check(vera, 'a new tafel');
  await acts.tap(button(form, 'Tafel maken en uitnodigen'));
  await vera.getByRole('heading', { level: 1, name: 'Bijeenkomst' }).waitFor();
  const address = new URL(vera.url()).pathname;

  // The parties join, and the day of the meeting comes.
  const wil = await join(house, 'wil', 'Samen de nacht door');
  await join(house, 'wes', 'Samen de nacht door');
  house.world.sql("UPDATE spr.sessie SET verloopt = verloopt + interval '30 days', gezien = gezien + interval '14 days'");
  house.world.moveClock('14 days');
  await vera.goto(house.origin + address);
  await acts.tap(button(vera, 'Bijeenkomst openen'));
  await acts.type(vera.getByLabel('Wat concludeert de tafel?'), 'Wij maken samen een poule voor de nacht.');
  await check(vera, 'a meeting with room for a conclusion');
  await acts.tap(vera.locator('.spr-hamer').getByRole('button', { name: 'Voorleggen' }));
  await wil.goto(house.origin + address);
  await wil.getByText('Wij maken samen een poule voor de nacht.').first().waitFor();
  assert.equal(await button(wil, 'Hamer: aangenomen').count(), 0);
  await button(vera, 'Hamer: aangenomen').waitFor();
  await check(vera, 'a conclusion before the table');
  await acts.tap(button(vera, 'Hamer: aangenomen'));
  await vera.getByLabel('Wat concludeert de tafel?').waitFor();
  await acts.tap(button(vera, 'Bijeenkomst sluiten'));
  await acts.tap(dialog(vera).locator('button[type=submit]'));
  await lijst(vera).waitFor();
  const text = await lijst(vera).innerText();
  assert.match(text, /Wij maken samen een poule voor de nacht\./);
  assert.match(text, /aangenomen/i);
  t.diagnostic(`from a sjabloon with a pasted list to a list of decisions: ${acts.count} acts`);
  assert.ok(acts.count <= 11, `${acts.count} acts`);
});

// As a field for a moment has it, some hours before the server's now.
const ago = (page, hours) => page.evaluate(async (h) => {
  const { welkom } = await (await fetch('/v1/sessies/huidige')).json();
  const at = new Date(Date.parse(welkom.nu) - h * 3_600_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}, hours);

inHouse('a meeting that was held on paper is entered afterwards, with its conclusion', async (house, t) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.tafel}`);
  const acts = new Acts();
  await acts.tap(button(vera, 'Bijeenkomst plannen'));
  const form = dialog(vera);
  await acts.type(form.getByLabel('Dag', { exact: true }), (await ago(vera, 0)).slice(0, 10));
  await acts.type(form.getByLabel('Agendapunt', { exact: true }), 'De poule');
  await acts.tap(form.locator('button[type=submit]'));
  await acts.tap(link(vera, 'Bijeenkomst 1'));
  await acts.tap(button(vera, 'Op papier gehouden'));
  await acts.type(dialog(vera).getByLabel('Wanneer begon zij?'), await ago(vera, 5));
  await acts.tap(dialog(vera).locator('button[type=submit]'));
  await acts.type(vera.getByLabel('Wat concludeert de tafel?'), 'De poule komt er.');
  await acts.tap(vera.locator('.spr-hamer').getByRole('button', { name: 'Voorleggen' }));
  await acts.tap(button(vera, 'Hamer: aangenomen'));
  await vera.getByLabel('Wat concludeert de tafel?').waitFor();
  await acts.tap(button(vera, 'Bijeenkomst sluiten'));
  await acts.type(dialog(vera).getByLabel('Wanneer was zij klaar?'), await ago(vera, 3));
  await acts.tap(dialog(vera).locator('button[type=submit]'));
  await acts.tap(link(vera, 'Lees de besluitenlijst'));
  await lijst(vera).waitFor();
  assert.match(await lijst(vera).innerText(), /vastgelegd[\s\S]*De poule komt er\./);
  t.diagnostic(`entering a meeting that was held on paper: ${acts.count} acts`);
  assert.ok(acts.count <= 16, `${acts.count} acts`);
});

inHouse('a pasted list says of each line who it is, before anybody is invited', async (house) => {
  const sem = await house.pageOf('sem', `/tafels/${house.names.tafel}`);
  house.world.sql(`SELECT rule.organisatie_vastleggen('Fonds Wijkzorg (fictief)', 'arbeidsmarktfonds', 'fonds',
    ARRAY[${house.names.sector_zorg}]::bigint[], afkorting => 'FWZ', fictief => true)`);
  await button(sem, 'Lijst uitnodigen').click();
  const form = dialog(sem);
  await form.getByLabel('Partijen', { exact: true }).fill('Vakbond Zorg Samen\nFonds Wijkzorgg; info@fwz.example\nNiemand BV');
  const lines = form.locator('[data-testid=herkend] > li');
  await lines.nth(0).getByText('zit al aan tafel').waitFor();
  await lines.nth(1).getByText('niet gevonden').waitFor();
  await lines.nth(2).getByText('niet gevonden').waitFor();
  assert.ok(await button(form, 'Uitnodigen').isDisabled()); // a line waits for a choice
  await check(sem, 'a pasted list');
  await form.getByLabel(/Wie bedoelt u met/).first().selectOption({ index: 1 });
  await button(form, 'Uitnodigen').click();
  await form.waitFor({ state: 'detached' });
  await sem.locator('.spr-party', { hasText: 'Fonds Wijkzorg' }).getByText('uitgenodigd').waitFor();
  await sem.getByText('E-mailadres bij de uitnodiging').click();
  await sem.getByText('info@fwz.example').waitFor();
  const wil = await house.pageOf('wil', `/tafels/${house.names.tafel}`);
  await wil.locator('.spr-party', { hasText: 'Fonds Wijkzorg' }).waitFor();
  assert.equal(await wil.getByText('info@fwz.example').count(), 0);
});

inHouse('my page holds what is asked of me, promised and recorded, the late first, one tap away', async (house) => {
  const { world, names } = house;
  const doe = (who, what, args, namens) => world.value(
    `SELECT proef.doe('${who}', '${what}', ${names.tafel}, '${JSON.stringify(args)}'${namens ? `, ${names[namens]}` : ''}) ->> 'id'`);
  const vraag = doe('sem', 'keuzevraag.inbrengen', { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Niets.', opties: [{ titel: 'Een poule' }] });
  doe('sem', 'keuzevraag.gevolgen-vragen', { keuzevraag: vraag, voor: '2026-02-10T23:00:00.000000Z' });
  const late = doe('sem', 'toezegging.voorstellen', { organisatie: names.org_vz, tekst: 'Een lijst van mensen.', voor: '2026-02-03T12:30:00.000000Z' });
  doe('wil', 'toezegging.aanvaarden', { toezegging: late }, 'wil_namens');
  doe('sem', 'bijeenkomst.plannen', { titel: 'De tweede keer', begint: '2026-02-12T09:00:00.000000Z', agenda: [] });
  doe('sem', 'bijdrage.plaatsen', { onderwerp: names.onderwerp, tekst: 'Wij doen mee met de poule.',
    voor: { organisatie: names.org_vz, spreker: 'Wil', via: 'mondeling' } });
  world.moveClock('1 hour');
  const wil = await house.pageOf('wil', '/tafels', { viewport: { width: 360, height: 740 } });
  await line(wil, 'Een lijst van mensen.').getByText('te laat').waitFor();
  await line(wil, 'De tweede keer').getByText('laat weten of u komt').waitFor();
  await line(wil, 'Wij doen mee met de poule.').waitFor();
  assert.equal(await line(wil, 'Hoe delen wij mensen?').count(), 2); // consequences and a position
  await check(wil, 'my page');
  await line(wil, 'Verwacht u gevolgen?').getByRole('link').click();
  await wil.getByRole('heading', { level: 1, name: 'Hoe delen wij mensen?' }).waitFor();
  const vik = await house.pageOf('vik', '/tafels');
  await line(vik, 'Uitnodiging').waitFor();
  assert.equal(await mijn(vik).getByText('Hoe delen wij mensen?').count(), 0);
  const tom = await house.pageOf('tom', '/tafels');
  await mijn(tom).getByText('Er wordt nu niets van u gevraagd.').waitFor();
});
