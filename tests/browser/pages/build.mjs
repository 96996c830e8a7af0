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

test('all that a first visit loads is at most 100 KiB, gzipped; English comes later, and so does the work of a tafel', () => {
  const html = fs.readFileSync(path.join(web, 'index.html'), 'utf8');
  const later = shipped().filter((name) => name !== 'index.html' && !html.includes(`/${name}"`));
  const total = shipped().filter((name) => !later.includes(name)).reduce((sum, name) => sum + gzipped(name), 0);
  assert.ok(total <= LIMIT, `${total} bytes`);
  assert.ok(total > LIMIT / 10, `${total} bytes is not a client`);
  assert.match(later.join(), /^assets\/en-\w+\.js,assets\/tafelwork-\w+\.js$/);
  assert.ok(gzipped(later[0]) <= LIMIT / 8, `${gzipped(later[0])} bytes`);
  assert.ok(gzipped(later[1]) <= LIMIT / 2, `${gzipped(later[1])} bytes`);
  // What the page imports at once must be among what it names, else it is fetched late and not counted.
  for (const name of shipped().filter((each) => each.endsWith('.js')))
    for (const [, part] of fs.readFileSync(path.join(web, name), 'utf8').matchAll(/\bfrom"\.\/([\w.-]+)"/g))
      assert.ok(html.includes(`/assets/${part}"`), `${name} imports ${part}`);
});

test('every text asset has its compressed variants beside it', () => {
  for (const name of shipped().filter((each) => !each.endsWith('.woff2')))
    for (const variant of ['.br', '.gz']) assert.ok(fs.existsSync(path.join(web, name + variant)), name + variant);
});

test('the page holds no inline script, no inline style and no other host', () => {
  const html = fs.readFileSync(path.join(web, 'index.html'), 'utf8');
  assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//);
});

test('no source writes markup from text', () => {
  const sources = fs.readdirSync(path.join(client, 'src'), { recursive: true })
    .map((name) => path.join(client, 'src', String(name))).filter((name) => /\.tsx?$/.test(name));
  assert.ok(sources.length > 20);
  for (const name of sources)
    assert.doesNotMatch(fs.readFileSync(name, 'utf8'), /\b(innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|eval)\b\s*[=(]/, name);
});
