// T7: two servers on two machines, one database on a third, and a network that loses, swallows,
// narrows, delays or resets what goes between them and people, or between them and the database.
// Or a machine vanishes, with all that it was doing.
import { at } from '../lib/drill.mjs';
import { Cluster } from '../lib/cluster.mjs';
import { Machine } from '../lib/machine.mjs';
import { must } from '../lib/must.mjs';
import { Network } from '../lib/network.mjs';
import { sleep } from '../lib/wait.mjs';
import { kills, RATE } from './kills.mjs';

const MACHINES = ['een', 'twee'];
const DATABASE = 'db';
const SILENCE_MS = 8000; // after this the browser gives a line up: twice a heartbeat
const SHORTEST_MS = 2000;
const LONGEST_MS = 12000;
const DELAY_MS = [20, 200]; // each way
const KBIT = 64; // for each of the people
const FITS = 3; // posts a second of each side, of which each of the people gets every one

const ENDS = { people: Network.OUTSIDE, database: DATABASE };
const FAULTS = {
  'loss 1%': (network, links) => network.lose(1, links),
  'loss 5%': (network, links) => network.lose(5, links),
  'loss 30%': (network, links) => network.lose(30, links),
  'black hole': (network, links) => network.swallow(links),
  reset: (network, links) => network.reset(links),
  late: (network, [[, end]], { chance }) => network.delay(end, ...DELAY_MS, chance.between(0, 2 ** 31 - 1)),
  narrow(network, [[, end]], { crowd }) {
    network.narrow(end, KBIT * crowd.everybody.length);
    crowd.load(FITS);
  },
};

// What a browser does: a line on which nothing comes any more is left for a new one.
function watch(people) {
  const look = () => {
    for (const person of people())
      if (person.online && person.ws.readyState === 1 && Date.now() - person.heard > SILENCE_MS) person.cut();
  };
  const timer = setInterval(look, 500);
  return () => clearInterval(timer);
}

// How long it stays broken: a reset is over at once.
const lasts = (fault, chance) => (fault === 'reset' ? 0 : chance.between(SHORTEST_MS, LONGEST_MS));

const breaks = (fault, end) => async (drill, mark) => {
  const { network, chance, crowd } = drill;
  const machines = chance.pick([MACHINES, MACHINES, [chance.pick(MACHINES)]]);
  FAULTS[fault](network, machines.map((machine) => [machine, ENDS[end]]), drill);
  await sleep(lasts(fault, chance));
  network.heal();
  crowd.load(RATE);
  mark();
};

// PostgreSQL asks by itself whether somebody is still there: what a lost machine had locked is free
// within half a minute, whatever it was doing.
function demandKeepalive({ network, ledger }) {
  const lines = must(...network.on(DATABASE), 'ss', '-Htno', 'state', 'established', 'sport = :5432').trim().split('\n');
  const patient = lines.filter((line) => !/timer:\(/.test(line) || /keepalive,[^,]*min/.test(line));
  if (patient.length > 0) ledger.blame('liveness', `PostgreSQL would wait for hours for a machine that is gone: ${patient[0]}`);
}

async function vanish(drill, mark) {
  const { network, crowd, sites } = drill;
  const [, gone] = sites;
  const [near] = crowd.writers;
  demandKeepalive(drill);
  network.swallow([[gone.name, Network.OUTSIDE], [gone.name, DATABASE]]);
  await gone.murder();
  near.firstAck = null;
  const since = Date.now();
  await drill.until(() => near.firstAck !== null, 'an acknowledgement at the machine that is left');
  drill.say(`a machine vanished: at the other one people went on after ${near.firstAck - since} ms`);
  await sleep(drill.chance.between(SHORTEST_MS, LONGEST_MS));
  network.heal();
  mark();
  await gone.start();
}

const acts = { vanish };
for (const fault of Object.keys(FAULTS)) for (const end of Object.keys(ENDS)) acts[`${fault} ${end}`] = breaks(fault, end);

export const NETWORK_KINDS = Object.keys(acts);

async function onNetwork(drill, play) {
  drill.network = new Network([...MACHINES, DATABASE]);
  try {
    const cluster = await Cluster.make();
    try {
      await cluster.moveTo(drill.network, DATABASE);
      await drill.within(cluster, play);
    } finally {
      for (const site of drill.sites ?? []) await site.murder();
      cluster.remove();
    }
  } finally {
    drill.network.remove();
  }
}

export const network = (drill, rounds, report) =>
  onNetwork(drill, async () => {
    const { network: net } = drill;
    const sites = (options) => MACHINES.map((name) => new Machine({ ...options, network: net, name }));
    const stop = watch(() => drill.crowd?.everybody ?? []);
    try {
      await kills(drill, rounds, report, { acts, open: { connect: at(net.address(DATABASE)), sites } });
    } finally {
      stop();
    }
  });
