// A knelpunt: reported and recorded, revised without a lost update, made a keuzevraag, out of time, closed.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse, post } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const item = (page, titel) => page.locator('.spr-knelpunt', { hasText: titel });

async function fill(page, { titel, sectoren, zwaarte, dag, niets }) {
  const form = dialog(page);
  await form.getByLabel('Wat knelt er?').fill(titel);
  for (const sector of sectoren) await form.getByLabel(sector).check();
  await form.getByLabel(zwaarte).check();
  await form.getByLabel('Tot en met welke dag').fill(dag);
  await form.getByLabel('Wat gebeurt er als niemand beslist?').fill(niets);
}

// Out of time at a moment of today, which no dialog offers.
async function reportUntil(house, moment) {
  const wes = await house.program('wes');
  const answer = await wes.ask({ do: 'knelpunt.melden', sleutel: newKey(), namens: house.names.wes_namens, tafel: house.names.tafel,
    args: { titel: 'De vergunning loopt af', sectoren: [house.names.sector_zorg], zwaarte: 'signaal',
      handelingsruimteTot: moment, gevolgVanNietsDoen: 'De locatie gaat dicht.' } });
  assert.ok(answer.ok, JSON.stringify(answer));
}

inHouse('a knelpunt is reported, revised, made a keuzevraag and closed', async (house) => {
  const address = `/tafels/${house.names.tafel}`;
  const wil = await house.pageOf('wil', address);
  const wes = await house.pageOf('wes', address);
  const sem = await house.pageOf('sem', address);
  await wil.getByText('Er is nog geen knelpunt gemeld.').waitFor();

  await button(wil, 'Knelpunt melden').click();
  assert.ok(await dialog(wil).locator('button[type=submit]').isDisabled());
  await fill(wil, { titel: 'Te weinig opleiders', sectoren: ['Zorg en welzijn', 'Onderwijs en kinderopvang'], zwaarte: 'Urgent',
    dag: '2026-02-13', niets: 'Er vallen diensten uit.' });
  await check(wil, 'reporting a knelpunt');
  await carryOut(wil);
  await item(wes, 'Te weinig opleiders').getByText('Nog 10 dagen om te handelen').waitFor();
  await item(wes, 'Te weinig opleiders').getByText('tot en met vrijdag 13 februari 2026').waitFor();
  assert.equal(await button(item(wes, 'Te weinig opleiders'), 'Bijwerken').count(), 0); // not theirs

  await button(sem, 'Knelpunt melden').click();
  await dialog(sem).getByLabel('Vastleggen voor', { exact: true }).selectOption({ label: 'Werkgevers Zorg Nederland (fictief)' });
  await fill(sem, { titel: 'Geen lokaal in de avond', sectoren: ['Cultuur en sport'], zwaarte: 'Signaal',
    dag: '2026-06-30', niets: 'De cursus gaat niet door.' });
  await carryOut(sem);
  await item(wes, 'Geen lokaal').getByText('vastgelegd, mondeling').waitFor();
  // What runs out first is on top; the line of time says in words what it shows.
  assert.deepEqual(await wes.locator('.spr-knelpunt h3').allTextContents(), ['Te weinig opleiders', 'Geen lokaal in de avond']);
  await wes.getByRole('img', { name: 'Tijdlijn van 2 open knelpunten: 0 zijn voorbij hun datum, 1 loopt binnen twee weken af.' }).waitFor();

  // Who had the old version open does not write over the new one.
  await button(item(sem, 'Te weinig opleiders'), 'Bijwerken').click();
  await dialog(sem).getByLabel('Wat knelt er?').fill('Te weinig mensen die opleiden');
  await button(item(wil, 'Te weinig opleiders'), 'Bijwerken').click();
  await dialog(wil).getByLabel('Toelichting').fill('Zeker in de avond.');
  await carryOut(wil);
  await item(sem, 'Te weinig opleiders').getByText('Zeker in de avond.').waitFor();
  await dialog(sem).locator('button[type=submit]').click();
  await dialog(sem).getByText('Iemand was u voor').waitFor();
  await button(dialog(sem), 'Annuleren').click();

  await button(item(sem, 'Te weinig opleiders'), 'Maak er een keuzevraag van').click();
  assert.equal(await dialog(sem).getByLabel('Wat gebeurt er als de tafel niets doet?').inputValue(), 'Er vallen diensten uit.');
  await dialog(sem).getByLabel('De vraag').fill('Wie leidt op?');
  await dialog(sem).getByLabel('De andere opties').fill('De buren\nEen gezamenlijke school');
  await carryOut(sem);
  await item(wes, 'Te weinig opleiders').getByText('opgepakt').waitFor();
  await item(wes, 'Te weinig opleiders').getByRole('link', { name: 'Wie leidt op?' }).click();
  await wes.getByRole('link', { name: 'Over knelpunt 1' }).click();
  await item(wes, 'Te weinig opleiders').waitFor();

  await button(item(wil, 'Te weinig opleiders'), 'Laten vervallen').click();
  await dialog(wil).getByText('Of het is opgelost, zegt wie de tafel leidt.').waitFor();
  await button(dialog(wil), 'Annuleren').click();
  await button(item(sem, 'Te weinig opleiders'), 'Afhandelen').click();
  await dialog(sem).getByLabel('Wat kwam ervan?').fill('De buren leiden op.');
  await check(sem, 'closing a knelpunt');
  await carryOut(sem);
  await wil.getByText('1 afgehandeld knelpunt').click();
  await item(wil, 'Te weinig opleiders').getByText('De buren leiden op.').waitFor();
  // Who came by a link to it finds it open.
  await item(wes, 'Te weinig opleiders').getByText('De buren leiden op.').waitFor();
});

