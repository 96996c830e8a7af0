// A new version: the server is told to stop under load. Everybody hears when to come back, and
// comes back; nothing is lost, and the process ends well.
import { sleep } from '../lib/wait.mjs';
import { RATE } from './kills.mjs';

const ROUNDS = 2;

export async function drain(drill) {
  await drill.open();
  const { crowd, site } = drill;
  for (let i = 0; i < ROUNDS; i++) {
    const farewells = crowd.everybody.map((person) => person.farewells);
    const refused = crowd.counts.refused;
    crowd.load(RATE);
    await sleep(drill.chance.between(500, 1200));
    for (const person of crowd.everybody) person.codes = [];
    await site.restart().catch((error) => drill.blame('crash', error.message));
    await sleep(500);
    await drill.settleAndJudge();
    for (const [j, person] of crowd.everybody.entries()) {
      drill.demand(person.codes[0] === 1012, 'farewell', `${person.name} was closed with ${person.codes[0]}, not 1012`);
      drill.demand(person.farewells > farewells[j], 'farewell', `${person.name} was not told when to come back`);
    }
    drill.say(`drain: ${crowd.everybody.length} people closed with 1012 and back; ${crowd.counts.refused - refused} commands refused with a definite answer`);
  }
  await drill.close();
}
