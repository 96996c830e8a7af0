// Sides that take turns: all are up and connected to at the same time, one client drives them one
// after the other in short slices, and nobody is always first.
import { Driven } from './driven.mjs';
import { places, program, psql, rooms } from './spr.mjs';

// A side: {name, server: {dialect, port, pids}, tafels, each, readers, writers, window, lockstep, text,
// also, behind, slow}. Ours gets places in the database, others rooms.
function sideArgs(bench, side) {
  const { server } = side;
  const ours = server.dialect === 'spr' && server.server !== undefined;
  const file = ours ? places(bench.scratch, side.tafels ?? 1, side.each) : rooms(bench.scratch, side.tafels ?? 1);
  const args = ['--side', word(side.name), '--peer', server.dialect, '--port', server.port, '--places', file];
  if (ours) args.push('--epoch', psql('SELECT rule.epoch()'));
  for (const name of ['readers', 'writers', 'window', 'text', 'behind', 'slow']) if (side[name] !== undefined) args.push(`--${name}`, side[name]);
  for (const stream of side.also ?? []) args.push('--also', stream);
  if (side.lockstep) args.push('--lockstep');
  for (const [name, pids] of Object.entries(server.pids)) if (pids.length > 0) args.push('--cpu', `${name}=${pids}`);
  return args;
}

// The names of sides are words of the commands.
const word = (name) => name.replaceAll(' ', '_');

export const startLoad = (bench, sides) => new Driven(program('bench_load'), sides.flatMap((side) => sideArgs(bench, side)));

const rotated = (list, by) => list.map((_, i) => list[(i + by) % list.length]);

// {name: {slices, opened, fault}} for each side. `between` may add a turn of something else: it is
// called after each slice, with the side and the slice. A side is left out once it has a fault.
export async function turns(bench, sides, { rounds = bench.rounds, seconds = bench.seconds, rate = 0, between } = {}) {
  const load = startLoad(bench, sides);
  const found = Object.fromEntries(sides.map((side) => [side.name, { slices: [] }]));
  for (const side of sides) {
    const opened = await load.ask('open', word(side.name));
    Object.assign(found[side.name], { opened, fault: opened.fault, note: side.server.note });
  }
  for (let round = -1; round < rounds; round++) {
    // The round before the first is to get warm, and counts for nothing.
    for (const side of rotated(sides, round + 1)) {
      const one = found[side.name];
      if (one.fault) continue;
      const before = await side.server.metrics?.();
      const slice = await load.ask('slice', word(side.name), seconds, side.rate ?? rate);
      if (before) slice.metrics = difference(await side.server.metrics(), before);
      one.fault = slice.fault;
      const added = (await between?.(side, slice, round)) ?? {};
      if (round >= 0 && !slice.fault) one.slices.push(Object.assign(slice, added));
    }
  }
  await load.end();
  return found;
}

const difference = (after, before) => Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)]));

// For a figure: the peers among what turns() found, and those that did not take part.
export function peersOf(found, absent, value) {
  const peers = {};
  for (const [name, { slices, fault, note }] of Object.entries(found)) {
    if (name === 'server' || name === 'floor') continue;
    const wrong = slices.reduce((sum, slice) => sum + slice.wrong, 0);
    peers[name] = fault ? { absent: fault, wrong } : { values: slices.map(value), wrong, note };
  }
  for (const [name, reason] of Object.entries(absent)) peers[name] = { absent: reason };
  return peers;
}
