// The peers that are servers on Node, with the packages of the lock file here.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../lib/server.mjs';
import { psql } from '../lib/spr.mjs';
import { startCluster } from './cluster.mjs';
import { here, launch } from './start.mjs';

const version = (name) => `${name} ${JSON.parse(fs.readFileSync(path.join(here, 'node_modules', name, 'package.json'), 'utf8')).version}, Node ${process.version}`;

function install() {
  const done = spawnSync(path.join(here, 'install'), [], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`npm could not install: ${done.stderr.trim()}`);
}

async function start(bench, script, args = [], env = {}) {
  install();
  const port = await freePorts(1);
  const log = path.join(bench.scratch, `${script}.log`);
  const { child, stop } = await launch({ command: process.execPath, args: [path.join(here, script), port, ...args], env: { NODE_ENV: 'production', ...env }, port, log });
  return { port, pids: { server: [child.pid] }, stop };
}

export const startWs = async (bench) => ({ ...(await start(bench, 'ws-server.mjs')), dialect: 'plain', version: version('ws') });

export const startSocketIo = async (bench) => ({ ...(await start(bench, 'socketio-server.mjs')), dialect: 'socketio', version: version('socket.io') });

export async function startSocketIoPg(bench) {
  const cluster = startCluster();
  const peer = await start(bench, 'socketio-server.mjs', ['pg'], { PGHOST: cluster.host, PGUSER: 'postgres', PGDATABASE: 'spr' });
  const backends = psql("SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()", cluster.conninfo);
  const stop = async () => {
    await peer.stop();
    cluster.stop();
  };
  return { ...peer, dialect: 'socketio', pids: { ...peer.pids, postgres: backends.split(',').map(Number) }, stop, version: `${version('socket.io')}, ${version('pg')}` };
}
