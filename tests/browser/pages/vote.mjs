// Ways to vote: a poll that decides nothing, a stem cast by volmacht, and consent with an objection
// that stands in the way until the party itself says it is met.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (place, name) => place.getByRole('button', { name, exact: true });
const pick = (place, name) => place.getByRole('radio', { name }).check();
const ask = (page, title) => page.locator('.spr-ask', { hasText: title });

async function asks(person, house, what, args, namens = '') {
  const answer = await person.ask({ do: what, sleutel: newKey(), tafel: house.names.tafel, namens, args });
  assert.ok(answer.ok, `${what}: ${JSON.stringify(answer)}`);
  return answer.ok.id;
}

// The table as the secretaris left it: a question that is ready, and a decision on it.
async function prepare(house) {
  const sem = await house.program('sem');
  const keuzevraag = await asks(sem, house, 'keuzevraag.inbrengen', { vraag: 'Hoe delen wij mensen?', nietsDoen: 'Niet.', opties: [{ titel: 'Een poule' }] });
  await asks(sem, house, 'keuzevraag.besluitrijp-maken', { keuzevraag });
  const put = async (titel) => {
    const besluit = await asks(sem, house, 'besluit.opstellen', { keuzevraag, soort: 'conclusie', titel, tekst: 'Wij willen een poule.' });
    await asks(sem, house, 'besluit.voorleggen', { besluit });
    return `/tafels/${house.names.tafel}/besluiten/${besluit}`;
  };
  return { keuzevraag, put };
}

// Consent and the poll are found only where the other settings are.
async function openVote(vera, name) {
  await button(vera, 'Stemming openen').click();
  const radio = dialog(vera).getByRole('radio', { name });
  assert.equal(await radio.isVisible(), false);
  await dialog(vera).getByText('Meer instellingen').click();
  await radio.check();
  await check(vera, `opening: ${name}`);
  await carryOut(vera);
}

inHouse('a poll decides nothing; a party lets another vote for it, and votes itself after all', async (house) => {
  const { put } = await prepare(house);
  const address = await put('Een poule');
  const vera = await house.pageOf('vera', address);
  const ona = await house.pageOf('ona', address);
  const wil = await house.pageOf('wil', address, { viewport: { width: 390, height: 800 } });
  await button(ona, 'Volmacht geven').click();
  await dialog(ona).getByLabel('Aan welke partij?').selectOption({ label: 'Vakbond Zorg Samen (fictief)' });
  await check(ona, 'giving a volmacht');
  await carryOut(ona);
  await wil.locator('.spr-volmachten').getByText('mag stemmen voor').waitFor();

  await openVote(vera, /^Peiling/);
  await wil.getByText('Deze peiling beslist niets').first().waitFor();
  const other = ask(wil, '(volmacht)');
  await pick(other, 'Tegen');
  await check(wil, 'a vote by volmacht');
  await other.getByRole('button', { name: /^Stem voor .* \(volmacht\)$/ }).click();
  await other.getByText('U stemde voor deze partij: Tegen').waitFor();
  await ona.getByText('Uw stem: Tegen').waitFor();
  assert.equal(await button(ona, 'Volmacht intrekken').count(), 0);
  await button(ona, 'Opnieuw stemmen').click();
  await pick(ask(ona, 'Stem van'), 'Voor');
  await button(ona, 'Stem uitbrengen').click();
  await wil.getByText('Deze partij stemde zelf').waitFor();
  await button(vera, 'Stemming sluiten').click();
  await dialog(vera).getByText('het voorstel ligt daarna weer voor').waitFor();
  await carryOut(vera);
  await wil.getByText('1 van 4 aanwezig, 1 voor, 0 tegen').waitFor();
  assert.doesNotMatch(await wil.locator('.spr-result').innerText(), /gehaald/);
  await wil.getByText('Dit voorstel ligt nu voor').waitFor();
  await check(wil, 'a poll that was counted');

  await button(ona, 'Volmacht intrekken').click();
  await dialog(ona).getByText('kan dan niet meer voor u stemmen').waitFor();
  await dialog(ona).getByRole('button', { name: 'Volmacht intrekken' }).click();
  await wil.locator('.spr-volmachten').getByText('ingetrokken').waitFor();
  const sem = await house.pageOf('sem', address);
  await button(sem, 'Verzoek om stemming vastleggen').click();
  await dialog(sem).getByLabel('Vastleggen voor').selectOption({ label: 'Onderwijsbond De Klas (fictief)' });
  await check(sem, 'recording a request for a vote');
  await carryOut(sem);
  await wil.getByText('vroeg om een stemming').waitFor();
});

inHouse('under consent an objection stands in the way until its party says it is met', async (house) => {
  const { keuzevraag, put } = await prepare(house);
  const address = await put('Een poule');
  const vera = await house.pageOf('vera', address);
  const wil = await house.pageOf('wil', address);
  await openVote(vera, /^Consent/);
  await wil.getByRole('link', { name: 'Overwegend bezwaar indienen' }).waitFor();
  assert.equal(await ask(wil, 'Stem van').getByRole('radio', { name: 'Tegen' }).count(), 0);
  await pick(ask(wil, 'Stem van'), 'Geen overwegend bezwaar');
  await check(wil, 'a vote under consent');
  await button(wil, 'Stem uitbrengen').click();
  await wil.getByText('Uw stem: Geen overwegend bezwaar').waitFor();
  const wes = await house.program('wes');
  const namens = house.names.wes_namens;
  const bedenking = await asks(wes, house, 'bedenking.indienen', { keuzevraag, graad: 'overwegend_bezwaar', tekst: 'Dit kost te veel.' }, namens);
  await wil.getByText('Nu staat 1 overwegend bezwaar').waitFor();
  const votes = await house.program('vera');
  const stemming = house.world.value('SELECT max(id) FROM spr.stemming');
  await asks(wes, house, 'stem.uitbrengen', { stemming, keuze: 'onthouding' }, namens);
  await asks(votes, house, 'stemming.sluiten', { stemming });
  await wil.getByText('Er is geen consent: een partij heeft een overwegend bezwaar.').waitFor();
  await wil.locator('.spr-result').getByText('Dit kost te veel.').waitFor();
  await check(wil, 'a consent that an objection stopped');

  await asks(wes, house, 'bedenking.afdoen', { bedenking, uitkomst: 'tegemoetgekomen' }, namens);
  await vera.goto(house.origin + await put('Een kleine poule'));
  await openVote(vera, /^Consent/);
  const next = house.world.value('SELECT max(id) FROM spr.stemming');
  await asks(wes, house, 'stem.uitbrengen', { stemming: next, keuze: 'voor' }, namens);
  const wilAlso = await house.program('wil');
  await asks(wilAlso, house, 'stem.uitbrengen', { stemming: next, keuze: 'voor' }, house.names.wil_namens);
  await button(vera, 'Stemming sluiten').click();
  await carryOut(vera);
  await vera.getByText('geen partij had een overwegend bezwaar').waitFor();
  await vera.locator('.spr-result').getByText('2 van 4 aanwezig, 2 zonder overwegend bezwaar').waitFor();
});
