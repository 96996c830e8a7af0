// A guest without an account: the picture, the page it opens, and the list.
import assert from 'node:assert/strict';
import { newKey } from '../../lib/client.mjs';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse } from '../lib/people.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

inHouse('a guest scans the picture and is on the list; a joke is taken off it', async (house) => {
  const client = await house.program('vera');
  const { tafel } = house.names;
  const does = async (name, args) => {
    const answer = await client.ask({ do: name, sleutel: newKey(), tafel, args });
    assert.ok(answer.ok, JSON.stringify(answer));
    return answer.ok.id;
  };
  const bijeenkomst = await does('bijeenkomst.plannen', { titel: 'De poule', begint: '2026-02-03T12:00:00.000000Z', agenda: [] });
  await does('bijeenkomst.openen', { bijeenkomst });
  const sem = await house.pageOf('sem', `/tafels/${tafel}/bijeenkomsten/${bijeenkomst}`);
  await button(sem, 'Link voor gasten').click();
  const shown = dialog(sem);
  await shown.getByRole('img', { name: 'QR-code met het adres voor gasten' }).waitFor();
  await check(sem, 'the link for guests');
  const address = new URL(await shown.locator('.spr-qr__address').innerText());
  assert.equal(address.pathname, '/gast');
  await button(shown, 'Sluiten').click();

  const phone = { login: false, viewport: { width: 360, height: 740 } };
  const guest = await house.pageOf(null, address.pathname + address.hash, phone);
  assert.equal(new URL(guest.url()).hash, ''); // it does not stay in the history of a phone that is lent
  await guest.getByLabel('Uw naam').fill('J. van Dijk, Regio Fonds');
  await check(guest, 'the page of a guest');
  await button(guest, 'Ik ben er').click();
  await guest.getByText('J. van Dijk, Regio Fonds staat op de lijst van De poule.').waitFor();
  await sem.getByText('J. van Dijk, Regio Fonds, gast').waitFor();

  const joker = await house.pageOf(null, address.pathname + address.hash, phone);
  await joker.getByLabel('Uw naam').fill('Napoleon');
  await button(joker, 'Ik ben er').click();
  await sem.getByText('Napoleon, gast').waitFor();
  await button(sem, 'Aanwezigheid').click();
  await dialog(sem).getByLabel('Napoleon').uncheck();
  await carryOut(sem);
  await sem.getByText('Napoleon, gast').waitFor({ state: 'detached' });
  await button(sem, 'Link voor gasten').click();
  await button(dialog(sem), 'Nieuw adres').click();
  await dialog(sem).locator('.spr-qr__address').filter({ hasNotText: address.hash.slice(1) }).waitFor();
  const late = await house.pageOf(null, address.pathname + address.hash, phone);
  await late.getByLabel('Uw naam').fill('K. Jansen');
  await button(late, 'Ik ben er').click();
  await late.getByText('Vraag de secretaris om een nieuwe').waitFor();
});
