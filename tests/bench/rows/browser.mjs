// Rows of the browser: a real Chromium at a thread of ten thousand bijdragen.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { buildDir } from '../../lib/server.mjs';
import { figure, missing } from '../lib/stats.mjs';
import { other, psql, Spr } from '../lib/spr.mjs';
import { makeFirst, makeSize, postOne } from './growth.mjs';

const CHROMIUM = '/usr/bin/chromium';
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const SCROLL_PX = 700;
const PATIENCE_MS = 60000;

// All that a first view fetches but the typeface, as it goes over the line.
function bundleKiB() {
  const web = path.join(buildDir, 'web');
  const files = [web, path.join(web, 'assets')].flatMap((dir) => fs.readdirSync(dir).map((name) => path.join(dir, name)));
  return files.filter((file) => /\.(html|js|css)\.gz$/.test(file)).reduce((sum, file) => sum + fs.statSync(file).size, 0) / 1024;
}

// A visitor who was never here: nothing in the cache.
async function visit(browser, server, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'nl-NL' });
  context.setDefaultTimeout(60000);
  const [token] = psql('SELECT token FROM bench.plek WHERE nr = 1').split(' ');
  await context.addCookies([{ name: `spr_lokaal_${server.port}`, value: token, domain: '127.0.0.1', path: '/', httpOnly: true, sameSite: 'Lax' }]);
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}${address}`);
  await page.waitForSelector('.spr-log__page');
  return { context, page, firstViewMs: await page.evaluate(() => performance.now()) };
}

const watchLongTasks = (page) => page.evaluate(() => {
  window.tasks = [];
  new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: 'longtask' });
});
const longest = (page) => page.evaluate(() => {
  const most = Math.max(0, ...window.tasks);
  window.tasks = [];
  return most;
});

// Everything older, page by page, as a reader who presses the button does.
const loadOlder = (page, wanted, patienceMs) => page.evaluate(([want, patience]) => new Promise((resolve) => {
  const count = () => document.querySelectorAll('.spr-log__page > div').length;
  const until = performance.now() + patience;
  const turn = () => {
    const button = document.querySelector('.spr-log > button');
    if (!button || count() >= want || performance.now() > until) return resolve(count());
    if (!button.disabled && button.getAttribute('aria-busy') !== 'true') button.click();
    setTimeout(turn, 20);
  };
  turn();
}), [wanted, patienceMs]);

// From the end towards the beginning, a step a frame; how far it came, as a share.
const scrollThrough = (page, patienceMs) => page.evaluate(([step, patience]) => new Promise((resolve) => {
  const until = performance.now() + patience;
  const whole = document.documentElement.scrollHeight - window.innerHeight;
  window.scrollTo(0, whole);
  const turn = () => {
    if (window.scrollY <= 0 || performance.now() > until) return resolve(1 - window.scrollY / whole);
    window.scrollBy(0, -step);
    requestAnimationFrame(turn);
  };
  turn();
}), [SCROLL_PX, patienceMs]);

async function measure(bench, browser, server, address, posts) {
  const first = [];
  for (let i = 0; i < bench.rounds; i++) {
    const { context, firstViewMs } = await visit(browser, server, address);
    first.push(firstViewMs);
    await context.close();
  }
  const { context, page } = await visit(browser, server, address);
  await watchLongTasks(page);
  const have = await loadOlder(page, posts, PATIENCE_MS);
  const loading = await longest(page);
  await page.waitForTimeout(500);
  await longest(page);
  const share = await scrollThrough(page, PATIENCE_MS / 2);
  const scrolling = await longest(page);
  await context.close();
  return { first, have, share, loading, scrolling };
}

async function browserRow(bench) {
  const posts = bench.short ? 1000 : 10000;
  const bundle = figure({ id: 'browser.bundle', title: 'bundle: HTML, scripts and styles, gzip', unit: 'KiB', better: 'less', ours: [bundleKiB()] });
  if (!fs.existsSync(CHROMIUM)) return [bundle, missing('browser.first', 'first view', `not measured: no ${CHROMIUM}`)];
  makeFirst();
  await postOne();
  const database = makeSize('gebeurtenissen', posts);
  psql(`GRANT CONNECT ON DATABASE ${database} TO spr_server`, other(process.env.SPR_DATABASE_SUPER, 'postgres'));
  const world = { server: other(process.env.SPR_DATABASE, database), owner: other(process.env.SPR_DATABASE_OWNER, database) };
  const server = await new Spr({ world, env: { SPR_WEB: path.join(buildDir, 'web') } }).start();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  try {
    const [tafel, onderwerp] = psql('SELECT tafel, onderwerp FROM bench.plek WHERE nr = 1').split(' ');
    const { first, have, share, loading, scrolling } = await measure(bench, browser, server, `/tafels/${tafel}/onderwerpen/${onderwerp}`, posts);
    const note = `${have} posts on the page, ${Math.round(share * 100)} % of it scrolled through`;
    return [
      bundle,
      figure({ id: 'browser.first', title: `first view of a thread of ${posts}, empty cache`, unit: 'ms', better: 'less', ours: first }),
      figure({ id: 'browser.scroll', title: 'scrolling through it: longest task over 50 ms (0: none)', unit: 'ms', better: 'less', ours: [scrolling], note }),
      figure({ id: 'browser.older', title: 'fetching what is older, page by page: longest task over 50 ms (0: none)', unit: 'ms', better: 'less', ours: [loading], note }),
    ];
  } finally {
    await browser.close();
    await server.stop();
  }
}

export const rows = { browser: browserRow };
