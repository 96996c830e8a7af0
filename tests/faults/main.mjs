// The fault suite, as TAP. See README.md.
import { parseArgs } from 'node:util';
import { Tap } from '../contract/tap.mjs';
import { alloc } from './drills/alloc.mjs';
import { away } from './drills/away.mjs';
import { clock } from './drills/clock.mjs';
import { CONTROLS } from './drills/controls.mjs';
import { deploy } from './drills/deploy.mjs';
import { drain } from './drills/drain.mjs';
import { epoch } from './drills/epoch.mjs';
import { failover, waits } from './drills/failover.mjs';
import { frozen } from './drills/frozen.mjs';
import { full, PLACES } from './drills/full.mjs';
import { hiding } from './drills/hiding.mjs';
import { hints, LAYOUTS } from './drills/hints.mjs';
import { DATABASE_KINDS, kills, SERVER_KINDS } from './drills/kills.mjs';
import { meeting } from './drills/meeting.mjs';
import { migrate } from './drills/migrate.mjs';
import { NETWORK_KINDS, network } from './drills/network.mjs';
import { FILESYSTEM, power } from './drills/power.mjs';
import { revocations } from './drills/revocations.mjs';
import { rights } from './drills/rights.mjs';
import { slow } from './drills/slow.mjs';
import { snapshots } from './drills/snapshots.mjs';
import { store } from './drills/store.mjs';
import { storm } from './drills/storm.mjs';
import { Chance, newSeed } from './lib/chance.mjs';
import { Cluster } from './lib/cluster.mjs';
import { Drill } from './lib/drill.mjs';
import { drillTable, killFigure, killTable } from './lib/figures.mjs';
import { undoLeftovers } from './lib/leftovers.mjs';
import { Network } from './lib/network.mjs';
import { Site } from './lib/site.mjs';
import { KINDS as FILESYSTEMS, Volume } from './lib/volume.mjs';

const ROUNDS = { short: [5, 3], long: [500, 200] }; // of the server, of PostgreSQL
const CONTROL_PATIENCE_MS = 8000;
const CONTROL_PLAYS = 4;
const SHOWN = 8; // violations in a report

const { values, positionals } = parseArgs({
  options: {
    seed: { type: 'string' },
    rounds: { type: 'string' },
    long: { type: 'boolean', default: false },
    jobs: { type: 'string', default: '2' },
    workers: { type: 'string' },
    fault: { type: 'string' },
  },
  allowPositionals: true,
});
const seed = values.seed ?? newSeed();
const chance = new Chance(seed);
const tap = new Tap();
const say = (text) => tap.line(`# ${text}`);
let cluster;

const list = (violations) => violations.slice(0, SHOWN).map(({ kind, sentence }) => `${kind}: ${sentence}`).join('\n');

function report(name, drill, violations) {
  const options = [values.rounds && `--rounds ${values.rounds}`, values.long && '--long', `--seed ${seed}`].filter(Boolean).join(' ');
  return `${list(violations)}\nnotes of everybody: ${drill.ledger.dir}\nalone: deploy/faults ${name} ${options}`;
}

const workers = values.workers && { workers: Number(values.workers) };
const newDrill = (name, more = {}) => new Drill({ cluster, chance: chance.fork(name), say, isLong: values.long, ...more, ...workers });

// Runs it to its end, also when it throws: then that is the violation.
async function attempt(drill, play) {
  try {
    await play(drill);
  } catch (error) {
    drill.blame('error', `${error.stack}\n${drill.site?.said().slice(-1500) ?? ''}`);
    await drill.close().catch((also) => drill.blame('error', also.message));
    for (const site of drill.sites ?? []) await site.murder().catch(() => {});
  }
  return drill.ledger.violations;
}

const summary = []; // a line of each drill, for the table at the end

// long: how many plays the long set has of it. Each is a world of its own; the first that fails is
// the last.
async function clean(name, title, play, { long = 1, ...more } = {}) {
  const plays = Number(values.rounds ?? (values.long ? long : 1));
  const line = { name, plays: 0, seconds: 0, counts: [], violations: [], figures: [] };
  summary.push(line);
  for (let nr = 1; nr <= plays && line.violations.length === 0; nr++) {
    const since = Date.now();
    const drill = newDrill(nr === 1 ? name : `${name} ${nr}`, more);
    line.violations = await attempt(drill, play);
    line.plays = nr;
    line.seconds += (Date.now() - since) / 1000;
    line.counts.push(drill.crowd?.counts ?? {});
    line.figures.push(drill.figure);
    if (plays > 1) say(`${name}: ${nr} of ${plays}, ${line.seconds.toFixed(0)} s`);
    if (nr === plays || line.violations.length > 0) tap.ok(line.violations.length === 0, `${title}${plays > 1 ? `, ${plays} times` : ''}`, report(name, drill, line.violations));
    drill.ledger.close();
  }
}

