// A meeting from plan to list of decisions, live for everybody in the room and for the wall; one that
// was held on paper, with its minutes; and what happens when the pages of it do not load.
import fs from 'node:fs';
import assert from 'node:assert/strict';
import { check } from '../lib/axe.mjs';
import { carryOut, dialog, inHouse, lamp, until } from '../lib/people.mjs';

const WZ = 'Werkgevers Zorg Nederland (fictief)';
const VZ = 'Vakbond Zorg Samen (fictief)';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const link = (page, name) => page.getByRole('link', { name, exact: true });
const orde = (page) => page.locator('.spr-orde');
const waiting = (page) => page.locator('.spr-waiting');
const lijst = (page) => page.locator('[data-testid=besluitenlijst]');

// What a person does for one thing that was wanted; every act is a tap or a line typed.
async function countActs(t, what, most, ...acts) {
  for (const act of acts) await act();
  t.diagnostic(`${what}: ${acts.length} act${acts.length === 1 ? '' : 's'}`);
  assert.ok(acts.length <= most, `${what} took ${acts.length} acts`);
}

async function plan(page, titel, items, fill = async () => {}) {
  await button(page, 'Bijeenkomst plannen').click();
  const form = dialog(page);
  await form.getByLabel('Titel', { exact: true }).fill(titel);
  for (const [i, item] of items.entries()) {
    if (i > 0) await button(form, 'Agendapunt toevoegen').click();
    await form.getByLabel('Agendapunt', { exact: true }).nth(i).fill(item);
  }
  await fill(form);
  await check(page, 'planning a meeting');
  await carryOut(page);
  await link(page, titel).click();
  await page.getByRole('heading', { level: 1, name: titel }).waitFor();
}

async function comeAndOpen(t, { sem, wil, vera, origin }) {
  await countActs(t, 'saying that one comes, from the message', 4,
    () => link(wil, 'Een bijeenkomst is gepland of verzet.').click(),
    () => button(wil, 'Ik kom').click());
  await wil.getByText('U hebt laten weten dat u komt').waitFor();
  await sem.locator('.spr-card', { hasText: 'Komt (1)' }).getByText('Wil').waitFor();
  assert.equal(await button(wil, 'Bijeenkomst openen').count(), 0);
  await check(wil, 'a planned meeting');
  await vera.goto(origin + new URL(wil.url()).pathname);
  await button(vera, 'Bijeenkomst openen').click();
  await check(vera, 'opening a meeting');
  await carryOut(vera);
  await button(orde(vera), 'Nu behandelen: De poule').click();
  await orde(wil).getByText('De poule').waitFor();
}

async function takeTheFloor(t, { wil, wes, vera, wall }) {
  await countActs(t, 'asking for the floor', 1, () => button(wil, 'Vraag het woord').click());
  await wil.getByText('U bent nummer 1 op de sprekerslijst').waitFor();
  assert.equal(await button(wil, 'Vraag het woord').count(), 0);
  await wil.locator('.spr-floor button:focus').waitFor(); // the button that had the focus is gone
  await countActs(t, 'a point of order', 1, () => button(wes, 'Punt van orde').click());
  // A point of order goes first, whoever asked before it.
  await waiting(vera).nth(1).waitFor();
  assert.match(await waiting(vera).first().innerText(), /^Werkgevers Zorg/);
  await wil.getByText('U bent nummer 2 op de sprekerslijst').waitFor();
  await check(vera, 'a meeting under way, for who leads');
  await check(wil, 'a meeting under way, for a representative');
  await button(vera, `Geef het woord aan ${WZ}`).click();
  await wes.getByText('U hebt het woord').waitFor();
  await wall.locator('.spr-wall__speaker', { hasText: WZ }).waitFor();
  await wall.locator('.spr-wall__queue', { hasText: VZ }).waitFor();
  await wall.locator('.spr-wall__title', { hasText: 'De poule' }).waitFor();
  assert.equal(await wall.locator('button, input, select, textarea').count(), 0); // nothing to press
  await check(wall, 'the screen on the wall');
  await button(vera, `Geef het woord aan ${VZ}`).click();
  await button(wil, 'Ik ben klaar').click();
  await wall.locator('.spr-wall__speaker').waitFor({ state: 'detached' });
  for (const name of [WZ, VZ]) await vera.locator('.spr-times', { hasText: name }).waitFor();
}

async function suspendAndResume(t, { wil, wes, vera, wall }) {
  await countActs(t, 'asking for a suspension', 1, () => button(wes, 'Vraag een schorsing').click());
  await vera.getByText(`${WZ} vraagt een schorsing.`).waitFor();
  await countActs(t, 'suspending', 1, () => button(vera, 'Schorsen, 10 minuten').click());
  await wil.getByRole('heading', { name: 'De bijeenkomst is geschorst' }).waitFor();
  assert.match(await wil.locator('.spr-countdown').innerText(), /^(10:0[01]|9:\d\d)/);
  for (const name of ['Vraag het woord', 'Punt van orde', 'Hervatten'])
    assert.equal(await button(wil, name).count(), 0, name);
  await wall.locator('.spr-wall__pause .spr-countdown').waitFor();
  await check(wall, 'the screen during a suspension');
  await check(vera, 'a suspended meeting');
  await button(vera, 'Hervatten').click();
  await button(wil, 'Vraag het woord').waitFor();
  await wall.locator('.spr-wall__pause').waitFor({ state: 'detached' });
}

