// A primary and its standby, two clusters on this machine. Who is which changes with every failover.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Cluster, run } from './cluster.mjs';
import { until } from './wait.mjs';

const place = (cluster) => `host=${cluster.host} dbname=postgres user=postgres`;

function ask(cluster, ...sql) {
  const asked = spawnSync('psql', ['-X', '-q', '-A', '-t', '-d', place(cluster), ...sql.flatMap((one) => ['-c', one])], { encoding: 'utf8' });
  if (asked.status !== 0) throw new Error(`SQL: ${asked.stderr}\n  in: ${sql}`);
  return asked.stdout.trim();
}

const set = (cluster, name, value) => ask(cluster, `ALTER SYSTEM SET ${name} = '${value}'`, 'SELECT pg_reload_conf()');

export class Pair {
  // synchronous: a commit waits until the standby has it on its disk.
  static async make({ synchronous }) {
    const pair = new Pair();
    pair.synchronous = synchronous;
    pair.primary = await Cluster.make();
    pair.standby = await Cluster.place();
    return pair;
  }

  // For the server: it has to find out by itself which of them accepts writes.
  get hosts() {
    return [this.primary, this.standby].map(({ host }) => host).sort().join(',');
  }

  ask(...sql) {
    return ask(this.primary, ...sql);
  }

  // Makes the standby anew, from nothing, and waits until it keeps up.
  async join() {
    const data = path.join(this.standby.data, 'pg');
    fs.rmSync(data, { recursive: true, force: true });
    await run('pg_basebackup', ['-d', place(this.primary), '-D', data, '-R', '--checkpoint=fast', '--no-sync']);
    if (process.getuid() === 0) await run('chown', ['-R', 'postgres:', data]);
    await this.standby.start();
    if (this.synchronous) set(this.primary, 'synchronous_standby_names', '*');
    await this.keepsUp();
  }

  keepsUp() {
    const state = this.synchronous ? 'sync' : 'async';
    return until(() => this.ask('SELECT sync_state FROM pg_stat_replication') === state, 'a standby that keeps up');
  }

  // The standby gets nothing any more; nobody is told.
  async hold() {
    this.source = ask(this.standby, 'SHOW primary_conninfo');
    set(this.standby, 'primary_conninfo', '');
    await until(() => this.ask('SELECT count(*) FROM pg_stat_replication') === '0', 'the end of replication');
  }

  async release() {
    set(this.standby, 'primary_conninfo', this.source.replaceAll("'", "''"));
    await this.keepsUp();
  }

  async lose() {
    await this.primary.kill({ all: true });
  }

  promote() {
    ask(this.standby, 'SELECT pg_promote(true, 60)');
    [this.primary, this.standby] = [this.standby, this.primary];
  }

  remove() {
    this.primary.remove();
    this.standby.remove();
  }
}
