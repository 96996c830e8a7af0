// A text that changes: an amendement put, joined and adopted, with what differs in words; a question
// that means something else, and the one tap that says an answer still holds.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const PHONE = { viewport: { width: 360, height: 740 } };

async function make(house, who, doe, args, extra = {}) {
  const answer = await (await house.program(who)).ask({ do: doe, sleutel: newKey(), tafel: house.names.tafel, args, ...extra });
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.ok.id;
}

inHouse('an amendement is put, joined and adopted; what differs is marked in words', async (house) => {
  const besluit = await make(house, 'sem', 'besluit.opstellen', { soort: 'conclusie', titel: 'Een poule', tekst: 'De tafel wil een poule in elke regio.' });
  await make(house, 'sem', 'besluit.voorleggen', { besluit });
  const address = `/tafels/${house.names.tafel}/besluiten/${besluit}`;
  const wil = await house.pageOf('wil', address);
  const vera = await house.pageOf('vera', address);
  await button(vera, 'Concluderen').waitFor();
  await button(wil, 'Wijziging voorstellen').click();
  assert.ok(await dialog(wil).getByRole('button', { name: 'Wijziging voorstellen' }).isDisabled(), 'the same text is no amendement');
  await dialog(wil).getByLabel('De hele tekst zoals die moet worden').fill('De tafel wil een vrijwillige poule.');
  await dialog(wil).locator('ins', { hasText: 'vrijwillige' }).waitFor();
  await dialog(wil).getByLabel('Waarom?').fill('Dwang werkt niet.');
  await check(wil, 'putting an amendement');
  await carryOut(wil);

  const there = vera.locator('.spr-amendement');
  await there.locator('ins', { hasText: 'vrijwillige' }).waitFor();
  const gone = there.locator('del', { hasText: 'in elke regio' });
  assert.match(await gone.innerText(), /^\s*eruit:/, 'who hears it is told what goes');
  assert.equal(await button(vera, 'Concluderen').count(), 0); // first the amendement
  assert.equal(await there.getByRole('button', { name: /^Mede indienen/ }).count(), 0);
  const wes = await house.pageOf('wes', address, PHONE);
  await wes.getByRole('button', { name: /^Mede indienen/ }).click();
  await carryOut(wes);
  await there.getByText(/Mede ingediend door/).waitFor();
  await check(wes, 'an amendement on a phone');
  await there.getByRole('button', { name: /^Overnemen/ }).click();
  await dialog(vera).getByLabel('Reden').fill('Dit is beter.');
  await check(vera, 'adopting an amendement');
  await carryOut(vera);
  await wil.locator('.spr-besluit__text', { hasText: 'De tafel wil een vrijwillige poule.' }).waitFor();
  await there.getByText('overgenomen').waitFor();
  await button(vera, 'Concluderen').waitFor();
  await vera.emulateMedia({ media: 'print' });
  const line = await there.locator('ins').first().evaluate((ins) => getComputedStyle(ins).textDecorationLine);
  assert.equal(line, 'underline', 'also on paper');
});

inHouse('a question means something else: one tap says that an answer still holds', async (house) => {
  const keuzevraag = await make(house, 'sem', 'keuzevraag.inbrengen', { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Ieder zoekt zelf.', opties: [{ titel: 'Een poule' }] });
  await make(house, 'sem', 'keuzevraag.gevolgen-vragen', { keuzevraag, voor: '2099-01-01T00:00:00Z'.replace('2099', String(new Date().getUTCFullYear() + 1)) });
  const namens = house.names.wil_namens;
  await make(house, 'wil', 'standpunt.innemen', { keuzevraag, waarde: 'akkoord_mits', tekst: 'Mits vrijwillig.' }, { namens });
  const address = `/tafels/${house.names.tafel}/keuzevragen/${keuzevraag}`;
  const vera = await house.pageOf('vera', address);
  const wil = await house.pageOf('wil', address, PHONE);
  await button(vera, 'Tekst herzien').click();
  await dialog(vera).getByLabel('Optie 1').fill('Een verplichte poule');
  await dialog(vera).getByLabel('De betekenis verandert').check();
  await check(vera, 'revising a question');
  await carryOut(vera);
  await wil.getByRole('heading', { name: 'Geldt dit nog?' }).waitFor();
  await wil.getByText('(over een eerdere tekst)').first().waitFor();
  await wil.getByText('Eerdere teksten (1)').click();
  await wil.locator('.spr-versies ins', { hasText: 'verplichte' }).waitFor();
  await check(wil, 'a question that was revised, on a phone');
  const sem = await house.pageOf('sem', address);
  await sem.getByText(/^Nog niet bevestigd:/).waitFor();
  await button(wil, 'Dit geldt nog').click();
  await wil.getByRole('heading', { name: 'Geldt dit nog?' }).waitFor({ state: 'detached' });
  assert.equal(await wil.getByText('(over een eerdere tekst)').count(), 0);
  await sem.getByText(/^Nog niet bevestigd:/).waitFor({ state: 'detached' });
});
