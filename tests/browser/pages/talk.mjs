// Two representatives of two sectors in conversation, each in a browser of their own.
import assert from 'node:assert/strict';
import { box, carryOut, dialog, inHouse, lamp, pending, post, say, until } from '../lib/people.mjs';

inHouse('what one says the other sees, with who is here and who is writing', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  const oto = await house.pageOf('oto', house.onderwerp());
  await Promise.all([lamp(wil, 'live'), lamp(oto, 'live')]);

  await box(wil).pressSequentially('Wij zien scholen als schakel.');
  await oto.getByText('Wil schrijft…').waitFor();
  await wil.getByRole('button', { name: 'Plaatsen' }).click();
  await post(oto, 'Wij zien scholen als schakel.').waitFor();
  await post(wil, 'Wij zien scholen als schakel.').waitFor();
  await pending(wil, 'schakel').waitFor({ state: 'detached' });

  await say(oto, 'Dan moeten ze wel open blijven.');
  await post(wil, 'Dan moeten ze wel open blijven.').waitFor();
  assert.equal(house.countOf('Wij zien scholen als schakel.'), 1);

  const tafel = await house.openPage(wil.context(), `/tafels/${house.names.tafel}`);
  await tafel.getByText('2 mensen zijn er nu').waitFor();
});

inHouse('the address of a bijdrage leads to it', async (house) => {
  const id = await house.post('wes', 'Hier gaat de link heen');
  const page = await house.pageOf('wil', `${house.onderwerp()}#bijdrage-${id}`);
  await page.locator('.spr-post--target', { hasText: 'Hier gaat de link heen' }).waitFor();
  await until(() => page.evaluate((name) => document.activeElement?.id === name, `bijdrage-${id}`), 'the post has the focus');
});

inHouse('a quote goes along with the answer and leads back', async (house) => {
  const page = await house.pageOf('oto', house.onderwerp());
  await post(page, 'Wie spreekt namens wie').first().getByRole('button', { name: 'Citeren' }).click();
  await say(page, 'De veiligheidsregio spreekt.');
  const answer = post(page, 'De veiligheidsregio spreekt.');
  await answer.getByText('In antwoord op Vakbond Zorg Samen').waitFor();
  await answer.getByText('Wie spreekt namens wie als alles uitvalt?').waitFor();
});

inHouse('an edited bijdrage says so and shows its history', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  const oto = await house.pageOf('oto', house.onderwerp());
  await say(wil, 'Eerste versie van mij');
  const mine = post(wil, 'Eerste versie van mij');
  await mine.getByRole('button', { name: 'Meer handelingen' }).click();
  await mine.getByRole('button', { name: 'Bewerken' }).click();
  await dialog(wil).locator('textarea').fill('Tweede versie van mij');
  await carryOut(wil);
  const seen = post(oto, 'Tweede versie van mij');
  await seen.getByRole('button', { name: 'bewerkt' }).click();
  await dialog(oto).getByText('Eerste versie van mij').waitFor();
  await dialog(oto).getByText('Tweede versie van mij').waitFor();
});

inHouse('a withdrawn bijdrage leaves its reason and nothing of its text', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp());
  const oto = await house.pageOf('oto', house.onderwerp());
  await say(wil, 'Dit had ik niet moeten zeggen');
  await post(oto, 'Dit had ik niet moeten zeggen').waitFor();
  const mine = post(wil, 'Dit had ik niet moeten zeggen');
  await mine.getByRole('button', { name: 'Meer handelingen' }).click();
  await mine.getByRole('button', { name: 'Intrekken' }).click();
  await dialog(wil).locator('textarea').fill('Het klopte niet');
  await carryOut(wil);
  await post(oto, 'Deze bijdrage is ingetrokken. Reden: Het klopte niet').waitFor();
  assert.equal(await post(oto, 'niet moeten zeggen').count(), 0);
});

inHouse('who reads further back is not moved; a button tells what came below', async (house) => {
  for (let i = 1; i <= 40; i++) await house.post('wes', `Regel ${i} van een lange draad`);
  const page = await house.pageOf('wil', house.onderwerp());
  await post(page, 'Regel 40 van').waitFor();
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await until(() => page.evaluate(() => window.scrollY > 200), 'the page is scrolled');
  await page.waitForFunction(() => !document.querySelector('.spr-below'));
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(200);
  await house.post('oto', 'Dit komt onderaan');
  await page.getByRole('button', { name: '1 nieuwe bijdrage' }).waitFor();
  assert.ok(await page.evaluate(() => window.scrollY < 50), 'the page moved');
  await page.getByRole('button', { name: '1 nieuwe bijdrage' }).click();
  await until(() => post(page, 'Dit komt onderaan').isVisible(), 'the new post is in sight');
  await page.waitForFunction(() => !document.querySelector('.spr-below'));
});

inHouse('older bijdragen come page by page, also for a link to one of them', async (house) => {
  const first = await house.post('wes', 'De allereerste van de lange draad');
  for (let i = 1; i <= 70; i++) await house.post('wes', `Nummer ${i} van velen`);
  const page = await house.pageOf('wil', `${house.onderwerp()}#bijdrage-${first}`);
  await page.locator('.spr-post--target', { hasText: 'De allereerste' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Eerdere bijdragen' }).count(), 0);
});

inHouse('unread is counted since the last visit and marked where it begins', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await post(page, 'Spreek het vooraf af').waitFor();
  await until(() => house.world.value(
    `SELECT count(*) FROM spr.leesstand WHERE persoon = ${house.names.persoon_wil}`) === '1', 'reading is told');
  await page.goto(`${house.origin}/tafels`);
  await house.post('wes', 'Eerste na uw bezoek');
  await house.post('wes', 'Tweede na uw bezoek');
  await page.reload();
  await page.locator('.spr-tafelcard', { hasText: '2 nieuwe bijdragen sinds uw laatste bezoek' })
    .getByRole('link').click();
  await page.getByRole('link', { name: 'Lees vanaf de eerste nieuwe' }).click();
  await page.locator('#eerste-nieuw').waitFor();
  const after = page.locator('div:has(> #eerste-nieuw) .spr-post');
  await after.filter({ hasText: 'Eerste na uw bezoek' }).waitFor();
});

inHouse('who can read this is said where one writes', async (house) => {
  const wil = await house.pageOf('wil', house.onderwerp('onderwerp_werknemers'));
  await wil.locator('.spr-compose').getByText('Alleen de zijde Werknemers').waitFor();
  await say(wil, 'Onder ons, werknemers');
  await post(wil, 'Onder ons, werknemers').waitFor();
  const ona = await house.pageOf('ona', house.onderwerp('onderwerp_werknemers'));
  await post(ona, 'Onder ons, werknemers').waitFor();
  for (const other of ['wes', 'vera']) {
    const page = await house.pageOf(other, house.onderwerp('onderwerp_werknemers'));
    await page.getByRole('heading', { name: 'Dit onderwerp is er niet' }).waitFor();
  }
});

inHouse('markup in a text is only text', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  const text = '<img src=x onerror="document.title=1"> <b>vet</b> https://voorbeeld.example/pad';
  await say(page, text);
  const shown = post(page, '<b>vet</b>');
  await shown.waitFor();
  assert.equal(await shown.locator('img, b').count(), 0);
  assert.equal(await shown.locator('.spr-prose a').getAttribute('rel'), 'noopener noreferrer nofollow');
});
