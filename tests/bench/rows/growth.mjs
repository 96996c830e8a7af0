// Rows of growth: what a post, a resume and a snapshot cost the database when the log of a tafel is
// long, and when there are many tafels. A database for each size, all measured in turn.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../lib/server.mjs';
import { figure } from '../lib/stats.mjs';
import { other, psql, startBare } from '../lib/spr.mjs';

const power = (n) => `10${['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷'][Math.log10(n)]}`;
const BATCH = 64;

// One database of the world with one real post at its first tafel; the sizes are made from it.
export function makeFirst() {
  const superuser = process.env.SPR_DATABASE_SUPER;
  psql('DROP DATABASE IF EXISTS groei', other(superuser, 'postgres'));
  psql('CREATE DATABASE groei TEMPLATE spr_leeg OWNER spr_eigenaar', other(superuser, 'postgres'));
  const done = spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', other(superuser, 'groei'), '-f', path.join(root, 'tests/bench/growth.sql')], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
}

export async function postOne() {
  const bare = startBare('groei');
  await bare.ask('slice', 1, 0.05, 'hot');
  await bare.end();
}

export function makeSize(what, size) {
  const superuser = process.env.SPR_DATABASE_SUPER;
  const name = `groei_${what}_${size}`;
  psql(`DROP DATABASE IF EXISTS ${name}`, other(superuser, 'postgres'));
  psql(`CREATE DATABASE ${name} TEMPLATE groei OWNER spr_eigenaar`, other(superuser, 'postgres'));
  psql(`SELECT bench.${what}(${size})`, other(superuser, name));
  psql('VACUUM (ANALYZE)', other(superuser, name));
  psql('CHECKPOINT', other(superuser, name));
  return name;
}

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// What is measured at each size: microseconds of the backend.
function costs(name) {
  const owner = other(process.env.SPR_DATABASE_OWNER, name);
  const [sessie, tafel] = psql('SELECT sessie, tafel FROM bench.plek WHERE nr = 1', owner).split(' ');
  const head = Number(psql(`SELECT seq FROM spr.stroom WHERE naam = 'tafel:${tafel}'`, owner));
  const bare = startBare(name);
  const again = (sql) => async (seconds) => (await bare.ask('again', seconds, sql)).backendUs;
  return {
    bare,
    post: async (seconds) => (await bare.ask('slice', BATCH, seconds, 'hot')).backendUs,
    // A hundred events from somewhere in the middle, where nobody was for long.
    resume: again(`SELECT * FROM api.bladzijde(${quoted(sessie)}, 'tafel:${tafel}', ${Math.max(0, Math.floor(head / 2) - 50)}, 100)`),
    snapshot: again(`SELECT * FROM api.tafel_momentopname(${quoted(sessie)}, ${quoted(JSON.stringify({ tafel }))})`),
  };
}

async function growth(bench, what, sizes, label) {
  makeFirst();
  await postOne();
  const names = sizes.map((size) => makeSize(what, size));
  const measured = names.map(costs);
  const kinds = { post: 'a post (in batches of 64)', resume: 'a resume of 100 events', snapshot: 'a snapshot' };
  const found = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, sizes.map(() => [])]));
  for (let round = -1; round < bench.rounds; round++)
    for (const kind of Object.keys(kinds))
      for (let turn = 0; turn < sizes.length; turn++) {
        const i = (turn + round + 1) % sizes.length;
        const us = await measured[i][kind](bench.seconds / 2);
        if (round >= 0) found[kind][i].push(us);
      }
  for (const { bare } of measured) await bare.end();
  for (const name of [...names, 'groei']) psql(`DROP DATABASE ${name}`, other(process.env.SPR_DATABASE_SUPER, 'postgres'));
  const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  return Object.entries(kinds).map(([kind, title]) => ({
    ...figure({
      id: `growth-${what}.${kind}`, title: `${title}, backend time with ${power(sizes.at(-1))} ${label}`, unit: 'µs', better: 'less', ours: found[kind].at(-1),
      floor: { name: `with ${power(sizes[0])} ${label}`, values: found[kind][0] },
      note: sizes.map((size, i) => `${power(size)}: ${middle(found[kind][i]).toFixed(0)}`).join(', '),
    }),
    series: sizes.map((size, i) => ({ size, median: middle(found[kind][i]) })),
  }));
}

const upTo = (from, to) => Array.from({ length: Math.log10(to / from) + 1 }, (_, i) => from * 10 ** i);

export const rows = {
  'growth-events': (bench) => growth(bench, 'gebeurtenissen', upTo(1000, bench.short ? 1e6 : 1e7), 'events'),
  'growth-tafels': (bench) => growth(bench, 'tafels', upTo(10, bench.short ? 1e4 : 1e5), 'tafels'),
};
