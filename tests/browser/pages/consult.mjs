// What comes with a decision: members are asked and answer, a reservation ends or a vote is counted
// anew, the decision is signed, noted and looked back on; and a page of paper for the members.
import assert from 'node:assert/strict';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse, lamp } from '../lib/people.mjs';

const MOST_ACTS = 4; // what answering a request may cost a representative
const TITEL = 'Een poule voor crisistijd';
const VAKBOND = 'Vakbond Zorg Samen (fictief)';
const WERKGEVERS = 'Werkgevers Zorg Nederland (fictief)';
const ONDERWIJS = 'Onderwijsbond De Klas (fictief)';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const pick = (place, name) => place.getByRole('radio', { name, exact: true }).check();
const part = (page, name) => page.locator(`[data-part="${name}"]`);
const party = (page, name) => part(page, 'ruggespraak').locator('li', { hasText: name });
// Days of the clock of that world, which is not ours.
const dayOf = (house, ahead) => house.world.value(`SELECT rule.dag(rule.nu()) + ${ahead}`);

// What a person does for one thing that was asked; every act is a tap or a line typed.
async function countActs(t, what, ...acts) {
  for (const act of acts) await act();
  t.diagnostic(`${what}: ${acts.length} acts`);
  assert.ok(acts.length <= MOST_ACTS, `${what} took ${acts.length} acts`);
}

async function putDecision(vera, house) {
  await button(vera, 'Besluit opstellen').click();
  await dialog(vera).getByLabel('Titel').fill(TITEL);
  await dialog(vera).getByLabel('Tekst van het besluit').fill('De tafel concludeert dat een poule de voorkeur heeft.');
  await dialog(vera).getByLabel('Wat betekent dit voor mijn sector?').fill('U deelt mensen als het moet.');
  await dialog(vera).getByLabel('Wanneer kijkt de tafel terug?').fill(dayOf(house, 300));
  await check(vera, 'drafting a decision');
  await carryOut(vera);
  await vera.getByRole('link', { name: TITEL }).click();
  await button(vera, 'Voorleggen').click();
  await carryOut(vera);
}

async function askMembers(page, orgaan) {
  await button(page, 'Wij moeten terug naar onze achterban').click();
  await dialog(page).getByLabel('Aan wie legt u het voor?').fill(orgaan);
  await dialog(page).getByLabel('Met welk advies?').selectOption({ label: 'met een positief advies' });
  await check(page, 'going back to members');
  await carryOut(page);
}

async function recordFor(sem) {
  await button(sem, 'Ruggespraak vastleggen voor een partij').click();
  await dialog(sem).getByLabel('Vastleggen voor').selectOption({ label: ONDERWIJS });
  await dialog(sem).getByLabel('Wie sprak').fill('Ona');
  await dialog(sem).getByLabel('Aan wie legt u het voor?').fill('Algemene vergadering');
  await check(sem, 'recording that members are asked');
  await carryOut(sem);
  await button(party(sem, ONDERWIJS), 'Antwoord vastleggen').click();
  await dialog(sem).getByText('De tafel heeft nog niet besloten').waitFor();
  await pick(dialog(sem), 'Instemming');
  await carryOut(sem);
  await party(sem, ONDERWIJS).getByText('Instemming').waitFor();
}

async function conclude(vera) {
  await button(vera, 'Concluderen').click();
  await pick(dialog(vera), 'Aangenomen');
  await carryOut(vera);
  await vera.getByText(`wacht nog op de achterban van ${VAKBOND}`).waitFor();
}

async function readPaper(wil) {
  await wil.getByRole('link', { name: 'Oplegnotitie voor uw leden' }).click();
  await wil.getByRole('heading', { level: 1, name: TITEL }).waitFor();
  const paper = wil.getByTestId('oplegnotitie');
  await paper.getByText('U deelt mensen als het moet.').waitFor();
  await paper.getByText('Ledenparlement antwoordt tot en met').waitFor();
  assert.equal(await wil.locator('main').getByRole('button').count(), 1); // to print it
  await check(wil, 'the page for members');
  await wil.emulateMedia({ media: 'print' });
  assert.equal(await wil.locator('main').getByRole('button').count(), 0);
  await wil.emulateMedia({ media: 'screen' });
  await wil.getByRole('link', { name: 'Terug naar het besluit' }).click();
}

async function sign({ wil, wes, sem }) {
  const name = `Ondertekenen namens ${VAKBOND}`;
  await button(wil, name).click();
  await dialog(wil).getByText('U bindt uw organisatie').waitFor();
  await check(wil, 'signing');
  await carryOut(wil);
  await button(wil, name).waitFor({ state: 'detached' });
  await wil.waitForFunction(() => document.activeElement?.closest('.spr-besluit__beside'));
  await part(wes, 'ondertekeningen').getByText(`${VAKBOND}: Wil`).waitFor();
  await part(wes, 'ondertekeningen').locator('p', { hasText: 'Nog niet ondertekend' }).getByText(WERKGEVERS).waitFor();

  await button(sem, 'Handtekening vastleggen voor een partij').click();
  const ways = await dialog(sem).locator('option').allInnerTexts();
  await dialog(sem).getByLabel('Vastleggen voor').selectOption({ label: WERKGEVERS });
  assert.ok(!ways.includes('mondeling'));
  await carryOut(sem);
  await part(wes, 'ondertekeningen').getByText('vastgelegd, op papier').waitFor();
}

