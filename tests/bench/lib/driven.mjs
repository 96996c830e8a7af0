// A measuring program that is told what to do, a command a line, and answers with a line of JSON.
import { spawn } from 'node:child_process';
import readline from 'node:readline';

const children = new Set();
process.once('exit', () => children.forEach((child) => child.kill('SIGKILL')));

export class Driven {
  constructor(program, args = []) {
    this.name = program.split('/').pop();
    this.child = spawn(program, args.map(String), { stdio: ['pipe', 'pipe', 'pipe'] });
    children.add(this.child);
    this.waiting = [];
    this.said = '';
    this.child.stderr.on('data', (text) => (this.said += text));
    this.child.stdin.on('error', () => {});
    readline.createInterface({ input: this.child.stdout }).on('line', (line) => this.waiting.shift()?.resolve(JSON.parse(line)));
    this.ended = new Promise((resolve) => this.child.once('close', (code, signal) => this.onEnd(code ?? signal, resolve)));
  }

  onEnd(how, resolve) {
    children.delete(this.child);
    this.how = how;
    for (const { reject } of this.waiting) reject(this.fault());
    resolve(how);
  }

  fault() {
    return new Error(`${this.name} ended with ${this.how}: ${this.said.trim()}`);
  }

  ask(...words) {
    if (this.how !== undefined) return Promise.reject(this.fault());
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.child.stdin.write(words.join(' ') + '\n');
    });
  }

  async end() {
    this.child.stdin.end();
    if ((await this.ended) !== 0) throw this.fault();
  }
}
