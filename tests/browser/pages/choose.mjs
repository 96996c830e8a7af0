// From a choice question to a decision: consequences, positions, a vote of both sides, the result.
import assert from 'node:assert/strict';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse, lamp } from '../lib/people.mjs';

const MOST_ACTS = 4; // what answering a request may cost a representative
const VRAAG = 'Hoe delen wij mensen bij digitale uitval?';
const POULE = 'Een gezamenlijke poule';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const pick = (place, name) => place.getByRole('radio', { name, exact: true }).check();
const ask = (page, title) => page.locator('.spr-ask', { hasText: title });
const besluit = (page) => page.locator('.spr-besluit', { hasText: 'Een poule voor crisistijd' });
const cell = (page, sector, side) => page.locator('.spr-gevolgen tr', { hasText: sector })
  .locator(`td[data-side="${side}"]`);

// What a person does for one thing that was asked; every act is a tap or a line typed.
async function countActs(t, what, ...acts) {
  for (const act of acts) await act();
  t.diagnostic(`${what}: ${acts.length} acts`);
  assert.ok(acts.length <= MOST_ACTS, `${what} took ${acts.length} acts`);
}

async function putQuestion(sem) {
  await button(sem, 'Keuzevraag inbrengen').click();
  await dialog(sem).getByLabel('De vraag').fill(VRAAG);
  await dialog(sem).getByLabel('Wat gebeurt er als de tafel niets doet?').fill('Elke sector zoekt zelf mensen.');
  await dialog(sem).getByLabel('De andere opties').fill(POULE);
  await carryOut(sem);
  await sem.getByRole('link', { name: VRAAG }).click();
  await sem.getByRole('heading', { level: 1, name: VRAAG }).waitFor();
}

async function putDecision(vera) {
  await button(vera, 'Besluit opstellen').click();
  await dialog(vera).getByLabel('Titel').fill('Een poule voor crisistijd');
  await dialog(vera).getByLabel('Tekst van het besluit').fill('De tafel concludeert dat een poule de voorkeur heeft.');
  await dialog(vera).getByLabel('Gekozen optie').selectOption({ label: POULE });
  await carryOut(vera);
}

async function putToTable(vera) {
  await button(besluit(vera), 'Voorleggen').click();
  await carryOut(vera);
}

async function takeConsequences(t, house, { sem, wil, wes }) {
  await button(sem, 'Gevolgen vragen').click();
  await check(sem, 'asking for consequences');
  await carryOut(sem);
  await countActs(t, 'no consequences, from the message',
    () => wil.getByRole('link', { name: 'Verwacht uw organisatie gevolgen?' }).click(),
    () => pick(ask(wil, 'gevolgen?'), 'Nee'),
    () => button(wil, 'Antwoord versturen').click());
  await wil.getByText('U hebt geantwoord').waitFor();
  // The button that had the focus is gone; the one in its place has it now.
  await wil.locator('button:focus', { hasText: 'Antwoord veranderen' }).waitFor();
  await cell(wil, 'Zorg en welzijn', 'Werknemers').getByText('nee, geen gevolgen').waitFor();

  await wes.getByRole('link', { name: VRAAG }).click();
  await countActs(t, 'consequences, on the page',
    () => pick(ask(wes, 'gevolgen?'), 'Ja, namelijk…'),
    () => ask(wes, 'gevolgen?').getByLabel('Welke gevolgen?').fill('Roosters moeten eerder vastliggen.'),
    () => button(wes, 'Antwoord versturen').click());
  await cell(wil, 'Zorg en welzijn', 'Werkgevers').getByText('Roosters moeten eerder vastliggen.').waitFor();

  await button(sem, 'Antwoord vastleggen voor een partij').click();
  await dialog(sem).getByLabel('Vastleggen voor').selectOption({ label: 'Onderwijsbond De Klas (fictief)' });
  await dialog(sem).getByLabel('Wie sprak').fill('Ona');
  await pick(dialog(sem), 'Nee');
  await check(sem, 'recording an answer');
  await carryOut(sem);
  await cell(wil, 'Onderwijs', 'Werknemers').getByText('vastgelegd, mondeling, Ona sprak').waitFor();

  const ona = await house.pageOf('ona', new URL(wes.url()).pathname);
  await ona.getByText('De secretaris legde dit voor u vast').waitFor();
  await button(ona, 'Antwoord veranderen').click();
  await pick(ask(ona, 'gevolgen?'), 'Nee');
  await button(ona, 'Antwoord versturen').click();
  await cell(wil, 'Onderwijs', 'Werknemers').getByText('vastgelegd').waitFor({ state: 'detached' });
}

async function takePositions(t, { wil, wes }) {
  await countActs(t, 'a position without a line',
    () => pick(ask(wil, 'Wat vindt'), 'Akkoord'),
    () => button(wil, 'Standpunt versturen').click());
  await pick(ask(wes, 'Wat vindt'), 'Akkoord, mits');
  assert.ok(await button(wes, 'Standpunt versturen').isDisabled());
  await ask(wes, 'Wat vindt').getByLabel('Onder welke voorwaarde?').fill('Mits deelname vrijwillig is.');
  await check(wes, 'taking a position');
  await button(wes, 'Standpunt versturen').click();
  await wil.locator('.spr-vak', { hasText: 'Akkoord, mits (1)' }).getByText('Mits deelname vrijwillig is.').waitFor();
  await wil.getByText('Nu wordt niets van u gevraagd').waitFor();
}

