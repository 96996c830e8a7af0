// What every drill starts with and ends with: a world of its own, a server of two processes, a
// crowd, and at the end nothing left running.
import { spawnSync } from 'node:child_process';
import { conninfo, World } from '../../lib/world.mjs';
import { Crowd } from './crowd.mjs';
import { Ledger } from './ledger.mjs';
import { Site } from './site.mjs';
import { judge } from './verdict.mjs';
import { PATIENCE_MS, until } from './wait.mjs';

// For open: the server looks for PostgreSQL at another place than the drill does.
export const at = (hosts) => (world) => ({ SPR_DATABASE: world.server.replace(/host=\S+/, `host=${hosts}`) });

export class Drill {
  // env: of the server, with its deliberate fault; sql: what makes the world faulty, from the start
  // or after a restore.
  // isLong: the long set; isControl: something is broken on purpose.
  // patience: where something is broken on purpose, waiting long shows nothing more.
  constructor({ cluster, chance, say, env = {}, sql, afterRestore, workers = 2, patience = PATIENCE_MS, isLong = false, isControl = false }) {
    Object.assign(this, { cluster, chance, env, sql, afterRestore, workers, patience, isLong, isControl });
    this.ledger = new Ledger();
    // What a drill says last is its figure, in the table at the end.
    this.say = (text) => say((this.figure = text));
  }

  // sites: makes the servers; the last one is where the far side comes in.
  // connect: what the server is told about its database, where that is not the plain truth.
  async open({ env = {}, crowd = {}, sql = '', log, connect = () => ({}), sites = (options) => [new Site(options)] } = {}) {
    this.world = new World('storing');
    if (sql || this.sql) this.breakRules(`${sql}\n${this.sql ?? ''}`);
    this.sites = sites({ world: this.world, workers: this.workers, env: { ...env, ...connect(this.world), ...this.env }, log });
    for (const site of this.sites) await site.start();
    this.crowd = new Crowd({ world: this.world, site: this.site, far: this.sites.at(-1), ledger: this.ledger, chance: this.chance, patience: this.patience, ...crowd });
    await this.crowd.begin();
  }

  // Plays in another cluster than that of the suite.
  async within(cluster, play) {
    const outer = this.cluster;
    this.cluster = cluster;
    cluster.enter();
    try {
      return await play();
    } finally {
      this.cluster = outer;
      outer.enter();
    }
  }

  // As the superuser: the owner may not change what is append-only either.
  breakRules(sql) {
    const args = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', conninfo(this.world.database, 'postgres'), '-f', '-'];
    const run = spawnSync('psql', args, { input: sql, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`SQL: ${run.stderr}\n  in: ${sql}`);
  }

  blame(kind, sentence) {
    this.ledger.blame(kind, sentence);
  }

  demand(good, kind, sentence) {
    if (!good) this.blame(kind, sentence);
  }

  until(condition, what, ms = this.patience) {
    return until(condition, what, Math.min(ms, this.patience));
  }

  get site() {
    return this.sites?.[0];
  }

  async settleAndJudge() {
    await this.crowd.settled();
    const unhealthy = this.sites.map((site) => site.unhealthy()).join('');
    if (unhealthy) this.blame('crash', unhealthy.slice(0, 2000));
    return judge(this.world.database, this.ledger);
  }

  async close() {
    await this.crowd?.leave();
    for (const site of this.sites ?? []) if (site.child) await site.stop().catch((error) => this.blame('crash', error.message));
    this.world?.drop();
  }
}

// A function of the schema with part of its text replaced; a drill that changes nothing is a mistake.
export function mutate(name, from, to) {
  const quote = (text) => `$mutant$${text}$mutant$`;
  return `DO $do$
    DECLARE
      before text := (SELECT pg_get_functiondef(p.oid) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                      WHERE n.nspname || '.' || p.proname = '${name}');
      mutant text := replace(before, ${quote(from)}, ${quote(to)});
    BEGIN
      IF mutant IS NULL OR mutant = before THEN RAISE EXCEPTION '${name} has no such text'; END IF;
      EXECUTE mutant;
    END $do$;\n`;
}