async function note({ wes, wil, sem }) {
  await button(wes, 'Aantekening laten opnemen').click();
  await dialog(wes).getByLabel('Wat wilt u laten aantekenen?').fill('Wij missen een begroting.');
  await check(wes, 'having a note recorded');
  await carryOut(wes);
  await part(wil, 'aantekeningen').getByText('Wij missen een begroting.').waitFor();
  await button(sem, 'Aantekening vastleggen voor een partij').click();
  const choices = await dialog(sem).locator('option').allInnerTexts();
  assert.ok(!choices.includes(WERKGEVERS)); // who spoke for itself
  await button(dialog(sem), 'Annuleren').click();
}

inHouse('members are asked and answer, a decision is adopted, signed, noted and looked back on', async (house, t) => {
  const address = `/tafels/${house.names.tafel}`;
  const vera = await house.pageOf('vera', address);
  await putDecision(vera, house);
  const page = new URL(vera.url()).pathname;
  const [wil, wes, sem] = [
    await house.pageOf('wil', '/tafels'), await house.pageOf('wes', page), await house.pageOf('sem', page),
  ];
  await wil.getByRole('link', { name: 'Er ligt een besluit voor.' }).first().click();
  await askMembers(wil, 'Ledenparlement');
  await party(wes, VAKBOND).getByText('nog 14 dagen').waitFor();
  assert.equal(await button(party(wes, VAKBOND), 'Antwoord van de achterban').count(), 0); // not theirs
  await recordFor(sem);
  await readPaper(wil);
  // The day to look back on it is over by the time that it is adopted.
  house.world.value(`UPDATE spr.besluit SET evalueer_op = rule.nu() - interval '3 days' WHERE titel = '${TITEL}' RETURNING id`);
  await conclude(vera);
  await check(vera, 'a decision under reservation');

  await wil.goto(house.origin + address);
  await wil.getByText('Uw achterban antwoordt nog: nog 14 dagen').waitFor();
  await lamp(wil, 'live');
  await check(wil, 'a tafel where own members must answer');
  await countActs(t, 'the answer of the members, from the tafel',
    () => wil.locator('.spr-attention').getByRole('link', { name: TITEL }).click(),
    () => button(wil, 'Antwoord van de achterban').click(),
    () => pick(dialog(wil), 'Instemming'),
    () => button(wil, 'Antwoord versturen').click());
  await wes.getByText(/De tafel heeft dit besluit aangenomen\.\s+Door \w+/).waitFor(); // who concluded stays

  await sign({ wil, wes, sem });
  await note({ wil, wes, sem });
  await part(wes, 'evaluaties').getByText('De tafel zou hier weer naar kijken op').waitFor();
  await wil.goto(house.origin + address);
  await wil.locator('.spr-attention').getByText('De tafel zou terugkijken op').waitFor();
  await wil.getByText('Evaluatie te laat').waitFor();
  await check(wil, 'a tafel that looks back too late');
  await button(vera, 'Evaluatie vastleggen').click();
  await pick(dialog(vera), 'Werkt deels');
  await dialog(vera).getByLabel('Het verhaal erbij').fill('Twee van de drie regio’s doen mee.');
  await dialog(vera).getByLabel('Wanneer kijkt de tafel weer?').fill(dayOf(house, 60));
  await check(vera, 'looking back');
  await carryOut(vera);
  await part(wes, 'evaluaties').getByText('Twee van de drie').waitFor();
  await part(wes, 'evaluaties').getByText('De tafel kijkt hier weer naar op').waitFor();
  await check(wes, 'a decision with all that comes with it');
});

inHouse('members reject after a vote, and it is counted anew', async (house) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.tafel}`);
  await putDecision(vera, house);
  const page = new URL(vera.url()).pathname;
  const wil = await house.pageOf('wil', page);
  const wes = await house.pageOf('wes', page);
  await askMembers(wil, 'Ledenparlement');
  await button(vera, 'Stemming openen').click();
  await carryOut(vera);
  for (const voter of [wil, wes]) {
    await pick(voter.locator('.spr-ask'), 'Voor');
    await button(voter, 'Stem uitbrengen').click();
    await voter.getByText('Uw stem: Voor').waitFor();
  }
  await button(vera, 'Stemming sluiten').click();
  await carryOut(vera);
  await vera.getByText('Aangenomen onder voorbehoud').waitFor();

  await button(wil, 'Antwoord van de achterban').click();
  await dialog(wil).getByText('telt de stem van uw organisatie als tegen').waitFor();
  await pick(dialog(wil), 'Afwijzing');
  await dialog(wil).getByLabel('Toelichting').fill('De leden willen meer zekerheid.');
  await dialog(wil).getByLabel('Besproken op').fill(dayOf(house, -1));
  await check(wil, 'giving a rejection');
  await carryOut(wil);
  await wes.getByText('De tafel heeft dit voorstel verworpen').waitFor();
  await party(wes, VAKBOND).getByText('De leden willen meer zekerheid.').waitFor();
  const results = wes.locator('.spr-results .spr-result');
  assert.match(await results.nth(0).innerText(), /Uitslag bij de sluiting\s+Aangenomen[\s\S]*Werknemers: 1 van 2 aanwezig, 1 voor, 0 tegen/);
  assert.match(await results.nth(1).innerText(), /Uitslag na ruggespraak\s+Verworpen[\s\S]*Werknemers: 1 van 2 aanwezig, 0 voor, 1 tegen/);
  await check(wes, 'a vote that was counted anew');
});
