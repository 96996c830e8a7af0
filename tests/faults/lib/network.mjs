// Machines of our own: network namespaces on one switch, which has a namespace too and is the only
// place where anything is broken: what it drops neither end hears of. People live outside and have
// one cable to the switch. Needs root, iproute2 and nftables.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildDir } from '../../lib/server.mjs';
import { leftover } from './leftovers.mjs';
import { must, mustTake } from './must.mjs';

const OUTSIDE = 'mensen'; // the people's port on the switch
const SLOWLINK = path.join(buildDir, 'faults/slowlink');
const FREE = '198.18'; // of the addresses that are kept for measuring networks (RFC 2544)

export class Network {
  constructor(names) {
    this.id = `spr${process.pid}`;
    this.names = names;
    const lane = [...Array(250).keys()].find((i) => !must('ip', 'route').includes(`${FREE}.${(process.pid + i) % 250}.`));
    this.range = `${FREE}.${(process.pid + lane) % 250}`;
    this.people = `${this.range}.250`;
    this.remove = leftover(() => this.removeNow());
    this.build();
  }

  static lack() {
    if (Network.known === undefined) Network.known = tryOne();
    return Network.known;
  }

  build() {
    for (const name of ['switch', ...this.names]) {
      must('ip', 'netns', 'add', this.ns(name));
      must('ip', '-n', this.ns(name), 'link', 'set', 'lo', 'up');
    }
    this.atSwitch('ip', 'link', 'add', 'brug', 'type', 'bridge');
    this.atSwitch('ip', 'link', 'set', 'brug', 'up');
    for (const name of this.names) {
      this.atSwitch('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', this.ns(name));
      this.plugIn(name);
      must('ip', '-n', this.ns(name), 'addr', 'add', `${this.address(name)}/24`, 'dev', 'eth0');
      must('ip', '-n', this.ns(name), 'link', 'set', 'eth0', 'up');
    }
    must('ip', 'link', 'add', this.id, 'type', 'veth', 'peer', 'name', OUTSIDE, 'netns', this.ns('switch'));
    this.plugIn(OUTSIDE);
    must('ip', 'addr', 'add', `${this.people}/24`, 'dev', this.id);
    must('ip', 'link', 'set', this.id, 'up');
    this.heal();
  }

  plugIn(port) {
    this.atSwitch('ip', 'link', 'set', port, 'master', 'brug', 'up');
  }

  ns(name) {
    return `${this.id}-${name}`;
  }

  // The start of a command that runs on that machine.
  on(name) {
    return ['nsenter', `--net=/run/netns/${this.ns(name)}`, '--'];
  }

  address(name) {
    return name === OUTSIDE ? this.people : `${this.range}.${this.names.indexOf(name) + 1}`;
  }

  atSwitch(...command) {
    return must(...this.on('switch'), ...command);
  }

  // ---- breaking it: one thing at a time, between two ends

  rules(lines) {
    const table = `add table bridge storing\ndelete table bridge storing\ntable bridge storing {\n chain storing {\n  type filter hook forward priority 0;\n  ${lines.join('\n  ')}\n }\n}\n`;
    mustTake(table, ...this.on('switch'), 'nft', '-f', '-');
  }

  bothWays(links, what) {
    this.rules(links.flatMap(([one, other]) => [
      `ip saddr ${this.address(one)} ip daddr ${this.address(other)} ${what}`,
      `ip saddr ${this.address(other)} ip daddr ${this.address(one)} ${what}`,
    ]));
  }

  lose(percent, links) {
    this.bothWays(links, `numgen random mod 100 < ${percent} drop`);
  }

  // Everything vanishes, and nobody is told.
  swallow(links) {
    this.bothWays(links, 'drop');
  }

  // Every connection between them ends at once, for both (ss -K).
  reset(links) {
    for (const [one, other] of links) must(...this.on(one), 'ss', '-K', 'dst', this.address(other));
  }

  // What goes to that end, all together, gets no more than this.
  narrow(name, kbit) {
    this.atSwitch('tc', 'qdisc', 'replace', 'dev', name, 'root', 'tbf', 'rate', `${kbit}kbit`, 'burst', '3000', 'limit', '60000');
    this.narrowed = name;
  }

  // What goes to that end and what comes from it takes its own time, each packet for itself.
  delay(name, leastMs, mostMs, seed) {
    const [here, there] = ['kabel', 'kabel-eind'];
    this.atSwitch('ip', 'link', 'add', here, 'type', 'veth', 'peer', 'name', there);
    this.plugIn(here);
    this.atSwitch('ip', 'link', 'set', there, 'up');
    this.atSwitch('ip', 'link', 'set', name, 'nomaster');
    const [program, ...args] = this.on('switch');
    this.slow = spawn(program, [...args, SLOWLINK, name, there, leastMs, mostMs, seed].map(String), { stdio: ['ignore', 'ignore', 'inherit'] });
    this.slowed = name;
  }

  heal() {
    this.rules([]);
    if (this.narrowed) this.atSwitch('tc', 'qdisc', 'del', 'dev', this.narrowed, 'root');
    this.narrowed = null;
    if (!this.slow) return;
    if (this.slow.exitCode !== null) throw new Error('slowlink ended by itself');
    this.slow.kill('SIGKILL');
    this.slow = null;
    this.plugIn(this.slowed);
    this.atSwitch('ip', 'link', 'del', 'kabel');
  }

  // A namespace ends when nobody is in it any more.
  removeNow() {
    this.slow?.kill('SIGKILL');
    spawnSync('ip', ['link', 'del', this.id], { stdio: 'ignore' });
    for (const name of ['switch', ...this.names]) if (fs.existsSync(`/run/netns/${this.ns(name)}`)) must('ip', 'netns', 'del', this.ns(name));
  }
}

Network.OUTSIDE = OUTSIDE;

function tryOne() {
  if (process.getuid() !== 0) return 'needs root, for network namespaces of its own';
  let network;
  try {
    network = new Network(['proef']);
    const links = [[`proef`, OUTSIDE]];
    network.lose(1, links);
    network.reset(links);
    network.narrow('proef', 64);
    network.heal();
    return null;
  } catch (error) {
    return `no network of its own: ${error.message.split('\n')[0]}`;
  } finally {
    network?.remove();
  }
}
