// The besluitenlog: what the analist finds, in how many acts, and that the address holds the question.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const row = (page, text) => page.locator('.spr-logrow', { hasText: text });

async function decide(house) {
  const programs = { sem: await house.program('sem'), vera: await house.program('vera'), wil: await house.program('wil'), wes: await house.program('wes') };
  const { tafel } = house.names;
  const does = async (who, name, args) => {
    const answer = await programs[who].ask({ do: name, sleutel: newKey(), tafel, args, namens: house.names[`${who}_namens`] ?? '' });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.ok.id;
  };
  const keuzevraag = await does('sem', 'keuzevraag.inbrengen', { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Elke sector zoekt zelf.', opties: [{ titel: 'Een poule' }] });
  await does('sem', 'keuzevraag.gevolgen-vragen', { keuzevraag, voor: '2026-02-03T23:00:00.000000Z' });
  await does('wil', 'standpunt.innemen', { keuzevraag, waarde: 'akkoord' });
  await does('wes', 'standpunt.innemen', { keuzevraag, waarde: 'niet_akkoord', tekst: 'Wij missen geld.' });
  await does('vera', 'keuzevraag.besluitrijp-maken', { keuzevraag });
  const make = async (titel, uitkomst, rest = {}) => {
    const besluit = await does('sem', 'besluit.opstellen', { soort: 'conclusie', titel, tekst: `Over ${titel}: wij delen mensen met de gemeente.`, ...rest });
    await does('vera', 'besluit.voorleggen', { besluit });
    await does('vera', 'besluit.concluderen', { besluit, uitkomst, reden: 'De zijden zien het anders.' });
    return besluit;
  };
  const poule = await make('De poule', 'verdeeld', { keuzevraag });
  const open = await make('Open lijst', 'aangenomen');
  await does('vera', 'openbaarheid.zetten', { besluit: open, openbaarheid: 'openbaar' });
  const secret = await make('Geheime lijst', 'aangenomen');
  await does('vera', 'openbaarheid.zetten', { besluit: secret, openbaarheid: 'vertrouwelijk' });
  return { poule, open };
}

inHouse('the analist finds a view in two acts, filters by keyboard, and sends the address', async (house) => {
  const { poule } = await decide(house);
  const ana = await house.pageOf('ana', '/tafels');
  // From the page that a login ends on: one act to the log, one to the view that stands ready.
  let acts = 0;
  const tap = async (where) => {
    await where.click();
    acts++;
  };
  await tap(link(ana, 'Besluitenlog'));
  await row(ana, 'De poule').waitFor();
  await ana.getByText('2 besluiten gevonden').waitFor();
  assert.equal(await row(ana, 'Geheime lijst').count(), 0);
  await check(ana, 'the besluitenlog');
  await tap(link(ana, 'Alle uitkomsten dit jaar, openbaar'));
  await ana.getByText('1 besluit gevonden').waitFor();
  assert.equal(acts, 2);
  assert.match(ana.url(), /\/besluitenlog\?periode=dit_jaar&openbaar=true$/);
  assert.equal(await row(ana, 'De poule').count(), 0);
  // The third act: the file comes by itself once it is made.
  const coming = ana.waitForEvent('download');
  await tap(button(ana, 'Downloaden'));
  const file = await coming;
  assert.match(file.suggestedFilename(), /\.xlsx$/);
  assert.equal(fs.readFileSync(await file.path()).subarray(0, 2).toString(), 'PK');
  await ana.getByText(/^Klaar: 1 regels, kenmerk E-/).waitFor();
  await check(ana, 'the besluitenlog after a download');
  assert.equal(acts, 3);

  // What is stuck, and why; the pictures have their tables.
  await link(ana, 'Wat vastzit').click();
  await row(ana, 'De poule').getByText('De zijden zien het anders.').waitFor();
  await ana.locator('.spr-figure', { hasText: 'Uitkomsten per maand' }).getByText('Als tabel').click();
  await ana.getByRole('rowheader', { name: '2026-02' }).waitFor();
  await ana.locator('.spr-figure', { hasText: 'Standpunten per zijde' }).getByText('Als tabel').click();
  assert.equal(await ana.getByText('één partij: niet getoond').count() > 0, true); // one party a sector: no voice outside
  assert.equal(await ana.getByText('Wij missen geld.').count(), 0);
  await check(ana, 'the besluitenlog with its pictures');

  // By keyboard: words with stemming, sent with Enter; the back button brings the view back.
  await ana.getByLabel('Zoeken').fill('gemeenten');
  await ana.keyboard.press('Enter');
  await ana.waitForURL(/zoek=gemeenten/);
  await row(ana, 'De poule').waitFor();
  await ana.goBack();
  await ana.waitForURL(/\?vast=alle$/);

  // One besluit, under its own address.
  await row(ana, 'De poule').getByRole('link').click();
  await ana.getByText('Over De poule: wij delen mensen met de gemeente.').waitFor();
  await check(ana, 'one besluit in the log');
  const sent = new URL(ana.url());
  assert.equal(sent.searchParams.get('besluit'), poule);

  // The same address shows another reader what that reader may see.
  const tom = await house.pageOf('tom', sent.pathname + sent.search);
  await tom.getByText('Dit besluit is er niet, of u mag het niet lezen.').waitFor();
  const wil = await house.pageOf('wil', sent.pathname + sent.search);
  await wil.getByText('Wij missen geld.').waitFor();
});

inHouse('a view is kept and removed, on a phone', async (house) => {
  await decide(house);
  const ana = await house.pageOf('ana', '/besluitenlog?uitkomst=verdeeld', { viewport: { width: 360, height: 740 } });
  await row(ana, 'De poule').waitFor();
  await button(ana, 'Weergave bewaren').click();
  await dialog(ana).getByLabel('Naam van de weergave').fill('Verdeeld');
  await carryOut(ana);
  await link(ana, 'Verdeeld').waitFor();
  assert.equal(await ana.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
  await check(ana, 'the besluitenlog on a phone');
  await button(ana, 'Weergave Verdeeld verwijderen').click();
  await link(ana, 'Verdeeld').waitFor({ state: 'detached' });
});
