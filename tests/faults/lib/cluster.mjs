// A PostgreSQL cluster of this suite alone, because it is going to be killed. fsync is on, as where
// it matters. tests/lib/world.mjs makes its databases here: it finds the cluster in the environment.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildDir, root } from '../../lib/server.mjs';
import { conninfo } from '../../lib/world.mjs';
import { leftover } from './leftovers.mjs';
import { childrenOf, isAlive, sleep, until } from './wait.mjs';

const TEMPLATE = 'spr_storing';
const PREPARED = ['tests/sql/proef.sql', 'tests/fixtures'];

// Not spawnSync where it may take long: the people of a drill live in this process.
function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    child.stdout.on('data', (part) => (out += part));
    child.stderr.on('data', (part) => (said += part));
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve(out.trim()) : reject(new Error(`${program} ${args.join(' ')}: ${said}${out}`))));
  });
}

export { run };

export class Cluster {
  machine = []; // the start of a command that runs where it lives

  // dir: where its directory comes to stand.
  static async make({ dir } = {}) {
    const cluster = new Cluster();
    await cluster.settle(await run('deploy/pg', ['throwaway'], { SPR_PG_FSYNC: 'on', ...(dir && { TMPDIR: dir }) }));
    cluster.look();
    cluster.enter();
    await cluster.prepare();
    return cluster;
  }

  // Only its place: somebody else puts a cluster there.
  static async place() {
    const data = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-pg.'));
    fs.chmodSync(data, 0o755);
    const cluster = new Cluster();
    await cluster.settle(data);
    return cluster;
  }

  async settle(data) {
    this.data = data;
    this.forget = leftover(() => this.removeNow());
    this.host = /host=(\S+)/.exec(await run('deploy/pg', ['--data', data, 'conninfo', 'super']))[1];
  }

  // From now on worlds are made here, and looked at here.
  enter() {
    process.env.SPR_PG_HOST = this.host;
    process.env.SPR_PG_TEMPLATE = TEMPLATE;
  }

  async prepare() {
    // Commits that do not wait lose more this way; those that wait lose nothing either way.
    const settings = [`ALTER SYSTEM SET wal_writer_delay = '10s'`, 'SELECT pg_reload_conf()', `CREATE DATABASE ${TEMPLATE} OWNER spr_eigenaar`];
    await run('psql', ['-X', '-q', '-d', conninfo('postgres', 'postgres'), ...settings.flatMap((sql) => ['-c', sql])]);
    const owner = conninfo(TEMPLATE, 'spr_eigenaar');
    await run(path.join(buildDir, 'spr'), ['migrate'], { SPR_DATABASE_OWNER: owner });
    const files = PREPARED.flatMap((name) =>
      name.endsWith('.sql') ? [name] : fs.readdirSync(path.join(root, name)).filter((file) => file.endsWith('.sql')).sort().map((file) => `${name}/${file}`),
    );
    for (const file of files) await run('psql', ['-X', '-q', '-1', '-v', 'ON_ERROR_STOP=1', '-d', owner, '-f', path.join(root, file)]);
  }

  // Remembered, because its file may be out of reach when it is needed.
  look() {
    this.postmaster = Number(fs.readFileSync(path.join(this.data, 'pg/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  // Backends that serve spr, by what the kernel calls their processes.
  backends() {
    return childrenOf(this.postmaster).filter((pid) => /: spr_server /.test(commandLine(pid)));
  }

  // SIGKILL of every process of the cluster; `all` false: of the postmaster alone.
  async kill({ all }) {
    this.killNow({ all });
    await until(() => !isAlive(this.postmaster), 'the end of the postmaster');
  }

  killNow({ all = true } = {}) {
    for (const pid of [this.postmaster, ...(all ? childrenOf(this.postmaster) : [])]) slay(pid);
  }

  // SIGQUIT is an immediate stop, SIGINT a fast one.
  async stop(signal) {
    const postmaster = this.postmaster;
    process.kill(postmaster, signal);
    await until(() => !isAlive(postmaster), 'the stop of PostgreSQL');
  }

  // To a machine of its own, where servers reach it over the network. The drill keeps its socket.
  async moveTo(network, name) {
    await run('psql', ['-X', '-q', '-d', conninfo('postgres', 'postgres'), '-c', `ALTER SYSTEM SET listen_addresses = '${network.address(name)}'`]);
    fs.appendFileSync(path.join(this.data, 'pg/pg_hba.conf'), `host all spr_server ${network.range}.0/24 trust\n`);
    await this.stop('SIGINT');
    this.machine = network.on(name);
    await this.start();
  }

  // To another filesystem than that of the data.
  async moveWal(dir) {
    const wal = path.join(this.data, 'pg/pg_wal');
    await this.stop('SIGINT');
    await run('cp', ['-a', wal, dir]);
    fs.rmSync(wal, { recursive: true });
    fs.symlinkSync(path.join(dir, 'pg_wal'), wal);
    fs.chmodSync(dir, 0o755);
    await this.start();
  }

  // Processes of a killed postmaster may hold its memory for a moment longer.
  async start() {
    for (let tries = 0; ; tries++) {
      try {
        const [program, ...args] = [...this.machine, 'deploy/pg', '--data', this.data, 'start'];
        await run(program, args);
        return this.look();
      } catch (error) {
        if (tries === 40) throw error;
        await sleep(100);
      }
    }
  }

  // After a crash that PostgreSQL recovers from by itself.
  async recovered() {
    const ask = () => spawnSync('psql', ['-X', '-q', '-A', '-t', '-d', conninfo('postgres', 'postgres'), '-c', 'SELECT 1']).status === 0;
    await until(ask, 'the recovery of PostgreSQL');
  }

  removeNow() {
    if (this.postmaster && isAlive(this.postmaster)) this.killNow();
    spawnSync('deploy/pg', ['--data', this.data, 'remove'], { cwd: root });
  }

  remove() {
    this.forget();
  }
}

function slay(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // it was quicker
  }
}

function commandLine(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

// Rows as arrays of text. Larger answers than world.sql takes.
export function rows(database, sql) {
  const args = ['-X', '-q', '-A', '-t', '-F', '\x1f', '-R', '\x1e', '-v', 'ON_ERROR_STOP=1', '-d', conninfo(database, 'spr_eigenaar'), '-f', '-'];
  const asked = spawnSync('psql', args, { input: sql, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (asked.status !== 0) throw new Error(`SQL: ${asked.stderr}\n  in: ${sql}`);
  const out = asked.stdout.replace(/\n$/, '');
  return out === '' ? [] : out.split('\x1e').map((row) => row.split('\x1f'));
}
