// T9: the n-th call to PostgreSQL fails, the n-th byte to or from it is the last, bytes come and go
// in small pieces. The server survives; every outcome that became unknown is found by its key;
// nothing acknowledged is lost, nothing stands half. (tests/unit/store does the same room by room.)
import { Wire } from '../lib/wire.mjs';
import { RATE } from './kills.mjs';

const CALLS = { short: [1, 4], long: Array.from({ length: 60 }, (_, i) => i + 1) };
const BYTES = { short: 16, long: 1500 }; // places in each direction
const FURTHEST = 4000; // about the bytes of a few posts
const PAD = 'Lorem ipsum '.repeat(1000); // with others beside it more than a socket takes
const POSTS = 40;
const SMALL = 7;
const PIECE = 2000;

const settled = (drill) => drill.until(() => drill.crowd.everybody.every(({ present }) => present), 'everybody back');

// Is the write lane there again? Then a post is acknowledged.
async function heals(drill) {
  const [wil] = drill.crowd.writers;
  wil.firstAck = null;
  await drill.until(async () => {
    if (wil.firstAck === null) await wil.post();
    await wil.settle();
    return wil.firstAck !== null;
  }, 'an acknowledgement after the break');
}

async function eachCall(drill, long) {
  const { site, crowd } = drill;
  let rounds = 0;
  for (const kind of ['before', 'after'])
    for (const n of CALLS[long ? 'long' : 'short']) {
      site.env.SPR_FAULT_STORE = `${kind}:${n}`;
      await site.restart();
      await settled(drill);
      crowd.load(RATE / 4);
      await drill.until(() => crowd.writers.every(({ firstAck }) => firstAck !== null), `acknowledgements, ${kind}:${n}`);
      await drill.settleAndJudge();
      for (const writer of crowd.writers) writer.firstAck = null;
      rounds++;
    }
  delete site.env.SPR_FAULT_STORE;
  return rounds;
}

// One post at a time, so that the byte lies somewhere in a known conversation.
async function eachByte(drill, wire, long) {
  const [wil] = drill.crowd.writers;
  const found = wil.counts.foundDone;
  const places = BYTES[long ? 'long' : 'short'];
  const step = FURTHEST / places;
  for (const direction of ['to', 'from'])
    for (let i = 0; i < places; i++) {
      const before = wire.trips;
      wire.arm(direction, 1 + drill.chance.between(Math.floor(i * step), Math.floor((i + 1) * step) - 1));
      await drill.until(async () => {
        await wil.post();
        await wil.settle();
        return wire.trips > before;
      }, 'the break');
      await heals(drill);
      if (i % 25 === 24) await drill.settleAndJudge();
    }
  await drill.settleAndJudge();
  return { places: places * 2, unheard: wil.counts.foundDone - found };
}

// Sockets that take little, and a wire that hands on little: no read or write of libpq is whole.
async function inPieces(drill, wire) {
  const { site, crowd, chance } = drill;
  const draw = chance.fork('pieces');
  site.env.SPR_FAULT_STORE = 'narrow:1';
  await site.restart();
  await settled(drill);
  wire.pieces = () => (draw.hits(0.1) ? draw.between(1, SMALL) : draw.between(1, PIECE));
  const acked = crowd.counts.acked;
  for (const writer of crowd.writers) writer.pad = PAD;
  crowd.load(RATE);
  await drill.until(() => crowd.counts.acked - acked >= POSTS, 'posts in pieces');
  await drill.settleAndJudge();
  wire.pieces = null;
  for (const writer of crowd.writers) writer.pad = '';
  return crowd.counts.acked - acked;
}

export async function store(drill, long = false) {
  const wire = new Wire();
  await wire.open();
  try {
    await drill.open({ connect: (world) => ({ SPR_DATABASE: wire.conninfo(world.server) }) });
    const calls = await eachCall(drill, long);
    await drill.site.restart();
    await settled(drill);
    const { places, unheard } = await eachByte(drill, wire, long);
    const pieces = await inPieces(drill, wire);
    drill.demand(unheard > 0, 'control', 'no break between a COMMIT and its answer: the places were not where it hurts');
    drill.say(`store: ${calls} times the n-th call failed, ${places} times the n-th byte was the last (${unheard} posts found done by key), ${pieces} large posts in pieces; ${wire.trips} breaks, none lost`);
  } finally {
    await drill.close();
    wire.close();
  }
}
