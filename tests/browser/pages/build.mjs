// What is shipped: small, typed, from one host.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { buildDir } from '../../lib/server.mjs';
import { client } from '../lib/units.mjs';

const LIMIT = 100 * 1024;
const web = path.join(buildDir, 'web');
const shipped = () => ['index.html', ...fs.readdirSync(path.join(web, 'assets')).map((name) => `assets/${name}`)]
  .filter((name) => !/\.(br|gz)$/.test(name));

test('the types of the web client hold', () => {
  const run = spawnSync(process.execPath, [path.join(client, 'node_modules/typescript/bin/tsc'), '--noEmit', '-p', client],
    { encoding: 'utf8' });
  assert.equal(run.stdout, '');
  assert.equal(run.status, 0, run.stderr);
});

const gzipped = (name) => {
  const gz = path.join(web, `${name}.gz`);
  return fs.statSync(fs.existsSync(gz) ? gz : path.join(web, name)).size;
};

// What the page names to be loaded; the name of a style for later is only told.
const html = () => fs.readFileSync(path.join(web, 'index.html'), 'utf8');
const atOnce = (name) => name === 'index.html' || new RegExp(`(?:src|href)="/${name}"`).test(html());

test('all that a first visit loads is at most 100 KiB, gzipped; the rest comes later, and is small', () => {
  const later = shipped().filter((name) => !atOnce(name));
  const total = shipped().filter(atOnce).reduce((sum, name) => sum + gzipped(name), 0);
  assert.ok(total <= LIMIT, `${total} bytes`);
  assert.ok(total > LIMIT / 10, `${total} bytes is not a client`);
  for (const name of ['en', 'tafelwork', 'bijeenkomstwork', 'stemwerk'])
    assert.ok(later.some((each) => each.startsWith(`assets/${name}-`)), `${name} is not loaded later`);
  for (const name of later) assert.ok(gzipped(name) <= LIMIT / 5, `${name}: ${gzipped(name)} bytes`);
  assert.match(html(), /<meta name="spr-later" content="\/assets\/later-\w+\.css">/);
  // What the page imports at once must be among what it names, else it is fetched late and not counted.
  for (const name of shipped().filter((each) => each.endsWith('.js') && atOnce(each)))
    for (const [, part] of fs.readFileSync(path.join(web, name), 'utf8').matchAll(/\bfrom"\.\/([\w.-]+)"/g))
      assert.ok(atOnce(`assets/${part}`), `${name} imports ${part}`);
});

test('every text asset has its compressed variants beside it', () => {
  for (const name of shipped().filter((each) => !each.endsWith('.woff2')))
    for (const variant of ['.br', '.gz']) assert.ok(fs.existsSync(path.join(web, name + variant)), name + variant);
});

test('the page holds no inline script, no inline style and no other host', () => {
  assert.doesNotMatch(html(), /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
});

test('no source writes markup from text', () => {
  const sources = fs.readdirSync(path.join(client, 'src'), { recursive: true })
    .map((name) => path.join(client, 'src', String(name))).filter((name) => /\.tsx?$/.test(name));
  assert.ok(sources.length > 20);
  for (const name of sources)
    assert.doesNotMatch(fs.readFileSync(name, 'utf8'), /\b(innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|eval)\b\s*[=(]/, name);
});
