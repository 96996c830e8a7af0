// A PostgreSQL for one peer, with fsync on, as ours has it; thrown away with the peer.
import { spawnSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../lib/server.mjs';
import { psql } from '../lib/spr.mjs';

function pg(args, env = {}) {
  const done = spawnSync(path.join(root, 'deploy/pg'), args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (done.status !== 0) throw new Error(`no PostgreSQL for it: ${done.stderr.trim()}`);
  return done.stdout.trim();
}

// For who cannot speak over a unix socket: it also listens, on a loopback address of its own, so that
// the port is the one that deploy/pg knows.
function listen(data, conninfo) {
  const part = () => 1 + crypto.randomInt(254);
  const address = `127.${part()}.${part()}.${part()}`;
  const password = crypto.randomBytes(18).toString('hex');
  psql(`ALTER ROLE postgres PASSWORD '${password}'`, conninfo);
  fs.appendFileSync(path.join(data, 'pg/postgresql.conf'), `listen_addresses = '${address}'\n`);
  const hba = path.join(data, 'pg/pg_hba.conf');
  fs.writeFileSync(hba, `host all all 127.0.0.0/8 password\n${fs.readFileSync(hba, 'utf8')}`);
  pg(['--data', data, 'stop']);
  pg(['--data', data, 'start']);
  return { address, password };
}

export function startCluster({ listens = false } = {}) {
  const data = pg(['throwaway'], { SPR_PG_FSYNC: 'on' });
  const conninfo = pg(['--data', data, 'conninfo', 'super']);
  const stop = () => pg(['--data', data, 'remove']);
  process.once('exit', () => fs.existsSync(data) && spawnSync(path.join(root, 'deploy/pg'), ['--data', data, 'remove']));
  return { conninfo, host: /host=(\S+)/.exec(conninfo)[1], data, stop, ...(listens ? listen(data, conninfo) : {}) };
}