inHouse('a bijdrage becomes a knelpunt that leads back to it', async (house) => {
  const program = await house.program('wil');
  const answer = await program.ask({ do: 'bijdrage.plaatsen', sleutel: newKey(), namens: house.names.wil_namens, tafel: house.names.tafel,
    args: { onderwerp: house.names.onderwerp, soort: 'knelpunt', tekst: 'De zendmast staat zonder noodstroom.\nNiemand is er eigenaar van.' } });
  const wes = await house.pageOf('wes', `${house.onderwerp()}#bijdrage-${answer.ok.id}`);
  const own = post(wes, 'De zendmast');
  await own.getByRole('button', { name: 'Meer' }).click();
  await button(own, 'Melden als knelpunt').click();
  assert.equal(await dialog(wes).getByLabel('Wat knelt er?').inputValue(), 'De zendmast staat zonder noodstroom.');
  assert.match(await dialog(wes).getByLabel('Toelichting').inputValue(), /Niemand is er eigenaar van/);
  await dialog(wes).getByLabel('Zorg en welzijn').check();
  await dialog(wes).getByLabel('Wat gebeurt er als niemand beslist?').fill('Bij uitval valt ook de telefoon weg.');
  await carryOut(wes);
  await wes.goto(`${house.origin}/tafels/${house.names.tafel}`);
  await item(wes, 'De zendmast').getByRole('link', { name: 'Naar de bijdrage waar dit uit komt' }).click();
  await post(wes, 'De zendmast').waitFor();
});

inHouse('the clock says that the room to act is over, to the tafel and to who it concerns', async (house) => {
  const address = `/tafels/${house.names.tafel}`;
  await reportUntil(house, '2026-02-03T14:00:00Z');
  const wil = await house.pageOf('wil', address);
  await button(wil, 'Knelpunt melden').click();
  await fill(wil, { titel: 'Te weinig opleiders', sectoren: ['Zorg en welzijn'], zwaarte: 'Urgent', dag: '2026-02-13', niets: 'Er vallen diensten uit.' });
  await carryOut(wil);
  await item(wil, 'De vergunning').getByText('Vandaag is de laatste dag om te handelen').waitFor();
  const wes = await house.pageOf('wes', '/tafels');
  house.world.setClock('2026-02-03T14:00:00Z');
  await item(wil, 'De vergunning').getByText('Handelingsruimte voorbij sinds dinsdag 3 februari 2026').waitFor();
  await item(wil, 'De vergunning').getByText('termijn verstreken').waitFor();
  await wil.getByRole('img', { name: '1 is voorbij zijn datum' }).waitFor();
  await check(wil, 'a tafel with knelpunten');
  await wes.getByRole('link', { name: 'De tijd om iets aan een knelpunt te doen is voorbij.' }).click();
  await item(wes, 'De vergunning').waitFor();
  await wes.waitForFunction(() => document.activeElement?.classList.contains('spr-knelpunt'));
});
