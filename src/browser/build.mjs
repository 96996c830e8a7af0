// Builds the web client: node build.mjs OUT [GEN]
//
//   OUT   receives index.html and assets/<name>-<hash>.*, each with a .br and a .gz beside it
//   GEN   the folder with the generated protocol.ts; left out, the copy of the last build is used
//
// Invariant: OUT is complete or untouched. Everything is written to OUT.new and moved in one
// rename, so a server that reads OUT never finds an index.html without its assets.

import { createHash } from 'node:crypto';
import {
    copyFileSync,
    existsSync,
    mkdirSync,
    readFileSync,
    renameSync,
    rmSync,
    writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const LIMIT_KIB = 100; // everything a first visit loads, gzipped
const here = dirname(fileURLToPath(import.meta.url));

function fail(sentence) {
    console.error(`build.mjs: ${sentence}`);
    process.exit(1);
}

function takeProtocol(gen) {
    const own = join(here, 'src/gen/protocol.ts');
    if (gen) {
        const made = join(resolve(gen), 'protocol.ts');
        if (!existsSync(made)) fail(`${made} is missing: build the target "gen" first`);
        mkdirSync(dirname(own), { recursive: true });
        copyFileSync(made, own);
    } else if (!existsSync(own)) {
        fail('name the folder with the generated protocol.ts: node build.mjs OUT GEN');
    }
}

function bundle() {
    return build({
        absWorkingDir: here,
        entryPoints: { app: 'src/main.tsx', later: 'src/theme/later.css' },
        outdir: 'assets',
        entryNames: '[name]-[hash]',
        chunkNames: '[name]-[hash]',
        splitting: true, // English is loaded by who chooses it, parts by who opens their pages
        assetNames: '[name]-[hash]',
        publicPath: '/assets',
        loader: { '.woff2': 'file' },
        bundle: true,
        minify: true,
        format: 'esm',
        target: ['es2022', 'chrome123', 'firefox121', 'safari17.5'],
        legalComments: 'none',
        metafile: true,
        write: false,
        logLevel: 'warning',
    });
}

function writeWithVariants(path, bytes) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const small = gzipSync(bytes, { level: 9 });
    if (path.endsWith('.woff2')) return bytes.length; // compressed already
    writeFileSync(`${path}.gz`, small);
    writeFileSync(
        `${path}.br`,
        brotliCompressSync(bytes, {
            params: {
                [constants.BROTLI_PARAM_QUALITY]: 11,
                [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
            },
        }),
    );
    return small.length;
}

const out = resolve(process.argv[2] ?? fail('usage: node build.mjs OUT [GEN]'));
takeProtocol(process.argv[3]);
const made = await bundle();
const fresh = `${out}.new`;
rmSync(fresh, { recursive: true, force: true });

/** The scripts that the page cannot start without: its own, and what that imports at once. */
function scriptsOfStart() {
    const { outputs } = made.metafile;
    const start = Object.keys(outputs).find((path) => outputs[path].entryPoint === 'src/main.tsx');
    const all = new Set([start]);
    for (const path of all)
        for (const { path: other, kind } of outputs[path].imports)
            if (kind === 'import-statement') all.add(other);
    return [...all].map((path) => basename(path));
}

let total = 0;
const names = {};
const [app, ...parts] = scriptsOfStart();
for (const file of made.outputFiles) {
    const name = basename(file.path);
    const kind = name.slice(name.lastIndexOf('.') + 1);
    const size = writeWithVariants(join(fresh, 'assets', name), file.contents);
    const later = kind === 'js' ? name !== app && !parts.includes(name) : name.startsWith('later-');
    if (kind !== 'js') names[later ? 'later' : kind] = name; // one of each kind
    if (!later) total += size;
}
const preloads = parts.map((name) => `<link rel="modulepreload" href="/assets/${name}">`);
const icon = readFileSync(join(here, 'src/theme/mark.svg'));
names.svg = `mark-${createHash('sha256').update(icon).digest('hex').slice(0, 8)}.svg`;
total += writeWithVariants(join(fresh, 'assets', names.svg), icon);
const page = readFileSync(join(here, 'src/index.html'), 'utf8')
    .replaceAll('@APP_JS@', `/assets/${app}`)
    .replaceAll('@PARTS@', preloads.join('\n'))
    .replaceAll('@APP_CSS@', `/assets/${names.css}`)
    .replaceAll('@LATER_CSS@', `/assets/${names.later}`)
    .replaceAll('@FONT@', `/assets/${names.woff2}`)
    .replaceAll('@ICON@', `/assets/${names.svg}`);
total += writeWithVariants(join(fresh, 'index.html'), Buffer.from(page));

const kib = total / 1024;
if (kib > LIMIT_KIB) fail(`the client is ${kib.toFixed(1)} KiB gzipped; the limit is ${LIMIT_KIB}`);
rmSync(`${out}.old`, { recursive: true, force: true });
if (existsSync(out)) renameSync(out, `${out}.old`);
renameSync(fresh, out);
rmSync(`${out}.old`, { recursive: true, force: true });
console.log(`web client: ${kib.toFixed(1)} KiB gzipped in ${out}`);
