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

test('all of the client is at most 100 KiB, gzipped', () => {
  const sizes = shipped().map((name) => {
    const gz = path.join(web, `${name}.gz`);
    return fs.statSync(fs.existsSync(gz) ? gz : path.join(web, name)).size;
  });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total <= LIMIT, `${total} bytes`);
  assert.ok(total > LIMIT / 10, `${total} bytes is not a client`);
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
