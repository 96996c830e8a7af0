// Rows of fan-out: what a delivery costs the server's processes, beside a bare loop and beside peers,
// all with messages of the same length on the wire.
import { figure } from '../lib/stats.mjs';
import { peersOf, turns } from '../lib/turns.mjs';
import { startFloor } from '../lib/spr.mjs';

const PEERS = ['ws', 'nchan', 'socket.io', 'mosquitto', 'ejabberd'];
const ENVELOPE = 8; // socket.io and the like put a little around it; the difference is not worth more

export const perDelivery = (slice) => (slice.cpuSeconds.server * 1e6) / Math.max(1, slice.deliveries);
const perSecond = (slice) => slice.deliveries / slice.seconds;

// How long a frame of ours is for the text that is posted.
async function frameBytes(bench) {
  if (!bench.frameBytes) {
    const found = await turns(bench, [{ name: 'server', server: bench.server, each: 1, readers: 10, writers: 1, window: 1, lockstep: true, text: bench.text }], { rounds: 1, seconds: 0.25 });
    const [slice] = found.server.slices;
    bench.frameBytes = Math.round(slice.bytes / slice.deliveries);
  }
  return bench.frameBytes;
}

async function sides(bench, names, shape) {
  const bytes = await frameBytes(bench);
  const floor = await startFloor(bytes);
  const { peers, absent } = await bench.peers(names);
  const others = Object.entries(peers).map(([name, server]) => ({ name, server, ...shape, text: bytes - ENVELOPE }));
  return {
    floor,
    absent,
    list: [
      { name: 'server', server: bench.server, each: shape.writers, ...shape, text: bench.text },
      { name: 'floor', server: floor, ...shape, text: bench.text },
      ...others,
    ],
  };
}

function inFlight(readers, window, names) {
  return async (bench) => {
    const { floor, absent, list } = await sides(bench, names, { readers, writers: 1, window, lockstep: true });
    const found = await turns(bench, list, { seconds: readers > 1000 ? bench.seconds * 2 : bench.seconds });
    floor.stop();
    const of = (value) => ({
      ours: found.server.slices.map(value),
      floor: { name: 'bare send() loop', values: found.floor.slices.map(value) },
      peers: peersOf(found, absent, value),
    });
    const id = window === 1 ? `fanout-${readers}` : `fanout-in-flight-${window}`;
    const title = `fan-out to ${readers} readers, ${window} in flight`;
    return [
      figure({ id: `${id}.cpu`, title: `${title}: processor time a delivery`, unit: 'µs', better: 'less', ...of(perDelivery) }),
      figure({ id: `${id}.rate`, title: `${title}: deliveries`, unit: '/s', better: 'more', ...of(perSecond) }),
      figure({ id: `${id}.last`, title: `${title}: post to last reader, p50`, unit: 'ms', better: 'less', ...of((slice) => slice.lastMs.p50) }),
    ];
  };
}

// Posts at a rate, whatever the answers; what does not fit in the time is late, and counted from
// when it was due.
async function openLoop(bench) {
  const { floor, absent, list } = await sides(bench, PEERS.slice(0, 4), { readers: 1000, writers: 8, window: 64 });
  const found = await turns(bench, list, { rate: 1000, seconds: bench.seconds * 2 });
  floor.stop();
  const of = (value) => ({
    ours: found.server.slices.map(value),
    floor: { name: 'bare send() loop', values: found.floor.slices.map(value) },
    peers: peersOf(found, absent, value),
  });
  const title = 'open loop, 1000 posts/s to 1000 readers';
  return [
    figure({ id: 'fanout-open.rate', title: `${title}: deliveries`, unit: '/s', better: 'more', ...of(perSecond) }),
    figure({ id: 'fanout-open.cpu', title: `${title}: processor time a delivery`, unit: 'µs', better: 'less', ...of(perDelivery) }),
    figure({ id: 'fanout-open.each', title: `${title}: due to delivered, p50`, unit: 'ms', better: 'less', ...of((slice) => slice.eachMs.p50) }),
    figure({ id: 'fanout-open.each99', title: `${title}: due to delivered, p99`, unit: 'ms', better: 'less', ...of((slice) => slice.eachMs.p99) }),
  ];
}

export const rows = {
  'fanout-100': inFlight(100, 1, PEERS),
  'fanout-1000': inFlight(1000, 1, PEERS),
  'fanout-5000': inFlight(5000, 1, PEERS.slice(0, 4)),
  'fanout-16': inFlight(1000, 16, PEERS),
  'fanout-open': openLoop,
};