async function note({ sem, wil, vera }) {
  await button(sem, 'Actiepunt').click();
  await dialog(sem).getByLabel('Wat', { exact: true }).fill('Een lijst van beschikbare mensen maken.');
  await dialog(sem).getByLabel('Wie', { exact: true }).selectOption({ label: VZ });
  await check(sem, 'noting an action item');
  await carryOut(sem);
  await wil.locator('.spr-actie', { hasText: 'Een lijst van beschikbare mensen' }).waitFor();
  await button(sem, 'Aanwezigheid').click();
  assert.ok(await dialog(sem).getByLabel('Wil', { exact: true }).isChecked()); // who said to come
  await dialog(sem).getByLabel('Wes', { exact: true }).check();
  await dialog(sem).getByLabel('Gasten').fill('Dr. J. van Dijk');
  await check(sem, 'ticking attendance');
  await carryOut(sem);
  await sem.getByText('Dr. J. van Dijk, gast').waitFor();
  await orde(vera).getByLabel('Uitkomst in één zin').fill('De tafel stemt in met de poule.');
  await button(vera, 'Afronden, naar punt 2').click();
  await orde(wil).getByText('Rondvraag').waitFor();
  await wil.locator('.spr-item', { hasText: 'De tafel stemt in met de poule.' }).waitFor();
}

async function closeAndRead(t, house, { sem, wil, vera, wall }) {
  await button(vera, 'Bijeenkomst sluiten').click();
  await check(vera, 'closing a meeting');
  await carryOut(vera);
  await wall.getByText('De bijeenkomst is gesloten').waitFor();
  await link(wil, 'Lees de besluitenlijst').waitFor();
  await check(wil, 'a closed meeting');
  const ona = await house.pageOf('ona', '/tafels', { viewport: { width: 360, height: 740 } });
  await link(ona, 'De besluitenlijst van de bijeenkomst is er.').click();
  await lijst(ona).waitFor();
  await check(ona, 'a list of decisions');
  await lijst(vera).waitFor(); // who closes the meeting reads the list at once
  const [hers, his] = [await lijst(ona).innerText(), await lijst(vera).innerText()];
  assert.equal(hers, his); // the same for everybody
  for (const said of ['De tafel stemt in met de poule.', 'Een lijst van beschikbare mensen', 'Wil, ' + VZ,
    'Dr. J. van Dijk, gast', 'door Vera'])
    assert.ok(hers.includes(said), said);
  await vera.emulateMedia({ media: 'print' });
  assert.equal(await button(vera, 'Afdrukken').isVisible(), false);
  assert.equal(await lijst(vera).isVisible(), true);
  await wil.goto(`${house.origin}/tafels/${house.names.tafel}`);
  await countActs(t, 'reporting an action item done', 4,
    () => button(wil, 'Klaar melden: Actiepunt 1').click(), () => carryOut(wil));
  await sem.locator('.spr-more', { hasText: '1 afgerond actiepunt' }).waitFor();
}

inHouse('a meeting is planned, opened, suspended, resumed and closed; its list writes itself', async (house, t) => {
  const address = `/tafels/${house.names.tafel}`;
  const sem = await house.pageOf('sem', address);
  await plan(sem, 'Tweede bijeenkomst', ['De poule', 'Rondvraag']);
  const wil = await house.pageOf('wil', '/tafels', { viewport: { width: 360, height: 740 } });
  const vera = await house.pageOf('vera', address);
  await comeAndOpen(t, { sem, wil, vera, origin: house.origin });
  const wes = await house.pageOf('wes', address);
  await link(wes, 'Naar de bijeenkomst').click();
  const wall = await house.pageOf('vera', `${new URL(wil.url()).pathname}/scherm`, { viewport: { width: 1280, height: 720 } });
  await lamp(wall, 'live');
  await takeTheFloor(t, { wil, wes, vera, wall });
  await suspendAndResume(t, { wil, wes, vera, wall });
  await note({ sem, wil, vera });
  await closeAndRead(t, house, { sem, wil, vera, wall });
});

