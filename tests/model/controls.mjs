// Positive controls: rules that are changed on purpose, in the game's own database. The model must
// find each of them; a test that never failed is unproven.
import { conninfo } from '../lib/world.mjs';
import { spawnSync } from 'node:child_process';
import { mutate } from '../faults/lib/drill.mjs';

const SECONDS = 60;

const breaking = (sql) => (world) => {
  const run = spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', conninfo(world.database, 'postgres'), '-f', '-'], { input: sql, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`SQL: ${run.stderr}`);
};

const control = (fault, sql) => ({ fault, breakRules: breaking(sql), seconds: SECONDS });

export const CONTROLS = [
  control('words that were taken away stay in the answers that quote them', mutate('rule.citaten_laten_vervallen', 'x.antwoord_op = b.id', 'x.antwoord_op = -b.id')),
  control('a seat reads from the beginning', mutate('rule.zetels', 'z.leest_vanaf', `'-infinity'::timestamptz`)),
  control('a sixth point', mutate('rule.punt_nieuw', 'p.nummer > 5', 'p.nummer > 6')),
];
