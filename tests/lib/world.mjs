// The database side of a test: copies of the fixture world, SQL as the owner, the clock.
// The cluster is prepared by deploy/test, which names it in the environment:
//   SPR_PG_HOST      directory of its unix socket
//   SPR_PG_TEMPLATE  database that holds the migrated schema and the fixture world
//   SPR_BUILD        build directory with the program spr
import { spawnSync } from 'node:child_process';

function need(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this suite through deploy/test, which prepares a cluster`);
  return value;
}

let made = 0;

export const conninfo = (database, user) => `host=${need('SPR_PG_HOST')} dbname=${database} user=${user}`;

// Rows as arrays of text; NULL is the empty text.
export function psql(database, sql, { user = 'spr_eigenaar' } = {}) {
  const args = ['-X', '-q', '-A', '-t', '-F', '\x1f', '-R', '\x1e', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
  const run = spawnSync('psql', ['-d', conninfo(database, user), ...args], { input: sql, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`SQL: ${run.stderr.trim()}\n  in: ${sql}`);
  const out = run.stdout.replace(/\n$/, '');
  return out === '' ? [] : out.split('\x1e').map((row) => row.split('\x1f'));
}

// A database of its own, equal to the fixture world.
export class World {
  constructor(label = 'proef') {
    this.database = `${label}_${process.pid}_${++made}`;
    psql('postgres', `CREATE DATABASE ${this.database} TEMPLATE ${need('SPR_PG_TEMPLATE')} OWNER spr_eigenaar`, {
      user: 'postgres',
    });
    psql('postgres', `GRANT CONNECT ON DATABASE ${this.database} TO spr_server`, { user: 'postgres' });
  }

  get owner() {
    return conninfo(this.database, 'spr_eigenaar');
  }

  get server() {
    return conninfo(this.database, 'spr_server');
  }

  sql(text) {
    return psql(this.database, text);
  }

  value(text) {
    return this.sql(text)[0]?.[0];
  }

  // The names that the fixture world gives to its rows.
  names() {
    return Object.fromEntries(this.sql('SELECT naam, waarde FROM proef.naam ORDER BY naam'));
  }

  setClock(moment) {
    this.sql(`SELECT proef.zet_klok('${moment}')`);
    this.tick();
  }

  moveClock(interval) {
    this.sql(`SELECT proef.verzet_klok('${interval}')`);
    this.tick();
  }

  tick() {
    psql(this.database, 'SELECT count(*) FROM api.klok_tik()', { user: 'spr_server' });
  }

  drop() {
    psql('postgres', `DROP DATABASE IF EXISTS ${this.database} WITH (FORCE)`, { user: 'postgres' });
  }
}

// What a person of the fixture world holds in the browser.
export const tokenOf = (person) => `proef-sessie-van-${person.toLowerCase()}`;
