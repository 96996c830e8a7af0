// What voorzitter and secretaris do, and what a party answers.
import assert from 'node:assert/strict';
import { box, carryOut, dialog, inHouse, lamp, post, say } from '../lib/people.mjs';

const regie = (page, name) => page.locator('.spr-regie').getByRole('button', { name, exact: true }).click();

async function reason(page, text) {
  await dialog(page).locator('textarea').fill(text);
  await carryOut(page);
}

inHouse('the voorzitter opens a tafel, suspends and resumes it, and closes it', async (house) => {
  const address = `/tafels/${house.names.concept}`;
  const vera = await house.pageOf('vera', address);
  await vera.getByText('Deze tafel wordt voorbereid').waitFor();
  await regie(vera, 'Tafel openen');
  await carryOut(vera);
  await vera.locator('.spr-tafel__status', { hasText: 'Open' }).waitFor();

  const wil = await house.pageOf('wil', '/tafels');
  await wil.locator('.spr-tafelcard', { hasText: 'Wonen' }).getByRole('button', { name: 'Toetreden' }).click();
  await carryOut(wil);
  await wil.getByRole('heading', { name: 'Wonen' }).waitFor();
  await wil.getByRole('button', { name: 'Nieuw onderwerp' }).waitFor();

  await regie(vera, 'Opschorten');
  await reason(vera, 'Beraad van de zijden');
  await wil.getByText('Deze tafel is opgeschort').waitFor();
  await wil.getByText('Beraad van de zijden').waitFor();
  await wil.getByRole('button', { name: 'Nieuw onderwerp' }).waitFor({ state: 'detached' });
  await regie(vera, 'Hervatten');
  await carryOut(vera);
  await wil.getByRole('button', { name: 'Nieuw onderwerp' }).waitFor();
  await regie(vera, 'Afsluiten');
  await reason(vera, 'De vraag is beantwoord');
  await wil.getByText('Deze tafel is afgesloten').waitFor();
  assert.equal(await vera.locator('.spr-regie').count(), 0);
});

inHouse('a party is invited; somebody gets a seat, and after losing it reads nothing new', async (house) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.concept}`);
  await regie(vera, 'Partij uitnodigen');
  await dialog(vera).getByLabel('Organisatie').selectOption({ label: 'Schoolbesturen Nederland (fictief)' });
  await carryOut(vera);
  await vera.locator('.spr-party', { hasText: 'Schoolbesturen Nederland' }).getByText('uitgenodigd').waitFor();

  await vera.goto(`${house.origin}/tafels/${house.names.tafel}`);
  house.world.sql(`SELECT rule.vertegenwoordiging_vastleggen(${house.names.persoon_gus}, ${house.names.org_vz}, 'Beleidsmedewerker', false)`);
  await vera.reload();
  await regie(vera, 'Zetel toekennen');
  await dialog(vera).getByLabel('Voor', { exact: true }).selectOption({ label: 'Vakbond Zorg Samen (fictief)' });
  await dialog(vera).getByLabel('Persoon').selectOption({ label: 'Gus' });
  await dialog(vera).getByLabel('vertegenwoordiger', { exact: true }).check();
  await carryOut(vera);
  await vera.locator('.spr-seat', { hasText: 'Gus' }).waitFor();
  const gus = await house.pageOf('gus', house.onderwerp());
  await gus.getByText('U leest hier mee vanaf').waitFor();
  await house.post('wes', 'Welkom aan tafel');
  await post(gus, 'Welkom aan tafel').waitFor();
  assert.equal(await post(gus, 'Wie spreekt namens wie').count(), 0);

  await regie(vera, 'Zetels');
  await dialog(vera).getByRole('button', { name: 'Zetel van Gus intrekken' }).click();
  await carryOut(vera);
  await gus.getByText('Uw zetel is ingetrokken').waitFor();
  assert.equal(await gus.locator('.spr-compose').count(), 0);
  const wil = await house.pageOf('wil', house.onderwerp());
  await house.post('wes', 'Dit leest Gus niet meer');
  await post(wil, 'Dit leest Gus niet meer').waitFor();
  await gus.reload();
  await post(gus, 'Welkom aan tafel').waitFor();
  assert.equal(await post(gus, 'Dit leest Gus niet meer').count(), 0);
});

inHouse('a round is planned, opened and closed; its points come from the parties', async (house) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.tafel}`);
  const wil = await house.pageOf('wil', `/tafels/${house.names.tafel}`);
  const wes = await house.pageOf('wes', `/tafels/${house.names.tafel}`);
  const oto = await house.pageOf('oto', `/tafels/${house.names.tafel}`);
  const zorg = (page) => page.locator('.spr-talk', { hasText: 'Zorg en welzijn' }).first();
  await zorg(oto).getByText('Alleen Zorg en welzijn leest dit gesprek').waitFor();
  await zorg(wil).getByRole('button', { name: 'Punt noteren' }).click(); // Wil is the rapporteur
  await dialog(wil).locator('textarea').fill('Roosters moeten te ruilen zijn.');
  await carryOut(wil);
  await zorg(wes).getByText('Roosters moeten te ruilen zijn.').waitFor();
  assert.equal(await zorg(wes).getByRole('button', { name: 'Punt noteren' }).count(), 0);
  await zorg(vera).getByText('Roosters moeten te ruilen zijn.').waitFor();
  assert.equal(await zorg(oto).getByText('Roosters').count(), 0);

  await vera.getByRole('button', { name: 'Ronde sluiten' }).click();
  await carryOut(vera);
  await zorg(oto).getByText('Roosters moeten te ruilen zijn.').waitFor();
  await zorg(wil).getByRole('button', { name: 'Punt noteren' }).waitFor({ state: 'detached' });

  await regie(vera, 'Ronde plannen');
  await dialog(vera).getByLabel('Soort', { exact: true }).selectOption('terugblik');
  await dialog(vera).getByLabel('De vraag van deze ronde').fill('Wat nemen wij mee?');
  await carryOut(vera);
  await oto.getByText('Wat nemen wij mee?').waitFor();
});

