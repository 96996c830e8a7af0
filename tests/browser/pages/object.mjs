// A bedenking: put, answered, met by its own party; a toets that the voorzitter passes.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

inHouse('a bedenking is put, answered and met; a toets is passed', async (house) => {
  const sem = await house.program('sem');
  const answer = await sem.ask({ do: 'keuzevraag.inbrengen', sleutel: newKey(), tafel: house.names.tafel,
    args: { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Ieder zoekt zelf.', opties: [{ titel: 'Een poule' }] } });
  assert.ok(answer.ok, JSON.stringify(answer));
  const address = `/tafels/${house.names.tafel}/keuzevragen/${answer.ok.id}`;
  const wil = await house.pageOf('wil', address);
  const vera = await house.pageOf('vera', address);
  await button(wil, 'Bedenking indienen').click();
  await dialog(wil).getByLabel('Voorwaarde').check();
  await dialog(wil).getByLabel('Uw bedenking').fill('Alleen vrijwillig.');
  await check(wil, 'putting a bedenking');
  await carryOut(wil);
  const there = vera.locator('.spr-bedenking', { hasText: 'Alleen vrijwillig.' });
  assert.equal(await button(there, 'Afdoen').count(), 0); // not theirs
  await there.getByRole('button', { name: /^Antwoord op de bedenking/ }).click();
  await dialog(vera).getByLabel('Uw antwoord').fill('Dat komt in de tekst.');
  await carryOut(vera);
  const here = wil.locator('.spr-bedenking', { hasText: 'Alleen vrijwillig.' });
  await here.getByText('Dat komt in de tekst.').waitFor();
  await button(here, 'Afdoen').click();
  await dialog(wil).getByLabel('Wij handhaven haar').check();
  await carryOut(wil);
  await here.getByText('gehandhaafd').first().waitFor();
  await button(here, 'Afdoen').click();
  assert.equal(await dialog(wil).getByLabel('Wij handhaven haar').count(), 0);
  await dialog(wil).getByLabel('Er is aan tegemoetgekomen').check();
  await carryOut(wil);
  await there.getByText('tegemoetgekomen').first().waitFor();

  await button(wil, 'Uitvoerbaarheid toetsen').click();
  await dialog(wil).getByLabel('niet uitvoerbaar').check();
  await dialog(wil).getByLabel('Wat vond u?').fill('Het rooster ligt vast.');
  await carryOut(wil);
  await vera.getByRole('button', { name: /^Toch doorgaan na de toets/ }).click();
  await dialog(vera).getByLabel('Reden').fill('Het rooster schuift.');
  await check(vera, 'passing a toets');
  await carryOut(vera);
  await wil.getByText('gaat toch door: Het rooster schuift.').waitFor();
  await check(wil, 'a keuzevraag with a bedenking and a toets');
});
