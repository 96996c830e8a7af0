// The server of a drill, and the ways it dies.
import { get, Server } from '../../lib/server.mjs';
import { childrenOf, isAlive, until } from './wait.mjs';

export const READY = 200;
// Of a sanitizer, or of die() in src/base/die.c.
const REPORT = /ERROR: (Address|Leak)Sanitizer|runtime error:|^\S+\.[ch]:\d+: |^out of memory: /;

export class Site extends Server {
  static all = new Set();

  spawn() {
    super.spawn();
    Site.all.add(this);
  }

  get processes() {
    return this.child ? [this.child.pid, ...childrenOf(this.child.pid)] : [];
  }

  // kill -9 of all its processes at once.
  async murder() {
    const processes = this.processes;
    for (const pid of processes) process.kill(pid, 'SIGKILL');
    await until(() => !processes.some(isAlive), 'the end of the server');
    await this.ended;
    this.child = null;
  }

  // kill -9 of one worker; the others go on, and the parent starts it again.
  async murderWorker(chance) {
    const worker = chance.pick(childrenOf(this.child.pid));
    process.kill(worker, 'SIGKILL');
    await until(() => !isAlive(worker), 'the end of a worker');
  }

  // Ends by itself, because a deliberate fault kills a worker.
  async died() {
    const before = this.processes;
    await until(() => before.some((pid) => !isAlive(pid)), 'the death of a worker');
    await this.murder();
  }

  async readiness() {
    const answers = [];
    for (let i = 0; i < this.workers; i++) answers.push(await get(this.private + i, '/readyz', {}, this.address).catch(() => ({ status: 0, body: '' })));
    return answers;
  }

  // A worker that aborts or that a sanitizer stops would be started again in silence.
  unhealthy() {
    return this.said().split('\n').filter((line) => REPORT.test(line)).join('\n');
  }
}