// ---- kills

function dealRounds() {
  const [server, database] = values.rounds ? [Math.ceil(values.rounds / 2), Math.floor(values.rounds / 2)] : ROUNDS[values.long ? 'long' : 'short'];
  const dealer = chance.fork('rounds');
  return dealer.deal([...dealer.deal(SERVER_KINDS, server), ...dealer.deal(DATABASE_KINDS, database)], server + database);
}

const some = (n, one, more) => `${n} ${n === 1 ? one : more}`;
const howOften = (short, long) => Number(values.rounds ?? (values.long ? long : short));

// One world, in which something breaks again and again. play(drill, report): report(figures,
// violations) after each round.
async function playRounds(name, what, play) {
  const since = Date.now();
  const drill = newDrill(name);
  const rounds = [];
  const each = (figures, violations) => {
    rounds.push(figures);
    if (values.long) say(`${name}: ${rounds.length} of ${what}, back after ${figures.back} ms`);
    tap.ok(violations.length === 0, `${name} ${rounds.length}: ${figures.kind}`, report(name, drill, violations));
  };
  const violations = await attempt(drill, () => play(drill, each));
  tap.ok(violations.length === 0, `${what}: one sequence everywhere, nothing acknowledged lost, nothing twice`, report(name, drill, violations));
  for (const line of killTable(rounds, what)) say(line);
  const line = { name, plays: rounds.length, counts: [drill.crowd?.counts ?? {}], violations, figures: [killFigure(rounds)] };
  summary.push({ ...line, seconds: (Date.now() - since) / 1000 });
  drill.ledger.close();
}

function playKills() {
  const planned = dealRounds();
  return playRounds('kills', some(planned.length, 'kill', 'kills'), (drill, each) => kills(drill, planned, each));
}

function playFull() {
  const places = chance.fork('full').deal(PLACES, howOften(PLACES.length, 10 * PLACES.length));
  return playRounds('full', some(places.length, 'full disk', 'full disks'), (drill, each) => full(drill, places, each));
}

function playNetwork() {
  const rounds = howOften(3, 200);
  const dealer = chance.fork('network');
  const kinds = dealer.deal(dealer.deal(NETWORK_KINDS, NETWORK_KINDS.length), rounds);
  return playRounds('network', some(rounds, 'broken network', 'broken networks'), (drill, each) => network(drill, kinds, each));
}

async function playFailover() {
  const rounds = howOften(1, 20);
  await playRounds('failover', some(rounds, 'lost primary', 'lost primaries'), failover(rounds));
  await clean('failover', 'a wait for the standby that is ended is no ack, nor by key', waits);
}

async function playPower() {
  const cuts = howOften(1, 100);
  const kinds = cuts === 1 ? [FILESYSTEM] : FILESYSTEMS;
  for (const [i, kind] of kinds.entries()) {
    const share = Math.floor((cuts + i) / kinds.length);
    await playRounds('power', `${some(share, 'power cut', 'power cuts')} on ${kind}`, power(kind, share));
  }
}

// ---- controls

const table = [];

// A kill that finds the fault may find another sign of it first. The sign that is asked for has to
// come within a few plays, each with chances of its own.
async function control({ fault, test, play, caught, env, sql, afterRestore, lacks, workers: count = 2 }) {
  const lack = lacks?.();
  if (lack) return tap.skipped(`found: ${fault}`, lack);
  let found = false;
  let said = '';
  const since = Date.now();
  for (let nr = 1; !found && nr <= CONTROL_PLAYS; nr++) {
    const drill = newDrill(`${fault} ${nr}`, { env, sql, afterRestore, workers: count, isControl: true, patience: CONTROL_PATIENCE_MS, say: () => {} });
    const violations = await attempt(drill, play);
    found = drill.ledger.has(caught);
    said = report('controls', drill, violations);
    if (found) drill.ledger.discard();
    else drill.ledger.close();
  }
  tap.ok(found, `found: ${fault}`, `${test} should have said ${caught}, but said:\n${said}`);
  table.push({ fault, test, as: found ? caught : 'NOT FOUND', seconds: (Date.now() - since) / 1000 });
}

function sayTable() {
  const width = Math.max(...table.map(({ fault }) => fault.length));
  const line = (fault, test, as, s) => say(`${fault.padEnd(width)}  ${test.padEnd(9)}  ${as.padEnd(15)}  ${s}`);
  if (table.length > 0) line('deliberate fault', 'test', 'found as', 's');
  for (const { fault, test, as, seconds } of table) line(fault, test, as, seconds.toFixed(0));
}

// ---- the suite

