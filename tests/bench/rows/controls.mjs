// Deliberate faults of a server: the client must find each of them, or its silence about ours would
// mean nothing.
import { missing } from '../lib/stats.mjs';
import { startFloor } from '../lib/spr.mjs';
import { startLoad } from '../lib/turns.mjs';

const FAULTS = { gap: /is not the next/, doubled: /is not the next/, lost: /lost|is not the next/ };

async function isFound(bench, fault, sentence) {
  const server = await startFloor(1024, fault);
  const load = startLoad(bench, [{ name: 'floor', server, readers: 5, writers: 1, window: 4 }]);
  await load.ask('open', 'floor');
  const said = await load.ask('slice', 'floor', 1).then(() => '', (error) => error.message);
  server.stop();
  return sentence.test(said);
}

async function controls(bench) {
  for (const [fault, sentence] of Object.entries(FAULTS))
    if (!(await isFound(bench, fault, sentence))) throw new Error(`the client did not find a deliberate fault: ${fault}`);
  return [missing('controls', `deliberate faults of a server (${Object.keys(FAULTS).join(', ')})`, 'each was found by the client')];
}

export const rows = { controls };
