// What operators rely on: the package list, the systemd unit, private clusters side by side, and
// a restore from backup, drilled on a real server with people at the table.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { Tap } from '../contract/tap.mjs';
import { get, upload } from '../leaks/bestanden.mjs';
import { Client, newKey } from '../lib/client.mjs';
import { buildDir, root, Server } from '../lib/server.mjs';
import { World, tokenOf } from '../lib/world.mjs';

const tap = new Tap();
const program = (name) => path.join(root, 'deploy', name);

function run(name, args, env = {}) {
  const done = spawnSync(program(name), args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return { good: done.status === 0, out: done.stdout.trim(), err: done.stderr.trim() };
}

function exposure() {
  const unit = program('sprd.service');
  const done = spawnSync('systemd-analyze', ['--offline=true', '--no-pager', 'security', '--threshold=15', unit], { encoding: 'utf8' });
  tap.ok(done.status === 0, 'the systemd unit has an exposure of 1.5 or below', done.stdout + done.stderr);
}

function packages() {
  const { out } = run('setup', ['--list']);
  const lines = fs.readFileSync(program('packages'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  const wrong = lines.filter((line) => !/^(build|run|test)\s+[a-z0-9.+-]+\s+(-|debian1[23])\s+\S+$/.test(line));
  tap.ok(wrong.length === 0 && out.split('\n').length > 20, 'the package list is whole', wrong.join('\n'));
}

function clusters() {
  const dirs = [run('pg', ['throwaway']).out, run('pg', ['throwaway']).out];
  const asked = dirs.map((dir) => run('pg', ['--data', dir, 'psql', '-AtX', '-c', 'SHOW data_directory']).out);
  tap.ok(asked[0] !== asked[1] && asked.every((dir, i) => dir === path.join(dirs[i], 'pg')), 'two private clusters run side by side', asked.join('\n'));
  const again = run('pg', ['--data', dirs[0], 'start']);
  tap.ok(again.good, 'starting one that runs is no mistake', again.err);
  for (const dir of dirs) run('pg', ['--data', dir, 'remove']);
  tap.ok(dirs.every((dir) => !fs.existsSync(dir)), 'a throwaway cluster leaves nothing behind');
}

const say = (client, world, tekst) => {
  const { tafel, onderwerp, wil_namens: namens } = world.names();
  return client.ask({ do: 'bijdrage.plaatsen', sleutel: newKey(), tafel, namens, args: { onderwerp, tekst } });
};

async function restore() {
  const world = new World('herstel');
  const server = await new Server({ world }).start();
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'spr-backup.')), 'spr.dump');
  const env = { SPR_DATABASE_OWNER: world.owner, SPR: path.join(buildDir, 'spr') };
  const stream = `tafel:${world.names().tafel}`;
  const wil = new Client(server, tokenOf('Wil'), 'Wil');
  await wil.connect();
  await wil.follow(stream, { since: 0 });
  await say(wil, world, 'Voor de kopie.');
  const { tafel, wil_namens: namens } = world.names();
  const bytes = Buffer.from('Een stuk van de tafel. '.repeat(4000));
  const { bestand } = await upload(wil, { tafel, namens }, 'stuk.txt', bytes);
  const backup = run('backup', [file], env);
  tap.ok(backup.good && fs.statSync(file).size > 0, 'a backup is made while the server works', backup.err);
  await say(wil, world, 'Na de kopie.');
  const early = run('restore', [file], env);
  tap.ok(!early.good && /stop it first/.test(early.err), 'a restore under a running server is refused', early.err);
  const { epoch, seq } = wil.streams.get(stream);
  wil.end();
  await server.stop();

  const done = run('restore', [file], env);
  tap.ok(done.good, 'the backup is restored', done.err);
  // Migrating gave the database the real clock back; the sessions of the fixture world need theirs.
  world.sql(fs.readFileSync(path.join(root, 'tests/sql/proef.sql'), 'utf8'));
  await server.start();
  await wil.connect();
  const stale = await wil.follow(stream, { epoch, since: seq });
  tap.equal(stale.error?.code, 'epoch_verlopen', 'who held more than the backup is told to begin anew');
  wil.streams.clear();
  const anew = await wil.follow(stream, { since: 0 });
  tap.ok(anew.ok && anew.ok.epoch !== epoch, 'a new epoch has begun');
  const texts = wil.streams.get(stream).unread.flatMap(({ content }) => content?.bijdragen?.map(({ tekst }) => tekst) ?? []);
  tap.ok(texts.includes('Voor de kopie.') && !texts.includes('Na de kopie.'), 'the log is that of the backup, and its chain holds', texts.join('\n'));
  const paper = await get(wil, `/v1/tafels/${tafel}/bestanden/${bestand}`);
  tap.ok(paper.status === 200 && paper.bytes.equals(bytes), 'a file that was sent came along, byte for byte');
  const posted = await say(wil, world, 'Weer verder.');
  tap.ok(posted.ok, 'and it goes on', JSON.stringify(posted));
  wil.end();
  await server.stop();
  fs.rmSync(path.dirname(file), { recursive: true });
  world.drop();
}

packages();
exposure();
clusters();
await restore();
process.exitCode = tap.end() ? 0 : 1;
