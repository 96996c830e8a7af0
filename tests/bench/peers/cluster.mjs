// A PostgreSQL for one peer, with fsync on, as ours has it; thrown away with the peer.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../lib/server.mjs';

function pg(args, env = {}) {
  const done = spawnSync(path.join(root, 'deploy/pg'), args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Error(`no PostgreSQL for it: ${done.stderr.trim()}`);
  return done.stdout.trim();
}

export function startCluster() {
  const data = pg(['throwaway'], { SPR_PG_FSYNC: 'on' });
  const conninfo = pg(['--data', data, 'conninfo', 'super']);
  const stop = () => pg(['--data', data, 'remove']);
  process.once('exit', () => spawnSync(path.join(root, 'deploy/pg'), ['--data', data, 'remove']));
  return { conninfo, host: /host=(\S+)/.exec(conninfo)[1], data, stop };
}
