// A program of the system that must work. As root these are not always on the path.
import { spawnSync } from 'node:child_process';

const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };

export function mustTake(input, program, ...args) {
  const done = spawnSync(program, args, { encoding: 'utf8', env, input });
  if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.error?.message ?? done.stderr.trim()}`);
  return done.stdout;
}

export const must = (...command) => mustTake('', ...command);
