// The unit tests of the web client are TypeScript: bundled here, then imported like the others.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
export const client = path.join(here, '../../../src/browser');
export const out = path.join(here, '../out');

export async function loadUnits() {
  const { buildSync } = createRequire(path.join(client, 'package.json'))('esbuild');
  const from = path.join(here, '../unit');
  const to = fs.mkdtempSync(path.join(fs.mkdirSync(out, { recursive: true }) ?? out, 'unit-'));
  const names = fs.readdirSync(from).filter((name) => name.endsWith('.test.ts'));
  buildSync({
    entryPoints: names.map((name) => path.join(from, name)),
    outdir: to,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node18',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    nodePaths: [path.join(client, 'node_modules')],
    logLevel: 'warning',
  });
  for (const name of names) await import(pathToFileURL(path.join(to, name.replace(/\.ts$/, '.mjs'))));
  fs.rmSync(to, { recursive: true });
}
