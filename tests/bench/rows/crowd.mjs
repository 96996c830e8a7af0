// Rows about crowds: what an idle person costs, coming back all at once, and readers that stop.
import fs from 'node:fs';
import { figure } from '../lib/stats.mjs';
import { backends, Spr } from '../lib/spr.mjs';
import { startLoad } from '../lib/turns.mjs';

const residentKiB = (pids) => pids.reduce((sum, pid) => sum + Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0), 0);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// ---- memory of an idle connected person

const PEERS = ['ws', 'nchan', 'socket.io', 'mosquitto', 'ejabberd'];

// A thousand come first, so that what is taken once is taken already; then the rest.
async function perPerson(bench, server, readers, also) {
  const crowd = (name, count) => ({ name, server, tafels: 100, each: 1, readers: count, writers: 0, also });
  const load = startLoad(bench, [crowd('first', readers / 5), crowd('rest', readers)]);
  const first = await load.ask('open', 'first');
  await sleep(1000);
  const before = residentKiB(server.pids.server);
  const rest = await load.ask('open', 'rest');
  await sleep(1500);
  const after = residentKiB(server.pids.server);
  await load.end();
  const fault = first.fault ?? rest.fault;
  return fault ? { absent: fault } : { values: [(after - before) / readers] };
}

async function memory(bench) {
  const readers = bench.short ? 2500 : 10000;
  const rounds = bench.short ? 1 : 3;
  const ours = [];
  for (let round = 0; round < rounds; round++) {
    const server = await new Spr({ workers: bench.workers }).start();
    const found = await perPerson(bench, server, readers, ['persoon', 'register']).finally(() => server.stop());
    if (found.absent) throw new Error(found.absent);
    ours.push(...found.values);
  }
  const { peers: servers, absent } = await bench.freshPeers(PEERS);
  const peers = Object.fromEntries(Object.entries(absent).map(([name, reason]) => [name, { absent: reason }]));
  for (const [name, server] of Object.entries(servers)) {
    // A room of five thousand is a day's work for it.
    const count = name === 'ejabberd' ? 1000 : readers;
    const found = await perPerson(bench, server, count, []);
    peers[name] = found.absent ? found : { values: ours.map(() => found.values[0]), note: `${count} connections, one room` };
  }
  return [figure({ id: 'memory', title: `memory an idle person, ours with three streams, ${readers} connections`, unit: 'KiB', better: 'less', ours, peers })];
}

// ---- all come back

const BEHIND = 100;

async function reconnect(bench) {
  const readers = bench.short ? 2000 : 10000;
  const rounds = bench.short ? 2 : 5;
  const server = await new Spr({ workers: bench.workers }).start();
  const found = { warm: [], cold: [] };
  const connections = [];
  const tafels = bench.short ? 20 : 100;
  const crowd = () => ({ name: 'server', server, tafels, each: 1, readers, writers: 0, behind: BEHIND });
  const comeBack = async () => {
    const load = startLoad(bench, [crowd()]);
    connections.push(backends().length);
    const opened = await load.ask('open', 'server');
    connections.push(backends().length);
    await load.end(); // all lines are cut at once
    return opened;
  };
  try {
    await postTo(bench, server, tafels, BEHIND + 10);
    await comeBack(); // so that everybody was there once
    for (let round = 0; round < rounds; round++) {
      found.warm.push(await comeBack());
      // The second of the two ways: the server itself is new, and has nothing in memory.
      await server.server.restart();
      server.pids = { server: [server.server.child.pid], postgres: backends() };
      found.cold.push(await comeBack());
    }
  } finally {
    await server.stop();
  }
  const figures = (id, title, slices) => [
    figure({ id: `${id}.all`, title: `${readers} come back, 100 events behind, ${title}: until all are live`, unit: 's', better: 'less', ours: slices.map((one) => one.seconds), note: `${slices.reduce((sum, one) => sum + one.again, 0)} times told that it is too busy, and asked again` }),
    figure({ id: `${id}.one99`, title: `${readers} come back, 100 events behind, ${title}: one of them, p99`, unit: 'ms', better: 'less', ours: slices.map((one) => one.openMs.p99) }),
  ];
  return [
    ...figures('reconnect', 'lines were cut', found.warm),
    ...figures('reconnect-restart', 'the server restarted', found.cold),
    figure({ id: 'reconnect.connections', title: 'connections to PostgreSQL, most less least meanwhile', unit: '', better: 'less', ours: [Math.max(...connections) - Math.min(...connections)] }),
  ];
}

// At least so many posts at each of these tafels.
async function postTo(bench, server, tafels, each) {
  const load = startLoad(bench, [{ name: 'server', server, tafels, each: 1, readers: 0, writers: tafels, window: 4, text: bench.text }]);
  await load.ask('open', 'server');
  for (let posts = 0; posts < each * tafels;) posts += (await load.ask('slice', 'server', 2)).posts;
  await load.end();
}

// ---- readers that stop

async function slow(bench) {
  const readers = bench.short ? 1000 : 2000;
  const stopped = readers / 4;
  const shape = { tafels: 1, readers, writers: 8, window: 64, slow: stopped, text: bench.text };
  const rate = bench.short ? 100 : 200;
  const seconds = bench.short ? 3 : 5;
  const load = startLoad(bench, [{ name: 'server', server: bench.server, ...shape }]);
  await load.ask('open', 'server');
  const found = { all: [], some: [] };
  for (let round = -1; round < bench.rounds; round++)
    for (const kind of round % 2 ? ['all', 'some'] : ['some', 'all']) {
      const before = await bench.server.metrics();
      const slice = await load.ask('slice', 'server', seconds, rate, kind === 'some' ? stopped : 0);
      const after = await bench.server.metrics();
      slice.fellOff = after.spr_fell_off_total - before.spr_fell_off_total;
      slice.writes = after.spr_session_writes_total - before.spr_session_writes_total;
      if (round >= 0) found[kind].push(slice);
    }
  await load.end();
  const grown = ({ residentKiB: { server } }) => Math.max(0, server[1] - server[0]) / stopped;
  const sum = (slices, name) => slices.reduce((total, slice) => total + slice[name], 0);
  const note = `any one would have ended the run; writes of the server ${sum(found.some, 'writes')} beside ${sum(found.all, 'writes')} with all reading, ${sum(found.some, 'fellOff')} times behind the ring`;
  const title = `${stopped} of ${readers} readers stop, ${rate} posts/s`;
  const floor = (value) => ({ name: 'the same, all reading', values: found.all.map(value) });
  return [
    figure({ id: 'slow.each99', title: `${title}: due to delivered for the others, p99`, unit: 'ms', better: 'less', ours: found.some.map((slice) => slice.eachMs.p99), floor: floor((slice) => slice.eachMs.p99) }),
    figure({ id: 'slow.each50', title: `${title}: due to delivered for the others, p50`, unit: 'ms', better: 'less', ours: found.some.map((slice) => slice.eachMs.p50), floor: floor((slice) => slice.eachMs.p50) }),
    figure({ id: 'slow.memory', title: `${title}: memory of the server, more for each that stopped`, unit: 'KiB', better: 'less', ours: found.some.map(grown) }),
    figure({ id: 'slow.wrong', title: `${title}: events lost, doubled or misplaced`, unit: '', better: 'less', ours: found.some.map((slice) => slice.wrong), note }),
  ];
}

export const rows = { memory, reconnect, slow };
