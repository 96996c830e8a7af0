// clang-tidy over the server's C files. A file that was clean, and whose text, headers and rules
// are the same since, is not looked at again: the verdicts are kept in the build directory.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { read, root, tracked } from './tree.mjs';

const build = path.resolve(root, process.env.SPR_BUILD ?? 'build/debug');

function keyOf(file, common) {
  return crypto.createHash('sha256').update(common).update(file).update(read(file)).digest('hex');
}

function check(file) {
  const args = ['--quiet', '-p', build, '--extra-arg=-Wno-unknown-warning-option'];
  // A build-time program ends in a moment; the process is its arena.
  if (file.startsWith('src/tools/')) args.push('--checks=-clang-analyzer-unix.Malloc');
  args.push(path.join(root, file));
  return new Promise((resolve) => {
    const child = spawn('clang-tidy', args, { cwd: root });
    let out = '';
    child.stdout.on('data', (part) => (out += part));
    child.on('error', (error) => resolve(String(error)));
    child.on('close', (code) => resolve(code === 0 && out.trim() === '' ? '' : out || `clang-tidy ended with ${code}`));
  });
}

export async function tidy(tap, files) {
  if (!fs.existsSync(path.join(build, 'compile_commands.json'))) return tap.ok(false, 'clang-tidy', `no compile_commands.json in ${build}: build first`);
  const kept = path.join(build, 'tidy');
  fs.mkdirSync(kept, { recursive: true });
  const headers = tracked().filter((file) => /^src\/.*\.h$/.test(file) || file === '.clang-tidy');
  const common = headers.map(read).join('\0');
  const work = [...files];
  const dirty = new Map();
  async function worker() {
    for (let file; (file = work.shift()); ) {
      const mark = path.join(kept, keyOf(file, common));
      if (fs.existsSync(mark)) continue;
      const said = await check(file);
      if (said === '') fs.writeFileSync(mark, '');
      else dirty.set(file, said);
    }
  }
  await Promise.all(os.cpus().map(worker));
  for (const file of files) {
    const said = dirty.get(file);
    // What is wrong and the line; how the analyser came there is told when the file is run alone.
    const short = said && said.split('\n').filter((line) => files.length === 1 || /: (error|warning): /.test(line));
    tap.ok(!said, `clang-tidy ${file}`, said && `${short.slice(0, 100).join('\n')}\nalone: deploy/test lint ${file}`);
  }
}
