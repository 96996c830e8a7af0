// All rows of the bench, in the order in which they are played.
import { rows as controls } from './controls.mjs';
import { rows as fanout } from './fanout.mjs';
import { rows as durable } from './durable.mjs';
import { rows as crowd } from './crowd.mjs';
import { rows as growth } from './growth.mjs';
import { rows as browser } from './browser.mjs';
import { rows as start } from './start.mjs';

export const allRows = { ...controls, ...fanout, ...durable, ...crowd, ...growth, ...start, ...browser };
