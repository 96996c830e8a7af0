// T4: the disk is full, of the data, of the WAL, or of the server's log, while people write.
// Nothing acknowledged is lost, every answer is definite, and it ends when there is room again.
//   data  PostgreSQL goes on and refuses what needs room: opslag_vol
//   wal   PostgreSQL itself stops (a commit that it cannot write down would be a lie), and starts
//         again only when there is room: opslag_weg, or an outcome to be found by key
//   log   nobody notices
import { Cluster, run } from '../lib/cluster.mjs';
import { isAlive, sleep } from '../lib/wait.mjs';
import { Volume } from '../lib/volume.mjs';
import { conninfo } from '../../lib/world.mjs';
import { kills } from './kills.mjs';

const MEGABYTES = 256;
const ENOUGH = 10; // refusals, of each side
const LOG_MS = 1500;

export const PLACES = ['data', 'wal', 'log'];

const told = (crowd, code) => crowd.writers.map(({ refusals }) => refusals.get(code) ?? 0);

// Nobody may be told anything but these while it is full.
function demandOnly(drill, allowed) {
  for (const { name, refusals } of drill.crowd.writers)
    for (const [code, n] of refusals) drill.demand(allowed.includes(code), 'answer', `${name} was refused ${n} times with ${code}`);
}

// Segments that are there already would last for a while.
const nextSegment = () => run('psql', ['-X', '-q', '-d', conninfo('postgres', 'postgres'), '-c', 'SELECT pg_switch_wal()']).catch(() => {});

// What may be said, what must come of that, and what is to be done beside making room.
const CASES = {
  data: {
    allowed: ['opslag_vol'],
    seen: ({ crowd }) => told(crowd, 'opslag_vol').every((n) => n >= ENOUGH),
  },
  wal: {
    allowed: ['opslag_vol', 'opslag_weg'],
    async seen({ cluster, crowd }) {
      if (isAlive(cluster.postmaster)) await nextSegment();
      return !isAlive(cluster.postmaster) && told(crowd, 'opslag_weg').every((n) => n >= ENOUGH);
    },
    after: ({ cluster }) => cluster.start(),
  },
  log: {
    allowed: [],
    async seen(drill) {
      const { acked } = drill.crowd.counts;
      await sleep(LOG_MS);
      drill.demand(drill.crowd.counts.acked > acked, 'liveness', 'nothing is acknowledged while the log is full');
      return true;
    },
  },
};

const act = (place) => async (drill, mark) => {
  const { allowed, seen, after } = CASES[place];
  const { crowd, site, say } = drill;
  const volume = drill.volumes[place];
  const processes = site.processes.join();
  for (const { refusals } of crowd.writers) refusals.clear();
  volume.fill();
  await drill.until(() => seen(drill), `what a full disk brings about (${place}, ${volume.left} bytes left)`).catch((error) => drill.blame('answer', error.message));
  demandOnly(drill, allowed);
  drill.demand(site.processes.join() === processes, 'crash', `a process of the server ended because the disk of ${place} is full`);
  const codes = crowd.writers.flatMap(({ refusals }) => [...refusals]).map(([code, n]) => `${n} × ${code}`);
  say(`full (${place}): refused ${codes.join(', ') || 'nothing'}`);
  volume.makeRoom();
  mark();
  await after?.(drill);
};

async function layOut(drill, places) {
  drill.volumes = {};
  for (const place of places) drill.volumes[place] = new Volume({ megabytes: MEGABYTES });
  const cluster = await Cluster.make({ dir: drill.volumes.data.at });
  await cluster.moveWal(drill.volumes.wal.at);
  return cluster;
}

export async function full(drill, rounds, report) {
  const acts = Object.fromEntries(PLACES.map((place) => [place, act(place)]));
  try {
    const cluster = await layOut(drill, PLACES);
    try {
      await drill.within(cluster, () => kills(drill, rounds, report, { acts, open: { log: `${drill.volumes.log.at}/spr/log` } }));
    } finally {
      cluster.remove();
    }
  } finally {
    for (const volume of Object.values(drill.volumes)) volume.remove();
  }
}
