// The files of the project: what git tracks, and what it would track.
import fs from 'node:fs';
import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');

const run = (...args) => spawnSync('git', ['-c', `safe.directory=${root}`, '-C', root, ...args], { encoding: 'utf8', maxBuffer: 1 << 26 });

export function tracked() {
  const list = run('ls-files', '-co', '--exclude-standard', '-z');
  if (list.status !== 0) throw new Error(`git: ${list.stderr}`);
  return [...new Set(list.stdout.split('\0'))].filter((file) => file && fs.existsSync(path.join(root, file))).sort();
}
