// In by a one-time link, out again, and nothing left behind.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { box, inHouse, lamp, say, post } from '../lib/people.mjs';

function loginLink(house, naam) {
  const run = spawnSync(house.server.program, ['login-link', naam], { env: house.server.environment(), encoding: 'utf8' });
  assert.equal(run.status, 0, run.stderr);
  const token = /inloggen#([\w-]+)/.exec(run.stdout)?.[1];
  assert.ok(token, run.stdout);
  return `/inloggen#${token}`;
}

inHouse('a login link does nothing until its button is pressed, then logs in once', async (house) => {
  house.world.setClock(new Date().toISOString()); // a link is good for ten minutes of real time
  const link = loginLink(house, 'Wil');
  const page = await house.pageOf('wil', link, { login: false });
  await page.getByRole('button', { name: 'Inloggen' }).waitFor();
  assert.equal(new URL(page.url()).hash, '', 'the token stays in the address');
  assert.deepEqual(await page.context().cookies(), []);
  await page.getByRole('button', { name: 'Inloggen' }).click();
  await page.getByRole('heading', { name: 'Mijn tafels' }).waitFor();
  await lamp(page, 'live');
  await page.goBack().catch(() => {});
  assert.ok(!page.url().includes('#'), 'the token is in the history');

  const other = await house.pageOf('wil', link, { login: false });
  await other.getByRole('button', { name: 'Inloggen' }).click();
  await other.getByRole('alert').getByText('al gebruikt').waitFor();
});

inHouse('who has no session is told how to get in', async (house) => {
  const page = await house.pageOf('wil', '/tafels/1', { login: false });
  await page.getByRole('heading', { name: 'Meedoen aan een tafel' }).waitFor();
});

inHouse('logout warns of unsent text and clears everything of the person', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await box(page).fill('Een half geschreven gedachte');
  await page.getByRole('button', { name: 'Uitloggen' }).click();
  await page.getByRole('button', { name: 'Wissen en uitloggen' }).click();
  await page.getByRole('heading', { name: 'Meedoen aan een tafel' }).waitFor();
  const kept = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('spr.p.')));
  assert.deepEqual(kept, []);
});

inHouse('a tafel without a seat looks like a tafel that does not exist', async (house) => {
  const page = await house.pageOf('gus', `/tafels/${house.names.tafel}`);
  const text = await page.locator('main').filter({ hasText: 'Deze tafel is er niet voor u' }).innerText();
  const other = await house.pageOf('gus', '/tafels/999999');
  assert.equal(await other.locator('main').filter({ hasText: 'Deze tafel is er niet voor u' }).innerText(), text);
});

inHouse('Dutch first, English on request, kept for the next visit', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await say(page, 'Dit blijft Nederlands');
  await post(page, 'Dit blijft Nederlands').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'nl');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Post', exact: true }).waitFor();
  await page.reload();
  await page.getByText('Connected').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
});