inHouse('a sector round is opened with its rapporteurs, and a room gets a thread of its own', async (house) => {
  const address = `/tafels/${house.names.concept}`;
  const vera = await house.pageOf('vera', address);
  await regie(vera, 'Ronde plannen');
  await dialog(vera).getByLabel('De vraag van deze ronde').fill('Wat kan blijven?');
  await carryOut(vera);
  await vera.getByText('Wat kan blijven?').waitFor();
  await regie(vera, 'Tafel openen');
  await carryOut(vera);
  const wil = await house.pageOf('wil', '/tafels');
  await wil.locator('.spr-tafelcard', { hasText: 'Wonen' }).getByRole('button', { name: 'Toetreden' }).click();
  await carryOut(wil);
  await vera.locator('.spr-seat', { hasText: 'Wil' }).waitFor();
  await vera.getByRole('button', { name: 'Ronde openen' }).click();
  await dialog(vera).getByLabel('Rapporteur Zorg en welzijn').selectOption({ label: 'Wil' });
  await carryOut(vera);
  await wil.getByText('Rapporteur: Wil').waitFor();

  await wil.getByRole('button', { name: 'Nieuw onderwerp' }).click();
  await dialog(wil).getByLabel('Waar').selectOption({ label: 'Kamer Zorg en welzijn' });
  await dialog(wil).getByText('Alleen sector Zorg en welzijn').waitFor();
  await dialog(wil).getByLabel('Titel').fill('Nachtdiensten');
  await carryOut(wil);
  await vera.locator('.spr-thread', { hasText: 'Nachtdiensten' }).first().getByText('Kamer Zorg en welzijn').waitFor();
});

inHouse('points are sorted into a synthese, which the table sees once it is confirmed', async (house) => {
  const address = `/tafels/${house.names.vol}`;
  const sem = await house.pageOf('sem', address);
  const wil = await house.pageOf('wil', address);
  const talk = sem.locator('.spr-talk', { hasText: 'Veiligheid' }).first();
  await talk.getByRole('button', { name: 'Ontheffen' }).click();
  await reason(sem, 'De rapporteur is ziek');
  await wil.getByText('Ontheven door Sem: De rapporteur is ziek').waitFor();

  await sem.getByRole('button', { name: 'Punten ordenen' }).first().click();
  await dialog(sem).locator('.spr-unsorted', { hasText: 'Niemand kan gemist' })
    .getByRole('button', { name: /in Spanning/ }).click();
  await dialog(sem).locator('.spr-unsorted', { hasText: 'Een dag per week' })
    .getByRole('button', { name: /in Gedeeld/ }).click();
  await carryOut(sem);
  await sem.getByText('In bewerking').first().waitFor();
  assert.equal(await wil.locator('.spr-vak').count(), 0);
  await sem.getByRole('button', { name: 'Synthese bevestigen' }).click();
  await carryOut(sem);
  await wil.locator('.spr-vak--spanning').getByText('Niemand kan gemist worden.').waitFor();
  await wil.locator('.spr-vak--gedeeld').getByText('Uit Onderwijs en kinderopvang').waitFor();
  await wil.getByText('Niet gehoord: Veiligheid.').waitFor();
});

