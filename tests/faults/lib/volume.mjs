// A filesystem of our own in a file: its power can be cut, and it can be full. Needs root, loop
// devices and xfsprogs, whose xfs_io asks for the shutdown that ext4 knows too.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { leftover } from './leftovers.mjs';
import { must } from './must.mjs';
import { sleep } from './wait.mjs';

const MAKE = {
  ext4: ['mkfs.ext4', '-q', '-F', '-m', '0'], // none of it kept apart for root
  xfs: ['mkfs.xfs', '-q', '-f'],
};
export const KINDS = Object.keys(MAKE);

const LEAST_MEGABYTES = 320; // that mkfs.xfs takes

export class Volume {
  constructor({ kind = 'ext4', megabytes }) {
    this.kind = kind;
    this.dir = fs.mkdtempSync(path.join(os.tmpdir(), 'spr-volume.'));
    this.image = path.join(this.dir, 'image');
    this.at = path.join(this.dir, kind);
    this.filler = path.join(this.at, 'ballast');
    this.remove = leftover(() => this.removeNow());
    fs.chmodSync(this.dir, 0o755); // PostgreSQL runs as another user
    fs.mkdirSync(this.at);
    fs.writeFileSync(this.image, '');
    fs.truncateSync(this.image, megabytes * 2 ** 20);
    must(...MAKE[kind], this.image);
    this.mount();
  }

  // Why there can be none here, or null: tried, not guessed.
  static lack() {
    if (Volume.known === undefined) Volume.known = tryAll();
    return Volume.known;
  }

  mount() {
    must('mount', '-o', 'loop', this.image, this.at); // the loop device goes with the mount
  }

  // What was killed may hold it for a moment longer.
  async unmount() {
    for (let tries = 0; ; tries++) {
      try {
        return must('umount', this.at);
      } catch (error) {
        if (tries === 100) throw error;
        await sleep(50);
      }
    }
  }

  // From now on nothing reaches the disk, not even the journal of the filesystem itself.
  cut() {
    must('xfs_io', '-x', '-c', 'shutdown', this.at);
  }

  sync() {
    must('sync', '-f', this.at);
  }

  // To the last byte, or nearly.
  fill() {
    for (const size of ['1M', '4K', '512'])
      spawnSync('dd', ['if=/dev/zero', `of=${this.filler}`, `bs=${size}`, 'oflag=append', 'conv=notrunc,fsync'], { stdio: 'ignore' });
  }

  get left() {
    const { bavail, bsize } = fs.statfsSync(this.at);
    return bavail * bsize;
  }

  makeRoom() {
    fs.rmSync(this.filler, { force: true });
  }

  // Who still lives there is killed; lazily, because nothing may keep it.
  removeNow() {
    const done = spawnSync('umount', [this.at], { stdio: 'ignore' });
    if (done.status !== 0 && isMounted(this.at)) must('umount', '-l', this.at);
    fs.rmSync(this.dir, { recursive: true, force: true });
  }
}

function tryAll() {
  if (process.getuid() !== 0) return 'needs root, to mount a filesystem of its own';
  try {
    for (const kind of KINDS) {
      const volume = new Volume({ kind, megabytes: LEAST_MEGABYTES });
      try {
        volume.cut();
      } finally {
        volume.remove();
      }
    }
    return null;
  } catch (error) {
    return `no filesystem of its own: ${error.message.split('\n')[0]}`;
  }
}

const isMounted = (at) => fs.readFileSync('/proc/mounts', 'utf8').includes(` ${at} `);
