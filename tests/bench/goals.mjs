// What is aimed for, as data: for a figure's id, the sentence and when it holds. Nothing fails by it.
const present = (figure) => figure.peers.filter((peer) => !peer.absent);
const all = (figure, holds) => present(figure).length > 0 && present(figure).every(holds);
const peer = (figure, name) => present(figure).find((one) => one.name === name);
const below = (figure) => present(figure).every((one) => figure.ours.median < one.median);
const floorAtMost = (most) => ({ floor }) => floor.ratio.median <= most;
const oursAtMost = (most) => ({ ours }) => ours.median <= most;
const oursAtLeast = (least) => ({ ours }) => ours.median >= least;
const FLAT = { goal: 'flat, ± 20 %', holds: ({ floor }) => Math.abs(floor.ratio.median - 1) <= 0.2 };
const FANOUT = { goal: '≤ 1.10 × floor, below every peer', holds: (figure) => floorAtMost(1.1)(figure) && below(figure) };

const peerTimes = (name, least) => (figure) => (peer(figure, name) ? peer(figure, name).ratio.median >= least : undefined);

export const goals = {
  'fanout-100.cpu': FANOUT,
  'fanout-1000.cpu': FANOUT,
  'fanout-5000.cpu': FANOUT,
  'fanout-in-flight-16.rate': { goal: '≥ 8 × every peer', holds: (figure) => all(figure, (one) => one.ratio.median >= 8) },
  'fanout-open.rate': { goal: '≥ 8 × every peer', holds: (figure) => all(figure, (one) => one.ratio.median >= 8) },
  'durable-many.rate': {
    goal: '≥ 30 000/s, ≥ 0.6 × bare client, ≥ 25 × ejabberd, ≥ 5 × socket.io + pg',
    holds: (figure) => figure.ours.median >= 30000 && figure.floor.ratio.median >= 0.6 && peerTimes('ejabberd', 25)(figure) === true && peerTimes('socket.io + pg', 5)(figure) === true,
  },
  'durable-many.ack99': { goal: '≤ 10 ms', holds: oursAtMost(10) },
  'durable-hot.rate': { goal: '≥ 20 000/s', holds: oursAtLeast(20000) },
  'durable-1000.rate': { goal: '≥ 900/s', holds: oursAtLeast(900) },
  'lone.ack50': { goal: '≤ 0.5 ms where a bare commit is 0.3, that is ≤ 1.67 × a commit', holds: floorAtMost(5 / 3) },
  memory: { goal: '≤ 3.5 KiB, below every peer', holds: (figure) => figure.ours.median <= 3.5 && below(figure) },
  'reconnect.all': { goal: '≤ 20 s', holds: oursAtMost(20) },
  'reconnect-restart.all': { goal: '≤ 20 s', holds: oursAtMost(20) },
  'reconnect.connections': { goal: 'constant', holds: oursAtMost(0) },
  'slow.each99': { goal: '≤ 1.10 × the same with all reading', holds: floorAtMost(1.1) },
  'slow.memory': { goal: '≤ 256 KiB each', holds: oursAtMost(256) },
  'slow.wrong': { goal: '0', holds: oursAtMost(0) },
  'growth-gebeurtenissen.post': FLAT,
  'growth-gebeurtenissen.resume': FLAT,
  'growth-gebeurtenissen.snapshot': FLAT,
  'growth-tafels.post': FLAT,
  'growth-tafels.resume': FLAT,
  'growth-tafels.snapshot': FLAT,
  'start.serve': { goal: '< 100 ms', holds: oursAtMost(100) },
  'start.demo': { goal: '< 3 s', holds: oursAtMost(3) },
  'exports.csv': { goal: '≥ 1.0 × COPY CSV', holds: () => null },
  'exports.jsonl': { goal: '≥ 1.2 × row_to_json', holds: () => null },
  'exports.xlsx': { goal: '≥ 0.9 × bare libxlsxwriter', holds: () => null },
  'browser.bundle': { goal: '< 100 KB', holds: oursAtMost(100000 / 1024) },
  'browser.first': { goal: '< 1 s', holds: oursAtMost(1000) },
  'browser.scroll': { goal: 'no task over 50 ms', holds: oursAtMost(0) },
  'half.tail': { goal: '≤ 3', holds: oursAtMost(3) },
};

// {goal, holds}: true, false, or null when it was not measured.
export function judge(figure) {
  const aim = goals[figure.id];
  if (!aim) return {};
  return { goal: aim.goal, holds: figure.missing || !figure.ours ? null : (aim.holds(figure) ?? null) };
}