inHouse('the voorzitter hides a bijdrage with a reason and shows it again; its author is told', async (house) => {
  const vera = await house.pageOf('vera', house.onderwerp());
  const wil = await house.pageOf('wil', house.onderwerp());
  await say(wil, 'Iets over een persoon');
  const seen = post(vera, 'Iets over een persoon');
  await seen.getByRole('button', { name: 'Meer handelingen' }).click();
  await seen.getByRole('button', { name: 'Verbergen' }).click();
  await reason(vera, 'Gegevens van een persoon');
  await post(wil, 'Deze bijdrage is verborgen. Reden: Gegevens van een persoon').waitFor();
  const again = await house.openPage(wil.context(), '/tafels');
  await again.locator('.spr-berichten').getByText('Uw bijdrage is verborgen').waitFor();
  assert.equal(await post(wil, 'Iets over een persoon').count(), 0);

  const tombstone = post(vera, 'Deze bijdrage is verborgen');
  if (await tombstone.getByRole('button', { name: 'Meer handelingen' }).count())
    await tombstone.getByRole('button', { name: 'Meer handelingen' }).click();
  await tombstone.getByRole('button', { name: 'Weer tonen' }).click();
  await carryOut(vera);
  await post(wil, 'Iets over een persoon').waitFor();
});

inHouse('the secretaris records for a party, marked; the party corrects or confirms', async (house) => {
  const sem = await house.pageOf('sem', house.onderwerp());
  const wes = await house.pageOf('wes', house.onderwerp());
  for (const text of ['Gezegd aan tafel', 'Ook gezegd aan tafel']) {
    await box(sem).focus();
    if (!(await sem.getByLabel('Vastleggen voor').count()))
      await sem.getByRole('button', { name: 'Meer keuzes' }).click();
    await sem.getByLabel('Vastleggen voor').selectOption({ label: 'Werkgevers Zorg Nederland (fictief)' });
    await sem.getByLabel('Wie sprak').fill('de directeur');
    await say(sem, text);
    await post(wes, text).first().getByText('door Sem (mondeling, de directeur sprak)').waitFor();
  }
  const second = post(wes, 'Ook gezegd aan tafel');
  await second.getByRole('button', { name: 'Dit klopt' }).click();
  await post(sem, 'Ook gezegd aan tafel').getByText('heeft bevestigd').waitFor();

  const first = post(wes, 'Gezegd aan tafel').first();
  await first.getByRole('button', { name: 'Verbeteren' }).click();
  await dialog(wes).locator('textarea').fill('Zo was het gezegd');
  await carryOut(wes);
  await post(sem, 'Zo was het gezegd').getByText('heeft verbeterd').waitFor();
});

inHouse('an onderwerp is opened, closed with a conclusion, and reopened', async (house) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.tafel}`);
  const wil = await house.pageOf('wil', `/tafels/${house.names.tafel}`);
  await vera.getByRole('button', { name: 'Nieuw onderwerp' }).click();
  await dialog(vera).getByLabel('Titel').fill('Lokale netwerken');
  await carryOut(vera);
  await wil.getByRole('link', { name: 'Lokale netwerken' }).click();
  await box(wil).waitFor();
  await vera.getByRole('link', { name: 'Lokale netwerken' }).click();
  await vera.getByRole('button', { name: 'Onderwerp sluiten' }).click();
  await reason(vera, 'Wij beginnen in drie wijken.');
  await wil.getByText('Wij beginnen in drie wijken.').waitFor();
  await wil.getByText('Dit onderwerp is gesloten').waitFor();
  await vera.getByRole('button', { name: 'Onderwerp heropenen' }).click();
  await carryOut(vera);
  await box(wil).waitFor();
});

inHouse('a new tafel begins as a concept that only voorzitter and secretaris know', async (house) => {
  const vera = await house.pageOf('vera', '/tafels');
  await vera.getByRole('button', { name: 'Nieuwe tafel' }).click();
  await dialog(vera).getByLabel('Titel').fill('Wijkaanpak');
  await dialog(vera).getByLabel('De vraag aan tafel').fill('Wat kan een wijk zelf?');
  await dialog(vera).locator('button[type=submit]').click();
  await vera.getByRole('heading', { name: 'Wijkaanpak' }).waitFor();
  await lamp(vera, 'live');
  await vera.getByText('Deze tafel wordt voorbereid').waitFor();
});