// As a field for a moment has it, some hours before the server's now.
const ago = (page, hours) => page.evaluate(async (h) => {
  const { welkom } = await (await fetch('/v1/sessies/huidige')).json();
  const at = new Date(Date.parse(welkom.nu) - h * 3_600_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}, hours);

// A file is sent in two pieces, of which the second is lost once, and comes back byte for byte.
async function fileAsPaper(sem) {
  const bytes = Buffer.from('Punt één van de notitie.\n'.repeat(2000));
  await button(sem, 'Stuk toevoegen').click();
  await dialog(sem).getByLabel('Bestand').setInputFiles({ name: 'kwaad.pdf', mimeType: 'application/pdf', buffer: bytes });
  await button(dialog(sem), 'Stuk toevoegen').click();
  await dialog(sem).getByText(/De inhoud is geen gewoon pdf-bestand/).waitFor();
  await check(sem, 'a file that was refused');
  let lost = 0;
  await sem.route('**/delen/1', (route) => (lost++ === 0 ? route.abort() : route.continue()));
  await dialog(sem).getByLabel('Bestand').setInputFiles({ name: 'de notitie.txt', mimeType: 'text/plain', buffer: bytes });
  await button(dialog(sem), 'Stuk toevoegen').click();
  await dialog(sem).getByText('Geen verbinding. Het gaat vanzelf verder.').waitFor();
  await check(sem, 'a file on its way');
  const paper = sem.getByRole('link', { name: /\(txt, 53 kB\)/ });
  assert.equal(await paper.getAttribute('download'), 'de notitie.txt');
  const [download] = await Promise.all([sem.waitForEvent('download'), paper.click()]);
  assert.equal(download.suggestedFilename(), 'de notitie.txt');
  assert.equal(fs.readFileSync(await download.path(), 'utf8'), bytes.toString());
}

inHouse('a meeting on paper is entered afterwards; its minutes are put, reacted to and adopted', async (house) => {
  const sem = await house.pageOf('sem', `/tafels/${house.names.tafel}`);
  await plan(sem, 'Bijeenkomst op papier', ['Opening']);
  await button(sem, 'Bijeenkomst openen').click();
  await dialog(sem).getByLabel('Wanneer begon zij?').fill(await ago(sem, 5));
  await carryOut(sem);
  await button(sem, 'Bijeenkomst sluiten').click();
  await dialog(sem).getByLabel('Wanneer was zij klaar?').fill(await ago(sem, 3));
  await carryOut(sem);
  await button(sem, 'Stuk toevoegen').click();
  await dialog(sem).getByLabel('Titel').fill('De notulen op papier');
  await dialog(sem).getByLabel('Adres').fill('http://voorbeeld.nl/x');
  assert.ok(await button(dialog(sem), 'Stuk toevoegen').isDisabled());
  await dialog(sem).getByLabel('Adres').fill('https://voorbeeld.nl/x.pdf');
  await carryOut(sem);
  const paper = sem.getByRole('link', { name: /De notulen op papier/ });
  assert.equal(await paper.getAttribute('rel'), 'noopener noreferrer');
  await fileAsPaper(sem);
  await button(sem, 'Verslag schrijven').click();
  await dialog(sem).getByLabel('Tekst').fill('De voorzitter opent om 9.00 uur.');
  await check(sem, 'writing minutes');
  await carryOut(sem);
  const wil = await house.pageOf('wil', new URL(sem.url()).pathname);
  await wil.getByText('Er is nog geen verslag.').waitFor(); // a draft is not read by the table
  await button(sem, 'Voorleggen').click();
  await dialog(sem).getByLabel('Reageren tot en met').fill((await ago(sem, 0)).slice(0, 10));
  await carryOut(sem);
  await wil.goto(`${house.origin}/tafels`);
  await link(wil, 'U kunt reageren op een verslag.').click();
  await wil.getByLabel('Uw reactie').fill('Bij punt 1 ontbreekt onze voorwaarde.');
  await button(wil, 'Reactie versturen').click();
  await sem.getByText('Bij punt 1 ontbreekt onze voorwaarde.').waitFor();
  await check(wil, 'minutes with a reaction');
  assert.equal(await button(sem, 'Vaststellen').count(), 0); // not before the term
  house.world.moveClock('11 hours');
  await sem.reload();
  await button(sem, 'Vaststellen').click();
  await carryOut(sem);
  await wil.getByText('Vastgesteld door Sem').waitFor();
  assert.equal(await button(sem, 'Verslag bijwerken').count(), 0);
  await link(sem, 'Lees de besluitenlijst').click();
  assert.match(await lijst(sem).innerText(), /Geopend[\s\S]*door Sem \(vastgelegd/);
});

inHouse('the pages of a meeting that do not load say so, and load when they are asked again', async (house) => {
  const sem = await house.pageOf('sem', `/tafels/${house.names.tafel}`);
  await plan(sem, 'Derde bijeenkomst', ['Opening']);
  const context = await house.browserOf('wil');
  let cut = true;
  await context.route(/bijeenkomstwork-/, (route) => (cut ? route.abort() : route.continue()));
  const wil = await house.openPage(context, new URL(sem.url()).pathname);
  await wil.getByText('Dit deel van de pagina is nog niet geladen').waitFor();
  await check(wil, 'a part that did not load');
  cut = false;
  await until(async () => {
    const again = button(wil, 'Opnieuw proberen');
    if (await again.isVisible()) await again.click().catch(() => {});
    return wil.getByRole('heading', { level: 1, name: 'Derde bijeenkomst' }).isVisible();
  }, 'the meeting is shown after all');
});
