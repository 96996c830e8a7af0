// Who may read a besluit beyond the tafel: chosen by who leads, read by who looks in from outside.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

inHouse('a besluit becomes public, and is read from outside', async (house) => {
  const sem = await house.program('sem');
  const { tafel } = house.names;
  const does = async (name, args) => {
    const answer = await sem.ask({ do: name, sleutel: newKey(), tafel, args });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.ok.id;
  };
  const besluit = await does('besluit.opstellen', { soort: 'conclusie', titel: 'Een poule', tekst: 'De tafel wil een poule.' });
  await does('besluit.voorleggen', { besluit });
  const tom = await house.pageOf('tom', `/tafels/${tafel}`);
  await tom.getByText('Er is nog niets openbaar van deze tafel.').waitFor();
  const vera = await house.pageOf('vera', `/tafels/${tafel}/besluiten/${besluit}`);
  await button(vera, 'Aanhouden').click();
  await carryOut(vera);
  await does('besluit.voorleggen', { besluit });
  await button(vera, 'Concluderen').click();
  await dialog(vera).getByLabel('Aangenomen').check();
  await dialog(vera).getByLabel('Reden').fill('Iedereen knikte.');
  await carryOut(vera);
  await vera.getByText('Eerdere uitkomsten').click();
  await vera.getByText('aangehouden', { exact: false }).first().waitFor();

  // Members first.
  await button(vera, 'Openbaarheid').click();
  await dialog(vera).getByLabel(/^Eerst de achterban/).check();
  await check(vera, 'choosing who may read a besluit');
  await carryOut(vera);
  await vera.getByText(/^onder embargo tot en met/).waitFor();
  await button(vera, 'Openbaarheid').click();
  await dialog(vera).getByLabel(/^Openbaar/).check();
  await carryOut(vera);
  await vera.locator('.spr-badge', { hasText: 'openbaar' }).waitFor();
  assert.equal(await button(vera, 'Openbaarheid').count(), 0); // it cannot be undone

  await tom.getByRole('link', { name: 'Een poule' }).click();
  await tom.getByText('De tafel wil een poule.').waitFor();
  assert.equal(await tom.getByText('Iedereen knikte.').count(), 0);
  await check(tom, 'a public besluit, from outside');
});

inHouse('an adopted besluit is passed on, and what the overlegtafel answered is recorded', async (house) => {
  const sem = await house.program('sem');
  const vera = await house.program('vera');
  const { tafel } = house.names;
  const does = async (who, name, args) => {
    const answer = await who.ask({ do: name, sleutel: newKey(), tafel, args });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.ok.id;
  };
  const besluit = await does(sem, 'besluit.opstellen', { soort: 'conclusie', titel: 'Een poule', tekst: 'De tafel wil een poule.' });
  await does(sem, 'besluit.voorleggen', { besluit });
  await does(vera, 'besluit.concluderen', { besluit, uitkomst: 'aangenomen' });
  const page = await house.pageOf('sem', `/tafels/${tafel}/besluiten/${besluit}`);
  await button(page, 'Doorgeleiden').click();
  await dialog(page).getByLabel('Naam van de overlegtafel').fill('Sectoroverleg zorg');
  await dialog(page).getByLabel('Wat vraagt u?').fill('Neemt u dit over in de cao?');
  await check(page, 'passing a besluit on');
  await carryOut(page);
  const wil = await house.pageOf('wil', `/tafels/${tafel}/besluiten/${besluit}`, { viewport: { width: 390, height: 844 } });
  const line = wil.locator('[data-part=doorgeleiding] li');
  await line.getByText('wacht op antwoord').waitFor();
  assert.equal(await wil.getByRole('button', { name: /^Antwoord vastleggen/ }).count(), 0);
  await page.getByRole('button', { name: /^Antwoord vastleggen/ }).click();
  await dialog(page).getByLabel('overgenomen, aangepast').check();
  await dialog(page).getByLabel('Wat veranderden zij, of waarom niet?').fill('Vanaf 2027, niet eerder.');
  await carryOut(page);
  await line.getByText('Vanaf 2027, niet eerder.').waitFor();
  await check(wil, 'a besluit that was passed on, on a phone');
});
