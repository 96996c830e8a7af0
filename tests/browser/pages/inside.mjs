// Inside an organisation: one prepares, another agrees, one sends; and who can commit now.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (place, name) => place.getByRole('button', { name, exact: true });

async function ask(program, tafel, what, args) {
  const answer = await program.ask({ do: what, sleutel: newKey(), tafel, args });
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.ok.id;
}

inHouse('a standpunt is prepared, agreed to by a second person, and sent with one tap', async (house) => {
  const { tafel, org_vz, persoon_vik } = house.names;
  house.world.sql(`SELECT rule.vertegenwoordiging_vastleggen(${persoon_vik}, ${org_vz}, 'Medewerker')`);
  const sem = await house.program('sem');
  const vraag = await ask(sem, tafel, 'keuzevraag.inbrengen',
    { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Ieder zoekt zelf.', opties: [{ titel: 'Een poule' }] });
  await ask(sem, tafel, 'keuzevraag.besluitrijp-maken', { keuzevraag: vraag });
  const address = `/tafels/${tafel}/keuzevragen/${vraag}`;

  const wil = await house.pageOf('wil', '/organisatie');
  await wil.getByText('2 personen kunnen voor u spreken.').waitFor();
  await button(wil, 'Aanzetten').click();
  await button(wil, 'Uitzetten').waitFor();
  await check(wil, 'the page of the own organisation');

  await wil.goto(house.origin + address);
  const vera = await house.pageOf('vera', address);
  const form = wil.locator('.spr-ask', { hasText: 'Standpunt' });
  await form.getByLabel('Akkoord, mits').check();
  await form.getByRole('textbox').fill('Mits vrijwillig.');
  // What is sent without a second person is refused, and the way on stands beside it.
  await form.locator('button[type=submit]').click();
  await form.getByText('Uw organisatie vraagt de instemming van een tweede.').waitFor();
  await button(form, 'Klaarzetten voor collega’s').click();
  const draft = wil.locator('.spr-draft');
  await draft.getByText('wacht op instemming').waitFor();
  assert.equal(await button(draft, 'Versturen').count(), 0);
  assert.equal(await button(draft, 'Instemmen').count(), 0); // one's own
  await check(wil, 'a question with something prepared');

  // A colleague without a seat: told of it, and agrees on the page of the organisation, on a phone.
  const vik = await house.pageOf('vik', '/tafels', { viewport: { width: 360, height: 740 } });
  await vik.getByRole('link', { name: 'Een collega vraagt uw instemming.' }).click();
  const there = vik.locator('.spr-draft');
  await there.getByText('Mits vrijwillig.').waitFor();
  await check(vik, 'agreeing, on a phone');
  await button(there, 'Instemmen').click();
  await there.getByText('staat klaar').waitFor();

  await draft.getByText('Vik stemt in').waitFor();
  // Other words are not what was agreed to.
  await button(draft, 'Aanpassen').click();
  await dialog(wil).getByLabel('Tekst').fill('Mits vrijwillig en betaald.');
  await check(wil, 'changing what is prepared');
  await carryOut(wil);
  await draft.getByText('wacht op instemming').waitFor();
  await there.getByText('Mits vrijwillig en betaald.').waitFor();
  await button(there, 'Instemmen').click();
  await button(draft, 'Versturen').click();
  await draft.waitFor({ state: 'detached' });
  await vera.locator('.spr-said, section').getByText('Mits vrijwillig en betaald.').first().waitFor();
  assert.equal(await vera.getByText('Binnen onze organisatie').count(), 0);

  // Taken back, nothing is left; a bedenking is prepared from its own dialog.
  await button(wil, 'Bedenking indienen').click();
  await dialog(wil).getByLabel('Wens').check();
  await dialog(wil).getByLabel('Uw bedenking').fill('Graag later.');
  await button(dialog(wil), 'Klaarzetten voor collega’s').click();
  await draft.getByText('Graag later.').waitFor();
  await button(draft, 'Weghalen').click();
  await draft.waitFor({ state: 'detached' });
});

inHouse('a party says whether it can commit now; the voorzitter sees it in one line', async (house) => {
  const { tafel } = house.names;
  const sem = await house.program('sem');
  const besluit = await ask(sem, tafel, 'besluit.opstellen', { soort: 'conclusie', titel: 'Een poule', tekst: 'Wij willen een poule.' });
  await ask(sem, tafel, 'besluit.voorleggen', { besluit });
  const address = `/tafels/${tafel}/besluiten/${besluit}`;
  const vera = await house.pageOf('vera', address);
  const line = vera.locator('.spr-committable');
  await line.getByText('Nog niets gehoord (4):').waitFor();
  const wil = await house.pageOf('wil', address);
  const form = wil.locator('.spr-ask', { hasText: 'nu toezeggen?' });
  await form.getByLabel('Wij moeten eerst terug').check();
  await form.getByLabel('Vóór welke dag bent u terug?').waitFor();
  await check(wil, 'saying whether one can commit');
  await button(form, 'Doorgeven').click();
  await line.getByText('Moet eerst terug (1):').waitFor();
  await button(form, 'Veranderen').click();
  await form.getByLabel('Wij kunnen nu toezeggen').check();
  await button(form, 'Doorgeven').click();
  await line.getByText('Kan nu toezeggen (1):').waitFor();

  const record = await house.pageOf('sem', address);
  await button(record, 'Vastleggen voor een partij').first().click();
  await dialog(record).getByLabel('Vastleggen voor').selectOption({ label: 'Werkgevers Zorg Nederland (fictief)' });
  await dialog(record).getByLabel('Wij zeggen hier niets over').check();
  await check(record, 'recording it for a party');
  await carryOut(record);
  await line.getByText('Zegt hier niets over (1):').waitFor();
  // A term that has passed stands out.
  house.world.sql(`UPDATE spr.toezegbaarheid SET waarde = 'moet_terug_voor', terug_voor = rule.nu() - interval '1 day' WHERE besluit = ${besluit} AND via = 'mondeling'`);
  await vera.reload();
  await line.getByText('termijn voorbij').waitFor();
  await check(vera, 'a decision with the line of who can commit');
});
