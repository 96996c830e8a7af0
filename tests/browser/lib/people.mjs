// People at their browsers: a world, a server, a network between, and a Chromium for everybody.
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { chromium } from 'playwright-core';
import { Client, newKey } from '../../lib/client.mjs';
import { freePorts, Server } from '../../lib/server.mjs';
import { tokenOf, World } from '../../lib/world.mjs';
import { Network } from './network.mjs';
import { out } from './units.mjs';

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
// Long enough for a slow machine; nothing waits this long when things are well.
export const PATIENCE = 30_000;

let browser = null; // the promise of one, so that people who come at once share it

function openBrowser() {
  browser ??= chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });
  return browser;
}

export async function closeBrowser() {
  await (await browser)?.close();
  browser = null;
}

export class House {
  static async open({ env = {} } = {}) {
    const house = new House();
    house.world = new World('browser');
    house.server = new Server({ world: house.world });
    house.server.port = await freePorts(1);
    house.server.private = await freePorts(1);
    house.network = await new Network(() => house.server.port).open();
    const origins = [house.server.port, house.network.port].map((port) => `http://127.0.0.1:${port}`);
    Object.assign(house.server.env, { SPR_ORIGINS: origins.join(','), ...env });
    await house.server.start();
    house.names = house.world.names();
    house.contexts = [];
    house.faults = [];
    return house;
  }

  get origin() {
    return `http://127.0.0.1:${this.network.port}`;
  }

  // A browser of a person of the fixture world, logged in unless `login` is false.
  async browserOf(person, { login = true, ...options } = {}) {
    const context = await (await openBrowser()).newContext({
      viewport: { width: 1280, height: 900 }, locale: 'nl-NL', reducedMotion: 'reduce', ...options,
    });
    context.setDefaultTimeout(PATIENCE);
    this.contexts.push(context);
    if (login) await this.giveSession(context, person);
    return context;
  }

  giveSession(context, person) {
    return context.addCookies([{
      name: `spr_lokaal_${this.server.port}`, value: tokenOf(person), domain: '127.0.0.1', path: '/',
      httpOnly: true, sameSite: 'Lax',
    }]);
  }

  async pageOf(person, address = '/tafels', options = {}) {
    const context = await this.browserOf(person, options);
    return this.openPage(context, address);
  }

  async openPage(context, address) {
    const page = await context.newPage();
    page.on('pageerror', (error) => this.faults.push(`page error: ${error.stack}`));
    page.on('console', (message) => {
      // A refused or lost request is told in the console by the browser itself.
      if (message.type() === 'error' && !/Failed to load resource|WebSocket connection/.test(message.text()))
        this.faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.origin) && !request.url().startsWith('data:'))
        this.faults.push(`a request to elsewhere: ${request.url()}`);
    });
    await page.goto(this.origin + address);
    return page;
  }

  onderwerp(name = 'onderwerp') {
    return `/tafels/${this.names.tafel}/onderwerpen/${this.names[name]}`;
  }

  // Somebody without a browser, straight at the server: not through the bad network.
  async program(person) {
    const client = new Client(this.server, tokenOf(person), person);
    await client.connect();
    return client;
  }

  async post(person, tekst, { onderwerp = this.names.onderwerp, tafel = this.names.tafel } = {}) {
    const client = new Client(this.server, tokenOf(person), person);
    const answer = await client.askHttp({
      do: 'bijdrage.plaatsen', sleutel: newKey(), namens: this.names[`${person}_namens`] ?? '', tafel,
      args: { onderwerp, tekst },
    });
    if (!answer.ok) throw new Error(`${person} could not post: ${JSON.stringify(answer)}`);
    return answer.ok.id;
  }

  // How often a text stands in the database.
  countOf(tekst) {
    return Number(this.world.value(`SELECT count(*) FROM spr.bijdrage WHERE tekst = '${tekst}'`));
  }

  async keepPictures(name) {
    fs.mkdirSync(out, { recursive: true });
    let n = 0;
    for (const context of this.contexts)
      for (const page of context.pages())
        await page.screenshot({ path: path.join(out, `${name.replace(/\W+/g, '-')}-${++n}.png`) }).catch(() => {});
  }

  async close() {
    for (const context of this.contexts) await context.close();
    await this.network.close();
    await this.server.stop();
    this.world.drop();
  }
}

// A test in a house of its own. What a page complains of in its console fails the test as well.
export function inHouse(name, act, options) {
  test(name, async (t) => {
    const house = await House.open(options);
    let good = false;
    try {
      await act(house, t);
      if (house.faults.length) throw new Error(house.faults.join('\n'));
      good = true;
    } finally {
      if (!good && process.env.SPR_SHOW) await house.keepPictures(name);
      await house.close().catch((error) => {
        if (good) throw error;
      });
    }
  });
}

// ---- what is seen and done on a page

export const lamp = (page, stand) => page.locator(`.spr-lamp[data-line="${stand}"]`).waitFor();
// The line is up and there is a place to write.
export const ready = (page) => Promise.all([lamp(page, 'live'), box(page).waitFor()]);
export const post = (page, text) => page.locator('.spr-post', { hasText: text });
export const pending = (page, text) => page.locator('.spr-pending', { hasText: text });
export const box = (page) => page.locator('.spr-compose textarea');
export const dialog = (page) => page.locator('dialog[open]');

export async function say(page, text) {
  await box(page).fill(text);
  await page.locator('.spr-compose').getByRole('button', { name: 'Plaatsen' }).click();
}

// The button of a dialog that carries it out, and then the dialog is gone.
export async function carryOut(page) {
  await dialog(page).locator('button[type=submit]').click();
  await dialog(page).waitFor({ state: 'detached' });
}

export async function until(condition, what) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it did not come about: ${what}`);
}
