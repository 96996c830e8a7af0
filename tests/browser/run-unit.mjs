// Bundles the unit tests of the web client, which are TypeScript, and runs them with node:test.
// usage: node run-unit.mjs OUT [name]     OUT: a scratch folder · name: only that file

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const client = join(here, '../../src/browser');
const { buildSync } = createRequire(join(client, 'package.json'))('esbuild');

const [out, only = ''] = process.argv.slice(2);
const names = readdirSync(join(here, 'unit')).filter((n) => n.endsWith('.test.ts') && n.includes(only));
buildSync({
    entryPoints: names.map((name) => join(here, 'unit', name)),
    outdir: out,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node18',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    nodePaths: [join(client, 'node_modules')],
    logLevel: 'warning',
});
const files = names.map((name) => join(out, name.replace(/\.ts$/, '.mjs')));
const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', ...files],
    { stdio: 'inherit' });
process.exit(run.status ?? 1);
