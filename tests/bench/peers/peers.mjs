// The peers that ours is measured beside. Each is started when a row first asks for it and kept until
// the end; one that cannot be had is told of with the reason, never left out in silence.
import * as nchan from './nchan.mjs';
import * as node from './node.mjs';
import * as mosquitto from './mosquitto.mjs';
import * as ejabberd from './ejabberd.mjs';

const starters = {
  ws: node.startWs,
  'socket.io': node.startSocketIo,
  'socket.io + pg': node.startSocketIoPg,
  nchan: nchan.start,
  mosquitto: mosquitto.start,
  ejabberd: ejabberd.start,
};

export class Peers {
  constructor(bench) {
    this.bench = bench;
    this.running = {};
    this.absent = {};
  }

  async get(names) {
    for (const name of names)
      if (!this.running[name] && !this.absent[name]) {
        try {
          this.running[name] = await starters[name](this.bench);
        } catch (error) {
          this.absent[name] = `not started: ${error.message.split('\n')[0].slice(0, 200)}`;
          process.stderr.write(`· ${name}: ${error.message}\n`);
        }
      }
    const pick = (from) => Object.fromEntries(names.filter((name) => from[name]).map((name) => [name, from[name]]));
    return { peers: pick(this.running), absent: pick(this.absent) };
  }

  // Started anew: memory that a crowd before took is not seen to be taken again.
  async fresh(names) {
    for (const name of names) {
      await this.running[name]?.stop();
      delete this.running[name];
    }
    return this.get(names);
  }

  async stop() {
    for (const peer of Object.values(this.running)) await peer.stop();
    this.running = {};
  }

  versions() {
    return Object.fromEntries(Object.entries(this.running).map(([name, peer]) => [name, peer.version]));
  }
}
