// A commitment: asked, made by a signatory, followed with its story; another is declined.
import assert from 'node:assert/strict';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const line = (page, tekst) => page.locator('.spr-toezegging', { hasText: tekst });

async function ask(sem, party, tekst) {
  await button(sem, 'Toezegging vragen').click();
  await dialog(sem).getByLabel('Aan wie').selectOption({ label: party });
  await dialog(sem).getByLabel('Wat vraagt u?').fill(tekst);
  await check(sem, 'asking for a commitment');
  await carryOut(sem);
}

inHouse('a commitment is asked, made, followed and kept; another is declined', async (house) => {
  const address = `/tafels/${house.names.tafel}`;
  const sem = await house.pageOf('sem', address);
  const wes = await house.pageOf('wes', address);
  const wil = await house.pageOf('wil', '/tafels');
  await ask(sem, 'Vakbond Zorg Samen (fictief)', 'Twintig reservisten opleiden.');
  await ask(sem, 'Werkgevers Zorg Nederland (fictief)', 'De opleiding betalen.');

  await wil.getByRole('link', { name: 'toezegging gevraagd' }).click();
  assert.equal(await line(wil, 'De opleiding betalen.').getByRole('button').count(), 0); // not theirs
  assert.equal(await button(line(sem, 'Twintig'), 'Toezeggen').count(), 0); // never for another
  await button(line(wil, 'Twintig'), 'Toezeggen').click();
  await carryOut(wil);
  await line(wes, 'Twintig').getByText('Toegezegd door Wil').waitFor();

  await button(line(wil, 'Twintig'), 'Stand melden').click();
  await dialog(wil).getByLabel('Stand', { exact: true }).selectOption({ label: 'vertraagd' });
  await dialog(wil).getByLabel('Het verhaal erbij').fill('De opleider is ziek.');
  await check(wil, 'telling how a commitment stands');
  await carryOut(wil);
  await line(wes, 'Twintig').getByText('De opleider is ziek.').waitFor();

  await button(line(sem, 'Twintig'), 'Stand vastleggen').click();
  await dialog(sem).getByLabel('Vastleggen voor', { exact: true }).selectOption({ label: 'Vakbond Zorg Samen (fictief)' });
  await dialog(sem).getByLabel('Stand', { exact: true }).selectOption({ label: 'nagekomen' });
  await dialog(sem).getByLabel('Het verhaal erbij').fill('Alle twintig staan klaar.');
  await carryOut(sem);
  await line(wes, 'Twintig').getByText('nagekomen').first().waitFor();
  await line(wes, 'Twintig').getByText('vastgelegd, mondeling').waitFor();

  await button(line(wes, 'De opleiding'), 'Niet toezeggen').click();
  await dialog(wes).locator('textarea').fill('Daar is geen mandaat voor.');
  await carryOut(wes);
  await line(sem, 'De opleiding').getByText('niet toegezegd').first().waitFor();
  await check(wes, 'a tafel with commitments');
});
