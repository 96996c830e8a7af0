// Nothing that was said behind a door is heard outside it. In each room a word is left that stands
// nowhere else; then everything that each person can get out of the server is searched for all of
// those words. Who may see which follows from the policy (docs/autorisatie.md), told here by hand.
import { Tap } from '../contract/tap.mjs';
import { startServer } from '../lib/server.mjs';
import { World } from '../lib/world.mjs';
import { found, outputs } from './outputs.mjs';
import { noAnswerToTheUnread, oddNames, sameAnswers } from './refusals.mjs';
import { afterChanges, beforeChanges } from './words.mjs';
import { firstLook, lateAdmission } from './admission.mjs';
import { files } from './bestanden.mjs';

const PEOPLE = ['Vera', 'Sem', 'Wil', 'Wes', 'Ona', 'Oto', 'Vik', 'Cas', 'Tom', 'Ana', 'Bea', 'Gus', 'Niemand'];
const tap = new Tap();
const world = new World('lekken');
const server = await startServer({ world });

async function search(when, words) {
  for (const person of PEOPLE) {
    const got = await outputs(server, world, person, Object.keys(words));
    const places = found(got, Object.keys(words));
    const wrong = Object.entries(words)
      .filter(([word, readers]) => readers.includes(person) !== places.has(word))
      .map(([word, readers]) => (readers.includes(person) ? `${word} is not to be found` : `${word} leaks through ${places.get(word)}`));
    tap.ok(wrong.length === 0, `${when}, ${person} sees what ${person} may see and no more (${got.length} answers and frames)`, wrong.join('\n'));
  }
}

await search('while the rooms are closed', beforeChanges(world));
await sameAnswers(tap, server, world);
await search('after people came and went', afterChanges(world));
await noAnswerToTheUnread(tap, server, world);
await oddNames(tap, server);
await lateAdmission(tap, server, world);
await files(tap, server, world, PEOPLE);
await server.stop().then(
  () => tap.ok(true, 'the server ends well'),
  (error) => tap.ok(false, 'the server ends well', error.message),
);
world.drop();
await firstLook(tap);
process.exitCode = tap.end() ? 0 : 1;
