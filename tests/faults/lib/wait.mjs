// Waiting for what will happen, and looking at processes. The patience is ten times what is
// promised or more: a drill fails on what is lost or wrong, not on a busy machine.
import fs from 'node:fs';

export const PATIENCE_MS = 60000;

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export async function until(condition, what, ms = PATIENCE_MS) {
  for (const end = Date.now() + ms; ; await sleep(20)) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`${what} did not come within ${ms / 1000} s`);
  }
}

export function isAlive(pid) {
  try {
    // A zombie has ended; only its parent has not looked yet.
    return !/^\S+ \(.*\) Z/s.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export function childrenOf(pid) {
  try {
    return fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}
