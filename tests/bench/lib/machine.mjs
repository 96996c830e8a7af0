// On what it was measured.
import fs from 'node:fs';
import os from 'node:os';
import { spawnSync } from 'node:child_process';

const ask = (...command) => spawnSync(command[0], command.slice(1), { encoding: 'utf8' }).stdout?.trim() ?? '';
const name = (file, pattern) => pattern.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? '?';
const SETTINGS = "SELECT string_agg(name || '=' || setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'shared_buffers')";

export function machine(psql) {
  return {
    date: new Date().toISOString(),
    cpu: `${os.cpus().length} × ${name('/proc/cpuinfo', /^model name\s*: (.*)$/m)}`,
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: name('/etc/os-release', /^PRETTY_NAME="(.*)"$/m),
    kernel: os.release(),
    filesystem: ask('stat', '-f', '-c', '%T', os.tmpdir()),
    compiler: ask('gcc', '-dumpfullversion'),
    revision: ask('git', 'describe', '--always', '--dirty'),
    postgres: psql('SHOW server_version'),
    settings: psql(SETTINGS),
    loadBefore: os.loadavg(),
  };
}
