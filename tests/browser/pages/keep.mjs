// What is typed is never lost: not by a reload, a closed tab or the end of a session.
import assert from 'node:assert/strict';
import { box, inHouse, lamp, pending, post, ready, say, until } from '../lib/people.mjs';

inHouse('a draft survives a reload, per onderwerp', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await box(page).fill('Halverwege een gedachte');
  await page.reload();
  await until(async () => (await box(page).inputValue()) === 'Halverwege een gedachte', 'the draft is back');
  await page.goto(house.origin + house.onderwerp('onderwerp_kamer'));
  await lamp(page, 'live');
  assert.equal(await box(page).inputValue(), '');
});

inHouse('what was sent without a server is carried on by the next tab, once', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await ready(page);
  await house.server.kill();
  await lamp(page, 'down');
  await say(page, 'Overgedragen aan een ander tabblad');
  await pending(page, 'Overgedragen').waitFor();
  await page.close();
  await house.server.start();
  const next = await house.openPage(page.context(), house.onderwerp());
  await post(next, 'Overgedragen aan een ander tabblad').waitFor();
  await pending(next, 'Overgedragen').waitFor({ state: 'detached' });
  assert.equal(house.countOf('Overgedragen aan een ander tabblad'), 1);
});

inHouse('the end of a session is told and keeps the draft until the same person is back', async (house) => {
  const page = await house.pageOf('wil', house.onderwerp());
  await ready(page);
  await box(page).fill('Bewaar dit voor mij');
  const program = await house.program('wil');
  const ended = await program.http('DELETE', '/v1/sessies/huidige');
  assert.equal(ended.status, 204);
  await lamp(page, 'ended');
  await page.getByText('Uw concepten en onverstuurde teksten zijn bewaard').waitFor();
  assert.equal(await box(page).inputValue(), 'Bewaar dit voor mij');
  assert.equal(await page.getByRole('button', { name: 'Plaatsen' }).isEnabled(), false);

  house.world.sql(`SELECT rule.sessie_maken(${house.names.persoon_wil}, encode(sha256('een-nieuwe-sessie-van-wil'), 'hex'), rule.nu())`);
  await page.context().clearCookies();
  await page.context().addCookies([{
    name: `spr_lokaal_${house.server.port}`, value: 'een-nieuwe-sessie-van-wil', domain: '127.0.0.1', path: '/', httpOnly: true,
  }]);
  const login = await house.openPage(page.context(), '/tafels');
  await login.evaluate(() => localStorage.setItem('spr.v.in', String(Date.now())));
  await lamp(page, 'live');
  await page.getByRole('button', { name: 'Plaatsen' }).click();
  await post(page, 'Bewaar dit voor mij').waitFor();
  assert.equal(house.countOf('Bewaar dit voor mij'), 1);
});

inHouse('a refused text stays, with the reason, and can be tried again', async (house) => {
  const vera = await house.pageOf('vera', `/tafels/${house.names.tafel}`);
  const wil = await house.pageOf('wil', house.onderwerp());
  await ready(wil);
  house.network.hole(); // so that Wil does not hear of the suspension before sending
  await say(wil, 'Net te laat gezegd');
  const program = await house.program('vera');
  const { newKey } = await import('../../lib/client.mjs');
  const suspended = await program.ask({
    do: 'tafel.opschorten', sleutel: newKey(), tafel: house.names.tafel, args: { reden: 'Schorsing voor beraad' },
  });
  assert.ok(suspended.ok, JSON.stringify(suspended));
  house.network.heal();
  await pending(wil, 'Net te laat gezegd').getByText('Niet geplaatst').waitFor();
  assert.equal(house.countOf('Net te laat gezegd'), 0);
  const resumed = await program.ask({ do: 'tafel.hervatten', sleutel: newKey(), tafel: house.names.tafel, args: {} });
  assert.ok(resumed.ok, JSON.stringify(resumed));
  await pending(wil, 'Net te laat gezegd').getByRole('button', { name: 'Opnieuw proberen' }).click();
  await post(wil, 'Net te laat gezegd').waitFor();
  assert.equal(house.countOf('Net te laat gezegd'), 1);
  await lamp(vera, 'live');
});
