// All rows of the bench, in the order in which they are played.
import { rows as fanout } from './fanout.mjs';
import { rows as durable } from './durable.mjs';

export const allRows = { ...fanout, ...durable };
