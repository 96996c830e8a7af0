// All tests of the web client, one after the other: the units in node, then real pages.
import { after } from 'node:test';
import { loadUnits } from './lib/units.mjs';
import { closeBrowser } from './lib/people.mjs';

await loadUnits();
await import('./pages/build.mjs');
await import('./pages/login.mjs');
await import('./pages/talk.mjs');
await import('./pages/line.mjs');
await import('./pages/keep.mjs');
await import('./pages/chair.mjs');
await import('./pages/start.mjs');
await import('./pages/choose.mjs');
await import('./pages/vote.mjs');
await import('./pages/commit.mjs');
await import('./pages/consult.mjs');
await import('./pages/bottleneck.mjs');
await import('./pages/object.mjs');
await import('./pages/inside.mjs');
await import('./pages/amend.mjs');
await import('./pages/meet.mjs');
await import('./pages/open.mjs');
await import('./pages/log.mjs');
await import('./pages/eight.mjs');
await import('./pages/guest.mjs');
await import('./pages/access.mjs');
await import('./pages/firefox.mjs');
after(closeBrowser);
