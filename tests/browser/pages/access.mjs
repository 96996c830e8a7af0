// For everybody: axe on every page and state, narrow screens, the keyboard alone.
import assert from 'node:assert/strict';
import { check } from '../lib/axe.mjs';
import { box, dialog, inHouse, lamp, pending, post, ready, say, until } from '../lib/people.mjs';

inHouse('axe: pages without a session', async (house) => {
  const page = await house.pageOf('wil', '/', { login: false });
  await page.getByRole('heading', { name: 'Meedoen aan een tafel' }).waitFor();
  await check(page, 'out');
  await page.goto(`${house.origin}/inloggen#een-token-dat-niet-bestaat`);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('alert').waitFor();
  await check(page, 'login refused');
  await page.goto(`${house.origin}/toegankelijkheid`);
  await page.getByRole('heading', { name: 'Toegankelijkheid' }).waitFor();
  await check(page, 'accessibility');
  await page.goto(`${house.origin}/tafels/geen/adres`);
  await page.getByRole('heading', { name: 'Deze pagina is er niet' }).waitFor();
  await check(page, 'unknown');
});

inHouse('axe: my tafels and a tafel as a representative', async (house) => {
  const page = await house.pageOf('wil', '/tafels');
  await page.locator('.spr-tafelcard').first().waitFor();
  await check(page, 'my tafels');
  await page.goto(`${house.origin}/tafels/${house.names.tafel}`);
  await page.locator('.spr-talk').first().waitFor();
  await lamp(page, 'live');
  await check(page, 'tafel');
  await page.goto(`${house.origin}/tafels/${house.names.dicht}`);
  await page.getByText('Deze tafel is afgesloten').waitFor();
  await check(page, 'closed tafel');
  await page.goto(`${house.origin}/tafels/${house.names.concept}`);
  await page.getByText('Deze tafel is er niet voor u').waitFor();
  await check(page, 'no such tafel');
});

inHouse('axe: an onderwerp with everything in it', async (house) => {
  const sem = await house.pageOf('sem', house.onderwerp());
  await box(sem).focus();
  await sem.getByRole('button', { name: 'Meer keuzes' }).click();
  await sem.getByLabel('Vastleggen voor').selectOption({ index: 1 });
  await check(sem, 'recording for a party');
  await say(sem, 'Vastgelegd voor een partij');
  const wil = await house.pageOf('wil', house.onderwerp());
  await post(wil, 'Vastgelegd voor een partij').getByRole('button', { name: 'Dit klopt' }).waitFor();
  await post(wil, 'Wie spreekt namens wie').first().getByRole('button', { name: 'Citeren' }).click();
  await box(wil).fill('Een antwoord');
  await post(wil, 'Wie spreekt namens wie').first().getByRole('button', { name: 'Meer handelingen' }).click();
  await check(wil, 'onderwerp');
  await post(wil, 'Wie spreekt namens wie').first().getByRole('button', { name: 'Intrekken' }).click();
  await dialog(wil).waitFor();
  await check(wil, 'withdraw dialog');
  await wil.keyboard.press('Escape');
  await house.server.kill();
  await lamp(wil, 'down');
  await say(wil, 'Wacht op de server');
  await pending(wil, 'Wacht op de server').waitFor();
  await check(wil, 'no line');
  await house.server.start();
  await lamp(wil, 'live');
  await wil.getByRole('button', { name: 'English' }).click();
  await check(wil, 'English');
});

inHouse('axe: the controls of voorzitter and secretaris', async (house) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.tafel}`);
  for (const name of ['Partij uitnodigen', 'Zetel toekennen', 'Zetels', 'Ronde plannen', 'Afsluiten']) {
    await vera.locator('.spr-regie').getByRole('button', { name, exact: true }).click();
    await dialog(vera).waitFor();
    await check(vera, name);
    await vera.keyboard.press('Escape');
    await dialog(vera).waitFor({ state: 'detached' });
  }
  const sem = await house.pageOf('sem', `/tafels/${house.names.vol}`);
  await sem.getByRole('button', { name: 'Punten ordenen' }).first().click();
  await dialog(sem).getByRole('button', { name: /in Gedeeld/ }).first().click();
  await check(sem, 'synthese editor');
});

async function tabTo(page, wanted) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(() => {
      const element = document.activeElement;
      const ring = getComputedStyle(element);
      return { text: (element.getAttribute('aria-label') ?? element.innerText ?? '').trim(), tag: element.tagName,
        seen: ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2 };
    });
    if (here.tag !== 'BODY') assert.ok(here.seen, `no visible focus on ${here.tag} ${here.text}`);
    if (wanted(here)) return;
  }
  throw new Error('not to be reached with Tab');
}

inHouse('with the keyboard alone: from the list to a bijdrage, with every focus visible', async (house) => {
  const page = await house.pageOf('wil', '/tafels');
  await page.locator('.spr-tafelcard').first().waitFor();
  await tabTo(page, (here) => here.text === 'Naar de inhoud');
  await page.keyboard.press('Enter');
  await tabTo(page, (here) => here.text === 'Weerbaarheid');
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement?.tagName === 'H1'), 'the heading has the focus');
  await tabTo(page, (here) => here.text === 'Woordvoering bij digitale uitval');
  await page.keyboard.press('Enter');
  await box(page).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Met het toetsenbord');
  await page.keyboard.press('Control+Enter');
  await post(page, 'Met het toetsenbord').waitFor();
  assert.equal(house.countOf('Met het toetsenbord'), 1);
});

inHouse('letters are shortcuts except while typing, are listed by ?, and can be turned off', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await box(page).waitFor();
  await page.locator('h1').click();
  await page.keyboard.press('j');
  await until(() => page.evaluate(() => document.activeElement?.classList.contains('spr-post')), 'a post has the focus');
  await page.keyboard.press('n');
  await page.keyboard.type('gk?');
  assert.equal(await box(page).inputValue(), 'gk?');
  await page.locator('h1').click();
  await page.keyboard.press('?');
  await dialog(page).getByText('Deze lijst tonen').waitFor();
  await dialog(page).getByLabel('Sneltoetsen aan').uncheck();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  await page.keyboard.press('g');
  await page.keyboard.press('?');
  assert.equal(await dialog(page).count(), 0);
  assert.ok(page.url().includes('/onderwerpen/'));
});

inHouse('the thread is a log: new posts are announced and never take the focus', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await ready(page);
  const log = page.getByRole('log');
  assert.equal(await log.getAttribute('aria-live'), 'polite');
  await box(page).focus();
  await house.post('oto', 'Niet storen');
  await log.locator('.spr-post', { hasText: 'Niet storen' }).waitFor();
  assert.ok(await page.evaluate(() => document.activeElement?.tagName === 'TEXTAREA'));
});

inHouse('on paper: what was said stays, controls go', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await post(page, 'Spreek het vooraf af').waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await post(page, 'Spreek het vooraf af').isVisible());
  assert.equal(await page.locator('.spr-compose').isVisible(), false);
  assert.equal(await page.locator('.spr-top__tools').isVisible(), false);
});
