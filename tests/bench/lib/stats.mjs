// Figures of several rounds as one: the median, with the least and the most.
export const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[Math.floor(values.length / 2)];
export const span = (values) => ({ median: median(values), least: Math.min(...values), most: Math.max(...values) });

// How a compares to b in each round; both lists are of the same rounds.
export const ratio = (a, b) => span(a.map((value, i) => value / b[i]));

// One line of the tables of a report. `ours`, `floor.values` and `peers[name].values` hold a number
// a round; a peer that did not take part has a reason in `absent` instead.
//   id      name of the goal that it is held against (goals.mjs)
//   better  'less' or 'more'
export function figure({ id, title, unit, better, ours, floor, peers = {}, note }) {
  const made = { id, title, unit, better, note, ours: ours.length > 0 ? span(ours) : null };
  if (floor) made.floor = { name: floor.name, ...span(floor.values), ratio: ratio(ours, floor.values) };
  made.peers = Object.entries(peers).map(([name, peer]) => {
    if (peer.absent || !peer.values?.length) return { name, absent: peer.absent ?? 'nothing was measured', wrong: peer.wrong };
    return { name, ...span(peer.values), ratio: ratio(ours, peer.values), wrong: peer.wrong || undefined, note: peer.note };
  });
  return made;
}

// What is not there to be measured.
export const missing = (id, title, why) => ({ id, title, missing: why, peers: [] });
