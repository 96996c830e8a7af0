// ejabberd: rooms of multi-user chat over WebSocket, with the archive of each message (mod_mam) in a
// PostgreSQL of its own, fsync on. Everybody may come in without a name; nothing is slowed down.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { freePorts } from '../../lib/server.mjs';
import { psql } from '../lib/spr.mjs';
import { startCluster } from './cluster.mjs';
import { launch, libraries, unpacked, versionOf } from './start.mjs';

const config = (port, sql) => `
hosts: [localhost]
loglevel: warning
auth_method: anonymous
anonymous_protocol: sasl_anon
allow_multiple_connections: true
default_db: sql
sql_type: pgsql
sql_server: ${sql.address}
sql_database: spr
sql_username: postgres
sql_password: ${sql.password}
sql_pool_size: 10
new_sql_schema: false
listen:
  - port: ${port}
    ip: 127.0.0.1
    module: ejabberd_http
    backlog: 4096
    request_handlers:
      /ws: ejabberd_http_ws
websocket_ping_interval: 600
shaper: {}
modules:
  mod_muc:
    db_type: mnesia
    host: conference.localhost
    access_create: all
    max_users: 10000
    min_message_interval: 0
    min_presence_interval: 0
    history_size: 0
    user_message_shaper: none
    room_shaper: none
    default_room_options:
      mam: true
      persistent: true
      presence_broadcast: []
      max_users: 10000
      public: true
  mod_mam:
    db_type: sql
    default: always
    use_cache: true
`;

// Erlang's own start script knows only /usr; its parts are told where they are by hand.
function erlang(root) {
  const base = `${root}/usr/lib/erlang`;
  const erts = fs.readdirSync(base).find((name) => name.startsWith('erts-'));
  const libs = fs.readdirSync(root + '/usr/lib').filter((name) => name.includes('-linux-')).map((name) => `${root}/usr/lib/${name}`);
  return { env: { ROOTDIR: base, BINDIR: `${base}/${erts}/bin`, EMU: 'beam', PROGNAME: 'erl', ERL_LIBS: libs.join(':'), ...libraries(root) }, command: `${base}/${erts}/bin/erlexec` };
}

export async function start(bench) {
  const root = unpacked('ejabberd', 'erlang-p1-pgsql');
  const port = await freePorts(1);
  const cluster = startCluster({ listens: true });
  try {
    const schema = spawnSync('find', [root, '-name', 'pg.sql', '-not', '-path', '*new*'], { encoding: 'utf8' }).stdout.trim().split('\n')[0];
    const loaded = spawnSync('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', cluster.conninfo, '-f', schema], { encoding: 'utf8' });
    if (loaded.status !== 0) throw new Error(`its tables: ${loaded.stderr}`);
    const dir = fs.mkdtempSync(path.join(bench.scratch, 'ejabberd-'));
    fs.writeFileSync(path.join(dir, 'ejabberd.yml'), config(port, cluster));
    const { env, command } = erlang(root);
    const args = ['-noinput', '+K', 'true', '+P', '250000', '+Q', '65536', '-boot', `${env.ROOTDIR}/bin/start_clean`, '-mnesia', 'dir', `"${dir}/mnesia"`, '-s', 'ejabberd'];
    const more = { EJABBERD_CONFIG_PATH: path.join(dir, 'ejabberd.yml'), EJABBERD_LOG_PATH: path.join(dir, 'ejabberd.log'), HOME: dir };
    const { child, stop } = await launch({ command, args, env: { ...env, ...more }, cwd: dir, port, log: path.join(dir, 'log') });
    await new Promise((resolve) => setTimeout(resolve, 1500)); // its pool connects in its own time
    const backends = psql("SELECT string_agg(pid::text, ',') FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()", cluster.conninfo);
    const end = async () => {
      await stop();
      cluster.stop();
    };
    return { dialect: 'xmpp', port, pids: { server: [child.pid], postgres: backends.split(',').filter(Boolean).map(Number) }, stop: end, version: versionOf(root) };
  } catch (error) {
    cluster.stop();
    throw error;
  }
}
