// How a peer becomes a running process of ours, on a port that nobody uses, with files of its own.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = path.dirname(fileURLToPath(import.meta.url));
const READY_MS = 30000;

// Debian packages, downloaded and unpacked in the cache, not installed: the directory.
export function unpacked(...packages) {
  const done = spawnSync(path.join(here, 'fetch'), packages, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`could not be fetched: ${done.stderr.trim()}`);
  return done.stdout.trim();
}

export const versionOf = (root) => fs.readFileSync(path.join(root, 'version'), 'utf8').trim().split('\n').join(', ');

export const libraries = (root) => ({ LD_LIBRARY_PATH: `${root}/usr/lib/x86_64-linux-gnu:${root}/usr/lib/aarch64-linux-gnu` });

export function answers(port) {
  return new Promise((resolve) => {
    const probe = net.connect(port, '127.0.0.1', () => resolve(true) ?? probe.destroy());
    probe.on('error', () => resolve(false));
  });
}

const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

// Starts a program and waits until its port answers.
export async function launch({ command, args, env = {}, cwd, port, log, ready = () => answers(port) }) {
  const out = fs.openSync(log, 'a');
  const child = spawn(command, args.map(String), { cwd, env: { ...process.env, ...env }, stdio: ['ignore', out, out] });
  fs.closeSync(out);
  running.add(child);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  let gone = false;
  ended.then(() => (gone = true) && running.delete(child));
  const until = Date.now() + READY_MS;
  while (!gone && Date.now() < until) {
    if (await ready()) return { child, stop: () => child.kill('SIGTERM') && ended };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`does not answer on port ${port}: ${fs.readFileSync(log, 'utf8').slice(-500)}`);
}
