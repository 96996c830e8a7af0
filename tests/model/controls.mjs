// Positive controls: rules that are changed on purpose, in the game's own database. The model must
// find each of them; a test that never failed is unproven.
//   favour   commands that are dealt so much more often, so that it is found soon
//   first    what the game begins with
import { spawnSync } from 'node:child_process';
import { mutate } from '../faults/lib/drill.mjs';
import { conninfo } from '../lib/world.mjs';
import { BEGIN, TALK, THEMES } from './lib/game.mjs';

// As the superuser: the owner may not change everything.
const breaking = (sql) => (world) => {
  const run = spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', conninfo(world.database, 'postgres'), '-f', '-'], { input: sql, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`SQL: ${run.stderr}`);
};

// Much is decided, and little is said.
const VOTING = { 'deelname.toetreden': 3, 'besluit.opstellen': 3, 'besluit.voorleggen': 3, 'stemming.openen': 3, 'stem.uitbrengen': 3, 'bijdrage.plaatsen': 0.2, 'tafel.opschorten': 0.1, 'tafel.sluiten': 0 };

export const CONTROLS = [
  {
    fault: 'words that were taken away stay in the answers that quote them',
    breakRules: breaking(mutate('rule.citaten_laten_vervallen', 'x.antwoord_op = b.id', 'x.antwoord_op = -b.id')),
    favour: { 'bijdrage.plaatsen': 8, 'bijdrage.intrekken': 4, 'bijdrage.verbergen': 5, 'onderwerp.openen': 0.7, 'tafel.sluiten': 0 },
  },
  {
    fault: 'a seat reads from the beginning',
    breakRules: breaking(mutate('rule.zetels', 'z.leest_vanaf', "'-infinity'::timestamptz")),
    favour: {},
  },
  {
    fault: 'a third point is one too many',
    breakRules: breaking(mutate('rule.punt_nieuw', 'p.nummer > 5', 'p.nummer > 2')),
    favour: { 'gesprek.punt-noteren': 8, 'gesprek.samenvatten': 0.3, 'ronde.openen': 3, 'ronde.sluiten': 0.1, 'tafel.sluiten': 0 },
  },
  {
    fault: 'who stays silent counts as present',
    breakRules: breaking(mutate('rule.quorum_gehaald', 'aanwezig >= 1 AND aanwezig::numeric', 'kiezers >= 1 AND kiezers::numeric')),
    favour: { ...VOTING, 'stem.uitbrengen': 0.5, 'stemming.sluiten': 8 },
  },
  {
    fault: 'a vote that is hidden until the close is in the snapshot',
    breakRules: breaking(mutate('rule.stand_keuzes', "s.zichtbaar = 'direct' OR s.status = 'gesloten'", "s.zichtbaar <> ''")),
    favour: VOTING,
  },
  {
    fault: 'anybody says that an objection is met',
    breakRules: breaking(mutate('rule.bedenking_afdoen', 'i.organisatie IS DISTINCT FROM b.organisatie', 'b.organisatie IS NULL')),
    first: BEGIN,
    favour: { ...TALK, 'bedenking.indienen': 12, 'bedenking.afdoen': 30, 'tafel.sluiten': 0 },
  },
  {
    fault: 'a table that is suspended still decides',
    breakRules: breaking(mutate('rule.gevraagd', 't.geschorst AND h.stil', 'false')),
    favour: { ...THEMES.vergaderd, 'bijeenkomst.hervatten': 0.3, 'bijeenkomst.sluiten': 0 },
  },
  {
    fault: 'an old version of a knelpunt writes over a new one',
    breakRules: breaking(mutate('rule.knelpunt_herzien', '<> oud.versie', '< 0')),
    first: BEGIN,
    favour: { ...TALK, 'knelpunt.melden': 6, 'knelpunt.herzien': 40, 'tafel.sluiten': 0 },
  },
];