inHouse('a choice question is answered, decided and voted on by both sides', async (house, t) => {
  const address = `/tafels/${house.names.tafel}`;
  const sem = await house.pageOf('sem', address);
  const wil = await house.pageOf('wil', '/tafels');
  const wes = await house.pageOf('wes', address);
  await button(sem, 'Keuzevraag inbrengen').waitFor();
  await putQuestion(sem);
  await takeConsequences(t, house, { sem, wil, wes });
  await takePositions(t, { wil, wes });

  await button(sem, 'Besluitrijp maken').click();
  await carryOut(sem);
  const vera = await house.pageOf('vera', new URL(sem.url()).pathname);
  await lamp(vera, 'live');
  await putDecision(vera);
  await besluit(sem).getByText('Alleen voorzitter en secretaris').waitFor();
  assert.equal(await besluit(wil).count(), 0);
  await putToTable(vera);
  await button(besluit(wes), 'Vraag een stemming').click();
  await carryOut(wes);
  await besluit(vera).getByText('vroeg om een stemming').waitFor();
  assert.equal(await button(vera, 'Concluderen').count(), 0);

  await button(besluit(vera), 'Stemming openen').click();
  await dialog(vera).getByText('Meer instellingen').click();
  await check(vera, 'opening a vote');
  await carryOut(vera);
  await wil.goto(`${house.origin}/tafels`);
  await countActs(t, 'a vote, from the message',
    () => wil.getByRole('link', { name: 'U kunt stemmen.' }).click(),
    () => pick(ask(wil, 'Stem van'), 'Voor'),
    () => button(wil, 'Stem uitbrengen').click());
  await wil.getByText('Uw stem: Voor').waitFor();
  await besluit(wes).getByText('1 van 4 partijen hebben gestemd').waitFor();
  await check(wes, 'an open vote');
  await pick(ask(wes, 'Stem van'), 'Voor');
  await button(wes, 'Stem uitbrengen').click();
  await besluit(vera).getByText('2 van 4 partijen hebben gestemd').waitFor();
  const oto = await house.pageOf('oto', address);
  await oto.getByRole('link', { name: 'Een poule voor crisistijd' }).click();
  await oto.getByRole('heading', { level: 1, name: 'Een poule voor crisistijd' }).waitFor();
  assert.equal(await button(oto, 'Stem uitbrengen').count(), 0); // Oto may not sign
  await button(besluit(vera), 'Stemming sluiten').click();
  await carryOut(vera);

  await oto.getByText('De tafel heeft dit besluit aangenomen').waitFor();
  const result = await oto.locator('.spr-result').innerText();
  for (const side of ['Werknemers', 'Werkgevers'])
    assert.match(result, new RegExp(`${side}: 1 van 2 aanwezig, 1 voor, 0 tegen: gehaald`));
  await check(oto, 'a decision with its result');
  await check(wes, 'a settled question');
  await oto.goto(house.origin + address);
  await oto.locator('.spr-keuzes').getByText('Aangenomen').waitFor();
  await oto.locator('.spr-keuzes').getByText('Besloten').waitFor();
  await lamp(oto, 'live');
  await check(oto, 'a tafel with choices');
});

inHouse('a decision is held over, a vote stays hidden until it closes, another is broken off', async (house) => {
  const sem = await house.pageOf('sem', `/tafels/${house.names.tafel}`);
  await button(sem, 'Keuzevraag inbrengen').waitFor();
  await putQuestion(sem);
  await button(sem, 'Besluitrijp maken').click();
  await carryOut(sem);
  const page = new URL(sem.url()).pathname;
  const vera = await house.pageOf('vera', page);
  const wil = await house.pageOf('wil', page);
  const wes = await house.pageOf('wes', page);
  await putDecision(vera);
  await putToTable(vera);
  await button(besluit(vera), 'Aanhouden').click();
  await carryOut(vera);
  await besluit(wil).getByText('Aangehouden: de tafel stelt dit besluit uit, tot en met').waitFor();
  await putToTable(vera);

  await button(besluit(vera), 'Stemming openen').click();
  await carryOut(vera);
  await button(besluit(vera), 'Stemming afbreken').click();
  await dialog(vera).locator('textarea').fill('De tekst klopte niet');
  await carryOut(vera);
  await besluit(wil).getByText('Afgebroken door Vera: De tekst klopte niet').waitFor();

  await button(besluit(vera), 'Stemming openen').click();
  await dialog(vera).getByText('Meer instellingen').click();
  await dialog(vera).getByLabel('Stemmen pas tonen na de sluiting').check();
  await carryOut(vera);
  await pick(ask(wil, 'Stem van'), 'Tegen');
  await button(wil, 'Stem uitbrengen').click();
  await wil.getByText('Uw stem: Tegen').waitFor();
  await pick(ask(wes, 'Stem van'), 'Voor');
  await button(wes, 'Stem uitbrengen').click();
  await wes.getByText('Uw stem: Voor').waitFor();
  await wes.locator('.spr-voters summary').last().click();
  const line = wes.locator('.spr-voters li', { hasText: 'Vakbond Zorg Samen' }).last();
  assert.doesNotMatch(await line.innerText(), /Tegen/);
  await wil.reload();
  await wil.getByText('Uw stem: Tegen').waitFor();
  await button(besluit(vera), 'Stemming sluiten').click();
  await carryOut(vera);
  await besluit(wes).getByText('De tafel heeft dit voorstel verworpen').waitFor();
  await line.getByText('Tegen').waitFor();
});