// Of the deliberate faults those that were asked for, by a word of the fault or of its test.
const isMeant = ({ fault, test, long }) => (values.fault ? `${fault} ${test}`.includes(values.fault) : !long || values.long);

// What takes PostgreSQL away, or holds it up, is alone; of the rest two go on beside each other.
const DRILLS = [
  { name: 'kills', alone: true, run: playKills },
  { name: 'power', alone: true, lacks: Volume.lack, run: playPower },
  { name: 'full', alone: true, lacks: Volume.lack, run: playFull },
  { name: 'network', alone: true, lacks: Network.lack, run: playNetwork },
  { name: 'failover', alone: true, long: true, run: playFailover },
  { name: 'away', alone: true, run: () => clean('away', 'the database is away: said aloud, nothing lost, nothing claimed', away, { long: 20 }) },
  { name: 'slow', run: () => clean('slow', 'a reader that stops reading harms nobody and loses nothing', slow, { long: 20 }) },
  { name: 'epoch', run: () => clean('epoch', 'a backup put back: everybody is told and loads anew', epoch, { long: 10 }) },
  { name: 'frozen', alone: true, run: () => clean('frozen', 'a process stands still and goes on: nothing lost, nothing twice', frozen, { long: 10 }) },
  { name: 'drain', run: () => clean('drain', 'a new version: everybody is told, nothing is lost', drain, { long: 20 }) },
  { name: 'hiding', run: () => clean('hiding', 'what is hidden or withdrawn is gone from rings, replay, search and snapshot', hiding, { long: 20 }) },
  ...Object.keys(LAYOUTS).map((layout) => ({ name: 'hints', run: () => clean('hints', `events reach the other process without any hint: ${layout}`, hints(layout), { long: 20 }) })),
  { name: 'snapshots', run: () => clean('snapshots', 'a snapshot is the state at the seq it names', snapshots, { long: 20 }) },
  { name: 'rights', run: () => clean('rights', 'a right that was taken away ends what was open because of it', rights, { long: 5 }) },
  { name: 'meeting', run: () => clean('meeting', 'two hours of meeting on bad lines: everybody ends with the same list of decisions', meeting, { long: 20 }) },
  { name: 'deploy', alone: true, run: () => clean('deploy', 'a new version beside the old one, and a migration: nothing refused, nothing lost', deploy, { long: 25 }) },
  { name: 'migrate', alone: true, run: () => clean('migrate', 'migrations while people write: nobody refused, nobody held up', migrate, { long: 20 }) },
  { name: 'storm', alone: true, run: () => clean('storm', 'everybody dropped at once: everybody back, nothing missed', storm, { long: 2 }) },
  { name: 'revocations', alone: true, run: () => clean('revocations', 'many rights taken away: every stream ends, nothing after it', revocations, { long: 5 }) },
  { name: 'clock', run: () => clean('clock', 'clocks jump: order and chain hold, what ended stays ended', clock, { long: 20 }) },
  { name: 'store', run: () => clean('store', 'a call or byte to PostgreSQL fails: the server lives, nothing is lost or half', (drill) => store(drill, values.long)) },
  { name: 'alloc', run: () => clean('alloc', 'memory runs out: the process says so and ends, nothing acknowledged is lost', (drill) => alloc(drill, values.long)) },
  ...CONTROLS.filter(isMeant).map((each) => ({ name: 'controls', alone: each.alone, run: () => control(each) })),
];

// What takes long is played when it is asked for by its name, or with --long.
const isAsked = ({ name, long }) => (positionals.length === 0 ? !long || values.long : positionals.includes(name));

async function play(drills) {
  for (const { name, run, lacks } of drills.filter(({ alone }) => alone)) {
    const lack = lacks?.();
    if (lack) tap.skipped(name, lack);
    else await run();
  }
  const waiting = drills.filter(({ alone }) => !alone);
  const lane = async () => {
    for (let next; (next = waiting.shift()); ) await next.run();
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, lane));
}

// Nothing stays behind when somebody has seen enough. Without a pause, in which drills would go on.
function breakOff() {
  for (const site of Site.all) for (const pid of site.processes) process.kill(pid, 'SIGKILL');
  undoLeftovers();
  process.exit(130);
}

async function main() {
  const unknown = positionals.find((name) => !DRILLS.some((drill) => drill.name === name));
  if (unknown) throw new Error(`no drill is called ${unknown}; there are ${[...new Set(DRILLS.map(({ name }) => name))].join(', ')}`);
  say(`seed ${seed}`);
  cluster = await Cluster.make();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, breakOff);
  process.stdout.once('error', breakOff); // nobody listens any more
  try {
    await play(DRILLS.filter(isAsked));
    sayTable();
    for (const line of drillTable(summary)) say(line);
  } finally {
    await cluster.remove();
  }
  process.exit(tap.end() ? 0 : 1);
}

await main();
