// Rows of durable posts: from a WebSocket to an answer after the commit, and to the readers. The floor
// is one connection that calls the same function of the database with batches as large as the
// server's were in the slice before; peers do the same durable work in a PostgreSQL of their own.
import { figure } from '../lib/stats.mjs';
import { startBare } from '../lib/spr.mjs';
import { peersOf, turns } from '../lib/turns.mjs';

const perSecond = (slice) => slice.posts / slice.seconds;
const perPost = (slice) => (Object.entries(slice.cpuSeconds).reduce((sum, [name, spent]) => sum + (name === 'client' ? 0 : spent), 0) * 1e6) / Math.max(1, slice.posts);
const batchOf = (slice) => slice.metrics.spr_store_commands_total / Math.max(1, slice.metrics.spr_store_batches_total);

// A slice holds several batches, or the figure would be that of one batch more or less.
const LONGER = 2.5;

// Ours, its floor, and the peers, in turn.
async function measure(bench, shape, { hot = false, names = [], peerShape = {}, rate = 0 } = {}) {
  const bare = startBare();
  const seconds = bench.seconds * LONGER;
  const { peers, absent } = await bench.peers(names);
  const sides = [
    { name: 'server', server: bench.server, text: bench.text, ...shape },
    ...Object.entries(peers).map(([name, server]) => ({ name, server, text: bench.text, ...shape, ...peerShape[name] })),
  ];
  const between = async (side, slice) =>
    side.name === 'server' ? { batch: batchOf(slice), bare: await bare.ask('slice', Math.round(batchOf(slice)), seconds, hot ? 'hot' : '') } : {};
  const found = await turns(bench, sides, { between, rate, seconds });
  await bare.end();
  return { found, absent, slices: found.server.slices };
}

function figures(id, title, { found, absent, slices }, { alone = false } = {}) {
  const peers = (value) => (alone ? {} : peersOf(found, absent, value));
  const batch = slices.map((slice) => slice.batch).sort((a, b) => a - b)[Math.floor(slices.length / 2)].toFixed(0);
  return [
    figure({
      id: `${id}.rate`, title: `${title}: durable posts`, unit: '/s', better: 'more', ours: slices.map(perSecond), note: `batches of ${batch}`,
      floor: { name: 'bare client, same function and batches', values: slices.map((slice) => slice.bare.perSecond) }, peers: peers(perSecond),
    }),
    figure({
      id: `${id}.cpu`, title: `${title}: processor time a post, server and PostgreSQL`, unit: 'µs', better: 'less', ours: slices.map(perPost),
      floor: { name: 'bare client, PostgreSQL and client', values: slices.map((slice) => slice.bare.backendUs + slice.bare.clientUs) }, peers: peers(perPost),
    }),
    figure({
      id: `${id}.ack50`, title: `${title}: post to answer, p50`, unit: 'ms', better: 'less', ours: slices.map((slice) => slice.ackMs.p50), peers: peers((slice) => slice.ackMs.p50),
    }),
    figure({
      id: `${id}.ack99`, title: `${title}: post to answer, p99`, unit: 'ms', better: 'less', ours: slices.map((slice) => slice.ackMs.p99), peers: peers((slice) => slice.ackMs.p99),
    }),
  ];
}

const MANY = { tafels: 100, writers: 64, window: 4, readers: 200 };
const HOT = { tafels: 1, writers: 64, window: 4, readers: 8 };

async function many(bench) {
  return figures('durable-many', '100 tafels, 64 writers with 4 in flight, 200 readers', await measure(bench, MANY, { names: ['socket.io + pg', 'ejabberd'] }));
}

async function hot(bench) {
  return figures('durable-hot', 'one tafel, 64 writers with 4 in flight, 8 readers', await measure(bench, HOT, { hot: true, names: ['socket.io + pg', 'ejabberd'] }));
}

// Each post goes to a thousand readers, all of them at one tafel.
async function crowd(bench) {
  const shape = { tafels: 1, writers: 16, window: 4, readers: 1000 };
  return figures('durable-1000', 'one tafel, 16 writers with 4 in flight, 1000 readers', await measure(bench, shape, { hot: true, names: ['socket.io + pg', 'ejabberd'] }));
}

// One post at a time, beside the commit of one row; then at half of what the server could do.
async function lone(bench) {
  const bare = startBare();
  const commit = () => bare.ask('again', bench.seconds, "INSERT INTO bench.vast VALUES ('een rij')");
  const { peers, absent } = await bench.peers(['socket.io + pg', 'ejabberd']);
  const shape = { tafels: 1, writers: 1, window: 1, readers: 2, text: bench.text };
  const sides = [{ name: 'server', server: bench.server, ...shape }, ...Object.entries(peers).map(([name, server]) => ({ name, server, ...shape }))];
  const between = async (side) => (side.name === 'server' ? { bare: await bare.ask('slice', 1, bench.seconds), commit: await commit() } : {});
  const found = await turns(bench, sides, { between });
  await bare.end();
  const { slices } = found.server;
  const of = (value) => ({ ours: slices.map(value), peers: peersOf(found, absent, value) });
  return [
    figure({ id: 'lone.ack50', title: 'one post at a time: post to answer, p50', unit: 'ms', better: 'less', ...of((slice) => slice.ackMs.p50), floor: { name: 'commit of one row', values: slices.map((slice) => slice.commit.p50) } }),
    figure({ id: 'lone.ack99', title: 'one post at a time: post to answer, p99', unit: 'ms', better: 'less', ...of((slice) => slice.ackMs.p99), floor: { name: 'commit of one row', values: slices.map((slice) => slice.commit.p99) } }),
    figure({ id: 'lone.rate', title: 'one post at a time: posts', unit: '/s', better: 'more', ...of(perSecond), floor: { name: 'bare client, same function', values: slices.map((slice) => slice.bare.perSecond) } }),
  ];
}

// What the server can do is found first, in a run of its own; then posts come at half that rate.
async function half(bench) {
  const full = await turns(bench, [{ name: 'server', server: bench.server, ...MANY, text: bench.text }], { rounds: 3, seconds: bench.seconds * LONGER });
  const most = full.server.slices.map(perSecond).sort((a, b) => a - b)[1];
  const found = await turns(bench, [{ name: 'server', server: bench.server, ...MANY, window: 64, text: bench.text }], { rate: most / 2, seconds: bench.seconds * LONGER });
  const { slices } = found.server;
  const note = `${Math.round(most / 2)} posts/s asked`;
  return [
    figure({ id: 'half.ack50', title: 'half load: due to answer, p50', unit: 'ms', better: 'less', ours: slices.map((slice) => slice.ackMs.p50), note }),
    figure({ id: 'half.ack99', title: 'half load: due to answer, p99', unit: 'ms', better: 'less', ours: slices.map((slice) => slice.ackMs.p99), note }),
    figure({ id: 'half.tail', title: 'half load: p99 ÷ p50', unit: '×', better: 'less', ours: slices.map((slice) => slice.ackMs.p99 / slice.ackMs.p50), note }),
  ];
}

export const rows = { 'durable-many': many, 'durable-hot': hot, 'durable-1000': crowd, lone, half };
